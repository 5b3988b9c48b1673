//! Typed identifiers. Knows nothing of what they identify.

use serde::{Deserialize, Serialize};

/// A process of the run: 0 is the one that runs the scenario, workers count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProcessId(pub u32);

/// A thread within its process: 0 is the main thread, others count from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ThreadId(pub u32);

/// A task of the scenario, in the order in which the file names them, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TaskId(pub u32);

impl ProcessId {
    /// The process that runs the scenario.
    pub const MAIN: ProcessId = ProcessId(0);

    /// The number that programs on the simulated machine know it by, as `os.getpid()` gives it.
    pub fn pid(self) -> u32 {
        self.0 + 1
    }

    /// The process with this number, whether or not there is one.
    pub fn of_pid(pid: i64) -> Option<ProcessId> {
        u32::try_from(pid.checked_sub(1)?).ok().map(ProcessId)
    }
}

impl ThreadId {
    /// The thread that runs the module's body.
    pub const MAIN: ThreadId = ThreadId(0);
}
