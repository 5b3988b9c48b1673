//! The inside of a process that another one of gilsim has started: a worker gets tasks over stdin; a process of the program
//! goes on where its parent stood, or begins anew. Both report over stdout.
//!
//! Dies with the process that started it: when stdin ends without a word, nobody is left to live for.

use super::beginning::Beginning;
use super::reports::Reports;
use super::wire::{self, Command, Job, Report, Role};
use crate::engine::kernel::{Family, Kernel};
use crate::engine::sockets::Sockets;
use crate::engine::threads::{
    INTERRUPT, Lock, Lot, Shared, Worker, call_on_signals, code_of, new_gil, pass_on_signals,
};
use crate::engine::{Clock, EngineError, Stop, WorkerCommand, uncaught};
use crate::gil::Take;
use crate::ids::ThreadId;
use crate::scenario::Scenario;
use crate::trace::{BlockingCall, EventKind, Outcome, Sink};
use crossbeam_channel::{Receiver, unbounded};
use std::io::{self, BufReader, Stdin};
use std::sync::Arc;
use std::thread::Scope;

/// Lives the life of such a process, from its job to its end.
pub fn serve_as_worker() -> io::Result<()> {
    crate::engine::input::close();
    let mut commands = BufReader::new(io::stdin());
    let job: Job = wire::receive(&mut commands)?.ok_or(io::ErrorKind::UnexpectedEof)?;
    let scenario = job.scenario()?;
    let stop = Arc::new(Stop::new());
    let reports = Arc::new(Reports::new());
    let tasks = listen(commands, stop.clone(), reports.clone());
    let (sink, batches) = Sink::collecting();
    let pipe = reports.clone();
    let forwarder = std::thread::spawn(move || batches.for_each(|events| pipe.send(&Report::Events(events))));
    let home = reports.clone();
    let family = Family::new(own_command()?, job.clone())
        .with_parent(move |pid, number| home.send(&Report::Signal(pid, number)));
    let (kernel, beginning) = Beginning::of(&job, &scenario, family)?;
    let home = Home { job: &job, scenario: &scenario, stop: &stop, tasks: &tasks, reports: &reports };
    let kernel = Arc::new(kernel);
    // What it has open is closed by its end: whoever notices that finds a process that no signal reaches any more.
    std::mem::forget(kernel.clone());
    let status = work(home, kernel, beginning, sink).map_err(io::Error::other)?;
    forwarder.join().map_err(|_| io::Error::other("the thread that forwards events panicked"))?;
    super::status::end_as(status)
}

/// How this process was started, and others are from here.
fn own_command() -> io::Result<WorkerCommand> {
    Ok(WorkerCommand { program: std::env::current_exe()?, args: std::env::args().skip(1).collect() })
}

/// Passes commands on as they come, on a thread of its own: a stop must be heard while a task runs.
fn listen(mut commands: BufReader<Stdin>, stop: Arc<Stop>, reports: Arc<Reports>) -> Receiver<crate::ids::TaskId> {
    let (to, tasks) = unbounded();
    std::thread::spawn(move || {
        loop {
            match wire::receive(&mut commands) {
                // The receiver is gone only when the work is done.
                Ok(Some(Command::Run(task))) => drop(to.send(task)),
                Ok(Some(Command::Stop)) => stop.request(),
                Ok(Some(Command::Shown(is_read))) => reports.note_shown(is_read),
                Ok(Some(Command::Interrupt)) => {
                    let _ = stop.signal(INTERRUPT);
                }
                Ok(Some(Command::Finish)) => return,
                Ok(None) | Err(_) => std::process::exit(1),
            }
        }
    });
    tasks
}

/// What the process is told, and where it reports.
#[derive(Clone, Copy)]
struct Home<'a> {
    job: &'a Job,
    scenario: &'a Scenario,
    stop: &'a Stop,
    tasks: &'a Receiver<crate::ids::TaskId>,
    reports: &'a Reports,
}

