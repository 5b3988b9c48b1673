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
}

impl ThreadId {
    /// The thread that runs the module's body.
    pub const MAIN: ThreadId = ThreadId(0);
}
