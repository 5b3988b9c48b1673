//! Results that are numbers, with notes of what they took.

use super::frame::{Flow, Frame};
use super::numbers::{self, multiply};
use crate::bytecode::BinaryOp;
use crate::vm::Pulse;
use crate::vm::arith;
use crate::vm::noted::Note;
use crate::vm::value::Value;

/// Notes that a number was made, where one was and somebody wants to know.
#[inline(always)]
pub fn made<P: Pulse>(frame: &mut Frame, result: Option<Value>) -> Option<Value> {
    if P::WANTS_NOTED {
        match result {
            Some(Value::Int(number)) => frame.heap.note_whole(number),
            Some(Value::Float(_)) => frame.heap.note(Note::Float),
            _ => {}
        }
    }
    result
}

/// Any operator of numbers, with notes of what it took.
#[inline(always)]
pub fn operated<P: Pulse>(frame: &mut Frame, op: BinaryOp, left: Value, right: Value) -> Option<Value> {
    let result = numbers::binary(op, left, right)?;
    if P::WANTS_NOTED {
        arith::note(frame.heap, op, left, right, result);
    }
    Some(result)
}

#[inline(always)]
pub fn multiplied<P: Pulse>(frame: &mut Frame, a: u8, b: u8) -> Option<Value> {
    let (left, right) = (frame.get(a), frame.get(b));
    let product = multiply(left, right)?;
    if P::WANTS_NOTED {
        arith::note(frame.heap, BinaryOp::Multiply, left, right, product);
    }
    Some(product)
}

#[inline(always)]
pub fn push_made<P: Pulse>(frame: &mut Frame, to: u8, result: Option<Value>) -> Flow {
    let result = made::<P>(frame, result);
    frame.pushed(to, result)
}

#[inline(always)]
pub fn store_made<P: Pulse>(frame: &mut Frame, to: u8, result: Option<Value>) -> Flow {
    let result = made::<P>(frame, result);
    frame.stored(to, result)
}
