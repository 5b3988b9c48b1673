//! The state of one thread: its frames and its value stack. Knows no operating-system thread and no lock.

use super::interp::Interp;
use super::modules::{Found, Module};
use super::sync::{Spawn, SpawnedCall};
use super::system::{self, Reply};
use super::value::Value;
use crate::bytecode::{Code, FRAME_SLOTS};
use crate::ids::ThreadId;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A function that is being executed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Frame {
    /// Index into the interpreter's table of loaded code.
    pub unit: u32,
    /// The next instruction.
    pub pc: u32,
    /// Where its window of [`FRAME_SLOTS`] begins: local variables, then its part of the value stack.
    pub base: u32,
    /// First free slot of the window. Of a frame that waits for a call: where the result goes.
    pub sp: u8,
    pub kind: Kind,
}

/// What becomes of a frame's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// It is pushed.
    Call,
    /// It is dropped.
    Discard,
    /// The same, of the body of a standard module.
    Import,
    /// It must be None, and is dropped: `__init__`.
    Init,
    /// It decides a jump that keeps the value tested.
    JumpOrPop,
    /// It takes the place of an operator's two operands, unless it is NotImplemented.
    Operator,
    /// It is what `__iter__` gives: an iterator, or there is a mistake.
    Iterator,
    /// `__next__` for a loop: pushed; StopIteration ends the loop.
    NextFor,
    /// `__next__` for `yield from`.
    NextSend,
    /// A generator for a loop.
    GeneratorFor,
    /// A generator for `yield from`.
    GeneratorSend,
    /// A generator for a call of `next`.
    GeneratorCall,
    /// As `Call`, and the caller's instruction is executed again with it.
    CallAgain,
    /// As `Init`, and the caller's instruction is executed again.
    InitAgain,
}

impl Kind {
    /// Of a frame after which the caller's instruction is executed again.
    pub fn again(self) -> Kind {
        match self {
            Kind::Call => Kind::CallAgain,
            Kind::Init => Kind::InitAgain,
            other => other,
        }
    }

    /// The caller stands before its instruction, not behind it.
    pub fn is_again(self) -> bool {
        matches!(self, Kind::CallAgain | Kind::InitAgain)
    }

    pub fn is_generator(self) -> bool {
        matches!(self, Kind::GeneratorFor | Kind::GeneratorSend | Kind::GeneratorCall)
    }
}

/// What the thread is about to do.
#[derive(Clone, Copy, Debug)]
pub(super) enum Phase {
    Run,
    /// A native function waits for the outside world's answer.
    Asked,
    Answered(Answer),
    /// The same with a value, owned.
    Given(Value),
    /// A call of a SimpleQueue's `get` waits, or wakes another, and is made again after the answer. The queue is the stack's.
    AskedByQueue(Value),
    AnsweredToQueue(Value, Answer),
    /// It waits for a module that another thread imports, and will execute the instruction again; or wakes who waits so.
    AskedForImport,
    AnsweredForImport,
    Ended,
}

/// What a thread was at when a signal came.
#[must_use = "the thread cannot go on without it"]
#[derive(Clone, Copy, Debug)]
pub struct Resting {
    phase: Phase,
    depth: usize,
}

/// What the outside world says to a native function that left the VM.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    None,
    Bool(bool),
    Float(f64),
}

/// The frames and the value stack of one thread.
///
/// Dropping it in the middle of a run leaves its objects on the heap; [`ThreadState::abandon`] releases them.
#[derive(Clone, Debug)]
pub struct ThreadState {
    pub(super) frames: Vec<Frame>,
    pub(super) stack: Vec<Value>,
    pub(super) phase: Phase,
    /// The exception that is being handled, or None.
    pub(super) handled: Value,
    pub(super) id: ThreadId,
    pub(super) native_id: u64,
    /// Under which number it has told what it refers to of texts; zero where it has not.
    pub(super) told_texts: u64,
}

impl ThreadState {
    /// A thread that will execute `code`, a module or a task's call.
    pub fn new(interp: &mut Interp, code: &Arc<Code>) -> ThreadState {
        let unit = interp.load(code);
        let locals = code.varnames.len() as u8;
        let stack = vec![Value::Unbound; FRAME_SLOTS];
        let frames = vec![Frame { unit, pc: 0, base: 0, sp: locals, kind: Kind::Call }];
        ThreadState::of(frames, stack)
    }

    /// The state of a thread that the program has started. Takes over what the wish for it owned.
    pub fn spawned(interp: &Interp, spawn: &Spawn) -> ThreadState {
        let SpawnedCall { unit, argument } = spawn.call;
        let mut stack = vec![Value::Unbound; FRAME_SLOTS];
        stack[0] = argument;
        let sp = interp.units[unit as usize].locals;
        ThreadState::of(vec![Frame { unit, pc: 0, base: 0, sp, kind: Kind::Call }], stack)
    }

