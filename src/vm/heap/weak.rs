//! Weak references: who is to be told when an object dies. A weak reference does not own what it refers to.

use super::Heap;
use crate::vm::value::{Object, Ref, Value};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// By object, the weak references to it that have something to do then.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Mourners(HashMap<Ref, Vec<Ref>>);

impl Heap {
    /// Whether the object of a weak reference still lives.
    pub fn is_alive(&self, at: Ref) -> bool {
        let is_its = |slot: &super::Slot| super::watch::plain_generation(slot.generation) == at.generation();
        self.slots.get(at.slot()).is_some_and(|slot| is_its(slot) && !matches!(slot.object, Object::Free))
    }

    /// A new weak reference. Takes the function that is called when the object dies, or None.
    pub fn take_weak(&mut self, target: Ref, callback: Value) -> Value {
        let weak = self.take_object(Object::Weak(target, callback));
        if let (Value::Obj(at), false) = (weak, matches!(callback, Value::None)) {
            self.mourners.0.entry(target).or_default().push(at);
        }
        weak
    }

    /// The object is dying: what its weak references have to do is done between two instructions, the youngest first.
    #[cold]
    pub(super) fn tell_mourners(&mut self, at: Ref) {
        let told = self.mourners.0.remove(&at).unwrap_or_default();
        for weak in told.into_iter().rev().filter(|weak| self.is_alive(*weak)).collect::<Vec<_>>() {
            self.keep_object(weak);
            self.finalizing.push(Value::Obj(weak));
            self.wants_attention = true;
        }
    }

    #[inline]
    pub(super) fn has_mourners(&self) -> bool {
        !self.mourners.0.is_empty()
    }
}
