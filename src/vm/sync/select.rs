//! What an event loop asks of native code: to sleep until its next timer or until another thread wants it. Knows no
//! loop, task or timer.

use super::lock::{self, lock_of};
use super::{Park, Request};
use crate::vm::arguments::Arguments;
use crate::vm::call::Outcome;
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::value::{Object, Value};
use std::sync::Arc;

/// `select(gate, timeout)`: waits for the gate, a lock, for so many seconds; -1 for ever. Lets the interpreter's lock go
/// even where there is no time to wait, as CPython's `select` does at each turn of a loop.
pub fn select(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let timeout = lock::timeout(heap, given[1])?;
    let (me, lock) = lock_of(heap, given[0])?;
    if lock.semaphore.retry(me) {
        return Ok(Outcome::Value(Value::bool(true)));
    }
    let semaphore = Arc::clone(&lock.semaphore);
    Ok(Outcome::Threads(Request::Park(Park { semaphore, timeout, holder: None, is_select: true })))
}

/// The function that is to be called with an asynchronous generator of this thread's loop that dies, or None.
pub fn set_hook(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    heap.set_loop_hook(arguments.only(1, 1)?[0]);
    Ok(Value::None)
}

/// The asynchronous generators of this thread's loop that are not at their end.
pub fn unfinished(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let generators = heap.unfinished_generators();
    Ok(heap.take_tuple(generators))
}

/// Whether a call of the function, or of the bound method, makes a coroutine.
pub fn is_coroutine_function(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let mut value = arguments.only(1, 1)?[0];
    if let Value::Obj(at) = value
        && let Object::BoundFunction(function, _) = heap.get(at)
    {
        value = *function;
    }
    let unit = heap.as_function(value).map(|function| function.unit);
    Ok(Value::bool(unit.is_some_and(|unit| heap.coroutine_units.contains(&unit))))
}