    /// A thread that will call the function of no parameters that a module has under this name, if both are there.
    pub fn calling(interp: &mut Interp, module: &str, function: &str) -> Option<ThreadState> {
        let module = interp.modules.loaded(module)?;
        let symbol = interp.heap.symbols.of(function);
        let unit = interp.heap.as_function(interp.globals.member(module, symbol)?)?.unit;
        let (stack, sp) = (vec![Value::Unbound; FRAME_SLOTS], interp.units[unit as usize].locals);
        Some(ThreadState::of(vec![Frame { unit, pc: 0, base: 0, sp, kind: Kind::Call }], stack))
    }

    /// A thread that will do what the program does at its end, if there is anything: `threading` joins threads and calls
    /// what `atexit` knows, and objects with a `__del__` end.
    pub fn ending(interp: &mut Interp) -> Option<ThreadState> {
        let has_threads = interp.modules.loaded("threading").is_some();
        interp.heap.may_finalize |= interp.heap.has_unawaited();
        if !interp.heap.may_finalize {
            return ThreadState::calling(interp, "threading", "_end_program");
        }
        let name = if has_threads { "end_program_and_threads" } else { "end_program" };
        let unit = interp.heap.as_function(interp.library.get(name)?)?.unit;
        let (stack, sp) = (vec![Value::Unbound; FRAME_SLOTS], interp.units[unit as usize].locals);
        Some(ThreadState::of(vec![Frame { unit, pc: 0, base: 0, sp, kind: Kind::Call }], stack))
    }

    /// A thread that will execute the body of a standard module that nobody has imported, if there is such a one.
    pub fn importing(interp: &mut Interp, name: &str) -> Option<ThreadState> {
        let Found::Code(code) = interp.modules.find(name) else { return None };
        let module = interp.modules.add(&mut interp.heap, name);
        Some(ThreadState::of_module(interp, module, &code))
    }

    /// A thread that will execute the body of a module.
    pub(super) fn of_module(interp: &mut Interp, module: Module, code: &Arc<Code>) -> ThreadState {
        let unit = interp.load_into(module, code);
        let (stack, sp) = (vec![Value::Unbound; FRAME_SLOTS], interp.units[unit as usize].locals);
        ThreadState::of(vec![Frame { unit, pc: 0, base: 0, sp, kind: Kind::Call }], stack)
    }

    fn of(frames: Vec<Frame>, stack: Vec<Value>) -> ThreadState {
        let (id, native_id) = (ThreadId::MAIN, 0);
        ThreadState { frames, stack, phase: Phase::Run, handled: Value::None, id, native_id, told_texts: 0 }
    }

    /// Says which thread this is the state of, and what the operating system calls it.
    pub fn belongs_to(&mut self, id: ThreadId, native_id: u64) {
        (self.id, self.native_id) = (id, native_id);
    }

    /// Enters a module's body. The import is executed again when it has returned, and finds the module loaded.
    pub(super) fn enter_module(&mut self, interp: &mut Interp, module: Module, code: &Arc<Code>) {
        let unit = interp.load_into(module, code);
        let Some(importer) = self.frames.last_mut() else { return };
        importer.pc -= 1;
        let below = importer.base as usize + usize::from(importer.sp);
        let locals = code.varnames.len() as u8;
        if self.stack.len() < below + 1 + FRAME_SLOTS {
            self.stack.resize(self.stack.len() * 2 + FRAME_SLOTS, Value::Unbound);
        }
        // The place of a function that is called, which a module's body is not.
        self.stack[below] = Value::None;
        if code.is_library {
            interp.heap.begin_import(module, self.id);
        }
        let kind = if code.is_library { Kind::Import } else { Kind::Discard };
        self.frames.push(Frame { unit, pc: 0, base: below as u32 + 1, sp: locals, kind });
    }

    /// The frame on top begins, and its function's body is to be loaded. None where that cannot be.
    pub(super) fn load_body(&mut self, interp: &mut Interp) -> Option<()> {
        let frame = self.frames.last_mut()?;
        let locals = |interp: &Interp| interp.units[frame.unit as usize].locals;
        let seen = locals(interp);
        interp.load_body(frame.unit)?;
        let further = locals(interp).checked_sub(seen)?;
        let end = frame.base as usize + usize::from(frame.sp);
        self.stack.get_mut(end..end + usize::from(further))?.fill(Value::Unbound);
        frame.sp += further;
        Some(())
    }

    /// Where an exception that has left all frames is to be told of by Python first, or by the program's own hook: enters
    /// the library for it, which raises it again, or the end. Takes the exception only then.
    pub(super) fn will_tell(&mut self, interp: &mut Interp, exception: Value) -> bool {
        let name = if super::telling::is_exit_with_words(&interp.heap, exception) {
            "tell_exit"
        } else if super::telling::is_for_hook(&interp.heap, exception) {
            "call_hook"
        } else if !super::telling::untold_of(&interp.heap, exception).is_empty() {
            "tell_all"
        } else {
            return false;
        };
        let Some(function) = interp.library.get(name) else { return false };
        let Some(unit) = interp.heap.as_function(function).map(|function| function.unit) else { return false };
        let sp = interp.units[unit as usize].locals;
        self.stack[..usize::from(sp)].fill(Value::Unbound);
        self.stack[0] = exception;
        self.frames.push(Frame { unit, pc: 0, base: 0, sp, kind: Kind::Call });
        true
    }

