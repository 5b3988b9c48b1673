//! Values as bytes and back, by the layouts that `struct` makes of its formats. What is not as the layout wants it is left to
//! the library's text: then a function gives None.

use super::floats;
use crate::vm::arguments::Arguments;
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::value::{Object, Value};
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// A part of a layout: the code of its type, how many, where the first is, and the size of each.
struct Part {
    code: char,
    count: usize,
    place: usize,
    size: usize,
}

/// Whether the highest byte comes first, the whole size, how many values there are, and the parts.
struct Layout {
    is_big: bool,
    size: usize,
    values: usize,
    parts: Vec<Part>,
}

fn unsigned(value: Value) -> Option<usize> {
    match value {
        Value::Int(number) => usize::try_from(number).ok(),
        _ => None,
    }
}

fn layout(heap: &Heap, value: Value) -> Option<Layout> {
    let [is_big, size, values, parts] = *heap.as_tuple(value)? else { return None };
    let part = |value: &Value| {
        let [code, count, place, size] = *heap.as_tuple(*value)? else { return None };
        let code = heap.as_str(code)?.text.chars().next()?;
        Some(Part { code, count: unsigned(count)?, place: unsigned(place)?, size: unsigned(size)? })
    };
    let parts = heap.as_list(parts)?.iter().map(part).collect::<Option<_>>()?;
    Some(Layout {
        is_big: matches!(is_big, Value::Bool(is_big) if is_big.get()),
        size: unsigned(size)?,
        values: unsigned(values)?,
        parts,
    })
}

fn is_integer(code: char) -> bool {
    "bBhHiIlLqQnNP".contains(code)
}

/// The number's lowest 64 bits, where it fits into so many bytes.
fn integer(heap: &Heap, value: Value, size: usize, is_signed: bool) -> Option<u64> {
    let wide: i128 = match value {
        Value::Int(number) => number.into(),
        Value::Bool(holds) => i64::from(holds.get()).into(),
        Value::Obj(at) => match heap.get(at) {
            Object::BigInt(number) => number.to_i128()?,
            _ => return None,
        },
        _ => return None,
    };
    let bits = 8 * size as u32;
    let (least, most) = if is_signed { (-(1i128 << (bits - 1)), (1 << (bits - 1)) - 1) } else { (0, (1 << bits) - 1) };
    (least..=most).contains(&wide).then_some(wide as u64)
}

fn float(value: Value) -> Option<f64> {
    match value {
        Value::Float(number) => Some(number.get()),
        Value::Int(number) => Some(number as f64),
        _ => None,
    }
}

/// The value's bits as a number of so many bytes.
fn bits(heap: &Heap, code: char, value: Value, size: usize) -> Option<u64> {
    match (code, size) {
        ('d', _) => Some(float(value)?.to_bits()),
        ('f', _) => {
            let short = float(value)? as f32;
            (short.is_finite() || !float(value)?.is_finite()).then_some(short.to_bits().into())
        }
        ('e', _) => floats::half_bits(float(value)?).map(u64::from),
        ('?', _) => match value {
            Value::Bool(holds) => Some(holds.get().into()),
            _ => None,
        },
        ('c', _) => match heap.as_bytes(value)? {
            [byte] => Some(u64::from(*byte)),
            _ => None,
        },
        _ if is_integer(code) => integer(heap, value, size, code.is_ascii_lowercase()),
        _ => None,
    }
}

fn packed(heap: &Heap, layout: &Layout, values: &[Value]) -> Option<Vec<u8>> {
    let mut bytes = vec![0; layout.size];
    let mut values = values.iter().copied();
    for part in layout.parts.iter().filter(|part| part.code != 'x') {
        if part.code == 's' {
            let text = heap.as_bytes(values.next()?)?;
            let length = text.len().min(part.count);
            bytes.get_mut(part.place..part.place + length)?.copy_from_slice(&text[..length]);
            continue;
        }
        if part.code == 'p' {
            return None;
        }
        for place in (0..part.count).map(|at| part.place + at * part.size) {
            let number = bits(heap, part.code, values.next()?, part.size)?;
            let bytes = bytes.get_mut(place..place + part.size)?;
            match layout.is_big {
                true => bytes.copy_from_slice(&number.to_be_bytes()[8 - part.size..]),
                false => bytes.copy_from_slice(&number.to_le_bytes()[..part.size]),
            }
        }
    }
    Some(bytes)
}

