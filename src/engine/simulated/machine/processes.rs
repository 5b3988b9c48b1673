//! The lives of processes that a program starts: each has an interpreter and a lock of its own, and its threads share the
//! cores with all others. A fork copies the interpreter and the thread that forks; a spawned process begins anew. Who is
//! killed is gone at once, whatever its threads are at. Knows nothing of what a process is for.

use super::lock::Lock;
use super::thread::{Doing, Role};
use super::{Ending, Machine, Program};
use crate::engine::signals::STOPPING;
use crate::engine::simulated::body::Body;
use crate::engine::simulated::kernel::Slot;
use crate::engine::simulated::os::Tid;
use crate::engine::uncaught;
use crate::gil::Release;
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use crate::trace::{EventKind, Outcome};
use crate::vm::Reply;
use crate::vm::system::process::{ProcessCall, SpawnMethod, errno};

/// How long processes that the program has left behind go on after its end: enough for what ends by itself, and the run ends
/// all the same where one never would.
const GRACE: Nanos = Nanos::from_millis(2_000);

/// The greatest number of a signal.
const LAST_SIGNAL: i32 = 64;

/// SIGCHLD, of which the parent's own handler is told.
const CHILD_ENDED: i32 = 17;

impl<P: Program> Machine<'_, P> {
    /// The thread, with the lock, begins to start a process.
    pub(super) fn begin_child(&mut self, me: Tid, call: ProcessCall) {
        let cost = match &call {
            ProcessCall::Spawn { method, .. } => self.costs.ipc.start(*method).call,
            _ => self.costs.ipc.fork.call,
        };
        self.threads[me.index()].affairs.child = Some(call);
        self.go_on(me, Doing::Forking, cost);
    }

    /// The call that starts a process has done its work: there is one.
    pub(super) fn child_made(&mut self, me: Tid) {
        let reply = match self.threads[me.index()].affairs.child.take() {
            _ if !self.has_room_for_a_thread() => Reply::failed(errno::EAGAIN),
            Some(ProcessCall::Fork { name }) => self.fork(me, &name),
            Some(ProcessCall::Spawn { name, method, message, ends }) => {
                self.spawn_process(me, &name, method, &message, &ends)
            }
            _ => Reply::failed(errno::ENOSYS),
        };
        self.reply_and_go_on(me, reply, Nanos::ZERO);
    }

    /// Whether the machine has numbers for one thread more: they are never used again.
    pub(super) fn has_room_for_a_thread(&self) -> bool {
        self.threads.len() < self.plan.most_threads
    }

    fn fork(&mut self, me: Tid, name: &str) -> Reply {
        let child = self.next_process();
        let thread = &self.threads[me.index()];
        let parent = thread.process;
        let made =
            thread.body.as_ref().and_then(|body| self.program.forked(&self.locks[thread.lock].world, body, child));
        let Some((world, mut body)) = made else { return Reply::failed(errno::ENOSYS) };
        body.hear(Reply::Int(0));
        self.ipc.copy_holdings(parent, child);
        self.network.copy_holdings(parent, child);
        self.signals.fork(parent, child);
        self.add_process(me, child, name, (world, body), self.costs.ipc.fork.work)
    }

    fn spawn_process(&mut self, me: Tid, name: &str, method: SpawnMethod, message: &[u8], ends: &[i64]) -> Reply {
        let child = self.next_process();
        let parent = self.threads[me.index()].process;
        let Some(made) = self.program.spawned_process(message, method, (parent, child)) else {
            return Reply::failed(errno::ENOSYS);
        };
        if !self.ipc.give(child, ends) {
            self.ipc.end(child, 0);
            return Reply::failed(errno::EBADF);
        }
        self.add_process(me, child, name, made, self.costs.ipc.start(method).work)
    }

    fn next_process(&mut self) -> ProcessId {
        self.last_process += 1;
        ProcessId(self.last_process)
    }

    fn add_process(
        &mut self,
        me: Tid,
        child: ProcessId,
        name: &str,
        (world, body): (<P::Body as Body>::World, P::Body),
        work: Nanos,
    ) -> Reply {
        self.ipc.begin(child, self.threads[me.index()].process, name);
        self.locks.push(Lock::new(child, (self.new_protocol)(), world));
        let thread = self.make_thread(self.locks.len() - 1, child, name, Role::Child, None);
        self.note_kind_of_lock(thread);
        self.threads[thread.index()].body = Some(body);
        self.start_process_with(thread, work);
        Reply::Int(child.pid().into())
    }

    /// `os.kill`.
    pub(super) fn kill(&mut self, me: Tid, pid: i64, signal: i32) {
        let known = |process: &ProcessId| self.has_threads(*process) || self.ipc.is_unreaped(*process);
        let target = ProcessId::of_pid(pid).filter(known);
        let cost = self.costs.ipc.shared_call;
        match target {
            None => self.reply_and_go_on(me, Reply::failed(errno::ESRCH), cost),
            Some(_) if !(0..=LAST_SIGNAL).contains(&signal) => {
                self.reply_and_go_on(me, Reply::failed(errno::EINVAL), cost);
            }
            // One that has ended hears nothing.
            Some(process) if signal == 0 || !self.has_threads(process) => {
                self.reply_and_go_on(me, Reply::None, cost);
            }
            Some(process) if process == self.threads[me.index()].process && STOPPING.contains(&signal) => {
                self.reply_and_go_on(me, Reply::None, cost);
                self.stop_process(process);
            }
            Some(process) if process == self.threads[me.index()].process => {
                self.end_process(process, -i64::from(signal));
            }
            Some(process) => {
                self.signal_process(process, signal);
                self.reply_and_go_on(me, Reply::None, cost);
            }
        }
    }

    fn has_threads(&self, process: ProcessId) -> bool {
        self.lock_of_process(process).is_some_and(|lock| self.locks[lock].living > 0)
    }

    /// The number of a process's lock; None where there is no such process.
    pub(super) fn lock_of_process(&self, process: ProcessId) -> Option<usize> {
        self.locks.iter().position(|lock| lock.process == process)
    }

    /// The body of a child's first thread has come to its end, without `os._exit`: as in any program.
    pub(super) fn end_child_body(&mut self, me: Tid, outcome: &Outcome) {
        let thread = &mut self.threads[me.index()];
        if !thread.shut_down
            && let Outcome::Raised { error, traceback } = outcome
        {
            let (status, words) = uncaught::ending(error, traceback);
            thread.status = status.into();
            if !words.is_empty() {
                (self.complain)(&thread.name, &words);
            }
        }
    }

    /// A child's first thread has nothing left to do, and its process with it.
    pub(super) fn finish_child(&mut self, me: Tid) {
        let thread = &self.threads[me.index()];
        let status = thread.status;
        self.exit(me, status);
    }

    /// The thread takes its process down.
    pub(super) fn exit(&mut self, me: Tid, status: i64) {
        self.threads[me.index()].status = status;
        self.go_on(me, Doing::Exiting, self.costs.ipc.exit);
    }

    /// It has done so.
    pub(super) fn exited(&mut self, me: Tid) {
        let thread = &self.threads[me.index()];
        self.end_process(thread.process, thread.status);
    }

    /// Whether all processes that the run has started are gone.
    fn is_program_over(&self) -> bool {
        self.locks.iter().all(|lock| lock.living == 0 || self.is_child(lock.members[0]))
    }

    /// A thread has ended. If that was the end of the program, what it has left behind has some time more.
    pub(super) fn note_end_of_program(&mut self) {
        if self.alive > 0 && self.limit == self.plan.time_limit && self.is_program_over() {
            self.limit = self.limit.min(self.os.now + GRACE);
        }
    }

    /// Ends what the program has left behind: nothing can happen any more, or its time is over. False where the program
    /// itself is not over.
    #[cold]
    pub(super) fn end_orphans(&mut self) -> bool {
        let is_over = self.is_program_over();
        while is_over && let Some(left) = self.threads.iter().find(|thread| !thread.has_ended()) {
            self.end_process(left.process, -9);
        }
        is_over
    }

    /// The next thing would happen after the limit.
    #[cold]
    pub(super) fn run_out_of_time(&mut self) {
        if self.is_program_over() {
            self.os.now = self.limit;
            self.end_orphans();
        } else {
            self.ending = Some(Ending::TimeLimit);
        }
    }

    /// A process is gone, in the middle of anything. `status`: its exit status, or minus the signal that ended it.
    pub(super) fn end_process(&mut self, process: ProcessId, status: i64) {
        let Some(lock) = self.lock_of_process(process) else { return };
        let members = self.locks[lock].members.clone();
        for &member in &members {
            self.end_thread_at_once(member, status);
        }
        self.os.queue.clear(Slot::Lock(lock as u32));
        self.os.queue.clear(Slot::Crowd(lock as u32));
        // Whoever started the program sees how it ends; what is left of its threads is no part of it.
        let over = match process {
            ProcessId::MAIN => EventKind::ProgramOver,
            _ => EventKind::ProcessExited { status: in_words(status), clean: status == 0 },
        };
        self.os.witness.record(self.os.now, members[0], over);
        self.ipc.end(process, status);
        self.network.leave(self.os.now, process);
        self.rouse_callers(None);
        self.wake_callers_from(None);
        if let Some(parent) = self.ipc.parent_of(process) {
            self.signal_process(parent, CHILD_ENDED);
        }
    }

    fn end_thread_at_once(&mut self, tid: Tid, status: i64) {
        let thread = &mut self.threads[tid.index()];
        if thread.has_ended() {
            return;
        }
        if let Some(task) = thread.task.take() {
            let outcome = how_task_ends(thread.process, status);
            self.results.push((task, outcome));
        }
        self.bury(tid);
    }

    /// The name of a thread's lane: those of a child's other threads begin with the child's.
    pub(super) fn lane_of(&self, process: ProcessId, name: &str) -> String {
        if process == ProcessId::MAIN { name.to_string() } else { format!("{}/{name}", self.ipc.name_of(process)) }
    }

    /// The first thread of a child, with the lock in hand.
    pub(super) fn live_as_child(&mut self, me: Tid) {
        if self.threads[me.index()].shut_down { self.finish_child(me) } else { self.end_program(me) }
    }

    pub(super) fn is_child(&self, me: Tid) -> bool {
        let thread = &self.threads[me.index()];
        thread.role == Role::Child && thread.id == ThreadId::MAIN
    }

    pub(super) fn leave_program(&mut self, me: Tid) {
        if self.is_child(me) { self.finish_child(me) } else { self.begin_release(me, Release::Exit) }
    }
}

/// Python has no exception for `os._exit`, and the run's words are those of one that names the status; of a signal that ends
/// the program itself, the status that a shell would tell.
fn how_task_ends(process: ProcessId, status: i64) -> Outcome {
    let status = match status {
        signal if signal < 0 && process != ProcessId::MAIN => return Outcome::Lost { status: in_words(signal) },
        signal if signal < 0 => 128 - signal,
        status => status,
    };
    Outcome::Raised { error: format!("SystemExit: {status}"), traceback: format!("SystemExit: {status}") }
}

fn in_words(status: i64) -> String {
    match status {
        -9 => "killed by SIGKILL".to_string(),
        -15 => "killed by SIGTERM".to_string(),
        -2 => "killed by SIGINT".to_string(),
        -6 => "killed by SIGABRT".to_string(),
        -11 => "killed by SIGSEGV".to_string(),
        status if status < 0 => format!("killed by signal {}", -status),
        status => format!("exit status {status}"),
    }
}
