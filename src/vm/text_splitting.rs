//! Methods that take texts apart: at separators, at white space, at the ends of lines, at their beginnings and ends.

use super::arguments::{Arguments, index, size};
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::{truth, type_name};
use super::sequence::MAX_TEXT;
use super::str_methods::{part, window};
use super::value::Value;

/// What Python counts as white space.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\x1c'..='\x1f')
}

fn text(heap: &Heap, value: Value) -> &str {
    heap.as_str(value).map_or("", |text| &text.text)
}

fn take_texts(heap: &mut Heap, parts: Vec<String>) -> Value {
    let parts = parts.into_iter().map(|part| heap.new_str(part)).collect();
    heap.take_list(parts)
}

/// How the arguments of `split` and `rsplit` say where and how often.
fn separation(heap: &Heap, arguments: Arguments) -> Result<(Option<String>, usize)> {
    arguments.count(0, 2)?;
    let known = ["sep", "maxsplit"];
    let limit = arguments.either(1, &known)?.map_or(Ok(-1), |limit| size(heap, limit))?;
    let separator = match arguments.either(0, &known)? {
        None | Some(Value::None) => None,
        Some(separator) => match heap.as_str(separator) {
            Some(text) if text.chars == 0 => return Err(error::value_error("empty separator")),
            Some(text) => Some(text.text.to_string()),
            None => {
                let kind = type_name(heap, separator);
                return Err(error::type_error(format!("must be str or None, not {kind}")));
            }
        },
    };
    Ok((separator, usize::try_from(limit).unwrap_or(usize::MAX)))
}

pub fn split(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let (separator, limit) = separation(heap, arguments)?;
    let whole = text(heap, receiver);
    let parts = match separator {
        None => words(whole, limit),
        Some(separator) => whole.splitn(limit.saturating_add(1), &*separator).map(str::to_owned).collect(),
    };
    Ok(take_texts(heap, parts))
}

pub fn rsplit(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let (separator, limit) = separation(heap, arguments)?;
    let whole = text(heap, receiver);
    let mut parts: Vec<String> = match separator {
        None => last_words(whole, limit),
        Some(separator) => whole.rsplitn(limit.saturating_add(1), &*separator).map(str::to_owned).collect(),
    };
    parts.reverse();
    Ok(take_texts(heap, parts))
}

/// The words of a text; after `limit` of them the rest is one.
fn words(text: &str, limit: usize) -> Vec<String> {
    let mut rest = text.trim_start_matches(is_space);
    let mut words = Vec::new();
    while words.len() < limit
        && let Some(end) = rest.find(is_space)
    {
        words.push(rest[..end].to_owned());
        rest = rest[end..].trim_start_matches(is_space);
    }
    if !rest.is_empty() {
        words.push(rest.to_owned());
    }
    words
}

/// The same from the right, the last word first.
fn last_words(text: &str, limit: usize) -> Vec<String> {
    let mut rest = text.trim_end_matches(is_space);
    let mut words = Vec::new();
    while words.len() < limit
        && let Some((at, c)) = rest.char_indices().rfind(|(_, c)| is_space(*c))
    {
        words.push(rest[at + c.len_utf8()..].to_owned());
        rest = rest[..at].trim_end_matches(is_space);
    }
    if !rest.is_empty() {
        words.push(rest.to_owned());
    }
    words
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub fn splitlines(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.count(0, 1)?;
    let keep = arguments.either(0, &["keepends"])?.map_or(Ok(false), |keep| truth(heap, keep))?;
    let mut rest = text(heap, receiver);
    let mut lines = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(ends_line).unwrap_or(rest.len());
        let after = match rest[end..].starts_with("\r\n") {
            true => end + 2,
            false => end + rest[end..].chars().next().map_or(0, char::len_utf8),
        };
        lines.push(rest[..if keep { after } else { end }].to_owned());
        rest = &rest[after..];
    }
    Ok(take_texts(heap, lines))
}

pub fn removeprefix(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let prefix = affix(heap, arguments, "removeprefix")?;
    let whole = text(heap, receiver);
    let rest = whole.strip_prefix(&*prefix).unwrap_or(whole).to_owned();
    Ok(heap.new_str(rest))
}

pub fn removesuffix(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let suffix = affix(heap, arguments, "removesuffix")?;
    let whole = text(heap, receiver);
    let rest = whole.strip_suffix(&*suffix).unwrap_or(whole).to_owned();
    Ok(heap.new_str(rest))
}

fn affix(heap: &Heap, arguments: Arguments, method: &str) -> Result<String> {
    let value = arguments.only(1, 1)?[0];
    let kind = type_name(heap, value);
    let text = heap.as_str(value).map(|text| text.text.to_string());
    text.ok_or_else(|| error::type_error(format!("{method}() argument must be str, not {kind}")))
}

pub fn startswith(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    has_affix(heap, receiver, arguments, |text, part| text.starts_with(part))
}

pub fn endswith(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    has_affix(heap, receiver, arguments, |text, part| text.ends_with(part))
}

/// Whether the text, or a piece of it, has one of the beginnings or ends; several stand in a tuple.
fn has_affix(heap: &Heap, value: Value, arguments: Arguments, has: impl Fn(&str, &str) -> bool) -> Result<Value> {
    let (given, name) = (arguments.only(1, 3)?, arguments.function);
    let one = [given[0]];
    let several = heap.as_tuple(given[0]);
    for part in several.unwrap_or(&one) {
        let Some(part) = heap.as_str(*part) else {
            let kind = type_name(heap, *part);
            return Err(error::type_error(match several {
                Some(_) => format!("tuple for {name} must only contain str, not {kind}"),
                None => format!("{name} first arg must be str or a tuple of str, not {kind}"),
            }));
        };
        if window(heap, value, given)?.is_some_and(|(text, _)| has(text, &part.text)) {
            return Ok(Value::bool(true));
        }
    }
    Ok(Value::bool(false))
}

