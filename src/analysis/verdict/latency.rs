//! Blocking calls that took much longer than they asked to, because their thread had to wait for the GIL afterwards.

use super::Facts;
use crate::analysis::{Lane, State};
use crate::time::Nanos;

/// A lane that runs for this share of the time counts as CPU-bound.
const CPU_BOUND: f64 = 0.3;

/// One sentence for each task group whose calls suffered.
pub(super) fn convoys(facts: &Facts) -> Vec<String> {
    groups(facts).into_iter().filter_map(|group| convoy(facts, &group)).collect()
}

/// The groups whose latency was measured in this model.
fn groups(facts: &Facts) -> Vec<String> {
    let prefix = format!("{}.latency.", facts.timeline.model);
    let group = |name: &str| Some(name.strip_prefix(&prefix)?.strip_suffix(".count")?.to_string());
    facts.figures.iter().filter_map(|(name, _)| group(name)).collect()
}

fn convoy(facts: &Facts, group: &str) -> Option<String> {
    let median = facts.time(&format!("latency.{group}.p50"))?;
    let asked = facts.time(&format!("latency.{group}.asked"))?;
    let interval = facts.host.switch_interval;
    let extra = median.saturating_sub(asked);
    let waited = facts.time(&format!("latency.{group}.gil_wait"))?;
    // Who waited for a full interval had to ask, and most of the delay must be that wait.
    let had_to_ask = waited >= interval && interval > Nanos::ZERO && facts.count("drop_requests") > 0;
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
