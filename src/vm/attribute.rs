//! `a.name`: where it is found, for every kind of value.

use super::builtins::Builtin;
use super::class::{self, lookup};
use super::class_attributes::{self, bound};
use super::code_attributes;
use super::compare::is_identical;
use super::descriptor;
use super::error::{self, Raise, Result};
use super::exception::ExceptionKind;
use super::function_attributes;
use super::generator::GeneratorFlavor;
use super::heap::Heap;
use super::kind::type_name;
use super::methods::Method;
use super::modules::Module;
use super::own;
use super::supers;
use super::symbols;
use super::value::{Object, Value};

/// What an attribute turns out to be.
pub enum Loaded {
    /// A method of the value's built-in type, to be called with the value before the arguments.
    Method(Method),
    /// A Python function of the value's class, likewise. Owned.
    Function(Value),
    /// A variable of the module, which the eval loop has.
    Member(Module, u32),
    /// Anything else, owned.
    Plain(Value),
    /// Its value is what this function returns for the value itself. Owned.
    Getter(Value),
    /// Its value is what this function returns for the value and the name. Owned.
    Fallback(Value),
    /// Its value is what this `__get__` of a descriptor returns for the value and its class. Owned.
    Descriptor(Value),
}

impl Loaded {
    /// For who only wants to know something about it.
    pub fn discard(self, heap: &mut Heap) {
        match self {
            Loaded::Method(_) | Loaded::Member(..) => {}
            Loaded::Function(owned)
            | Loaded::Plain(owned)
            | Loaded::Getter(owned)
            | Loaded::Fallback(owned)
            | Loaded::Descriptor(owned) => heap.drop_value(owned),
        }
    }
}

/// Looks the name up. Borrows the value.
pub fn look_up(heap: &mut Heap, value: Value, symbol: u32) -> Result<Loaded> {
    if heap.hooks_attributes
        && let Some(hook) = class::special(heap, value, symbols::GETATTRIBUTE)
        && heap.as_function(hook).is_some()
    {
        return Ok(Loaded::Fallback(heap.keep(hook)));
    }
    look_up_plainly(heap, value, symbol)
}

/// The same without asking the class's own `__getattribute__`.
fn look_up_plainly(heap: &mut Heap, value: Value, symbol: u32) -> Result<Loaded> {
    let found = match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Instance(instance) => {
                let class = instance.class;
                return of_instance(heap, value, class, symbol);
            }
            Object::Exception(exception) => {
                let class = exception.class;
                if symbol == symbols::TRACEBACK {
                    return Ok(Loaded::Plain(super::traces::of_exception(heap, value)));
                }
                if let Some(found) = of_exception(heap, value, symbol) {
                    return Ok(Loaded::Plain(heap.keep(found)));
                }
                if heap.as_class(class).is_some() || symbol == symbols::DICT {
                    return of_instance(heap, value, class, symbol);
                }
                heap.symbols.method("BaseException", symbol).map(Loaded::Method)
            }
            Object::Property(_) | Object::StaticMethod(_) | Object::ClassMethod(_) => {
                function_attributes::of_wrapper(heap, value, symbol)
            }
            Object::Class(_) => return class_attributes::of_class(heap, value, symbol),
            Object::Super(after, object) => {
                let (after, object) = (*after, *object);
                return supers::attribute(heap, value, after, object, symbol);
            }
            Object::Function(_) | Object::BoundFunction(..) => function_attributes::of_function(heap, value, symbol),
            Object::Cell(inside) if &**heap.symbols.name(symbol) == "cell_contents" => {
                let inside = *inside;
                if let Value::Unbound = inside {
                    return Err(error::value_error("Cell is empty"));
                }
                return Ok(Loaded::Plain(heap.keep(inside)));
            }
            Object::Generator(_) => function_attributes::of_generator(heap, value, symbol),
            Object::Code(unit) => {
                let unit = *unit;
                code_attributes::of_code(heap, unit, symbol)
            }
            Object::BoundMethod(method, to) => {
                let (method, to) = (*method, *to);
                function_attributes::of_bound_method(heap, method, to, symbol)
            }
            Object::GenericAlias(..) | Object::Union(_) => super::generic::attribute(heap, value, symbol),
            Object::Trace(_) => super::traces::attribute(heap, value, symbol),
            _ => None,
        },
        Value::Module(module) => return Ok(Loaded::Member(module, symbol)),
        Value::Exception(_) => match heap.symbols.method("BaseException", symbol) {
            Some(method) => Some(Loaded::Plain(Value::Method(method))),
            None => class_attributes::of_builtin_class(heap, value, symbol),
        },
        Value::Builtin(builtin) if builtin.is_type() => match of_builtin_type(heap, value, builtin, symbol) {
            Some(found) => Some(found),
            None => class_attributes::of_builtin_class(heap, value, symbol),
        },
        _ => None,
    };
    if let Some(found) = found {
        return Ok(found);
    }
    if symbol == symbols::HASH && is_unhashable(type_name(heap, value)) {
        return Ok(Loaded::Plain(Value::None));
    }
    if let Some(method) = heap.symbols.method(type_name(heap, value), symbol) {
        return Ok(Loaded::Method(method));
    }
    // What is called on the type itself can be had of its values too: `'abc'.maketrans`.
    if let Some(method) = heap.symbols.class_method(type_name(heap, value), symbol) {
        let class = class::class_of(heap, value);
        heap.keep(class);
        return Ok(Loaded::Plain(heap.take_object(Object::BoundMethod(method, class))));
    }
    match (of_any(heap, value, symbol), value) {
        (Err(raise), Value::Obj(at)) if raise.kind == "AttributeError" => match heap.get(at) {
            Object::BoundFunction(function, _) => of_bound(heap, *function, symbol),
            _ => Err(raise),
        },
        (found, _) => found,
    }
}

