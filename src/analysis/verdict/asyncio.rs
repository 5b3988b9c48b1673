//! Why an event loop took as long as it did.

use super::{Facts, counted, percent};
use crate::analysis::State;

/// A loop that interprets for this share of the time has no room for waits.
const BUSY: f64 = 0.9;

/// And one that does so for less than this has little to do but wait.
const WAITING: f64 = 0.5;

pub(super) fn reasons(facts: &Facts) -> Vec<String> {
    let tasks: std::collections::BTreeSet<_> =
        facts.lanes().flat_map(|lane| lane.tasks.iter().map(|span| span.task)).collect();
    let running = facts.most(State::Running);
    let did = format!("{} on one event loop {}", counted(tasks.len(), "task"), facts.compared());
    vec![format!("{did}: {}", why(running))]
}

/// `running`: the share of the time in which the loop's thread interprets.
pub(super) fn why(running: f64) -> String {
    if running >= BUSY {
        format!(
            "its thread was interpreting for {} of that time, and nothing takes a step from it: what computes, computes \
             one after the other",
            percent(running)
        )
    } else if running < WAITING {
        format!("what waits is awaited, all at the same time, and its thread interpreted for {} only", percent(running))
    } else {
        format!("its thread was interpreting for {} of that time, while other tasks were awaited", percent(running))
    }
}
