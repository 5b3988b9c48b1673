//! `cpython-interval`: the GIL of CPython 3.2 to today.
//!
//! A thread that finds the lock taken waits for it one *switch interval*, 5 ms unless told otherwise. If the whole
//! interval passes, the lock is still taken and it has changed its owner not once, the waiter sets the *drop request*
//! and waits on. The holder sees the request at its next checkpoint, lets the lock go, and then does not compete for it
//! before another thread has had it: *forced switching*. Whoever is signalled, or comes by at the right moment, takes
//! the lock; it need not be the thread that asked. Taking the lock clears the request.
//!
//! | state of a thread  | event                                          | does                             | next state         |
//! |--------------------|------------------------------------------------|----------------------------------|--------------------|
//! | outside            | `take`, lock free                              | signals Taken                    | holder             |
//! | outside            | `take`, lock taken                             | notes the switch number          | waiting (interval) |
//! | waiting (interval) | woken, lock free                               | signals Taken                    | holder             |
//! | waiting (interval) | timed out, lock taken, switch number as noted  | sets the drop request            | waiting (interval) |
//! | waiting (interval) | woken otherwise                                | notes the switch number          | waiting (interval) |
//! | holder             | `release`, no drop request, or at thread exit  | signals Released                 | outside            |
//! | holder             | `release`, drop requested                      | signals Released, clears request | leaving            |
//! | leaving            | woken, another thread has had the lock         |                                  | outside            |
//!
//! Each wait is a full, fresh interval. The switch number counts changes of owner, so a thread that takes its own lock
//! back is no switch. Also a voluntary release, before a blocking call, waits in *leaving* while a request is pending.
//!
//! CPython guards `leaving` by a second mutex and condition variable; with one mutex around every step the same
//! transitions need only the second condition variable.
//!
//! Source: `take_gil` and `drop_gil` of CPython, unchanged in this respect from 3.2 to 3.14.

