//! What is known of the values at a place of a loop while it is compiled. Knows no operations.

use crate::vm::value::{Ref, Value};

/// What a register holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Int,
    Float,
    Bool,
    /// An integer of up to 127 bits in two registers.
    Wide,
    /// A reference to an object.
    Object,
}

/// A type of objects that operations ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    Text,
    List,
    Dict,
    Queue,
}

/// Registers with the pieces of a text: so many from the first on, each a text or (bit by bit in `ints`) an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub first: u8,
    pub count: u8,
    pub ints: u8,
}

/// Where the value of a slot is.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// Where it was before the loop was entered, and not to be read.
    Kept,
    /// In a register; of an object, `owned` says whether the slot owns a count of it.
    Register { at: u8, kind: Kind, owned: bool },
    /// Known: None, a builtin, the NULL below a callee.
    Fixed(Value),
    /// A Python function that a global or a class keeps alive.
    Function { at: Ref, unit: u32 },
    /// A text that is not made yet.
    Text(Row),
    /// An iterator over a range, its state in three registers; `made` in the loop, so that there is no object yet.
    Range { first: u8, made: bool },
}

impl PartialEq for Place {
    fn eq(&self, other: &Place) -> bool {
        use Place::*;
        match (*self, *other) {
            (Kept, Kept) => true,
            (Register { at, kind, owned }, Register { at: a, kind: k, owned: o }) => (at, kind, owned) == (a, k, o),
            (Function { at, .. }, Function { at: other, .. }) => at == other,
            (Text(row), Text(other)) => row == other,
            (Range { first, made }, Range { first: f, made: m }) => (first, made) == (f, m),
            (Fixed(one), Fixed(other)) => is_same(one, other),
            _ => false,
        }
    }
}

/// Whether two values that are no objects are the same.
fn is_same(one: Value, other: Value) -> bool {
    match (one, other) {
        (Value::None, Value::None) | (Value::Unbound, Value::Unbound) => true,
        (Value::Builtin(one), Value::Builtin(other)) => one == other,
        (Value::Method(one), Value::Method(other)) => one == other,
        _ => false,
    }
}

impl Place {
    pub const NULL: Place = Place::Fixed(Value::Unbound);

    pub fn register(at: u8, kind: Kind) -> Place {
        Place::Register { at, kind, owned: false }
    }

    /// Whether the place is this register, or one of its registers.
    pub fn uses(&self, register: u8) -> bool {
        match *self {
            Place::Register { at, kind: Kind::Wide, .. } => register.wrapping_sub(at) < 2,
            Place::Register { at, .. } => register == at,
            Place::Text(Row { first, count, .. }) => register.wrapping_sub(first) < count,
            Place::Range { first, .. } => register.wrapping_sub(first) < 3,
            _ => false,
        }
    }
}

/// A slot, and what it held when the loop was compiled, which is a hint and no more.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    pub place: Place,
    pub sample: Option<Value>,
}

impl Slot {
    pub fn at(place: Place) -> Slot {
        Slot { place, sample: None }
    }
}

/// A function that was entered within the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    pub unit: u32,
    /// Where its slots begin.
    pub base: u8,
    /// Where its caller goes on, and how many slots this keeps.
    pub back: u16,
    pub keep: u8,
    /// Whether it is a generator, which a loop goes over.
    pub is_generator: bool,
}

/// A generator that rests within a loop over it.
#[derive(Clone, Debug)]
pub struct Resting {
    /// The slot of the generator.
    pub slot: usize,
    pub unit: u32,
    /// Its next instruction.
    pub pc: u16,
    /// Its local variables and its part of the stack.
    pub slots: Vec<Slot>,
}

/// What is known at a place.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The window's, local variables and stack of each level in turn.
    pub slots: Vec<Slot>,
    /// Global variables, by their number in the loop.
    pub globals: Vec<Slot>,
    pub levels: Vec<Level>,
    pub resting: Option<Resting>,
}

impl State {
    fn resting(&self) -> &[Slot] {
        self.resting.as_ref().map_or(&[], |resting| &resting.slots)
    }

    /// All slots: the window's, those of globals, those of a generator that rests.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut Slot> {
        let resting = self.resting.as_mut().map_or(&mut [][..], |resting| &mut resting.slots);
        self.slots.iter_mut().chain(&mut self.globals).chain(resting)
    }

    pub fn base(&self) -> usize {
        self.levels.last().map_or(0, |level| usize::from(level.base))
    }

    /// Whether a slot, which are numbered as in `all_mut`, other than `but` lies in the register.
    pub fn uses(&self, register: u8, but: Option<usize>) -> bool {
        let mut all = self.slots.iter().chain(&self.globals).chain(self.resting()).enumerate();
        all.any(|(at, slot)| Some(at) != but && slot.place.uses(register))
    }

    /// The slot at this depth of the stack; 1 is the top.
    pub fn top(&self, depth: usize) -> Option<Slot> {
        self.slots.len().checked_sub(depth).and_then(|at| self.slots.get(at)).copied()
    }

    /// Whether code for one of the states is right for the other.
    pub fn is_like(&self, other: &State, entry_globals: &[Slot]) -> bool {
        let places = |state: &State| -> Vec<Place> {
            let rest = entry_globals.get(state.globals.len()..).unwrap_or_default();
            state.globals.iter().chain(rest).map(|global| global.place).collect()
        };
        let same = |one: &[Slot], other: &[Slot]| {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.place == other.place)
        };
        let rests = |state: &State| state.resting.as_ref().map(|resting| (resting.slot, resting.unit, resting.pc));
        self.levels == other.levels
            && rests(self) == rests(other)
            && same(self.resting(), other.resting())
            && same(&self.slots, &other.slots)
            && places(self) == places(other)
    }
}
