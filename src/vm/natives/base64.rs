//! Base64 without stray characters. What is not whole is left to the library's text: then a function gives None.

use crate::vm::arguments::Arguments;
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::value::Value;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn encoded(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let byte = |at: usize| u32::from(part.get(at).copied().unwrap_or(0));
        let number = byte(0) << 16 | byte(1) << 8 | byte(2);
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            text.push(if place > part.len() { b'=' } else { DIGITS[(number >> shift & 63) as usize] });
        }
    }
    text
}

fn value(digit: u8) -> Option<u32> {
    Some(u32::from(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

fn decoded(text: &[u8]) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let short = text.iter().rev().take(2).take_while(|digit| **digit == b'=').count();
    let digits = &text[..text.len() - short];
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for part in digits.chunks(4) {
        let mut number = 0;
        for digit in part {
            number = number << 6 | value(*digit)?;
        }
        number <<= 6 * (4 - part.len());
        bytes.extend_from_slice(&number.to_be_bytes()[1..part.len()]);
    }
    Some(bytes)
}

/// Bytes as text, without a line end.
pub fn encode(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let Some(text) = heap.as_bytes(arguments.only(1, 1)?[0]).map(encoded) else { return Ok(Value::None) };
    heap.note_many(Note::Character, 2 * text.len());
    Ok(heap.new_bytes(text))
}

/// The reverse.
pub fn decode(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let Some(bytes) = heap.as_bytes(arguments.only(1, 1)?[0]).and_then(decoded) else { return Ok(Value::None) };
    heap.note_many(Note::Character, 4 * bytes.len());
    Ok(heap.new_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_every_length_come_back() {
        let bytes: Vec<u8> = (0..=255).collect();
        for length in 0..bytes.len() {
            assert_eq!(decoded(&encoded(&bytes[..length])).as_deref(), Some(&bytes[..length]));
        }
        for text in ["a", "ab=c", "=aaa", "a===", "aa a", "aaaa\n"] {
            assert_eq!(decoded(text.as_bytes()), None, "{text:?}");
        }
    }
}
