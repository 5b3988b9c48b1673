//! What a thread wants of other processes: pipes, semaphores, memory, children. How these come to be, the kernel knows.

use super::worker::{Lock, Shared, Worker};
use crate::engine::kernel::{Attendant, Begun, leave_for_child, send};
use crate::engine::processes::wire::{Report, Role};
use crate::engine::signals::STOPPING;
use crate::engine::{processes, system};
use crate::ids::{ProcessId, ThreadId};
use crate::trace::{BlockingCall, Event, EventKind, Recorder};
use crate::vm::system::process::errno::{EAGAIN, EINTR};
use crate::vm::system::process::{PipeCall, ProcessCall, SemaphoreCall, SpawnMethod};
use crate::vm::{Reply, SystemCall, ThreadState};
use std::collections::BTreeSet;
use std::io;

impl<'e> Worker<'_, 'e> {
    /// Does it at once where it needs no wait, and otherwise lets the lock go meanwhile.
    pub(super) fn of_processes(&mut self, held: Lock<'e>, call: SystemCall, state: &ThreadState) -> (Lock<'e>, Reply) {
        let kernel = self.shared.kernel;
        if let Some(reply) = kernel.at_once(&call) {
            return (held, reply);
        }
        let SystemCall::Process(asked) = &call else { return (held, Reply::None) };
        match asked {
            ProcessCall::Fork { name } => {
                let reply = started(self.fork(&held, state, name));
                (held, reply)
            }
            ProcessCall::Spawn { name, method: SpawnMethod::Interpreter, message, ends } => {
                let reply = started(self.start_interpreter(name, message, ends));
                (held, reply)
            }
            ProcessCall::Spawn { name, message, ends, .. } => {
                let reply = started(self.spawn_process(name, message, ends));
                (held, reply)
            }
            ProcessCall::Kill { pid, signal } => {
                let reply = self.kill(*pid, *signal);
                (held, reply)
            }
            ProcessCall::Exit(status) => {
                self.exit(*status);
                (held, Reply::None)
            }
            waits => {
                let name = blocking(waits, state, &held);
                if kernel.is_long(waits) {
                    self.seat.flush();
                }
                let stop = self.shared.stop;
                self.block(held, name, None, || kernel.wait_or_halt(&call, stop))
            }
        }
    }

    fn fork(&mut self, held: &Lock<'e>, state: &ThreadState, name: &str) -> io::Result<i64> {
        let Shared { kernel, program, .. } = self.shared;
        let begun = self.begin_child()?;
        let copy = held.packed(state, program).map_err(io::Error::other)?;
        let (inheritance, process) = (kernel.all()?, kernel.folder()?.new_process()?);
        let state = leave_for_child(&inheritance, process, &copy)?;
        let way = kernel.folder()?.path().join(format!("sockets{}", process.0));
        let sockets = self.shared.sockets.hand_over(way)?;
        self.start_process(begun, process, name, Role::Forked { state, inheritance, sockets })
    }

    fn spawn_process(&mut self, name: &str, message: &[u8], ends: &[i64]) -> io::Result<i64> {
        let kernel = self.shared.kernel;
        let begun = self.begin_child()?;
        let (inheritance, process) = (kernel.some(ends)?, kernel.folder()?.new_process()?);
        let message = leave_for_child(&inheritance, process, message)?;
        self.start_process(begun, process, name, Role::Spawned { message, inheritance })
    }

    /// What this process was told before is handled first: the child would never know of it.
    fn begin_child(&self) -> io::Result<Begun> {
        let begun = self.shared.kernel.family.begin();
        if self.is_called() { Err(io::Error::from_raw_os_error(EINTR)) } else { Ok(begun) }
    }

    /// Starts a process, and a thread that attends to it.
    fn start_process(&mut self, begun: Begun, process: ProcessId, name: &str, role: Role) -> io::Result<i64> {
        let shared = self.shared;
        let at = shared.clock.now();
        let mut recorder = shared.sink.recorder(process, ThreadId::MAIN);
        let started = shared.kernel.family.start(begun, process, name, role)?;
        let pid = started.pid;
        recorder.record(at, EventKind::ProcessStarted { pid });
        recorder.flush();
        self.seat.flush();
        match started.settle() {
            Ok(attendant) => {
                self.scope.spawn(move || attend(shared, attendant, recorder));
                Ok(pid.into())
            }
            Err(error) => {
                let status = error.to_string();
                recorder.record(shared.clock.now(), EventKind::ProcessExited { status, clean: false });
                Err(error)
            }
        }
    }

    fn kill(&mut self, pid: i64, signal: i32) -> Reply {
        if pid != i64::from(std::process::id()) {
            return self.shared.kernel.kill(pid, signal);
        }
        if STOPPING.contains(&signal) {
            return send(pid, signal);
        }
        if signal != 0 {
            self.end_by(-signal);
        }
        Reply::None
    }

    fn exit(&mut self, status: i32) {
        self.end_by(status & 0xff);
    }

    /// The process ends, whatever its other threads are at.
    fn end_by(&mut self, status: i32) {
        self.shared.kernel.end_by(status);
        self.note(EventKind::ProgramOver);
        self.shared.stop.request();
    }
}

