//! The search: a coarse grid over all that may be changed, then ever finer steps of the interval around the best. Each
//! setting is judged by the end of its confidence interval that is farther from the goal. One that meets bounds because most
//! calls come when nobody computes any more is taken only if no other meets them.

use super::goal::{Aim, Bound, Goal};
use super::trials::{Setting, TrialError, Trials};
use crate::scenario::RunConfig;
use crate::sweep::{Axis, Field, Spread, Value};
use crate::time::Nanos;

/// Seeds of the coarse grid; the refined settings have all of a search's.
const COARSE: usize = 3;

/// Rounds of refinement, each halving the ratio between neighbouring intervals.
const ROUNDS: usize = 3;

/// Wall times that differ by less are the same.
const SAME: f64 = 0.005;

/// By how much more the share of calls that wait for no interval is under a setting that is not to be trusted.
const SUSPECT: f64 = 0.1;

/// What the search is about.
pub struct Space {
    /// Whose calls are to be looked at, if the goal names some.
    pub group: Option<String>,
    /// Intervals from the shortest to the longest, and other parameters that may be changed.
    pub axes: Vec<Axis>,
    pub seeds: Vec<u64>,
}

/// How well a setting does; less is better, part by part.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Score {
    /// By how much the bounds are missed, as shares of the limits, with 95 % confidence.
    missed: f64,
    /// Whether bounds may be met only because the CPU-bound work is over before most calls.
    suspect: bool,
    /// The aim, or without one the wall time, in steps of what can be told apart.
    cost: f64,
    /// From the default, by ratio.
    distance: f64,
}

impl Space {
    fn others(&self) -> Vec<Setting> {
        let mut all = vec![Setting(Vec::new())];
        for axis in self.axes.iter().filter(|axis| axis.field != Field::SwitchInterval) {
            let with = |setting: &Setting| {
                axis.values.iter().map(|value| setting.with(&axis.field, value.clone())).collect::<Vec<_>>()
            };
            all = all.iter().flat_map(with).collect();
        }
        all
    }

    fn intervals(&self) -> &[Value] {
        self.axes.iter().find(|axis| axis.field == Field::SwitchInterval).map_or(&[], |axis| &axis.values)
    }

    /// Every combination.
    fn grid(&self) -> Vec<Setting> {
        let intervals = self.intervals();
        let all =
            |setting: Setting| intervals.iter().map(move |value| setting.with(&Field::SwitchInterval, value.clone()));
        self.others().into_iter().flat_map(all).collect()
    }

    /// Whether a setting is among those that may be chosen, at any interval between the ends of the range.
    fn allows(&self, setting: &Setting) -> bool {
        let ends = self.intervals().iter().filter_map(|value| value.number);
        let (least, most) =
            ends.fold((f64::INFINITY, 0.0), |(least, most): (f64, f64), at| (least.min(at), most.max(at)));
        self.axes.iter().all(|axis| match axis.field {
            Field::SwitchInterval => (least..=most).contains(&setting.interval()),
            _ => setting.get(&axis.field).is_some_and(|value| axis.values.contains(value)),
        })
    }

    /// How many runs a search may take.
    pub fn most_runs(&self) -> usize {
        self.grid().len() * COARSE + (2 * ROUNDS + 2) * self.seeds.len()
    }
}

