//! Fast ways into Python functions, and to the native ones that are called most.

use super::frame::{Flow, Frame};
use super::{attributes, native};
use crate::vm::Pulse;
use crate::vm::value::{Object, Value};

/// The unit of the Python function in the global, if it can be entered with so many arguments and no look at itself.
#[inline(always)]
pub fn callable(frame: &Frame, slot: u16, count: u8) -> Option<u32> {
    let Value::Obj(at) = frame.globals.slots.get(usize::from(slot))?.value else { return None };
    let Object::Function(function) = frame.heap.get(at) else { return None };
    is_simple(frame, function.unit, count)
}

/// Calls a method of the value in a variable, with an argument that is borrowed from a variable or none.
#[inline(always)]
pub fn call_method<P: Pulse, const COUNT: usize>(
    frame: &mut Frame,
    a: u8,
    cache: u16,
    arguments: [Value; COUNT],
    pulse: &mut P,
) -> Flow {
    let (receiver, Some(method)) = (frame.get(a), attributes::method(frame, a, cache)) else { return Flow::Plain };
    if arguments.iter().any(|argument| matches!(argument, Value::Unbound)) {
        return Flow::Plain;
    }
    let Value::Obj(at) = method else { return call_native_method(frame, method, receiver, &arguments, pulse) };
    let Object::Function(function) = frame.heap.get(at) else { return Flow::Plain };
    let Some(unit) = is_simple(frame, function.unit, COUNT as u8 + 1) else { return Flow::Plain };
    frame.heap.keep(receiver);
    frame.put(frame.sp.wrapping_add(1), receiver);
    if let Some(argument) = arguments.first().copied() {
        frame.heap.keep(argument);
        frame.put(frame.sp.wrapping_add(2), argument);
    }
    frame.put(frame.sp, Value::None);
    Flow::Enter { unit, first: frame.sp.wrapping_add(1), keep: frame.sp }
}

#[inline(always)]
fn call_native_method<P: Pulse>(
    frame: &mut Frame,
    method: Value,
    receiver: Value,
    arguments: &[Value],
    pulse: &mut P,
) -> Flow {
    if P::WANTS_NOTED && native::is_noted(method) || native::has_checkpoint(method) && pulse.pending() {
        return Flow::Plain;
    }
    let result = match arguments {
        [] => native::call(frame.heap, method, &[receiver]),
        [argument, ..] => native::call(frame.heap, method, &[receiver, *argument]),
    };
    frame.pushed(frame.sp, result)
}

#[inline(always)]
fn is_simple(frame: &Frame, number: u32, count: u8) -> Option<u32> {
    let unit = frame.units.get(number as usize)?;
    (unit.simple_arguments == count && frame.has_room).then_some(number)
}

/// Enters a function that needs nothing of itself, so None takes its place below the frame, with one argument or two.
#[inline(always)]
pub fn enter(frame: &mut Frame, unit: u32, one: Value, other: Option<Value>) -> Flow {
    let keep = frame.sp;
    let first = keep.wrapping_add(2);
    frame.put(keep.wrapping_add(1), Value::None);
    frame.put(first, one);
    if let Some(other) = other {
        frame.put(first.wrapping_add(1), other);
    }
    Flow::Enter { unit, first, keep }
}

#[inline(always)]
pub fn call<P: Pulse>(frame: &mut Frame, count: u8, pulse: &mut P) -> Flow {
    // Below the arguments lie NULL and the callee, or a method and its `self`.
    let keep = frame.slot(count.wrapping_add(2));
    let has_self = !matches!(frame.get(keep), Value::Unbound);
    let first = keep.wrapping_add(if has_self { 1 } else { 2 });
    let callee = frame.get(first.wrapping_sub(1));
    if let Value::Obj(at) = callee {
        return match frame.heap.get(at) {
            Object::Function(function) => Flow::Call { unit: function.unit, first, keep },
            _ => Flow::Plain,
        };
    }
    call_native(frame, callee, first, keep, pulse)
}

#[inline(always)]
fn call_native<P: Pulse>(frame: &mut Frame, callee: Value, first: u8, keep: u8, pulse: &mut P) -> Flow {
    if P::WANTS_NOTED && native::is_noted(callee) || native::has_checkpoint(callee) && pulse.pending() {
        return Flow::Plain;
    }
    let Some(arguments) = frame.window.get(usize::from(first)..usize::from(frame.sp)) else { return Flow::Plain };
    let Some(result) = native::call(frame.heap, callee, arguments) else { return Flow::Plain };
    for slot in keep..frame.sp {
        let value = frame.get(slot);
        frame.heap.drop_value(value);
    }
    frame.put(keep, result);
    frame.done()
}
