//! The virtual machine as free-threaded CPython has it: several threads interpret at once, and reference counts, objects'
//! locks and collections cost what makes that safe.
//!
//! An object's count is *biased* to the thread that used it first. That thread changes it for what an instruction costs
//! anyway; another pays for an atomic operation, and where several do so at about the same time each pays for all of
//! them. Functions, classes and constants are counted by nobody. A store into an object and a method's call take the
//! object's lock; that several threads want one lock at once is counted where they count references to its object. A
//! collection begins when there are so many more objects than after the last one, and stops the world twice.
//!
//! The heap is watched: it notes the changes of counts that a stretch of instructions makes, and they are made at its
//! end, none of them lost. Objects that refer to each other in a circle stay.

use super::{Execution, Interpreted, Meter};
use crate::bytecode::Instr;
use crate::engine::simulated::body::{Act, Body, Moment, Program};
use crate::engine::simulated::profile::{Field, Profile};
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::time::Nanos;
use crate::vm::sync::{Spawn, Standing};
use crate::vm::system::process::SpawnMethod;
use crate::vm::{self, Change, Exit, Interp, Pulse, Ref, Reply, Stored};
use std::collections::{HashMap, HashSet};

/// Changes of one count by several threads within this time hinder each other.
const AT_ONCE: Nanos = Nanos::from_micros(10);

/// A collection begins with this many objects more than after the last one, and with a quarter more of them.
const YOUNG: usize = 2_000;

/// How often a collection stops the world: to find what is unreachable, and to look again after finalisers.
const STOPS: u64 = 2;

/// A program whose threads share counts that are made for it.
pub struct Biased {
    program: Interpreted,
    costs: CountCosts,
}

/// Nanoseconds, before the factor by which free-threaded code is slower.
#[derive(Clone, Copy, Debug)]
struct CountCosts {
    shared: f64,
    contended: f64,
    lock: f64,
    stop: Nanos,
}

impl Biased {
    pub fn new(program: Interpreted, profile: &Profile) -> Biased {
        let unpaced = |field| profile.value(field) / profile.value(Field::SingleThread);
        let costs = CountCosts {
            shared: unpaced(Field::SharedCount),
            contended: unpaced(Field::ContendedCount),
            lock: unpaced(Field::ObjectLock),
            stop: profile.time(Field::StopTheWorld),
        };
        Biased { program, costs }
    }
}

/// An interpreter, and what is known of its objects' counts.
pub struct Shared {
    interp: Interp,
    costs: CountCosts,
    /// By the object's number.
    objects: HashMap<u64, Counted>,
    /// Constants of the first so many units of code.
    constants: HashSet<Ref>,
    units: usize,
    /// Objects alive after the last collection.
    collected: usize,
}

/// Who counts an object's references.
#[derive(Clone, Debug)]
enum Counted {
    ByNobody,
    By {
        owner: ThreadId,
        /// Who has changed the count lately, and when last.
        lately: Vec<(ThreadId, Nanos)>,
    },
}

impl Program for Biased {
    type Body = BiasedExecution;

    fn world(&mut self) -> Shared {
        Shared::new(self.program.world(), self.costs)
    }

    fn module(&mut self, world: &mut Shared) -> Option<BiasedExecution> {
        self.program.module(&mut world.interp).map(BiasedExecution)
    }

    fn task(&mut self, world: &mut Shared, task: TaskId) -> BiasedExecution {
        BiasedExecution(self.program.task(&mut world.interp, task))
    }

    fn spawned(&mut self, world: &mut Shared, spawn: &Spawn, of: (ProcessId, ThreadId)) -> Option<BiasedExecution> {
        self.program.spawned(&mut world.interp, spawn, of).map(BiasedExecution)
    }

    fn forked(
        &mut self,
        world: &Shared,
        body: &BiasedExecution,
        child: ProcessId,
    ) -> Option<(Shared, BiasedExecution)> {
        let (interp, execution) = self.program.fork(&world.interp, &body.0, child);
        let (objects, constants) = (world.objects.clone(), world.constants.clone());
        let copy =
            Shared { interp, costs: world.costs, objects, constants, units: world.units, collected: world.collected };
        Some((copy, BiasedExecution(execution)))
    }

    fn spawned_process(
        &mut self,
        message: &[u8],
        method: SpawnMethod,
        of: (ProcessId, ProcessId),
    ) -> Option<(Shared, BiasedExecution)> {
        let (interp, execution) = self.program.spawn(message, method, of)?;
        Some((Shared::new(interp, self.costs), BiasedExecution(execution)))
    }

    fn driver(&mut self, world: &mut Shared, module: &str) -> Option<BiasedExecution> {
        self.program.driver(&mut world.interp, module).map(BiasedExecution)
    }

    fn shutdown(&mut self, world: &mut Shared) -> Option<BiasedExecution> {
        self.program.shutdown(&mut world.interp).map(BiasedExecution)
    }
}

