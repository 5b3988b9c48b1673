//! The tasks of event loops: when each took a step and when it waited, and how long steps kept a loop from others.
//! Knows threads only as that in which a loop runs.

use super::samples::{Samples, Summary};
use super::{Lane, Slice, State};
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use crate::trace::{Event, EventKind, StepEnd};
use std::collections::BTreeMap;

/// More tasks of a loop than this have no lane of their own.
const MOST_LANES: usize = 24;

/// Nor have tasks whose life is shorter than one part in so many of the run: it would be a hair in the picture.
const BRIEF: u64 = 1_000;

/// So few of those that share a lane are not worth one: a runner has some of its own at its end.
const FEW: usize = 4;

/// What became of the tasks of event loops.
#[derive(Clone, Debug, Default)]
pub(super) struct Loops {
    /// A lane per task: it runs in its steps, and is blocked between them. Of very many, those that began first, and one
    /// for the rest, which runs while any of them takes a step.
    pub lanes: Vec<Lane>,
    pub tasks: usize,
    /// How long steps took, whatever the thread did in them.
    pub steps: Summary,
    /// How long each task waited from its first step to its end.
    pub waits: Summary,
    /// The sum of these.
    pub waited: Nanos,
    pub longest: Option<LongestStep>,
}

/// The step that kept its loop longest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct LongestStep {
    pub task: String,
    pub from: Nanos,
    pub length: Nanos,
    /// How many other tasks of the loop were not at their end meanwhile.
    pub others: usize,
}

type Id = (ProcessId, u32);

/// The fold over a run's events.
#[derive(Debug, Default)]
pub(super) struct LoopFold {
    tasks: BTreeMap<Id, Task>,
    /// By thread: tasks of its loop that have begun and not ended.
    alive: BTreeMap<(ProcessId, ThreadId), usize>,
    steps: Samples,
    longest: Option<LongestStep>,
}

#[derive(Debug)]
struct Task {
    name: String,
    thread: ThreadId,
    /// Begins and ends, the last without an end while the step goes on.
    steps: Vec<(Nanos, Option<Nanos>)>,
    ended: bool,
}

impl LoopFold {
    /// Takes the next event, in time order.
    pub fn observe(&mut self, event: &Event) {
        match &event.kind {
            EventKind::StepBegun { coroutine, name } => self.begin(event, *coroutine, name.as_deref()),
            EventKind::StepEnded { coroutine, then } => self.end(event, *coroutine, then),
            _ => {}
        }
    }

    fn begin(&mut self, event: &Event, coroutine: u32, name: Option<&str>) {
        let (thread, alive) = (event.thread, self.alive.entry((event.process, event.thread)).or_default());
        let task = self.tasks.entry((event.process, coroutine)).or_insert_with(|| {
            *alive += 1;
            let name = name.map_or_else(|| format!("task-{coroutine}"), str::to_owned);
            Task { name, thread, steps: Vec::new(), ended: false }
        });
        task.steps.push((event.at, None));
    }

    fn end(&mut self, event: &Event, coroutine: u32, then: &StepEnd) {
        let Some(task) = self.tasks.get_mut(&(event.process, coroutine)) else { return };
        let Some((from, end @ None)) = task.steps.last_mut() else { return };
        *end = Some(event.at);
        let (from, length) = (*from, event.at.saturating_sub(*from));
        self.steps.add(length);
        let alive = self.alive.entry((event.process, event.thread)).or_default();
        if self.longest.as_ref().is_none_or(|longest| longest.length < length) {
            let others = alive.saturating_sub(1);
            self.longest = Some(LongestStep { task: task.name.clone(), from, length, others });
        }
        if !matches!(then, StepEnd::Awaits { .. }) {
            task.ended = true;
            *alive = alive.saturating_sub(1);
        }
    }

    pub fn finish(self, end: Nanos) -> Loops {
        let (mut waits, mut waited) = (Samples::default(), Nanos::ZERO);
        for wait in self.tasks.values().map(|task| task.waited(end)) {
            waits.add(wait);
            waited += wait;
        }
        Loops {
            waited,
            lanes: lanes(&self.tasks, end),
            tasks: self.tasks.len(),
            steps: self.steps.summary().unwrap_or_default(),
            waits: waits.summary().unwrap_or_default(),
            longest: self.longest,
        }
    }
}

impl Task {
    /// The task's life within the run.
    fn life(&self, end: Nanos) -> (Nanos, Nanos) {
        let from = self.steps.first().map_or(end, |(from, _)| *from);
        let last = self.steps.last().and_then(|(_, to)| *to).filter(|_| self.ended);
        (from.min(end), last.unwrap_or(end).min(end))
    }

    fn is_seen(&self, end: Nanos) -> bool {
        let (from, to) = self.life(end);
        to.saturating_sub(from).0.saturating_mul(BRIEF) >= end.0
    }

    fn steps_until(&self, end: Nanos) -> impl Iterator<Item = (Nanos, Nanos)> {
        self.steps.iter().map(move |(from, to)| ((*from).min(end), to.unwrap_or(end).min(end)))
    }

