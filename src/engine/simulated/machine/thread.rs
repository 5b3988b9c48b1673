//! A thread of the machine: whose it is, what it is at, and what it does next.

use super::calls::Calling;
use super::network::OnNetwork;
use super::parking::Parked;
use crate::engine::simulated::body::{Again, Rhythm};
use crate::engine::simulated::os::Tid;
use crate::gil::{Cond, Release, Take, Woken};
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::time::Nanos;
use crate::trace::Outcome;
use crate::vm::sync::Spawn;
use crate::vm::{ProcessCall, Reply};
use std::collections::BTreeMap;

/// One thread. `B`: what it executes. What every switch of the lock looks at stands together, in a few cache lines: so the
/// order here is that in memory.
#[derive(Debug)]
#[repr(C)]
pub(super) struct Thread<B> {
    pub lock: usize,
    pub doing: Doing,
    /// Within its process.
    pub id: ThreadId,
    pub process: ProcessId,
    pub wait: Wait,
    pub compute: Compute,
    /// Its program is over.
    pub doomed: bool,
    /// It is to have the next task.
    pub wants_task: bool,
    /// It is at one step of a task, which ends where the task has to wait.
    pub is_step: bool,
    /// Somebody has woken it from a sleep that ends by another thread's doing, perhaps before it began.
    pub woken: bool,
    /// A signal has taken it out of a wait.
    pub interrupted: bool,
    pub has_run: bool,
    /// Its program's own end has been run.
    pub shut_down: bool,
    pub body: Option<B>,
    /// What it has been told, and its body has not.
    pub reply: Option<Reply>,
    /// Somebody waits until it has had its first slice, or has ended.
    pub awaited_by: Option<Tid>,
    pub role: Role,
    /// The task it begins with.
    pub first: Option<TaskId>,
    /// The task it works on.
    pub task: Option<TaskId>,
    pub name: String,
    /// The exit status of its process, where it is the first of a child or takes its process down.
    pub status: i64,
    pub affairs: Box<Affairs<B>>,
}

impl<B> Thread<B> {
    /// Whether it is no more.
    pub fn has_ended(&self) -> bool {
        self.doing == Doing::Ended
    }
}

/// What a thread is in the middle of beyond the lock: most have nothing of the kind.
#[derive(Debug)]
pub(super) struct Affairs<B> {
    /// The model's own body, while the thread is at a task for it.
    pub driver: Option<B>,
    /// Tasks that wait in its event loop.
    pub suspended: BTreeMap<TaskId, B>,
    /// How its task has ended, while that is sent.
    pub result: Option<Outcome>,
    /// What it sleeps for, if that is another thread's doing.
    pub parked: Option<Parked>,
    /// What it asks of the network, until that is done.
    pub on_network: Option<OnNetwork>,
    /// The thread that it is about to make.
    pub spawn: Option<Spawn>,
    /// What it asks of others that is not a thread of its process.
    pub calling: Option<Calling>,
    /// What a signal has taken it out of.
    pub again: Option<Again>,
    /// The process that it is about to start.
    pub child: Option<ProcessCall>,
}

impl<B> Default for Affairs<B> {
    fn default() -> Affairs<B> {
        Affairs {
            driver: None,
            suspended: BTreeMap::new(),
            result: None,
            parked: None,
            on_network: None,
            spawn: None,
            calling: None,
            again: None,
            child: None,
        }
    }
}

/// What a thread is at; the end of its present stretch, or the event that it sleeps for, brings it to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    /// Its start is on the way.
    Starting,
    /// A worker process starts its interpreter.
    StartingProcess,
    /// In the lock's mutex, on the way to `take`.
    Taking(Take),
    /// On the way to its sleep on a condition variable; it counts as a sleeper already.
    FallingAsleep(For),
    Asleep(For),
    /// A bounded spin instead of a sleep.
    Pausing(For),
    /// In the mutex again after a sleep.
    Woken(For, Woken),
    /// Has the lock, and pays for a signal or does what comes with it.
    Holding,
    /// Executes, with the lock.
    Computing,
    /// Has the lock and turns the result of its task into bytes for whoever asked for it.
    Sending,
    /// Has the lock and makes a new thread.
    MakingThread,
    /// The same, as the program wants it.
    Spawning,
    /// Has the lock and makes a new process.
    Forking,
    /// Without the lock, in a call that others of its processes may have to answer.
    InKernel,
    /// Leaves its process, which ends with its status.
    Exiting,
    /// In the mutex, on the way to `release`.
    Releasing(Release),
    /// Without the lock, pays for a signal.
    Leaving(Release),
    Blocked,
    /// Waits until all others stand still.
    StoppingWorld,
    /// Executes while all others stand still.
    AloneInWorld,
    /// Waits until somebody lets the world go on.
    Suspended,
    /// Executes without the lock.
    Native,
    /// Runs again after a blocking call.
    Unblocked,
    Ended,
}

