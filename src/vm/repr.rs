//! The text of values: Python's `repr` and `str`.

use super::error::{self, Result};
use super::float;
use super::heap::Heap;
use super::value::{Object, Range, Value};
use num_bigint::BigInt;
use std::fmt::Write;

/// How deep lists in lists are shown; beyond it RecursionError.
const MAX_DEPTH: usize = 900;
/// CPython's limit for turning an integer into decimal text and back.
pub const MAX_DIGITS: usize = 4300;

/// `repr(value)`.
pub fn repr(heap: &Heap, value: Value) -> Result<String> {
    let mut text = String::new();
    Writer { heap, open: Vec::new(), text: &mut text }.value(value)?;
    Ok(text)
}

/// `str(value)`.
pub fn str_of(heap: &Heap, value: Value) -> Result<String> {
    match heap.as_str(value) {
        Some(text) => Ok(text.text.to_string()),
        None => repr(heap, value),
    }
}

struct Writer<'a> {
    heap: &'a Heap,
    /// The lists and tuples that are being shown, for those that hold themselves.
    open: Vec<Value>,
    text: &'a mut String,
}

impl Writer<'_> {
    fn value(&mut self, value: Value) -> Result<()> {
        match value {
            Value::None => self.text.push_str("None"),
            Value::Bool(holds) => self.text.push_str(if holds.get() { "True" } else { "False" }),
            Value::Int(number) => put(self.text, number),
            Value::Float(number) => self.text.push_str(&float::text(number.get())),
            Value::Builtin(builtin) if builtin.is_type() => {
                put(self.text, format_args!("<class '{}'>", builtin.name()))
            }
            Value::Builtin(builtin) => put(self.text, format_args!("<built-in function {}>", builtin.name())),
            Value::Method(method) => {
                put(self.text, format_args!("<method '{}' of '{}' objects>", method.name(), method.of()));
            }
            Value::Module(module) => put(self.text, format_args!("<module '{}' (built-in)>", module.name())),
            Value::Unbound => self.text.push_str("<unbound>"),
            Value::Obj(at) => return self.object(value, self.heap.get(at)),
        }
        Ok(())
    }

    fn object(&mut self, value: Value, object: &Object) -> Result<()> {
        match object {
            Object::Str(text) => quote(self.text, &text.text),
            Object::BigInt(number) => self.text.push_str(&decimal(number)?),
            Object::List(items) => self.items(value, items, ("[", "]", "[...]"))?,
            Object::Tuple(items) if items.len() == 1 => self.items(value, items, ("(", ",)", "(...)"))?,
            Object::Tuple(items) => self.items(value, items, ("(", ")", "(...)"))?,
            Object::Range(range) => put(self.text, RangeText(*range)),
            Object::Slice(parts) => self.items(value, &**parts, ("slice(", ")", "slice(...)"))?,
            // Where a freed object is shown, the heap has noticed it.
            _ => put(self.text, format_args!("<{} object>", super::kind::type_name(self.heap, value))),
        }
        Ok(())
    }

    fn items(&mut self, value: Value, items: &[Value], (start, end, again): (&str, &str, &str)) -> Result<()> {
        if self.open.iter().any(|open| super::compare::is_identical(*open, value)) {
            self.text.push_str(again);
            return Ok(());
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(error::recursion_error("maximum recursion depth exceeded while getting the repr of an object"));
        }
        self.open.push(value);
        self.text.push_str(start);
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.text.push_str(", ");
            }
            self.value(*item)?;
        }
        self.text.push_str(end);
        self.open.pop();
        Ok(())
    }
}

fn put(text: &mut String, what: impl std::fmt::Display) {
    // Writing to a String cannot fail.
    let _ = write!(text, "{what}");
}

struct RangeText(Range);

impl std::fmt::Display for RangeText {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let Range { start, stop, step } = self.0;
        match step {
            1 => write!(f, "range({start}, {stop})"),
            _ => write!(f, "range({start}, {stop}, {step})"),
        }
    }
}

/// The decimal text of a large integer, within CPython's limit of 4300 digits.
pub fn decimal(number: &BigInt) -> Result<String> {
    // log10(2) > 0.301, so more bits than this are more than 4300 digits, found without converting.
    let surely_too_long = number.bits() > (MAX_DIGITS as u64 + 1) * 1000 / 301;
    if !surely_too_long {
        let text = number.to_string();
        if text.trim_start_matches('-').len() <= MAX_DIGITS {
            return Ok(text);
        }
    }
    Err(error::value_error(format!(
        "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion; \
         use sys.set_int_max_str_digits() to increase the limit"
    )))
}

/// A text in quotes, with Python's choice of quotes and escapes.
fn quote(out: &mut String, text: &str) {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if is_printable(c) => out.push(c),
            c if (c as u32) < 0x100 => put(out, format_args!("\\x{:02x}", c as u32)),
            c if (c as u32) < 0x10000 => put(out, format_args!("\\u{:04x}", c as u32)),
            c => put(out, format_args!("\\U{:08x}", c as u32)),
        }
    }
    out.push(quote);
}

fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        c if c.is_ascii() || c.is_whitespace() => false,
        // Rust's table of printable characters, reached through `Debug`; a letter in front keeps accents as they are.
        c => !format!("{:?}", format!("a{c}")).contains('\\'),
    }
}
