//! Attributes that are set or deleted, and objects that say how that is done: properties, `__get__`, `__set__`,
//! `__setattr__`. Knows how nothing of that is called.

use super::attribute::missing;
use super::class::{self, lookup};
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::methods::Method;
use super::own;
use super::symbols;
use super::value::{Object, Value};

/// What setting or deleting an attribute comes to.
pub enum Stored {
    Done,
    /// This function is to be called with these, and its result dropped. All owned.
    Call(Value, Vec<Value>),
}

/// The `__get__` of what a class has under a name, bound to it; owned. A data descriptor also has `__set__` or
/// `__delete__`, and comes before the instance's own attributes.
pub fn getter(heap: &mut Heap, found: Value, data_only: bool) -> Option<Value> {
    if super::supers::unbound(heap, found).is_some() {
        return (!data_only).then(|| {
            heap.keep(found);
            heap.take_object(Object::BoundMethod(Method::SuperGet, found))
        });
    }
    let class = heap.as_instance(found)?.class;
    let get = lookup(heap, class, symbols::GET)?;
    let is_data = lookup(heap, class, symbols::SET).is_some() || lookup(heap, class, symbols::DELETE).is_some();
    if data_only && !is_data {
        return None;
    }
    heap.keep(get);
    heap.keep(found);
    Some(heap.take_object(Object::BoundFunction(get, found)))
}

/// `value.name = new`, or `del value.name` without a new one. Takes the new value. Without `asks` the class's own
/// `__setattr__` or `__delattr__` is passed over.
pub fn store(heap: &mut Heap, value: Value, symbol: u32, new: Option<Value>, asks: bool) -> Result<Stored> {
    let hook = if new.is_some() { symbols::SETATTR } else { symbols::DELATTR };
    if asks && let Some(function) = class::special(heap, value, hook) {
        let name = heap.symbols.name(symbol).to_string();
        let arguments = [heap.keep(value), heap.new_str(name)].into_iter().chain(new).collect();
        return Ok(Stored::Call(heap.keep(function), arguments));
    }
    if let Some(found @ Value::Obj(_)) = class::special(heap, value, symbol)
        && let Some(stored) = by_descriptor(heap, value, symbol, found, new)?
    {
        return Ok(stored);
    }
    if let Some(new) = new
        && let Some(stored) = in_exception(heap, value, symbol, new)
    {
        return stored;
    }
    if let Some(stored) = super::function_parts::store(heap, value, symbol, new) {
        return stored.map(|()| Stored::Done);
    }
    if !may_have(heap, value, symbol) {
        heap.drop_all(new);
        return Err(missing(heap, value, symbol));
    }
    if heap.as_generator(value).is_some() && matches!(&**heap.symbols.name(symbol), "__name__" | "__qualname__") {
        return name_generator(heap, value, symbol, new);
    }
    if let (symbols::DICT | symbols::CLASS, Some(new)) = (symbol, new)
        && let Some(stored) = of_object(heap, value, symbol, new)?
    {
        return Ok(stored);
    }
    let done = match new {
        Some(new) => own::set(heap, value, symbol, new),
        None => own::remove(heap, value, symbol),
    };
    if !done {
        return Err(missing(heap, value, symbol));
    }
    if let (Some(new), true) = (new, heap.as_class(value).is_some()) {
        class::note_stored(heap, value, symbol, new);
    }
    Ok(Stored::Done)
}

/// What an exception has besides attributes: what led to it, and its way so far. None: it is none of these. Takes the new
/// value only then not.
fn in_exception(heap: &mut Heap, value: Value, symbol: u32, new: Value) -> Option<Result<Stored>> {
    heap.as_exception(value)?;
    if symbol == symbols::TRACEBACK {
        let done = super::traces::set(heap, value, new);
        heap.drop_value(new);
        let wrong = || error::type_error("__traceback__ must be a traceback or None");
        return Some(if done { Ok(Stored::Done) } else { Err(wrong()) });
    }
    let name = std::sync::Arc::clone(heap.symbols.name(symbol));
    let is_linkable = matches!(new, Value::None) || heap.as_exception(new).is_some();
    let suppresses = crate::vm::kind::truth(heap, new).unwrap_or(true);
    if &*name == "args"
        && let Some(items) = heap.as_tuple(new).or_else(|| heap.as_list(new).map(Vec::as_slice)).map(<[Value]>::to_vec)
    {
        heap.keep_all(&items);
        let args = heap.take_tuple(items);
        let old = std::mem::replace(&mut heap.as_exception_mut(value)?.args, args);
        heap.drop_all([old, new]);
        return Some(Ok(Stored::Done));
    }
    let exception = heap.as_exception_mut(value)?;
    let old = match &*name {
        "__cause__" if is_linkable => {
            exception.suppress_context = true;
            std::mem::replace(&mut exception.cause, new)
        }
        "__context__" if is_linkable => std::mem::replace(&mut exception.context, new),
        "__cause__" | "__context__" => {
            heap.drop_value(new);
            let what = name.trim_matches('_');
            return Some(Err(error::type_error(format!("exception {what} must be None or derive from BaseException"))));
        }
        "__suppress_context__" => {
            exception.suppress_context = suppresses;
            new
        }
        _ => return None,
    };
    heap.drop_value(old);
    Some(Ok(Stored::Done))
}

