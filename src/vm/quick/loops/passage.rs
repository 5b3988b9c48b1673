//! The ways into register code and out of it: what is taken from variables and stack, and how it comes back there.

use super::access::value_of;
use super::blocks::Exit;
use super::compile::{Compiler, Variable};
use super::kinds::{Kind, Level, Place, Resting, Slot, State};
use super::regions::Region;
use super::resting::RestingEntry;
use super::run::Registers;
use super::stack::kind_of;
use super::texts::Pieces;
use crate::bytecode::{FRAME_SLOTS, Instr, Local};
use crate::vm::globals::Globals;
use crate::vm::heap::Heap;
use crate::vm::interp::Unit;
use crate::vm::value::{Object, RangeIter, Value};
use crate::vm::{generator, thread};
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// Larger ones stay on the heap.
const WIDE_BITS: u64 = 119;

/// What a slot or a global must hold, and where that goes.
#[derive(Clone, Copy, Debug)]
pub enum Wanted {
    Number(Kind),
    Object,
    /// An integer beyond 64 bits that nobody else has, into two registers.
    Wide,
    /// An iterator over a range that nobody else has, into three.
    Range,
    None,
    /// Nothing.
    Unbound,
    /// Something that has no register and is no object.
    Other,
}

impl Wanted {
    /// What is wanted where this is found now. `grows`: whether it is stored to.
    pub fn of(heap: &Heap, value: Value, grows: bool, is_iterator: bool) -> Wanted {
        match kind_of(value) {
            Some(Kind::Object) if grows && wide(heap, value).is_some() => Wanted::Wide,
            Some(Kind::Object) if is_iterator && range(heap, value).is_some() => Wanted::Range,
            Some(Kind::Object) => Wanted::Object,
            Some(kind) => Wanted::Number(kind),
            None if matches!(value, Value::None) => Wanted::None,
            None => Wanted::Other,
        }
    }

    pub fn fits(self, heap: &Heap, value: Value) -> bool {
        match self {
            Wanted::Number(kind) => kind_of(value) == Some(kind),
            Wanted::Object => matches!(value, Value::Obj(_)),
            Wanted::Wide => wide(heap, value).is_some(),
            Wanted::Range => range(heap, value).is_some(),
            Wanted::None => matches!(value, Value::None),
            Wanted::Unbound => matches!(value, Value::Unbound),
            Wanted::Other => kind_of(value).is_none() && !matches!(value, Value::None),
        }
    }
}

/// The integer beyond 64 bits that only this place has, if two registers suffice.
fn wide(heap: &Heap, value: Value) -> Option<i128> {
    let Value::Obj(at) = value else { return None };
    match heap.get(at) {
        Object::BigInt(number) if number.bits() <= WIDE_BITS && heap.owners_if_not_watched(at) == Some(1) => {
            number.to_i128()
        }
        _ => None,
    }
}

fn range(heap: &Heap, value: Value) -> Option<RangeIter> {
    let Value::Obj(at) = value else { return None };
    match heap.get(at) {
        Object::RangeIter(range) if heap.owners_if_not_watched(at) == Some(1) => Some(*range),
        _ => None,
    }
}

/// What must be so for a loop's code to be entered.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Slot, what it holds, first register.
    pub slots: Vec<(u8, Wanted, u8)>,
    /// Global, what it holds, first register.
    pub globals: Vec<(u32, Kind, u8)>,
    /// Globals that must be just these.
    pub guards: Vec<(u32, Value)>,
    /// The generator that the loop goes over.
    pub resting: Option<RestingEntry>,
    /// Where classes must not have changed since.
    pub epoch: Option<u32>,
}

impl Entry {
    pub fn fits(&self, window: &[Value; FRAME_SLOTS], globals: &Globals, heap: &Heap) -> bool {
        self.epoch.is_none_or(|epoch| epoch == heap.class_epoch)
            && self.resting.as_ref().is_none_or(|resting| resting.fits(heap, window[usize::from(resting.slot)]))
            && self.slots.iter().all(|(slot, wanted, _)| wanted.fits(heap, window[usize::from(*slot)]))
            && self.globals.iter().all(|(index, kind, _)| kind_of(globals.slots[*index as usize].value) == Some(*kind))
            && self.guards.iter().all(|(index, value)| is_same(globals.slots[*index as usize].meaning(), *value))
    }

