//! The table behind dicts and sets: entries in the order of insertion, and an index of them by hash.
//!
//! A set's entries are numbered by their places in the index, which is probed and grows as CPython 3.11's (`hashes`):
//! so sets are iterated in the same order. A dict's are numbered as they were inserted.

mod set;

use super::compare::{is_identical, same_or_equal};
use super::error::{self, Result};
pub use super::hashes::hash;
use super::hashes::{hash_in_set, int_hash, text_hash};
use super::heap::Heap;
use super::noted::Note;
use super::value::{Object, Value};
use serde::{Deserialize, Serialize};

/// An entry; of one that was removed the key is `Unbound`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Entry {
    hash: i64,
    pub key: Value,
    /// None for a set.
    pub value: Value,
}

impl Entry {
    pub fn hash(&self) -> i64 {
        self.hash
    }
}

/// In the index: nothing was here ever.
const EMPTY: u32 = u32::MAX;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Dict {
    entries: Vec<Entry>,
    /// A power of two of slots, at most two thirds full; each names an entry.
    index: Vec<u32>,
    live: usize,
    /// Of a dict: before this number there are no entries any more.
    first: usize,
    is_set: bool,
    /// How many slots of a set are or were in use.
    filled: usize,
    /// The slot after the one that `set.pop` emptied last.
    popped: usize,
}

/// In a set's index: what was here was removed.
const DUMMY: u32 = u32::MAX - 1;

/// A set's first index, and the least.
const SET_SLOTS: usize = 8;

impl Dict {
    pub fn len(&self) -> usize {
        self.live
    }

