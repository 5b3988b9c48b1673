//! Unions, intersections and differences of sets. Who is copied, and whose items are visited, is as in CPython 3.11, since
//! the order of the result follows from it.

use super::arguments::Arguments;
use super::collection::update_set;
use super::dict::{self, Dict};
use super::error::Result;
use super::heap::Heap;
use super::iter;
use super::noted::Note;
use super::set_methods::{self, as_set, copy_as, copy_of, is_frozen};
use super::value::Value;
use crate::bytecode::BinaryOp;

fn length(heap: &Heap, table: Value) -> usize {
    heap.as_table(table).map_or(0, Dict::len)
}

/// The items in their order. Borrowed.
fn items(heap: &Heap, set: Value) -> Vec<Value> {
    heap.as_table(set).map(|table| table.entries().map(|entry| entry.key).collect()).unwrap_or_default()
}

fn add(heap: &mut Heap, set: Value, item: Value) -> Result<()> {
    heap.keep(item);
    dict::take_insert(heap, set, item, Value::None)
}

fn discard(heap: &mut Heap, set: Value, item: Value) -> Result<bool> {
    let Some(entry) = dict::remove(heap, set, item)? else { return Ok(false) };
    heap.drop_value(entry.key);
    Ok(true)
}

/// Does something with a new set, which is released where that fails.
fn made(heap: &mut Heap, set: Value, fill: impl FnOnce(&mut Heap, Value) -> Result<()>) -> Result<Value> {
    match fill(heap, set) {
        Ok(()) => {
            heap.note(Note::Made);
            Ok(set)
        }
        Err(raise) => {
            heap.drop_value(set);
            Err(raise)
        }
    }
}

/// What is in both; of two sets the smaller one is visited.
pub fn intersection(heap: &mut Heap, left: Value, right: Value) -> Result<Value> {
    if !heap.is_set(right) {
        let items = iter::collect(heap, right)?;
        let found = among(heap, left, left, &items);
        heap.drop_all(items);
        return found;
    }
    let (visited, other) = if length(heap, right) > length(heap, left) { (left, right) } else { (right, left) };
    let items = items(heap, visited);
    among(heap, left, other, &items)
}

/// Those of the items that are in a set, as a new one of `like`'s kind.
fn among(heap: &mut Heap, like: Value, set: Value, items: &[Value]) -> Result<Value> {
    let result = heap.new_set(is_frozen(heap, like));
    heap.note_many(Note::Item, items.len());
    made(heap, result, |heap, result| {
        for item in items {
            if dict::find(heap, set, *item)?.is_some() {
                heap.note(Note::Item);
                add(heap, result, *item)?;
            }
        }
        Ok(())
    })
}

fn union_of(heap: &mut Heap, left: Value, right: Value) -> Result<Value> {
    let copy = copy_of(heap, left);
    made(heap, copy, |heap, copy| update_set(heap, copy, right))
}

fn difference_of(heap: &mut Heap, left: Value, right: Value) -> Result<Value> {
    let is_table = heap.as_table(right).is_some();
    if !is_table || length(heap, left) >> 2 > length(heap, right) {
        let copy = copy_of(heap, left);
        return made(heap, copy, |heap, copy| remove_all(heap, copy, right));
    }
    let result = heap.new_set(is_frozen(heap, left));
    made(heap, result, |heap, result| {
        heap.note_many(Note::Item, length(heap, left));
        for item in items(heap, left) {
            if dict::find(heap, right, item)?.is_none() {
                heap.note(Note::Item);
                add(heap, result, item)?;
            }
        }
        Ok(())
    })
}

/// Takes what is in `right` out of the set.
fn remove_all(heap: &mut Heap, set: Value, right: Value) -> Result<()> {
    let items = iter::collect(heap, right)?;
    heap.note_many(Note::Item, items.len());
    let removed = items.iter().try_for_each(|item| discard(heap, set, *item).map(drop));
    heap.drop_all(items);
    removed?;
    if let Some(table) = heap.as_table_mut(set) {
        table.forget_removed();
    }
    Ok(())
}

/// Each item of `right` is taken out where it is in the set, and added where it is not.
fn exchange(heap: &mut Heap, set: Value, right: Value) -> Result<()> {
    heap.note_many(Note::Item, length(heap, right));
    for item in items(heap, right) {
        if !discard(heap, set, item)? {
            add(heap, set, item)?;
        }
    }
    Ok(())
}

