//! Virtual time: the queue of pending events and the sources of chance. Knows neither threads nor locks.

mod queue;
mod random;

pub use queue::{Class, Event, MOST_THREADS, Queue, Slot};
pub use random::{Chance, Purpose};
