//! Complex numbers: arithmetic as C's that CPython uses (`Objects/complexobject.c`), and their text. Knows nothing of the
//! module `cmath`, which is Python.

use super::arguments::Arguments;
use super::error::{self, Raise, Result};
use super::float;
use super::heap::Heap;
use super::kind::type_name;
use super::numeric::Number;
use super::value::{Object, Value};
use crate::bytecode::BinaryOp;

/// Real and imaginary part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Complex(pub f64, pub f64);

const ONE: Complex = Complex(1.0, 0.0);

/// The value, if it is a complex number and no other.
pub fn of(heap: &Heap, value: Value) -> Option<Complex> {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Complex(real, imaginary) => Some(Complex(*real, *imaginary)),
            Object::Instance(instance) => of(heap, instance.base),
            _ => None,
        },
        _ => None,
    }
}

/// The value, if it is a number of any kind.
fn any(heap: &Heap, value: Value) -> Option<Result<Complex>> {
    if let Some(number) = of(heap, value) {
        return Some(Ok(number));
    }
    Number::of(heap, value).map(|number| number.to_float().map(|real| Complex(real, 0.0)))
}

impl Complex {
    fn times(self, other: Complex) -> Complex {
        Complex(self.0 * other.0 - self.1 * other.1, self.0 * other.1 + self.1 * other.0)
    }

    /// None where the divisor is zero. Scaled by its larger part, so that nothing overflows on the way.
    fn over(self, by: Complex) -> Option<Complex> {
        if by.0.abs() >= by.1.abs() {
            if by.0.abs() == 0.0 {
                return None;
            }
            let ratio = by.1 / by.0;
            let whole = by.0 + by.1 * ratio;
            return Some(Complex((self.0 + self.1 * ratio) / whole, (self.1 - self.0 * ratio) / whole));
        }
        if by.1.abs() >= by.0.abs() {
            let ratio = by.0 / by.1;
            let whole = by.0 * ratio + by.1;
            return Some(Complex((self.0 * ratio + self.1) / whole, (self.1 * ratio - self.0) / whole));
        }
        Some(Complex(f64::NAN, f64::NAN))
    }

    /// `self ** exponent`; None for zero to a power that is negative or complex.
    fn power(self, exponent: Complex) -> Option<Complex> {
        if exponent.1 == 0.0 && exponent.0 == exponent.0.floor() && exponent.0.abs() <= 100.0 {
            let count = exponent.0 as i32;
            let raised = self.multiplied(count.unsigned_abs());
            return if count > 0 { Some(raised) } else { ONE.over(raised) };
        }
        if self == Complex(0.0, 0.0) {
            return (exponent.1 == 0.0 && exponent.0 >= 0.0).then_some(self);
        }
        let size = libm::hypot(self.0, self.1);
        let angle = libm::atan2(self.1, self.0);
        let (mut length, mut phase) = (size.powf(exponent.0), angle * exponent.0);
        if exponent.1 != 0.0 {
            length /= (angle * exponent.1).exp();
            phase += exponent.1 * size.ln();
        }
        Some(Complex(length * phase.cos(), length * phase.sin()))
    }

    /// To a whole power, by squaring.
    fn multiplied(self, count: u32) -> Complex {
        let (mut result, mut square, mut mask) = (ONE, self, 1);
        while mask > 0 && count >= mask {
            if count & mask != 0 {
                result = result.times(square);
            }
            mask <<= 1;
            square = square.times(square);
        }
        result
    }

    fn is_infinite(self) -> bool {
        self.0.is_infinite() || self.1.is_infinite()
    }

    fn is_finite(self) -> bool {
        self.0.is_finite() && self.1.is_finite()
    }
}

/// `left ** right` in full.
pub fn power(left: Complex, right: Complex) -> Result<Complex> {
    let Some(raised) = left.power(right) else {
        return Err(error::zero_division_error("0.0 to a negative or complex power"));
    };
    match raised.is_infinite() && left.is_finite() && right.is_finite() {
        true => Err(error::overflow_error("complex exponentiation")),
        false => Ok(raised),
    }
}

/// A float to a power that leads out of the real numbers: negative, and to a part of a whole.
pub fn is_root_of_negative(base: f64, exponent: f64) -> bool {
    base < 0.0 && base.is_finite() && exponent.is_finite() && exponent.fract() != 0.0
}

impl Heap {
    pub fn new_complex(&mut self, number: Complex) -> Value {
        self.take_object(Object::Complex(number.0, number.1))
    }
}

