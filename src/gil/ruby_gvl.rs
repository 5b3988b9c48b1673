//! `ruby-gvl`: the global VM lock of Ruby (MRI 3.3), within one Ractor.
//!
//! The lock is handed over in strict order. Who finds it taken queues; who lets it go hands it to the first in the
//! queue, which then owns it, also while it is still waking up. While somebody queues, and only then, a timer *ticks*
//! every 10 ms and flags the thread that runs. At its next interrupt check the flagged thread books a tick of running
//! time, and once that is the *quantum*, 100 ms, it hands the lock over and queues again at the tail.
//!
//! | state of a thread | event                                       | does                               | next state |
//! |-------------------|---------------------------------------------|------------------------------------|------------|
//! | outside           | `take`, nobody owns the lock                |                                    | holder     |
//! | outside           | `take`, owned                               | queues; the first starts the timer | waiting    |
//! | waiting           | woken, owns the lock                        | running time 0, if switched in     | holder     |
//! | waiting           | woken otherwise                             |                                    | waiting    |
//! | holder            | timer, somebody queues                      | is flagged                         | holder     |
//! | holder            | checkpoint, flagged, running time < quantum | books a tick                       | holder     |
//! | holder            | checkpoint, flagged, quantum used, queue    | books a tick, must release         | holder     |
//! | holder            | `release(Forced)`                           | queues, signals the first          | outside    |
//! | holder            | `release` otherwise                         | signals the first                  | outside    |
//!
//! The flag belongs to the thread: who releases the lock before it looks, books the tick when it has the lock back.
//!
//! Source: `thread_pthread.c` and `thread.c` of Ruby 3.3.

use super::handing_over::HandingOver;
use super::{Acquired, Cond, Freed, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;

/// One lock.
#[derive(Debug)]
pub struct RubyGvl {
    lock: HandingOver,
    quantum: Nanos,
    tick: Nanos,
    /// Of the owner, in ticks booked since it was switched in.
    running_time: Nanos,
    /// By thread: whether it has not yet looked at its flag.
    flagged: Vec<bool>,
    next_tick: Option<Nanos>,
}

impl RubyGvl {
    /// A free lock that nobody has held yet.
    pub fn new(quantum: Nanos, tick: Nanos) -> RubyGvl {
        RubyGvl {
            lock: HandingOver::default(),
            quantum,
            tick,
            running_time: Nanos::ZERO,
            flagged: Vec::new(),
            next_tick: None,
        }
    }

    fn flag(&mut self, thread: ThreadId) {
        let thread = thread.0 as usize;
        if self.flagged.len() <= thread {
            self.flagged.resize(thread + 1, false);
        }
        self.flagged[thread] = true;
    }

    /// Takes the thread's flag away; whether it had one.
    fn unflag(&mut self, thread: ThreadId) -> bool {
        self.flagged.get_mut(thread.0 as usize).is_some_and(std::mem::take)
    }

    fn acquired(&mut self, acquired: Acquired) -> Step<Acquired> {
        if acquired.from.is_some() {
            self.running_time = Nanos::ZERO;
        }
        Step::done(acquired)
    }
}

impl Protocol for RubyGvl {
    fn take(&mut self, me: ThreadId, why: Take, now: Nanos) -> Step<Acquired> {
        if let Some(acquired) = self.lock.take(me, why) {
            return self.acquired(acquired);
        }
        self.next_tick.get_or_insert(now + self.tick);
        Step::wait(Cond::Own(me), None)
    }

    fn woken_to_take(&mut self, me: ThreadId, _how: Woken, _now: Nanos) -> Step<Acquired> {
        match self.lock.claim(me) {
            Some(acquired) => self.acquired(acquired),
            None => Step::wait(Cond::Own(me), None),
        }
    }

    fn release(&mut self, me: ThreadId, why: Release, _now: Nanos) -> Step<Freed> {
        let next = self.lock.release(me, why);
        if self.lock.head().is_none() {
            self.next_tick = None;
        }
        if why == Release::Exit {
            self.unflag(me);
        }
        Step::done(Freed).signal(next.map(Cond::Own))
    }

    fn woken_to_leave(&mut self, _me: ThreadId, _how: Woken, _now: Nanos) -> Step<Freed> {
        Step::done(Freed)
    }

    fn attention(&self) -> bool {
        self.lock.owner().and_then(|owner| self.flagged.get(owner.0 as usize).copied()).unwrap_or(false)
    }

    fn checkpoint(&mut self, me: ThreadId, _now: Nanos) -> bool {
        if !self.unflag(me) {
            return false;
        }
        self.running_time += self.tick;
        self.running_time >= self.quantum && self.lock.head().is_some()
    }

    fn next_timer(&self) -> Option<Nanos> {
        self.next_tick
    }

    fn on_timer(&mut self, now: Nanos) {
        let somebody_queues = self.lock.head().is_some();
        if let Some(owner) = self.lock.owner().filter(|_| somebody_queues) {
            self.flag(owner);
        }
        self.next_tick = Some(now + self.tick).filter(|_| somebody_queues);
    }

    fn is_handed_over(&self) -> bool {
        true
    }

    fn holder(&self) -> Option<ThreadId> {
        self.lock.owner()
    }
}
