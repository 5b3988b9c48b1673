//! What would change a choice: the number of cores, the size of results, how much of their time tasks wait. Each dimension
//! is walked from where the workload stands, in both directions, until another model is the better choice; what the walk
//! with one seed finds is told once all seeds have confirmed it.

use super::bench::{Bench, Case, Stopped};
use super::choice::{Choice, choose};
use crate::engine::simulated::MOST_CORES;
use crate::ids::{ProcessId, ThreadId};
use crate::model::Model;
use crate::scenario::Supposed;
use crate::time::Nanos;
use crate::trace::Event;
use std::num::NonZeroUsize;

/// Bytes of a result.
const BYTES: [f64; 4] = [1e5, 1e6, 1e7, 1e8];

/// Shares of its time that a task waits when it is alone.
const SHARES: [f64; 6] = [0.01, 0.25, 0.5, 0.75, 0.9, 0.99];

/// Who takes more than so many times as long as the fastest with one seed needs no other to be ruled out.
const CONTENDS: f64 = 1.25;

/// What a run may take besides its wall time, as for processes to come to their end.
const BESIDE: Nanos = Nanos::from_millis(50);

/// What is varied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    Cores,
    /// Bytes of each task's result.
    ResultBytes,
    /// The share of its time that a task waits when it is alone.
    Waiting,
}

/// Along one dimension: where the workload stands, how far it was walked, and where the choice becomes another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub dimension: Dimension,
    pub here: f64,
    /// The least and the greatest value that were run.
    pub least: f64,
    pub most: f64,
    pub below: Option<Flip>,
    pub above: Option<Flip>,
}

/// A value at which another model is the choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    pub at: f64,
    pub model: Model,
    /// Mean wall times there, in seconds: of that model, and of the one that was the choice before.
    pub wall: f64,
    pub before: f64,
}

/// Walks all dimensions that the workload has, and gives what was found in each.
///
/// # Errors
/// Where it was stopped.
pub fn changes(
    bench: &mut Bench,
    choice: &Choice,
    models: &[Model],
    told: &dyn Fn(),
    found: &mut Vec<Change>,
) -> Result<(), Stopped> {
    for dimension in [Dimension::Cores, Dimension::ResultBytes, Dimension::Waiting] {
        if let Some(walk) = Walk::of(bench, dimension) {
            found.push(walk.go(bench, choice, models, told)?);
        }
    }
    Ok(())
}

/// The values of a dimension in ascending order, with their cases.
struct Walk {
    dimension: Dimension,
    here: f64,
    steps: Vec<(f64, Case)>,
}

impl Walk {
    fn of(bench: &Bench, dimension: Dimension) -> Option<Walk> {
        let base = Case::of(&bench.base);
        let (here, steps): (f64, Vec<(f64, Case)>) = match dimension {
            Dimension::Cores => {
                let here = base.cores.get();
                let with = |cores: usize| Some((cores as f64, Case { cores: NonZeroUsize::new(cores)?, ..base }));
                let mut steps = vec![1, here / 2, here * 2, here * 4];
                steps.retain(|cores| (1..=MOST_CORES).contains(cores));
                steps.dedup();
                (here as f64, steps.into_iter().filter_map(with).collect())
            }
            Dimension::ResultBytes => {
                (result_bytes(bench)?, BYTES.map(|bytes| (bytes, with_bytes(base, bytes))).into())
            }
            Dimension::Waiting => {
                let load = Load::of(bench)?;
                (load.share(), SHARES.into_iter().filter_map(|share| Some((share, load.with(base, share)?))).collect())
            }
        };
        Some(Walk { dimension, here, steps })
    }

    fn go(self, bench: &mut Bench, choice: &Choice, models: &[Model], told: &dyn Fn()) -> Result<Change, Stopped> {
        // What is next to where the workload stands makes no difference.
        let near = |value: f64| (value - self.here).abs() <= 0.02 * value.abs().max(self.here.abs());
        let below = self.steps.iter().rev().filter(|(value, _)| *value < self.here && !near(*value));
        let above = self.steps.iter().filter(|(value, _)| *value > self.here && !near(*value));
        let mut reached = (self.here, self.here);
        let below = along(bench, choice, models, below, &mut reached.0, told)?;
        let above = along(bench, choice, models, above, &mut reached.1, told)?;
        Ok(Change { dimension: self.dimension, here: self.here, least: reached.0, most: reached.1, below, above })
    }
}

/// Goes until the choice is another one.
fn along<'a>(
    bench: &mut Bench,
    choice: &Choice,
    models: &[Model],
    steps: impl Iterator<Item = &'a (f64, Case)>,
    reached: &mut f64,
    told: &dyn Fn(),
) -> Result<Option<Flip>, Stopped> {
    let seeds = bench.seeds.clone();
    let first: Vec<u64> = seeds.iter().copied().take(1).collect();
    for (value, case) in steps {
        *reached = *value;
        let Some(there) = contest(bench, *case, models, choice.model, told)? else { continue };
        if there.model == choice.model {
            continue;
        }
        let contenders = contenders(bench, *case, models, choice.model, &first);
        let Some(there) = choice_in(bench, *case, &contenders, &seeds, told)? else { continue };
        let mean = |model| bench.spread(model, *case, "wall").map(|spread| spread.mean);
        if let (Some(wall), Some(before)) = (mean(there.model), mean(choice.model))
            && there.model != choice.model
        {
            return Ok(Some(Flip { at: *value, model: there.model, wall, before }));
        }
    }
    Ok(None)
}

