//! More methods of texts: alignment, classes of characters, searching from the right.

use super::arguments::{Arguments, size};
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::sequence::MAX_TEXT;
use super::value::Value;

fn text(heap: &Heap, value: Value) -> &str {
    heap.as_str(value).map_or("", |text| &text.text)
}

fn part(heap: &Heap, value: Value) -> Result<String> {
    match heap.as_str(value) {
        Some(text) => Ok(text.text.to_string()),
        None => Err(error::type_error(format!("must be str, not {}", type_name(heap, value)))),
    }
}

fn mapped(heap: &mut Heap, receiver: Value, arguments: Arguments, map: impl Fn(&str) -> String) -> Result<Value> {
    arguments.only(0, 0)?;
    let result = map(text(heap, receiver));
    Ok(heap.new_str(result))
}

/// The character as a word in a title begins with it: of digraphs and ligatures only the first part is large.
fn titlecase(c: char) -> String {
    let single = match c {
        '\u{1C4}'..='\u{1C6}' => '\u{1C5}',
        '\u{1C7}'..='\u{1C9}' => '\u{1C8}',
        '\u{1CA}'..='\u{1CC}' => '\u{1CB}',
        '\u{1F1}'..='\u{1F3}' => '\u{1F2}',
        '\u{1F80}'..='\u{1FAF}' => char::from_u32(u32::from(c) | 8).unwrap_or(c),
        '\u{1FB3}' | '\u{1FC3}' | '\u{1FF3}' => char::from_u32(u32::from(c) + 9).unwrap_or(c),
        '\u{149}' => return c.to_uppercase().to_string(),
        _ => {
            let mut upper = c.to_uppercase();
            let first: String = upper.next().into_iter().collect();
            return first + &upper.collect::<String>().to_lowercase();
        }
    };
    single.to_string()
}

pub fn capitalize(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    mapped(heap, receiver, arguments, |text| {
        let mut chars = text.chars();
        let first: String = chars.next().map(titlecase).unwrap_or_default();
        first + &chars.as_str().to_lowercase()
    })
}

pub fn swapcase(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let swap = |c: char| if c.is_uppercase() { c.to_lowercase().to_string() } else { c.to_uppercase().to_string() };
    mapped(heap, receiver, arguments, |text| text.chars().map(swap).collect())
}

pub fn title(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    mapped(heap, receiver, arguments, |text| {
        let mut inside = false;
        let mut result = String::new();
        for c in text.chars() {
            match inside {
                true => result.extend(c.to_lowercase()),
                false => result.push_str(&titlecase(c)),
            }
            inside = c.is_alphabetic();
        }
        result
    })
}

fn all_chars(heap: &mut Heap, receiver: Value, arguments: Arguments, is: impl Fn(char) -> bool) -> Result<Value> {
    arguments.only(0, 0)?;
    let text = text(heap, receiver);
    Ok(Value::bool(!text.is_empty() && text.chars().all(is)))
}

pub fn isalnum(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all_chars(heap, receiver, arguments, char::is_alphanumeric)
}

pub fn isalpha(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    all_chars(heap, receiver, arguments, char::is_alphabetic)
}

pub fn islower(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let text = text(heap, receiver);
    Ok(Value::bool(text.chars().any(char::is_lowercase) && !text.chars().any(char::is_uppercase)))
}

pub fn isupper(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let text = text(heap, receiver);
    Ok(Value::bool(text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)))
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
    Both,
}

/// Fills the text up to a width; `side` says where the filling goes.
fn filled(heap: &mut Heap, receiver: Value, arguments: Arguments, side: Side) -> Result<Value> {
    let given = arguments.only(1, 2)?;
    let width = usize::try_from(size(heap, given[0])?).unwrap_or(0);
    let fill = given.get(1).map_or(Ok(" ".to_owned()), |fill| part(heap, *fill))?;
    if fill.chars().count() != 1 {
        return Err(error::type_error("The fill character must be exactly one character long"));
    }
    if width > MAX_TEXT {
        return Err(error::memory_error(""));
    }
    let text = text(heap, receiver);
    let missing = width.saturating_sub(text.chars().count());
    let left = match side {
        Side::Left => missing,
        Side::Right => 0,
        // CPython puts the odd one to the left where the width is odd as well.
        Side::Both => missing / 2 + (missing & width & 1),
    };
    let result = fill.repeat(left) + text + &fill.repeat(missing - left);
    Ok(heap.new_str(result))
}

