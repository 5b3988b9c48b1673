//! Texts in register code. A text that is put together of pieces is not made before it is needed: its pieces wait in
//! registers of their own, texts and integers, and come into the variable that grows by them, or into one new text, at
//! once.

use super::access::reference;
use super::compile::{Compiler, Then};
use super::kinds::{Kind, Place, Row, Slot, Type};
use super::ops::Op;
use super::stack::Target;
use crate::bytecode::{BinaryOp, Instr, Local, Name};
use crate::vm::heap::Heap;
use crate::vm::quick::texts::{length_of, push_int};
use crate::vm::sequence::MAX_TEXT;
use crate::vm::value::{Object, Text, Value};

/// A text has so many pieces at most.
const PIECES: usize = 8;

/// A register with a piece, and whether that is an integer.
type Piece = (u8, bool);

impl Compiler<'_> {
    pub fn binary_op(&mut self, op: BinaryOp) -> Option<Then> {
        let (right, left) = (self.here.state.top(1)?, self.here.state.top(2)?);
        match (op.plain(), self.pieces(left), self.pieces(right)) {
            (BinaryOp::Add, Some(one), Some(other)) => self.add_texts(left, one, other),
            _ => {
                self.binary(op)?;
                Some(Then::Next(1))
            }
        }
    }

    /// The text of an integer: a piece.
    pub fn push_digits(&mut self, number: u8) -> Option<()> {
        let place = self.text(&[(number, true)])?;
        self.spend(self.unit().loops.extras.conversion)?;
        self.push_place(place);
        Some(())
    }

    pub fn format(&mut self) -> Option<()> {
        let top = self.here.state.top(1)?;
        match top.place {
            Place::Register { at, kind: Kind::Int, owned: false } => {
                self.pop()?;
                self.push_digits(at)
            }
            Place::Text(_) => Some(()),
            _ => self.checked(top).map(|_| ()),
        }
    }

    pub fn build_text(&mut self, count: u8) -> Option<()> {
        let mut all = Vec::new();
        for depth in (1..=usize::from(count)).rev() {
            let slot = self.here.state.top(depth)?;
            all.extend(self.checked(slot)?);
        }
        for _ in 0..count {
            self.pop()?;
        }
        let place = self.text(&all)?;
        self.push_place(place);
        Some(())
    }

    /// `list.append(…)` with a text that is to be made.
    pub fn append_text(&mut self) -> Option<Then> {
        let Place::Text(of) = self.pop()?.place else { return None };
        let (list, _, _) = self.pop_value()?;
        self.pop()?;
        self.push_place(Place::Fixed(Value::None));
        let exit = self.exit_pair(1)?;
        self.here.ops.push(Op::AppendBuilt { list, of, exit });
        Some(Then::Next(1))
    }

    /// Makes a text of its pieces, in a register that owns it.
    pub fn built(&mut self, of: Row) -> Option<u8> {
        let (to, exit) = (self.fresh(1)?, self.exit()?);
        self.here.ops.push(Op::BuildText { of, to, exit });
        Some(to)
    }

    /// The pieces of a slot's text, if it has one.
    fn pieces(&self, slot: Slot) -> Option<Vec<Piece>> {
        match slot.place {
            Place::Text(Row { first, count, ints }) => {
                Some((0..count).map(|at| (first + at, ints >> at & 1 == 1)).collect())
            }
            Place::Register { at, kind: Kind::Object, owned: false } => {
                matches!(self.object(slot.sample)?, Object::Str(_)).then(|| vec![(at, false)])
            }
            _ => None,
        }
    }

    /// The same, with a look at whether it is a text where that is only likely.
    fn checked(&mut self, slot: Slot) -> Option<Vec<Piece>> {
        let pieces = self.pieces(slot)?;
        if let Place::Register { at: a, .. } = slot.place {
            self.text_sample = self.text_sample.or(slot.sample);
            if !self.is_constant(a) {
                let exit = self.exit()?;
                self.here.ops.push(Op::Check { a, is: Type::Text, exit });
            }
        }
        Some(pieces)
    }

    fn add_texts(&mut self, left: Slot, one: Vec<Piece>, other: Vec<Piece>) -> Option<Then> {
        let right = self.here.state.top(1)?;
        self.checked(right)?;
        if let (Some(target), Place::Register { at, .. }) = (self.stored_ahead(), left.place)
            && self.owns(target, at)
        {
            return self.grow(target, at, &other);
        }
        self.checked(left)?;
        self.pop()?;
        self.pop()?;
        let place = self.text(&[one, other].concat())?;
        self.spend(self.unit().loops.extras.made)?;
        self.push_place(place);
        Some(Then::Next(1))
    }

    /// The variable that the next instruction stores to.
    fn stored_ahead(&mut self) -> Option<Target> {
        match self.instr(1)? {
            Instr::STORE_FAST(Local(local)) => Some(Target::Local(self.local(local))),
            Instr::STORE_GLOBAL(Name(name)) | Instr::STORE_NAME(Name(name)) => {
                self.written_global(self.unit().globals[usize::from(name)]).map(Target::Global)
            }
            _ => None,
        }
    }

    /// Whether the variable, and no other, has the register.
    fn owns(&mut self, target: Target, register: u8) -> bool {
        matches!(self.target(target).place, Place::Register { at, owned: true, .. } if at == register)
    }

    /// `variable += pieces`.
    fn grow(&mut self, target: Target, text: u8, pieces: &[Piece]) -> Option<Then> {
        self.pop()?;
        self.pop()?;
        if self.borrows() {
            return None;
        }
        let Place::Text(pieces) = self.text(pieces)? else { return None };
        if let Target::Global(at) = target {
            self.variables[at].is_written = true;
        }
        let exit = self.exit_pair_spending(2, self.unit().loops.extras.made)?;
        self.here.ops.push(Op::AppendText { text, pieces, exit });
        Some(Then::Next(2))
    }

    /// Puts pieces into registers of their own, where nothing changes them.
    fn text(&mut self, pieces: &[Piece]) -> Option<Place> {
        if pieces.is_empty() || pieces.len() > PIECES {
            return None;
        }
        let count = pieces.len() as u8;
        let (first, mut ints) = (self.fresh(count)?, 0);
        for (at, (register, is_int)) in (0..count).zip(pieces) {
            ints |= u8::from(*is_int) << at;
            self.here.ops.push(Op::Move { a: *register, to: first + at });
        }
        Some(Place::Text(Row { first, count, ints }))
    }
}

