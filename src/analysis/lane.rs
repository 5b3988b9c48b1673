//! From the events of one thread to its lane. Knows no other thread.

use super::{Lane, Slice, State, TaskSpan};
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::time::Nanos;
use crate::trace::{EventKind, Release};

/// The fold over one thread's events.
#[derive(Debug)]
pub(super) struct LaneBuilder {
    lane: Lane,
    state: State,
    since: Nanos,
    task: Option<(TaskId, Nanos)>,
}

impl LaneBuilder {
    pub fn new(process: ProcessId, thread: ThreadId) -> LaneBuilder {
        let name = match (process, thread) {
            (ProcessId::MAIN, ThreadId::MAIN) => "main".to_string(),
            (ProcessId::MAIN, thread) => format!("thread-{}", thread.0),
            (process, _) => format!("process-{}", process.0),
        };
        let lane = Lane { name, process, thread, slices: Vec::new(), tasks: Vec::new() };
        LaneBuilder { lane, state: State::Idle, since: Nanos::ZERO, task: None }
    }

    /// Takes the next event. True if a task ended by it, in whatever way.
    pub fn observe(&mut self, at: Nanos, kind: &EventKind) -> bool {
        if let EventKind::ThreadStarted { name } = kind {
            self.lane.name.clone_from(name);
        }
        if let Some(state) = self.state_after(kind) {
            self.enter(at, state);
        }
        match *kind {
            EventKind::TaskStarted { task } => {
                let unended = self.end_task(at);
                self.task = Some((task, at));
                unended
            }
            EventKind::TaskEnded { .. } | EventKind::ThreadEnded | EventKind::ProcessExited { .. } => self.end_task(at),
            _ => false,
        }
    }

    /// The state that an event leads to; none where it leads to no other.
    fn state_after(&self, kind: &EventKind) -> Option<State> {
        match kind {
            EventKind::ProcessStarted { .. } => Some(State::Starting),
            EventKind::ProcessReady => (self.state == State::Starting).then_some(State::Idle),
            EventKind::GilAcquired { .. } => Some(State::Running),
            // Whoever was forced to let go wants it back, and whoever has slept wants to go on.
            EventKind::GilWanted | EventKind::BlockEnded | EventKind::GilReleased { why: Release::Forced } => {
                Some(State::WaitingForGil)
            }
            EventKind::GilReleased { why: Release::Blocking } => Some(State::Blocked),
            EventKind::GilReleased { why: Release::Exit }
            | EventKind::ThreadEnded
            | EventKind::ProcessExited { .. } => Some(State::Idle),
            _ => None,
        }
    }

    fn enter(&mut self, at: Nanos, state: State) {
        if state != self.state {
            self.push(at);
            self.state = state;
        }
    }

    /// Closes the present slice at `at`; one that follows a slice of its own state prolongs that.
    fn push(&mut self, at: Nanos) {
        if at <= self.since {
            return;
        }
        match self.lane.slices.last_mut() {
            Some(last) if last.state == self.state => last.to = at,
            _ => self.lane.slices.push(Slice { from: self.since, to: at, state: self.state }),
        }
        self.since = at;
    }

    fn end_task(&mut self, at: Nanos) -> bool {
        let ended = self.task.take().map(|(task, from)| TaskSpan { task, from, to: at });
        let any = ended.is_some();
        self.lane.tasks.extend(ended);
        any
    }

    /// The lane from zero to `end`.
    pub fn finish(mut self, end: Nanos) -> Lane {
        self.push(end);
        self.end_task(end);
        let Lane { slices, tasks, .. } = &mut self.lane;
        while slices.last().is_some_and(|slice| slice.from >= end) {
            slices.pop();
        }
        if let Some(last) = slices.last_mut() {
            last.to = end;
        }
        tasks.iter_mut().for_each(|span| span.to = span.to.min(end));
        self.lane
    }
}
