//! What sentences are made from: figures and lane times of one model's run, by short names.

use crate::analysis::kept::Kept;
use crate::analysis::loops::Loops;
use crate::analysis::report::Host;
use crate::analysis::{Figures, Lane, State, Timeline};
use crate::ids::ThreadId;
use crate::model::Model;
use crate::time::Nanos;
use crate::trace::Outcome;

/// Changes of wall time below this count as none: two runs of the same work differ by as much.
const NOTEWORTHY: f64 = 0.01;

/// One model's run, and the figures of all.
pub(in crate::analysis) struct Facts<'a> {
    pub timeline: &'a Timeline,
    pub outcomes: &'a [Outcome],
    pub stopped: bool,
    pub loops: &'a Loops,
    pub kept: &'a Kept,
    pub figures: &'a Figures,
    pub host: Host,
}

impl Facts<'_> {
    /// The lanes that ran tasks, and those of threads that the program has started.
    pub fn lanes(&self) -> impl Iterator<Item = &Lane> + Clone {
        self.timeline.lanes.iter().filter(|lane| !lane.tasks.is_empty() || lane.thread != ThreadId::MAIN)
    }

    /// How many lanes ran tasks.
    pub fn workers(&self) -> usize {
        self.lanes().count()
    }

    /// A figure of this model.
    pub fn figure(&self, name: &str) -> Option<f64> {
        self.figures.value(self.timeline.model, name)
    }

    /// A figure that is a count, zero where it is absent.
    pub fn count(&self, name: &str) -> usize {
        self.figure(name).unwrap_or_default() as usize
    }

    /// A figure that is a time.
    pub fn time(&self, name: &str) -> Option<Nanos> {
        self.figure(name).map(Nanos::from_secs_f64)
    }

    /// The part of the wall time that `time` is.
    pub fn share(&self, time: Nanos) -> f64 {
        if self.timeline.end == Nanos::ZERO { 0.0 } else { time.0 as f64 / self.timeline.end.0 as f64 }
    }

    /// How many of the lanes that ran tasks were in `state` at the same time, on average.
    pub fn at_once(&self, state: State) -> f64 {
        self.lanes().map(|lane| self.share(lane.time(state))).sum()
    }

    /// The largest share of the wall time that a lane spent in `state`.
    pub fn most(&self, state: State) -> f64 {
        self.lanes().map(|lane| self.share(lane.time(state))).fold(0.0, f64::max)
    }

    /// Of the time in which lanes had something to do, the share that they spent in `state`.
    pub fn busy_share(&self, state: State) -> f64 {
        let busy = [State::Running, State::Native, State::Ready, State::WaitingForGil, State::Locked, State::Blocked];
        let busy = busy.map(|state| self.at_once(state));
        let all: f64 = busy.iter().sum();
        if all == 0.0 { 0.0 } else { self.at_once(state) / all }
    }

    /// `took 1.02 times as long as one thread`, where both wall times can be compared; else `took 1.76 s`.
    pub fn compared(&self) -> String {
        match self.figure("speedup").filter(|speedup| *speedup > 0.0 && self.timeline.model != Model::Sequential) {
            None => format!("took {}", self.timeline.end),
            Some(speedup) if speedup > 1.0 + NOTEWORTHY => format!("were {speedup:.2} times as fast as one thread"),
            Some(speedup) if speedup < 1.0 - NOTEWORTHY => {
                format!("took {:.2} times as long as one thread", 1.0 / speedup)
            }
            Some(_) => "took as long as one thread".to_string(),
        }
    }
}
