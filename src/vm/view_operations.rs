//! The keys and items of dicts as sets: `&`, `|`, `-`, `^`, inclusion.

use super::arguments::Arguments;
use super::collection::update_set;
use super::dict::{self, take_insert};
use super::error::Result;
use super::heap::Heap;
use super::value::{Object, Value, View};
use super::{compare, iter, set_operations};
use crate::bytecode::{BinaryOp, CompareOp};

/// Whether it is a view that is like a set.
pub fn is_view(heap: &Heap, value: Value) -> bool {
    matches!(value, Value::Obj(at) if matches!(heap.get(at), Object::DictView(View::Keys | View::Items, _)))
}

fn length(heap: &Heap, value: Value) -> usize {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::DictView(_, over) => heap.as_table(*over).map_or(0, dict::Dict::len),
            _ => heap.as_table(value).map_or(0, dict::Dict::len),
        },
        _ => 0,
    }
}

/// A new set of all items. Owned.
fn as_set(heap: &mut Heap, value: Value) -> Result<Value> {
    let set = heap.new_set(false);
    filled(heap, set, value)
}

fn filled(heap: &mut Heap, set: Value, items: Value) -> Result<Value> {
    match update_set(heap, set, items) {
        Ok(()) => Ok(set),
        Err(raise) => {
            heap.drop_value(set);
            Err(raise)
        }
    }
}

