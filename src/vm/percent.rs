//! `template % values`, as in C.

use super::class;
use super::error::{self, Result};
use super::format::{Spec, number_formatted};
use super::heap::Heap;
use super::kind::type_name;
use super::noted::Note;
use super::numeric::{Number, float_to_int};
use super::repr::{repr, str_of};
use super::value::Value;

/// The text, owned. Borrows both.
pub fn format(heap: &mut Heap, template: Value, values: Value) -> Result<Value> {
    let text = heap.as_str(template).map(|text| text.text.to_string()).unwrap_or_default();
    let filled = fill(heap, &text, values)?;
    Ok(heap.new_str(filled))
}

/// The same for bytes, which are taken for Latin-1 on the way: what is put in for `%s` and `%b` are bytes too.
pub fn on_bytes(heap: &mut Heap, template: Value, values: Value) -> Result<Value> {
    let text = for_texts(&latin(heap.as_bytes(template).unwrap_or_default()));
    let codes = codes(&text);
    let put_in = match (heap.as_tuple(values), heap.as_dict(values)) {
        (Some(items), _) => {
            let items = items.to_vec();
            each_put_in(heap, &items, &codes)?
        }
        (None, Some(_)) if text.contains("%(") => by_name(heap, values)?,
        _ => each_put_in(heap, &[values], &codes)?,
    };
    let filled = fill(heap, &text, put_in);
    heap.drop_value(put_in);
    let filled = filled.map_err(|mut raise| {
        raise.message = raise.message.replace("string formatting", "bytes formatting");
        raise
    });
    let bytes: Vec<u8> = filled?.chars().map(|c| u8::try_from(c as u32).unwrap_or(b'?')).collect();
    Ok(heap.new_bytes_like(template, bytes))
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// The template with `s` and `a` where bytes have `b` and `r`.
fn for_texts(template: &str) -> String {
    let (mut made, mut inside, mut is_name) = (String::with_capacity(template.len()), false, false);
    for c in template.chars() {
        made.push(match c {
            _ if is_name => c,
            'b' if inside => 's',
            'r' if inside => 'a',
            c => c,
        });
        is_name = inside && (c == '(' || is_name && c != ')');
        inside = if inside { is_name || !(c == '%' || c.is_ascii_alphabetic()) } else { c == '%' };
    }
    made
}

/// What each value is taken for, in order: the letter that ends its place, or `*`.
fn codes(template: &str) -> Vec<char> {
    let mut codes = Vec::new();
    let mut rest = template.chars();
    while rest.by_ref().any(|c| c == '%') {
        for c in rest.by_ref() {
            if c == '*' || c.is_ascii_alphabetic() {
                codes.push(c);
            }
            if c == '%' || c.is_ascii_alphabetic() {
                break;
            }
        }
    }
    codes
}

/// The values as a tuple, bytes as texts. Owned.
fn each_put_in(heap: &mut Heap, values: &[Value], codes: &[char]) -> Result<Value> {
    let mut items = Vec::new();
    for (at, value) in values.iter().enumerate() {
        match put_in(heap, *value, codes.get(at) == Some(&'s')) {
            Ok(item) => items.push(item),
            Err(raise) => {
                heap.drop_all(items);
                return Err(raise);
            }
        }
    }
    Ok(heap.take_tuple(items))
}

/// The same for a dict, whose keys are bytes. Owned.
fn by_name(heap: &mut Heap, values: Value) -> Result<Value> {
    let entries: Vec<_> = heap.as_dict(values).map(|dict| dict.entries().collect::<Vec<_>>()).unwrap_or_default();
    let pairs: Vec<(Value, Value)> = entries.into_iter().map(|entry| (entry.key, entry.value)).collect();
    let named = heap.new_dict();
    for (key, value) in pairs {
        let Some(key) = heap.as_bytes(key).map(latin) else { continue };
        let (key, value) = (heap.new_str(key), put_in(heap, value, false)?);
        super::dict::take_insert(heap, named, key, value)?;
    }
    Ok(named)
}

/// Bytes as a text of the same characters; anything else as it is, where that is allowed.
fn put_in(heap: &mut Heap, value: Value, wants_bytes: bool) -> Result<Value> {
    if let Some(bytes) = heap.as_bytes(value).map(latin) {
        return Ok(heap.new_str(bytes));
    }
    if super::arith::is_own(heap, value) {
        return Err(error::needs_python());
    }
    if wants_bytes {
        let kind = type_name(heap, value);
        return Err(error::type_error(format!(
            "%b requires a bytes-like object, or an object that implements __bytes__, not '{kind}'"
        )));
    }
    Ok(heap.keep(value))
}

fn fill(heap: &mut Heap, template: &str, values: Value) -> Result<String> {
    let items = match heap.as_tuple(values) {
        Some(items) => items.to_vec(),
        None => vec![values],
    };
    let (mut result, mut rest, mut next) = (String::new(), template, 0);
    let mut by_name = false;
    while let Some(at) = rest.find('%') {
        result.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            result.push('%');
            rest = after;
            continue;
        }
        let mut value = None;
        if let Some((name, after)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            value = Some(named(heap, values, name)?);
            (by_name, rest) = (true, after);
        }
        let end =
            rest.find(|c: char| c.is_ascii_alphabetic()).ok_or_else(|| error::value_error("incomplete format"))?;
        let (flags, code) = (&rest[..end], rest.as_bytes()[end] as char);
        let mut flags = flags.to_owned();
        while let Some(star) = flags.find('*') {
            let width = take(&items, &mut next)?;
            flags.replace_range(star..=star, &str_of(heap, width)?);
        }
        let value = match value {
            Some(value) => value,
            None => take(&items, &mut next)?,
        };
        heap.note_many(Note::Conversion, if matches!(value, Value::Float(_)) { 3 } else { 1 });
        let index = template[..template.len() - rest.len() + end].chars().count();
        result.push_str(&one(heap, &flags, code, index, value)?);
        rest = &rest[end + 1..];
    }
    if !by_name && next < items.len() && heap.as_dict(values).is_none() {
        return Err(error::type_error("not all arguments converted during string formatting"));
    }
    Ok(result + rest)
}

