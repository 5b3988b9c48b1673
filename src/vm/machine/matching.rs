//! What the patterns of `match` ask of a subject.

use super::{Machine, Next};
use crate::vm::dict;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::value::{Object, Value};
use crate::vm::{class, functions};

pub(super) fn is_sequence(heap: &Heap, value: Value) -> bool {
    let value = heap.base(value);
    matches!(value, Value::Obj(at) if matches!(heap.get(at), Object::List(_) | Object::Tuple(_) | Object::Range(_) | Object::LongRange(_)))
        || heap.as_deque(value).is_some()
}

pub(super) fn is_mapping(heap: &Heap, value: Value) -> bool {
    heap.as_dict(value).is_some()
}

impl Machine<'_> {
    /// A value of a built-in type is of the kind or not. Of others the library knows, once there are abstract classes.
    pub(super) fn match_kind(&mut self, is: fn(&Heap, Value) -> bool, asks: &str) -> Result<Next> {
        let value = self.at(1);
        let holds = is(self.heap, value);
        let may_be = self.heap.as_instance(self.heap.base(value)).is_some();
        if !holds && may_be && self.modules.loaded("collections.abc").is_some() {
            self.heap.keep(value);
            self.push(value);
            return self.library(asks, 1);
        }
        self.go(Value::bool(holds))
    }

    pub(super) fn get_len(&mut self) -> Result<Next> {
        let value = self.at(1);
        match functions::length(self.heap, value) {
            Err(raise) if raise.needs_python() => {
                self.heap.keep(value);
                self.push(value);
                self.library("len", 1)
            }
            length => self.go(length?),
        }
    }

    pub(super) fn match_keys(&mut self) -> Result<Next> {
        let (mapping, keys) = (self.at(2), self.at(1));
        let keys = self.heap.as_tuple(keys).unwrap_or_default().to_vec();
        for (at, key) in keys.iter().enumerate() {
            for other in &keys[..at] {
                if crate::vm::compare::same_or_equal(self.heap, *other, *key)? {
                    let shown = crate::vm::repr::repr(self.heap, *key)?;
                    return Err(error::value_error(format!("mapping pattern checks duplicate key ({shown})")));
                }
            }
        }
        if self.heap.as_dict(mapping).is_none() {
            let both = [self.at(2), self.at(1)].map(|value| self.heap.keep(value));
            both.into_iter().for_each(|value| self.push(value));
            return self.library("match_keys", 2);
        }
        let mut values = Vec::with_capacity(keys.len());
        for key in keys {
            let found = dict::find(self.heap, mapping, key)?;
            let value = found.and_then(|at| Some(self.heap.as_dict(mapping)?.entry(at).value));
            let Some(value) = value else { return self.go(Value::None) };
            values.push(value);
        }
        let values = self.heap.keep_all(&values);
        let values = self.heap.take_tuple(values);
        self.go(values)
    }

    /// A class without patterns inside it only asks for the subject's type.
    pub(super) fn match_class(&mut self, count: u8) -> Result<Next> {
        let (subject, kind, names) = (self.at(3), self.at(2), self.at(1));
        if !class::is_class(self.heap, kind) {
            return Err(error::type_error("called match pattern must be a type"));
        }
        let fits = class::is_subclass(self.heap, class::class_of(self.heap, subject), kind);
        let is_plain = count == 0 && self.heap.as_tuple(names).is_some_and(<[Value]>::is_empty);
        if !fits || is_plain {
            let found = if fits { self.heap.take_tuple(Vec::new()) } else { Value::None };
            return self.replace(3, found);
        }
        self.push(Value::Int(count.into()));
        self.library("match_class", 4)
    }
}
