//! The methods of numbers: sizes and bytes of integers, parts of floats.

use super::arguments::{Arguments, size};
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::{truth, type_name};
use super::numeric::{Number, float_to_int};
use super::value::Value;
use super::{bytes, iter};
use num_bigint::{BigInt, Sign};
use num_traits::{Signed, Zero};

fn integer(heap: &Heap, value: Value) -> BigInt {
    Number::of(heap, value).and_then(Number::to_big).map(std::borrow::Cow::into_owned).unwrap_or_default()
}

fn float(heap: &Heap, value: Value) -> f64 {
    Number::of(heap, value).and_then(|number| number.to_float().ok()).unwrap_or_default()
}

pub fn bit_length(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(Value::Int(integer(heap, receiver).bits() as i64))
}

pub fn bit_count(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(Value::Int(integer(heap, receiver).magnitude().count_ones() as i64))
}

/// The number itself, as an integer: `conjugate`, `__index__`, `__int__`.
pub fn itself(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(match receiver {
        Value::Bool(holds) => Value::Int(i64::from(holds.get())),
        other => heap.keep(other),
    })
}

pub fn int_ratio(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let number = itself(heap, receiver, arguments)?;
    Ok(heap.take_tuple([number, Value::Int(1)]))
}

/// Whether the byte order is little-endian.
fn is_little(heap: &Heap, order: Option<Value>) -> Result<bool> {
    match order.map(|order| heap.as_str(order).map(|text| &*text.text)) {
        None | Some(Some("big")) => Ok(false),
        Some(Some("little")) => Ok(true),
        Some(_) => Err(error::value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn is_signed(heap: &Heap, signed: Option<Value>) -> Result<bool> {
    signed.map_or(Ok(false), |signed| truth(heap, signed))
}

pub fn to_bytes(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let [length, order, signed] = arguments.of(["length", "byteorder", "signed"], 0, 2)?;
    arguments.text(heap, "byteorder", order)?;
    let length = length.map_or(Ok(1), |length| size(heap, length))?;
    let length = usize::try_from(length).map_err(|_| error::value_error("length argument must be non-negative"))?;
    let (little, signed) = (is_little(heap, order)?, is_signed(heap, signed)?);
    let number = integer(heap, receiver);
    if number.is_negative() && !signed {
        return Err(error::overflow_error("can't convert negative int to unsigned"));
    }
    if length > super::sequence::MAX_TEXT {
        return Err(error::memory_error(""));
    }
    let filler = if number.is_negative() { 0xff } else { 0 };
    let mut made = if number.is_zero() {
        Vec::new()
    } else if signed {
        number.to_signed_bytes_le()
    } else {
        number.magnitude().to_bytes_le()
    };
    if made.len() > length {
        return Err(error::overflow_error("int too big to convert"));
    }
    made.resize(length, filler);
    if !little {
        made.reverse();
    }
    Ok(heap.new_bytes(made))
}

/// `int.from_bytes`; the receiver is the class.
pub fn from_bytes(heap: &mut Heap, _: Value, arguments: Arguments) -> Result<Value> {
    let [source, order, signed] = arguments.of(["bytes", "byteorder", "signed"], 1, 2)?;
    arguments.text(heap, "byteorder", order)?;
    let source = source.unwrap_or(Value::None);
    let (little, signed) = (is_little(heap, order)?, is_signed(heap, signed)?);
    if heap.as_str(source).is_some() || iter::is_not_iterable(heap, source) {
        let kind = type_name(heap, source);
        return Err(error::type_error(format!("cannot convert '{kind}' object to bytes")));
    }
    let source = match heap.as_bytes(source) {
        Some(bytes) => bytes.to_vec(),
        None => bytes::from_iterable(heap, source, "bytes")?,
    };
    let number = match (little, signed) {
        (true, true) => BigInt::from_signed_bytes_le(&source),
        (false, true) => BigInt::from_signed_bytes_be(&source),
        (true, false) => BigInt::from_bytes_le(Sign::Plus, &source),
        (false, false) => BigInt::from_bytes_be(Sign::Plus, &source),
    };
    Ok(heap.new_int(number))
}

pub fn is_integer(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let number = float(heap, receiver);
    Ok(Value::bool(number.is_finite() && number.fract() == 0.0))
}

pub fn float_ratio(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let number = float(heap, receiver);
    if number.is_nan() {
        return Err(error::value_error("cannot convert NaN to integer ratio"));
    }
    if number.is_infinite() {
        return Err(error::overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (mut top, mut bottom) = (number, BigInt::from(1));
    while top.fract() != 0.0 {
        top *= 2.0;
        bottom *= 2;
    }
    let top = heap.new_int(float_to_int(top));
    let bottom = heap.new_int(bottom);
    Ok(heap.take_tuple([top, bottom]))
}

/// `1.5.hex()`: `0x1.8000000000000p+0`.
pub fn float_hex(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let number = float(heap, receiver);
    if !number.is_finite() {
        let text = super::float::text(number);
        return Ok(heap.new_str(text));
    }
    let sign = if number.is_sign_negative() { "-" } else { "" };
    let bits = number.to_bits();
    let (exponent, fraction) = ((bits >> 52 & 0x7ff) as i64, bits & ((1 << 52) - 1));
    let (lead, exponent) = match (exponent, fraction) {
        (0, 0) => return Ok(heap.new_str(format!("{sign}0x0.0p+0"))),
        (0, _) => (0, -1022),
        (exponent, _) => (1, exponent - 1023),
    };
    Ok(heap.new_str(format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")))
}

/// `float.fromhex('0x1.8p+0')`; the receiver is the class.
pub fn float_from_hex(heap: &mut Heap, _: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 1)?[0];
    let Some(text) = heap.as_str(given) else {
        return Err(error::type_error(format!("fromhex() argument must be str, not {}", type_name(heap, given))));
    };
    let invalid = || error::value_error("invalid hexadecimal floating-point string");
    let number = read_hex(text.text.trim()).ok_or_else(invalid)?;
    match number.is_infinite() && text.text.contains(|c: char| c.is_ascii_digit()) {
        true => Err(error::overflow_error("hexadecimal value too large to represent as a float")),
        false => Ok(Value::float(number)),
    }
}

/// `[sign] ['0x'] digits ['.' digits] ['p' exponent]`, rounded half to even; infinite where it is too large.
fn read_hex(text: &str) -> Option<f64> {
    let lower = text.to_ascii_lowercase();
    let (sign, rest) = match lower.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, lower.strip_prefix('+').unwrap_or(&lower)),
    };
    match rest {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN.copysign(sign)),
        _ => {}
    }
    let rest = rest.strip_prefix("0x").unwrap_or(rest);
    let (digits, exponent) = rest.split_once('p').unwrap_or((rest, "0"));
    let exponent: i64 = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    if all.is_empty() || !all.bytes().all(|digit| digit.is_ascii_hexdigit()) || all.len() > 10_000 {
        return None;
    }
    let mantissa = <BigInt as num_traits::Num>::from_str_radix(&all, 16).ok()?;
    let exponent = exponent.clamp(-100_000, 100_000) - 4 * fraction.len() as i64;
    Some(sign * scaled(&mantissa, exponent))
}

/// `mantissa * 2 ** exponent`, rounded once.
fn scaled(mantissa: &BigInt, exponent: i64) -> f64 {
    if mantissa.is_zero() {
        return 0.0;
    }
    let bits = mantissa.bits() as i64;
    // The last bit of the result has this weight: 53 bits, or fewer below the smallest normal number.
    let last = (bits + exponent - 53).max(-1074);
    let drop = last - exponent;
    let kept = if drop <= 0 { mantissa << drop.unsigned_abs() } else { half_even(mantissa, drop as u64) };
    let kept = num_traits::ToPrimitive::to_u64(&kept).unwrap_or(u64::MAX);
    if kept > 1 << 53 || last > 971 {
        return f64::INFINITY;
    }
    // Exact: the mantissa has 53 bits at most, and its last one is of the result's weight.
    libm::ldexp(kept as f64, last as i32)
}

fn half_even(number: &BigInt, drop: u64) -> BigInt {
    let kept: BigInt = number >> drop;
    let rest: BigInt = number - (&kept << drop);
    let half: BigInt = BigInt::from(1) << (drop - 1);
    let is_odd = kept.bit(0);
    if rest > half || (rest == half && is_odd) { kept + 1 } else { kept }
}
