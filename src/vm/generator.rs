//! Generators at rest: a frame that was taken off the stack.

use super::value::Value;

/// A generator.
#[derive(Clone, Debug)]
pub struct Generator {
    /// The code that it executes.
    pub unit: u32,
    /// The next instruction.
    pub pc: u32,
    /// Its local variables and its part of the value stack; empty while it runs and when it has ended.
    pub window: Vec<Value>,
    /// The function, for its cells.
    pub function: Value,
    pub state: State,
    /// The exception that it was handling when it came to rest; while it runs, the one that its caller handles.
    pub handled: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    }
}