/// The same as `object.__getattribute__` has it, which leaves `__getattr__` to its caller.
pub fn look_up_without_fallback(heap: &mut Heap, value: Value, symbol: u32) -> Result<Loaded> {
    let loaded = look_up_plainly(heap, value, symbol)?;
    let fallback = class::special(heap, value, symbols::GETATTR);
    match loaded {
        Loaded::Fallback(found) if fallback.is_some_and(|fallback| is_identical(fallback, found)) => {
            heap.drop_value(found);
            let class = class::class_of(heap, value);
            let is_property = lookup(heap, class, symbol).is_some();
            Err(if is_property { unreadable(heap, class, symbol) } else { missing(heap, value, symbol) })
        }
        loaded => Ok(loaded),
    }
}

/// What a method has of what it calls.
fn of_bound(heap: &mut Heap, function: Value, symbol: u32) -> Result<Loaded> {
    Ok(match look_up(heap, function, symbol)? {
        Loaded::Method(method) => {
            heap.keep(function);
            Loaded::Plain(heap.take_object(Object::BoundMethod(method, function)))
        }
        Loaded::Function(own) => {
            heap.keep(function);
            Loaded::Plain(heap.take_object(Object::BoundFunction(own, function)))
        }
        found @ (Loaded::Plain(_) | Loaded::Member(..)) => found,
        computed => {
            computed.discard(heap);
            return Err(missing(heap, function, symbol));
        }
    })
}

