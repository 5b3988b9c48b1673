//! One program under many schedules: on the simulated machine with the lock `random`, a seed each, and what came out how often.
//!
//! A schedule goes by priorities that are drawn for each thread; at checkpoints, one time in so many, who runs comes last
//! from then on. How often is another value for each seed in turn, so that both schedules that switch at nearly every step and ones with few
//! preemptions are among them. This samples; it proves nothing of what it has not met. Knows nothing of how it is told.

use crate::engine::{self, Clock, EngineError, Outcomes, Setup, Stop, WorkerCommand, task_infos};
use crate::gil::Policy;
use crate::model::Model;
use crate::scenario::{EngineName, Scenario, Task};
use crate::sweep::work;
use crate::trace::{self, Outcome, Sink, Trace, check};
use parking_lot::Mutex;
use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;

/// At how many checkpoints with others waiting the holder comes last once, by seed in turn.
const RATES: [u32; 4] = [2, 8, 16, 64];

/// What decides a run besides its program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    pub seed: u64,
    pub policy: Policy,
}

/// What one or several runs came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What the program printed, and how it ended where it did not simply return.
    pub text: String,
    /// How many runs did.
    pub times: u64,
    /// The first of them.
    pub first: Schedule,
    /// They were broken off at the time limit.
    pub is_endless: bool,
}

/// What all runs came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explored {
    /// The commonest outcome first.
    pub found: Vec<Found>,
    /// How many schedules were run to their ends.
    pub runs: u64,
    /// Somebody stopped it before all were.
    pub stopped: bool,
}

/// What is explored, and how far.
pub struct Search<'a> {
    pub scenario: &'a Scenario,
    /// The first seed, and how many.
    pub first_seed: u64,
    pub seeds: u64,
    /// How many runs at the same time on this host.
    pub crew: usize,
    pub worker: &'a WorkerCommand,
    pub stop: Arc<Stop>,
}

/// How one run ended.
struct Ended {
    text: String,
    is_endless: bool,
}

impl Schedule {
    /// The schedule of a seed.
    pub fn of(seed: u64) -> Schedule {
        let rate = RATES[(seed % RATES.len() as u64) as usize];
        Schedule { seed, policy: Policy::Random { one_in: NonZeroU32::new(rate).unwrap_or(NonZeroU32::MIN) } }
    }
}

impl Search<'_> {
    /// Runs them all, or as many as there are until somebody stops it. `told` hears of each run.
    ///
    /// # Errors
    /// Where a run could not be: why, in one line.
    pub fn explore(&self, told: &dyn Fn()) -> Result<Explored, String> {
        let mut found: BTreeMap<String, Found> = BTreeMap::new();
        let mut failed = None;
        let jobs = 0..usize::try_from(self.seeds).unwrap_or(usize::MAX);
        let job = |at: usize| {
            let schedule = Schedule::of(self.first_seed.wrapping_add(at as u64));
            (schedule, self.run(schedule))
        };
        work(
            self.crew,
            jobs,
            || self.stop.requested(),
            job,
            |(first, result): (Schedule, Result<Ended, String>)| {
                // What a stop has cut short has no outcome.
                if self.stop.requested() {
                    return false;
                }
                told();
                match result {
                    Ok(Ended { text, is_endless }) => {
                        let known = found.entry(text.clone()).or_insert(Found { text, times: 0, first, is_endless });
                        known.times += 1;
                    }
                    Err(what) => failed = Some(what),
                }
                failed.is_none()
            },
        );
        let found = commonest_first(found);
        let runs = found.iter().map(|one| one.times).sum();
        failed.map_or(Ok(Explored { found, runs, stopped: runs < self.seeds }), Err)
    }

    /// What one schedule comes to.
    fn run(&self, schedule: Schedule) -> Result<Ended, String> {
        let mut scenario = self.scenario.clone();
        (scenario.run.engine, scenario.run.policy) = (EngineName::Simulated, schedule.policy);
        scenario.machine.seed = schedule.seed;
        let said = Mutex::new(String::new());
        let print = |_: &str, text: &str| {
            said.lock().push_str(text);
            true
        };
        let complain = |_: &str, text: &str| said.lock().push_str(&without_traceback(text));
        let (sink, events) = Sink::collecting();
        let (stop, clock, outcomes) = (self.stop.clone(), Clock::start(), Outcomes::of(&scenario));
        let worker = self.worker;
        let setup = Setup {
            scenario: &scenario,
            sink: &sink,
            stop,
            clock,
            print: &print,
            complain: &complain,
            worker,
            outcomes,
            keeps_files: false,
        };
        let ran = engine::run(Model::Threads, &setup);
        let outcomes = setup.outcomes.into_vec();
        drop(sink);
        let mut trace = Trace::new(Model::Threads, events.into_events(), task_infos(&scenario), outcomes);
        trace.stopped = ran.as_ref().is_err_and(EngineError::is_cut_short) || self.stop.requested();
        if let Some(wrong) = check(&trace).first() {
            return Err(format!("the run of seed {} cannot be, which is a defect of gilsim: {wrong}", schedule.seed));
        }
        let is_endless = matches!(ran, Err(EngineError::TimeLimit { .. }));
        let ending = ending(&scenario, &trace.outcomes, ran)?;
        Ok(Ended { text: said.into_inner() + &ending, is_endless })
    }
}

fn commonest_first(found: BTreeMap<String, Found>) -> Vec<Found> {
    let mut found: Vec<Found> = found.into_values().collect();
    found.sort_by(|a, b| b.times.cmp(&a.times).then(a.first.seed.cmp(&b.first.seed)));
    found
}

/// How the run ended, in lines; nothing where a script has simply returned.
fn ending(scenario: &Scenario, outcomes: &[Outcome], ran: Result<(), EngineError>) -> Result<String, String> {
    match ran {
        Err(EngineError::Deadlock { waiting }) => return Ok(format!("deadlock\n{waiting}\n")),
        Err(EngineError::TimeLimit { limit }) => return Ok(format!("no end within {limit} of virtual time\n")),
        Err(other) => return Err(other.to_string()),
        Ok(()) => {}
    }
    let told = |(task, outcome): (&Task, &trace::Outcome)| match outcome {
        Outcome::Returned { .. } if scenario.script => String::new(),
        Outcome::Returned { value } => format!("{} returned {value}\n", task.name),
        Outcome::Raised { error, .. } if scenario.script => format!("{error}\n"),
        Outcome::Raised { error, .. } => format!("{} raised {error}\n", task.name),
        Outcome::Lost { status } => format!("{} was lost: {status}\n", task.name),
        Outcome::Stopped => format!("{} did not end\n", task.name),
    };
    Ok(scenario.tasks.iter().zip(outcomes).map(told).collect())
}

/// Of a traceback its last line says what happened; the others have names of threads in them.
fn without_traceback(text: &str) -> String {
    match text.trim_end().lines().last() {
        Some(line) if text.contains("Traceback (most recent call last):") => format!("{line}\n"),
        _ => text.to_string(),
    }
}
