//! How register code reaches objects of the heap. Each looks first and then acts: `None` says that nothing was done.

use super::kinds::{Kind, Type};
use crate::vm::build;
use crate::vm::class::{self, Instance};
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::quick::items;
use crate::vm::sync::simple_queue;
use crate::vm::value::{Object, Range, Ref, Truth, Value};

/// What an operation needs to know of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    pub class: Ref,
    pub symbol: u32,
    /// Its number among the attributes of an instance.
    pub at: u32,
}

/// Up to here integers are exact as floats.
const EXACT: i64 = 1 << 53;

#[inline(always)]
pub fn reference(bits: u64) -> Ref {
    Ref::new(bits as u32, (bits >> 32) as u32)
}

/// What a register holds, as a value.
#[inline(always)]
pub fn value_of(bits: u64, kind: Kind) -> Value {
    match kind {
        Kind::Int | Kind::Wide => Value::Int(bits as i64),
        Kind::Float => Value::float(f64::from_bits(bits)),
        Kind::Bool => Value::bool(bits != 0),
        Kind::Object => Value::Obj(reference(bits)),
    }
}

/// A value as a register holds it, if it is of the kind.
#[inline(always)]
pub fn bits_of(value: Value, kind: Kind) -> Option<u64> {
    match (value, kind) {
        (Value::Int(number), Kind::Int) => Some(number as u64),
        (Value::Float(number), Kind::Float) => Some(number.get().to_bits()),
        (Value::Bool(holds), Kind::Bool) => Some((holds == Truth::True).into()),
        (Value::Obj(at), Kind::Object) => Some(at.id()),
        _ => None,
    }
}

#[inline(always)]
pub fn exactly(number: i64) -> Option<f64> {
    (-EXACT..=EXACT).contains(&number).then_some(number as f64)
}

/// Where both are exact as floats, their quotient is rounded once, as Python's is.
#[inline(always)]
pub fn true_divide(left: i64, right: i64) -> Option<f64> {
    match (exactly(left), exactly(right)) {
        (Some(left), Some(right)) if right != 0.0 => Some(left / right),
        _ => None,
    }
}

/// How many numbers a range has.
#[inline(always)]
pub fn range_length(start: i64, stop: i64, step: i64) -> Option<u64> {
    match step {
        0 => None,
        1 => Some(if start < stop { stop.abs_diff(start) } else { 0 }),
        2.. => Some(if start < stop { (stop.abs_diff(start) - 1) / step as u64 + 1 } else { 0 }),
        _ => Some(Range { start, stop, step }.len()),
    }
}

#[inline(always)]
fn items_of(heap: &Heap, at: Ref) -> Option<&[Value]> {
    match heap.get(at) {
        Object::List(items) => Some(items),
        Object::Tuple(items) => Some(items),
        _ => None,
    }
}

/// From its start, or for a negative index from the end.
#[inline(always)]
fn position(index: i64, length: usize) -> usize {
    if index < 0 { (index as usize).wrapping_add(length) } else { index as usize }
}

/// The item, borrowed.
#[inline(always)]
pub fn item(heap: &Heap, list: u64, index: i64) -> Option<Value> {
    let items = items_of(heap, reference(list))?;
    items.get(position(index, items.len())).copied()
}

/// Sets an item of a list, where the old one is no object; keeps the new one.
#[inline(always)]
pub fn set_item(heap: &mut Heap, list: u64, index: i64, value: Value) -> Option<()> {
    let Some(Object::List(items)) = heap.get_mut(reference(list)) else { return None };
    let at = position(index, items.len());
    let place = items.get_mut(at).filter(|old| !matches!(old, Value::Obj(_)))?;
    *place = value;
    if let Value::Obj(at) = value {
        heap.keep_object(at);
    }
    Some(())
}

#[inline(always)]
pub fn append(heap: &mut Heap, list: u64, value: Value) -> Option<()> {
    if !matches!(heap.get(reference(list)), Object::List(_)) {
        return None;
    }
    heap.keep(value);
    append_owned(heap, list, value);
    Some(())
}

/// Appends to what is known to be a list, and gives it the caller's count.
#[inline(always)]
pub fn append_owned(heap: &mut Heap, list: u64, value: Value) {
    // What grows may look for cycles, so the counts are right before.
    if let Some(Object::List(items)) = heap.get_mut(reference(list)) {
        let grown = build::push(items, value);
        heap.note_growth(grown);
    }
}

#[inline(always)]
pub fn check(heap: &Heap, at: u64, is: Type) -> Option<()> {
    let of = match heap.get(reference(at)) {
        Object::Str(_) => Type::Text,
        Object::List(_) => Type::List,
        Object::Dict(_) => Type::Dict,
        Object::SimpleQueue(_) => Type::Queue,
        _ => return None,
    };
    (of == is).then_some(())
}

