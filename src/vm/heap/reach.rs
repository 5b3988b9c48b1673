//! What is reached from outside of the heap, where some of its owners are themselves in question. Knows no module.

use super::Heap;
use crate::vm::value::{Object, Value};

impl Heap {
    /// Visits every object that something outside leads to. `inside`: values that owners in question have, once for each
    /// owner; `roots`: where to begin beside; `beyond` adds what an object leads to and does not own.
    pub fn reach(&self, inside: &[Value], roots: Vec<Value>, mut beyond: impl FnMut(&Object, &mut Vec<Value>)) {
        let mut outside: Vec<u32> = self.slots.iter().map(|slot| slot.count).collect();
        let mut release = |value: Value| {
            if let Value::Obj(at) = value {
                outside[at.slot()] = outside[at.slot()].saturating_sub(1);
            }
        };
        self.slots.iter().for_each(|slot| slot.object.for_each_child(&mut release));
        inside.iter().copied().for_each(release);
        let mut waiting: Vec<usize> = (0..outside.len()).filter(|at| outside[*at] > 0).collect();
        let mut is_seen: Vec<bool> = outside.iter().map(|owners| *owners > 0).collect();
        let mut more = roots;
        loop {
            for value in more.drain(..) {
                if let Value::Obj(at) = value
                    && !std::mem::replace(&mut is_seen[at.slot()], true)
                {
                    waiting.push(at.slot());
                }
            }
            let Some(at) = waiting.pop() else { return };
            let object = &self.slots[at].object;
            object.for_each_child(|child| more.extend(matches!(child, Value::Obj(_)).then_some(child)));
            beyond(object, &mut more);
        }
    }
}
