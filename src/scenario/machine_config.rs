//! `[machine]`: what the simulated engine runs on, and what the command line may change about it.

use super::check::{MOST_CORES, checked_seed, profile};
use super::costs::Cost;
use super::mistakes::Fault;
use super::run_config::number;
use crate::time::Nanos;
use serde::{Deserialize, Serialize};
use std::num::NonZeroUsize;

/// `[machine]`, as far as it was said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MachineConfig {
    pub cores: NonZeroUsize,
    /// The cost profile's name; `None`: the engine's default.
    pub profile: Option<String>,
    /// Of all chance: what the machine draws, and in every engine what programs draw (`gilsim.io("exponential(20ms)")`).
    pub seed: u64,
    /// How worker processes come into being; the real engine has a way of its own.
    #[serde(default, skip_serializing_if = "StartMethod::is_fork")]
    pub start_method: StartMethod,
    /// Values in place of the profile's, in the file's order, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<Cost>,
    /// Virtual time after which a run is broken off; `None`: the engine's default.
    #[serde(rename = "time_limit_ns")]
    pub time_limit: Option<Nanos>,
    /// What is supposed to be otherwise than the program says.
    #[serde(skip)]
    pub supposed: Supposed,
}

/// What a run supposes of its tasks in place of what their program does, to see what that would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Supposed {
    /// Each task first waits so long for I/O.
    pub first_wait: Nanos,
    /// Each task first computes for so long.
    pub first_work: Nanos,
    /// A task's result has so many bytes; `None`: as many as it has.
    pub result_bytes: Option<u64>,
}

impl Supposed {
    /// Nothing is otherwise.
    pub const NOTHING: Supposed = Supposed { first_wait: Nanos::ZERO, first_work: Nanos::ZERO, result_bytes: None };
}

impl Default for Supposed {
    fn default() -> Supposed {
        Supposed::NOTHING
    }
}

/// How a process is started, after `multiprocessing.set_start_method`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StartMethod {
    #[default]
    Fork,
    Spawn,
    Forkserver,
}

impl StartMethod {
    pub const ALL: [StartMethod; 3] = [StartMethod::Fork, StartMethod::Spawn, StartMethod::Forkserver];

    /// The name in scenario files.
    pub fn name(self) -> &'static str {
        match self {
            StartMethod::Fork => "fork",
            StartMethod::Spawn => "spawn",
            StartMethod::Forkserver => "forkserver",
        }
    }

    fn is_fork(&self) -> bool {
        *self == StartMethod::Fork
    }
}

/// What the command line says about the machine, in place of the file's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MachineOverrides {
    pub cores: Option<usize>,
    pub profile: Option<String>,
    pub seed: Option<u64>,
}

impl MachineConfig {
    /// Where nothing is said, the same on every machine, so that a run is the same everywhere.
    pub const DEFAULT_CORES: NonZeroUsize = NonZeroUsize::MIN.saturating_add(3);

    /// Changes what the overrides name.
    ///
    /// # Errors
    /// One line on the first value that is out of bounds; nothing is changed then.
    pub fn apply(&mut self, overrides: &MachineOverrides) -> Result<(), String> {
        let changed = self.with(overrides).map_err(Fault::in_one_line)?;
        *self = changed;
        Ok(())
    }

    fn with(&self, overrides: &MachineOverrides) -> Result<MachineConfig, Fault> {
        let mut machine = self.clone();
        if let Some(cores) = overrides.cores {
            machine.cores = number("cores", cores as i128, MOST_CORES)?;
        }
        if let Some(name) = &overrides.profile {
            machine.profile = Some(profile(name)?);
        }
        if let Some(seed) = overrides.seed {
            machine.seed = checked_seed(i128::from(seed))?;
        }
        Ok(machine)
    }
}
