//! `dict()` and the methods of dicts, some of which sets have too.

use super::arguments::Arguments;
use super::collection::update_dict;
use super::dict;
use super::error::{self, Result};
use super::exception::{ExceptionKind, raise_with};
use super::heap::Heap;
use super::noted::Note;
use super::value::{Object, Value, View};
use crate::bytecode::BinaryOp;

pub fn new(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.count(0, 1)?;
    let table = heap.new_dict();
    match filled(heap, table, given.first().copied(), arguments) {
        Ok(()) => Ok(table),
        Err(raise) => {
            heap.drop_value(table);
            Err(raise)
        }
    }
}

fn filled(heap: &mut Heap, table: Value, items: Option<Value>, arguments: Arguments) -> Result<()> {
    if let Some(items) = items {
        update_dict(heap, table, items)?;
    }
    heap.note_many(Note::Packed, arguments.keywords.len().min(1));
    heap.note_many(Note::Entry, 2 * arguments.keywords.len());
    for (name, value) in arguments.keywords {
        let name = heap.new_str(name.as_str());
        heap.keep(*value);
        dict::take_insert(heap, table, name, *value)?;
    }
    Ok(())
}

pub fn update(heap: &mut Heap, table: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.count(0, 1)?;
    filled(heap, table, given.first().copied(), arguments).map(|()| Value::None)
}

pub fn clear(heap: &mut Heap, table: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    if let Some(old) = heap.as_table_mut(table).map(dict::Dict::take_all) {
        old.entries().for_each(|entry| heap.drop_all([entry.key, entry.value]));
    }
    Ok(Value::None)
}

pub fn copy(heap: &mut Heap, table: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let copied = heap.as_table(table).cloned().unwrap_or_default();
    copied.for_each_value(|value| {
        heap.keep(value);
    });
    heap.note_many(Note::Copy, copied.len());
    Ok(heap.take_object(Object::Dict(Box::new(copied))))
}

/// The value under the key, owned.
fn value_of(heap: &mut Heap, table: Value, key: Value) -> Result<Option<Value>> {
    let Some(at) = dict::find(heap, table, key)? else { return Ok(None) };
    let value = heap.as_table(table).map(|table| table.entry(at).value);
    Ok(value.map(|value| heap.keep(value)))
}

pub fn get(heap: &mut Heap, table: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 2)?;
    match value_of(heap, table, given[0])? {
        Some(value) => Ok(value),
        None => Ok(heap.keep(given.get(1).copied().unwrap_or(Value::None))),
    }
}

fn view(heap: &mut Heap, table: Value, arguments: Arguments, view: View) -> Result<Value> {
    arguments.only(0, 0)?;
    heap.keep(table);
    Ok(heap.take_object(Object::DictView(view, table)))
}

pub fn items(heap: &mut Heap, table: Value, arguments: Arguments) -> Result<Value> {
    view(heap, table, arguments, View::Items)
}

pub fn keys(heap: &mut Heap, table: Value, arguments: Arguments) -> Result<Value> {
    view(heap, table, arguments, View::Keys)
}

pub fn values(heap: &mut Heap, table: Value, arguments: Arguments) -> Result<Value> {
    view(heap, table, arguments, View::Values)
}

pub fn pop(heap: &mut Heap, table: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 2)?;
    match (dict::remove(heap, table, given[0])?, given.get(1)) {
        (Some(entry), _) => {
            heap.drop_value(entry.key);
            Ok(entry.value)
        }
        (None, Some(default)) => Ok(heap.keep(*default)),
        (None, None) => Err(key_error(heap, given[0])),
    }
}

/// KeyError with the key. Borrows it.
#[cold]
pub fn key_error(heap: &mut Heap, key: Value) -> Box<error::Raise> {
    heap.keep(key);
    raise_with(heap, ExceptionKind::KeyError, key)
}

pub fn popitem(heap: &mut Heap, table: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let last = heap.as_table(table).and_then(dict::Dict::last);
    match last.and_then(|at| Some(heap.as_table_mut(table)?.remove(at))) {
        Some(entry) => Ok(heap.take_tuple([entry.key, entry.value])),
        None => {
            let text = heap.new_str("popitem(): dictionary is empty");
            Err(raise_with(heap, ExceptionKind::KeyError, text))
        }
    }
}

pub fn setdefault(heap: &mut Heap, table: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 2)?;
    if let Some(value) = value_of(heap, table, given[0])? {
        return Ok(value);
    }
    let value = given.get(1).copied().unwrap_or(Value::None);
    heap.keep(given[0]);
    heap.keep(value);
    dict::take_insert(heap, table, given[0], value)?;
    Ok(heap.keep(value))
}

/// `left | right`, `left |= right`.
pub fn union(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Result<Value> {
    let into = match op.is_in_place() {
        true => heap.keep(left),
        false => copy(heap, left, Arguments { function: "copy", class: "dict", positional: &[], keywords: &[] })?,
    };
    match update_dict(heap, into, right) {
        Ok(()) => Ok(into),
        Err(raise) => {
            heap.drop_value(into);
            Err(raise)
        }
    }
}
