//! One run of a sweep: a scenario under one model, from its events to its figures, of which alone anything remains.

use crate::analysis::{Figures, figures_of};
use crate::engine::{self, Clock, Outcomes, Setup, Stop, WorkerCommand, task_infos, uncaught};
use crate::model::Model;
use crate::scenario::{EngineName, Scenario};
use crate::trace::{Outcome, Sink, TaskInfo, Trace, check};
use std::sync::Arc;
use std::thread::available_parallelism;

/// Why a run yielded no figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmeasured {
    /// It was broken off, because somebody asked for it.
    Stopped,
    /// In one line.
    Failed(String),
}

/// Runs the scenario's first model; nothing is logged, drawn or printed. What is measured of tasks that fail, though nobody
/// expects it, is no measurement of their work.
pub fn run(scenario: &Scenario, worker: &WorkerCommand, stop: &Arc<Stop>) -> Result<Figures, Unmeasured> {
    let model = scenario.run.models.first().copied().unwrap_or(Model::Threads);
    let (figures, trace) = run_traced(model, scenario, worker, stop)?;
    let mut ends = trace.tasks.iter().zip(&trace.outcomes);
    let failure = ends.find_map(|(task, outcome)| failure(scenario, task, outcome));
    match failure.filter(|_| !scenario.expects_failures(model)) {
        Some(why) => Err(Unmeasured::Failed(why)),
        None => Ok(figures),
    }
}

/// How a task has failed, if it has; a script may also leave with the status 0.
fn failure(scenario: &Scenario, task: &TaskInfo, outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Raised { error, .. } if scenario.script && uncaught::ending(error, "").0 == 0 => None,
        Outcome::Raised { error, .. } => Some(format!("task {} ended by {}", task.name, error.replace('\n', "; "))),
        Outcome::Lost { status } => Some(format!("task {} was lost with its worker process: {status}", task.name)),
        Outcome::Returned { .. } | Outcome::Stopped => None,
    }
}

/// Runs the scenario under this model; what remains is its figures, and its events.
pub fn run_traced(
    model: Model,
    scenario: &Scenario,
    worker: &WorkerCommand,
    stop: &Arc<Stop>,
) -> Result<(Figures, Trace), Unmeasured> {
    let trace = trace(model, scenario, worker, stop)?;
    let (figures, beyond) = figures_of(&trace, cores(scenario));
    let contradiction = check(&trace).first().map(ToString::to_string);
    let impossible = beyond.iter().find(|excess| excess.is_defect()).map(ToString::to_string);
    match contradiction.or(impossible) {
        Some(what) => Err(Unmeasured::Failed(format!("the run cannot be, which is a defect of gilsim: {what}"))),
        None => Ok((figures, trace)),
    }
}

/// The cores that a run can use.
fn cores(scenario: &Scenario) -> usize {
    match scenario.run.engine {
        EngineName::Simulated => scenario.machine.cores.get(),
        EngineName::Real => available_parallelism().map_or(1, usize::from),
    }
}

fn trace(model: Model, scenario: &Scenario, worker: &WorkerCommand, stop: &Arc<Stop>) -> Result<Trace, Unmeasured> {
    let (sink, events) = Sink::collecting();
    let (clock, outcomes) = (Clock::start(), Outcomes::of(scenario));
    let (print, complain) = (&|_: &str, _: &str| true, &|_: &str, _: &str| {});
    // Runs at the same time on this host would meet in the files, and each find what those before it left.
    let (stop, keeps_files) = (Arc::clone(stop), false);
    let setup = Setup { scenario, sink: &sink, stop, clock, print, complain, worker, outcomes, keeps_files };
    let ran = engine::run(model, &setup);
    let (outcomes, stopped) = (setup.outcomes.into_vec(), setup.stop.requested());
    drop(sink);
    if stopped {
        return Err(Unmeasured::Stopped);
    }
    ran.map_err(|error| Unmeasured::Failed(error.to_string().replace('\n', "; ")))?;
    Ok(Trace::new(model, events.into_events(), task_infos(scenario), outcomes))
}
