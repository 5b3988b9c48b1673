//! The virtual machine: values, heap, frames, the eval loop, builtins.
//!
//! It runs until it needs the outside world and then returns an [`Exit`]. It knows no clock, thread, file or printing.

mod arguments;
mod arith;
mod attribute;
mod bind;
mod build;
mod builtins;
mod call;
mod class;
mod collection;
mod compare;
mod construct;
mod convert;
mod dict;
mod dict_methods;
mod error;
mod eval;
mod exception;
mod float;
mod for_library;
mod format;
mod functions;
mod generator;
mod heap;
mod int;
mod interp;
mod iter;
mod kind;
mod list_methods;
mod machine;
mod methods;
mod modules;
mod numeric;
mod objects;
mod outside;
mod percent;
mod raised;
mod repr;
mod rounding;
mod sequence;
mod set_methods;
mod str_methods;
mod subscript;
mod symbols;
mod text_methods;
mod thread;
mod unwind;
mod value;

pub use eval::{Exit, Pulse, RECURSION_LIMIT, run};
pub use interp::Interp;
pub use raised::{Raised, TraceEntry};
pub use thread::{Answer, ThreadState};
pub use value::Value;
