//! What a text consists of: digits, printable characters, the characters of a name.

use super::arguments::Arguments;
use super::error::Result;
use super::heap::Heap;
use super::value::Value;
use std::borrow::Cow;

/// The zeros of the scripts that have ten decimal digits in a row (Unicode 14, as CPython 3.11 has it).
const ZEROS: &[u32] = &[
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
    0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0,
    0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60,
    0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// Digits that are not decimal: superscripts, circled ones.
const OTHER_DIGITS: &[(u32, u32)] = &[
    (0xb2, 0xb3),
    (0xb9, 0xb9),
    (0x1369, 0x1371),
    (0x19da, 0x19da),
    (0x2070, 0x2070),
    (0x2074, 0x2079),
    (0x2080, 0x2089),
    (0x2460, 0x2468),
    (0x2474, 0x247c),
    (0x2488, 0x2490),
    (0x24ea, 0x24ea),
    (0x24f5, 0x24fd),
    (0x24ff, 0x24ff),
    (0x2776, 0x277e),
    (0x2780, 0x2788),
    (0x278a, 0x2792),
    (0x10a40, 0x10a43),
    (0x10e60, 0x10e68),
    (0x11052, 0x1105a),
    (0x1f100, 0x1f10a),
];

/// The commonest ideographs that are numbers: zero to ten, hundred, thousand, ten thousand, a hundred million.
const NUMBER_IDEOGRAPHS: &str = "〇零一二三四五六七八九十百千万億兆亿两兩廿卅";

fn is_decimal(c: char) -> bool {
    ZEROS.iter().any(|zero| (*zero..zero + 10).contains(&(c as u32)))
}

/// The text with the decimal digits of all scripts as those of ASCII, as numbers are read.
pub fn ascii_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let digit = |c: char| {
        let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&(c as u32)))?;
        char::from_digit(c as u32 - zero, 10)
    };
    Cow::Owned(text.chars().map(|c| digit(c).unwrap_or(c)).collect())
}

fn is_digit(c: char) -> bool {
    is_decimal(c) || OTHER_DIGITS.iter().any(|(first, last)| (*first..=*last).contains(&(c as u32)))
}

fn is_numeric(c: char) -> bool {
    c.is_numeric() || NUMBER_IDEOGRAPHS.contains(c)
}

fn all(heap: &Heap, receiver: Value, arguments: Arguments, is: impl Fn(char) -> bool, empty: bool) -> Result<Value> {
    arguments.only(0, 0)?;
    let text = heap.as_str(receiver).map_or("", |text| &text.text);
    Ok(Value::bool(if text.is_empty() { empty } else { text.chars().all(is) }))
}

pub fn isdigit(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all(heap, receiver, arguments, is_digit, false)
}

pub fn isdecimal(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all(heap, receiver, arguments, is_decimal, false)
}

pub fn isnumeric(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all(heap, receiver, arguments, is_numeric, false)
}

pub fn isascii(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all(heap, receiver, arguments, |c| c.is_ascii(), true)
}

pub fn isprintable(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all(heap, receiver, arguments, super::repr::is_printable, true)
}

pub fn isspace(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all(heap, receiver, arguments, super::text_splitting::is_space, false)
}

pub fn isidentifier(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let text = heap.as_str(receiver).map_or("", |text| &text.text);
    let begins = text.starts_with(|c: char| c == '_' || c.is_alphabetic());
    Ok(Value::bool(begins && text.chars().all(|c| c == '_' || c.is_alphanumeric())))
}

/// Whether each word begins with a capital letter, and goes on with small ones.
pub fn istitle(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let (mut inside, mut any) = (false, false);
    for c in heap.as_str(receiver).map_or("", |text| &text.text).chars() {
        if c.is_uppercase() && inside || c.is_lowercase() && !inside {
            return Ok(Value::bool(false));
        }
        inside = c.is_uppercase() || c.is_lowercase();
        any |= inside;
    }
    Ok(Value::bool(any))
}
