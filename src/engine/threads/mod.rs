//! The models `sequential` and `threads`: tasks on OS threads under one GIL.
//!
//! As in CPython the main thread runs the module's body, starts the workers one by one, each time waiting until the new
//! thread has had its first slice, and then joins them. Knows nothing of processes.

mod lock;
mod sync;
mod system;
mod work;
mod worker;

pub use lock::{Gil, Timekeeper};
pub use worker::{Lock, Shared, Worker};

use super::{Clock, EngineError, Setup, Stop, Watch, lane_name, worker_count};
use crate::gil::Take;
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::scenario::{RunConfig, Scenario};
use crate::trace::{BlockingCall, Outcome};
use crate::vm::{Interp, Settings};
use crossbeam_channel::{Sender, bounded};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, Scope, ScopedJoinHandle};

/// Runs the tasks one after the other on the main thread.
pub fn run_sequential(setup: &Setup) -> Result<(), EngineError> {
    let (gil, _attendants) = new_gil(&setup.scenario.run, setup.scenario.machine.seed, &setup.stop, setup.clock)?;
    on_main_thread(setup, setup.shared(&gil), |main, mut held| {
        for (index, task) in setup.scenario.tasks.iter().enumerate() {
            let outcome;
            (held, outcome) = main.run_task(held, TaskId(index as u32), &task.code);
            setup.outcomes.put(TaskId(index as u32), outcome);
            if setup.stop.requested() {
                break;
            }
        }
        (held, Ok(()))
    })
}

/// Runs the tasks on as many threads as the scenario has workers.
pub fn run_threads(setup: &Setup) -> Result<(), EngineError> {
    let (gil, _attendants) = new_gil(&setup.scenario.run, setup.scenario.machine.seed, &setup.stop, setup.clock)?;
    let shared = setup.shared(&gil);
    let crew = Crew { setup, shared, queue: Queue::new(setup.scenario) };
    on_main_thread(setup, shared, |main, held| std::thread::scope(|scope| crew.work(scope, main, held)))
}

/// What a GIL needs besides its threads, as long as this lives.
#[must_use = "a GIL without them cannot be interrupted and has no timer"]
pub struct Attendants<'a> {
    _watch: Watch<'a>,
    _timekeeper: Option<Timekeeper<Interp>>,
}

/// A free GIL that owns a new interpreter, and that a stop interrupts.
pub fn new_gil<'a>(
    run: &RunConfig,
    seed: u64,
    stop: &'a Stop,
    clock: Clock,
) -> Result<(Arc<Gil<Interp>>, Attendants<'a>), EngineError> {
    let settings = Settings { seed, switch_interval: run.switch_interval, ..Settings::default() };
    let gil = Arc::new(Gil::new(run.policy.protocol(run.switch_interval), Interp::new().told(settings)));
    let timekeeper = run.policy.has_timer().then(|| Timekeeper::start(gil.clone(), move || clock.now()));
    let timekeeper = timekeeper.transpose().map_err(|error| EngineError::Timer { error })?;
    let interrupted = gil.clone();
    let watch = stop.watch(move || interrupted.interrupt());
    Ok((gil, Attendants { _watch: watch, _timekeeper: timekeeper }))
}

/// The life of the main thread: the module's body, then what `then` does.
fn on_main_thread<'a>(
    setup: &Setup,
    shared: Shared<'a>,
    then: impl FnOnce(&mut Worker<'a>, Lock<'a>) -> (Lock<'a>, Result<(), EngineError>),
) -> Result<(), EngineError> {
    let recorder = setup.sink.recorder(ProcessId::MAIN, ThreadId::MAIN);
    let mut main = Worker::begin_process(shared, setup.scenario.run.policy, recorder, "main");
    let held = main.take(Take::Start);
    let (held, body) = main.run_module(held, &setup.scenario.module);
    let (held, ended) = match body {
        Outcome::Returned { .. } => then(&mut main, held),
        Outcome::Raised { traceback, .. } => (held, Err(EngineError::ModuleRaised { traceback })),
        Outcome::Stopped | Outcome::Lost { .. } => (held, Ok(())),
    };
    main.end(held);
    ended
}

/// The worker threads and what they have to do.
struct Crew<'a> {
    setup: &'a Setup<'a>,
    shared: Shared<'a>,
    queue: Queue,
}

impl<'a> Crew<'a> {
    /// Starts all workers and joins them.
    fn work<'s>(
        &'s self,
        scope: &'s Scope<'s, '_>,
        main: &mut Worker<'a>,
        mut held: Lock<'a>,
    ) -> (Lock<'a>, Result<(), EngineError>) {
        let mut started = Vec::new();
        let mut failure = None;
        for index in 0..self.queue.workers {
            let (has_run, first_slice) = bounded(1);
            match self.start(scope, index, has_run) {
                Ok(handle) => started.push(handle),
                Err(error) => {
                    self.shared.stop.request();
                    failure = Some(EngineError::Thread { nth: index + 1, of: self.queue.workers, error });
                    break;
                }
            }
            // An error means that the worker has panicked, which shows when it is joined.
            (held, _) = main.block(held, BlockingCall::ThreadStart, None, || first_slice.recv());
        }
        (join_all(main, held, started), failure.map_or(Ok(()), Err))
    }

    fn start<'s>(
        &'s self,
        scope: &'s Scope<'s, '_>,
        index: usize,
        has_run: Sender<()>,
    ) -> std::io::Result<ScopedJoinHandle<'s, ()>> {
        let name = lane_name(self.setup.scenario, index);
        Builder::new().name(name.clone()).spawn_scoped(scope, move || self.live(index, &name, has_run))
    }

    /// The life of a worker thread.
    fn live(&self, index: usize, name: &str, has_run: Sender<()>) {
        let thread = ThreadId(index as u32 + 1);
        let recorder = self.setup.sink.recorder(ProcessId::MAIN, thread);
        let mut worker = Worker::begin(self.shared, thread, recorder, name);
        let mut held = worker.take(Take::Start);
        // The main thread waits for it; the channel has room for it.
        let _ = has_run.send(());
        let mut next = Some(index);
        while let Some(task) = next.filter(|_| !self.shared.stop.requested()) {
            let id = TaskId(task as u32);
            let outcome;
            (held, outcome) = worker.run_task(held, id, &self.setup.scenario.tasks[task].code);
            self.setup.outcomes.put(id, outcome);
            next = self.queue.next();
        }
        worker.end(held);
    }
}

fn join_all<'a>(main: &mut Worker<'a>, mut held: Lock<'a>, handles: Vec<ScopedJoinHandle<()>>) -> Lock<'a> {
    for handle in handles {
        let joined = if handle.is_finished() {
            handle.join()
        } else {
            let joined;
            (held, joined) = main.block(held, BlockingCall::ThreadJoin, None, || handle.join());
            joined
        };
        // A panic of a worker is a defect of this program: let it show where it would have.
        joined.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    }
    held
}

/// The tasks beyond the first of each worker: whoever is free takes the next.
pub struct Queue {
    pub workers: usize,
    tasks: usize,
    next: AtomicUsize,
}

impl Queue {
    /// Worker `i` begins with task `i`.
    pub fn new(scenario: &Scenario) -> Queue {
        let workers = worker_count(scenario);
        Queue { workers, tasks: scenario.tasks.len(), next: AtomicUsize::new(workers) }
    }

    pub fn next(&self) -> Option<usize> {
        Some(self.next.fetch_add(1, Ordering::Relaxed)).filter(|&task| task < self.tasks)
    }
}
