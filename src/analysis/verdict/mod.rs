//! Why a run took as long as it did, in sentences for people who know Python.
//!
//! Every clause is guarded by the figures that it states, so that it is true of any workload; where no guard holds,
//! less is said. Knows no event: figures and lane times are all it sees.

mod asyncio;
mod children;
mod collector;
mod facts;
mod free_threaded;
mod kept;
mod latency;
mod loops;
mod lost_counts;
mod processes;
mod sequential;
mod threads;

pub(super) use facts::Facts;

use super::State;
use crate::model::Model;
use crate::trace::Outcome;

/// The sentences on one model's run.
pub(super) fn verdict(facts: &Facts) -> Vec<String> {
    let mut said = incomplete(facts);
    if facts.workers() == 0 {
        said.extend(collector::pauses(facts));
        return said;
    }
    said.extend(match facts.timeline.model {
        Model::Sequential => sequential::reasons(facts),
        Model::Asyncio => asyncio::reasons(facts),
        Model::Threads | Model::ThreadPool if facts.timeline.has_gil => threads::reasons(facts),
        Model::Threads | Model::ThreadPool | Model::FreeThreaded => free_threaded::reasons(facts),
        Model::Processes | Model::ProcessPool | Model::SubInterpreters | Model::Hybrid => processes::reasons(facts),
    });
    said.extend(kept::reason(facts));
    said.extend(children::reasons(facts));
    said.extend(loops::blocked(facts));
    said.extend(loops::blocking(facts));
    said.extend(without_core(facts));
    said.extend(collector::pauses(facts));
    said
}

/// The one sentence that says what a picture of the run shows: what was lost or stalls, where something is, else the first reason.
pub(super) fn point(facts: &Facts) -> String {
    let shares_a_lock = facts.timeline.model.shares_an_interpreter() && facts.timeline.has_gil;
    let stalls = if shares_a_lock { latency::convoys(facts) } else { Vec::new() };
    let stalls = lost_counts::point(facts)
        .into_iter()
        .chain(kept::point(facts))
        .chain(stalls)
        .chain(loops::point(facts))
        .chain(loops::blocking_point(facts));
    // Its lanes are those of several processes, with a GIL each.
    let processes = if incomplete(facts).is_empty() { children::reasons(facts) } else { Vec::new() };
    stalls.chain(processes).chain(verdict(facts)).next().unwrap_or_default()
}

/// Lanes without a core are worth a word from this mean number on.
const WITHOUT_CORE: f64 = 0.1;

fn without_core(facts: &Facts) -> Option<String> {
    let ready = facts.at_once(State::Ready);
    let cores = counted(facts.host.cores, "core");
    (ready >= WITHOUT_CORE).then(|| {
        format!("there were too few cores ({cores}): on average {ready:.1} that could compute had to wait for one")
    })
}

/// Waits for other threads' locks and wake-ups are worth a word from this mean number of threads on.
const LOCKED: f64 = 0.05;

/// How many of them waited for that on average, where it is worth a word.
fn locked(facts: &Facts) -> Option<f64> {
    let joining: f64 = facts.lanes().map(|lane| facts.share(lane.joining)).sum();
    worth_a_word(facts.at_once(State::Locked) - joining)
}

fn worth_a_word(locked: f64) -> Option<f64> {
    Some(locked).filter(|locked| *locked >= LOCKED)
}

/// More of them in native code than there are cores, which a real system does not show otherwise.
fn sharing_cores(facts: &Facts, native: f64) -> String {
    match facts.host.cores {
        cores if native > cores as f64 => format!(", though on only {}", counted(cores, "core")),
        _ => String::new(),
    }
}

/// What keeps the run from being whole, since everything that follows is to be read with it in mind.
fn incomplete(facts: &Facts) -> Vec<String> {
    let count = |is: fn(&Outcome) -> bool| facts.outcomes.iter().filter(|outcome| is(outcome)).count();
    let stopped = count(|outcome| matches!(outcome, Outcome::Stopped));
    let raised = count(|outcome| matches!(outcome, Outcome::Raised { .. }));
    let lost = count(|outcome| matches!(outcome, Outcome::Lost { .. }));
    let of_all = format!("of {}", counted(facts.outcomes.len(), "task"));
    let said = [
        (facts.stopped, format!("the run was stopped after {} with {stopped} {of_all} not ended", facts.timeline.end)),
        (raised > 0, format!("{raised} {of_all} ended by an exception")),
        (lost > 0, format!("{lost} {of_all} did not end, because the process that ran them died")),
    ];
    said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, words)| words).collect()
}

/// `1 task`, `4 tasks`, `2 processes`.
fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ if what.ends_with('s') => format!("{count} {what}es"),
        _ => format!("{count} {what}s"),
    }
}

/// `0.1 %`: a share rounded up, so that "at most" is true of it.
fn at_most(share: f64) -> String {
    format!("{:.1} %", (share * 1000.0).ceil() / 10.0)
}

/// `99.4 %`; what is not quite all or nothing never looks like it.
fn percent(share: f64) -> String {
    match share {
        share if share > 0.0 && share < 0.0005 => "under 0.1 %".to_string(),
        share if (0.9995..1.0).contains(&share) => "over 99.9 %".to_string(),
        share => format!("{:.1} %", share * 100.0),
    }
}
