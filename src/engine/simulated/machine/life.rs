//! The lives of threads: who starts whom, which task comes next, and how it ends. The same as in the real engines.

use super::thread::{Block, Compute, Doing, Role, Stage, Thread, Wait};
use super::{Machine, Program};
use crate::engine::simulated::kernel::{Class, Slot};
use crate::engine::simulated::os::{Stretch, Tid};
use crate::gil::{Release, Take};
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::time::Nanos;
use crate::trace::{EventKind, Outcome};
use crate::vm::Reply;

impl<P: Program> Machine<'_, P> {
    /// A thread that does not exist yet for its process.
    pub(super) fn make_thread(
        &mut self,
        lock: usize,
        process: ProcessId,
        name: &str,
        role: Role,
        pin: Option<u32>,
    ) -> Tid {
        let id = ThreadId(self.locks[lock].members.len() as u32);
        let tid = self.os.add(pin);
        self.os.witness.introduce(process, id);
        self.locks[lock].members.push(tid);
        self.locks[lock].living += 1;
        self.threads.push(Thread {
            lock,
            doing: Doing::Starting,
            compute: Compute::default(),
            wait: Wait::default(),
            body: None,
            reply: None,
            id,
            process,
            doomed: false,
            wants_task: false,
            is_step: false,
            woken: false,
            interrupted: false,
            has_run: false,
            shut_down: false,
            awaited_by: None,
            role,
            first: None,
            task: None,
            name: name.to_string(),
            status: 0,
            affairs: Box::default(),
        });
        self.alive += 1;
        tid
    }

    /// The thread will be runnable in `length`.
    pub(super) fn start_in(&mut self, thread: Tid, length: Nanos) {
        let at = self.os.now + length;
        self.os.queue.set(Slot::Thread(thread.0), at, Class::Io);
    }

    /// The thread executes for the first time.
    pub(super) fn begin_life(&mut self, me: Tid) {
        let name = self.threads[me.index()].name.clone();
        if self.is_worker_process(me) || self.is_child(me) {
            self.os.witness.record(self.os.now, me, EventKind::ProcessReady);
        }
        self.os.witness.record(self.os.now, me, EventKind::ThreadStarted { name });
        self.begin_take(me, Take::Start);
    }

    /// The thread has the lock and nothing to execute.
    pub(super) fn live(&mut self, me: Tid) {
        match self.threads[me.index()].role {
            Role::Sequential(Stage::Module) => self.run_module(me, Role::Sequential(Stage::Work(0))),
            Role::Main(Stage::Module) => self.run_module(me, Role::Main(Stage::Work(0))),
            Role::Process(Stage::Module) => self.run_module(me, Role::Process(Stage::Work(0))),
            Role::Driver(Stage::Module) => self.run_module(me, Role::Driver(Stage::Work(0))),
            Role::Driver(Stage::Work(_)) => self.drive(me),
            Role::Driver(Stage::Join(_)) => self.end_program(me),
            Role::Sequential(_) | Role::Worker => self.next_task(me),
            Role::Process(stage) => self.serve(me, stage),
            Role::Main(Stage::Work(next)) => self.start_next(me, next),
            Role::Main(Stage::Join(next)) => self.join_next(me, next),
            Role::Spawned => self.begin_release(me, Release::Exit),
            Role::Child => self.live_as_child(me),
        }
    }

    fn run_module(&mut self, me: Tid, then: Role) {
        self.threads[me.index()].role = then;
        let lock = self.threads[me.index()].lock;
        match self.program.module(&mut self.locks[lock].world) {
            Some(body) => self.run_body(me, body),
            None => self.live(me),
        }
    }

    pub(super) fn run_body(&mut self, me: Tid, body: P::Body) {
        let thread = &mut self.threads[me.index()];
        thread.body = Some(body);
        thread.compute = Compute::default();
        self.hold_later(me);
    }

    /// A worker's next task, or its end.
    fn next_task(&mut self, me: Tid) {
        self.note_first_slice(me);
        let Some(task) = self.threads[me.index()].first.take().or_else(|| self.take_task()) else {
            return match self.threads[me.index()].role {
                Role::Worker => self.begin_release(me, Release::Exit),
                _ => self.end_program(me),
            };
        };
        self.os.witness.record(self.os.now, me, EventKind::TaskStarted { task });
        let thread = &mut self.threads[me.index()];
        thread.task = Some(task);
        let body = self.program.task(&mut self.locks[thread.lock].world, task);
        self.run_body(me, body);
    }

    /// The next of the tasks that no worker began with.
    pub(super) fn take_task(&mut self) -> Option<TaskId> {
        let task = self.next_task;
        self.next_task += 1;
        match &self.plan.split {
            Some(split) => split.computing.get(task).copied(),
            None => (task < self.plan.tasks).then_some(TaskId(task as u32)),
        }
    }

    /// Whether it is the first thread of a process that the run has started.
    pub(super) fn is_worker_process(&self, me: Tid) -> bool {
        let thread = &self.threads[me.index()];
        let is_first = matches!(thread.role, Role::Process(_) | Role::Driver(_));
        is_first && thread.process != ProcessId::MAIN && thread.id == ThreadId::MAIN
    }

    /// Worker `index` begins with the task of that number.
    pub(super) fn give_first_task(&mut self, worker: Tid, index: usize) {
        self.threads[worker.index()].first = (index < self.plan.tasks).then_some(TaskId(index as u32));
    }

    /// A worker process waits for what the run sends it, and works on it.
    fn serve(&mut self, me: Tid, stage: Stage) {
        let (next, received) = match stage {
            Stage::Work(_) => (Stage::Join(0), false),
            Stage::Module | Stage::Join(_) => (Stage::Work(0), true),
        };
        self.threads[me.index()].role = Role::Process(next);
        if received { self.next_task(me) } else { self.await_task(me, self.costs.start.task_delivery) }
    }

    fn close_world(&mut self, last: Tid) {
        let lock = self.threads[last.index()].lock;
        for kind in self.program.close(&mut self.locks[lock].world) {
            self.os.witness.record(self.os.now, last, kind);
        }
    }

    /// What the thread executed has come to its end; what another interpreter is to have of it has to be copied.
    pub(super) fn send_result(&mut self, me: Tid, outcome: Outcome) {
        let bytes = match &outcome {
            Outcome::Returned { value } if self.sends_results(me) => {
                self.plan.supposed.result_bytes.unwrap_or(value.len() as u64)
            }
            _ => 0,
        };
        self.threads[me.index()].affairs.result = Some(outcome);
        self.go_on(me, Doing::Sending, self.costs.start.send(bytes));
    }

    /// Whether it is at a task whose result another interpreter is to have.
    fn sends_results(&self, me: Tid) -> bool {
        let thread = &self.threads[me.index()];
        thread.task.is_some() && thread.process != ProcessId::MAIN
    }

    pub(super) fn sent(&mut self, me: Tid) {
        if let Some(outcome) = self.threads[me.index()].affairs.result.take() {
            self.end_body(me, outcome);
        }
    }

    /// The result is where it belongs.
    fn end_body(&mut self, me: Tid, outcome: Outcome) {
        let thread = &mut self.threads[me.index()];
        thread.body = None;
        match thread.task.take() {
            Some(task) => {
                let ok = matches!(outcome, Outcome::Returned { .. });
                self.os.witness.record(self.os.now, me, EventKind::TaskEnded { task, ok });
                self.results.push((task, outcome));
                if self.threads[me.index()].affairs.driver.is_some() {
                    return self.return_to_driver(me, Reply::None);
                }
            }
            None if self.threads[me.index()].role == Role::Spawned => {}
            None if self.threads[me.index()].role == Role::Child => self.end_child_body(me, &outcome),
            None => self.end_module(outcome),
        }
        if !self.is_over() {
            self.live(me);
        }
    }

    fn start_next(&mut self, me: Tid, next: usize) {
        if next == self.plan.lanes.len() {
            self.threads[me.index()].role = Role::Main(Stage::Join(0));
            return self.live(me);
        }
        self.go_on(me, Doing::MakingThread, self.costs.start.thread_call);
    }

    /// The call that makes a thread has done its work.
    pub(super) fn thread_made(&mut self, me: Tid) {
        let Role::Main(Stage::Work(next)) = self.threads[me.index()].role else { return };
        self.threads[me.index()].role = Role::Main(Stage::Work(next + 1));
        let (lock, plan) = (self.threads[me.index()].lock, self.plan);
        let pin = plan.pin(next);
        let worker = self.make_thread(lock, ProcessId::MAIN, &plan.lanes[next], Role::Worker, pin);
        self.give_first_task(worker, next);
        let latency = self.start.jitter(self.costs.start.thread_latency, 400);
        self.start_in(worker, latency);
        self.await_first_slice(me, worker);
    }

    fn join_next(&mut self, me: Tid, next: usize) {
        // The workers are the members after the main thread, in the order of their start.
        let members = &self.locks[self.threads[me.index()].lock].members;
        let alive = |worker: &Tid| {
            let thread = &self.threads[worker.index()];
            thread.role == Role::Worker && !thread.has_ended()
        };
        match (next + 1..members.len()).find(|&at| alive(&members[at])) {
            Some(at) => {
                let worker = members[at];
                self.threads[me.index()].role = Role::Main(Stage::Join(at));
                self.await_end(me, worker);
            }
            None => self.end_program(me),
        }
    }

    fn note_first_slice(&mut self, me: Tid) {
        if !self.threads[me.index()].has_run {
            self.threads[me.index()].has_run = true;
            self.wake_who_awaits(me);
        }
    }

    fn wake_who_awaits(&mut self, me: Tid) {
        let other = self.threads[me.index()].awaited_by.take();
        if let Some(other) = other.filter(|other| !self.threads[other.index()].has_ended()) {
            let by = self.os.core_of(me);
            self.unblock(other, by);
        }
    }

    /// The thread is no more, whatever it was at: it has no core and waits for nothing, and nobody waits for it.
    pub(super) fn bury(&mut self, tid: Tid) {
        let thread = &mut self.threads[tid.index()];
        thread.doing = Doing::Ended;
        let (calling, on_network) = (thread.affairs.calling.take(), thread.affairs.on_network.take());
        let (lock, process) = (thread.lock, thread.process);
        self.locks[lock].living -= 1;
        self.alive -= 1;
        if self.locks[lock].living == 0 {
            self.forget_signals(process);
        }
        self.wake_who_awaits(tid);
        self.os.remove(tid);
        if let Some(calling) = calling {
            self.ipc.forget(tid, &calling.call);
            self.wake_callers_from(None);
        }
        if on_network.is_some() {
            self.network.forget(tid);
        }
        self.note_end_of_program();
    }

    /// The thread has come to its end.
    pub(super) fn end_life(&mut self, me: Tid) {
        if self.is_main_of(me).is_some() {
            self.end_spawned(self.threads[me.index()].lock);
        }
        if self.alive == 1 {
            self.close_world(me);
        }
        self.os.witness.record(self.os.now, me, EventKind::ThreadEnded);
        self.bury(me);
        self.end_worker_process(me);
    }

    /// A process that the run has started is gone with the last of its threads.
    fn end_worker_process(&mut self, last: Tid) {
        let lock = self.threads[last.index()].lock;
        let first = self.locks[lock].members[0];
        if self.is_worker_process(first) && self.locks[lock].living == 0 {
            let status = "exit status 0".to_string();
            self.os.witness.record(self.os.now, first, EventKind::ProcessExited { status, clean: true });
        }
    }

    /// The lock is released and the thread may go its way.
    #[inline]
    pub(super) fn left(&mut self, me: Tid, why: Release) {
        self.note_standstill(self.threads[me.index()].lock);
        match why {
            Release::Forced => self.begin_take(me, Take::AfterForced),
            Release::Exit => self.end_life(me),
            Release::Blocking => self.begin_block(me),
        }
    }

    fn begin_block(&mut self, me: Tid) {
        let Some(block) = self.threads[me.index()].wait.block else { return };
        match block {
            Block::Native(work) => self.go_on(me, Doing::Native, work),
            Block::Park => self.begin_park(me),
            Block::Network => self.begin_network(me),
            Block::Call => self.begin_call(me),
            Block::Sleep(length) => {
                let at = self.os.timer_end(length);
                self.sleep_until(me, at, Class::Timer);
            }
            Block::Pause => {
                self.threads[me.index()].doing = Doing::Blocked;
                self.os.sleep(me);
                self.leave_wait(me);
            }
            Block::Io(length) => self.sleep_until(me, self.os.now + length, Class::Io),
            Block::FirstSlice(worker) if self.threads[worker.index()].has_run => self.unblocked(me),
            Block::End(worker) if self.threads[worker.index()].has_ended() => self.unblocked(me),
            Block::FirstSlice(worker) | Block::End(worker) => {
                self.threads[worker.index()].awaited_by = Some(me);
                self.threads[me.index()].doing = Doing::Blocked;
                self.os.sleep(me);
            }
        }
    }

    fn sleep_until(&mut self, me: Tid, at: Nanos, class: Class) {
        let thread = &mut self.threads[me.index()];
        (thread.doing, thread.wait.ends) = (Doing::Blocked, at);
        self.os.sleep(me);
        self.os.queue.set(Slot::Thread(me.0), at, class);
        self.leave_wait(me);
    }

    /// What a thread waited for has happened.
    pub(super) fn unblock(&mut self, thread: Tid, by: Option<u32>) {
        self.threads[thread.index()].doing = Doing::Unblocked;
        self.os.work(thread, Stretch::default());
        self.os.wake(thread, by);
    }

    /// The thread runs again and wants the lock.
    pub(super) fn unblocked(&mut self, me: Tid) {
        let passing_on = self.end_call(me);
        if passing_on > Nanos::ZERO {
            return self.go_on(me, Doing::Unblocked, passing_on);
        }
        if self.threads[me.index()].affairs.parked.is_some() && !self.end_park(me) {
            return;
        }
        if self.threads[me.index()].affairs.on_network.is_some() && !self.end_network(me) {
            return;
        }
        self.os.witness.record(self.os.now, me, EventKind::BlockEnded);
        self.begin_take(me, Take::AfterBlocking);
    }
}
