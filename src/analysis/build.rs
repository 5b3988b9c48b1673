//! From a trace to lanes: a fold over events in time order that holds no more than its result, and of a long run less:
//! the first part of it whole, and of the rest what a picture can show and what sums need.

use super::cores::CoreSpells;
use super::handoffs::HandoffFinder;
use super::lane::LaneBuilder;
use super::loops::{LoopFold, Loops};
use super::reduce::Grid;
use super::{Handoff, Lane, State, Timeline};
use crate::ids::{ProcessId, ThreadId};
use crate::model::Model;
use crate::time::Nanos;
use crate::trace::{Event, EventKind, Trace};
use std::collections::{BTreeMap, HashMap};

/// The main thread gets no lane where it ran no task and ran for less than this share of the time.
const MAIN_IS_IDLE_BELOW: f64 = 0.01;

/// Slices and hand-offs that are kept, in about 30 MB: those of a million events.
const KEPT: usize = 1 << 20;

/// Of these, the part that is kept for the beginning of a long run.
const HEAD: usize = 8;

/// Columns into which the rest of a long run is divided at first: some for each pixel.
const COLUMNS: u64 = 4_096;

/// Lanes from this one on are in no picture; one column will do.
const DRAWN: usize = 512;

/// Lanes, states and hand-offs of one model's run.
pub fn timeline(trace: &Trace) -> Timeline {
    let mut builder = TimelineBuilder::default();
    trace.events.iter().for_each(|event| builder.observe(event));
    builder.finish(trace.model, trace.stopped).timeline
}

/// A timeline, and how long each process's GIL was held within it, also by a thread that has no lane.
#[derive(Debug)]
pub(super) struct Built {
    pub timeline: Timeline,
    pub held: BTreeMap<ProcessId, Nanos>,
    /// How long lanes computed, each counted: interpreting or in native code, also of a thread that has no lane.
    pub computed: Nanos,
    /// Whether the trace tells which thread had a core.
    pub knows_cores: bool,
    /// A lane per core, where the trace tells which thread had one.
    pub cores: Vec<Lane>,
    /// The tasks of event loops.
    pub loops: Loops,
    /// Hand-offs that happened and are not in the timeline.
    pub not_kept: NotKept,
}

/// How many hand-offs were counted and not kept.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NotKept {
    pub forced: usize,
    pub voluntary: usize,
}

impl NotKept {
    fn count(&mut self, handoff: &Handoff) {
        *(if handoff.forced { &mut self.forced } else { &mut self.voluntary }) += 1;
    }
}

/// The fold over a run's events.
#[derive(Debug)]
pub(super) struct TimelineBuilder {
    /// What may be kept, counted.
    most: usize,
    lanes: BTreeMap<(ProcessId, ThreadId), LaneBuilder>,
    gils: BTreeMap<ProcessId, HandoffFinder>,
    handoffs: Vec<Handoff>,
    last_task_end: Option<Nanos>,
    last_event: Nanos,
    knows_cores: bool,
    without_gil: bool,
    cores: CoreSpells,
    loops: LoopFold,
    /// Events since what is kept was last counted, and what it was.
    events: usize,
    kept: usize,
    not_kept: NotKept,
    /// Where the run is so long that it is reduced.
    grid: Option<Grid>,
}

impl Default for TimelineBuilder {
    fn default() -> TimelineBuilder {
        TimelineBuilder::keeping(KEPT)
    }
}

impl TimelineBuilder {
    fn keeping(most: usize) -> TimelineBuilder {
        TimelineBuilder {
            most,
            lanes: BTreeMap::new(),
            gils: BTreeMap::new(),
            handoffs: Vec::new(),
            last_task_end: None,
            last_event: Nanos::ZERO,
            knows_cores: false,
            without_gil: false,
            cores: CoreSpells::default(),
            events: 0,
            kept: 0,
            not_kept: NotKept::default(),
            grid: None,
            loops: LoopFold::default(),
        }
    }

    /// Takes the next event, in time order.
    pub fn observe(&mut self, event: &Event) {
        let Event { at, process, thread, ref kind } = *event;
        self.without_gil |= matches!(kind, EventKind::NoGil);
        let lane = self.lanes.entry((process, thread)).or_insert_with(|| LaneBuilder::new(process, thread));
        let before = lane.state();
        let has_ended = lane.observe(at, kind, !self.without_gil);
        if lane.state() != before {
            self.loops.enter(at, (process, thread), lane.state());
        }
        if has_ended | (kind.ends_threads() && self.end_threads(process, at)) {
            self.last_task_end = self.last_task_end.max(Some(at));
        }
        self.handoffs.extend(self.gils.entry(process).or_default().observe(event));
        self.last_event = self.last_event.max(at);
        self.knows_cores |= matches!(kind, EventKind::OnCore { .. } | EventKind::OffCore);
        self.cores.observe(event);
        self.loops.observe(event);
        self.events += 1;
        if self.kept.saturating_add(self.events) > self.most {
            self.reduce();
        }
    }

