//! Arithmetic on floats with Python's rules, and their text. Knows no heap.

use super::error::{self, Result};
use crate::bytecode::BinaryOp;

/// The operation where nothing can be raised.
#[inline(always)]
pub fn fast(op: BinaryOp, left: f64, right: f64) -> Option<f64> {
    use BinaryOp::*;
    match op {
        Add | InplaceAdd => Some(left + right),
        Subtract | InplaceSubtract => Some(left - right),
        Multiply | InplaceMultiply => Some(left * right),
        TrueDivide | InplaceTrueDivide if right != 0.0 => Some(left / right),
        _ => None,
    }
}

/// The operation in full; `None` where floats do not have it.
#[cold]
pub fn general(op: BinaryOp, left: f64, right: f64) -> Option<Result<f64>> {
    use BinaryOp::*;
    let divided = |what: &str| Err(error::zero_division_error(what));
    Some(match op.plain() {
        TrueDivide if right == 0.0 => divided("float division by zero"),
        FloorDivide if right == 0.0 => divided("float floor division by zero"),
        Remainder if right == 0.0 => divided("float modulo"),
        FloorDivide => Ok(floor_divide(left, right).0),
        Remainder => Ok(floor_divide(left, right).1),
        Power => power(left, right),
        plain => return fast(plain, left, right).map(Ok),
    })
}

/// Quotient and remainder as CPython's `float_divmod` computes them; the divisor is not zero.
pub fn floor_divide(left: f64, right: f64) -> (f64, f64) {
    let mut rest = left % right;
    let mut quotient = (left - rest) / right;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(right);
    } else if (right < 0.0) != (rest < 0.0) {
        rest += right;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(left / right), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

pub fn power(base: f64, exponent: f64) -> Result<f64> {
    if base == 0.0 && exponent < 0.0 {
        return Err(error::zero_division_error("0.0 cannot be raised to a negative power"));
    }
    if base < 0.0 && base.is_finite() && exponent.is_finite() && exponent.fract() != 0.0 {
        // Who can have complex numbers has asked before.
        return Err(error::value_error("math domain error"));
    }
    let result = base.powf(exponent);
    if result.is_infinite() && base.is_finite() && exponent.is_finite() {
        return Err(error::overflow_error("(34, 'Numerical result out of range')"));
    }
    Ok(result)
}

/// The shortest digits that read back as the same float, as `d.ddde±x`. Of two that are as near, the even one.
fn shortest(value: f64) -> String {
    let text = format!("{value:e}");
    let digits = text.bytes().take_while(|c| *c != b'e').filter(u8::is_ascii_digit).count();
    // With fewer digits nothing lies half way between two that read back.
    if digits < 15 {
        return text;
    }
    let rounded = format!("{value:.*e}", digits - 1);
    if rounded.parse() == Ok(value) { rounded } else { text }
}

/// A mantissa `d.ddd` with the point moved to where the exponent says, and at least one digit on each side of it.
fn placed(mantissa: &str, exponent: i32) -> String {
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    match usize::try_from(exponent + 1) {
        Ok(before @ 1..) if before < digits.len() => format!("{sign}{}.{}", &digits[..before], &digits[before..]),
        Ok(before @ 1..) => format!("{sign}{digits:0<before$}.0"),
        _ => format!("{sign}0.{}{digits}", "0".repeat(exponent.unsigned_abs() as usize - 1)),
    }
}

/// Python's `repr`: the shortest digits that read back as the same float.
pub fn text(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let scientific = shortest(value);
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        return placed(mantissa, exponent);
    }
    format!("{mantissa}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}
