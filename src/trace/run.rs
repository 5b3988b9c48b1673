//! One model's run, whole: its events in time order and how its tasks ended. Knows neither files nor channels.

use super::order::by_time;
use super::{Event, Outcome};
use crate::model::Model;
use serde::{Deserialize, Serialize};

/// What is known of a task besides its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskInfo {
    /// Unique: `crunch-1`.
    pub name: String,
    /// The name in the scenario, which several tasks may share: `crunch`.
    pub group: String,
    /// It is a whole script, which starts threads and processes itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub script: bool,
}

/// What happened in one model's run. Times are since the model's start.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    pub model: Model,
    /// In time order; events of one thread in the order in which it recorded them.
    pub events: Vec<Event>,
    /// Indexed by `TaskId`.
    pub tasks: Vec<TaskInfo>,
    /// One per task.
    pub outcomes: Vec<Outcome>,
    /// The run was stopped before all tasks had ended.
    pub stopped: bool,
}

impl Trace {
    /// A trace of events in any order, so long as those of each thread are in theirs. Tasks without an outcome count
    /// as stopped.
    pub fn new(model: Model, events: Vec<Event>, tasks: Vec<TaskInfo>, outcomes: Vec<Outcome>) -> Trace {
        Trace::of_batches(model, vec![events], tasks, outcomes)
    }

    /// The same of events that came in batches.
    pub(super) fn of_batches(
        model: Model,
        batches: Vec<Vec<Event>>,
        tasks: Vec<TaskInfo>,
        mut outcomes: Vec<Outcome>,
    ) -> Trace {
        let events = by_time(batches);
        outcomes.resize(tasks.len().max(outcomes.len()), Outcome::Stopped);
        let stopped = outcomes.contains(&Outcome::Stopped);
        Trace { model, events, tasks, outcomes, stopped }
    }
}
