//! The methods that bytes and bytearrays share: searching, splitting, stripping, cases.

use super::arguments::{Arguments, bytes, index, is_index, is_view, size};
use super::bytes::{byte, find as find_part, rfind as rfind_part};
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::{truth, type_name};
use super::numeric::Number;
use super::value::Value;
use super::{codec, iter};

fn of(heap: &Heap, value: Value) -> &[u8] {
    heap.as_bytes(value).unwrap_or_default()
}

/// An argument that must be bytes.
pub fn part(heap: &Heap, value: Value) -> Result<Vec<u8>> {
    bytes(heap, value).map(<[u8]>::to_vec)
}

/// A part that is searched for: bytes, or one number.
fn wanted(heap: &Heap, value: Value) -> Result<Vec<u8>> {
    match Number::of(heap, value) {
        Some(number) if !number.is_float() => Ok(vec![byte(heap, value, "byte")?]),
        _ => heap.as_bytes(value).map(<[u8]>::to_vec).ok_or_else(|| {
            if is_index(heap, value) || is_view(heap, value) {
                return error::needs_python();
            }
            let kind = type_name(heap, value);
            error::type_error(format!("argument should be integer or bytes-like object, not '{kind}'"))
        }),
    }
}

pub fn decode(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let [encoding, errors] = arguments.of(["encoding", "errors"], 0, 2)?;
    arguments.text(heap, "encoding", encoding)?;
    arguments.text(heap, "errors", errors)?;
    let bytes = of(heap, receiver).to_vec();
    let text = codec::decode(heap, &bytes, encoding, errors)?;
    Ok(heap.new_str(text))
}

pub fn hex(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.count(0, 2)?;
    let known = ["sep", "bytes_per_sep"];
    let separator = arguments.either(0, &known)?;
    let every = arguments.either(1, &known)?;
    let every = every.map_or(Ok(1), |every| index(heap, every))?;
    let separator = match separator {
        None => String::new(),
        Some(separator) => separator_of_digits(heap, separator)?,
    };
    let bytes = of(heap, receiver);
    let (step, length) = (every.unsigned_abs() as usize, bytes.len());
    let mut text = String::with_capacity(length * 2);
    for (at, byte) in bytes.iter().enumerate() {
        let is_border = at > 0 && step > 0 && if every > 0 { (length - at) % step == 0 } else { at % step == 0 };
        if is_border {
            text.push_str(&separator);
        }
        text.push_str(&format!("{byte:02x}"));
    }
    Ok(heap.new_str(text))
}

/// One ASCII character, as a text or as bytes.
fn separator_of_digits(heap: &Heap, separator: Value) -> Result<String> {
    let bytes = match heap.as_str(separator) {
        Some(text) if text.chars == 1 && !text.text.is_ascii() => {
            return Err(error::value_error("sep must be ASCII."));
        }
        Some(text) => text.text.as_bytes(),
        None => heap.as_bytes(separator).ok_or_else(|| {
            let kind = type_name(heap, separator);
            error::type_error(format!("object of type '{kind}' has no len()"))
        })?,
    };
    match bytes {
        [one] if one.is_ascii() => Ok(char::from(*one).to_string()),
        [_] => Err(error::value_error("sep must be ASCII.")),
        _ => Err(error::value_error("sep must be length 1.")),
    }
}

/// What C takes for white space: a vertical tab, too.
fn is_space(byte: &u8) -> bool {
    byte.is_ascii_whitespace() || *byte == 0x0b
}

/// `bytes.fromhex`; the receiver is the class.
pub fn fromhex(heap: &mut Heap, class: Value, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let Some(text) = heap.as_str(value) else {
        return Err(error::type_error(format!("fromhex() argument must be str, not {}", type_name(heap, value))));
    };
    let chars: Vec<char> = text.text.chars().collect();
    let (mut bytes, mut at) = (Vec::new(), 0);
    while at < chars.len() {
        if u8::try_from(chars[at]).is_ok_and(|byte| is_space(&byte)) {
            at += 1;
            continue;
        }
        for place in [at, at + 1] {
            if !chars.get(place).is_some_and(char::is_ascii_hexdigit) {
                let message = format!("non-hexadecimal number found in fromhex() arg at position {place}");
                return Err(error::value_error(message));
            }
        }
        let digit = |at: usize| chars[at].to_digit(16).unwrap_or(0) as u8;
        bytes.push(digit(at) * 16 + digit(at + 1));
        at += 2;
    }
    Ok(match class {
        Value::Builtin(super::builtins::Builtin::Bytearray) => heap.take_object(super::value::Object::Bytearray(bytes)),
        _ => heap.new_bytes(bytes),
    })
}

