//! The eval loop: executes bytecode until something outside is needed. Knows no clock, thread, file or lock.
//!
//! One function, without host recursion: a Python call pushes a frame. Each frame sees the value stack through a window
//! of 256 slots, so that an index of one byte is always inside and costs no check. Stack slots below `sp` are owned.
//! Where an instruction fails, its operands still lie below `sp`, and unwinding releases them.

use super::arith::{self, binary, fast_binary, unary};
use super::bind::{bind, bind_in_place};
use super::call::{Outcome, call_native, has_no_checkpoint};
use super::compare::{compare_operands, contains, fast_compare, is_identical};
use super::error::{self, Raise};
use super::interp::{Interp, Unit};
use super::kind::truth;
use super::machine::{Machine, Next};
use super::modules::Pending;
use super::noted::Note;
use super::noted::Noted;
use super::quick::loops::{self, Around, Ground, Left};
use super::quick::{self, Flow, Quick};
use super::raised::Raised;
use super::rate::Rate;
use super::sync::{Request, simple_queue};
use super::system::SystemCall;
use super::thread::{Answer, Frame, Kind, Phase, ThreadState};
use super::unwind::{Escaped, Frames};
use super::value::{Object, Value};
use super::{attribute, build, class, introspection, iter, subscript};
use crate::bytecode::{ConstId, FRAME_SLOTS, Instr, Local, Name, Target};
use crate::time::Nanos;
use crate::work::Work;

/// CPython's default recursion limit.
pub const RECURSION_LIMIT: usize = 1000;

/// How many frames there must be room for at an import, so that the limit never stops one in the middle.
const IMPORT_DEPTH: usize = 50;

/// How the eval loop notices that somebody wants something. The loop is compiled once for each implementation.
pub trait Pulse {
    /// Whether the thread shall leave at this checkpoint. Real engines: one relaxed atomic load.
    fn pending(&mut self) -> bool;

    /// Whether there is room for a few instructions at once that cost this much together; charges for them then, and
    /// `charge` is not asked about them. A pulse that wants to see each instruction answers no.
    #[inline(always)]
    fn afford(&mut self, _cost: u32) -> bool {
        true
    }

    /// Takes back what has been charged for too much, as where instructions are executed one by one after all; or charges
    /// what is missing, where that is less than nothing.
    #[inline(always)]
    fn settle(&mut self, _owed: i64) {}

    /// Settles, then has room or not.
    #[inline(always)]
    fn exchange(&mut self, owed: i64, cost: u32) -> bool {
        self.settle(owed);
        self.afford(cost)
    }

    /// All three at a jump back: settles, looks whether the thread shall leave, and charges for what comes behind it.
    #[inline(always)]
    fn turn(&mut self, owed: i64, cost: u32) -> Turn {
        self.settle(owed);
        self.turn_with_a_look(cost)
    }

    /// The last two; not for others to write.
    #[inline(always)]
    fn turn_with_a_look(&mut self, cost: u32) -> Turn {
        match self.pending() {
            true => Turn::Asked,
            false if self.afford(cost) => Turn::Go,
            false => Turn::Short,
        }
    }

    /// Charges for as many further turns as `turn` would let go one after the other, at most so many: where nobody can ask
    /// for anything in their middle. They cost less than 2^32 together.
    #[inline(always)]
    fn turns(&mut self, _cost: u32, _most: u32) -> u32 {
        0
    }

    /// What comes next is charged for at this rate.
    #[inline(always)]
    fn enters(&mut self, _rate: Rate) {}

    /// Whether it wants to know what takes longer than its instruction says.
    const WANTS_NOTED: bool = false;

    /// Whether it is to be asked after each touch of an object, and not about many of them at once.
    const WATCHES_OBJECTS: bool = false;

    /// This has been done within instructions.
    fn noted(&mut self, _noted: &Noted) {}

    /// Asked before each instruction; `true` leaves before it, and it is asked about again when the thread runs on.
    #[inline(always)]
    fn charge(&mut self, _instr: &Instr) -> bool {
        false
    }
}

/// What comes after a jump back.
#[must_use = "somebody may wait"]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Go,
    /// The thread shall leave.
    Asked,
    /// There is no room for so much at once.
    Short,
}

/// Why the VM stopped.
#[must_use = "the thread waits for what its exit asks for"]
#[derive(Debug)]
pub enum Exit {
    /// `pending` was true at a checkpoint. Running on does not ask at the same one again.
    Checkpoint,
    /// `charge` said so.
    Budget,
    /// `time.sleep`: let the lock go, sleep, take it, answer `None`, run on.
    Sleep(Nanos),
    /// A clock is read: answer its seconds and run on.
    Clock,
    /// Text for standard output: answer `None` and run on.
    Print(String),
    /// A function of the module `gilsim`: draw the length, do the work as its kind says, answer `None`, run on.
    Work(Work),
    /// Something is wanted of this thread or another: see [`Request`].
    Threads(Request),
    /// Something is wanted of the system: do it, give the reply, run on.
    System(SystemCall),
    /// The outermost frame has returned; an owned reference.
    Returned(Value),
    /// An exception that nobody caught.
    Raised(Raised),
}

/// Executes `thread` until it needs something.
pub fn run<P: Pulse>(interp: &mut Interp, thread: &mut ThreadState, pulse: &mut P) -> Exit {
    let exit = run_on(interp, thread, pulse);
    if interp.texts.are_there() {
        thread.tell_texts(interp);
    }
    if interp.resting.is_wanted() {
        thread.tell_places(interp);
    }
    exit
}

