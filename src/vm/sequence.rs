//! `+` and `*` of texts, lists and tuples, and what `+=` and `*=` do to a list in place.

use super::error::{self, Result};
use super::heap::Heap;
use super::iter;
use super::kind::type_name;
use super::noted::Note;
use super::numeric::{Number, clamped};
use super::value::{Object, Value};
use crate::bytecode::BinaryOp;

/// No list or tuple grows beyond this many items by one operation (2 GiB).
pub const MAX_ITEMS: usize = 1 << 27;
/// No text grows beyond this many bytes by one operation (1 GiB).
pub const MAX_TEXT: usize = 1 << 30;

/// The operation, where the operands are sequences that have it.
pub fn binary(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Result<Option<Value>> {
    match op {
        BinaryOp::InplaceAdd if heap.as_list(left).is_some() => extend(heap, left, right).map(Some),
        BinaryOp::Add | BinaryOp::InplaceAdd if heap.as_bytes(left).is_some() && !super::arith::is_own(heap, right) => {
            super::bytes::add(heap, left, right, op.is_in_place()).map(Some)
        }
        BinaryOp::Remainder | BinaryOp::InplaceRemainder if heap.as_bytes(left).is_some() => {
            super::percent::on_bytes(heap, left, right).map(Some)
        }
        BinaryOp::Multiply | BinaryOp::InplaceMultiply if heap.as_deque(left).is_some() => {
            super::deque::multiply(heap, left, right).map(Some)
        }
        BinaryOp::Multiply if heap.as_deque(right).is_some() => super::deque::multiply(heap, right, left).map(Some),
        BinaryOp::Add | BinaryOp::InplaceAdd => add(heap, left, right),
        BinaryOp::Multiply | BinaryOp::InplaceMultiply => multiply(heap, op, left, right),
        BinaryOp::Remainder | BinaryOp::InplaceRemainder if heap.as_str(left).is_some() => {
            super::percent::format(heap, left, right).map(Some)
        }
        _ => Ok(None),
    }
}

fn extend(heap: &mut Heap, list: Value, more: Value) -> Result<Value> {
    let mut items = iter::collect(heap, more)?;
    heap.note_growth(items.len() * size_of::<Value>());
    if let Some(list) = heap.as_list_mut(list) {
        list.append(&mut items);
    }
    Ok(heap.keep(list))
}

fn add(heap: &mut Heap, left: Value, right: Value) -> Result<Option<Value>> {
    let Value::Obj(at) = left else { return Ok(None) };
    let (what, joined) = match heap.get(at) {
        Object::Str(text) => ("str", heap.as_str(right).map(|more| Joined::Text(text.text.to_string() + &more.text))),
        Object::List(items) => ("list", heap.as_list(right).map(|more| Joined::Items([&items[..], more].concat()))),
        Object::Tuple(items) => ("tuple", heap.as_tuple(right).map(|more| Joined::Items([items, more].concat()))),
        _ => return Ok(None),
    };
    let Some(joined) = joined else {
        if super::arith::is_own(heap, right) {
            return Ok(None);
        }
        let kind = type_name(heap, right);
        return Err(error::type_error(format!("can only concatenate {what} (not \"{kind}\") to {what}")));
    };
    heap.note(Note::Made);
    Ok(Some(match joined {
        Joined::Text(text) => heap.new_str(text),
        Joined::Items(items) => {
            let items = heap.keep_all(&items);
            heap.note_many(Note::Copy, items.len());
            if what == "list" { heap.take_list(items) } else { heap.take_tuple(items) }
        }
    }))
}

enum Joined {
    Text(String),
    Items(Vec<Value>),
}

fn is_sequence(heap: &Heap, value: Value) -> bool {
    heap.as_str(value).is_some() || heap.as_items(value).is_some() || heap.as_bytes(value).is_some()
}

fn multiply(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Result<Option<Value>> {
    let (sequence, times) = match (is_sequence(heap, left), is_sequence(heap, right)) {
        (true, _) => (left, right),
        (false, true) => (right, left),
        (false, false) => return Ok(None),
    };
    let Some(times) = Number::of(heap, times).filter(|times| !times.is_float()) else {
        let kind = type_name(heap, times);
        return Err(error::type_error(format!("can't multiply sequence by non-int of type '{kind}'")));
    };
    if let Number::Big(_) = times {
        return Err(error::overflow_error("cannot fit 'int' into an index-sized integer"));
    }
    let times = clamped(times).and_then(|times| usize::try_from(times).ok()).unwrap_or(0);
    if op == BinaryOp::InplaceMultiply && heap.as_list(sequence).is_some() && is_identical_list(left, sequence) {
        let items = repeated_items(heap, sequence, times)?;
        let old = heap.as_list_mut(sequence).map(|list| std::mem::replace(list, items)).unwrap_or_default();
        heap.drop_all(old);
        return Ok(Some(heap.keep(sequence)));
    }
    if heap.as_bytes(sequence).is_some() {
        let in_place = op.is_in_place() && is_identical_list(left, sequence);
        return super::bytes::repeat(heap, sequence, times, in_place).map(Some);
    }
    heap.note(Note::Made);
    repeat(heap, sequence, times).map(Some)
}

fn is_identical_list(left: Value, list: Value) -> bool {
    super::compare::is_identical(left, list)
}

fn repeat(heap: &mut Heap, sequence: Value, times: usize) -> Result<Value> {
    if let Some(text) = heap.as_str(sequence) {
        if text.text.len().checked_mul(times).is_none_or(|bytes| bytes > MAX_TEXT) {
            return Err(error::memory_error(""));
        }
        let bytes = text.text.len() * times;
        heap.check_room(bytes)?;
        let repeated = heap.as_str(sequence).map_or_else(String::new, |text| text.text.repeat(times));
        return Ok(heap.new_str(repeated));
    }
    let is_list = heap.as_list(sequence).is_some();
    let items = repeated_items(heap, sequence, times)?;
    Ok(if is_list { heap.take_list(items) } else { heap.take_tuple(items) })
}

/// Owned copies of the items, over and over.
fn repeated_items(heap: &mut Heap, sequence: Value, times: usize) -> Result<Vec<Value>> {
    let items = heap.as_items(sequence).unwrap_or_default();
    if items.len().checked_mul(times).is_none_or(|count| count > MAX_ITEMS) {
        return Err(error::memory_error(""));
    }
    let (count, bytes) = (items.len() * times, items.len() * times * size_of::<Value>());
    heap.check_room(bytes)?;
    heap.note_many(Note::Copy, count);
    let items = heap.as_items(sequence).unwrap_or_default();
    let objects: Vec<Value> = items.iter().copied().filter(|item| matches!(item, Value::Obj(_))).collect();
    // A single item is written once, without reading what was written.
    let repeated = if let [item] = items { vec![*item; times] } else { items.repeat(times) };
    for object in objects {
        (0..times).for_each(|_| _ = heap.keep(object));
    }
    Ok(repeated)
}
