//! Waiters whose timed waits end in vain, kept without an event each.
//!
//! A thread that waits for the lock one interval, finds that the lock has changed its owner meanwhile and waits one
//! interval more does nothing to anybody: it comes back again and again, once in a *period* (the interval, the timer's
//! slack, a wake-up). Where it is in its period, its *phase*, tells all that is ever asked: who has waited longest in its
//! present wait, and who comes back next. So a hundred such threads cost no more than two. Knows no protocol; which
//! waits are in vain, and what becomes of who leaves, is decided in [`super::lock`].

use crate::engine::simulated::os::Tid;
use crate::time::Nanos;

/// Places that are tried one by one, from where the last member was.
const STEPS: usize = 6;

/// The waiters of one lock, all with the same period.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    period: Nanos,
    /// The length of the timed wait that the period is made of.
    timeout: Nanos,
    /// When a period began, or will begin, that is not far off.
    began: u64,
    /// The members and their phases, in the order of these.
    members: Vec<(u64, Tid)>,
    /// The place that was found last: who is looked for next is mostly near it.
    near: usize,
}

impl Crowd {
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// From one return of a member to its next.
    pub fn period(&self) -> Nanos {
        self.period
    }

    /// Takes in a thread that comes back from its present wait at `returns`, and from each later one `overhead` after
    /// the end of its timeout. False where the others wait for another length of time: then the thread stays outside.
    #[must_use]
    #[inline]
    pub fn join(&mut self, thread: Tid, returns: Nanos, timeout: Nanos, overhead: Nanos) -> bool {
        if self.members.is_empty() {
            (self.timeout, self.period) = (timeout, (timeout + overhead).max(Nanos(1)));
            self.began = returns.0 - returns.0 % self.period.0;
        } else if self.timeout != timeout {
            return false;
        }
        let phase = self.phase(returns);
        let mut place = self.place(phase);
        while self.members.get(place).is_some_and(|member| *member < (phase, thread)) {
            place += 1;
        }
        self.members.insert(place, (phase, thread));
        true
    }

    /// Who comes back next, and when: at `now` or later.
    #[inline]
    pub fn next(&mut self, now: Nanos) -> Option<(Nanos, Tid)> {
        let (place, returns) = self.next_place(now)?;
        Some((returns, self.members[place].1))
    }

    /// Takes out who comes back next, if `may_go` says so of when that is.
    #[inline]
    pub fn take_next(&mut self, now: Nanos, may_go: impl FnOnce(Nanos) -> bool) -> Option<Tid> {
        let (place, returns) = self.next_place(now)?;
        may_go(returns).then(|| self.members.remove(place).1)
    }

    /// Where the member stands that comes back next, and when it does.
    #[inline]
    fn next_place(&mut self, now: Nanos) -> Option<(usize, Nanos)> {
        let first = self.members.first()?.0;
        let at = self.phase(now);
        let place = self.place(at);
        Some(match self.members.get(place) {
            Some((phase, _)) => (place, now + Nanos(phase - at)),
            None => (0, now + Nanos(first + self.period.0 - at)),
        })
    }

    /// The first place of a member with this phase or a later one.
    #[inline]
    fn place(&mut self, phase: u64) -> usize {
        let mut place = self.near.min(self.members.len());
        for _ in 0..STEPS {
            if self.members[..place].last().is_some_and(|before| before.0 >= phase) {
                place -= 1;
            } else if self.members.get(place).is_some_and(|member| member.0 < phase) {
                place += 1;
            } else {
                self.near = place;
                return place;
            }
        }
        self.near = self.members.partition_point(|member| member.0 < phase);
        self.near
    }

    /// How long before the moment its period began; seldom a division.
    #[inline]
    fn phase(&mut self, moment: Nanos) -> u64 {
        let (period, since) = (self.period.0, moment.0.wrapping_sub(self.began));
        if since < period {
            return since;
        }
        let before = self.began.wrapping_sub(moment.0);
        if before <= period {
            return period - before;
        }
        self.began = if since - period < period { self.began + period } else { moment.0 - moment.0 % period };
        moment.0 - self.began
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crowd(returns: &[u64]) -> Crowd {
        let mut crowd = Crowd::default();
        for (thread, &at) in returns.iter().enumerate() {
            assert!(crowd.join(Tid(thread as u32), Nanos(at), Nanos(90), Nanos(10)));
        }
        crowd
    }

    #[test]
    fn members_come_back_once_in_a_period_in_the_order_of_their_phases() {
        let mut crowd = crowd(&[130, 250, 110]);
        let mut next = |now| crowd.next(Nanos(now)).map(|(at, thread)| (at.0, thread.0));
        assert_eq!(next(100), Some((110, 2)));
        assert_eq!(next(111), Some((130, 0)));
        assert_eq!(next(130), Some((130, 0)), "at the very moment too");
        assert_eq!(next(131), Some((150, 1)));
        assert_eq!(next(1_951), Some((2_010, 2)), "round and round");
        assert_eq!(Crowd::default().next(Nanos(7)), None);
    }

    #[test]
    fn it_agrees_with_a_look_at_everybody() {
        let returns: Vec<u64> = (0..60).map(|thread| 5_000 + thread * 37 % 95).collect();
        let mut crowd = crowd(&returns);
        for at in (0..3_000).map(|step| 4_800 + step * 41 % 1_700) {
            let next = returns.iter().enumerate().map(|(thread, first)| {
                let later = (at + 10_000 - first) % 100;
                (at + if later == 0 { 0 } else { 100 - later }, Tid(thread as u32))
            });
            assert_eq!(crowd.next(Nanos(at)), next.min().map(|(at, thread)| (Nanos(at), thread)));
        }
    }

    #[test]
    fn who_leaves_is_gone_and_who_waits_another_time_stays_outside() {
        let mut crowd = crowd(&[30, 50]);
        assert!(!crowd.join(Tid(7), Nanos(40), Nanos(80), Nanos(10)));
        assert_eq!(crowd.take_next(Nanos(40), |returns| returns < Nanos(50)), None);
        let mut take = || crowd.take_next(Nanos(40), |_| true);
        assert_eq!((take(), take(), take()), (Some(Tid(1)), Some(Tid(0)), None));
        assert!(crowd.join(Tid(7), Nanos(40), Nanos(80), Nanos(10)), "an empty one takes any length");
    }
}
