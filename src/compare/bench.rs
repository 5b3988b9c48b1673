//! Runs of one workload, by model, case and seed. What was run once is not run again. Knows no words.

use crate::analysis::Figures;
use crate::engine::{Stop, WorkerCommand};
use crate::model::Model;
use crate::scenario::{EngineName, Scenario, Supposed};
use crate::sweep::{Spread, Unmeasured, run_traced, work};
use crate::time::Nanos;
use crate::trace::Trace;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Arc;

/// What a run has besides its model and its seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    /// Of the simulated machine.
    pub cores: NonZeroUsize,
    pub supposed: Supposed,
}

impl Case {
    /// As the scenario says.
    pub fn of(scenario: &Scenario) -> Case {
        Case { cores: scenario.machine.cores, supposed: scenario.machine.supposed }
    }
}

/// Somebody has asked for it; what was run until then is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

type Key = (Model, Case, u64);

/// All runs so far.
pub struct Bench {
    pub base: Scenario,
    worker: WorkerCommand,
    pub stop: Arc<Stop>,
    crew: usize,
    pub seeds: Vec<u64>,
    done: BTreeMap<Key, Result<Figures, String>>,
    /// Those that came to no end within so much virtual time.
    broken_off: BTreeMap<Key, Nanos>,
    /// Those of the first seed as the scenario is, for the picture.
    traces: BTreeMap<Model, Trace>,
}

impl Bench {
    /// Runs are spread over `crew` threads of the host; in real time they go one by one.
    pub fn new(base: Scenario, worker: WorkerCommand, stop: Arc<Stop>, crew: usize, seeds: Vec<u64>) -> Bench {
        let crew = if base.run.engine == EngineName::Real { 1 } else { crew };
        Bench {
            base,
            worker,
            stop,
            crew,
            seeds,
            done: BTreeMap::new(),
            broken_off: BTreeMap::new(),
            traces: BTreeMap::new(),
        }
    }

    /// Runs each pair with each seed, so far as that is not done; `told` hears of each run.
    ///
    /// # Errors
    /// Where it was stopped.
    pub fn run(&mut self, cases: &[(Model, Case)], seeds: &[u64], told: &dyn Fn()) -> Result<(), Stopped> {
        self.run_within(None, cases, seeds, told)
    }

    /// The same, where runs that take longer than the limit in virtual time are broken off and yield nothing.
    ///
    /// # Errors
    /// Where it was stopped.
    pub fn run_within(
        &mut self,
        limit: Option<Nanos>,
        cases: &[(Model, Case)],
        seeds: &[u64],
        told: &dyn Fn(),
    ) -> Result<(), Stopped> {
        let mut missing: Vec<Key> = Vec::new();
        for key in seeds.iter().flat_map(|seed| cases.iter().map(|(model, case)| key(*model, *case, *seed))) {
            if !self.is_known(&key, limit) && !missing.contains(&key) {
                missing.push(key);
            }
        }
        let mut results = Vec::new();
        let job = |at: usize| (missing[at], self.one(missing[at], limit));
        let stop = || self.stop.requested();
        work(self.crew, 0..missing.len(), stop, job, |result| {
            told();
            results.push(result);
            true
        });
        for (key, result) in results {
            self.keep(key, result, limit);
        }
        if self.stop.requested() { Err(Stopped) } else { Ok(()) }
    }

    /// Whether its figures are there, or it is known to take longer than that.
    fn is_known(&self, key: &Key, limit: Option<Nanos>) -> bool {
        self.done.contains_key(key)
            || limit.is_some_and(|limit| self.broken_off.get(key).is_some_and(|off| *off >= limit))
    }

    fn one(&self, (model, case, seed): Key, limit: Option<Nanos>) -> Result<(Figures, Trace), Unmeasured> {
        let mut scenario = self.base.clone();
        scenario.run.models = vec![model];
        (scenario.machine.cores, scenario.machine.supposed, scenario.machine.seed) = (case.cores, case.supposed, seed);
        // What the model `hybrid` first does to see which tasks wait may take longer than its run.
        if model != Model::Hybrid {
            scenario.machine.time_limit = shorter(scenario.machine.time_limit, limit);
        }
        run_traced(model, &scenario, &self.worker, &self.stop)
    }

    fn keep(&mut self, key: Key, result: Result<(Figures, Trace), Unmeasured>, limit: Option<Nanos>) {
        let is_shown = key.1 == Case::of(&self.base) && self.seeds.first() == Some(&key.2);
        let figures = match result {
            Err(Unmeasured::Stopped) => return,
            Err(Unmeasured::Failed(why)) => match limit {
                Some(limit) => {
                    self.broken_off.insert(key, limit);
                    return;
                }
                None => Err(why),
            },
            Ok((figures, trace)) => {
                if is_shown {
                    self.traces.insert(key.0, trace);
                }
                Ok(figures)
            }
        };
        self.done.insert(key, figures);
    }

    /// A figure without model of one run.
    pub fn value(&self, model: Model, case: Case, seed: u64, figure: &str) -> Option<f64> {
        self.done.get(&key(model, case, seed))?.as_ref().ok()?.value(model, figure)
    }

    /// A figure of each seed; `None` unless every run yielded it.
    pub fn values(&self, model: Model, case: Case, seeds: &[u64], figure: &str) -> Option<Vec<f64>> {
        seeds.iter().map(|seed| self.value(model, case, *seed, figure)).collect()
    }

    /// A figure over those seeds that yielded it.
    pub fn spread(&self, model: Model, case: Case, figure: &str) -> Option<Spread> {
        let values = self.seeds.iter().filter_map(|seed| self.value(model, case, *seed, figure));
        let spread = Spread::of(values);
        (spread.count > 0).then_some(spread)
    }

    /// Why a model has no figures, where a run of it failed.
    pub fn failure(&self, model: Model, case: Case) -> Option<&str> {
        let failed = |seed: &u64| self.done.get(&key(model, case, *seed))?.as_ref().err();
        self.seeds.iter().find_map(failed).map(String::as_str)
    }

    /// The events of the scenario as it is, of those models that were run.
    pub fn trace(&self, model: Model) -> Option<&Trace> {
        self.traces.get(&model)
    }

    pub fn runs(&self) -> usize {
        self.done.len()
    }
}

/// What makes no difference to a model is left out of its key: where all share an interpreter, no result is copied.
fn key(model: Model, case: Case, seed: u64) -> Key {
    let supposed = match model.shares_an_interpreter() {
        true => Supposed { result_bytes: None, ..case.supposed },
        false => case.supposed,
    };
    (model, Case { supposed, ..case }, seed)
}

fn shorter(one: Option<Nanos>, other: Option<Nanos>) -> Option<Nanos> {
    one.into_iter().chain(other).min()
}
