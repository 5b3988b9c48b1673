//! Settings tried on the simulated machine, each over the same seeds, so that differences are of the settings and not of
//! chance. What was tried once is not tried again.

use crate::engine::{Stop, WorkerCommand};
use crate::gil::Policy;
use crate::scenario::Scenario;
use crate::sweep::{Field, Spread, Unmeasured, Value, apply, run, work};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Values of parameters, in the order in which they are varied.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting(pub Vec<(Field, Value)>);

impl Setting {
    pub fn get(&self, field: &Field) -> Option<&Value> {
        self.0.iter().find(|(known, _)| known == field).map(|(_, value)| value)
    }

    /// The same with another value for one parameter.
    pub fn with(&self, field: &Field, value: Value) -> Setting {
        let mut changed = self.clone();
        match changed.0.iter_mut().find(|(known, _)| known == field) {
            Some((_, old)) => *old = value,
            None => changed.0.push((field.clone(), value)),
        }
        changed
    }

    /// Seconds.
    pub fn interval(&self) -> f64 {
        self.get(&Field::SwitchInterval).and_then(|value| value.number).unwrap_or(f64::NAN)
    }

    /// Whether waiters wait for the interval under its policy; the scenario's, where it has none.
    pub fn waits_an_interval(&self, base: &Scenario) -> bool {
        let own = self.get(&Field::Policy).and_then(|value| Policy::parse(&value.text).ok());
        own.unwrap_or(base.run.policy).waits_an_interval()
    }

    fn key(&self) -> String {
        let one = |(field, value): &(Field, Value)| format!("{}={};", field.name(), value.text);
        self.0.iter().map(one).collect()
    }
}

/// Figures of one run by the columns.
pub type Measured = Vec<Option<f64>>;

/// All runs so far.
pub struct Trials {
    base: Scenario,
    /// Figures without model, as `names_without_lanes` has them.
    pub columns: Vec<String>,
    worker: WorkerCommand,
    pub stop: Arc<Stop>,
    crew: usize,
    /// By setting and seed.
    done: BTreeMap<(String, u64), Result<Measured, String>>,
    pub runs: usize,
}

/// Why a search cannot go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrialError {
    Stopped,
    /// A run failed; in one line.
    Failed(String),
}

impl Trials {
    pub fn new(base: Scenario, columns: Vec<String>, worker: WorkerCommand, stop: Arc<Stop>, crew: usize) -> Trials {
        Trials { base, columns, worker, stop, crew, done: BTreeMap::new(), runs: 0 }
    }

    pub fn base(&self) -> &Scenario {
        &self.base
    }

    /// Trials of another scenario with the same figures, none of which is done.
    pub fn of_other(&self, base: Scenario) -> Trials {
        Trials::new(base, self.columns.clone(), self.worker.clone(), self.stop.clone(), self.crew)
    }

    /// Runs each setting with each seed, so far as that is not done; `told` hears of each run.
    ///
    /// # Errors
    /// Where the search was stopped, or a run failed.
    pub fn run(&mut self, settings: &[Setting], seeds: &[u64], told: &dyn Fn()) -> Result<(), TrialError> {
        let all = settings.iter().flat_map(|setting| seeds.iter().map(move |seed| (setting, *seed)));
        let missing: Vec<_> = all.filter(|(setting, seed)| !self.done.contains_key(&(setting.key(), *seed))).collect();
        let mut results = Vec::new();
        let job = |at: usize| (at, self.one(missing[at].0, missing[at].1));
        work(
            self.crew,
            0..missing.len(),
            || self.stop.requested(),
            job,
            |(at, result)| {
                told();
                results.push((at, result));
                true
            },
        );
        if self.stop.requested() {
            return Err(TrialError::Stopped);
        }
        for (at, result) in results {
            self.runs += 1;
            let result = match result {
                Err(Unmeasured::Stopped) => return Err(TrialError::Stopped),
                Err(Unmeasured::Failed(why)) => Err(why),
                Ok(figures) => Ok(figures),
            };
            self.done.insert((missing[at].0.key(), missing[at].1), result);
        }
        Ok(())
    }

    fn one(&self, setting: &Setting, seed: u64) -> Result<Measured, Unmeasured> {
        let seed = (Field::Seed, Value::integer(seed));
        let point = setting.0.iter().chain([&seed]).map(|(field, value)| (field, value));
        let scenario = apply(&self.base, point).map_err(Unmeasured::Failed)?;
        let figures = run(&scenario, &self.worker, &self.stop)?;
        let model = scenario.run.models[0];
        Ok(self.columns.iter().map(|name| figures.value(model, name)).collect())
    }

    /// A figure of one run.
    fn value(&self, setting: &Setting, seed: u64, figure: &str) -> Option<f64> {
        let at = self.columns.iter().position(|name| name == figure)?;
        *self.done.get(&(setting.key(), seed))?.as_ref().ok()?.get(at)?
    }

    /// Why a setting has no figures, where it failed.
    pub fn failure(&self, setting: &Setting, seeds: &[u64]) -> Option<String> {
        seeds.iter().find_map(|seed| self.done.get(&(setting.key(), *seed))?.as_ref().err().cloned())
    }

    /// How a figure is spread over the seeds; `None` unless every run yielded it.
    pub fn spread(&self, setting: &Setting, seeds: &[u64], figure: &str) -> Option<Spread> {
        let values: Option<Vec<f64>> = seeds.iter().map(|seed| self.value(setting, *seed, figure)).collect();
        values.filter(|values| !values.is_empty()).map(Spread::of)
    }

    /// How much larger a figure is under one setting than under another, seed by seed, as a share of the latter.
    pub fn change(&self, from: &Setting, to: &Setting, seeds: &[u64], figure: &str) -> Option<Spread> {
        let one = |seed: &u64| {
            let (before, after) = (self.value(from, *seed, figure)?, self.value(to, *seed, figure)?);
            (before != 0.0).then_some(after / before - 1.0)
        };
        let values: Option<Vec<f64>> = seeds.iter().map(one).collect();
        values.filter(|values| !values.is_empty()).map(Spread::of)
    }
}
