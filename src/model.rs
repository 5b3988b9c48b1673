//! The concurrency models by name. Knows nothing of how they are carried out.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How the work of a run is spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Model {
    /// One thread, tasks one after the other.
    Sequential,
    /// One thread per worker, one lock.
    Threads,
    /// A `ThreadPoolExecutor`, one lock.
    ThreadPool,
    /// One process per worker, a lock each.
    Processes,
    /// As many processes as the machine has cores, which take tasks from a queue.
    ProcessPool,
    /// One thread, tasks as coroutines of an event loop whose waits are awaited.
    Asyncio,
    /// One process, an interpreter per worker with a lock of its own. Simulated only.
    SubInterpreters,
    /// One thread per worker and no lock. Simulated only.
    FreeThreaded,
    /// Threads for what waits, processes for what computes. Simulated only.
    Hybrid,
}

impl Model {
    pub const ALL: [Model; 9] = [
        Model::Sequential,
        Model::Threads,
        Model::ThreadPool,
        Model::Processes,
        Model::ProcessPool,
        Model::Asyncio,
        Model::SubInterpreters,
        Model::FreeThreaded,
        Model::Hybrid,
    ];

    /// What a scenario runs that names none.
    pub const USUAL: [Model; 3] = [Model::Sequential, Model::Threads, Model::Processes];

    /// The name in scenario files, figures and messages.
    pub fn name(self) -> &'static str {
        match self {
            Model::Sequential => "sequential",
            Model::Threads => "threads",
            Model::ThreadPool => "thread-pool",
            Model::Processes => "processes",
            Model::ProcessPool => "process-pool",
            Model::Asyncio => "asyncio",
            Model::SubInterpreters => "sub-interpreters",
            Model::FreeThreaded => "free-threaded",
            Model::Hybrid => "hybrid",
        }
    }

    /// One line on what the model does.
    pub fn about(self) -> &'static str {
        match self {
            Model::Sequential => "one thread, tasks one after the other",
            Model::Threads => "an OS thread per worker, one GIL",
            Model::ThreadPool => "a ThreadPoolExecutor of min(32, cores + 4) threads, one GIL",
            Model::Processes => "an OS process per worker, a VM and a GIL each",
            Model::ProcessPool => "a pool of a process per core, a VM and a GIL each",
            Model::Asyncio => "one thread with an event loop, on which sleeps and waits for I/O are awaited",
            Model::SubInterpreters => "one process, an interpreter with a GIL of its own per worker (simulated only)",
            Model::FreeThreaded => "an OS thread per worker, no GIL (simulated only)",
            Model::Hybrid => {
                "threads for tasks that wait, processes for those that compute, tried out first (simulated only)"
            }
        }
    }

    /// Whether the engines with real threads and processes can run it; the simulated one runs all.
    pub fn runs_for_real(self) -> bool {
        !matches!(self, Model::SubInterpreters | Model::FreeThreaded | Model::Hybrid)
    }

    /// Whether a script, which starts its threads and processes itself, can be run under it.
    pub fn runs_scripts(self) -> bool {
        matches!(self, Model::Threads | Model::FreeThreaded)
    }

    /// Whether all tasks run in one interpreter, so that one lock, where there is one, protects them all.
    pub fn shares_an_interpreter(self) -> bool {
        matches!(self, Model::Sequential | Model::Threads | Model::ThreadPool | Model::Asyncio | Model::FreeThreaded)
    }

    /// Whether its workers are a pool, whose size is the executor's own unless the scenario says how many.
    pub fn is_pool(self) -> bool {
        matches!(self, Model::ThreadPool | Model::ProcessPool | Model::Hybrid)
    }
}

impl fmt::Display for Model {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad(self.name())
    }
}
