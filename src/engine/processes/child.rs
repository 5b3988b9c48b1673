//! The inside of a worker process: gets a job and tasks over stdin, reports over stdout.
//!
//! Dies with the run that started it: when stdin ends without a word, nobody is left to work for.

use super::wire::{self, Command, Job, Report};
use crate::engine::threads::{Lock, Shared, Worker, new_gil};
use crate::engine::{Clock, EngineError, Stop};
use crate::gil::Take;
use crate::ids::ThreadId;
use crate::scenario::Scenario;
use crate::trace::{BlockingCall, EventKind, Outcome, Sink};
use crossbeam_channel::{Receiver, unbounded};
use parking_lot::Mutex;
use std::io::{self, BufReader, Stdin, Stdout};
use std::sync::Arc;

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
    let (gil, _attendants) = new_gil(&scenario.run, seed_of_process(scenario.machine.seed), stop, clock)?;
    // What a task prints travels as an event; the run shows it.
    let shared = Shared { gil: &gil, stop, clock, print: &|_, _| {}, seed: scenario.machine.seed };
    let mut recorder = sink.recorder(job.process, ThreadId::MAIN);
    recorder.record(clock.now(), EventKind::ProcessReady);
    let mut thread = Worker::begin_process(shared, scenario.run.policy, recorder, &job.name);
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
    thread.end(held);
    Ok(())
}

fn run_tasks<'a>(
    thread: &mut Worker<'a>,
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
