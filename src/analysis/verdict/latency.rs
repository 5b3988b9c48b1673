//! Blocking calls that took much longer than they asked to, because their thread had to wait for the GIL afterwards.

use super::{Facts, percent};
use crate::analysis::{ConvoyKind, Lane, State};
use crate::time::Nanos;

/// A lane that runs for this share of the time counts as CPU-bound.
const CPU_BOUND: f64 = 0.3;

/// One sentence for each task group whose calls suffered.
pub(super) fn convoys(facts: &Facts) -> Vec<String> {
    groups(facts).into_iter().filter_map(|group| convoy(facts, group)).collect()
}

/// For each of these groups, how many intervals its calls wait, and where it applies, what the arithmetic says.
pub(super) fn diagnoses(facts: &Facts) -> Vec<String> {
    let suffering = groups(facts).into_iter().filter(|group| convoy(facts, group).is_some());
    suffering.flat_map(|group| [spread(facts, group), closed_form(facts, group)]).flatten().collect()
}

/// The waits by how many intervals they lasted, and the law that fits.
fn spread(facts: &Facts, group: &str) -> Option<String> {
    let share = |part: &str| facts.figure(&format!("convoy.{group}.{part}"));
    let q = share("q")?;
    facts.figure("gil.timeout")?;
    let shares = [share("k0")?, share("k1")?, share("k2")?, share("more")?].map(percent);
    let [none, one, two, more] = shares;
    Some(format!(
        "of the waits for the GIL after the calls of {group}, {none} lasted less than a switch interval, {one} one, {two} \
         two, {more} more; P(k) = (1 - q)^k q fits best with q = {q:.2}, {}",
        ConvoyKind::of(q).in_words()
    ))
}

/// From this share of waits of one interval on, the arithmetic of one CPU-bound thread applies.
const ONE_INTERVAL: f64 = 0.9;

/// Requests of two blocking calls a second beside one CPU-bound thread: `1 / (2(I + h) + c)`.
fn closed_form(facts: &Facts, group: &str) -> Option<String> {
    let runners = facts.lanes().filter(|lane| is_cpu_bound(facts, lane)).count();
    let one = facts.figure(&format!("convoy.{group}.k1"))?;
    if runners != 1 || !facts.host.waits_an_interval || one < ONE_INTERVAL {
        return None;
    }
    let interval = facts.host.switch_interval;
    let rate = facts.figure(&format!("latency.{group}.rate"))?;
    let waited = facts.time(&format!("latency.{group}.gil_wait"))?;
    let late = facts.time("gil.timeout")?.saturating_sub(interval) + facts.time("handoffs.gap")?;
    let rest = 2 * Nanos::from_secs_f64(1.0 / rate).saturating_sub(waited);
    let request = 2 * (interval + late) + rest;
    Some(format!(
        "beside one CPU-bound thread a request of two such calls takes 2(I + h) + c, with the interval I = {interval}, \
         h = {late} until the GIL has changed hands and c = {rest} of its own: {:.0} requests a second by arithmetic, {:.0} \
         in this run",
        1.0 / request.as_secs_f64(),
        rate / 2.0
    ))
}

/// The groups whose latency was measured in this model.
fn groups<'f>(facts: &'f Facts) -> Vec<&'f str> {
    facts.figures.calling_groups(facts.timeline.model)
}

fn convoy(facts: &Facts, group: &str) -> Option<String> {
    let median = facts.time(&format!("latency.{group}.p50"))?;
    let asked = facts.time(&format!("latency.{group}.asked"))?;
    let interval = facts.host.switch_interval;
    let extra = median.saturating_sub(asked);
    let waited = facts.time(&format!("latency.{group}.gil_wait"))?;
    // Who waited for a full interval had to ask, and most of the delay must be that wait.
    let mostly_asked = facts.figure(&format!("convoy.{group}.k0")).is_some_and(|none| none <= 0.5);
    let waits_long = waited >= interval || mostly_asked;
    let had_to_ask = waits_long && interval > Nanos::ZERO && facts.count("drop_requests") > 0;
    let by_interval = facts.host.waits_an_interval;
    if (by_interval && !had_to_ask) || extra < asked || waited.0 < extra.0 / 2 {
        return None;
    }
    let runners = facts.lanes().filter(|lane| is_cpu_bound(facts, lane)).count();
    let beside = match runners {
        0 => "",
        1 => " beside a CPU-bound thread",
        _ => " beside CPU-bound threads",
    };
    let must_wait = match by_interval {
        true => format!("wait a full switch interval ({interval}) before it may ask for the GIL"),
        false => format!("wait for its turn with the GIL, {waited} on average"),
    };
    Some(format!(
        "a blocking call of {group} that asked for {asked} took {median} at the median{beside}: when it is over, its \
         thread must {must_wait}; that is the convoy effect"
    ))
}

fn is_cpu_bound(facts: &Facts, lane: &Lane) -> bool {
    facts.share(lane.time(State::Running)) >= CPU_BOUND
}
