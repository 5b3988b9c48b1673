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
    /// One process per worker, a lock each.
    Processes,
    /// One process, an interpreter per worker with a lock of its own. Simulated only.
    SubInterpreters,
    /// One thread per worker and no lock. Simulated only.
    FreeThreaded,
}

impl Model {
    pub const ALL: [Model; 5] =
        [Model::Sequential, Model::Threads, Model::Processes, Model::SubInterpreters, Model::FreeThreaded];

    /// Those that the real engines can run; what a scenario runs that names none.
    pub const REAL: [Model; 3] = [Model::Sequential, Model::Threads, Model::Processes];

    /// The name in scenario files, figures and messages.
    pub fn name(self) -> &'static str {
        match self {
            Model::Sequential => "sequential",
            Model::Threads => "threads",
            Model::Processes => "processes",
            Model::SubInterpreters => "sub-interpreters",
            Model::FreeThreaded => "free-threaded",
        }
    }

    /// One line on what the model does.
    pub fn about(self) -> &'static str {
        match self {
            Model::Sequential => "one thread, tasks one after the other",
            Model::Threads => "an OS thread per worker, one GIL",
            Model::Processes => "an OS process per worker, a VM and a GIL each",
            Model::SubInterpreters => "one process, an interpreter with a GIL of its own per worker (simulated only)",
            Model::FreeThreaded => "an OS thread per worker, no GIL (simulated only)",
        }
    }

    /// Whether the engines with real threads and processes can run it; the simulated one runs all.
    pub fn runs_for_real(self) -> bool {
        Model::REAL.contains(&self)
    }
}

impl fmt::Display for Model {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad(self.name())
    }
}
