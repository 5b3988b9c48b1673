//! What would change a choice: the number of cores, the size of results, how much of their time tasks wait. Each dimension
//! is walked from where the workload stands, in both directions, until another model is the better choice; what the walk
//! with one seed finds is told once all seeds have confirmed it.

use super::bench::{Bench, Case, Stopped};
use super::choice::{Choice, choose};
use crate::engine::simulated::MOST_CORES;
use crate::model::Model;
use crate::scenario::Supposed;
use crate::time::Nanos;
use std::num::NonZeroUsize;

/// Bytes of a result.
const BYTES: [f64; 5] = [1e4, 1e5, 1e6, 1e7, 1e8];

/// Shares of its time that a task waits when it is alone.
const SHARES: [f64; 6] = [0.0, 0.25, 0.5, 0.75, 0.9, 0.99];

/// Who takes more than so many times as long as the fastest with one seed needs no other to be ruled out.
const CONTENDS: f64 = 1.25;

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

/// Walks all dimensions that the workload has.
///
/// # Errors
/// Where it was stopped.
pub fn changes(bench: &mut Bench, choice: &Choice, models: &[Model], told: &dyn Fn()) -> Result<Vec<Change>, Stopped> {
    let mut all = Vec::new();
    for dimension in [Dimension::Cores, Dimension::ResultBytes, Dimension::Waiting] {
        if let Some(walk) = Walk::of(bench, dimension) {
            all.push(walk.go(bench, choice, models, told)?);
        }
    }
    Ok(all)
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
        let Some(there) = choice_in(bench, *case, models, &first, told)? else { continue };
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
    let walls = |model: &Model| Some((*model, bench.values(*model, case, seeds, "wall")?));
    Ok(choose(&models.iter().filter_map(walls).collect::<Vec<_>>()))
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

    /// The case in which tasks wait for such a share of their time: their waits are longer or shorter; where they have
    /// none, each begins with one.
    fn with(&self, base: Case, share: f64) -> Option<Case> {
        let waiting = self.computing * share / (1.0 - share);
        let supposed = if self.waiting > 0.0 {
            Supposed { waits: (waiting / self.waiting * 1e6).round() as u64, ..base.supposed }
        } else {
            Supposed { first_wait: Nanos::from_secs_f64(waiting / self.tasks), ..base.supposed }
        };
        (supposed != base.supposed || share == 0.0).then_some(Case { supposed, ..base })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> Case {
        Case { cores: NonZeroUsize::MIN, supposed: Supposed::NOTHING }
    }

    #[test]
    fn waits_are_scaled_so_that_they_have_their_share() {
        let load = Load { computing: 3.0, waiting: 1.0, tasks: 4.0 };
        assert_eq!(load.share(), 0.25);
        let halves = load.with(case(), 0.5).expect("it differs").supposed;
        assert_eq!(halves.wait(Nanos::from_millis(1)), Nanos::from_millis(3));
        assert_eq!(load.with(case(), 0.0).expect("it differs").supposed.wait(Nanos::from_millis(1)), Nanos::ZERO);
    }

    #[test]
    fn tasks_without_waits_begin_with_one() {
        let load = Load { computing: 3.0, waiting: 0.0, tasks: 4.0 };
        let halves = load.with(case(), 0.5).expect("it differs").supposed;
        assert_eq!((halves.first_wait, halves.waits), (Nanos::from_millis(750), 1_000_000));
    }
}
