//! The list of objects that will want to do something before they die, and the end of the program. What they do is the
//! library's matter.

use super::Heap;
use crate::vm::finalize;
use crate::vm::value::{Ref, Value};

impl Heap {
    /// An object was made that will want to do something before it dies.
    #[cold]
    pub(in crate::vm) fn note_finalizable(&mut self, value: Value) {
        let Value::Obj(at) = value else { return };
        if self.finalizable.len() >= self.prune_at.max(64) {
            let mut all = std::mem::take(&mut self.finalizable);
            let mut seen = vec![false; self.slots.len()];
            all.retain(|at| self.is_alive(*at) && !std::mem::replace(&mut seen[at.slot()], true));
            self.prune_at = all.len() * 2;
            self.finalizable = all;
        }
        self.finalizable.push(at);
    }

    /// Whether a program may notice when an object dies.
    pub(in crate::vm) fn tells_of_deaths(&self) -> bool {
        self.may_finalize || self.has_weak_references()
    }

    /// Whether a coroutine lives that nobody has awaited.
    pub(in crate::vm) fn has_unawaited(&self) -> bool {
        self.makes_coroutines && self.slots.iter().any(|slot| finalize::is_unawaited(&slot.object))
    }

    /// The program is over: what lives and wants to do something first is to do it, in the order in which it was made,
    /// as CPython's last search for garbage has it.
    pub(in crate::vm) fn finalize_living(&mut self) {
        let known = std::mem::take(&mut self.finalizable);
        let known = known.into_iter().filter(|at| self.is_alive(*at));
        let known: Vec<Ref> = known.collect();
        let late = (0..self.slots.len()).map(|at| Ref::new(at as u32, self.slots[at].generation));
        let mut seen = vec![false; self.slots.len()];
        let is_new = |at: &Ref| !std::mem::replace(&mut seen[at.slot()], true);
        let all: Vec<Ref> = known.into_iter().chain(late).filter(is_new).collect();
        for at in all {
            if self.may_finalize && finalize::wants(self, &self.slots[at.slot()].object) {
                self.keep_object(at);
                self.finalizing.push(Value::Obj(at));
                self.wants_attention = true;
            }
        }
    }
}
