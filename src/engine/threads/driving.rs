//! Models that a standard module carries out, on real threads: what its text asks of the run's tasks. A task is code of
//! its own, which the thread executes in the middle of the module's.

use super::worker::{Lock, Worker};
use crate::engine::{Outcomes, native_id};
use crate::ids::TaskId;
use crate::scenario::Scenario;
use crate::time::Nanos;
use crate::trace::{EventKind, Outcome};
use crate::vm::{Reply, TaskCall, ThreadState};
use crate::work::Draws;

/// The tasks of a run, and where it is noted how they end.
pub struct Tasks<'a> {
    pub scenario: &'a Scenario,
    pub outcomes: &'a Outcomes,
    /// How many threads the model's pool has.
    pub pool: usize,
}

/// How far some code has come.
pub enum Ran {
    Ended(Outcome),
    /// It has to wait for so long.
    Waits(Nanos),
    /// The handler of a signal has returned.
    Handled,
}

/// A task that waits in an event loop.
pub struct Suspended {
    state: ThreadState,
    draws: Draws,
}

impl<'e> Worker<'_, 'e> {
    /// Does what is wanted; nothing for a program that is no model's.
    pub(super) fn attend_to_tasks(&mut self, held: Lock<'e>, call: TaskCall) -> (Lock<'e>, Reply) {
        let Some(tasks) = self.shared.tasks.filter(|_| !self.is_driven) else { return (held, Reply::None) };
        let names = || tasks.scenario.tasks.iter().map(|task| task.name.clone());
        let known = |number: u32| (number as usize) < tasks.scenario.tasks.len();
        match call {
            TaskCall::Names => (held, Reply::Texts(names().collect())),
            TaskCall::Workers => (held, Reply::Int(tasks.pool as i64)),
            TaskCall::Run(task) if known(task) => self.run_for_driver(held, tasks, TaskId(task)),
            TaskCall::Step(task) if known(task) => self.step_for_driver(held, tasks, TaskId(task)),
            TaskCall::Run(_) | TaskCall::Step(_) | TaskCall::Next => (held, Reply::None),
        }
    }

    fn run_for_driver(&mut self, mut held: Lock<'e>, tasks: &Tasks, task: TaskId) -> (Lock<'e>, Reply) {
        let outcome;
        self.is_driven = true;
        (held, outcome) = self.run_task(held, task, &tasks.scenario.tasks[task.0 as usize].code);
        self.is_driven = false;
        tasks.outcomes.put(task, outcome);
        (held, Reply::None)
    }

    fn step_for_driver(&mut self, mut held: Lock<'e>, tasks: &Tasks, task: TaskId) -> (Lock<'e>, Reply) {
        let ran;
        self.is_driven = true;
        let mut at = match self.suspended.remove(&task) {
            Some(suspended) => {
                self.note(EventKind::TaskResumed { task });
                suspended
            }
            None => {
                self.note(EventKind::TaskStarted { task });
                let state = ThreadState::new(&mut held, &tasks.scenario.tasks[task.0 as usize].code);
                Suspended { state, draws: Draws::of_task(self.shared.seed, task) }
            }
        };
        (held, ran) = self.run_on(held, &mut at.state, &mut at.draws, true);
        self.is_driven = false;
        let reply = match ran {
            Ran::Waits(asked) => {
                self.note(EventKind::TaskSuspended { task, asked });
                self.suspended.insert(task, at);
                Reply::Int(i64::try_from(asked.0).unwrap_or(i64::MAX))
            }
            Ran::Handled => Reply::None,
            Ran::Ended(outcome) => {
                self.note(EventKind::TaskEnded { task, ok: matches!(outcome, Outcome::Returned { .. }) });
                tasks.outcomes.put(task, outcome);
                Reply::None
            }
        };
        (held, reply)
    }

    /// Runs the standard module that carries the model out.
    pub(super) fn drive(&mut self, mut held: Lock<'e>, module: &str) -> (Lock<'e>, Outcome) {
        let Some(mut state) = ThreadState::importing(&mut held, module) else { return (held, Outcome::Stopped) };
        state.belongs_to(self.seat.thread, native_id());
        self.run(held, state, Draws::of_module(self.shared.seed))
    }
}