    /// The entries from number `from` on, with their numbers.
    pub fn entries_from(&self, from: usize) -> impl DoubleEndedIterator<Item = (usize, Entry)> + '_ {
        (from.max(self.first)..self.slots()).filter_map(|at| Some((at, *self.present(at)?)))
    }

    /// The entry of this number, if there is one now.
    #[inline(always)]
    fn present(&self, at: usize) -> Option<&Entry> {
        let at = if self.is_set { self.index[at] as usize } else { at };
        self.entries.get(at).filter(|entry| !matches!(entry.key, Value::Unbound))
    }

    /// The place in the list of an entry of this number, which is there.
    #[inline(always)]
    fn place(&self, at: usize) -> usize {
        if self.is_set { self.index[at] as usize } else { at }
    }

    /// Takes all entries out.
    pub fn take_all(&mut self) -> Dict {
        let empty = Dict { is_set: self.is_set, ..Dict::default() };
        std::mem::replace(self, empty)
    }

    /// An empty table for a set.
    pub fn of_set() -> Dict {
        Dict { is_set: true, ..Dict::default() }
    }

    pub fn entries(&self) -> impl DoubleEndedIterator<Item = Entry> + '_ {
        self.entries_from(0).map(|(_, entry)| entry)
    }

    /// How many entries there are or were: numbers are below that.
    pub fn slots(&self) -> usize {
        if self.is_set { self.index.len() } else { self.entries.len() }
    }

    pub fn entry(&self, at: usize) -> Entry {
        self.entries[self.place(at)]
    }

    /// The entry, if its key is this integer or this very text.
    #[inline]
    pub fn entry_if(&self, at: usize, key: Value) -> Option<&Entry> {
        self.entries.get(at).filter(|entry| match (entry.key, key) {
            (Value::Int(one), Value::Int(other)) => one == other,
            (Value::Obj(one), Value::Obj(other)) => one == other,
            _ => false,
        })
    }

    pub fn set_value(&mut self, at: usize, value: Value) -> Value {
        let at = self.place(at);
        std::mem::replace(&mut self.entries[at].value, value)
    }

    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        for entry in &self.entries {
            visit(entry.key);
            visit(entry.value);
        }
    }

    /// The number of the entry with an equal key. Fails where a comparison does.
    pub fn find(&self, heap: &Heap, hash: i64, key: Value) -> Result<Option<usize>> {
        if self.index.is_empty() {
            return Ok(None);
        }
        if self.is_set {
            return self.find_in_set(hash, |other| Ok(is_identical(other, key) || same_or_equal(heap, other, key)?));
        }
        let mask = self.index.len() - 1;
        let mut slot = spread(hash) & mask;
        loop {
            let at = self.index[slot];
            if at == EMPTY {
                return Ok(None);
            }
            let entry = &self.entries[at as usize];
            if entry.hash == hash
                && !matches!(entry.key, Value::Unbound)
                && (is_identical(entry.key, key) || same_or_equal(heap, entry.key, key)?)
            {
                return Ok(Some(at as usize));
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The number of an integer's entry, or its hash where there is none; `None` where a key of another kind has that
    /// hash.
    pub fn find_int(&self, number: i64) -> Option<std::result::Result<usize, i64>> {
        let hash = int_hash(number);
        self.find_simply(hash, |key| match key {
            Value::Int(other) => Some(other == number),
            Value::Obj(_) | Value::Float(_) | Value::Bool(_) => None,
            _ => Some(false),
        })
    }

    /// The same for a text.
    pub fn find_text(&self, heap: &Heap, text: Value) -> Option<std::result::Result<usize, i64>> {
        let wanted = &heap.as_plain_str(text)?.text;
        self.find_simply(text_hash(wanted), |key| match heap.as_plain_str(key) {
            Some(other) => Some(is_identical(key, text) || other.text == *wanted),
            None => matches!(key, Value::Int(_) | Value::Unbound).then_some(false),
        })
    }

    /// The number of the entry whose key is this text.
    pub fn find_name(&self, heap: &Heap, name: &str) -> Option<usize> {
        let is_same = |key: Value| heap.as_str(key).is_some_and(|key| *key.text == *name);
        self.find_simply(text_hash(name), |key| Some(is_same(key)))?.ok()
    }

    #[inline(always)]
    fn find_simply(
        &self,
        hash: i64,
        is_same: impl Fn(Value) -> Option<bool>,
    ) -> Option<std::result::Result<usize, i64>> {
        if self.is_set {
            // A key whose likeness is not known at once ends the search as a failure would.
            let found = self.find_in_set(hash, |key| is_same(key).ok_or_else(error::needs_python)).ok()?;
            return Some(found.ok_or(hash));
        }
        let mask = self.index.len().wrapping_sub(1);
        let mut slot = spread(hash) & mask;
        while let Some(entry) = self.index.get(slot).and_then(|at| self.entries.get(*at as usize)) {
            if entry.hash == hash && is_same(entry.key)? {
                return Some(Ok(self.index[slot] as usize));
            }
            slot = (slot + 1) & mask;
        }
        Some(Err(hash))
    }

    /// All keys of this hash: candidates whose equality a program's own method decides.
    pub fn candidates(&self, hash: i64) -> Vec<(usize, Value)> {
        let mut found = Vec::new();
        if self.is_set {
            self.candidates_in_set(hash, &mut found);
            return found;
        }
        let mask = self.index.len().wrapping_sub(1);
        let mut slot = spread(hash) & mask;
        while let Some(entry) = self.index.get(slot).and_then(|at| self.entries.get(*at as usize)) {
            if entry.hash == hash && !matches!(entry.key, Value::Unbound) {
                found.push((self.index[slot] as usize, entry.key));
            }
            slot = (slot + 1) & mask;
        }
        found
    }

    /// A new entry; the key is not there yet.
    /// Says how many bytes were allocated for it.
    pub fn push(&mut self, hash: i64, key: Value, value: Value) -> usize {
        if self.is_set {
            return self.push_to_set(hash, key, value);
        }
        let mut grown = 0;
        if (self.entries.len() + 1) * 3 > self.index.len() * 2 {
            self.grow();
            grown = self.bytes();
        }
        self.enter(hash, self.entries.len() as u32);
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        grown
    }

    /// A new entry of a dict before all others; the key is not there yet.
    pub fn push_front(&mut self, hash: i64, key: Value, value: Value) {
        if self.live == 0 {
            self.push(hash, key, value);
            return;
        }
        if self.first == 0 {
            self.make_room_in_front();
        }
        let at = self.first - 1;
        // What was removed from here stands in the index still; room that was made never did.
        if let Value::Unbound = self.entries[at].value {
            self.vacate(at);
        }
        self.entries[at] = Entry { hash, key, value };
        self.enter(hash, at as u32);
        self.first = at;
        self.live += 1;
    }

    /// As many places before the first entry as there are entries, so that this happens seldom.
    #[cold]
    fn make_room_in_front(&mut self) {
        const LEAST: usize = 8;
        self.entries.retain(|entry| !matches!(entry.key, Value::Unbound));
        let room = Entry { hash: 0, key: Value::Unbound, value: Value::None };
        let count = self.entries.len().max(LEAST);
        self.entries.splice(0..0, std::iter::repeat_n(room, count));
        self.first = count;
        self.index_anew();
    }

    /// What entries and index take.
    pub fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>() + self.index.capacity() * size_of::<u32>()
    }

    fn enter(&mut self, hash: i64, at: u32) {
        let mask = self.index.len() - 1;
        let mut slot = spread(hash) & mask;
        while self.index[slot] != EMPTY {
            slot = (slot + 1) & mask;
        }
        self.index[slot] = at;
    }

    fn grow(&mut self) {
        self.entries.retain(|entry| !matches!(entry.key, Value::Unbound));
        self.first = 0;
        self.index_anew();
    }

    fn index_anew(&mut self) {
        let slots = (self.entries.len() * 3 + 8).next_power_of_two();
        self.index.clear();
        self.index.resize(slots, EMPTY);
        for at in self.first..self.entries.len() {
            self.enter(self.entries[at].hash, at as u32);
        }
    }

    /// Takes an entry out. The caller owns its key and value.
    pub fn remove(&mut self, at: usize) -> Entry {
        let slot = at;
        let at = self.place(at);
        let entry = &mut self.entries[at];
        let removed = *entry;
        (entry.key, entry.value) = (Value::Unbound, Value::Unbound);
        self.live -= 1;
        if self.is_set {
            self.index[slot] = DUMMY;
        } else if self.live == 0 {
            self.entries.clear();
            self.index.fill(EMPTY);
            self.first = 0;
        } else {
            self.forget_ends(at);
        }
        removed
    }

    /// Where the first or the last entry of a dict was removed, the next one that is there is found again at once.
    fn forget_ends(&mut self, removed: usize) {
        let is_gone = |entry: &Entry| matches!(entry.key, Value::Unbound);
        if removed == self.first {
            self.first += self.entries[removed..].iter().take_while(|entry| is_gone(entry)).count();
        }
        while self.entries.last().is_some_and(is_gone) {
            self.vacate(self.entries.len() - 1);
            self.entries.pop();
        }
    }

    /// The index has the entry no longer: what stands behind it, and not where its hash would have it, moves up.
    fn vacate(&mut self, at: usize) {
        let mask = self.index.len() - 1;
        let mut hole = spread(self.entries[at].hash) & mask;
        while self.index[hole] != at as u32 {
            hole = (hole + 1) & mask;
        }
        let mut slot = (hole + 1) & mask;
        while let Some(entry) = self.entries.get(self.index[slot] as usize) {
            let home = spread(entry.hash) & mask;
            if slot.wrapping_sub(home) & mask >= slot.wrapping_sub(hole) & mask {
                self.index[hole] = self.index[slot];
                hole = slot;
            }
            slot = (slot + 1) & mask;
        }
        self.index[hole] = EMPTY;
    }

    /// The number of the last entry.
    pub fn last(&self) -> Option<usize> {
        self.entries_from(0).next_back().map(|(at, _)| at)
    }
}

fn spread(hash: i64) -> usize {
    ((hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20) as usize
}

impl Heap {
    pub fn as_dict(&self, value: Value) -> Option<&Dict> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Dict(dict) => Some(dict),
                Object::Instance(instance) => self.as_dict(instance.base),
                _ => None,
            },
            _ => None,
        }
    }

    /// A dict that is of no class derived from `dict`.
    pub fn as_plain_dict(&self, value: Value) -> Option<&Dict> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Dict(dict) => Some(dict),
                _ => None,
            },
            _ => None,
        }
    }

    /// The table of a dict or set.
    pub fn as_table(&self, value: Value) -> Option<&Dict> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Dict(dict) | Object::Set(dict, _) => Some(dict),
                Object::Instance(instance) => self.as_table(instance.base),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn as_table_mut(&mut self, value: Value) -> Option<&mut Dict> {
        match self.base(value) {
            Value::Obj(at) => match self.get_mut(at) {
                Some(Object::Dict(dict) | Object::Set(dict, _)) => Some(dict),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn is_set(&self, value: Value) -> bool {
        matches!(self.base(value), Value::Obj(at) if matches!(self.get(at), Object::Set(..)))
    }

    pub fn new_dict(&mut self) -> Value {
        self.take_object(Object::Dict(Box::default()))
    }

    pub fn new_set(&mut self, is_frozen: bool) -> Value {
        self.take_object(Object::Set(Box::new(Dict::of_set()), is_frozen))
    }
}

/// The number of the key's entry. Borrows both.
pub fn find(heap: &Heap, table: Value, key: Value) -> Result<Option<usize>> {
    let hash = if heap.is_set(table) { hash_in_set(heap, key)? } else { hash(heap, key)? };
    heap.as_table(table).map_or(Ok(None), |table| table.find(heap, hash, key))
}

/// `table[key] = value`. Takes key and value; where it fails, they are released. A new key takes its time.
pub fn take_item(heap: &mut Heap, table: Value, key: Value, value: Value) -> Result<()> {
    let length = |heap: &Heap| heap.as_dict(table).map_or(0, Dict::len);
    let before = length(heap);
    take_insert(heap, table, key, value)?;
    heap.note_many(Note::Entry, length(heap) - before);
    Ok(())
}

/// Sets the value of a key. Takes key and value; where it fails, they are released.
pub fn take_insert(heap: &mut Heap, table: Value, key: Value, value: Value) -> Result<()> {
    let found = hash(heap, key).and_then(|hash| Ok((hash, find(heap, table, key)?)));
    match found {
        Ok((_, Some(at))) => {
            let old = heap.as_table_mut(table).map(|table| table.set_value(at, value));
            heap.drop_all(old);
            heap.drop_value(key);
            Ok(())
        }
        Ok((hash, None)) => {
            if let Some(table) = heap.as_table_mut(table) {
                let grown = table.push(hash, key, value);
                heap.note_growth(grown);
            }
            Ok(())
        }
        Err(raise) => {
            heap.drop_value(key);
            heap.drop_value(value);
            Err(raise)
        }
    }
}

/// Takes the key's entry out; says whether there was one.
pub fn remove(heap: &mut Heap, table: Value, key: Value) -> Result<Option<Entry>> {
    let Some(at) = find(heap, table, key)? else { return Ok(None) };
    Ok(heap.as_table_mut(table).map(|table| table.remove(at)))
}

#[cfg(test)]
mod tests;
