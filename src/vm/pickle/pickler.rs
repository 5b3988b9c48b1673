//! From values to a pickle: what is built in is written here, for anything else Python is asked.

use super::atoms;
use super::memo::Memo;
use super::opcodes::*;
use super::output::Output;
use super::step::{Source, Step, Style};
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::value::{Object, Value};

/// Deeper nesting is refused, as by CPython with its usual limit of recursion.
const MAX_DEPTH: usize = 990;

/// A pickle in the making.
#[derive(Clone, Debug, Default)]
pub struct Pickler {
    pub(super) protocol: u8,
    /// Whether the program is asked at each object for an identifier of its own.
    pub(super) asks: bool,
    pub(super) out: Output,
    pub(super) memo: Memo,
    /// The last is done first.
    pub(super) steps: Vec<Step>,
    depth: usize,
}

/// What only Python knows of an object.
#[derive(Debug)]
pub enum Wanted {
    /// How to take it apart. Owned.
    Reduction(Value),
    /// Its identifier. Owned.
    Id(Value),
}

impl Pickler {
    pub fn new(protocol: u8, asks: bool) -> Pickler {
        Pickler { protocol, asks, ..Pickler::default() }
    }

    /// Begins with a whole object. Takes it.
    pub fn begin(&mut self, value: Value) {
        if self.protocol >= 2 {
            self.out.put(&[PROTO, self.protocol]);
        }
        self.out.begin(self.protocol >= 4);
        self.depth = 0;
        self.steps.extend([Step::Write(STOP), Step::Save(value)]);
    }

    /// Goes on until all is done or Python is to be asked.
    pub fn run(&mut self, heap: &mut Heap) -> Result<Option<Wanted>> {
        while let Some(step) = self.steps.pop() {
            let wanted = match step {
                Step::Save(value) if self.asks => Some(Wanted::Id(value)),
                Step::Save(value) | Step::SaveAsked(value) => self.save(heap, value)?,
                Step::Items(items) => {
                    self.items(heap, items)?;
                    None
                }
                other => {
                    self.small_step(heap, other);
                    None
                }
            };
            if wanted.is_some() {
                return Ok(wanted);
            }
        }
        Ok(None)
    }

    fn small_step(&mut self, heap: &mut Heap, step: Step) {
        match step {
            Step::Write(opcode) => self.out.put(&[opcode]),
            Step::Memoize(value) => self.memoize(heap, value),
            Step::Made(value) => match self.memo.number(heap, value) {
                Some(number) => {
                    self.out.put(&[POP]);
                    self.get(heap, number);
                    heap.drop_value(value);
                }
                None => self.memoize(heap, value),
            },
            Step::TupleEnd(value) => self.tuple_end(heap, value),
            Step::FrozenEnd(value) => match self.memo.number(heap, value) {
                Some(number) => {
                    self.out.put(&[POP_MARK]);
                    self.get(heap, number);
                    heap.drop_value(value);
                }
                None => {
                    self.out.put(&[FROZENSET]);
                    self.memoize(heap, value);
                }
            },
            Step::Up => self.depth -= 1,
            Step::Save(_) | Step::SaveAsked(_) | Step::Items(_) => {}
        }
    }

    /// Writes a number or a constant; says whether it was one.
    pub(super) fn atom(&mut self, heap: &Heap, value: Value) -> bool {
        let (out, protocol) = (&mut self.out, self.protocol);
        match value {
            Value::None => out.put(&[NONE]),
            Value::Bool(holds) => atoms::bool(out, protocol, holds.get()),
            Value::Int(number) => atoms::int(out, protocol, number),
            Value::Float(number) => atoms::float(out, protocol, number.get()),
            Value::Obj(at) => match heap.get(at) {
                Object::BigInt(number) => atoms::big(out, protocol, number),
                _ => return false,
            },
            _ => return false,
        }
        true
    }

    /// Writes an object, or begins to. Takes it.
    fn save(&mut self, heap: &mut Heap, value: Value) -> Result<Option<Wanted>> {
        self.out.boundary();
        if self.atom(heap, value) {
            heap.drop_value(value);
            return Ok(None);
        }
        if let Some(number) = self.memo.number(heap, value) {
            self.get(heap, number);
            heap.drop_value(value);
            return Ok(None);
        }
        if self.data(heap, value) {
            return Ok(None);
        }
        if self.depth >= MAX_DEPTH {
            heap.drop_value(value);
            return Err(error::recursion_error("maximum recursion depth exceeded while pickling an object"));
        }
        self.depth += 1;
        self.steps.push(Step::Up);
        if self.container(heap, value) { Ok(None) } else { Ok(Some(Wanted::Reduction(value))) }
    }