fn run_on<P: Pulse>(interp: &mut Interp, thread: &mut ThreadState, pulse: &mut P) -> Exit {
    (interp.heap.running, interp.heap.native_id) = (thread.id, thread.native_id);
    match resume(interp, thread, pulse) {
        Resumed::Run => {}
        Resumed::Checkpoint => return Exit::Checkpoint,
        Resumed::Misused(what) => {
            thread.unwind(interp);
            return Exit::Raised(Raised::without_place(*error::system_error(what)));
        }
    }
    let exit = loop {
        let exit = execute(interp, thread, pulse);
        match (interp.modules.pending.take(), exit) {
            (Some(Pending::Module(module, code)), _) => thread.enter_module(interp, module, &code),
            (Some(Pending::Body), _) => {
                if thread.load_body(interp).is_none() {
                    thread.unwind(interp);
                    return Exit::Raised(Raised::without_place(*error::system_error("gilsim has lost its library")));
                }
            }
            (Some(Pending::Text(text)), _) => {
                thread.phase = Phase::Given(interp.function_of(thread, text));
                if let Resumed::Checkpoint = resume(interp, thread, pulse) {
                    return Exit::Checkpoint;
                }
            }
            (None, Ok(Exit::System(SystemCall::Look(look)))) => {
                introspection::answer(interp, thread, look);
                if let Resumed::Checkpoint = resume(interp, thread, pulse) {
                    return Exit::Checkpoint;
                }
            }
            (None, Err(Escaped(exception))) if thread.will_tell(interp, exception) => {}
            (None, exit) => break exit,
        }
    };
    if P::WANTS_NOTED
        && let Some(noted) = interp.heap.take_noted()
    {
        pulse.noted(&noted);
    }
    let faults = interp.heap.faults();
    if faults > 0 {
        return give_up(interp, thread, faults, exit.ok());
    }
    exit.unwrap_or_else(|escaped| end_by(interp, thread, &escaped))
}

#[cold]
fn end_by(interp: &mut Interp, thread: &mut ThreadState, Escaped(exception): &Escaped) -> Exit {
    let raised = Raised::of(interp, *exception);
    interp.heap.drop_value(*exception);
    thread.unwind(interp);
    Exit::Raised(raised)
}

/// The heap has noticed a stale reference: nothing that this interpreter computes can be trusted.
#[cold]
fn give_up(interp: &mut Interp, thread: &mut ThreadState, faults: u32, exit: Option<Exit>) -> Exit {
    if let Some(Exit::Returned(value)) = exit {
        interp.heap.drop_value(value);
    }
    let raise = error::system_error(format!("gilsim has used {faults} references to objects that were freed before"));
    thread.unwind(interp);
    Exit::Raised(Raised::without_place(*raise))
}

