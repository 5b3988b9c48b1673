//! What processes that a program has started itself have to do with how long it took.

use super::{Facts, counted, percent};
use crate::analysis::{Lane, State};
use crate::ids::ProcessId;
use crate::time::Nanos;
use std::collections::BTreeSet;

/// Their start is worth a word from this share of the time on.
const SLOW_START: f64 = 0.05;

/// From so many threads that execute at once on, on average, processes overlap.
const OVERLAP: f64 = 1.1;

/// The lanes of processes that a program has started beside its first, where the model itself starts none.
fn lanes<'f>(facts: &'f Facts) -> impl Iterator<Item = &'f Lane> + Clone {
    let are_the_programs = facts.timeline.model.shares_an_interpreter();
    facts.timeline.lanes.iter().filter(move |lane| are_the_programs && lane.process != ProcessId::MAIN)
}

/// Whether there are any.
pub(super) fn are_there(facts: &Facts) -> bool {
    lanes(facts).next().is_some()
}

pub(super) fn reasons(facts: &Facts) -> Vec<String> {
    let processes: BTreeSet<_> = lanes(facts).map(|lane| lane.process).collect();
    if processes.is_empty() {
        return Vec::new();
    }
    let executing: f64 =
        facts.timeline.lanes.iter().map(|lane| facts.share(lane.time(State::Running) + lane.time(State::Native))).sum();
    let overlap = if executing >= OVERLAP { "they overlapped" } else { "they hardly overlapped" };
    let each = if processes.len() == 1 { "with" } else { "each with" };
    let mut said = vec![format!(
        "the program started {}, {each} a GIL of its own; {overlap}: {executing:.1} of all threads on average executed at \
         the same time",
        counted(processes.len(), "process")
    )];
    let starting: Nanos = lanes(facts).map(|lane| lane.time(State::Starting)).sum();
    let mean = Nanos(starting.0 / processes.len() as u64);
    let share = facts.share(mean);
    if share >= SLOW_START {
        said.push(format!("it took {mean} on average until a process was ready, {} of the run", percent(share)));
    }
    said
}
