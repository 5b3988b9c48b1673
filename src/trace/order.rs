//! Puts the events of several threads into one order.
//!
//! Each thread's events are in order, but threads deliver in batches. Times decide between threads, except where two
//! threads recorded the same nanosecond (coarse clocks make that common). There the lock decides: its events are put
//! into an order in which it could have happened. `GilAcquired::from` names the last holder, so acquisitions chain and
//! no sequence number is needed. A stream that is in order already is left as it is.

use super::{Event, EventKind, Release};
use crate::ids::{ProcessId, ThreadId};
use std::collections::HashMap;

/// Sorts by time, stably; see the module's words for equal times.
pub(super) fn by_time(events: &mut [Event]) {
    events.sort_by_key(|event| event.at);
    let mut gils = HashMap::new();
    for moment in events.chunk_by_mut(|a, b| a.at == b.at) {
        if moment.len() > 1 && moment.iter().any(|event| event.thread != moment[0].thread) {
            settle(moment, &mut gils);
        } else {
            moment.iter().for_each(|event| note(event, &mut gils));
        }
    }
}

/// The state of one GIL while its events are replayed.
#[derive(Clone, Copy, Default)]
struct Gil {
    holder: Option<ThreadId>,
    last: Option<ThreadId>,
    requested: bool,
}

/// Orders events of one nanosecond: again and again the first that its thread and the lock allow.
fn settle(moment: &mut [Event], gils: &mut HashMap<ProcessId, Gil>) {
    for done in 0..moment.len() {
        let rest = &moment[done..];
        let next = (0..rest.len()).find(|&i| leads_its_lane(rest, i) && is_possible(rest, i, gils)).unwrap_or(0);
        moment[done..=done + next].rotate_right(1);
        note(&moment[done], gils);
    }
}

fn leads_its_lane(rest: &[Event], i: usize) -> bool {
    rest[..i].iter().all(|earlier| (earlier.process, earlier.thread) != (rest[i].process, rest[i].thread))
}

fn is_possible(rest: &[Event], i: usize, gils: &HashMap<ProcessId, Gil>) -> bool {
    let Event { process, thread, ref kind, .. } = rest[i];
    let gil = gils.get(&process).copied().unwrap_or_default();
    let request_comes = || {
        rest.iter().any(|other| {
            other.process == process && matches!(other.kind, EventKind::DropRequested { against } if against == thread)
        })
    };
    match *kind {
        EventKind::GilAcquired { from, .. } => {
            gil.holder.is_none() && from.or(Some(thread)) == gil.last.or(from.or(Some(thread)))
        }
        EventKind::DropRequested { against } => gil.holder == Some(against),
        EventKind::GilReleased { why: Release::Forced } => {
            gil.holder == Some(thread) && (gil.requested || !request_comes())
        }
        EventKind::GilReleased { .. } => gil.holder == Some(thread),
        _ => true,
    }
}

fn note(event: &Event, gils: &mut HashMap<ProcessId, Gil>) {
    match event.kind {
        EventKind::GilAcquired { .. } => {
            let thread = Some(event.thread);
            gils.insert(event.process, Gil { holder: thread, last: thread, requested: false });
        }
        EventKind::DropRequested { .. } => gils.entry(event.process).or_default().requested = true,
        EventKind::GilReleased { .. } => gils.entry(event.process).or_default().holder = None,
        _ => {}
    }
}
