//! The tasks of event loops: when each took a step and when it waited, and how long steps kept a loop from others.
//! Knows threads only as that in which a loop runs.

mod slices;
mod step;

use super::reduce::{Grid, reduce};
use super::samples::{Samples, Summary};
use super::{Lane, Slice, State};
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use crate::trace::{Event, EventKind, StepEnd};
use slices::{add_slices, idle_until};
use std::collections::BTreeMap;
use step::Step;
pub(in crate::analysis) use step::{BLOCKING, BlockingSteps};

/// More tasks of a loop than this have no lane of their own.
const MOST_LANES: usize = 24;

/// Nor have tasks whose life is shorter than one part in so many of the run: it would be a hair in the picture.
const BRIEF: u64 = 1_000;

/// So few of those that share a lane are not worth one: a runner has some of its own at its end.
const FEW: usize = 4;

/// What became of the tasks of event loops.
#[derive(Clone, Debug, Default)]
pub(super) struct Loops {
    /// A lane per task: in its steps it is in what its thread is in, and it awaits between them. Of very many, those
    /// that began first, and one for the rest, for the steps of any of them.
    pub lanes: Vec<Lane>,
    pub tasks: usize,
    /// How long steps took, whatever the thread did in them.
    pub steps: Summary,
    /// How long each task waited from its first step to its end.
    pub waits: Summary,
    /// The sum of these.
    pub waited: Nanos,
    pub longest: Option<LongestStep>,
    pub blocking: Option<BlockingSteps>,
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
type LoopId = (ProcessId, ThreadId);

/// The fold over a run's events. Of a long run it keeps less, see [`LoopFold::reduce`].
#[derive(Debug, Default)]
pub(super) struct LoopFold {
    tasks: BTreeMap<Id, Task>,
    /// By thread: tasks of its loop that have begun and not ended.
    alive: BTreeMap<LoopId, usize>,
    /// By thread: the task that takes a step.
    stepping: BTreeMap<LoopId, u32>,
    steps: Samples,
    longest: Option<LongestStep>,
    blocking: Option<BlockingSteps>,
    past: BTreeMap<LoopId, Past>,
    gone: Gone,
}

#[derive(Debug)]
struct Task {
    name: String,
    thread: ThreadId,
    began: Nanos,
    /// When its last step began.
    step_began: Nanos,
    /// Without those that are in `past`.
    steps: Vec<Step>,
    /// How long those took, and when the last of them ended.
    stepped: Nanos,
    last_step: Option<Nanos>,
    ended: bool,
    lane: Whose,
}

/// In which lane a task is shown.
#[derive(Debug)]
enum Whose {
    /// That is decided at the end, or where the run is reduced.
    Open,
    /// One of its own, with its past.
    Own(Vec<Slice>),
    /// That of the rest.
    Rest,
}

/// What has been kept of the tasks that share a loop's last lane.
#[derive(Debug, Default)]
struct Past {
    /// Up to when.
    upto: Nanos,
    slices: Vec<Slice>,
    /// How many tasks have ended and are known no more.
    gone: usize,
}

/// Of tasks that have ended and are known no more.
#[derive(Debug, Default)]
struct Gone {
    tasks: usize,
    waits: Samples,
    waited: Nanos,
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

    /// A thread comes into another state.
    pub fn enter(&mut self, at: Nanos, (process, thread): LoopId, state: State) {
        let Some(coroutine) = self.stepping.get(&(process, thread)) else { return };
        let task = self.tasks.get_mut(&(process, *coroutine));
        task.and_then(|task| task.steps.last_mut()).iter_mut().for_each(|step| step.enter(at, state));
    }

    fn begin(&mut self, event: &Event, coroutine: u32, name: Option<&str>) {
        self.stepping.insert((event.process, event.thread), coroutine);
        let (thread, alive) = (event.thread, self.alive.entry((event.process, event.thread)).or_default());
        let task = self.tasks.entry((event.process, coroutine)).or_insert_with(|| {
            *alive += 1;
            let name = name.map_or_else(|| format!("task-{coroutine}"), str::to_owned);
            Task::new(name, thread, event.at)
        });
        task.step_began = event.at;
        task.steps.push(Step::begin(event.at));
    }

