//! Engines: they drive the virtual machine through a scenario's tasks under one model, and log what happens.
//!
//! Refuse to know what becomes of the log: figures, words and pictures are made elsewhere.

mod attributes;
mod clock;
mod deadlock;
mod input;
mod kernel;
mod pace;
mod processes;
mod scratch;
mod signals;
pub mod simulated;
#[cfg(unix)]
mod sockets;
#[cfg(not(unix))]
#[path = "sockets/none.rs"]
mod sockets;
mod stop;
mod system;
mod threads;
pub mod uncaught;
mod zone;

pub use clock::Clock;
use clock::{native_id, process_cpu_time, thread_cpu_time};
pub use processes::{WorkerCommand, serve_as_worker};
pub use stop::{SignalWatch, Stop, Watch};

use crate::ids::TaskId;
use crate::model::Model;
use crate::scenario::{EngineName, Scenario};
use crate::source::{Diagnostic, SourceFile};
use crate::time::Nanos;
use crate::trace::{Outcome, Sink, TaskInfo};
use parking_lot::Mutex;
use std::fmt;
use std::io;
use std::sync::Arc;

/// Shows what a task prints, as it comes: the lane's name, the text. False where nobody reads it any more.
pub type Print<'a> = &'a (dyn Fn(&str, &str) -> bool + Sync);

/// Shows what goes to the program's standard error, likewise.
pub type Complain<'a> = &'a (dyn Fn(&str, &str) + Sync);

/// All that an engine needs for one model's run.
pub struct Setup<'a> {
    pub scenario: &'a Scenario,
    pub sink: &'a Sink,
    pub stop: Arc<Stop>,
    /// Zero at the model's start.
    pub clock: Clock,
    pub print: Print<'a>,
    pub complain: Complain<'a>,
    /// How to start a worker process.
    pub worker: &'a WorkerCommand,
    /// Filled as tasks end, so that a failure of the run costs none of them.
    pub outcomes: Outcomes,
    /// What the program does with files lasts; else, on the simulated machine, it is undone with the run.
    pub keeps_files: bool,
}

/// How the tasks of a run have ended so far, by task id; one that has not ended counts as stopped.
#[derive(Debug)]
pub struct Outcomes(Mutex<Vec<Outcome>>);

/// What a trace says of the scenario's tasks, in their order.
pub fn task_infos(scenario: &Scenario) -> Vec<TaskInfo> {
    let script = scenario.script;
    let of_tasks = scenario.tasks.iter();
    of_tasks.map(|task| TaskInfo { name: task.name.clone(), group: task.group.clone(), script }).collect()
}

impl Outcomes {
    /// Of a run in which nothing has ended yet.
    pub fn of(scenario: &Scenario) -> Outcomes {
        Outcomes(Mutex::new(vec![Outcome::Stopped; scenario.tasks.len()]))
    }

    pub fn into_vec(self) -> Vec<Outcome> {
        self.0.into_inner()
    }

    fn put(&self, task: TaskId, outcome: Outcome) {
        self.0.lock()[task.0 as usize] = outcome;
    }
}

/// Runs all tasks under `model`; how they ended is in the setup's outcomes, also where the run failed.
pub fn run(model: Model, setup: &Setup) -> Result<(), EngineError> {
    match setup.scenario.run.engine {
        EngineName::Simulated => simulated::run_scenario(model, setup),
        EngineName::Real => run_for_real(model, setup),
    }
}

/// Whether the machine that the scenario describes can be built: its profile, its size.
pub fn check_machine(scenario: &Scenario) -> Result<(), EngineError> {
    simulated::check(scenario)
}

fn run_for_real(model: Model, setup: &Setup) -> Result<(), EngineError> {
    let policy = setup.scenario.run.policy;
    if !policy.runs_on_real_threads() {
        return Err(EngineError::SimulatedOnly { policy: policy.name() });
    }
    if let Some(task) = setup.scenario.tasks.iter().find(|task| task.core.is_some()) {
        return Err(EngineError::BoundTask { task: task.name.clone() });
    }
    match model {
        Model::Sequential => threads::run_sequential(setup),
        Model::Threads => threads::run_threads(setup),
        Model::ThreadPool => threads::run_driven(setup, "_model_thread_pool"),
        Model::Asyncio => threads::run_driven(setup, "_model_asyncio"),
        Model::Processes => processes::run(setup, setup.scenario.run.workers.get()),
        Model::ProcessPool => {
            let cores = std::thread::available_parallelism().map_or(1, usize::from);
            processes::run(setup, setup.scenario.run.pool_size(model, cores))
        }
        Model::SubInterpreters | Model::FreeThreaded | Model::Hybrid => Err(EngineError::ModelSimulatedOnly { model }),
    }
}