    /// Fills the registers. A number that grows leaves the heap: it comes back at the exit.
    pub fn enter(
        &self,
        window: &mut [Value; FRAME_SLOTS],
        globals: &Globals,
        heap: &mut Heap,
        registers: &mut Registers,
    ) {
        for (slot, wanted, first) in &self.slots {
            let value = &mut window[usize::from(*slot)];
            let first = usize::from(*first);
            match wanted {
                Wanted::Range => {
                    let state = range(heap, *value).map(|range| [range.next as u64, range.left, range.step as u64]);
                    registers[first..first + 3].copy_from_slice(&state.unwrap_or_default());
                }
                _ => take(heap, *wanted, value, first, registers),
            }
        }
        if let Some(RestingEntry { slot, values, .. }) = &self.resting
            && let Some(generator) = heap.as_generator_mut(window[usize::from(*slot)])
        {
            let taken = std::mem::take(&mut generator.window);
            for ((wanted, first), mut value) in values.iter().zip(taken) {
                take(heap, *wanted, &mut value, usize::from(*first), registers);
            }
        }
        for (index, _, register) in &self.globals {
            registers[usize::from(*register)] = bits(globals.slots[*index as usize].value);
        }
    }
}

/// Takes a value into registers. What leaves the heap for that is made anew at the exit.
fn take(heap: &mut Heap, wanted: Wanted, value: &mut Value, first: usize, registers: &mut Registers) {
    match wanted {
        Wanted::Wide => {
            let number = wide(heap, *value).unwrap_or_default();
            (registers[first], registers[first + 1]) = (number as u64, (number >> 64) as u64);
        }
        Wanted::Range => {
            let state = range(heap, *value).map(|range| [range.next as u64, range.left, range.step as u64]);
            registers[first..first + 3].copy_from_slice(&state.unwrap_or_default());
        }
        _ => return registers[first] = bits(*value),
    }
    heap.drop_value(std::mem::replace(value, Value::None));
}

fn is_same(one: Value, other: Value) -> bool {
    match (one, other) {
        (Value::Builtin(one), Value::Builtin(other)) => one == other,
        (Value::Exception(one), Value::Exception(other)) => one == other,
        (Value::Obj(one), Value::Obj(other)) => one == other,
        _ => false,
    }
}

fn bits(value: Value) -> u64 {
    kind_of(value).and_then(|kind| super::access::bits_of(value, kind)).unwrap_or_default()
}

/// The local variables that a loop uses, and whether it stores to them.
fn used_locals(unit: &Unit, region: Region) -> Vec<Option<bool>> {
    let mut used = vec![None; usize::from(unit.locals)];
    for instr in &unit.code.instrs[usize::from(region.first)..=usize::from(region.last)] {
        match *instr {
            Instr::LOAD_FAST(Local(local)) => _ = used[usize::from(local)].get_or_insert(false),
            Instr::STORE_FAST(Local(local)) | Instr::DELETE_FAST(Local(local)) => {
                used[usize::from(local)] = Some(true);
            }
            _ => {}
        }
    }
    used
}

/// What is known where a loop's code begins, by what its variables and its iterator hold now.
pub fn at_entry(compiler: &mut Compiler, window: &[Value], region: Region) -> Option<(State, Entry)> {
    let (unit, heap) = (compiler.source.unit, compiler.source.heap);
    let used = used_locals(unit, region);
    let iterates = matches!(unit.code.instrs[usize::from(region.head)], Instr::FOR_ITER(_));
    let (mut state, mut entry) = (State::default(), Entry::default());
    for (at, value) in window.iter().enumerate() {
        let is_iterator = iterates && at + 1 == window.len();
        let grows = match used.get(at) {
            Some(Some(grows)) => *grows,
            None if is_iterator => false,
            _ => {
                state.slots.push(Slot::at(Place::Kept));
                continue;
            }
        };
        if is_iterator && let Some((resting, wanted)) = compiler.at_rest(at, *value) {
            (state.resting, entry.resting) = (Some(resting), Some(wanted));
        }
        let (wanted, slot) = (Wanted::of(heap, *value, grows, is_iterator), u8::try_from(at).ok()?);
        let first = match wanted {
            Wanted::Wide => compiler.beside(at, Kind::Wide)?,
            Wanted::Range => compiler.beside(at, Kind::Object)?,
            _ => slot,
        };
        entry.slots.push((slot, wanted, first));
        state.slots.push(Slot { place: place(wanted, first), sample: Some(*value) });
    }
    Some((state, entry))
}

pub fn place(wanted: Wanted, at: u8) -> Place {
    match wanted {
        Wanted::Number(kind) => Place::register(at, kind),
        Wanted::Object => Place::Register { at, kind: Kind::Object, owned: true },
        Wanted::Wide => Place::register(at, Kind::Wide),
        Wanted::Range => Place::Range { first: at, made: false },
        Wanted::None => Place::Fixed(Value::None),
        Wanted::Unbound => Place::NULL,
        Wanted::Other => Place::Kept,
    }
}

