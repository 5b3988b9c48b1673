//! How a set's index is probed, and how it grows: as `Objects/setobject.c` of CPython 3.11 has it, so that sets are iterated
//! in the same order.

use super::{DUMMY, Dict, EMPTY, Entry, Result, SET_SLOTS, Value};

/// How many slots after the first are looked at before jumping elsewhere.
const LINEAR_PROBES: usize = 9;

/// The slots in the order in which a hash looks at them, without end.
struct Probes {
    mask: usize,
    perturb: u64,
    begin: usize,
    step: usize,
}

impl Probes {
    fn new(hash: i64, slots: usize) -> Probes {
        let mask = slots - 1;
        Probes { mask, perturb: hash as u64, begin: hash as usize & mask, step: 0 }
    }

    #[inline(always)]
    fn next_slot(&mut self) -> usize {
        let last = if self.begin + LINEAR_PROBES <= self.mask { LINEAR_PROBES } else { 0 };
        if self.step > last {
            self.perturb >>= 5;
            let next = (self.begin as u64).wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb);
            self.begin = next as usize & self.mask;
            self.step = 0;
        }
        self.step += 1;
        self.begin + self.step - 1
    }
}

impl Dict {
    /// The slot of the entry with this hash whose key is the one that is looked for.
    pub(super) fn find_in_set(&self, hash: i64, is_it: impl Fn(Value) -> Result<bool>) -> Result<Option<usize>> {
        if self.index.is_empty() {
            return Ok(None);
        }
        let mut probes = Probes::new(hash, self.index.len());
        loop {
            let slot = probes.next_slot();
            match self.index[slot] {
                EMPTY => return Ok(None),
                DUMMY => {}
                at => {
                    let entry = &self.entries[at as usize];
                    if entry.hash == hash && is_it(entry.key)? {
                        return Ok(Some(slot));
                    }
                }
            }
        }
    }

    /// The slots of all entries with this hash, and their keys.
    pub(super) fn candidates_in_set(&self, hash: i64, found: &mut Vec<(usize, Value)>) {
        if self.index.is_empty() {
            return;
        }
        let mut probes = Probes::new(hash, self.index.len());
        loop {
            let slot = probes.next_slot();
            match self.index[slot] {
                EMPTY => return,
                DUMMY => {}
                at => {
                    let entry = &self.entries[at as usize];
                    if entry.hash == hash {
                        found.push((slot, entry.key));
                    }
                }
            }
        }
    }

    /// Whether nothing was ever put into it.
    pub fn is_untouched(&self) -> bool {
        self.entries.is_empty()
    }

    /// The first slot of the hash that was never in use.
    fn free_slot(&self, hash: i64) -> usize {
        let mut probes = Probes::new(hash, self.index.len());
        loop {
            let slot = probes.next_slot();
            if self.index[slot] == EMPTY {
                return slot;
            }
        }
    }

    /// The last slot on the way to the first that was never in use, whose entry was removed.
    fn slot_to_reuse(&self, hash: i64) -> Option<usize> {
        if self.filled == self.live {
            return None;
        }
        let mut probes = Probes::new(hash, self.index.len());
        let mut found = None;
        loop {
            let slot = probes.next_slot();
            match self.index[slot] {
                EMPTY => return found,
                DUMMY => found = Some(slot),
                _ => {}
            }
        }
    }

    /// Removed entries are dropped from the list where they are most of it. Slots stay as they are.
    fn forget_dead(&mut self) {
        if self.entries.len() < self.index.len() {
            return;
        }
        let mut kept = Vec::with_capacity(self.live + 1);
        for slot in &mut self.index {
            if let Some(entry) = self.entries.get(*slot as usize) {
                *slot = kept.len() as u32;
                kept.push(*entry);
            }
        }
        self.entries = kept;
    }

    /// The slot that `set.pop` empties: the next after the one that it emptied last.
    pub fn slot_to_pop(&mut self) -> Option<usize> {
        let slots = self.index.len();
        let begin = if slots == 0 { 0 } else { self.popped & (slots - 1) };
        let found = (begin..slots).chain(0..begin).find(|slot| self.present(*slot).is_some())?;
        self.popped = found + 1;
        Some(found)
    }

    /// A new entry. Says how many bytes were allocated for it.
    pub(super) fn push_to_set(&mut self, hash: i64, key: Value, value: Value) -> usize {
        if self.index.is_empty() {
            self.index.resize(SET_SLOTS, EMPTY);
        }
        if let Some(slot) = self.slot_to_reuse(hash) {
            self.forget_dead();
            self.index[slot] = self.entries.len() as u32;
            self.entries.push(Entry { hash, key, value });
            self.live += 1;
            return 0;
        }
        self.push_unchecked(Entry { hash, key, value });
        if self.filled * 5 < (self.index.len() - 1) * 3 {
            return 0;
        }
        self.resize_set(if self.live > 50_000 { self.live * 2 } else { self.live * 4 });
        self.bytes()
    }

    /// The index gets more slots than `least`, and its entries new places, in the order of their old ones.
    fn resize_set(&mut self, least: usize) {
        let entries: Vec<Entry> = self.entries().collect();
        let mut slots = SET_SLOTS;
        while slots <= least {
            slots *= 2;
        }
        self.index.clear();
        self.index.resize(slots, EMPTY);
        self.filled = entries.len();
        self.entries = entries;
        for at in 0..self.entries.len() {
            let slot = self.free_slot(self.entries[at].hash);
            self.index[slot] = at as u32;
        }
    }

    /// Room for the items of another collection of this size, before they are added.
    pub fn expect_in_set(&mut self, more: usize) {
        let slots = self.index.len().max(SET_SLOTS);
        if (self.filled + more) * 5 >= (slots - 1) * 3 {
            self.resize_set((self.live + more) * 2);
        }
    }

    /// After many entries were removed: their slots become free where they are more than a quarter.
    pub fn forget_removed(&mut self) {
        if !self.index.is_empty() && self.filled - self.live > (self.index.len() - 1) / 4 {
            self.resize_set(if self.live > 50_000 { self.live * 2 } else { self.live * 4 });
        }
    }

    /// A copy as a set's copy is made: in the same places where there is as much room.
    pub fn copied_set(&self) -> Dict {
        let mut copy = Dict::of_set();
        copy.expect_in_set(self.live);
        let slots = copy.index.len().max(SET_SLOTS);
        if slots == self.index.len().max(SET_SLOTS) && self.filled == self.live {
            return self.clone();
        }
        for entry in self.entries() {
            copy.push_unchecked(entry);
        }
        copy
    }

    /// An entry into an index that has room for it.
    fn push_unchecked(&mut self, entry: Entry) {
        if self.index.is_empty() {
            self.index.resize(SET_SLOTS, EMPTY);
        }
        let slot = self.free_slot(entry.hash);
        self.index[slot] = self.entries.len() as u32;
        self.entries.push(entry);
        self.live += 1;
        self.filled += 1;
    }
}