/// `left op right` where one is complex and the other a number. None where it is not, or complex numbers do not have the
/// operation.
pub fn binary(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Option<Result<Value>> {
    if of(heap, left).is_none() && of(heap, right).is_none() {
        return None;
    }
    let (left, right) = match (any(heap, left)?, any(heap, right)?) {
        (Ok(left), Ok(right)) => (left, right),
        (Err(raise), _) | (_, Err(raise)) => return Some(Err(raise)),
    };
    let result = match op.plain() {
        BinaryOp::Add => Ok(Complex(left.0 + right.0, left.1 + right.1)),
        BinaryOp::Subtract => Ok(Complex(left.0 - right.0, left.1 - right.1)),
        BinaryOp::Multiply => Ok(left.times(right)),
        BinaryOp::TrueDivide => left.over(right).ok_or_else(|| error::zero_division_error("complex division by zero")),
        BinaryOp::Power => power(left, right),
        _ => return None,
    };
    Some(result.map(|number| heap.new_complex(number)))
}

/// Whether the two are equal, where one is complex and the other a number.
pub fn equal(heap: &Heap, left: Value, right: Value) -> Option<bool> {
    match (of(heap, left), of(heap, right)) {
        (None, None) => None,
        (Some(left), Some(right)) => Some(left == right),
        (Some(number), None) => equals_real(number, Number::of(heap, right)?),
        (None, Some(number)) => equals_real(number, Number::of(heap, left)?),
    }
}

fn equals_real(number: Complex, real: Number) -> Option<bool> {
    Some(number.1 == 0.0 && Number::Float(number.0).order(real) == Some(std::cmp::Ordering::Equal))
}

/// CPython's hash, so that a number has the same whatever kind it is of.
pub fn hash(number: Complex) -> i64 {
    let part = super::hashes::float_hash;
    let sum = part(number.0).wrapping_add(part(number.1).wrapping_mul(1_000_003));
    if sum == -1 { -2 } else { sum }
}

/// `abs(value)`.
pub fn size(number: Complex) -> Result<f64> {
    let size = libm::hypot(number.0, number.1);
    match size.is_infinite() && number.is_finite() {
        true => Err(error::overflow_error("absolute value too large")),
        false => Ok(size),
    }
}

/// A part as `repr` shows it: without `.0`.
fn part_text(part: f64) -> String {
    let text = float::text(part);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// `repr(value)`.
pub fn text(number: Complex) -> String {
    if number.0 == 0.0 && number.0.is_sign_positive() {
        return part_text(number.1) + "j";
    }
    let sign = if number.1.is_nan() || number.1.is_sign_positive() { "+" } else { "" };
    format!("({}{sign}{}j)", part_text(number.0), part_text(number.1))
}

/// Both parts as a text of `part`, which gets whether the sign is always to be shown, and whether brackets stand around.
pub fn joined(number: Complex, is_plain: bool, part: impl Fn(f64, bool) -> Result<String>) -> Result<String> {
    if is_plain && number.0 == 0.0 && number.0.is_sign_positive() {
        return Ok(part(number.1, false)? + "j");
    }
    let both = format!("{}{}j", part(number.0, false)?, part(number.1, true)?);
    Ok(if is_plain { format!("({both})") } else { both })
}

pub fn conjugate(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let number = of(heap, receiver).unwrap_or(Complex(0.0, 0.0));
    Ok(heap.new_complex(Complex(number.0, -number.1)))
}

/// `complex(…)`.
pub fn new(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [first, second] = arguments.of(["real", "imag"], 0, 2)?;
    if let Some(text) = first.and_then(|first| heap.as_str(first)) {
        if second.is_some() {
            return Err(error::type_error("complex() can't take second arg if first is a string"));
        }
        let read = read(&super::text_kinds::ascii_digits(&text.text));
        return read.map(|number| heap.new_complex(number)).ok_or_else(malformed);
    }
    if let (Some(first), None) = (first, second)
        && of(heap, first).is_some()
        && heap.as_instance(first).is_none()
    {
        return Ok(heap.keep(first));
    }
    if second.is_some_and(|second| heap.as_str(second).is_some()) {
        return Err(error::type_error("complex() second arg can't be a string"));
    }
    let real = argument(heap, first, "first argument must be a string or a number")?;
    let Some(second) = second else { return Ok(heap.new_complex(real)) };
    let imaginary = argument(heap, Some(second), "second argument must be a number")?;
    // Only parts that are there are added: a zero would change the sign of another.
    let is_complex = |value: Option<Value>| value.is_some_and(|value| of(heap, value).is_some());
    let real_part = if is_complex(Some(second)) { real.0 - imaginary.1 } else { real.0 };
    let imaginary_part = if is_complex(first) { imaginary.0 + real.1 } else { imaginary.0 };
    Ok(heap.new_complex(Complex(real_part, imaginary_part)))
}

fn argument(heap: &Heap, value: Option<Value>, wanted: &str) -> Result<Complex> {
    let Some(value) = value else { return Ok(Complex(0.0, 0.0)) };
    match any(heap, value) {
        Some(number) => number,
        None if super::arith::is_own(heap, value) => Err(error::needs_python()),
        None => Err(error::type_error(format!("complex() {wanted}, not '{}'", type_name(heap, value)))),
    }
}

#[cold]
fn malformed() -> Box<Raise> {
    error::value_error("complex() arg is a malformed string")
}

/// A text as `complex` reads it: `1+2j`, in brackets or not.
fn read(text: &str) -> Option<Complex> {
    let text = text.trim();
    let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text).trim();
    let Some(all) = text.strip_suffix(['j', 'J']) else {
        return Some(Complex(super::convert::parse_float(text)?, 0.0));
    };
    // The sign between the parts is the last that belongs to no exponent.
    let is_between = |at: usize| at > 0 && !matches!(all.as_bytes()[at - 1], b'e' | b'E');
    let between = all.rmatch_indices(['+', '-']).map(|(at, _)| at).find(|at| is_between(*at));
    let (real, imaginary) = all.split_at(between.unwrap_or(0));
    let imaginary = match imaginary {
        "" | "+" => 1.0,
        "-" => -1.0,
        digits => unspaced(digits)?,
    };
    let real = if real.is_empty() { 0.0 } else { unspaced(real)? };
    Some(Complex(real, imaginary))
}

fn unspaced(text: &str) -> Option<f64> {
    if text.contains(char::is_whitespace) { None } else { super::convert::parse_float(text) }
}
