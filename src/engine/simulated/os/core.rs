//! One core and the threads that wait for it.

use super::Tid;
use crate::time::Nanos;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

#[derive(Debug)]
pub(super) struct Core {
    pub running: Option<Tid>,
    /// Since when.
    pub picked: Nanos,
    /// When the last thread that ran here left.
    pub since: Nanos,
    /// Woken threads on their way here.
    pub coming: u32,
    /// The least virtual runtime that anybody here has had; never falls.
    pub floor: Nanos,
    /// Whether the next tick is in the queue of events.
    pub ticks: bool,
    /// Least virtual runtime first, then who has waited longest.
    ready: BinaryHeap<Reverse<(Nanos, u64, Tid)>>,
    /// Ticks come at this moment and every period after it.
    phase: Nanos,
}

impl Core {
    pub fn new(phase: Nanos) -> Core {
        Core {
            running: None,
            picked: Nanos::ZERO,
            since: Nanos::ZERO,
            coming: 0,
            floor: Nanos::ZERO,
            ticks: false,
            ready: BinaryHeap::new(),
            phase,
        }
    }

    #[inline]
    pub fn is_idle(&self) -> bool {
        self.running.is_none() && self.coming == 0 && self.ready.is_empty()
    }

    pub fn waiting(&self) -> usize {
        self.ready.len()
    }

    /// The least virtual runtime of those who wait.
    pub fn least(&self) -> Option<Nanos> {
        self.ready.peek().map(|Reverse((runtime, ..))| *runtime)
    }

    pub fn enqueue(&mut self, runtime: Nanos, sequence: u64, thread: Tid) {
        self.ready.push(Reverse((runtime, sequence, thread)));
    }

    /// Who has had least of those that may go.
    pub fn take_ready(&mut self, may_go: impl Fn(Tid) -> bool) -> Option<Tid> {
        let mut stay = Vec::new();
        let mut taken = None;
        while let Some(Reverse(entry)) = self.ready.pop() {
            if may_go(entry.2) {
                taken = Some(entry);
                break;
            }
            stay.push(Reverse(entry));
        }
        self.ready.extend(stay);
        let (runtime, _, thread) = taken?;
        self.raise_floor(runtime);
        Some(thread)
    }

    /// The thread waits here no longer.
    pub fn take_away(&mut self, thread: Tid) {
        self.ready.retain(|Reverse((.., waiter))| *waiter != thread);
    }

    /// `runtime`: what the thread has had that runs, or ran last.
    #[inline]
    pub fn raise_floor(&mut self, runtime: Nanos) {
        let least = self.least().map_or(runtime, |least| least.min(runtime));
        self.floor = self.floor.max(least);
    }

    /// The first tick after `now`.
    pub fn next_tick(&self, now: Nanos, period: Nanos) -> Nanos {
        match now.0.checked_sub(self.phase.0) {
            Some(since) => Nanos(self.phase.0 + (since / period.0 + 1) * period.0),
            None => self.phase,
        }
    }
}