pub fn of_any(heap: &mut Heap, value: Value, symbol: u32) -> Result<Loaded> {
    let name = heap.symbols.name(symbol).to_string();
    let plain = match &*name {
        "__class__" => class::told_class(heap, value),
        "__doc__" => Value::None,
        "real" | "numerator" if is_integer(heap, value) => match value {
            Value::Bool(holds) => Value::Int(i64::from(holds.get())),
            other => other,
        },
        "imag" if is_integer(heap, value) => Value::Int(0),
        "denominator" if is_integer(heap, value) => Value::Int(1),
        "real" if matches!(value, Value::Float(_)) => value,
        "imag" if matches!(value, Value::Float(_)) => Value::float(0.0),
        "real" if let Some(number) = super::complex::of(heap, value) => Value::float(number.0),
        "imag" if let Some(number) = super::complex::of(heap, value) => Value::float(number.1),
        "maxlen" if let Some(deque) = heap.as_deque(value) => super::deque::most(deque),
        "start" | "stop" | "step" if let Some(range) = super::long_range::long(heap, value) => {
            let part = range.part(&name).clone();
            return Ok(Loaded::Plain(heap.new_int(part)));
        }
        "start" | "stop" | "step" => match part_of_range(heap, value, &name) {
            Some(part) => part,
            None => return Err(missing(heap, value, symbol)),
        },
        "__module__" if class::module_of(heap, value).is_some() => {
            let name = class::module_of(heap, value).unwrap_or_default();
            return Ok(Loaded::Plain(heap.interned(&name)));
        }
        "__qualname__" if let Value::Method(method) = value => {
            let (class, name) = (method.of().rsplit('.').next().unwrap_or_default(), method.name());
            return Ok(Loaded::Plain(heap.new_str(format!("{class}.{name}"))));
        }
        "__name__" | "__qualname__" => match value {
            Value::Builtin(builtin) => return Ok(Loaded::Plain(heap.new_str(builtin.name()))),
            Value::Method(method) => return Ok(Loaded::Plain(heap.new_str(method.name()))),
            Value::Native(native) => return Ok(Loaded::Plain(heap.new_str(native.name()))),
            _ => return Err(missing(heap, value, symbol)),
        },
        // Those that are named otherwise, too.
        "__next__" if is_generator(heap, value) => match heap.symbols.method("generator", symbol) {
            Some(method) => return Ok(Loaded::Method(method)),
            None => return Err(missing(heap, value, symbol)),
        },
        "__next__" | "__iter__" if is_native_iterator(heap, value) || is_generator(heap, value) => {
            match heap.symbols.method("iterator", symbol) {
                Some(method) => return Ok(Loaded::Method(method)),
                None => return Err(missing(heap, value, symbol)),
            }
        }
        _ => match heap.symbols.method("object", symbol) {
            Some(method) => return Ok(Loaded::Method(method)),
            None => return Err(missing(heap, value, symbol)),
        },
    };
    Ok(Loaded::Plain(heap.keep(plain)))
}

fn is_native_iterator(heap: &Heap, value: Value) -> bool {
    matches!(value, Value::Obj(at) if super::iter::is_iterator(heap.get(at)))
}

fn is_generator(heap: &Heap, value: Value) -> bool {
    heap.as_generator(value).is_some_and(|generator| generator.flavor == GeneratorFlavor::Generator)
}

fn is_integer(heap: &Heap, value: Value) -> bool {
    super::numeric::Number::of(heap, value).is_some_and(|number| !number.is_float())
}

/// `start`, `stop` or `step` of a range or slice. Borrowed.
fn part_of_range(heap: &Heap, value: Value, name: &str) -> Option<Value> {
    let Value::Obj(at) = value else { return None };
    let parts = match heap.get(at) {
        Object::Range(range) => [range.start, range.stop, range.step].map(Value::Int),
        Object::Slice(parts) => **parts,
        _ => return None,
    };
    Some(match name {
        "start" => parts[0],
        "stop" => parts[1],
        _ => parts[2],
    })
}

#[cold]
pub fn missing(heap: &Heap, value: Value, symbol: u32) -> Box<Raise> {
    let name = heap.symbols.name(symbol);
    if class::is_class(heap, value) {
        let class = super::told_types::name_of(heap, value);
        return error::attribute_error(format!("type object '{class}' has no attribute '{name}'"));
    }
    let kind = type_name(heap, value);
    error::attribute_error(format!("'{kind}' object has no attribute '{name}'"))
}

/// Of a property without a getter.
fn unreadable(heap: &Heap, class: Value, symbol: u32) -> Box<Raise> {
    let (name, kind) = (heap.symbols.name(symbol), class::qualname(heap, class));
    error::attribute_error(format!("property '{name}' of '{kind}' object has no getter"))
}

