//! Loops that turn often, and functions that often call themselves, compiled for the kinds of values that they have then:
//! a second tier above fused instructions.
//!
//! A loop's jumps back are counted. When it has turned often enough, its instructions are compiled to register code
//! (`ops`) without tags and reference counts of numbers; functions that it calls are taken in. Where something is not as
//! it was (another kind, an overflow, an index out of range), the code is left at the boundary of an instruction, with
//! variables, stack and frames as the ordinary instructions would have them, and they do what is to be done. So the
//! rules of the language stand in the instructions alone, and this tier raises nothing and asks for nothing outside.
//!
//! Nobody else acts while it runs, so what it found at its entry (which function a global is, the class of an object)
//! stays so. Somebody who waits is asked for at each jump back, and time is charged as for the instructions.

mod access;
mod activations;
mod blocks;
mod calls;
mod compile;
mod functions;
mod kinds;
mod layout;
mod numbers;
mod objects;
mod operands;
mod ops;
mod passage;
mod recursion;
mod regions;
mod resting;
mod run;
mod stack;
mod stores;
mod sums;
mod tally;
mod texts;
mod translate;

pub use calls::DEEPEST;
pub use functions::{Around, call};

use crate::bytecode::{Code, FRAME_SLOTS, Instr};
use crate::vm::Pulse;
use crate::vm::globals::Globals;
use crate::vm::heap::Heap;
use crate::vm::interp::{Priced, Unit};
use crate::vm::noted::Note;
use crate::vm::thread;
use crate::vm::value::Value;
use access::Site;
use activations::Activations;
use compile::{Compiler, Source};
use layout::LaidOut;
use ops::{MAX_OPS, Op};
use passage::{Entry, Leave, at_entry};
use recursion::{Recursion, Returned};
use regions::{Region, regions, targets};
use run::{REGISTERS, Registers};
use std::cell::{Cell, RefCell};
use tally::{Prices, Tally};

/// After so many turns a loop is compiled.
const HOT: u32 = 40;

/// For so many different kinds of its values.
const VERSIONS: usize = 4;

/// Entering must be worth so many turns; a loop that was entered in vain too often is left alone.
const WORTH: i32 = 3;
const PATIENCE: i32 = 200;

/// The loops of a unit.
#[derive(Clone, Debug, Default)]
pub struct Loops {
    regions: Box<[Region]>,
    /// For each instruction, whether a jump leads to it.
    targets: Box<[bool]>,
    /// For each instruction, what it costs; empty where nothing does.
    prices: Box<[u32]>,
    extras: Extras,
    /// For each instruction, the number of the loop that a jump back to it belongs to; empty where there is no loop.
    entries: Box<[u16]>,
    counters: Box<[Counter]>,
    /// The code as a function.
    function: Function,
    /// Frames that were entered within a loop and have to be made now.
    pub frames: RefCell<Vec<thread::Frame>>,
}

/// What costs more than its instruction says, where the kinds of the operands tell.
#[derive(Clone, Copy, Debug, Default)]
struct Extras {
    whole: u32,
    wide: u32,
    float: u32,
    keyed: u32,
    float_power: u32,
    constructed: u32,
    made: u32,
    conversion: u32,
}

/// How often a loop has turned, and its code.
#[derive(Clone, Debug, Default)]
struct Counter {
    turns: Cell<u32>,
    /// How much good its code did.
    merit: Cell<i32>,
    versions: RefCell<Vec<Version>>,
}

/// How many calls of a function are still to come before a look at it is worth it, and its code.
#[derive(Clone, Debug)]
struct Function {
    calls_left: Cell<u32>,
    counter: Counter,
}

impl Default for Function {
    fn default() -> Function {
        Function { calls_left: Cell::new(HOT), counter: Counter::default() }
    }
}

/// Code for certain kinds of values.
#[derive(Clone, Debug)]
struct Version {
    /// Where it begins.
    pc: u16,
    /// Whether it enters functions.
    calls: bool,
    entry: Entry,
    code: Box<[Op; MAX_OPS]>,
    sites: Box<[Site]>,
    exits: Box<[Leave]>,
    /// Of a function: its calls of itself, and what it returns.
    activations: Activations,
    result: Returned,
    /// Those with constants have them between runs too.
    registers: Box<Registers>,
    prices: Prices,
}

