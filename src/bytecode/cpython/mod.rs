//! Code as CPython 3.11 would have it: with its opcodes, inline caches, order of blocks and tables, for `dis` and for what
//! code objects tell. What is said here is never executed.
//!
//! Our instructions are CPython's but for a few, so each becomes one or a few of its opcodes (`lower`, which first puts
//! together what our compiler writes in another way: `idiom`). Then the blocks are treated as CPython's compiler treats
//! them (`flow`), and written with offsets (`assemble`).

mod assemble;
mod draft;
mod flow;
mod idiom;
mod lower;
mod opcode;

pub use opcode::Opcode;

use super::{Code, Const, Flavor};
use flow::Flow;
use lower::Lowered;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a code object of CPython 3.11 has.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Two bytes a unit.
    pub units: Vec<u8>,
    /// The source line of each unit, where it has one.
    pub lines: Vec<Option<u32>>,
    /// Of each instruction of ours the last unit that it became, without its caches; of some nothing is left.
    pub places: BTreeMap<usize, u32>,
    pub consts: Vec<Constant>,
    pub names: Vec<Arc<str>>,
    /// Local variables, the parameters first.
    pub varnames: Vec<Arc<str>>,
    pub cellvars: Vec<Arc<str>>,
    pub freevars: Vec<Arc<str>>,
    /// Rows of start, end (excluding), target, in units; depth, and whether the place of the raise is kept.
    pub exceptions: Vec<(u32, u32, u32, u32, bool)>,
    pub first_line: u32,
    pub stack_size: u32,
    pub flags: u32,
}

/// A constant as CPython has it.
#[derive(Clone, Debug)]
pub enum Constant {
    Of(Const),
    FrozenSet(Vec<Const>),
}

impl PartialEq for Constant {
    fn eq(&self, other: &Constant) -> bool {
        match (self, other) {
            (Constant::Of(one), Constant::Of(other)) => one.is_same(other),
            (Constant::FrozenSet(one), Constant::FrozenSet(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.is_same(other))
            }
            _ => false,
        }
    }
}

impl Listing {
    /// Where an instruction of ours stands, in bytes.
    pub fn offset_of(&self, instr: usize) -> u32 {
        self.places.range(..=instr).next_back().map_or(0, |(_, unit)| unit * 2)
    }

    /// The rows as CPython packs them: six bits a byte, the highest first.
    pub fn exception_table(&self) -> Vec<u8> {
        let mut table = Vec::new();
        for (start, end, target, depth, keeps_place) in &self.exceptions {
            let numbers = [*start, end - start, *target, depth << 1 | u32::from(*keeps_place)];
            for (at, number) in numbers.into_iter().enumerate() {
                let begins = if at == 0 { 0x80 } else { 0 };
                let pieces = (number.max(1).ilog2()) / 6;
                for piece in (0..=pieces).rev() {
                    let more = if piece > 0 { 0x40 } else { 0 };
                    let first = if piece == pieces { begins } else { 0 };
                    table.push((number >> (6 * piece)) as u8 & 0x3f | more | first);
                }
            }
        }
        table
    }
}

pub fn listing(code: &Code) -> Listing {
    let Lowered { pieces, tables } = lower::lower(code);
    let mut flow = Flow::of(pieces, tables.first_line);
    flow.optimize();
    let mut listing = tables.listing(code);
    assemble::assemble(&flow, &mut listing);
    listing
}

/// The bits that say what kind of code it is, as CPython has them.
fn flags(code: &Code) -> u32 {
    let kind = match code.flavor {
        Flavor::Function => 0,
        Flavor::Generator => 0x20,
        Flavor::Coroutine => 0x80,
        Flavor::AsyncGenerator => 0x200,
    };
    // Optimized, with variables of its own.
    let of_function = if code.name == "<module>" || code.is_class_body() { 0 } else { 3 };
    let is_nested = code.qualname.contains("<locals>");
    of_function
        | u32::from(is_nested) << 4
        | u32::from(code.parameters.rest) << 2
        | u32::from(code.parameters.keywords) << 3
        | kind
}
