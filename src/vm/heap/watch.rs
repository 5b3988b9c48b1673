//! A watched heap: the changes of its reference counts are noted and not made. Whoever watches makes them, as a load and
//! a store with time between them. Knows neither who that is nor when.
//!
//! The slots of a watched heap bear a mark in their generation, which no reference has. So no reference fits its slot at
//! first sight, and each use goes the way of a stale one, to this file, which looks again. A heap that nobody watches
//! pays nothing for that. Where threads share the heap without a lock, only what they share bears it (see `shared`).

use super::shared::Sharing;
use super::{FREE, Heap, Slot};
use crate::vm::value::{Object, Ref, Value};
use std::cell::Cell;

/// The mark.
pub(super) const WATCHED: u32 = 1 << 31;

/// A change of an object's count that is still to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    pub at: Ref,
    /// 1 or -1.
    pub by: i32,
}

/// What became of an object whose count was stored.
#[must_use = "the children of a freed object are to be released"]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    Alive,
    /// The count was zero. `owners`: how many references to it there still are; `children`: what it owned, each with an
    /// owner less and its count still to be changed.
    Freed {
        owners: u32,
        children: Vec<Ref>,
    },
}

/// What is known of the objects besides their counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Watch {
    /// Slots without an object; those of the heap itself are only for heaps that nobody watches.
    free: Vec<u32>,
    changes: Vec<Change>,
    /// By slot; of nothing where only what is shared is watched.
    facts: Vec<Fact>,
    /// Only what threads share is watched.
    pub sharing: Option<Sharing>,
    /// The first reference that was used after its object's death.
    stale: Cell<Option<Ref>>,
}

/// What is true of an object, whatever its count says.
#[derive(Clone, Copy, Debug, Default)]
struct Fact {
    /// How many references to it there are.
    owners: u32,
    /// What its count would be if no store had been in vain.
    meant: i64,
}

impl Watch {
    pub fn free(&self) -> usize {
        self.free.len()
    }

    pub fn release(&mut self, at: Ref) {
        self.free.push(at.slot() as u32);
    }

    pub fn of(sharing: Sharing) -> Watch {
        Watch { sharing: Some(sharing), ..Watch::default() }
    }

    /// Only objects that are shared are watched: a new one is nobody else's.
    pub fn spares_new_objects(&self) -> bool {
        self.sharing.is_some()
    }
}

/// Without the mark.
pub(super) fn plain_generation(generation: u32) -> u32 {
    generation & !WATCHED
}

/// The generation of a slot's next object; a mark stays.
pub(super) fn next_generation(generation: u32) -> u32 {
    (generation.wrapping_add(1) & !WATCHED) | (generation & WATCHED)
}

impl Heap {
    /// From now on changes of counts are noted, not made.
    pub fn watch(&mut self) {
        self.slots.iter_mut().for_each(|slot| slot.generation |= WATCHED);
        let fact = |slot: &Slot| Fact { owners: slot.count, meant: i64::from(slot.count) };
        let facts = self.slots.iter().map(fact).collect();
        self.watch = Some(Box::new(Watch { free: std::mem::take(&mut self.free), facts, ..Watch::default() }));
    }

    pub fn is_watched(&self) -> bool {
        self.watch.is_some()
    }

    /// The changes noted since the last call, in their order.
    pub fn take_changes(&mut self) -> Vec<Change> {
        self.watch.as_mut().map(|watch| std::mem::take(&mut watch.changes)).unwrap_or_default()
    }

    /// The first reference used after its object's death since the last call; all is forgiven then.
    pub fn take_stale(&mut self) -> Option<Ref> {
        let stale = self.watch.as_mut()?.stale.take()?;
        self.faults.set(0);
        Some(stale)
    }

    /// The object's count; `None` once it is dead.
    pub fn load_count(&self, at: Ref) -> Option<u32> {
        self.watched(at).map(|slot| slot.count)
    }

    /// Stores a count that was got by adding `by` to one that was loaded. With zero, the object is freed.
    pub fn store_count(&mut self, at: Ref, count: u32, by: i32) -> Stored {
        let (Some(slot), Some(watch)) = (self.slots.get_mut(at.slot()), &mut self.watch) else {
            return Stored::Alive;
        };
        if slot.generation != at.generation() | WATCHED {
            return Stored::Alive;
        }
        slot.count = count;
        let fact = watch.facts.get_mut(at.slot());
        let owners = fact.map_or(0, |fact| {
            fact.meant += i64::from(by);
            fact.owners
        });
        if count > 0 {
            return Stored::Alive;
        }
        self.release_slot(at);
        Stored::Freed { owners, children: self.disown_children() }
    }

    fn disown_children(&mut self) -> Vec<Ref> {
        let dying = std::mem::take(&mut self.dying);
        let refs = dying.into_iter().filter_map(|value| match value {
            Value::Obj(child) => Some(child),
            _ => None,
        });
        let (watched, others): (Vec<Ref>, Vec<Ref>) = refs.partition(|child| self.watched(*child).is_some());
        watched.iter().for_each(|child| self.own(*child, -1));
        let others = others.into_iter().filter(|child| self.owners_if_not_watched(*child).is_some());
        others.collect::<Vec<_>>().into_iter().for_each(|child| self.drop_object(child));
        watched
    }

    /// How many references to the object there are; `None` once it is dead.
    pub fn owners(&self, at: Ref) -> Option<u32> {
        self.fact(at).map(|fact| fact.owners)
    }