use super::{Acquired, Cond, Freed, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;

/// The shortest interval CPython accepts; smaller ones act as this one.
pub const SHORTEST_INTERVAL: Nanos = Nanos::from_micros(1);

/// One lock.
#[derive(Debug)]
pub struct CpythonInterval {
    interval: Nanos,
    locked: bool,
    /// Who holds the lock, or held it last.
    last_holder: Option<ThreadId>,
    switch_number: u64,
    drop_request: bool,
    /// Per waiting thread, by its number: the switch number when its current wait began.
    seen: Vec<u64>,
}

impl CpythonInterval {
    /// A free lock that nobody has held yet.
    pub fn new(interval: Nanos) -> CpythonInterval {
        CpythonInterval {
            interval: interval.max(SHORTEST_INTERVAL),
            locked: false,
            last_holder: None,
            switch_number: 0,
            drop_request: false,
            seen: Vec::new(),
        }
    }

    /// Sets the drop request for a protocol built on this one, and tells against whom.
    pub(super) fn request_drop(&mut self) -> Option<ThreadId> {
        let against = self.holder();
        self.drop_request |= against.is_some();
        against
    }

    fn acquire(&mut self, me: ThreadId) -> Step<Acquired> {
        let from = self.last_holder.filter(|&holder| holder != me);
        if self.last_holder != Some(me) {
            self.last_holder = Some(me);
            self.switch_number += 1;
        }
        self.locked = true;
        self.drop_request = false;
        Step::done(Acquired { from }).signal(Cond::Taken)
    }

    fn wait_an_interval(&mut self, me: ThreadId) -> Step<Acquired> {
        let slot = me.0 as usize;
        if self.seen.len() <= slot {
            self.seen.resize(slot + 1, 0);
        }
        self.seen[slot] = self.switch_number;
        Step::wait(Cond::Released, Some(self.interval))
    }

    fn switched_since_wait_of(&self, me: ThreadId) -> bool {
        self.seen[me.0 as usize] != self.switch_number
    }
}

impl Protocol for CpythonInterval {
    fn take(&mut self, me: ThreadId, _why: Take, _now: Nanos) -> Step<Acquired> {
        if self.locked { self.wait_an_interval(me) } else { self.acquire(me) }
    }

    fn woken_to_take(&mut self, me: ThreadId, how: Woken, _now: Nanos) -> Step<Acquired> {
        if !self.locked {
            return self.acquire(me);
        }
        let requests = how == Woken::TimedOut && !self.switched_since_wait_of(me);
        self.drop_request |= requests;
        let against = self.last_holder.filter(|_| requests);
        self.wait_an_interval(me).request(against)
    }

    fn release(&mut self, me: ThreadId, why: Release, _now: Nanos) -> Step<Freed> {
        self.locked = false;
        self.last_holder = Some(me);
        let forced_switching = self.drop_request && why != Release::Exit;
        if !forced_switching {
            return Step::done(Freed).signal(Cond::Released);
        }
        self.drop_request = false;
        Step::wait(Cond::Taken, None).signal(Cond::Released)
    }

    /// Any taker's signal ends the wait; a taker is always another thread, since `me` is here.
    fn woken_to_leave(&mut self, me: ThreadId, _how: Woken, _now: Nanos) -> Step<Freed> {
        if self.last_holder == Some(me) {
            return Step::wait(Cond::Taken, None);
        }
        Step::done(Freed)
    }

    fn attention(&self) -> bool {
        self.drop_request
    }

    fn checkpoint(&mut self, _me: ThreadId, _now: Nanos) -> bool {
        self.drop_request
    }

    fn old_waits_end_in_vain(&self) -> bool {
        true
    }

    fn holder(&self) -> Option<ThreadId> {
        self.last_holder.filter(|_| self.locked)
    }

    fn set_interval(&mut self, interval: Nanos) {
        self.interval = interval.max(SHORTEST_INTERVAL);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gil::Next;

    const A: ThreadId = ThreadId(1);
    const B: ThreadId = ThreadId(2);
    const C: ThreadId = ThreadId(3);
    const NOW: Nanos = Nanos::ZERO;
    const INTERVAL: Nanos = Nanos::from_millis(5);

    fn held_by(holder: ThreadId) -> CpythonInterval {
        let mut gil = CpythonInterval::new(INTERVAL);
        let step = gil.take(holder, Take::Start, NOW);
        assert_eq!(step.next, Next::Done(Acquired { from: None }));
        gil
    }

    fn wait_for_lock(gil: &mut CpythonInterval, me: ThreadId) {
        let step = gil.take(me, Take::Start, NOW);
        assert_eq!(step.next, Next::Wait { on: Cond::Released, timeout: Some(INTERVAL) });
    }

    fn time_out(gil: &mut CpythonInterval, me: ThreadId) -> Option<ThreadId> {
        gil.woken_to_take(me, Woken::TimedOut, NOW).drop_request
    }

    #[test]
    fn a_full_interval_without_a_switch_sets_the_drop_request() {
        let mut gil = held_by(A);
        wait_for_lock(&mut gil, B);
        assert!(!gil.attention());
        assert_eq!(time_out(&mut gil, B), Some(A));
        assert!(gil.attention());
    }

    #[test]
    fn a_switch_during_the_wait_means_no_request() {
        let mut gil = held_by(A);
        wait_for_lock(&mut gil, B);
        let _ = gil.release(A, Release::Blocking, NOW);
        let _ = gil.take(C, Take::Start, NOW);
        assert_eq!(time_out(&mut gil, B), None, "the owner has changed");
        assert_eq!(time_out(&mut gil, B), Some(C), "a second, full interval under the same owner");
    }

    #[test]
    fn taking_ones_own_lock_back_is_not_a_switch() {
        let mut gil = held_by(A);
        wait_for_lock(&mut gil, B);
        let _ = gil.release(A, Release::Blocking, NOW);
        let again = gil.take(A, Take::AfterBlocking, NOW);
        assert_eq!(again.next, Next::Done(Acquired { from: None }));
        assert_eq!(time_out(&mut gil, B), Some(A));
    }

    #[test]
    fn a_signalled_wake_up_that_finds_the_lock_taken_starts_a_fresh_interval_without_a_request() {
        let mut gil = held_by(A);
        wait_for_lock(&mut gil, B);
        let step = gil.woken_to_take(B, Woken::Signalled, NOW);
        assert_eq!(step, Step::wait(Cond::Released, Some(INTERVAL)));
        assert!(!gil.attention());
    }

    #[test]
    fn who_is_forced_to_drop_waits_until_another_thread_has_had_the_lock() {
        let mut gil = held_by(A);
        wait_for_lock(&mut gil, B);
        let _ = time_out(&mut gil, B);
        let step = gil.release(A, Release::Forced, NOW);
        assert_eq!((step.signal, step.next), (Some(Cond::Released), Next::Wait { on: Cond::Taken, timeout: None }));
        assert_eq!(gil.woken_to_leave(A, Woken::Signalled, NOW).next, Next::Wait { on: Cond::Taken, timeout: None });
        let taken = gil.woken_to_take(B, Woken::Signalled, NOW);
        assert_eq!((taken.signal, taken.next), (Some(Cond::Taken), Next::Done(Acquired { from: Some(A) })));
        assert_eq!(gil.woken_to_leave(A, Woken::Signalled, NOW).next, Next::Done(Freed));
    }

    #[test]
    fn a_voluntary_release_under_a_pending_request_waits_too() {
        let mut gil = held_by(A);
        wait_for_lock(&mut gil, B);
        let _ = time_out(&mut gil, B);
        let step = gil.release(A, Release::Blocking, NOW);
        assert_eq!(step.next, Next::Wait { on: Cond::Taken, timeout: None });
    }

    #[test]
    fn without_a_request_the_releaser_may_barge_back_in() {
        let mut gil = held_by(A);
        wait_for_lock(&mut gil, B);
        assert_eq!(gil.release(A, Release::Blocking, NOW).next, Next::Done(Freed));
        assert_eq!(gil.take(A, Take::AfterBlocking, NOW).next, Next::Done(Acquired { from: None }));
        assert_eq!(gil.holder(), Some(A));
    }

    #[test]
    fn a_thread_that_ends_waits_for_nobody_and_its_successor_clears_the_request() {
        let mut gil = held_by(A);
        wait_for_lock(&mut gil, B);
        let _ = time_out(&mut gil, B);
        assert_eq!(gil.release(A, Release::Exit, NOW).next, Next::Done(Freed));
        assert_eq!(gil.holder(), None);
        let _ = gil.woken_to_take(B, Woken::Signalled, NOW);
        assert!(!gil.attention());
    }

    #[test]
    fn an_interval_below_a_microsecond_acts_as_one() {
        let mut gil = CpythonInterval::new(Nanos::ZERO);
        let _ = gil.take(A, Take::Start, NOW);
        assert_eq!(
            gil.take(B, Take::Start, NOW).next,
            Next::Wait { on: Cond::Released, timeout: Some(SHORTEST_INTERVAL) }
        );
    }
}
