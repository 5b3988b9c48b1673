//! Fast ways into a generator for a loop, and out of it: where no exception is being handled, there is only a window to
//! be moved.

use crate::bytecode::FRAME_SLOTS;
use crate::vm::generator::{Generator, GeneratorFlavor, State};
use crate::vm::heap::Heap;
use crate::vm::methods::Method;
use crate::vm::quick;
use crate::vm::thread::{Frame, Kind};
use crate::vm::value::{Object, Value};

/// Whether the value is a generator that can simply run on.
#[inline(always)]
pub fn can_resume(heap: &Heap, value: Value) -> bool {
    let Value::Obj(at) = value else { return false };
    let Object::Generator(generator) = heap.get(at) else { return false };
    generator.flavor == GeneratorFlavor::Generator
        && matches!(generator.state, State::New | State::Resting)
        && matches!(generator.handled, Value::None)
}

/// The same of a generator or coroutine in a slot that is told what lies in another, where no exception is being handled.
#[inline(always)]
pub fn can_send(frame: &quick::Frame, slot: u8, told: u8) -> bool {
    matches!(frame.handled, Value::None) && can_be_told(frame.heap, frame.get(slot), frame.get(told))
}

#[inline(always)]
fn can_be_told(heap: &Heap, value: Value, told: Value) -> bool {
    let Value::Obj(at) = value else { return false };
    let Object::Generator(generator) = heap.get(at) else { return false };
    let can_begin = generator.state == State::New && matches!(told, Value::None);
    matches!(generator.flavor, GeneratorFlavor::Generator | GeneratorFlavor::Coroutine)
        && (can_begin || generator.state == State::Resting)
        && matches!(generator.handled, Value::None)
}

/// Whether the call is one of `send` with a generator and one argument, which can simply run on.
#[inline(always)]
pub fn can_be_sent(frame: &quick::Frame, callee: Value, first: u8) -> bool {
    let (receiver, told) = (first, first.wrapping_add(1));
    let flavor = match callee {
        Value::Method(Method::CoroutineSend) => GeneratorFlavor::Coroutine,
        Value::Method(Method::GeneratorSend) => GeneratorFlavor::Generator,
        _ => return false,
    };
    frame.has_room
        && frame.sp.wrapping_sub(first) == 2
        && frame.heap.as_generator(frame.get(receiver)).is_some_and(|generator| generator.flavor == flavor)
        && can_send(frame, receiver, told)
}

/// The frame of a generator that can simply run on, and is told a value (taken); its window begins at `base`, above itself.
#[inline(never)]
pub fn resume(heap: &mut Heap, stack: &mut [Value], base: usize, told: Value, kind: Kind) -> Option<Frame> {
    let generator = heap.as_generator_mut(*stack.get(base.checked_sub(1)?)?)?;
    let window: &mut [Value; FRAME_SLOTS] = stack.get_mut(base..)?.first_chunk_mut()?;
    let sp = generator.window.len();
    for (slot, value) in window.iter_mut().zip(&generator.window) {
        *slot = *value;
    }
    *window.get_mut(sp)? = told;
    generator.window.clear();
    generator.state = State::Running;
    let (unit, pc) = (generator.unit, generator.pc);
    Some(Frame { unit, pc, base: base as u32, sp: sp as u8 + 1, kind })
}

/// The generator that runs, whose caller handles no exception, comes to rest with what is in its window.
#[inline(always)]
pub fn rest(generator: &mut Generator, pc: u32, window: &[Value]) {
    generator.window.extend_from_slice(window);
    (generator.pc, generator.state, generator.must_close) = (pc, State::Resting, false);
}
