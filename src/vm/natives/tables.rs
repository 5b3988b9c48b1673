//! Lines of CSV files that are as most are: fields between delimiters, some in quotes. What needs more (an escape character,
//! a record over several lines, objects to be shown) is left to the library's text: then a function gives None.

use crate::vm::arguments::{Arguments, index};
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::repr;
use crate::vm::value::{Object, Value};
use std::borrow::Cow;

/// The only character of a text.
fn character(heap: &Heap, value: Value) -> Option<char> {
    let text = &heap.as_str(value)?.text;
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// The line's fields; None where it is not a whole record.
fn fields(line: &str, delimiter: char, quote: char, limit: usize) -> Option<Vec<Cow<'_, str>>> {
    let line = line.strip_suffix('\n').unwrap_or(line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.contains(['\n', '\r']) {
        return None;
    }
    let mut fields = Vec::new();
    if line.is_empty() {
        return Some(fields);
    }
    let mut rest = Some(line);
    while let Some(left) = rest {
        let (field, behind) = match left.strip_prefix(quote) {
            Some(quoted) => of_quotes(quoted, delimiter, quote)?,
            None => match left.split_once(delimiter) {
                Some((field, behind)) => (Cow::Borrowed(field), Some(behind)),
                None => (Cow::Borrowed(left), None),
            },
        };
        if field.len() > limit {
            return None;
        }
        fields.push(field);
        rest = behind;
    }
    Some(fields)
}

/// A field that began with a quote, and what comes behind the next delimiter.
fn of_quotes(text: &str, delimiter: char, quote: char) -> Option<(Cow<'_, str>, Option<&str>)> {
    let (first, behind) = text.split_once(quote)?;
    let mut field = Cow::Borrowed(first);
    let mut rest = behind;
    while let Some(more) = rest.strip_prefix(quote) {
        let (piece, behind) = more.split_once(quote)?;
        field.to_mut().push(quote);
        field.to_mut().push_str(piece);
        rest = behind;
    }
    match rest.strip_prefix(delimiter) {
        Some(behind) => Some((field, Some(behind))),
        None => rest.is_empty().then_some((field, None)),
    }
}

/// A line, the delimiter, the quote, how long a field may be: the fields in a list.
pub fn split(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [line, delimiter, quote, limit] = *arguments.only(4, 4)? else { return Ok(Value::None) };
    let limit = usize::try_from(index(heap, limit)?).unwrap_or(0);
    let found = (|| {
        let (delimiter, quote) = (character(heap, delimiter)?, character(heap, quote)?);
        let line = heap.as_str(line)?;
        let fields = fields(&line.text, delimiter, quote, limit)?;
        Some((line.chars, fields.into_iter().map(Cow::into_owned).collect::<Vec<_>>()))
    })();
    let Some((length, fields)) = found else { return Ok(Value::None) };
    heap.note_many(Note::Character, 2 * length);
    heap.note_many(Note::Entry, 2 * fields.len());
    let fields = fields.into_iter().map(|field| heap.new_str(field)).collect();
    Ok(heap.take_list(fields))
}

/// What a writer shows without calling anybody: nothing, texts and numbers.
fn shown(heap: &Heap, value: Value) -> Option<Cow<'_, str>> {
    match value {
        Value::None => Some(Cow::Borrowed("")),
        Value::Int(_) | Value::Float(_) | Value::Bool(_) => Some(Cow::Owned(repr::str_of(heap, value).ok()?)),
        Value::Obj(at) => match heap.get(at) {
            Object::Str(text) => Some(Cow::Borrowed(&text.text)),
            _ => None,
        },
        _ => None,
    }
}

/// The values of a row, the delimiter, the quote, what ends a line: the line, with quotes where they are needed.
pub fn join(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [row, delimiter, quote, end] = *arguments.only(4, 4)? else { return Ok(Value::None) };
    let (mut numbers, mut digits) = (0, 0);
    let line = (|| {
        let (delimiter, quote) = (character(heap, delimiter)?, character(heap, quote)?);
        let (row, end) = (heap.as_items(row)?, &heap.as_str(end)?.text);
        let mut line = String::new();
        for (at, value) in row.iter().enumerate() {
            numbers += usize::from(!matches!(value, Value::Obj(_) | Value::None));
            let text = shown(heap, *value)?;
            if let Value::Float(_) = value {
                digits += text.bytes().filter(u8::is_ascii_digit).count();
            }
            if at > 0 {
                line.push(delimiter);
            }
            let is_special = |c: char| c == delimiter || c == quote || end.contains(c);
            if !text.contains(is_special) && (row.len() > 1 || !text.is_empty()) {
                line.push_str(&text);
                continue;
            }
            line.push(quote);
            for c in text.chars() {
                if c == quote {
                    line.push(quote);
                }
                line.push(c);
            }
            line.push(quote);
        }
        line.push_str(end);
        Some((line, row.len()))
    })();
    let Some((line, fields)) = line else { return Ok(Value::None) };
    heap.note_many(Note::Character, 2 * line.len());
    heap.note_many(Note::Item, fields);
    heap.note_many(Note::Conversion, numbers);
    heap.note_many(Note::FloatDigit, digits);
    Ok(heap.new_str(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<Vec<String>> {
        Some(fields(line, ',', '"', 100)?.into_iter().map(Cow::into_owned).collect())
    }

    #[test]
    fn whole_records_are_split_and_others_left() {
        assert_eq!(of("a,,\"b, \"\"c\"\"\"\r\n"), Some(vec!["a".into(), String::new(), "b, \"c\"".into()]));
        assert_eq!(of("a,"), Some(vec!["a".into(), String::new()]));
        assert_eq!(of("a\"b,\"\"\n"), Some(vec!["a\"b".into(), String::new()]));
        assert_eq!(of("\n"), Some(Vec::new()));
        for line in ["\"a\n", "\"a\"b,c\n", "a\rb", "a\n\n"] {
            assert_eq!(of(line), None, "{line:?}");
        }
    }
}
