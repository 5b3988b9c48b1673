//! What a simulated thread executes: the virtual machine, or a script. Knows neither cores nor locks.
//!
//! A body is asked what it does next, and the machine sees to it that this takes its time: with the lock, on a core. A
//! body whose effects are seen by others (the virtual machine's) is asked only when everything known of the moment has
//! happened, and must not go further than `room`, the time up to the next event; so whatever is asked of it at a moment
//! is seen at its first checkpoint at or after that moment. A body that only takes time may answer at any length: the
//! machine itself cuts at a checkpoint.

mod interpreted;
mod script;

pub use interpreted::{Biased, BiasedExecution, Execution, Interpreted, Racing, RacingExecution};
pub use script::{Op, Script};

use crate::engine::simulated::profile::{Field, Profile};
use crate::gil::Pace;
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::time::Nanos;
use crate::trace::{BlockingCall, EventKind, Outcome};
use crate::vm::sync::{Park, Spawn, Standing, WaitingTask};
use crate::vm::system::process::SpawnMethod;
use crate::vm::{ProcessCall, Reply, SignalCall, SocketCall, TaskCall};

/// How finely threads are interleaved that share an interpreter without a lock, unless their body knows better.
const GRAIN: Nanos = Nanos(200);

/// What one task does, act by act.
pub trait Body {
    /// What the lock protects: the interpreter.
    type World;

    /// Whether what it computes can be seen by others, so that it must stay within [`Moment::room`].
    const STAYS_IN_ROOM: bool;

    /// Threads that share an interpreter without a lock are interleaved this finely at present.
    fn grain(_world: &Self::World, _now: Nanos) -> Nanos {
        GRAIN
    }

    /// What comes next. The acts before it have happened, in full.
    fn advance(&mut self, world: &mut Self::World, moment: &Moment) -> Act;

    /// What became of [`Act::Park`] or [`Act::Spawn`]: whether the semaphore is the thread's, or there is a thread.
    fn answer(&mut self, _holds: bool) {}

    /// The reply to [`Act::Process`].
    fn hear(&mut self, _reply: Reply) {}

    /// What became of [`Act::Tasks`] or [`Act::Network`].
    fn reply(&mut self, _world: &mut Self::World, _reply: Reply) {}

    /// What it has printed last nobody reads any more.
    fn refuse_print(&mut self, _world: &mut Self::World) {}

    /// Goes to the program's handler of this signal, and afterwards to what it was at, or to what is given. An error gives
    /// that back: it cannot.
    fn interrupt(&mut self, _world: &mut Self::World, _signal: i32, again: Option<Again>) -> Result<(), Option<Again>> {
        Err(again)
    }

    /// Where it stands in its program, if it has one.
    fn standing(&self, _world: &Self::World) -> Option<Standing> {
        None
    }

    /// What the tasks of its event loop wait for.
    fn waiting_tasks(&self, _world: &Self::World) -> Vec<WaitingTask> {
        Vec::new()
    }
}

/// What a body is told.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub now: Nanos,
    /// Who executes the body, and where.
    pub process: ProcessId,
    pub thread: ThreadId,
    pub core: u32,
    /// CPU time until the next event that is known.
    pub room: Nanos,
    /// Whether to stop at the next checkpoint.
    pub attention: bool,
    /// What makes the lock's holder look by itself, and how much of it is left.
    pub pace: Pace,
    pub pace_left: u32,
}