/// How many workers there is work for.
fn worker_count(scenario: &Scenario) -> usize {
    scenario.run.workers.get().min(scenario.tasks.len())
}

/// The name of worker `index` of `workers`, from 0: its task's, where each worker has one task.
fn lane_name(scenario: &Scenario, workers: usize, index: usize) -> String {
    if scenario.tasks.len() <= workers { scenario.tasks[index].name.clone() } else { format!("worker-{}", index + 1) }
}

/// Why a model could not be run.
#[derive(Debug)]
pub enum EngineError {
    /// The module's body ended in an exception, before any task.
    ModuleRaised { traceback: String },
    /// There is no real engine for the model.
    ModelSimulatedOnly { model: Model },
    /// Only the simulated machine binds tasks to cores.
    BoundTask { task: String },
    /// The lock protocol does not run on real threads.
    SimulatedOnly { policy: &'static str },
    /// What a file says of the simulated machine is wrong, and where: the scenario's, or its profile's.
    Mistakes { profile: Option<Box<SourceFile>>, mistakes: Vec<Diagnostic> },
    /// The simulated machine cannot be built, or came to a standstill.
    Machine { what: String },
    /// The virtual time that the run may take was over.
    TimeLimit { limit: Nanos },
    /// Every thread waits for another: who for what, a line each.
    Deadlock { waiting: String },
    /// The operating system gave no thread for the lock's timer.
    Timer { error: io::Error },
    /// The operating system gave no thread.
    Thread { nth: usize, of: usize, error: io::Error },
    /// The operating system gave no process.
    Process { nth: usize, of: usize, error: io::Error },
}

impl EngineError {
    /// Whether threads were still at something when the run came to its end.
    pub fn is_cut_short(&self) -> bool {
        matches!(self, EngineError::Deadlock { .. } | EngineError::TimeLimit { .. })
    }
}

impl fmt::Display for EngineError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            EngineError::ModuleRaised { traceback } => {
                write!(f, "the program ended in an exception before its first task\n{}", traceback.trim_end())
            }
            EngineError::ModelSimulatedOnly { model } => {
                write!(f, "model `{model}` runs in the simulated engine only: add --simulated")
            }
            EngineError::SimulatedOnly { policy } => {
                write!(f, "policy `{policy}` runs in the simulated engine only: add --simulated")
            }
            EngineError::BoundTask { task } => {
                write!(f, "task {task} is bound to a core, which the simulated machine alone does: add --simulated")
            }
            EngineError::Mistakes { profile, mistakes } => {
                let place = |mistake: &Diagnostic| {
                    profile.as_ref().map(|file| format!("{}:{}: ", file.name, file.line(mistake.span.start)))
                };
                let told = |mistake| format!("{}{}", place(mistake).unwrap_or_default(), mistake.message);
                f.write_str(&mistakes.iter().map(told).collect::<Vec<_>>().join("; "))
            }
            EngineError::Machine { what } => f.write_str(what),
            EngineError::Deadlock { waiting } => {
                write!(f, "deadlock: every thread waits for another, and none can go on\n{waiting}")
            }
            EngineError::TimeLimit { limit } => {
                write!(f, "stopped at the time limit of {limit} of virtual time")
            }
            EngineError::Timer { error } => write!(f, "cannot start the thread of the lock's timer: {error}"),
            EngineError::Thread { nth, of, error } => {
                write!(f, "cannot start thread {nth} of {of}: {error}\nhint: use fewer workers")
            }
            EngineError::Process { nth, of, error } => {
                write!(f, "cannot start worker process {nth} of {of}: {error}\nhint: use fewer workers")
            }
        }
    }
}

impl std::error::Error for EngineError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_that_real_threads_cannot_run_is_refused_with_what_to_do() {
        let refused = EngineError::SimulatedOnly { policy: "bfs" };
        assert_eq!(refused.to_string(), "policy `bfs` runs in the simulated engine only: add --simulated");
    }
}
