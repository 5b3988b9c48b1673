//! Fast ways to items: the next one of an iterator, the one at an index.

use super::frame::Frame;
use crate::vm::Pulse;
use crate::vm::dict::Dict;
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::value::{Object, Ref, Value};

/// The next item of an iterator over a range, list or tuple; owned. `None` at its end too.
#[inline(always)]
pub fn next<P: Pulse>(frame: &mut Frame, a: u8) -> Option<Value> {
    let Value::Obj(at) = frame.get(a) else { return None };
    match frame.heap.get_mut(at)? {
        Object::RangeIter(range) if range.left > 0 => {
            let item = range.next;
            range.next = item.wrapping_add(range.step);
            range.left -= 1;
            if P::WANTS_NOTED {
                frame.heap.note_whole(item);
            }
            Some(Value::Int(item))
        }
        Object::SeqIter(Value::Obj(over), position) => {
            let (over, position) = (*over, *position);
            next_of_sequence(frame.heap, at, over, position)
        }
        _ => None,
    }
}

#[inline(never)]
fn next_of_sequence(heap: &mut Heap, at: Ref, over: Ref, position: usize) -> Option<Value> {
    let item = match heap.get(over) {
        Object::List(items) => *items.get(position)?,
        Object::Tuple(items) => *items.get(position)?,
        _ => return None,
    };
    heap.keep(item);
    if let Some(Object::SeqIter(_, position)) = heap.get_mut(at) {
        *position += 1;
    }
    Some(item)
}

/// The item of a list at an index from its start, or of a dict; owned.
#[inline(always)]
pub fn item(frame: &mut Frame, a: u8, b: u8) -> Option<Value> {
    let Value::Obj(container) = frame.get(a) else { return None };
    match (frame.heap.get(container), frame.get(b)) {
        // A negative index becomes one that is beyond any list.
        (Object::List(items), Value::Int(index)) => {
            let item = *items.get(index as usize)?;
            Some(frame.heap.keep(item))
        }
        (Object::Tuple(items), Value::Int(index)) => {
            let item = *items.get(index as usize)?;
            Some(frame.heap.keep(item))
        }
        (Object::Dict(_), key) => item_of_dict(frame.heap, container, key),
        _ => None,
    }
}

#[inline(never)]
fn item_of_dict(heap: &mut Heap, dict: Ref, key: Value) -> Option<Value> {
    let Object::Dict(table) = heap.get(dict) else { return None };
    let at = find(heap, table, key)?.ok()?;
    let value = table.entry(at).value;
    heap.note(Note::Keyed);
    Some(heap.keep(value))
}

/// What a dict has under the key, borrowed: `Some(None)` where it has nothing. `None` where that is not quickly known.
pub fn get(heap: &Heap, dict: Ref, key: Value) -> Option<Option<Value>> {
    let Object::Dict(table) = heap.get(dict) else { return None };
    Some(find(heap, table, key)?.ok().map(|at| table.entry(at).value))
}

/// Where the key is in the table, or its hash where it is not; `None` for keys of other kinds than integers and texts.
pub fn find(heap: &Heap, table: &Dict, key: Value) -> Option<Result<usize, i64>> {
    match key {
        Value::Int(number) => table.find_int(number),
        text => table.find_text(heap, text),
    }
}

/// Whether the dict or set has the key; `None` where that is not quickly known.
#[inline(never)]
pub fn contains(heap: &Heap, container: Value, key: Value) -> Option<bool> {
    // An object of a class that inherits from one of them may say in Python what it contains.
    let (Value::Obj(at), Some(table)) = (container, heap.as_table(container)) else { return None };
    if let Object::Instance(_) = heap.get(at) {
        return None;
    }
    find(heap, table, key).map(|found| found.is_ok())
}

/// `a[b] = value`; keeps the value unless it was `moved`. Says whether it has.
#[inline(always)]
pub fn store_item(frame: &mut Frame, a: u8, b: u8, value: Value, moved: bool) -> bool {
    let (Value::Obj(container), key) = (frame.get(a), frame.get(b)) else { return false };
    if let Value::Unbound = value {
        return false;
    }
    match (frame.heap.get_mut(container), key) {
        (Some(Object::List(items)), Value::Int(index)) => {
            let Some(place) = items.get_mut(index as usize) else { return false };
            let old = std::mem::replace(place, value);
            if !moved {
                frame.heap.keep(value);
            }
            frame.heap.drop_value(old);
            true
        }
        (Some(Object::Dict(_)), key) => store_in_dict(frame.heap, container, key, value, moved),
        _ => false,
    }
}

#[inline(never)]
fn store_in_dict(heap: &mut Heap, dict: Ref, key: Value, value: Value, moved: bool) -> bool {
    let Object::Dict(table) = heap.get(dict) else { return false };
    let Some(found) = find(heap, table, key) else { return false };
    if !moved {
        heap.keep(value);
    }
    if found.is_err() {
        heap.keep(key);
    }
    heap.note(Note::Keyed);
    let Some(Object::Dict(table)) = heap.get_mut(dict) else { return false };
    match found {
        Ok(at) => {
            let old = table.set_value(at, value);
            heap.drop_value(old);
        }
        Err(hash) => {
            let grown = table.push(hash, key, value);
            heap.note_growth(grown);
        }
    }
    true
}
