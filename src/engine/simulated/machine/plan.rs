//! What is to be run, and on what: all that decides a run, besides the program itself.

use crate::engine::simulated::os::OsCosts;
use crate::engine::simulated::profile::{Field, Profile};
use crate::gil::Policy;
use crate::ids::TaskId;
use crate::model::Model;
use crate::scenario::{StartMethod, Supposed};
use crate::time::Nanos;
use crate::vm::system::process::SpawnMethod;

/// A run on the machine.
#[derive(Clone, Debug)]
pub struct Plan {
    pub model: Model,
    /// The main thread runs the tasks itself, as in the model `sequential`.
    pub script: bool,
    pub cores: usize,
    /// The names of the workers' lanes; in the model `sequential` there are none.
    pub lanes: Vec<String>,
    pub tasks: usize,
    /// The tasks' names, for models that name what they make of them.
    pub names: Vec<String>,
    /// How many threads a model's pool has.
    pub pool: usize,
    /// Which tasks wait and which compute, in the model `hybrid`.
    pub split: Option<Split>,
    /// By worker: the core that it is pinned to; who is missing may run anywhere.
    pub pins: Vec<Option<u32>>,
    pub costs: Costs,
    /// What tasks are supposed to do in place of what they do.
    pub supposed: Supposed,
    pub seed: u64,
    /// Virtual time after which the run is broken off.
    pub time_limit: Nanos,
    /// How many threads there can be over the whole run, those that have ended among them.
    pub most_threads: usize,
    /// Counts for nothing in the model `free-threaded`.
    pub policy: Policy,
    pub switch_interval: Nanos,
    /// What sockets lead to.
    pub network: crate::net::Network,
}

/// The tasks of the model `hybrid`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// For threads of the main process.
    pub waiting: Vec<TaskId>,
    /// For the processes, each with so many threads.
    pub computing: Vec<TaskId>,
    pub threads: usize,
}

impl Plan {
    /// The protocol of the run's locks.
    pub fn lock_policy(&self) -> Policy {
        if self.model == Model::FreeThreaded { Policy::None } else { self.policy }
    }

    /// Whether several threads change plain reference counts without a lock. Those of free-threaded Python are not plain.
    pub fn counts_race(&self) -> bool {
        matches!(self.model, Model::Threads | Model::ThreadPool) && self.policy == Policy::None
    }

    pub fn pin(&self, worker: usize) -> Option<u32> {
        self.pins.get(worker).copied().flatten()
    }
}

/// What everything takes, out of a profile.
#[derive(Clone, Debug)]
pub struct Costs {
    pub os: OsCosts,
    pub lock: LockCosts,
    pub start: StartCosts,
    pub network: NetworkCosts,
    pub ipc: IpcCosts,
    /// Thousandths of the time that work with the lock takes.
    pub pace: u64,
}

impl Costs {
    /// The costs of a run under `model`, whose processes are started by `method`.
    pub fn new(profile: &Profile, model: Model, method: StartMethod) -> Costs {
        let free = model == Model::FreeThreaded;
        let lock = LockCosts {
            mutex: if free { Nanos(1) } else { profile.time(Field::Mutex) },
            futex_wake: profile.time(Field::FutexWake),
            futex_call: profile.time(Field::FutexCall),
            set_timer: profile.time(Field::SetTimer),
            collide: thousandths(profile, Field::Collide) as u32,
            slow: thousandths(profile, Field::Slow) as u32,
            cools: profile.time(Field::Cools),
        };
        let pace = if free { thousandths(profile, Field::SingleThread) } else { 1_000 };
        Costs {
            os: os_costs(profile),
            lock,
            start: start_costs(profile, model, method),
            ipc: IpcCosts::new(profile),
            network: network_costs(profile),
            pace,
        }
    }

    /// The same where waking, switching and starting a thread take next to nothing: whoever could run wants the lock at once,
    /// so that the lock alone says who goes on.
    pub fn at_once(mut self) -> Costs {
        let nothing = Nanos::ZERO;
        wake_at_once(&mut self.os);
        self.lock = LockCosts {
            mutex: Nanos(1),
            futex_wake: nothing,
            futex_call: nothing,
            set_timer: nothing,
            collide: 0,
            slow: 0,
            cools: nothing,
        };
        (self.start.thread_call, self.start.thread_latency) = (nothing, nothing);
        self
    }

    /// Work with the lock, as long as it takes here.
    #[inline]
    pub fn paced(&self, work: Nanos) -> Nanos {
        work.scaled(self.pace)
    }
}

