//! The methods of bytes that take them for ASCII text: cases, alignment, translation.

use super::arguments::{Arguments, index, size};
use super::bytes_methods::part;
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::sequence::MAX_TEXT;
use super::value::Value;

fn of(heap: &Heap, value: Value) -> &[u8] {
    heap.as_bytes(value).unwrap_or_default()
}

fn mapped(heap: &mut Heap, receiver: Value, arguments: Arguments, map: impl Fn(&[u8]) -> Vec<u8>) -> Result<Value> {
    arguments.only(0, 0)?;
    let result = map(of(heap, receiver));
    Ok(heap.new_bytes_like(receiver, result))
}

pub fn capitalize(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    mapped(heap, receiver, arguments, |bytes| {
        let mut made = bytes.to_ascii_lowercase();
        made.iter_mut().take(1).for_each(|first| first.make_ascii_uppercase());
        made
    })
}

pub fn swapcase(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let swap = |byte: &u8| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { *byte };
    mapped(heap, receiver, arguments, |bytes| bytes.iter().map(swap).collect())
}

pub fn title(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    mapped(heap, receiver, arguments, |bytes| {
        let mut inside = false;
        let mut one = |byte: &u8| {
            let made = if inside { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
            inside = byte.is_ascii_alphabetic();
            made
        };
        bytes.iter().map(&mut one).collect()
    })
}

pub fn isascii(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(Value::bool(of(heap, receiver).is_ascii()))
}

pub fn islower(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let bytes = of(heap, receiver);
    let any = bytes.iter().any(u8::is_ascii_lowercase);
    Ok(Value::bool(any && !bytes.iter().any(u8::is_ascii_uppercase)))
}

pub fn isupper(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let bytes = of(heap, receiver);
    let any = bytes.iter().any(u8::is_ascii_uppercase);
    Ok(Value::bool(any && !bytes.iter().any(u8::is_ascii_lowercase)))
}

pub fn istitle(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let (mut inside, mut any) = (false, false);
    for byte in of(heap, receiver) {
        if byte.is_ascii_uppercase() && inside || byte.is_ascii_lowercase() && !inside {
            return Ok(Value::bool(false));
        }
        inside = byte.is_ascii_alphabetic();
        any |= inside;
    }
    Ok(Value::bool(any))
}

/// Fills up to a width; `left` says how many of the missing bytes come before.
fn filled(
    heap: &mut Heap,
    receiver: Value,
    arguments: Arguments,
    left: impl Fn(usize, usize) -> usize,
) -> Result<Value> {
    let (given, name) = (arguments.only(1, 2)?, arguments.function);
    let width = usize::try_from(size(heap, given[0])?).unwrap_or(0);
    let fill = match given.get(1) {
        None => b' ',
        Some(fill) => match heap.as_bytes(*fill) {
            Some([one]) => *one,
            _ => {
                let kind = type_name(heap, *fill);
                return Err(error::type_error(format!(
                    "{name}() argument 2 must be a byte string of length 1, not {kind}"
                )));
            }
        },
    };
    if width > MAX_TEXT {
        return Err(error::memory_error(""));
    }
    let bytes = of(heap, receiver);
    let missing = width.saturating_sub(bytes.len());
    let before = left(missing, width);
    let made = [vec![fill; before], bytes.to_vec(), vec![fill; missing - before]].concat();
    Ok(heap.new_bytes_like(receiver, made))
}

pub fn center(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    filled(heap, receiver, arguments, |missing, width| missing / 2 + (missing & width & 1))
}

pub fn ljust(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    filled(heap, receiver, arguments, |_, _| 0)
}

pub fn rjust(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    filled(heap, receiver, arguments, |missing, _| missing)
}

pub fn zfill(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let width = usize::try_from(size(heap, arguments.only(1, 1)?[0])?).unwrap_or(0);
    if width > MAX_TEXT {
        return Err(error::memory_error(""));
    }
    let bytes = of(heap, receiver);
    let (sign, digits) = bytes.split_at(usize::from(matches!(bytes.first(), Some(b'+' | b'-'))));
    let made = [sign, &vec![b'0'; width.saturating_sub(bytes.len())], digits].concat();
    Ok(heap.new_bytes_like(receiver, made))
}

pub fn removeprefix(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let prefix = part(heap, arguments.only(1, 1)?[0])?;
    let bytes = of(heap, receiver);
    let rest = bytes.strip_prefix(&*prefix).unwrap_or(bytes).to_vec();
    Ok(heap.new_bytes_like(receiver, rest))
}

pub fn removesuffix(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let suffix = part(heap, arguments.only(1, 1)?[0])?;
    let bytes = of(heap, receiver);
    let rest = bytes.strip_suffix(&*suffix).unwrap_or(bytes).to_vec();
    Ok(heap.new_bytes_like(receiver, rest))
}

pub fn expandtabs(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.count(0, 1)?;
    let size = arguments.either(0, &["tabsize"])?.map_or(Ok(8), |size| index(heap, size))?;
    let size = usize::try_from(size).unwrap_or(0);
    let (mut made, mut column) = (Vec::new(), 0);
    for byte in of(heap, receiver) {
        if *byte == b'\t' {
            let spaces = if size == 0 { 0 } else { size - column % size };
            if made.len() + spaces > MAX_TEXT {
                return Err(error::memory_error(""));
            }
            made.resize(made.len() + spaces, b' ');
            column += spaces;
        } else {
            made.push(*byte);
            column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
        }
    }
    Ok(heap.new_bytes_like(receiver, made))
}

/// `bytes.maketrans`: 256 bytes.
pub fn maketrans(heap: &mut Heap, _: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let (from, to) = (part(heap, given[0])?, part(heap, given[1])?);
    if from.len() != to.len() {
        return Err(error::value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    from.iter().zip(&to).for_each(|(from, to)| table[usize::from(*from)] = *to);
    Ok(heap.new_bytes(table))
}

pub fn translate(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.count(1, 2)?;
    let gone = arguments.either(1, &["", "delete"])?.map_or(Ok(Vec::new()), |gone| part(heap, gone))?;
    let table = match arguments.positional[0] {
        Value::None => (0..=255).collect(),
        table => part(heap, table)?,
    };
    if table.len() != 256 {
        return Err(error::value_error("translation table must be 256 characters long"));
    }
    let kept = of(heap, receiver).iter().filter(|byte| !gone.contains(byte));
    let made = kept.map(|byte| table[usize::from(*byte)]).collect();
    Ok(heap.new_bytes_like(receiver, made))
}