/// The best setting that was found, whether or not it meets the goal.
///
/// # Errors
/// Where the search was stopped, or no setting could be run.
pub fn search(
    trials: &mut Trials,
    space: &Space,
    goal: &Goal,
    default: &Setting,
    told: &dyn Fn(),
) -> Result<Setting, TrialError> {
    let coarse = &space.seeds[..COARSE.min(space.seeds.len())];
    let grid = space.grid();
    trials.run(&grid, coarse, told)?;
    trials.run(std::slice::from_ref(default), &space.seeds, told)?;
    let at_once = AtOnce { group: space.group.as_deref(), usual: default, seeds: &space.seeds };
    let mut best =
        best_of(trials, &grid, coarse, goal, &at_once).ok_or_else(|| no_figures(trials, &grid, coarse, goal))?;
    let mut intervals: Vec<f64> = space.intervals().iter().filter_map(|value| value.number).collect();
    for _ in 0..ROUNDS {
        intervals.sort_by(f64::total_cmp);
        let near: Vec<Setting> =
            between(&intervals, best.interval()).into_iter().map(|at| at_interval(&best, at)).collect();
        intervals.extend(near.iter().map(Setting::interval));
        let candidates: Vec<Setting> = near.into_iter().chain([best]).collect();
        trials.run(&candidates, &space.seeds, told)?;
        best = best_of(trials, &candidates, &space.seeds, goal, &at_once)
            .ok_or_else(|| no_figures(trials, &candidates, &space.seeds, goal))?;
    }
    // Where the default does as well, or the best but for its interval, no more is to be changed.
    let usual = best.with(&Field::SwitchInterval, Value::time(RunConfig::DEFAULT_SWITCH_INTERVAL));
    let simpler: Vec<Setting> = [default.clone(), usual].into_iter().filter(|simpler| space.allows(simpler)).collect();
    let all: Vec<Setting> = simpler.iter().cloned().chain([best.clone()]).collect();
    trials.run(&all, &space.seeds, told)?;
    let found = best_of(trials, &all, &space.seeds, goal, &at_once)
        .ok_or_else(|| no_figures(trials, &all, &space.seeds, goal))?;
    let as_good = simpler.into_iter().find(|simpler| is_as_good(trials, simpler, &found, &space.seeds, goal, &at_once));
    Ok(as_good.unwrap_or(found))
}

/// Whether a setting meets the bounds that another one meets, and is no worse than it in what can be told apart.
fn is_as_good(
    trials: &Trials,
    one: &Setting,
    other: &Setting,
    seeds: &[u64],
    goal: &Goal,
    at_once: &AtOnce<'_>,
) -> bool {
    let (figure, least) = goal.aim.as_ref().map_or(("wall", true), |aim| (aim.figure.as_str(), aim.least));
    let gain = |change: Spread| (if least { -change.mean } else { change.mean }, change.half_width());
    let gains_nothing =
        trials.change(one, other, seeds, figure).map(gain).is_some_and(|(gain, doubt)| gain <= doubt.max(SAME));
    gains_nothing && meets(trials, one, seeds, goal) && !at_once.is_suspect(trials, one, seeds)
}

/// The calls of a group that wait for no interval, against those under the default.
pub struct AtOnce<'a> {
    pub group: Option<&'a str>,
    pub usual: &'a Setting,
    /// Those of the default.
    pub seeds: &'a [u64],
}

impl AtOnce<'_> {
    /// Their share under the default and under a setting; `None` where intervals are not what calls wait for.
    pub fn shares(&self, trials: &Trials, setting: &Setting, seeds: &[u64]) -> Option<(f64, f64)> {
        if ![self.usual, setting].iter().all(|setting| setting.waits_an_interval(trials.base())) {
            return None;
        }
        let figure = format!("convoy.{}.k0", self.group?);
        let usual = trials.spread(self.usual, self.seeds, &figure)?.mean;
        Some((usual, trials.spread(setting, seeds, &figure)?.mean))
    }

    fn is_suspect(&self, trials: &Trials, setting: &Setting, seeds: &[u64]) -> bool {
        self.shares(trials, setting, seeds).is_some_and(is_suspect)
    }
}

/// Whether a setting looks good only because most calls come when nobody computes any more; by the share of calls that wait
/// for no interval under the default and under it.
pub fn is_suspect((usual, now): (f64, f64)) -> bool {
    now > 0.5 && now - usual > SUSPECT
}

/// Why there is no best: a run failed, or no run yields the figures of the goal.
fn no_figures(trials: &Trials, settings: &[Setting], seeds: &[u64], goal: &Goal) -> TrialError {
    let why = settings.iter().find_map(|setting| trials.failure(setting, seeds));
    let named = goal.bounds.iter().map(|bound| &bound.figure).chain(goal.aim.iter().map(|aim| &aim.figure));
    let has = |figure: &&String| settings.iter().any(|setting| trials.spread(setting, seeds, figure).is_some());
    let absent = named.filter(|figure| !has(figure)).map(String::as_str).collect::<Vec<_>>().join(" nor ");
    TrialError::Failed(why.unwrap_or_else(|| {
        let of_calls = match absent.contains("latency.") {
            true => ", which is of blocking calls, such as sleeps and reads: the tasks of that group make none",
            false => "",
        };
        format!("no run of this scenario yields {absent}{of_calls}")
    }))
}

