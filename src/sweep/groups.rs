//! Whose blocking calls a run measures: groups of tasks, and the kinds of threads that the program starts, which only a run of it
//! tells.

use super::run::run_traced;
use crate::engine::{Stop, WorkerCommand};
use crate::model::Model;
use crate::scenario::{EngineName, Scenario};
use std::sync::Arc;

/// The names of the scenario's groups of tasks, each once.
pub fn groups(scenario: &Scenario) -> Vec<&str> {
    let mut groups: Vec<&str> = scenario.tasks.iter().map(|task| task.group.as_str()).collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

/// The same, and of a program that may start threads the kinds of these that make blocking calls when it is run on the simulated
/// machine as it is. One that cannot be run has none.
pub fn groups_of_runs(base: &Scenario, worker: &WorkerCommand, stop: &Arc<Stop>) -> Vec<String> {
    let mut all: Vec<String> = groups(base).into_iter().map(str::to_owned).collect();
    if base.script || names_threads(&base.program.text) {
        let mut pilot = base.clone();
        pilot.run.engine = EngineName::Simulated;
        let model = pilot.run.models.first().copied().unwrap_or(Model::Threads);
        let figures = run_traced(model, &pilot, worker, stop).map(|(figures, _)| figures).unwrap_or_default();
        all.extend(figures.calling_groups(model).into_iter().map(str::to_owned));
        all.sort_unstable();
        all.dedup();
    }
    all
}

/// Whether the program has a word for threads, without which it starts none.
fn names_threads(program: &str) -> bool {
    ["thread", "Thread", "Executor", "executor"].iter().any(|word| program.contains(word))
}
