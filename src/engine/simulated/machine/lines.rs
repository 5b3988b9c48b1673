//! Lines of memory that processes share, and which core had each last: who touches one that another core had waits until it
//! has come over. Knows no value.

use crate::vm::system::process::{MemoryCall, ProcessCall, SemaphoreCall};
use std::collections::BTreeMap;

/// What lies in a line of its own: the semaphores, the blocks of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Line {
    Semaphore(i64),
    Block(i64),
}

#[derive(Debug, Default)]
pub(super) struct Lines {
    had_by: BTreeMap<Line, u32>,
}

impl Lines {
    /// Whether the call has to fetch a line from another core, which has it from now on.
    #[must_use = "it takes time"]
    pub fn comes_over(&mut self, call: &ProcessCall, core: Option<u32>) -> bool {
        let line = match call {
            ProcessCall::Semaphore(
                SemaphoreCall::Acquire { semaphore: number, .. } | SemaphoreCall::Release(number),
            ) => Line::Semaphore(*number),
            ProcessCall::Memory(MemoryCall::Read { block, .. } | MemoryCall::Write { block, .. }) => {
                Line::Block(*block)
            }
            _ => return false,
        };
        let Some(core) = core else { return false };
        self.had_by.insert(line, core).is_some_and(|before| before != core)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_comes_over_once_for_each_change_of_cores() {
        let mut lines = Lines::default();
        let release = ProcessCall::Semaphore(SemaphoreCall::Release(1));
        let other = ProcessCall::Semaphore(SemaphoreCall::Release(2));
        assert!(!lines.comes_over(&release, Some(0)), "nobody had it");
        assert!(!lines.comes_over(&release, Some(0)));
        assert!(lines.comes_over(&release, Some(1)));
        assert!(!lines.comes_over(&other, Some(0)), "a line of its own");
        assert!(lines.comes_over(&release, Some(0)));
    }
}
