//! Weak references: who is to be told when an object dies. A weak reference does not own what it refers to.

use super::Heap;
use crate::vm::value::{Object, Ref, Value};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// By object, the weak references to it that have something to do then.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Mourners(HashMap<Ref, Vec<Ref>>);

/// By object, the weak reference to it that has nothing to do then; some may be dead.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Plain {
    references: HashMap<Ref, Ref>,
    /// How many there may be until the dead are forgotten.
    prune_at: usize,
}

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

    /// The weak reference without a callback that the object has. Owned.
    pub(in crate::vm) fn plain_reference(&mut self, target: Ref) -> Option<Value> {
        let known = *self.plain_references.references.get(&target)?;
        self.is_alive(known).then(|| self.keep(Value::Obj(known)))
    }

    pub(in crate::vm) fn know_plain_reference(&mut self, target: Ref, weak: Ref) {
        if self.plain_references.references.len() >= self.plain_references.prune_at.max(64) {
            let mut all = std::mem::take(&mut self.plain_references.references);
            all.retain(|_, weak| self.is_alive(*weak));
            self.plain_references = Plain { prune_at: all.len() * 2, references: all };
        }
        self.plain_references.references.insert(target, weak);
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

    /// Whether a weak reference may tell of a death.
    pub(super) fn has_weak_references(&self) -> bool {
        self.has_mourners() || !self.plain_references.references.is_empty()
    }
}
