//! Generators and coroutines at rest: a frame that was taken off the stack.

use super::heap::Heap;
use super::value::{Object, Value};
use crate::bytecode::Flavor;
use serde::{Deserialize, Serialize};

/// A generator or coroutine.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Generator {
    /// The code that it executes.
    pub unit: u32,
    /// The next instruction.
    pub pc: u32,
    /// Its local variables and its part of the value stack; empty while it runs and when it has ended.
    pub window: Vec<Value>,
    /// The function, for its cells.
    pub function: Value,
    pub flavor: GeneratorFlavor,
    pub state: State,
    /// Whether it rests inside a `try` or `with`, which must be left properly before it dies; or is a coroutine that has
    /// not begun, of which is told before it dies.
    pub must_close: bool,
    /// Whether it was closed for nobody owned it any more, which is done once.
    pub is_finalized: bool,
    /// A generator that may be awaited, and may delegate to coroutines.
    pub is_coroutine: bool,
    /// An asynchronous generator's next item is being waited for.
    pub is_asked: bool,
    /// The thread whose event loop first asked this asynchronous generator for an item.
    pub of_loop: Option<crate::ids::ThreadId>,
    /// The exception that it was handling when it came to rest; while it runs, the one that its caller handles.
    pub handled: Value,
    /// What a program has called it: its name and qualified name, each `Unbound` where it has not.
    pub names: [Value; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GeneratorFlavor {
    Generator,
    Coroutine,
    AsyncGenerator,
    /// A generator of the library that is awaited for the next item of an asynchronous generator.
    Asked,
    /// One that is awaited for what an asynchronous generator does with an exception.
    Thrown,
}

impl GeneratorFlavor {
    /// What code of this flavor makes.
    pub fn of(flavor: Flavor) -> GeneratorFlavor {
        match flavor {
            Flavor::Function | Flavor::Generator => GeneratorFlavor::Generator,
            Flavor::Coroutine => GeneratorFlavor::Coroutine,
            Flavor::AsyncGenerator => GeneratorFlavor::AsyncGenerator,
        }
    }

    /// The type's name.
    pub fn type_name(self) -> &'static str {
        match self {
            GeneratorFlavor::Generator => "generator",
            GeneratorFlavor::Coroutine => "coroutine",
            GeneratorFlavor::AsyncGenerator => "async_generator",
            GeneratorFlavor::Asked => "async_generator_asend",
            GeneratorFlavor::Thrown => "async_generator_athrow",
        }
    }

    /// As Python's messages call it.
    pub fn title(self) -> &'static str {
        match self {
            GeneratorFlavor::Coroutine | GeneratorFlavor::Thrown => "coroutine",
            GeneratorFlavor::AsyncGenerator => "async generator",
            GeneratorFlavor::Generator | GeneratorFlavor::Asked => "generator",
        }
    }

    /// It is awaited for what an asynchronous generator does next.
    pub fn is_of_library(self) -> bool {
        matches!(self, GeneratorFlavor::Asked | GeneratorFlavor::Thrown)
    }

    /// Why one of this flavor that has ended does not run on; the others say that they are at their end.
    pub fn reused(self) -> Option<&'static str> {
        match self {
            GeneratorFlavor::Coroutine => Some("cannot reuse already awaited coroutine"),
            GeneratorFlavor::Asked => Some("cannot reuse already awaited __anext__()/asend()"),
            GeneratorFlavor::Thrown => Some("cannot reuse already awaited aclose()/athrow()"),
            GeneratorFlavor::Generator | GeneratorFlavor::AsyncGenerator => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Nothing was executed yet.
    New,
    Resting,
    Running,
    Ended,
}

impl Generator {
    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        self.window.iter().copied().for_each(&mut visit);
        visit(self.function);
        visit(self.handled);
        self.names.into_iter().for_each(visit);
    }
}

impl Heap {
    pub fn as_generator(&self, value: Value) -> Option<&Generator> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Generator(generator) => Some(generator),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn as_generator_mut(&mut self, value: Value) -> Option<&mut Generator> {
        match value {
            Value::Obj(at) => match self.get_mut(at) {
                Some(Object::Generator(generator)) => Some(generator),
                _ => None,
            },
            _ => None,
        }
    }
}
