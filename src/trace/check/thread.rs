//! The invariants of one thread: what it may do after what it did.

use super::findings::Findings;
use crate::ids::TaskId;
use crate::time::Nanos;
use crate::trace::{Event, EventKind, Release};
use std::collections::BTreeSet;

/// How far a blocking call has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    Begun,
    Released,
}

/// How far a thread's life has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Life {
    #[default]
    Unborn,
    Alive,
    Ended,
}

/// What is known of one thread.
#[derive(Debug, Default)]
pub(super) struct Thread {
    life: Life,
    now: Nanos,
    wanted: Option<Nanos>,
    block: Option<Block>,
    task: Option<TaskId>,
    /// Tasks that it has left and will go on with.
    suspended: BTreeSet<TaskId>,
}

impl Thread {
    pub fn is_alive(&self) -> bool {
        self.life == Life::Alive
    }

    /// The thread's process has ended, and the thread with it.
    pub fn end(&mut self) {
        *self = Thread { life: Life::Ended, now: self.now, ..Thread::default() };
    }

    /// `holds`: whether the thread has the GIL just before the event.
    pub fn observe(&mut self, event: &Event, holds: bool, found: &mut Findings) {
        if event.at < self.now {
            found.broken(format!("went back in time from {} ns", self.now.0));
        }
        self.now = event.at;
        if is_of_process(&event.kind) || is_of_core(&event.kind) || event.kind == EventKind::BrokenOff {
            return;
        }
        self.check_life(&event.kind, found);
        self.check_block(&event.kind, holds, found);
        self.check_wait(event.at, &event.kind, holds, found);
        self.check_task(&event.kind, found);
        if event.kind == EventKind::ThreadEnded {
            self.check_end(holds, found);
            self.end();
        }
    }

    fn check_life(&mut self, kind: &EventKind, found: &mut Findings) {
        let begins = matches!(kind, EventKind::ThreadStarted { .. });
        match self.life {
            Life::Unborn if !begins => found.broken("did something before it started"),
            Life::Alive if begins => found.broken("started twice"),
            Life::Ended => found.broken("did something after it had ended"),
            _ => {}
        }
        self.life = Life::Alive;
    }

    fn check_block(&mut self, kind: &EventKind, holds: bool, found: &mut Findings) {
        let next = match (self.block, kind) {
            (Some(Block::Begun), EventKind::GilReleased { why: Release::Blocking }) => Some(Block::Released),
            (Some(_), EventKind::ThreadEnded) => {
                found.unfinished("ended in the middle of a blocking call");
                None
            }
            (Some(Block::Begun), _) => {
                found.broken("began a blocking call and did not release the GIL next");
                None
            }
            (Some(Block::Released), EventKind::BlockEnded) => None,
            (Some(Block::Released), EventKind::SignalArrived) => Some(Block::Released),
            (Some(Block::Released), _) => {
                found.broken("did something in the middle of a blocking call");
                None
            }
            (None, EventKind::BlockBegun { .. }) => Some(Block::Begun),
            (None, EventKind::BlockEnded) => {
                found.broken("ended a blocking call that it had not begun");
                None
            }
            (None, EventKind::GilReleased { why: Release::Blocking }) => {
                found.broken("released the GIL for a blocking call that it had not begun");
                None
            }
            (None, _) => None,
        };
        if next == Some(Block::Begun) && !holds {
            found.broken("began a blocking call without the GIL");
        }
        self.block = next;
    }

    fn check_wait(&mut self, at: Nanos, kind: &EventKind, holds: bool, found: &mut Findings) {
        match (kind, self.wanted) {
            (EventKind::GilWanted, wanted) => {
                if holds {
                    found.broken("wanted the GIL that it held");
                }
                if wanted.is_some() {
                    found.broken("wanted the GIL twice");
                }
                self.wanted = Some(at);
            }
            (EventKind::GilAcquired { .. }, None) => found.broken("took the GIL that it had not wanted"),
            (&EventKind::GilAcquired { waited, .. }, Some(since)) => {
                check_waited(waited, at.saturating_sub(since), found);
                self.wanted = None;
            }
            (EventKind::DropRequested { .. }, Some(_)) | (EventKind::ThreadEnded, _) | (_, None) => {}
            (_, Some(_)) => found.broken("did something else while it waited for the GIL"),
        }
        if matches!(kind, EventKind::DropRequested { .. }) && self.wanted.is_none() {
            found.broken("asked for the GIL to be dropped without waiting for it");
        }
    }

    fn check_task(&mut self, kind: &EventKind, found: &mut Findings) {
        match (kind, self.task) {
            (&EventKind::TaskStarted { task }, open) => {
                if let Some(open) = open {
                    found.broken(format!("started task {} within task {}", task.0, open.0));
                }
                self.task = Some(task);
            }
            (&EventKind::TaskEnded { task, .. }, open) => {
                if open != Some(task) {
                    found.broken(format!("ended task {} that it was not at", task.0));
                }
                self.task = None;
            }
            (&EventKind::TaskSuspended { task, .. }, open) => {
                if open != Some(task) {
                    found.broken(format!("suspended task {} that it was not at", task.0));
                }
                self.task = None;
                self.suspended.insert(task);
            }
            (&EventKind::TaskResumed { task }, open) => {
                if let Some(open) = open {
                    found.broken(format!("resumed task {} within task {}", task.0, open.0));
                }
                if !self.suspended.remove(&task) {
                    found.broken(format!("resumed task {} that was not suspended", task.0));
                }
                self.task = Some(task);
            }
            _ => {}
        }
    }

    fn check_end(&self, holds: bool, found: &mut Findings) {
        if holds {
            found.broken("ended with the GIL in its hands");
        }
        if let Some(task) = self.task.or(self.suspended.first().copied()) {
            found.unfinished(format!("ended in the middle of task {}", task.0));
        }
    }
}

/// Events of the process, which stand in the lane of its thread 0, whatever that is at.
fn is_of_process(kind: &EventKind) -> bool {
    use EventKind::{ForcedUnasked, NoGil, ProcessExited, ProcessReady, ProcessStarted, ProgramOver};
    matches!(kind, NoGil | ForcedUnasked | ProcessStarted { .. } | ProcessReady | ProcessExited { .. } | ProgramOver)
}

/// Who has a core is the operating system's business and can change at any moment of a thread's life.
fn is_of_core(kind: &EventKind) -> bool {
    matches!(kind, EventKind::OnCore { .. } | EventKind::OffCore)
}

fn check_waited(said: Nanos, counted: Nanos, found: &mut Findings) {
    if said != counted {
        found.broken(format!("said it had waited {} ns for the GIL, but it was {} ns", said.0, counted.0));
    }
}
