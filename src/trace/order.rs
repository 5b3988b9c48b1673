//! Puts the events of several threads into one order.
//!
//! Each thread's events are in order, but threads deliver in batches. Times decide between threads, except where two
//! threads recorded the same nanosecond (coarse clocks make that common). There the lock decides: its events are put
//! into an order in which it could have happened. `GilAcquired::from` names the last holder, so acquisitions chain and
//! no sequence number is needed. A stream that is in order already is left as it is, and a thread whose clock went
//! backwards keeps its own order, so that the check can see it.

use super::{Event, EventKind, Release};
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use std::collections::HashMap;

/// Sorts by time, stably; see the module's words for equal times.
pub(super) fn by_time(events: Vec<Event>) -> Vec<Event> {
    let mut events = sorted(events);
    let mut gils = HashMap::new();
    for moment in events.chunk_by_mut(|a, b| a.at == b.at) {
        if moment.iter().any(|event| event.thread != moment[0].thread) {
            settle(moment, &mut gils);
        } else {
            moment.iter().for_each(|event| note(event, &mut gils));
        }
    }
    events
}

/// Sorts by the latest time that the event's thread had seen.
fn sorted(events: Vec<Event>) -> Vec<Event> {
    let mut latest: HashMap<(ProcessId, ThreadId), Nanos> = HashMap::new();
    let with_key = |event: Event| {
        let seen = latest.entry((event.process, event.thread)).or_default();
        *seen = event.at.max(*seen);
        (*seen, event)
    };
    let mut keyed: Vec<_> = events.into_iter().map(with_key).collect();
    keyed.sort_by_key(|(seen, _)| *seen);
    keyed.into_iter().map(|(_, event)| event).collect()
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
    match *kind {
        EventKind::GilAcquired { from, .. } => {
            gil.holder.is_none() && gil.last.is_none_or(|last| last == from.unwrap_or(thread))
        }
        EventKind::DropRequested { against } => gil.holder == Some(against),
        EventKind::GilReleased { why: Release::Forced } if !gil.requested => {
            gil.holder == Some(thread) && !rest.iter().any(|other| requests_drop_of(other, process, thread))
        }
        EventKind::GilReleased { .. } => gil.holder == Some(thread),
        _ => true,
    }
}

fn requests_drop_of(event: &Event, process: ProcessId, thread: ThreadId) -> bool {
    event.process == process && matches!(event.kind, EventKind::DropRequested { against } if against == thread)
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
