//! When waiters join the crowd that waits in vain, and when one of them has to come back for real.
//!
//! A change of the lock's owner makes every wait that began before it a vain one: its end only begins another. So after
//! a change all sleepers join the [`Crowd`](super::crowd::Crowd). A member comes back for real where that can have an
//! effect: while the lock is free, since it may then take it; when nobody else waits who could request a drop; and when
//! a signal is meant for it, having waited longest. The phase of a member is kept as of its last real wait: slack and
//! latency are drawn for real waits only. The others' returns take no core's time; it would be that of an idle core, and
//! where it would be more than a twentieth of one, who comes stays outside. Where slices are long against a wake-up, that
//! limit is a quarter: such returns shorten a hand-off by some microseconds, and no more is seen of them. On a machine with
//! one core they would take it from the holder, in an order that matters, so there nobody joins. Of many, who comes back so as to
//! request a drop an interval later takes no core for it either; where few wait, the core on which one of them wakes matters to
//! the others.

use super::thread::{Doing, Wait};
use super::{Machine, Program};
use crate::engine::simulated::kernel::{Class, Slot};
use crate::engine::simulated::os::Tid;
use crate::gil::{Cond, Next, Step, Woken};
use crate::time::Nanos;

/// An interval is long if it is that many wake-ups.
const LONG: u64 = 40;

/// A crowd of so many has its returns in vain without a core.
const MANY: usize = 8;

/// The most that a crowd may take of a core's time without being seen to do so, as one part of so many.
fn unseen_part(interval: Nanos, wake_up: Nanos) -> u64 {
    if interval >= LONG * wake_up { 4 } else { 20 }
}

impl<P: Program> Machine<'_, P> {
    /// The lock has a new owner: who sleeps on its release now does so in vain.
    #[inline]
    pub(super) fn gather_crowd(&mut self, index: usize) {
        if self.os.cores() == 1 || !self.locks[index].protocol.old_waits_end_in_vain() {
            return;
        }
        for _ in 0..self.locks[index].released.len() {
            let Some(sleeper) = self.locks[index].released.pop_front() else { break };
            if !self.join_crowd(index, sleeper) {
                self.locks[index].released.push_back(sleeper);
            }
        }
    }

    /// A sleeper with a timer of its own gives it up. False: it is not asleep yet, or waits in some other way.
    #[inline]
    fn join_crowd(&mut self, index: usize, sleeper: Tid) -> bool {
        let thread = &self.threads[sleeper.index()];
        let Wait { timeout: Some(timeout), ends, .. } = thread.wait else { return false };
        if !matches!(thread.doing, Doing::Asleep(_)) {
            return false;
        }
        let wake_up = self.costs.os.wake_by_timer;
        let awake = self.costs.lock.mutex;
        let overhead = self.costs.os.timer_slack + wake_up + awake;
        let lock = &mut self.locks[index];
        let crowd = (lock.crowd.len() as u64 + 1) * (awake + 2 * self.costs.os.context_switch);
        if unseen_part(timeout, wake_up) * crowd > timeout + overhead {
            return false;
        }
        if !lock.crowd.join(sleeper, ends + wake_up, timeout, overhead) {
            return false;
        }
        self.os.queue.clear(Slot::Thread(sleeper.0));
        if lock.awaited.is_none_or(|at| ends + wake_up < at) {
            lock.awaited = None;
            self.await_crowd(index);
        }
        true
    }

    /// Sets the event of the next member's return, unless it is set.
    #[inline]
    pub(super) fn await_crowd(&mut self, index: usize) {
        let lock = &mut self.locks[index];
        if lock.awaited.is_none()
            && let Some((at, _)) = lock.crowd.next(self.os.now)
        {
            lock.awaited = Some(at);
            self.os.queue.set(Slot::Crowd(index as u32), at, Class::Wake);
        }
    }

    /// A member is about to come back, unless it has left meanwhile.
    #[inline]
    pub(super) fn crowd_returns(&mut self, index: usize) {
        let now = self.os.now;
        let lock = &mut self.locks[index];
        lock.awaited = None;
        let free = lock.protocol.holder().is_none();
        if !free && (lock.attention || !lock.released.is_empty()) {
            return;
        }
        let unseen = !free && lock.crowd.len() >= MANY;
        if let Some(member) = lock.crowd.take_next(now, |returns| returns == now) {
            if unseen { self.wait_anew(index, member) } else { self.come_back(member) }
        }
        // It may have to wait for a core, and another one be quicker.
        self.await_crowd(index);
    }

    /// The member's wait has ended in vain, and it sleeps again: under the present owner, so that this wait is no vain one.
    #[inline]
    fn wait_anew(&mut self, index: usize, member: Tid) {
        let (awake, now) = (self.costs.lock.mutex, self.os.now);
        let thread = &mut self.threads[member.index()];
        let lock = &mut self.locks[index];
        let step = lock.protocol.woken_to_take(thread.id, Woken::TimedOut, now);
        let Step { signal: None, drop_request: None, next: Next::Wait { on, timeout: Some(timeout) } } = step else {
            return debug_assert!(false, "the protocol has promised that old waits end in vain");
        };
        let ends = awake + self.os.timer_end(timeout);
        let sets_timer_until = now + awake + self.costs.lock.set_timer;
        thread.wait = Wait {
            on: Some(on),
            timeout: Some(timeout),
            since: now + awake,
            ends,
            sets_timer_until,
            slow: false,
            ..thread.wait
        };
        lock.released.push_back(member);
        self.os.queue.set(Slot::Thread(member.0), ends, Class::Timer);
    }

    /// The member's wait has ended without a signal, and it is on its core at once.
    #[inline]
    fn come_back(&mut self, member: Tid) {
        let Doing::Asleep(what) = self.threads[member.index()].doing else { return };
        let slept = self.threads[member.index()].wait.timeout.unwrap_or_default();
        let slow = self.has_become_slow(slept);
        let wait = &mut self.threads[member.index()].wait;
        (wait.on, wait.slow) = (None, slow);
        self.rouse(member, Doing::Woken(what, Woken::TimedOut));
        self.os.wake_after(member, Nanos::ZERO);
    }

    /// Of those who sleep on `on`, takes out who has waited longest in its present wait.
    #[inline]
    pub(super) fn take_oldest(&mut self, index: usize, on: Cond) -> Option<Tid> {
        let now = self.os.now;
        let lock = &mut self.locks[index];
        if on == Cond::Released {
            let other = lock.released.front().map(|sleeper| self.threads[sleeper.index()].wait.since);
            let period = lock.crowd.period();
            let is_older = |returns: Nanos| other.is_none_or(|other| returns.saturating_sub(period) <= other);
            if let Some(member) = lock.crowd.take_next(now, is_older) {
                return Some(member);
            }
        }
        lock.sleepers(on)?.pop_front()
    }
}
