//! What a sweep says, in sentences. Each is guarded by the figures that it states.

use super::results::Results;
use crate::cli::terminal::bold;
use crate::gil::Policy;
use crate::scenario::RunConfig;
use crate::sweep::{Field, Spread, View, knee, sensitive_group, title};
use crate::time::Nanos;

/// A waiter that waits this many times the switch interval is held up by the timer.
const FLOOR: f64 = 1.5;

/// Differences of wall time below this share count as none.
const NOTEWORTHY: f64 = 0.01;

pub fn text(results: &Results) -> String {
    let Some(view) = View::of(results.points) else { return String::new() };
    let said: Vec<String> = (0..view.series.len().min(3)).flat_map(|series| sentences(&view, series)).collect();
    if said.is_empty() {
        return String::new();
    }
    let lines: String = said.iter().map(|sentence| format!("  {sentence}\n")).collect();
    format!("{}\n{lines}", bold("What this says"))
}

/// On one line of a sweep over the switch interval.
fn sentences(view: &View, series: usize) -> Vec<String> {
    if view.x.field != Field::SwitchInterval {
        return Vec::new();
    }
    let name = &view.series[series].0;
    let about = if name.is_empty() { String::new() } else { format!("{name}: ") };
    let said = [without, latency, mixture, bend, floor, cost].map(|sentence| sentence(view, series));
    said.into_iter().flatten().map(|sentence| format!("{about}{sentence}")).collect()
}

/// The sentence under the pictures' titles.
pub fn point_of(results: &Results) -> String {
    let Some(view) = View::of(results.points) else { return String::new() };
    // Without latencies, the last line: that with the most work.
    let (last, of_first) = (view.series.len() - 1, latency(&view, 0));
    let about = if of_first.is_some() { 0 } else { last };
    let said = [
        of_first.or_else(|| ends(&view, about)),
        bend(&view, about),
        cost(&view, about).or_else(|| mixture(&view, about)),
    ];
    let of = &view.series[about].0;
    let about = if of.is_empty() { String::new() } else { format!("With {of}: ") };
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() { String::new() } else { capital(&format!("{about}{}.", said.join("; "))) }
}

/// What the wall time is at both ends of a line.
fn ends(view: &View, series: usize) -> Option<String> {
    let line = view.line(series, "wall");
    let (first, last) = (line.first()?, line.last()?);
    let x = |at: f64| text_of(view, at);
    let (from, to) = (secs(first.1.mean), secs(last.1.mean));
    Some(format!(
        "the wall time goes from {from} at {} {} to {to} at {}",
        title(&view.x.field),
        x(first.0)?,
        x(last.0)?
    ))
}

/// A value of the swept parameter as it was written.
fn text_of(view: &View, at: f64) -> Option<String> {
    view.x.values.iter().find(|value| value.number == Some(at)).map(|value| value.text.clone())
}

/// Whether a line is over switch intervals, and under a policy whose waiters wait for them.
fn is_by_interval(view: &View, series: usize) -> bool {
    view.x.field == Field::SwitchInterval && !has_no_interval(view, series)
}

fn has_no_interval(view: &View, series: usize) -> bool {
    let first = view.series[series].1.first().map(|point| view.points.grid.point(*point)).unwrap_or_default();
    let policy = first.into_iter().find(|(field, _)| **field == Field::Policy);
    policy.and_then(|(_, value)| Policy::parse(&value.text).ok()).is_some_and(|policy| !policy.waits_an_interval())
}

/// That a line is level since nobody waits for the swept interval.
fn without(view: &View, series: usize) -> Option<String> {
    let said =
        "nobody waits for the switch interval here, so it changes nothing; this policy has parameters of its own";
    has_no_interval(view, series).then(|| said.to_string())
}

/// p99 of the sensitive group along a line.
pub fn tail(view: &View, series: usize) -> Option<(String, Vec<(f64, Spread)>)> {
    let group = sensitive_group(view.points)?;
    let line = view.line(series, &format!("latency.{group}.p99"));
    (line.len() > 1).then_some((group, line))
}

/// Where along a line x is nearest to a value, by ratio.
pub fn nearest(line: &[(f64, Spread)], x: f64) -> Option<&(f64, Spread)> {
    line.iter().min_by(|a, b| (a.0 / x).ln().abs().total_cmp(&(b.0 / x).ln().abs()))
}