/// The bytes between two optional indices, and where they begin; None where they begin beyond the end.
fn window(heap: &Heap, receiver: Value, given: &[Value]) -> Result<Option<(usize, usize)>> {
    let length = of(heap, receiver).len();
    let bound = |at: usize, default: usize| match given.get(at) {
        None | Some(Value::None) => Ok(default),
        Some(value) => index(heap, *value).map(|at| {
            let at = if at < 0 { at.saturating_add(length as i64).max(0) } else { at };
            at.min(i64::try_from(length).unwrap_or(i64::MAX) + 1) as usize
        }),
    };
    let (start, end) = (bound(1, 0)?, bound(2, length)?.min(length));
    Ok((start <= end).then_some((start, end)))
}

fn searched(
    heap: &Heap,
    receiver: Value,
    arguments: Arguments,
    search: impl Fn(&[u8], &[u8]) -> Option<usize>,
) -> Result<Option<usize>> {
    let given = arguments.only(1, 3)?;
    let wanted = wanted(heap, given[0])?;
    let Some((start, end)) = window(heap, receiver, given)? else { return Ok(None) };
    Ok(search(&of(heap, receiver)[start..end], &wanted).map(|at| at + start))
}

pub fn find(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    Ok(Value::Int(searched(heap, receiver, arguments, find_part)?.map_or(-1, |at| at as i64)))
}

pub fn rfind(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    Ok(Value::Int(searched(heap, receiver, arguments, rfind_part)?.map_or(-1, |at| at as i64)))
}

fn found(at: Option<usize>) -> Result<Value> {
    at.map(|at| Value::Int(at as i64)).ok_or_else(|| error::value_error("subsection not found"))
}

pub fn index_of(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    found(searched(heap, receiver, arguments, find_part)?)
}

pub fn rindex(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    found(searched(heap, receiver, arguments, rfind_part)?)
}

pub fn count(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 3)?;
    let wanted = wanted(heap, given[0])?;
    let Some((start, end)) = window(heap, receiver, given)? else { return Ok(Value::Int(0)) };
    let bytes = &of(heap, receiver)[start..end];
    if wanted.is_empty() {
        return Ok(Value::Int(bytes.len() as i64 + 1));
    }
    Ok(Value::Int(occurrences(bytes, &wanted)))
}

fn has_affix(heap: &Heap, receiver: Value, arguments: Arguments, has: impl Fn(&[u8], &[u8]) -> bool) -> Result<Value> {
    let given = arguments.only(1, 3)?;
    let one = [given[0]];
    let Some((start, end)) = window(heap, receiver, given)? else { return Ok(Value::bool(false)) };
    for affix in heap.as_tuple(given[0]).unwrap_or(&one) {
        let Some(affix) = heap.as_bytes(*affix) else {
            let (name, kind) = (arguments.function, type_name(heap, *affix));
            return Err(error::type_error(format!("{name} first arg must be bytes or a tuple of bytes, not {kind}")));
        };
        if has(&of(heap, receiver)[start..end], affix) {
            return Ok(Value::bool(true));
        }
    }
    Ok(Value::bool(false))
}

pub fn startswith(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    has_affix(heap, receiver, arguments, <[u8]>::starts_with)
}

pub fn endswith(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    has_affix(heap, receiver, arguments, <[u8]>::ends_with)
}

/// How often a part stands in the bytes, one after the other.
fn occurrences(bytes: &[u8], part: &[u8]) -> i64 {
    if let [one] = part {
        return bytes.iter().filter(|byte| *byte == one).count() as i64;
    }
    let (mut rest, mut count) = (bytes, 0);
    while let Some(at) = find_part(rest, part) {
        rest = &rest[at + part.len()..];
        count += 1;
    }
    count
}

