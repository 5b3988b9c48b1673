//! The instructions that are rare, and what a common one does when it meets a value whose class is the program's.
//!
//! Nothing here executes Python: it arranges the stack for a call, and the eval loop enters the frame.

mod attributes;
mod awaiting;
mod call;
mod fallback;
mod import;
mod matching;
mod namespace;
mod numeric;
mod operators;
mod rare;
mod scope;
mod texts;
mod waiting;

use crate::bytecode::{FRAME_SLOTS, Name};
use crate::vm::error::{self, Raise, Result};
use crate::vm::exception::{self, ExceptionKind};
use crate::vm::globals::Globals;
use crate::vm::heap::Heap;
use crate::vm::interp::{Library, Unit};
use crate::vm::modules::{Module, Modules};
use crate::vm::thread::Kind;
use crate::vm::value::Value;

/// The frame that runs, as these instructions see it.
pub struct Machine<'a> {
    pub heap: &'a mut Heap,
    pub globals: &'a mut Globals,
    pub library: &'a Library,
    pub modules: &'a mut Modules,
    pub unit: &'a Unit,
    pub window: &'a mut [Value; FRAME_SLOTS],
    pub sp: u8,
    /// The next instruction.
    pub pc: usize,
    /// The function that runs; it lies below the window.
    pub function: Value,
    /// The exception that is being handled.
    pub handled: &'a mut Value,
}

/// A call that is to be entered: the function lies at `first - 1`, its arguments from there up to the stack's top.
pub struct Entering {
    pub first: u8,
    /// How much of the stack the caller keeps.
    pub keep: u8,
    pub kind: Kind,
    /// A tuple of the last arguments' names, or None.
    pub keywords: Value,
    /// Whether the instruction is executed again afterwards.
    pub again: bool,
}

/// How it goes on.
pub enum Next {
    Go,
    Jump(u16),
    Enter(Entering),
    /// The generator in this slot runs on and is told the value (owned), or has the exception raised in it.
    Resume {
        slot: u8,
        keep: u8,
        kind: Kind,
        sent: std::result::Result<Value, Box<Raise>>,
    },
    /// A module's code is to be run, and the instruction executed again.
    Import(Module, std::sync::Arc<crate::bytecode::Code>),
    /// Another thread executes the module's body: it is to be waited for, and the instruction executed again.
    Await(Module),
    /// A text's code is to be made a function of its module, which is pushed.
    Text(Box<crate::vm::texts::CompiledText>),
    /// A native function asks the outside world.
    Outside(crate::vm::call::Outcome),
    /// A queue wants something of other threads, and the instruction is executed again afterwards.
    Again(Value, crate::vm::sync::Request),
}

impl Machine<'_> {
    pub(super) fn at(&self, depth: u8) -> Value {
        self.window[usize::from(self.sp.wrapping_sub(depth))]
    }

    pub(super) fn push(&mut self, value: Value) {
        self.window[usize::from(self.sp)] = value;
        self.sp = self.sp.wrapping_add(1);
    }

    pub(super) fn pop(&mut self) -> Value {
        self.sp = self.sp.wrapping_sub(1);
        self.window[usize::from(self.sp)]
    }

    pub(super) fn drop_top(&mut self, count: u8) {
        for _ in 0..count {
            let value = self.pop();
            self.heap.drop_value(value);
        }
    }

    pub(super) fn go(&mut self, value: Value) -> Result<Next> {
        self.push(value);
        Ok(Next::Go)
    }

    pub(super) fn replace(&mut self, count: u8, value: Value) -> Result<Next> {
        self.drop_top(count);
        self.go(value)
    }

    /// Takes the last values off the stack and puts them back above a function, to be called with them. The result
    /// takes their place.
    pub(super) fn enter(&mut self, function: Value, count: u8, kind: Kind) -> Next {
        let first = self.sp.wrapping_sub(count);
        for at in (first..self.sp).rev() {
            self.window[usize::from(at) + 1] = self.window[usize::from(at)];
        }
        self.window[usize::from(first)] = self.heap.keep(function);
        self.sp = self.sp.wrapping_add(1);
        Next::Enter(Entering { first: first + 1, keep: first, kind, keywords: Value::None, again: false })
    }

    /// Calls a function of the library with the last values of the stack.
    pub(super) fn library(&mut self, name: &str, count: u8) -> Result<Next> {
        match self.library.get(name) {
            Some(function) => Ok(self.enter(function, count, Kind::Call)),
            None => Err(error::type_error(format!("gilsim does not support '{name}' on this value yet"))),
        }
    }

    pub(super) fn symbol(&self, name: Name) -> u32 {
        self.unit.symbols[usize::from(name.0)]
    }
}

/// A generator has returned the value. Takes it.
pub fn stop_iteration(heap: &mut Heap, value: Value) -> Box<Raise> {
    let args = if let Value::None = value { Vec::new() } else { vec![value] };
    let thrown = exception::new(heap, Value::Exception(ExceptionKind::StopIteration), args);
    Raise::of(thrown, false)
}
