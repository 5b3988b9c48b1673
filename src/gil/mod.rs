//! The lock protocols of real runtimes as pure state machines: who may interpret, and what has to be done about it.
//!
//! A protocol gets inputs and the time, and answers with a [`Step`]: which condition variables to signal and what the
//! caller does next. It never sleeps, wakes or reads a clock; a *driver* does, with real condition variables or in
//! virtual time. All calls of one protocol are made under one mutex, the driver's, so a step is atomic.
//!
//! ```text
//! driver                                        protocol
//!   step = take(me, why, now)          ──▶  Hold | Wait { on, timeout }
//!   while step is Wait: sleep, then
//!     step = woken(me, how, now)       ──▶  Hold | Free | Wait { … }
//!   … interprets, looks at `breaker()` at checkpoints …
//!   step = release(me, why, now)       ──▶  Free | Wait { … }      (forced switching waits here)
//! ```

mod cpython_interval;

pub use cpython_interval::CpythonInterval;

use crate::ids::ThreadId;
use crate::time::Nanos;

/// Why a thread wants the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The thread has just been created.
    Start,
    /// It was made to drop the lock at a checkpoint and wants it back.
    AfterForced,
    /// A blocking call has ended.
    AfterBlocking,
}

/// Why a thread gives the lock up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Release {
    /// A drop request was noticed at a checkpoint.
    Forced,
    /// A blocking call begins.
    Blocking,
    /// The thread ends; it never waits for a successor.
    Exit,
}

/// What a thread sleeps on. A signal wakes at most one sleeper and leaves no memory behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cond {
    /// "The lock was released": the threads that want it sleep here.
    Released,
    /// "The lock was taken": a thread that was forced to drop it sleeps here until somebody else has it.
    Taken,
}

/// How a sleep ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Woken {
    Signalled,
    TimedOut,
}

/// What the caller does after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The lock is the caller's; `from` is whoever held it before, if that was another thread.
    Hold { from: Option<ThreadId> },
    /// The caller is done releasing.
    Free,
    /// The caller sleeps on `on`, at most for `timeout`, and reports with `woken`.
    Wait { on: Cond, timeout: Option<Nanos> },
}

/// The verdict of a protocol: signals to give now, something worth logging, and the caller's next act.
#[must_use = "a step that is not carried out leaves threads asleep for ever"]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub signal: Option<Cond>,
    /// This step asked `against`, the holder, to drop the lock.
    pub requested_drop_of: Option<ThreadId>,
    pub next: Next,
}

/// A lock protocol. One instance is one lock.
pub trait Protocol: Send {
    /// `me` wants the lock.
    fn take(&mut self, me: ThreadId, why: Take, now: Nanos) -> Step;

    /// The sleep that the last step of `me` asked for has ended.
    fn woken(&mut self, me: ThreadId, how: Woken, now: Nanos) -> Step;

    /// `me`, the holder, gives the lock up.
    fn release(&mut self, me: ThreadId, why: Release, now: Nanos) -> Step;

    /// Whether the holder shall drop the lock at its next checkpoint.
    fn drop_requested(&self) -> bool;

    /// The holder, if there is one.
    fn holder(&self) -> Option<ThreadId>;

    /// Sets the switch interval for every wait that begins from now on.
    fn set_interval(&mut self, interval: Nanos);
}
