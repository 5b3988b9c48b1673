//! `bytes` and `bytearray`: how they are made, shown, joined and repeated. Knows nothing of their methods.

use super::arguments::{Arguments, index, is_index, not_bytes};
use super::codec;
use super::error::{self, Result};
use super::heap::Heap;
use super::iter;
use super::kind::type_name;
use super::numeric::Number;
use super::sequence::MAX_TEXT;
use super::value::{Object, Value};
use std::fmt::Write;

impl Heap {
    /// The bytes of a `bytes` or `bytearray`.
    pub fn as_bytes(&self, value: Value) -> Option<&[u8]> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Bytes(bytes) => Some(bytes),
                Object::Bytearray(bytes) => Some(bytes),
                Object::Instance(instance) => self.as_bytes(instance.base),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn as_bytearray_mut(&mut self, value: Value) -> Option<&mut Vec<u8>> {
        match self.base(value) {
            Value::Obj(at) => match self.get_mut(at) {
                Some(Object::Bytearray(bytes)) => Some(bytes),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn is_bytearray(&self, value: Value) -> bool {
        matches!(value, Value::Obj(at) if matches!(self.get(at), Object::Bytearray(_)))
    }

    pub fn new_bytes(&mut self, bytes: impl Into<Box<[u8]>>) -> Value {
        let bytes = bytes.into();
        self.note_growth(bytes.len());
        self.take_object(Object::Bytes(bytes))
    }

    /// New bytes of the same type as another value.
    pub fn new_bytes_like(&mut self, like: Value, bytes: Vec<u8>) -> Value {
        match self.is_bytearray(like) {
            true => self.take_object(Object::Bytearray(bytes)),
            false => self.new_bytes(bytes),
        }
    }
}

pub fn bytes(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    if let ([value], []) = (arguments.positional, arguments.keywords)
        && matches!(value, Value::Obj(at) if matches!(heap.get(*at), Object::Bytes(_)))
    {
        return Ok(heap.keep(*value));
    }
    let made = content(heap, arguments, "bytes")?;
    Ok(heap.new_bytes(made))
}

pub fn bytearray(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let made = content(heap, arguments, "bytearray")?;
    Ok(heap.take_object(Object::Bytearray(made)))
}

fn content(heap: &mut Heap, arguments: Arguments, what: &str) -> Result<Vec<u8>> {
    let [source, encoding, errors] = arguments.of(["source", "encoding", "errors"], 0, 3)?;
    arguments.text(heap, "encoding", encoding)?;
    arguments.text(heap, "errors", errors)?;
    let without_text = |heap: &Heap| {
        let what = if encoding.is_some() { "encoding" } else { "errors" };
        let is_text = source.is_some_and(|source| heap.as_str(source).is_some());
        (!is_text && encoding.or(errors).is_some()).then(|| format!("{what} without a string argument"))
    };
    if let Some(message) = without_text(heap) {
        return Err(error::type_error(message));
    }
    let Some(source) = source else { return Ok(Vec::new()) };
    if let Some(text) = heap.as_str(source).map(|text| text.text.to_string()) {
        let Some(encoding) = encoding else { return Err(error::type_error("string argument without an encoding")) };
        return codec::encode(heap, source, &text, Some(encoding), errors);
    }
    from_value(heap, source, what)
}

/// The bytes that a number (so many zeros), bytes or an iterable of numbers make.
fn from_value(heap: &mut Heap, source: Value, what: &str) -> Result<Vec<u8>> {
    if let Some(bytes) = heap.as_bytes(source) {
        return Ok(bytes.to_vec());
    }
    if let Some(Number::Big(_)) = Number::of(heap, source) {
        let kind = type_name(heap, source);
        return Err(error::overflow_error(format!("cannot fit '{kind}' into an index-sized integer")));
    }
    if Number::of(heap, source).is_some_and(|number| !number.is_float()) {
        let count = index(heap, source)?;
        let count = usize::try_from(count).map_err(|_| error::value_error("negative count"))?;
        if count > MAX_TEXT {
            return Err(error::memory_error(""));
        }
        heap.check_room(count)?;
        return Ok(vec![0; count]);
    }
    if iter::is_not_iterable(heap, source) {
        let kind = type_name(heap, source);
        return Err(error::type_error(format!("cannot convert '{kind}' object to {what}")));
    }
    from_iterable(heap, source, what)
}

/// The bytes of an iterable of numbers.
pub fn from_iterable(heap: &mut Heap, source: Value, what: &str) -> Result<Vec<u8>> {
    let mut made = Vec::new();
    iter::for_each(heap, source, |heap, item| {
        made.push(byte(heap, item, what)?);
        Ok(true)
    })?;
    Ok(made)
}

/// A number from 0 to 255.
pub fn byte(heap: &Heap, value: Value, what: &str) -> Result<u8> {
    let what = if what == "bytearray" { "byte" } else { what };
    if is_index(heap, value) {
        return Err(error::needs_python());
    }
    u8::try_from(index(heap, value)?).map_err(|_| match what {
        "bytes" => error::value_error("bytes must be in range(0, 256)"),
        _ => error::value_error(format!("{what} must be in range(0, 256)")),
    })
}

/// `b'text\xff'`; of a bytearray, what stands in the parentheses, where every `'` is escaped.
pub fn repr(bytes: &[u8], is_bytearray: bool) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let mut text = format!("b{quote}");
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = match byte {
            b'\\' => text.write_str("\\\\"),
            b'\n' => text.write_str("\\n"),
            b'\r' => text.write_str("\\r"),
            b'\t' => text.write_str("\\t"),
            b'\'' if is_bytearray => text.write_str("\\'"),
            byte if char::from(*byte) == quote => write!(text, "\\{quote}"),
            b' '..=b'~' => text.write_char(char::from(*byte)),
            byte => write!(text, "\\x{byte:02x}"),
        };
    }
    text.push(quote);
    text
}

/// `left + right`, of the left one's type; `+=` changes a bytearray itself.
pub fn add(heap: &mut Heap, left: Value, right: Value, in_place: bool) -> Result<Value> {
    let (Some(first), Some(second)) = (heap.as_bytes(left), heap.as_bytes(right)) else {
        let (left, right) = (type_name(heap, left), type_name(heap, right));
        return Err(error::type_error(format!("can't concat {right} to {left}")));
    };
    if in_place && heap.is_bytearray(left) {
        let more = second.to_vec();
        let length = first.len() + more.len();
        heap.check_resize(left, length)?;
        if let Some(bytes) = heap.as_bytearray_mut(left) {
            bytes.extend(more);
        }
        return Ok(heap.keep(left));
    }
    let joined = [first, second].concat();
    Ok(heap.new_bytes_like(left, joined))
}

/// `bytes * times`; `*=` changes a bytearray itself.
pub fn repeat(heap: &mut Heap, value: Value, times: usize, in_place: bool) -> Result<Value> {
    let bytes = heap.as_bytes(value).unwrap_or_default();
    if bytes.len().checked_mul(times).is_none_or(|length| length > MAX_TEXT) {
        return Err(error::memory_error(""));
    }
    let length = bytes.len() * times;
    heap.check_room(length)?;
    let repeated = heap.as_bytes(value).unwrap_or_default().repeat(times);
    if in_place {
        heap.check_resize(value, length)?;
    }
    if in_place && let Some(bytes) = heap.as_bytearray_mut(value) {
        *bytes = repeated;
        return Ok(heap.keep(value));
    }
    Ok(heap.new_bytes_like(value, repeated))
}

/// Where the item of `item in bytes` is, a number or a part.
pub fn place(heap: &Heap, bytes: &[u8], item: Value) -> Result<Option<usize>> {
    if let Some(part) = heap.as_bytes(item) {
        return Ok(find(bytes, part));
    }
    if is_index(heap, item) {
        return Err(error::needs_python());
    }
    if Number::of(heap, item).is_none_or(|number| number.is_float()) {
        return Err(not_bytes(heap, item));
    }
    Ok(find(bytes, &[byte(heap, item, "byte")?]))
}

/// Where a part begins first.
pub fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    match part {
        [] => Some(0),
        [one] => bytes.iter().position(|byte| byte == one),
        _ => bytes.windows(part.len()).position(|window| window == part),
    }
}

pub fn rfind(bytes: &[u8], part: &[u8]) -> Option<usize> {
    match part {
        [] => Some(bytes.len()),
        _ => bytes.windows(part.len()).rposition(|window| window == part),
    }
}
