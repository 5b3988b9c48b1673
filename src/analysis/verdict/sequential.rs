//! Why one thread took as long as it did.

use super::threads::LOCK;
use super::{Facts, counted, locked, percent};
use crate::analysis::State;

/// From this share on, one word for a workload is fair.
const MOSTLY: f64 = 0.9;

pub(super) fn reasons(facts: &Facts) -> Vec<String> {
    let tasks = facts.lanes().map(|lane| lane.tasks.len()).sum();
    let (running, blocked) = (facts.at_once(State::Running), facts.at_once(State::Blocked));
    let native = facts.at_once(State::Native);
    let order = if tasks > 1 { " one after the other" } else { "" };
    let wall = facts.timeline.end;
    let did = format!("one thread ran {}{order} in {wall}", counted(tasks, "task"));
    let threads = facts.lanes().count();
    let why = if threads > 1 {
        let locked = locked(facts).map_or(String::new(), |locked| format!(" and {locked:.1} waited for {LOCK}"));
        format!(
            "of the {threads} threads with those that it started, {blocked:.1} on average were in blocking calls{locked}"
        )
    } else if running >= MOSTLY {
        format!("it was interpreting for {} of that time, so the work is CPU-bound", percent(running))
    } else if native >= MOSTLY {
        format!("it was in native code for {} of that time, without the GIL", percent(native))
    } else if blocked >= MOSTLY {
        let meanwhile = if tasks > 1 { ", while no other task could go on" } else { "" };
        format!("it was in blocking calls for {} of that time{meanwhile}", percent(blocked))
    } else {
        let in_native = if native > 0.0 { format!(", in native code for {}", percent(native)) } else { String::new() };
        format!(
            "it was interpreting for {} of that time{in_native} and in blocking calls for {}",
            percent(running),
            percent(blocked)
        )
    };
    vec![format!("{did}: {why}")]
}
