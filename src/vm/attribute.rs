//! `a.name`: where it is found, for every kind of value.

use super::builtins::Builtin;
use super::class::{self, find, lookup};
use super::descriptor;
use super::error::{self, Raise, Result};
use super::exception::ExceptionKind;
use super::generator::{GeneratorFlavor, State};
use super::heap::Heap;
use super::kind::type_name;
use super::methods::Method;
use super::modules::Module;
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

/// Looks the name up. Borrows the value.
pub fn look_up(heap: &mut Heap, value: Value, symbol: u32) -> Result<Loaded> {
    let found = match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Instance(instance) => {
                let class = instance.class;
                return of_instance(heap, value, class, symbol);
            }
            Object::Exception(exception) => {
                let class = exception.class;
                if let Some(found) = of_exception(heap, value, symbol) {
                    return Ok(Loaded::Plain(heap.keep(found)));
                }
                if heap.as_class(class).is_some() {
                    return of_instance(heap, value, class, symbol);
                }
                heap.symbols.method("BaseException", symbol).map(Loaded::Method)
            }
            Object::Property(parts) => {
                let part = ["fget", "fset", "fdel"].iter().position(|name| *name == &**heap.symbols.name(symbol));
                let part = part.map(|at| parts[at]);
                part.map(|part| Loaded::Plain(heap.keep(part)))
            }
            Object::Deque(deque) if &**heap.symbols.name(symbol) == "maxlen" => {
                return Ok(Loaded::Plain(super::deque::most(deque)));
            }
            Object::Class(_) => return of_class(heap, value, symbol),
            Object::Super(after, object) => {
                let (after, object) = (*after, *object);
                return of_super(heap, after, object, symbol);
            }
            Object::Function(_) | Object::BoundFunction(..) => of_function(heap, value, symbol),
            Object::Generator(_) => of_generator(heap, value, symbol),
            Object::GenericAlias(..) | Object::Union(_) => super::generic::attribute(heap, value, symbol),
            _ => None,
        },
        Value::Module(module) => return Ok(Loaded::Member(module, symbol)),
        Value::Exception(_) => {
            heap.symbols.method("BaseException", symbol).map(|method| Loaded::Plain(Value::Method(method)))
        }
        Value::Builtin(builtin) if builtin.is_type() => of_builtin_type(heap, value, builtin, symbol),
        _ => None,
    };
    if let Some(found) = found {
        return Ok(found);
    }
    if let Some(method) = heap.symbols.method(type_name(heap, value), symbol) {
        return Ok(Loaded::Method(method));
    }
    of_any(heap, value, symbol)
}

fn of_any(heap: &mut Heap, value: Value, symbol: u32) -> Result<Loaded> {
    let name = heap.symbols.name(symbol).to_string();
    let plain = match &*name {
        "__class__" => class::class_of(heap, value),
        "__doc__" => Value::None,
        "real" | "numerator" if is_integer(heap, value) => match value {
            Value::Bool(holds) => Value::Int(i64::from(holds.get())),
            other => other,
        },
        "imag" if is_integer(heap, value) => Value::Int(0),
        "denominator" if is_integer(heap, value) => Value::Int(1),
        "real" if matches!(value, Value::Float(_)) => value,
        "imag" if matches!(value, Value::Float(_)) => Value::float(0.0),
        "start" | "stop" | "step" => match part_of_range(heap, value, &name) {
            Some(part) => part,
            None => return Err(missing(heap, value, symbol)),
        },
        "__name__" | "__qualname__" if class::is_class(heap, value) => {
            let name = class::name_of(heap, value).rsplit('.').next().unwrap_or_default().to_owned();
            return Ok(Loaded::Plain(heap.new_str(name)));
        }
        "__name__" => match value {
            Value::Builtin(builtin) => return Ok(Loaded::Plain(heap.new_str(builtin.name()))),
            Value::Method(method) => return Ok(Loaded::Plain(heap.new_str(method.name()))),
            Value::Native(native) => return Ok(Loaded::Plain(heap.new_str(native.name()))),
            _ => return Err(missing(heap, value, symbol)),
        },
        "__init__" | "__repr__" | "__str__" => match heap.symbols.method("object", symbol) {
            Some(method) => return Ok(Loaded::Method(method)),
            None => return Err(missing(heap, value, symbol)),
        },
        _ => return Err(missing(heap, value, symbol)),
    };
    Ok(Loaded::Plain(heap.keep(plain)))
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
        let class = class::name_of(heap, value);
        return error::attribute_error(format!("type object '{class}' has no attribute '{name}'"));
    }
    let kind = type_name(heap, value);
    error::attribute_error(format!("'{kind}' object has no attribute '{name}'"))
}

