//! Which hand-offs are worth enlarging: a short stretch with many forced ones among many threads, near the middle of the
//! run. Knows time and lanes, no place on the page.

use super::super::{Chart, Turn};
use crate::analysis::{Handoff, Lane, Slice, State, Timeline};
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};

/// A window shows this many hand-offs where it can, and never more than `MOST` marks.
const SIZES: [usize; 5] = [6, 5, 4, 3, 2];
const MOST: usize = 60;
const MOST_LANES: usize = 10;

/// Up to this many lanes, those that only run or wait are shown too.
const FEW_LANES: usize = 6;

/// A group of hand-offs that involves more threads than this would need too many lanes.
const MOST_INVOLVED: usize = 7;

/// What the zoom shows.
pub struct Window {
    pub panel: usize,
    pub from: Nanos,
    pub to: Nanos,
    /// Those wholly inside.
    pub handoffs: Vec<Handoff>,
    /// The lock was also found free inside, which is no hand-off that could be drawn.
    pub found_free: bool,
    /// Places in the timeline's list of the lanes that have a part in it.
    pub lanes: Vec<usize>,
}

/// The window in the first panel with forced hand-offs, otherwise in the first with any.
pub fn choose(chart: &Chart) -> Option<Window> {
    let has = |wanted: fn(&Handoff) -> bool| chart.panels.iter().position(|panel| drawable(panel.timeline).any(wanted));
    let panel = has(is_asked).or_else(|| has(|handoff| handoff.forced)).or_else(|| has(|_| true))?;
    let timeline = chart.panels[panel].timeline;
    let lead = drawable(timeline).find(|handoff| is_asked(handoff)).or_else(|| drawable(timeline).next())?;
    let all = handoffs_of(timeline, lead.process);
    let (from, to) = stretch(timeline, &all, &chart.turn);
    let inside = |handoff: &&Handoff| from <= handoff.released && handoff.acquired <= to;
    let handoffs: Vec<Handoff> = all.iter().filter(inside).take(MOST).copied().collect();
    let lanes = lanes_of(timeline, lead.process, &handoffs, (from, to));
    let here = |handoff: &Handoff| handoff.process == lead.process && inside(&handoff);
    let found_free = between_lanes(timeline).any(|handoff| handoff.found_free && here(handoff));
    (!lanes.is_empty() && from < to).then_some(Window { panel, from, to, handoffs, found_free, lanes })
}

/// Forced, and it is known who asked.
fn is_asked(handoff: &Handoff) -> bool {
    handoff.forced && handoff.requested.is_some()
}

/// Those that are one: who finds the lock free has it from nobody.
fn drawable(timeline: &Timeline) -> impl Iterator<Item = &Handoff> {
    between_lanes(timeline).filter(|handoff| !handoff.found_free)
}

/// Those between two threads that have a lane: an arrow needs both ends.
fn between_lanes(timeline: &Timeline) -> impl Iterator<Item = &Handoff> {
    let lanes: HashSet<_> = timeline.lanes.iter().map(|lane| (lane.process, lane.thread)).collect();
    let has_lane = move |handoff: &Handoff, thread| lanes.contains(&(handoff.process, thread));
    timeline.handoffs.iter().filter(move |handoff| has_lane(handoff, handoff.from) && has_lane(handoff, handoff.to))
}

fn handoffs_of(timeline: &Timeline, process: ProcessId) -> Vec<Handoff> {
    let mut all: Vec<Handoff> = drawable(timeline).filter(|handoff| handoff.process == process).copied().collect();
    all.sort_by_key(|handoff| (handoff.acquired, handoff.released));
    all
}

/// From shortly before the first hand-off of the best group to shortly after its last.
fn stretch(timeline: &Timeline, all: &[Handoff], turn: &Turn) -> (Nanos, Nanos) {
    let end = timeline.end;
    // Where no time ends a turn, it is as long as turns are.
    let length = turn.length.unwrap_or(Nanos(end.0 / all.len().max(1) as u64));
    let Some(group) = best_group(all, end, length) else { return (Nanos::ZERO, Nanos::ZERO) };
    let first = group.iter().map(|handoff| handoff.released).min().unwrap_or_default();
    let last = group.iter().map(|handoff| handoff.acquired).max().unwrap_or_default();
    let (before, after) = match group.iter().any(|handoff| is_waited_for(timeline, handoff, length)) {
        true => (Nanos(length.0.saturating_add(length.0 / 4)), Nanos(length.0 / 4 * 3)),
        false => {
            let pad = Nanos((last.saturating_sub(first).0 / 4).max(2_000));
            (pad, pad)
        }
    };
    (first.saturating_sub(before), (last + after).min(end.max(last)))
}