/// A method of a built-in type, or one that is called on the type itself.
pub fn of_builtin_type(heap: &mut Heap, class: Value, builtin: Builtin, symbol: u32) -> Option<Loaded> {
    if symbol == symbols::HASH && is_unhashable(builtin.name()) {
        return Some(Loaded::Plain(Value::None));
    }
    if let Some(method) = heap.symbols.method(builtin.name(), symbol) {
        return Some(Loaded::Plain(Value::Method(method)));
    }
    if symbol == symbols::NEW {
        return Some(Loaded::Plain(class_attributes::maker(Some(builtin))));
    }
    let method = heap.symbols.class_method(builtin.name(), symbol)?;
    heap.keep(class);
    Some(Loaded::Plain(heap.take_object(Object::BoundMethod(method, class))))
}

/// Values that may change have no hash: `__hash__` is None.
fn is_unhashable(kind: &str) -> bool {
    matches!(kind, "list" | "dict" | "set" | "bytearray" | "collections.deque")
}

/// What an instance, whose class inherits from a built-in type, has from there.
fn of_base(heap: &mut Heap, base: Builtin, class: Value, symbol: u32) -> Option<Loaded> {
    if symbol == symbols::HASH && is_unhashable(base.name()) {
        return Some(Loaded::Plain(Value::None));
    }
    if let Some(method) = heap.symbols.method(base.name(), symbol) {
        return Some(Loaded::Method(method));
    }
    let method = heap.symbols.class_method(base.name(), symbol)?;
    heap.keep(class);
    Some(Loaded::Plain(heap.take_object(Object::BoundMethod(method, class))))
}

pub fn own_attributes(heap: &Heap, value: Value) -> &[(u32, Value)] {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Instance(instance) => &instance.attributes,
            Object::Exception(exception) => &exception.attributes,
            Object::Class(class) => &class.attributes,
            Object::Function(function) => function.extra.as_ref().map_or(&[], |extra| &extra.attributes),
            _ => &[],
        },
        _ => &[],
    }
}

fn of_instance(heap: &mut Heap, value: Value, class: Value, symbol: u32) -> Result<Loaded> {
    let in_class = if symbol == symbols::MODULE { None } else { lookup(heap, class, symbol) };
    if let Some(found) = in_class
        && let Some(descriptor) = descriptor::getter(heap, found, true)
    {
        return Ok(Loaded::Descriptor(descriptor));
    }
    if let Some(Value::Obj(at)) = in_class
        && let Object::Property(parts) = heap.get(at)
    {
        let getter = parts[0];
        if matches!(getter, Value::None) {
            let fallback = lookup(heap, class, symbols::GETATTR);
            return match fallback {
                Some(fallback) => Ok(Loaded::Fallback(heap.keep(fallback))),
                None => Err(unreadable(heap, class, symbol)),
            };
        }
        return Ok(Loaded::Getter(heap.keep(getter)));
    }
    if symbol == symbols::DICT && in_class.is_none() && has_dict(heap, value, class) {
        return Ok(Loaded::Plain(own::as_dict(heap, value)));
    }
    if let Some(own) = own::get(heap, value, symbol) {
        return Ok(Loaded::Plain(heap.keep(own)));
    }
    if let Some(found) = in_class {
        return Ok(match descriptor::getter(heap, found, false) {
            Some(descriptor) => Loaded::Descriptor(descriptor),
            None => bound(heap, found, class),
        });
    }
    if let Value::Builtin(Builtin::Mappingproxy) = class {
        return of_proxy(heap, value, symbol);
    }
    if let Some(base) = heap.as_class(class).and_then(|class| class.base)
        && let Some(found) = of_base(heap, base, class, symbol)
    {
        return Ok(found);
    }
    let built_in = if class::is_exception_class(heap, class) { "BaseException" } else { "object" };
    if let Some(method) = heap.symbols.method(built_in, symbol) {
        return Ok(Loaded::Method(method));
    }
    let has_any = matches!(symbol, symbols::CLASS | symbols::DOC | symbols::MODULE);
    if let Some(fallback) = lookup(heap, class, symbols::GETATTR).filter(|_| !has_any) {
        return Ok(Loaded::Fallback(heap.keep(fallback)));
    }
    of_any(heap, value, symbol)
}

