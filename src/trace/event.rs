//! What can happen in a run. The same events come from every engine.

pub use crate::gil::Release;
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::time::Nanos;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One thing that happened: when (monotonic, since the start of the model's run), where, what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    #[serde(rename = "t")]
    pub at: Nanos,
    pub process: ProcessId,
    pub thread: ThreadId,
    #[serde(flatten)]
    pub kind: EventKind,
}

/// From so long after a request on, [`EventKind::GilKept`] says where the holder stands: no checkpoint is that far from the
/// next but where a single call lies between.
pub const KEPT_LONG: Nanos = Nanos::from_millis(1);

/// What happened, and what is known of it at that moment.
///
/// The order of a thread's life: `ThreadStarted`, then `GilWanted` … `GilAcquired` … `GilReleased` again and again, with
/// `TaskStarted`/`TaskEnded` in between, then `ThreadEnded`. Between a task's `TaskSuspended` and its `TaskResumed`
/// the thread may start, resume and end other tasks. A blocking call is `BlockBegun` (still with the lock),
/// `GilReleased(blocking)`, `BlockEnded`, `GilWanted`, `GilAcquired`. A thread that waits for the ends of others
/// without interpreting gives the lock up with `GilReleased(exit)` or by a blocking call.
///
/// `GilReleased` and `DropRequested` carry times that were read while the lock's own mutex was held, and so does the
/// `GilAcquired` of a thread that had to wait; any other carries the later of the last such time and its `GilWanted`'s. So
/// those of several threads are in order. `GilWanted` comes just before that mutex is taken. `waited` is the exact
/// difference between the times of `GilAcquired` and its `GilWanted`.
///
/// `ProcessStarted` and `ProcessExited` are the first and last event of a process, logged under its thread 0, also where it
/// was killed in the middle of something; all its threads end with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum EventKind {
    /// The parent asked the operating system for a worker process. Logged under the worker's id.
    ProcessStarted {
        pid: u32,
    },
    /// The worker process has its virtual machine and takes tasks.
    ProcessReady,
    /// The worker process is gone. `status` is in words (`exit status 0`, `killed by SIGKILL`).
    ProcessExited {
        status: String,
        clean: bool,
    },
    /// A thread begins. Its lane is called `name`.
    ThreadStarted {
        name: String,
    },
    ThreadEnded,
    /// The process has no GIL: any number of its threads interpret at once, and to acquire or release it means only to
    /// begin or cease to. Logged by its first thread before anything else.
    NoGil,
    /// The GIL of the process is such that its holder may be forced to release it without a request by another thread:
    /// by a count or a timer. Logged by the first thread before anything else.
    ForcedUnasked,
    TaskStarted {
        task: TaskId,
    },
    TaskEnded {
        task: TaskId,
        ok: bool,
    },
    /// The task waits, in an event loop, for what is meant to take so long; its thread may do others meanwhile.
    TaskSuspended {
        task: TaskId,
        asked: Nanos,
    },
    /// The event loop goes on with the task.
    TaskResumed {
        task: TaskId,
    },
    /// The thread's event loop goes on with a task of the program, a coroutine. No other of the process has its number.
    StepBegun {
        coroutine: u32,
        /// What the program calls it; with its first step only.
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    },
    /// The coroutine has given the loop back.
    StepEnded {
        coroutine: u32,
        then: StepEnd,
    },
    /// The thread begins to wait for the lock (logged also where it gets it at once).
    GilWanted,
    /// The thread, a waiter, asks `against`, the holder, to drop the lock.
    DropRequested {
        against: ThreadId,
    },
    /// The thread has the lock. `from`: the last holder, if another thread; `woken_in_vain`: how often it woke and found
    /// the lock taken, timeouts not counted.
    GilAcquired {
        from: Option<ThreadId>,
        waited: Nanos,
        woken_in_vain: u32,
    },
    /// The thread no longer has the lock.
    GilReleased {
        why: Release,
    },
    /// The thread, asked to drop the lock, has only now come to a checkpoint, and releases the lock next. `at`: where it
    /// stands in its program (`hog.py:5: sum(numbers)`).
    GilKept {
        at: String,
    },
    /// A blocking call begins; `asked` is the time it is meant to take, where that is known.
    BlockBegun {
        call: BlockingCall,
        asked: Option<Nanos>,
    },
    /// What the thread waited for has happened; it does not have the lock yet.
    BlockEnded,
    /// A signal has come for the thread, which ends its blocking call.
    SignalArrived,
    /// The thread has found a lock of the program taken, and begins a blocking call for it next. `holder`: who had it;
    /// the thread itself where it waits to be notified.
    LockContended {
        holder: Option<ThreadId>,
    },
    /// The thread, with the GIL, wakes another that waits for a lock of the program.
    Wakes {
        #[serde(rename = "woken")]
        thread: ThreadId,
    },
    /// The program has started a thread, which begins by and by.
    Spawned {
        #[serde(rename = "child")]
        thread: ThreadId,
    },
    /// The program is over, whatever threads it has left: they end here, in the middle of anything. Logged by the main
    /// thread.
    ProgramOver,
    /// The operating system gives the thread a core. Only the simulated machine knows; the rest of a thread's events
    /// keep their order with these left out.
    OnCore {
        core: u32,
    },
    /// The thread sleeps, or waits for a core.
    OffCore,
    /// The run was broken off; until now its threads went on with what they were at.
    BrokenOff,
    /// The program set the switch interval.
    SwitchIntervalSet {
        interval: Nanos,
    },
    /// The garbage collector has looked at all objects, so many, with the GIL held. Only the simulated machine knows.
    Collected {
        objects: u64,
        took: Nanos,
    },
    /// The program wrote to its standard output.
    Printed {
        text: String,
    },
    /// A change of a reference count was lost. Logged by the thread that was the later to store.
    CountLost(Box<LostCount>),
    /// An object was freed, as its count said zero, though there were references to it. Logged by the thread that freed
    /// it.
    DiedEarly(Box<EarlyDeath>),
    /// The thread has used a reference to an object that had died early.
    UsedAfterFree {
        object: u64,
        what: String,
    },
    /// At the end of the run the object lives and nobody refers to it. Logged by the last thread.
    Leaked {
        object: u64,
        what: String,
        count: u32,
    },
}

