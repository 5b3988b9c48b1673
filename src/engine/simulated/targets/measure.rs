//! Runs a script on the machine and reads figures off its events.

use crate::engine::simulated::body::{Op, Rhythm, Script};
use crate::engine::simulated::kernel::MOST_THREADS;
use crate::engine::simulated::machine::{Costs, Plan, Watch, run};
use crate::engine::simulated::profile::Profile;
use crate::gil::{Policy, Release};
use crate::ids::ThreadId;
use crate::model::Model;
use crate::scenario::StartMethod;
use crate::time::Nanos;
use crate::trace::{BlockingCall, Event, EventKind, Sink};

/// A lock, and the machine that it runs on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Python {
    pub profile: &'static str,
    pub policy: &'static str,
}

/// Threads with a script each, on cores.
#[derive(Clone, Debug)]
pub(super) struct Setup {
    pub python: Python,
    pub cores: usize,
    pub interval: Nanos,
    pub scripts: Vec<Vec<Op>>,
    pub pins: Vec<Option<u32>>,
    pub seed: u64,
}

impl Setup {
    pub fn new(python: Python, cores: usize, scripts: Vec<Vec<Op>>) -> Setup {
        Setup { python, cores, interval: Nanos::from_millis(5), scripts, pins: Vec::new(), seed: 1 }
    }

    pub fn events(&self) -> Vec<Event> {
        let profile = Profile::find(self.python.profile).expect("a profile of the program");
        let scripts = self.scripts.iter().map(|ops| Script::new(ops.as_slice(), Rhythm::of(&profile))).collect();
        let (sink, events) = Sink::collecting();
        let watch = Watch { stop: &|| false, print: &|_, _| true, complain: &|_, _| {} };
        run::<Vec<Script>>(&self.plan(&profile), scripts, Some(&sink), &watch);
        drop(sink);
        events.into_events()
    }

    fn plan(&self, profile: &Profile) -> Plan {
        let threads = self.scripts.len();
        Plan {
            script: false,
            model: Model::Threads,
            cores: self.cores,
            lanes: (1..=threads).map(|worker| format!("worker-{worker}")).collect(),
            tasks: threads,
            names: Vec::new(),
            pool: threads,
            split: None,
            supposed: Default::default(),
            pins: self.pins.clone(),
            costs: Costs::new(profile, Model::Threads, StartMethod::Fork),
            seed: self.seed,
            time_limit: Nanos::from_millis(600_000),
            most_threads: MOST_THREADS,
            policy: Policy::parse(self.python.policy).expect("a policy of the program"),
            switch_interval: self.interval,
            network: crate::net::Network::default(),
        }
    }
}

/// How long each worker in turn was the owner: from its first acquisition to the last release before another's. Only
/// while all workers are alive.
pub(super) fn slices(events: &[Event], workers: usize) -> Vec<Nanos> {
    let mut slices: Vec<(ThreadId, Nanos, Nanos)> = Vec::new();
    let mut alive = 0;
    for event in events.iter().filter(|event| event.thread != ThreadId::MAIN) {
        match event.kind {
            EventKind::TaskStarted { .. } => alive += 1,
            EventKind::TaskEnded { .. } => break,
            EventKind::GilAcquired { .. } if alive == workers => match slices.last() {
                Some(last) if last.0 == event.thread => {}
                _ => slices.push((event.thread, event.at, event.at)),
            },
            EventKind::GilReleased { why: Release::Forced } => {
                slices.last_mut().into_iter().for_each(|last| last.2 = event.at);
            }
            _ => {}
        }
    }
    slices.pop();
    let mut lengths: Vec<Nanos> = slices.into_iter().skip(1).map(|(_, from, to)| to.saturating_sub(from)).collect();
    lengths.sort_unstable();
    lengths
}

/// The value below which `percent` of a sorted list lie.
pub(super) fn percentile(sorted: &[Nanos], percent: usize) -> Nanos {
    sorted.get((sorted.len() * percent / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}

/// Blocking calls of a worker a second, while it was at its task.
pub(super) fn calls_per_second(events: &[Event], worker: u32, call: BlockingCall) -> f64 {
    let of_worker = || events.iter().filter(|event| event.thread == ThreadId(worker));
    let is_call = |event: &&Event| matches!(event.kind, EventKind::BlockBegun { call: begun, .. } if begun == call);
    let began = of_worker().find(|event| matches!(event.kind, EventKind::TaskStarted { .. })).map(|event| event.at);
    let ended = of_worker().find(|event| matches!(event.kind, EventKind::TaskEnded { .. })).map(|event| event.at);
    let length = ended.unwrap_or_default().saturating_sub(began.unwrap_or_default());
    of_worker().filter(is_call).count() as f64 / length.as_secs_f64()
}

/// How long each start of a thread took: from its blocking to the main thread's going on.
pub(super) fn starts(events: &[Event]) -> Vec<Nanos> {
    let mut began = None;
    let mut starts = Vec::new();
    for event in events.iter().filter(|event| event.thread == ThreadId::MAIN) {
        match event.kind {
            EventKind::BlockBegun { call: BlockingCall::ThreadStart, .. } => began = Some(event.at),
            EventKind::GilAcquired { .. } => starts.extend(began.take().map(|began| event.at.saturating_sub(began))),
            _ => {}
        }
    }
    starts
}

/// From the first task's begin to the last one's end.
pub(super) fn makespan(events: &[Event]) -> Nanos {
    let began = events.iter().find(|event| matches!(event.kind, EventKind::TaskStarted { .. }));
    let ended = events.iter().rfind(|event| matches!(event.kind, EventKind::TaskEnded { .. }));
    ended.zip(began).map(|(ended, began)| ended.at.saturating_sub(began.at)).unwrap_or_default()
}
