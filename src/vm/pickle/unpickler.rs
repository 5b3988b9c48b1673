//! From a pickle to values: what is built in is made here, for anything else Python is asked.

use super::opcodes::*;
use super::reader::{Read, Reader, wrong};
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::value::Value;
use std::collections::HashMap;

/// A pickle that is being read.
#[derive(Clone, Debug, Default)]
pub struct Unpickler {
    pub(super) reader: Reader,
    /// What has been made and not yet put anywhere. Owned.
    pub(super) stack: Vec<Value>,
    /// How high the stack was at each mark.
    pub(super) marks: Vec<usize>,
    /// Owned.
    pub(super) memo: HashMap<u64, Value>,
}

/// What Python must do. Values in it are owned.
#[derive(Clone, Debug)]
pub enum Need {
    /// The object of this name in this module.
    Find(Value, Value),
    /// A call with a tuple of arguments.
    Call(Value, Value),
    /// `class.__new__(class, *arguments)`.
    New(Value, Value),
    /// The same with keywords.
    NewWithKeywords(Value, Value, Value),
    /// An object's state is to be set; the object stays on the stack.
    Build(Value, Value),
    /// A list's items are to be appended to what is no list.
    Extend(Value, Value),
    /// Keys and values, in turn, are to be set in what is no dict.
    Update(Value, Value),
    /// A list's items are to be added to what is no set.
    Add(Value, Value),
    /// What the program knows by this identifier.
    Identified(Value),
}

/// What an opcode led to.
pub enum Progress {
    On,
    Need(Need),
    Done(Value),
}

impl Unpickler {
    pub fn new(bytes: &[u8], at: usize) -> Unpickler {
        Unpickler { reader: Reader::new(bytes, at), ..Unpickler::default() }
    }

    /// Goes on until the object is there or Python must do something.
    pub fn run(&mut self, heap: &mut Heap) -> Read<Progress> {
        loop {
            let opcode = self.reader.opcode()?;
            match self.execute(heap, opcode)? {
                Progress::On => {}
                other => return Ok(other),
            }
        }
    }

    fn execute(&mut self, heap: &mut Heap, opcode: u8) -> Read<Progress> {
        match opcode {
            STOP => return self.pop().map(Progress::Done),
            PROTO => self.protocol()?,
            FRAME => {
                let length = self.reader.number(8)?;
                self.reader.check(length)?;
            }
            MARK => self.marks.push(self.stack.len()),
            POP => self.discard(heap)?,
            POP_MARK => {
                let items = self.pop_marked()?;
                heap.drop_all(items);
            }
            DUP => {
                let top = self.top()?;
                self.stack.push(heap.keep(top));
            }
            GET | BINGET | LONG_BINGET => self.recall(heap, opcode)?,
            PUT | BINPUT | LONG_BINPUT | MEMOIZE => self.memoize(heap, opcode)?,
            _ => return self.make(heap, opcode),
        }
        Ok(Progress::On)
    }

    fn protocol(&mut self) -> Read<()> {
        match self.reader.number(1)? {
            0..=5 => Ok(()),
            other => wrong(format!("unsupported pickle protocol: {other}")),
        }
    }

    /// The lowest place that may be taken off.
    fn fence(&self) -> usize {
        self.marks.last().copied().unwrap_or(0)
    }

    pub(super) fn pop(&mut self) -> Read<Value> {
        self.pop_many().map(|[value]| value)
    }

    /// The last values, the last of them last; all of them or none.
    pub(super) fn pop_many<const N: usize>(&mut self) -> Read<[Value; N]> {
        if self.stack.len() < self.fence() + N {
            return wrong(if self.marks.is_empty() { "unpickling stack underflow" } else { "unexpected MARK found" });
        }
        let mut values = [Value::None; N];
        values.copy_from_slice(&self.stack[self.stack.len() - N..]);
        self.stack.truncate(self.stack.len() - N);
        Ok(values)
    }

    /// Borrowed.
    pub(super) fn top(&self) -> Read<Value> {
        match self.stack.len() > self.fence() {
            true => Ok(self.stack[self.stack.len() - 1]),
            false => wrong("unpickling stack underflow"),
        }
    }

    /// What lies above the last mark.
    pub(super) fn pop_marked(&mut self) -> Read<Vec<Value>> {
        match self.marks.pop() {
            Some(mark) => Ok(self.stack.split_off(mark.min(self.stack.len()))),
            None => wrong("could not find MARK"),
        }
    }

    /// Takes an object off, or a mark that has nothing above it.
    fn discard(&mut self, heap: &mut Heap) -> Read<()> {
        if self.marks.last() == Some(&self.stack.len()) {
            self.marks.pop();
            return Ok(());
        }
        let value = self.pop()?;
        heap.drop_value(value);
        Ok(())
    }

    fn place(&mut self, opcode: u8) -> Read<u64> {
        match opcode {
            BINGET | BINPUT => self.reader.number(1),
            LONG_BINGET | LONG_BINPUT => self.reader.number(4),
            MEMOIZE => Ok(self.memo.len() as u64),
            _ => {
                let line = self.reader.text_line()?;
                line.trim().parse().or_else(|_| wrong(format!("invalid literal for int() with base 10: '{line}'")))
            }
        }
    }

    fn recall(&mut self, heap: &mut Heap, opcode: u8) -> Read<()> {
        let place = self.place(opcode)?;
        match self.memo.get(&place) {
            Some(value) => {
                heap.note(Note::Item);
                self.stack.push(heap.keep(*value));
                Ok(())
            }
            None => wrong(format!("Memo value not found at index {place}")),
        }
    }

    fn memoize(&mut self, heap: &mut Heap, opcode: u8) -> Read<()> {
        let place = self.place(opcode)?;
        let value = heap.keep(self.top()?);
        heap.note(Note::Entry);
        let old = self.memo.insert(place, value);
        heap.drop_all(old);
        Ok(())
    }

    /// What it owns.
    pub fn for_each_value(&self, visit: impl FnMut(Value)) {
        self.stack.iter().chain(self.memo.values()).copied().for_each(visit);
    }
}
