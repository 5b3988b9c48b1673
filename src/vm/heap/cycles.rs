//! Objects that only refer to each other, which counting alone never frees.

use super::Heap;
use crate::vm::finalize;
use crate::vm::value::{Ref, Value};

impl Heap {
    /// Whether there are so many objects that a look for cycles is due.
    pub fn collection_is_due(&self) -> bool {
        self.slots.len() > self.collect_at.max(100_000)
            && self.free.is_empty()
            && self.watch.is_none()
            && self.collector().0
    }

    /// Frees objects that only refer to each other, by trial deletion: an object whose owners are all objects is garbage
    /// unless something that is owned from outside leads to it.
    pub fn collect(&mut self) {
        // The counts of a watched heap are not its own.
        if self.watch.is_some() {
            return;
        }
        let mut outside: Vec<u32> = self.slots.iter().map(|slot| slot.count).collect();
        for slot in &self.slots {
            slot.object.for_each_child(|child| {
                if let Value::Obj(at) = child {
                    let left = outside[at.slot()].checked_sub(1);
                    debug_assert!(
                        left.is_some(),
                        "{:?} has fewer owners than refer to it",
                        self.slots[at.slot()].object
                    );
                    outside[at.slot()] = left.unwrap_or_default();
                }
            });
        }
        let mut waiting: Vec<usize> = (0..outside.len()).filter(|at| outside[*at] > 0).collect();
        let mut alive = vec![false; outside.len()];
        waiting.iter().for_each(|at| alive[*at] = true);
        while let Some(at) = waiting.pop() {
            self.slots[at].object.for_each_child(|child| {
                if let Value::Obj(child) = child
                    && !std::mem::replace(&mut alive[child.slot()], true)
                {
                    waiting.push(child.slot());
                }
            });
        }
        self.finalize_garbage(&alive);
        if !self.finalizing.is_empty() {
            return;
        }
        self.free_all(|at| !alive[at]);
        self.collect_at = self.live() * 2;
    }

    /// Objects of cycles that want to do something first do it; they die when cycles are looked for the next time.
    fn finalize_garbage(&mut self, alive: &[bool]) {
        if !(self.may_finalize | self.makes_coroutines) {
            return;
        }
        let wants = |at: &usize| !alive[*at] && finalize::wants(self, &self.slots[*at].object);
        let found: Vec<usize> = (0..self.slots.len()).filter(wants).collect();
        for at in found {
            self.slots[at].count += 1;
            self.finalizing.push(Value::Obj(Ref::new(at as u32, self.slots[at].generation)));
            self.wants_attention = true;
        }
    }
}
