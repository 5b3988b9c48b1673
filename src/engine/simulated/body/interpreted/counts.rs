//! Reference counts as cores see them that share them without a lock: a change is a load, and later a store, and what
//! others stored in between is gone. Says which instructions did that to each other. Knows no time.

use crate::ids::ThreadId;
use crate::trace::{CountChange, EarlyDeath, EventKind, Loss, LostCount};
use crate::vm::{Change, Interp, NextInstr, Ref, Stored};
use std::collections::HashMap;

/// Whose instruction changes a count.
#[derive(Clone, Debug)]
pub(super) struct Doer {
    pub thread: ThreadId,
    pub core: u32,
    pub instr: NextInstr,
}

/// What all threads share.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// Changes that have loaded and not stored yet; at most one a thread.
    flights: Vec<Flight>,
    /// Objects that died early, by their numbers.
    deaths: HashMap<u64, Death>,
    /// What is to be logged.
    noted: Vec<EventKind>,
}

#[derive(Debug)]
struct Flight {
    doer: Doer,
    change: Change,
    loaded: u32,
    /// What others stored since, which this one will overwrite.
    overwrites: Vec<(Doer, i32)>,
}

#[derive(Debug)]
struct Death {
    what: String,
    owners: u32,
    by: CountChange,
}

impl Counts {
    /// The first half of a change. Nothing comes of it where the object is dead.
    pub fn load(&mut self, interp: &Interp, doer: &Doer, change: Change) {
        match interp.load_count(change.at) {
            Some(loaded) => {
                self.flights.push(Flight { doer: doer.clone(), change, loaded, overwrites: Vec::new() });
            }
            None => self.too_late(doer, change),
        }
    }

    /// The second half of what the thread has begun.
    pub fn store(&mut self, interp: &mut Interp, thread: ThreadId) {
        let Some(index) = self.flights.iter().position(|flight| flight.doer.thread == thread) else { return };
        let flight = self.flights.remove(index);
        if interp.load_count(flight.change.at).is_none() {
            return self.too_late(&flight.doer, flight.change);
        }
        let freed = self.store_flight(interp, &flight);
        // The children of a dead object are released at the moment of its death.
        for at in freed {
            self.load(interp, &flight.doer, Change { at, by: -1 });
            self.store(interp, thread);
        }
    }

    /// Returns the children of an object that is freed by it.
    fn store_flight(&mut self, interp: &mut Interp, flight: &Flight) -> Vec<Ref> {
        let Change { at, by } = flight.change;
        let count = flight.loaded.saturating_add_signed(by);
        let what = if count == 0 || !flight.overwrites.is_empty() { interp.describe(at) } else { String::new() };
        let should_be = interp.meant_count(at).unwrap_or_default() + i64::from(by);
        for (lost, lost_by) in &flight.overwrites {
            let (lost, kept) = (lost.change(*lost_by), flight.doer.change(by));
            let how = Loss::Overwritten;
            let lost = LostCount { object: at.id(), what: what.clone(), how, lost, kept, should_be, is: count };
            self.noted.push(EventKind::CountLost(Box::new(lost)));
        }
        for other in self.flights.iter_mut().filter(|other| other.change.at == at) {
            other.overwrites.push((flight.doer.clone(), by));
        }
        match interp.store_count(at, count, by) {
            Stored::Freed { owners, children } => {
                if owners > 0 {
                    self.died_early(at, what, owners, flight.doer.change(by));
                }
                children
            }
            Stored::Alive => Vec::new(),
        }
    }

    fn died_early(&mut self, at: Ref, what: String, owners: u32, by: CountChange) {
        let death = EarlyDeath { object: at.id(), what: what.clone(), owners, by: by.clone() };
        self.noted.push(EventKind::DiedEarly(Box::new(death)));
        self.deaths.insert(at.id(), Death { what, owners, by });
    }

    /// A change of a count that is no more. That an owner less comes too late is no loss.
    fn too_late(&mut self, doer: &Doer, change: Change) {
        if let Some(death) = self.deaths.get(&change.at.id()).filter(|_| change.by > 0) {
            self.noted.push(EventKind::CountLost(Box::new(LostCount {
                object: change.at.id(),
                what: death.what.clone(),
                how: Loss::TooLate,
                lost: doer.change(change.by),
                kept: death.by.clone(),
                should_be: i64::from(death.owners),
                is: 0,
            })));
        }
    }

    /// A reference to a dead object was used: what is to be said of it.
    pub fn used_after_free(&mut self, at: Ref) -> String {
        let (what, by) = match self.deaths.get(&at.id()) {
            Some(Death { what, by, .. }) => (what.clone(), format!(" ({by})")),
            None => ("object".to_string(), String::new()),
        };
        let message = format!(
            "use after free: {what} was freed while there were references to it, as its reference count had come to 0{by}"
        );
        self.noted.push(EventKind::UsedAfterFree { object: at.id(), what });
        message
    }

    /// Makes a change when nobody is there to disturb it.
    pub fn change_at_once(&mut self, interp: &mut Interp, change: Change) {
        let mut left = vec![change];
        while let Some(Change { at, by }) = left.pop() {
            let Some(count) = interp.load_count(at) else { continue };
            if let Stored::Freed { children, .. } = interp.store_count(at, count.saturating_add_signed(by), by) {
                left.extend(children.into_iter().map(|at| Change { at, by: -1 }));
            }
        }
    }

    /// What is to be logged since the last call.
    pub fn take_noted(&mut self) -> Vec<EventKind> {
        std::mem::take(&mut self.noted)
    }
}

impl Doer {
    fn change(&self, by: i32) -> CountChange {
        let NextInstr { code, at, own: (own, own_at), .. } = &self.instr;
        let span = own.places.get(*own_at).map(|place| own.source.in_file(place.span)).unwrap_or_default();
        let file = own.source.file();
        CountChange {
            thread: self.thread,
            core: self.core,
            by,
            instr: code.instrs.get(*at).map(|instr| instr.name().to_string()).unwrap_or_default(),
            function: own.name.clone(),
            place: format!("{}:{}", file.name, file.place(span.start).line),
        }
    }
}
