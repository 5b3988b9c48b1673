//! A heap that several threads use at once: what only the thread that made it can reach is as in any heap, what others can
//! reach too is watched. An object comes to be shared when it lies in one that is shared, which is found where that one
//! has been written. Knows neither threads nor what their sharing costs.
//!
//! An object that others reach in some other way counts as its maker's own until then. That is no danger, since all
//! threads of a watched heap take turns; only nobody is told what sharing it brings about.

use super::Heap;
use super::watch::{WATCHED, Watch};
use crate::vm::value::{Object, Ref, Value};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// What has been done to shared objects since somebody last looked.
#[derive(Debug, Default)]
pub struct Touches {
    used: AtomicBool,
    written: AtomicBool,
}

impl Touches {
    /// Whether a shared object was used since the last call.
    #[inline(always)]
    pub fn take_used(&self) -> bool {
        let used = self.used.load(Relaxed);
        if used {
            self.used.store(false, Relaxed);
        }
        used
    }

    /// Whether one was written since they were last forgotten.
    #[inline(always)]
    pub fn has_written(&self) -> bool {
        self.written.load(Relaxed)
    }

    pub fn forget(&self) {
        self.used.store(false, Relaxed);
        self.written.store(false, Relaxed);
    }
}

/// What is known of shared objects.
#[derive(Clone, Debug, Default)]
pub(super) struct Sharing {
    touches: Arc<Touches>,
    /// Written since they were last looked through.
    written: Vec<Ref>,
    /// By large object, how many of its writes need not be looked for yet.
    spared: HashMap<Ref, usize>,
}

/// An object with more children is not looked through at each write.
const LARGE: usize = 64;

impl Heap {
    /// From now on what is shared is watched; nothing is yet.
    pub fn watch_shared(&mut self) -> Arc<Touches> {
        let sharing = Sharing::default();
        let touches = Arc::clone(&sharing.touches);
        self.watch = Some(Box::new(Watch::of(sharing)));
        touches
    }

    /// Everything is shared by now. Returns what was not before, without what is counted by nobody: code, and what
    /// `is_counted` says no to.
    pub fn share_all(&mut self, is_counted: &dyn Fn(Ref) -> bool) -> Vec<Ref> {
        let slots = self.slots.iter().enumerate().filter(|(_, slot)| !matches!(slot.object, Object::Free));
        let all = slots.map(|(at, slot)| Ref::new(at as u32, slot.generation & !WATCHED)).collect();
        self.share(all, is_counted)
    }

    /// The same of what lies in shared objects that were written since the last call.
    pub fn share_written(&mut self, is_counted: &dyn Fn(Ref) -> bool) -> Vec<Ref> {
        let Some(sharing) = self.sharing() else { return Vec::new() };
        let mut written = std::mem::take(&mut sharing.written);
        written.sort_unstable_by_key(|at| at.id());
        written.dedup();
        let mut found = Vec::new();
        for at in written {
            self.look_through(at, &mut found);
        }
        self.share(found, is_counted)
    }

    /// The same of these values and what they lead to, without code and what that leads to.
    pub fn share_values(&mut self, values: impl Iterator<Item = Value>, is_counted: &dyn Fn(Ref) -> bool) -> Vec<Ref> {
        let is_own = |at: &Ref| {
            let slot = self.slots.get(at.slot()).filter(|slot| slot.generation == at.generation());
            slot.is_some_and(|slot| !matches!(slot.object, Object::Function(_) | Object::Class(_)))
        };
        let own = values.filter_map(reference).filter(is_own).collect();
        self.share(own, is_counted)
    }

    /// Finds what lies in `at` and is not shared. A large object is looked through once in so many writes that this costs
    /// no more for each than a small one.
    fn look_through(&mut self, at: Ref, found: &mut Vec<Ref>) {
        if let Some(spared) = self.sharing().and_then(|sharing| sharing.spared.get_mut(&at))
            && *spared > 0
        {
            *spared -= 1;
            return;
        }
        let Some(slot) = self.watched(at) else { return };
        let mut children = 0;
        slot.object.for_each_child(|child| {
            children += 1;
            found.extend(reference(child).filter(|child| self.owners_if_not_watched(*child).is_some()));
        });
        if children > LARGE
            && let Some(sharing) = self.sharing()
        {
            sharing.spared.insert(at, children / LARGE);
        }
    }