impl EventKind {
    /// Whether all threads of the process end here, in the middle of anything; of a program that is over, some may still be
    /// heard of on their way out.
    pub fn ends_threads(&self) -> bool {
        matches!(self, EventKind::ProcessExited { .. } | EventKind::ProgramOver)
    }
}

/// How a step of a coroutine ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepEnd {
    /// It goes on when that is done.
    Awaits {
        what: String,
    },
    Done,
    Failed,
    Cancelled,
}

/// A change of a reference count that was lost: two threads changed the count of one object at once, without a lock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LostCount {
    /// No other object of the process has this number.
    pub object: u64,
    /// Its type and the beginning of its `repr`.
    pub what: String,
    pub how: Loss,
    pub lost: CountChange,
    /// The change by the other thread, which stayed.
    pub kept: CountChange,
    /// What the count would be had no change been lost.
    pub should_be: i64,
    /// What it is.
    pub is: u32,
}

/// How a change is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loss {
    /// The other thread had loaded the count before this change was stored, and stored after it.
    Overwritten,
    /// The other thread freed the object before this change was stored.
    TooLate,
}

/// An instruction that changes a reference count, and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountChange {
    pub thread: ThreadId,
    pub core: u32,
    /// 1 or -1.
    pub by: i32,
    pub instr: String,
    pub function: String,
    /// `file:line`.
    pub place: String,
}

/// `+1 by LOAD_GLOBAL in read, scenarios/race.toml:12`
impl fmt::Display for CountChange {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:+} by {} in {}, {}", self.by, self.instr, self.function, self.place)
    }
}

/// An object that was freed while there were references to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EarlyDeath {
    pub object: u64,
    pub what: String,
    /// How many references to it there were.
    pub owners: u32,
    /// The change that made its count zero.
    pub by: CountChange,
}

