//! Puts the events of several threads into one order.
//!
//! Each thread's events are in order, but threads deliver in batches. Times decide between threads, except where two
//! threads recorded the same nanosecond (coarse clocks make that common). There the lock decides: its events are put
//! into an order in which it could have happened. `GilAcquired::from` names the last holder, so acquisitions chain and
//! no sequence number is needed; a drop request comes before the release that follows it, since nobody asks a thread that
//! has only just taken the lock (a waiter waits for an interval first, and no clock is that coarse).
//!
//! A stream that is in a possible order already is left as it is, and a thread whose clock went backwards keeps its own
//! order, so that the check can see it.

use super::{Event, EventKind};
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use std::collections::HashMap;

/// A longer moment than this is left as it is: real clocks are not that coarse.
const LONGEST_MOMENT: usize = 64;

/// Steps of search after which a moment is given up: it has no possible order, or hides it too well.
const STEPS: usize = 2_000;

/// Sorts by time, stably; see the module's words for equal times.
pub(super) fn by_time(batches: Vec<Vec<Event>>) -> Vec<Event> {
    let mut events = sorted(batches);
    let mut gils = HashMap::new();
    for moment in events.chunk_by_mut(|a, b| a.at == b.at) {
        let several = moment.iter().any(|event| event.thread != moment[0].thread);
        // Who knows of cores is the simulated machine, and its order is the one in which things happened.
        let is_known = moment.iter().any(|event| matches!(event.kind, EventKind::OnCore { .. } | EventKind::OffCore));
        if several && !is_known && moment.len() <= LONGEST_MOMENT && moment.iter().any(concerns_the_lock) {
            moment.sort_by_key(|event| event.process);
            moment.chunk_by_mut(|a, b| a.process == b.process).for_each(|of_lock| settle(of_lock, &gils));
        }
        for event in moment.iter().filter(|event| concerns_the_lock(event)) {
            let gil = gils.entry(event.process).or_insert_with(Gil::default);
            *gil = gil.after(event);
        }
    }
    events
}

/// Sorts by the latest time that the event's writer had seen.
fn sorted(mut batches: Vec<Vec<Event>>) -> Vec<Event> {
    let order = order_of(&batches);
    if order.is_sorted_by_key(|key| key.place) {
        return if batches.len() == 1 { batches.remove(0) } else { batches.into_iter().flatten().collect() };
    }
    let moved = |Key { place: (batch, at), .. }: &Key| {
        let place = &mut batches[*batch as usize][*at as usize];
        let left = Event { at: place.at, process: place.process, thread: place.thread, kind: EventKind::GilWanted };
        std::mem::replace(place, left)
    };
    order.iter().map(moved).collect()
}

/// What events are sorted by: small, since events are not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    seen: Nanos,
    rank: Rank,
    /// Its batch, and where it stands there.
    place: (u32, u32),
}

/// The keys of all events in order. Those of one writer come in order, so there is little left to do.
fn order_of(batches: &[Vec<Event>]) -> Vec<Key> {
    let mut of_writers: HashMap<_, Vec<Key>> = HashMap::new();
    for (batch, events) in (0..).zip(batches) {
        let mut at = 0;
        for of_writer in events.chunk_by(|a, b| writer(a) == writer(b)) {
            let keys = of_writers.entry(writer(&of_writer[0])).or_default();
            let mut seen = keys.last().map_or(Nanos::ZERO, |last| last.seen);
            for event in of_writer {
                seen = seen.max(event.at);
                keys.push(Key { seen, rank: rank(&event.kind), place: (batch, at) });
                at += 1;
            }
        }
    }
    let mut order: Vec<Key> = of_writers.into_values().flatten().collect();
    order.sort();
    order
}

/// Whose clock an event's time is of: a worker process is written of by its parent and by itself.
fn writer(event: &Event) -> (ProcessId, ThreadId, bool) {
    (event.process, event.thread, rank(&event.kind) == Rank::Living)
}

/// A process is born before it does anything, and exits after all that it did.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Birth,
    Living,
    Exit,
}

