//! `set()`, `frozenset()`, their methods and operators.

use super::arguments::Arguments;
use super::collection::update_set;
use super::dict::{self, Dict};
use super::error::Result;
use super::exception::{ExceptionKind, raise_with};
use super::heap::Heap;
use super::value::{Object, Value};
use crate::bytecode::{BinaryOp, CompareOp};

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

fn copy_of(heap: &mut Heap, set: Value) -> Value {
    let copied = heap.as_table(set).cloned().unwrap_or_default();
    copied.for_each_value(|value| {
        heap.keep(value);
    });
    let is_frozen = matches!(set, Value::Obj(at) if matches!(heap.get(at), Object::Set(_, true)));
    heap.take_object(Object::Set(Box::new(copied), is_frozen))
}

/// The argument as a set, owned.
fn as_set(heap: &mut Heap, value: Value) -> Result<Value> {
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
    let first = heap.as_table(set).and_then(|table| table.entries_from(0).next()).map(|(at, _)| at);
    match first.and_then(|at| Some(heap.as_table_mut(set)?.remove(at))) {
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

/// Copies the set and takes in, for each argument, what `change` says.
fn changed(heap: &mut Heap, set: Value, arguments: Arguments, op: BinaryOp) -> Result<Value> {
    let mut result = copy_of(heap, set);
    for other in arguments.only(0, usize::MAX)? {
        let next = as_set(heap, *other).and_then(|other| {
            let next = combined(heap, op, result, other);
            heap.drop_value(other);
            next
        });
        heap.drop_value(result);
        result = next?;
    }
    Ok(result)
}

pub fn union(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    changed(heap, set, arguments, BinaryOp::Or)
}

pub fn intersection(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    changed(heap, set, arguments, BinaryOp::And)
}

pub fn difference(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    changed(heap, set, arguments, BinaryOp::Subtract)
}

pub fn symmetric_difference(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    changed(heap, set, arguments, BinaryOp::Xor)
}

/// The operation on two sets as a new one of the left one's kind.
fn combined(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Result<Value> {
    let keys = |heap: &Heap, set: Value| heap.as_table(set).map(|t| t.entries().map(|e| e.key).collect::<Vec<_>>());
    let (ours, theirs) = (keys(heap, left).unwrap_or_default(), keys(heap, right).unwrap_or_default());
    let mut chosen = Vec::new();
    for key in ours {
        let is_there = dict::find(heap, right, key)?.is_some();
        if op == BinaryOp::Or || is_there == (op == BinaryOp::And) {
            chosen.push(key);
        }
    }
    for key in theirs {
        if matches!(op, BinaryOp::Or | BinaryOp::Xor) && dict::find(heap, left, key)?.is_none() {
            chosen.push(key);
        }
    }
    let is_frozen = matches!(left, Value::Obj(at) if matches!(heap.get(at), Object::Set(_, true)));
    let result = heap.new_set(is_frozen);
    for key in chosen {
        heap.keep(key);
        dict::take_insert(heap, result, key, Value::None)?;
    }
    Ok(result)
}

/// `left op right`, where sets have the operator.
pub fn binary(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Result<Option<Value>> {
    let plain = op.plain();
    if !matches!(plain, BinaryOp::Or | BinaryOp::And | BinaryOp::Subtract | BinaryOp::Xor) {
        return Ok(None);
    }
    let result = combined(heap, plain, left, right)?;
    let is_mutable = matches!(left, Value::Obj(at) if matches!(heap.get(at), Object::Set(_, false)));
    if !op.is_in_place() || !is_mutable {
        return Ok(Some(result));
    }
    let new = heap.as_table_mut(result).map(std::mem::take).unwrap_or_default();
    heap.drop_value(result);
    if let Some(old) = heap.as_table_mut(left).map(|table| std::mem::replace(table, new)) {
        old.entries().for_each(|entry| heap.drop_value(entry.key));
    }
    Ok(Some(heap.keep(left)))
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
    let common = changed(heap, set, arguments, BinaryOp::And)?;
    let length = heap.as_table(common).map_or(0, Dict::len);
    heap.drop_value(common);
    Ok(Value::bool(length == 0))
}
