//! The model `hybrid`: which tasks wait, and which compute. The simulated machine finds out by doing them one after the
//! other, unheard and without a trace in files. Knows nothing of how the halves are run then.

use super::machine::{self, Costs, Ending, Plan, Split, Watch};
use super::profile::Profile;
use super::scenario::{plan, profile_of, program};
use crate::engine::EngineError;
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::time::Nanos;
use crate::trace::{BlockingCall, Event, EventKind, Sink};
use std::cell::RefCell;

/// A task waits that spends at least this share of its time in blocking calls.
const WAITS: f64 = 0.9;

/// The most threads that a process is given, as for a pool.
const MOST_THREADS: usize = 32;

/// Finds out which of the plan's tasks wait, and changes the plan accordingly: no process is started for them.
pub fn split(
    plan: &mut Plan,
    scenario: &Scenario,
    profile: &Profile,
    stop: &dyn Fn() -> bool,
) -> Result<(), EngineError> {
    let shares = shares(plan, scenario, profile, stop)?;
    let split = Split::of(&shares, plan.pool);
    plan.lanes.truncate(split.computing.len());
    if split.computing.len() > plan.lanes.len() || !split.waiting.is_empty() {
        plan.lanes = (1..=plan.lanes.len()).map(|number| format!("process-{number}")).collect();
    }
    plan.pool = scenario.run.pool_size(Model::ThreadPool, plan.cores).min(split.waiting.len().max(1));
    plan.split = Some(split);
    Ok(())
}

/// How many tasks there are on each side, and how many threads each process has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    pub waiting: usize,
    pub computing: usize,
    pub threads: usize,
}

/// How the model `hybrid` parts a scenario's tasks.
pub fn sides(scenario: &Scenario, stop: &dyn Fn() -> bool) -> Result<Sides, EngineError> {
    let profile = profile_of(scenario)?;
    let mut plan = plan(Model::Hybrid, scenario, &profile)?;
    split(&mut plan, scenario, &profile, stop)?;
    let Split { waiting, computing, threads } = plan.split.unwrap_or_default();
    Ok(Sides { waiting: waiting.len(), computing: computing.len(), threads })
}

impl Split {
    /// By each task's share of its time that it waits; the others go to so many processes. One of these has
    /// `1 + waits / computes` threads, so that its core has work while tasks wait, as far as there are tasks for them.
    fn of(shares: &[Share], processes: usize) -> Split {
        let ids = |waits: bool| {
            let chosen = shares.iter().enumerate().filter(move |(_, share)| (share.waits() >= WAITS) == waits);
            chosen.map(|(number, _)| TaskId(number as u32)).collect::<Vec<_>>()
        };
        let (waiting, computing) = (ids(true), ids(false));
        let all: Share = computing.iter().map(|task| shares[task.0 as usize]).fold(Share::default(), Share::plus);
        let ratio = all.whole.as_secs_f64() / all.whole.saturating_sub(all.blocked).as_secs_f64();
        let threads = if ratio.is_finite() { ratio.round() as usize } else { 1 };
        let each = computing.len().div_ceil(processes.max(1)).max(1);
        Split { waiting, computing, threads: threads.clamp(1, MOST_THREADS).min(each) }
    }
}

/// What one task took when it ran alone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Share {
    whole: Nanos,
    blocked: Nanos,
}

impl Share {
    fn waits(self) -> f64 {
        if self.whole == Nanos::ZERO { 0.0 } else { self.blocked.as_secs_f64() / self.whole.as_secs_f64() }
    }

    fn plus(self, other: Share) -> Share {
        Share { whole: self.whole + other.whole, blocked: self.blocked + other.blocked }
    }
}

