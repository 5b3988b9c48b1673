//! Fast ways into Python functions, and to the native ones that are called most.

use super::frame::{Flow, Frame};
use super::instances::caller;
use super::{attributes, generators, native};
use crate::vm::Pulse;
use crate::vm::heap::Heap;
use crate::vm::value::{Object, Ref, Value};

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
pub fn call<P: Pulse>(frame: &mut Frame, count: u8, cache: u16, pulse: &mut P) -> Flow {
    // Below the arguments lie NULL and the callee, or a method and its `self`.
    let keep = frame.slot(count.wrapping_add(2));
    let has_self = !matches!(frame.get(keep), Value::Unbound);
    let first = keep.wrapping_add(if has_self { 1 } else { 2 });
    let callee = frame.get(first.wrapping_sub(1));
    if let Value::Obj(at) = callee {
        return match frame.heap.get(at) {
            Object::Function(function) if P::WANTS_NOTED => Flow::Call { unit: function.unit, first, keep },
            Object::Function(function) => {
                let unit = function.unit;
                call_function(frame, callee, unit, first, keep)
            }
            _ if P::WANTS_NOTED => Flow::Plain,
            Object::BoundFunction(function, to) => {
                let (function, to) = (*function, *to);
                if has_self {
                    call_above(frame, keep, function, to)
                } else {
                    call_beside(frame, keep, callee, function, to)
                }
            }
            Object::BoundMethod(method, to) => {
                let (method, to) = (Value::Method(*method), *to);
                call_built_in(frame, method, to, first, keep, pulse)
            }
            Object::Class(_) if !has_self => make(frame, keep, at, None, cache),
            _ => Flow::Plain,
        };
    }
    if !P::WANTS_NOTED && generators::can_be_sent(frame, callee, first) {
        return Flow::Send { keep };
    }
    call_native(frame, callee, first, keep, pulse)
}

/// Arguments that do not fill the parameters one by one are given their places first.
#[inline(always)]
fn call_function(frame: &mut Frame, function: Value, unit: u32, first: u8, keep: u8) -> Flow {
    if frame.units[unit as usize].parameters == frame.sp.wrapping_sub(first) {
        return Flow::Call { unit, first, keep };
    }
    match caller(frame) {
        Some(caller) => caller.call_function(function, first, keep),
        None => Flow::Plain,
    }
}

#[inline(always)]
fn call_above(frame: &mut Frame, keep: u8, function: Value, to: Value) -> Flow {
    match caller(frame) {
        Some(caller) => caller.call_above(keep, function, to),
        None => Flow::Plain,
    }
}

/// A method of a built-in type that was loaded with its object.
#[inline(always)]
fn call_built_in<P: Pulse>(frame: &mut Frame, method: Value, to: Value, first: u8, keep: u8, pulse: &mut P) -> Flow {
    if native::has_checkpoint(method) && pulse.pending() {
        return Flow::Plain;
    }
    let Some(given) = frame.window.get(usize::from(first)..usize::from(frame.sp)) else { return Flow::Plain };
    let Some(result) = native::call_with(frame.heap, method, to, given) else { return Flow::Plain };
    for slot in keep..frame.sp {
        let value = frame.get(slot);
        frame.heap.drop_value(value);
    }
    frame.put(keep, result);
    frame.done()
}

#[inline(always)]
fn make(frame: &mut Frame, keep: u8, class: Ref, names: Option<&Value>, cache: u16) -> Flow {
    let site = &frame.unit.sites[usize::from(cache)];
    caller(frame).map_or(Flow::Plain, |caller| caller.make(keep, class, names, site))
}

/// Calls a class with arguments of which the last are given by keyword.
#[inline(always)]
pub fn call_named(frame: &mut Frame, count: u8, names: u16, cache: u16) -> Flow {
    let keep = frame.slot(count.wrapping_add(2));
    let (Value::Unbound, Value::Obj(class)) = (frame.get(keep), frame.get(keep.wrapping_add(1))) else {
        return Flow::Plain;
    };
    let names = frame.constant(names);
    match frame.heap.get(class) {
        Object::Class(_) => make(frame, keep, class, Some(&names), cache),
        _ => Flow::Plain,
    }
}

/// A method that was loaded with its object becomes what it is where both lie on the stack, which is the same to the call.
#[inline(always)]
fn call_beside(frame: &mut Frame, keep: u8, callee: Value, function: Value, to: Value) -> Flow {
    let Some(unit) = frame.heap.as_function(function).map(|function| function.unit) else { return Flow::Plain };
    let first = keep.wrapping_add(1);
    frame.heap.keep(function);
    frame.heap.keep(to);
    frame.put(keep, function);
    frame.put(first, to);
    frame.heap.drop_value(callee);
    call_function(frame, function, unit, first, keep)
}

/// Calls the native function in the global with variables.
#[inline(always)]
pub fn call_native_of_global<P: Pulse, const COUNT: usize>(
    frame: &mut Frame,
    slot: u16,
    arguments: [u8; COUNT],
    pulse: &mut P,
) -> Flow {
    let Some(global) = frame.globals.slots.get(usize::from(slot)) else { return Flow::Plain };
    let (callee, mut values) = (global.meaning(), [Value::Unbound; COUNT]);
    // No closure may have the frame, or it would lie in memory for every instruction.
    for (value, slot) in values.iter_mut().zip(arguments) {
        *value = frame.get(slot);
    }
    let is_lacking = |value: &Value| matches!(value, Value::Unbound);
    if P::WANTS_NOTED && native::is_noted(callee)
        || native::has_checkpoint(callee) && pulse.pending()
        || values.iter().any(is_lacking)
    {
        return Flow::Plain;
    }
    let Some(result) = called(frame.heap, callee, values) else { return Flow::Plain };
    frame.put(frame.sp, result);
    frame.done()
}

#[inline(never)]
fn called<const COUNT: usize>(heap: &mut Heap, callee: Value, arguments: [Value; COUNT]) -> Option<Value> {
    native::call(heap, callee, &arguments)
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
