//! Fast ways to the attributes and methods of objects, by what the place remembers of their class.

use super::cache::{Kind, Memory, Site};
use super::frame::Frame;
use crate::vm::class::{self, Instance};
use crate::vm::heap::Heap;
use crate::vm::symbols;
use crate::vm::value::{Object, Ref, Value};

/// The instance's attribute, its own or a plain one of its class, owned.
#[inline(always)]
pub fn load(frame: &mut Frame, a: u8, cache: u16) -> Option<Value> {
    let site = &frame.unit.sites[usize::from(cache)];
    let instance = instance(frame.heap, frame.get(a))?;
    match find_own(frame.heap, instance, site) {
        Some(at) => {
            let value = instance.attributes[at].1;
            Some(frame.heap.keep(value))
        }
        None => match find_shared(frame.heap, instance, site) {
            Some(value) => Some(frame.heap.keep(value)),
            None => learn_own(frame.heap, instance, site, false),
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
        return learn_own(frame.heap, instance, site, true).is_some();
    };
    let Value::Obj(object) = object else { return false };
    let Some(Object::Instance(instance)) = frame.heap.get_mut(object) else { return false };
    let old = std::mem::replace(&mut instance.attributes[at].1, value);
    frame.heap.drop_value(old);
    true
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
        _ if hidden => {}
        (Some(at), _) => site.memory.set(Memory::Own { class, epoch, at: at as u32 }),
        (None, Some(value)) if !to_set => site.memory.set(Memory::Shared { class, epoch, value }),
        (None, _) => {}
    }
    None
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
