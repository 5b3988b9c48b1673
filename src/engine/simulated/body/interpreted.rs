//! The body that is the virtual machine: it executes bytecode as far as its room goes, and charges for each instruction.
//!
//! An instruction that begins within the room is finished, though it may end beyond; the thread then stops at its next
//! checkpoint, if it comes to one before it has caught up, and looks again.

mod around;
mod asking;
mod attributes;
mod biased;
mod children;
mod clocks;
mod costs;
mod counts;
mod meter;
mod racing;
mod sharing;
mod system;

pub use biased::{Biased, BiasedExecution};
pub use racing::{Racing, RacingExecution};

use super::{Act, Again, Moment, Program, Rhythm};
use crate::bytecode::Code;
use crate::engine::simulated::profile::Profile;
use crate::gil::Pace;
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::scenario::Supposed;
use crate::time::Nanos;
use crate::trace::{BlockingCall, EventKind, Outcome};
use crate::vm::sync::{Request, Spawn};
use crate::vm::system::process::SpawnMethod;
use crate::vm::{self, Answer, Clock, Exit, Interp, Priced, Reply, Resting, Settings, ThreadState};
use crate::work::{Draws, Kind, Work};
use around::Around;
use biased::takes_lock;
use clocks::{CpuClocks, ThreadClocks};
use costs::InstructionCosts;
use meter::Meter;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use system::{Host, SystemCalls};

/// What the operating system calls the first thread.
const FIRST_NATIVE_ID: u64 = 1_000;

/// When a simulated run begins, in nanoseconds since 1970: with the year 2026.
const EPOCH: i64 = 1_767_225_600_000_000_000;

/// A program that the virtual machine executes.
pub struct Interpreted {
    module: Arc<Code>,
    tasks: Vec<Arc<Code>>,
    costs: Arc<InstructionCosts>,
    /// What an instruction takes that has to lock an object, in picoseconds.
    object_lock: u32,
    /// Of what is given as time, `gilsim.cpu`.
    rhythm: Rhythm,
    host: Rc<Host>,
    clocks: Rc<CpuClocks>,
    /// Thousandths of the time that work with the lock takes.
    pace: u64,
    settings: Settings,
    seed: u64,
    /// What each task is supposed to begin with.
    supposed: Supposed,
    /// What a process imports that was not forked.
    main_again: Arc<Code>,
    /// Of processes that the program has started.
    parents: HashMap<ProcessId, ProcessId>,
    /// The process that a sub-interpreter is in.
    interpreters: HashMap<ProcessId, ProcessId>,
}

impl Interpreted {
    /// `seed`: of what the program draws at random.
    pub fn new(module: Arc<Code>, tasks: Vec<Arc<Code>>, profile: &Profile, seed: u64) -> Interpreted {
        let costs = Arc::new(InstructionCosts::new(profile));
        let (host, settings) = (Rc::new(Host::new(profile, 1)), Settings { seed, ..Settings::default() });
        let (main_again, parents, interpreters) = (Arc::clone(&module), HashMap::new(), HashMap::new());
        let (rhythm, supposed, object_lock) = (Rhythm::of(profile), Supposed::NOTHING, 0);
        let (clocks, pace) = (Rc::default(), 1_000);
        Interpreted {
            module,
            tasks,
            costs,
            object_lock,
            rhythm,
            host,
            clocks,
            pace,
            settings,
            seed,
            supposed,
            main_again,
            parents,
            interpreters,
        }
    }

    /// Tells the program of the machine that it runs on.
    #[must_use]
    pub fn on(mut self, profile: &Profile, cores: usize, switch_interval: Nanos) -> Interpreted {
        self.host = Rc::new(Host::new(profile, cores));
        self.settings.switch_interval = switch_interval;
        self
    }

    /// Nothing lasts of what it does with files on such a machine.
    #[must_use]
    pub fn rehearsing(mut self, profile: &Profile, cores: usize) -> Interpreted {
        self.host = Rc::new(Host::new(profile, cores).rehearsing());
        self
    }

    /// Its clocks know that work with the lock takes so many thousandths of its time.
    #[must_use]
    pub fn paced(mut self, pace: u64) -> Interpreted {
        self.pace = pace;
        self
    }

    /// Limits what the objects may take, in bytes.
    #[must_use]
    pub fn within(mut self, memory_limit: u64) -> Interpreted {
        self.settings.memory_limit = usize::try_from(memory_limit).unwrap_or(usize::MAX);
        self
    }

