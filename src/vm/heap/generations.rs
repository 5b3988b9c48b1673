//! When CPython's garbage collector runs, and over how many objects: what a program that makes many objects pays for. Containers
//! are counted, not listed: of which generation one is that dies is not known, nor whether it holds another container. The first
//! is taken to be the youngest, the second is found by a sample. Which objects are garbage is `cycles`' matter.
//!
//! | generation | is collected when                                             | its survivors        |
//! |------------|---------------------------------------------------------------|----------------------|
//! | 0          | 700 containers more have been made than have died             | are of generation 1  |
//! | 1          | 0 has been collected 11 times                                 | are of generation 2  |
//! | 2          | 1 has been collected 11 times, and what came since then is a quarter of what there was | stay |
//!
//! A collection of one generation is one of all below it. As `gcmodule.c` of CPython 3.11 has it.

use super::{Heap, Slot};
use crate::vm::noted::Note;
use crate::vm::value::{Object, Ref, Value};
use serde::{Deserialize, Serialize};

/// Containers that an interpreter has before its program begins (`len(gc.get_objects())` of a script of one line, 3.11).
const FIRST: u32 = 5_600;

/// What a program has not changed.
pub const THRESHOLDS: [u32; 3] = [700, 10, 10];

/// Slots in a sample of all.
const SAMPLE: usize = 256;

/// Slots in one of those that containers were put into lately.
const RECENT: usize = 32;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Generations {
    /// Containers made since generation 0 was collected, less those that died.
    young: u32,
    /// With so many, a collection is looked for, where a program has not disabled it.
    limit: u32,
    /// All containers.
    containers: u32,
    /// How many of these CPython's collector does not look at: a program has frozen them.
    frozen: u32,
    thresholds: [u32; 3],
    is_enabled: bool,
    /// How often the generation below has been collected since this one was; of the first, nothing.
    counts: [u32; 3],
    /// Objects in generation 1.
    middle: u32,
    /// Objects that came to generation 2 since it was collected, and how many were there then.
    arrived: u32,
    old: u32,
    /// Collections of each.
    collections: [u64; 3],
    /// Slots that containers were put into lately.
    recent: [u32; RECENT],
    /// A list, not owned, of what a program wants to be called for each collection.
    observers: Option<Ref>,
}

impl Default for Generations {
    fn default() -> Generations {
        Generations {
            young: 0,
            limit: THRESHOLDS[0],
            containers: FIRST,
            frozen: 0,
            thresholds: THRESHOLDS,
            is_enabled: true,
            counts: [0; 3],
            middle: 0,
            arrived: 0,
            old: 0,
            collections: [0; 3],
            recent: [0; RECENT],
            observers: None,
        }
    }
}

/// Whether CPython's collector counts objects of the kind.
#[inline(always)]
pub fn is_container(object: &Object) -> bool {
    !matches!(
        object,
        Object::Free
            | Object::Str(_)
            | Object::Bytes(_)
            | Object::Bytearray(_)
            | Object::BigInt(_)
            | Object::Range(_)
            | Object::RangeIter(_)
            | Object::LongRange(_)
            | Object::LongRangeIter(_)
            | Object::Code(_)
            | Object::Complex(..)
    )
}

impl Generations {
    /// A container is put into a slot. Says whether a collection may be due.
    #[inline(always)]
    pub fn add(&mut self, slot: u32) -> bool {
        self.containers += 1;
        self.young += 1;
        self.recent[self.young as usize % RECENT] = slot;
        self.young > self.limit
    }

    /// A container has died.
    #[inline(always)]
    pub fn remove(&mut self) {
        self.containers = self.containers.saturating_sub(1);
        self.young = self.young.saturating_sub(1);
    }

    /// The oldest generation that is to be collected.
    fn due(&self) -> usize {
        let counts = [self.young, self.counts[1], self.counts[2]];
        let is_due = |at: &usize| counts[*at] > self.thresholds[*at] && (*at < 2 || self.arrived >= self.old / 4);
        (0..3).rev().find(is_due).unwrap_or(0)
    }

    /// A generation is collected, and those below it, where this part of all containers is looked at. Gives how many these are.
    fn collect(&mut self, generation: usize, looked_at: f64) -> usize {
        let part = |count: u32| (f64::from(count) * looked_at) as u32;
        let all = part(self.containers.saturating_sub(self.frozen));
        let young = part(self.young).min(all);
        self.collections[generation] += 1;
        if generation < 2 {
            self.counts[generation + 1] += 1;
        }
        self.counts[..=generation].fill(0);
        self.young = 0;
        self.set_limit();
        let seen = match generation {
            0 => {
                self.middle = (self.middle + young).min(all);
                young
            }
            1 => {
                let both = (self.middle + young).min(all);
                self.arrived += both;
                self.middle = 0;
                both
            }
            _ => {
                (self.middle, self.arrived, self.old) = (0, 0, all);
                all
            }
        };
        seen as usize
    }

