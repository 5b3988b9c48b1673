//! The models `sequential` and `threads`: tasks on OS threads under one GIL.
//!
//! As in CPython the main thread runs the module's body, starts the workers one by one, each time waiting until the new
//! thread has had its first slice, and then joins them. Threads that the program starts live besides them. Knows
//! nothing of processes.

mod driving;
mod interpreters;
mod lock;
mod parking;
mod processes;
mod signals;
mod spawning;
mod sync;
mod system;
mod work;
mod worker;

pub use lock::{Gil, Timekeeper};
pub use parking::Lot;
pub use work::code_of;
pub use worker::{Lock, Shared, Worker};

use super::kernel::{Family, Kernel};
use super::processes::wire::Job;
use super::sockets::Sockets;
use super::{Clock, EngineError, Setup, SignalWatch, Stop, Watch, lane_name, worker_count};
use crate::gil::Take;
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::model::Model;
use crate::scenario::{RunConfig, Scenario};
use crate::trace::{BlockingCall, Outcome};
use crate::vm::{Interp, Settings};
use crossbeam_channel::{Sender, bounded};
use driving::Tasks;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, Scope, ScopedJoinHandle, available_parallelism};

/// Runs the tasks one after the other on the main thread.
pub fn run_sequential(setup: &Setup) -> Result<(), EngineError> {
    on_main_thread(setup, By::Main)
}

/// Runs the tasks on as many threads as the scenario has workers. A script has none but its own.
pub fn run_threads(setup: &Setup) -> Result<(), EngineError> {
    on_main_thread(setup, if setup.scenario.script { By::Main } else { By::Workers(worker_count(setup.scenario)) })
}

/// Lets the standard module of this name run the tasks.
pub fn run_driven(setup: &Setup, module: &'static str) -> Result<(), EngineError> {
    on_main_thread(setup, if setup.scenario.script { By::Main } else { By::Module(module) })
}

/// SIGINT.
pub const INTERRUPT: i32 = 2;

/// Who does the tasks.
#[derive(Clone, Copy)]
enum By {
    Main,
    Workers(usize),
    Module(&'static str),
}

/// What a GIL needs besides its threads, as long as this lives.
#[must_use = "a GIL without them cannot be interrupted and has no timer"]
pub struct Attendants<'a> {
    _watch: Watch<'a>,
    _timekeeper: Option<Timekeeper<Interp>>,
}

/// What an interpreter is told that begins anew.
pub fn first_settings(run: &RunConfig, seed: u64) -> Settings {
    let memory_limit = usize::try_from(run.memory_limit).unwrap_or(usize::MAX);
    let folder = std::env::current_dir().map_or_else(|_| String::new(), |folder| folder.to_string_lossy().into_owned());
    let settings = Settings { seed, switch_interval: run.switch_interval, folder, memory_limit, ..Settings::default() };
    settings.called_with(&run.arguments)
}

/// A free GIL that owns the interpreter, and that a stop interrupts.
pub fn new_gil<'a>(
    run: &RunConfig,
    interp: Interp,
    stop: &'a Stop,
    clock: Clock,
) -> Result<(Arc<Gil<Interp>>, Attendants<'a>), EngineError> {
    let gil = Arc::new(Gil::new(run.policy.protocol(interp.switch_interval()), interp));
    let timekeeper = run.policy.has_timer().then(|| Timekeeper::start(gil.clone(), move || clock.now()));
    let timekeeper = timekeeper.transpose().map_err(|error| EngineError::Timer { error })?;
    let interrupted = gil.clone();
    let watch = stop.watch(move || interrupted.interrupt());
    Ok((gil, Attendants { _watch: watch, _timekeeper: timekeeper }))
}

/// Signals of `over` reach the main thread, which calls this: at a checkpoint, or out of its wait for a lock.
pub fn call_on_signals<'a>(over: &'a Stop, gil: &Arc<Gil<Interp>>, lot: &Arc<Lot>) -> SignalWatch<'a> {
    let (gil, lot) = (gil.clone(), lot.clone());
    over.signals.listen();
    over.watch_signals(move |_| {
        gil.call(true);
        lot.call(ThreadId::MAIN);
        true
    })
}