fn thousandths(profile: &Profile, field: Field) -> u64 {
    (profile.value(field) * 1_000.0).round() as u64
}

fn os_costs(profile: &Profile) -> OsCosts {
    let time = |field| profile.time(field);
    OsCosts {
        wake_same_core: time(Field::WakeSameCore),
        wake_other_core: time(Field::WakeOtherCore),
        wake_by_timer: time(Field::WakeByTimer),
        interrupt: time(Field::Interrupt),
        brief: time(Field::Brief),
        wake_jitter: thousandths(profile, Field::WakeJitter) as u32,
        timer_slack: time(Field::TimerSlack),
        slack_jitter: thousandths(profile, Field::SlackJitter) as u32,
        context_switch: time(Field::ContextSwitch),
        tick: time(Field::Tick),
        slice: time(Field::Slice),
        cache_hot: time(Field::CacheHot),
        search_below: thousandths(profile, Field::SearchBelow) as u32,
        leave_above: thousandths(profile, Field::LeaveAbove) as u32,
        threads_per_core: profile.value(Field::ThreadsPerCore) as u32,
        shared_pace: thousandths(profile, Field::SharedCorePace) as u32,
    }
}

/// Waking and switching take next to nothing. Who has a core, and for how long, stays as it is.
fn wake_at_once(costs: &mut OsCosts) {
    let OsCosts {
        wake_same_core,
        wake_other_core,
        wake_by_timer,
        context_switch,
        search_below,
        interrupt,
        brief: _,
        wake_jitter: _,
        timer_slack: _,
        slack_jitter: _,
        tick: _,
        slice: _,
        cache_hot: _,
        leave_above: _,
        threads_per_core: _,
        shared_pace: _,
    } = costs;
    for latency in [wake_same_core, wake_other_core, wake_by_timer] {
        *latency = Nanos(1);
    }
    (*context_switch, *interrupt) = (Nanos::ZERO, Nanos::ZERO);
    // Who waits for a core there wants the lock all the same.
    *search_below = 1_000;
}

/// What the network costs the machine itself.
#[derive(Clone, Debug)]
pub struct NetworkCosts {
    pub call: Nanos,
    /// Picoseconds a byte.
    pub byte_ps: u64,
    pub loopback: Nanos,
}

fn network_costs(profile: &Profile) -> NetworkCosts {
    NetworkCosts {
        call: profile.time(Field::NetworkCall),
        byte_ps: (profile.value(Field::NetworkByte) * 1_000.0).round() as u64,
        loopback: profile.time(Field::Loopback),
    }
}

fn start_costs(profile: &Profile, model: Model, method: StartMethod) -> StartCosts {
    let (call, work) = match (model, method) {
        (Model::SubInterpreters, _) => (Field::InterpreterCall, Field::InterpreterWork),
        (_, StartMethod::Fork) => (Field::ForkCall, Field::ForkWork),
        (_, StartMethod::Spawn) => (Field::SpawnCall, Field::SpawnWork),
        (_, StartMethod::Forkserver) => (Field::ForkserverCall, Field::ForkserverWork),
    };
    StartCosts {
        thread_call: profile.time(Field::ThreadCall),
        thread_latency: profile.time(Field::ThreadLatency),
        process_call: profile.time(call),
        process_work: profile.time(work),
        task_delivery: profile.time(Field::TaskDelivery),
        result_byte_ps: (result_byte(profile, model) * 1_000.0).round() as u64,
    }
}

/// Nanoseconds for a byte of a result: a process pickles it and writes it into a pipe, an interpreter among others
/// pickles it.
fn result_byte(profile: &Profile, model: Model) -> f64 {
    match model {
        Model::Processes | Model::ProcessPool | Model::Hybrid => {
            profile.value(Field::PickleDump) + profile.value(Field::Copy)
        }
        Model::SubInterpreters => profile.value(Field::PickleDump),
        Model::Sequential | Model::Threads | Model::ThreadPool | Model::Asyncio | Model::FreeThreaded => 0.0,
    }
}

/// CPU time of the lock's operations.
#[derive(Clone, Debug)]
pub struct LockCosts {
    /// From wanting the lock's mutex to having done what is to be done under it.
    pub mutex: Nanos,
    /// What a signal costs whoever gives it, if somebody sleeps there.
    pub futex_wake: Nanos,
    /// The same in vain: nobody sleeps there yet, or any more; and asking to sleep for what is free by then.
    pub futex_call: Nanos,
    /// From the beginning of a timed sleep to having given up the core: a signal within that time finds the thread awake.
    pub set_timer: Nanos,
    /// Thousandths of those that are signalled while awake find the mutex taken, and sleep for it.
    pub collide: u32,
    /// Thousandths of the threads work slowly at first after a long sleep.
    pub slow: u32,
    /// After a sleep of that length, half as many do.
    pub cools: Nanos,
}

