//! Waiters whose timed waits end in vain, kept without an event each.
//!
//! A thread that waits for the lock one interval, finds that the lock has changed its owner meanwhile and waits one
//! interval more does nothing to anybody: it comes back again and again, once in a *period* (the interval, the timer's
//! slack, a wake-up). Where it is in its period, its *phase*, tells all that is ever asked: who has waited longest in its
//! present wait, and who comes back next. So a hundred such threads cost no more than two. Knows no protocol; which
//! waits are in vain, and what becomes of who leaves, is decided in [`super::lock`].

use crate::engine::simulated::os::Tid;
use crate::time::Nanos;

/// The waiters of one lock, all with the same period.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    period: Nanos,
    /// The length of the timed wait that the period is made of.
    timeout: Nanos,
    /// The members' phases in order, and the members in theirs.
    phases: Vec<u64>,
    members: Vec<Tid>,
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
    pub fn join(&mut self, thread: Tid, returns: Nanos, timeout: Nanos, overhead: Nanos) -> bool {
        if self.members.is_empty() {
            (self.timeout, self.period) = (timeout, (timeout + overhead).max(Nanos(1)));
        } else if self.timeout != timeout {
            return false;
        }
        let phase = self.phase(returns);
        let mut place = self.phases.partition_point(|other| *other < phase);
        while self.phases.get(place) == Some(&phase) && self.members[place] < thread {
            place += 1;
        }
        self.phases.insert(place, phase);
        self.members.insert(place, thread);
        true
    }

    /// Who comes back next, and when: at `now` or later.
    #[inline]
    pub fn next(&self, now: Nanos) -> Option<(Nanos, Tid)> {
        let (place, returns) = self.next_place(now)?;
        Some((returns, self.members[place]))
    }

    /// Takes out who comes back next, if `may_go` says so of when that is.
    #[inline]
    pub fn take_next(&mut self, now: Nanos, may_go: impl FnOnce(Nanos) -> bool) -> Option<Tid> {
        let (place, returns) = self.next_place(now)?;
        may_go(returns).then(|| {
            self.phases.remove(place);
            self.members.remove(place)
        })
    }

    /// Where the member stands that comes back next, and when it does.
    #[inline]
    fn next_place(&self, now: Nanos) -> Option<(usize, Nanos)> {
        let first = *self.phases.first()?;
        let at = self.phase(now);
        let place = self.phases.partition_point(|phase| *phase < at);
        Some(match self.phases.get(place) {
            Some(phase) => (place, now + Nanos(phase - at)),
            None => (0, now + Nanos(first + self.period.0 - at)),
        })
    }

    #[inline]
    fn phase(&self, moment: Nanos) -> u64 {
        moment.0 % self.period.0
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
        let crowd = crowd(&[130, 250, 110]);
        let next = |now| crowd.next(Nanos(now)).map(|(at, thread)| (at.0, thread.0));
        assert_eq!(next(100), Some((110, 2)));
        assert_eq!(next(111), Some((130, 0)));
        assert_eq!(next(130), Some((130, 0)), "at the very moment too");
        assert_eq!(next(131), Some((150, 1)));
        assert_eq!(next(1_951), Some((2_010, 2)), "round and round");
        assert_eq!(Crowd::default().next(Nanos(7)), None);
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
