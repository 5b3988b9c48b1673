//! `[run]`: how the tasks are run, and what the command line may change about it. Bounds are checked here for both.

use super::mistakes::Fault;
use crate::gil::Policy;
use crate::model::Model;
use crate::time::Nanos;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::num::NonZeroUsize;

/// `[run]`, defaults filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunConfig {
    /// At least one, without repetition.
    pub models: Vec<Model>,
    /// How many tasks run at once; the number of tasks where the file does not say.
    pub workers: NonZeroUsize,
    /// The same where it was said, for models whose executors have a number of their own.
    #[serde(skip)]
    pub pool: Option<NonZeroUsize>,
    #[serde(rename = "switch_interval_ns")]
    pub switch_interval: Nanos,
    pub policy: Policy,
    pub engine: EngineName,
    /// Bytes that the objects of one virtual machine may take.
    #[serde(rename = "memory_limit_bytes", default = "default_limit", skip_serializing_if = "is_default_limit")]
    pub memory_limit: u64,
    /// `sys.argv` of a script; empty where the program is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<String>,
}

fn default_limit() -> u64 {
    RunConfig::DEFAULT_MEMORY_LIMIT
}

fn is_default_limit(limit: &u64) -> bool {
    *limit == RunConfig::DEFAULT_MEMORY_LIMIT
}

impl RunConfig {
    /// 1 GiB.
    pub const DEFAULT_MEMORY_LIMIT: u64 = 1 << 30;
    /// As in CPython (`sys.getswitchinterval()`).
    pub const DEFAULT_SWITCH_INTERVAL: Nanos = Nanos::from_millis(5);
    /// CPython waits no shorter.
    pub const SHORTEST_SWITCH_INTERVAL: Nanos = Nanos::from_micros(1);
    pub const MOST_WORKERS: usize = 1_000;

    /// How many workers a pool of this model has on so many cores: as many as are asked for; else a thread pool has
    /// `min(32, cores + 4)`, as `ThreadPoolExecutor`, and a pool of processes one a core.
    pub fn pool_size(&self, model: Model, cores: usize) -> usize {
        let usual = if model == Model::ThreadPool { (cores + 4).min(32) } else { cores };
        self.pool.map_or(usual, NonZeroUsize::get).max(1)
    }

    /// Changes what the overrides name.
    ///
    /// # Errors
    /// One line on the first value that is out of bounds; nothing is changed then.
    pub fn apply(&mut self, overrides: &Overrides) -> Result<(), String> {
        let checked = self.with(overrides).map_err(Fault::in_one_line)?;
        *self = checked;
        Ok(())
    }

    fn with(&self, overrides: &Overrides) -> Result<RunConfig, Fault> {
        let mut run = self.clone();
        if !overrides.models.is_empty() {
            run.models = models(&overrides.models)?;
        }
        if let Some(count) = overrides.workers {
            run.workers = workers(count as i128)?;
            run.pool = Some(run.workers);
        }
        if let Some(interval) = overrides.switch_interval {
            run.switch_interval = switch_interval(interval)?;
        }
        run.policy = overrides.policy.unwrap_or(run.policy);
        run.engine = overrides.engine.unwrap_or(run.engine);
        run.memory_limit = overrides.memory_limit.unwrap_or(run.memory_limit);
        run.add_arguments(&overrides.arguments)?;
        run.suits_its_engine().map(|()| run)
    }

    /// Arguments that a script is called with.
    fn add_arguments(&mut self, arguments: &[String]) -> Result<(), Fault> {
        match arguments.first() {
            Some(first) if self.arguments.is_empty() => Err(Fault::new(
                format!("`{first}` is for sys.argv of a script, and this file is none"),
                "leave out what stands behind `--`",
            )),
            _ => {
                self.arguments.extend_from_slice(arguments);
                Ok(())
            }
        }
    }

    /// Threads of the operating system cannot do all that the simulated machine can.
    fn suits_its_engine(&self) -> Result<(), Fault> {
        let simulated_only = match self.models.iter().find(|model| !model.runs_for_real()) {
            _ if self.engine == EngineName::Simulated => return Ok(()),
            Some(model) => format!("model `{model}`"),
            None if !self.policy.runs_on_real_threads() => format!("policy `{}`", self.policy.name()),
            None => return Ok(()),
        };
        let help = "add --simulated, or engine = \"simulated\" in [run]";
        Err(Fault::new(format!("{simulated_only} runs in the simulated engine only"), help))
    }
}

/// What the command line says about a run, in place of the file's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Empty: as the file says.
    pub models: Vec<Model>,
    pub workers: Option<usize>,
    pub switch_interval: Option<Nanos>,
    pub policy: Option<Policy>,
    pub engine: Option<EngineName>,
    pub memory_limit: Option<u64>,
    /// What a script is called with, behind its name.
    pub arguments: Vec<String>,
}

