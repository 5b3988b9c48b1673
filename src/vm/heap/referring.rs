//! Which objects there are, and which refer to which: for a program that asks the garbage collector.

use super::{Heap, is_container, watch};
use crate::vm::compare::is_identical;
use crate::vm::value::{Object, Ref, Value};
use std::collections::HashMap;

impl Heap {
    /// What the collector looks at. Borrowed.
    pub(in crate::vm) fn all_looked_at(&self) -> Vec<Value> {
        let parts = self.parts_of_instances();
        let shown = |at: &usize| self.is_looked_at(&self.slots[*at].object) && !parts.contains_key(at);
        (0..self.slots.len()).filter(shown).map(|at| self.value_at(at)).collect()
    }

    /// The containers that refer to one of the values, but not this tuple of them. Borrowed.
    pub(in crate::vm) fn referrers(&self, tuple: Value, values: &[Value]) -> Vec<Value> {
        let parts = self.parts_of_instances();
        let mut found = Vec::new();
        for (at, slot) in self.slots.iter().enumerate().filter(|(_, slot)| is_container(&slot.object)) {
            let mut refers = false;
            slot.object.for_each_child(|child| refers |= values.iter().any(|value| is_identical(*value, child)));
            let referrer = self.value_at(parts.get(&at).copied().unwrap_or(at));
            if refers && !is_identical(referrer, tuple) && !values.iter().any(|value| self.is_part_of(*value, at)) {
                found.push(referrer);
            }
        }
        found
    }

    /// What the value refers to. Borrowed.
    pub(in crate::vm) fn referents(&self, value: Value) -> Vec<Value> {
        let Value::Obj(at) = value else { return Vec::new() };
        let mut found = Vec::new();
        match self.get(at) {
            // As CPython visits them.
            Object::List(items) => found.extend(items.iter().rev()),
            Object::Tuple(items) => found.extend(items.iter().rev()),
            Object::Dict(table) => {
                let has_texts = table.entries().all(|entry| self.as_str(entry.key).is_some());
                for entry in table.entries() {
                    found.push(entry.value);
                    found.extend((!has_texts).then_some(entry.key));
                }
            }
            Object::Instance(instance) => {
                found.extend(self.referents(instance.base));
                found.extend(instance.attributes.iter().map(|(_, value)| *value));
                found.push(instance.class);
            }
            other => other.for_each_child(|child| found.push(child)),
        }
        found.retain(|value| !matches!(value, Value::Unbound));
        found
    }

    /// The weak references to the object that live. Borrowed.
    pub(in crate::vm) fn weak_references(&self, target: Ref) -> Vec<Value> {
        let refers = |slot: &super::Slot| matches!(slot.object, Object::Weak(to, _) if to == target);
        (0..self.slots.len()).filter(|at| refers(&self.slots[*at])).map(|at| self.value_at(at)).collect()
    }

    /// By slot: values of built-in types that stand within an instance of a class derived from them, and whose they are.
    fn parts_of_instances(&self) -> HashMap<usize, usize> {
        let part = |(at, slot): (usize, &super::Slot)| match &slot.object {
            Object::Instance(instance) => match instance.base {
                Value::Obj(base) => Some((base.slot(), at)),
                _ => None,
            },
            _ => None,
        };
        self.slots.iter().enumerate().filter_map(part).collect()
    }

    /// Whether the value is an instance, and the object in the slot the built-in value within it.
    fn is_part_of(&self, value: Value, at: usize) -> bool {
        self.as_instance(value).is_some_and(|instance| matches!(instance.base, Value::Obj(base) if base.slot() == at))
    }

    fn value_at(&self, at: usize) -> Value {
        Value::Obj(Ref::new(at as u32, watch::plain_generation(self.slots[at].generation)))
    }
}
