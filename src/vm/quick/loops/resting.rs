//! Generators that a loop goes over, in register code: their instructions are taken into the loop, from `yield` to
//! `yield`.

use super::calls::DEEPEST;
use super::compile::{Compiler, Then};
use super::kinds::{Kind, Level, Place, Resting, Slot};
use super::passage::{Wanted, place};
use crate::vm::generator::{Generator, GeneratorFlavor, State};
use crate::vm::heap::Heap;
use crate::vm::value::Value;

/// What a generator must be for a loop's code to be entered, and where its values go.
#[derive(Clone, Debug)]
pub struct RestingEntry {
    pub slot: u8,
    unit: u32,
    pc: u32,
    /// What each value is, and its first register.
    pub values: Vec<(Wanted, u8)>,
}

impl RestingEntry {
    pub fn fits(&self, heap: &Heap, value: Value) -> bool {
        let wanted = |generator: &Generator| {
            (generator.unit, generator.pc) == (self.unit, self.pc) && generator.window.len() == self.values.len()
        };
        resting(heap, value).filter(|generator| wanted(generator)).is_some_and(|generator| {
            self.values.iter().zip(&generator.window).all(|((wanted, _), value)| wanted.fits(heap, *value))
        })
    }
}

/// The generator, if it has yielded before and can simply run on.
fn resting(heap: &Heap, value: Value) -> Option<&Generator> {
    heap.as_generator(value).filter(|generator| {
        generator.flavor == GeneratorFlavor::Generator
            && generator.state == State::Resting
            && matches!(generator.handled, Value::None)
    })
}

impl Compiler<'_> {
    /// What is known of the generator in a slot, if it can be taken into the loop.
    pub fn at_rest(&mut self, slot: usize, value: Value) -> Option<(Resting, RestingEntry)> {
        let heap = self.source.heap;
        let generator = resting(heap, value)?;
        let unit = self.source.units.get(generator.unit as usize)?;
        if !unit.code.exceptions.is_empty() {
            return None;
        }
        let (mut slots, mut values) = (Vec::new(), Vec::new());
        for (at, value) in generator.window.iter().enumerate() {
            let wanted = Wanted::of(heap, *value, true, at >= usize::from(unit.locals));
            let wanted = if matches!(value, Value::Unbound) { Wanted::Unbound } else { wanted };
            let first = match wanted {
                Wanted::Other => return None,
                Wanted::Range => self.fresh(3)?,
                Wanted::Wide => self.fresh(2)?,
                _ => self.fresh(1)?,
            };
            let place = match place(wanted, first) {
                Place::Range { first, .. } => Place::Range { first, made: true },
                place => place,
            };
            values.push((wanted, first));
            slots.push(Slot { place, sample: Some(*value) });
        }
        let pc = u16::try_from(generator.pc).ok()?;
        let entry = RestingEntry { slot: u8::try_from(slot).ok()?, unit: generator.unit, pc: generator.pc, values };
        self.calls = true;
        Some((Resting { slot, unit: generator.unit, pc, slots }, entry))
    }

    /// The generator on top runs on, and is told None.
    pub fn resume(&mut self) -> Option<Then> {
        if self.here.state.levels.len() >= DEEPEST {
            return None;
        }
        self.pass(1)?;
        let Resting { unit, pc, slots, .. } = self.here.state.resting.take()?;
        if !self.counts_alike(self.source.units.get(unit as usize)?) {
            return None;
        }
        let base = u8::try_from(self.here.state.slots.len()).ok()?;
        let back = self.here.pc + 1;
        self.here.state.levels.push(Level { unit, base, back, keep: base, is_generator: true });
        self.here.state.slots.extend(slots);
        self.push_place(Place::Fixed(Value::None));
        self.here.pc = pc;
        Some(Then::Next(0))
    }

    /// The generator rests, and the loop over it goes on with what it yields.
    pub fn yield_value(&mut self) -> Option<Then> {
        let level = *self.here.state.levels.last().filter(|level| level.is_generator)?;
        let Slot { place, sample } = self.pop()?;
        self.pass(1)?;
        let slots = self.here.state.slots.split_off(level.base.into());
        let slot = usize::from(level.base) - 1;
        self.here.state.resting = Some(Resting { slot, unit: level.unit, pc: self.here.pc + 1, slots });
        let place = match place {
            Place::Register { kind: Kind::Wide, .. } | Place::Register { owned: true, .. } => return None,
            Place::Register { at, kind, .. } => Place::register(self.result_register(at, level.keep, false)?, kind),
            Place::Fixed(Value::None) => place,
            _ => return None,
        };
        self.push(Slot { place, sample });
        self.here.state.levels.pop();
        self.here.pc = level.back;
        Some(Then::Next(0))
    }
}
