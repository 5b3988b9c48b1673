//! Which hand-offs a lock saw. Knows one lock only.

use super::Handoff;
use crate::ids::ThreadId;
use crate::time::Nanos;
use crate::trace::{Event, EventKind, Release};

/// The fold over the events of one process's GIL.
#[derive(Debug, Default)]
pub(super) struct HandoffFinder {
    released: Option<(Nanos, ThreadId, Release)>,
    requested: Option<(Nanos, ThreadId)>,
    /// Who was last made to let go and has not had the lock again: it wants it all the time.
    dropped: Option<ThreadId>,
}

impl HandoffFinder {
    /// Takes the next event; the hand-off that it ends, if it does.
    pub fn observe(&mut self, event: &Event) -> Option<Handoff> {
        match event.kind {
            EventKind::GilReleased { why } => {
                self.released = Some((event.at, event.thread, why));
                self.dropped = if why == Release::Forced { Some(event.thread) } else { self.dropped };
            }
            // The first request is the cause, later ones change nothing.
            EventKind::DropRequested { .. } => self.requested = self.requested.or(Some((event.at, event.thread))),
            EventKind::GilAcquired { waited, .. } => return self.acquired(event, waited),
            _ => {}
        }
        None
    }

    fn acquired(&mut self, event: &Event, waited: Nanos) -> Option<Handoff> {
        let requested = self.requested.take();
        let wanted_anyhow = self.dropped.take_if(|thread| *thread == event.thread).is_some();
        let (released, from, why) = self.released.take()?;
        (from != event.thread).then_some(Handoff {
            released,
            acquired: event.at,
            process: event.process,
            from,
            to: event.thread,
            forced: why == Release::Forced,
            requested,
            found_free: why != Release::Forced && !wanted_anyhow && event.at > released + waited,
        })
    }
}
