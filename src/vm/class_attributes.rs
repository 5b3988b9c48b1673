//! Attributes of classes: in their own order, then in their metaclass.

use super::attribute::{Loaded, of_any, of_builtin_type};
use super::builtins::Builtin;
use super::class::{self, find, lookup};
use super::descriptor;
use super::error::Result;
use super::heap::Heap;
use super::layout::is_slot;
use super::noted::Note;
use super::symbols;
use super::types;
use super::value::{Object, Value};

/// An attribute of a class as its instances, and it itself through `super`, see it. Borrows what was found.
pub fn bound(heap: &mut Heap, found: Value, class: Value) -> Loaded {
    if let Value::Method(method) = found {
        return Loaded::Method(method);
    }
    if let Value::Obj(at) = found {
        match heap.get(at) {
            Object::Function(_) if heap.binds(found) => return Loaded::Function(heap.keep(found)),
            Object::StaticMethod(inner) => {
                let inner = *inner;
                heap.note(Note::Special);
                return Loaded::Plain(heap.keep(inner));
            }
            Object::ClassMethod(inner) => {
                let inner = *inner;
                heap.note(Note::Special);
                // A property of the class.
                if let Some(getter) = property_getter(heap, inner) {
                    return Loaded::Descriptor(bind(heap, Value::Builtin(Builtin::ClassProperty), getter));
                }
                return Loaded::Plain(bind(heap, inner, class));
            }
            _ => {}
        }
    }
    Loaded::Plain(heap.keep(found))
}

fn bind(heap: &mut Heap, function: Value, to: Value) -> Value {
    heap.keep(function);
    heap.keep(to);
    heap.take_object(Object::BoundFunction(function, to))
}

/// What `__new__` is where no class of the program says it.
pub fn maker(base: Option<Builtin>) -> Value {
    Value::Builtin(if base == Some(Builtin::Type) { Builtin::TypeNew } else { Builtin::ObjectNew })
}

/// The getter of a property.
pub fn property_getter(heap: &Heap, found: Value) -> Option<Value> {
    match found {
        Value::Obj(at) => match heap.get(at) {
            Object::Property(parts) => Some(parts[0]),
            _ => None,
        },
        _ => None,
    }
}

pub fn of_class(heap: &mut Heap, class: Value, symbol: u32) -> Result<Loaded> {
    let meta = class::class_of(heap, class);
    let in_meta = lookup(heap, meta, symbol);
    if let Some(getter) = in_meta.and_then(|found| property_getter(heap, found)) {
        return Ok(Loaded::Getter(heap.keep(getter)));
    }
    if &**heap.symbols.name(symbol) == "__annotations__" {
        let own = heap.as_class(class).and_then(|class| find(&class.attributes, symbol));
        return Ok(Loaded::Plain(match own {
            Some(own) => heap.keep(own),
            None => heap.new_dict(),
        }));
    }
    // What its instances are to answer, it does not answer itself, and what it is called nobody inherits.
    if symbol == symbols::DICT {
        let slots = heap.symbols.of("__slots__");
        if heap.as_class(class).is_some_and(|own| find(&own.attributes, slots).is_some()) {
            return Ok(Loaded::Fallback(Value::Builtin(Builtin::ClassNamespace)));
        }
        return Ok(Loaded::Plain(super::class_dict::of_class(heap, class)));
    }
    if matches!(&**heap.symbols.name(symbol), "__name__" | "__qualname__")
        && let Some(found) = types::attribute(heap, class, symbol)
    {
        return Ok(found);
    }
    if let Some(found) = lookup(heap, class, symbol) {
        if !matches!(meta, Value::Builtin(_)) && lookup(heap, meta, symbols::GETATTR).is_some() {
            heap.note(Note::Hooked);
        }
        return Ok(through_class(heap, found, class));
    }
    if let Some(found) = of_above(heap, class, symbol) {
        return Ok(found);
    }
    if is_slot(heap, class, symbol) {
        return Ok(Loaded::Fallback(Value::Builtin(Builtin::SlotMember)));
    }
    if let Some(found) = in_meta {
        return Ok(bound(heap, found, meta));
    }
    if let Some(method) = heap.symbols.method("type", symbol) {
        return Ok(Loaded::Method(method));
    }
    if let Some(fallback) = lookup(heap, meta, symbols::GETATTR) {
        return Ok(Loaded::Fallback(heap.keep(fallback)));
    }
    of_any(heap, class, symbol)
}

/// A class's attribute as the class itself shows it. Borrows what was found.
fn through_class(heap: &mut Heap, found: Value, class: Value) -> Loaded {
    if let Some(descriptor) = descriptor::getter(heap, found, false) {
        return Loaded::Descriptor(descriptor);
    }
    match bound(heap, found, class) {
        Loaded::Function(function) => Loaded::Plain(function),
        Loaded::Method(method) => Loaded::Plain(Value::Method(method)),
        other => other,
    }
}

/// What no class of the program has: facts, and what the built-in classes above have.
fn of_above(heap: &mut Heap, class: Value, symbol: u32) -> Option<Loaded> {
    if let Some(found) = types::attribute(heap, class, symbol) {
        return Some(found);
    }
    let base = heap.as_class(class).and_then(|class| class.base);
    if symbol == symbols::NEW {
        return Some(Loaded::Plain(maker(base)));
    }
    if let Some(base) = base
        && let Some(found) = of_builtin_type(heap, class, base, symbol)
    {
        return Some(found);
    }
    let base = if class::is_exception_class(heap, class) { "BaseException" } else { "object" };
    if let Some(method) = heap.symbols.method(base, symbol).or_else(|| heap.symbols.method("object", symbol)) {
        return Some(Loaded::Plain(Value::Method(method)));
    }
    let method = heap.symbols.class_method("object", symbol)?;
    heap.keep(class);
    Some(Loaded::Plain(heap.take_object(Object::BoundMethod(method, class))))
}

/// What a built-in class has as every class has it.
pub fn of_builtin_class(heap: &mut Heap, class: Value, symbol: u32) -> Option<Loaded> {
    if symbol == symbols::NEW {
        return Some(Loaded::Plain(maker(None)));
    }
    if let Some(found) = types::attribute(heap, class, symbol) {
        return Some(found);
    }
    // What classes do as objects themselves stands in `type`; what their instances do, in `object`.
    let is_of_type = heap.symbols.method("type", symbol).is_some();
    let method = heap.symbols.method("object", symbol).filter(|_| !is_of_type)?;
    Some(Loaded::Plain(Value::Method(method)))
}
