//! `super`: what comes after a class in the order of an object's class, bound to the object; or bound to none yet.

use super::arguments::Arguments;
use super::attribute::{Loaded, of_any};
use super::class::{self, find};
use super::class_attributes::{bound, maker, property_getter};
use super::descriptor;
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::methods::Method;
use super::noted::Note;
use super::symbols;
use super::value::{Object, Value};

/// `super(class, object)`; without an object it is bound to one by `__get__`.
pub fn made(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, usize::MAX)?;
    let given = arguments.function("super()").unpacked(0, 2)?;
    let (class, object) = match *given {
        [class] => (class, Value::None),
        [class, object] => (class, object),
        _ => return Err(error::runtime_error("super(): no arguments")),
    };
    if !class::is_class(heap, class) {
        let kind = type_name(heap, class);
        return Err(error::type_error(format!("super() argument 1 must be a type, not {kind}")));
    }
    heap.note(Note::Instance);
    heap.note(Note::Special);
    bind(heap, class, object)
}

fn bind(heap: &mut Heap, class: Value, object: Value) -> Result<Value> {
    if !matches!(object, Value::None) && starting_class(heap, class, object).is_none() {
        return Err(error::type_error("super(type, obj): obj must be an instance or subtype of type"));
    }
    heap.keep_all(&[class, object]);
    Ok(heap.take_object(Object::Super(class, object)))
}

/// The class in whose order is searched: an instance of a metaclass is a class too; what counts is of which of both
/// `after` is.
fn starting_class(heap: &Heap, after: Value, object: Value) -> Option<Value> {
    let is_class = class::is_class(heap, object) && class::is_subclass(heap, object, after);
    let class = if is_class { object } else { class::class_of(heap, object) };
    (is_class || class::is_subclass(heap, class, after)).then_some(class)
}

/// `super(class).__get__(object)`; what is bound stays as it is.
pub fn get(heap: &mut Heap, shown: Value, arguments: Arguments) -> Result<Value> {
    let object = arguments.only(1, 2)?[0];
    match unbound(heap, shown) {
        Some(class) if !matches!(object, Value::None) => bind(heap, class, object),
        _ => Ok(heap.keep(shown)),
    }
}

/// The class of one that is bound to no object.
pub fn unbound(heap: &Heap, value: Value) -> Option<Value> {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Super(class, Value::None) => Some(*class),
            _ => None,
        },
        _ => None,
    }
}

/// `<super: <class 'B'>, <B object>>`
pub fn text(heap: &Heap, after: Value, object: Value) -> String {
    let name = |class| super::told_types::name_of(heap, class);
    match starting_class(heap, after, object) {
        Some(class) if !matches!(object, Value::None) => {
            format!("<super: <class '{}'>, <{} object>>", name(after), name(class))
        }
        _ => format!("<super: <class '{}'>, NULL>", name(after)),
    }
}

/// What it has itself.
fn own(heap: &mut Heap, shown: Value, symbol: u32) -> Result<Loaded> {
    let Value::Obj(at) = shown else { return of_any(heap, shown, symbol) };
    let Object::Super(after, object) = *heap.get(at) else { return of_any(heap, shown, symbol) };
    let found = match &**heap.symbols.name(symbol) {
        "__thisclass__" => after,
        "__self__" => object,
        "__self_class__" if matches!(object, Value::None) => Value::None,
        "__self_class__" => starting_class(heap, after, object).unwrap_or(Value::None),
        "__get__" => return Ok(Loaded::Method(Method::SuperGet)),
        _ => return of_any(heap, shown, symbol),
    };
    Ok(Loaded::Plain(heap.keep(found)))
}

/// `super().name`: what comes after the class in the order of the object's own class.
pub fn attribute(heap: &mut Heap, shown: Value, after: Value, object: Value, symbol: u32) -> Result<Loaded> {
    if matches!(object, Value::None) || symbol == symbols::CLASS {
        return own(heap, shown, symbol);
    }
    let Some(class) = starting_class(heap, after, object) else { return own(heap, shown, symbol) };
    let is_class = super::compare::is_identical(class, object);
    let above = heap.as_class(class).map(|class| class.above.clone()).unwrap_or_default();
    let order = std::iter::once(class).chain(above);
    let mut rest = order.skip_while(|class| !super::compare::is_identical(*class, after)).skip(1);
    let found = rest.find_map(|class| find(&heap.as_class(class)?.attributes, symbol));
    let Some(found) = found else { return of_builtin(heap, shown, class, object, symbol) };
    if let Some(getter) = property_getter(heap, found).filter(|_| !is_class) {
        return Ok(Loaded::Getter(heap.keep(getter)));
    }
    if let Some(descriptor) = descriptor::getter(heap, found, false) {
        return Ok(Loaded::Descriptor(descriptor));
    }
    Ok(match bound(heap, found, class) {
        Loaded::Function(function) if is_class => Loaded::Plain(function),
        Loaded::Function(function) => {
            heap.keep(object);
            Loaded::Plain(heap.take_object(Object::BoundFunction(function, object)))
        }
        other => other,
    })
}

/// What `super()` finds in the built-in classes above.
fn of_builtin(heap: &mut Heap, shown: Value, class: Value, object: Value, symbol: u32) -> Result<Loaded> {
    let base = heap.as_class(class).and_then(|class| class.base);
    if symbol == symbols::NEW {
        return Ok(Loaded::Plain(maker(base)));
    }
    let built_in = if class::is_exception_class(heap, class) { "BaseException" } else { "object" };
    let of_base = base.and_then(|base| {
        heap.symbols.method(base.name(), symbol).or_else(|| heap.symbols.class_method(base.name(), symbol))
    });
    let method =
        of_base.or_else(|| heap.symbols.method(built_in, symbol)).or_else(|| heap.symbols.method("object", symbol));
    match method {
        Some(method) => {
            heap.keep(object);
            Ok(Loaded::Plain(heap.take_object(Object::BoundMethod(method, object))))
        }
        None => own(heap, shown, symbol),
    }
}
