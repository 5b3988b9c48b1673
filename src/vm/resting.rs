//! Frames that become generators, and rest at a `yield` or, some of them, after an exception.

use super::error::{self, Raise};
use super::generator::{Generator, GeneratorFlavor, State};
use super::own;
use super::symbols;
use super::thread::Frame;
use super::unwind::{Frames, is_in_handler};
use super::value::{Object, Value};
use crate::bytecode::{Handler, Instr};

impl Frames<'_> {
    /// `RETURN_GENERATOR`: the frame becomes a generator, which the caller gets.
    pub fn make_generator(&mut self, frame: Frame) -> std::result::Result<Frame, (Frame, Box<Raise>)> {
        let base = frame.base as usize;
        let window = self.stack[base..base + usize::from(frame.sp)].to_vec();
        let function = self.stack[base - 1];
        self.heap.keep(function);
        let flavor = GeneratorFlavor::of(self.units[frame.unit as usize].code.flavor);
        let is_coroutine = flavor == GeneratorFlavor::Coroutine;
        if is_coroutine {
            self.heap.makes_coroutines = true;
        }
        let generator = Generator {
            unit: frame.unit,
            pc: frame.pc,
            window,
            function,
            flavor,
            state: State::New,
            must_close: is_coroutine,
            is_finalized: false,
            is_coroutine: false,
            is_asked: false,
            names: self.given_names(function),
            of_loop: None,
            handled: Value::None,
        };
        let generator = self.heap.take_object(Object::Generator(Box::new(generator)));
        self.returned(frame, generator)
    }

    /// What the program has called the function, if it has: its generators are called the same. Owned.
    fn given_names(&mut self, function: Value) -> [Value; 2] {
        let extra = self.heap.as_function(function).and_then(|function| function.extra.as_ref());
        if extra.is_none_or(|extra| extra.attributes.is_empty()) {
            return [Value::Unbound; 2];
        }
        [self.heap.symbols.of("__name__"), symbols::QUALNAME]
            .map(|symbol| own::get(self.heap, function, symbol).map_or(Value::Unbound, |name| self.heap.keep(name)))
    }

    /// `YIELD_VALUE`: the frame rests, and its caller gets the value (taken).
    pub fn rest(&mut self, frame: Frame, value: Value) -> std::result::Result<Frame, (Frame, Box<Raise>)> {
        let base = frame.base as usize;
        let owner = self.stack[base - 1];
        let handled = *self.handled;
        let Some(generator) = self.heap.as_generator_mut(owner) else {
            return Err((frame, error::system_error("a frame without a generator has yielded")));
        };
        generator.window.extend_from_slice(&self.stack[base..base + usize::from(frame.sp)]);
        (generator.pc, generator.state) = (frame.pc, State::Resting);
        let at = frame.pc.saturating_sub(1);
        let covers = |h: &Handler| (u32::from(h.start)..u32::from(h.end)).contains(&at);
        let was_noted = generator.must_close;
        let is_protected = self.units[frame.unit as usize].code.exceptions.iter().any(covers);
        generator.must_close = is_protected && !generator.is_finalized;
        let must_close = generator.must_close;
        let before = generator.handled;
        let is_own = is_in_handler(&self.units[frame.unit as usize], at);
        generator.handled = if is_own { handled } else { Value::None };
        self.heap.may_finalize |= must_close;
        if must_close && !was_noted {
            self.heap.note_finalizable(owner);
        }
        *self.handled = before;
        if !is_own {
            self.heap.drop_value(handled);
        }
        self.release_callee(frame);
        let Some(mut caller) = self.callers.pop() else {
            return Err((frame, error::system_error("a generator without a caller has yielded")));
        };
        self.push(&mut caller, value);
        Ok(caller)
    }

    /// What is a native iterator in CPython, and a generator of the library here, is not ended by an exception: it rests where
    /// its loop goes on. False where the generator is another one.
    pub fn rest_after_raise(&mut self, frame: Frame) -> bool {
        let unit = &self.units[frame.unit as usize];
        let code = &unit.code;
        let is_native = code.is_library && !code.has_checkpoints && code.exceptions.is_empty();
        let Some((pc, loops)) = after_yield(&code.instrs, frame.pc as usize - 1).filter(|_| is_native) else {
            return false;
        };
        let base = frame.base as usize;
        let (end, top) = (base + usize::from(unit.locals) + loops, base + usize::from(frame.sp));
        self.heap.drop_all(self.stack[end..top].iter().copied());
        let window = self.stack[base..end].to_vec();
        let Some(generator) = self.heap.as_generator_mut(self.stack[base - 1]) else { return false };
        (generator.window, generator.pc, generator.state) = (window, pc, State::Resting);
        let before = std::mem::replace(&mut generator.handled, Value::None);
        let own = std::mem::replace(self.handled, before);
        self.heap.drop_value(own);
        true
    }
}

/// Where the innermost loop around an instruction that has a `yield` of its own goes on after that, and how many loops are
/// around it.
fn after_yield(instrs: &[Instr], at: usize) -> Option<(u32, usize)> {
    let ends = |start: usize| match instrs[start] {
        Instr::FOR_ITER(target) => usize::from(target.0),
        _ => 0,
    };
    let around = |at: usize| (0..=at).filter(move |start| ends(*start) > at);
    let own_yield = |start: usize| {
        let is_it = |at: &usize| instrs[*at] == Instr::YIELD_VALUE && around(*at).next_back() == Some(start);
        (start..ends(start)).find(is_it)
    };
    let resting = around(at).rev().find_map(own_yield)?;
    Some((resting as u32 + 1, around(resting).count()))
}
