//! One core and the threads that compete for it: who is to have it, by earliest eligible virtual deadline first. Knows no
//! states of threads and no events.
//!
//! Source: I. Stoica and H. Abdel-Wahab, "Earliest Eligible Virtual Deadline First", 1995, as Linux has it since 6.6, with the
//! delayed leave of 6.12. All threads have the same weight, so virtual time is CPU time.

use super::Tid;
use super::usage::Usage;
use crate::time::Nanos;

/// A thread in a core's queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Queued {
    pub thread: Tid,
    pub claim: Claim,
    /// It sleeps, and is here until what it has had too much is made up for.
    pub lingers: bool,
}

/// How a thread stands against those that want the same core.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Claim {
    /// Virtual runtime; who has had no more than the mean is *eligible*.
    pub runtime: Nanos,
    /// When its present slice has to be had, in virtual runtime.
    pub deadline: Nanos,
}

#[derive(Debug)]
pub(super) struct Core {
    pub running: Option<Tid>,
    /// In virtual runtime of who runs: until then nobody takes its core while it is eligible.
    pub protected: Nanos,
    /// When the last thread that ran here left.
    pub since: Nanos,
    /// Woken threads on their way here.
    pub coming: u32,
    /// What those have had who begin here while nobody else is there; never falls.
    pub floor: Nanos,
    pub usage: Usage,
    /// Whether the next tick is in the queue of events.
    pub ticks: bool,
    /// In the order in which they came.
    queue: Vec<Queued>,
    /// The virtual runtimes in the queue.
    sum: u128,
    /// Those of the queue that do not sleep.
    waiting: usize,
    /// Ticks come at this moment and every period after it.
    phase: Nanos,
}

impl Core {
    pub fn new(phase: Nanos) -> Core {
        Core {
            running: None,
            protected: Nanos::ZERO,
            since: Nanos::ZERO,
            coming: 0,
            floor: Nanos::ZERO,
            usage: Usage::default(),
            ticks: false,
            queue: Vec::new(),
            sum: 0,
            waiting: 0,
            phase,
        }
    }

    #[inline]
    pub fn is_idle(&self) -> bool {
        self.running.is_none() && self.coming == 0 && self.waiting == 0
    }

    /// How many want the core and have it not.
    pub fn waiting(&self) -> usize {
        self.waiting
    }

    /// Whether nobody competes with who runs, not even one who sleeps.
    #[inline]
    pub fn is_uncontended(&self) -> bool {
        self.queue.is_empty()
    }

    pub fn enqueue(&mut self, queued: Queued) {
        self.sum += u128::from(queued.claim.runtime.0);
        self.waiting += usize::from(!queued.lingers);
        self.queue.push(queued);
    }

    /// Takes the thread out of the queue, if it is there.
    pub fn take(&mut self, thread: Tid) -> Option<Queued> {
        let place = self.queue.iter().position(|queued| queued.thread == thread)?;
        let queued = self.queue.remove(place);
        self.sum -= u128::from(queued.claim.runtime.0);
        self.waiting -= usize::from(!queued.lingers);
        Some(queued)
    }

    /// Threads in the queue, also those that sleep.
    #[inline]
    pub fn len(&self) -> usize {
        self.queue.len()
    }

    /// The mean virtual runtime of the queue, of who runs, and of one that leaves.
    #[inline]
    pub fn mean(&self, running: Option<Nanos>, leaving: Option<Nanos>) -> Nanos {
        let count = self.queue.len() + usize::from(running.is_some()) + usize::from(leaving.is_some());
        let others = u128::from(running.unwrap_or_default().0) + u128::from(leaving.unwrap_or_default().0);
        if count == 0 { self.floor } else { divided(self.sum + others, count as u64) }
    }

    /// Who of the queue and who runs, with its claim, shall have the core: of the eligible ones who has the earliest deadline;
    /// who runs and is protected keeps it.
    pub fn pick(&self, current: Option<(Tid, Claim)>) -> Option<Tid> {
        let mean = self.mean(current.map(|(_, claim)| claim.runtime), None);
        let current = current.filter(|(_, claim)| claim.runtime <= mean);
        if let Some((thread, _)) = current.filter(|(_, claim)| claim.runtime < self.protected) {
            return Some(thread);
        }
        let eligible = self.queue.iter().filter(|queued| queued.claim.runtime <= mean);
        let first = eligible.min_by_key(|queued| queued.claim.deadline);
        match (first, current) {
            (Some(first), Some((thread, claim))) if claim.deadline < first.claim.deadline => Some(thread),
            (first, current) => first.map(|first| first.thread).or(current.map(|(thread, _)| thread)),
        }
    }

    /// Those that want the core and have it not, in the order in which they came.
    pub fn waiters(&self) -> impl Iterator<Item = Tid> {
        self.queue.iter().filter(|queued| !queued.lingers).map(|queued| queued.thread)
    }

    /// A thread with that virtual runtime leaves.
    #[inline]
    pub fn raise_floor(&mut self, runtime: Nanos) {
        let least = self.queue.iter().map(|queued| queued.claim.runtime).min();
        self.floor = self.floor.max(least.map_or(runtime, |least| least.min(runtime)));
    }

    /// The first tick after `now`.
    pub fn next_tick(&self, now: Nanos, period: Nanos) -> Nanos {
        match now.0.checked_sub(self.phase.0) {
            Some(since) => Nanos(self.phase.0 + (since / period.0 + 1) * period.0),
            None => self.phase,
        }
    }
}

/// The mean of so many that make `sum` together. Most sums are short, which a host divides faster.
#[inline]
fn divided(sum: u128, count: u64) -> Nanos {
    match (u64::try_from(sum), count) {
        (Ok(sum), 1) => Nanos(sum),
        (Ok(sum), 2) => Nanos(sum / 2),
        (Ok(sum), _) => Nanos(sum / count),
        (Err(_), _) => Nanos((sum / u128::from(count)) as u64),
    }
}