/// What it takes to start things.
#[derive(Clone, Debug)]
pub struct StartCosts {
    /// CPU time of the call that makes a thread.
    pub thread_call: Nanos,
    /// From that call to the new thread's first instruction.
    pub thread_latency: Nanos,
    /// Time of the call that starts a process; the next start waits for it.
    pub process_call: Nanos,
    /// CPU time from the new process's first instruction to its first bytecode.
    pub process_work: Nanos,
    /// From a worker's wish for a task to having it.
    pub task_delivery: Nanos,
    /// CPU time that a worker needs for each byte of a task's result, in picoseconds.
    pub result_byte_ps: u64,
}

/// What it takes to start a process: CPU time of the call, and of the process before its first bytecode.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    pub call: Nanos,
    pub work: Nanos,
}

/// CPU time of what a program's processes do with each other.
#[derive(Clone, Debug)]
pub struct IpcCosts {
    pub fork: Start,
    spawn: Start,
    forkserver: Start,
    interpreter: Start,
    /// From a process's last bytecode to its end.
    pub exit: Nanos,
    /// One call on a pipe, without its bytes.
    pub pipe_call: Nanos,
    /// For each byte that is written into a pipe or read from it, in picoseconds.
    byte_ps: u64,
    /// One operation on a semaphore, or on a block of memory besides its bytes.
    pub shared_call: Nanos,
    /// The system's call for a semaphore that somebody waits for, where it wakes nobody and lets nobody sleep.
    pub shared_futex: Nanos,
    /// For each byte of a block of memory that is used for the first time, in picoseconds.
    fresh_ps: u64,
    pub semaphore_make: Nanos,
    /// A line of memory that another core had last.
    pub line_transfer: Nanos,
}

impl IpcCosts {
    pub fn new(profile: &Profile) -> IpcCosts {
        let start = |call, work| Start { call: profile.time(call), work: profile.time(work) };
        IpcCosts {
            fork: start(Field::ForkCall, Field::ForkWork),
            spawn: start(Field::SpawnCall, Field::SpawnWork),
            forkserver: start(Field::ForkserverCall, Field::ForkserverWork),
            interpreter: start(Field::InterpreterCall, Field::InterpreterWork),
            exit: profile.time(Field::ProcessExit),
            pipe_call: profile.time(Field::PipeCall),
            // The profile counts the whole way of a byte; each side goes half of it.
            byte_ps: (profile.value(Field::Copy) * 500.0).round() as u64,
            shared_call: profile.time(Field::SharedCall),
            shared_futex: profile.time(Field::SharedFutex),
            fresh_ps: (profile.value(Field::SharedFresh) * 1_000.0).round() as u64,
            semaphore_make: profile.time(Field::SemaphoreMake),
            line_transfer: profile.time(Field::LineTransfer),
        }
    }

    pub fn start(&self, method: SpawnMethod) -> Start {
        match method {
            SpawnMethod::Spawn => self.spawn,
            SpawnMethod::ForkServer => self.forkserver,
            SpawnMethod::Interpreter => self.interpreter,
        }
    }

    /// Copying into a pipe or out of it.
    pub fn bytes(&self, bytes: usize) -> Nanos {
        Nanos((bytes as u64).saturating_mul(self.byte_ps) / 1_000)
    }

    /// The first use of so much of a block of memory.
    pub fn fresh(&self, bytes: usize) -> Nanos {
        Nanos((bytes as u64).saturating_mul(self.fresh_ps) / 1_000)
    }

    /// Reading or writing a block of memory.
    pub fn copied(&self, bytes: usize) -> Nanos {
        // Memory is copied in one direction only, as a file's pages are.
        self.bytes(bytes / 4)
    }
}

impl StartCosts {
    pub fn send(&self, bytes: u64) -> Nanos {
        Nanos(bytes.saturating_mul(self.result_byte_ps) / 1_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::simulated::profile::DEFAULT;

    #[test]
    fn where_the_lock_alone_decides_a_core_is_reached_at_once_however_long_it_has_idled() {
        let profile = Profile::find(DEFAULT).expect("part of the program");
        let os = Costs::new(&profile, Model::Threads, StartMethod::Fork).at_once().os;
        assert_eq!([os.wake_same_core, os.wake_other_core, os.wake_by_timer], [Nanos(1); 3]);
    }
}