pub fn default_interval() -> f64 {
    RunConfig::DEFAULT_SWITCH_INTERVAL.as_secs_f64()
}

fn secs(seconds: f64) -> Nanos {
    Nanos::from_secs_f64(seconds)
}

/// What the default costs in latency, and what the shortest interval does.
fn latency(view: &View, series: usize) -> Option<String> {
    if !is_by_interval(view, series) {
        return None;
    }
    let (group, line) = tail(view, series)?;
    let (first, usual) = (line.first()?, nearest(&line, default_interval())?);
    let near = (usual.0 / default_interval()).ln().abs() < 1.0 && usual.0 != first.0;
    near.then(|| {
        format!(
            "99 of 100 blocking calls of {group} take up to {} at a switch interval of {}, and up to {} at {}",
            secs(usual.1.mean),
            secs(usual.0),
            secs(first.1.mean),
            secs(first.0)
        )
    })
}

/// Where most calls of a line's longest intervals met no wait, so that the median says nothing of the others.
fn mixture(view: &View, series: usize) -> Option<String> {
    if !is_by_interval(view, series) {
        return None;
    }
    let group = sensitive_group(view.points)?;
    let at_once = view.line(series, &format!("convoy.{group}.k0"));
    let (first, rest) = at_once.split_first()?;
    // Waits of a part of an interval are no full ones, but the median knows of them.
    let medians = view.line(series, &format!("latency.{group}.p50"));
    let is_short = |at: f64| medians.iter().any(|(x, median)| *x == at && median.mean < at / 2.0);
    let mostly = rest.iter().find(|(x, share)| share.mean > 0.5 && is_short(*x)).filter(|_| first.1.mean < 0.5)?;
    Some(format!(
        "from {} on most calls of {group} wait for no interval at all, as the work beside them is over or gives way: look \
         at p99, not at p50",
        secs(mostly.0)
    ))
}

/// The knee of the tail.
fn bend(view: &View, series: usize) -> Option<String> {
    let at = knee_of(view, series)?;
    Some(format!("the knee is at {}: below it, the latency falls more slowly than the interval", secs(at)))
}

/// The interval at the knee of p99.
pub fn knee_of(view: &View, series: usize) -> Option<f64> {
    if !is_by_interval(view, series) {
        return None;
    }
    let (_, line) = tail(view, series)?;
    let curve: Vec<(f64, f64)> = line.iter().map(|(x, spread)| (*x, spread.mean)).collect();
    knee(&curve).map(|at| curve[at].0)
}

/// Where the timer keeps waiters longer than the interval says.
fn floor(view: &View, series: usize) -> Option<String> {
    let line = view.line(series, "gil.timeout");
    let (interval, really) = line.iter().rev().find(|(x, waited)| waited.least > x * FLOOR)?;
    let (least_interval, least) = line.first()?;
    let longer =
        format!("at {} the timer is what counts: a waiter really waits {}", secs(*interval), secs(really.least));
    let shortest = format!(", and {} at {}", secs(least.least), secs(*least_interval));
    Some(if interval == least_interval { longer } else { longer + &shortest })
}

/// What hand-offs cost where they are most frequent.
fn cost(view: &View, series: usize) -> Option<String> {
    let share = view.line(series, "handoffs.cost");
    let rate = view.line(series, "handoffs.rate");
    let gap = view.line(series, "handoffs.gap");
    let most = share.iter().max_by(|a, b| a.1.mean.total_cmp(&b.1.mean)).filter(|most| most.1.mean >= NOTEWORTHY)?;
    let at = |line: &[(f64, Spread)]| line.iter().find(|(x, _)| *x == most.0).map(|(_, spread)| spread.mean);
    Some(format!(
        "hand-offs cost {:.1} % of the time at {}, {:.0} a second of {} each",
        most.1.mean * 100.0,
        if view.x.field == Field::SwitchInterval { secs(most.0).to_string() } else { named(view, most.0)? },
        at(&rate)?,
        secs(at(&gap)?)
    ))
}

/// `WORKERS 16`.
fn named(view: &View, at: f64) -> Option<String> {
    Some(format!("{} {}", title(&view.x.field), text_of(view, at)?))
}

/// With its first letter as a sentence begins.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
