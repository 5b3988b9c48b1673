//! Values that instructions put together: texts of f-strings, slices, lists and tuples that grow.

use super::error::{self, Result};
use super::heap::Heap;
use super::noted::Note;
use super::repr::{repr, str_of};
use super::sequence::MAX_TEXT;
use super::value::{Object, Value};
use crate::bytecode::Conversion;

/// The concatenation of texts. Borrows them.
pub fn string(heap: &mut Heap, parts: &[Value]) -> Result<Value> {
    let mut text = String::new();
    for part in parts {
        if let Some(part) = heap.as_str(*part) {
            text.push_str(&part.text);
        }
    }
    if text.len() > MAX_TEXT {
        return Err(error::memory_error(""));
    }
    Ok(heap.new_str(text))
}

/// The text of a value in an f-string. Borrows it.
pub fn formatted(heap: &mut Heap, conversion: Conversion, value: Value) -> Result<Value> {
    let formats_itself = matches!(conversion, Conversion::Plain) && has_own_format(heap, value);
    if formats_itself || !matches!(conversion, Conversion::Repr) && super::arith::is_own(heap, value) {
        return Err(error::needs_python());
    }
    let text = match conversion {
        Conversion::Ascii => ascii(&repr(heap, value)?),
        Conversion::Repr => repr(heap, value)?,
        Conversion::Plain | Conversion::Str if heap.as_str(value).is_some() => return Ok(heap.keep(value)),
        Conversion::Plain | Conversion::Str => str_of(heap, value)?,
    };
    super::convert::note_text(heap, value, &text);
    Ok(heap.new_str(text))
}

/// Whether the value's class has a `__format__` of the program's.
pub fn has_own_format(heap: &Heap, value: Value) -> bool {
    let Some(symbol) = heap.symbols.known("__format__") else { return false };
    let own = heap.as_instance(value).and_then(|instance| super::class::lookup(heap, instance.class, symbol));
    own.is_some_and(|own| heap.as_function(own).is_some())
}

/// The same with a format specification. Borrows both.
pub fn formatted_as(heap: &mut Heap, conversion: Conversion, value: Value, spec: Value) -> Result<Value> {
    let spec = heap.as_str(spec).map(|spec| spec.text.to_string()).unwrap_or_default();
    // The specification is read, and the text put together by it.
    heap.note_many(Note::Conversion, 3);
    let text = match conversion {
        Conversion::Plain => super::format::formatted(heap, value, &spec)?,
        _ => {
            let converted = formatted(heap, conversion, value)?;
            let text = super::format::formatted(heap, converted, &spec);
            heap.drop_value(converted);
            text?
        }
    };
    // The digits of a float that is a whole number are not found by the short way.
    if matches!(value, Value::Int(_)) && spec.ends_with(['e', 'E', 'f', 'F', 'g', 'G', '%']) {
        heap.note_many(Note::FloatDigit, text.bytes().filter(u8::is_ascii_digit).count());
    }
    Ok(heap.new_str(text))
}

/// The letter of `!r` and the like, for the library.
pub fn conversion_name(conversion: Conversion) -> &'static str {
    match conversion {
        Conversion::Plain => "",
        Conversion::Str => "s",
        Conversion::Repr => "r",
        Conversion::Ascii => "a",
    }
}

/// A repr with escapes for all that is not ASCII.
pub fn ascii(text: &str) -> String {
    let escaped = |c: char| match u32::from(c) {
        0..0x80 => c.to_string(),
        code @ 0x80..0x100 => format!("\\x{code:02x}"),
        code @ 0x100..0x1_0000 => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    };
    text.chars().map(escaped).collect()
}

/// Start and stop, with a step or without. Takes them.
pub fn take_slice(heap: &mut Heap, parts: &[Value]) -> Value {
    let part = |at: usize| parts.get(at).copied().unwrap_or(Value::None);
    heap.take_object(Object::Slice(Box::new([part(0), part(1), part(2)])))
}

/// Takes the value into the list.
pub fn take_append(heap: &mut Heap, list: Value, value: Value) {
    match heap.as_list_mut(list) {
        Some(items) => {
            let grown = push(items, value);
            heap.note_growth(grown);
        }
        None => heap.drop_value(value),
    }
}

/// A tuple of the list's items. Borrows the list.
pub fn tuple_of(heap: &mut Heap, list: Value) -> Result<Value> {
    let items = super::iter::collect(heap, list)?;
    Ok(heap.take_tuple(items))
}

/// Beyond this many items a list that is full grows by an eighth, as CPython's do, rather than to its double.
const LARGE: usize = 1 << 14;

/// Appends an item, and says how many bytes were allocated for it.
#[inline(always)]
pub fn push(items: &mut Vec<Value>, value: Value) -> usize {
    let mut grown = 0;
    if items.len() == items.capacity() {
        grown = grow(items);
    }
    items.push(value);
    grown
}

#[cold]
#[inline(never)]
fn grow(items: &mut Vec<Value>) -> usize {
    let length = items.len();
    match length {
        0..LARGE => items.reserve(1),
        _ => items.reserve_exact(length / 8),
    }
    (items.capacity() - length) * size_of::<Value>()
}
