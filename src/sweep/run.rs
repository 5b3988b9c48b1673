//! One run of a sweep: a scenario under one model, from its events to its figures, of which alone anything remains.

use crate::analysis::{Figures, figures_of};
use crate::engine::{self, Clock, Outcomes, Setup, Stop, WorkerCommand};
use crate::model::Model;
use crate::scenario::{EngineName, Scenario, Task};
use crate::trace::{Sink, TaskInfo, Trace, check};
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

/// Runs the scenario's first model; nothing is logged, drawn or printed.
pub fn run(scenario: &Scenario, worker: &WorkerCommand, stop: &Arc<Stop>) -> Result<Figures, Unmeasured> {
    let model = scenario.run.models.first().copied().unwrap_or(Model::Threads);
    run_traced(model, scenario, worker, stop).map(|(figures, _)| figures)
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
    let setup = Setup { scenario, sink: &sink, stop: stop.clone(), clock, print, complain, worker, outcomes };
    let ran = engine::run(model, &setup);
    let outcomes = setup.outcomes.into_vec();
    drop(sink);
    if stop.requested() {
        return Err(Unmeasured::Stopped);
    }
    ran.map_err(|error| Unmeasured::Failed(error.to_string().replace('\n', "; ")))?;
    let info = |task: &Task| TaskInfo { name: task.name.clone(), group: task.group.clone() };
    Ok(Trace::new(model, events.into_events(), scenario.tasks.iter().map(info).collect(), outcomes))
}