    /// What a script finds in `sys.argv`.
    #[must_use]
    pub fn called_with(mut self, arguments: &[String]) -> Interpreted {
        self.settings = self.settings.called_with(arguments);
        self
    }

    /// Supposes something else of the tasks than what they do.
    #[must_use]
    pub fn supposing(mut self, supposed: Supposed) -> Interpreted {
        self.supposed = supposed;
        self
    }

    /// The program is a script: its only task is its main module.
    #[must_use]
    pub fn whose_task_is_its_module(mut self) -> Interpreted {
        self.main_again = self.tasks.first().unwrap_or(&self.module).clone();
        self
    }

    /// What each task does before its program.
    fn first(&self) -> Then {
        let Supposed { first_wait, first_work, .. } = self.supposed;
        match (first_wait, first_work) {
            (Nanos::ZERO, Nanos::ZERO) => Then::RunOn,
            (Nanos::ZERO, work) => Then::Do(Act::Compute { work, rhythm: self.rhythm }),
            (wait, _) => Then::Do(Act::Io(wait)),
        }
    }

    fn body(&self, world: &mut Interp, code: &Arc<Code>, draws: Draws) -> Execution {
        self.body_of(ThreadState::new(world, code), draws, ProcessId::MAIN)
    }

    fn body_of(&self, state: ThreadState, draws: Draws, process: ProcessId) -> Execution {
        let (costs, host, parent) = (self.costs.clone(), self.host.clone(), self.parent_of(process));
        let (rhythm, carry, then, thread) = (self.rhythm, 0, Then::RunOn, ThreadId::MAIN);
        let handlers = Vec::new();
        let within = self.interpreters.get(&process).copied();
        let (all_clocks, pace) = (self.clocks.clone(), self.pace);
        let clocks = all_clocks.of(within.unwrap_or(process), (process, thread));
        Execution {
            state,
            costs,
            host,
            rhythm,
            draws,
            carry,
            collected: 0,
            all_clocks,
            clocks,
            pace,
            then,
            process,
            within,
            parent,
            thread,
            handlers,
        }
    }

    fn interpreter(&self) -> Interp {
        let costs = Arc::clone(&self.costs);
        let lock = self.object_lock;
        Interp::with_prices(vm::Prices::new(move |what, rate| {
            let prices = costs.at(rate);
            match what {
                Priced::Instr(instr) => prices.of(instr) + if takes_lock(instr) { lock } else { 0 },
                Priced::Note(note) => prices.of_note(note),
            }
        }))
    }
}

impl Program for Interpreted {
    type Body = Execution;

    fn world(&mut self) -> Interp {
        self.interpreter().told(self.settings.clone())
    }

    fn module(&mut self, world: &mut Interp) -> Option<Execution> {
        Some(self.body(world, &self.module, Draws::of_module(self.seed)))
    }

    fn task(&mut self, world: &mut Interp, task: TaskId) -> Execution {
        let mut body = self.body(world, &self.tasks[task.0 as usize], Draws::of_task(self.seed, task));
        body.then = self.first();
        body
    }

    fn spawned(&mut self, world: &mut Interp, spawn: &Spawn, of: (ProcessId, ThreadId)) -> Option<Execution> {
        let draws = Draws::of_thread(self.seed_of(of.0), of.1);
        Some(self.body_of(ThreadState::spawned(world, spawn), draws, of.0))
    }

    fn refused(&mut self, world: &mut Interp, spawn: &Spawn) {
        world.refuse(spawn);
    }

    fn forked(&mut self, world: &Interp, body: &Execution, child: ProcessId) -> Option<(Interp, Execution)> {
        Some(self.fork(world, body, child))
    }

    fn spawned_process(
        &mut self,
        message: &[u8],
        method: SpawnMethod,
        of: (ProcessId, ProcessId),
    ) -> Option<(Interp, Execution)> {
        self.spawn(message, method, of)
    }

    fn driver(&mut self, world: &mut Interp, module: &str) -> Option<Execution> {
        let state = ThreadState::importing(world, module)?;
        Some(self.body_of(state, Draws::of_module(self.seed), ProcessId::MAIN))
    }

    fn shutdown(&mut self, world: &mut Interp) -> Option<Execution> {
        let state = ThreadState::ending(world)?;
        Some(self.body_of(state, Draws::of_module(self.seed), ProcessId::MAIN))
    }
}

