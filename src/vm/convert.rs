//! Conversions between types: `int`, `float`, `str`, `list` and the like.

use super::arguments::{Arguments, index, not_an_integer};
use super::error::{self, Result};
use super::heap::Heap;
use super::iter;
use super::kind::{truth, type_name};
use super::noted::Note;
use super::numeric::{Number, float_to_int};
use super::repr::MAX_DIGITS;
use super::text_kinds::ascii_digits;
use super::value::Value;
use num_bigint::BigInt;
use num_traits::Num;

pub fn bool(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(0, 1)?.first().copied();
    value.map_or(Ok(false), |value| truth(heap, value)).map(Value::bool)
}

/// `ascii(value)`.
pub fn ascii(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let text = super::repr::repr(heap, arguments.only(1, 1)?[0])?;
    Ok(heap.new_str(escaped(&text)))
}

/// A text with all that is not ASCII escaped.
pub fn ascii_text(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let text = heap.as_str(arguments.only(1, 1)?[0]).map(|text| escaped(&text.text)).unwrap_or_default();
    Ok(heap.new_str(text))
}

fn escaped(text: &str) -> String {
    let one = |c: char| match c as u32 {
        0..0x80 => c.to_string(),
        point @ 0..0x100 => format!("\\x{point:02x}"),
        point @ 0..0x10000 => format!("\\u{point:04x}"),
        point => format!("\\U{point:08x}"),
    };
    text.chars().map(one).collect()
}

pub fn str(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [object, encoding, errors] = arguments.of(["object", "encoding", "errors"], 0, 3)?;
    arguments.text(heap, "encoding", encoding)?;
    arguments.text(heap, "errors", errors)?;
    if let (Some(object), true) = (object, encoding.or(errors).is_some()) {
        let Some(bytes) = heap.as_bytes(object).map(<[u8]>::to_vec) else {
            let kind = type_name(heap, object);
            return Err(error::type_error(match heap.as_str(object) {
                Some(_) => "decoding str is not supported".to_owned(),
                None => format!("decoding to str: need a bytes-like object, {kind} found"),
            }));
        };
        let text = super::codec::decode(heap, &bytes, encoding, errors)?;
        return Ok(heap.new_str(text));
    }
    let Some(value) = object else { return Ok(heap.new_str(String::new())) };
    if heap.as_plain_str(value).is_some() {
        return Ok(heap.keep(value));
    }
    let text = super::repr::str_of(heap, value)?;
    Ok(converted(heap, value, text))
}

pub fn repr(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let text = super::repr::repr(heap, value)?;
    Ok(converted(heap, value, text))
}

fn converted(heap: &mut Heap, value: Value, text: String) -> Value {
    note_text(heap, value, &text);
    heap.new_str(text)
}

/// A value has been turned into text. The digits of a whole number are made by the conversion itself.
pub fn note_text(heap: &mut Heap, value: Value, text: &str) {
    let items = match heap.as_table(value) {
        Some(table) if heap.is_set(value) => table.len(),
        Some(table) => 2 * table.len(),
        None => heap.as_items(value).map_or(0, <[Value]>::len),
    };
    heap.note_many(Note::Conversion, 1 + items);
    match Number::of(heap, value) {
        Some(number) if number.is_float() => {
            heap.note_many(Note::FloatDigit, text.bytes().filter(u8::is_ascii_digit).count());
        }
        // CPython divides by powers of ten, digit by digit.
        Some(Number::Big(number)) => {
            let digits = number.bits().div_ceil(30) as usize;
            heap.note_many(Note::Product, digits.saturating_mul(digits).saturating_mul(2));
        }
        Some(_) => {}
        None => heap.note_many(Note::Character, text.len()),
    }
}

pub fn list(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let items = match arguments.only(0, 1)?.first() {
        Some(value) => iter::collect(heap, *value)?,
        None => Vec::new(),
    };
    Ok(heap.take_list(items))
}

pub fn tuple(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let items = match arguments.only(0, 1)?.first() {
        Some(value) if heap.as_tuple(*value).is_some() && heap.as_instance(*value).is_none() => {
            return Ok(heap.keep(*value));
        }
        Some(value) => iter::collect(heap, *value)?,
        None => Vec::new(),
    };
    Ok(heap.take_tuple(items))
}

pub fn int(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [value, base] = arguments.of(["", "base"], 0, 2)?;
    let Some(value) = value else {
        return if base.is_some() {
            Err(error::type_error("int() missing string argument"))
        } else {
            Ok(Value::Int(0))
        };
    };
    if let Some(base) = base {
        let base = index(heap, base)?;
        return int_with_base(heap, value, base);
    }
    match Number::of(heap, value) {
        Some(Number::Small(number)) => Ok(Value::Int(number)),
        Some(Number::Big(_)) => Ok(heap.keep(value)),
        Some(Number::Float(number)) if number.is_nan() => {
            Err(error::value_error("cannot convert float NaN to integer"))
        }
        Some(Number::Float(number)) if number.is_infinite() => {
            Err(error::overflow_error("cannot convert float infinity to integer"))
        }
        Some(Number::Float(number)) => Ok(heap.new_int(float_to_int(number))),
        None if heap.as_str(value).is_some() || heap.as_bytes(value).is_some() => int_with_base(heap, value, 10),
        None => {
            let kind = type_name(heap, value);
            Err(error::type_error(format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{kind}'"
            )))
        }
    }
}