/// Who asked had by then waited for about `length`, as waiters do who ask no earlier.
fn is_waited_for(timeline: &Timeline, handoff: &Handoff, length: Nanos) -> bool {
    let Some((at, by)) = handoff.requested.filter(|_| handoff.forced) else { return false };
    let since = at.saturating_sub(Nanos(length.0 / 10 * 9));
    let waits = |slice: &Slice| slice.state == State::WaitingForGil && slice.from <= since && at <= slice.to;
    let of_asker = |lane: &&Lane| (lane.process, lane.thread) == (handoff.process, by);
    let first = |lane: &Lane| lane.slices.partition_point(|slice| slice.to < at);
    timeline.lanes.iter().filter(of_asker).any(|lane| lane.slices[first(lane)..].iter().take(2).any(waits))
}

/// The largest group of neighbours that is not stretched by a long pause; a single hand-off where there is none. One that
/// nobody asked for is short beside the run, too, or there would be nothing to enlarge.
fn best_group(all: &[Handoff], end: Nanos, turn: Nanos) -> Option<&[Handoff]> {
    let compact = |group: &&[Handoff]| {
        let is_enlarged = group.iter().any(is_asked) || length(group) <= u128::from(end.0) / 4;
        let is_close = length(group) <= 2 * u128::from(turn.0) * group.len() as u128;
        is_enlarged && is_close && involved(group) <= MOST_INVOLVED
    };
    let middle = end.0 / 2;
    let of_size = |size: usize| all.windows(size).filter(compact).max_by_key(|group| worth(group, middle));
    let group = SIZES.into_iter().find_map(of_size);
    group.or_else(|| all.chunks(1).max_by_key(|group| worth(group, middle)))
}

fn length(group: &[Handoff]) -> u128 {
    let first = group.first().map_or(Nanos::ZERO, |handoff| handoff.released);
    let last = group.last().map_or(Nanos::ZERO, |handoff| handoff.acquired);
    u128::from(last.saturating_sub(first).0)
}

/// How many threads release, acquire or ask.
fn involved(group: &[Handoff]) -> usize {
    let asked = group.iter().filter_map(|handoff| handoff.requested).map(|(_, by)| by);
    distinct(group.iter().flat_map(|handoff| [handoff.from, handoff.to]).chain(asked))
}

/// Quadratic and without memory of its own, for the few threads of a group.
fn distinct(threads: impl Iterator<Item = ThreadId> + Clone) -> usize {
    threads
        .clone()
        .enumerate()
        .filter(|(at, thread)| !threads.clone().take(*at).any(|earlier| earlier == *thread))
        .count()
}

/// Forced ones first, then the number of threads that get a turn, then nearness to the middle of the run.
fn worth(group: &[Handoff], middle: u64) -> (usize, usize, Reverse<u64>) {
    let asked = group.iter().filter(|handoff| is_asked(handoff)).count();
    let turns = distinct(group.iter().map(|handoff| handoff.to));
    let at = group.first().map_or(0, |handoff| handoff.released.0);
    (asked, turns, Reverse(at.abs_diff(middle)))
}

/// Lanes of the process that hand over or ask in the window, then others that run or wait in it, in their old order.
fn lanes_of(timeline: &Timeline, process: ProcessId, handoffs: &[Handoff], window: (Nanos, Nanos)) -> Vec<usize> {
    let mut taking_part = BTreeSet::new();
    for handoff in handoffs {
        taking_part.extend([handoff.from, handoff.to]);
        taking_part.extend(handoff.requested.map(|(_, by)| by));
    }
    let all: Vec<(usize, &Lane)> =
        timeline.lanes.iter().enumerate().filter(|(_, lane)| lane.process == process).collect();
    let first = all.iter().filter(|(_, lane)| taking_part.contains(&lane.thread));
    let then = all.iter().filter(|(_, lane)| !taking_part.contains(&lane.thread) && competes(lane, window));
    let most = first.clone().count().clamp(FEW_LANES, MOST_LANES);
    let mut shown: Vec<usize> = first.chain(then).map(|(at, _)| *at).take(most).collect();
    shown.sort_unstable();
    shown
}

fn competes(lane: &Lane, (from, to): (Nanos, Nanos)) -> bool {
    let first = lane.slices.partition_point(|slice| slice.to <= from);
    let inside = lane.slices[first..].iter().take_while(|slice| slice.from < to);
    inside.into_iter().any(|slice| matches!(slice.state, State::Running | State::WaitingForGil))
}
