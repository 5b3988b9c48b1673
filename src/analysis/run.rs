//! One model's run as analysis sees it: events go by in time order, and nothing is kept of them but what is said of the
//! run. So a run may be longer than memory would hold its events.

use super::build::{Built, TimelineBuilder};
use super::counts::Counts;
use super::kept::{Kept, KeptFold};
use super::measure::{Measured, Meter};
use crate::model::Model;
use crate::trace::{Event, Outcome, TaskInfo, Trace};

/// The fold over a run's events.
#[derive(Debug)]
pub struct RunFold {
    builder: TimelineBuilder,
    meter: Meter,
    kept: KeptFold,
    counts: Counts,
}

impl RunFold {
    /// `tasks`: those of the run, by their ids.
    pub fn new(tasks: &[TaskInfo]) -> RunFold {
        RunFold {
            builder: TimelineBuilder::default(),
            meter: Meter::new(tasks),
            kept: KeptFold::default(),
            counts: Counts::default(),
        }
    }

    /// Takes the next event, in time order.
    pub fn observe(&mut self, event: &Event) {
        self.builder.observe(event);
        self.meter.observe(event);
        self.kept.observe(event);
        self.counts.observe(event);
    }

    /// The run, whose events have all gone by; of `trace` the rest is wanted.
    pub fn finish(self, trace: &Trace) -> Run {
        Run {
            model: trace.model,
            tasks: trace.tasks.clone(),
            outcomes: trace.outcomes.clone(),
            stopped: trace.stopped,
            built: self.builder.finish(trace.model, trace.stopped),
            measured: self.meter.finish(),
            kept: self.kept.finish(),
            counts: self.counts,
        }
    }
}

/// What is known of one model's run.
#[derive(Debug)]
pub struct Run {
    pub(super) model: Model,
    pub(super) tasks: Vec<TaskInfo>,
    /// One per task.
    pub(super) outcomes: Vec<Outcome>,
    pub(super) stopped: bool,
    pub(super) built: Built,
    pub(super) measured: Measured,
    pub(super) kept: Kept,
    pub(super) counts: Counts,
}

impl Run {
    /// That of a trace which is there as a whole.
    pub fn of(trace: &Trace) -> Run {
        let mut fold = RunFold::new(&trace.tasks);
        trace.events.iter().for_each(|event| fold.observe(event));
        fold.finish(trace)
    }

    /// Whether the run did all its work, so that its wall time can be compared. A task that raised has done its work.
    pub(super) fn is_whole(&self) -> bool {
        let undone = |outcome: &Outcome| matches!(outcome, Outcome::Lost { .. } | Outcome::Stopped);
        !self.stopped && !self.outcomes.iter().any(undone)
    }
}