/// A signal that comes from outside goes to the program's main thread; Ctrl-C also to the processes that the program has started,
/// as it would at a terminal.
pub fn pass_on_signals<'a>(from: &'a Stop, over: &Arc<Stop>, kernel: &Arc<Kernel>) -> SignalWatch<'a> {
    let (over, kernel) = (over.clone(), kernel.clone());
    from.watch_signals(move |number| {
        let is_heard = over.signal(number);
        if number == INTERRUPT {
            kernel.family.interrupt();
        }
        is_heard
    })
}

/// The life of the main thread: the module's body, then the tasks, then what the program has left to do.
fn on_main_thread(setup: &Setup, by: By) -> Result<(), EngineError> {
    // Over when somebody stops the run, or when the program has ended, whatever its threads are at.
    let over = Arc::new(Stop::new());
    let workers = if let By::Workers(workers) = by { workers as u32 } else { 0 };
    let lot = Arc::new(Lot::new(workers + 1));
    let (ended, sleepers) = (over.clone(), lot.clone());
    let _stopped = setup.stop.watch(move || ended.request());
    let _roused = over.watch(move || sleepers.end());
    let interp = Interp::new().told(first_settings(&setup.scenario.run, setup.scenario.machine.seed));
    let (gil, _attendants) = new_gil(&setup.scenario.run, interp, &over, setup.clock)?;
    let family = Family::new(setup.worker.clone(), Job::new(setup, ProcessId::MAIN, ""));
    let kernel = Arc::new(Kernel::of_first(ProcessId::MAIN, family));
    let (shut, program) = (kernel.clone(), code_of(setup.scenario));
    let _ended = over.watch(move || shut.end());
    let _signals = call_on_signals(&over, &gil, &lot);
    let asked = setup.stop.clone();
    over.signals.register_by(move |number| asked.signals.set_own(number, true));
    let _passed = setup.scenario.script.then(|| pass_on_signals(&setup.stop, &over, &kernel));
    let Setup { clock, print, complain, sink, .. } = *setup;
    let (process, seed) = (ProcessId::MAIN, setup.scenario.machine.seed);
    let (gil, stop, lot_of, kernel, program) = (&*gil, &*over, &*lot, &*kernel, program.as_slice());
    let tasks = if let By::Module(_) = by { Some(&tasks_of(setup)) } else { None };
    let sockets = &Sockets::new(&setup.scenario.network, seed, process);
    let shared =
        Shared { gil, stop, clock, print, complain, lot: lot_of, sockets, sink, process, kernel, program, seed, tasks };
    let crew = Crew { setup, shared, queue: Queue::new(setup.scenario, workers as usize) };
    let ended = std::thread::scope(|scope| crew.live_as_main(scope, by));
    match lot.deadlock() {
        Some(waiting) => Err(EngineError::Deadlock { waiting }),
        None => ended,
    }
}

/// The run's tasks for a model that is a Python module.
fn tasks_of<'a>(setup: &'a Setup) -> Tasks<'a> {
    let pool = setup.scenario.run.pool_size(Model::ThreadPool, available_parallelism().map_or(1, usize::from));
    Tasks { scenario: setup.scenario, outcomes: &setup.outcomes, pool }
}

/// The worker threads and what they have to do.
struct Crew<'a> {
    setup: &'a Setup<'a>,
    shared: Shared<'a>,
    queue: Queue,
}

