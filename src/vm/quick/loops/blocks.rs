//! A loop on its way to register code: blocks of operations, and how they follow one another. Knows no instructions.

use super::kinds::State;
use super::ops::Op;
use crate::bytecode::CompareOp;

/// Operations without a jump.
#[derive(Clone, Debug)]
pub struct Block {
    /// The instruction that it begins with.
    pub pc: u16,
    /// What is known at its beginning.
    pub state: State,
    pub ops: Vec<Op>,
    /// What its instructions cost.
    pub cost: u32,
    /// The part of it that is done on the way there.
    pub cost_before: u32,
    pub end: Option<End>,
    /// The loop that it belongs to.
    pub inside: Vec<u16>,
    /// The exit at its beginning, before it is charged for.
    pub before: u16,
}

/// How a block ends.
#[derive(Clone, Copy, Debug)]
pub enum End {
    Jump(Edge),
    /// `then` where the test holds.
    Branch {
        test: Test,
        then: Edge,
        otherwise: Edge,
    },
    /// The next number of the range goes into `item`.
    Next {
        first: u8,
        item: u8,
        body: Edge,
        done: Edge,
    },
    /// The function calls itself, and goes on with the block when that has returned.
    Call {
        site: u16,
        exit: u16,
        /// Whether the argument is a sum that the call makes.
        has_sum: bool,
        then: usize,
    },
    /// The function returns what is in the register.
    Return {
        a: u8,
        releases: bool,
    },
    ReturnSum {
        a: u8,
        b: u8,
        exit: u16,
    },
}

#[derive(Clone, Copy, Debug)]
pub enum Edge {
    Exit(u16),
    Forward(usize),
    /// Back to a block; the exit is taken where somebody waits.
    Back {
        to: usize,
        exit: u16,
    },
}

/// What a branch looks at.
#[derive(Clone, Copy, Debug)]
pub enum Test {
    Int {
        op: CompareOp,
        a: u8,
        b: u8,
    },
    Float {
        op: CompareOp,
        a: u8,
        b: u8,
    },
    /// `a & b`.
    Together {
        a: u8,
        b: u8,
    },
    Register {
        a: u8,
    },
}

/// A way out of the loop: the instruction that comes next, and what is known there.
#[derive(Clone, Debug)]
pub struct Exit {
    pub block: usize,
    /// What the block's instructions up to here cost.
    pub cost: u32,
    pub pc: u16,
    pub state: State,
    pub given_back: GivenBack,
}

/// What a way out gives back of what was charged for its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenBack {
    /// What was not executed.
    Rest,
    /// What was not executed of the block alone: what was charged for dearer ways behind it is given back already.
    RestOfBlock,
    /// The block was not charged for.
    Nothing,
}

impl Test {
    /// The jump that is taken where the test comes out so; it is told later where it leads.
    pub fn jump(self, holds: bool) -> Op {
        let to = 0;
        match self {
            Test::Int { op, a, b } => int_jump(if holds { op } else { opposite(op) }, a, b),
            Test::Float { op, a, b } => float_jump(op, a, b, holds),
            Test::Together { a, b } if holds => Op::JumpIfTogether { a, b, to },
            Test::Together { a, b } => Op::JumpIfApart { a, b, to },
            Test::Register { a } if holds => Op::JumpIfNotZero { a, to },
            Test::Register { a } => Op::JumpIfZero { a, to },
        }
    }

    /// Whether the test looks at the register.
    pub fn reads(self, register: u8) -> bool {
        match self {
            Test::Int { a, b, .. } | Test::Float { a, b, .. } | Test::Together { a, b } => {
                a == register || b == register
            }
            Test::Register { a } => a == register,
        }
    }

    /// The registers `a < b`, if that is what the test is about.
    pub fn less(self) -> Option<(u8, u8)> {
        match self {
            Test::Int { op: CompareOp::Lt, a, b } | Test::Int { op: CompareOp::Gt, a: b, b: a } => Some((a, b)),
            _ => None,
        }
    }
}

fn opposite(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Ge,
        CompareOp::Le => CompareOp::Gt,
        CompareOp::Eq => CompareOp::Ne,
        CompareOp::Ne => CompareOp::Eq,
        CompareOp::Gt => CompareOp::Le,
        CompareOp::Ge => CompareOp::Lt,
    }
}

fn int_jump(op: CompareOp, a: u8, b: u8) -> Op {
    let to = 0;
    match op {
        CompareOp::Lt => Op::JumpLess { a, b, to },
        CompareOp::Le => Op::JumpLessEqual { a, b, to },
        CompareOp::Eq => Op::JumpEqual { a, b, to },
        CompareOp::Ne => Op::JumpNotEqual { a, b, to },
        CompareOp::Gt => Op::JumpLess { a: b, b: a, to },
        CompareOp::Ge => Op::JumpLessEqual { a: b, b: a, to },
    }
}

fn float_jump(op: CompareOp, a: u8, b: u8, holds: bool) -> Op {
    let to = 0;
    match (op, holds) {
        (CompareOp::Gt, _) => float_jump(CompareOp::Lt, b, a, holds),
        (CompareOp::Ge, _) => float_jump(CompareOp::Le, b, a, holds),
        (CompareOp::Lt, true) => Op::JumpLessFloat { a, b, to },
        (CompareOp::Lt, false) => Op::JumpNotLessFloat { a, b, to },
        (CompareOp::Le, true) => Op::JumpLessEqualFloat { a, b, to },
        (CompareOp::Le, false) => Op::JumpNotLessEqualFloat { a, b, to },
        (CompareOp::Eq, true) | (CompareOp::Ne, false) => Op::JumpEqualFloat { a, b, to },
        (CompareOp::Eq, false) | (CompareOp::Ne, true) => Op::JumpNotEqualFloat { a, b, to },
    }
}
