//! What a place remembers of the class that it met last. Valid as long as no class has changed since.

use crate::vm::methods::Method;
use crate::vm::value::{Object, Ref, Value};
use std::cell::Cell;

/// A place that looks up a name.
#[derive(Clone, Debug)]
pub struct Site {
    pub symbol: u32,
    pub memory: Cell<Memory>,
}

/// What the name was found to be.
#[derive(Clone, Copy, Debug)]
pub enum Memory {
    Empty,
    /// The class has no such name; the instance's attribute is the one of this number.
    Own {
        class: Ref,
        epoch: u32,
        at: u32,
    },
    /// A plain value of the class, which instances have unless they have one of their own. Borrowed from it.
    Shared {
        class: Ref,
        epoch: u32,
        value: Value,
    },
    /// A Python function of the class. Borrowed from it.
    Function {
        class: Ref,
        epoch: u32,
        function: Value,
    },
    /// A method of a built-in type.
    BuiltIn {
        kind: Kind,
        method: Method,
    },
}

/// Built-in types whose methods are called often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    List,
    Dict,
    Str,
    Set,
    SimpleQueue,
    Deque,
    Lock,
    Rlock,
}

impl Kind {
    #[inline(always)]
    pub fn of(object: &Object) -> Option<Kind> {
        match object {
            Object::List(_) => Some(Kind::List),
            Object::Dict(_) => Some(Kind::Dict),
            Object::Str(_) => Some(Kind::Str),
            Object::Set(_, false) => Some(Kind::Set),
            Object::SimpleQueue(_) => Some(Kind::SimpleQueue),
            Object::Deque(_) => Some(Kind::Deque),
            Object::Lock(lock) => Some(if lock.reentrant { Kind::Rlock } else { Kind::Lock }),
            _ => None,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Kind::List => "list",
            Kind::Dict => "dict",
            Kind::Str => "str",
            Kind::Set => "set",
            Kind::SimpleQueue => "_queue.SimpleQueue",
            Kind::Deque => "collections.deque",
            Kind::Lock => "_thread.lock",
            Kind::Rlock => "_thread.RLock",
        }
    }
}
