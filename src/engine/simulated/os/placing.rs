//! Which cores are idle, where a thread that wakes shall run, and how long it takes to rouse its core. Knows no events.

use super::entity::Entity;
use super::{Os, Tid, Witness};
use crate::time::Nanos;

impl<W: Witness> Os<W> {
    /// Where a thread that wakes shall run.
    #[inline]
    pub(super) fn place(&self, thread: Tid) -> u32 {
        let Entity { core, pin, lingers, .. } = self.entities[thread.index()];
        if pin.is_some() || lingers || self.is_wholly_idle(core) {
            return core;
        }
        let own = || self.is_idle(core).then_some(core);
        self.a_wholly_idle_core().or_else(own).or_else(|| self.first_idle_core()).unwrap_or(core)
    }

    /// A core that has only just become idle is not asleep yet.
    pub(super) fn rousing(&self, core: u32) -> Nanos {
        let idle = self.now - self.cores[core as usize].since;
        if idle < self.costs.brief { self.costs.wake_brief } else { self.costs.wake_other_core }
    }

    #[inline]
    pub(super) fn is_idle(&self, core: u32) -> bool {
        self.idle[core as usize / 64] >> (core % 64) & 1 == 1
    }

    pub(super) fn an_idle_core(&self) -> Option<u32> {
        self.a_wholly_idle_core().or_else(|| self.first_idle_core())
    }

    /// One whose other hardware threads idle as well. None where there are no others.
    fn a_wholly_idle_core(&self) -> Option<u32> {
        let width = self.costs.threads_per_core;
        let mut firsts = (0..self.cores.len() as u32).step_by(width.max(1) as usize);
        if width < 2 { None } else { firsts.find(|first| self.is_wholly_idle(*first)) }
    }

    #[inline]
    fn is_wholly_idle(&self, core: u32) -> bool {
        let width = self.costs.threads_per_core.max(1);
        if width == 1 {
            return self.is_idle(core);
        }
        let first = core - core % width;
        (first..(first + width).min(self.cores.len() as u32)).all(|core| self.is_idle(core))
    }

    fn first_idle_core(&self) -> Option<u32> {
        let word = self.idle.iter().position(|&word| word != 0)?;
        Some(word as u32 * 64 + self.idle[word].trailing_zeros())
    }

    #[inline]
    pub(super) fn note_idleness(&mut self, core: u32) {
        let bit = 1 << (core % 64);
        let word = &mut self.idle[core as usize / 64];
        if self.cores[core as usize].is_idle() { *word |= bit } else { *word &= !bit }
    }
}
