//! What threads of a program share besides objects: locks, and the wish to park, to wake, to start. State machines only:
//! how a thread sleeps and what wakes it is the engines' business.

mod lock;
pub mod select;
mod semaphore;
pub mod simple_queue;
mod standing;
mod tasks;
pub mod threads;

pub use lock::{
    Lock, TIMEOUT_MAX, acquire, enter, exit, give_quickly, is_locked, is_owned, recursion_count, release, release_save,
    renew,
};
pub use lock::{take_for_good, take_quickly};
pub use semaphore::{Posted, Semaphore, Waiter};
pub use simple_queue::SimpleQueue;
pub use standing::Standing;
pub use tasks::WaitingTask;

use super::value::Value;
use crate::time::Nanos;
use std::sync::Arc;

/// What a thread wants of the engine that runs it and the others.
#[derive(Debug)]
pub enum Request {
    /// Let the lock go and sleep until the semaphore is this thread's, or until the time is over: see [`Park`]. Take the
    /// lock, answer whether the semaphore is, run on.
    Park(Park),
    /// Wake this thread, which sleeps on a semaphore or is about to: answer `None` and run on.
    Wake(Waiter),
    /// Start a thread: answer whether there is one, and run on.
    Spawn(Spawn),
    /// An exception that ended a thread is to be told of on standard error: answer `None` and run on.
    Complain(Complaint),
}

/// A wait for a semaphore. The thread stands in the semaphore's queue already. Each time that it is woken it calls
/// [`Semaphore::retry`]; when its time is over, [`Semaphore::give_up`].
#[derive(Clone, Debug)]
pub struct Park {
    pub semaphore: Arc<Semaphore>,
    /// The longest time to wait; without one, for ever.
    pub timeout: Option<Nanos>,
    /// Who had the semaphore when it was asked for.
    pub holder: Option<Waiter>,
    /// Whether an event loop waits so for whatever comes next, and nobody keeps it from anything.
    pub is_select: bool,
}

/// Two waits are the same where they are for the same semaphore.
impl PartialEq for Park {
    fn eq(&self, other: &Park) -> bool {
        Arc::ptr_eq(&self.semaphore, &other.semaphore) && self.timeout == other.timeout
    }
}

/// A thread that is to be started: [`super::ThreadState::spawned`] makes its state.
#[derive(Clone, Debug, PartialEq)]
pub struct Spawn {
    /// The name of its lane.
    pub name: String,
    /// What it calls, and with what; owned, and given over to the new thread's state.
    pub(super) call: SpawnedCall,
}

/// A plain function of a module and its only argument.
#[derive(Clone, Copy, Debug)]
pub(super) struct SpawnedCall {
    pub unit: u32,
    pub argument: Value,
}

/// Equal where the same code is called.
impl PartialEq for SpawnedCall {
    fn eq(&self, other: &SpawnedCall) -> bool {
        self.unit == other.unit
    }
}

/// The exception, owned, and the words before its traceback.
#[derive(Debug)]
pub struct Complaint {
    pub(super) exception: Value,
    pub(super) heading: String,
}
