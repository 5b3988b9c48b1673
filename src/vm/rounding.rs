//! `round`: to the nearest, ties to even, as CPython does it.

use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::noted::Note;
use super::numeric::{Number, float_to_int};
use super::value::Value;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::Pow;

/// `round(value)`, or `round(value, digits)`.
pub fn round(heap: &mut Heap, value: Value, digits: Option<i64>) -> Result<Value> {
    match (Number::of(heap, value), digits) {
        (Some(Number::Float(number)), None) => {
            let whole = round_to_int(number)?;
            Ok(heap.new_int(whole))
        }
        (Some(Number::Float(number)), Some(digits)) => {
            // CPython makes the text, and reads it.
            const DIGITS: usize = 14;
            heap.note_many(Note::Conversion, 2);
            heap.note_many(Note::FloatDigit, DIGITS);
            round_float(number, digits).map(Value::float)
        }
        (Some(number), Some(digits)) if digits < 0 => {
            let number = number.to_big().unwrap_or_default().into_owned();
            Ok(heap.new_int(round_int(&number, digits)))
        }
        (Some(Number::Small(number)), _) => Ok(Value::Int(number)),
        (Some(Number::Big(_)), _) => Ok(heap.keep(value)),
        (None, _) => {
            let kind = type_name(heap, value);
            Err(error::type_error(format!("type {kind} doesn't define __round__ method")))
        }
    }
}

fn round_to_int(number: f64) -> Result<BigInt> {
    if number.is_nan() {
        return Err(error::value_error("cannot convert float NaN to integer"));
    }
    if number.is_infinite() {
        return Err(error::overflow_error("cannot convert float infinity to integer"));
    }
    Ok(float_to_int(number.round_ties_even()))
}

/// Rust's formatting rounds the exact value correctly, ties to even, and reading it back gives the nearest float: the
/// way of CPython's `double_round`.
fn round_float(number: f64, digits: i64) -> Result<f64> {
    if !number.is_finite() || digits > 323 {
        return Ok(number);
    }
    if digits < -308 {
        return Ok(0.0_f64.copysign(number));
    }
    let rounded = match usize::try_from(digits) {
        Ok(digits) => format!("{number:.digits$}").parse().unwrap_or(number),
        Err(_) => super::int::to_float(&round_int_of_float(number, digits)).unwrap_or(f64::INFINITY),
    };
    if rounded.is_infinite() {
        return Err(error::overflow_error("rounded value too large to represent"));
    }
    Ok(if rounded == 0.0 { 0.0_f64.copysign(number) } else { rounded })
}

/// A float to tens, hundreds, …; the part after the point decides a tie.
fn round_int_of_float(number: f64, digits: i64) -> BigInt {
    let doubled = float_to_int(number.trunc()) * 2 + if number.fract() == 0.0 { 0 } else { number.signum() as i64 };
    // Twice the number, odd where there is a fraction: no tie that is none.
    round_to_multiple(&doubled, &(BigInt::from(10).pow(digits.unsigned_abs()) * 2)) / 2
}

fn round_int(number: &BigInt, digits: i64) -> BigInt {
    let digits_of_number = number.bits() / 3 + 1;
    if digits.unsigned_abs() > digits_of_number {
        return BigInt::from(0);
    }
    round_to_multiple(number, &BigInt::from(10).pow(digits.unsigned_abs()))
}

fn round_to_multiple(number: &BigInt, unit: &BigInt) -> BigInt {
    let (quotient, rest): (BigInt, BigInt) = number.div_mod_floor(unit);
    let up = match (&rest * 2_u8).cmp(unit) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => quotient.is_odd(),
        std::cmp::Ordering::Greater => true,
    };
    (if up { quotient + 1 } else { quotient }) * unit
}
