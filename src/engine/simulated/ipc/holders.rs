//! Which processes have a thing, and how often each.

use crate::ids::ProcessId;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Holders(BTreeMap<ProcessId, u32>);

impl Holders {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn has(&self, process: ProcessId) -> bool {
        self.0.contains_key(&process)
    }

    pub fn add(&mut self, process: ProcessId) {
        *self.0.entry(process).or_default() += 1;
    }

    /// Once less. False where the process does not have it.
    #[must_use]
    pub fn remove(&mut self, process: ProcessId) -> bool {
        let Some(count) = self.0.get_mut(&process) else { return false };
        *count -= 1;
        if *count == 0 {
            self.0.remove(&process);
        }
        true
    }

    /// The process is gone. Whether it had it.
    pub fn leave(&mut self, process: ProcessId) -> bool {
        self.0.remove(&process).is_some()
    }

    /// The child has it as often as its parent.
    pub fn copy(&mut self, parent: ProcessId, child: ProcessId) {
        if let Some(count) = self.0.get(&parent).copied() {
            self.0.insert(child, count);
        }
    }

    pub fn processes(&self) -> impl Iterator<Item = ProcessId> {
        self.0.keys().copied()
    }
}
