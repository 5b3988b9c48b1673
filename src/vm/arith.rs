//! Unary and binary operators: which rule applies to which operands.

use super::class;
use super::complex::{self, Complex};
use super::error::{self, Result};
use super::float;
use super::heap::Heap;
use super::int::{self, IntResult};
use super::kind::type_name;
use super::noted::Note;
use super::numeric::Number;
use super::sequence;
use super::value::{Object, Value};
use crate::bytecode::{BinaryOp, Instr};

/// The common cases, inline in the eval loop: no object, nothing raised.
#[inline(always)]
pub fn fast_binary(op: BinaryOp, left: Value, right: Value) -> Option<Value> {
    match (left, right) {
        (Value::Int(left), Value::Int(right)) => int::fast(op, left, right).map(Value::Int),
        (Value::Float(left), Value::Float(right)) => float::fast(op, left.get(), right.get()).map(Value::float),
        _ => None,
    }
}

/// What a digit of CPython's whole numbers is less than.
const DIGIT: u64 = 1 << 30;

/// Notes what an operation on numbers took beyond its instruction.
#[inline(always)]
pub fn note(heap: &mut Heap, op: BinaryOp, left: Value, right: Value, result: Value) {
    use BinaryOp::{Add, And, FloorDivide, Multiply, Or, Power, Subtract, Xor};
    match (op.plain(), result) {
        (Add | Subtract | Multiply, Value::Float(_)) => heap.note(Note::Float),
        (Add | Subtract, Value::Int(sum)) => heap.note_whole(sum),
        (Multiply, Value::Int(product)) => {
            heap.note_whole(product);
            note_size(heap, left, right);
        }
        (FloorDivide, Value::Int(_)) => note_size(heap, left, right),
        (And | Or | Xor, _) => {
            if let (Value::Int(left), Value::Int(right)) = (left, right) {
                note_digits(heap, left | right);
            }
        }
        (Power, Value::Int(power)) => {
            heap.note_whole(power);
            if let Value::Int(exponent) = right {
                heap.note_many(Note::PowerStep, power_steps(exponent));
            }
            if matches!(right, Value::Int(2)) {
                note_size(heap, left, left);
            }
        }
        _ => {}
    }
}

/// A number of more digits than one of CPython's is not made at hand.
#[inline(always)]
fn note_digits(heap: &mut Heap, number: i64) {
    if is_wide(number) {
        heap.note(Note::Whole);
    }
}

/// Whether the number has more than a digit of CPython's.
#[inline(always)]
pub fn is_wide(number: i64) -> bool {
    number.unsigned_abs() >= DIGIT
}

/// Whether one of the numbers has.
#[inline(always)]
pub fn are_wide(left: i64, right: i64) -> bool {
    left.unsigned_abs() | right.unsigned_abs() >= DIGIT
}

/// A product or quotient of wide numbers.
#[inline(always)]
fn note_size(heap: &mut Heap, left: Value, right: Value) {
    if let (Value::Int(left), Value::Int(right)) = (left, right)
        && are_wide(left, right)
    {
        heap.note(Note::Wide);
    }
}

/// What CPython has instructions of their own for, by the kind of the operands.
fn is_short(op: BinaryOp) -> bool {
    matches!(op.plain(), BinaryOp::Add | BinaryOp::Subtract | BinaryOp::Multiply)
}

/// A result of numbers one of which has more than 64 bits.
fn note_general(heap: &mut Heap, op: BinaryOp, result: Value) {
    match result {
        Value::Int(number) if is_short(op) => heap.note_whole(number),
        _ => heap.note(if is_short(op) { Note::Whole } else { Note::Made }),
    }
}

/// CPython multiplies once or twice for each binary digit of the exponent; so often beyond the second.
pub fn power_steps(exponent: i64) -> usize {
    let digits = u64::BITS - exponent.unsigned_abs().leading_zeros();
    digits.saturating_sub(2) as usize
}