    /// A text or byte string. Says whether it was one; then it takes it.
    fn data(&mut self, heap: &mut Heap, value: Value) -> bool {
        let Value::Obj(at) = value else { return false };
        match heap.get(at) {
            Object::Str(text) => atoms::text(&mut self.out, self.protocol, &text.text),
            Object::Bytes(bytes) if self.protocol >= 3 => atoms::bytes(&mut self.out, bytes),
            Object::Bytearray(bytes) if self.protocol >= 5 => atoms::bytearray(&mut self.out, bytes),
            _ => return false,
        }
        self.memoize(heap, value);
        true
    }

    /// Begins a container. Says whether it was one; then it takes it.
    fn container(&mut self, heap: &mut Heap, value: Value) -> bool {
        let Value::Obj(at) = value else { return false };
        match heap.get(at) {
            Object::List(items) => {
                let size = items.len();
                self.open(heap, value, [EMPTY_LIST, LIST], Source::List, size);
            }
            Object::Dict(table) => {
                let size = table.len();
                self.open(heap, value, [EMPTY_DICT, DICT], Source::Dict, size);
            }
            Object::Set(table, false) if self.protocol >= 4 => {
                let size = table.len();
                self.open(heap, value, [EMPTY_SET, EMPTY_SET], Source::Set, size);
            }
            Object::Set(table, true) if self.protocol >= 4 => {
                let size = table.len();
                self.out.put(&[MARK]);
                self.steps.push(Step::FrozenEnd(value));
                self.push_items(heap, value, Source::Frozen, Style::Exact, size);
            }
            Object::Tuple(items) => {
                let items = items.to_vec();
                self.tuple(heap, value, &items);
            }
            _ => return false,
        }
        true
    }

    /// An empty container that has a number already when its items come.
    fn open(&mut self, heap: &mut Heap, value: Value, [binary, text]: [u8; 2], source: Source, size: usize) {
        match self.protocol {
            0 => self.out.put(&[MARK, text]),
            _ => self.out.put(&[binary]),
        }
        heap.keep(value);
        self.memoize(heap, value);
        let style = if self.protocol == 0 { Style::Single } else { Style::Exact };
        if size > 0 {
            self.push_items(heap, value, source, style, size);
        }
        heap.drop_value(value);
    }

    fn tuple(&mut self, heap: &mut Heap, tuple: Value, items: &[Value]) {
        if items.is_empty() {
            self.out.put(if self.protocol == 0 { &[MARK, TUPLE] } else { &[EMPTY_TUPLE] });
            return heap.drop_value(tuple);
        }
        if items.len() > 3 || self.protocol < 2 {
            self.out.put(&[MARK]);
        }
        self.steps.push(Step::TupleEnd(tuple));
        for item in items.iter().rev() {
            self.steps.push(Step::Save(heap.keep(*item)));
        }
    }

    /// All items lie on the stack of who reads it.
    fn tuple_end(&mut self, heap: &mut Heap, tuple: Value) {
        let length = heap.as_tuple(tuple).map_or(0, <[Value]>::len);
        let is_short = (1..=3).contains(&length) && self.protocol >= 2;
        if let Some(number) = self.memo.number(heap, tuple) {
            // It contains itself, and has come into being meanwhile.
            match (is_short, self.protocol) {
                (true, _) => self.out.put(&[POP; 3][..length]),
                (false, 0) => self.out.put(&vec![POP; length + 1]),
                (false, _) => self.out.put(&[POP_MARK]),
            }
            self.get(heap, number);
            return heap.drop_value(tuple);
        }
        self.out.put(&[match (is_short, length) {
            (true, 1) => TUPLE1,
            (true, 2) => TUPLE2,
            (true, _) => TUPLE3,
            _ => TUPLE,
        }]);
        self.memoize(heap, tuple);
    }

    /// Takes the object.
    pub(super) fn memoize(&mut self, heap: &mut Heap, value: Value) {
        heap.note(Note::Entry);
        let number = self.memo.take(heap, value);
        match (self.protocol, u8::try_from(number)) {
            (4.., _) => self.out.put(&[MEMOIZE]),
            (0, _) => self.out.put(format!("p{number}\n").as_bytes()),
            (_, Ok(small)) => self.out.put(&[BINPUT, small]),
            _ => {
                self.out.put(&[LONG_BINPUT]);
                self.out.put(&number.to_le_bytes());
            }
        }
    }

    pub(super) fn get(&mut self, heap: &mut Heap, number: u32) {
        heap.note(Note::Item);
        match (self.protocol, u8::try_from(number)) {
            (0, _) => self.out.put(format!("g{number}\n").as_bytes()),
            (_, Ok(small)) => self.out.put(&[BINGET, small]),
            _ => {
                self.out.put(&[LONG_BINGET]);
                self.out.put(&number.to_le_bytes());
            }
        }
    }

    /// What it owns.
    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        self.memo.kept.iter().copied().for_each(&mut visit);
        self.steps.iter().for_each(|step| step.for_each_value(&mut visit));
    }
}
