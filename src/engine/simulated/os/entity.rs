//! A thread as the scheduler sees it: where it is, what it has had, and how far its stretch has come.

use super::core::Claim;
use crate::time::Nanos;

/// A thread of the machine, counted over all processes in the order of their making.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tid(pub u32);

impl Tid {
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a thread works through before it has to decide anew: `left` of CPU time, and on until the moment `until`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    pub left: Nanos,
    pub until: Nanos,
}

impl Stretch {
    pub fn of(left: Nanos) -> Stretch {
        Stretch { left, until: Nanos::ZERO }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Asleep,
    /// On the way to `core`.
    Waking,
    /// In the queue of `core`.
    Ready,
    /// On `core`.
    Running,
    /// It would go on, and is stopped.
    Stopped,
}

#[derive(Clone, Debug)]
pub(super) struct Entity {
    pub state: State,
    /// Whether it is to have no core, whatever it waits for.
    pub stopped: bool,
    /// Whether it has never had a core.
    pub fresh: bool,
    /// Where it runs, waits, or was last.
    pub core: u32,
    pub pin: Option<u32>,
    pub claim: Claim,
    /// While it sleeps: how far behind the mean of its core's threads it was, in nanoseconds.
    pub lag: i64,
    /// Whether it sleeps in its core's queue.
    pub lingers: bool,
    /// When it last ran on its core, if it did.
    pub ran: Option<Nanos>,
    /// CPU time that goes to the switch before the stretch goes on.
    pub overhead: Nanos,
    pub stretch: Stretch,
    /// CPU time that the stretch has had.
    pub done: Nanos,
    /// Up to when the above is counted.
    pub since: Nanos,
    /// Thousandths of a core's speed.
    pub pace: u32,
}

/// All of a core's speed, or of its time, in thousandths.
pub(super) const WHOLE: u32 = 1_000;

impl Entity {
    pub fn asleep(core: u32, pin: Option<u32>) -> Entity {
        Entity {
            state: State::Asleep,
            stopped: false,
            fresh: true,
            core,
            pin,
            claim: Claim::default(),
            lag: 0,
            lingers: false,
            ran: None,
            overhead: Nanos::ZERO,
            stretch: Stretch::default(),
            done: Nanos::ZERO,
            since: Nanos::ZERO,
            pace: WHOLE,
        }
    }

    #[inline]
    pub fn begin(&mut self, stretch: Stretch) {
        self.stretch = stretch;
        self.done = Nanos::ZERO;
    }

    /// It shall run on that core from now on.
    #[inline]
    pub fn go_to(&mut self, core: u32) {
        if self.core != core {
            (self.core, self.ran) = (core, None);
        }
    }

    /// Counts what it has had up to `now`.
    #[inline]
    pub fn settle(&mut self, now: Nanos) {
        if self.state != State::Running {
            return;
        }
        let had = now - self.since;
        if had == Nanos::ZERO {
            return;
        }
        let to_switch = had.min(self.overhead);
        self.overhead = self.overhead - to_switch;
        let worked = self.worked(had - to_switch);
        self.claim.runtime += had;
        self.done += worked;
        self.stretch.left = self.stretch.left.saturating_sub(worked);
        self.since = now;
    }

    /// What is done in so much time.
    #[inline]
    fn worked(&self, time: Nanos) -> Nanos {
        if self.pace == WHOLE { time } else { Nanos(time.0.saturating_mul(u64::from(self.pace)) / u64::from(WHOLE)) }
    }

    /// The time that so much work takes.
    #[inline]
    fn lasts(&self, work: Nanos) -> Nanos {
        let stretched = || work.0.saturating_mul(u64::from(WHOLE)).div_ceil(u64::from(self.pace));
        if self.pace == WHOLE { work } else { Nanos(stretched()) }
    }

    /// When the stretch ends if the thread keeps its core.
    #[inline]
    pub fn ends_at(&self) -> Nanos {
        (self.since + self.overhead + self.lasts(self.stretch.left)).max(self.stretch.until)
    }
}