/// At most `most` cuts at a separator.
fn pieces<'b>(bytes: &'b [u8], separator: &[u8], most: usize) -> Vec<&'b [u8]> {
    let (mut rest, mut found) = (bytes, Vec::new());
    while found.len() < most
        && let Some(at) = find_part(rest, separator)
    {
        found.push(&rest[..at]);
        rest = &rest[at + separator.len()..];
    }
    found.push(rest);
    found
}

/// The words between white space; after `most` of them the rest is one.
fn words(bytes: &[u8], most: usize) -> Vec<&[u8]> {
    let begun = |bytes: &[u8]| bytes.iter().position(|byte| !is_space(byte)).unwrap_or(bytes.len());
    let (mut rest, mut found) = (&bytes[begun(bytes)..], Vec::new());
    while !rest.is_empty() {
        if found.len() == most {
            found.push(rest);
            break;
        }
        let end = rest.iter().position(is_space).unwrap_or(rest.len());
        found.push(&rest[..end]);
        rest = &rest[end..];
        rest = &rest[begun(rest)..];
    }
    found
}

pub fn split(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.count(0, 2)?;
    let known = ["sep", "maxsplit"];
    let separator = arguments.either(0, &known)?.unwrap_or(Value::None);
    let most = arguments.either(1, &known)?;
    let most = most.map_or(Ok(-1), |most| size(heap, most))?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let bytes = of(heap, receiver);
    let parts: Vec<Vec<u8>> = match separator {
        Value::None => words(bytes, most).into_iter().map(<[u8]>::to_vec).collect(),
        separator => {
            let separator = part(heap, separator)?;
            if separator.is_empty() {
                return Err(error::value_error("empty separator"));
            }
            pieces(bytes, &separator, most).into_iter().map(<[u8]>::to_vec).collect()
        }
    };
    let parts = parts.into_iter().map(|part| heap.new_bytes_like(receiver, part)).collect();
    Ok(heap.take_list(parts))
}

/// The same from the right: the parts of what lies backwards, turned around.
pub fn rsplit(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.count(0, 2)?;
    let known = ["sep", "maxsplit"];
    let separator = arguments.either(0, &known)?.unwrap_or(Value::None);
    let most = arguments.either(1, &known)?.map_or(Ok(-1), |most| size(heap, most))?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let backwards: Vec<u8> = of(heap, receiver).iter().rev().copied().collect();
    let parts = match separator {
        Value::None => words(&backwards, most),
        separator => {
            let separator: Vec<u8> = part(heap, separator)?.into_iter().rev().collect();
            if separator.is_empty() {
                return Err(error::value_error("empty separator"));
            }
            pieces(&backwards, &separator, most)
        }
    };
    let parts: Vec<Vec<u8>> = parts.into_iter().rev().map(|part| part.iter().rev().copied().collect()).collect();
    let parts = parts.into_iter().map(|part| heap.new_bytes_like(receiver, part)).collect();
    Ok(heap.take_list(parts))
}

pub fn join(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let items = iter::collect(heap, arguments.only(1, 1)?[0])?;
    let mut joined = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(bytes) = heap.as_bytes(*item) else {
            let (kind, is_view) = (type_name(heap, *item).to_owned(), is_view(heap, *item));
            heap.drop_all(items);
            if is_view {
                return Err(error::needs_python());
            }
            let message = format!("sequence item {at}: expected a bytes-like object, {kind} found");
            return Err(error::type_error(message));
        };
        if at > 0 {
            joined.extend_from_slice(of(heap, receiver));
        }
        joined.extend_from_slice(bytes);
    }
    heap.drop_all(items);
    Ok(heap.new_bytes_like(receiver, joined))
}

pub fn replace(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 3)?;
    let (old, new) = (part(heap, given[0])?, part(heap, given[1])?);
    let most = given.get(2).map_or(Ok(-1), |most| size(heap, *most))?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let bytes = of(heap, receiver);
    let replaced = match old.is_empty() {
        false => pieces(bytes, &old, most).join(&new[..]),
        true => {
            let mut made = Vec::new();
            for (at, byte) in bytes.iter().enumerate() {
                if at < most {
                    made.extend_from_slice(&new);
                }
                made.push(*byte);
            }
            if bytes.len() < most {
                made.extend_from_slice(&new);
            }
            made
        }
    };
    Ok(heap.new_bytes_like(receiver, replaced))
}

