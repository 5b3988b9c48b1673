//! What one model comes to in a case: means over the seeds. Knows no other model but the sequential one.

use super::bench::{Bench, Case};
use crate::model::Model;
use crate::sweep::Spread;

/// A model's row of the table; times in seconds.
#[derive(Clone, Debug)]
pub struct Line {
    pub model: Model,
    pub wall: Spread,
    /// The sequential run's wall time over this one's, seed by seed.
    pub speedup: Option<Spread>,
    /// Speed-up a core.
    pub efficiency: Option<f64>,
    /// Share of the wall time before a lane begins its first task.
    pub startup: Option<f64>,
    /// From a task's start to its end.
    pub task_p50: Option<f64>,
    pub task_p99: Option<f64>,
    /// Of the blocking calls of the group that makes most of them.
    pub call_p50: Option<f64>,
    pub call_p99: Option<f64>,
    /// Bytes.
    pub memory: Option<f64>,
    /// Tasks that ended by an exception, or with their process.
    pub failed: f64,
}

impl Line {
    /// `None` where no run has yielded anything. `cores`: what the run could use.
    pub fn of(bench: &Bench, model: Model, case: Case, cores: usize, group: Option<&str>) -> Option<Line> {
        let wall = bench.spread(model, case, "wall")?;
        let mean = |figure: &str| bench.spread(model, case, figure).map(|spread| spread.mean);
        let call = |part: &str| mean(&format!("latency.{}.{part}", group?));
        let speedup = speedup(bench, model, case);
        Some(Line {
            model,
            wall,
            speedup,
            efficiency: speedup.map(|speedup| speedup.mean / cores as f64),
            startup: mean("startup"),
            task_p50: mean("tasks.p50"),
            task_p99: mean("tasks.p99"),
            call_p50: call("p50"),
            call_p99: call("p99"),
            memory: None,
            failed: mean("tasks.failed").unwrap_or_default(),
        })
    }
}

fn speedup(bench: &Bench, model: Model, case: Case) -> Option<Spread> {
    let one = |seed: &u64| {
        let alone = bench.value(Model::Sequential, case, *seed, "wall")?;
        Some(alone / bench.value(model, case, *seed, "wall")?).filter(|ratio| ratio.is_finite())
    };
    let spread = Spread::of(bench.seeds.iter().filter_map(one));
    (spread.count > 0).then_some(spread)
}

/// The group of tasks that makes most blocking calls, as far as any is known to make some.
pub fn calling_group(bench: &Bench, models: &[Model], case: Case) -> Option<String> {
    let groups = crate::sweep::groups(&bench.base);
    let count = |group: &&str| {
        let of = |model: &Model| bench.spread(*model, case, &format!("latency.{group}.count")).map(|one| one.mean);
        models.iter().filter_map(of).fold(0.0, f64::max)
    };
    let calling = groups.into_iter().filter(|group| count(group) > 0.0);
    // Of several, the first.
    calling.rev().max_by(|a, b| count(a).total_cmp(&count(b))).map(str::to_string)
}
