//! Whether all models gave the same results. Knows nothing of time.

use super::run::Run;
use crate::model::Model;
use crate::trace::{Outcome, TaskInfo};
use std::fmt;

/// Whether the models that came to results came to the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Fewer than two models came to a result of the same task.
    Unknown,
    Same,
    Different(Vec<Disagreement>),
}

/// Two models that came to different results of one task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    pub task: String,
    /// The two models, and what the task's call returned or raised there.
    pub one: (Model, String),
    pub other: (Model, String),
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Disagreement { task, one, other } = self;
        write!(f, "task {task}: {} under {}, but {} under {}", one.1, one.0, other.1, other.0)
    }
}

/// Compares every task's result with that of the first model that has one. Tasks that were stopped or lost have none.
pub(super) fn agreement(runs: &[Run]) -> Agreement {
    let tasks = runs.first().map_or(&[][..], |run| &run.tasks);
    let mut compared = false;
    let mut different = Vec::new();
    for (index, task) in tasks.iter().enumerate() {
        let mut results = runs.iter().filter_map(|run| Some((run.model, result(run.outcomes.get(index)?)?)));
        let Some(one) = results.next() else { continue };
        for other in results {
            compared = true;
            if one.1 != other.1 {
                different.push(disagreement(task, &one, other));
            }
        }
    }
    match (compared, different.is_empty()) {
        (false, _) => Agreement::Unknown,
        (true, true) => Agreement::Same,
        (true, false) => Agreement::Different(different),
    }
}

fn disagreement(task: &TaskInfo, one: &(Model, String), other: (Model, String)) -> Disagreement {
    Disagreement { task: task.name.clone(), one: one.clone(), other }
}

fn result(outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Returned { value } => Some(value.clone()),
        Outcome::Raised { error, .. } => Some(error.clone()),
        Outcome::Lost { .. } | Outcome::Stopped => None,
    }
}