    fn collects(&self) -> bool {
        self.is_enabled && self.thresholds[0] > 0
    }

    fn set_limit(&mut self) {
        self.limit = if self.collects() { self.thresholds[0] } else { self.young.saturating_add(THRESHOLDS[0]) };
    }
}

impl Heap {
    /// So many containers more have been made than have died that a collection is due.
    #[cold]
    #[inline(never)]
    pub(super) fn collect_due(&mut self) {
        if !self.generations.collects() {
            self.note_many(Note::Kept, THRESHOLDS[0] as usize);
            return self.generations.set_limit();
        }
        self.note_many(Note::Kept, self.generations.young as usize);
        let generation = self.generations.due();
        let observers = self.generations.observers.filter(|at| self.is_alive(*at));
        if observers.is_some_and(|at| matches!(self.get(at), Object::List(items) if !items.is_empty())) {
            // Among objects that want to do something, a number is the generation that is to be collected; none is due until then.
            self.generations.limit = u32::MAX;
            self.finalizing.push(Value::Int(generation as i64));
            self.wants_attention = true;
        } else {
            self.collect_generation(generation);
        }
    }

    /// Who is to be called for each collection that is due by itself: what is in this list then.
    pub(in crate::vm) fn set_observers(&mut self, list: Ref) {
        self.generations.observers = Some(list);
    }

    /// What a collection does beside finding garbage: it takes its time. Where threads share objects without a lock, all of them
    /// stand still for another kind of collector, which whoever watches the heap accounts for.
    pub(in crate::vm) fn collect_generation(&mut self, generation: usize) {
        let looked_at = if generation < 2 { self.share_of_newest() } else { self.share_of_all() };
        let seen = self.generations.collect(generation, looked_at);
        if self.watch.as_ref().is_none_or(|watch| !watch.spares_new_objects()) {
            self.note_many(if generation < 2 { Note::Young } else { Note::Old }, seen);
        }
    }

    /// `gc.enable`, `gc.disable`, `gc.set_threshold`.
    pub(in crate::vm) fn set_collector(&mut self, is_enabled: bool, thresholds: [u32; 3]) {
        (self.generations.is_enabled, self.generations.thresholds) = (is_enabled, thresholds);
        self.generations.set_limit();
    }

    pub(in crate::vm) fn collector(&self) -> (bool, [u32; 3]) {
        (self.generations.is_enabled, self.generations.thresholds)
    }

    /// `gc.get_count`.
    pub(in crate::vm) fn generation_counts(&self) -> [u32; 3] {
        [self.generations.young, self.generations.counts[1], self.generations.counts[2]]
    }

    /// How often each generation has been collected.
    pub(in crate::vm) fn collections(&self) -> [u64; 3] {
        self.generations.collections
    }

    /// `gc.freeze`: what there is now is looked at no more. `gc.unfreeze`: all is, as part of the oldest generation.
    pub(in crate::vm) fn freeze(&mut self, is_frozen: bool) {
        let generations = &mut self.generations;
        generations.frozen = if is_frozen { generations.containers } else { 0 };
        if is_frozen {
            (generations.young, generations.middle, generations.arrived, generations.old) = (0, 0, 0, 0);
        } else {
            generations.old = generations.containers;
        }
    }

    /// `gc.get_freeze_count`.
    pub(in crate::vm) fn frozen(&self) -> u32 {
        self.generations.frozen.min(self.generations.containers)
    }

    /// How many containers there are.
    pub fn containers(&self) -> u32 {
        self.generations.containers
    }

    /// The part of containers that the collector looks at. It leaves a tuple or dict alone that holds no container.
    fn share_of_newest(&self) -> f64 {
        self.share_of(self.generations.recent.iter().filter_map(|slot| self.slots.get(*slot as usize)))
    }

    fn share_of_all(&self) -> f64 {
        self.share_of(self.slots.iter().step_by(self.slots.len() / SAMPLE + 1))
    }

    fn share_of<'a>(&'a self, slots: impl Iterator<Item = &'a Slot>) -> f64 {
        let (mut containers, mut looked_at) = (0_u32, 0_u32);
        for slot in slots.filter(|slot| is_container(&slot.object)) {
            containers += 1;
            looked_at += u32::from(self.is_looked_at(&slot.object));
        }
        if containers == 0 { 1.0 } else { f64::from(looked_at) / f64::from(containers) }
    }

    /// Whether the collector looks at the container: `gc.is_tracked`.
    pub(in crate::vm) fn is_looked_at(&self, object: &Object) -> bool {
        let holds_container = |value: &Value| match value {
            Value::Obj(at) => is_container(self.get(*at)),
            _ => false,
        };
        match object {
            Object::Tuple(items) => items.iter().any(holds_container),
            Object::Dict(table) => {
                table.entries().any(|entry| holds_container(&entry.key) || holds_container(&entry.value))
            }
            other => is_container(other),
        }
    }
}
