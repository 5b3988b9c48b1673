//! Reference counts that went wrong where threads shared them without a lock: how many, the first of them in detail, and
//! what came of it. A fold over events in time order.

use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use crate::trace::{CountChange, EarlyDeath, Event, EventKind, LostCount};
use std::collections::BTreeMap;

/// Objects that are told of, and changes that are told of each.
const OBJECTS: usize = 4;
const CHANGES: usize = 3;

/// What became of reference counts in one model's run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// Changes that were lost.
    pub lost: u64,
    /// Objects that were freed while there were references to them.
    pub died_early: u64,
    /// Objects that live at the end though nobody refers to them.
    pub leaked: u64,
    /// The first objects that it happened to.
    pub objects: Vec<Contested>,
    names: BTreeMap<(ProcessId, ThreadId), String>,
}

/// An object with a wrong count.
#[derive(Clone, Debug, PartialEq)]
pub struct Contested {
    key: (ProcessId, u64),
    /// Its type and the beginning of its `repr`.
    pub what: String,
    /// How many changes of its count were lost, and the first of them.
    pub lost: u64,
    pub first: Vec<(Nanos, LostCount)>,
    pub fate: Fate,
    /// Threads that used it after its early death.
    pub used_by: Vec<ThreadId>,
}

/// What became of an object whose count was wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Fate {
    /// Lost changes made up for each other, or it has not come to it.
    #[default]
    Unharmed,
    DiedEarly {
        at: Nanos,
        /// How many references to it there were.
        owners: u32,
        by: CountChange,
    },
    /// With this count, at the end of the run.
    Leaked { count: u32 },
}

impl Counts {
    /// Takes the next event, in time order.
    pub(super) fn observe(&mut self, event: &Event) {
        match &event.kind {
            EventKind::ThreadStarted { name } => {
                self.names.insert((event.process, event.thread), name.clone());
            }
            EventKind::CountLost(lost) => self.lose(event, lost),
            EventKind::DiedEarly(death) => self.die(event, death),
            EventKind::UsedAfterFree { object, what } => {
                if let Some(found) = self.object(event.process, *object, what)
                    && !found.used_by.contains(&event.thread)
                {
                    found.used_by.push(event.thread);
                }
            }
            EventKind::Leaked { object, what, count } => {
                self.leaked += 1;
                if let Some(found) = self.object(event.process, *object, what) {
                    found.fate = Fate::Leaked { count: *count };
                }
            }
            _ => {}
        }
    }

    /// The name of a thread's lane.
    pub fn name(&self, thread: ThreadId) -> &str {
        self.names.get(&(ProcessId::MAIN, thread)).map_or("a thread", String::as_str)
    }

    fn lose(&mut self, event: &Event, lost: &LostCount) {
        self.lost += 1;
        if let Some(found) = self.object(event.process, lost.object, &lost.what) {
            found.lost += 1;
            if found.first.len() < CHANGES {
                found.first.push((event.at, lost.clone()));
            }
        }
    }

    fn die(&mut self, event: &Event, death: &EarlyDeath) {
        self.died_early += 1;
        if let Some(found) = self.object(event.process, death.object, &death.what) {
            found.fate = Fate::DiedEarly { at: event.at, owners: death.owners, by: death.by.clone() };
        }
    }

    /// The object, if it is one of those that are told of.
    fn object(&mut self, process: ProcessId, object: u64, what: &str) -> Option<&mut Contested> {
        let key = (process, object);
        let known = self.objects.iter().position(|known| known.key == key);
        if known.is_none() && self.objects.len() < OBJECTS {
            let what = what.to_string();
            let (first, used_by) = (Vec::new(), Vec::new());
            self.objects.push(Contested { key, what, lost: 0, first, fate: Fate::Unharmed, used_by });
            return self.objects.last_mut();
        }
        known.and_then(|known| self.objects.get_mut(known))
    }
}
