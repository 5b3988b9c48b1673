//! The first line of a log: all that is needed to know what was run, where, and with which version.
//!
//! Refuses to know what the configuration means; it is the caller's, as JSON.

use super::TaskInfo;
use serde::{Deserialize, Serialize};

/// The version of the log's format. A reader refuses a higher one.
pub const LOG_FORMAT: u32 = 1;

/// What was run, where, and with which version of the program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// [`LOG_FORMAT`] of the writer.
    pub format: u32,
    /// The program's version.
    pub version: String,
    pub seed: u64,
    /// SHA-256 of the scenario, in hexadecimal.
    pub scenario_hash: String,
    /// Cores that the host offers.
    pub cores: usize,
    /// The host's operating system, such as `linux`.
    pub os: String,
    /// When the run began, in seconds since 1970-01-01 UTC.
    pub started: u64,
    /// The tasks, in the order of their ids.
    pub tasks: Vec<TaskInfo>,
    /// The whole resolved configuration.
    pub config: serde_json::Value,
}