pub fn center(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    filled(heap, receiver, arguments, Side::Both)
}

pub fn ljust(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    filled(heap, receiver, arguments, Side::Right)
}

pub fn rjust(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    filled(heap, receiver, arguments, Side::Left)
}

pub fn zfill(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let width = usize::try_from(size(heap, arguments.only(1, 1)?[0])?).unwrap_or(0);
    if width > MAX_TEXT {
        return Err(error::memory_error(""));
    }
    let text = text(heap, receiver);
    let (sign, digits) = text.split_at(usize::from(text.starts_with(['+', '-'])));
    let result = format!("{sign}{}{digits}", "0".repeat(width.saturating_sub(text.chars().count())));
    Ok(heap.new_str(result))
}

pub fn count(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 3)?;
    let wanted = part(heap, given[0])?;
    let Some((text, _)) = super::str_methods::window(heap, receiver, given)? else { return Ok(Value::Int(0)) };
    let found = if wanted.is_empty() { text.chars().count() + 1 } else { text.matches(&*wanted).count() };
    Ok(Value::Int(found as i64))
}

pub fn index_of(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    match super::str_methods::find(heap, receiver, arguments)? {
        Value::Int(-1) => Err(error::value_error("substring not found")),
        found => Ok(found),
    }
}

pub fn rfind(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 3)?;
    let wanted = part(heap, given[0])?;
    let Some((text, before)) = super::str_methods::window(heap, receiver, given)? else { return Ok(Value::Int(-1)) };
    Ok(Value::Int(text.rfind(&*wanted).map_or(-1, |at| (before + text[..at].chars().count()) as i64)))
}

fn stripped(heap: &mut Heap, receiver: Value, arguments: Arguments, left: bool) -> Result<Value> {
    let chars = match arguments.only(0, 1)?.first() {
        None | Some(Value::None) => None,
        Some(chars) => Some(part(heap, *chars)?),
    };
    let goes = |c: char| chars.as_ref().map_or(super::text_splitting::is_space(c), |chars| chars.contains(c));
    let text = text(heap, receiver);
    let result = if left { text.trim_start_matches(goes) } else { text.trim_end_matches(goes) }.to_owned();
    Ok(heap.new_str(result))
}

pub fn lstrip(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    stripped(heap, receiver, arguments, true)
}

pub fn rstrip(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    stripped(heap, receiver, arguments, false)
}

fn parted(heap: &mut Heap, receiver: Value, arguments: Arguments, last: bool) -> Result<Value> {
    let separator = part(heap, arguments.only(1, 1)?[0])?;
    if separator.is_empty() {
        return Err(error::value_error("empty separator"));
    }
    let text = text(heap, receiver).to_owned();
    let found = if last { text.rsplit_once(&*separator) } else { text.split_once(&*separator) };
    let parts = match found {
        Some((before, after)) => [before, &separator, after],
        None if last => ["", "", &text],
        None => [&text, "", ""],
    };
    let parts = parts.map(|part| heap.new_str(part));
    Ok(heap.take_tuple(parts))
}

pub fn partition(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    parted(heap, receiver, arguments, false)
}

pub fn rpartition(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    parted(heap, receiver, arguments, true)
}

pub fn encode(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let [encoding, errors] = arguments.of(["encoding", "errors"], 0, 2)?;
    arguments.text(heap, "encoding", encoding)?;
    arguments.text(heap, "errors", errors)?;
    let whole = text(heap, receiver).to_owned();
    let bytes = super::codec::encode(heap, receiver, &whole, encoding, errors)?;
    Ok(heap.new_bytes(bytes))
}
