//! Lanes and their states over time: what a chart shows and figures count. Built from a trace, knows no engine.

use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::model::Model;
use crate::time::Nanos;

/// What a thread is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The process exists but has no virtual machine yet.
    Starting,
    /// Interpreting, with the lock.
    Running,
    /// Computing in native code, without the lock.
    Native,
    /// Ready, waiting for a core: could run, with the lock or in native code, but the operating system runs others. Only
    /// the simulated machine knows; a real system does not tell.
    Ready,
    /// Ready to interpret, without the lock.
    WaitingForGil,
    /// Asleep until another thread gives it a lock of the program, or wakes it otherwise.
    Locked,
    /// In a blocking call, without the lock.
    Blocked,
    /// A task of an event loop between two of its steps: its thread does something else meanwhile.
    Awaiting,
    /// Nothing to do: before its first task, between tasks, after the last.
    Idle,
}

impl State {
    /// Every state, in the order in which tables show them.
    pub const ALL: [State; 9] = [
        State::Running,
        State::Native,
        State::Ready,
        State::WaitingForGil,
        State::Locked,
        State::Blocked,
        State::Awaiting,
        State::Idle,
        State::Starting,
    ];
}

/// A stretch of one state; `from < to`. Slices of a lane follow one another without gap or overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    pub from: Nanos,
    pub to: Nanos,
    pub state: State,
}

/// The time in which a lane worked on one task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskSpan {
    pub task: TaskId,
    pub from: Nanos,
    pub to: Nanos,
}

/// The life of one thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    pub name: String,
    pub process: ProcessId,
    pub thread: ThreadId,
    pub slices: Vec<Slice>,
    pub tasks: Vec<TaskSpan>,
    /// Of the time in `Locked`: that in which it waited for another thread's end.
    pub joining: Nanos,
}

impl Lane {
    /// The time that the lane spent in `state`.
    pub fn time(&self, state: State) -> Nanos {
        self.slices.iter().filter(|slice| slice.state == state).map(|slice| slice.to.saturating_sub(slice.from)).sum()
    }

    /// Whether the slices cover the time from zero to `end` without gap, overlap or empty slice.
    pub fn covers(&self, end: Nanos) -> bool {
        let mut at = Nanos::ZERO;
        let follow = self.slices.iter().all(|slice| {
            let follows = slice.from == at && slice.to > at;
            at = slice.to;
            follows
        });
        follow && at == end
    }
}

/// The lock went from one thread to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handoff {
    /// When `from` released the lock, and when `to` had it.
    pub released: Nanos,
    pub acquired: Nanos,
    pub process: ProcessId,
    pub from: ThreadId,
    pub to: ThreadId,
    /// The release followed a drop request.
    pub forced: bool,
    /// When and by whom the drop was requested, where it was.
    pub requested: Option<(Nanos, ThreadId)>,
    /// `from` let go by itself and `to` wanted the lock only later: it was free then, and nobody's hand-off took so long.
    pub found_free: bool,
}

/// One model's run, ready to count and to draw. Times are since the model's start, which is zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    pub model: Model,
    /// Who runs holds a lock; without one several threads of an interpreter run at once.
    pub has_gil: bool,
    /// The end of the last task, or of the run where it was stopped.
    pub end: Nanos,
    pub lanes: Vec<Lane>,
    pub handoffs: Vec<Handoff>,
}