fn take(items: &[Value], next: &mut usize) -> Result<Value> {
    *next += 1;
    items.get(*next - 1).copied().ok_or_else(|| error::type_error("not enough arguments for format string"))
}

fn named(heap: &mut Heap, values: Value, name: &str) -> Result<Value> {
    if heap.as_dict(values).is_none() {
        return Err(error::type_error("format requires a mapping"));
    }
    let key = heap.new_str(name);
    let found = super::dict::find(heap, values, key);
    heap.drop_value(key);
    match found? {
        _ if answers_itself(heap, values) => Err(error::needs_python()),
        Some(at) => Ok(heap.as_dict(values).map_or(Value::None, |dict| dict.entry(at).value)),
        None => Err(error::key_error(format!("'{name}'"))),
    }
}

/// Whether methods of the program's say what is under a key.
fn answers_itself(heap: &Heap, values: Value) -> bool {
    let is_own = |name| heap.symbols.known(name).is_some_and(|name| class::special(heap, values, name).is_some());
    ["__getitem__", "__missing__"].into_iter().any(is_own)
}

fn one(heap: &Heap, flags: &str, code: char, index: usize, value: Value) -> Result<String> {
    let (left, plus) = (flags.contains('-'), flags.contains('+'));
    let digits = flags.trim_start_matches(['-', '+', ' ', '#', '0']);
    let leading = &flags[..flags.len() - digits.len()];
    let (width, precision) =
        digits.split_once('.').map_or((digits, None), |(width, precision)| (width, Some(precision)));
    let size = |text: &str| text.parse::<usize>().unwrap_or(0).min(1 << 20);
    let spec = Spec {
        align: Some(if left {
            '<'
        } else if leading.contains('0') && code != 's' && code != 'r' {
            '='
        } else {
            '>'
        }),
        fill: (leading.contains('0') && !left && code != 's' && code != 'r').then_some('0'),
        sign: if plus {
            Some('+')
        } else if leading.contains(' ') {
            Some(' ')
        } else {
            None
        },
        alternate: leading.contains('#'),
        width: size(width),
        precision: precision.map(size),
        ..Spec::default()
    };
    let text = |text: String| {
        let cut: String = text.chars().take(spec.precision.unwrap_or(usize::MAX)).collect();
        let missing = " ".repeat(spec.width.saturating_sub(cut.chars().count()));
        if left { cut + &missing } else { missing + &cut }
    };
    match code {
        's' => str_of(heap, value).map(text),
        'r' => repr(heap, value).map(text),
        'a' => repr(heap, value).map(|shown| text(super::build::ascii(&shown))),
        'c' if heap.as_str(value).is_some_and(|text| text.text.chars().nth(1).is_some() || text.text.is_empty()) => {
            Err(error::type_error("%c requires int or char"))
        }
        'c' if heap.as_str(value).is_some() => str_of(heap, value).map(text),
        'd' | 'i' | 'u' | 'x' | 'X' | 'o' | 'c' => integer(heap, code, value, spec),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => match Number::of(heap, value) {
            Some(number) => number_formatted(number, &Spec { kind: Some(code), ..spec }, "float"),
            None => Err(error::type_error(format!("must be real number, not {}", type_name(heap, value)))),
        },
        other => Err(error::value_error(format!(
            "unsupported format character '{other}' (0x{:x}) at index {index}",
            other as u32
        ))),
    }
}

fn integer(heap: &Heap, code: char, value: Value, spec: Spec) -> Result<String> {
    let kind = if matches!(code, 'i' | 'u') { 'd' } else { code };
    let spec = Spec { kind: Some(kind), precision: None, ..spec };
    match Number::of(heap, value) {
        Some(Number::Float(number)) if kind == 'd' && number.is_finite() => {
            number_formatted(Number::Big(&float_to_int(number)), &spec, "int")
        }
        Some(number @ (Number::Small(_) | Number::Big(_))) => number_formatted(number, &spec, "int"),
        _ => {
            let found = type_name(heap, value);
            let wanted = if kind == 'd' { "a real number is required" } else { "an integer is required" };
            Err(error::type_error(format!("%{code} format: {wanted}, not {found}")))
        }
    }
}