    fn end(&mut self, event: &Event, coroutine: u32, then: &StepEnd) {
        let Some(task) = self.tasks.get_mut(&(event.process, coroutine)) else { return };
        let Some(step) = task.steps.last_mut().filter(|step| step.to.is_none()) else { return };
        step.to = Some(event.at);
        self.stepping.remove(&(event.process, event.thread));
        let blocked = step.blocked_until(event.at);
        let (from, length) = (task.step_began, event.at.saturating_sub(task.step_began));
        self.steps.add(length);
        let alive = self.alive.entry((event.process, event.thread)).or_default();
        let others = alive.saturating_sub(1);
        if blocked >= BLOCKING && others > 0 {
            self.blocking.get_or_insert_default().add(&task.name, blocked);
        }
        if self.longest.as_ref().is_none_or(|longest| longest.length < length) {
            self.longest = Some(LongestStep { task: task.name.clone(), from, length, others });
        }
        if !matches!(then, StepEnd::Awaits { .. }) {
            task.ended = true;
            *alive = alive.saturating_sub(1);
        }
    }

    /// What it keeps, counted.
    pub fn kept(&self) -> usize {
        let past: usize = self.past.values().map(|past| past.slices.len()).sum();
        past + self.tasks.values().map(Task::kept).sum::<usize>()
    }

    /// How many steps began before a moment.
    pub fn steps_before(&self, at: Nanos) -> usize {
        self.tasks.values().map(|task| task.steps.partition_point(|step| step.from < at)).sum()
    }

    /// The run goes on beyond the end of the grid. Up to there, tasks that are seen by now get lanes of their own while
    /// there are any, the others share one for good, and of those that have ended no more is known than how long they
    /// waited; lanes are reduced.
    pub fn reduce(&mut self, grid: &Grid) {
        for (id, tasks) in by_loop(&mut self.tasks) {
            let past = self.past.entry(id).or_default();
            past.reduce(tasks, grid);
        }
        let (gone, past) = (&mut self.gone, &mut self.past);
        self.tasks.retain(|(process, _), task| {
            let is_over = matches!(task.lane, Whose::Rest) && task.ended && task.steps.is_empty();
            if is_over {
                gone.add(task.waited(grid.upto));
                past.entry((*process, task.thread)).or_default().gone += 1;
            }
            !is_over
        });
    }

    pub fn finish(mut self, end: Nanos) -> Loops {
        let mut gone = std::mem::take(&mut self.gone);
        self.tasks.values().for_each(|task| gone.add(task.waited(end)));
        Loops {
            waited: gone.waited,
            lanes: lanes(&mut self.tasks, self.past, end),
            tasks: gone.tasks,
            steps: self.steps.summary().unwrap_or_default(),
            waits: gone.waits.summary().unwrap_or_default(),
            longest: self.longest,
            blocking: self.blocking,
        }
    }
}

impl Gone {
    fn add(&mut self, wait: Nanos) {
        self.tasks += 1;
        self.waits.add(wait);
        self.waited += wait;
    }
}

impl Past {
    /// `tasks`: all of the loop that are known.
    fn reduce(&mut self, mut tasks: Vec<&mut Task>, grid: &Grid) {
        let upto = grid.upto.max(self.upto);
        let mut own = tasks.iter().filter(|task| matches!(task.lane, Whose::Own(_))).count();
        for task in tasks.iter_mut().filter(|task| matches!(task.lane, Whose::Open) && task.began < upto) {
            let gets_own = own < MOST_LANES && task.is_seen(upto);
            own += usize::from(gets_own);
            task.lane = if gets_own { Whose::Own(idle_until(self.upto)) } else { Whose::Rest };
        }
        let rest: Vec<&Task> =
            tasks.iter().map(|task| &**task).filter(|task| matches!(task.lane, Whose::Rest)).collect();
        add_slices(&mut self.slices, &rest, self.upto, upto);
        reduce(&mut self.slices, grid);
        for task in tasks.into_iter().filter(|task| !matches!(task.lane, Whose::Open)) {
            if let Whose::Own(mut slices) = std::mem::replace(&mut task.lane, Whose::Rest) {
                add_slices(&mut slices, &[task], self.upto, upto);
                reduce(&mut slices, grid);
                task.lane = Whose::Own(slices);
            }
            task.forget(upto);
        }
        self.upto = upto;
    }
}

impl Task {
    fn new(name: String, thread: ThreadId, began: Nanos) -> Task {
        let (steps, stepped, lane) = (Vec::new(), Nanos::ZERO, Whose::Open);
        Task { name, thread, began, step_began: began, steps, stepped, last_step: None, ended: false, lane }
    }

