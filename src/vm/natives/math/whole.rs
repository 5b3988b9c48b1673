//! The functions of `math` on integers of any size.

use super::is_negative;
use crate::vm::arguments::{Arguments, not_an_integer};
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::int::MAX_BITS;
use crate::vm::kind::type_name;
use crate::vm::noted::Note;
use crate::vm::numeric::Number;
use crate::vm::value::Value;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

fn integer(heap: &Heap, value: Value) -> Result<BigInt> {
    Number::of(heap, value)
        .and_then(Number::to_big)
        .map(std::borrow::Cow::into_owned)
        .ok_or_else(|| not_an_integer(heap, value))
}

pub fn gcd(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let mut all = BigInt::zero();
    for value in arguments.only(0, usize::MAX)? {
        all = all.gcd(&integer(heap, *value)?);
    }
    Ok(heap.new_int(all))
}

pub fn lcm(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let mut all = BigInt::one();
    for value in arguments.only(0, usize::MAX)? {
        let value = integer(heap, *value)?;
        all = if value.is_zero() { value } else { all.lcm(&value) };
    }
    Ok(heap.new_int(all.abs()))
}

pub fn isqrt(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let number = integer(heap, arguments.only(1, 1)?[0])?;
    if is_negative(&number) {
        return Err(error::value_error("isqrt() argument must be nonnegative"));
    }
    Ok(heap.new_int(number.sqrt()))
}

pub fn factorial(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let number = integer(heap, value)?;
    if is_negative(&number) {
        return Err(error::value_error("factorial() not defined for negative values"));
    }
    let Some(number) = number.to_u64().filter(|number| *number <= i64::MAX as u64) else {
        return Err(error::overflow_error("factorial() argument should not exceed 9223372036854775807"));
    };
    // By Stirling's formula; the result would not be kept anyway.
    if number as f64 * (number as f64).max(3.0).log2() > 2.0 * MAX_BITS as f64 {
        return Err(error::memory_error(""));
    }
    let product = product(1, number);
    // CPython multiplies small factors one after the other, and halves of like size.
    let digits = product.bits().div_ceil(30) as usize;
    heap.note_many(Note::Product, 5 * number as usize + digits.saturating_mul(digits) / 3 * 2);
    Ok(heap.new_int(product))
}

/// The product of the integers from `first` to `last`, halves first, so that the factors stay of like size.
fn product(first: u64, last: u64) -> BigInt {
    match last.wrapping_sub(first) {
        _ if last < first => BigInt::one(),
        0 => first.into(),
        1..=7 => (first..=last).fold(BigInt::one(), |all, next| all * next),
        distance => {
            let middle = first + distance / 2;
            product(first, middle) * product(middle + 1, last)
        }
    }
}

/// `n` and `k`, both not negative.
fn two(heap: &Heap, values: &[Value]) -> Result<(BigInt, BigInt)> {
    let (n, k) = (integer(heap, values[0])?, integer(heap, values[1])?);
    for (name, number) in [("n", &n), ("k", &k)] {
        if is_negative(number) {
            return Err(error::value_error(format!("{name} must be a non-negative integer")));
        }
    }
    Ok((n, k))
}

pub fn comb(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let (n, k) = two(heap, arguments.only(2, 2)?)?;
    if k > n {
        return Ok(Value::Int(0));
    }
    let k = k.clone().min(&n - k);
    let k = factors(&n, &k, "min(n - k, k)")?;
    let mut result = BigInt::one();
    for at in 0..k {
        result = result * (&n - at) / (at + 1);
    }
    Ok(heap.new_int(result))
}

pub fn perm(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 2)?;
    let [n, k] = given else { return factorial(heap, Arguments { positional: &given[..1], ..arguments }) };
    if let Value::None = k {
        return factorial(heap, Arguments { positional: &[*n], ..arguments });
    }
    let (n, k) = two(heap, given)?;
    if k > n {
        return Ok(Value::Int(0));
    }
    let k = factors(&n, &k, "k")?;
    let result = (0..k).fold(BigInt::one(), |all, at| all * (&n - at));
    Ok(heap.new_int(result))
}

/// How many factors there are, where the result is not too large to be kept.
fn factors(n: &BigInt, k: &BigInt, what: &str) -> Result<u64> {
    let Some(count) = k.to_u64() else {
        return Err(error::overflow_error(format!("{what} must not exceed 18446744073709551615")));
    };
    match n.bits().saturating_mul(count) {
        bits if bits > 8 * MAX_BITS => Err(error::memory_error("")),
        _ => Ok(count),
    }
}

/// What `sum` and `math.prod` say of a value that is no number.
pub(super) fn no_number(heap: &Heap, value: Value) -> Box<error::Raise> {
    error::type_error(format!("must be real number, not {}", type_name(heap, value)))
}
