//! Arithmetic on integers of any size. Knows no heap: numbers in, numbers out.

use super::error::{self, Result};
use crate::bytecode::BinaryOp;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

/// No integer grows beyond this many bits (16 MiB); one that would raises MemoryError.
pub const MAX_BITS: u64 = 1 << 27;

/// A result that Python makes of two integers.
pub enum IntResult {
    Int(BigInt),
    Float(f64),
}

/// Whether CPython has this number at hand, and makes no new one.
#[inline(always)]
pub fn is_at_hand(number: i64) -> bool {
    number.wrapping_add(5) as u64 <= 261
}

/// The operation on 64-bit operands, where the result fits as well and nothing is to be raised.
#[inline(always)]
pub fn fast(op: BinaryOp, left: i64, right: i64) -> Option<i64> {
    use BinaryOp::*;
    match op {
        Add | InplaceAdd => left.checked_add(right),
        Subtract | InplaceSubtract => left.checked_sub(right),
        Multiply | InplaceMultiply => left.checked_mul(right),
        FloorDivide | InplaceFloorDivide => floor_divide(left, right),
        Remainder | InplaceRemainder => remainder(left, right),
        Power | InplacePower if right == 2 => left.checked_mul(left),
        Power | InplacePower => left.checked_pow(u32::try_from(right).ok()?),
        And | InplaceAnd => Some(left & right),
        Or | InplaceOr => Some(left | right),
        Xor | InplaceXor => Some(left ^ right),
        Rshift | InplaceRshift if right >= 0 => Some(left >> right.min(63)),
        Lshift | InplaceLshift => shift_left(left, right),
        _ => None,
    }
}

#[inline(always)]
fn floor_divide(left: i64, right: i64) -> Option<i64> {
    let quotient = left.checked_div(right)?;
    let exact = quotient * right == left;
    Some(if exact || (left < 0) == (right < 0) { quotient } else { quotient - 1 })
}

#[inline(always)]
pub fn remainder(left: i64, right: i64) -> Option<i64> {
    let rest = left.checked_rem(right)?;
    Some(if rest != 0 && (rest < 0) != (right < 0) { rest + right } else { rest })
}

#[inline(always)]
fn shift_left(left: i64, right: i64) -> Option<i64> {
    if !(0..63).contains(&right) {
        return None;
    }
    let shifted = left << right;
    (shifted >> right == left).then_some(shifted)
}

/// The operation in full.
#[cold]
pub fn general(op: BinaryOp, left: &BigInt, right: &BigInt) -> Result<IntResult> {
    use BinaryOp::*;
    let zero = right.is_zero();
    Ok(IntResult::Int(match op.plain() {
        Add => left + right,
        Subtract => left - right,
        Multiply => {
            limit(left.bits() + right.bits())?;
            left * right
        }
        FloorDivide if zero => return Err(error::zero_division_error("integer division or modulo by zero")),
        Remainder if zero => return Err(error::zero_division_error("integer modulo by zero")),
        FloorDivide => left.div_floor(right),
        Remainder => left.mod_floor(right),
        TrueDivide => return true_divide(left, right).map(IntResult::Float),
        Power if right.is_negative() => {
            return super::float::power(to_float(left)?, to_float(right)?).map(IntResult::Float);
        }
        Power => power(left, right)?,
        And => left & right,
        Or => left | right,
        Xor => left ^ right,
        Lshift => shift(left, right, false)?,
        _ => shift(left, right, true)?,
    }))
}

/// How many products of two digits CPython forms, roughly, whose digits have 30 bits: of numbers of `m` and `n` digits m * n,
/// by Karatsuba's method fewer from 70 digits on. What only goes through the digits counts as a quarter of a product for each.
pub fn products(op: BinaryOp, left: &BigInt, right: &BigInt) -> usize {
    let digits = |number: &BigInt| number.bits().div_ceil(30) as usize;
    let (few, many) = (digits(left).min(digits(right)), digits(left).max(digits(right)));
    match op.plain() {
        BinaryOp::Multiply => multiplied(few, many),
        BinaryOp::FloorDivide | BinaryOp::Remainder | BinaryOp::TrueDivide => quotients(digits(left), digits(right)),
        // The last square is as dear as all before it.
        BinaryOp::Power => {
            let bits = usize::try_from(right).unwrap_or(0).saturating_mul(left.bits() as usize);
            let last = bits.div_ceil(60);
            multiplied(last, last).saturating_mul(2)
        }
        _ => many / 4,
    }
}

