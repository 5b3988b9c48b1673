//! The ways into the code of a function that calls itself, and out of it: frames and stack as the instructions would
//! have them. Knows no operations.

use super::access::value_of;
use super::activations::KEPT;
use super::compile::{Compiler, Source};
use super::passage::{Entry, Leave};
use super::recursion::{Recursion, Returned, at_call};
use super::regions::Region;
use super::run::{self, RETURNED, Registers};
use super::tally::Tally;
use super::{Function, PATIENCE, VERSIONS, Version, version};
use crate::bytecode::FRAME_SLOTS;
use crate::vm::Pulse;
use crate::vm::eval::RECURSION_LIMIT;
use crate::vm::globals::Globals;
use crate::vm::heap::Heap;
use crate::vm::interp::Unit;
use crate::vm::thread::Frame;
use crate::vm::value::Value;

/// Deeper than this, functions are interpreted: each function's code has room for so many calls that wait.
const DEEP: usize = 10 * RECURSION_LIMIT;

/// A function's code is entered where it may call itself so often at least.
const ROOM: usize = 8;

/// A function whose code did no good is left alone for so many calls.
const PAUSE: u32 = 20_000;

/// What a function's code works on.
pub struct Around<'a> {
    pub heap: &'a mut Heap,
    pub globals: &'a mut Globals,
    pub units: &'a [Unit],
    /// The callers' frames, and the stack.
    pub frames: &'a mut Vec<Frame>,
    pub stack: &'a mut Vec<Value>,
    /// The exception that is being handled, or None.
    pub handled: &'a Value,
}

/// Runs a function that has just been entered as far as its code goes, if there is such; the frame that goes on: this
/// one, its caller's with the result on top, or one that the function has called.
#[inline(never)]
pub fn call<P: Pulse>(around: &mut Around, own: Frame, pulse: &mut P) -> Frame {
    if around.frames.len() + ROOM > around.limit() || !matches!(around.handled, Value::None) {
        return own;
    }
    let function = &around.units[own.unit as usize].loops.function;
    let mut versions = function.counter.versions.borrow_mut();
    let Some(at) = around.version(function, &mut versions, own) else { return own };
    around.run(function, &mut versions[at], own, pulse)
}