fn stripped(heap: &mut Heap, receiver: Value, arguments: Arguments, left: bool, right: bool) -> Result<Value> {
    let chars = match arguments.only(0, 1)?.first() {
        None | Some(Value::None) => b" \t\n\r\x0b\x0c".to_vec(),
        Some(chars) => part(heap, *chars)?,
    };
    let mut bytes = of(heap, receiver);
    while left && bytes.first().is_some_and(|byte| chars.contains(byte)) {
        bytes = &bytes[1..];
    }
    while right && bytes.last().is_some_and(|byte| chars.contains(byte)) {
        bytes = &bytes[..bytes.len() - 1];
    }
    let bytes = bytes.to_vec();
    Ok(heap.new_bytes_like(receiver, bytes))
}

pub fn strip(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    stripped(heap, receiver, arguments, true, true)
}

pub fn lstrip(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    stripped(heap, receiver, arguments, true, false)
}

pub fn rstrip(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    stripped(heap, receiver, arguments, false, true)
}

fn partitioned(heap: &mut Heap, receiver: Value, arguments: Arguments, from_right: bool) -> Result<Value> {
    let separator = part(heap, arguments.only(1, 1)?[0])?;
    if separator.is_empty() {
        return Err(error::value_error("empty separator"));
    }
    let bytes = of(heap, receiver).to_vec();
    let at = if from_right { rfind_part(&bytes, &separator) } else { find_part(&bytes, &separator) };
    let parts = match at {
        Some(at) => [bytes[..at].to_vec(), separator.clone(), bytes[at + separator.len()..].to_vec()],
        None if from_right => [Vec::new(), Vec::new(), bytes],
        None => [bytes, Vec::new(), Vec::new()],
    };
    let parts = parts.map(|part| heap.new_bytes_like(receiver, part));
    Ok(heap.take_tuple(parts))
}

pub fn partition(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    partitioned(heap, receiver, arguments, false)
}

pub fn rpartition(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    partitioned(heap, receiver, arguments, true)
}

pub fn splitlines(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.count(0, 1)?;
    let keep = arguments.either(0, &["keepends"])?;
    let keep = keep.map_or(Ok(false), |keep| truth(heap, keep))?;
    let mut rest = of(heap, receiver);
    let mut lines: Vec<Vec<u8>> = Vec::new();
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let past = end + if rest[end..].starts_with(b"\r\n") { 2 } else { usize::from(end < rest.len()) };
        lines.push(rest[..if keep { past } else { end }].to_vec());
        rest = &rest[past..];
    }
    let lines = lines.into_iter().map(|line| heap.new_bytes_like(receiver, line)).collect();
    Ok(heap.take_list(lines))
}

fn mapped(heap: &mut Heap, receiver: Value, arguments: Arguments, map: impl Fn(&[u8]) -> Vec<u8>) -> Result<Value> {
    arguments.only(0, 0)?;
    let result = map(of(heap, receiver));
    Ok(heap.new_bytes_like(receiver, result))
}

pub fn upper(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    mapped(heap, receiver, arguments, <[u8]>::to_ascii_uppercase)
}

pub fn lower(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    mapped(heap, receiver, arguments, <[u8]>::to_ascii_lowercase)
}

/// Whether all bytes are of a kind, and there are any.
fn all_are(heap: &Heap, receiver: Value, arguments: Arguments, is: impl Fn(&u8) -> bool) -> Result<Value> {
    arguments.only(0, 0)?;
    let bytes = of(heap, receiver);
    Ok(Value::bool(!bytes.is_empty() && bytes.iter().all(is)))
}

pub fn isdigit(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all_are(heap, receiver, arguments, u8::is_ascii_digit)
}

pub fn isalpha(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all_are(heap, receiver, arguments, u8::is_ascii_alphabetic)
}

pub fn isalnum(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all_are(heap, receiver, arguments, u8::is_ascii_alphanumeric)
}

pub fn isspace(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all_are(heap, receiver, arguments, is_space)
}
