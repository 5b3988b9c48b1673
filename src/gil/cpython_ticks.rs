//! `cpython-ticks`: the GIL of CPython 2, 3.0 and 3.1.
//!
//! Nobody asks for the lock. Each time the *ticker* has counted `check_interval` + 1 bytecodes, 101 unless told
//! otherwise, the thread that runs lets the lock go and takes it again at once, without a look at whether anybody wants
//! it. The release wakes one sleeper; on several cores it nearly always comes too late, finds the lock taken and sleeps
//! again, and on one core it cannot even try before the operating system takes the core away from the holder.
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
//! The ticker is one for all threads and goes on counting over switches. The lock itself comes into being with the
//! second thread: before that, a checkpoint releases nothing.
//!
//! Source: `PyEval_EvalFrameEx` and `PyThread_acquire_lock` of CPython 2.7.

use super::barging::Barging;
use super::{Acquired, Freed, Pace, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;
use std::num::NonZeroU32;

/// One lock.
#[derive(Debug)]
pub struct CpythonTicks {
    lock: Barging,
    check_interval: NonZeroU32,
    /// The first thread that ever took the lock, as long as it is the only one.
    alone: Option<ThreadId>,
    threaded: bool,
}

impl CpythonTicks {
    /// A free lock that nobody has held yet.
    pub fn new(check_interval: NonZeroU32) -> CpythonTicks {
        CpythonTicks { lock: Barging::default(), check_interval, alone: None, threaded: false }
    }
}

impl Protocol for CpythonTicks {
    fn take(&mut self, me: ThreadId, _why: Take, _now: Nanos) -> Step<Acquired> {
        self.threaded |= *self.alone.get_or_insert(me) != me;
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
        self.threaded
    }

    fn pace(&self) -> Pace {
        Pace::EveryBytecodes(self.check_interval.saturating_add(1).get())
    }

    fn holder(&self) -> Option<ThreadId> {
        self.lock.holder()
    }
}