    fn waited(&self, end: Nanos) -> Nanos {
        let (from, to) = self.life(end);
        let stepped: Nanos = self.steps_until(end).map(|(from, to)| to.saturating_sub(from)).sum();
        to.saturating_sub(from).saturating_sub(stepped)
    }
}

fn lanes(tasks: &BTreeMap<Id, Task>, end: Nanos) -> Vec<Lane> {
    let mut by_loop: BTreeMap<(ProcessId, ThreadId), Vec<&Task>> = BTreeMap::new();
    for ((process, _), task) in tasks {
        by_loop.entry((*process, task.thread)).or_default().push(task);
    }
    let mut lanes = Vec::new();
    for ((process, thread), tasks) in by_loop {
        let lane = |name: String, tasks: &[&Task]| {
            let slices = slices(tasks, end);
            Lane { name, process, thread, slices, tasks: vec![] }
        };
        let (seen, brief): (Vec<&Task>, Vec<&Task>) = tasks.into_iter().partition(|task| task.is_seen(end));
        let own = if seen.len() > MOST_LANES + 1 { MOST_LANES } else { seen.len() };
        lanes.extend(seen[..own].iter().map(|task| lane(task.name.clone(), &[*task])));
        let rest: Vec<&Task> = seen[own..].iter().chain(&brief).copied().collect();
        if rest.len() > FEW {
            lanes.push(lane(format!("{} more", rest.len()), &rest));
        }
    }
    lanes
}

/// What some tasks of one loop do together: they run while one takes a step, are blocked while any lives, else idle.
fn slices(tasks: &[&Task], end: Nanos) -> Vec<Slice> {
    let mut changes: Vec<(Nanos, i32, i32)> = Vec::new();
    for task in tasks {
        let (from, to) = task.life(end);
        changes.extend([(from, 1, 0), (to, -1, 0)]);
        changes.extend(task.steps_until(end).flat_map(|(from, to)| [(from, 0, 1), (to, 0, -1)]));
    }
    changes.sort_by_key(|(at, ..)| *at);
    let (mut slices, mut since, mut alive, mut stepping) = (Vec::new(), Nanos::ZERO, 0, 0);
    for (at, lives, steps) in changes {
        push(&mut slices, since, at, state(alive, stepping));
        since = at.max(since);
        alive += lives;
        stepping += steps;
    }
    push(&mut slices, since, end, state(alive, stepping));
    slices
}

fn state(alive: i32, stepping: i32) -> State {
    match (alive, stepping) {
        (_, 1..) => State::Running,
        (1.., _) => State::Blocked,
        _ => State::Idle,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(events: &[(u64, EventKind)], end: u64) -> Loops {
        let mut fold = LoopFold::default();
        for (at, kind) in events {
            let (process, thread) = (ProcessId::MAIN, ThreadId::MAIN);
            fold.observe(&Event { at: Nanos(*at), process, thread, kind: kind.clone() });
        }
        fold.finish(Nanos(end))
    }

    fn begun(coroutine: u32) -> EventKind {
        EventKind::StepBegun { coroutine, name: Some(format!("Task-{coroutine}")) }
    }

    fn ended(coroutine: u32, is_over: bool) -> EventKind {
        let then = if is_over { StepEnd::Done } else { StepEnd::Awaits { what: "sleep".to_owned() } };
        EventKind::StepEnded { coroutine, then }
    }

    #[test]
    fn a_task_runs_in_its_steps_and_is_blocked_between_them() {
        let loops = folded(
            &[
                (10, begun(1)),
                (20, ended(1, false)),
                (20, begun(2)),
                (60, ended(2, true)),
                (70, begun(1)),
                (80, ended(1, true)),
            ],
            100,
        );
        let slice = |from, to, state| Slice { from: Nanos(from), to: Nanos(to), state };
        assert_eq!(
            loops.lanes[0].slices,
            [
                slice(0, 10, State::Idle),
                slice(10, 20, State::Running),
                slice(20, 70, State::Blocked),
                slice(70, 80, State::Running),
                slice(80, 100, State::Idle),
            ]
        );
        assert!(loops.lanes.iter().all(|lane| lane.covers(Nanos(100))));
        assert_eq!((loops.steps.count, loops.steps.max, loops.waits.max), (3, Nanos(40), Nanos(50)));
        assert_eq!(loops.waited, Nanos(50));
        let longest = loops.longest.expect("there were steps");
        assert_eq!((longest.task.as_str(), longest.from, longest.others), ("Task-2", Nanos(20), 1));
    }

    #[test]
    fn very_many_tasks_share_the_last_lane() {
        let events: Vec<_> = (0..100)
            .flat_map(|task| [(u64::from(task), begun(task)), (u64::from(task) + 1, ended(task, true))])
            .collect();
        let loops = folded(&events, 200);
        assert_eq!((loops.tasks, loops.lanes.len()), (100, MOST_LANES + 1));
        assert_eq!(loops.lanes[MOST_LANES].name, "76 more");
        assert!(loops.lanes.iter().all(|lane| lane.covers(Nanos(200))));
        assert_eq!(loops.lanes[MOST_LANES].time(State::Running), Nanos(76));
    }
}
