//! `set()`, `frozenset()`, and their methods on items and inclusion.

use super::arguments::Arguments;
use super::collection::update_set;
use super::dict::{self, Dict};
use super::error::Result;
use super::exception::{ExceptionKind, raise_with};
use super::heap::Heap;
use super::noted::Note;
use super::value::{Object, Value};
use crate::bytecode::CompareOp;

fn made(heap: &mut Heap, arguments: Arguments, is_frozen: bool) -> Result<Value> {
    let set = heap.new_set(is_frozen);
    match arguments.only(0, 1).and_then(|given| given.first().map_or(Ok(()), |items| update_set(heap, set, *items))) {
        Ok(()) => Ok(set),
        Err(raise) => {
            heap.drop_value(set);
            Err(raise)
        }
    }
}

pub fn new(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    made(heap, arguments, false)
}

pub fn frozen(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    made(heap, arguments, true)
}

pub fn is_frozen(heap: &Heap, set: Value) -> bool {
    matches!(heap.base(set), Value::Obj(at) if matches!(heap.get(at), Object::Set(_, true)))
}

/// A copy, frozen or not. Owned.
pub fn copy_as(heap: &mut Heap, set: Value, is_frozen: bool) -> Value {
    let copied = heap.as_table(set).map(Dict::copied_set).unwrap_or_else(Dict::of_set);
    copied.for_each_value(|value| {
        heap.keep(value);
    });
    heap.note_growth(copied.bytes());
    note_copied(heap, copied.len());
    heap.take_object(Object::Set(Box::new(copied), is_frozen))
}

/// The copy that takes the place of a set. Takes it.
fn take_copy(heap: &mut Heap, set: Value) -> Value {
    let copy = copy_of(heap, set);
    heap.drop_value(set);
    copy
}

/// A frozen set with the items of a set in the same places.
pub fn frozen_of(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let table = heap.as_table(arguments.only(1, 1)?[0]).cloned().unwrap_or_else(Dict::of_set);
    table.for_each_value(|value| {
        heap.keep(value);
    });
    Ok(heap.take_object(Object::Set(Box::new(table), true)))
}

/// A set of constants, as CPython's compiler leaves it: made anew of the items in their first order, and copied. Takes it.
pub fn take_folded(heap: &mut Heap, set: Value) -> Value {
    let mut again = Dict::of_set();
    heap.as_table(set).into_iter().flat_map(Dict::entries).for_each(|entry| {
        again.push(entry.hash(), entry.key, entry.value);
    });
    if let Some(table) = heap.as_table_mut(set) {
        *table = again;
    }
    take_copy(heap, set)
}

/// An empty set gets the items of another one, in the places in which a copy has them.
pub fn fill_by_copying(heap: &mut Heap, set: Value, items: Value) {
    let copied = heap.as_table(items).map(Dict::copied_set).unwrap_or_else(Dict::of_set);
    copied.for_each_value(|value| {
        heap.keep(value);
    });
    heap.note_growth(copied.bytes());
    note_copied(heap, copied.len());
    if let Some(table) = heap.as_table_mut(set) {
        *table = copied;
    }
}

/// An item of a set is copied with its hash.
fn note_copied(heap: &mut Heap, items: usize) {
    heap.note_many(Note::Copy, 2 * items);
}

pub fn copy_of(heap: &mut Heap, set: Value) -> Value {
    let is_frozen = is_frozen(heap, set);
    copy_as(heap, set, is_frozen)
}

/// The argument as a set, owned.
pub fn as_set(heap: &mut Heap, value: Value) -> Result<Value> {
    if heap.is_set(value) {
        return Ok(heap.keep(value));
    }
    new(heap, Arguments { function: "set", class: "", positional: &[value], keywords: &[] })
}

pub fn copy(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(copy_of(heap, set))
}

pub fn add(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    let item = arguments.only(1, 1)?[0];
    heap.keep(item);
    dict::take_insert(heap, set, item, Value::None).map(|()| Value::None)
}

pub fn discard(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    if let Some(entry) = dict::remove(heap, set, arguments.only(1, 1)?[0])? {
        heap.drop_value(entry.key);
    }
    Ok(Value::None)
}

pub fn remove(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    let item = arguments.only(1, 1)?[0];
    match dict::remove(heap, set, item)? {
        Some(entry) => {
            heap.drop_value(entry.key);
            Ok(Value::None)
        }
        None => Err(super::dict_methods::key_error(heap, item)),
    }
}

pub fn pop(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let entry = heap.as_table_mut(set).and_then(|table| {
        let slot = table.slot_to_pop()?;
        Some(table.remove(slot))
    });
    match entry {
        Some(entry) => Ok(entry.key),
        None => {
            let text = heap.new_str("pop from an empty set");
            Err(raise_with(heap, ExceptionKind::KeyError, text))
        }
    }
}

pub fn update(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    for items in arguments.only(0, usize::MAX)? {
        update_set(heap, set, *items)?;
    }
    Ok(Value::None)
}

fn is_within(heap: &Heap, small: &Dict, large: &Dict) -> Result<bool> {
    for entry in small.entries() {
        if large.find(heap, entry.hash(), entry.key)?.is_none() {
            return Ok(false);
        }
    }
    Ok(small.len() <= large.len())
}

/// Sets are ordered by inclusion.
pub fn compare(heap: &Heap, op: CompareOp, left: &Dict, right: &Dict) -> Result<bool> {
    match op {
        CompareOp::Eq => Ok(left.len() == right.len() && is_within(heap, left, right)?),
        CompareOp::Ne => Ok(!compare(heap, CompareOp::Eq, left, right)?),
        CompareOp::Le => is_within(heap, left, right),
        CompareOp::Lt => Ok(left.len() < right.len() && is_within(heap, left, right)?),
        CompareOp::Ge => is_within(heap, right, left),
        CompareOp::Gt => Ok(right.len() < left.len() && is_within(heap, right, left)?),
    }
}

fn related(heap: &mut Heap, set: Value, arguments: Arguments, op: CompareOp) -> Result<Value> {
    let other = as_set(heap, arguments.only(1, 1)?[0])?;
    let holds = super::compare::compare(heap, op, set, other);
    super::compare::note_compared_sets(heap, op, set, other, *holds.as_ref().unwrap_or(&false));
    heap.drop_value(other);
    holds.map(Value::bool)
}

pub fn issubset(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    related(heap, set, arguments, CompareOp::Le)
}

pub fn issuperset(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    related(heap, set, arguments, CompareOp::Ge)
}

pub fn isdisjoint(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    let other = as_set(heap, arguments.only(1, 1)?[0])?;
    let common = super::set_operations::intersection(heap, set, other);
    heap.drop_value(other);
    let common = common?;
    let length = heap.as_table(common).map_or(0, Dict::len);
    heap.drop_value(common);
    Ok(Value::bool(length == 0))
}