impl Around<'_> {
    /// So many frames there may be, so that those of functions that are taken in have room.
    fn limit(&self) -> usize {
        self.heap.settings.most_frames().min(DEEP).saturating_sub(super::DEEPEST)
    }

    /// The number of the version for what the arguments are, made where there is none yet.
    fn version(&self, function: &Function, versions: &mut Vec<Version>, own: Frame) -> Option<usize> {
        let window = self.stack.get(own.base as usize..)?.first_chunk()?;
        if let Some(at) = versions.iter().position(|version| version.entry.fits(window, self.globals, self.heap)) {
            return Some(at);
        }
        if versions.len() < VERSIONS
            && let Some(version) = self.compiled(own, window)
        {
            versions.push(version);
            return Some(versions.len() - 1);
        }
        function.note(0);
        if versions.is_empty() {
            function.calls_left.set(u32::MAX);
        }
        None
    }

    #[cold]
    fn compiled(&self, own: Frame, window: &[Value; FRAME_SLOTS]) -> Option<Version> {
        let (known, _) = self.translated(own, window, None)?;
        let result = known.recursion?.found?;
        let (compiler, entry) = self.translated(own, window, Some(result))?;
        let calls_itself = compiler.recursion.as_ref().is_some_and(|recursion| !recursion.sites.is_empty());
        if calls_itself { version(compiler, entry, 0) } else { None }
    }

    fn translated(
        &self,
        own: Frame,
        window: &[Value; FRAME_SLOTS],
        result: Option<Returned>,
    ) -> Option<(Compiler<'_>, Entry)> {
        let Around { heap, globals, units, .. } = self;
        let unit = units.get(own.unit as usize)?;
        let last = u16::try_from(unit.code.instrs.len()).ok()?.checked_sub(1)?;
        let region = Region { head: 0, first: 0, last };
        let mut compiler = Compiler::new(Source { unit, units, heap, globals, region });
        let (state, entry) = at_call(&mut compiler, window.get(..usize::from(unit.parameters))?)?;
        let parameters = entry.slots.iter().map(|(_, wanted, _)| *wanted).collect();
        compiler.recursion = Some(Recursion { parameters, result, ..Recursion::default() });
        compiler.compile(state, 0)?;
        Some((compiler, entry))
    }

    fn run<P: Pulse>(&mut self, function: &Function, version: &mut Version, own: Frame, pulse: &mut P) -> Frame {
        let (base, limit) = (own.base as usize, self.limit());
        let Some(window) = self.stack.get_mut(base..).and_then(<[Value]>::first_chunk_mut) else { return own };
        let Version { entry, code, sites, activations, registers, prices, .. } = &mut *version;
        // The code borrows them; at an exit it gives the frame counts of its own.
        let mut arguments = [Value::None; KEPT];
        arguments.copy_from_slice(&window[..KEPT]);
        let count = entry.slots.len();
        entry.enter(window, self.globals, self.heap, registers);
        activations.begin(self.frames.len(), limit);
        let mut tally = Tally::new(*prices);
        let exit = run::run(code, sites, activations, registers, self.heap, &mut tally, pulse);
        pulse.settle(tally.owed::<P>());
        function.note(tally.turns);
        let next = if exit == RETURNED { self.returned(version, own) } else { self.left(version, exit, own, pulse) };
        for argument in arguments.iter().take(count) {
            self.heap.drop_value(*argument);
        }
        next
    }

    /// The caller's frame, with the result on top. The function below the frame has none that counts it.
    fn returned(&mut self, version: &Version, own: Frame) -> Frame {
        let callee = (own.base as usize).checked_sub(1).and_then(|at| self.stack.get(at)).copied();
        self.heap.drop_value(callee.unwrap_or(Value::None));
        let result = version.result.map_or(Value::None, |kind| value_of(version.activations.result, kind));
        let caller = self.frames.pop().expect("a function's code is entered from its caller, which waits");
        self.stack[caller.base as usize + usize::from(caller.sp)] = result;
        Frame { sp: caller.sp.wrapping_add(1), ..caller }
    }

    /// The frame that goes on, with all that wait below it.
    fn left<P: Pulse>(&mut self, version: &Version, exit: u16, own: Frame, pulse: &mut P) -> Frame {
        let mut base = own.base;
        let waiting = version.activations.all();
        if !waiting.is_empty() {
            let mut registers = version.registers.clone();
            for (site, kept) in waiting {
                for (register, bits) in site.kept.iter().zip(kept) {
                    registers[usize::from(*register)] = *bits;
                }
                let leave = &version.exits[usize::from(site.waiting)];
                base = self.placed(leave, &registers, Frame { base, ..own }).base;
            }
        }
        let leave = &version.exits[usize::from(exit)];
        pulse.settle(leave.refund.into());
        self.placed(leave, &version.registers, Frame { base, ..own })
    }

    /// Puts what the frame and those of functions taken in have on the stack, and all frames but the last into the row.
    fn placed(&mut self, leave: &Leave, registers: &Registers, own: Frame) -> Frame {
        let base = own.base as usize;
        if self.stack.len() < base + 2 * FRAME_SLOTS {
            self.stack.resize(base + 4 * FRAME_SLOTS, Value::Unbound);
        }
        let Some(window) = self.stack.get_mut(base..).and_then(<[Value]>::first_chunk_mut) else { return own };
        leave.leave(window, self.globals, self.heap, registers);
        let mut made = leave.frames();
        if let Some(first) = made.first_mut() {
            (first.unit, first.kind) = (own.unit, own.kind);
        }
        let placed = |frame: Frame| Frame { base: own.base + frame.base, ..frame };
        let last = made.pop().map_or(own, placed);
        self.frames.extend(made.into_iter().map(placed));
        last
    }
}

impl Function {
    /// Notes how often the function has called itself this time.
    fn note(&self, calls: u32) {
        self.counter.note(calls);
        if self.counter.merit.get() < -PATIENCE {
            self.counter.merit.set(0);
            self.calls_left.set(PAUSE);
        }
    }
}
