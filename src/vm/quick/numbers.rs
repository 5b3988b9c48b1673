//! Arithmetic and comparison on numbers that stand in values. `None`: the full rules apply.

use crate::bytecode::{BinaryOp, CompareOp};
use crate::vm::arith::fast_binary;
use crate::vm::value::Value;

macro_rules! operator {
    ($(#[$doc:meta])* $name:ident, $checked:ident, $symbol:tt) => {
        $(#[$doc])*
        #[inline(always)]
        pub fn $name(left: Value, right: Value) -> Option<Value> {
            match (left, right) {
                (Value::Int(left), Value::Int(right)) => left.$checked(right).map(Value::Int),
                (Value::Float(left), Value::Float(right)) => Some(Value::float(left.get() $symbol right.get())),
                _ => None,
            }
        }
    };
}

operator!(add, checked_add, +);
operator!(subtract, checked_sub, -);
operator!(multiply, checked_mul, *);

/// Any operator; an integer beside a float is made a float, as Python does.
#[inline(always)]
pub fn binary(op: BinaryOp, left: Value, right: Value) -> Option<Value> {
    match (left, right) {
        (Value::Int(left), Value::Float(_)) => fast_binary(op, Value::float(left as f64), right),
        (Value::Float(_), Value::Int(right)) => fast_binary(op, left, Value::float(right as f64)),
        (Value::Int(left), Value::Int(right)) if matches!(op, BinaryOp::TrueDivide | BinaryOp::InplaceTrueDivide) => {
            true_divide(left, right)
        }
        _ => fast_binary(op, left, right),
    }
}

/// Where both are exact as floats, their quotient is rounded once, as Python's is.
#[inline(always)]
fn true_divide(left: i64, right: i64) -> Option<Value> {
    const EXACT: std::ops::RangeInclusive<i64> = -(1 << 53)..=1 << 53;
    let is_exact = right != 0 && EXACT.contains(&left) && EXACT.contains(&right);
    is_exact.then(|| Value::float(left as f64 / right as f64))
}

#[inline(always)]
pub fn add_small(left: Value, right: i16) -> Option<Value> {
    match left {
        Value::Int(left) => left.checked_add(i64::from(right)).map(Value::Int),
        Value::Float(left) => Some(Value::float(left.get() + f64::from(right))),
        _ => None,
    }
}

#[inline(always)]
pub fn compare(op: CompareOp, left: Value, right: Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(left), Value::Int(right)) => Some(compare_plain(op, left, right)),
        (Value::Float(left), Value::Float(right)) => Some(compare_plain(op, left.get(), right.get())),
        _ => None,
    }
}

/// By the order that the language has for numbers of one kind.
#[inline(always)]
pub fn compare_plain<T: PartialOrd>(op: CompareOp, left: T, right: T) -> bool {
    match op {
        CompareOp::Lt => left < right,
        CompareOp::Le => left <= right,
        CompareOp::Eq => left == right,
        CompareOp::Ne => left != right,
        CompareOp::Gt => left > right,
        CompareOp::Ge => left >= right,
    }
}

/// Whether a value that stands in itself is true.
#[inline(always)]
pub fn truth(value: Value) -> Option<bool> {
    match value {
        Value::Bool(holds) => Some(holds.get()),
        Value::Int(number) => Some(number != 0),
        Value::Float(number) => Some(number.get() != 0.0),
        Value::None => Some(false),
        _ => None,
    }
}