/// One thread.
pub struct BiasedExecution(Execution);

impl Body for BiasedExecution {
    type World = Shared;

    const STAYS_IN_ROOM: bool = true;

    /// A tenth of what counts as at once.
    const GRAIN: Nanos = Nanos(AT_ONCE.0 / 10);

    fn advance(&mut self, world: &mut Shared, moment: &Moment) -> Act {
        let execution = &mut self.0;
        if let Some(act) = execution.deliver(&mut world.interp, moment) {
            return act;
        }
        if let Some(work) = world.collection() {
            return Act::StopTheWorld { work };
        }
        let (exit, spent, locks) = execution.execute_counting_locks(&mut world.interp, moment);
        execution.carry = spent % 1_000;
        execution.then = execution.after(&mut world.interp, exit);
        let more = world.count(moment) + locks as f64 * world.costs.lock;
        Act::Ran { work: Nanos(spent / 1_000 + more.round() as u64), counted: 0 }
    }

    fn answer(&mut self, holds: bool) {
        self.0.answer(holds);
    }

    fn hear(&mut self, reply: Reply) {
        self.0.take_reply(reply);
    }

    fn reply(&mut self, world: &mut Shared, reply: Reply) {
        self.0.reply(&mut world.interp, reply);
    }

    fn standing(&self, world: &Shared) -> Option<Standing> {
        self.0.standing(&world.interp)
    }
}

impl Execution {
    /// Also says how many locks of objects were taken.
    fn execute_counting_locks(&mut self, interp: &mut Interp, moment: &Moment) -> (Exit, u64, u32) {
        let mut counting = CountsLocks { meter: Meter::new(&self.costs, moment, self.carry), locks: 0 };
        let exit = vm::run(interp, &mut self.state, &mut counting);
        (exit, counting.meter.spent, counting.locks)
    }
}

impl Shared {
    fn new(mut interp: Interp, costs: CountCosts) -> Shared {
        interp.watch_counts();
        let collected = interp.live();
        Shared { interp, costs, objects: HashMap::new(), constants: HashSet::new(), units: 0, collected }
    }

    /// What a collection takes, if one is due.
    fn collection(&mut self) -> Option<Nanos> {
        let live = self.interp.live();
        self.collected = self.collected.min(live);
        let due = live - self.collected > YOUNG.max(self.collected / 4);
        due.then(|| {
            self.collected = live;
            STOPS * self.costs.stop
        })
    }

    /// Makes the changes of counts that the thread's last instructions have brought. Returns what they cost, in
    /// nanoseconds.
    fn count(&mut self, moment: &Moment) -> f64 {
        let mut cost = 0.0;
        let mut changes = self.interp.take_changes();
        changes.reverse();
        while let Some(Change { at, by }) = changes.pop() {
            let Some(count) = self.interp.load_count(at) else { continue };
            cost += self.cost(at, moment);
            if let Stored::Freed { children, .. } = self.interp.store_count(at, count.saturating_add_signed(by), by) {
                self.objects.remove(&at.id());
                changes.extend(children.into_iter().map(|at| Change { at, by: -1 }));
            }
        }
        cost
    }

    fn cost(&mut self, at: Ref, moment: &Moment) -> f64 {
        let (me, now) = (moment.thread, moment.now);
        let Shared { interp, objects, constants, units, costs, .. } = self;
        if *units < interp.units() {
            constants.extend(interp.constants(*units));
            *units = interp.units();
        }
        let first = || match constants.contains(&at) || interp.is_code(at) {
            true => Counted::ByNobody,
            false => Counted::By { owner: me, lately: Vec::new() },
        };
        let Counted::By { owner, lately } = objects.entry(at.id()).or_insert_with(first) else { return 0.0 };
        lately.retain(|(thread, last)| *thread != me && *last + AT_ONCE > now);
        lately.push((me, now));
        match (lately.len(), *owner == me) {
            (1, true) => 0.0,
            (1, false) => costs.shared,
            (several, _) => several as f64 * costs.contended,
        }
    }
}

/// Lets instructions pass as far as the meter does, and counts those that take an object's lock.
struct CountsLocks<'a> {
    meter: Meter<'a, false>,
    locks: u32,
}

impl Pulse for CountsLocks<'_> {
    fn pending(&mut self) -> bool {
        self.meter.pending()
    }

    fn enters(&mut self, stands_for_native: bool) {
        self.meter.enters(stands_for_native);
    }

    const COUNTS_LOCK_STEPS: bool = true;

    fn lock_steps(&mut self, count: u32) {
        self.meter.lock_steps(count);
    }

    fn charge(&mut self, instr: &Instr) -> bool {
        let stops = self.meter.charge(instr);
        self.locks += u32::from(!stops && takes_lock(instr));
        stops
    }

    fn afford(&mut self, _: u32) -> bool {
        // Each instruction is looked at.
        false
    }
}

fn takes_lock(instr: &Instr) -> bool {
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
