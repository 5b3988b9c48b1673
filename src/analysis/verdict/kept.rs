//! That a thread kept the GIL long after others had asked for it: which, for how long, who waited, and what helps.

use super::{Facts, percent};
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;

/// It is worth a word from this share of the run on, ...
const SHARE: f64 = 0.02;

/// ... or where it once took so many switch intervals, and as long as this.
const INTERVALS: u64 = 10;
const STANDSTILL: Nanos = Nanos::from_millis(10);

/// Shorter ones are of no account, however short the switch interval.
const SHORT: Nanos = Nanos::from_millis(1);

/// Threads that are named; more are counted.
const NAMED: usize = 2;

/// Who kept it, with what helps.
pub(super) fn reason(facts: &Facts) -> Option<String> {
    let or = match facts.kept.knows_cores {
        true => "",
        false => " (on a busy machine who had it may have been without a core, too)",
    };
    let advice = format!(
        "a call that does not let the GIL go ends before anybody else has it, whatever the switch interval{or}; make it several \
         short ones, use one that releases the GIL, or give it to another process"
    );
    Some(format!("{}: {advice}", point(facts)?))
}

/// The same without advice.
pub(super) fn point(facts: &Facts) -> Option<String> {
    let kept = facts.kept;
    let long = kept.longest >= STANDSTILL.max(Nanos(facts.host.switch_interval.0.saturating_mul(INTERVALS)));
    let share = facts.share(kept.time);
    if kept.longest < SHORT || (share < SHARE && !long) {
        return None;
    }
    let mut by: Vec<_> = kept.by.iter().collect();
    by.sort_by_key(|(_, time)| std::cmp::Reverse(**time));
    let by = names(facts, by.into_iter().map(|(thread, _)| *thread));
    let waited = names(facts, kept.waited.iter().copied());
    let place = kept.place.as_ref().map_or(String::new(), |place| format!(" ({place})"));
    let how_often = match kept.count {
        1 => format!("for {}{place}", kept.longest),
        2 => format!("twice, for up to {}{place}", kept.longest),
        count => format!("{count} times, for up to {}{place}", kept.longest),
    };
    Some(format!(
        "{by} kept the GIL {how_often} after it had been asked for, {} of the run, in which {waited} could not go on",
        percent(share)
    ))
}

/// `a`, `a and b`, `a, b and 3 other threads`.
fn names(facts: &Facts, threads: impl Iterator<Item = (ProcessId, ThreadId)>) -> String {
    let lanes = &facts.timeline.lanes;
    let name = |thread| lanes.iter().find(|lane| (lane.process, lane.thread) == thread).map(|lane| lane.name.as_str());
    let threads: Vec<_> = threads.collect();
    let mut named: Vec<String> =
        threads.iter().filter_map(|&thread| name(thread)).take(NAMED).map(str::to_string).collect();
    match threads.len() - named.len() {
        0 => {}
        1 => named.push(if named.is_empty() { "a thread" } else { "another thread" }.to_string()),
        more if named.is_empty() => named.push(format!("{more} threads")),
        more => named.push(format!("{more} other threads")),
    }
    let last = named.pop().unwrap_or_default();
    if named.is_empty() { last } else { format!("{} and {last}", named.join(", ")) }
}
