//! Fast ways of conditions beyond those of numbers: identity, texts that are equal, what has items.

use super::Branch;
use super::frame::{Flow, Frame};
use crate::bytecode::CompareOp;
use crate::vm::compare::is_identical;
use crate::vm::heap::Heap;
use crate::vm::kind::truth;
use crate::vm::value::{Object, Value};

/// Whether two texts are equal, or are not. What lies on the stack is released.
#[inline(always)]
pub fn compare_texts(frame: &mut Frame, op: CompareOp, a: u8, b: u8) -> Option<bool> {
    let (left, right) = (frame.get(a), frame.get(b));
    let wants = match op {
        CompareOp::Eq => true,
        CompareOp::Ne => false,
        _ => return None,
    };
    let is_equal = are_equal(frame.heap, left, right)?;
    if a >= frame.unit.locals {
        frame.heap.drop_value(left);
    }
    if b >= frame.unit.locals {
        frame.heap.drop_value(right);
    }
    Some(is_equal == wants)
}

#[inline(never)]
fn are_equal(heap: &Heap, left: Value, right: Value) -> Option<bool> {
    let (Value::Obj(one), Value::Obj(other)) = (left, right) else { return None };
    let (Object::Str(first), Object::Str(second)) = (heap.get(one), heap.get(other)) else { return None };
    Some(one == other || first.text == second.text)
}

/// Whether there is anything in a text or collection of a built-in type.
#[inline(never)]
pub fn has_items(heap: &Heap, value: Value) -> Option<bool> {
    let Value::Obj(at) = value else { return None };
    match heap.get(at) {
        Object::List(_) | Object::Dict(_) | Object::Str(_) | Object::Tuple(_) | Object::Deque(_) | Object::Set(..) => {
            truth(heap, value).ok()
        }
        _ => None,
    }
}

/// Jumps by what there is in the top.
#[inline(always)]
pub fn test_top(frame: &mut Frame, branch: Branch) -> Flow {
    let top = frame.get(frame.slot(1));
    match has_items(frame.heap, top) {
        Some(holds) => released(frame, top, branch, holds),
        None => Flow::Plain,
    }
}

/// Whether the two values on the stack are the same.
#[inline(always)]
pub fn is(frame: &mut Frame, invert: bool) -> Flow {
    let (at, right) = (frame.slot(2), frame.get(frame.slot(1)));
    let left = frame.get(at);
    frame.heap.drop_value(right);
    frame.heap.drop_value(left);
    frame.put(at, Value::bool(is_identical(left, right) != invert));
    frame.done()
}

/// Jumps by that.
#[inline(always)]
pub fn is_jump(frame: &mut Frame, branch: Branch) -> Flow {
    let (left, right) = (frame.get(frame.slot(2)), frame.get(frame.slot(1)));
    frame.heap.drop_value(right);
    released(frame, left, branch, is_identical(left, right))
}

/// Jumps by whether the top is None.
#[inline(always)]
pub fn is_none_jump(frame: &mut Frame, branch: Branch) -> Flow {
    let top = frame.get(frame.slot(1));
    released(frame, top, branch, matches!(top, Value::None))
}

/// The value is not needed any more, and the jump is made or not.
#[inline(always)]
fn released(frame: &mut Frame, value: Value, branch: Branch, holds: bool) -> Flow {
    frame.heap.drop_value(value);
    match (holds == branch.wants, frame.heap.wants_attention()) {
        (true, false) => Flow::Jump(branch.to),
        (true, true) => Flow::Finalize(Some(branch.to)),
        (false, false) => Flow::Next,
        (false, true) => Flow::Finalize(None),
    }
}

/// The value of a cell variable, owned; None where it has none.
#[inline(always)]
pub fn cell(frame: &mut Frame, a: u8) -> Option<Value> {
    let Value::Obj(at) = frame.get(a) else { return None };
    match *frame.heap.get(at) {
        Object::Cell(Value::Unbound) => None,
        Object::Cell(value) => Some(frame.heap.keep(value)),
        _ => None,
    }
}