fn started(done: io::Result<i64>) -> Reply {
    match done {
        Ok(pid) => Reply::Int(pid),
        Err(error) if error.raw_os_error().is_some() => system::failed(&error),
        Err(error) => Reply::Failed(EAGAIN, error.to_string()),
    }
}

/// How a wait is called in the log.
fn blocking(call: &ProcessCall, state: &ThreadState, interp: &crate::vm::Interp) -> BlockingCall {
    let standing = state.standing(interp);
    let parking = BlockingCall::parking(standing.as_ref().map_or("", |standing| &standing.call));
    match call {
        _ if parking != BlockingCall::Lock => parking,
        ProcessCall::Pipe(PipeCall::Write { .. }) => BlockingCall::Send,
        ProcessCall::Pipe(PipeCall::Poll { .. }) => BlockingCall::ConnectionWait,
        ProcessCall::Wait { .. } => BlockingCall::ProcessJoin,
        ProcessCall::Semaphore(SemaphoreCall::Acquire { .. }) => BlockingCall::Lock,
        _ => BlockingCall::Receive,
    }
}

/// Passes on what happens in a child, until it ends.
fn attend(shared: Shared, mut child: Attendant, mut recorder: Recorder) {
    let pid = child.pid();
    let mut descendants = BTreeSet::new();
    while let Some(report) = child.next_report() {
        match report {
            Report::Events(events) => {
                follow(&mut descendants, &events);
                shared.sink.forward(events);
            }
            Report::Printed(lane, text) => {
                let is_read = (shared.print)(&lane, &text);
                child.note_shown(is_read);
            }
            Report::Complained(lane, text) => {
                (shared.complain)(&lane, &text);
                child.note_shown(true);
            }
            Report::Signal(pid, number) if pid == i64::from(std::process::id()) => {
                processes::signals::from_child(shared.stop, number);
            }
            // One that has ended meanwhile hears nothing.
            Report::Signal(pid, number) => drop(shared.kernel.kill(pid, number)),
            Report::Ready | Report::Ended(..) | Report::ModuleRaised { .. } => {}
        }
    }
    let ended = child.see_off().ok();
    for process in descendants {
        let mut recorder = shared.sink.recorder(process, ThreadId::MAIN);
        let status = "ended with its parent".to_string();
        recorder.record(shared.clock.now(), EventKind::ProcessExited { status, clean: false });
        recorder.flush();
    }
    let (status, clean) =
        ended.map_or(("lost".to_string(), false), |ended| (processes::in_words(ended), ended.success()));
    recorder.record(shared.clock.now(), EventKind::ProcessExited { status, clean });
    recorder.flush();
    shared.kernel.move_out(pid);
    child.tell(ended);
}

/// Which processes a child has started, and they in turn, that live: they end with it.
fn follow(descendants: &mut BTreeSet<ProcessId>, events: &[Event]) {
    for event in events {
        match event.kind {
            EventKind::ProcessStarted { .. } => {
                descendants.insert(event.process);
            }
            EventKind::ProcessExited { .. } => {
                descendants.remove(&event.process);
            }
            _ => {}
        }
    }
}
