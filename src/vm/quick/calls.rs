//! Fast ways into Python functions, and to the native ones that are called most.

use super::frame::{Flow, Frame};
use super::native;
use crate::vm::Pulse;
use crate::vm::value::{Object, Value};

/// The unit of the Python function in the global, if it can be entered with so many arguments and no look at itself.
#[inline(always)]
pub fn callable(frame: &Frame, slot: u16, count: u8) -> Option<u32> {
    let Value::Obj(at) = frame.globals.get(usize::from(slot))?.value else { return None };
    let Object::Function(function) = frame.heap.get(at) else { return None };
    let unit = frame.units.get(function.unit as usize)?;
    (unit.simple_arguments == count && frame.has_room).then_some(function.unit)
}

/// The callee needs nothing of its function, so None takes the function's place below the frame.
#[inline(always)]
pub fn call_global<const COUNT: usize>(frame: &mut Frame, unit: u32, arguments: [Value; COUNT]) -> Flow {
    let keep = frame.sp;
    let first = keep.wrapping_add(2);
    frame.put(keep.wrapping_add(1), Value::None);
    for (at, argument) in (first..).zip(arguments) {
        frame.put(at, argument);
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
    if native::has_checkpoint(callee) && pulse.pending() {
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
