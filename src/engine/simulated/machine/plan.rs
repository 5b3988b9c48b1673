//! What is to be run, and on what: all that decides a run, besides the program itself.

use crate::engine::simulated::os::OsCosts;
use crate::gil::Protocol;
use crate::model::Model;
use crate::time::Nanos;

/// A run on the machine.
pub struct Plan {
    pub model: Model,
    pub cores: usize,
    /// The names of the workers' lanes; in the model `sequential` there are none.
    pub lanes: Vec<String>,
    pub tasks: usize,
    /// By worker: the core that it is pinned to; who is missing may run anywhere.
    pub pins: Vec<Option<u32>>,
    pub costs: Costs,
    pub seed: u64,
    /// Virtual time after which the run is broken off.
    pub time_limit: Nanos,
    /// A free lock under the run's protocol.
    pub protocol: Box<dyn Fn() -> Box<dyn Protocol>>,
}

impl Plan {
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
}

/// CPU time of the lock's operations.
#[derive(Clone, Debug)]
pub struct LockCosts {
    /// From wanting the lock's mutex to having done what is to be done under it.
    pub mutex: Nanos,
    /// What a signal costs whoever gives it, if somebody sleeps there.
    pub futex_wake: Nanos,
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
}