/// Takes the GIL and does what the process is there for; returns its exit status, or minus a signal.
fn work(home: Home, kernel: Arc<Kernel>, beginning: Beginning, sink: Sink) -> Result<i32, EngineError> {
    let Home { job, scenario, stop, reports, .. } = home;
    let clock = Clock::with_epoch(job.epoch);
    let over = Arc::new(Stop::new());
    let lot = Arc::new(Lot::new(1));
    let (ended, sleepers, shut) = (over.clone(), lot.clone(), kernel.clone());
    let _stopped = stop.watch(move || ended.request());
    let _roused = over.watch(move || sleepers.end());
    let _shut = over.watch(move || shut.end());
    let Beginning { interp, state } = beginning;
    let (gil, _attendants) = new_gil(&scenario.run, interp, &over, clock)?;
    let _signals = call_on_signals(&over, &gil, &lot);
    #[cfg(unix)]
    super::signals::listen(&over, state.is_some())?;
    let _passed = state.is_some().then(|| pass_on_signals(stop, &over, &kernel));
    // What a task prints travels as an event, and the run shows it; what a process of the program prints comes at once.
    let is_of_program = state.is_some();
    let print =
        |lane: &str, text: &str| !is_of_program || reports.show(&Report::Printed(lane.to_string(), text.to_string()));
    let complain = |lane: &str, text: &str| {
        reports.show(&Report::Complained(lane.to_string(), text.to_string()));
    };
    let (gil, sink, program, process, seed) = (&*gil, &sink, code_of(scenario), job.process, scenario.machine.seed);
    let (kernel, lot, stop, program, print) = (&*kernel, &*lot, &*over, program.as_slice(), &print);
    let (sockets, complain) = (&Sockets::new(&scenario.network, seed, job.process), &complain);
    if let Role::Forked { sockets: handed, .. } = &job.role {
        sockets.fetch(handed).map_err(|error| EngineError::Process { nth: 1, of: 1, error })?;
    }
    let shared =
        Shared { gil, stop, clock, print, complain, lot, sockets, sink, process, kernel, program, seed, tasks: None };
    Ok(std::thread::scope(|scope| match state {
        None => live(home, shared, scope),
        Some(state) => live_for_program(home, shared, scope, state),
    }))
}

/// The life of a worker's main thread: the module's body, then tasks until none come any more.
fn live<'s, 'e>(home: Home<'e>, shared: Shared<'e>, scope: &'s Scope<'s, 'e>) -> i32 {
    let Home { job, scenario, tasks, reports, .. } = home;
    let mut recorder = shared.sink.recorder(job.process, ThreadId::MAIN);
    recorder.record(shared.clock.now(), EventKind::ProcessReady);
    let mut thread = Worker::begin_process(shared, scope, scenario.run.policy, recorder, &job.name);
    let held = thread.take(Take::Start);
    let (held, body) = thread.run_module(held, &scenario.module);
    let held = match body {
        Outcome::Raised { traceback, .. } => {
            reports.send(&Report::ModuleRaised { traceback });
            held
        }
        _ => {
            reports.send(&Report::Ready);
            run_tasks(&mut thread, held, scenario, tasks, reports)
        }
    };
    let held = thread.shut_down(held);
    thread.end(held);
    shared.stop.request();
    0
}

/// The life of the main thread of a process that the program has started.
fn live_for_program<'s, 'e>(
    home: Home<'e>,
    shared: Shared<'e>,
    scope: &'s Scope<'s, 'e>,
    state: crate::vm::ThreadState,
) -> i32 {
    let job = home.job;
    home.reports.send(&Report::Ready);
    let mut recorder = shared.sink.recorder(job.process, ThreadId::MAIN);
    recorder.record(shared.clock.now(), EventKind::ProcessReady);
    let mut thread = Worker::begin_process(shared, scope, home.scenario.run.policy, recorder, &job.name);
    let held = thread.take(Take::Start);
    let (held, outcome) = thread.run_process(held, state);
    let status = match outcome {
        Outcome::Raised { error, traceback } if !traceback.is_empty() => {
            let (status, words) = uncaught::ending(&error, &traceback);
            if !words.is_empty() {
                (shared.complain)(&job.name, &words);
            }
            status
        }
        _ => 0,
    };
    let held = thread.shut_down(held);
    let deadlock = thread.deadlock();
    if let Some(told) = &deadlock {
        (shared.complain)(&job.name, &format!("error: {told}\n"));
    }
    thread.end(held);
    shared.stop.request();
    shared.kernel.status().unwrap_or(if deadlock.is_some() { 1 } else { status })
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
        reports.send(&Report::Ended(task, outcome));
    }
}
