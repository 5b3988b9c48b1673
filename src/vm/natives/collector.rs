//! What the module `gc` needs of the heap.

use crate::vm::arguments::Arguments;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::value::{Object, Truth, Value};

/// A program collects this generation, and those below it.
pub fn collect(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    match arguments.only(1, 1)?[0] {
        Value::Int(generation @ 0..3) => heap.collect_generation(generation as usize),
        _ => return Err(error::value_error("invalid generation")),
    }
    Ok(Value::None)
}

/// Whether it is enabled, and the three thresholds.
pub fn configure(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(4, 4)?;
    let threshold = |at: usize| match given[at] {
        Value::Int(threshold) => threshold.clamp(0, i64::from(i32::MAX)) as u32,
        _ => 0,
    };
    heap.set_collector(matches!(given[0], Value::Bool(Truth::True)), [1, 2, 3].map(threshold));
    Ok(Value::None)
}

/// The same, to be read.
pub fn configuration(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let (is_enabled, thresholds) = heap.collector();
    let mut all = vec![Value::bool(is_enabled)];
    all.extend(thresholds.map(|threshold| Value::Int(i64::from(threshold))));
    Ok(heap.take_tuple(all))
}

/// What `gc.get_count` gives.
pub fn counts(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let counts = heap.generation_counts().map(|count| Value::Int(i64::from(count)));
    Ok(heap.take_tuple(counts.to_vec()))
}

/// How often each generation has been collected.
pub fn collections(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let counts = heap.collections().map(|count| Value::Int(count as i64));
    Ok(heap.take_tuple(counts.to_vec()))
}

/// Freezes what there is, or gives it back to the collector.
pub fn freeze(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let is_frozen = matches!(arguments.only(1, 1)?[0], Value::Bool(Truth::True));
    heap.freeze(is_frozen);
    Ok(Value::None)
}

pub fn frozen(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(Value::Int(i64::from(heap.frozen())))
}

/// What is in this list is called for each collection.
pub fn observe(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    if let Value::Obj(list) = arguments.only(1, 1)?[0] {
        heap.set_observers(list);
    }
    Ok(Value::None)
}

/// What `gc.get_objects` gives.
pub fn objects(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let found = heap.all_looked_at();
    let found = heap.keep_all(&found);
    Ok(heap.take_list(found))
}

/// Who refers to one of the values in a tuple.
pub fn referrers(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let tuple = arguments.only(1, 1)?[0];
    let found = heap.referrers(tuple, heap.as_tuple(tuple).unwrap_or_default());
    let found = heap.keep_all(&found);
    Ok(heap.take_list(found))
}

/// What the values refer to.
pub fn referents(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let found: Vec<Value> = arguments.positional.iter().flat_map(|value| heap.referents(*value)).collect();
    let found = heap.keep_all(&found);
    Ok(heap.take_list(found))
}

/// Whether the object has done what it wanted to do before it dies.
pub fn is_finalized(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let is_finalized = heap.as_instance(value).is_some_and(|instance| instance.is_finalized);
    Ok(Value::bool(is_finalized || heap.as_generator(value).is_some_and(|generator| generator.is_finalized)))
}

/// Whether the collector looks at the object.
pub fn is_tracked(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let is_tracked = match arguments.only(1, 1)?[0] {
        Value::Obj(at) => match heap.get(at) {
            // An empty tuple is of no use to it, nor one that it has looked at and found nothing in.
            object @ (Object::Tuple(_) | Object::Dict(_)) => heap.is_looked_at(object),
            object => crate::vm::heap::is_container(object),
        },
        // Classes and functions that are built in have their own objects in CPython; these are looked at.
        Value::Builtin(_) => true,
        _ => false,
    };
    Ok(Value::bool(is_tracked))
}
