//! The virtual machine without a lock and with plain reference counts: instructions of several threads overlap.
//!
//! A thread executes one instruction after the other, and the changes of counts that belong to it are spread over the
//! time that it takes. Each has an equal part of it; at a moment drawn from the part's first half the count is loaded,
//! and at one drawn from its second half it is stored. Whatever another thread stores in between is lost. All else that
//! an instruction does happens at its beginning, whole: what is shown here is what becomes of counts.

use super::costs::{InstructionCosts, Prices};
use super::counts::{Counts, Doer};
use super::{Around, Execution, Interpreted, Then};
use crate::bytecode::Instr;
use crate::engine::simulated::body::{Act, Moment, Program};
use crate::engine::simulated::kernel::{Chance, Purpose};
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::time::Nanos;
use crate::trace::{EventKind, Outcome};
use crate::vm::sync::Spawn;
use crate::vm::{self, Change, Exit, Interp, NextInstr, Noted, Pulse, Raised, Rate};
use std::collections::VecDeque;

/// A program whose threads share counts without a lock.
pub struct Racing {
    program: Interpreted,
    seed: u64,
}

impl Racing {
    pub fn new(program: Interpreted, seed: u64) -> Racing {
        Racing { program, seed }
    }
}

/// An interpreter, and its counts as several cores see them.
pub struct Shared {
    interp: Interp,
    counts: Counts,
    seed: u64,
    /// By thread, so that what one draws depends on itself alone.
    chances: Vec<Chance>,
}

impl Shared {
    fn chance_of(&mut self, thread: ThreadId) -> &mut Chance {
        let known = self.chances.len() as u32;
        self.chances.extend((known..=thread.0).map(|thread| Chance::new(self.seed, Purpose::Counts(thread))));
        &mut self.chances[thread.0 as usize]
    }
}

impl Program for Racing {
    type Body = RacingExecution;

    fn world(&mut self) -> Shared {
        let mut interp = self.program.world();
        interp.watch_counts();
        Shared { interp, counts: Counts::default(), seed: self.seed, chances: Vec::new() }
    }

    fn module(&mut self, world: &mut Shared) -> Option<RacingExecution> {
        self.program.module(&mut world.interp).map(RacingExecution::new)
    }

    fn task(&mut self, world: &mut Shared, task: TaskId) -> RacingExecution {
        RacingExecution::new(self.program.task(&mut world.interp, task))
    }

    fn spawned(&mut self, world: &mut Shared, spawn: &Spawn, of: (ProcessId, ThreadId)) -> Option<RacingExecution> {
        self.program.spawned(&mut world.interp, spawn, of).map(RacingExecution::new)
    }

    fn driver(&mut self, world: &mut Shared, module: &str) -> Option<RacingExecution> {
        self.program.driver(&mut world.interp, module).map(RacingExecution::new)
    }

    fn shutdown(&mut self, world: &mut Shared) -> Option<RacingExecution> {
        self.program.shutdown(&mut world.interp).map(RacingExecution::new)
    }

    /// With globals and constants gone, what lives and has no owner has leaked.
    fn close(&mut self, world: &mut Shared) -> Vec<EventKind> {
        let Shared { interp, counts, .. } = world;
        interp.release_all();
        for change in interp.take_changes() {
            counts.change_at_once(interp, change);
        }
        let leaked = interp.unowned().into_iter();
        let leaks = leaked.map(|at| EventKind::Leaked {
            object: at.id(),
            what: interp.describe(at),
            count: interp.load_count(at).unwrap_or_default(),
        });
        leaks.collect()
    }
}

/// One thread, and the instruction that it is at.
pub struct RacingExecution {
    execution: Execution,
    /// The instruction's changes of counts that are still to be made.
    changes: VecDeque<Change>,
    doer: Option<Doer>,
    /// What is left of the time that it takes.
    left: Nanos,
    stage: Stage,
    noted: VecDeque<EventKind>,
}

/// Where the first of the changes stands.
#[derive(Clone, Copy, Debug)]
enum Stage {
    /// Not begun; no moment is drawn.
    Ahead,
    /// Is about to load, and to store so much later.
    Loads {
        store_in: Nanos,
    },
    Stores,
}

impl Around for RacingExecution {
    type World = Shared;

    fn interp(world: &Shared) -> &Interp {
        &world.interp
    }

    fn interp_mut(world: &mut Shared) -> &mut Interp {
        &mut world.interp
    }

    fn execution(&self) -> &Execution {
        &self.execution
    }

    fn execution_mut(&mut self) -> &mut Execution {
        &mut self.execution
    }

    fn go_on(&mut self, world: &mut Shared, moment: &Moment) -> Act {
        loop {
            if let Some(kind) = self.noted.pop_front() {
                return Act::Note(kind);
            }
            let act = if self.doer.is_some() { self.change(world, moment.thread) } else { self.begin(world, moment) };
            self.noted.extend(world.counts.take_noted());
            if let Some(act) = act {
                return act;
            }
        }
    }
}

