//! What `__dict__` of a class shows: its attributes, and what stands for those that its instances have room for.

use super::attribute::own_attributes;
use super::builtins::Builtin;
use super::class::{self, Instance};
use super::dict;
use super::heap::Heap;
use super::symbols;
use super::value::{Object, Value};

/// A copy of a class's attributes that cannot be changed. Without its slots, which are Python.
pub fn of_class(heap: &mut Heap, class: Value) -> Value {
    let attributes = own_attributes(heap, class).to_vec();
    let is_undocumented = |(symbol, value): &(u32, Value)| *symbol == symbols::DOC && matches!(value, Value::None);
    let first = attributes.iter().position(is_undocumented).unwrap_or(attributes.len());
    let dict = heap.new_dict();
    let (before, after) = attributes.split_at(first);
    for (symbol, value) in before {
        insert(heap, dict, *symbol, *value);
    }
    for name in rooms(heap, class) {
        let symbol = heap.symbols.of(name);
        let room = room(heap, class, name);
        insert(heap, dict, symbol, room);
        heap.drop_value(room);
    }
    for (symbol, value) in after {
        insert(heap, dict, *symbol, *value);
    }
    let class = Value::Builtin(Builtin::Mappingproxy);
    plain(heap, class, dict, Vec::new())
}

/// Borrows the value.
fn insert(heap: &mut Heap, dict: Value, symbol: u32, value: Value) {
    let (name, value) = (heap.name_text(symbol), heap.keep(value));
    // A text has a hash and is compared natively, so this cannot fail.
    let _ = dict::take_insert(heap, dict, name, value);
}

fn plain(heap: &mut Heap, class: Value, base: Value, attributes: Vec<(u32, Value)>) -> Value {
    heap.take_object(Object::Instance(Box::new(Instance { class, base, is_finalized: false, attributes })))
}

/// What the class's own instances have room for, where those of no class above have it.
fn rooms(heap: &Heap, class: Value) -> Vec<&'static str> {
    let Some(own) = heap.as_class(class) else { return Vec::new() };
    let has_room = |above: &Value| heap.as_class(*above).is_some_and(|above| above.slots.is_none());
    if own.slots.is_some() || own.above.iter().any(has_room) {
        return Vec::new();
    }
    if class::is_exception_class(heap, class) {
        return vec!["__weakref__"];
    }
    match own.base {
        Some(Builtin::Int | Builtin::Tuple | Builtin::Bytes) => vec!["__dict__"],
        Some(Builtin::Set | Builtin::Frozenset | Builtin::Deque | Builtin::Type) => vec!["__dict__"],
        _ => vec!["__dict__", "__weakref__"],
    }
}

/// `<attribute '__dict__' of 'C' objects>`
fn room(heap: &mut Heap, class: Value, name: &str) -> Value {
    let text = heap.new_str(name);
    let [own, of] = ["__name__", "__objclass__"].map(|name| heap.symbols.of(name));
    heap.keep(class);
    plain(heap, Value::Builtin(Builtin::GetsetKind), Value::Unbound, vec![(own, text), (of, class)])
}

/// Whether the value is what stands for such a room.
pub fn is_room(heap: &Heap, value: Value) -> bool {
    heap.as_instance(value).is_some_and(|instance| matches!(instance.class, Value::Builtin(Builtin::GetsetKind)))
}

/// Its text.
pub fn shown(heap: &Heap, room: &Instance) -> String {
    let part = |at: usize| room.attributes.get(at).map_or(Value::None, |(_, value)| *value);
    let name = heap.as_str(part(0)).map_or("?", |name| &name.text);
    format!("<attribute '{name}' of '{}' objects>", class::name_of(heap, part(1)))
}
