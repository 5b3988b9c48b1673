//! An interpreter whose reference counts are changed from outside: what a thread executes next, the changes that it
//! notes, and the steps in which they are made. Knows neither times nor who races whom.

use super::heap::{Change, Stored};
use super::interp::Interp;
use super::thread::ThreadState;
use super::value::{Object, Ref, Value};
use crate::bytecode::Code;
use std::sync::Arc;

impl Interp {
    /// From now on, changes of reference counts are only noted.
    pub fn watch_counts(&mut self) {
        self.heap.watch();
    }

    /// The changes noted since the last call, in their order.
    #[must_use]
    pub fn take_changes(&mut self) -> Vec<Change> {
        self.heap.take_changes()
    }

    /// The first reference used after its object's death since the last call.
    #[must_use]
    pub fn take_stale(&mut self) -> Option<Ref> {
        self.heap.take_stale()
    }

    /// The object's count; `None` once it is dead.
    pub fn load_count(&self, at: Ref) -> Option<u32> {
        self.heap.load_count(at)
    }

    /// Stores a count that was got by adding `by` to one that was loaded.
    pub fn store_count(&mut self, at: Ref, count: u32, by: i32) -> Stored {
        self.heap.store_count(at, count, by)
    }

    /// How many references to the object there are, whatever its count says; `None` once it is dead.
    pub fn owners(&self, at: Ref) -> Option<u32> {
        self.heap.owners(at)
    }

    /// What the count would be if no store had been in vain; `None` once the object is dead.
    pub fn meant_count(&self, at: Ref) -> Option<i64> {
        self.heap.meant_count(at)
    }

    /// Whether the object is of those that free-threaded CPython does not count: functions, classes, and constants.
    pub fn is_counted_by_nobody(&self, at: Ref) -> bool {
        let of_kind = matches!(self.heap.get(at), Object::Function(_) | Object::Class(_));
        let is = |value: &Value| matches!(value, Value::Obj(constant) if *constant == at);
        of_kind || self.units.iter().any(|unit| unit.consts.iter().any(is))
    }

    /// Objects that nobody refers to and that live all the same.
    pub fn unowned(&self) -> Vec<Ref> {
        self.heap.unowned()
    }

    /// Gives up all globals and constants.
    pub fn release_all(&mut self) {
        for global in &mut self.globals.slots {
            self.heap.drop_value(std::mem::replace(&mut global.value, Value::Unbound));
        }
        for unit in &mut self.units {
            self.heap.drop_all(std::mem::take(&mut unit.consts));
        }
        self.library.take_all().into_iter().for_each(|function| self.heap.drop_value(function));
    }
}

impl ThreadState {
    /// The code that the thread is in, and the index of the instruction that it executes next.
    pub fn next_instr(&self, interp: &Interp) -> Option<(Arc<Code>, usize)> {
        let frame = self.frames.last()?;
        Some((Arc::clone(&interp.units[frame.unit as usize].code), frame.pc as usize))
    }
}
