//! The native side of `unicodedata`: what Unicode says of characters. Tables are those of version 14, as in CPython 3.11.

use super::system::text;
use crate::vm::arguments::Arguments;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::value::Value;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Where characters begin that have the same properties: category, direction, width, and 1 where they are mirrored.
static RUNS: LazyLock<Vec<(u32, &str)>> =
    LazyLock::new(|| include_str!("unicode/characters.txt").lines().filter_map(split).collect());

/// Characters in a row that are numbers, each one more than that before: the first, how many, and the first one's value.
static NUMBERS: LazyLock<Vec<(u32, u32, f64)>> = LazyLock::new(|| {
    let numbers = include_str!("unicode/numbers.txt").lines().filter_map(|line| {
        let (first, rest) = split(line)?;
        let (count, value) = rest.split_once(' ')?;
        Some((first, count.parse().ok()?, value.parse().ok()?))
    });
    numbers.collect()
});

fn split(line: &str) -> Option<(u32, &str)> {
    let (first, rest) = line.split_once(' ')?;
    Some((u32::from_str_radix(first, 16).ok()?, rest))
}

fn character(heap: &Heap, arguments: Arguments) -> Result<char> {
    let text = text(heap, arguments.only(1, 1)?[0])?;
    text.chars().next().ok_or_else(|| error::value_error("no character"))
}

/// The properties of a character, with blanks between them.
pub fn properties(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let found = properties_of(character(heap, arguments)?);
    Ok(heap.new_str(found))
}

fn properties_of(character: char) -> &'static str {
    let at = RUNS.partition_point(|(first, _)| *first <= character as u32).saturating_sub(1);
    RUNS.get(at).map_or("Cn - N 0", |(_, properties)| properties)
}

/// Whether version 14 has it: the crate that knows names may be ahead.
fn is_assigned(character: &char) -> bool {
    !properties_of(*character).starts_with("Cn")
}

/// What number it is, or None.
pub fn number(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let code = character(heap, arguments)? as u32;
    let at = NUMBERS.partition_point(|(first, ..)| *first <= code).checked_sub(1);
    let found = at.map(|at| NUMBERS[at]).filter(|(first, count, _)| code - first < *count);
    Ok(found.map_or(Value::None, |(first, _, value)| Value::float(value + f64::from(code - first))))
}

pub fn combining(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    character(heap, arguments).map(|character| Value::Int(canonical_combining_class(character).into()))
}

/// Its name, or None.
pub fn name(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let character = Some(character(heap, arguments)?).filter(is_assigned);
    Ok(character.and_then(unicode_names2::name).map_or(Value::None, |name| heap.new_str(name.to_string())))
}

/// The character of this name, or None.
pub fn named(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let name = text(heap, arguments.only(1, 1)?[0])?;
    let found = unicode_names2::character(&name).filter(is_assigned);
    Ok(found.map_or(Value::None, |character| heap.new_str(character.to_string())))
}

/// The text in the form of this name, or None where there is no such form.
pub fn normalized(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let (form, text) = (text(heap, given[0])?, text(heap, given[1])?);
    let made: String = match form.as_str() {
        "NFC" => text.nfc().collect(),
        "NFD" => text.nfd().collect(),
        "NFKC" => text.nfkc().collect(),
        "NFKD" => text.nfkd().collect(),
        _ => return Ok(Value::None),
    };
    Ok(heap.new_str(made))
}