fn int_with_base(heap: &mut Heap, value: Value, base: i64) -> Result<Value> {
    heap.note(Note::Conversion);
    let bytes = heap.as_bytes(value).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let base = match u32::try_from(base) {
        Ok(base @ (0 | 2..=36)) => base,
        _ => return Err(error::value_error("int() base must be >= 2 and <= 36, or 0")),
    };
    let Some(text) = heap.as_str(value).map(|text| text.text.to_string()).or(bytes) else {
        return Err(error::type_error("int() can't convert non-string with explicit base"));
    };
    match parse_int(&text, base)? {
        Some(number) => Ok(heap.new_int(number)),
        None => {
            let shown = super::repr::repr(heap, value)?;
            // The message is formatted twice.
            heap.note_many(Note::Explained, 2);
            Err(error::value_error(format!("invalid literal for int() with base {base}: {shown}")))
        }
    }
}

/// An integer as `int(text, base)` reads it; base 0 reads it as a literal.
fn parse_int(text: &str, base: u32) -> Result<Option<BigInt>> {
    let text = ascii_digits(text.trim());
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let lower = digits.to_ascii_lowercase();
    let prefixed = [("0x", 16), ("0o", 8), ("0b", 2)].into_iter().find_map(|(prefix, prefix_base)| {
        let rest = lower.strip_prefix(prefix).filter(|_| base == 0 || base == prefix_base)?;
        Some((rest.strip_prefix('_').unwrap_or(rest), prefix_base))
    });
    let (digits, radix) = prefixed.unwrap_or((&lower, if base == 0 { 10 } else { base }));
    let well_formed = !digits.starts_with('_') && !digits.ends_with('_') && !digits.contains("__");
    let plain = digits.replace('_', "");
    let literal_zeros =
        base == 0 && prefixed.is_none() && plain.starts_with('0') && !plain.trim_matches('0').is_empty();
    if !well_formed || plain.is_empty() || literal_zeros || !plain.chars().all(|c| c.is_digit(radix)) {
        return Ok(None);
    }
    if plain.len() > MAX_DIGITS && !radix.is_power_of_two() {
        return Err(error::value_error(format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit",
            plain.len()
        )));
    }
    Ok(BigInt::from_str_radix(&plain, radix).ok().map(|number| if negative { -number } else { number }))
}

pub fn float(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let Some(value) = arguments.only(0, 1)?.first().copied() else { return Ok(Value::float(0.0)) };
    if let Some(number) = Number::of(heap, value) {
        return number.to_float().map(Value::float);
    }
    let bytes = heap.as_bytes(value).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let Some(text) = heap.as_str(value).map(|text| text.text.to_string()).or(bytes) else {
        let kind = type_name(heap, value);
        return Err(error::type_error(format!("float() argument must be a string or a real number, not '{kind}'")));
    };
    heap.note(Note::Conversion);
    match parse_float(&text) {
        Some(number) => Ok(Value::float(number)),
        None => {
            let shown = super::repr::repr(heap, value)?;
            Err(error::value_error(format!("could not convert string to float: {shown}")))
        }
    }
}

/// Rust reads floats as Python does, but for underscores between digits.
pub fn parse_float(text: &str) -> Option<f64> {
    let text = ascii_digits(text.trim());
    let bytes = text.as_bytes();
    let between_digits = |at: usize| {
        let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        digit(at.checked_sub(1)) && digit(Some(at + 1))
    };
    if !text.match_indices('_').all(|(at, _)| between_digits(at)) {
        return None;
    }
    text.replace('_', "").parse().ok()
}

pub fn ord(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    if let Some(bytes) = heap.as_bytes(value) {
        return match bytes {
            [byte] => Ok(Value::Int((*byte).into())),
            _ => Err(error::type_error(format!(
                "ord() expected a character, but string of length {} found",
                bytes.len()
            ))),
        };
    }
    let Some(text) = heap.as_str(value) else {
        let kind = type_name(heap, value);
        return Err(error::type_error(format!("ord() expected string of length 1, but {kind} found")));
    };
    match (text.chars, text.text.chars().next()) {
        (1, Some(c)) => Ok(Value::Int(i64::from(u32::from(c)))),
        (length, _) => {
            Err(error::type_error(format!("ord() expected a character, but string of length {length} found")))
        }
    }
}

pub fn chr(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    if matches!(Number::of(heap, value), None | Some(Number::Float(_))) {
        return Err(not_an_integer(heap, value));
    }
    let Ok(code) = i32::try_from(index(heap, value)?) else {
        return Err(error::overflow_error("Python int too large to convert to C int"));
    };
    let code = u32::try_from(code).ok().filter(|code| *code < 0x0011_0000);
    let Some(code) = code else { return Err(error::value_error("chr() arg not in range(0x110000)")) };
    match char::from_u32(code) {
        Some(c) => Ok(heap.new_str(c.to_string())),
        None => Err(error::value_error("gilsim does not support surrogates in strings")),
    }
}
