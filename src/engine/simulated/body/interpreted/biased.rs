//! The virtual machine as free-threaded CPython has it: several threads interpret at once, and reference counts, objects'
//! locks and collections cost what makes that safe.
//!
//! An object's count is *biased* to the thread that used it first. That thread changes it for what an instruction costs
//! anyway; another pays for an atomic operation, and where several do so at about the same time each pays for all of
//! them. Functions, classes and constants are counted by nobody. A store into an object and a method's call take the
//! object's lock; that several threads want one lock at once is counted where they count references to its object. A
//! collection begins when there are so many more objects than after the last one, and stops the world twice.
//!
//! Objects that threads share are watched: the heap notes the changes of counts that a stretch of instructions makes, and
//! they are made at its end, none of them lost. Where a thread touches such objects, its instructions go one by one, so
//! that none of these changes is left out; with what is its own it goes as fast as under a lock. Stretches are as long as
//! nobody would notice. Objects that refer to each other in a circle stay.

use super::sharing::{CountCosts, FINEST, Shared};
use super::{Around, Execution, Interpreted, Meter, Then};
use crate::bytecode::Instr;
use crate::engine::simulated::body::{Act, Moment, Program};
use crate::engine::simulated::profile::Profile;
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::time::Nanos;
use crate::vm::sync::Spawn;
use crate::vm::system::process::SpawnMethod;
use crate::vm::{self, Exit, Interp, Noted, Pulse, Rate, SystemCall, Touches};

/// Instructions that go one by one after one that has touched a shared object.
const WARY: u32 = 16;

/// A program whose threads share counts that are made for it.
pub struct Biased {
    program: Interpreted,
    costs: CountCosts,
}

impl Biased {
    pub fn new(program: Interpreted, profile: &Profile) -> Biased {
        let costs = CountCosts::new(profile);
        Biased { program: Interpreted { object_lock: costs.lock, ..program }, costs }
    }
}

impl Program for Biased {
    type Body = BiasedExecution;

    fn world(&mut self) -> Shared {
        Shared::new(self.program.world(), self.costs)
    }

    fn module(&mut self, world: &mut Shared) -> Option<BiasedExecution> {
        self.program.module(&mut world.interp).map(BiasedExecution::new)
    }

    fn task(&mut self, world: &mut Shared, task: TaskId) -> BiasedExecution {
        world.share(ThreadId::MAIN);
        BiasedExecution::new(self.program.task(&mut world.interp, task))
    }

    fn spawned(&mut self, world: &mut Shared, spawn: &Spawn, of: (ProcessId, ThreadId)) -> Option<BiasedExecution> {
        world.share(ThreadId::MAIN);
        world.share_spawned(spawn, of.1);
        self.program.spawned(&mut world.interp, spawn, of).map(BiasedExecution::new)
    }

    fn forked(
        &mut self,
        world: &Shared,
        body: &BiasedExecution,
        child: ProcessId,
    ) -> Option<(Shared, BiasedExecution)> {
        let (interp, execution) = self.program.fork(&world.interp, &body.execution, child);
        Some((world.copied(interp), BiasedExecution::new(execution)))
    }

    fn spawned_process(
        &mut self,
        message: &[u8],
        method: SpawnMethod,
        of: (ProcessId, ProcessId),
    ) -> Option<(Shared, BiasedExecution)> {
        let (interp, execution) = self.program.spawn(message, method, of)?;
        Some((Shared::new(interp, self.costs), BiasedExecution::new(execution)))
    }

    fn driver(&mut self, world: &mut Shared, module: &str) -> Option<BiasedExecution> {
        self.program.driver(&mut world.interp, module).map(BiasedExecution::new)
    }

    fn shutdown(&mut self, world: &mut Shared) -> Option<BiasedExecution> {
        self.program.shutdown(&mut world.interp).map(BiasedExecution::new)
    }
}

/// One thread.
pub struct BiasedExecution {
    execution: Execution,
    /// How many instructions still go one by one.
    wary: u32,
}

impl Around for BiasedExecution {
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

    fn interleaving(world: &Shared, now: Nanos) -> Nanos {
        world.grain(now)
    }

