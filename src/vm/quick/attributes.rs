//! Fast ways to the attributes and methods of objects, by what the place remembers of their class.

use super::cache::{Kind, Memory, Site};
use super::frame::{Flow, Frame};
use crate::vm::class::{self, Instance};
use crate::vm::heap::Heap;
use crate::vm::symbols;
use crate::vm::value::{Object, Ref, Value};

/// The instance's attribute, its own, a plain one of its class, or a method of that, owned.
#[inline(always)]
pub fn load(frame: &mut Frame, a: u8, cache: u16) -> Option<Value> {
    let (site, object) = (&frame.unit.sites[usize::from(cache)], frame.get(a));
    let Some(instance) = instance(frame.heap, object) else { return load_built_in(frame.heap, site, object) };
    match find_own(frame.heap, instance, site) {
        Some(at) => {
            let value = instance.attributes[at].1;
            Some(frame.heap.keep(value))
        }
        None => match find_shared(frame.heap, instance, site) {
            Some(value) => Some(frame.heap.keep(value)),
            None => load_bound(frame.heap, site, object),
        },
    }
}

/// Sets the instance's own attribute, which it has already, and takes the value; says whether it has.
#[inline(always)]
pub fn store(frame: &mut Frame, a: u8, cache: u16, value: Value) -> bool {
    let site = &frame.unit.sites[usize::from(cache)];
    let object = frame.get(a);
    // Never so; but the look at the value moves it in registers (see `Value`).
    if let Value::Unbound = value {
        return false;
    }
    let Some(instance) = instance(frame.heap, object) else { return false };
    let Some(at) = find_own(frame.heap, instance, site) else {
        return match comes_next(frame.heap, instance, site) {
            true => add(frame.heap, object, site.symbol, value),
            false => learn_own(frame.heap, instance, site, true).is_some(),
        };
    };
    let Value::Obj(object) = object else { return false };
    let Some(Object::Instance(instance)) = frame.heap.get_mut(object) else { return false };
    let old = std::mem::replace(&mut instance.attributes[at].1, value);
    frame.heap.drop_value(old);
    true
}

/// Whether the instance gets this attribute now, where others of its class have got it.
#[inline(always)]
fn comes_next(heap: &Heap, instance: &Instance, site: &Site) -> bool {
    let Memory::Own { class, epoch, at } = site.memory.get() else { return false };
    is(instance.class, class)
        && epoch == heap.class_epoch
        && at as usize == instance.attributes.len()
        && has_no_own(instance, site.symbol)
}

/// Gives the instance an attribute, and takes the value; says whether it is an instance.
#[inline(always)]
fn add(heap: &mut Heap, object: Value, symbol: u32, value: Value) -> bool {
    let Value::Obj(object) = object else { return false };
    let Some(Object::Instance(instance)) = heap.get_mut(object) else { return false };
    let is_full = instance.attributes.len() == instance.attributes.capacity();
    instance.attributes.push((symbol, value));
    if is_full {
        let (class, count) = (instance.class, instance.attributes.len() as u32);
        note_usual(heap, class, count);
    }
    true
}

/// An instance of the class had no room for so many attributes: the next ones will have.
#[cold]
fn note_usual(heap: &mut Heap, class: Value, count: u32) {
    if let Value::Obj(at) = class
        && let Some(Object::Class(class)) = heap.get_mut(at)
    {
        class.usual = class.usual.max(count);
    }
}

/// The method of a built-in type that the place remembers, with the object, owned; or the place learns.
#[inline(never)]
fn load_built_in(heap: &mut Heap, site: &Site, value: Value) -> Option<Value> {
    let Value::Obj(at) = value else { return None };
    let object = heap.get(at);
    match site.memory.get() {
        Memory::BuiltIn { kind, method } if Kind::of(object) == Some(kind) => {
            heap.keep_object(at);
            Some(heap.take_object(Object::BoundMethod(method, value)))
        }
        _ if Kind::of(object).is_some() && site.symbol != symbols::HASH => learn_method(heap, object, site),
        _ => None,
    }
}

