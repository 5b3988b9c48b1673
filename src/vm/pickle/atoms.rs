//! How values without parts are written: numbers, texts, byte strings. Knows no memo.

use super::opcodes::*;
use super::output::Output;
use crate::vm::float;
use num_bigint::BigInt;

/// An integer of 64 bits.
pub fn int(out: &mut Output, protocol: u8, number: i64) {
    let Ok(small) = i32::try_from(number) else { return big(out, protocol, &BigInt::from(number)) };
    if protocol == 0 {
        return out.put(format!("I{small}\n").as_bytes());
    }
    match small.to_le_bytes() {
        [low, 0, 0, 0] => out.put(&[BININT1, low]),
        [low, high, 0, 0] => out.put(&[BININT2, low, high]),
        [a, b, c, d] => out.put(&[BININT, a, b, c, d]),
    }
}

/// An integer that four bytes do not hold.
pub fn big(out: &mut Output, protocol: u8, number: &BigInt) {
    if protocol < 2 {
        return out.put(format!("L{number}L\n").as_bytes());
    }
    let bytes = number.to_signed_bytes_le();
    match u8::try_from(bytes.len()) {
        Ok(length) => out.put(&[LONG1, length]),
        Err(_) => {
            out.put(&[LONG4]);
            out.put(&(bytes.len() as u32).to_le_bytes());
        }
    }
    out.put(&bytes);
}

pub fn float(out: &mut Output, protocol: u8, number: f64) {
    if protocol == 0 {
        return out.put(format!("F{}\n", float::text(number)).as_bytes());
    }
    out.put(&[BINFLOAT]);
    out.put(&number.to_be_bytes());
}

pub fn bool(out: &mut Output, protocol: u8, holds: bool) {
    out.put(match (protocol, holds) {
        (0 | 1, true) => b"I01\n",
        (0 | 1, false) => b"I00\n",
        (_, true) => &[NEWTRUE],
        (_, false) => &[NEWFALSE],
    });
}

pub fn text(out: &mut Output, protocol: u8, text: &str) {
    if protocol == 0 {
        out.put(&[UNICODE]);
        out.put_data(&[], &escaped(text));
        return out.put(b"\n");
    }
    let short = if protocol >= 4 { SHORT_BINUNICODE } else { BINUNICODE };
    sized(out, [short, BINUNICODE, BINUNICODE8], text.as_bytes());
}

/// From protocol 3 on.
pub fn bytes(out: &mut Output, data: &[u8]) {
    sized(out, [SHORT_BINBYTES, BINBYTES, BINBYTES8], data);
}

/// From protocol 5 on.
pub fn bytearray(out: &mut Output, data: &[u8]) {
    let mut header = vec![BYTEARRAY8];
    header.extend_from_slice(&(data.len() as u64).to_le_bytes());
    out.put_data(&header, data);
}

/// Data behind the opcode for its length: one byte, four, or eight.
fn sized(out: &mut Output, [short, long, longest]: [u8; 3], data: &[u8]) {
    let length = data.len();
    match (u8::try_from(length), u32::try_from(length)) {
        (Ok(small), _) if short != long => out.put_data(&[short, small], data),
        (_, Ok(length)) => {
            let [a, b, c, d] = length.to_le_bytes();
            out.put_data(&[long, a, b, c, d], data);
        }
        _ => {
            let mut header = vec![longest];
            header.extend_from_slice(&(length as u64).to_le_bytes());
            out.put_data(&header, data);
        }
    }
}

/// Python's raw-unicode-escape, and beyond it the characters that would end a line of a pickle.
fn escaped(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '\0' | '\n' | '\r' | '\u{1a}' => out.extend(format!("\\u{:04x}", c as u32).into_bytes()),
            c if (c as u32) < 0x100 => out.push(c as u8),
            c if (c as u32) < 0x10000 => out.extend(format!("\\u{:04x}", c as u32).into_bytes()),
            c => out.extend(format!("\\U{:08x}", c as u32).into_bytes()),
        }
    }
    out
}
