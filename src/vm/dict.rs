//! The table behind dicts and sets: entries in the order of insertion, and an index of them by hash.

use super::class;
use super::compare::{is_identical, same_or_equal};
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::numeric::float_to_int;
use super::value::{Object, Value};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
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
}

impl Dict {
    pub fn len(&self) -> usize {
        self.live
    }

    /// The entries from number `from` on, with their numbers.
    pub fn entries_from(&self, from: usize) -> impl DoubleEndedIterator<Item = (usize, Entry)> + '_ {
        let all = self.entries.iter().enumerate().skip(from);
        all.filter(|(_, entry)| !matches!(entry.key, Value::Unbound)).map(|(at, entry)| (at, *entry))
    }

    pub fn entries(&self) -> impl DoubleEndedIterator<Item = Entry> + '_ {
        self.entries_from(0).map(|(_, entry)| entry)
    }

    /// How many entries there are or were: numbers are below that.
    pub fn slots(&self) -> usize {
        self.entries.len()
    }

    pub fn entry(&self, at: usize) -> Entry {
        self.entries[at]
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
        self.entries_from(0).filter(|(_, entry)| entry.hash == hash).map(|(at, entry)| (at, entry.key)).collect()
    }

    /// A new entry; the key is not there yet.
    /// Says how many bytes were allocated for it.
    pub fn push(&mut self, hash: i64, key: Value, value: Value) -> usize {
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
        let slots = (self.entries.len() * 3 + 8).next_power_of_two();
        self.index.clear();
        self.index.resize(slots, EMPTY);
        for at in 0..self.entries.len() {
            self.enter(self.entries[at].hash, at as u32);
        }
    }

    /// Takes an entry out. The caller owns its key and value.
    pub fn remove(&mut self, at: usize) -> Entry {
        let entry = &mut self.entries[at];
        let removed = *entry;
        (entry.key, entry.value) = (Value::Unbound, Value::Unbound);
        self.live -= 1;
        if self.live == 0 {
            self.entries.clear();
            self.index.fill(EMPTY);
        }
        removed
    }

    /// The number of the last entry.
    pub fn last(&self) -> Option<usize> {
        self.entries_from(0).next_back().map(|(at, _)| at)
    }
}

fn spread(hash: i64) -> usize {
    ((hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20) as usize
}

/// CPython's modulus for hashes of numbers.
const MODULUS: i64 = (1 << 61) - 1;

/// `hash(value)`. Needs Python where a class says what it is.
pub fn hash(heap: &Heap, value: Value) -> Result<i64> {
    Ok(match value {
        Value::None => 0xfca_86420,
        Value::Bool(holds) => i64::from(holds.get()),
        Value::Int(number) => int_hash(number),
        Value::Float(number) => float_hash(number.get()),
        Value::Builtin(builtin) => builtin as i64 + 1000,
        Value::Method(method) => method as i64 + 2000,
        Value::Exception(kind) => kind as i64 + 3000,
        Value::Native(native) => native as i64 + 5000,
        Value::Module(_) | Value::NotImplemented | Value::Ellipsis | Value::Unbound => 4000,
        Value::Obj(at) => match heap.get(at) {
            Object::Str(text) => text_hash(&text.text),
            Object::BigInt(number) => big_hash(number),
            Object::GenericAlias(origin, args) => hash(heap, *origin)? ^ hash(heap, *args)?,
            Object::Union(args) => {
                let all = heap.as_tuple(*args).unwrap_or_default();
                all.iter().try_fold(17, |sum, one| hash(heap, *one).map(|hash| sum ^ hash))?
            }
            Object::Tuple(items) => tuple_hash(heap, items)?,
            Object::Set(items, true) => items.entries().fold(items.len() as i64, |all, entry| all ^ entry.hash),
            Object::Bytes(bytes) => bytes_hash(bytes),
            Object::List(_)
            | Object::Bytearray(_)
            | Object::Deque(_)
            | Object::Dict(_)
            | Object::Set(..)
            | Object::Slice(_) => {
                return Err(error::type_error(format!("unhashable type: '{}'", type_name(heap, value))));
            }
            Object::Instance(_) | Object::Exception(_) | Object::Class(_) if class::has_own_equality(heap, value) => {
                return Err(error::needs_python());
            }
            Object::Instance(instance) if !matches!(instance.base, Value::Unbound) => hash(heap, instance.base)?,
            _ => at.slot() as i64 * 16 + 8,
        },
    })
}

#[inline]
fn int_hash(number: i64) -> i64 {
    match number {
        0..MODULUS => number,
        _ => number % MODULUS - i64::from(number == -1),
    }
}

#[inline]
fn text_hash(text: &str) -> i64 {
    bytes_hash(text.as_bytes())
}

#[inline]
fn bytes_hash(all: &[u8]) -> i64 {
    let mix = |hash: u64, part: u64| (hash.rotate_left(5) ^ part).wrapping_mul(0x517c_c1b7_2722_0a95);
    let (chunks, rest) = all.as_chunks::<8>();
    let mut hash = all.len() as u64;
    for chunk in chunks {
        hash = mix(hash, u64::from_le_bytes(*chunk));
    }
    if !rest.is_empty() {
        hash = mix(hash, rest.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)));
    }
    hash as i64
}

fn tuple_hash(heap: &Heap, items: &[Value]) -> Result<i64> {
    let mut all = 0x345_678_i64;
    for item in items {
        all = (all ^ hash(heap, *item)?).wrapping_mul(1_000_003).wrapping_add(97_531);
    }
    Ok(all)
}

fn big_hash(number: &BigInt) -> i64 {
    (number % BigInt::from(MODULUS)).to_i64().unwrap_or(0)
}

fn float_hash(number: f64) -> i64 {
    if number.is_finite() && number.fract() == 0.0 {
        let whole = float_to_int(number);
        return match whole.to_i64() {
            Some(-1) => -2,
            Some(small) => small % MODULUS,
            None => big_hash(&whole),
        };
    }
    if !number.is_finite() {
        return match number {
            n if n.is_nan() => n.to_bits() as i64 >> 3,
            n if n > 0.0 => 314_159,
            _ => -314_159,
        };
    }
    fraction_hash(number)
}

/// CPython's hash of a number that is not whole: its value modulo 2^61 - 1, 28 bits at a time.
fn fraction_hash(number: f64) -> i64 {
    let (mut mantissa, mut exponent) = libm::frexp(number.abs());
    let mut hash: u64 = 0;
    while mantissa != 0.0 {
        hash = (hash << 28) & MODULUS as u64 | hash >> 33;
        mantissa *= f64::from(1 << 28);
        exponent -= 28;
        let digit = mantissa as u64;
        mantissa -= digit as f64;
        hash += digit;
        if hash >= MODULUS as u64 {
            hash -= MODULUS as u64;
        }
    }
    let turn = exponent.rem_euclid(61) as u32;
    let hash = ((hash << turn) & MODULUS as u64 | hash >> (61 - turn)) as i64;
    match number < 0.0 {
        true if hash == 1 => -2,
        true => -hash,
        false => hash,
    }
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
        self.take_object(Object::Set(Box::default(), is_frozen))
    }
}

/// The number of the key's entry. Borrows both.
pub fn find(heap: &Heap, table: Value, key: Value) -> Result<Option<usize>> {
    let hash = hash(heap, key)?;
    heap.as_table(table).map_or(Ok(None), |table| table.find(heap, hash, key))
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
