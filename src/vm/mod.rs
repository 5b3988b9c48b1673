//! The virtual machine: values, heap, frames, the eval loop, builtins.
//!
//! It runs until it needs the outside world and then returns an [`Exit`]. It knows no clock, thread, file or printing.

mod arguments;
mod arith;
mod attribute;
mod build;
mod builtins;
mod call;
mod compare;
mod convert;
mod describe;
mod error;
mod eval;
mod float;
mod functions;
mod heap;
mod int;
mod interp;
mod iter;
mod kind;
mod list_methods;
mod methods;
mod modules;
mod numeric;
mod outside;
mod raised;
mod repr;
mod rounding;
mod sequence;
mod str_methods;
mod subscript;
mod thread;
mod value;
mod watched;

pub use eval::{Exit, Pulse, RECURSION_LIMIT, run};
pub use heap::{Change, Stored};
pub use interp::Interp;
pub use raised::{Raised, TraceEntry};
pub use thread::{Answer, ThreadState};
pub use value::{Ref, Value};