impl<'a> Crew<'a> {
    fn live_as_main<'s>(&'s self, scope: &'s Scope<'s, 'a>, by: By) -> Result<(), EngineError> {
        let recorder = self.setup.sink.recorder(ProcessId::MAIN, ThreadId::MAIN);
        let policy = self.setup.scenario.run.policy;
        let mut main = Worker::begin_process(self.shared, scope, policy, recorder, "main");
        let held = main.take(Take::Start);
        let (held, body) = main.run_module(held, &self.setup.scenario.module);
        let (held, ended) = match body {
            Outcome::Returned { .. } => match by {
                By::Main => (self.work_alone(&mut main, held), Ok(())),
                By::Workers(workers) => self.work(scope, &mut main, held, workers),
                By::Module(module) => driven(main.drive(held, module)),
            },
            Outcome::Raised { traceback, .. } => (held, Err(EngineError::ModuleRaised { traceback })),
            Outcome::Stopped | Outcome::Lost { .. } => (held, Ok(())),
        };
        let held = main.shut_down(held);
        main.end(held);
        self.shared.stop.request();
        ended
    }

    /// All tasks, one after the other.
    fn work_alone<'s>(&'s self, main: &mut Worker<'s, 'a>, mut held: Lock<'a>) -> Lock<'a> {
        for (index, task) in self.setup.scenario.tasks.iter().enumerate() {
            let outcome;
            (held, outcome) = main.run_task(held, TaskId(index as u32), &task.code);
            self.setup.outcomes.put(TaskId(index as u32), outcome);
            if self.shared.stop.requested() {
                break;
            }
        }
        held
    }

    /// Starts all workers and joins them.
    fn work<'s>(
        &'s self,
        scope: &'s Scope<'s, 'a>,
        main: &mut Worker<'s, 'a>,
        mut held: Lock<'a>,
        workers: usize,
    ) -> (Lock<'a>, Result<(), EngineError>) {
        let mut started = Vec::new();
        let mut failure = None;
        for index in 0..workers {
            let (has_run, first_slice) = bounded(1);
            match self.start(scope, index, has_run) {
                Ok(handle) => started.push(handle),
                Err(error) => {
                    self.setup.stop.request();
                    failure = Some(EngineError::Thread { nth: index + 1, of: workers, error });
                    break;
                }
            }
            // An error means that the worker has panicked, which shows when it is joined.
            (held, _) = main.block(held, BlockingCall::ThreadStart, None, || first_slice.recv());
        }
        let Shared { lot, stop, .. } = self.shared;
        (lot.while_joining(stop, || join_all(main, held, started)), failure.map_or(Ok(()), Err))
    }

    fn start<'s>(
        &'s self,
        scope: &'s Scope<'s, 'a>,
        index: usize,
        has_run: Sender<()>,
    ) -> std::io::Result<ScopedJoinHandle<'s, ()>> {
        let name = lane_name(self.setup.scenario, self.queue.workers, index);
        let thread = ThreadId(index as u32 + 1);
        self.shared.lot.enter(thread, &name, true);
        let started = Builder::new().name(name.clone());
        let started = started.spawn_scoped(scope, move || self.live(scope, thread, &name, has_run));
        started.inspect_err(|_| self.shared.lot.leave(thread, true, self.shared.stop))
    }

    /// The life of a worker thread.
    fn live<'s>(&'s self, scope: &'s Scope<'s, 'a>, thread: ThreadId, name: &str, has_run: Sender<()>) {
        let recorder = self.setup.sink.recorder(ProcessId::MAIN, thread);
        let mut worker = Worker::begin(self.shared, scope, thread, recorder, name);
        let mut held = worker.take(Take::Start);
        // The main thread waits for it; the channel has room for it.
        let _ = has_run.send(());
        let mut next = Some(thread.0 as usize - 1);
        while let Some(task) = next.filter(|_| !self.shared.stop.requested()) {
            let id = TaskId(task as u32);
            let outcome;
            (held, outcome) = worker.run_task(held, id, &self.setup.scenario.tasks[task].code);
            self.setup.outcomes.put(id, outcome);
            next = self.queue.next();
        }
        worker.end(held);
        self.shared.lot.leave(thread, true, self.shared.stop);
    }
}

/// A module of ours raises only where the system gives it no thread.
fn driven((held, outcome): (Lock, Outcome)) -> (Lock, Result<(), EngineError>) {
    match outcome {
        Outcome::Raised { traceback, .. } => (held, Err(EngineError::ModuleRaised { traceback })),
        _ => (held, Ok(())),
    }
}

fn join_all<'a>(main: &mut Worker<'_, 'a>, mut held: Lock<'a>, handles: Vec<ScopedJoinHandle<()>>) -> Lock<'a> {
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
    /// Worker `i` of `workers` begins with task `i`.
    pub fn new(scenario: &Scenario, workers: usize) -> Queue {
        Queue { workers, tasks: scenario.tasks.len(), next: AtomicUsize::new(workers) }
    }

    pub fn next(&self) -> Option<usize> {
        Some(self.next.fetch_add(1, Ordering::Relaxed)).filter(|&task| task < self.tasks)
    }
}