enum Resumed {
    Run,
    Checkpoint,
    Misused(&'static str),
}

/// Delivers an answer. The checkpoint of the call that asked still counts.
fn resume<P: Pulse>(interp: &mut Interp, thread: &mut ThreadState, pulse: &mut P) -> Resumed {
    let value = match thread.phase {
        Phase::Run => return Resumed::Run,
        Phase::Asked | Phase::AskedByQueue(_) | Phase::AskedForImport => {
            return Resumed::Misused("the thread was run before its question was answered");
        }
        Phase::Ended => return Resumed::Misused("the thread has ended already"),
        Phase::Answered(Answer::None) => Value::None,
        Phase::Answered(Answer::Bool(holds)) => Value::bool(holds),
        Phase::Answered(Answer::Float(value)) => Value::float(value),
        Phase::Given(value) => value,
        Phase::AnsweredForImport => {
            thread.phase = Phase::Run;
            interp.heap.came_through_gate();
            return Resumed::Run;
        }
        Phase::AnsweredToQueue(queue, answer) => {
            thread.phase = Phase::Run;
            simple_queue::answered(&mut interp.heap, queue, answer);
            return Resumed::Run;
        }
    };
    thread.phase = Phase::Run;
    if let Some(frame) = thread.frames.last_mut() {
        thread.stack[frame.base as usize + usize::from(frame.sp)] = value;
        frame.sp += 1;
    }
    if pulse.pending() && !interp.heap.is_importing() { Resumed::Checkpoint } else { Resumed::Run }
}

/// Why the loop over instructions was left for something rare.
enum Stop {
    Raise(Instr, Box<Raise>),
    Rare(Instr),
    LoadMethod(Name),
    /// An object wants to be finalized.
    Finalize,
    Resume,
    Yield(Value),
    Returned(Value),
    Generator,
}

fn execute<P: Pulse>(interp: &mut Interp, thread: &mut ThreadState, pulse: &mut P) -> Result<Exit, Escaped> {
    let Interp { heap, globals, units, library, modules, .. } = interp;
    let ThreadState { frames, stack, phase, handled, .. } = thread;
    // The frame that runs is taken off the list, and put back on leaving.
    let Some(mut frame) = frames.pop() else {
        let raise = error::system_error("a thread without frames was run");
        return Err(Escaped(super::exception::object_of(heap, *raise)));
    };
    'frame: loop {
        if heap.wants_attention() {
            if let Some(wake) = heap.next_to_wake() {
                frames.push(frame);
                *phase = Phase::AskedForImport;
                return Ok(Exit::Threads(wake));
            }
            let mut all = Frames { heap, units, callers: frames, stack, handled, library };
            if all.heap.take_over_limit() {
                frame = all.raise(frame, error::memory_error(""))?;
            } else if all.callers.len() + 3 < all.heap.settings.most_frames() {
                frame = all.finalize(frame);
            }
        }
        let base = frame.base as usize;
        let unit: &Unit = &units[frame.unit as usize];
        // What has been done before was done by the code before.
        if P::WANTS_NOTED
            && let Some(noted) = heap.take_noted()
        {
            pulse.noted(&noted);
        }
        pulse.enters(unit.rate);
        let places: &[Quick] = &unit.quick;
        // Whatever is called begins within this window.
        let limit = heap.settings.most_frames();
        let has_room = stack.len() >= base + 2 * FRAME_SLOTS && frames.len() + loops::DEEPEST < limit;
        let has_caller = !frames.is_empty();
        let (below, above) = stack.split_at_mut(base);
        let window: &mut [Value; FRAME_SLOTS] =
            above.first_chunk_mut().expect("a frame is pushed only with room for its window");
        let mut pc = frame.pc as usize;
        let mut sp = frame.sp;

        let stop = 'run: {
            macro_rules! save {
                () => {
                    frames.push(Frame { unit: frame.unit, pc: pc as u32, base: frame.base, sp, kind: frame.kind })
                };
            }
            macro_rules! leave {
                ($exit:expr) => {{
                    save!();
                    return Ok($exit);
                }};
            }
            macro_rules! fail {
                ($raise:expr) => {
                    break 'run Stop::Raise(unit.code.instrs[pc - 1], $raise)
                };
            }
            macro_rules! attempt {
                ($result:expr) => {
                    match $result {
                        Ok(value) => value,
                        Err(raise) => fail!(raise),
                    }
                };
            }
            macro_rules! checkpoint {
                () => {{
                    if P::WANTS_NOTED
                        && let Some(noted) = heap.take_noted()
                    {
                        pulse.noted(&noted);
                    }
                    if pulse.pending() && unit.code.has_checkpoints && !heap.is_importing() {
                        leave!(Exit::Checkpoint)
                    }
                }};
            }
            // The slot at this depth; 1 is the top.
            macro_rules! at {
                ($depth:expr) => {
                    window[usize::from(sp.wrapping_sub($depth))]
                };
            }
            macro_rules! push {
                ($value:expr) => {{
                    let value = $value;
                    window[usize::from(sp)] = value;
                    sp = sp.wrapping_add(1);
                }};
            }
            // Takes the top, which the caller then owns.
            macro_rules! pop {
                () => {{
                    sp = sp.wrapping_sub(1);
                    window[usize::from(sp)]
                }};
            }
            macro_rules! drop_top {
                ($count:expr) => {
                    for _ in 0..$count {
                        let value = pop!();
                        heap.drop_value(value);
                    }
                };
            }
            // Releases the frame's slots in their order, as CPython does.
            macro_rules! drop_frame {
                () => {
                    for at in 0..sp {
                        heap.drop_value(window[usize::from(at)]);
                    }
                };
            }
            // Replaces the top values by the result of an operation that borrows them.
            macro_rules! replace {
                ($count:expr, $result:expr) => {{
                    let value = attempt!($result);
                    drop_top!($count);
                    push!(value);
                }};
            }
            macro_rules! jump_if {
                ($wanted:expr, $to:expr) => {{
                    let holds = match at!(1) {
                        Value::Bool(holds) => holds.get(),
                        other => attempt!(truth(heap, other)),
                    };
                    drop_top!(1);
                    if holds == $wanted {
                        pc = usize::from($to);
                    }
                }};
            }

            // What stands for native code calls a function that does not.
            macro_rules! note_callback {
                ($entered:expr) => {
                    if P::WANTS_NOTED && !unit.code.has_checkpoints && $entered.code.has_checkpoints {
                        heap.note(Note::Callback);
                    }
                };
            }

            // Enters a function, after the caller's frame was saved, and runs its code, if it has any.
            macro_rules! enter {
                ($called:expr, $first:expr) => {{
                    let entered = &units[$called as usize];
                    note_callback!(entered);
                    frame = enter_simply(entered, $called, stack, base + usize::from($first));
                    if entered.loops.is_called_often() {
                        let mut around = Around { heap, globals, units, frames, stack, handled };
                        frame = loops::call(&mut around, frame, pulse);
                    }
                    continue 'frame;
                }};
            }

            // After a jump back: runs the loop's code, if it has any, as far as that goes.
            macro_rules! turn {
                ($to:expr) => {
                    if let Some(number) = unit.loops.turn($to) {
                        let has_room = has_room && matches!(handled, Value::None);
                        let mut ground = Ground { window, heap, globals, unit, units, has_room };
                        match loops::enter(&mut ground, number, $to, sp, pulse) {
                            None => {}
                            Some(Left::Here { pc: to, sp: depth }) => {
                                (pc, sp) = (usize::from(to), depth);
                                if heap.wants_attention() {
                                    break 'run Stop::Finalize;
                                }
                                continue;
                            }
                            Some(Left::InCalls) => {
                                let made = unit.loops.frames.take();
                                frame = enter_calls(frames, frame, &made);
                                continue 'frame;
                            }
                        }
                    }
                };
            }

            loop {
                let Some(place) = places.get(pc) else {
                    modules.pending = Some(Pending::Body);
                    leave!(Exit::Budget);
                };
                if pulse.afford(place.cost) {
                    let mut seen = quick::Frame {
                        window,
                        sp,
                        heap,
                        globals,
                        unit,
                        units,
                        has_room,
                        kind: frame.kind,
                        has_caller,
                        handled,
                    };
                    match quick::run(&place.op, &mut seen, pulse) {
                        Flow::Next => {
                            pc += usize::from(place.len);
                            sp = place.sp;
                            continue;
                        }
                        Flow::Jump(to) => {
                            let from = std::mem::replace(&mut pc, usize::from(to));
                            sp = place.sp;
                            if pc <= from {
                                turn!(to);
                            }
                            continue;
                        }
                        Flow::Finalize(to) => {
                            pc = to.map_or(pc + usize::from(place.len), usize::from);
                            sp = place.sp;
                            break 'run Stop::Finalize;
                        }
                        Flow::Call { unit: called, first, keep }
                            if has_room && units[called as usize].parameters == sp.wrapping_sub(first) =>
                        {
                            pc += usize::from(place.len);
                            sp = keep;
                            save!();
                            enter!(called, first);
                        }
                        Flow::Call { .. } => {}
                        Flow::Enter { unit: called, first, keep } => {
                            pc += usize::from(place.len);
                            sp = keep;
                            save!();
                            enter!(called, first);
                        }
                        Flow::Bound { unit: called, first, keep, kind } => {
                            pc += usize::from(place.len);
                            sp = keep;
                            save!();
                            let entered = &units[called as usize];
                            let base = base + usize::from(first);
                            let (parameters, locals) = (entered.code.parameters.count(), entered.locals);
                            stack[base + parameters..base + usize::from(locals)].fill(Value::Unbound);
                            frame = Frame { unit: called, pc: 0, base: base as u32, sp: locals, kind };
                            continue 'frame;
                        }
                        Flow::Return(result) => {
                            sp = place.sp;
                            drop_frame!();
                            if let Some(callee) = below.last() {
                                heap.drop_value(*callee);
                            }
                            let Some(caller) = frames.pop() else {
                                *phase = Phase::Ended;
                                return Ok(Exit::Returned(result));
                            };
                            stack[caller.base as usize + usize::from(caller.sp)] = result;
                            frame = Frame { sp: caller.sp.wrapping_add(1), ..caller };
                            continue 'frame;
                        }
                        Flow::ReturnNothing => {
                            sp = place.sp;
                            drop_frame!();
                            if let Some(callee) = below.last() {
                                heap.drop_value(*callee);
                            }
                            frame = frames.pop().expect("it was asked whether there is a caller");
                            continue 'frame;
                        }
                        Flow::Resume { jump } => {
                            pulse.settle(place.cost.into());
                            if pulse.charge(&unit.code.instrs[pc]) {
                                leave!(Exit::Budget);
                            }
                            if let Some(to) = jump {
                                pc = usize::from(to);
                                turn!(to);
                                if pulse.charge(&unit.code.instrs[pc]) {
                                    leave!(Exit::Budget);
                                }
                            }
                            pc += 1;
                            save!();
                            let begin = base + usize::from(sp);
                            let resumed =
                                quick::generators::resume(heap, stack, begin, Value::None, Kind::GeneratorFor);
                            frame = resumed.expect("it was asked if it can");
                            continue 'frame;
                        }
                        Flow::Delegate => {
                            pc += usize::from(place.len);
                            let told = pop!();
                            save!();
                            let begin = base + usize::from(sp);
                            let resumed = quick::generators::resume(heap, stack, begin, told, Kind::GeneratorSend);
                            frame = resumed.expect("it was asked if it can");
                            continue 'frame;
                        }
                        Flow::Send { keep } => {
                            pc += usize::from(place.len);
                            let told = pop!();
                            window[usize::from(keep)] = at!(1);
                            sp = keep;
                            save!();
                            let begin = base + usize::from(keep) + 1;
                            let resumed = quick::generators::resume(heap, stack, begin, told, Kind::GeneratorCall);
                            frame = resumed.expect("it was asked if it can");
                            continue 'frame;
                        }
                        Flow::Yield(value) => {
                            let generator = below.last().and_then(|owner| heap.as_generator_mut(*owner));
                            if let Some(generator) = generator
                                && matches!(generator.handled, Value::None)
                                && let Some(caller) = frames.pop()
                            {
                                let window = &window[..usize::from(sp.wrapping_sub(1))];
                                quick::generators::rest(generator, pc as u32 + 1, window);
                                if frame.kind == Kind::GeneratorCall
                                    && let Some(owner) = below.last()
                                {
                                    heap.drop_value(*owner);
                                }
                                stack[caller.base as usize + usize::from(caller.sp)] = value;
                                frame = Frame { sp: caller.sp.wrapping_add(1), ..caller };
                                continue 'frame;
                            }
                        }
                        Flow::Plain => {}
                    }
                    pulse.settle(place.cost.into());
                }
                let instr = unit.code.instrs[pc];
                if pulse.charge(&instr) {
                    leave!(Exit::Budget);
                }
                pc += 1;
                match instr {
                    Instr::RESUME => checkpoint!(),
                    Instr::NOP => {}
                    Instr::POP_TOP => {
                        let value = pop!();
                        if heap.drop_noticing(value) {
                            break 'run Stop::Finalize;
                        }
                    }
                    Instr::PUSH_NULL => push!(Value::Unbound),
                    Instr::COPY(depth) => push!(heap.keep(at!(depth))),
                    Instr::SWAP(depth) => {
                        let (top, other) = (at!(1), at!(depth));
                        at!(1) = other;
                        at!(depth) = top;
                    }

                    Instr::LOAD_CONST(ConstId(constant)) => push!(heap.keep(unit.consts[usize::from(constant)])),
                    Instr::LOAD_FAST(Local(local)) => {
                        let value = window[usize::from(local)];
                        match value {
                            Value::Obj(object) => heap.keep_object(object),
                            Value::Unbound => fail!(unbound_local(unit, local)),
                            _ => {}
                        }
                        push!(value);
                    }
                    Instr::STORE_FAST(Local(local)) => {
                        let value = pop!();
                        // Never so; but the look at the value moves it in registers (see `Value`).
                        if let Value::Unbound = value {
                            fail!(no_value());
                        }
                        let old = std::mem::replace(&mut window[usize::from(local)], value);
                        if heap.drop_noticing(old) {
                            break 'run Stop::Finalize;
                        }
                    }
                    Instr::DELETE_FAST(Local(local)) => {
                        match std::mem::replace(&mut window[usize::from(local)], Value::Unbound) {
                            Value::Unbound => fail!(unbound_local(unit, local)),
                            old => {
                                if heap.drop_noticing(old) {
                                    break 'run Stop::Finalize;
                                }
                            }
                        }
                    }
                    Instr::LOAD_GLOBAL(null, Name(name)) => {
                        if null {
                            push!(Value::Unbound);
                        }
                        let global = &globals.slots[unit.globals[usize::from(name)] as usize];
                        match global.value {
                            Value::Unbound => match global.builtin {
                                Value::Unbound => fail!(unknown_name(&global.name)),
                                builtin => push!(heap.keep(builtin)),
                            },
                            value => push!(heap.keep(value)),
                        }
                    }
                    Instr::LOAD_NAME(Name(name)) => {
                        let global = &globals.slots[unit.globals[usize::from(name)] as usize];
                        match global.value {
                            Value::Unbound => match global.builtin {
                                Value::Unbound => fail!(unknown_name(&global.name)),
                                builtin => push!(heap.keep(builtin)),
                            },
                            value => push!(heap.keep(value)),
                        }
                    }
                    Instr::STORE_GLOBAL(Name(name)) | Instr::STORE_NAME(Name(name)) => {
                        let value = pop!();
                        let global = &mut globals.slots[unit.globals[usize::from(name)] as usize];
                        let old = std::mem::replace(&mut global.value, value);
                        if heap.drop_noticing(old) {
                            break 'run Stop::Finalize;
                        }
                    }
                    Instr::DELETE_GLOBAL(Name(name)) | Instr::DELETE_NAME(Name(name)) => {
                        let global = &mut globals.slots[unit.globals[usize::from(name)] as usize];
                        match std::mem::replace(&mut global.value, Value::Unbound) {
                            Value::Unbound => fail!(unknown_name(&global.name)),
                            old => {
                                if heap.drop_noticing(old) {
                                    break 'run Stop::Finalize;
                                }
                            }
                        }
                    }
                    Instr::LOAD_ATTR(Name(name)) => {
                        // An attribute of the instance itself, where the class has none of that name.
                        if let Value::Obj(object) = at!(1)
                            && let Object::Instance(instance) = heap.get(object)
                            && let symbol = unit.symbols[usize::from(name)]
                            && let Some(value) = class::find(&instance.attributes, symbol)
                            && class::lookup(heap, instance.class, symbol).is_none()
                            && !heap.hooks_attributes
                        {
                            heap.keep(value);
                            heap.drop_object(object);
                            at!(1) = value;
                            continue;
                        }
                        break 'run Stop::Rare(instr);
                    }
                    Instr::LOAD_METHOD(Name(name)) => {
                        match attempt!(attribute::look_up(heap, at!(1), unit.symbols[usize::from(name)])) {
                            attribute::Loaded::Method(method) => {
                                let receiver = at!(1);
                                at!(1) = Value::Method(method);
                                push!(receiver);
                            }
                            attribute::Loaded::Function(function) => {
                                let receiver = at!(1);
                                at!(1) = function;
                                push!(receiver);
                            }
                            attribute::Loaded::Plain(value) => {
                                drop_top!(1);
                                push!(Value::Unbound);
                                push!(value);
                            }
                            attribute::Loaded::Member(module, symbol) => match globals.member(module, symbol) {
                                Some(member) => {
                                    at!(1) = Value::Unbound;
                                    push!(heap.keep(member));
                                }
                                None => break 'run Stop::LoadMethod(Name(name)),
                            },
                            attribute::Loaded::Getter(getter)
                            | attribute::Loaded::Fallback(getter)
                            | attribute::Loaded::Descriptor(getter) => {
                                heap.drop_value(getter);
                                break 'run Stop::LoadMethod(Name(name));
                            }
                        }
                    }
                    Instr::UNARY_NOT => {
                        let holds = attempt!(truth(heap, at!(1)));
                        drop_top!(1);
                        push!(Value::bool(!holds));
                    }
                    Instr::UNARY_POSITIVE | Instr::UNARY_NEGATIVE | Instr::UNARY_INVERT => {
                        replace!(1, unary(heap, instr, at!(1)));
                    }
                    Instr::BINARY_OP(op) => {
                        let (left, right) = (at!(2), at!(1));
                        match fast_binary(op, left, right) {
                            Some(value) => {
                                if P::WANTS_NOTED {
                                    arith::note(heap, op, left, right, value);
                                }
                                sp = sp.wrapping_sub(1);
                                at!(1) = value;
                            }
                            None => {
                                replace!(2, binary(heap, op, left, right));
                                if heap.wants_attention() {
                                    break 'run Stop::Finalize;
                                }
                            }
                        }
                    }
                    Instr::COMPARE_OP(op) => {
                        let (left, right) = (at!(2), at!(1));
                        match fast_compare(op, left, right) {
                            Some(holds) => {
                                sp = sp.wrapping_sub(1);
                                at!(1) = Value::bool(holds);
                            }
                            None => replace!(2, compare_operands(heap, op, left, right).map(Value::bool)),
                        }
                    }
                    Instr::IS_OP(invert) => {
                        let same = is_identical(at!(2), at!(1));
                        drop_top!(2);
                        push!(Value::bool(same != invert));
                    }
                    Instr::CONTAINS_OP(invert) => {
                        replace!(2, contains(heap, at!(2), at!(1)).map(|found| Value::bool(found != invert)));
                    }
                    Instr::BINARY_SUBSCR => {
                        // A list at an index from its start; a negative one becomes one that is beyond any list.
                        if let (Value::Obj(object), Value::Int(index)) = (at!(2), at!(1))
                            && let Object::List(items) = heap.get(object)
                            && let Some(item) = items.get(index as usize).copied()
                        {
                            heap.keep(item);
                            heap.drop_object(object);
                            sp = sp.wrapping_sub(1);
                            at!(1) = item;
                            continue;
                        }
                        replace!(2, subscript::load(heap, at!(2), at!(1)));
                    }
                    Instr::STORE_SUBSCR => {
                        if let (Value::Obj(object), Value::Int(index)) = (at!(2), at!(1))
                            && let Some(Object::List(items)) = heap.get_mut(object)
                            && let Some(item) = items.get_mut(index as usize)
                        {
                            let old = std::mem::replace(item, at!(3));
                            sp = sp.wrapping_sub(3);
                            heap.drop_value(old);
                            heap.drop_object(object);
                            if heap.wants_attention() {
                                break 'run Stop::Finalize;
                            }
                            continue;
                        }
                        attempt!(subscript::store(heap, at!(2), at!(1), at!(3)));
                        drop_top!(3);
                        if heap.wants_attention() {
                            break 'run Stop::Finalize;
                        }
                    }
                    Instr::DELETE_SUBSCR => {
                        attempt!(subscript::delete(heap, at!(2), at!(1)));
                        drop_top!(2);
                        if heap.wants_attention() {
                            break 'run Stop::Finalize;
                        }
                    }

                    Instr::BUILD_LIST(count) | Instr::BUILD_TUPLE(count) => {
                        sp = sp.wrapping_sub(count);
                        let items = window[usize::from(sp)..][..usize::from(count)].to_vec();
                        push!(match instr {
                            Instr::BUILD_LIST(_) => heap.take_list(items),
                            _ => heap.take_tuple(items),
                        });
                        if heap.wants_attention() {
                            break 'run Stop::Finalize;
                        }
                    }
                    Instr::BUILD_STRING(count) => {
                        let first = usize::from(sp.wrapping_sub(count));
                        replace!(count, build::string(heap, &window[first..][..usize::from(count)]));
                    }
                    Instr::BUILD_SLICE(count) => {
                        sp = sp.wrapping_sub(count);
                        let parts = &window[usize::from(sp)..][..usize::from(count)];
                        push!(build::take_slice(heap, parts));
                    }
                    Instr::FORMAT_VALUE(conversion, false) => replace!(1, build::formatted(heap, conversion, at!(1))),
                    Instr::FORMAT_VALUE(conversion, true) => {
                        replace!(2, build::formatted_as(heap, conversion, at!(2), at!(1)));
                    }
                    Instr::LIST_APPEND(depth) => {
                        let value = pop!();
                        build::take_append(heap, at!(depth), value);
                        if heap.wants_attention() {
                            break 'run Stop::Finalize;
                        }
                    }
                    Instr::LIST_TO_TUPLE => replace!(1, build::tuple_of(heap, at!(1))),
                    Instr::UNPACK_SEQUENCE(count) => {
                        let items = attempt!(iter::unpack(heap, at!(1), count.into()));
                        drop_top!(1);
                        items.into_iter().rev().for_each(|item| push!(item));
                    }

                    Instr::GET_ITER => replace!(1, iter::iterator(heap, at!(1))),
                    Instr::FOR_ITER(Target(end)) => {
                        if let Value::Obj(object) = at!(1)
                            && let Some(Object::RangeIter(range)) = heap.get_mut(object)
                            && range.left > 0
                        {
                            let item = range.next;
                            range.next = item.wrapping_add(range.step);
                            range.left -= 1;
                            if P::WANTS_NOTED {
                                heap.note_whole(item);
                            }
                            push!(Value::Int(item));
                            continue;
                        }
                        if let Value::Obj(object) = at!(1)
                            && let Object::Generator(_) = heap.get(object)
                        {
                            break 'run Stop::Resume;
                        }
                        match attempt!(iter::next(heap, at!(1))) {
                            Some(item) => push!(item),
                            None => {
                                drop_top!(1);
                                pc = usize::from(end);
                            }
                        }
                    }
                    Instr::JUMP_FORWARD(Target(to)) | Instr::JUMP_BACKWARD_NO_INTERRUPT(Target(to)) => {
                        pc = usize::from(to)
                    }
                    Instr::JUMP_BACKWARD(Target(to)) => {
                        pc = usize::from(to);
                        checkpoint!();
                    }
                    Instr::POP_JUMP_FORWARD_IF_FALSE(Target(to)) => jump_if!(false, to),
                    Instr::POP_JUMP_FORWARD_IF_TRUE(Target(to)) => jump_if!(true, to),
                    Instr::POP_JUMP_BACKWARD_IF_FALSE(Target(to)) => {
                        jump_if!(false, to);
                        checkpoint!();
                    }
                    Instr::POP_JUMP_BACKWARD_IF_TRUE(Target(to)) => {
                        jump_if!(true, to);
                        checkpoint!();
                    }
                    Instr::JUMP_IF_FALSE_OR_POP(Target(to)) => {
                        if attempt!(truth(heap, at!(1))) {
                            drop_top!(1);
                        } else {
                            pc = usize::from(to);
                        }
                    }
                    Instr::JUMP_IF_TRUE_OR_POP(Target(to)) => {
                        if attempt!(truth(heap, at!(1))) {
                            pc = usize::from(to);
                        } else {
                            drop_top!(1);
                        }
                    }

                    Instr::CALL(_) | Instr::CALL_KW(..) => {
                        let (count, keywords) = match instr {
                            Instr::CALL_KW(count, ConstId(names)) => (count, Some(&unit.consts[usize::from(names)])),
                            Instr::CALL(count) => (count, None),
                            _ => (0, None),
                        };
                        // Below the arguments lie NULL and the callee, or a method and its `self`.
                        let result_at = sp.wrapping_sub(count).wrapping_sub(2);
                        let has_self = !matches!(window[usize::from(result_at)], Value::Unbound);
                        let first = result_at.wrapping_add(if has_self { 1 } else { 2 });
                        let callee = window[usize::from(first.wrapping_sub(1))];
                        if let Some(function) = heap.as_function(callee) {
                            let callee_unit = &units[function.unit as usize];
                            let new_unit = function.unit;
                            if frames.len() + 1 >= heap.settings.most_frames() {
                                fail!(error::recursion_error("maximum recursion depth exceeded"));
                            }
                            note_callback!(callee_unit);
                            let mut bound = None;
                            let given = sp.wrapping_sub(first);
                            let place = &mut window[usize::from(first)..];
                            if (keywords.is_some() || given != callee_unit.parameters)
                                && (heap.is_watched()
                                    || !bind_in_place(heap, callee_unit, callee, place, given.into(), keywords))
                            {
                                let arguments = &place[..usize::from(given)];
                                bound = Some(attempt!(bind(heap, callee_unit, callee, arguments, keywords)));
                                drop_top!(given);
                            }
                            sp = result_at;
                            save!();
                            let new_base = base + usize::from(first);
                            let (parameters, locals) = (callee_unit.code.parameters.count(), callee_unit.locals);
                            if stack.len() < new_base + FRAME_SLOTS {
                                grow(stack);
                            }
                            if let Some(bound) = bound {
                                stack[new_base..new_base + bound.len()].copy_from_slice(&bound);
                            }
                            stack[new_base + parameters..new_base + usize::from(locals)].fill(Value::Unbound);
                            frame =
                                Frame { unit: new_unit, pc: 0, base: new_base as u32, sp: locals, kind: Kind::Call };
                            continue 'frame;
                        }
                        let arguments = &window[usize::from(first)..usize::from(sp)];
                        if keywords.is_some() {
                            break 'run Stop::Raise(instr, error::needs_python());
                        }
                        let outcome = attempt!(call_native(heap, callee, arguments));
                        drop_top!(sp.wrapping_sub(result_at));
                        let exit = match outcome {
                            Outcome::Value(value) => {
                                push!(value);
                                if heap.wants_attention() {
                                    break 'run Stop::Finalize;
                                }
                                if !has_no_checkpoint(callee) {
                                    checkpoint!();
                                }
                                continue;
                            }
                            Outcome::Sleep(time) => Exit::Sleep(time),
                            Outcome::Clock => Exit::Clock,
                            Outcome::Print(text) => Exit::Print(text),
                            Outcome::Work(work) => Exit::Work(work),
                            Outcome::Threads(request) => Exit::Threads(request),
                            Outcome::System(call) => Exit::System(call),
                        };
                        *phase = Phase::Asked;
                        leave!(exit);
                    }
                    Instr::RETURN_VALUE => {
                        let result = pop!();
                        if let Value::Unbound = result {
                            fail!(no_value());
                        }
                        drop_frame!();
                        if frame.kind != Kind::Call {
                            sp = 0;
                            break 'run Stop::Returned(result);
                        }
                        let Some(caller) = frames.pop() else {
                            *phase = Phase::Ended;
                            return Ok(Exit::Returned(result));
                        };
                        heap.drop_value(stack[base - 1]);
                        stack[caller.base as usize + usize::from(caller.sp)] = result;
                        frame = Frame { sp: caller.sp.wrapping_add(1), ..caller };
                        continue 'frame;
                    }
                    Instr::ASSERTION_FAILED(count) => {
                        let args = if count == 0 { Vec::new() } else { vec![pop!()] };
                        let class = Value::Exception(super::exception::ExceptionKind::AssertionError);
                        fail!(Raise::of(super::exception::new(heap, class, args), false));
                    }
                    Instr::YIELD_VALUE => {
                        let value = pop!();
                        break 'run Stop::Yield(value);
                    }
                    Instr::RETURN_GENERATOR => break 'run Stop::Generator,
                    rare => break 'run Stop::Rare(rare),
                }
            }
        };

