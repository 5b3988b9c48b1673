//! What an event loop asks of native code: to sleep until its next timer or until another thread wants it. Knows no
//! loop, task or timer.

use super::lock::{self, lock_of};
use super::{Park, Request};
use crate::vm::arguments::{Arguments, index};
use crate::vm::call::Outcome;
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::system::{StepNote, StepResult, SystemCall};
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

fn task_number(heap: &Heap, value: Value) -> Result<u32> {
    Ok(u32::try_from(index(heap, value)?).unwrap_or(u32::MAX))
}

fn told(heap: &Heap, value: Value) -> Option<String> {
    heap.as_str(value).map(|text| text.text.to_string())
}

/// `begin_step(number, name)`: a task's step begins; the name, with its first, or None.
pub fn begin_step(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (task, name) = (task_number(heap, given[0])?, told(heap, given[1]));
    Ok(Outcome::System(SystemCall::Step(StepNote::Begun { task, name })))
}

/// `end_step(number, how, awaits)`: 0 where it awaits something, 1 done, 2 failed, 3 cancelled.
pub fn end_step(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 3)?;
    let how = match index(heap, given[1])? {
        0 => StepResult::Awaits,
        1 => StepResult::Done,
        2 => StepResult::Failed,
        _ => StepResult::Cancelled,
    };
    let (task, awaits) = (task_number(heap, given[0])?, told(heap, given[2]).unwrap_or_default());
    Ok(Outcome::System(SystemCall::Step(StepNote::Ended { task, how, awaits })))
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
