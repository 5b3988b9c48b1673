//! A value seen as a number: the common ground of arithmetic, comparison and conversion.

use super::error::Result;
use super::heap::Heap;
use super::int;
use super::value::{Object, Value};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use std::borrow::Cow;
use std::cmp::Ordering;

/// A number; booleans are integers.
#[derive(Clone, Copy, Debug)]
pub enum Number<'a> {
    Small(i64),
    Big(&'a BigInt),
    Float(f64),
}

impl<'a> Number<'a> {
    pub fn of(heap: &'a Heap, value: Value) -> Option<Number<'a>> {
        match value {
            Value::Bool(holds) => Some(Number::Small(holds.get().into())),
            Value::Int(number) => Some(Number::Small(number)),
            Value::Float(number) => Some(Number::Float(number.get())),
            Value::Obj(at) => match heap.get(at) {
                Object::BigInt(number) => Some(Number::Big(number)),
                Object::Instance(instance) => Number::of(heap, instance.base),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn is_float(self) -> bool {
        matches!(self, Number::Float(_))
    }

    pub fn to_float(self) -> Result<f64> {
        match self {
            Number::Small(number) => Ok(number as f64),
            Number::Big(number) => int::to_float(number),
            Number::Float(number) => Ok(number),
        }
    }

    /// The integer; `None` for a float.
    pub fn to_big(self) -> Option<Cow<'a, BigInt>> {
        match self {
            Number::Small(number) => Some(Cow::Owned(number.into())),
            Number::Big(number) => Some(Cow::Borrowed(number)),
            Number::Float(_) => None,
        }
    }

    /// The exact order, without rounding; `None` with NaN.
    pub fn order(self, other: Number) -> Option<Ordering> {
        match (self, other) {
            (Number::Small(a), Number::Small(b)) => Some(a.cmp(&b)),
            (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
            (Number::Float(a), b) => order_with_float(b, a).map(Ordering::reverse),
            (a, Number::Float(b)) => order_with_float(a, b),
            (a, b) => Some(a.to_big()?.cmp(&b.to_big()?)),
        }
    }
}

fn order_with_float(integer: Number, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let floor = float.floor();
    let whole = float_to_int(floor);
    let order = integer.to_big()?.as_ref().cmp(&whole);
    Some(if order == Ordering::Equal && floor < float { Ordering::Less } else { order })
}

/// The integer part of a finite float.
pub fn float_to_int(float: f64) -> BigInt {
    num_traits::FromPrimitive::from_f64(float).unwrap_or_default()
}

/// The value as an index: an integer that fits 64 bits, or one cut to the nearest that does.
pub fn clamped(number: Number) -> Option<i64> {
    match number {
        Number::Small(number) => Some(number),
        Number::Big(number) => {
            Some(number.to_i64().unwrap_or(if *number < BigInt::from(0) { i64::MIN } else { i64::MAX }))
        }
        Number::Float(_) => None,
    }
}
