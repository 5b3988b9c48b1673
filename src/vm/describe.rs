//! What an object is, in a few words: its type and the beginning of its `repr`. Takes no longer for a large one.

use super::heap::Heap;
use super::interp::Interp;
use super::kind::type_name;
use super::repr::repr;
use super::value::{Object, Ref, Value};

/// How many items or characters are shown.
const ITEMS: usize = 4;
const CHARACTERS: usize = 24;

impl Interp {
    /// `list [1, 2, 3, 4, …]`, `str 'spam'`, `function crunch`.
    pub fn describe(&self, at: Ref) -> String {
        let heap = &self.heap;
        let kind = type_name(heap, Value::Obj(at));
        match heap.get(at) {
            Object::Str(text) => format!("{kind} {}", quoted(&text.text)),
            Object::List(items) => format!("{kind} [{}]", in_short(heap, items)),
            Object::Tuple(items) => format!("{kind} ({})", in_short(heap, items)),
            Object::Dict(entries) | Object::Set(entries, _) => format!("{kind} of {}", entries.len()),
            Object::Instance(_) => format!("{kind} object"),
            Object::Range(_) | Object::LongRange(_) => format!("{kind} {}", shown(heap, Value::Obj(at))),
            Object::Function(function) => format!("{kind} {}", self.units[function.unit as usize].code.name),
            _ => kind.to_string(),
        }
    }
}

fn in_short(heap: &Heap, items: &[Value]) -> String {
    let mut parts: Vec<String> = items.iter().take(ITEMS).map(|item| item_in_short(heap, *item)).collect();
    if items.len() > ITEMS {
        parts.push("…".to_string());
    }
    parts.join(", ")
}

fn item_in_short(heap: &Heap, item: Value) -> String {
    let Value::Obj(at) = item else { return shown(heap, item) };
    // An item may be dead already; that is no use of it.
    match heap.load_count(at).map(|_| heap.get(at)) {
        Some(Object::Str(text)) => quoted(&text.text),
        Some(Object::List(_)) => "[…]".to_string(),
        Some(Object::Tuple(_)) => "(…)".to_string(),
        Some(_) => type_name(heap, item).to_string(),
        None => "freed".to_string(),
    }
}

fn shown(heap: &Heap, value: Value) -> String {
    repr(heap, value).unwrap_or_default()
}

/// With Rust's escapes, which differ from Python's in rare characters only.
fn quoted(text: &str) -> String {
    match text.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("'{}…'", text[..end].escape_debug()),
        None => format!("'{}'", text.escape_debug()),
    }
}