    /// True if a task ended by that.
    fn end_threads(&mut self, process: ProcessId, at: Nanos) -> bool {
        let of_process = (process, ThreadId(0))..=(process, ThreadId(u32::MAX));
        self.lanes.range_mut(of_process).fold(false, |any, (_, lane)| lane.end(at) | any)
    }

    /// Keeps less of what is certainly within the run: where a task is open, everything so far.
    fn reduce(&mut self) {
        let open = self.lanes.values().any(LaneBuilder::is_at_work);
        let upto = if open { self.last_event } else { self.last_task_end.unwrap_or_default() };
        self.lanes.values_mut().for_each(|lane| lane.close(upto));
        let lanes = &self.lanes;
        self.cores.put_together(|thread| lanes.get(&thread).map_or(&[][..], LaneBuilder::slices), upto);
        let mut grid = Grid { upto, ..self.grid.unwrap_or_else(|| self.first_grid(upto)) };
        self.count_handoffs(&grid);
        loop {
            self.reduce_to(&grid);
            let lanes: usize = self.lanes.values().map(LaneBuilder::kept).sum();
            let others = self.cores.kept() + self.loops.kept() + self.handoffs.len();
            (self.kept, self.events) = (lanes + others, 0);
            if self.kept <= self.most / 2 || grid.column > upto {
                break;
            }
            grid.column = Nanos(grid.column.0 * 2);
        }
        self.grid = Some(grid);
    }

    fn first_grid(&self, upto: Nanos) -> Grid {
        let within = |head: Nanos| {
            let before = |lane: &LaneBuilder| lane.slices().partition_point(|slice| slice.from < head);
            self.lanes.values().map(before).sum::<usize>() + self.loops.steps_before(head) <= self.most / HEAD
        };
        let heads = std::iter::successors(Some(Nanos(upto.0 / 8)), |head| (head.0 > 0).then_some(Nanos(head.0 / 2)));
        let head = heads.into_iter().find(|head| within(*head)).unwrap_or_default();
        Grid { head, column: Nanos(upto.saturating_sub(head).0 / COLUMNS + 1), upto }
    }

    fn reduce_to(&mut self, grid: &Grid) {
        let whole = Grid { column: Nanos(grid.upto.saturating_sub(grid.head).0.max(1)), ..*grid };
        for (nth, lane) in self.lanes.values_mut().enumerate() {
            lane.reduce(if nth < DRAWN { grid } else { &whole });
        }
        self.cores.reduce(grid);
        self.loops.reduce(grid);
    }

    /// Those after the head cannot be drawn, as their lanes are reduced there; nor can those shortly before its end, as
    /// what is drawn around them would reach beyond it.
    fn count_handoffs(&mut self, grid: &Grid) {
        let drawn = Nanos(grid.head.0 / 16 * 15);
        let not_kept = &mut self.not_kept;
        self.handoffs.retain(|handoff| {
            let is_kept = handoff.acquired <= drawn || handoff.acquired > grid.upto;
            if !is_kept {
                not_kept.count(handoff);
            }
            is_kept
        });
    }

    /// The whole, until the last task ended, or until the last event where the run was stopped or no task ended.
    pub fn finish(mut self, model: Model, stopped: bool) -> Built {
        let end = self.last_task_end.filter(|_| !stopped).unwrap_or(self.last_event);
        self.handoffs.retain(|handoff| handoff.acquired <= end && !self.without_gil);
        if let Some(grid) = self.grid {
            self.count_handoffs(&Grid { upto: end, ..grid });
        }
        let (mut lanes, mut held) = (Vec::new(), BTreeMap::new());
        for (lane, time) in self.lanes.into_values().map(|lane| lane.finish(end)) {
            *held.entry(lane.process).or_default() += time;
            lanes.push(lane);
        }
        let computed = lanes.iter().map(computing).sum();
        let cores = self.cores.finish(&lanes, end);
        leave_out_idle_main(&mut lanes, end);
        make_names_unique(&mut lanes);
        let counts = |handoff: &Handoff| handoff.acquired <= end && !self.without_gil;
        let handoffs = self.handoffs.into_iter().filter(counts).collect();
        let loops = self.loops.finish(end);
        let timeline = Timeline { model, has_gil: !self.without_gil, end, lanes, handoffs };
        Built { timeline, held, computed, knows_cores: self.knows_cores, cores, loops, not_kept: self.not_kept }
    }
}

fn computing(lane: &Lane) -> Nanos {
    lane.time(State::Running) + lane.time(State::Native)
}

fn leave_out_idle_main(lanes: &mut Vec<Lane>, end: Nanos) {
    let is_idle_main = |lane: &Lane| {
        let computed = computing(lane).0 as f64;
        (lane.process, lane.thread) == (ProcessId::MAIN, ThreadId::MAIN)
            && lane.tasks.is_empty()
            && computed <= MAIN_IS_IDLE_BELOW * end.0 as f64
    };
    if lanes.len() > 1 {
        lanes.retain(|lane| !is_idle_main(lane));
    }
}