        // Rare from here on. The frame is put back in order, and what stopped it is looked after.
        frame = Frame { unit: frame.unit, pc: pc as u32, base: frame.base, sp, kind: frame.kind };
        let function = base.checked_sub(1).map_or(Value::None, |below| stack[below]);
        let window: &mut [Value; FRAME_SLOTS] =
            stack[base..].first_chunk_mut().expect("a frame is pushed only with room for its window");
        let mut machine = Machine { heap, globals, library, modules, unit, window, sp, pc, function, handled };
        let is_call = matches!(stop, Stop::Raise(Instr::CALL(_) | Instr::CALL_KW(..), _));
        let next = match stop {
            Stop::Rare(instr) => match machine.rare(instr) {
                Err(raise) if raise.needs_python() => machine.fallback(instr),
                other => other,
            },
            Stop::LoadMethod(name) => machine.load_method_slowly(name),
            Stop::Finalize => Ok(Next::Go),
            Stop::Raise(instr, raise) if raise.needs_python() => machine.fallback(instr),
            Stop::Raise(instr, raise) if machine.may_be_numeric(instr, &raise) => machine.fallback(instr),
            Stop::Raise(_, raise) => Err(raise),
            Stop::Resume => {
                Ok(Next::Resume { slot: sp - 1, keep: sp, kind: Kind::GeneratorFor, sent: Ok(Value::None) })
            }
            Stop::Yield(value) => {
                let mut all = Frames { heap, units, callers: frames, stack, handled, library };
                frame = match all.rest(frame, value) {
                    Ok(frame) => frame,
                    Err((frame, raise)) => all.raise(frame, raise)?,
                };
                continue 'frame;
            }
            Stop::Returned(_) | Stop::Generator => {
                let mut all = Frames { heap, units, callers: frames, stack, handled, library };
                let done = match stop {
                    Stop::Returned(result) => all.returned(frame, result),
                    _ => all.make_generator(frame),
                };
                frame = match done {
                    Ok(frame) => frame,
                    Err((frame, raise)) => all.raise(frame, raise)?,
                };
                continue 'frame;
            }
        };
        frame.sp = machine.sp;
        let mut all = Frames { heap, units, callers: frames, stack, handled, library };
        let done = match next {
            Ok(Next::Go) => Ok(frame),
            Ok(Next::Jump(to)) => Ok(Frame { pc: to.into(), ..frame }),
            Ok(Next::Enter(entering)) => {
                let entered = all.enter(frame, &entering).map_err(|raise| (frame, raise));
                let is_own = !matches!(unit.code.instrs[pc - 1], Instr::CALL_KW(..));
                if is_own {
                    all.heap.drop_value(entering.keywords);
                }
                entered
            }
            Ok(Next::Resume { slot, keep, kind, sent }) => all.resume(frame, slot, keep, kind, sent),
            Ok(Next::Import(..)) if all.lacks_frames(IMPORT_DEPTH) => {
                Err((frame, error::recursion_error("maximum recursion depth exceeded")))
            }
            Ok(Next::Import(module, code)) => {
                frames.push(frame);
                modules.pending = Some(Pending::Module(module, code));
                return Ok(Exit::Budget);
            }
            Ok(Next::Text(text)) => {
                frames.push(frame);
                modules.pending = Some(Pending::Text(text));
                return Ok(Exit::Budget);
            }
            Ok(Next::Outside(outcome)) => {
                frames.push(frame);
                *phase = Phase::Asked;
                return Ok(match outcome {
                    Outcome::Sleep(time) => Exit::Sleep(time),
                    Outcome::Clock => Exit::Clock,
                    Outcome::Print(text) => Exit::Print(text),
                    Outcome::Work(work) => Exit::Work(work),
                    Outcome::Threads(request) => Exit::Threads(request),
                    Outcome::System(call) => Exit::System(call),
                    Outcome::Value(value) => Exit::Returned(value),
                });
            }
            Ok(Next::Again(queue, request)) => {
                frames.push(Frame { pc: frame.pc - 1, ..frame });
                *phase = Phase::AskedByQueue(queue);
                return Ok(Exit::Threads(request));
            }
            Ok(Next::Await(module)) => {
                frames.push(Frame { pc: frame.pc - 1, ..frame });
                *phase = Phase::AskedForImport;
                return Ok(Exit::Threads(heap.wait_for(module)));
            }
            Err(raise) => Err((frame, raise)),
        };
        let is_done = done.is_ok();
        let depth = all.callers.len();
        frame = match done {
            Ok(frame) => frame,
            Err((frame, raise)) => all.raise(frame, raise)?,
        };
        if P::WANTS_NOTED
            && let Some(noted) = heap.take_noted()
        {
            pulse.noted(&noted);
        }
        // A native function that was reached this way has returned.
        if is_call
            && is_done
            && frame.base as usize == base
            && frames.len() == depth
            && unit.code.has_checkpoints
            && pulse.pending()
            && !heap.is_importing()
        {
            frames.push(frame);
            return Ok(Exit::Checkpoint);
        }
    }
}

