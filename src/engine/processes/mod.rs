//! The model `processes`: tasks in worker processes, each with a virtual machine and a GIL of its own.
//!
//! A thread of the run attends to each worker: starts it, hands it tasks, passes its events on, and sees it die. A worker
//! that dies takes the task that it was running with it; if tasks are left, another worker is started for them.

mod beginning;
mod child;
#[cfg(unix)]
mod reports;
pub mod signals;
mod status;
pub mod wire;

pub use child::serve_as_worker;
pub use status::in_words;

use super::threads::Queue;
use super::{EngineError, Setup, lane_name};
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::trace::{Event, EventKind, Outcome, Recorder};
use parking_lot::Mutex;
use std::io::{self, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// The program that becomes a worker process, and the arguments that make it one.
#[derive(Clone, Debug)]
pub struct WorkerCommand {
    pub program: PathBuf,
    pub args: Vec<String>,
}

/// Runs the tasks on so many worker processes, as far as there is work for them.
pub fn run(setup: &Setup, workers: usize) -> Result<(), EngineError> {
    let queue = Queue::new(setup.scenario, workers.min(setup.scenario.tasks.len()));
    let last_process = AtomicU32::new(queue.workers as u32);
    let attendants = std::thread::scope(|scope| {
        let attend = |index| Attendant { setup, queue: &queue, last_process: &last_process }.attend(index);
        let started: Vec<_> = (0..queue.workers).map(|index| scope.spawn(move || attend(index))).collect();
        started.into_iter().map(|thread| thread.join()).collect::<Vec<_>>()
    });
    // A panic of an attendant is a defect of this program: let it show where it would have.
    attendants.into_iter().try_for_each(|ended| ended.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
}

/// Attends to one worker process at a time.
struct Attendant<'a> {
    setup: &'a Setup<'a>,
    queue: &'a Queue,
    /// The highest process number in use.
    last_process: &'a AtomicU32,
}

impl Attendant<'_> {
    /// Has the tasks done that fall to worker `index`.
    fn attend(self, index: usize) -> Result<(), EngineError> {
        let mut process = ProcessId(index as u32 + 1);
        let mut name = lane_name(self.setup.scenario, self.queue.workers, index);
        let mut task = Some(index);
        while let Some(first) = task.filter(|_| !self.setup.stop.requested()) {
            let worker = Worker::start(self.setup, process, &name).map_err(|error| {
                self.setup.stop.request();
                EngineError::Process { nth: process.0 as usize, of: self.queue.workers, error }
            })?;
            self.work(worker, first)?;
            task = self.queue.next();
            process = ProcessId(self.last_process.fetch_add(1, Ordering::Relaxed) + 1);
            name = format!("worker-{}", process.0);
        }
        Ok(())
    }

    /// Hands tasks to a worker until there are none left or it dies.
    fn work(&self, mut worker: Worker, first: usize) -> Result<(), EngineError> {
        let stdin = worker.stdin.clone();
        let _watch = self.setup.stop.watch(move || tell(&stdin, &wire::Command::Stop));
        let mut task = Some(first);
        let mut failure = None;
        while let Ok(Some(report)) = wire::receive(&mut worker.stdout) {
            match report {
                wire::Report::Ready => worker.hand(task.filter(|_| !self.setup.stop.requested())),
                wire::Report::Printed(lane, text) => {
                    let is_read = (self.setup.print)(&lane, &text);
                    tell(&worker.stdin, &wire::Command::Shown(is_read));
                }
                wire::Report::Complained(lane, text) => {
                    (self.setup.complain)(&lane, &text);
                    tell(&worker.stdin, &wire::Command::Shown(true));
                }
                wire::Report::Events(events) => self.pass_on(&worker.name, events),
                wire::Report::Ended(id, outcome) => {
                    self.setup.outcomes.put(id, outcome);
                    task = if self.setup.stop.requested() { None } else { self.queue.next() };
                    worker.hand(task);
                }
                wire::Report::Signal(_, number) => signals::from_child(&self.setup.stop, number),
                wire::Report::ModuleRaised { traceback } => failure = Some(EngineError::ModuleRaised { traceback }),
            }
        }
        let status = worker.see_off(self.setup);
        if let Some(task) = task.filter(|_| failure.is_none() && !self.setup.stop.requested()) {
            self.setup.outcomes.put(TaskId(task as u32), Outcome::Lost { status });
        }
        failure.map_or(Ok(()), Err)
    }

    fn pass_on(&self, name: &str, events: Vec<Event>) {
        for event in &events {
            if let EventKind::Printed { text } = &event.kind {
                (self.setup.print)(name, text);
            }
        }
        self.setup.sink.forward(events);
    }
}

/// A worker process from outside.
struct Worker {
    name: String,
    child: Child,
    stdin: Arc<Mutex<ChildStdin>>,
    stdout: BufReader<ChildStdout>,
    recorder: Recorder,
}

impl Worker {
    fn start(setup: &Setup, process: ProcessId, name: &str) -> io::Result<Worker> {
        let mut recorder = setup.sink.recorder(process, ThreadId::MAIN);
        let started = setup.clock.now();
        let mut child = spawn(setup)?;
        recorder.record(started, EventKind::ProcessStarted { pid: child.id() });
        recorder.flush();
        let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::Error::other("the worker has no pipes"));
        };
        // If the worker is dead already, its end of the stream tells.
        let _ = wire::send(&mut stdin, &wire::Job::new(setup, process, name));
        let (stdin, stdout) = (Arc::new(Mutex::new(stdin)), BufReader::new(stdout));
        Ok(Worker { name: name.to_string(), child, stdin, stdout, recorder })
    }

    /// Gives the worker its next task, or lets it go.
    fn hand(&self, task: Option<usize>) {
        let command = match task {
            Some(task) => wire::Command::Run(TaskId(task as u32)),
            None => wire::Command::Finish,
        };
        tell(&self.stdin, &command);
    }

    /// Waits for the process's end; returns how it ended.
    fn see_off(mut self, setup: &Setup) -> String {
        // One that still had something to say, which could not be understood, does not wait for somebody to hear it.
        drop(self.stdout);
        let status = self.child.wait();
        let clean = status.as_ref().is_ok_and(|status| status.success());
        let status = status.map_or_else(|error| error.to_string(), status::in_words);
        self.recorder.record(setup.clock.now(), EventKind::ProcessExited { status: status.clone(), clean });
        status
    }
}

/// Ctrl-C at a terminal goes to all processes of a group; workers get one of their own, since the run tells them.
fn spawn(setup: &Setup) -> io::Result<Child> {
    let mut command = Command::new(&setup.worker.program);
    command.args(&setup.worker.args).stdin(Stdio::piped()).stdout(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

/// A worker that is dead hears nothing; its attendant sees that at the end of its stream.
fn tell(stdin: &Mutex<ChildStdin>, command: &wire::Command) {
    let _ = wire::send(&mut *stdin.lock(), command);
}
