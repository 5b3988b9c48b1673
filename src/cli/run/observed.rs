//! What is made of a model's run, whether its events pass by while it happens, as a simulated machine's do, or are there
//! as a whole, since those of real threads have to be put into order first.

use crate::analysis::{Run, RunFold};
use crate::time::Nanos;
use crate::trace::{Checker, Event, Observer, TaskInfo, Trace, Violation, check};
use parking_lot::Mutex;
use std::sync::Arc;

/// A run, analysed and checked.
pub struct Observed {
    pub run: Run,
    pub violations: Vec<Violation>,
    /// The moment of the last event.
    pub last: Nanos,
}

impl Observed {
    pub fn of(trace: &Trace) -> Observed {
        let last = trace.events.last().map(|event| event.at).unwrap_or_default();
        Observed { run: Run::of(trace), violations: check(trace), last }
    }
}

/// Looks at a run's events as they pass by.
pub struct Watching(Arc<Mutex<Option<Passed>>>);

struct Passed {
    fold: RunFold,
    checker: Checker,
    last: Nanos,
}

impl Watching {
    pub fn new(tasks: &[TaskInfo]) -> Watching {
        let passed = Passed { fold: RunFold::new(tasks), checker: Checker::default(), last: Nanos::ZERO };
        Watching(Arc::new(Mutex::new(Some(passed))))
    }

    /// Who looks. There is to be one.
    pub fn observer(&self) -> Observer {
        let passed = self.0.clone();
        Box::new(move |events| passed.lock().iter_mut().for_each(|passed| passed.observe(events)))
    }

    /// The run, whose events have all passed; of `trace` the rest is wanted.
    pub fn finish(self, trace: &Trace) -> Observed {
        let Some(Passed { fold, checker, last }) = self.0.lock().take() else { return Observed::of(trace) };
        Observed { run: fold.finish(trace), violations: checker.finish(trace.stopped), last }
    }
}

impl Passed {
    fn observe(&mut self, events: &[Event]) {
        for event in events {
            self.fold.observe(event);
            self.checker.observe(event);
        }
        self.last = events.last().map_or(self.last, |event| event.at);
    }
}
