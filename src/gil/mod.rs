//! The lock protocols of real runtimes as pure state machines: who may interpret, and what has to be done about it.
//!
//! A protocol is told what threads do and what time it is, and answers with a [`Step`]: which condition variable to
//! signal, and whether the caller is done or has to sleep. It never sleeps, wakes or reads a clock; a *driver* does,
//! with real condition variables or in virtual time. All calls of one protocol are made under one mutex, the driver's,
//! so a step is atomic.
//!
//! ```text
//! driver                                             protocol
//!   step = take(me, why, now)              ──▶  Done(Acquired) | Wait
//!     while Wait: sleep;
//!     step = woken_to_take(me, how, now)   ──▶  Done(Acquired) | Wait
//!   … interprets; asks drop_requested() at its checkpoints …
//!   step = release(me, why, now)           ──▶  Done(Freed) | Wait      (forced switching waits here)
//!     while Wait: sleep;
//!     step = woken_to_leave(me, how, now)  ──▶  Done(Freed) | Wait
//! ```

mod cpython_interval;

pub use cpython_interval::CpythonInterval;

use crate::ids::ThreadId;
use crate::time::Nanos;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a thread wants the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The thread begins.
    Start,
    /// It had to drop the lock at a checkpoint and wants it back.
    AfterForced,
    /// A blocking call has ended.
    AfterBlocking,
}

/// Why a thread gives the lock up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Release {
    /// A drop request was noticed at a checkpoint.
    Forced,
    /// A blocking call begins.
    Blocking,
    /// The thread ends; it waits for no successor.
    Exit,
}

/// What a thread sleeps on. A signal wakes at most one sleeper and leaves no memory behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cond {
    /// "The lock was released": the threads that want it sleep here.
    Released,
    /// "The lock was taken": who was forced to drop it sleeps here until somebody else has it.
    Taken,
}

/// How a sleep ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Woken {
    Signalled,
    TimedOut,
}

/// The caller has the lock. `from`: who had it last, if that was another thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acquired {
    pub from: Option<ThreadId>,
}

/// The caller has given the lock up and may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freed;

/// The verdict of a protocol.
#[must_use = "a step that is not carried out leaves threads asleep for ever"]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<D> {
    /// The condition variable to signal, once, before anything else.
    pub signal: Option<Cond>,
    /// The caller, a waiter, has just asked this holder to drop the lock.
    pub drop_request: Option<ThreadId>,
    pub next: Next<D>,
}

/// What the caller does after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next<D> {
    Done(D),
    /// Sleep on `on`, at most for `timeout`, and report how the sleep ended.
    Wait {
        on: Cond,
        timeout: Option<Nanos>,
    },
}

impl<D> Step<D> {
    fn done(signal: Cond, result: D) -> Step<D> {
        Step { signal: Some(signal), drop_request: None, next: Next::Done(result) }
    }

    fn wait(on: Cond, timeout: Option<Nanos>) -> Step<D> {
        Step { signal: None, drop_request: None, next: Next::Wait { on, timeout } }
    }
}

/// A lock protocol. One instance is one lock.
pub trait Protocol: Send {
    /// `me` wants the lock.
    fn take(&mut self, me: ThreadId, why: Take, now: Nanos) -> Step<Acquired>;

    /// The sleep into which `take` sent `me` has ended.
    fn woken_to_take(&mut self, me: ThreadId, how: Woken, now: Nanos) -> Step<Acquired>;

    /// `me`, the holder, gives the lock up.
    fn release(&mut self, me: ThreadId, why: Release, now: Nanos) -> Step<Freed>;

    /// The sleep into which `release` sent `me` has ended.
    fn woken_to_leave(&mut self, me: ThreadId, how: Woken, now: Nanos) -> Step<Freed>;

    /// Whether the holder shall drop the lock at its next checkpoint.
    fn drop_requested(&self) -> bool;

    /// Who holds the lock.
    fn holder(&self) -> Option<ThreadId>;
}

/// The protocols by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyName {
    CpythonInterval,
}

impl PolicyName {
    pub const ALL: [PolicyName; 1] = [PolicyName::CpythonInterval];

    /// The name in scenario files and messages.
    pub fn name(self) -> &'static str {
        match self {
            PolicyName::CpythonInterval => "cpython-interval",
        }
    }

    /// One line on what the policy does.
    pub fn about(self) -> &'static str {
        match self {
            PolicyName::CpythonInterval => {
                "CPython 3.2 to today: a waiter requests a drop after a full switch interval without a switch"
            }
        }
    }

    /// A free lock under this protocol.
    pub fn protocol(self, interval: Nanos) -> Box<dyn Protocol> {
        match self {
            PolicyName::CpythonInterval => Box::new(CpythonInterval::new(interval)),
        }
    }
}

impl fmt::Display for PolicyName {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad(self.name())
    }
}
