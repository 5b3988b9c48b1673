//! Arithmetic and comparison in register code: which operation is right for the kinds of the operands.

use super::blocks::Test;
use super::compile::{Compiler, Then};
use super::kinds::{Kind, Place};
use super::ops::Op;
use crate::bytecode::{BinaryOp, CompareOp};
use crate::vm::value::Value;

/// An operand: its register, kind, and value where it is a constant.
type Operand = (u8, Kind, Option<Value>);

impl Compiler<'_> {
    /// A number from the stack; a truth is one.
    pub fn number(&mut self) -> Option<(Kind, u8)> {
        match self.pop_value()? {
            (at, Kind::Int | Kind::Bool, _) => Some((Kind::Int, at)),
            (at, Kind::Float, _) => Some((Kind::Float, at)),
            _ => None,
        }
    }

    /// A register that is zero where the top is false.
    pub fn truth(&mut self) -> Option<u8> {
        match self.number()? {
            (Kind::Float, a) => {
                let to = self.fresh(1)?;
                self.here.ops.push(Op::TestFloat(a, to));
                Some(to)
            }
            (_, a) => Some(a),
        }
    }

    pub fn negate(&mut self) -> Option<()> {
        match self.number()? {
            (Kind::Float, a) => self.result(Kind::Float, |to| Op::NegateFloat { a, to }),
            (_, a) => {
                let exit = self.exit()?;
                self.result(Kind::Int, |to| Op::NegateInt { a, to, exit })
            }
        }
    }

    pub fn binary(&mut self, op: BinaryOp) -> Option<()> {
        let (right, left) = (self.pop_value()?, self.pop_value()?);
        match (left.1, right.1) {
            (Kind::Wide, Kind::Int | Kind::Bool) => self.wide(op, left.0, right.0),
            (Kind::Int | Kind::Bool, Kind::Wide) if op.plain() == BinaryOp::Add => self.wide(op, right.0, left.0),
            (Kind::Wide | Kind::Object, _) | (_, Kind::Wide | Kind::Object) => None,
            (Kind::Float, _) | (_, Kind::Float) => {
                let (left, right) = (self.float(left)?, self.float(right)?);
                self.floats(op, left, right)
            }
            (one, other) => self.ints(op, left.0, right.0, one == Kind::Bool && other == Kind::Bool),
        }?;
        self.spend_on(op, [left.1, right.1])
    }

    /// What an operator takes beyond its instruction, where the kinds of its operands tell.
    fn spend_on(&mut self, op: BinaryOp, kinds: [Kind; 2]) -> Option<()> {
        use BinaryOp::{Add, Multiply, Power, Subtract};
        let extras = self.unit().loops.extras;
        match op.plain() {
            Power if kinds.contains(&Kind::Float) => self.spend(extras.float_power),
            Add | Subtract | Multiply if kinds.contains(&Kind::Float) => self.spend(extras.float),
            Add | Subtract | Multiply | Power => self.spend(extras.whole),
            _ => Some(()),
        }
    }

    /// The operand as a float.
    fn float(&mut self, (a, kind, sample): Operand) -> Option<u8> {
        if kind == Kind::Float {
            return Some(a);
        }
        if let Some(Value::Int(number)) = sample.filter(|_| self.is_constant(a)) {
            return self.constant((number as f64).to_bits());
        }
        let to = self.fresh(1)?;
        self.here.ops.push(Op::ToFloat { a, to });
        Some(to)
    }

    pub fn is_constant(&self, register: u8) -> bool {
        self.constants.iter().any(|(constant, _)| *constant == register)
    }

    fn ints(&mut self, op: BinaryOp, a: u8, b: u8, are_truths: bool) -> Option<()> {
        use BinaryOp::{Add, And, MatrixMultiply, Multiply, Or, Power, Remainder, Subtract, TrueDivide, Xor};
        let kind = if are_truths && matches!(op.plain(), And | Or | Xor) { Kind::Bool } else { Kind::Int };
        let plain = op.plain();
        let is_square = plain == Power && self.constants.contains(&(b, 2));
        if let And | Or | Xor = plain {
            return self.result(kind, |to| match plain {
                And => Op::AndInt { a, b, to },
                Or => Op::OrInt { a, b, to },
                _ => Op::XorInt { a, b, to },
            });
        }
        if plain == Add
            && let Some((Op::MultiplyInt { a, b, exit, .. }, c)) = self.product(a, b)
        {
            self.here.ops.pop();
            return self.result(kind, |to| Op::MultiplyAddInt { a, b, c, to, exit });
        }
        let exit = self.exit()?;
        match plain {
            MatrixMultiply => None,
            TrueDivide => self.result(Kind::Float, |to| Op::Divide { a, b, to, exit }),
            Add => self.result(kind, |to| Op::AddInt { a, b, to, exit }),
            Subtract => self.result(kind, |to| Op::SubtractInt { a, b, to, exit }),
            Multiply => self.result(kind, |to| Op::MultiplyInt { a, b, to, exit }),
            Power if is_square => self.result(kind, |to| Op::MultiplyInt { a, b: a, to, exit }),
            Remainder => self.result(kind, |to| Op::RemainderInt { a, b, to, exit }),
            _ => self.result(kind, |to| Op::Int { op: plain, a, b, to, exit }),
        }
    }

    /// The operation before, if its result is one of these operands and nobody else's, and the other operand.
    fn product(&mut self, a: u8, b: u8) -> Option<(Op, u8)> {
        let mut last = *self.here.ops.last()?;
        let to = *last.result()?;
        let other = if to == a { b } else { a };
        let is_temporary =
            usize::from(to) >= self.here.state.slots.len() && usize::from(to) < self.here.before.slots.len();
        (a != b && (to == a || to == b) && is_temporary && !self.here.state.uses(to, None)).then_some((last, other))
    }

    fn floats(&mut self, op: BinaryOp, a: u8, b: u8) -> Option<()> {
        use BinaryOp::{Add, FloorDivide, Multiply, Power, Remainder, Subtract, TrueDivide};
        let op = op.plain();
        match (op, self.product(a, b)) {
            (Add, Some((Op::MultiplyFloat { a, b, .. }, c))) => {
                self.here.ops.pop();
                return self.result(Kind::Float, |to| Op::MultiplyAddFloat { a, b, c, to });
            }
            (Subtract, Some((Op::MultiplyFloat { a: one, b: other, to: product }, c))) if product == b => {
                self.here.ops.pop();
                return self.result(Kind::Float, |to| Op::MultiplySubtractFloat { a: one, b: other, c, to });
            }
            _ => {}
        }
        match op {
            Add => self.result(Kind::Float, |to| Op::AddFloat { a, b, to }),
            Subtract => self.result(Kind::Float, |to| Op::SubtractFloat { a, b, to }),
            Multiply => self.result(Kind::Float, |to| Op::MultiplyFloat { a, b, to }),
            TrueDivide => {
                let exit = self.exit()?;
                self.result(Kind::Float, |to| Op::DivideFloat { a, b, to, exit })
            }
            FloorDivide | Remainder | Power => {
                let exit = self.exit()?;
                self.result(Kind::Float, |to| Op::Float { op, a, b, to, exit })
            }
            _ => None,
        }
    }

    /// A number of two registers, and an integer.
    fn wide(&mut self, op: BinaryOp, a: u8, b: u8) -> Option<()> {
        if op.plain() == BinaryOp::Add
            && let Some((Op::MultiplyInt { a: one, b: other, exit, to }, _)) = self.product(b, a)
            && to == b
        {
            self.here.ops.pop();
            return self.wide_result(|to| Op::MultiplyAddWide { a: one, b: other, c: a, to, exit });
        }
        let exit = self.exit()?;
        match op.plain() {
            BinaryOp::Add => self.wide_result(|to| Op::AddWide { a, b, to, exit }),
            BinaryOp::Subtract => self.wide_result(|to| Op::SubtractWide { a, b, to, exit }),
            _ => None,
        }
    }

    /// A comparison, and the jump by it where one follows.
    pub fn compare(&mut self, op: CompareOp) -> Option<Then> {
        let test = self.comparison(op)?;
        if self.jump_test(1).is_some() {
            return self.branch(test, 2);
        }
        match test {
            Test::Float { op, a, b } => self.result(Kind::Bool, |to| Op::CompareFloat { op, a, b, to })?,
            Test::Int { op, a, b } => self.result(Kind::Bool, |to| Op::CompareInt { op, a, b, to })?,
            _ => return None,
        }
        Some(Then::Next(1))
    }

    fn comparison(&mut self, op: CompareOp) -> Option<Test> {
        let (right, left) = (self.pop()?, self.pop()?);
        let operand = |place: Place, sample| match place {
            Place::Register { at, kind, owned: false } => Some((at, kind, sample)),
            _ => None,
        };
        let (left, right) = (operand(left.place, left.sample)?, operand(right.place, right.sample)?);
        match (left.1, right.1) {
            (Kind::Wide | Kind::Object, _) | (_, Kind::Wide | Kind::Object) => None,
            (Kind::Float, _) | (_, Kind::Float) => {
                let (a, b) = (self.comparable(left)?, self.comparable(right)?);
                Some(Test::Float { op, a, b })
            }
            _ => Some(Test::Int { op, a: left.0, b: right.0 }),
        }
    }

    /// The operand as a float that is just as large.
    fn comparable(&mut self, (a, kind, sample): Operand) -> Option<u8> {
        if kind == Kind::Float {
            return Some(a);
        }
        if let Some(Value::Int(number)) = sample.filter(|_| self.is_constant(a)) {
            return self.constant(super::access::exactly(number)?.to_bits());
        }
        let (to, exit) = (self.fresh(1)?, self.exit()?);
        self.here.ops.push(Op::ToFloatExactly { a, to, exit });
        Some(to)
    }
}