/// What a body does next.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Computes with the lock for so much CPU time, however long that takes.
    Compute {
        work: Nanos,
        rhythm: Rhythm,
    },
    /// Has computed with the lock, within its room, and takes so much CPU time for that. `counted`: bytecodes or backward
    /// jumps, whichever the lock's pace counts.
    Ran {
        work: Nanos,
        counted: u32,
    },
    /// Computes with the lock until a moment has passed, however little CPU time it had by then.
    Until {
        deadline: Nanos,
        rhythm: Rhythm,
    },
    /// Stands at a checkpoint because attention was asked for.
    Attend,
    /// Lets go of the lock and sleeps, as `time.sleep`.
    Sleep(Nanos),
    /// Lets go of the lock and waits for something outside that takes exactly so long.
    Io(Nanos),
    /// Lets go of the lock and computes for so much CPU time.
    Native(Nanos),
    /// Lets go of the lock and sleeps for a semaphore; the answer is whether it has it then.
    Park(Park, BlockingCall),
    /// Lets go of the lock for a call on the network, whose reply is given.
    Network(SocketCall),
    /// Something of signals; the reply is what became of it.
    Signal(SignalCall),
    /// What a signal has interrupted goes on.
    Again(Again),
    /// Wakes a thread that sleeps for a semaphore, or is about to.
    Wake(ThreadId),
    /// Wants something of the run's tasks; the reply is what became of it.
    Tasks(TaskCall),
    /// Starts a thread; the answer is whether it could.
    Spawn(Spawn),
    /// Something of the program's processes, and what the call is to be named where it blocks.
    Process(ProcessCall, BlockingCall),
    /// Something for the program's standard error.
    Complain(String),
    /// Lets go of the lock and computes so long, as a function of `hashlib` or `zlib` does.
    Computation(Nanos),
    /// Lets go of the lock for a call of the system that reads or writes a file; what it asks for is in memory, so it computes.
    File(Nanos),
    Print(String),
    /// `sys.setswitchinterval`.
    SetInterval(Nanos),
    /// Does so much while no other thread of the interpreter executes.
    StopTheWorld {
        work: Nanos,
    },
    /// Something that belongs into the log.
    Note(EventKind),
    End(Outcome),
}

/// A wait that a signal has interrupted, and the moment at which its time is over.
#[derive(Clone, Debug, PartialEq)]
pub enum Again {
    Sleep(Nanos),
    Park(Park, BlockingCall, Option<Nanos>),
    Call(ProcessCall, BlockingCall, Option<Nanos>),
    Io(Nanos),
    Network(SocketCall, Option<Nanos>),
    /// It was for the signal: it is over.
    Answer,
}

/// How often code that computes comes by a checkpoint and through a bytecode.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rhythm {
    /// CPU time between checkpoints, backward jumps among them; zero: there are none.
    pub checkpoint: Nanos,
    /// CPU time per counted bytecode, in picoseconds; zero: none is counted.
    pub bytecode_ps: u64,
}

impl Rhythm {
    /// One long call into C: nothing can interrupt it.
    pub const NONE: Rhythm = Rhythm { checkpoint: Nanos::ZERO, bytecode_ps: 0 };

    /// That of a loop's code under this profile.
    pub fn of(profile: &Profile) -> Rhythm {
        Rhythm {
            checkpoint: profile.time(Field::LoopCheckpoint),
            bytecode_ps: (profile.value(Field::CountedBytecode) * 1_000.0).round() as u64,
        }
    }
}

/// The bodies of a run.
pub trait Program {
    type Body: Body;

    /// A new interpreter: one for each lock.
    fn world(&mut self) -> <Self::Body as Body>::World;

    /// The module's body, if there is anything to execute.
    fn module(&mut self, world: &mut <Self::Body as Body>::World) -> Option<Self::Body>;

    /// The body of a task.
    fn task(&mut self, world: &mut <Self::Body as Body>::World, task: TaskId) -> Self::Body;

    /// The body of a thread that a body has wished for.
    fn spawned(
        &mut self,
        _world: &mut <Self::Body as Body>::World,
        _spawn: &Spawn,
        _thread: (ProcessId, ThreadId),
    ) -> Option<Self::Body> {
        None
    }

    /// There is no room for the thread that a body has wished for.
    fn refused(&mut self, _world: &mut <Self::Body as Body>::World, _spawn: &Spawn) {}

    /// Interpreter and first thread of a process that this body forks. None: its processes cannot be forked.
    fn forked(
        &mut self,
        _world: &<Self::Body as Body>::World,
        _body: &Self::Body,
        _child: ProcessId,
    ) -> Option<(<Self::Body as Body>::World, Self::Body)> {
        None
    }

    /// The same of a process that is spawned and told this.
    fn spawned_process(
        &mut self,
        _message: &[u8],
        _method: SpawnMethod,
        (_parent, _child): (ProcessId, ProcessId),
    ) -> Option<(<Self::Body as Body>::World, Self::Body)> {
        None
    }

    /// The body that carries a model out: the standard module of this name.
    fn driver(&mut self, _world: &mut <Self::Body as Body>::World, _module: &str) -> Option<Self::Body> {
        None
    }

    /// What the program does at its end, if anything.
    fn shutdown(&mut self, _world: &mut <Self::Body as Body>::World) -> Option<Self::Body> {
        None
    }

    /// The last thread is about to end: what is to be noted of the interpreter.
    fn close(&mut self, _world: &mut <Self::Body as Body>::World) -> Vec<EventKind> {
        Vec::new()
    }
}
