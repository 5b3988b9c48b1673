//! Why processes, or interpreters with a GIL each, took as long as they did.

use super::{Facts, counted, latency, percent, sharing_cores};
use crate::analysis::State;
use crate::model::Model;
use crate::time::Nanos;

/// Lanes that are without work for more than this share of the time are worth a word.
const IDLE: f64 = 0.15;

/// The start of processes is worth a word from this share of the time on.
const SLOW_START: f64 = 0.05;

pub(super) fn reasons(facts: &Facts) -> Vec<String> {
    if facts.workers() == 1 {
        return vec![format!("one {} ran everything in {}, so nothing could overlap", one(facts), facts.timeline.end)];
    }
    let did = format!("{} {}", counted(facts.workers(), one(facts)), facts.compared());
    let mut said = vec![format!("{did}: {}", why(facts))];
    said.extend([starting(facts), idle(facts), no_better_than_threads(facts)].into_iter().flatten());
    said.extend(latency::convoys(facts));
    said
}

/// What one of them is called.
fn one(facts: &Facts) -> &'static str {
    match facts.timeline.model {
        Model::SubInterpreters => "sub-interpreter",
        // Its lanes are processes, and threads of processes.
        Model::Hybrid => "lane",
        _ => "process",
    }
}

fn why(facts: &Facts) -> String {
    let (running, blocked) = (facts.at_once(State::Running), facts.at_once(State::Blocked));
    let cores = facts.host.cores;
    if running > 1.1 && running > blocked && running > facts.at_once(State::Native) {
        let bound = if facts.workers() > cores && running > cores as f64 {
            format!("; more wanted to run than the host has cores, so at most {cores} interpreted at the same moment")
        } else {
            String::new()
        };
        return format!(
            "each has a GIL of its own, and {running:.1} of them on average held theirs at the same time{bound}"
        );
    }
    let native = facts.at_once(State::Native);
    if native > 1.1 && native > blocked {
        let shared = sharing_cores(facts, native);
        return format!("{native:.1} of them on average were in native code at the same time{shared}");
    }
    if blocked > 1.1 {
        return format!("{blocked:.1} of them on average were in blocking calls at the same time");
    }
    "each has a GIL of its own, but they hardly overlapped".to_string()
}

fn starting(facts: &Facts) -> Option<String> {
    let mean = Nanos(facts.lanes().map(|lane| lane.time(State::Starting).0).sum::<u64>() / facts.workers() as u64);
    let share = facts.share(mean);
    (share >= SLOW_START)
        .then(|| format!("it took {mean} on average until a {} was ready, {} of the run", one(facts), percent(share)))
}

fn idle(facts: &Facts) -> Option<String> {
    let share = facts.at_once(State::Idle) / facts.workers() as f64;
    (share >= IDLE)
        .then(|| format!("each {} had nothing to do for {} of the run on average", one(facts), percent(share)))
}

/// Said where most of the time went into blocking calls and threads, which were run too, were as fast.
fn no_better_than_threads(facts: &Facts) -> Option<String> {
    let threads = Nanos::from_secs_f64(facts.figures.value(Model::Threads, "wall")?);
    let comparable = facts.figure("speedup").and(facts.figures.value(Model::Threads, "speedup")).is_some();
    let as_fast = threads.0 as f64 <= 1.02 * facts.timeline.end.0 as f64;
    let sleeping = facts.busy_share(State::Blocked) >= 0.5;
    (comparable && as_fast && sleeping)
        .then(|| format!("threads did the same in {threads}: what blocks without the GIL needs no other one"))
}
