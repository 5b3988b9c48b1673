//! Simple values of C as bytes and back, as `ctypes` keeps them. Knows no memory.

use crate::vm::arguments::{Arguments, not_an_integer};
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::{truth, type_name};
use crate::vm::numeric::Number;
use crate::vm::value::Value;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// Size in bytes, and whether it is signed.
fn integer(code: char) -> Option<(usize, bool)> {
    let size = match code.to_ascii_lowercase() {
        'b' => 1,
        'h' => 2,
        'i' => 4,
        'l' | 'q' => 8,
        _ => return None,
    };
    Some((size, code.is_ascii_lowercase()))
}

fn code_of(heap: &Heap, value: Value) -> Result<char> {
    let code = heap.as_str(value).and_then(|text| text.text.chars().next());
    code.ok_or_else(|| error::type_error("the code of a type is needed here"))
}

/// A type's code and a value of it: its bytes, the lowest first. Integers wrap around.
pub fn pack(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let (code, value) = (code_of(heap, given[0])?, given[1]);
    let bytes = match (code, integer(code)) {
        (_, Some((size, _))) => wrapped(heap, value)?.to_le_bytes()[..size].to_vec(),
        ('f', _) => (float(heap, value)? as f32).to_le_bytes().to_vec(),
        ('d', _) => float(heap, value)?.to_le_bytes().to_vec(),
        ('?', _) => vec![u8::from(truth(heap, value)?)],
        _ => match heap.as_bytes(value) {
            Some(bytes) if bytes.len() == 1 => bytes.to_vec(),
            _ => return Err(error::type_error("one character bytes, bytearray or integer expected")),
        },
    };
    Ok(heap.new_bytes(bytes))
}

fn wrapped(heap: &Heap, value: Value) -> Result<u64> {
    if is_float(heap, value) {
        return Err(error::type_error("'float' object cannot be interpreted as an integer"));
    }
    match Number::of(heap, value).and_then(Number::to_big) {
        Some(number) => Ok((number.as_ref() & BigInt::from(u64::MAX)).to_u64().unwrap_or(0)),
        None => Err(not_an_integer(heap, value)),
    }
}

fn is_float(heap: &Heap, value: Value) -> bool {
    type_name(heap, value) == "float"
}

fn float(heap: &Heap, value: Value) -> Result<f64> {
    match Number::of(heap, value) {
        Some(number) => number.to_float(),
        None => Err(error::type_error(format!("must be real number, not {}", type_name(heap, value)))),
    }
}

/// A type's code and bytes: the value.
pub fn unpack(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let code = code_of(heap, given[0])?;
    let bytes = heap.as_bytes(given[1]).unwrap_or_default().to_vec();
    let mut whole = [0; 8];
    let size = bytes.len().min(8);
    whole[..size].copy_from_slice(&bytes[..size]);
    let bits = u64::from_le_bytes(whole);
    Ok(match (code, integer(code)) {
        (_, Some((8, false))) => heap.new_int(bits.into()),
        (_, Some((size, true))) => {
            let unused = 64 - 8 * size as u32;
            Value::Int((bits << unused) as i64 >> unused)
        }
        (_, Some(_)) => Value::Int(bits as i64),
        ('f', _) => Value::float(f32::from_bits(bits as u32).into()),
        ('d', _) => Value::float(f64::from_bits(bits)),
        ('?', _) => Value::bool(bits != 0),
        _ => heap.new_bytes(bytes),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there_and_back(code: &str, value: Value) -> Value {
        let mut heap = Heap::default();
        let code = heap.new_str(code);
        let given = [code, value];
        let arguments = Arguments { function: "pack", class: "_process", positional: &given, keywords: &[] };
        let packed = pack(&mut heap, arguments).expect("it can be packed");
        let given = [code, packed];
        unpack(&mut heap, Arguments { positional: &given, ..arguments }).expect("bytes can be unpacked")
    }

    #[test]
    fn integers_wrap_around_as_in_c() {
        assert!(matches!(there_and_back("b", Value::Int(200)), Value::Int(-56)));
        assert!(matches!(there_and_back("B", Value::Int(-1)), Value::Int(255)));
        assert!(matches!(there_and_back("i", Value::Int(1 << 40)), Value::Int(0)));
        assert!(matches!(there_and_back("q", Value::Int(i64::MIN)), Value::Int(i64::MIN)));
    }
}