    fn kept(&self) -> usize {
        let past = if let Whose::Own(slices) = &self.lane { slices.len() } else { 0 };
        1 + self.steps.iter().map(Step::kept).sum::<usize>() + past
    }

    /// The task's life within the run.
    fn life(&self, end: Nanos) -> (Nanos, Nanos) {
        let last = self.steps.last().map_or(self.last_step, |step| step.to).filter(|_| self.ended);
        (self.began.min(end), last.unwrap_or(end).min(end))
    }

    fn is_seen(&self, end: Nanos) -> bool {
        let (from, to) = self.life(end);
        to.saturating_sub(from).0.saturating_mul(BRIEF) >= end.0
    }

    fn steps_until(&self, end: Nanos) -> impl Iterator<Item = (Nanos, Nanos)> {
        self.steps.iter().map(move |step| (step.from.min(end), step.to.unwrap_or(end).min(end)))
    }

    fn waited(&self, end: Nanos) -> Nanos {
        let (from, to) = self.life(end);
        let stepped: Nanos = self.steps_until(end).map(|(from, to)| to.saturating_sub(from)).sum();
        to.saturating_sub(from).saturating_sub(self.stepped + stepped)
    }

    /// Of steps up to then, only the sum stays.
    fn forget(&mut self, upto: Nanos) {
        self.stepped += self.steps_until(upto).map(|(from, to)| to.saturating_sub(from)).sum();
        let over = self.steps.partition_point(|step| step.to.is_some_and(|to| to <= upto));
        if let Some(to) = self.steps[..over].last().and_then(|step| step.to) {
            self.last_step = Some(to);
        }
        self.steps.drain(..over);
        self.steps.shrink_to_fit();
        self.steps.first_mut().iter_mut().for_each(|step| step.forget(upto));
    }
}

fn by_loop(tasks: &mut BTreeMap<Id, Task>) -> BTreeMap<LoopId, Vec<&mut Task>> {
    let mut by_loop: BTreeMap<LoopId, Vec<&mut Task>> = BTreeMap::new();
    for ((process, _), task) in tasks {
        by_loop.entry((*process, task.thread)).or_default().push(task);
    }
    by_loop
}

fn lanes(tasks: &mut BTreeMap<Id, Task>, mut past: BTreeMap<LoopId, Past>, end: Nanos) -> Vec<Lane> {
    let mut lanes = Vec::new();
    for ((process, thread), tasks) in by_loop(tasks) {
        let past = past.remove(&(process, thread)).unwrap_or_default();
        let (seen, brief): (Vec<&mut Task>, Vec<&mut Task>) = tasks.into_iter().partition(|task| match task.lane {
            Whose::Own(_) => true,
            Whose::Open => task.is_seen(end),
            Whose::Rest => false,
        });
        let own = if seen.len() > MOST_LANES + 1 { MOST_LANES } else { seen.len() };
        let (own, rest) = split(seen, own);
        let rest: Vec<&Task> = rest.into_iter().chain(brief).map(|task| &*task).collect();
        let lane = |name: String, mut slices: Vec<Slice>, tasks: &[&Task]| {
            add_slices(&mut slices, tasks, past.upto, end);
            Lane { name, process, thread, slices, tasks: vec![], joining: Nanos::ZERO }
        };
        for task in own {
            let before = match std::mem::replace(&mut task.lane, Whose::Open) {
                Whose::Own(slices) => slices,
                // It has begun since.
                Whose::Open | Whose::Rest => idle_until(past.upto),
            };
            lanes.push(lane(task.name.clone(), before, &[task]));
        }
        if rest.len() + past.gone > FEW {
            lanes.push(lane(format!("{} more", rest.len() + past.gone), past.slices.clone(), &rest));
        }
    }
    lanes
}

/// Those that have lanes already come first, then as many as there are lanes left, in their order; and the others.
fn split(seen: Vec<&mut Task>, lanes: usize) -> (Vec<&mut Task>, Vec<&mut Task>) {
    let given = seen.iter().filter(|task| matches!(task.lane, Whose::Own(_))).count();
    let mut free = lanes.saturating_sub(given);
    seen.into_iter().partition(|task| {
        let has = matches!(task.lane, Whose::Own(_));
        let gets = !has && free > 0;
        free -= usize::from(gets);
        has || gets
    })
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
    fn a_task_runs_in_its_steps_and_awaits_between_them() {
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
                slice(20, 70, State::Awaiting),
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
    fn in_a_step_a_task_is_in_what_its_thread_is_in() {
        let (mut fold, loop_id) = (LoopFold::default(), (ProcessId::MAIN, ThreadId::MAIN));
        let ms = |ms| Nanos::from_millis(ms);
        let event = |at, kind| Event { at: ms(at), process: ProcessId::MAIN, thread: ThreadId::MAIN, kind };
        fold.observe(&event(0, begun(1)));
        fold.observe(&event(1, ended(1, false)));
        fold.enter(ms(1), loop_id, State::Blocked);
        fold.enter(ms(2), loop_id, State::Running);
        for (at, coroutine, blocks) in [(2, 2, 30), (40, 1, 9), (50, 2, 10)] {
            fold.observe(&event(at, begun(coroutine)));
            fold.enter(ms(at + 1), loop_id, State::Blocked);
            fold.enter(ms(at + 1 + blocks), loop_id, State::Running);
            fold.observe(&event(at + 2 + blocks, ended(coroutine, false)));
        }
        let loops = fold.finish(ms(70));
        let slice = |from, to, state| Slice { from: ms(from), to: ms(to), state };
        let expected = [
            slice(0, 2, State::Idle),
            slice(2, 3, State::Running),
            slice(3, 33, State::Blocked),
            slice(33, 34, State::Running),
            slice(34, 50, State::Awaiting),
            slice(50, 51, State::Running),
            slice(51, 61, State::Blocked),
            slice(61, 62, State::Running),
            slice(62, 70, State::Awaiting),
        ];
        assert_eq!(loops.lanes[1].slices, expected);
        let blocking = BlockingSteps { count: 2, task: "Task-2".to_owned(), longest: ms(30), total: ms(40) };
        assert_eq!(loops.blocking, Some(blocking));
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

    /// Three tasks that take turns, and a brief one in each turn.
    fn many_steps(turns: u64) -> Vec<(u64, EventKind)> {
        let turn = |nth: u64| {
            let (at, brief, is_last) = (nth * 100, 10 + nth as u32, nth + 1 == turns);
            let long = (0..3).flat_map(move |task| {
                let from = at + u64::from(task) * 20;
                [(from, begun(task)), (from + 5 + nth % 7, ended(task, is_last))]
            });
            long.chain([(at + 70, begun(brief)), (at + 75, ended(brief, true))])
        };
        (0..turns).flat_map(turn).collect()
    }

    #[test]
    fn a_long_run_keeps_little_and_its_sums_are_exact_all_the_same() {
        let events = many_steps(5_000);
        let mut fold = LoopFold::default();
        for (nth, (at, kind)) in events.iter().enumerate() {
            let (at, process, thread) = (Nanos(*at), ProcessId::MAIN, ThreadId::MAIN);
            fold.observe(&Event { at, process, thread, kind: kind.clone() });
            if nth % 1_000 == 999 {
                let upto = Nanos(at.0 - 33);
                fold.reduce(&Grid { head: Nanos(500), column: Nanos(upto.0 / 16), upto });
                assert!(fold.kept() < 400, "{}", fold.kept());
            }
        }
        let (end, whole) = (5_000 * 100, folded(&events, 5_000 * 100));
        let reduced = fold.finish(Nanos(end));
        assert_eq!((whole.tasks, whole.steps, whole.waits), (reduced.tasks, reduced.steps, reduced.waits));
        assert_eq!((whole.waited, &whole.longest), (reduced.waited, &reduced.longest));
        let names = |loops: &Loops| loops.lanes.iter().map(|lane| lane.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&whole), ["Task-0", "Task-1", "Task-2", "5000 more"]);
        assert_eq!(names(&whole), names(&reduced));
        for (one, other) in whole.lanes.iter().zip(&reduced.lanes) {
            assert!(other.covers(Nanos(end)) && other.slices.len() < 200, "{}: {}", other.name, other.slices.len());
            State::ALL.iter().for_each(|&state| assert_eq!(one.time(state), other.time(state), "{}", other.name));
        }
    }
}