/// As how many values one that is copied as bytes counts.
const AT_ONCE: usize = 16;

/// The bytes, and how many values there are.
fn packed_items(heap: &Heap, arguments: Arguments) -> Result<Option<(Vec<u8>, usize)>> {
    let [layout_value, values] = *arguments.only(2, 2)? else { return Ok(None) };
    Ok(layout(heap, layout_value).and_then(|layout| {
        let values = heap.as_items(values).filter(|values| values.len() == layout.values)?;
        packed(heap, &layout, values).map(|bytes| (bytes, values.len()))
    }))
}

/// A layout and values: their bytes.
pub fn pack(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let Some((bytes, count)) = packed_items(heap, arguments)? else { return Ok(Value::None) };
    heap.note_many(Note::Item, count);
    Ok(heap.new_bytes(bytes))
}

/// The same for values that CPython keeps as bytes, which it only copies: many at once.
pub fn image(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let Some((bytes, count)) = packed_items(heap, arguments)? else { return Ok(Value::None) };
    heap.note_many(Note::Copy, count.div_ceil(AT_ONCE));
    Ok(heap.new_bytes(bytes))
}

fn value(heap: &mut Heap, code: char, number: u64, size: usize) -> Value {
    match code {
        'd' => Value::float(f64::from_bits(number)),
        'f' => Value::float(f32::from_bits(number as u32).into()),
        'e' => Value::float(floats::of_half(number as u16)),
        '?' => Value::bool(number != 0),
        'c' => heap.new_bytes(vec![number as u8]),
        _ if code.is_ascii_lowercase() => {
            let unused = 64 - 8 * size as u32;
            Value::Int((number << unused) as i64 >> unused)
        }
        _ => match i64::try_from(number) {
            Ok(number) => Value::Int(number),
            Err(_) => heap.new_int(BigInt::from(number)),
        },
    }
}

/// A layout, bytes, and where they begin there: the values in a tuple.
pub fn unpack(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let Some(values) = unpacked_items(heap, arguments)? else { return Ok(Value::None) };
    heap.note_many(Note::Item, values.len());
    Ok(heap.take_tuple(values))
}

/// The same for values that CPython keeps as bytes.
pub fn of_image(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let Some(values) = unpacked_items(heap, arguments)? else { return Ok(Value::None) };
    heap.note_many(Note::Copy, values.len().div_ceil(AT_ONCE));
    Ok(heap.take_tuple(values))
}

fn unpacked_items(heap: &mut Heap, arguments: Arguments) -> Result<Option<Vec<Value>>> {
    let [layout_value, bytes, from] = *arguments.only(3, 3)? else { return Ok(None) };
    let found = layout(heap, layout_value).and_then(|layout| {
        let (from, bytes) = (unsigned(from)?, heap.as_bytes(bytes)?);
        Some((bytes.get(from..from.checked_add(layout.size)?)?.to_vec(), layout))
    });
    let Some((bytes, layout)) = found else { return Ok(None) };
    let mut values = Vec::with_capacity(layout.values);
    for part in layout.parts.iter().filter(|part| part.code != 'x') {
        let of_part = &bytes[part.place..part.place + part.count * part.size];
        match part.code {
            's' => values.push(heap.new_bytes(of_part.to_vec())),
            'p' => {
                let length = of_part.first().map_or(0, |length| usize::from(*length).min(part.count - 1));
                values.push(heap.new_bytes(of_part.get(1..=length).unwrap_or_default().to_vec()));
            }
            code => values.extend(of_part.chunks(part.size).map(|bytes| {
                let mut whole = [0; 8];
                match layout.is_big {
                    true => whole[8 - part.size..].copy_from_slice(bytes),
                    false => whole[..part.size].copy_from_slice(bytes),
                }
                let number = if layout.is_big { u64::from_be_bytes(whole) } else { u64::from_le_bytes(whole) };
                value(heap, code, number, part.size)
            })),
        }
    }
    Ok(Some(values))
}
