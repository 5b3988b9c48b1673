//! From a trace to lanes: a fold over events in time order that holds no more than its result.

use super::cores::CoreSpells;
use super::handoffs::HandoffFinder;
use super::lane::LaneBuilder;
use super::loops::{LoopFold, Loops};
use super::{Handoff, Lane, State, Timeline};
use crate::ids::{ProcessId, ThreadId};
use crate::model::Model;
use crate::time::Nanos;
use crate::trace::{Event, EventKind, Trace};
use std::collections::{BTreeMap, HashMap};

/// The main thread gets no lane where it ran no task and ran for less than this share of the time.
const MAIN_IS_IDLE_BELOW: f64 = 0.01;

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
    /// There is a lock; without one several threads interpret at once.
    pub has_gil: bool,
    /// A lane per core, where the trace tells which thread had one.
    pub cores: Vec<Lane>,
    /// The tasks of event loops.
    pub loops: Loops,
}

/// The fold over a run's events.
#[derive(Debug, Default)]
pub(super) struct TimelineBuilder {
    lanes: BTreeMap<(ProcessId, ThreadId), LaneBuilder>,
    gils: BTreeMap<ProcessId, HandoffFinder>,
    handoffs: Vec<Handoff>,
    last_task_end: Option<Nanos>,
    last_event: Nanos,
    knows_cores: bool,
    without_gil: bool,
    cores: CoreSpells,
    loops: LoopFold,
}

impl TimelineBuilder {
    /// Takes the next event, in time order.
    pub fn observe(&mut self, event: &Event) {
        let Event { at, process, thread, ref kind } = *event;
        let lane = self.lanes.entry((process, thread)).or_insert_with(|| LaneBuilder::new(process, thread));
        if lane.observe(at, kind) {
            self.last_task_end = self.last_task_end.max(Some(at));
        }
        self.handoffs.extend(self.gils.entry(process).or_default().observe(event));
        self.last_event = self.last_event.max(at);
        self.knows_cores |= matches!(kind, EventKind::OnCore { .. } | EventKind::OffCore);
        self.cores.observe(event);
        self.loops.observe(event);
        self.without_gil |= matches!(kind, EventKind::NoGil);
    }

    /// The whole, until the last task ended, or until the last event where the run was stopped or no task ended.
    pub fn finish(self, model: Model, stopped: bool) -> Built {
        let end = self.last_task_end.filter(|_| !stopped).unwrap_or(self.last_event);
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
        let timeline = Timeline { model, end, lanes, handoffs };
        Built { timeline, held, computed, knows_cores: self.knows_cores, has_gil: !self.without_gil, cores, loops }
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
