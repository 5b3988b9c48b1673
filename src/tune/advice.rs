//! What a search ends in: a setting, what it gains and costs against the default, and whether fresh seeds confirm it.

use super::goal::Goal;
use super::search::{AtOnce, Space, meets, search};
use super::trials::{Setting, TrialError, Trials};
use super::whatif::{WhatIf, what_ifs};
use crate::scenario::RunConfig;
use crate::sweep::{Field, Spread, Value};

/// Held-out seeds begin here, far from those that searches use.
const FRESH: u64 = 1_000_001;

/// How many of them.
const FRESH_SEEDS: u64 = 12;

/// The recommendation.
#[derive(Debug)]
pub struct Advice {
    pub setting: Setting,
    /// The same but for the interval, which is the default's, and other parameters, which are the scenario's.
    pub default: Setting,
    /// Whether the search's runs meet the goal with 95 % confidence.
    pub meets: bool,
    pub default_meets: bool,
    /// Whether the runs with fresh seeds do, in the mean.
    pub confirmed: bool,
    pub lines: Vec<Line>,
    /// Only where the goal is not met.
    pub what_ifs: Vec<WhatIf>,
    pub seeds: usize,
    pub fresh_seeds: usize,
    pub runs: usize,
    /// What stands in the way, where the goal is not met: figures of the setting.
    pub timeout: Option<f64>,
    pub gap: Option<f64>,
    /// Shares of the goal's group's waits that lasted no interval, by default and at the setting.
    pub at_once: Option<(f64, f64)>,
}

/// A figure of the default and of the recommendation.
#[derive(Clone, Debug)]
pub struct Line {
    pub figure: String,
    pub default: Option<Spread>,
    pub setting: Option<Spread>,
    /// Seed by seed, as a share of the default.
    pub change: Option<Spread>,
    /// With fresh seeds.
    pub fresh: Option<Spread>,
    /// Whether fresh and promised means agree within their 95 % confidence.
    pub agrees: bool,
}

/// Searches, compares, checks, and where it must, looks for what would help.
///
/// # Errors
/// Where the search was stopped, or nothing could be run.
pub fn advise(trials: &mut Trials, space: &Space, goal: &Goal, told: &dyn Fn()) -> Result<Advice, TrialError> {
    let default = default_of(trials);
    let setting = search(trials, space, goal, &default, told)?;
    let group = space.group.as_deref();
    let fresh: Vec<u64> = (FRESH..FRESH + FRESH_SEEDS).collect();
    trials.run(std::slice::from_ref(&setting), &fresh, told)?;
    let figures = told_figures(goal, group);
    let line = |figure: String| line(trials, figure, &default, &setting, &space.seeds, &fresh);
    let lines = figures.into_iter().map(line).filter(|line| line.setting.is_some()).collect();
    let met = meets(trials, &setting, &space.seeds, goal);
    let what_ifs = if met { Vec::new() } else { what_ifs(trials, &setting, &space.seeds, goal, told)? };
    let in_mean = |figure: &str| trials.spread(&setting, &fresh, figure).map(|spread| spread.mean);
    let confirmed = goal.bounds.iter().all(|bound| in_mean(&bound.figure).is_some_and(|mean| bound.holds(mean)));
    let mean = |figure: &str| trials.spread(&setting, &space.seeds, figure).map(|spread| spread.mean);
    Ok(Advice {
        meets: met,
        default_meets: meets(trials, &default, &space.seeds, goal),
        confirmed,
        lines,
        what_ifs,
        seeds: space.seeds.len(),
        fresh_seeds: fresh.len(),
        runs: trials.runs,
        timeout: mean("gil.timeout"),
        gap: mean("handoffs.gap"),
        at_once: AtOnce { group, usual: &default, seeds: &space.seeds }.shares(trials, &setting, &space.seeds),
        setting,
        default,
    })
}

/// The scenario as it is, but at CPython's own interval.
fn default_of(trials: &Trials) -> Setting {
    let base = trials.base();
    let model = base.run.models.first().map(ToString::to_string).unwrap_or_default();
    Setting(vec![
        (Field::Model, Value::of(&model)),
        (Field::SwitchInterval, Value::time(RunConfig::DEFAULT_SWITCH_INTERVAL)),
    ])
}

/// The goal's figures first, then what a change of the interval usually gains and costs.
fn told_figures(goal: &Goal, group: Option<&str>) -> Vec<String> {
    let aimed = goal.aim.iter().map(|aim| aim.figure.clone());
    let bound = goal.bounds.iter().map(|bound| bound.figure.clone());
    let of_group =
        group.into_iter().flat_map(|group| ["p50", "p99", "rate"].map(|part| format!("latency.{group}.{part}")));
    let usual = ["wall", "handoffs.rate", "handoffs.cost"].map(str::to_string);
    let mut all: Vec<String> = aimed.chain(bound).chain(of_group).chain(usual).collect();
    let mut seen = std::collections::HashSet::new();
    all.retain(|figure| seen.insert(figure.clone()));
    all
}

fn line(trials: &Trials, figure: String, default: &Setting, setting: &Setting, seeds: &[u64], fresh: &[u64]) -> Line {
    let promised = trials.spread(setting, seeds, &figure);
    let found = trials.spread(setting, fresh, &figure);
    let agrees = promised.zip(found).is_some_and(|(one, other)| agree(&one, &other));
    Line {
        default: trials.spread(default, seeds, &figure),
        change: trials.change(default, setting, seeds, &figure),
        setting: promised,
        fresh: found,
        agrees,
        figure,
    }
}

/// Whether two means differ by no more than their confidence intervals together, or by next to nothing.
fn agree(one: &Spread, other: &Spread) -> bool {
    const NOTHING: f64 = 0.01;
    let apart = (one.mean - other.mean).abs();
    apart <= one.half_width().hypot(other.half_width()) || apart <= NOTHING * one.mean.abs().max(other.mean.abs())
}