/// One thread of the virtual machine, and what it wants next.
pub struct Execution {
    state: ThreadState,
    costs: Arc<InstructionCosts>,
    host: Rc<Host>,
    rhythm: Rhythm,
    draws: Draws,
    /// Picoseconds that were charged but are less than the machine counts.
    carry: u64,
    /// Objects that the garbage collector has looked at in the oldest generation, and nobody has been told of.
    collected: u64,
    all_clocks: Rc<CpuClocks>,
    /// Those of the thread that it is.
    clocks: ThreadClocks,
    /// Thousandths of the time that work with the lock takes.
    pace: u64,
    then: Then,
    process: ProcessId,
    /// The process that it is in, where it belongs to an interpreter among others there.
    within: Option<ProcessId>,
    parent: ProcessId,
    thread: ThreadId,
    /// What handlers of signals have interrupted, the first of them first.
    handlers: Vec<Interrupted>,
}

struct Interrupted {
    resting: Resting,
    then: Then,
    again: Option<Again>,
}

/// What comes after the time that the last instructions took.
enum Then {
    RunOn,
    /// The program wants to know what time it is then.
    TellTime,
    /// The same of another clock, in nanoseconds, or in seconds where true.
    TellClock(Clock, bool),
    Do(Act),
    /// What the thread asks of the system, call by call.
    Call(SystemCalls),
    /// The program is told what the system answers.
    Reply(Reply),
}

impl Around for Execution {
    type World = Interp;

    fn interp(world: &Interp) -> &Interp {
        world
    }

    fn interp_mut(world: &mut Interp) -> &mut Interp {
        world
    }

    fn execution(&self) -> &Execution {
        self
    }

    fn execution_mut(&mut self) -> &mut Execution {
        self
    }

    fn go_on(&mut self, world: &mut Interp, moment: &Moment) -> Act {
        if let Some(act) = self.collection().or_else(|| self.deliver(world, moment)) {
            return act;
        }
        let (exit, spent, counted) = match moment.pace {
            Pace::OnRequest => self.execute::<false>(world, moment),
            Pace::EveryBytecodes(_) | Pace::EveryBackJumps(_) => self.execute::<true>(world, moment),
        };
        let work = self.charged(spent, &exit);
        self.then = self.after(world, exit, moment.now + work);
        // Nobody is to find half a module, so what its body does is not counted.
        self.ran(work, if world.is_importing() { 0 } else { counted })
    }
}

impl Execution {
    /// The garbage collector has looked at all objects, in the time that the last instructions took.
    fn collection(&mut self) -> Option<Act> {
        let objects = std::mem::take(&mut self.collected);
        (objects > 0).then(|| {
            let took = Nanos(objects.saturating_mul(self.costs.look) / 1_000).scaled(self.pace);
            Act::Note(EventKind::Collected { objects, took })
        })
    }

    /// What was waiting for the end of the time that the last instructions took.
    fn deliver(&mut self, world: &mut Interp, moment: &Moment) -> Option<Act> {
        self.belongs_to(moment.process, moment.thread);
        match std::mem::replace(&mut self.then, Then::RunOn) {
            Then::Do(act) => return Some(self.counted(act)),
            Then::Call(calls) => {
                let (act, others) = calls.next()?;
                self.then = Then::Call(others);
                return Some(self.counted(act));
            }
            Then::TellTime => self.state.answer(Answer::Float(moment.now.as_secs_f64())),
            Then::TellClock(clock, in_seconds) => {
                let nanos = self.read(clock, moment.now);
                let reply = if in_seconds { Reply::Seconds(nanos) } else { Reply::Int(nanos) };
                self.state.give(world, reply);
            }
            Then::Reply(reply) => self.state.give(world, reply),
            Then::RunOn => {}
        }
        None
    }

    /// What it computes in an act, its clocks count.
    fn counted(&self, act: Act) -> Act {
        self.clocks.pass(self.cpu_time(&act));
        act
    }

    fn belongs_to(&mut self, process: ProcessId, thread: ThreadId) {
        if (self.process, self.thread) != (process, thread) {
            (self.process, self.thread) = (process, thread);
            self.clocks = self.all_clocks.of(self.within.unwrap_or(process), (process, thread));
        }
        self.state.belongs_to(thread, self.native_id());
    }

    /// What the thread computes in an act.
    fn cpu_time(&self, act: &Act) -> Nanos {
        match act {
            Act::Compute { work, .. } => work.scaled(self.pace),
            Act::Native(work) | Act::Computation(work) | Act::File(work) | Act::StopTheWorld { work } => *work,
            _ => Nanos::ZERO,
        }
    }

