//! The module `math`: functions of real numbers. What needs integers of any size is in `whole`, what goes over many
//! numbers in `many`, the gamma functions in `gamma`.

pub mod gamma;
pub mod many;
pub mod whole;

use crate::vm::arguments::Arguments;
use crate::vm::arith;
use crate::vm::class;
use crate::vm::error::{self, Raise, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::type_name;
use crate::vm::numeric::{Number, float_to_int};
use crate::vm::value::Value;
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

/// The argument as a float.
pub(super) fn real(heap: &Heap, value: Value) -> Result<f64> {
    match Number::of(heap, value) {
        Some(number) => number.to_float(),
        None => Err(error::type_error(format!("must be real number, not {}", type_name(heap, value)))),
    }
}

#[cold]
fn domain() -> Box<Raise> {
    error::value_error("math domain error")
}

#[cold]
fn range() -> Box<Raise> {
    error::overflow_error("math range error")
}

/// A function of one number. `grows`: whether an infinite result means that the true one is too large, rather than that
/// there is none.
fn of_one(heap: &Heap, arguments: Arguments, grows: bool, function: fn(f64) -> f64) -> Result<Value> {
    let number = real(heap, arguments.only(1, 1)?[0])?;
    let result = function(number);
    if result.is_nan() && !number.is_nan() {
        return Err(domain());
    }
    if result.is_infinite() && number.is_finite() {
        return Err(if grows { range() } else { domain() });
    }
    Ok(Value::float(result))
}

macro_rules! of_one {
    ($($name:ident $grows:literal $function:expr;)+) => {
        $(pub fn $name(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
            of_one(heap, arguments, $grows, $function)
        })+
    };
}

of_one! {
    cbrt false f64::cbrt;
    erf false libm::erf;
    erfc false libm::erfc;
    acos false f64::acos;
    acosh false acosh_of;
    asin false f64::asin;
    asinh false asinh_of;
    atan false f64::atan;
    atanh false libm::atanh;
    cos false f64::cos;
    cosh true f64::cosh;
    degrees true |x| x * (180.0 / std::f64::consts::PI);
    exp true f64::exp;
    exp2 true f64::exp2;
    expm1 true f64::exp_m1;
    fabs false f64::abs;
    log1p false f64::ln_1p;
    radians false |x| x * (std::f64::consts::PI / 180.0);
    sin false f64::sin;
    sinh true f64::sinh;
    sqrt false f64::sqrt;
    tan false f64::tan;
    tanh false f64::tanh;
}

/// As C libraries do it, by their own logarithms, so that the last digit is theirs.
fn acosh_of(x: f64) -> f64 {
    match x {
        x if x > 268_435_456.0 => x.ln() + std::f64::consts::LN_2,
        x if x > 2.0 => (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln(),
        x => {
            let t = x - 1.0;
            (t + (2.0 * t + t * t).sqrt()).ln_1p()
        }
    }
}

/// The same.
fn asinh_of(x: f64) -> f64 {
    let size = x.abs();
    let result = match size {
        size if size < 3.725_290_298_461_914e-9 || size.is_nan() => return x,
        size if size > 268_435_456.0 => size.ln() + std::f64::consts::LN_2,
        size if size > 2.0 => (2.0 * size + 1.0 / ((x * x + 1.0).sqrt() + size)).ln(),
        size => {
            let square = x * x;
            (size + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
        }
    };
    result.copysign(x)
}

/// Two numbers.
fn pair(heap: &Heap, arguments: Arguments) -> Result<(f64, f64)> {
    let given = arguments.only(2, 2)?;
    Ok((real(heap, given[0])?, real(heap, given[1])?))
}

/// Whether a function of two numbers is not defined there.
fn has_none(result: f64, left: f64, right: f64) -> bool {
    result.is_nan() && !left.is_nan() && !right.is_nan()
}

pub fn atan2(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let (y, x) = pair(heap, arguments)?;
    Ok(Value::float(y.atan2(x)))
}

pub fn copysign(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let (size, sign) = pair(heap, arguments)?;
    Ok(Value::float(size.copysign(sign)))
}

pub fn fmod(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let (left, right) = pair(heap, arguments)?;
    if has_none(left % right, left, right) {
        return Err(domain());
    }
    Ok(Value::float(left % right))
}

pub fn remainder(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let (left, right) = pair(heap, arguments)?;
    let result = libm::remainder(left, right);
    if has_none(result, left, right) {
        return Err(domain());
    }
    Ok(Value::float(result))
}

pub fn pow(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let (base, exponent) = pair(heap, arguments)?;
    let result = base.powf(exponent);
    if base.is_finite() && exponent.is_finite() {
        if result.is_nan() || base == 0.0 && result.is_infinite() {
            return Err(domain());
        }
        if result.is_infinite() {
            return Err(range());
        }
    }
    Ok(Value::float(result))
}

/// The logarithm by a function on floats, of integers beyond them too.
fn logarithm(heap: &Heap, value: Value, function: fn(f64) -> f64) -> Result<f64> {
    match Number::of(heap, value) {
        Some(Number::Big(number)) => {
            if number.sign() == num_bigint::Sign::Minus {
                return Err(domain());
            }
            if let Ok(number) = Number::Big(number).to_float() {
                return Ok(function(number));
            }
            // As mantissa from 0.5 to 1 and exponent: of 64 bits the last stands for all that are left out.
            let rest = number.bits() - 64;
            let inexact = number.trailing_zeros().is_some_and(|zeros| zeros < rest);
            let mantissa = (number >> rest).to_u64().unwrap_or(u64::MAX) | u64::from(inexact);
            let mantissa = libm::ldexp(mantissa as f64, -64);
            Ok(function(mantissa) + function(2.0) * number.bits() as f64)
        }
        _ => {
            let number = real(heap, value)?;
            if number <= 0.0 {
                return Err(domain());
            }
            Ok(function(number))
        }
    }
}

pub fn log(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 2)?;
    let number = logarithm(heap, given[0], f64::ln)?;
    let Some(base) = given.get(1) else { return Ok(Value::float(number)) };
    let base = logarithm(heap, *base, f64::ln)?;
    if base == 0.0 {
        return Err(error::zero_division_error("float division by zero"));
    }
    Ok(Value::float(number / base))
}

pub fn log2(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    logarithm(heap, arguments.only(1, 1)?[0], f64::log2).map(Value::float)
}

pub fn log10(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    logarithm(heap, arguments.only(1, 1)?[0], f64::log10).map(Value::float)
}

/// A whole number near the argument, as an int. A class that is derived from float or int may have the method.
fn rounded(heap: &mut Heap, arguments: Arguments, method: &str, round: fn(f64) -> f64) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    if matches!(value, Value::Obj(_)) {
        let method = heap.symbols.of(method);
        if class::special(heap, value, method).is_some() {
            return Err(error::needs_python());
        }
    }
    match Number::of(heap, value) {
        Some(Number::Float(number)) if number.is_nan() => {
            Err(error::value_error("cannot convert float NaN to integer"))
        }
        Some(Number::Float(number)) if number.is_infinite() => {
            Err(error::overflow_error("cannot convert float infinity to integer"))
        }
        Some(Number::Float(number)) => {
            let whole = float_to_int(round(number));
            Ok(heap.new_int(whole))
        }
        Some(Number::Small(number)) => Ok(Value::Int(number)),
        Some(Number::Big(_)) => Ok(heap.keep(value)),
        None if arith::is_own(heap, value) => Err(error::needs_python()),
        None => Err(error::type_error(format!("must be real number, not {}", type_name(heap, value)))),
    }
}

pub fn floor(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    rounded(heap, arguments, "__floor__", f64::floor)
}

pub fn ceil(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    rounded(heap, arguments, "__ceil__", f64::ceil)
}

pub fn trunc(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    rounded(heap, arguments, "__trunc__", f64::trunc)
}

pub fn modf(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let number = real(heap, arguments.only(1, 1)?[0])?;
    let (whole, rest) = if number.is_infinite() { (number, 0.0) } else { (number.trunc(), number.fract()) };
    Ok(heap.take_tuple([Value::float(rest.copysign(number)), Value::float(whole)]))
}

pub fn frexp(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let number = real(heap, arguments.only(1, 1)?[0])?;
    let (mantissa, exponent) = if number.is_finite() { libm::frexp(number) } else { (number, 0) };
    Ok(heap.take_tuple([Value::float(mantissa), Value::Int(exponent.into())]))
}

pub fn ldexp(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let number = real(heap, given[0])?;
    let exponent = match Number::of(heap, given[1]) {
        Some(Number::Float(_)) | None => {
            return Err(error::type_error("Expected an int as second argument to ldexp."));
        }
        Some(whole) => crate::vm::numeric::clamped(whole).unwrap_or(0).clamp(-100_000, 100_000),
    };
    let result = libm::ldexp(number, exponent as i32);
    if result.is_infinite() && number.is_finite() {
        return Err(range());
    }
    Ok(Value::float(result))
}

/// A question about one number.
fn asks(heap: &Heap, arguments: Arguments, holds: fn(f64) -> bool) -> Result<Value> {
    real(heap, arguments.only(1, 1)?[0]).map(|number| Value::bool(holds(number)))
}

pub fn isfinite(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    asks(heap, arguments, f64::is_finite)
}

pub fn isinf(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    asks(heap, arguments, f64::is_infinite)
}

pub fn isnan(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    asks(heap, arguments, f64::is_nan)
}

pub fn isclose(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let known = ["rel_tol", "abs_tol"];
    let option = |name: &str, default| match arguments.keyword(name, &known)? {
        Some(value) => real(heap, value),
        None => Ok(default),
    };
    let (relative, absolute) = (option("rel_tol", 1e-9)?, option("abs_tol", 0.0)?);
    let given = arguments.count(2, 2)?;
    let (a, b) = (real(heap, given[0])?, real(heap, given[1])?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(error::value_error("tolerances must be non-negative"));
    }
    let difference = (b - a).abs();
    let near = difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute;
    Ok(Value::bool(a == b || a.is_finite() && b.is_finite() && near))
}

pub fn nextafter(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let (from, towards) = pair(heap, arguments)?;
    Ok(Value::float(libm::nextafter(from, towards)))
}

pub fn ulp(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let number = real(heap, arguments.only(1, 1)?[0])?.abs();
    Ok(Value::float(match number {
        n if n.is_nan() || n.is_infinite() => n,
        n if n == f64::MAX => n - n.next_down(),
        n => n.next_up() - n,
    }))
}

/// Whether the integer is negative.
fn is_negative(number: &BigInt) -> bool {
    *number < BigInt::zero()
}