/// `left op right` where one of them is a view; None where views do not have the operator.
pub fn binary(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Result<Option<Value>> {
    if !is_view(heap, left) && !is_view(heap, right) {
        return Ok(None);
    }
    match op.plain() {
        BinaryOp::And => intersection(heap, left, right).map(Some),
        BinaryOp::Or => {
            let set = as_set(heap, left)?;
            filled(heap, set, right).map(Some)
        }
        BinaryOp::Subtract | BinaryOp::Xor => {
            let set = as_set(heap, left)?;
            let other = as_set(heap, right);
            let result = other.and_then(|other| {
                let result = set_operations::binary(heap, op.plain().in_place(), set, other);
                heap.drop_value(other);
                result
            });
            heap.drop_value(set);
            result
        }
        _ => Ok(None),
    }
}

/// What is in both; who is visited is as in `_PyDictView_Intersect`.
fn intersection(heap: &mut Heap, left: Value, right: Value) -> Result<Value> {
    let (mut view, mut other) = if is_view(heap, left) { (left, right) } else { (right, left) };
    if heap.is_set(other) && length(heap, view) <= length(heap, other) {
        return set_operations::intersection(heap, other, view);
    }
    if is_view(heap, other) && length(heap, other) > length(heap, view) {
        (view, other) = (other, view);
    }
    let items = iter::collect(heap, other)?;
    let result = heap.new_set(false);
    for item in items {
        match compare::contains(heap, item, view) {
            Ok(true) => take_insert(heap, result, item, Value::None)?,
            Ok(false) => heap.drop_value(item),
            Err(raise) => {
                heap.drop_all([item, result]);
                return Err(raise);
            }
        }
    }
    Ok(result)
}

/// Equality and inclusion of views and sets; None where one is neither.
pub fn compared(heap: &Heap, op: CompareOp, left: Value, right: Value) -> Result<Option<bool>> {
    let is_either = |value| is_view(heap, value) || heap.is_set(value);
    if !is_view(heap, left) && !is_view(heap, right) || !is_either(left) || !is_either(right) {
        return Ok(None);
    }
    let (ours, theirs) = (length(heap, left), length(heap, right));
    Ok(Some(match op {
        CompareOp::Eq => ours == theirs && is_within(heap, left, right)?,
        CompareOp::Ne => ours != theirs || !is_within(heap, left, right)?,
        CompareOp::Le => ours <= theirs && is_within(heap, left, right)?,
        CompareOp::Lt => ours < theirs && is_within(heap, left, right)?,
        CompareOp::Ge => ours >= theirs && is_within(heap, right, left)?,
        CompareOp::Gt => ours > theirs && is_within(heap, right, left)?,
    }))
}

/// Whether all of `small` is in `large`.
fn is_within(heap: &Heap, small: Value, large: Value) -> Result<bool> {
    let (small, pairs) = table_of(heap, small);
    let (large, are_pairs) = table_of(heap, large);
    let (Some(small), Some(large)) = (heap.as_table(small), heap.as_table(large)) else { return Ok(false) };
    for entry in small.entries() {
        let found = match (pairs, are_pairs) {
            (true, true) => match large.find(heap, entry.hash(), entry.key)? {
                Some(at) => compare::same_or_equal(heap, large.entry(at).value, entry.value)?,
                None => false,
            },
            (false, false) => large.find(heap, entry.hash(), entry.key)?.is_some(),
            (true, false) => has_pair(heap, large.entries().map(|other| other.key), entry.key, entry.value)?,
            (false, true) => match heap.as_tuple(entry.key) {
                Some([key, value]) => match large.find(heap, dict::hash(heap, *key)?, *key)? {
                    Some(at) => compare::same_or_equal(heap, large.entry(at).value, *value)?,
                    None => false,
                },
                _ => false,
            },
        };
        if !found {
            return Ok(false);
        }
    }
    Ok(true)
}

fn has_pair(heap: &Heap, mut all: impl Iterator<Item = Value>, key: Value, value: Value) -> Result<bool> {
    all.try_fold(false, |found, pair| match heap.as_tuple(pair) {
        Some([k, v]) => Ok(found || compare::same_or_equal(heap, *k, key)? && compare::same_or_equal(heap, *v, value)?),
        _ => Ok(found),
    })
}

/// `item in view`, where it is a view of keys or items.
pub fn contains(heap: &Heap, item: Value, view: Value) -> Option<Result<bool>> {
    let (table, are_pairs) = is_view(heap, view).then(|| table_of(heap, view))?;
    Some(if are_pairs {
        contains_pair(heap, item, table)
    } else {
        dict::find(heap, table, item).map(|at| at.is_some())
    })
}

fn contains_pair(heap: &Heap, item: Value, table: Value) -> Result<bool> {
    let Some([key, value]) = heap.as_tuple(item) else { return Ok(false) };
    match (dict::find(heap, table, *key)?, heap.as_table(table)) {
        (Some(at), Some(table)) => compare::same_or_equal(heap, table.entry(at).value, *value),
        _ => Ok(false),
    }
}

/// The table behind a view or set, and whether its items are pairs.
fn table_of(heap: &Heap, value: Value) -> (Value, bool) {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::DictView(view, over) => (*over, *view == View::Items),
            _ => (value, false),
        },
        _ => (value, false),
    }
}

pub fn isdisjoint(heap: &mut Heap, view: Value, arguments: Arguments) -> Result<Value> {
    let common = intersection(heap, view, arguments.only(1, 1)?[0])?;
    let is_empty = length(heap, common) == 0;
    heap.drop_value(common);
    Ok(Value::bool(is_empty))
}

/// `reversed` of a dict or view: an iterator over what is there now. Owned; None for anything else.
pub fn reversed(heap: &mut Heap, value: Value) -> Result<Option<Value>> {
    let is_dict = heap.as_dict(value).is_some();
    let hook = heap.symbols.of("__reversed__");
    if is_dict && super::class::special(heap, value, hook).is_some() {
        return Err(super::error::needs_python());
    }
    let value = if is_dict { heap.base(value) } else { value };
    let is_any_view = matches!(value, Value::Obj(at) if matches!(heap.get(at), Object::DictView(..)));
    if !is_dict && !is_any_view {
        return Ok(None);
    }
    let mut items = iter::collect(heap, value)?;
    items.reverse();
    let list = heap.take_list(items);
    let iterator = iter::iterator(heap, list);
    heap.drop_value(list);
    iterator.map(Some)
}
