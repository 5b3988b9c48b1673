//! Slices of a lane from the steps of the tasks that it shows. Knows no other lane.

use super::super::{Slice, State};
use super::Task;
use crate::time::Nanos;

pub(super) fn idle_until(at: Nanos) -> Vec<Slice> {
    let mut slices = Vec::new();
    push(&mut slices, Nanos::ZERO, at, State::Idle);
    slices
}

/// Adds what some tasks of one loop do together from `since` to `end`: while one takes a step they are in what its thread
/// is in; they await while any lives, else are idle.
pub(super) fn add_slices(slices: &mut Vec<Slice>, tasks: &[&Task], since: Nanos, end: Nanos) {
    let mut changes: Vec<(Nanos, Change)> = Vec::new();
    for task in tasks {
        let (from, to) = task.life(end);
        changes.extend([(from, Change::Lives(1)), (to, Change::Lives(-1))]);
        let spans = task.steps.iter().flat_map(|step| step.spans_until(end));
        changes.extend(spans.flat_map(|(from, to, state)| [(from, Change::Begins(state)), (to, Change::Ends)]));
    }
    // Steps do not overlap: at one moment the end of one comes before the beginning of the next.
    changes.sort_by_key(|(at, change)| (*at, !matches!(change, Change::Ends)));
    let (mut since, mut alive, mut stepping) = (since, 0, None);
    for (at, change) in changes {
        push(slices, since, at, state(alive, stepping));
        since = at.max(since);
        match change {
            Change::Lives(more) => alive += more,
            Change::Begins(state) => stepping = Some(state),
            Change::Ends => stepping = None,
        }
    }
    push(slices, since, end, state(alive, stepping));
}

/// What changes among tasks that share a lane.
enum Change {
    /// So many more of them live.
    Lives(i32),
    /// One takes a step, or its thread comes into another state in it.
    Begins(State),
    Ends,
}

fn state(alive: i32, stepping: Option<State>) -> State {
    stepping.unwrap_or(if alive > 0 { State::Awaiting } else { State::Idle })
}

fn push(slices: &mut Vec<Slice>, from: Nanos, to: Nanos, state: State) {
    if to <= from {
        return;
    }
    match slices.last_mut() {
        Some(last) if last.state == state => last.to = to,
        _ => slices.push(Slice { from, to, state }),
    }
}
