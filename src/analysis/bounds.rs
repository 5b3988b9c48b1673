//! What no machine could do: laws that hold for whatever engine, program and lock, held against what came out.
//!
//! *Work conservation*: a lock gives one second of interpreting a second, a machine as many seconds of computing as it
//! has cores. *Amdahl's law*: work that is done one after the other, since it needs the lock or there is no core more,
//! takes as long as its parts together; the sequential run tells how long those are. *Little's law*: the mean number of
//! lanes that wait for the lock is the rate of waits times their mean length, and calls that block are not over before
//! the time that they asked for. Laws of the first and the last kind are broken by engines alone; Amdahl's is also broken
//! by a program that does less work when it has to wait, as a loop with a deadline. Knows no event.

use super::build::Built;
use super::measure::Measured;
use super::{Lane, State};
use crate::ids::ProcessId;
use crate::model::Model;
use crate::time::Nanos;
use std::collections::BTreeMap;
use std::fmt;

/// Beyond a bound by this share is within what rounding and the costs of measuring make of it.
const TOLERANCE: f64 = 0.01;

/// Where two runs on a real machine are compared, whose other users come and go.
const TOLERANCE_OF_REAL_RUNS: f64 = 0.25;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    WorkConservation,
    Amdahl,
    Little,
}

/// A bound, and a run that is beyond it.
#[derive(Clone, Debug, PartialEq)]
pub struct Excess {
    pub law: Law,
    pub what: String,
}

impl Excess {
    /// Whether only a defect of the engine explains it.
    pub fn is_defect(&self) -> bool {
        self.law != Law::Amdahl
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let law = match self.law {
            Law::WorkConservation => "work conservation",
            Law::Amdahl => "Amdahl's law",
            Law::Little => "Little's law",
        };
        write!(f, "{} ({law})", self.what)
    }
}

/// What one model's run is held against.
pub(super) struct Limits<'a> {
    pub built: &'a Built,
    pub measured: &'a Measured,
    /// Cores that it could use.
    pub cores: usize,
    /// The sequential run of the same, where both did all their work.
    pub sequential: Option<&'a Built>,
    /// It was ended before its tasks were.
    pub stopped: bool,
}

impl Limits<'_> {
    /// All bounds that the run is beyond.
    pub fn broken(&self) -> Vec<Excess> {
        let checks = [self.lock_seconds(), self.core_seconds(), self.one_after_the_other(), self.waits(), self.calls()];
        checks.into_iter().flatten().collect()
    }

    fn end(&self) -> Nanos {
        self.built.timeline.end
    }

    /// A GIL-second a second.
    fn lock_seconds(&self) -> Option<Excess> {
        let mut held: BTreeMap<ProcessId, Nanos> = BTreeMap::new();
        let lanes = self.built.timeline.lanes.iter().filter(|_| self.built.timeline.has_gil);
        lanes.for_each(|lane| *held.entry(lane.process).or_default() += lane.time(State::Running));
        let most = held.into_values().max().unwrap_or_default();
        let what = || format!("its threads interpreted for {most} under one GIL in {}", self.end());
        is_beyond(most, self.end()).then(|| Excess { law: Law::WorkConservation, what: what() })
    }

    /// As many seconds of computing a second as there are cores, where it is known who had one.
    fn core_seconds(&self) -> Option<Excess> {
        let (computed, cores) = (self.built.computed, self.cores);
        let what = || format!("it computed for {computed} on {cores} cores in {}", self.end());
        let beyond = self.built.knows_cores && is_beyond(computed, cores as u64 * self.end());
        beyond.then(|| Excess { law: Law::WorkConservation, what: what() })
    }

    /// What the sequential run interprets takes as long under one lock, and no less than a core's share of it without.
    fn one_after_the_other(&self) -> Option<Excess> {
        let sequential = self.sequential.filter(|_| self.built.timeline.model != Model::Sequential)?;
        let interpreted = total(&sequential.timeline.lanes, State::Running);
        let shares_a_lock = self.built.timeline.has_gil && self.built.timeline.model.shares_an_interpreter();
        let (least, why) = if shares_a_lock {
            (interpreted, format!("its tasks interpret for {interpreted}, and one GIL lets them do so in turn"))
        } else {
            let ways = self.cores.min(self.built.timeline.lanes.len()).max(1);
            let share = Nanos(interpreted.0 / ways as u64);
            (share, format!("its tasks interpret for {interpreted}, and at most {ways} at once"))
        };
        let why = format!("it took {}, but {why}: it did less work, as loops do that have a deadline", self.end());
        let tolerance = if self.built.knows_cores { TOLERANCE } else { TOLERANCE_OF_REAL_RUNS };
        is_beyond_by(tolerance, least, self.end()).then_some(Excess { law: Law::Amdahl, what: why })
    }

    /// The mean number of waiting lanes is rate times length of waits. Waits that end after the last task count for more
    /// than their lanes show, so the lanes may show less.
    fn waits(&self) -> Option<Excess> {
        if self.stopped || !self.built.timeline.has_gil {
            return None;
        }
        let (shown, told) = (total(&self.built.timeline.lanes, State::WaitingForGil), self.measured.waited);
        let what =
            || format!("its lanes waited {shown} for the GIL, but its acquisitions came after {told} of waiting");
        is_beyond(shown, told).then(|| Excess { law: Law::Little, what: what() })
    }

    /// Calls that block are in progress for at least what they asked for.
    fn calls(&self) -> Option<Excess> {
        let early = self.measured.latencies.iter().find(|group| group.early > 0 && !self.stopped)?;
        let (count, group) = (early.early, &early.group);
        let what = format!("{count} blocking calls of {group} were over before the time that they asked for");
        Some(Excess { law: Law::Little, what })
    }
}

fn total(lanes: &[Lane], state: State) -> Nanos {
    lanes.iter().map(|lane| lane.time(state)).sum()
}

fn is_beyond(value: Nanos, bound: Nanos) -> bool {
    is_beyond_by(TOLERANCE, value, bound)
}

fn is_beyond_by(tolerance: f64, value: Nanos, bound: Nanos) -> bool {
    value.0 as f64 > bound.0 as f64 * (1.0 + tolerance)
}