/// What a loop's code works on.
pub struct Ground<'a> {
    pub window: &'a mut [Value; FRAME_SLOTS],
    pub heap: &'a mut Heap,
    pub globals: &'a mut Globals,
    pub unit: &'a Unit,
    pub units: &'a [Unit],
    /// Whether functions and generators may be entered: there is stack for them, and no exception is being handled.
    pub has_room: bool,
}

/// Where the ordinary instructions go on.
pub enum Left {
    Here {
        pc: u16,
        sp: u8,
    },
    /// In functions that were called: `Loops::frames` has them, with bases from that of the loop's frame on.
    InCalls,
}

impl Loops {
    pub fn of(code: &Code, price: &dyn Fn(Priced) -> u32) -> Loops {
        let regions = regions(&code.instrs);
        let mut prices: Box<[u32]> = code.instrs.iter().map(|instr| price(Priced::Instr(instr))).collect();
        if prices.iter().all(|price| *price == 0) {
            prices = Box::default();
        }
        let of = |note| price(Priced::Note(note));
        let extras = Extras {
            whole: of(Note::Whole),
            wide: of(Note::Wide),
            float: of(Note::Float),
            keyed: of(Note::Keyed),
            float_power: of(Note::FloatPower),
            constructed: of(Note::Constructed),
            made: of(Note::Made),
            conversion: of(Note::Conversion),
        };
        let entries = if regions.is_empty() { Box::default() } else { entries(code, &regions) };
        let counters = regions.iter().map(|_| Counter::default()).collect();
        let targets = targets(&code.instrs).into();
        let (function, frames) = (Function::default(), RefCell::default());
        Loops { regions: regions.into(), targets, prices, extras, entries, counters, function, frames }
    }

    /// Counts a jump back to an instruction. The number of the loop, if its code is to be entered.
    #[inline(always)]
    pub fn turn(&self, to: u16) -> Option<u16> {
        let number = *self.entries.get(usize::from(to))?;
        let counter = self.counters.get(usize::from(number))?;
        let turns = counter.turns.get() + 1;
        counter.turns.set(turns);
        (turns >= HOT && counter.is_worth_it()).then_some(number)
    }

    /// Gives up all code: what it knows of other units may no longer be so.
    pub fn forget(&self) {
        self.counters.iter().chain([&self.function.counter]).for_each(|counter| counter.versions.borrow_mut().clear());
    }

    /// Counts a call of the code as a function; whether it is called often.
    #[inline(always)]
    pub fn is_called_often(&self) -> bool {
        let left = &self.function.calls_left;
        left.set(left.get().saturating_sub(1));
        left.get() == 0
    }
}

/// A fused jump back to `FOR_ITER` leads behind it and the store after it.
fn entries(code: &Code, regions: &[Region]) -> Box<[u16]> {
    let mut entries = vec![u16::MAX; code.instrs.len()];
    for (number, Region { head, .. }) in regions.iter().enumerate() {
        let Ok(number) = u16::try_from(number) else { break };
        let head = usize::from(*head);
        entries[head] = number;
        if let (Instr::FOR_ITER(_), Some(Instr::STORE_FAST(_))) = (code.instrs[head], code.instrs.get(head + 1))
            && let Some(body) = entries.get_mut(head + 2)
        {
            *body = number;
        }
    }
    entries.into()
}

impl Counter {
    /// Leaves a loop alone for long that has done no good.
    fn is_worth_it(&self) -> bool {
        if self.merit.get() < -PATIENCE {
            self.turns.set(0);
            return false;
        }
        self.turns.set(HOT);
        true
    }

    fn note(&self, turns: u32) {
        let gained = i32::try_from(turns).unwrap_or(PATIENCE).min(PATIENCE) - WORTH;
        self.merit.set((self.merit.get() + gained).clamp(-2 * PATIENCE, PATIENCE));
    }
}

