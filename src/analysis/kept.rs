//! How long holders kept the GIL that somebody had asked for: calls that never let it go have no checkpoint, so that a request
//! waits for their end. A fold over events in time order.

use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use crate::trace::{Event, EventKind};
use std::collections::{BTreeMap, BTreeSet};

/// A thread of a process.
type Thread = (ProcessId, ThreadId);

/// Releases that came late: longer after the first request than who made it had waited before it might, which is the switch
/// interval. Collections of the garbage collector and, where that is known, time without a core do not count.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    pub count: u64,
    /// From the requests to the releases, all in all and at most.
    pub time: Nanos,
    pub longest: Nanos,
    /// Where the holder stood in its program at the longest, where it is known.
    pub place: Option<String>,
    /// How long each thread kept it, and who waited for it then.
    pub by: BTreeMap<Thread, Nanos>,
    pub waited: BTreeSet<Thread>,
    /// Whether the trace tells which thread had a core.
    pub knows_cores: bool,
}

/// The fold.
#[derive(Debug, Default)]
pub(super) struct KeptFold {
    gils: BTreeMap<ProcessId, Gil>,
    kept: Kept,
}

/// One process's lock.
#[derive(Debug, Default)]
struct Gil {
    holder: Option<(ThreadId, Nanos)>,
    /// Who waits, since when.
    wanted: BTreeMap<ThreadId, Nanos>,
    asked: Option<Request>,
    /// Since when the holder has no core.
    off_core: Option<Nanos>,
    place: Option<String>,
}

/// The first request to the present holder.
#[derive(Clone, Copy, Debug)]
struct Request {
    at: Nanos,
    /// For how long it was waited before.
    after: Nanos,
    /// Time since that has another cause.
    excused: Nanos,
}

impl KeptFold {
    /// Takes the next event, in time order.
    pub fn observe(&mut self, event: &Event) {
        self.kept.knows_cores |= matches!(event.kind, EventKind::OnCore { .. } | EventKind::OffCore);
        let gil = self.gils.entry(event.process).or_default();
        let holds = gil.holder.is_some_and(|(holder, _)| holder == event.thread);
        match &event.kind {
            EventKind::GilWanted => _ = gil.wanted.insert(event.thread, event.at),
            EventKind::GilAcquired { .. } => gil.acquired(event),
            EventKind::DropRequested { .. } => gil.requested(event),
            EventKind::GilKept { at } if holds => gil.place = Some(at.clone()),
            EventKind::Collected { took, .. } if holds => gil.excuse(*took),
            EventKind::OffCore if holds => gil.off_core = Some(event.at),
            EventKind::OnCore { .. } if holds => gil.back_on_core(event.at),
            EventKind::GilReleased { .. } if holds => self.released(event),
            kind if kind.ends_threads() => *gil = Gil::default(),
            EventKind::ThreadEnded => _ = gil.wanted.remove(&event.thread),
            _ => {}
        }
    }

    fn released(&mut self, event: &Event) {
        let Some(gil) = self.gils.get_mut(&event.process) else { return };
        let (request, place) = (gil.asked.take(), gil.place.take());
        gil.holder = None;
        let Some(request) = request else { return };
        let late = event.at.saturating_sub(request.at).saturating_sub(request.excused);
        if late < request.after {
            return;
        }
        let kept = &mut self.kept;
        kept.count += 1;
        kept.time += late;
        if late > kept.longest {
            (kept.longest, kept.place) = (late, place);
        }
        *kept.by.entry((event.process, event.thread)).or_default() += late;
        kept.waited.extend(gil.wanted.keys().map(|waiter| (event.process, *waiter)));
    }

    pub fn finish(self) -> Kept {
        self.kept
    }
}

impl Gil {
    fn acquired(&mut self, event: &Event) {
        self.wanted.remove(&event.thread);
        *self =
            Gil { holder: Some((event.thread, event.at)), wanted: std::mem::take(&mut self.wanted), ..Gil::default() };
    }

    fn requested(&mut self, event: &Event) {
        let (Some((_, held)), Some(&wanted)) = (self.holder, self.wanted.get(&event.thread)) else { return };
        let after = event.at.saturating_sub(held.max(wanted));
        self.asked = self.asked.or(Some(Request { at: event.at, after, excused: Nanos::ZERO }));
    }

    fn excuse(&mut self, time: Nanos) {
        self.asked.iter_mut().for_each(|request| request.excused += time);
    }

    fn back_on_core(&mut self, at: Nanos) {
        let Some(since) = self.off_core.take() else { return };
        let asked = self.asked.map_or(at, |request| request.at);
        self.excuse(at.saturating_sub(since.max(asked)));
    }
}
