//! Frames that come and go: calls, generators that run on or rest, returns, and exceptions on their way out.

use super::bind::{bind, bind_in_place};
use super::class;
use super::error::{self, Raise, Result};
use super::exception::{self, ExceptionKind, Held};
use super::generator::{GeneratorFlavor, State};
use super::heap::Heap;
use super::interp::{Library, Unit};
use super::machine::{Entering, stop_iteration};
use super::noted::Note;
use super::suggestion;
use super::thread::{Frame, Kind};
use super::value::Value;
use crate::bytecode::{FRAME_SLOTS, Handler, Instr};

/// Whether the instruction stands where an exception is being handled: what is raised there ends the handling first.
pub fn is_in_handler(unit: &Unit, at: u32) -> bool {
    let ends_handling = |h: &Handler| {
        let target = h.target.0 as usize;
        matches!(unit.code.instrs[target..], [Instr::SWAP(_), Instr::POP_EXCEPT, ..])
    };
    let mut covering = unit.code.exceptions.iter().filter(|h| (u32::from(h.start)..u32::from(h.end)).contains(&at));
    covering.any(ends_handling)
}

/// All frames of a thread, and what they refer to.
pub struct Frames<'a> {
    pub heap: &'a mut Heap,
    pub units: &'a [Unit],
    /// Without the frame that runs.
    pub callers: &'a mut Vec<Frame>,
    pub stack: &'a mut Vec<Value>,
    pub handled: &'a mut Value,
    pub library: &'a Library,
}

/// An exception that left the outermost frame; owned.
pub struct Escaped(pub Value);

