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
//!   … interprets; at a checkpoint, if attention() is set or the pace is up:
//!       checkpoint(me, now)                ──▶  true: release(Forced), then take(AfterForced), with nothing in between
//!   step = release(me, why, now)           ──▶  Done(Freed) | Wait      (forced switching waits here)
//!     while Wait: sleep;
//!     step = woken_to_leave(me, how, now)  ──▶  Done(Freed) | Wait
//!   at the time that next_timer() tells: on_timer(now)
//! ```
//!
//! After each call the driver looks at `attention` and `next_timer` anew. A thread never gives up waiting, and it is
//! `Done` with its last `take` before it calls again.

mod barging;
mod bfs;
mod cpython_interval;
mod cpython_ticks;
mod fifo;
mod handing_over;
mod micropython;
mod none;
mod ocaml_master;
mod parameter;
mod policy;
mod priority;
mod pypy;
mod random;
mod ruby_gvl;

#[cfg(test)]
mod tests;

pub use policy::Policy;
pub use priority::Wake;

use crate::ids::ThreadId;
use crate::time::Nanos;
use serde::{Deserialize, Serialize};

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
    /// [`Protocol::checkpoint`] said so: a drop was requested, or the pace or a quantum was up.
    Forced,
    /// A blocking call begins.
    Blocking,
    /// The thread ends; it waits for no successor.
    Exit,
}

/// What a thread sleeps on. A signal wakes at most one sleeper, the one whose current wait is the oldest, and leaves no
/// memory behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cond {
    /// "The lock was released": the threads that want it sleep here.
    Released,
    /// "The lock was taken": who was forced to drop it sleeps here until somebody else has it.
    Taken,
    /// "The lock was released", for waiters of the better class.
    Urgent,
    /// That thread's own condition variable, for handing the lock to it alone.
    Own(ThreadId),
    /// Nobody ever signals it: the caller lets go of the mutex for the wait's timeout, which it always has. A bounded
    /// spin.
    Pause,
}

/// What makes a holder look by itself whether it shall drop the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Nothing: it looks only when [`Protocol::attention`] is set.
    OnRequest,
    /// It looks each time this many counted bytecodes have been run. One counter for the whole lock, held with the
    /// lock: it goes on counting where the last holder stopped, and begins anew after each look.
    EveryBytecodes(u32),
    /// The same with jumps backward.
    EveryBackJumps(u32),
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
    #[inline]
    fn done(result: D) -> Step<D> {
        Step { signal: None, drop_request: None, next: Next::Done(result) }
    }

    #[inline]
    fn wait(on: Cond, timeout: Option<Nanos>) -> Step<D> {
        Step { signal: None, drop_request: None, next: Next::Wait { on, timeout } }
    }

    #[inline]
    fn signal(self, cond: impl Into<Option<Cond>>) -> Step<D> {
        Step { signal: cond.into(), ..self }
    }

    #[inline]
    fn request(self, against: Option<ThreadId>) -> Step<D> {
        Step { drop_request: against, ..self }
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

    /// Whether the holder shall call [`Protocol::checkpoint`] at its next checkpoint: mirrored in the eval breaker.
    fn attention(&self) -> bool;

    /// `me`, the holder, is at a checkpoint, because attention is set, its pace is up, or for a reason of the driver's.
    /// Must it now `release(Forced)`, and take the lock again?
    fn checkpoint(&mut self, me: ThreadId, now: Nanos) -> bool;

    /// When the driver shall call [`Protocol::on_timer`]; not at all, where `None`.
    fn next_timer(&self) -> Option<Nanos> {
        None
    }

    /// The time that `next_timer` told has come.
    fn on_timer(&mut self, _now: Nanos) {}

    /// Whether a sleep on [`Cond::Released`] with a timeout that began before the lock's last change of owner ends in
    /// vain: if it is not signalled and the lock is taken when it is over, its thread does nothing but sleep as long
    /// again. A driver may then spare itself the waking.
    fn old_waits_end_in_vain(&self) -> bool {
        false
    }

    /// Whether the lock always belongs to who gets it next: then nobody is woken to take it and finds it taken, though
    /// somebody may be woken for another reason.
    fn is_handed_over(&self) -> bool {
        false
    }

    /// What makes a holder look by itself; the same during the whole life of the lock.
    fn pace(&self) -> Pace {
        Pace::OnRequest
    }

    /// Who holds the lock, or has been handed it and is about to wake; `None` also where a protocol keeps no account.
    fn holder(&self) -> Option<ThreadId>;

    /// Sets the switch interval (`sys.setswitchinterval`) for waits that begin from now on, where the protocol has one.
    fn set_interval(&mut self, _interval: Nanos) {}

    /// Sets what chance begins with, before anything else, where the protocol leaves something to it.
    fn seed(&mut self, _seed: u64) {}
}
