//! What the module `weakref` needs of the heap, and the collection of cycles.

use crate::vm::arguments::Arguments;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::type_name;
use crate::vm::value::{Object, Ref, Value};

/// An object, and perhaps what is called with the weak reference when it dies. Numbers, texts and plain containers have
/// none, as in CPython.
pub fn make(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 2)?;
    let Value::Obj(target) = given[0] else { return Err(no_weak_reference(heap, given[0])) };
    let refers = match heap.get(target) {
        Object::Instance(instance) => matches!(instance.base, Value::Unbound) || !is_plain(heap, instance.base),
        Object::Set(..) | Object::Deque(_) | Object::Exception(_) | Object::Generator(_) | Object::Class(_) => true,
        Object::Function(_) | Object::BoundFunction(..) | Object::Lock(_) | Object::Pattern(_) => true,
        Object::SimpleQueue(_) => true,
        _ => false,
    };
    if !refers {
        return Err(no_weak_reference(heap, given[0]));
    }
    // One without a callback is the same for all who ask for it so.
    if let [_] = given
        && let Some(known) = heap.plain_reference(target)
    {
        return Ok(known);
    }
    let callback = given.get(1).copied().unwrap_or(Value::None);
    heap.keep(callback);
    let made = heap.take_weak(target, callback);
    if let ([_], Value::Obj(at)) = (given, made) {
        heap.know_plain_reference(target, at);
    }
    Ok(made)
}

/// Whether a class derived from this value's type has no weak references.
fn is_plain(heap: &Heap, base: Value) -> bool {
    matches!(base, Value::Int(_)) || matches!(type_name(heap, base), "tuple" | "int" | "bytes")
}

#[cold]
fn no_weak_reference(heap: &Heap, value: Value) -> Box<error::Raise> {
    error::type_error(format!("cannot create weak reference to '{}' object", type_name(heap, value)))
}

fn weak(heap: &Heap, value: Value) -> Result<(Ref, Value)> {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Weak(target, callback) => Ok((*target, *callback)),
            _ => Err(error::type_error("expected a weak reference")),
        },
        _ => Err(error::type_error("expected a weak reference")),
    }
}

/// What a weak reference calls, or None.
pub fn callback(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let (_, callback) = weak(heap, arguments.only(1, 1)?[0])?;
    Ok(heap.keep(callback))
}

/// The weak references to an object.
pub fn references(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let found = match arguments.only(1, 1)?[0] {
        Value::Obj(target) => heap.weak_references(target),
        _ => Vec::new(),
    };
    let found = heap.keep_all(&found);
    Ok(heap.take_list(found))
}

/// Looks for cycles. Gives how many objects died.
pub fn collect(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let before = heap.live();
    heap.collect();
    Ok(Value::Int(before.saturating_sub(heap.live()) as i64))
}

/// The program is over: what wants to do something before it dies does it now.
pub fn finalize_living(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    heap.finalize_living();
    Ok(Value::None)
}
