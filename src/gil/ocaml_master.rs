//! `ocaml-master`: the master lock of OCaml's system threads, 4.14, and of each domain of OCaml 5.
//!
//! A *tick* every 50 ms records a signal. At its next poll point the thread that runs sees it and yields, if anybody
//! waits: it lets the lock go, wakes one waiter, and then sleeps among the waiters itself, even though the lock is
//! free, until somebody else has had it. So a yield is a switch for sure. A release before a blocking call is none: it
//! wakes one waiter, and whoever comes first has the lock.
//!
//! | state of a thread | event                                       | does                     | next state |
//! |-------------------|---------------------------------------------|--------------------------|------------|
//! | outside           | `take`, lock free                           | lets the yielder compete | holder     |
//! | outside           | `take`, lock taken                          |                          | waiting    |
//! | yielder           | `take`, nobody else has had the lock since  |                          | waiting    |
//! | yielder           | `take` otherwise                            | as from outside          |            |
//! | waiting           | woken, lock free                            | lets the yielder compete | holder     |
//! | waiting           | woken, lock taken                           |                          | waiting    |
//! | holder            | tick                                        | the signal is recorded   | holder     |
//! | holder            | checkpoint, signal recorded, somebody waits | forgets it, must release | holder     |
//! | holder            | checkpoint, nobody waits                    | forgets it               | holder     |
//! | holder            | `release(Forced)`, somebody waits           | signals Released         | yielder    |
//! | holder            | `release` otherwise                         | signals Released         | outside    |
//!
//! The ticks come at fixed distances, whoever holds the lock then. One that comes while nobody does stays recorded for
//! the next holder; so no timer is needed while the lock is free.
//!
//! Source: `st_stubs.c` and `st_posix.h` of OCaml 4.14.

use super::barging::Barging;
use super::{Acquired, Cond, Freed, Next, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;

/// One lock.
#[derive(Debug)]
pub struct OcamlMaster {
    lock: Barging,
    tick: Nanos,
    waiters: usize,
    /// Who has yielded and may not have the lock before another thread.
    yielder: Option<ThreadId>,
    recorded: bool,
    /// Set by the first `take`.
    next_tick: Option<Nanos>,
}

impl OcamlMaster {
    /// A free lock that nobody has held yet.
    pub fn new(tick: Nanos) -> OcamlMaster {
        OcamlMaster { lock: Barging::default(), tick, waiters: 0, yielder: None, recorded: false, next_tick: None }
    }

    fn compete(&mut self, me: ThreadId, now: Nanos) -> Step<Acquired> {
        if self.yielder == Some(me) {
            return Step::wait(Cond::Released, None);
        }
        let step = self.lock.take(me);
        if let Next::Done(_) = step.next {
            self.yielder = None;
            self.keep_time(now);
        }
        step
    }

    /// Records the ticks up to `now`.
    fn keep_time(&mut self, now: Nanos) {
        let next = *self.next_tick.get_or_insert(now + self.tick);
        if next <= now {
            self.recorded = true;
            let missed = (now - next).0 / self.tick.0.max(1) + 1;
            self.next_tick = Some(next + Nanos(self.tick.0.saturating_mul(missed)));
        }
    }
}

impl Protocol for OcamlMaster {
    fn take(&mut self, me: ThreadId, _why: Take, now: Nanos) -> Step<Acquired> {
        let step = self.compete(me, now);
        self.waiters += usize::from(matches!(step.next, Next::Wait { .. }));
        step
    }

    fn woken_to_take(&mut self, me: ThreadId, _how: Woken, now: Nanos) -> Step<Acquired> {
        let step = self.compete(me, now);
        self.waiters -= usize::from(matches!(step.next, Next::Done(_)));
        step
    }

    fn release(&mut self, me: ThreadId, why: Release, _now: Nanos) -> Step<Freed> {
        if why == Release::Forced && self.waiters > 0 {
            self.yielder = Some(me);
        }
        self.lock.release()
    }

    fn woken_to_leave(&mut self, _me: ThreadId, _how: Woken, _now: Nanos) -> Step<Freed> {
        Step::done(Freed)
    }

    fn attention(&self) -> bool {
        self.recorded
    }

    fn checkpoint(&mut self, _me: ThreadId, _now: Nanos) -> bool {
        std::mem::take(&mut self.recorded) && self.waiters > 0
    }

    fn next_timer(&self) -> Option<Nanos> {
        self.next_tick.filter(|_| self.lock.holder().is_some())
    }

    fn on_timer(&mut self, now: Nanos) {
        self.keep_time(now);
    }

    fn holder(&self) -> Option<ThreadId> {
        self.lock.holder()
    }
}
