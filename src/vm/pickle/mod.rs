//! Pickles, in CPython's own format: values to bytes and back. Knows the built-in types; what a class, a function or a
//! program's object is made of, the Python part of the module `pickle` finds out. Knows no file.

mod atoms;
pub mod by_name;
pub mod dumping;
mod items;
pub mod loading;
mod make;
mod memo;
mod opcodes;
mod output;
mod pickler;
mod reader;
pub mod spending;
mod step;
mod unpickler;

pub use pickler::Pickler;
pub use unpickler::Unpickler;
