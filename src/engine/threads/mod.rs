//! Runs tasks on OS threads under one GIL.

mod lock;
mod sync;