/// The blocking calls a program can make, named as in Python.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockingCall {
    #[serde(rename = "time.sleep")]
    Sleep,
    /// The main thread waits until a new thread has had its first slice.
    #[serde(rename = "Thread.start")]
    ThreadStart,
    #[serde(rename = "Thread.join")]
    ThreadJoin,
    /// A worker process waits for its next task.
    #[serde(rename = "Connection.recv")]
    Receive,
    #[serde(rename = "Connection.send")]
    Send,
    /// Until one of several pipes can be read.
    #[serde(rename = "connection.wait")]
    ConnectionWait,
    #[serde(rename = "Process.join")]
    ProcessJoin,
    /// Something outside the machine that takes a known time.
    #[serde(rename = "gilsim.io")]
    Io,
    /// A call into C that computes without the lock.
    #[serde(rename = "gilsim.native")]
    Native,
    /// A function of `hashlib` or `zlib` that computes without the lock.
    #[serde(rename = "hashlib/zlib")]
    Compute,
    /// A file is read or written.
    #[serde(rename = "file")]
    File,
    /// A lock of the program, directly.
    #[serde(rename = "Lock.acquire")]
    Lock,
    #[serde(rename = "Condition.wait")]
    Condition,
    #[serde(rename = "Event.wait")]
    Event,
    #[serde(rename = "Semaphore.acquire")]
    Semaphore,
    #[serde(rename = "Barrier.wait")]
    Barrier,
    #[serde(rename = "Queue.get")]
    QueueGet,
    #[serde(rename = "Queue.put")]
    QueuePut,
    #[serde(rename = "Queue.join")]
    QueueJoin,
    #[serde(rename = "Future.result")]
    Future,
    #[serde(rename = "futures.wait")]
    Futures,
    /// An event loop waits for its next timer, or for another thread.
    #[serde(rename = "select")]
    Select,
    /// Something with a socket that does not wait for another end.
    #[serde(rename = "socket")]
    Socket,
    #[serde(rename = "socket.connect")]
    SocketConnect,
    #[serde(rename = "socket.accept")]
    SocketAccept,
    #[serde(rename = "socket.send")]
    SocketSend,
    #[serde(rename = "socket.recv")]
    SocketReceive,
}

/// As in Python.
impl fmt::Display for BlockingCall {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.serialize(f)
    }
}

impl BlockingCall {
    /// The call that a thread parks in, by the qualified name of the standard module's function that the program called.
    pub fn parking(function: &str) -> BlockingCall {
        match function {
            "Thread.start" => BlockingCall::ThreadStart,
            // Who leaves a pool waits for the ends of its threads.
            "Thread.join" | "_shutdown" | "_end_program" | "ThreadPoolExecutor.shutdown" | "Executor.__exit__" => {
                BlockingCall::ThreadJoin
            }
            "Condition.wait" | "Condition.wait_for" => BlockingCall::Condition,
            "Event.wait" => BlockingCall::Event,
            "Semaphore.acquire" => BlockingCall::Semaphore,
            "Barrier.wait" => BlockingCall::Barrier,
            "Queue.get" | "SimpleQueue.get" | "SimpleQueue_get" => BlockingCall::QueueGet,
            "Queue.put" => BlockingCall::QueuePut,
            "Queue.join" => BlockingCall::QueueJoin,
            "Future.result" | "Future.exception" => BlockingCall::Future,
            "wait" | "as_completed" | "_results_of" => BlockingCall::Futures,
            _ => BlockingCall::Lock,
        }
    }

    /// Whether it lasts as long as it is asked to, and no less.
    pub fn takes_what_is_asked(self) -> bool {
        matches!(self, BlockingCall::Sleep | BlockingCall::Io | BlockingCall::Native)
    }

    /// Whether it waits for another thread or process of the program, or for whatever an event loop has to do next.
    pub fn waits_for_others(self) -> bool {
        use BlockingCall::*;
        self.is_parking() || matches!(self, Receive | Send | ConnectionWait | ProcessJoin | Select)
    }

    /// Whether it waits for a lock of the program.
    pub fn is_parking(self) -> bool {
        use BlockingCall::*;
        !matches!(
            self,
            Sleep
                | Receive
                | Send
                | ConnectionWait
                | ProcessJoin
                | Io
                | Native
                | Compute
                | File
                | Select
                | Socket
                | SocketConnect
                | SocketAccept
                | SocketSend
                | SocketReceive
        )
    }
}

/// How a task ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// The value of the task's call, as Python's `repr` shows it.
    Returned { value: String },
    /// An exception escaped: its last line (`ZeroDivisionError: division by zero`) and the whole traceback.
    Raised { error: String, traceback: String },
    /// The process that ran it died; `status` is in words.
    Lost { status: String },
    /// The run was stopped before the task ended.
    Stopped,
}
