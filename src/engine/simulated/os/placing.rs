//! Which cores are idle, and where a thread that wakes shall run. Knows no events.

use super::entity::{Entity, WHOLE};
use super::usage::Usage;
use super::{Os, OsCosts, Tid, Witness};

impl<W: Witness> Os<W> {
    /// Where a thread that wakes shall run.
    #[inline]
    pub(super) fn place(&mut self, thread: Tid) -> u32 {
        let Entity { core, pin, lingers, fresh, .. } = self.entities[thread.index()];
        if pin.is_some() || lingers || self.is_wholly_idle(core) || !(fresh || self.searches(core)) {
            return core;
        }
        let own = || self.is_idle(core).then_some(core);
        self.a_wholly_idle_core().or_else(own).or_else(|| self.first_idle_core()).unwrap_or(core)
    }

    /// Whether who wakes, and finds its core busy, looks for an idle one.
    #[inline]
    pub(super) fn searches(&mut self, own: u32) -> bool {
        let OsCosts { search_below, leave_above, .. } = self.costs;
        search_below >= WHOLE || self.usage_of(own).is_above(leave_above) || self.mean_usage() < search_below
    }

    /// For how much of its recent time a core was in use.
    #[inline]
    fn usage_of(&mut self, core: u32) -> &Usage {
        let core = &mut self.cores[core as usize];
        core.usage.advance(self.now, core.running.is_some());
        &core.usage
    }

    /// Of all cores; it is looked at once a tick.
    fn mean_usage(&mut self) -> u32 {
        let (looked_at, mean) = self.mean_usage;
        if self.now < looked_at + self.costs.tick {
            return mean;
        }
        let cores = self.cores.len() as u32;
        let mean = (0..cores).map(|core| self.usage_of(core).share()).sum::<u32>() / cores;
        self.mean_usage = (self.now, mean);
        mean
    }

    /// Whether a thread on the core `by` that wakes one on `target` has to interrupt that core. One that has only just become
    /// idle still looks for work by itself.
    #[inline]
    pub(super) fn interrupts(&self, by: u32, target: u32) -> bool {
        let core = &self.cores[target as usize];
        by != target && (core.running.is_some() || self.now >= core.since + self.costs.brief)
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