/// What a dict has that is only read.
fn of_proxy(heap: &mut Heap, value: Value, symbol: u32) -> Result<Loaded> {
    let is_read = matches!(&**heap.symbols.name(symbol), "get" | "keys" | "values" | "items" | "copy");
    match heap.symbols.method("dict", symbol).filter(|_| is_read) {
        Some(method) => Ok(Loaded::Method(method)),
        None => of_any(heap, value, symbol),
    }
}

/// Whether the object has attributes of its own that are no slots.
fn has_dict(heap: &Heap, value: Value, class: Value) -> bool {
    heap.as_exception(value).is_some() || heap.as_class(class).is_some_and(|class| class.slots.is_none())
}

/// What an exception itself has. Borrowed.
fn of_exception(heap: &mut Heap, value: Value, symbol: u32) -> Option<Value> {
    let name = std::sync::Arc::clone(heap.symbols.name(symbol));
    let exception = heap.as_exception(value)?;
    if super::exception::is_syntax_error(heap, exception.class)
        && own::get(heap, value, symbol).is_none()
        && let Some(found) = super::told_syntax::attribute(heap, exception, &name)
    {
        return Some(found);
    }
    match &*name {
        "args" => Some(exception.args),
        "__cause__" => Some(exception.cause),
        "__context__" => Some(exception.context),
        "__suppress_context__" => Some(Value::bool(exception.suppress_context)),
        "value" if class::is_subclass(heap, exception.class, Value::Exception(ExceptionKind::StopIteration)) => {
            Some(heap.as_tuple(exception.args)?.first().copied().unwrap_or(Value::None))
        }
        "encoding" | "object" | "start" | "end" | "reason"
            if class::is_subclass(heap, exception.class, Value::Exception(ExceptionKind::UnicodeError)) =>
        {
            let at = ["encoding", "object", "start", "end", "reason"].iter().position(|field| **field == *name)?;
            heap.as_tuple(exception.args)?.get(at).copied()
        }
        "code" if class::is_subclass(heap, exception.class, Value::Exception(ExceptionKind::SystemExit)) => {
            let own = own::get(heap, value, symbol);
            Some(own.unwrap_or(match heap.as_tuple(exception.args)? {
                [] => Value::None,
                [code] => *code,
                _ => exception.args,
            }))
        }
        "msg" if class::is_subclass(heap, exception.class, Value::Exception(ExceptionKind::ImportError)) => {
            Some(heap.as_tuple(exception.args)?.first().copied().unwrap_or(Value::None))
        }
        "name" | "obj" | "path" if own::get(heap, value, symbol).is_none() => {
            let (attribute, missing, import) =
                (ExceptionKind::AttributeError, ExceptionKind::NameError, ExceptionKind::ImportError);
            let kinds: &[ExceptionKind] = match &*name {
                "obj" => &[attribute],
                "path" => &[import],
                _ => &[attribute, missing, import],
            };
            let is_one = kinds.iter().any(|kind| class::is_subclass(heap, exception.class, Value::Exception(*kind)));
            is_one.then_some(Value::None)
        }
        name => super::os_error::attribute(heap, exception, name).or_else(|| own::get(heap, value, symbol)),
    }
}

pub fn attributes_mut(heap: &mut Heap, value: Value) -> Option<&mut Vec<(u32, Value)>> {
    let Value::Obj(at) = value else { return None };
    if heap.as_class(value).is_some() {
        heap.class_epoch = heap.class_epoch.wrapping_add(1);
    }
    match heap.get_mut(at)? {
        Object::Instance(instance) => Some(&mut instance.attributes),
        Object::Exception(exception) => Some(&mut exception.attributes),
        Object::Class(class) => Some(&mut class.attributes),
        Object::Function(function) => Some(&mut function.extra.get_or_insert_default().attributes),
        _ => None,
    }
}