/// The frame of a function whose arguments fill its parameters.
#[inline(always)]
fn enter_simply(unit: &Unit, number: u32, stack: &mut [Value], base: usize) -> Frame {
    for local in unit.parameters..unit.locals {
        stack[base + usize::from(local)] = Value::Unbound;
    }
    Frame { unit: number, pc: 0, base: base as u32, sp: unit.locals, kind: Kind::Call }
}

/// The frames of functions that a loop has entered; the first is the loop's own, from whose base on they lie.
#[cold]
fn enter_calls(frames: &mut Vec<Frame>, own: Frame, made: &[Frame]) -> Frame {
    let [first, made @ .., last] = made else { return own };
    frames.push(Frame { pc: first.pc, sp: first.sp, ..own });
    let placed = |frame: &Frame| Frame { base: own.base + frame.base, ..*frame };
    frames.extend(made.iter().map(placed));
    placed(last)
}

/// Makes room for one frame more, and some to come.
#[cold]
fn grow(stack: &mut Vec<Value>) {
    stack.resize(stack.len() * 2 + FRAME_SLOTS, Value::Unbound);
}

#[cold]
fn no_value() -> Box<Raise> {
    error::system_error("gilsim has taken a value from an empty place of the stack")
}

#[cold]
fn unbound_local(unit: &Unit, local: u8) -> Box<Raise> {
    let name = &unit.code.varnames[usize::from(local)];
    error::unbound_local(name)
}

#[cold]
fn unknown_name(name: &str) -> Box<Raise> {
    error::name_error(format!("name '{name}' is not defined"))
}