    /// Instructions up to this exit have taken so many picoseconds. Returns them, with what is done there beyond them; less
    /// than the machine counts is left for the next time.
    fn charged(&mut self, picoseconds: u64, exit: &Exit) -> Nanos {
        let spent = picoseconds.saturating_add(self.costs.of_exit(exit));
        self.carry = spent % 1_000;
        Nanos(spent / 1_000)
    }

    /// It has executed what takes so long.
    fn ran(&self, work: Nanos, counted: u32) -> Act {
        self.clocks.pass(work.scaled(self.pace));
        Act::Ran { work, counted }
    }

    fn begin_handler(&mut self, world: &mut Interp, signal: i32, again: Option<Again>) -> Result<(), Option<Again>> {
        let Some(resting) = self.state.begin_handler(world, signal) else { return Err(again) };
        let then = std::mem::replace(&mut self.then, Then::RunOn);
        self.handlers.push(Interrupted { resting, then, again });
        Ok(())
    }

    /// The handler has returned. Those before it that have raised instead are forgotten.
    fn end_handler(&mut self, world: &mut Interp) -> Then {
        while let Some(Interrupted { resting, then, again }) = self.handlers.pop() {
            if self.state.is_handler_upon(&resting) {
                self.state.end_handler(world, resting);
                return again.map_or(then, |again| Then::Do(Act::Again(again)));
            }
        }
        Then::RunOn
    }

    fn execute<const COUNTS: bool>(&mut self, world: &mut Interp, moment: &Moment) -> (Exit, u64, u32) {
        let mut meter = Meter::<COUNTS>::new(&self.costs, moment, self.carry);
        let exit = vm::run(world, &mut self.state, &mut meter);
        self.collected += meter.collected;
        (exit, meter.spent(), meter.counted)
    }

    /// What follows the exit, which is met at that time.
    fn after(&mut self, world: &mut Interp, exit: Exit, now: Nanos) -> Then {
        match exit {
            Exit::Budget => Then::RunOn,
            Exit::Checkpoint => Then::Do(Act::Attend),
            Exit::Clock => Then::TellTime,
            Exit::Sleep(length) => self.answered(Act::Sleep(length)),
            Exit::Print(text) => self.answered(Act::Print(text)),
            Exit::Work(work) => {
                let act = self.work(work);
                self.answered(act)
            }
            Exit::Threads(request) => self.attend_to(world, request),
            Exit::System(call) => self.attend_to_system(world, call, now),
            Exit::Returned(value) => Then::Do(Act::End(Outcome::Returned { value: world.take_repr(value) })),
            Exit::Raised(raised) => {
                let outcome = Outcome::Raised { error: raised.last_line(), traceback: raised.render() };
                Then::Do(Act::End(outcome))
            }
        }
    }

    /// Nanoseconds.
    fn read(&self, clock: Clock, now: Nanos) -> i64 {
        match clock {
            Clock::Wall => EPOCH + now.0 as i64,
            Clock::Monotonic => now.0 as i64,
            Clock::Process => self.clocks.process().0 as i64,
            Clock::Thread => self.clocks.thread().0 as i64,
        }
    }

    fn attend_to(&mut self, world: &mut Interp, request: Request) -> Then {
        match request {
            Request::Park(park) => {
                let standing = self.state.standing(world);
                let call = match &standing {
                    _ if park.is_select => BlockingCall::Select,
                    standing => BlockingCall::parking(standing.as_ref().map_or("", |standing| &standing.call)),
                };
                Then::Do(Act::Park(park, call))
            }
            Request::Spawn(spawn) => Then::Do(Act::Spawn(spawn)),
            Request::Wake(thread) => self.answered(Act::Wake(thread)),
            Request::Complain(complaint) => {
                let told = world.take_complaint(complaint);
                self.answered(Act::Complain(told))
            }
        }
    }

    fn work(&mut self, work: Work) -> Act {
        let length = self.draws.draw(work.amount);
        match work.kind {
            Kind::Cpu => Act::Compute { work: length, rhythm: self.rhythm },
            Kind::Held => Act::Compute { work: length, rhythm: Rhythm::NONE },
            Kind::Io => Act::Io(length),
            Kind::Native => Act::Native(length),
        }
    }

    fn answered(&mut self, act: Act) -> Then {
        self.state.answer(Answer::None);
        Then::Do(act)
    }
}