pub fn rindex(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    match super::text_methods::rfind(heap, receiver, arguments)? {
        Value::Int(-1) => Err(error::value_error("substring not found")),
        found => Ok(found),
    }
}

/// Tabs become as many spaces as lead to the next column that is a multiple of the size.
pub fn expandtabs(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.count(0, 1)?;
    let size = arguments.either(0, &["tabsize"])?.map_or(Ok(8), |size| index(heap, size))?;
    let size = usize::try_from(size).unwrap_or(0);
    let (mut made, mut column) = (String::new(), 0);
    for c in text(heap, receiver).chars() {
        match c {
            '\t' => {
                let spaces = if size == 0 { 0 } else { size - column % size };
                if made.len() + spaces > MAX_TEXT {
                    return Err(error::memory_error(""));
                }
                made.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            c => {
                made.push(c);
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(heap.new_str(made))
}

pub fn casefold(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    // Folding differs from lower case in few characters; these are those of living scripts.
    let fold = |c: char| match c {
        'ß' | 'ẞ' => "ss".to_owned(),
        'ς' => "σ".to_owned(),
        'ſ' => "s".to_owned(),
        'ŉ' => "ʼn".to_owned(),
        'µ' => "μ".to_owned(),
        'ﬀ'..='ﬆ' => c.to_uppercase().flat_map(char::to_lowercase).collect(),
        c => c.to_lowercase().collect(),
    };
    let folded: String = text(heap, receiver).chars().map(fold).collect();
    Ok(heap.new_str(folded))
}

/// `str.maketrans`: a dict of code points.
pub fn maketrans(heap: &mut Heap, _: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 3)?.to_vec();
    let table = heap.new_dict();
    let filled = match given[..] {
        [from] => translation_of_dict(heap, table, from),
        _ => translation_of_texts(heap, table, &given),
    };
    if filled.is_err() {
        heap.drop_value(table);
    }
    filled.map(|()| table)
}

fn translation_of_dict(heap: &mut Heap, table: Value, from: Value) -> Result<()> {
    let Some(entries) = heap.as_dict(from).map(|from| from.entries().collect::<Vec<_>>()) else {
        return Err(error::type_error("if you give only one argument to maketrans it must be a dict"));
    };
    for entry in entries {
        let key = match (entry.key, heap.as_str(entry.key)) {
            (key @ Value::Int(_), _) => key,
            (_, Some(text)) if text.chars == 1 => Value::Int(text.text.chars().next().map_or(0, |c| c as i64)),
            (_, Some(_)) => return Err(error::value_error("string keys in translate table must be of length 1")),
            _ => return Err(error::type_error("keys in translate table must be strings or integers")),
        };
        heap.keep(entry.value);
        super::dict::take_insert(heap, table, key, entry.value)?;
    }
    Ok(())
}

fn translation_of_texts(heap: &mut Heap, table: Value, given: &[Value]) -> Result<()> {
    let mut chars = Vec::new();
    for value in given {
        chars.push(part(heap, *value)?.chars().collect::<Vec<char>>());
    }
    if chars[0].len() != chars[1].len() {
        return Err(error::value_error("the first two maketrans arguments must have equal length"));
    }
    let pairs = chars[0].iter().zip(&chars[1]).map(|(from, to)| (*from, Value::Int(*to as i64)));
    let gone = chars.get(2).into_iter().flatten().map(|c| (*c, Value::None));
    for (from, to) in pairs.chain(gone) {
        super::dict::take_insert(heap, table, Value::Int(from as i64), to)?;
    }
    Ok(())
}

/// `text.translate(table)`, where the table is a dict or list.
pub fn translate(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let table = arguments.only(1, 1)?[0];
    if super::arith::is_own(heap, table) {
        return Err(error::needs_python());
    }
    let mut made = String::new();
    for c in text(heap, receiver).to_owned().chars() {
        let found = match super::subscript::load(heap, table, Value::Int(c as i64)) {
            Ok(found) => found,
            Err(raise) if is_lookup_error(heap, &raise) => {
                heap.drop_all(raise.thrown);
                made.push(c);
                continue;
            }
            Err(raise) => return Err(raise),
        };
        let added = translated(heap, found, &mut made);
        heap.drop_value(found);
        added?;
    }
    Ok(heap.new_str(made))
}

fn is_lookup_error(heap: &Heap, raise: &error::Raise) -> bool {
    let thrown = raise.thrown.and_then(|thrown| heap.as_exception(thrown));
    let is_key_error =
        |class| super::compare::is_identical(class, Value::Exception(super::exception::ExceptionKind::KeyError));
    matches!(raise.kind, "KeyError" | "IndexError") || thrown.is_some_and(|thrown| is_key_error(thrown.class))
}

fn translated(heap: &Heap, found: Value, made: &mut String) -> Result<()> {
    match (found, heap.as_str(found)) {
        (Value::None, _) => {}
        (Value::Int(point), _) => match u32::try_from(point).ok().and_then(char::from_u32) {
            Some(c) => made.push(c),
            None => return Err(error::value_error("character mapping must be in range(0x110000)")),
        },
        (_, Some(text)) => made.push_str(&text.text),
        _ => return Err(error::type_error("character mapping must return integer, None or str")),
    }
    Ok(())
}
