//! What the heap knows of the functions and classes that were loaded.

use super::watch::plain_generation;
use super::{Heap, Object, Ref, Value};
use crate::bytecode::Code;
use std::sync::Arc;

/// What a function tells of itself.
#[derive(Clone, Debug)]
pub struct FunctionFacts {
    pub name: Box<str>,
    pub qualname: Box<str>,
    /// The module that it was defined in.
    pub module: Arc<str>,
    pub doc: Option<Arc<str>>,
    pub code: Arc<Code>,
}

impl FunctionFacts {
    pub fn of(code: &Arc<Code>, module: Arc<str>) -> FunctionFacts {
        FunctionFacts {
            name: code.name.as_str().into(),
            qualname: code.qualname.as_str().into(),
            module,
            doc: code.doc.clone(),
            code: Arc::clone(code),
        }
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
