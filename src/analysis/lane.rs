//! From the events of one thread to its lane. Knows no other thread.

use super::reduce::{Grid, reduce};
use super::{Lane, Slice, State, TaskSpan};
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::time::Nanos;
use crate::trace::{BlockingCall, EventKind, Release};

/// The fold over one thread's events.
#[derive(Debug)]
pub(super) struct LaneBuilder {
    lane: Lane,
    /// What the thread does, or would do if it had a core.
    does: State,
    /// Whether it has a core, as far as anybody says.
    on_core: bool,
    /// The blocking call that it makes or made last.
    call: Option<BlockingCall>,
    /// That call is for a lock of the program.
    contends: bool,
    /// The present slice.
    state: State,
    since: Nanos,
    /// It held the GIL and had no core.
    without_core: Stretches,
    /// It waited for another thread's end.
    joining: Stretches,
    task: Option<(TaskId, Nanos)>,
}

/// Stretches of a thread's time that its slices do not tell.
#[derive(Debug, Default)]
struct Stretches {
    since: Option<Nanos>,
    over: Vec<(Nanos, Nanos)>,
    /// The length of those that are known to count and were forgotten.
    counted: Nanos,
}

impl Stretches {
    fn set(&mut self, at: Nanos, holds: bool) {
        match (self.since, holds) {
            (None, true) => self.since = Some(at),
            (Some(since), false) => {
                self.over.push((since, at));
                self.since = None;
            }
            _ => {}
        }
    }

    /// Stretches that were over by then need not be told apart any more.
    fn forget(&mut self, upto: Nanos) {
        let past = self.over.partition_point(|(_, to)| *to <= upto);
        self.counted += self.over.drain(..past).map(|(from, to)| to.saturating_sub(from)).sum::<Nanos>();
    }

    fn time(mut self, end: Nanos) -> Nanos {
        self.set(end, false);
        let over = self.over.iter().map(|(from, to)| (*to).min(end).saturating_sub(*from));
        self.counted + over.sum::<Nanos>()
    }
}

impl LaneBuilder {
    pub fn new(process: ProcessId, thread: ThreadId) -> LaneBuilder {
        let name = match (process, thread) {
            (ProcessId::MAIN, ThreadId::MAIN) => "main".to_string(),
            (ProcessId::MAIN, thread) => format!("thread-{}", thread.0),
            (process, _) => format!("process-{}", process.0),
        };
        let lane = Lane { name, process, thread, slices: Vec::new(), tasks: Vec::new(), joining: Nanos::ZERO };
        LaneBuilder {
            lane,
            does: State::Idle,
            on_core: true,
            call: None,
            contends: false,
            state: State::Idle,
            since: Nanos::ZERO,
            without_core: Stretches::default(),
            joining: Stretches::default(),
            task: None,
        }
    }

    /// Takes the next event. True if a task ended by it, in whatever way.
    pub fn observe(&mut self, at: Nanos, kind: &EventKind, has_gil: bool) -> bool {
        match kind {
            EventKind::ThreadStarted { name } => self.lane.name.clone_from(name),
            EventKind::LockContended { .. } => self.contends = true,
            EventKind::BlockBegun { call, .. } => self.call = Some(*call),
            EventKind::GilAcquired { .. } => self.contends = false,
            EventKind::OnCore { .. } => self.on_core = true,
            EventKind::OffCore => self.on_core = false,
            _ => {}
        }
        self.does = match self.state_after(kind) {
            // Where there is no lock, who wants it has it.
            Some(State::WaitingForGil) if !has_gil => State::Running,
            state => state.unwrap_or(self.does),
        };
        self.enter(at);
        match *kind {
            EventKind::TaskStarted { task } => {
                let unended = self.end_task(at);
                self.task = Some((task, at));
                unended
            }
            EventKind::TaskSuspended { .. } => {
                self.end_task(at);
                false
            }
            EventKind::TaskResumed { task } => {
                self.task = Some((task, at));
                false
            }
            EventKind::TaskEnded { .. } | EventKind::ThreadEnded => self.end_task(at),
            _ => false,
        }
    }

    /// The thread's process has ended, and whatever the thread was at. True if a task ended by that.
    pub fn end(&mut self, at: Nanos) -> bool {
        self.does = State::Idle;
        self.enter(at);
        self.end_task(at)
    }

    /// The state that an event leads to; none where it leads to no other.
    fn state_after(&self, kind: &EventKind) -> Option<State> {
        match kind {
            EventKind::ProcessStarted { .. } => Some(State::Starting),
            EventKind::ProcessReady => (self.does == State::Starting).then_some(State::Idle),
            EventKind::GilAcquired { .. } => Some(State::Running),
            // Whoever was forced to let go wants it back, and whoever has slept wants to go on.
            EventKind::GilWanted | EventKind::BlockEnded | EventKind::GilReleased { why: Release::Forced } => {
                Some(State::WaitingForGil)
            }
            EventKind::GilReleased { why: Release::Blocking } => Some(match self.call {
                Some(BlockingCall::Native | BlockingCall::Compute) => State::Native,
                Some(_) if self.contends => State::Locked,
                _ => State::Blocked,
            }),
            EventKind::GilReleased { why: Release::Exit } | EventKind::ThreadEnded => Some(State::Idle),
            _ => None,
        }
    }

    fn enter(&mut self, at: Nanos) {
        let needs_core = matches!(self.does, State::Running | State::Native);
        let state = if needs_core && !self.on_core { State::Ready } else { self.does };
        self.without_core.set(at, state == State::Ready && self.does == State::Running);
        self.joining.set(at, state == State::Locked && self.call == Some(BlockingCall::ThreadJoin));
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

    /// What the thread is in.
    pub fn state(&self) -> State {
        self.state
    }

    /// Whether it works on a task.
    pub fn is_at_work(&self) -> bool {
        self.task.is_some()
    }

    /// The slices so far, without the present one.
    pub fn slices(&self) -> &[Slice] {
        &self.lane.slices
    }

    /// What it keeps, counted.
    pub fn kept(&self) -> usize {
        self.lane.slices.len() + self.without_core.over.len() + self.joining.over.len()
    }

    /// Closes the present slice; what goes on will prolong it.
    pub fn close(&mut self, at: Nanos) {
        self.push(at);
    }

    /// The run goes on beyond the end of the grid.
    pub fn reduce(&mut self, grid: &Grid) {
        reduce(&mut self.lane.slices, grid);
        self.without_core.forget(grid.upto);
        self.joining.forget(grid.upto);
    }

    /// The lane from zero to `end`, and how long it held the GIL by then.
    pub fn finish(mut self, end: Nanos) -> (Lane, Nanos) {
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
        self.lane.joining = self.joining.time(end);
        let held = self.lane.time(State::Running) + self.without_core.time(end);
        (self.lane, held)
    }
}