fn models(models: &[Model]) -> Result<Vec<Model>, Fault> {
    match models.iter().enumerate().find(|(index, model)| models[..*index].contains(model)) {
        Some((_, twice)) => Err(repeated_model(*twice)),
        None => Ok(models.to_vec()),
    }
}

pub(super) fn repeated_model(model: Model) -> Fault {
    Fault::new(format!("the model `{model}` is named twice"), "name each model once")
}

pub(super) fn workers(count: i128) -> Result<NonZeroUsize, Fault> {
    number("workers", count, RunConfig::MOST_WORKERS)
}

/// A count from 1 to `most`.
pub(super) fn number(what: &str, count: i128, most: usize) -> Result<NonZeroUsize, Fault> {
    let in_range = usize::try_from(count).ok().filter(|count| *count <= most).and_then(NonZeroUsize::new);
    in_range.ok_or_else(|| Fault::new(format!("`{what}` cannot be {count}"), format!("from 1 to {most} is possible")))
}

/// An amount of memory, such as `512MiB`, in bytes.
///
/// # Errors
/// One line that says what is wrong and what would be right.
pub fn parse_memory(text: &str) -> Result<u64, String> {
    memory(text).map_err(Fault::in_one_line)
}

pub(super) fn memory(text: &str) -> Result<u64, Fault> {
    crate::net::memory(text).map_err(|(message, help)| Fault::new(message, help))
}

pub(super) fn switch_interval(interval: Nanos) -> Result<Nanos, Fault> {
    if interval < RunConfig::SHORTEST_SWITCH_INTERVAL {
        let message = format!("a switch interval of {interval} is too short");
        return Err(Fault::new(message, "\"1us\" is the least, as in CPython"));
    }
    if interval > super::duration::LONGEST {
        return Err(Fault::new(format!("a switch interval of {interval} is too long"), "\"24h\" is the most"));
    }
    Ok(interval)
}

/// What carries a run out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EngineName {
    /// Threads and processes of the operating system, in real time.
    Real,
    /// A machine in virtual time.
    Simulated,
}

impl EngineName {
    pub const ALL: [EngineName; 2] = [EngineName::Real, EngineName::Simulated];

    /// The name in scenario files.
    pub fn name(self) -> &'static str {
        match self {
            EngineName::Real => "real",
            EngineName::Simulated => "simulated",
        }
    }
}

impl fmt::Display for EngineName {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run() -> RunConfig {
        RunConfig {
            models: Model::USUAL.to_vec(),
            workers: NonZeroUsize::MIN,
            pool: None,
            switch_interval: RunConfig::DEFAULT_SWITCH_INTERVAL,
            policy: Policy::CpythonInterval,
            engine: EngineName::Real,
            memory_limit: RunConfig::DEFAULT_MEMORY_LIMIT,
            arguments: Vec::new(),
        }
    }

    #[test]
    fn overrides_change_what_they_name_and_nothing_else() {
        let mut changed = run();
        let models = vec![Model::Threads];
        let overrides = Overrides { models: models.clone(), workers: Some(3), ..Overrides::default() };
        assert_eq!(changed.apply(&overrides), Ok(()));
        let workers = NonZeroUsize::new(3).expect("not zero");
        assert_eq!(changed, RunConfig { models, workers, pool: Some(workers), ..run() });
    }

    #[test]
    fn pools_are_as_large_as_executors_make_them_unless_told_otherwise() {
        let mut asked = run();
        let sizes = |run: &RunConfig| [2, 4, 64].map(|cores| run.pool_size(Model::ThreadPool, cores));
        assert_eq!((sizes(&asked), asked.pool_size(Model::ProcessPool, 8)), ([6, 8, 32], 8));
        asked.apply(&Overrides { workers: Some(3), ..Overrides::default() }).expect("in bounds");
        assert_eq!((sizes(&asked), asked.pool_size(Model::ProcessPool, 8)), ([3; 3], 3));
    }

    #[test]
    fn overrides_out_of_bounds_change_nothing() {
        let refused = |overrides: Overrides| {
            let mut changed = run();
            let why = changed.apply(&overrides).expect_err("out of bounds");
            assert_eq!(changed, run());
            why
        };
        let interval = |nanos| Overrides { switch_interval: Some(Nanos(nanos)), ..Overrides::default() };
        let workers = |count| Overrides { workers: Some(count), ..Overrides::default() };
        assert_eq!(refused(workers(0)), "`workers` cannot be 0; from 1 to 1000 is possible");
        assert_eq!(refused(workers(1001)), "`workers` cannot be 1001; from 1 to 1000 is possible");
        let short = "a switch interval of 999 ns is too short; \"1us\" is the least, as in CPython";
        assert_eq!(refused(interval(999)), short);
        assert!(refused(interval(u64::MAX)).contains("too long"));
        let twice = Overrides { models: vec![Model::Threads; 2], workers: Some(2), ..Overrides::default() };
        assert_eq!(refused(twice), "the model `threads` is named twice; name each model once");
    }
}