    /// Answers the last `Exit::Sleep`, `Clock`, `Print`, `Work` or `Threads`. Without one of those it is ignored.
    pub fn answer(&mut self, answer: Answer) {
        self.phase = match self.phase {
            Phase::Asked => Phase::Answered(answer),
            Phase::AskedByQueue(queue) => Phase::AnsweredToQueue(queue, answer),
            Phase::AskedForImport => Phase::AnsweredForImport,
            other => other,
        };
    }

    /// Gives the reply to the last `Exit::System`. Without one it is ignored.
    pub fn give(&mut self, interp: &mut Interp, reply: Reply) {
        if let Phase::Asked = self.phase {
            let reply = match reply {
                Reply::Traceback(exception) => Reply::Text(interp.take_traceback(exception)),
                reply => reply,
            };
            self.phase = Phase::Given(system::value_of(&mut interp.heap, reply));
        }
    }

    /// Enters the library for a signal, upon whatever the thread is at. None: it cannot be handled.
    pub fn begin_handler(&mut self, interp: &mut Interp, number: i32) -> Option<Resting> {
        let frame = self.frame_upon(interp, "deliver_signal", Value::Int(number.into()))?;
        let resting = Resting { phase: self.phase, depth: self.frames.len() };
        self.step_over(1);
        self.frames.push(frame);
        self.phase = Phase::Run;
        Some(resting)
    }

    /// What the call has printed that was answered last, nobody reads any more: it raises `BrokenPipeError`.
    pub fn refuse_print(&mut self, interp: &mut Interp) {
        if let Some(frame) = self.frame_upon(interp, "refuse_print", Value::Unbound) {
            self.frames.push(frame);
            self.phase = Phase::Run;
        }
    }

    /// A frame of a function of the library, to be put upon all others. `argument`: `Unbound` where it takes none.
    fn frame_upon(&mut self, interp: &mut Interp, function: &str, argument: Value) -> Option<Frame> {
        let function = interp.library.get(function)?;
        let unit = interp.heap.as_function(function)?.unit;
        let at = self.frames.last()?;
        let below = at.base as usize + usize::from(at.sp);
        let (base, sp) = (below + 1, interp.units[unit as usize].locals);
        if self.stack.len() < base + FRAME_SLOTS {
            self.stack.resize(self.stack.len() * 2 + FRAME_SLOTS, Value::Unbound);
        }
        self.stack[below] = interp.heap.keep(function);
        self.stack[base..base + usize::from(sp)].fill(Value::Unbound);
        self.stack[base] = argument;
        Some(Frame { unit, pc: 0, base: base as u32, sp, kind: Kind::Discard })
    }

    /// Whether the handler that runs was begun upon this.
    pub fn is_handler_upon(&self, resting: &Resting) -> bool {
        self.frames.len() == resting.depth + 1
    }

    /// The handler has returned: the thread is at what it was at before.
    pub fn end_handler(&mut self, interp: &mut Interp, resting: Resting) {
        while self.frames.len() > resting.depth {
            self.drop_frame(interp);
        }
        self.phase = resting.phase;
        self.step_over(-1);
    }

    /// Between two instructions, what a handler raises counts as raised by the one that comes next: a jump back leads to it.
    fn step_over(&mut self, by: i32) {
        if let (Phase::Run | Phase::AskedByQueue(_) | Phase::AskedForImport, Some(frame)) =
            (self.phase, self.frames.last_mut())
        {
            frame.pc = frame.pc.wrapping_add_signed(by);
        }
    }

    /// Whether the thread has returned or raised.
    pub fn has_ended(&self) -> bool {
        matches!(self.phase, Phase::Ended)
    }

    /// Gives up in the middle: releases everything that the frames own.
    pub fn abandon(mut self, interp: &mut Interp) {
        self.unwind(interp);
    }

    pub(super) fn unwind(&mut self, interp: &mut Interp) {
        while !self.frames.is_empty() {
            self.drop_frame(interp);
        }
        self.tell_texts(interp);
        interp.heap.drop_value(std::mem::replace(&mut self.handled, Value::None));
        if let Phase::Given(value) = self.phase {
            interp.heap.drop_value(value);
        }
        self.phase = Phase::Ended;
    }

    /// Releases the innermost frame with all that it owns.
    fn drop_frame(&mut self, interp: &mut Interp) {
        if let Some(frame) = self.frames.pop() {
            if frame.kind == Kind::Import {
                interp.heap.end_import(interp.units[frame.unit as usize].module);
            }
            let base = frame.base as usize;
            // Below a frame lies the function that was called; the outermost has none.
            if let Some(callee) = base.checked_sub(1)
                && !matches!(frame.kind, Kind::GeneratorFor | Kind::GeneratorSend)
            {
                interp.heap.drop_value(std::mem::replace(&mut self.stack[callee], Value::Unbound));
            }
            for slot in &mut self.stack[base..base + usize::from(frame.sp)] {
                interp.heap.drop_value(std::mem::replace(slot, Value::Unbound));
            }
        }
    }
}