/// A method of a built-in type, or one that is called on the type itself.
fn of_builtin_type(heap: &mut Heap, class: Value, builtin: Builtin, symbol: u32) -> Option<Loaded> {
    if let Some(method) = heap.symbols.method(builtin.name(), symbol) {
        return Some(Loaded::Plain(Value::Method(method)));
    }
    if &**heap.symbols.name(symbol) == "__new__" {
        return Some(Loaded::Plain(Value::Builtin(Builtin::ObjectNew)));
    }
    let method = heap.symbols.class_method(builtin.name(), symbol)?;
    heap.keep(class);
    Some(Loaded::Plain(heap.take_object(Object::BoundMethod(method, class))))
}

/// What an instance, whose class inherits from a built-in type, has from there.
fn of_base(heap: &mut Heap, base: Builtin, class: Value, symbol: u32) -> Option<Loaded> {
    if let Some(method) = heap.symbols.method(base.name(), symbol) {
        return Some(Loaded::Method(method));
    }
    let method = heap.symbols.class_method(base.name(), symbol)?;
    heap.keep(class);
    Some(Loaded::Plain(heap.take_object(Object::BoundMethod(method, class))))
}

fn own_attributes(heap: &Heap, value: Value) -> &[(u32, Value)] {
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
    let in_class = lookup(heap, class, symbol);
    if let Some(found) = in_class
        && let Some(descriptor) = descriptor::getter(heap, found, true)
    {
        return Ok(Loaded::Descriptor(descriptor));
    }
    if let Some(Value::Obj(at)) = in_class
        && let Object::Property(parts) = heap.get(at)
    {
        let getter = parts[0];
        return Ok(Loaded::Getter(heap.keep(getter)));
    }
    if let Some(own) = find(own_attributes(heap, value), symbol) {
        return Ok(Loaded::Plain(heap.keep(own)));
    }
    if let Some(found) = in_class {
        return Ok(match descriptor::getter(heap, found, false) {
            Some(descriptor) => Loaded::Descriptor(descriptor),
            None => bound(heap, found, class),
        });
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
    if let Some(fallback) = lookup(heap, class, symbols::GETATTR) {
        return Ok(Loaded::Fallback(heap.keep(fallback)));
    }
    let is_slotted = heap.as_class(class).is_some_and(|class| class.slots.is_some());
    if !is_slotted && &**heap.symbols.name(symbol) == "__dict__" {
        return Ok(Loaded::Plain(attributes_dict(heap, value)));
    }
    of_any(heap, value, symbol)
}

/// A dict of the value's own attributes: a copy.
pub fn attributes_dict(heap: &mut Heap, value: Value) -> Value {
    let class = class::class_of(heap, value);
    let mut attributes = own_attributes(heap, value).to_vec();
    if heap.as_instance(value).is_some() {
        attributes.retain(|(symbol, _)| !super::layout::is_slot(heap, class, *symbol));
    }
    let dict = heap.new_dict();
    for (symbol, value) in attributes {
        let name = heap.symbols.name(symbol).to_string();
        let (name, value) = (heap.new_str(name), heap.keep(value));
        // A text has a hash and is compared natively, so this cannot fail.
        let _ = super::dict::take_insert(heap, dict, name, value);
    }
    dict
}

/// An attribute of a class as its instances, and it itself through `super`, see it. Borrows what was found.
fn bound(heap: &mut Heap, found: Value, class: Value) -> Loaded {
    if let Value::Method(method) = found {
        return Loaded::Method(method);
    }
    if let Value::Obj(at) = found {
        match heap.get(at) {
            Object::Function(_) => return Loaded::Function(heap.keep(found)),
            Object::StaticMethod(inner) => {
                let inner = *inner;
                return Loaded::Plain(heap.keep(inner));
            }
            Object::ClassMethod(inner) => {
                let inner = *inner;
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

fn of_class(heap: &mut Heap, class: Value, symbol: u32) -> Result<Loaded> {
    if &**heap.symbols.name(symbol) == "__annotations__" {
        let own = heap.as_class(class).and_then(|class| find(&class.attributes, symbol));
        return Ok(Loaded::Plain(match own {
            Some(own) => heap.keep(own),
            None => heap.new_dict(),
        }));
    }
    if let Some(found) = lookup(heap, class, symbol) {
        if let Some(descriptor) = descriptor::getter(heap, found, false) {
            return Ok(Loaded::Descriptor(descriptor));
        }
        return Ok(match bound(heap, found, class) {
            Loaded::Function(function) => Loaded::Plain(function),
            Loaded::Method(method) => Loaded::Plain(Value::Method(method)),
            other => other,
        });
    }
    let above = heap.as_class(class).map(|class| (class.bases.clone(), class.above.clone())).unwrap_or_default();
    let name = heap.symbols.name(symbol).to_string();
    let listed = match &*name {
        "__bases__" if above.0.is_empty() => vec![Value::Builtin(Builtin::Object)],
        "__bases__" => above.0,
        "__mro__" => [&[class], above.1.as_slice(), &[Value::Builtin(Builtin::Object)]].concat(),
        "__dict__" => return Ok(Loaded::Plain(attributes_dict(heap, class))),
        "__module__" => return Ok(Loaded::Plain(heap.new_str("__main__"))),
        "__new__" => return Ok(Loaded::Plain(Value::Builtin(Builtin::ObjectNew))),
        _ => {
            if let Some(base) = heap.as_class(class).and_then(|class| class.base)
                && let Some(found) = of_builtin_type(heap, class, base, symbol)
            {
                return Ok(found);
            }
            let base = if class::is_exception_class(heap, class) { "BaseException" } else { "object" };
            return match heap.symbols.method(base, symbol) {
                Some(method) => Ok(Loaded::Plain(Value::Method(method))),
                None => of_any(heap, class, symbol),
            };
        }
    };
    let listed = heap.keep_all(&listed);
    Ok(Loaded::Plain(heap.take_tuple(listed)))
}

/// `super().name`: what comes after the class in the order of the object's own class.
fn of_super(heap: &mut Heap, after: Value, object: Value, symbol: u32) -> Result<Loaded> {
    let is_class = heap.as_class(object).is_some();
    let class = if is_class { object } else { class::class_of(heap, object) };
    let above = heap.as_class(class).map(|class| class.above.clone()).unwrap_or_default();
    let order = std::iter::once(class).chain(above);
    let mut rest = order.skip_while(|class| !super::compare::is_identical(*class, after)).skip(1);
    let found = rest.find_map(|class| find(&heap.as_class(class)?.attributes, symbol));
    let Some(found) = found else {
        if &**heap.symbols.name(symbol) == "__new__" {
            return Ok(Loaded::Plain(Value::Builtin(Builtin::ObjectNew)));
        }
        let built_in = if class::is_exception_class(heap, class) { "BaseException" } else { "object" };
        let base = heap.as_class(class).and_then(|class| class.base);
        let of_base = base.and_then(|base| heap.symbols.method(base.name(), symbol));
        return match of_base.or_else(|| heap.symbols.method(built_in, symbol)) {
            Some(method) => {
                heap.keep(object);
                Ok(Loaded::Plain(heap.take_object(Object::BoundMethod(method, object))))
            }
            None => {
                let name = heap.symbols.name(symbol);
                Err(error::attribute_error(format!("'super' object has no attribute '{name}'")))
            }
        };
    };
    Ok(match bound(heap, found, class) {
        Loaded::Function(function) if is_class => Loaded::Plain(function),
        Loaded::Function(function) => {
            heap.keep(object);
            Loaded::Plain(heap.take_object(Object::BoundFunction(function, object)))
        }
        other => match found {
            Value::Obj(at) if matches!(heap.get(at), Object::Property(_)) => {
                let Object::Property(parts) = heap.get(at) else { return Ok(other) };
                let getter = parts[0];
                if let Loaded::Plain(property) = other {
                    heap.drop_value(property);
                }
                Loaded::Getter(heap.keep(getter))
            }
            _ => other,
        },
    })
}

/// What an exception itself has. Borrowed.
fn of_exception(heap: &mut Heap, value: Value, symbol: u32) -> Option<Value> {
    let name = std::sync::Arc::clone(heap.symbols.name(symbol));
    let exception = heap.as_exception(value)?;
    match &*name {
        "args" => Some(exception.args),
        "__cause__" => Some(exception.cause),
        "__context__" => Some(exception.context),
        "__traceback__" => Some(Value::None),
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
            Some(heap.as_tuple(exception.args)?.first().copied().unwrap_or(Value::None))
        }
        name => super::os_error::attribute(heap, exception, name).or_else(|| find(&exception.attributes, symbol)),
    }
}

fn of_generator(heap: &mut Heap, value: Value, symbol: u32) -> Option<Loaded> {
    let generator = heap.as_generator(value)?;
    let (running, asked) = (generator.state == State::Running, generator.is_asked);
    let names = heap.function_names.get(generator.unit as usize);
    Some(Loaded::Plain(match (generator.flavor, &**heap.symbols.name(symbol)) {
        (GeneratorFlavor::Generator, "gi_running") | (GeneratorFlavor::Coroutine, "cr_running") => Value::bool(running),
        (GeneratorFlavor::AsyncGenerator, "ag_running") => Value::bool(asked),
        (_, "__name__") => {
            let name = names?.0.clone();
            heap.new_str(name)
        }
        (_, "__qualname__") => {
            let name = names?.1.clone();
            heap.new_str(name)
        }
        _ => return None,
    }))
}

fn of_function(heap: &mut Heap, value: Value, symbol: u32) -> Option<Loaded> {
    if let Some(own) = find(own_attributes(heap, value), symbol) {
        return Some(Loaded::Plain(heap.keep(own)));
    }
    if let Value::Obj(at) = value
        && let Object::BoundFunction(function, of) = heap.get(at)
    {
        let (function, of) = (*function, *of);
        return match &**heap.symbols.name(symbol) {
            "__self__" => Some(Loaded::Plain(heap.keep(of))),
            "__func__" => Some(Loaded::Plain(heap.keep(function))),
            _ => of_function(heap, function, symbol),
        };
    }
    let unit = heap.as_function(value)?.unit;
    let (name, qualname) = heap.function_names.get(unit as usize)?.clone();
    match &**heap.symbols.name(symbol) {
        "__name__" => Some(Loaded::Plain(heap.new_str(&*name))),
        "__qualname__" => Some(Loaded::Plain(heap.new_str(&*qualname))),
        "__module__" => Some(Loaded::Plain(heap.new_str("__main__"))),
        "__dict__" => Some(Loaded::Plain(attributes_dict(heap, value))),
        "__annotations__" => {
            let known = heap.as_function(value)?.extra.as_ref().and_then(|extra| extra.annotations);
            Some(Loaded::Plain(match known {
                Some(known) => heap.keep(known),
                None => heap.new_dict(),
            }))
        }
        _ => None,
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