/// Runs a loop's code from an instruction on, to which a jump back has led, as far as it goes. `None` where there is no
/// code for what its variables hold.
#[inline(never)]
pub fn enter<P: Pulse>(ground: &mut Ground, number: u16, pc: u16, sp: u8, pulse: &mut P) -> Option<Left> {
    let Ground { window, heap, globals, unit, has_room, .. } = ground;
    let has_room = *has_room;
    let counter = unit.loops.counters.get(usize::from(number))?;
    let mut versions = counter.versions.borrow_mut();
    let fits = |version: &Version| {
        let may_call = has_room || !version.calls;
        version.pc == pc && may_call && version.entry.fits(window, globals, heap)
    };
    let at = match versions.iter().position(fits) {
        Some(at) => at,
        None if versions.len() < VERSIONS => {
            let Some(version) = compiled(ground, number, pc, sp) else {
                counter.merit.set(-2 * PATIENCE);
                return None;
            };
            versions.push(version);
            versions.len() - 1
        }
        None => {
            counter.note(0);
            return None;
        }
    };
    let Ground { window, heap, globals, unit, .. } = ground;
    let Version { entry, code, sites, exits, activations, registers, prices, .. } = &mut versions[at];
    entry.enter(window, globals, heap, registers);
    let mut tally = Tally::new(*prices);
    let exit = run::run(code, sites, activations, registers, heap, &mut tally, pulse);
    pulse.settle(tally.owed::<P>());
    let leave = &exits[usize::from(exit)];
    leave.leave(window, globals, heap, registers);
    pulse.settle(leave.refund.into());
    counter.note(tally.turns);
    if leave.is_inside_a_call() {
        *unit.loops.frames.borrow_mut() = leave.frames();
        return Some(Left::InCalls);
    }
    Some(Left::Here { pc: leave.pc, sp: leave.sp })
}

#[cold]
fn compiled(ground: &Ground, number: u16, pc: u16, sp: u8) -> Option<Version> {
    let Ground { window, heap, globals, unit, units, has_room } = ground;
    let region = *unit.loops.regions.get(usize::from(number))?;
    let mut compiler = Compiler::new(Source { unit, units, heap, globals, region });
    let (state, entry) = at_entry(&mut compiler, window.get(..usize::from(sp))?, region)?;
    compiler.compile(state, pc)?;
    if compiler.calls && !has_room {
        return None;
    }
    version(compiler, entry, pc)
}

fn version(mut compiler: Compiler, mut entry: Entry, pc: u16) -> Option<Version> {
    let (blocks, exits) = (std::mem::take(&mut compiler.blocks), std::mem::take(&mut compiler.exits));
    let recursion = compiler.recursion.take();
    let calls = recursion.as_ref().map(|recursion| recursion.sites.len());
    let mut register = |cost: u32| compiler.constant(cost.into());
    let LaidOut { ops, refunds, cost, returns } = layout::lay_out(&blocks, &exits, calls, &mut register)?;
    entry.guards = compiler.guards.clone();
    entry.epoch = compiler.knows_classes.then_some(compiler.source.heap.class_epoch);
    entry.globals = Vec::new();
    for variable in &compiler.variables {
        let kind = stack::kind_of(variable.slot.sample?)?;
        entry.globals.push((variable.index, kind, variable.register));
    }
    let mut registers = Box::new([0; REGISTERS]);
    for (register, bits) in &compiler.constants {
        registers[usize::from(*register)] = *bits;
    }
    let mut code = Box::new([Op::Exit { exit: 0 }; MAX_OPS]);
    code.iter_mut().zip(ops).for_each(|(place, op)| *place = op);
    let exits = exits.iter().zip(refunds).map(|(exit, refund)| Leave::new(exit, refund, &compiler.variables)).collect();
    let Recursion { sites: mut call_sites, result, .. } = recursion.unwrap_or_default();
    for (site, (back, cost)) in call_sites.iter_mut().zip(returns) {
        (site.back, site.cost) = (back, cost);
    }
    let activations = Activations::new(call_sites.into(), cost, blocks.first()?.before);
    let (calls, sites, result) = (compiler.calls, compiler.sites.into(), result.flatten());
    let Extras { whole, wide, .. } = compiler.source.unit.loops.extras;
    let prices = Prices { whole, wide };
    Some(Version { pc, calls, entry, code, sites, exits, activations, result, registers, prices })
}
