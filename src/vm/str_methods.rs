//! The methods of texts.

use super::arguments::{Arguments, index, size};
use super::arith::is_own;
use super::error::{self, Result};
use super::heap::Heap;
use super::iter;
use super::kind::type_name;
use super::noted::Note;
use super::value::{Text, Value};

fn text(heap: &Heap, value: Value) -> &str {
    heap.as_str(value).map_or("", |text| &text.text)
}

fn text_argument<'a>(heap: &'a Heap, value: Value, function: &str) -> Result<&'a str> {
    match heap.as_str(value) {
        Some(text) => Ok(&text.text),
        None => {
            let kind = type_name(heap, value);
            Err(error::type_error(format!("{function} argument must be str, not {kind}")))
        }
    }
}

pub fn upper(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let result = text(heap, receiver).to_uppercase();
    Ok(heap.new_str(result))
}

pub fn lower(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let result = text(heap, receiver).to_lowercase();
    Ok(heap.new_str(result))
}

pub fn strip(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(0, 1)?;
    let result = match given.first() {
        None | Some(Value::None) => text(heap, receiver).trim_matches(super::text_splitting::is_space),
        Some(chars) => {
            let Some(chars) = heap.as_str(*chars) else {
                return Err(error::type_error("strip arg must be None or str"));
            };
            text(heap, receiver).trim_matches(|c| chars.text.contains(c))
        }
    };
    let result = result.to_owned();
    Ok(heap.new_str(result))
}

pub fn find(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 3)?;
    let part = part(heap, given[0])?;
    let Some((whole, before)) = window(heap, receiver, given)? else { return Ok(Value::Int(-1)) };
    Ok(Value::Int(whole.find(part).map_or(-1, |at| (before + whole[..at].chars().count()) as i64)))
}

pub fn part(heap: &Heap, part: Value) -> Result<&str> {
    match heap.as_str(part) {
        Some(part) => Ok(&part.text),
        None => Err(error::type_error(format!("must be str, not {}", type_name(heap, part)))),
    }
}

/// The piece of the receiver's text between the second and the third argument, and how many characters stand before it.
/// None where it would begin beyond the end.
pub fn window<'a>(heap: &'a Heap, receiver: Value, given: &[Value]) -> Result<Option<(&'a str, usize)>> {
    let Some(text) = heap.as_str(receiver) else { return Ok(None) };
    let length = text.chars as i64;
    let bound = |at: usize, default: i64| match given.get(at) {
        None | Some(Value::None) => Ok(default),
        Some(value) => index(heap, *value).map(|at| if at < 0 { (at + length).max(0) } else { at }),
    };
    let (start, end) = (bound(1, 0)?, bound(2, length)?.min(length));
    if start > end {
        return Ok(None);
    }
    let Value::Obj(object) = heap.base(receiver) else { return Ok(None) };
    let byte = |at: i64| match at {
        0 => 0,
        at if at == length => text.text.len(),
        at => heap.text_places.borrow_mut().byte(object, text, at as usize),
    };
    Ok(Some((&text.text[byte(start)..byte(end)], start as usize)))
}

pub fn replace(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 3)?;
    let count = given.get(2).map_or(Ok(-1), |count| size(heap, *count))?;
    let old = text_argument(heap, given[0], "replace() argument 1 must be str, not").map_err(|_| {
        error::type_error(format!("replace() argument 1 must be str, not {}", type_name(heap, given[0])))
    })?;
    let new = text_argument(heap, given[1], "").map_err(|_| {
        error::type_error(format!("replace() argument 2 must be str, not {}", type_name(heap, given[1])))
    })?;
    let result = match usize::try_from(count) {
        Ok(count) => text(heap, receiver).replacen(old, new, count),
        Err(_) => text(heap, receiver).replace(old, new),
    };
    Ok(heap.new_str(result))
}

pub fn join(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 1)?[0];
    let not_text = || error::type_error("descriptor 'join' requires a 'str' object");
    if let (Some(items), false) = (heap.as_items(given), is_own(heap, given)) {
        let length = items.len();
        let joined = joined(heap, heap.as_str(receiver).ok_or_else(not_text)?, items)?;
        heap.note_many(Note::Item, length);
        return Ok(heap.take_text(joined));
    }
    let items = iter::collect(heap, given).map_err(|raise| match raise.needs_python() {
        true => raise,
        false => error::type_error("can only join an iterable"),
    })?;
    let separator = heap.as_str(receiver).ok_or_else(not_text);
    let joined = separator.and_then(|separator| joined(heap, separator, &items));
    heap.drop_all(items);
    Ok(heap.take_text(joined?))
}

/// The text of all, allocated in its length.
fn joined(heap: &Heap, separator: &Text, items: &[Value]) -> Result<Text> {
    let gaps = items.len().saturating_sub(1);
    let (mut length, mut chars) = (gaps * separator.text.len(), gaps * separator.chars);
    for (at, item) in items.iter().enumerate() {
        let Some(item) = heap.as_str(*item) else {
            let kind = type_name(heap, *item);
            return Err(error::type_error(format!("sequence item {at}: expected str instance, {kind} found")));
        };
        (length, chars) = (length + item.text.len(), chars + item.chars);
    }
    let mut text = String::with_capacity(length);
    for (at, item) in items.iter().filter_map(|item| heap.as_str(*item)).enumerate() {
        if at > 0 {
            text.push_str(&separator.text);
        }
        text.push_str(&item.text);
    }
    Ok(Text { text: text.into_boxed_str(), chars })
}
