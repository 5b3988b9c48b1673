//! From values to JSON. Knows built-in types only.

use super::MAX_DEPTH;
use crate::vm::arguments::Arguments;
use crate::vm::compare;
use crate::vm::error::{self, Result};
use crate::vm::float;
use crate::vm::heap::Heap;
use crate::vm::kind::{truth, type_name};
use crate::vm::noted::Note;
use crate::vm::repr::str_of;
use crate::vm::value::{Object, Value};
use std::cmp::Ordering;

struct Options {
    skip_keys: bool,
    ascii: bool,
    allow_nan: bool,
    sort_keys: bool,
    /// What one level is indented by; None for one line.
    indent: Option<String>,
    item_separator: String,
    key_separator: String,
}

/// `encode(value, skipkeys, ensure_ascii, allow_nan, sort_keys, indent, item_separator, key_separator)`.
pub fn encode(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [value, skip, ascii, nan, sort, indent, item, key] = arguments.only(8, 8)? else { return Ok(Value::None) };
    let text = |value: Value| heap.as_str(value).map(|text| text.text.to_string());
    let separator = |value| text(value).ok_or_else(|| error::type_error("separators must be strings"));
    let options = Options {
        skip_keys: truth(heap, *skip)?,
        ascii: truth(heap, *ascii)?,
        allow_nan: truth(heap, *nan)?,
        sort_keys: truth(heap, *sort)?,
        indent: text(*indent),
        item_separator: separator(*item)?,
        key_separator: separator(*key)?,
    };
    let mut writer = Writer { heap, options, open: Vec::new(), text: String::new() };
    writer.value(*value)?;
    let (text, is_indented) = (writer.text, writer.options.indent.is_some());
    // CPython's native writer knows no indents: its Python text takes their place.
    let times = if is_indented { 5 } else { 1 };
    heap.note_many(Note::Scanned, text.len().saturating_mul(times));
    Ok(heap.new_str(text))
}

struct Writer<'a> {
    heap: &'a Heap,
    options: Options,
    /// The containers around.
    open: Vec<Value>,
    text: String,
}

impl Writer<'_> {
    fn value(&mut self, value: Value) -> Result<()> {
        match value {
            Value::None => self.text.push_str("null"),
            Value::Bool(holds) => self.text.push_str(if holds.get() { "true" } else { "false" }),
            Value::Int(number) => self.text.push_str(&number.to_string()),
            Value::Float(number) => {
                let text = self.float(number.get())?;
                self.text.push_str(&text);
            }
            Value::Obj(at) => match self.heap.get(at) {
                Object::Str(text) => quote(&mut self.text, &text.text, self.options.ascii),
                Object::BigInt(_) => self.text.push_str(&str_of(self.heap, value)?),
                Object::List(items) => self.inside(value, |writer| writer.items(items))?,
                Object::Tuple(items) => self.inside(value, |writer| writer.items(items))?,
                Object::Dict(_) => self.inside(value, |writer| writer.members(value))?,
                Object::Instance(instance) if !matches!(instance.base, Value::Unbound) => self.value(instance.base)?,
                _ => return Err(self.unknown(value)),
            },
            _ => return Err(self.unknown(value)),
        }
        Ok(())
    }

    #[cold]
    fn unknown(&self, value: Value) -> Box<error::Raise> {
        let kind = type_name(self.heap, value).rsplit('.').next().unwrap_or_default();
        error::type_error(format!("Object of type {kind} is not JSON serializable"))
    }

    fn float(&self, number: f64) -> Result<String> {
        if !number.is_finite() && !self.options.allow_nan {
            return Err(error::value_error("Out of range float values are not JSON compliant"));
        }
        Ok(match number {
            n if n.is_nan() => "NaN".to_owned(),
            n if n.is_infinite() => if n > 0.0 { "Infinity" } else { "-Infinity" }.to_owned(),
            n => float::text(n),
        })
    }

    fn inside(&mut self, container: Value, write: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        if self.open.iter().any(|open| compare::is_identical(*open, container)) {
            return Err(error::value_error("Circular reference detected"));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(error::recursion_error("maximum recursion depth exceeded while encoding a JSON object"));
        }
        self.open.push(container);
        write(self)?;
        self.open.pop();
        Ok(())
    }

    fn line(&mut self, level: usize) {
        if let Some(indent) = &self.options.indent {
            self.text.push('\n');
            (0..level).for_each(|_| self.text.push_str(indent));
        }
    }

    /// What stands before an item: a separator after the first.
    fn begin(&mut self, is_first: bool) {
        if !is_first {
            self.text.push_str(&self.options.item_separator);
        }
        self.line(self.open.len());
    }

    fn end(&mut self, is_empty: bool, close: char) {
        if !is_empty {
            self.line(self.open.len() - 1);
        }
        self.text.push(close);
    }

    fn items(&mut self, items: &[Value]) -> Result<()> {
        self.text.push('[');
        for (at, item) in items.iter().enumerate() {
            self.begin(at == 0);
            self.value(*item)?;
        }
        self.end(items.is_empty(), ']');
        Ok(())
    }

    fn members(&mut self, dict: Value) -> Result<()> {
        let entries = self.heap.as_dict(dict).map(|dict| dict.entries().collect::<Vec<_>>()).unwrap_or_default();
        let mut members: Vec<(Value, Value)> = entries.iter().map(|entry| (entry.key, entry.value)).collect();
        if self.options.sort_keys {
            self.sort(&mut members)?;
        }
        self.text.push('{');
        let mut is_first = true;
        for (key, value) in members {
            let Some(key) = self.key(key)? else { continue };
            self.begin(is_first);
            is_first = false;
            quote(&mut self.text, &key, self.options.ascii);
            self.text.push_str(&self.options.key_separator);
            self.value(value)?;
        }
        self.end(is_first, '}');
        Ok(())
    }

    fn sort(&self, members: &mut [(Value, Value)]) -> Result<()> {
        let mut failed = None;
        members.sort_by(|(a, _), (b, _)| match compare::is_less(self.heap, *a, *b) {
            Ok(true) => Ordering::Less,
            Ok(false) => match compare::is_less(self.heap, *b, *a) {
                Ok(true) => Ordering::Greater,
                _ => Ordering::Equal,
            },
            Err(raise) => {
                failed.get_or_insert(raise);
                Ordering::Equal
            }
        });
        failed.map_or(Ok(()), Err)
    }

    /// A member's name; None where it is left out.
    fn key(&self, key: Value) -> Result<Option<String>> {
        Ok(Some(match key {
            Value::None => "null".to_owned(),
            Value::Bool(holds) => if holds.get() { "true" } else { "false" }.to_owned(),
            Value::Int(number) => number.to_string(),
            Value::Float(number) => self.float(number.get())?,
            Value::Obj(at) if matches!(self.heap.get(at), Object::Str(_) | Object::BigInt(_)) => {
                str_of(self.heap, key)?
            }
            _ if self.options.skip_keys => return Ok(None),
            _ => {
                let kind = type_name(self.heap, key);
                let message = format!("keys must be str, int, float, bool or None, not {kind}");
                return Err(error::type_error(message));
            }
        }))
    }
}

fn quote(out: &mut String, text: &str, ascii: bool) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(c),
            c if c >= ' ' && !ascii => out.push(c),
            c => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}"))),
        }
    }
    out.push('"');
}
