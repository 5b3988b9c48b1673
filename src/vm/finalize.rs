//! Objects that want to do something before they die: instances with `__del__`, generators inside a `try`. Asynchronous
//! generators are given to their event loop. Of coroutines that nobody has awaited the program's author is told.
//!
//! The heap keeps such an object alive once more and puts it on a list; the eval loop calls the library's `finalize`
//! between two instructions, as soon as it sees it there.

use super::generator::{GeneratorFlavor, State};
use super::heap::Heap;
use super::machine::Entering;
use super::thread::{Frame, Kind};
use super::unwind::Frames;
use super::value::{Object, Value};

/// Whether the object that nobody owns any more is to be finalized first. Says so only once.
pub fn wants(heap: &Heap, object: &Object) -> bool {
    match object {
        Object::Instance(instance) => {
            !instance.is_finalized && heap.as_class(instance.class).is_some_and(|class| class.is_finalized)
        }
        object if is_unawaited(object) => true,
        Object::Generator(generator) => {
            generator.must_close
                && generator.state == State::Resting
                && (generator.flavor != GeneratorFlavor::AsyncGenerator || generator.of_loop.is_some())
        }
        _ => false,
    }
}

/// Whether it is a coroutine that nobody has awaited, and nobody been told of.
pub fn is_unawaited(object: &Object) -> bool {
    match object {
        Object::Generator(generator) => {
            generator.must_close && generator.state == State::New && generator.flavor == GeneratorFlavor::Coroutine
        }
        _ => false,
    }
}

impl Frames<'_> {
    /// Enters the library for the objects that wait, the first that died first. Where that is not possible, the frame
    /// goes on.
    pub fn finalize(&mut self, mut frame: Frame) -> Frame {
        let waiting = self.heap.take_finalizing();
        if waiting.is_empty() {
            return frame;
        }
        waiting.iter().for_each(|value| self.note_finalized(*value));
        // The library takes them from the end.
        let waiting = self.heap.take_list(waiting.into_iter().rev().collect::<Vec<Value>>());
        let Some(function) = self.library.get("finalize") else {
            self.heap.drop_value(waiting);
            return frame;
        };
        let (keep, top) = (frame.sp, frame.base as usize + usize::from(frame.sp));
        self.stack[top] = self.heap.keep(function);
        self.stack[top + 1] = waiting;
        frame.sp += 2;
        let kind = Kind::Discard;
        let entering = Entering { first: keep + 1, keep, kind, keywords: Value::None, again: false };
        match self.enter(frame, &entering) {
            Ok(entered) => entered,
            Err(raise) => {
                self.heap.drop_all([function, waiting]);
                self.heap.drop_all(raise.thrown);
                Frame { sp: keep, ..frame }
            }
        }
    }

    /// Each object is finalized once.
    fn note_finalized(&mut self, value: Value) {
        if let Value::Obj(at) = value
            && let Some(Object::Instance(instance)) = self.heap.get_mut(at)
        {
            instance.is_finalized = true;
        }
        if let Some(generator) = self.heap.as_generator_mut(value) {
            (generator.must_close, generator.is_finalized) = (false, true);
        }
    }
}
