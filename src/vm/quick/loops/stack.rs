//! The stack and the variables while a loop is compiled: where values are, and what it takes to store them.

use super::access::bits_of;
use super::compile::{Compiler, Variable};
use super::kinds::{Kind, Place, Slot};
use super::ops::Op;
use crate::vm::value::{Object, Value};

/// A variable that can be stored to.
#[derive(Clone, Copy)]
pub enum Target {
    /// A slot of the window.
    Local(usize),
    /// A global, by its number in the loop.
    Global(usize),
}

impl Compiler<'_> {
    pub fn push(&mut self, slot: Slot) {
        self.here.state.slots.push(slot);
    }

    pub fn push_place(&mut self, place: Place) {
        self.push(Slot::at(place));
    }

    pub fn pop(&mut self) -> Option<Slot> {
        let is_stack = self.here.state.slots.len() > self.here.state.base() + usize::from(self.unit().locals);
        if is_stack { self.here.state.slots.pop() } else { None }
    }

    /// Takes a value off that is to be read.
    pub fn pop_value(&mut self) -> Option<(u8, Kind, Option<Value>)> {
        let Slot { place, sample } = self.pop()?;
        match place {
            Place::Register { at, kind, owned: false } => Some((at, kind, sample)),
            _ => None,
        }
    }

    /// An integer, or a truth as one.
    pub fn pop_int(&mut self) -> Option<u8> {
        match self.pop_value()? {
            (at, Kind::Int | Kind::Bool, _) => Some(at),
            _ => None,
        }
    }

    /// The register for what is pushed next.
    pub fn next(&mut self) -> Option<u8> {
        let own = u8::try_from(self.here.state.slots.len()).ok()?;
        if self.here.state.uses(own, None) { self.fresh(1) } else { Some(own) }
    }

    /// Pushes what an operation writes into a register.
    pub fn result(&mut self, kind: Kind, op: impl FnOnce(u8) -> Op) -> Option<()> {
        let to = self.next()?;
        self.here.ops.push(op(to));
        self.push_place(Place::register(to, kind));
        Some(())
    }

    /// The same for a number of two registers.
    pub fn wide_result(&mut self, op: impl FnOnce(u8) -> Op) -> Option<()> {
        let to = self.beside(self.here.state.slots.len(), Kind::Wide)?;
        if self.here.state.uses(to, None) {
            return None;
        }
        self.here.ops.push(op(to));
        self.push_place(Place::register(to, Kind::Wide));
        Some(())
    }

    /// Pushes a value that is known: a number in a register of its own, an object that the code keeps alive.
    pub fn push_known(&mut self, value: Value) -> Option<()> {
        let place = match kind_of(value) {
            Some(kind) => Place::register(self.constant(bits_of(value, kind)?)?, kind),
            None if matches!(value, Value::Unbound) => return None,
            None => Place::Fixed(value),
        };
        self.push(Slot { place, sample: Some(value) });
        Some(())
    }

    /// Loads a variable.
    pub fn load(&mut self, Slot { place, sample }: Slot) -> Option<()> {
        let place = match place {
            Place::Register { at, kind, .. } => Place::register(at, kind),
            Place::Fixed(value) if !matches!(value, Value::Unbound) => place,
            Place::Function { .. } => place,
            _ => return None,
        };
        self.push(Slot { place, sample });
        Some(())
    }

    pub fn target(&mut self, target: Target) -> &mut Slot {
        match target {
            Target::Local(at) => &mut self.here.state.slots[at],
            Target::Global(at) => &mut self.here.state.globals[at],
        }
    }

    /// The register of a variable for a value of the kind, with nothing of another slot in it.
    pub fn register_of(&mut self, target: Target, kind: Kind) -> Option<u8> {
        let (number, own) = match target {
            Target::Local(at) => (at, u8::try_from(at).ok()?),
            Target::Global(at) => (self.here.state.slots.len() + at, self.variables[at].register),
        };
        if kind != Kind::Wide {
            // Where it is, if nobody else is there.
            if let Place::Register { at, kind: old, .. } = self.target(target).place
                && old != Kind::Wide
                && !self.is_constant(at)
                && !self.here.state.uses(at, Some(number))
            {
                return Some(at);
            }
            self.evict(own, Some(number))?;
            return Some(own);
        }
        // Numbers beyond those of the slots, for globals.
        let number = if let Target::Global(at) = target { 256 + at } else { number };
        let pair = self.beside(number, Kind::Wide)?;
        let mine = |slot: &Slot| slot.place.uses(pair);
        let users = self.here.state.slots.iter().chain(&self.here.state.globals).filter(|slot| mine(slot)).count();
        let is_mine = mine(self.target(target));
        (users == usize::from(is_mine)).then_some(pair)
    }

    /// Pops a value into a variable, by the last of so many instructions.
    pub fn store(&mut self, target: Target, count: u16) -> Option<()> {
        let Slot { place, sample } = self.pop()?;
        if let Target::Global(at) = target {
            self.variables[at].is_written = true;
        }
        let old = self.target(target).place;
        let owns = matches!(old, Place::Register { kind: Kind::Object, owned: true, .. });
        if matches!(old, Place::Range { .. }) || owns && self.borrows() {
            return None;
        }
        match place {
            Place::Register { owned: true, .. } | Place::Kept | Place::Range { .. } => return None,
            Place::Text(of) => {
                let built = self.built(of)?;
                self.store_new(target, built, owns, count)?;
            }
            Place::Register { at, kind: Kind::Object, .. } => self.store_object(target, at, owns, sample, count)?,
            Place::Register { at, kind, .. } => self.store_number(target, at, kind, owns, count)?,
            Place::Fixed(Value::Unbound) => return None,
            fixed => {
                if owns {
                    return None;
                }
                *self.target(target) = Slot { place: fixed, sample };
            }
        }
        Some(())
    }

    /// Whether some slot has an object that another owns, which must neither die nor change.
    pub fn borrows(&self) -> bool {
        let borrowed = |slot: &Slot| {
            matches!(slot.place, Place::Register { kind: Kind::Object, owned: false, .. } | Place::Text(_))
        };
        let resting = self.here.state.resting.as_ref().map_or(&[][..], |resting| &resting.slots);
        self.here.state.slots.iter().chain(resting).any(borrowed)
    }

    fn store_object(&mut self, target: Target, from: u8, owns: bool, sample: Option<Value>, count: u16) -> Option<()> {
        let to = self.register_of(target, Kind::Object)?;
        if !owns {
            self.here.ops.push(Op::Keep(from));
            self.move_to(from, to);
        }
        *self.target(target) = Slot { place: Place::Register { at: to, kind: Kind::Object, owned: true }, sample };
        if owns {
            let exit = self.exit_after(count)?;
            self.here.ops.push(Op::Replace { a: from, to, exit });
        }
        Some(())
    }

    /// Stores an object that nobody else owns.
    fn store_new(&mut self, target: Target, from: u8, owns: bool, count: u16) -> Option<()> {
        let held = self.held(target, owns);
        let to = self.register_of(target, Kind::Object)?;
        let held = self.aside(held, to)?;
        self.move_to(from, to);
        let place = Place::Register { at: to, kind: Kind::Object, owned: true };
        *self.target(target) = Slot { place, sample: self.text_sample };
        self.release(held, count)
    }

    /// The register of the object that a variable owns.
    fn held(&mut self, target: Target, owns: bool) -> Option<u8> {
        match self.target(target).place {
            Place::Register { at, .. } if owns => Some(at),
            _ => None,
        }
    }

    /// What a variable has held goes aside, where its register is written to.
    fn aside(&mut self, held: Option<u8>, to: u8) -> Option<Option<u8>> {
        match held {
            Some(at) if at == to => self.moved_away(at).map(Some),
            held => Some(held),
        }
    }

    fn release(&mut self, held: Option<u8>, count: u16) -> Option<()> {
        if let Some(a) = held {
            let exit = self.exit_after(count)?;
            self.here.ops.push(Op::Drop { a, exit });
        }
        Some(())
    }

    fn store_number(&mut self, target: Target, from: u8, kind: Kind, owns: bool, count: u16) -> Option<()> {
        let held = self.held(target, owns);
        let to = self.register_of(target, kind)?;
        let held = self.aside(held, to)?;
        match kind {
            Kind::Wide => self.move_wide_to(from, to),
            _ => self.move_to(from, to),
        }
        *self.target(target) = Slot::at(Place::register(to, kind));
        self.release(held, count)
    }

    /// A register of its own for what this one has.
    fn moved_away(&mut self, a: u8) -> Option<u8> {
        let to = self.fresh(1)?;
        self.here.ops.push(Op::Move { a, to });
        Some(to)
    }

    /// A move, or the operation before writes there at once, where only the stack had its result.
    pub fn move_to(&mut self, from: u8, to: u8) {
        if from == to {
            return;
        }
        let is_free = !self.here.state.uses(from, None);
        match self.here.ops.last_mut().and_then(Op::result) {
            Some(result) if *result == from && is_free => *result = to,
            _ => self.here.ops.push(Op::Move { a: from, to }),
        }
    }

    fn move_wide_to(&mut self, from: u8, to: u8) {
        if from == to {
            return;
        }
        let is_free = !self.here.state.uses(from, None);
        match self.here.ops.last_mut().and_then(Op::wide_result) {
            Some(result) if *result == from && is_free => *result = to,
            _ => self.here.ops.push(Op::MoveWide { a: from, to }),
        }
    }

    /// The number in the loop of a global variable that is no function of the program's.
    pub fn global(&mut self, index: u32) -> Option<usize> {
        if self.guards.iter().any(|(guarded, _)| *guarded == index) {
            return None;
        }
        let at = match self.variables.iter().position(|variable| variable.index == index) {
            Some(at) => at,
            None => self.add_global(index)?,
        };
        let known = self.here.state.globals.len();
        self.here.state.globals.extend(self.variables.iter().skip(known).map(|variable| variable.slot));
        Some(at)
    }

    /// The same of one that is stored to. In a function's code none is: those that wait would see its old place.
    pub fn written_global(&mut self, index: u32) -> Option<usize> {
        if self.recursion.is_some() { None } else { self.global(index) }
    }

    fn add_global(&mut self, index: u32) -> Option<usize> {
        let value = self.source.globals.slots.get(index as usize)?.value;
        let kind = kind_of(value)?;
        let register = self.fresh(1)?;
        let place = Place::Register { at: register, kind, owned: kind == Kind::Object };
        let slot = Slot { place, sample: Some(value) };
        self.variables.push(Variable { index, register, slot, is_written: false });
        Some(self.variables.len() - 1)
    }

    /// Pushes a global: a variable, a builtin, a function of the program's.
    pub fn load_global(&mut self, index: u32) -> Option<()> {
        let global = self.source.globals.slots.get(index as usize)?;
        let fixed = match global.value {
            Value::Unbound => match global.builtin {
                builtin @ (Value::Builtin(_) | Value::Exception(_)) => Place::Fixed(builtin),
                _ => return None,
            },
            Value::Obj(at) => match self.source.heap.get(at) {
                Object::Function(function) => Place::Function { at, unit: function.unit },
                _ => return self.load_variable(index),
            },
            _ => return self.load_variable(index),
        };
        if self.variables.iter().any(|variable| variable.index == index) {
            return None;
        }
        if !self.guards.iter().any(|(guarded, _)| *guarded == index) {
            self.guards.push((index, global.meaning()));
        }
        self.push_place(fixed);
        Some(())
    }

    fn load_variable(&mut self, index: u32) -> Option<()> {
        let at = self.global(index)?;
        self.load(self.here.state.globals[at])
    }
}

/// The kind of register for a value, if there is one.
pub fn kind_of(value: Value) -> Option<Kind> {
    match value {
        Value::Int(_) => Some(Kind::Int),
        Value::Float(_) => Some(Kind::Float),
        Value::Bool(_) => Some(Kind::Bool),
        Value::Obj(_) => Some(Kind::Object),
        _ => None,
    }
}