/// The method that the place remembers, bound to the instance, owned; or the place learns.
#[inline(never)]
fn load_bound(heap: &mut Heap, site: &Site, object: Value) -> Option<Value> {
    let instance = instance(heap, object)?;
    match site.memory.get() {
        Memory::Function { class, epoch, function }
            if is(instance.class, class) && epoch == heap.class_epoch && has_no_own(instance, site.symbol) =>
        {
            heap.keep(function);
            heap.keep(object);
            Some(heap.take_object(Object::BoundFunction(function, object)))
        }
        _ => learn_own(heap, instance, site, false),
    }
}

/// Sets an attribute of what lies at a depth of the stack to what lies at another; both are released.
#[inline(always)]
pub fn set(frame: &mut Frame, object: u8, value: u8, cache: u16) -> Flow {
    let (at, value) = (frame.slot(object), frame.get(frame.slot(value)));
    let object = frame.get(at);
    if !store(frame, at, cache, value) {
        return Flow::Plain;
    }
    frame.heap.drop_value(object);
    frame.done()
}

/// The attribute where it is a tuple, owned.
#[inline(always)]
pub fn load_tuple(frame: &mut Frame, a: u8, cache: u16) -> Option<Value> {
    let found = load(frame, a, cache)?;
    match found {
        Value::Obj(at) if matches!(frame.heap.get(at), Object::Tuple(_)) => Some(found),
        other => {
            frame.heap.drop_value(other);
            None
        }
    }
}

/// Changes the instance's own attribute from one number to another; says whether it has.
#[inline(always)]
pub fn change(frame: &mut Frame, a: u8, cache: u16, how: impl FnOnce(Value) -> Option<Value>) -> bool {
    let site = &frame.unit.sites[usize::from(cache)];
    let object = frame.get(a);
    let Some(instance) = instance(frame.heap, object) else { return false };
    let Some(at) = find_own(frame.heap, instance, site) else {
        return learn_own(frame.heap, instance, site, true).is_some();
    };
    // What has been changed by arithmetic on numbers was a number, which nobody owns.
    let Some(value) = how(instance.attributes[at].1) else { return false };
    let Value::Obj(object) = object else { return false };
    let Some(Object::Instance(instance)) = frame.heap.get_mut(object) else { return false };
    instance.attributes[at].1 = value;
    true
}

#[inline(always)]
fn instance(heap: &Heap, value: Value) -> Option<&Instance> {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Instance(instance) => Some(instance),
            _ => None,
        },
        _ => None,
    }
}

/// The number of the attribute, if the place remembers it.
#[inline(always)]
fn find_own(heap: &Heap, instance: &Instance, site: &Site) -> Option<usize> {
    match (site.memory.get(), instance.class) {
        (Memory::Own { class, epoch, at }, Value::Obj(own)) if class == own && epoch == heap.class_epoch => {
            let at = at as usize;
            instance.attributes.get(at).is_some_and(|(name, _)| *name == site.symbol).then_some(at)
        }
        _ => None,
    }
}

/// The class's value, if the place remembers it and the instance has none of its own. Borrowed.
#[inline(always)]
fn find_shared(heap: &Heap, instance: &Instance, site: &Site) -> Option<Value> {
    let Memory::Shared { class, epoch, value } = site.memory.get() else { return None };
    let is_so = is(instance.class, class) && epoch == heap.class_epoch && has_no_own(instance, site.symbol);
    is_so.then_some(value)
}

#[inline(always)]
fn has_no_own(instance: &Instance, symbol: u32) -> bool {
    instance.attributes.first().is_none_or(|(name, _)| *name != symbols::DICT)
        && class::find(&instance.attributes, symbol).is_none()
}

/// Whether a class's value is no more than what it is, so that an instance's own goes before it. Names with two underscores
/// have ways of their own.
fn is_plain(heap: &Heap, value: Value, symbol: u32) -> bool {
    match value {
        _ if heap.symbols.name(symbol).starts_with("__") => false,
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) => true,
        Value::Obj(at) => matches!(heap.get(at), Object::Str(_)),
        _ => false,
    }
}