/// A generator's `__name__` and `__qualname__` are texts. Takes the new one.
fn name_generator(heap: &mut Heap, value: Value, symbol: u32, new: Option<Value>) -> Result<Stored> {
    let Some(name) = new.filter(|new| heap.as_str(*new).is_some()) else {
        heap.drop_all(new);
        let name = heap.symbols.name(symbol);
        return Err(error::type_error(format!("{name} must be set to a string object")));
    };
    if let Some(generator) = heap.as_generator_mut(value) {
        let old = std::mem::replace(&mut generator.names[usize::from(symbol == symbols::QUALNAME)], name);
        heap.drop_value(old);
    }
    Ok(Stored::Done)
}

/// `object.__dict__ = dict` and `object.__class__ = class`. Takes the new value.
fn of_object(heap: &mut Heap, value: Value, symbol: u32, new: Value) -> Result<Option<Stored>> {
    if heap.as_instance(value).is_none() && (symbol == symbols::CLASS || heap.as_exception(value).is_none()) {
        return Ok(None);
    }
    if symbol == symbols::DICT {
        if heap.as_dict(new).is_none() {
            let kind = type_name(heap, new).to_owned();
            heap.drop_value(new);
            return Err(error::type_error(format!("__dict__ must be set to a dictionary, not a '{kind}'")));
        }
        own::set_dict(heap, value, new);
        return Ok(Some(Stored::Done));
    }
    let layout = |class: Value| heap.as_class(class).map(|class| (class.base, class.slots.clone()));
    let old = class::class_of(heap, value);
    if layout(new).is_none() || layout(new) != layout(old) {
        let is_class = class::is_class(heap, new);
        let (kind, before) = (type_name(heap, new).to_owned(), class::name_of(heap, old).to_owned());
        let name = class::name_of(heap, new).to_owned();
        heap.drop_value(new);
        return Err(error::type_error(match is_class {
            true => format!("__class__ assignment: '{name}' object layout differs from '{before}'"),
            false => format!("__class__ must be set to a class, not '{kind}' object"),
        }));
    }
    if let Value::Obj(at) = value
        && let Some(Object::Instance(instance)) = heap.get_mut(at)
    {
        let old = std::mem::replace(&mut instance.class, new);
        heap.drop_value(old);
    }
    Ok(Some(Stored::Done))
}

/// Whether `__slots__` leave room for the attribute.
fn may_have(heap: &Heap, value: Value, symbol: u32) -> bool {
    let class = heap.as_instance(value).and_then(|instance| heap.as_class(instance.class));
    match class.map(|class| &class.slots) {
        Some(Some(slots)) => slots.contains(&symbol),
        Some(None) => true,
        // Instances of `object` itself have no attributes.
        None => heap.as_instance(value).is_none(),
    }
}

fn by_descriptor(
    heap: &mut Heap,
    value: Value,
    symbol: u32,
    found: Value,
    new: Option<Value>,
) -> Result<Option<Stored>> {
    let Value::Obj(at) = found else { return Ok(None) };
    if let Object::Property(parts) = heap.get(at) {
        let setter = parts[if new.is_some() { 1 } else { 2 }];
        if let Value::None = setter {
            let kind = class::qualname(heap, class::class_of(heap, value)).to_owned();
            let name = heap.symbols.name(symbol).to_string();
            heap.drop_all(new);
            let what = if new.is_some() { "setter" } else { "deleter" };
            return Err(error::attribute_error(format!("property '{name}' of '{kind}' object has no {what}")));
        }
        let arguments = [heap.keep(value)].into_iter().chain(new).collect();
        return Ok(Some(Stored::Call(heap.keep(setter), arguments)));
    }
    let Some(class) = heap.as_instance(found).map(|instance| instance.class) else { return Ok(None) };
    let name = if new.is_some() { symbols::SET } else { symbols::DELETE };
    let Some(function) = lookup(heap, class, name) else { return Ok(None) };
    let arguments = [heap.keep(found), heap.keep(value)].into_iter().chain(new).collect();
    Ok(Some(Stored::Call(heap.keep(function), arguments)))
}