/// The pieces of a text, as registers have them; bit by bit whether they are integers.
#[derive(Clone, Copy)]
pub struct Pieces<'a> {
    registers: &'a [u64],
    ints: u8,
}

impl<'a> Pieces<'a> {
    pub fn of(row: Row, registers: &'a [u64]) -> Pieces<'a> {
        let first = usize::from(row.first);
        let registers = registers.get(first..first + usize::from(row.count)).unwrap_or_default();
        Pieces { registers, ints: row.ints }
    }

    /// How many bytes and characters they have; `None` where one of them is no text.
    fn length(self, heap: &Heap) -> Option<(usize, usize)> {
        let (mut length, mut chars) = (0, 0);
        for (at, bits) in self.registers.iter().enumerate() {
            let (more, more_chars) = if self.is_int(at) {
                let digits = length_of(*bits as i64);
                (digits, digits)
            } else {
                let text = text_of(heap, *bits)?;
                (text.text.len(), text.chars)
            };
            (length, chars) = (length + more, chars + more_chars);
        }
        Some((length, chars))
    }

    fn is_int(self, at: usize) -> bool {
        self.ints >> at & 1 == 1
    }

    fn push_to(self, heap: &Heap, into: &mut String) {
        for (at, bits) in self.registers.iter().enumerate() {
            if self.is_int(at) {
                push_int(into, *bits as i64);
            } else if let Some(text) = text_of(heap, *bits) {
                into.push_str(&text.text);
            }
        }
    }

    /// The text, owned; allocated once and in its length.
    pub fn joined(self, heap: &mut Heap) -> Option<Value> {
        let length = self.length(heap)?;
        Some(self.made(heap, length))
    }

    #[inline]
    fn made(self, heap: &mut Heap, (length, chars): (usize, usize)) -> Value {
        let mut text = String::with_capacity(length);
        self.push_to(heap, &mut text);
        heap.take_text(Text { text: text.into_boxed_str(), chars })
    }

    /// The same, unless it is too long or calls for attention: then there is none.
    pub fn joined_in_peace(self, heap: &mut Heap) -> Option<Value> {
        let length = self.length(heap).filter(|(length, _)| *length <= MAX_TEXT)?;
        let text = self.made(heap, length);
        if heap.wants_attention() {
            heap.drop_value(text);
            return None;
        }
        Some(text)
    }

    /// Appends them to a text, or makes a new one in its place where others have it too.
    pub fn append(self, heap: &mut Heap, text: &mut u64) -> Option<()> {
        let at = reference(*text);
        let before = text_of(heap, *text)?.text.len();
        let has_itself = self.registers.iter().enumerate().any(|(at, bits)| !self.is_int(at) && bits == text);
        let (added, added_chars) = self.length(heap)?;
        if has_itself || before + added > MAX_TEXT {
            return None;
        }
        let is_alone = heap.owners_if_not_watched(at) == Some(1);
        let (mut longer, chars) = match heap.get_mut(at)? {
            Object::Str(old) if is_alone => (std::mem::take(&mut old.text).into_string(), old.chars),
            Object::Str(old) => (old.text.to_string(), old.chars),
            _ => return None,
        };
        longer.reserve_exact(added);
        self.push_to(heap, &mut longer);
        let longer = Text { text: longer.into_boxed_str(), chars: chars + added_chars };
        if !is_alone {
            let Value::Obj(new) = heap.take_text(longer) else { return None };
            heap.drop_object(at);
            *text = new.id();
            return Some(());
        }
        heap.count_growth(longer.text.len() - before);
        if let Some(Object::Str(text)) = heap.get_mut(at) {
            *text = longer;
        }
        Some(())
    }

    /// `list.append` of the text.
    pub fn append_to_list(self, heap: &mut Heap, list: u64) -> Option<()> {
        if !matches!(heap.get(reference(list)), Object::List(_)) {
            return None;
        }
        let text = self.joined_in_peace(heap)?;
        super::access::append_owned(heap, list, text);
        Some(())
    }
}

#[inline(always)]
pub fn text_of(heap: &Heap, bits: u64) -> Option<&Text> {
    match heap.get(reference(bits)) {
        Object::Str(text) => Some(text),
        _ => None,
    }
}
