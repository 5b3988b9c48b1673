//! What a pickle has had already: such an object is not written again but named by its number.

use crate::vm::heap::Heap;
use crate::vm::value::{Object, Value};
use std::collections::HashMap;

/// What makes two values the same object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Identity {
    Object(u64),
    /// What CPython has once: the empty text, and those of one character of Latin-1.
    Letter(Option<char>),
    /// The empty byte string, and those of one byte.
    Byte(Option<u8>),
    /// A built-in function, type, method or constant: its kind and number.
    BuiltIn(u8, u64),
}

/// None for values that have no identity: numbers, None.
pub fn identity(heap: &Heap, value: Value) -> Option<Identity> {
    Some(match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Str(text) if text.chars <= 1 && text.text.chars().all(|c| (c as u32) < 0x100) => {
                Identity::Letter(text.text.chars().next())
            }
            Object::Bytes(bytes) if bytes.len() <= 1 => Identity::Byte(bytes.first().copied()),
            _ => Identity::Object(at.id()),
        },
        Value::Builtin(builtin) => Identity::BuiltIn(0, builtin as u64),
        Value::Native(native) => Identity::BuiltIn(1, native as u64),
        Value::Method(method) => Identity::BuiltIn(2, method as u64),
        Value::Exception(kind) => Identity::BuiltIn(3, kind as u64),
        Value::NotImplemented => Identity::BuiltIn(4, 0),
        Value::Ellipsis => Identity::BuiltIn(5, 0),
        Value::Module(module) => Identity::BuiltIn(6, module.number().into()),
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Unbound => return None,
    })
}

#[derive(Clone, Debug, Default)]
pub struct Memo {
    numbers: HashMap<Identity, u32>,
    /// The objects, owned, so that none of them gives its place to another.
    pub kept: Vec<Value>,
}

impl Memo {
    pub fn number(&self, heap: &Heap, value: Value) -> Option<u32> {
        if self.numbers.is_empty() {
            return None;
        }
        self.numbers.get(&identity(heap, value)?).copied()
    }

    /// Numbers an object; takes it.
    pub fn take(&mut self, heap: &Heap, value: Value) -> u32 {
        let number = self.kept.len() as u32;
        if let Some(identity) = identity(heap, value) {
            self.numbers.insert(identity, number);
        }
        self.kept.push(value);
        number
    }
}