fn shares(
    plan: &Plan,
    scenario: &Scenario,
    profile: &Profile,
    stop: &dyn Fn() -> bool,
) -> Result<Vec<Share>, EngineError> {
    let model = Model::Sequential;
    let costs = Costs::new(profile, model, scenario.machine.start_method);
    let alone = Plan { model, lanes: Vec::new(), pins: Vec::new(), costs, ..plan.clone() };
    let program = program(scenario, profile, &alone).rehearsing(profile, alone.cores);
    let (sink, batches) = Sink::collecting();
    let seen = RefCell::new(Shares::of(plan.tasks));
    let look = || {
        seen.borrow_mut().add(batches.arrived().flatten());
        stop()
    };
    let watch = Watch { stop: &look, print: &|_, _| true, complain: &|_, _| {} };
    let report = machine::run(&alone, program, Some(&sink), &watch);
    drop(sink);
    let mut seen = seen.into_inner();
    seen.add(batches.flatten());
    let what = |why: &str| format!("it is not known which tasks wait: run one after the other they {why}");
    match report.ending {
        Ending::Finished | Ending::Stopped => Ok(seen.shares),
        Ending::ModuleRaised { traceback } => Err(EngineError::ModuleRaised { traceback }),
        Ending::TimeLimit => Err(EngineError::TimeLimit { limit: plan.time_limit }),
        Ending::Deadlock(_) => Err(EngineError::Machine { what: what("wait for one another") }),
    }
}

/// The shares of tasks that one thread does one after the other, as far as its events are known.
struct Shares {
    shares: Vec<Share>,
    /// Of the task that it is at.
    began: Nanos,
    blocked: Nanos,
    /// It waits since then.
    since: Option<Nanos>,
}

impl Shares {
    fn of(tasks: usize) -> Shares {
        Shares { shares: vec![Share::default(); tasks], began: Nanos::ZERO, blocked: Nanos::ZERO, since: None }
    }

    fn add(&mut self, events: impl Iterator<Item = Event>) {
        let is_of_tasks = |event: &Event| (event.process, event.thread) == (ProcessId::MAIN, ThreadId::MAIN);
        events.filter(is_of_tasks).for_each(|event| self.see(&event));
    }

    fn see(&mut self, event: &Event) {
        match event.kind {
            EventKind::TaskStarted { .. } => (self.began, self.blocked) = (event.at, Nanos::ZERO),
            // Native code computes.
            EventKind::BlockBegun { call: BlockingCall::Native | BlockingCall::Compute, .. } => {}
            EventKind::BlockBegun { .. } => self.since = Some(event.at),
            EventKind::BlockEnded => {
                self.blocked += self.since.take().map_or(Nanos::ZERO, |since| event.at.saturating_sub(since));
            }
            EventKind::TaskEnded { task, .. } => {
                if let Some(share) = self.shares.get_mut(task.0 as usize) {
                    *share = Share { whole: event.at.saturating_sub(self.began), blocked: self.blocked };
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn share(whole: u64, blocked: u64) -> Share {
        Share { whole: Nanos(whole), blocked: Nanos(blocked) }
    }

    #[test]
    fn tasks_that_wait_are_apart_from_those_that_compute() {
        let split = Split::of(&[share(100, 99), share(100, 0), share(100, 95), share(100, 2)], 4);
        assert_eq!(split.waiting, [TaskId(0), TaskId(2)]);
        assert_eq!((split.computing, split.threads), (vec![TaskId(1), TaskId(3)], 1));
    }

    #[test]
    fn processes_whose_tasks_also_wait_have_threads_that_compute_meanwhile() {
        let handlers = vec![share(100, 75); 12];
        assert_eq!(Split::of(&handlers, 2).threads, 4);
        assert_eq!(Split::of(&handlers, 6).threads, 2, "there are no more tasks for a process");
        assert_eq!(Split::of(&[share(0, 0)], 2).threads, 1, "of a task that takes no time nothing is known");
    }

    proptest! {
        #[test]
        fn each_task_is_on_one_side(times in proptest::collection::vec((0u64..1_000, 0u64..1_000), 0..40), processes in 0usize..9) {
            let shares: Vec<Share> = times.iter().map(|&(a, b)| share(a.max(b), a.min(b))).collect();
            let split = Split::of(&shares, processes);
            let mut all: Vec<TaskId> = split.waiting.iter().chain(&split.computing).copied().collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..shares.len() as u32).map(TaskId).collect::<Vec<_>>());
            prop_assert!((1..=MOST_THREADS).contains(&split.threads));
        }
    }
}
