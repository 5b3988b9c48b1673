//! The methods that change a bytearray in place.

use super::arguments::{Arguments, size};
use super::bytes::{byte, from_iterable};
use super::error::{self, Result};
use super::heap::Heap;
use super::value::Value;

fn of(heap: &mut Heap, value: Value) -> Result<&mut Vec<u8>> {
    heap.as_bytearray_mut(value).ok_or_else(|| error::system_error("a bytearray was expected"))
}

pub fn append(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let item = byte(heap, arguments.only(1, 1)?[0], "bytearray")?;
    let length = of(heap, receiver)?.len();
    heap.check_resize(receiver, length + 1)?;
    of(heap, receiver)?.push(item);
    Ok(Value::None)
}

pub fn extend(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let more = arguments.only(1, 1)?[0];
    let more = match heap.as_bytes(more) {
        Some(bytes) => bytes.to_vec(),
        None => from_iterable(heap, more, "bytearray")?,
    };
    let length = of(heap, receiver)?.len();
    heap.check_resize(receiver, length + more.len())?;
    of(heap, receiver)?.extend(more);
    Ok(Value::None)
}

pub fn insert(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let (at, item) = (size(heap, given[0])?, byte(heap, given[1], "bytearray")?);
    let length = of(heap, receiver)?.len();
    heap.check_resize(receiver, length + 1)?;
    let bytes = of(heap, receiver)?;
    let at = if at < 0 { at.saturating_add(bytes.len() as i64) } else { at };
    bytes.insert(usize::try_from(at).unwrap_or(0).min(bytes.len()), item);
    Ok(Value::None)
}

pub fn pop(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(0, 1)?;
    let at = given.first().map_or(Ok(-1), |at| size(heap, *at))?;
    let bytes = of(heap, receiver)?;
    if bytes.is_empty() {
        return Err(error::index_error("pop from empty bytearray"));
    }
    let at = if at < 0 { at.saturating_add(bytes.len() as i64) } else { at };
    match usize::try_from(at) {
        Ok(at) if at < bytes.len() => {
            let left = bytes.len() - 1;
            heap.check_resize(receiver, left)?;
            Ok(Value::Int(of(heap, receiver)?.remove(at).into()))
        }
        _ => Err(error::index_error("pop index out of range")),
    }
}

pub fn remove(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let item = byte(heap, arguments.only(1, 1)?[0], "bytearray")?;
    let bytes = of(heap, receiver)?;
    match bytes.iter().position(|byte| *byte == item) {
        Some(at) => {
            let left = bytes.len() - 1;
            heap.check_resize(receiver, left)?;
            of(heap, receiver)?.remove(at);
            Ok(Value::None)
        }
        None => Err(error::value_error("value not found in bytearray")),
    }
}

pub fn reverse(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    of(heap, receiver)?.reverse();
    Ok(Value::None)
}

pub fn clear(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    heap.check_resize(receiver, 0)?;
    of(heap, receiver)?.clear();
    Ok(Value::None)
}

pub fn copy(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let copied = of(heap, receiver)?.clone();
    Ok(heap.take_object(super::value::Object::Bytearray(copied)))
}
