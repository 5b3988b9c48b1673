//! What groups of exceptions need of native code: to know where an exception came from, and to carry that over.

use crate::vm::arguments::Arguments;
use crate::vm::compare::is_identical;
use crate::vm::error::Result;
use crate::vm::exception::Exception;
use crate::vm::heap::Heap;
use crate::vm::own;
use crate::vm::value::Value;

fn notes(heap: &Heap, exception: &Exception) -> Value {
    own::get_named(heap, &exception.attributes, "__notes__").unwrap_or(Value::None)
}

/// `is_alike(a, b)`: whether two exceptions have the same way, cause and context, as parts of one group have. Notes do
/// not count, in CPython 3.11 either.
pub fn is_alike(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let (Some(one), Some(other)) = (heap.as_exception(given[0]), heap.as_exception(given[1])) else {
        return Ok(Value::bool(false));
    };
    let same =
        one.trace == other.trace && is_identical(one.cause, other.cause) && is_identical(one.context, other.context);
    Ok(Value::bool(same))
}

/// `take_over(part, group)`: gives the part the group's way, cause, context, and a copy of its notes.
pub fn take_over(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let Some(group) = heap.as_exception(given[1]) else { return Ok(Value::None) };
    let (trace, cause, context) = (group.trace.clone(), group.cause, group.context);
    let noted = notes(heap, group);
    heap.keep(cause);
    heap.keep(context);
    let mut old = Vec::new();
    if let Some(part) = heap.as_exception_mut(given[0]) {
        part.trace = trace;
        part.suppress_context = true;
        old.extend([std::mem::replace(&mut part.cause, cause), std::mem::replace(&mut part.context, context)]);
    }
    if let Some(notes) = heap.as_list(noted).cloned() {
        let notes = heap.keep_all(&notes);
        let copy = heap.take_list(notes);
        let symbol = heap.symbols.of("__notes__");
        own::set(heap, given[0], symbol, copy);
    }
    heap.drop_all(old);
    Ok(Value::None)
}
