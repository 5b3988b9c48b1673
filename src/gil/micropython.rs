//! `micropython`: the GIL of MicroPython.
//!
//! After every 32 jumps backward the thread that runs lets the lock go and takes it again at once. Nobody asks for it,
//! and nothing makes the thread wait for a successor: it mostly has the lock back before the one it has woken can run.
//! Code without loops never lets go.
//!
//! | state of a thread | event                      | does             | next state |
//! |-------------------|----------------------------|------------------|------------|
//! | outside           | `take`, lock free          |                  | holder     |
//! | outside           | `take`, lock taken         |                  | waiting    |
//! | waiting           | woken, lock free           |                  | holder     |
//! | waiting           | woken, lock taken          |                  | waiting    |
//! | holder            | checkpoint, the pace is up | must release     | holder     |
//! | holder            | `release`                  | signals Released | outside    |
//!
//! Source: `py/vm.c` and `mpconfig.h` (`MICROPY_PY_THREAD_GIL_VM_DIVISOR`) of MicroPython. Its ports add yields of
//! their own here and there; this is the lock without them.

use super::barging::Barging;
use super::{Acquired, Freed, Pace, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;
use std::num::NonZeroU32;

/// One lock.
#[derive(Debug)]
pub struct Micropython {
    lock: Barging,
    divisor: NonZeroU32,
}

impl Micropython {
    /// A free lock that nobody has held yet.
    pub fn new(divisor: NonZeroU32) -> Micropython {
        Micropython { lock: Barging::default(), divisor }
    }
}

impl Protocol for Micropython {
    fn take(&mut self, me: ThreadId, _why: Take, _now: Nanos) -> Step<Acquired> {
        self.lock.take(me)
    }

    fn woken_to_take(&mut self, me: ThreadId, _how: Woken, _now: Nanos) -> Step<Acquired> {
        self.lock.take(me)
    }

    fn release(&mut self, _me: ThreadId, _why: Release, _now: Nanos) -> Step<Freed> {
        self.lock.release()
    }

    fn woken_to_leave(&mut self, _me: ThreadId, _how: Woken, _now: Nanos) -> Step<Freed> {
        Step::done(Freed)
    }

    fn attention(&self) -> bool {
        false
    }

    fn checkpoint(&mut self, _me: ThreadId, _now: Nanos) -> bool {
        true
    }

    fn pace(&self) -> Pace {
        Pace::EveryBackJumps(self.divisor.get())
    }

    fn holder(&self) -> Option<ThreadId> {
        self.lock.holder()
    }
}
