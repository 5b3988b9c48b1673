//! Exceptions thrown into a generator or coroutine that rests: whatever it waits for gets them first.

use super::error::Raise;
use super::machine::Entering;
use super::thread::{Frame, Kind};
use super::unwind::Frames;
use super::value::{Object, Value};
use crate::bytecode::Instr;

impl Frames<'_> {
    /// Raises an exception in the frame of a generator, or in what it delegates to by `yield from` or `await`.
    pub fn throw(&mut self, frame: Frame, raise: Box<Raise>) -> Result<Frame, (Frame, Box<Raise>)> {
        let instrs = &self.units[frame.unit as usize].code.instrs;
        let Some(Instr::JUMP_BACKWARD_NO_INTERRUPT(send)) = instrs.get(frame.pc as usize).copied() else {
            return Err((frame, raise));
        };
        // The frame goes on as if its SEND had asked.
        let frame = Frame { pc: u32::from(send.0) + 1, ..frame };
        let slot = frame.sp - 1;
        let inner = self.stack[frame.base as usize + usize::from(slot)];
        let closes = self.is_exit(&raise);
        if self.heap.as_generator(inner).is_some() && !closes {
            return self.resume(frame, slot, frame.sp, Kind::GeneratorSend, Err(raise));
        }
        self.throw_into_object(frame, inner, raise)
    }

    fn is_exit(&self, raise: &Raise) -> bool {
        use super::exception::ExceptionKind::GeneratorExit;
        let class = raise.thrown.map(|thrown| super::class::class_of(self.heap, thrown));
        class.is_some_and(|class| super::class::is_subclass(self.heap, class, Value::Exception(GeneratorExit)))
    }

    /// The library calls the object's `throw` or `close`, where it has one.
    fn throw_into_object(
        &mut self,
        mut frame: Frame,
        inner: Value,
        raise: Box<Raise>,
    ) -> Result<Frame, (Frame, Box<Raise>)> {
        let is_native = matches!(inner, Value::Obj(at)
            if !matches!(self.heap.get(at), Object::Instance(_) | Object::Generator(_)));
        let (Some(thrown), Some(function), false) = (raise.thrown, self.library.get("throw_inside"), is_native) else {
            return Err((frame, raise));
        };
        let top = frame.base as usize + usize::from(frame.sp);
        let called = [self.heap.keep(function), self.heap.keep(inner), thrown];
        self.stack[top..top + called.len()].copy_from_slice(&called);
        let keep = frame.sp;
        frame.sp += called.len() as u8;
        let kind = Kind::NextSend;
        let entering = Entering { first: keep + 1, keep, kind, keywords: Value::None, again: false };
        self.enter(frame, &entering).map_err(|raise| (frame, raise))
    }
}
