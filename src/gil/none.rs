//! `none`: no lock at all. Everybody who asks is let in at once, however many are inside.
//!
//! | state of a thread | event     | next state |
//! |-------------------|-----------|------------|
//! | outside           | `take`    | inside     |
//! | inside            | `release` | outside    |
//!
//! What then happens to an interpreter with plain reference counts is for the simulated machine to show.

use super::{Acquired, Freed, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;

/// The absence of a lock.
#[derive(Debug)]
pub struct NoLock;

impl Protocol for NoLock {
    fn take(&mut self, _me: ThreadId, _why: Take, _now: Nanos) -> Step<Acquired> {
        Step::done(Acquired { from: None })
    }

    fn woken_to_take(&mut self, _me: ThreadId, _how: Woken, _now: Nanos) -> Step<Acquired> {
        Step::done(Acquired { from: None })
    }

    fn release(&mut self, _me: ThreadId, _why: Release, _now: Nanos) -> Step<Freed> {
        Step::done(Freed)
    }

    fn woken_to_leave(&mut self, _me: ThreadId, _how: Woken, _now: Nanos) -> Step<Freed> {
        Step::done(Freed)
    }

    fn attention(&self) -> bool {
        false
    }

    fn checkpoint(&mut self, _me: ThreadId, _now: Nanos) -> bool {
        false
    }

    fn holder(&self) -> Option<ThreadId> {
        None
    }
}