    /// What the object's count would be if no store had been in vain; `None` once it is dead.
    pub fn meant_count(&self, at: Ref) -> Option<i64> {
        self.fact(at).map(|fact| fact.meant)
    }

    /// Objects that nobody refers to, and that their counts keep alive. Changes that are not made yet keep alive too.
    pub fn unowned(&self) -> Vec<Ref> {
        let Some(watch) = &self.watch else { return Vec::new() };
        let slots = self.slots.iter().zip(&watch.facts).enumerate();
        let unowned = slots.filter(|(_, (slot, fact))| fact.owners == 0 && !matches!(slot.object, Object::Free));
        unowned.map(|(at, (slot, _))| Ref::new(at as u32, slot.generation & !WATCHED)).collect()
    }

    fn fact(&self, at: Ref) -> Option<Fact> {
        self.watched(at)?;
        self.watch.as_ref()?.facts.get(at.slot()).copied()
    }

    fn own(&mut self, at: Ref, by: i32) {
        if let Some(fact) = self.watch.as_mut().and_then(|watch| watch.facts.get_mut(at.slot())) {
            fact.owners = fact.owners.saturating_add_signed(by);
        }
    }

    pub(super) fn watched(&self, at: Ref) -> Option<&Slot> {
        self.slots.get(at.slot()).filter(|slot| slot.generation == at.generation() | WATCHED)
    }

    #[cold]
    pub(super) fn get_watched(&self, at: Ref) -> &Object {
        match self.watched(at) {
            Some(slot) => {
                self.note_use();
                &slot.object
            }
            None => {
                self.note_fault(at);
                &FREE
            }
        }
    }

    #[cold]
    pub(super) fn get_watched_mut(&mut self, at: Ref) -> Option<&mut Object> {
        if self.watched(at).is_none() {
            self.note_fault(at);
            return None;
        }
        self.note_write(at);
        self.slots.get_mut(at.slot()).map(|slot| &mut slot.object)
    }

    #[cold]
    pub(super) fn note_change(&mut self, at: Ref, by: i32) {
        if self.watched(at).is_none() {
            return self.note_fault(at);
        }
        self.own(at, by);
        self.note_use();
        if let Some(watch) = &mut self.watch {
            watch.changes.push(Change { at, by });
        }
    }

    #[cold]
    pub(super) fn note_fault(&self, at: Ref) {
        self.faults.set(self.faults.get() + 1);
        if let Some(watch) = &self.watch {
            watch.stale.set(watch.stale.get().or(Some(at)));
        }
    }

    pub(super) fn take_watched(&mut self, object: Object) -> Ref {
        let watch = self.watch.as_mut().expect("only a watched heap has slots of this kind");
        let fact = Fact { owners: 1, meant: 1 };
        let at = match watch.free.pop() {
            Some(slot) => slot as usize,
            None => {
                self.slots.push(Slot { count: 0, generation: WATCHED, object: Object::Free });
                watch.facts.push(fact);
                self.slots.len() - 1
            }
        };
        watch.facts[at] = fact;
        let slot = &mut self.slots[at];
        (slot.count, slot.object) = (1, object);
        let at = u32::try_from(at).expect("4 billion objects do not fit into memory");
        Ref::new(at, slot.generation & !WATCHED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watched_list() -> (Heap, Ref, Ref) {
        let mut heap = Heap::default();
        let text = heap.new_str("text");
        let list = heap.take_list(vec![text]);
        heap.watch();
        let (Value::Obj(list), Value::Obj(text)) = (list, text) else { panic!("both are objects") };
        (heap, list, text)
    }

    #[test]
    fn a_watched_heap_notes_changes_and_does_not_make_them() {
        let (mut heap, list, _) = watched_list();
        heap.keep_object(list);
        heap.drop_object(list);
        let noted = [Change { at: list, by: 1 }, Change { at: list, by: -1 }];
        assert_eq!((heap.take_changes(), heap.load_count(list)), (noted.to_vec(), Some(1)));
        assert!(heap.take_changes().is_empty());
    }

    #[test]
    fn an_object_whose_count_is_stored_as_zero_is_freed_with_or_without_owners() {
        let (mut heap, list, text) = watched_list();
        heap.keep_object(list);
        assert_eq!(heap.store_count(list, 0, -1), Stored::Freed { owners: 2, children: vec![text] });
        assert_eq!((heap.load_count(list), heap.owners(text), heap.load_count(text)), (None, Some(0), Some(1)));
        assert_eq!(heap.unowned(), [text]);
        assert_eq!(heap.store_count(text, 0, -1), Stored::Freed { owners: 0, children: vec![] });
        assert_eq!((heap.live(), heap.faults()), (0, 0));
    }

    #[test]
    fn a_slot_is_used_again_and_the_old_reference_is_noticed() {
        let (mut heap, list, _) = watched_list();
        assert!(matches!(heap.store_count(list, 0, -1), Stored::Freed { .. }));
        let Value::Obj(next) = heap.new_str("next") else { panic!("a text is an object") };
        assert_eq!((next.slot(), heap.live()), (list.slot(), 2));
        assert!(matches!(heap.get(next), Object::Str(_)) && matches!(heap.get(list), Object::Free));
        assert_eq!((heap.faults(), heap.take_stale(), heap.faults()), (1, Some(list), 0));
    }
}