/// A way out: where it leads, and what is put where.
#[derive(Clone, Debug)]
pub struct Leave {
    pub pc: u16,
    pub sp: u8,
    pub refund: u32,
    /// In the order of the slots.
    slots: Box<[(u8, Place)]>,
    globals: Box<[(u32, Place)]>,
    levels: Box<[Level]>,
    resting: Option<Resting>,
}

impl Leave {
    pub fn new(exit: &Exit, refund: u32, variables: &[Variable]) -> Leave {
        let slots =
            exit.state.slots.iter().enumerate().filter_map(|(at, slot)| Some((u8::try_from(at).ok()?, slot.place)));
        let globals = variables.iter().enumerate().filter(|(_, variable)| variable.is_written);
        let globals =
            globals.map(|(at, variable)| (variable.index, exit.state.globals.get(at).unwrap_or(&variable.slot).place));
        Leave {
            pc: exit.pc,
            sp: (exit.state.slots.len() - exit.state.base()) as u8,
            refund,
            slots: slots.filter(|(_, place)| *place != Place::Kept).collect(),
            globals: globals.collect(),
            levels: exit.state.levels.clone().into(),
            resting: exit.state.resting.clone(),
        }
    }

    /// Puts everything where the ordinary instructions look for it.
    pub fn leave(
        &self,
        window: &mut [Value; FRAME_SLOTS],
        globals: &mut Globals,
        heap: &mut Heap,
        registers: &Registers,
    ) {
        for (slot, place) in &self.slots {
            let slot = &mut window[usize::from(*slot)];
            *slot = brought_back(heap, *place, *slot, registers);
        }
        for (index, place) in &self.globals {
            let value = &mut globals.slots[*index as usize].value;
            *value = brought_back(heap, *place, *value, registers);
        }
        self.leave_generator(window, heap, registers);
    }

    /// Puts a generator that the loop goes over to rest, or says that it runs.
    fn leave_generator(&self, window: &[Value; FRAME_SLOTS], heap: &mut Heap, registers: &Registers) {
        let running = self.levels.iter().find(|level| level.is_generator);
        if let Some(level) = running
            && let Some(generator) = heap.as_generator_mut(window[usize::from(level.base) - 1])
        {
            generator.state = generator::State::Running;
        }
        let Some(Resting { slot, pc, slots, .. }) = &self.resting else { return };
        let values = slots.iter().map(|slot| brought_back(heap, slot.place, Value::Unbound, registers)).collect();
        if let Some(generator) = heap.as_generator_mut(window[*slot]) {
            (generator.window, generator.pc) = (values, (*pc).into());
        }
    }

    /// The frames of functions that were entered within the loop, the outermost first; the first is the loop's own.
    /// With bases from that of the loop's own frame on.
    pub fn frames(&self) -> Vec<thread::Frame> {
        let frame = |unit, base| thread::Frame { unit, pc: 0, base, sp: 0, kind: thread::Kind::Call };
        let mut frames = vec![frame(0, 0)];
        for level in &self.levels {
            let Some(caller) = frames.last_mut() else { break };
            (caller.pc, caller.sp) = (level.back.into(), (u32::from(level.keep) - caller.base) as u8);
            frames.push(frame(level.unit, level.base.into()));
            if let (true, Some(made)) = (level.is_generator, frames.last_mut()) {
                made.kind = thread::Kind::GeneratorFor;
            }
        }
        if let Some(last) = frames.last_mut() {
            (last.pc, last.sp) = (self.pc.into(), self.sp);
        }
        frames
    }

    pub fn is_inside_a_call(&self) -> bool {
        !self.levels.is_empty()
    }
}

/// The value of a place, owned. `old`: what the slot has had.
fn brought_back(heap: &mut Heap, place: Place, old: Value, registers: &Registers) -> Value {
    match place {
        Place::Kept => old,
        Place::Register { at, kind: Kind::Wide, .. } => {
            let (low, high) = (registers[usize::from(at)], registers[usize::from(at) + 1]);
            heap.new_int(BigInt::from(i128::from(low) | i128::from(high as i64) << 64))
        }
        Place::Register { at, kind, owned } => {
            let value = value_of(registers[usize::from(at)], kind);
            if owned { value } else { heap.keep(value) }
        }
        Place::Fixed(value) => value,
        // The pieces are texts, as was seen when they came together.
        Place::Text(row) => Pieces::of(row, registers).joined(heap).unwrap_or(Value::None),
        Place::Function { at, .. } => heap.keep(Value::Obj(at)),
        Place::Range { first, made } => {
            let [next, left, step] = [0, 1, 2].map(|more| registers[usize::from(first) + more]);
            let state = RangeIter { next: next as i64, left, step: step as i64 };
            if made {
                return heap.take_object(Object::RangeIter(state));
            }
            if let Value::Obj(at) = old
                && let Some(Object::RangeIter(range)) = heap.get_mut(at)
            {
                *range = state;
            }
            old
        }
    }
}