/// Remembers where the attribute is, for the next time. Answers None: this time all goes its slow way.
#[cold]
#[inline(never)]
fn learn_own(heap: &Heap, instance: &Instance, site: &Site, to_set: bool) -> Option<Value> {
    let Value::Obj(class) = instance.class else { return None };
    let of_class = class::lookup(heap, instance.class, site.symbol);
    let hidden = of_class.is_some_and(|value| !is_plain(heap, value, site.symbol))
        || to_set && class::lookup(heap, instance.class, symbols::SETATTR).is_some()
        || class::lookup(heap, instance.class, symbols::GETATTRIBUTE).is_some();
    let epoch = heap.class_epoch;
    let own = instance.attributes.iter().position(|(name, _)| *name == site.symbol);
    match (own, of_class) {
        (None, Some(function)) if !to_set && may_bind(heap, instance, function, site.symbol) => {
            site.memory.set(Memory::Function { class, epoch, function });
        }
        _ if hidden => {}
        (Some(at), _) => site.memory.set(Memory::Own { class, epoch, at: at as u32 }),
        (None, Some(value)) if !to_set => site.memory.set(Memory::Shared { class, epoch, value }),
        (None, _) if to_set && may_get(heap, instance, site.symbol) => {
            site.memory.set(Memory::Own { class, epoch, at: instance.attributes.len() as u32 });
        }
        (None, _) => {}
    }
    None
}

/// Whether what the class has is a function that is loaded as a method of the instance.
fn may_bind(heap: &Heap, instance: &Instance, function: Value, symbol: u32) -> bool {
    heap.binds(function)
        && !heap.symbols.name(symbol).starts_with("__")
        && class::lookup(heap, instance.class, symbols::GETATTRIBUTE).is_none()
}

/// Whether the instance may get the attribute: it has no dict instead of a list, and room for it.
fn may_get(heap: &Heap, instance: &Instance, symbol: u32) -> bool {
    let is_listed = instance.attributes.first().is_none_or(|(name, _)| *name != symbols::DICT);
    let Some(class) = heap.as_class(instance.class) else { return false };
    is_listed
        && !heap.symbols.name(symbol).starts_with("__")
        && class.slots.as_ref().is_none_or(|slots| slots.contains(&symbol))
}

/// The function that is called for the method. Borrowed.
#[inline(always)]
pub fn method(frame: &mut Frame, receiver: u8, cache: u16) -> Option<Value> {
    let site = &frame.unit.sites[usize::from(cache)];
    let Value::Obj(at) = frame.get(receiver) else { return None };
    let object = frame.heap.get(at);
    let found = match (site.memory.get(), object) {
        (Memory::Function { class, epoch, function }, Object::Instance(instance))
            if is(instance.class, class) && epoch == frame.heap.class_epoch && has_no_own(instance, site.symbol) =>
        {
            function
        }
        (Memory::BuiltIn { kind, method }, object) if Kind::of(object) == Some(kind) => Value::Method(method),
        (_, object) => return learn_method(frame.heap, object, site),
    };
    Some(found)
}

#[inline(always)]
fn is(value: Value, class: Ref) -> bool {
    matches!(value, Value::Obj(own) if own == class)
}

#[cold]
#[inline(never)]
fn learn_method(heap: &Heap, object: &Object, site: &Site) -> Option<Value> {
    if let Object::Instance(instance) = object
        && let Value::Obj(class) = instance.class
        && class::lookup(heap, instance.class, symbols::GETATTRIBUTE).is_none()
        && let Some(function) = class::lookup(heap, instance.class, site.symbol)
        && heap.binds(function)
    {
        site.memory.set(Memory::Function { class, epoch: heap.class_epoch, function });
    }
    if let Some(kind) = Kind::of(object)
        && let Some(method) = heap.symbols.method(kind.name(), site.symbol)
    {
        site.memory.set(Memory::BuiltIn { kind, method });
    }
    None
}