fn symmetric_of(heap: &mut Heap, left: Value, right: Value) -> Result<Value> {
    let is_frozen = is_frozen(heap, left);
    let copy = match heap.is_set(right) {
        true => copy_as(heap, right, is_frozen),
        false => {
            let arguments = Arguments { function: "set", class: "", positional: &[right], keywords: &[] };
            if is_frozen { set_methods::frozen(heap, arguments)? } else { set_methods::new(heap, arguments)? }
        }
    };
    made(heap, copy, |heap, copy| exchange(heap, copy, left))
}

/// The set gets the items of another, which is taken.
fn become_set(heap: &mut Heap, set: Value, other: Value) {
    let new = heap.as_table_mut(other).map(Dict::take_all);
    heap.drop_value(other);
    let old = new.and_then(|new| heap.as_table_mut(set).map(|table| std::mem::replace(table, new)));
    old.iter().flat_map(Dict::entries).collect::<Vec<_>>().into_iter().for_each(|entry| heap.drop_value(entry.key));
}

/// `left op right`, where sets have the operator.
pub fn binary(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Result<Option<Value>> {
    let in_place = op.is_in_place() && !is_frozen(heap, left);
    let result = match (op.plain(), in_place) {
        (BinaryOp::Or, true) => update_set(heap, left, right).map(|()| left),
        (BinaryOp::Subtract, true) => remove_all(heap, left, right).map(|()| left),
        (BinaryOp::Xor, true) => exchange(heap, left, right).map(|()| left),
        (BinaryOp::And, true) => intersection(heap, left, right).map(|common| {
            become_set(heap, left, common);
            left
        }),
        (BinaryOp::Or, false) => return union_of(heap, left, right).map(Some),
        (BinaryOp::And, false) => return intersection(heap, left, right).map(Some),
        (BinaryOp::Subtract, false) => return difference_of(heap, left, right).map(Some),
        (BinaryOp::Xor, false) => return symmetric_of(heap, left, right).map(Some),
        _ => return Ok(None),
    };
    result.map(|set| Some(heap.keep(set)))
}

/// One new set after the other: each argument, as a set, is combined with what there is so far.
fn combined(
    heap: &mut Heap,
    set: Value,
    arguments: Arguments,
    combine: fn(&mut Heap, Value, Value) -> Result<Value>,
) -> Result<Value> {
    let others = arguments.only(0, usize::MAX)?;
    let mut result = if others.is_empty() { copy_of(heap, set) } else { heap.keep(set) };
    for other in others {
        let next = combine(heap, result, *other);
        heap.drop_value(result);
        result = next?;
    }
    Ok(result)
}

pub fn union(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    let copy = copy_of(heap, set);
    made(heap, copy, |heap, copy| {
        arguments.only(0, usize::MAX)?.iter().try_for_each(|other| update_set(heap, copy, *other))
    })
}

pub fn common(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    combined(heap, set, arguments, intersection)
}

pub fn difference(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    let (first, more) = match arguments.only(0, usize::MAX)? {
        [] => return Ok(copy_of(heap, set)),
        [first, more @ ..] => (*first, more),
    };
    let result = difference_of(heap, set, first)?;
    made(heap, result, |heap, result| more.iter().try_for_each(|other| remove_all(heap, result, *other)))
}

pub fn symmetric_difference(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(1, 1)?;
    combined(heap, set, arguments, symmetric_of)
}

/// The same in place.
fn changed(
    heap: &mut Heap,
    set: Value,
    arguments: Arguments,
    change: fn(&mut Heap, Value, Value) -> Result<()>,
) -> Result<Value> {
    for other in arguments.only(0, usize::MAX)? {
        change(heap, set, *other)?;
    }
    Ok(Value::None)
}

pub fn difference_update(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    changed(heap, set, arguments, remove_all)
}

pub fn symmetric_update(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(1, 1)?;
    changed(heap, set, arguments, |heap, set, other| {
        let other = as_set(heap, other)?;
        let done = exchange(heap, set, other);
        heap.drop_value(other);
        done
    })
}

pub fn intersection_update(heap: &mut Heap, set: Value, arguments: Arguments) -> Result<Value> {
    let common = common(heap, set, arguments)?;
    become_set(heap, set, common);
    Ok(Value::None)
}
