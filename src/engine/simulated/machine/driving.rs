//! Models that a standard module carries out: a pool, an event loop. Its text runs as any program's, and pays for what it
//! does; here is what it asks of the run's tasks. A task is a body of its own, which the thread executes in place of the
//! module's until the task ends, or, in an event loop, until it has to wait.

use super::thread::{Role, Stage};
use super::{Machine, Program};
use crate::engine::simulated::body::Body;
use crate::engine::simulated::os::Tid;
use crate::ids::{ProcessId, TaskId};
use crate::model::Model;
use crate::time::Nanos;
use crate::trace::EventKind;
use crate::vm::{Reply, TaskCall};

impl<P: Program> Machine<'_, P> {
    /// The module of the program has run: now that of the model.
    pub(super) fn drive(&mut self, me: Tid) {
        let is_main = self.threads[me.index()].process == ProcessId::MAIN;
        let module = match self.plan.model {
            Model::ThreadPool => "_model_thread_pool",
            Model::Asyncio => "_model_asyncio",
            _ if is_main => "_model_hybrid",
            _ => "_model_process",
        };
        self.threads[me.index()].role = Role::Driver(Stage::Join(0));
        let lock = self.threads[me.index()].lock;
        match self.program.driver(&mut self.locks[lock].world, module) {
            Some(body) => self.run_body(me, body),
            None => self.live(me),
        }
    }

    /// What a model's module wants of the tasks.
    pub(super) fn attend_to_tasks(&mut self, me: Tid, call: TaskCall) {
        // A program that is no model's, or a task of one, has nothing to do with them.
        if self.threads[me.index()].affairs.driver.is_some() || !self.is_driven() {
            return self.reply_later(me, Reply::None);
        }
        match call {
            TaskCall::Names => self.reply_later(me, Reply::Texts(self.plan.names.clone())),
            TaskCall::Workers => self.reply_later(me, Reply::Int(self.pool_of(me) as i64)),
            TaskCall::Next if self.threads[me.index()].process == ProcessId::MAIN => {
                let next = self.plan.split.as_ref().and_then(|split| split.waiting.get(self.next_waiting).copied());
                self.next_waiting += 1;
                self.reply_later(me, number(next));
            }
            TaskCall::Next => {
                self.threads[me.index()].wants_task = true;
                self.await_task(me, self.costs.start.task_delivery);
            }
            TaskCall::Run(task) => self.begin_task_for_driver(me, TaskId(task), false),
            TaskCall::Step(task) => self.begin_task_for_driver(me, TaskId(task), true),
        }
    }

    fn pool_of(&self, me: Tid) -> usize {
        match &self.plan.split {
            Some(split) if self.threads[me.index()].process != ProcessId::MAIN => split.threads,
            _ => self.plan.pool,
        }
    }

    /// The thread, a worker's, has the lock again and the next task has come.
    pub(super) fn hand_task(&mut self, me: Tid) {
        self.threads[me.index()].wants_task = false;
        let next = self.take_task();
        self.reply_later(me, number(next));
    }

    pub(super) fn reply_later(&mut self, me: Tid, reply: Reply) {
        let thread = &mut self.threads[me.index()];
        let world = &mut self.locks[thread.lock].world;
        thread.body.iter_mut().for_each(|body| body.reply(world, reply.clone()));
        self.hold_later(me);
    }

    /// Goes to a task, or on with it.
    fn begin_task_for_driver(&mut self, me: Tid, task: TaskId, is_step: bool) {
        if task.0 as usize >= self.plan.tasks {
            return self.reply_later(me, Reply::None);
        }
        let suspended = self.threads[me.index()].affairs.suspended.remove(&task);
        let kind = if suspended.is_some() { EventKind::TaskResumed { task } } else { EventKind::TaskStarted { task } };
        self.os.witness.record(self.os.now, me, kind);
        let lock = self.threads[me.index()].lock;
        let body = suspended.unwrap_or_else(|| self.program.task(&mut self.locks[lock].world, task));
        let thread = &mut self.threads[me.index()];
        thread.affairs.driver = thread.body.take();
        (thread.task, thread.is_step) = (Some(task), is_step);
        self.run_body(me, body);
    }

    fn is_driven(&self) -> bool {
        matches!(self.plan.model, Model::ThreadPool | Model::Asyncio | Model::Hybrid)
    }

    /// The task of an event loop has to wait for so long; the loop goes on.
    pub(super) fn suspend_task(&mut self, me: Tid, asked: Nanos) {
        let thread = &mut self.threads[me.index()];
        let (Some(task), Some(body)) = (thread.task.take(), thread.body.take()) else { return };
        thread.affairs.suspended.insert(task, body);
        self.os.witness.record(self.os.now, me, EventKind::TaskSuspended { task, asked });
        self.return_to_driver(me, Reply::Int(i64::try_from(asked.0).unwrap_or(i64::MAX)));
    }

    pub(super) fn return_to_driver(&mut self, me: Tid, reply: Reply) {
        let thread = &mut self.threads[me.index()];
        thread.is_step = false;
        thread.body = thread.affairs.driver.take();
        self.reply_later(me, reply);
    }
}

fn number(task: Option<TaskId>) -> Reply {
    task.map_or(Reply::None, |task| Reply::Int(task.0.into()))
}