/// The intervals halfway, by ratio, to the neighbours of one; to two significant digits.
fn between(intervals: &[f64], at: f64) -> Vec<f64> {
    let below = intervals.iter().rev().find(|other| **other < at * 0.999);
    let above = intervals.iter().find(|other| **other > at * 1.001);
    below.into_iter().chain(above).map(|other| rounded((other * at).sqrt())).collect()
}

fn rounded(seconds: f64) -> f64 {
    let nanos = seconds * 1e9;
    let scale = 10f64.powi((nanos.log10().floor() as i32 - 1).max(0));
    (nanos / scale).round() * scale / 1e9
}

fn at_interval(setting: &Setting, seconds: f64) -> Setting {
    setting.with(&Field::SwitchInterval, Value::time(Nanos::from_secs_f64(seconds)))
}

fn best_of(trials: &Trials, settings: &[Setting], seeds: &[u64], goal: &Goal, at_once: &AtOnce<'_>) -> Option<Setting> {
    let suspect = |setting: &Setting| goal.aim.is_none() && at_once.is_suspect(trials, setting, seeds);
    let score = |setting| Some(Score { suspect: suspect(setting), ..score(trials, setting, seeds, goal)? });
    let scored = settings.iter().filter_map(|setting| Some((score(setting)?, setting)));
    let least_wall = settings.iter().filter_map(|setting| trials.spread(setting, seeds, "wall")).map(|wall| wall.mean);
    let unit = least_wall.fold(f64::INFINITY, f64::min) * SAME;
    let in_steps = |score: Score| match goal.aim {
        Some(_) => score,
        None => Score { cost: (score.cost / unit).floor(), ..score },
    };
    let best = scored.min_by(|a, b| in_steps(a.0).partial_cmp(&in_steps(b.0)).unwrap_or(std::cmp::Ordering::Equal));
    best.map(|(_, setting)| setting.clone())
}

/// `None` where a run yields none of what the goal names.
fn score(trials: &Trials, setting: &Setting, seeds: &[u64], goal: &Goal) -> Option<Score> {
    let missed = |bound: &Bound| {
        trials.spread(setting, seeds, &bound.figure).map(|spread| bound.missed_by(far_end(bound, &spread)))
    };
    let missed: Option<f64> = goal.bounds.iter().map(missed).sum();
    let cost = match &goal.aim {
        Some(Aim { figure, least }) => trials.spread(setting, seeds, figure)?.mean * if *least { 1.0 } else { -1.0 },
        None => trials.spread(setting, seeds, "wall")?.mean,
    };
    let usual = RunConfig::DEFAULT_SWITCH_INTERVAL.as_secs_f64();
    Some(Score { missed: missed?, suspect: false, cost, distance: (setting.interval() / usual).ln().abs() })
}

/// The end of a figure's confidence interval that is worse for a bound.
pub fn far_end(bound: &Bound, spread: &Spread) -> f64 {
    if bound.at_most { spread.mean + spread.half_width() } else { spread.mean - spread.half_width() }
}

/// Whether a setting meets all bounds, with 95 % confidence.
pub fn meets(trials: &Trials, setting: &Setting, seeds: &[u64], goal: &Goal) -> bool {
    let holds = |bound: &Bound| {
        trials.spread(setting, seeds, &bound.figure).is_some_and(|spread| bound.holds(far_end(bound, &spread)))
    };
    goal.bounds.iter().all(holds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refinement_goes_halfway_to_both_neighbours() {
        assert_eq!(between(&[0.001, 0.004, 0.016], 0.004), [0.002, 0.008]);
        assert_eq!(between(&[0.001, 0.004], 0.001), [0.002]);
        assert_eq!(between(&[0.001], 0.001), Vec::<f64>::new());
        assert_eq!(rounded(0.001_234), 0.0012);
    }

    #[test]
    fn bounds_count_before_costs_and_costs_before_distance() {
        let score = |missed, cost, distance| Score { missed, suspect: false, cost, distance };
        assert!(score(0.0, 9.0, 9.0) < score(0.1, 1.0, 1.0));
        assert!(score(0.0, 1.0, 9.0) < score(0.0, 2.0, 1.0));
    }
}