impl Doing {
    /// Whether the thread has the lock, or the right to interpret where there is none.
    pub fn executes(self) -> bool {
        match self {
            Doing::Holding
            | Doing::Computing
            | Doing::Sending
            | Doing::MakingThread
            | Doing::Spawning
            | Doing::Forking
            | Doing::Exiting
            | Doing::Releasing(_) => true,
            Doing::Starting
            | Doing::StartingProcess
            | Doing::Taking(_)
            | Doing::FallingAsleep(_)
            | Doing::Asleep(_)
            | Doing::Pausing(_)
            | Doing::Woken(..)
            | Doing::InKernel
            | Doing::Leaving(_)
            | Doing::Blocked
            | Doing::StoppingWorld
            | Doing::AloneInWorld
            | Doing::Suspended
            | Doing::Native
            | Doing::Unblocked
            | Doing::Ended => false,
        }
    }
}

/// What a sleep on a condition variable is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    Lock,
    Leave(Release),
}

/// Work of a body, as far as it is known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Compute {
    pub left: Nanos,
    /// Goes on until then.
    pub until: Nanos,
    pub rhythm: Rhythm,
    /// CPU time since the last checkpoint; all of it: the thread stands at one.
    pub since_checkpoint: Nanos,
}

impl Compute {
    /// Counts CPU time that was had.
    #[inline]
    pub fn count(&mut self, had: Nanos) {
        self.left = self.left.saturating_sub(had);
        let period = self.rhythm.checkpoint.0;
        if period > 0 && had.0 > 0 {
            self.since_checkpoint = Nanos(remainder(self.since_checkpoint.0 + had.0 - 1, period) + 1);
        }
    }

    #[inline]
    pub fn is_over(&self, now: Nanos) -> bool {
        self.left == Nanos::ZERO && now >= self.until
    }

    #[inline]
    pub fn at_checkpoint(&self) -> bool {
        self.rhythm.checkpoint > Nanos::ZERO && self.since_checkpoint == self.rhythm.checkpoint
    }

    /// CPU time to the next checkpoint, if there is one.
    #[inline]
    pub fn until_checkpoint(&self) -> Option<Nanos> {
        let period = self.rhythm.checkpoint;
        (period > Nanos::ZERO).then(|| period.saturating_sub(self.since_checkpoint))
    }

    /// The thread has just attended to what was asked of it.
    #[inline]
    pub fn leave_checkpoint(&mut self) {
        self.since_checkpoint = Nanos::ZERO;
    }
}

/// What is left of `number` after whole periods. Most numbers are short, which a host divides faster.
#[inline]
fn remainder(number: u64, period: u64) -> u64 {
    match (u32::try_from(number), u32::try_from(period)) {
        (Ok(number), Ok(period)) => u64::from(number % period),
        _ => number % period,
    }
}

/// How a thread waits for the lock.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wait {
    /// Since when it wants the lock.
    pub wanted: Nanos,
    pub woken_in_vain: u32,
    /// What it sleeps on, until it is signalled.
    pub on: Option<Cond>,
    pub timeout: Option<Nanos>,
    /// When that sleep began.
    pub since: Nanos,
    /// Until then, a signal finds it awake, though it sleeps.
    pub sets_timer_until: Nanos,
    /// Its last sleep was so long that it works slowly at first.
    pub slow: bool,
    /// It has been signalled from this core, and finds the mutex taken.
    pub kept_out: Option<u32>,
    /// When its timer runs out, if it has a timeout and is asleep; also of a sleep without the lock.
    pub ends: Nanos,
    /// A blocking call that begins once the lock is released.
    pub block: Option<Block>,
}

/// What a thread waits for without the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Sleep(Nanos),
    /// Until a signal has been handled.
    Pause,
    Io(Nanos),
    Native(Nanos),
    /// Until that thread has had its first slice.
    FirstSlice(Tid),
    End(Tid),
    /// Until another thread wakes it, or its time is over.
    Park,
    /// Until its call on the network is done.
    Network,
    /// Until its call is answered, or its time is over.
    Call,
}

/// What a thread does between its tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Runs the module's body and then all tasks itself.
    Sequential(Stage),
    /// Runs the module's body, starts the workers one by one, joins them.
    Main(Stage),
    /// Runs the module's body, and then the standard module that carries the model out; so does the only thread that a
    /// worker process begins with.
    Driver(Stage),
    /// Runs tasks until there are none left.
    Worker,
    /// The only thread of a worker process: runs the module's body, then tasks as they are sent.
    Process(Stage),
    /// Runs what the program has started it for.
    Spawned,
    /// The first thread of a process that the program has started.
    Child,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Module,
    /// Number of the next worker or task.
    Work(usize),
    Join(usize),
}
