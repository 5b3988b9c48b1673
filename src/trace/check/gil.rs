//! The invariants of one lock: one holder at a time, and hand-offs that say truly from whom and why.

use super::findings::Findings;
use crate::ids::ThreadId;
use crate::trace::{Event, EventKind, Release};
use std::collections::BTreeSet;

/// What is known of one GIL.
#[derive(Debug, Default)]
pub(super) struct Gil {
    holder: Option<ThreadId>,
    last: Option<ThreadId>,
    /// Of whom a drop was requested: of the present holder, or of who has been handed the lock and wakes up for it.
    requested: Option<ThreadId>,
    /// Its holder may have to release it without a request.
    unasked: bool,
    /// Where there is no GIL: who interprets.
    free: Option<BTreeSet<ThreadId>>,
}

impl Gil {
    pub fn holds(&self, thread: ThreadId) -> bool {
        self.holder == Some(thread) || self.free.as_ref().is_some_and(|free| free.contains(&thread))
    }

    pub fn observe(&mut self, event: &Event, found: &mut Findings) {
        if let Some(free) = &mut self.free {
            return interpret(free, event, found);
        }
        match event.kind {
            EventKind::CountLost(_) | EventKind::DiedEarly(_) => {
                found.broken("lost a reference count though there is a GIL");
            }
            EventKind::ForcedUnasked => self.unasked = true,
            EventKind::NoGil => self.free = Some(BTreeSet::new()),
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
        let requested = self.requested.filter(|&against| against == me);
        *self = Gil { holder: Some(me), last: Some(me), unasked: self.unasked, requested, ..Gil::default() };
    }

    fn released(&mut self, me: ThreadId, why: Release, found: &mut Findings) {
        match self.holder {
            Some(holder) if holder != me => found.broken(format!("released the GIL that thread {} held", holder.0)),
            None => found.broken("released the GIL that nobody held"),
            Some(_) if why == Release::Forced && self.requested != Some(me) && !self.unasked => {
                found.broken("was forced to release the GIL though nobody had asked it to");
            }
            Some(_) => {}
        }
        self.holder = None;
    }

    fn drop_requested(&mut self, against: ThreadId, found: &mut Findings) {
        if self.holder.is_some() && !self.holds(against) {
            found.broken(format!("asked thread {} to drop the GIL that it did not hold", against.0));
        }
        self.requested = Some(against);
    }
}

/// Without a GIL: a thread ceases what it has begun.
fn interpret(free: &mut BTreeSet<ThreadId>, event: &Event, found: &mut Findings) {
    let sound = match event.kind {
        EventKind::GilAcquired { .. } => free.insert(event.thread),
        EventKind::GilReleased { .. } => free.remove(&event.thread),
        _ => true,
    };
    if !sound {
        found.broken("began to interpret twice, or ceased to without having begun");
    }
}

fn name(thread: Option<ThreadId>) -> String {
    thread.map_or("no other thread".to_string(), |thread| format!("thread {}", thread.0))
}
