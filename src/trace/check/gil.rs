//! The invariants of one lock: one holder at a time, and hand-offs that say truly from whom and why.

use super::findings::Findings;
use crate::ids::ThreadId;
use crate::trace::{Event, EventKind, Release};

/// What is known of one GIL.
#[derive(Debug, Default)]
pub(super) struct Gil {
    holder: Option<ThreadId>,
    last: Option<ThreadId>,
    /// A drop was requested of the present holder.
    requested: bool,
}

impl Gil {
    pub fn holds(&self, thread: ThreadId) -> bool {
        self.holder == Some(thread)
    }

    pub fn observe(&mut self, event: &Event, found: &mut Findings) {
        match event.kind {
            EventKind::GilAcquired { from, .. } => self.acquired(event.thread, from, found),
            EventKind::GilReleased { why } => self.released(event.thread, why, found),
            EventKind::DropRequested { against } => self.drop_requested(against, found),
            _ => {}
        }
    }

    fn acquired(&mut self, me: ThreadId, from: Option<ThreadId>, found: &mut Findings) {
        if let Some(holder) = self.holder {
            found.broken(format!("took the GIL while thread {} held it", holder.0));
        }
        let last = self.last.filter(|&last| last != me);
        if from != last {
            found.broken(format!("took the GIL from {}, but its last holder was {}", name(from), name(last)));
        }
        *self = Gil { holder: Some(me), last: Some(me), requested: false };
    }

    fn released(&mut self, me: ThreadId, why: Release, found: &mut Findings) {
        match self.holder {
            Some(holder) if holder != me => found.broken(format!("released the GIL that thread {} held", holder.0)),
            None => found.broken("released the GIL that nobody held"),
            Some(_) if why == Release::Forced && !self.requested => {
                found.broken("was forced to release the GIL though nobody had asked it to");
            }
            Some(_) => {}
        }
        self.holder = None;
    }

    fn drop_requested(&mut self, against: ThreadId, found: &mut Findings) {
        if !self.holds(against) {
            found.broken(format!("asked thread {} to drop the GIL that it did not hold", against.0));
        }
        self.requested = true;
    }
}

fn name(thread: Option<ThreadId>) -> String {
    thread.map_or("no other thread".to_string(), |thread| format!("thread {}", thread.0))
}
