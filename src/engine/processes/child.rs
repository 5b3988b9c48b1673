//! The inside of a worker process: gets a job and tasks over stdin, reports over stdout.
//!
//! Dies with the run that started it: when stdin ends without a word, nobody is left to work for.

use super::wire::{self, Command, Job, Report};
use crate::engine::sockets::Sockets;
use crate::engine::threads::{Lock, Lot, Shared, Worker, new_gil};
use crate::engine::{Clock, EngineError, Stop};
use crate::gil::Take;
use crate::ids::ThreadId;
use crate::scenario::Scenario;
use crate::trace::{BlockingCall, EventKind, Outcome, Sink};
use crossbeam_channel::{Receiver, unbounded};
use parking_lot::Mutex;
use std::io::{self, BufReader, Stdin, Stdout};
use std::sync::Arc;
use std::thread::Scope;

type Reports = Arc<Mutex<Stdout>>;

/// Lives the life of a worker process, from its job to its end.
pub fn serve_as_worker() -> io::Result<()> {
    let mut commands = BufReader::new(io::stdin());
    let job: Job = wire::receive(&mut commands)?.ok_or(io::ErrorKind::UnexpectedEof)?;
    let scenario = job.scenario()?;
    let stop = Arc::new(Stop::new());
    let tasks = listen(commands, stop.clone());
    let reports: Reports = Arc::new(Mutex::new(io::stdout()));
    let (sink, batches) = Sink::collecting();
    let pipe = reports.clone();
    let forwarder = std::thread::spawn(move || batches.for_each(|events| report(&pipe, &Report::Events(events))));
    work(&job, &scenario, &stop, sink, &tasks, &reports).map_err(io::Error::other)?;
    forwarder.join().map_err(|_| io::Error::other("the thread that forwards events panicked"))
}

/// Passes commands on as they come, on a thread of its own: a stop must be heard while a task runs.
fn listen(mut commands: BufReader<Stdin>, stop: Arc<Stop>) -> Receiver<crate::ids::TaskId> {
    let (to, tasks) = unbounded();
    std::thread::spawn(move || {
        loop {
            match wire::receive(&mut commands) {
                // The receiver is gone only when the work is done.
                Ok(Some(Command::Run(task))) => drop(to.send(task)),
                Ok(Some(Command::Stop)) => stop.request(),
                Ok(Some(Command::Finish)) => return,
                Ok(None) | Err(_) => std::process::exit(1),
            }
        }
    });
    tasks
}

/// Takes the GIL, runs the module's body, then tasks until none come any more.
fn work(
    job: &Job,
    scenario: &Scenario,
    stop: &Stop,
    sink: Sink,
    tasks: &Receiver<crate::ids::TaskId>,
    reports: &Reports,
) -> Result<(), EngineError> {
    let clock = Clock::with_epoch(job.epoch);
    let over = Arc::new(Stop::new());
    let lot = Arc::new(Lot::new(1));
    let (ended, sleepers) = (over.clone(), lot.clone());
    let _stopped = stop.watch(move || ended.request());
    let _roused = over.watch(move || sleepers.end());
    let (gil, _attendants) = new_gil(&scenario.run, seed_of_process(scenario.machine.seed), &over, clock)?;
    // What a task prints travels as an event; the run shows it.
    let (seed, process) = (scenario.machine.seed, job.process);
    let complain = |_: &str, text: &str| eprint!("{text}");
    let (gil, sink) = (&*gil, &sink);
    let sockets = Sockets::new(&scenario.network, seed);
    let shared = Shared {
        gil,
        stop: &over,
        clock,
        print: &|_, _| {},
        complain: &complain,
        lot: &lot,
        sockets: &sockets,
        sink,
        process,
        seed,
        tasks: None,
    };
    std::thread::scope(|scope| live(job, scenario, shared, scope, tasks, reports));
    Ok(())
}

/// The life of the process's main thread.
fn live<'s, 'e>(
    job: &Job,
    scenario: &Scenario,
    shared: Shared<'e>,
    scope: &'s Scope<'s, 'e>,
    tasks: &Receiver<crate::ids::TaskId>,
    reports: &Reports,
) {
    let mut recorder = shared.sink.recorder(job.process, ThreadId::MAIN);
    recorder.record(shared.clock.now(), EventKind::ProcessReady);
    let mut thread = Worker::begin_process(shared, scope, scenario.run.policy, recorder, &job.name);
    let held = thread.take(Take::Start);
    let (held, body) = thread.run_module(held, &scenario.module);
    let held = match body {
        Outcome::Raised { traceback, .. } => {
            report(reports, &Report::ModuleRaised { traceback });
            held
        }
        _ => {
            report(reports, &Report::Ready);
            run_tasks(&mut thread, held, scenario, tasks, reports)
        }
    };
    let held = thread.shut_down(held);
    thread.end(held);
    shared.stop.request();
}

fn run_tasks<'a>(
    thread: &mut Worker<'_, 'a>,
    mut held: Lock<'a>,
    scenario: &Scenario,
    tasks: &Receiver<crate::ids::TaskId>,
    reports: &Reports,
) -> Lock<'a> {
    loop {
        let task;
        (held, task) = thread.block(held, BlockingCall::Receive, None, || tasks.recv());
        let Ok(task) = task else { return held };
        let outcome;
        (held, outcome) = thread.run_task(held, task, &scenario.tasks[task.0 as usize].code);
        let outcome = match thread.deadlock() {
            Some(told) => Outcome::Raised { error: "deadlock".to_string(), traceback: told },
            None => outcome,
        };
        report(reports, &Report::Ended(task, outcome));
    }
}

/// A run that does not read any more is gone; then this process has no reason to live.
fn report(reports: &Reports, message: &Report) {
    if wire::send(&mut *reports.lock(), message).is_err() {
        std::process::exit(1);
    }
}

/// A process of its own begins with random numbers of its own, as CPython's do after a fork.
fn seed_of_process(seed: u64) -> u64 {
    seed ^ u64::from(std::process::id()) << 32
}
