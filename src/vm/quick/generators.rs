//! Fast ways into a generator for a loop, and out of it: where no exception is being handled, there is only a window to
//! be moved.

use crate::bytecode::FRAME_SLOTS;
use crate::vm::generator::{Generator, GeneratorFlavor, State};
use crate::vm::heap::Heap;
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

/// The frame of a generator that can simply run on, and is told None; its window begins at `base`, above itself.
#[inline(never)]
pub fn resume(heap: &mut Heap, stack: &mut [Value], base: usize) -> Option<Frame> {
    let generator = heap.as_generator_mut(*stack.get(base.checked_sub(1)?)?)?;
    let window: &mut [Value; FRAME_SLOTS] = stack.get_mut(base..)?.first_chunk_mut()?;
    let sp = generator.window.len();
    for (slot, value) in window.iter_mut().zip(&generator.window) {
        *slot = *value;
    }
    *window.get_mut(sp)? = Value::None;
    generator.window.clear();
    generator.state = State::Running;
    let (unit, pc) = (generator.unit, generator.pc);
    Some(Frame { unit, pc, base: base as u32, sp: sp as u8 + 1, kind: Kind::GeneratorFor })
}

/// The generator that runs, whose caller handles no exception, comes to rest with what is in its window.
#[inline(always)]
pub fn rest(generator: &mut Generator, pc: u32, window: &[Value]) {
    generator.window.extend_from_slice(window);
    (generator.pc, generator.state) = (pc, State::Resting);
}