/// `left op right` in full. Borrows both.
#[inline(never)]
pub fn binary(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Result<Value> {
    if is_own(heap, left) || is_own(heap, right) {
        return match own_union(heap, op, left, right)? {
            Some(union) => Ok(union),
            None => Err(error::needs_python()),
        };
    }
    if let Some(result) = on_numbers(heap, op, left, right) {
        return result;
    }
    if let Some(result) = complex::binary(heap, op, left, right) {
        heap.note(Note::Made);
        heap.note_many(Note::Float, usize::from(is_short(op)));
        return result;
    }
    if heap.is_set(left)
        && heap.is_set(right)
        && let Some(result) = super::set_operations::binary(heap, op, left, right)?
    {
        return Ok(result);
    }
    if let Some(result) = super::view_operations::binary(heap, op, left, right)? {
        return Ok(result);
    }
    if op.plain() == BinaryOp::Or && heap.as_dict(left).is_some() && (op.is_in_place() || heap.as_dict(right).is_some())
    {
        return super::dict_methods::union(heap, op, left, right);
    }
    if op.plain() == BinaryOp::Or
        && let Some(union) = super::generic::union(heap, left, right)?
    {
        return Ok(union);
    }
    if op == BinaryOp::InplaceAdd && heap.as_deque(left).is_some() {
        return super::deque::extended(heap, left, right);
    }
    if op == BinaryOp::Add && heap.as_deque(left).is_some() && !is_own(heap, right) {
        return super::deque::joined(heap, left, right);
    }
    match sequence::binary(heap, op, left, right)? {
        Some(value) => Ok(value),
        None => Err(unsupported(heap, op, left, right)),
    }
}

pub fn are_numbers(heap: &Heap, left: Value, right: Value) -> bool {
    [left, right].into_iter().all(|operand| Number::of(heap, operand).is_some())
}

fn on_numbers(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Option<Result<Value>> {
    if let (Value::Bool(left), Value::Bool(right)) = (left, right)
        && let Some(result) = on_booleans(op, left.get(), right.get())
    {
        return Some(Ok(Value::bool(result)));
    }
    let (a, b) = (Number::of(heap, left)?, Number::of(heap, right)?);
    if op.plain() == BinaryOp::MatrixMultiply {
        return None;
    }
    if a.is_float() || b.is_float() {
        let (a, b) = match (a.to_float(), b.to_float()) {
            (Ok(a), Ok(b)) => (a, b),
            (Err(raise), _) | (_, Err(raise)) => return Some(Err(raise)),
        };
        if op.plain() == BinaryOp::Power && complex::is_root_of_negative(a, b) {
            return Some(complex::power(Complex(a, 0.0), Complex(b, 0.0)).map(|root| heap.new_complex(root)));
        }
        heap.note_many(Note::FloatPower, usize::from(op.plain() == BinaryOp::Power));
        heap.note_many(Note::Float, usize::from(is_short(op)));
        return float::general(op, a, b).map(|result| result.map(Value::float));
    }
    if let (Number::Small(a), Number::Small(b)) = (a, b)
        && let Some(result) = on_small(op, a, b)
    {
        note(heap, op, Value::Int(a), Value::Int(b), result);
        return Some(Ok(result));
    }
    let (a, b) = (a.to_big()?, b.to_big()?);
    let products = int::products(op, &a, &b);
    Some(int::general(op, &a, &b).map(|result| {
        heap.note_many(Note::Product, products);
        match result {
            IntResult::Int(number) => {
                let result = heap.new_int(number);
                note_general(heap, op, result);
                result
            }
            IntResult::Float(number) => {
                heap.note(Note::Made);
                Value::float(number)
            }
        }
    }))
}

fn on_booleans(op: BinaryOp, left: bool, right: bool) -> Option<bool> {
    match op.plain() {
        BinaryOp::And => Some(left & right),
        BinaryOp::Or => Some(left | right),
        BinaryOp::Xor => Some(left ^ right),
        _ => None,
    }
}

fn on_small(op: BinaryOp, left: i64, right: i64) -> Option<Value> {
    const EXACT: std::ops::RangeInclusive<i64> = -(1 << 53)..=1 << 53;
    if op.plain() == BinaryOp::TrueDivide && right != 0 && EXACT.contains(&left) && EXACT.contains(&right) {
        return Some(Value::float(left as f64 / right as f64));
    }
    int::fast(op, left, right).map(Value::Int)
}

/// Whether the operation may be a method of the program's.
pub fn is_own(heap: &Heap, value: Value) -> bool {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Instance(_) | Object::Exception(_) => true,
            Object::Class(class) => matches!(class.meta, Value::Obj(_)),
            _ => false,
        },
        _ => false,
    }
}

/// `left | right` of classes whose own metaclasses have no such operator.
fn own_union(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Result<Option<Value>> {
    let has = |value, name| heap.symbols.known(name).is_some_and(|name| class::special(heap, value, name).is_some());
    match op.plain() == BinaryOp::Or && !has(left, "__or__") && !has(right, "__ror__") {
        true => super::generic::union(heap, left, right),
        false => Ok(None),
    }
}

#[cold]
pub fn unsupported(heap: &Heap, op: BinaryOp, left: Value, right: Value) -> Box<error::Raise> {
    let symbol = if op == BinaryOp::Power { "** or pow()" } else { op.symbol() };
    let (left, right) = (type_name(heap, left), type_name(heap, right));
    if op.plain() == BinaryOp::Add && matches!(left, "list" | "tuple" | "str") {
        return error::type_error(format!("can only concatenate {left} (not \"{right}\") to {left}"));
    }
    error::type_error(format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'"))
}

/// `+value`, `-value`, `~value`. Borrows it.
pub fn unary(heap: &mut Heap, instr: Instr, value: Value) -> Result<Value> {
    if is_own(heap, value) {
        return Err(error::needs_python());
    }
    if let Some(number) = complex::of(heap, value) {
        return match instr {
            Instr::UNARY_NEGATIVE => Ok(heap.new_complex(Complex(-number.0, -number.1))),
            Instr::UNARY_POSITIVE => Ok(heap.keep(value)),
            _ => Err(unsupported_unary(heap, instr, value)),
        };
    }
    let result = match (instr, Number::of(heap, value)) {
        (Instr::UNARY_NEGATIVE, Some(Number::Small(number))) if number != i64::MIN => Value::Int(-number),
        (Instr::UNARY_NEGATIVE, Some(Number::Float(number))) => Value::float(-number),
        (Instr::UNARY_POSITIVE, Some(Number::Small(number))) => Value::Int(number),
        (Instr::UNARY_POSITIVE, Some(_)) => heap.keep(value),
        (Instr::UNARY_INVERT, Some(Number::Small(number))) => Value::Int(!number),
        (Instr::UNARY_INVERT, Some(Number::Big(number))) => {
            let inverted = !number;
            heap.new_int(inverted)
        }
        (Instr::UNARY_NEGATIVE, Some(number)) => {
            let negated = -number.to_big().unwrap_or_default().into_owned();
            heap.new_int(negated)
        }
        _ => return Err(unsupported_unary(heap, instr, value)),
    };
    Ok(result)
}

#[cold]
fn unsupported_unary(heap: &Heap, instr: Instr, value: Value) -> Box<error::Raise> {
    let symbol = match instr {
        Instr::UNARY_NEGATIVE => '-',
        Instr::UNARY_POSITIVE => '+',
        _ => '~',
    };
    error::type_error(format!("bad operand type for unary {symbol}: '{}'", type_name(heap, value)))
}
