//! What the heap knows of the functions and classes that were loaded.

use super::watch::plain_generation;
use super::{Heap, Object, Ref, Value};
use crate::bytecode::Code;
use crate::vm::modules::Module;
use std::sync::Arc;

/// What a function tells of itself.
#[derive(Clone, Debug)]
pub struct FunctionFacts {
    pub name: Box<str>,
    pub qualname: Box<str>,
    /// The module that it was defined in.
    pub module: Arc<str>,
    /// Whose variables are its global ones.
    pub globals: Module,
    pub doc: Option<Arc<str>>,
    pub code: Arc<Code>,
    /// Whether it stands for a function that is native in CPython: a class makes no method of it.
    pub stands_for_native: bool,
}

impl FunctionFacts {
    pub fn of(code: &Arc<Code>, module: Arc<str>, globals: Module) -> FunctionFacts {
        // What is no member of a module, or is only for the module itself, stands for nothing.
        let is_member = code.qualname == code.name && code.name.starts_with(|first: char| first.is_ascii_alphabetic());
        FunctionFacts {
            name: code.name.as_str().into(),
            qualname: code.qualname.as_str().into(),
            module,
            globals,
            doc: code.doc.clone(),
            code: Arc::clone(code),
            stands_for_native: code.is_library && !code.has_checkpoints && is_member,
        }
    }
}

impl Heap {
    /// Whether the value is a function that stands for a native one.
    pub fn is_stand_in(&self, value: Value) -> bool {
        let code = self.as_function(value).and_then(|function| self.function_facts.get(function.unit as usize));
        code.is_some_and(|facts| !facts.code.has_checkpoints)
    }

    /// Whether the value is a function that is called as a method where it stands in a class.
    pub fn binds(&self, value: Value) -> bool {
        let Some(function) = self.as_function(value) else { return false };
        self.function_facts.get(function.unit as usize).is_none_or(|facts| !facts.stands_for_native)
    }
}

impl Heap {
    /// The classes of the program that are wanted. Borrowed.
    pub fn classes(&self, wanted: impl Fn(&Heap, Value) -> bool) -> Vec<Value> {
        let all = (0..self.slots.len()).filter(|at| matches!(self.slots[*at].object, Object::Class(_)));
        let values = all.map(|at| Value::Obj(Ref::new(at as u32, plain_generation(self.slots[at].generation))));
        values.filter(|class| wanted(self, *class)).collect()
    }
}