impl Frames<'_> {
    fn make_room(&mut self, base: usize) {
        if self.stack.len() < base + FRAME_SLOTS {
            self.stack.resize(self.stack.len() * 2 + FRAME_SLOTS, Value::Unbound);
        }
    }

    /// Whether the limit of the recursion is less than so many frames away. A low limit is halfway kept for them.
    pub fn lacks_frames(&self, wanted: usize) -> bool {
        let most = self.heap.settings.most_frames();
        self.callers.len() + wanted.min(most / 2) >= most
    }

    /// Enters a Python function. Where it fails, the caller's stack is as it was.
    pub fn enter(&mut self, caller: Frame, entering: &Entering) -> Result<Frame> {
        let (base, first) = (caller.base as usize, usize::from(entering.first));
        let callee = self.stack[base + first - 1];
        if self.lacks_frames(1) {
            return Err(error::recursion_error("maximum recursion depth exceeded"));
        }
        let Some(function) = self.heap.as_function(callee) else {
            return Err(match callee {
                Value::None => error::type_error("'NoneType' object is not callable"),
                _ => error::type_error("gilsim can call a Python function only here"),
            });
        };
        let unit_index = function.unit;
        let unit = &self.units[unit_index as usize];
        let given = usize::from(caller.sp) - first;
        let keywords = Some(&entering.keywords).filter(|names| !matches!(names, Value::None));
        let new_base = base + first;
        if keywords.is_some() || given != usize::from(unit.parameters) {
            self.make_room(new_base);
            let window = &mut self.stack[new_base..];
            if !bind_in_place(self.heap, unit, callee, window, given, keywords) {
                let arguments = window[..given].to_vec();
                let bound = bind(self.heap, unit, callee, &arguments, keywords)?;
                self.heap.drop_all(arguments);
                self.stack[new_base..new_base + bound.len()].copy_from_slice(&bound);
            }
        }
        self.make_room(new_base);
        let parameters = unit.code.parameters.count();
        self.stack[new_base + parameters..new_base + usize::from(unit.locals)].fill(Value::Unbound);
        let kind = if entering.again { entering.kind.again() } else { entering.kind };
        let pc = caller.pc - u32::from(kind.is_again());
        self.callers.push(Frame { pc, sp: entering.keep, ..caller });
        Ok(Frame { unit: unit_index, pc: 0, base: new_base as u32, sp: unit.locals, kind })
    }

    /// The generator in a slot of the caller's runs on.
    pub fn resume(
        &mut self,
        caller: Frame,
        slot: u8,
        keep: u8,
        kind: Kind,
        sent: std::result::Result<Value, Box<Raise>>,
    ) -> std::result::Result<Frame, (Frame, Box<Raise>)> {
        let new_base = caller.base as usize + usize::from(slot) + 1;
        let value = self.stack[new_base - 1];
        let at_limit = self.lacks_frames(1);
        let handled = *self.handled;
        let sent = if at_limit { sent } else { self.handed_on(value, sent) };
        let Some(generator) = self.heap.as_generator_mut(value) else {
            return Err((caller, error::type_error("gilsim expected a generator")));
        };
        let problem = match (generator.state, &sent) {
            _ if at_limit => Some(error::recursion_error("maximum recursion depth exceeded")),
            (State::Running, _) => Some(error::value_error(format!("{} already executing", generator.flavor.title()))),
            (State::Ended, _) => generator.flavor.reused().map(error::runtime_error),
            (State::New, Ok(value)) if !matches!(value, Value::None) => {
                let problem = format!("can't send non-None value to a just-started {}", generator.flavor.title());
                Some(match generator.flavor {
                    GeneratorFlavor::Thrown => error::runtime_error(problem),
                    _ => error::type_error(problem),
                })
            }
            _ => None,
        };
        if problem.is_some() || generator.state == State::Ended {
            return self.not_resumed(caller, slot, kind, sent, problem);
        }
        generator.state = State::Running;
        let window = std::mem::take(&mut generator.window);
        let own = std::mem::replace(&mut generator.handled, handled);
        let (unit, pc) = (generator.unit, generator.pc);
        match own {
            Value::None => *self.handled = self.heap.keep(handled),
            own => {
                *self.handled = own;
                if let Err(raise) = &sent
                    && let Some(thrown) = raise.thrown
                {
                    self.set_context(thrown);
                }
            }
        }
        self.make_room(new_base);
        self.stack[new_base..new_base + window.len()].copy_from_slice(&window);
        let mut sp = window.len() as u8;
        // The allocation goes back: the generator will need it again.
        if let Some(generator) = self.heap.as_generator_mut(value) {
            generator.window = window;
            generator.window.clear();
        }
        self.callers.push(Frame { sp: keep, ..caller });
        let sent = match sent {
            Ok(value) => {
                self.stack[new_base + usize::from(sp)] = value;
                sp += 1;
                None
            }
            Err(raise) => Some(raise),
        };
        let frame = Frame { unit, pc, base: new_base as u32, sp, kind };
        match sent {
            None => Ok(frame),
            Some(raise) => self.throw(frame, raise),
        }
    }

    /// What is sent to the library's generator that has not begun is for the asynchronous one that it speaks for: it takes
    /// the place of the argument, and the generator just begins.
    fn handed_on(
        &mut self,
        value: Value,
        sent: std::result::Result<Value, Box<Raise>>,
    ) -> std::result::Result<Value, Box<Raise>> {
        let Some(generator) = self.heap.as_generator_mut(value) else { return sent };
        if generator.state != State::New || !generator.flavor.is_of_library() {
            return sent;
        }
        let (argument, given) = match sent {
            Ok(given) if !matches!(given, Value::None) && generator.flavor == GeneratorFlavor::Asked => (1, given),
            Err(raise) if raise.thrown.is_some() => (2, raise.thrown.unwrap_or(Value::None)),
            sent => return sent,
        };
        let before = std::mem::replace(&mut generator.window[argument], given);
        self.heap.drop_value(before);
        Ok(Value::None)
    }

    /// A generator that has ended, or cannot run.
    fn not_resumed(
        &mut self,
        caller: Frame,
        slot: u8,
        kind: Kind,
        sent: std::result::Result<Value, Box<Raise>>,
        problem: Option<Box<Raise>>,
    ) -> std::result::Result<Frame, (Frame, Box<Raise>)> {
        let thrown = match sent {
            Ok(value) => {
                self.heap.drop_value(value);
                None
            }
            Err(raise) => Some(raise),
        };
        if let Some(problem) = problem {
            self.heap.drop_all(thrown.and_then(|raise| raise.thrown));
            return Err((caller, problem));
        }
        if let Some(raise) = thrown {
            return Err((caller, raise));
        }
        match kind {
            Kind::GeneratorFor | Kind::GeneratorSend => {
                let mut caller = caller;
                caller.sp = slot + 1;
                self.exhausted(&mut caller, Value::None);
                Ok(caller)
            }
            _ => Err((caller, stop_iteration(self.heap, Value::None))),
        }
    }

    /// The iterator on top of the caller's stack is at its end: a loop ends, or `yield from` has its result (taken).
    fn exhausted(&mut self, caller: &mut Frame, result: Value) {
        let top = caller.base as usize + usize::from(caller.sp) - 1;
        let iterator = std::mem::replace(&mut self.stack[top], Value::Unbound);
        self.heap.drop_value(iterator);
        let instr = self.units[caller.unit as usize].code.instrs[caller.pc as usize - 1];
        match instr {
            Instr::SEND(_) => self.stack[top] = result,
            _ => {
                self.heap.drop_value(result);
                caller.sp -= 1;
            }
        }
        caller.pc = instr.target().map_or(caller.pc, |target| target.0.into());
    }

    fn release(&mut self, frame: Frame) {
        let base = frame.base as usize;
        for slot in base..base + usize::from(frame.sp) {
            let value = std::mem::replace(&mut self.stack[slot], Value::Unbound);
            self.heap.drop_value(value);
        }
    }

    /// Releases the function (or generator) below the frame, where it is the frame's own.
    pub fn release_callee(&mut self, frame: Frame) {
        if !matches!(frame.kind, Kind::GeneratorFor | Kind::GeneratorSend)
            && let Some(below) = (frame.base as usize).checked_sub(1)
        {
            let callee = std::mem::replace(&mut self.stack[below], Value::Unbound);
            self.heap.drop_value(callee);
        }
    }

    /// The generator of this frame does not run any more.
    fn end_generator(&mut self, frame: Frame) -> GeneratorFlavor {
        let value = self.stack[frame.base as usize - 1];
        let Some(generator) = self.heap.as_generator_mut(value) else { return GeneratorFlavor::Generator };
        generator.state = State::Ended;
        let flavor = generator.flavor;
        let function = std::mem::replace(&mut generator.function, Value::None);
        let before = std::mem::replace(&mut generator.handled, Value::None);
        let own = std::mem::replace(self.handled, before);
        self.heap.drop_value(own);
        self.heap.drop_value(function);
        flavor
    }

    /// The frame, of a kind that is not a plain call, has returned; its stack is empty. Takes the result.
    pub fn returned(&mut self, frame: Frame, result: Value) -> std::result::Result<Frame, (Frame, Box<Raise>)> {
        if frame.kind.is_generator() {
            self.end_generator(frame);
        }
        self.release_callee(frame);
        let Some(mut caller) = self.callers.pop() else {
            return Err((frame, error::system_error("a frame without a caller was no plain call")));
        };
        match frame.kind {
            Kind::Init | Kind::InitAgain if !matches!(result, Value::None) => {
                let kind = super::kind::type_name(self.heap, result);
                let raise = error::type_error(format!("__init__() should return None, not '{kind}'"));
                self.heap.drop_value(result);
                return Err((caller, raise));
            }
            Kind::Init | Kind::InitAgain | Kind::Discard => self.heap.drop_value(result),
            Kind::Iterator if !super::iter::gives_items(self.heap, result) => {
                let kind = super::kind::type_name(self.heap, result);
                let raise = error::type_error(format!("iter() returned non-iterator of type '{kind}'"));
                self.heap.drop_value(result);
                return Err((caller, raise));
            }
            Kind::Import => {
                self.heap.end_import(self.units[frame.unit as usize].module);
                self.heap.drop_value(result);
            }
            Kind::GeneratorFor | Kind::GeneratorSend => self.exhausted(&mut caller, result),
            Kind::GeneratorCall => return Err((caller, stop_iteration(self.heap, result))),
            Kind::Operator => return self.operator_returned(caller, result),
            Kind::JumpOrPop => self.jump_or_pop(&mut caller, matches!(result, Value::Bool(holds) if holds.get())),
            Kind::NextSend | Kind::NextFor | Kind::Iterator | Kind::Call | Kind::CallAgain => {
                self.push(&mut caller, result);
            }
        }
        Ok(caller)
    }

    pub fn push(&mut self, frame: &mut Frame, value: Value) {
        self.stack[frame.base as usize + usize::from(frame.sp)] = value;
        frame.sp += 1;
    }

    fn jump_or_pop(&mut self, frame: &mut Frame, holds: bool) {
        let instr = self.units[frame.unit as usize].code.instrs[frame.pc as usize - 1];
        let jumps_if = matches!(instr, Instr::JUMP_IF_TRUE_OR_POP(_));
        if holds == jumps_if {
            frame.pc = instr.target().map_or(frame.pc, |target| target.0.into());
            return;
        }
        frame.sp -= 1;
        let top = frame.base as usize + usize::from(frame.sp);
        let value = std::mem::replace(&mut self.stack[top], Value::Unbound);
        self.heap.drop_value(value);
    }

    /// An exception is raised in the frame: finds the frame and the place where it is handled.
    #[allow(clippy::boxed_local, reason = "it comes boxed, as every Raise does")]
    pub fn raise(&mut self, mut frame: Frame, raise: Box<Raise>) -> std::result::Result<Frame, Escaped> {
        let (again, thrown_in) = (raise.again, raise.thrown_in);
        let mut thrown = exception::object_of(self.heap, *raise);
        let code = &self.units[frame.unit as usize].code;
        if !again && !code.is_library {
            let top = (frame.base as usize + usize::from(frame.sp)).saturating_sub(1);
            suggestion::note_missing(self.heap, thrown, code, frame.pc.saturating_sub(1), self.stack[top]);
        }
        if !again && !thrown_in {
            self.set_context(thrown);
        }
        let mut is_new_here = !again;
        loop {
            self.heap.note(Note::Raise);
            let unit = &self.units[frame.unit as usize];
            let at = frame.pc.saturating_sub(1);
            if is_new_here
                && !unit.code.is_library
                && let Some(exception) = self.heap.as_exception_mut(thrown)
            {
                exception.trace.push((frame.unit, at));
            }
            is_new_here = true;
            let handler = unit.code.exceptions.iter().find(|h| (u32::from(h.start)..u32::from(h.end)).contains(&at));
            if let Some(handler) = handler {
                let depth = unit.locals + handler.depth;
                while frame.sp > depth {
                    frame.sp -= 1;
                    let top = frame.base as usize + usize::from(frame.sp);
                    let value = std::mem::replace(&mut self.stack[top], Value::Unbound);
                    self.heap.drop_value(value);
                }
                self.push(&mut frame, thrown);
                frame.pc = handler.target.0.into();
                return Ok(frame);
            }
            self.hold_variables(frame, thrown);
            let goes_on = frame.kind.is_generator() && self.rest_after_raise(frame);
            if !goes_on {
                self.release(frame);
            }
            if frame.kind.is_generator() && !goes_on {
                let flavor = self.end_generator(frame);
                thrown = self.without_stop_iteration(thrown, flavor);
            }
            self.release_callee(frame);
            if frame.kind == Kind::Import {
                self.heap.end_import(self.units[frame.unit as usize].module);
            }
            let Some(mut caller) = self.callers.pop() else { return Err(Escaped(thrown)) };
            // The instruction has failed, and is not executed again.
            caller.pc += u32::from(frame.kind.is_again());
            let may_end = match frame.kind {
                Kind::NextFor | Kind::NextSend => true,
                Kind::GeneratorFor | Kind::GeneratorSend => goes_on,
                _ => false,
            };
            if may_end && self.is_a(thrown, ExceptionKind::StopIteration) {
                let args = self.heap.as_exception(thrown).map(|exception| exception.args);
                let result = args.and_then(|args| self.heap.as_tuple(args)?.first().copied()).unwrap_or(Value::None);
                self.heap.keep(result);
                self.heap.drop_value(thrown);
                self.exhausted(&mut caller, result);
                return Ok(caller);
            }
            frame = caller;
        }
    }

    /// A traceback keeps the variables of its frames alive. Where nobody could tell they die at once.
    fn hold_variables(&mut self, frame: Frame, thrown: Value) {
        let unit = &self.units[frame.unit as usize];
        if !self.heap.tells_of_deaths() || unit.code.is_library {
            return;
        }
        let (first, count) = (frame.base as usize, usize::from(unit.locals));
        let variables = &mut self.stack[first..first + count];
        let is_object = |value: &&mut Value| matches!(value, Value::Obj(_));
        let taken: Vec<Value> =
            variables.iter_mut().filter(is_object).map(|value| std::mem::replace(value, Value::Unbound)).collect();
        match self.heap.as_exception_mut(thrown) {
            Some(exception) => {
                let length = exception.trace.len() as u32;
                let of_generator = frame.kind.is_generator();
                exception.held.extend(taken.into_iter().map(|value| Held { length, of_generator, value }));
            }
            None => self.heap.drop_all(taken),
        }
    }

    fn is_a(&self, exception: Value, kind: ExceptionKind) -> bool {
        class::is_subclass(self.heap, class::class_of(self.heap, exception), Value::Exception(kind))
    }

    /// StopIteration that leaves a generator's frame would end loops by mistake. What the library raises, it means.
    fn without_stop_iteration(&mut self, thrown: Value, flavor: GeneratorFlavor) -> Value {
        let is_end = self.is_a(thrown, ExceptionKind::StopIteration);
        let is_async_end =
            flavor == GeneratorFlavor::AsyncGenerator && self.is_a(thrown, ExceptionKind::StopAsyncIteration);
        if !is_end && !is_async_end {
            return thrown;
        }
        let what = if is_end { "StopIteration" } else { "StopAsyncIteration" };
        let raise = error::runtime_error(format!("{} raised {what}", flavor.title()));
        let new = exception::object_of(self.heap, *raise);
        self.heap.keep(thrown);
        if let Some(exception) = self.heap.as_exception_mut(new) {
            (exception.cause, exception.context, exception.suppress_context) = (thrown, thrown, true);
        }
        new
    }

    /// What is being handled becomes the context of a new exception, unless that would make a circle.
    fn set_context(&mut self, thrown: Value) {
        let handled = *self.handled;
        let same = super::compare::is_identical;
        if matches!(handled, Value::None) || same(handled, thrown) {
            return;
        }
        // Who follows at half the pace is met again where a program has made a circle.
        let (mut link, mut behind, mut moves) = (handled, handled, false);
        while let Some(exception) = self.heap.as_exception(link) {
            let next = exception.context;
            if same(next, thrown) {
                if let Some(exception) = self.heap.as_exception_mut(link) {
                    exception.context = Value::None;
                }
                self.heap.drop_value(thrown);
                break;
            }
            link = next;
            if same(link, behind) {
                break;
            }
            if moves {
                behind = self.heap.as_exception(behind).map_or(Value::None, |exception| exception.context);
            }
            moves = !moves;
        }
        self.heap.keep(handled);
        let old =
            self.heap.as_exception_mut(thrown).map(|exception| std::mem::replace(&mut exception.context, handled));
        self.heap.drop_all(old);
    }
}