/// A digit of a quotient takes a division of the machine's, which lasts as long as several products.
fn quotients(dividend: usize, divisor: usize) -> usize {
    const DIVISION: usize = 6;
    let digits = (dividend + 1).saturating_sub(divisor);
    digits.saturating_mul(DIVISION + divisor)
}

fn multiplied(few: usize, many: usize) -> usize {
    const KARATSUBA: usize = 70;
    if few <= KARATSUBA {
        return few.saturating_mul(many);
    }
    let halvings = (few / KARATSUBA).ilog2() + 1;
    let smallest = few >> halvings;
    3usize.saturating_pow(halvings).saturating_mul(smallest * smallest).saturating_mul(many / few)
}

fn limit(bits: u64) -> Result<()> {
    if bits <= MAX_BITS {
        return Ok(());
    }
    // CPython gives no more reason where memory itself would not do.
    if bits > 1 << 36 {
        return Err(error::memory_error(""));
    }
    Err(error::memory_error(format!("the integer would have more than {MAX_BITS} bits")))
}

fn power(base: &BigInt, exponent: &BigInt) -> Result<BigInt> {
    if base.bits() <= 1 {
        let flips = base.is_negative() && exponent.is_even();
        return Ok(if exponent.is_zero() || flips { 1.into() } else { base.clone() });
    }
    let exponent = exponent.to_u32().ok_or_else(|| error::memory_error("the exponent is too large"))?;
    limit((base.bits() - 1).saturating_mul(exponent.into()))?;
    Ok(base.pow(exponent))
}

fn shift(value: &BigInt, by: &BigInt, right: bool) -> Result<BigInt> {
    if by.is_negative() {
        return Err(error::value_error("negative shift count"));
    }
    if value.is_zero() {
        return Ok(BigInt::zero());
    }
    match (right, by.to_u64()) {
        (true, Some(by)) => Ok(value >> by),
        (true, None) => Ok(if value.is_negative() { (-1).into() } else { BigInt::zero() }),
        (false, Some(by)) => {
            limit(value.bits().saturating_add(by))?;
            Ok(value << by)
        }
        (false, None) => Err(error::overflow_error("too many digits in integer")),
    }
}

/// The nearest float, ties to even.
pub fn to_float(value: &BigInt) -> Result<f64> {
    match value.to_f64() {
        Some(float) if float.is_finite() => Ok(float),
        _ => Err(error::overflow_error("int too large to convert to float")),
    }
}

/// The float nearest to the quotient, ties to even, as CPython's `long_true_divide` computes it: a quotient of at least
/// 55 bits with a sticky last bit is rounded by hand, since below the normal range fewer bits count.
pub fn true_divide(left: &BigInt, right: &BigInt) -> Result<f64> {
    if right.is_zero() {
        return Err(error::zero_division_error("division by zero"));
    }
    if left.is_zero() {
        return Ok(0.0);
    }
    let negative = left.is_negative() != right.is_negative();
    let (left, right) = (left.abs(), right.abs());
    let difference = left.bits() as i64 - right.bits() as i64;
    let magnitude = match difference {
        1025.. => f64::INFINITY,
        ..-1076 => 0.0,
        _ => rounded_quotient(&left, &right, difference),
    };
    if magnitude.is_infinite() {
        return Err(error::overflow_error("integer division result too large for a float"));
    }
    Ok(if negative { -magnitude } else { magnitude })
}

fn rounded_quotient(left: &BigInt, right: &BigInt, difference: i64) -> f64 {
    let (mantissa, smallest_exponent) = (i64::from(f64::MANTISSA_DIGITS), i64::from(f64::MIN_EXP));
    let shift = difference.max(smallest_exponent) - mantissa - 2;
    let (quotient, rest) = match shift {
        ..=0 => (left << -shift).div_rem(right),
        _ => left.div_rem(&(right << shift)),
    };
    // At most 56 bits by the choice of the shift.
    let quotient = quotient.to_u64().unwrap_or(u64::MAX);
    let bits = i64::from(u64::BITS - quotient.leading_zeros());
    let extra = bits.max(smallest_exponent - shift) - mantissa;
    let half = 1_u64 << (extra - 1);
    let mut low = quotient | u64::from(!rest.is_zero());
    if low & half != 0 && low & (3 * half - 1) != 0 {
        low += half;
    }
    low &= !(2 * half - 1);
    let (first, second) = (shift / 2, shift - shift / 2);
    low as f64 * power_of_two(first) * power_of_two(second)
}

/// Exact for exponents of normal numbers.
fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits(((exponent + 1023) as u64) << 52)
}