impl RacingExecution {
    fn new(execution: Execution) -> RacingExecution {
        let (changes, noted) = (VecDeque::new(), VecDeque::new());
        RacingExecution { execution, changes, doer: None, left: Nanos::ZERO, stage: Stage::Ahead, noted }
    }
}

impl RacingExecution {
    /// Executes the next instruction. None: its changes of counts are to be made.
    fn begin(&mut self, world: &mut Shared, moment: &Moment) -> Option<Act> {
        let next = self.execution.state.next_instr(&world.interp);
        let act = self.execution.step(world, moment, next.as_ref());
        let changes = world.interp.take_changes();
        match (act, next) {
            (Act::Ran { work, .. }, Some(instr)) if !changes.is_empty() => {
                self.doer = Some(Doer { thread: moment.thread, core: moment.core, instr });
                (self.changes, self.left) = (changes.into(), work);
                None
            }
            (act, _) => {
                changes.into_iter().for_each(|change| world.counts.change_at_once(&mut world.interp, change));
                Some(act)
            }
        }
    }

    /// The next half of a change, once its time has come. None: there is more to be done at this moment.
    fn change(&mut self, world: &mut Shared, me: ThreadId) -> Option<Act> {
        let (Some(&change), Some(doer)) = (self.changes.front(), &self.doer) else {
            self.doer = None;
            return self.pass(self.left);
        };
        match self.stage {
            Stage::Ahead => {
                let part = self.left.0 / self.changes.len() as u64;
                let half = Nanos(part / 2 + 1);
                let chance = world.chance_of(me);
                let (load_at, spare) = (chance.below(half), chance.below(half));
                self.stage = Stage::Loads { store_in: Nanos(part) - load_at - spare };
                self.pass(load_at)
            }
            Stage::Loads { store_in } => {
                world.counts.load(&world.interp, doer, change);
                self.stage = Stage::Stores;
                self.pass(store_in)
            }
            Stage::Stores => {
                world.counts.store(&mut world.interp, me);
                self.changes.pop_front();
                self.stage = Stage::Ahead;
                None
            }
        }
    }

    fn pass(&mut self, time: Nanos) -> Option<Act> {
        self.left = self.left.saturating_sub(time);
        (time > Nanos::ZERO).then_some(Act::Ran { work: time, counted: 0 })
    }
}

impl Execution {
    /// Executes one instruction, which is `instr`, and says what it takes.
    fn step(&mut self, world: &mut Shared, moment: &Moment, instr: Option<&NextInstr>) -> Act {
        if let Some(act) = self.deliver(&mut world.interp, moment) {
            return act;
        }
        let (costs, attention) = (&*self.costs, moment.attention);
        let mut once = Once { costs, prices: costs.at(Rate::PROGRAM), attention, spent: self.carry, executed: false };
        let mut exit = vm::run(&mut world.interp, &mut self.state, &mut once);
        let spent = once.spent;
        if let (Some(stale), Exit::Raised(raised)) = (world.interp.take_stale(), &mut exit) {
            raised.message = world.counts.used_after_free(stale);
            if let Some(instr) = instr.filter(|_| raised.traceback.is_empty()) {
                *raised = self.state.traceback_at(&world.interp, instr, &raised.kind, raised.message.clone());
            }
        }
        let work = self.charged(spent, &exit);
        self.then = self.after(&mut world.interp, exit, moment.now + work);
        if let Some(stale) = world.interp.take_stale() {
            let message = world.counts.used_after_free(stale);
            self.then = Then::Do(Act::End(self.stale_use(&world.interp, instr, message)));
        }
        self.ran(work, 0)
    }

    /// The end of a task whose instruction has used what is dead.
    fn stale_use(&self, interp: &Interp, instr: Option<&NextInstr>, message: String) -> Outcome {
        let raised = instr.map(|instr| self.state.traceback_at(interp, instr, "SystemError", message.clone()));
        let error = raised.as_ref().map_or_else(|| format!("SystemError: {message}"), Raised::last_line);
        Outcome::Raised { traceback: raised.map_or_else(|| error.clone(), |raised| raised.render()), error }
    }
}

/// Lets one instruction pass.
struct Once<'a> {
    costs: &'a InstructionCosts,
    prices: &'a Prices,
    /// Whether to stop at a checkpoint: for a signal, as without a lock nobody asks for it.
    attention: bool,
    /// Picoseconds.
    spent: u64,
    executed: bool,
}

impl Pulse for Once<'_> {
    fn pending(&mut self) -> bool {
        self.attention
    }

    fn afford(&mut self, _: u32) -> bool {
        // Each instruction stands by itself.
        false
    }

    fn enters(&mut self, rate: Rate) {
        self.prices = self.costs.at(rate);
    }

    fn charge(&mut self, instr: &Instr) -> bool {
        if !self.executed {
            self.spent += u64::from(self.prices.of(instr));
        }
        std::mem::replace(&mut self.executed, true)
    }

    const WANTS_NOTED: bool = true;

    fn noted(&mut self, noted: &Noted) {
        self.spent = self.spent.saturating_add(self.prices.of_noted(noted));
    }
}