/// The choice in a case by one seed. Who takes far longer than the present choice is broken off.
fn contest(
    bench: &mut Bench,
    case: Case,
    models: &[Model],
    present: Model,
    told: &dyn Fn(),
) -> Result<Option<Choice>, Stopped> {
    let first: Vec<u64> = bench.seeds.iter().copied().take(1).collect();
    bench.run(&[(present, case)], &first, told)?;
    let wall = bench.spread(present, case, "wall").map(|spread| spread.mean);
    let limit = wall.map(|wall| Nanos::from_secs_f64(CONTENDS * wall) + BESIDE);
    let cases: Vec<(Model, Case)> = models.iter().map(|model| (*model, case)).collect();
    bench.run_within(limit, &cases, &first, told)?;
    Ok(choice_among(bench, case, models, &first))
}

/// Those that may be the choice in a case, by runs with some of the seeds; the present choice is always one.
fn contenders(bench: &Bench, case: Case, models: &[Model], choice: Model, seeds: &[u64]) -> Vec<Model> {
    let wall = |model: Model| bench.values(model, case, seeds, "wall").map(|walls| walls.iter().sum::<f64>());
    let least = models.iter().filter_map(|model| wall(*model)).fold(f64::INFINITY, f64::min);
    let contends = |model: Model| model == choice || wall(model).is_some_and(|wall| wall <= CONTENDS * least);
    models.iter().copied().filter(|model| contends(*model)).collect()
}

/// The choice in a case. Models that fail there have no part in it.
pub fn choice_in(
    bench: &mut Bench,
    case: Case,
    models: &[Model],
    seeds: &[u64],
    told: &dyn Fn(),
) -> Result<Option<Choice>, Stopped> {
    let cases: Vec<(Model, Case)> = models.iter().map(|model| (*model, case)).collect();
    bench.run(&cases, seeds, told)?;
    Ok(choice_among(bench, case, models, seeds))
}

/// The choice by the runs that there are.
fn choice_among(bench: &Bench, case: Case, models: &[Model], seeds: &[u64]) -> Option<Choice> {
    let walls = |model: &Model| Some((*model, bench.values(*model, case, seeds, "wall")?));
    choose(&models.iter().filter_map(walls).collect::<Vec<_>>())
}

fn with_bytes(base: Case, bytes: f64) -> Case {
    Case { supposed: Supposed { result_bytes: Some(bytes as u64), ..base.supposed }, ..base }
}

/// The mean size of what the tasks return, as far as they return.
fn result_bytes(bench: &Bench) -> Option<f64> {
    let outcomes = &bench.trace(Model::Sequential)?.outcomes;
    let sizes = outcomes.iter().filter_map(|outcome| match outcome {
        crate::trace::Outcome::Returned { value } => Some(value.len() as f64),
        _ => None,
    });
    let sizes: Vec<f64> = sizes.collect();
    (!sizes.is_empty()).then(|| sizes.iter().sum::<f64>() / sizes.len() as f64)
}

/// What the tasks do when they are run one after the other, in seconds.
struct Load {
    computing: f64,
    waiting: f64,
    tasks: f64,
}

impl Load {
    fn of(bench: &Bench) -> Option<Load> {
        let (case, seed) = (Case::of(&bench.base), *bench.seeds.first()?);
        // What threads do that a task starts is not known to be the task's own work.
        let is_own = |event: &Event| event.thread == ThreadId::MAIN && event.process == ProcessId::MAIN;
        if !bench.trace(Model::Sequential)?.events.iter().all(is_own) {
            return None;
        }
        let lane = |state: &str| bench.value(Model::Sequential, case, seed, &format!("lanes.main.{state}"));
        let load = Load {
            computing: lane("running")? + lane("native")?,
            waiting: lane("blocked")?,
            tasks: bench.base.tasks.len() as f64,
        };
        (load.computing > 0.0).then_some(load)
    }

    fn share(&self) -> f64 {
        self.waiting / (self.waiting + self.computing)
    }

    /// The case in which tasks wait for such a share of their time: each waits first for more, or computes for more, so
    /// that they do no less than the workload does. `None` where that is no case.
    fn with(&self, base: Case, share: f64) -> Option<Case> {
        let each = |all: f64| Nanos::from_secs_f64(all / self.tasks);
        let supposed = if share > self.share() {
            Supposed { first_wait: each(self.computing * share / (1.0 - share) - self.waiting), ..base.supposed }
        } else {
            Supposed { first_work: each(self.waiting * (1.0 - share) / share - self.computing), ..base.supposed }
        };
        (supposed != base.supposed).then_some(Case { supposed, ..base })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> Case {
        Case { cores: NonZeroUsize::MIN, supposed: Supposed::NOTHING }
    }

    #[test]
    fn tasks_that_are_to_wait_for_a_greater_share_first_wait() {
        let load = Load { computing: 3.0, waiting: 1.0, tasks: 4.0 };
        assert_eq!(load.share(), 0.25);
        let halves = load.with(case(), 0.5).expect("it differs").supposed;
        assert_eq!(halves, Supposed { first_wait: Nanos::from_millis(500), ..Supposed::NOTHING });
        assert_eq!(load.with(case(), 0.25), None);
    }

    #[test]
    fn tasks_that_are_to_wait_for_a_lesser_share_first_compute() {
        let load = Load { computing: 1.0, waiting: 3.0, tasks: 4.0 };
        let halves = load.with(case(), 0.5).expect("it differs").supposed;
        assert_eq!(halves, Supposed { first_work: Nanos::from_millis(500), ..Supposed::NOTHING });
    }
}