fn rank(kind: &EventKind) -> Rank {
    match kind {
        EventKind::ProcessStarted { .. } => Rank::Birth,
        EventKind::ProcessExited { .. } => Rank::Exit,
        _ => Rank::Living,
    }
}

/// Puts the events that threads of one process recorded at one nanosecond into an order that the lock allows.
fn settle(moment: &mut [Event], gils: &HashMap<ProcessId, Gil>) {
    let gil = gils.get(&moment[0].process).copied().unwrap_or_default();
    let mut search = Search { moment, placed: Vec::new(), steps: 0 };
    if search.complete(gil) {
        let order = search.placed;
        let sorted: Vec<Event> = order.iter().map(|&i| moment[i].clone()).collect();
        moment.clone_from_slice(&sorted);
    }
}

/// A search through the orders of a moment, depth first, earlier events first.
struct Search<'a> {
    moment: &'a [Event],
    /// The order so far, as indices.
    placed: Vec<usize>,
    steps: usize,
}

impl Search<'_> {
    /// Completes the order from a state of the lock. False if there is no possible one.
    fn complete(&mut self, gil: Gil) -> bool {
        self.steps += 1;
        if self.placed.len() == self.moment.len() {
            return true;
        }
        for next in self.candidates(gil) {
            self.placed.push(next);
            if self.complete(gil.after(&self.moment[next])) {
                return true;
            }
            self.placed.pop();
            if self.steps > STEPS {
                break;
            }
        }
        false
    }

    /// What may come next. Only acquisitions exclude each other: of all other events, the first will do.
    fn candidates(&self, gil: Gil) -> Vec<usize> {
        let possible = |&i: &usize| self.leads_its_lane(i) && self.allows(gil, &self.moment[i]);
        let mut all: Vec<usize> = (0..self.moment.len()).filter(possible).collect();
        let is_acquisition = |i: &usize| matches!(self.moment[*i].kind, EventKind::GilAcquired { .. });
        // Acquisitions after it stay possible once it has been placed.
        let first_other = all.iter().position(|i| !is_acquisition(i));
        all.truncate(first_other.map_or(all.len(), |position| position + 1));
        all
    }

    /// Whether the event is not placed yet and all earlier ones of its thread are.
    fn leads_its_lane(&self, i: usize) -> bool {
        let waits = |j: usize| self.moment[j].thread == self.moment[i].thread && !self.placed.contains(&j);
        !self.placed.contains(&i) && !(0..i).any(waits)
    }

    fn allows(&self, gil: Gil, event: &Event) -> bool {
        let me = event.thread;
        match event.kind {
            EventKind::GilAcquired { from, .. } => gil.holder.is_none() && from == gil.last.filter(|last| *last != me),
            EventKind::DropRequested { against } => gil.holder == Some(against),
            EventKind::GilReleased { .. } => gil.holder == Some(me) && (gil.requested || !self.is_still_asked(me)),
            _ => true,
        }
    }

    /// Whether a request against `thread` is not placed yet.
    fn is_still_asked(&self, thread: ThreadId) -> bool {
        let asks = |event: &Event| matches!(event.kind, EventKind::DropRequested { against } if against == thread);
        self.moment.iter().enumerate().any(|(i, event)| asks(event) && !self.placed.contains(&i))
    }
}

/// The state of one GIL while its events are replayed.
#[derive(Clone, Copy, Default)]
struct Gil {
    holder: Option<ThreadId>,
    last: Option<ThreadId>,
    requested: bool,
}

impl Gil {
    fn after(self, event: &Event) -> Gil {
        let me = Some(event.thread);
        match event.kind {
            EventKind::GilAcquired { .. } => Gil { holder: me, last: me, requested: false },
            EventKind::DropRequested { .. } => Gil { requested: true, ..self },
            EventKind::GilReleased { .. } => Gil { holder: None, ..self },
            _ => self,
        }
    }
}

fn concerns_the_lock(event: &Event) -> bool {
    use EventKind::{DropRequested, GilAcquired, GilReleased};
    matches!(event.kind, GilAcquired { .. } | GilReleased { .. } | DropRequested { .. })
}