    fn go_on(&mut self, world: &mut Shared, moment: &Moment) -> Act {
        if let Some(act) = self.execution.deliver(&mut world.interp, moment) {
            return act;
        }
        if let Some(work) = world.collection() {
            self.execution.then = Then::Do(Act::StopTheWorld { work });
            return self.go_on(world, moment);
        }
        if world.importer.is_some_and(|importer| importer != moment.thread) {
            self.execution.then = if moment.attention { Then::Do(Act::Attend) } else { Then::RunOn };
            return self.execution.ran(LOOK, 0);
        }
        let (exit, spent) = self.execute(world, moment);
        world.importer = (world.interp.is_importing() && !lets_go(&exit)).then_some(moment.thread);
        let execution = &mut self.execution;
        let work = execution.charged(spent, &exit);
        execution.then = execution.after(&mut world.interp, exit, moment.now + work);
        execution.ran(work + Nanos(world.settle(moment).round() as u64), 0)
    }
}

/// Between two looks whether another thread's import is over: nobody is to find half a module.
const LOOK: Nanos = Nanos::from_micros(5);

/// Whether the thread may wait there for others.
fn lets_go(exit: &Exit) -> bool {
    let is_told_at_once = |call: &SystemCall| {
        matches!(call, SystemCall::Ask(_) | SystemCall::Look(_) | SystemCall::Searched(_) | SystemCall::Library { .. })
    };
    match exit {
        Exit::Budget | Exit::Checkpoint | Exit::Clock | Exit::Print(_) => false,
        Exit::System(call) => !is_told_at_once(call),
        _ => true,
    }
}

impl BiasedExecution {
    fn new(execution: Execution) -> BiasedExecution {
        BiasedExecution { execution, wary: 0 }
    }

    /// Also says what it has cost, in picoseconds.
    fn execute(&mut self, world: &mut Shared, moment: &Moment) -> (Exit, u64) {
        let Execution { state, costs, carry, .. } = &mut self.execution;
        world.touches.forget();
        let mut wary = Wary {
            meter: Meter::new(costs, moment, *carry),
            lock: world.costs.lock,
            touches: &world.touches,
            left: self.wary,
            is_coarse: moment.room > FINEST,
        };
        let exit = vm::run(&mut world.interp, state, &mut wary);
        self.wary = wary.left;
        (exit, wary.meter.spent())
    }
}

/// Lets instructions pass as far as the meter does; one by one where shared objects are touched.
struct Wary<'a> {
    meter: Meter<'a, false>,
    /// What an object's lock costs.
    lock: u32,
    touches: &'a Touches,
    left: u32,
    /// Whether others are further away than they may be once something shared is written.
    is_coarse: bool,
}

impl Wary<'_> {
    #[inline(always)]
    fn look(&mut self) {
        if self.touches.take_used() {
            self.left = WARY;
            if self.is_coarse && self.touches.has_written() {
                self.meter.stop();
            }
        }
    }
}

impl Pulse for Wary<'_> {
    #[inline(always)]
    fn pending(&mut self) -> bool {
        self.meter.pending()
    }

    fn enters(&mut self, rate: Rate) {
        self.meter.enters(rate);
    }

    const WANTS_NOTED: bool = true;

    fn noted(&mut self, noted: &Noted) {
        self.meter.noted(noted);
    }

    #[inline(always)]
    fn afford(&mut self, cost: u32) -> bool {
        self.look();
        self.left == 0 && self.meter.afford(cost)
    }

    /// Turns that only add to numbers share no objects.
    #[inline(always)]
    fn turns(&mut self, cost: u32, most: u32) -> u32 {
        self.look();
        if self.left == 0 { self.meter.turns(cost, most) } else { 0 }
    }

    #[inline(always)]
    fn settle(&mut self, owed: i64) {
        self.meter.settle(owed);
    }

    const WATCHES_OBJECTS: bool = true;

    fn charge(&mut self, instr: &Instr) -> bool {
        self.look();
        let stops = self.meter.charge(instr);
        if !stops {
            self.left = self.left.saturating_sub(1);
            self.meter.spend(if takes_lock(instr) { self.lock.into() } else { 0 });
        }
        stops
    }
}

pub(super) fn takes_lock(instr: &Instr) -> bool {
    use Instr::*;
    matches!(
        instr,
        STORE_SUBSCR
            | DELETE_SUBSCR
            | STORE_ATTR(_)
            | DELETE_ATTR(_)
            | LOAD_METHOD(_)
            | LIST_APPEND(_)
            | LIST_EXTEND(_)
            | SET_ADD(_)
            | MAP_ADD(_)
    )
}
