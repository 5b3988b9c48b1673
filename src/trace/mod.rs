//! What happened in a run.

mod event;

pub use event::*;