#[inline(always)]
pub fn length(heap: &Heap, at: u64) -> Option<usize> {
    match heap.get(reference(at)) {
        Object::List(items) => Some(items.len()),
        Object::Tuple(items) => Some(items.len()),
        Object::Str(text) => Some(text.chars),
        Object::Dict(table) => Some(table.len()),
        _ => None,
    }
}

/// The next item of an iterator over a list or tuple as a register holds it, borrowed; `None` at its end too.
#[inline(always)]
pub fn next_item(heap: &mut Heap, iterator: u64, kind: Kind) -> Option<u64> {
    let Object::SeqIter(Value::Obj(over), position) = heap.get(reference(iterator)) else { return None };
    let bits = bits_of(*items_of(heap, *over)?.get(*position)?, kind)?;
    if let Some(Object::SeqIter(_, position)) = heap.get_mut(reference(iterator)) {
        *position += 1;
    }
    Some(bits)
}

/// The first item of a queue as a register holds it, if it is of the kind; it is no object.
#[inline(always)]
pub fn queued(heap: &mut Heap, queue: u64, kind: Kind) -> Option<u64> {
    simple_queue::get_quickly_if(heap, reference(queue), |item| bits_of(*item, kind))
}

/// What the dict has under the key, borrowed. `near`: where the last one was found.
#[inline(always)]
pub fn find(heap: &Heap, dict: u64, key: Value, near: &mut usize) -> Option<Option<Value>> {
    let Object::Dict(table) = heap.get(reference(dict)) else { return None };
    if let Some(entry) = table.entry_if(*near, key) {
        return Some(Some(entry.value));
    }
    match items::find(heap, table, key)? {
        Ok(at) => {
            *near = at;
            Some(Some(table.entry(at).value))
        }
        Err(_) => Some(None),
    }
}

/// Sets the value of a key of a dict, where an old one is no object; keeps key and value.
#[inline(always)]
pub fn set_dict_item(heap: &mut Heap, dict: u64, key: Value, value: Value, near: &mut usize) -> Option<()> {
    let at = reference(dict);
    let Object::Dict(table) = heap.get(at) else { return None };
    let found = match table.entry_if(*near, key) {
        Some(_) => Ok(*near),
        None => items::find(heap, table, key)?,
    };
    if let Ok(place) = found
        && let Value::Obj(_) = table.entry(place).value
    {
        return None;
    }
    // What grows may look for cycles, so the counts are right before.
    heap.keep(value);
    match found {
        Ok(place) => {
            if let Some(Object::Dict(table)) = heap.get_mut(at) {
                // No object, as was seen above, so nobody has to release it.
                let _ = table.set_value(place, value);
            }
        }
        Err(hash) => {
            heap.keep(key);
            if let Some(Object::Dict(table)) = heap.get_mut(at) {
                let grown = table.push(hash, key, value);
                heap.note_growth(grown);
            }
            heap.note(Note::Entry);
        }
    }
    Some(())
}

#[inline(always)]
fn instance<'a>(heap: &'a Heap, object: u64, site: &Site) -> Option<&'a Instance> {
    match heap.get(reference(object)) {
        Object::Instance(instance) if matches!(instance.class, Value::Obj(class) if class == site.class) => {
            Some(instance)
        }
        _ => None,
    }
}

/// The instance's own attribute, borrowed.
#[inline(always)]
pub fn attribute(heap: &Heap, object: u64, sites: &[Site], site: u16) -> Option<Value> {
    let site = sites.get(usize::from(site))?;
    let (name, value) = instance(heap, object, site)?.attributes.get(site.at as usize)?;
    (*name == site.symbol).then_some(*value)
}

/// Sets the instance's own attribute, which is no object so far; keeps the new value.
#[inline(always)]
pub fn set_attribute(heap: &mut Heap, object: u64, sites: &[Site], site: u16, value: Value) -> Option<()> {
    let site = sites.get(usize::from(site))?;
    let Some(Object::Instance(instance)) = heap.get_mut(reference(object)) else { return None };
    if !matches!(instance.class, Value::Obj(class) if class == site.class) {
        return None;
    }
    let (name, old) = instance.attributes.get_mut(site.at as usize)?;
    if *name != site.symbol || matches!(old, Value::Obj(_)) {
        return None;
    }
    *old = value;
    heap.keep(value);
    Some(())
}

/// Whether the object is an instance of the class, and has no attribute of its own that hides the class's.
#[inline(always)]
pub fn guard(heap: &Heap, object: u64, sites: &[Site], site: u16) -> Option<()> {
    let site = sites.get(usize::from(site))?;
    class::find(&instance(heap, object, site)?.attributes, site.symbol).is_none().then_some(())
}