    fn share(&mut self, mut waiting: Vec<Ref>, is_counted: &dyn Fn(Ref) -> bool) -> Vec<Ref> {
        let (mut shared, mut functions) = (Vec::new(), HashSet::new());
        while let Some(at) = waiting.pop() {
            let slot = self.slots.get_mut(at.slot()).filter(|slot| slot.generation == at.generation());
            let Some(slot) = slot else { continue };
            match slot.object {
                Object::Class(_) => continue,
                // What it closes over may be shared; the function itself is counted by nobody.
                Object::Function(_) if functions.insert(at) => {}
                Object::Function(_) => continue,
                _ if !is_counted(at) => continue,
                _ => {
                    slot.generation |= WATCHED;
                    shared.push(at);
                }
            }
            slot.object.for_each_child(|child| waiting.extend(reference(child)));
        }
        shared
    }

    fn sharing(&mut self) -> Option<&mut Sharing> {
        self.watch.as_mut()?.sharing.as_mut()
    }

    pub(super) fn note_use(&self) {
        if let Some(sharing) = self.watch.as_ref().and_then(|watch| watch.sharing.as_ref()) {
            sharing.touches.used.store(true, Relaxed);
        }
    }

    pub(super) fn note_write(&mut self, at: Ref) {
        self.note_use();
        if let Some(sharing) = self.sharing() {
            sharing.touches.written.store(true, Relaxed);
            if sharing.written.last() != Some(&at) {
                sharing.written.push(at);
            }
        }
    }
}

fn reference(value: Value) -> Option<Ref> {
    match value {
        Value::Obj(at) => Some(at),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::heap::{Change, Stored};

    fn at(value: Value) -> Ref {
        reference(value).expect("it is an object")
    }

    /// A heap with a list that is shared.
    fn shared_list() -> (Heap, Arc<Touches>, Value) {
        let mut heap = Heap::default();
        let list = heap.take_list(vec![]);
        let touches = heap.watch_shared();
        assert_eq!(heap.share_all(&|_| true), [at(list)]);
        (heap, touches, list)
    }

    #[test]
    fn what_nobody_else_reaches_is_counted_at_once_and_what_is_shared_is_noted() {
        let (mut heap, touches, list) = shared_list();
        let own = heap.new_str("own");
        heap.keep(own);
        heap.drop_value(own);
        assert!(heap.take_changes().is_empty() && !touches.take_used());
        heap.keep(list);
        assert_eq!(heap.take_changes(), [Change { at: at(list), by: 1 }]);
        assert!(touches.take_used() && !touches.take_used() && !touches.has_written());
        heap.drop_value(own);
        assert_eq!((heap.live(), heap.faults()), (1, 0));
    }

    #[test]
    fn what_is_put_into_a_shared_object_is_shared_with_all_it_leads_to() {
        let (mut heap, touches, list) = shared_list();
        let inner = heap.new_str("inner");
        let outer = heap.take_list(vec![inner]);
        heap.as_list_mut(list).expect("it is one").push(outer);
        assert!(touches.has_written());
        assert_eq!(heap.share_written(&|_| true), [at(outer), at(inner)]);
        assert!(heap.share_written(&|_| true).is_empty());
        assert_eq!((heap.owners_if_not_watched(at(inner)), heap.load_count(at(inner))), (None, Some(1)));
    }

    #[test]
    fn the_children_of_a_shared_object_die_with_it_whether_they_are_watched_or_not() {
        let (mut heap, _, list) = shared_list();
        let own = heap.new_str("not looked for yet");
        heap.as_list_mut(list).expect("it is one").push(own);
        assert!(matches!(heap.store_count(at(list), 0, -1), Stored::Freed { children, .. } if children.is_empty()));
        assert_eq!((heap.live(), heap.faults()), (0, 0));
        let next = heap.new_str("in a slot that was shared");
        assert_eq!(heap.owners_if_not_watched(at(next)), Some(1));
    }

    #[test]
    fn a_large_object_is_not_looked_through_at_each_write() {
        let (mut heap, _, list) = shared_list();
        heap.as_list_mut(list).expect("it is one").extend((0..640).map(Value::Int));
        let mut found_at = Vec::new();
        for write in 0..12 {
            let text = heap.new_str("text");
            heap.as_list_mut(list).expect("it is one").push(text);
            if !heap.share_written(&|_| true).is_empty() {
                found_at.push(write);
            }
        }
        assert_eq!(found_at, [0, 11]);
    }
}
