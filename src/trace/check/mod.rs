//! The invariants of a run, proved on every trace of every engine. A violation is a bug of an engine, not of a scenario.
//!
//! A fold over events in time order that remembers only threads and locks, so a stream of any length can be checked.
//! After a violation the fold believes the event, so that one mistake is told once and not at every later event.
//!
//! Traces may end early: a stopped run ends anywhere, and a process that died ends with its `ProcessExited`. Of one that
//! was killed the trace may have gaps.

mod cores;
mod findings;
mod gil;
mod parking;
mod steps;
mod thread;

use super::{Event, EventKind, Trace};
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use cores::Cores;
use findings::Findings;
use gil::Gil;
use parking::Parking;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use steps::Steps;
use thread::Thread;

/// More violations than this are not collected: one bug can break every hand-off of a long run.
const MAX_VIOLATIONS: usize = 100;

/// A broken invariant: when, where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    pub at: Nanos,
    pub process: ProcessId,
    pub thread: ThreadId,
    /// What the thread did that it must not, such as `took the GIL while thread 2 held it`.
    pub what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Violation { at, process, thread, what } = self;
        write!(f, "thread {} of process {} {what}, at {} ns", thread.0, process.0, at.0)
    }
}

/// All violations of a trace, in time order, at most 100.
pub fn check(trace: &Trace) -> Vec<Violation> {
    let mut checker = Checker::default();
    trace.events.iter().for_each(|event| checker.observe(event));
    checker.finish(trace.stopped)
}

/// The check of a stream of events.
#[derive(Debug, Default)]
pub struct Checker {
    threads: BTreeMap<(ProcessId, ThreadId), Thread>,
    gils: BTreeMap<ProcessId, Gil>,
    cores: Cores,
    parking: BTreeMap<ProcessId, Parking>,
    steps: BTreeMap<ProcessId, Steps>,
    /// Processes whose program is over: threads that are left may end anywhere.
    over: BTreeSet<ProcessId>,
    exited: BTreeSet<ProcessId>,
    violations: Vec<Violation>,
    /// What is a violation only in a run that went to its end.
    unfinished: Vec<Violation>,
    now: Nanos,
}

impl Checker {
    /// Takes the next event.
    pub fn observe(&mut self, event: &Event) {
        let mut found = Findings::default();
        if self.exited.contains(&event.process) {
            found.broken("did something after its process had exited");
        }
        let thread = self.threads.entry((event.process, event.thread)).or_default();
        let gil = self.gils.entry(event.process).or_default();
        thread.observe(event, gil.holds(event.thread), &mut found);
        let holds = gil.holds(event.thread);
        self.parking.entry(event.process).or_default().observe(event, holds, &mut found);
        self.steps.entry(event.process).or_default().observe(event, holds, &mut found);
        gil.observe(event, &mut found);
        self.cores.observe(event, &mut found);
        if let EventKind::ProcessExited { status, clean } = &event.kind {
            self.end_process(event.process, status.starts_with("killed by "));
            if !clean {
                // Threads of one that fails, as where none of them can go on any more, end wherever they are.
                self.unfinished.retain(|violation| violation.process != event.process);
            }
        }
        if let EventKind::ProgramOver = event.kind {
            self.over.insert(event.process);
        }
        if self.over.contains(&event.process) {
            found.unfinished.clear();
        }
        self.now = self.now.max(event.at);
        let located = |what| Violation { at: event.at, process: event.process, thread: event.thread, what };
        extend(&mut self.violations, found.broken.into_iter().map(located));
        extend(&mut self.unfinished, found.unfinished.into_iter().map(located));
    }

    /// What was found in all. `stopped`: the run was ended before its tasks were, so that threads may end anywhere.
    pub fn finish(mut self, stopped: bool) -> Vec<Violation> {
        if !stopped {
            let what = || "has not ended though the run has".to_string();
            let lives_on = |process| !self.over.contains(process);
            let alive = self.threads.iter().filter(|((process, _), thread)| thread.is_alive() && lives_on(process));
            let endless =
                alive.map(|(&(process, thread), _)| Violation { at: self.now, process, thread, what: what() });
            extend(&mut self.violations, self.unfinished.into_iter().chain(endless));
            self.violations.sort_by_key(|violation| violation.at);
        }
        self.violations
    }

    /// Whatever the threads of a process were at, it is over. One that was killed took along what some of its threads
    /// had not yet reported, so what seems wrong in it may be what is missing.
    fn end_process(&mut self, process: ProcessId, killed: bool) {
        if killed {
            self.violations.retain(|violation| violation.process != process);
            self.unfinished.retain(|violation| violation.process != process);
        }
        self.gils.remove(&process);
        self.exited.insert(process);
        let of_process = (process, ThreadId(0))..=(process, ThreadId(u32::MAX));
        self.threads.range_mut(of_process).for_each(|(_, thread)| thread.end());
    }
}

fn extend(violations: &mut Vec<Violation>, more: impl Iterator<Item = Violation>) {
    let room = MAX_VIOLATIONS.saturating_sub(violations.len());
    violations.extend(more.take(room));
}