/// Figures and charts call a lane by its name: a second `worker` becomes `worker #2`.
fn make_names_unique(lanes: &mut [Lane]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for lane in lanes {
        let count = seen.entry(lane.name.clone()).and_modify(|count| *count += 1).or_insert(1);
        if *count > 1 {
            lane.name = format!("{} #{count}", lane.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::TaskId;
    use crate::trace::{BlockingCall, Release};

    /// Two threads on two cores hand the lock to and fro, each for some time that is never the same; now and then one
    /// loses its core.
    fn long_run(rounds: u64) -> Vec<Event> {
        let mut events = Vec::new();
        let mut at = 0;
        let mut push = |at: u64, thread: u64, kind| {
            events.push(Event { at: Nanos(at), process: ProcessId::MAIN, thread: ThreadId(thread as u32), kind });
        };
        for thread in [1, 2] {
            push(at, thread, EventKind::ThreadStarted { name: format!("worker-{thread}") });
            push(at, thread, EventKind::OnCore { core: thread as u32 });
            push(at, thread, EventKind::TaskStarted { task: TaskId(thread as u32) });
            push(at, thread, EventKind::GilWanted);
        }
        for round in 0..rounds {
            let (thread, other) = (1 + round % 2, 2 - round % 2);
            at += 1 + round % 7;
            let from = (round > 0).then_some(ThreadId(other as u32));
            push(at, thread, EventKind::GilAcquired { from, waited: Nanos(1), woken_in_vain: 0 });
            if round % 5 == 0 {
                push(at + 2, thread, EventKind::OffCore);
                push(at + 5, thread, EventKind::OnCore { core: thread as u32 });
            }
            at += 5 + round * round % 31;
            let why = if round % 3 == 0 { Release::Blocking } else { Release::Forced };
            if why == Release::Blocking {
                push(at, thread, EventKind::BlockBegun { call: BlockingCall::Sleep, asked: None });
            }
            push(at, thread, EventKind::GilReleased { why });
        }
        push(at, 1, EventKind::TaskEnded { task: TaskId(1), ok: true });
        push(at + 3, 2, EventKind::TaskEnded { task: TaskId(2), ok: true });
        push(at + 9, 2, EventKind::OffCore);
        events
    }

    fn built(most: usize, events: &[Event]) -> Built {
        let mut builder = TimelineBuilder::keeping(most);
        for event in events {
            builder.observe(event);
            // An event adds to two lanes, to a core and to the hand-offs.
            let lanes: usize = builder.lanes.values().map(LaneBuilder::kept).sum();
            assert!(lanes + builder.cores.kept() + builder.handoffs.len() <= most.saturating_mul(4));
        }
        builder.finish(Model::Threads, false)
    }

    #[test]
    fn a_long_run_keeps_little_and_its_sums_are_exact_all_the_same() {
        let events = long_run(20_000);
        let (whole, reduced) = (built(usize::MAX, &events), built(1_000, &events));
        let (all, few) = (&whole.timeline, &reduced.timeline);
        assert_eq!((all.end, whole.computed, &whole.held), (few.end, reduced.computed, &reduced.held));
        let lanes = |built: &Built| [built.timeline.lanes.clone(), built.cores.clone()].concat();
        for (one, other) in lanes(&whole).iter().zip(&lanes(&reduced)) {
            assert!(other.covers(few.end) && other.slices.len() < 500, "{}: {}", other.name, other.slices.len());
            State::ALL.iter().for_each(|&state| assert_eq!(one.time(state), other.time(state), "{}", other.name));
        }
        let count = |forced| all.handoffs.iter().filter(|handoff| handoff.forced == forced).count();
        let told = |forced| few.handoffs.iter().filter(|handoff| handoff.forced == forced).count();
        let NotKept { forced, voluntary } = reduced.not_kept;
        assert_eq!((count(true), count(false)), (told(true) + forced, told(false) + voluntary));
        assert!(!few.handoffs.is_empty(), "those of the first part are kept");
        let kept = &all.handoffs[..few.handoffs.len()];
        assert_eq!(kept, few.handoffs, "as they were");
    }

    #[test]
    fn nobody_waits_for_a_lock_that_is_not_there() {
        let no_gil =
            Event { at: Nanos::ZERO, process: ProcessId::MAIN, thread: ThreadId::MAIN, kind: EventKind::NoGil };
        let events = [vec![no_gil], long_run(100)].concat();
        let waited =
            |built: &Built| -> Nanos { built.timeline.lanes.iter().map(|lane| lane.time(State::WaitingForGil)).sum() };
        assert_eq!(waited(&built(usize::MAX, &events)), Nanos::ZERO);
        assert!(waited(&built(usize::MAX, &events[1..])) > Nanos::ZERO, "with a lock the same is a wait");
    }

    #[test]
    fn a_run_of_a_million_events_is_kept_whole() {
        let events = long_run(1_000);
        let whole = built(KEPT, &events);
        assert_eq!(whole.timeline, built(usize::MAX, &events).timeline);
        assert_eq!(whole.not_kept.forced + whole.not_kept.voluntary, 0);
    }
}
