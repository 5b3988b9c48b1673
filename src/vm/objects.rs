//! The built-in functions on classes, attributes and iterators.

use super::arguments::Arguments;
use super::attribute::{self, Loaded};
use super::class;
use super::dict;
use super::error::{self, Result};
use super::heap::Heap;
use super::iter;
use super::kind::type_name;
use super::value::{Object, Value};

/// Of types whose values come of other calls.
pub fn no_instances(_: &mut Heap, arguments: Arguments) -> Result<Value> {
    Err(error::type_error(format!("cannot create '{}' instances", arguments.function)))
}

/// A name that only the library carries out.
pub fn library_only(_: &mut Heap, _: Arguments) -> Result<Value> {
    Err(error::needs_python())
}

pub fn library_only_without_arguments(_: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Err(error::needs_python())
}

pub fn compile(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let names = ["source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version"];
    let [_, _, mode, ..] = arguments.of(names, 3, 6)?;
    arguments.text(heap, "mode", mode)?;
    Err(error::needs_python())
}

pub fn open(_: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.of(["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"], 1, 8)?;
    Err(error::needs_python())
}

pub fn import(_: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.of(["name", "globals", "locals", "fromlist", "level"], 1, 5)?;
    Err(error::needs_python())
}

pub fn not_here(_: &mut Heap, _: Value, _: Arguments) -> Result<Value> {
    Err(error::needs_python())
}

pub fn callable(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    Ok(Value::bool(is_callable(heap, value)))
}

pub fn is_callable(heap: &Heap, value: Value) -> bool {
    match value {
        Value::Builtin(_) | Value::Native(_) | Value::Method(_) | Value::Exception(_) => true,
        Value::Obj(at) => match heap.get(at) {
            Object::Function(_) | Object::BoundMethod(..) | Object::BoundFunction(..) | Object::Class(_) => true,
            Object::StaticMethod(_) => true,
            Object::Instance(_) => class::special(heap, value, super::symbols::CALL).is_some(),
            _ => false,
        },
        _ => false,
    }
}

/// One argument wrapped.
fn wrapped(heap: &mut Heap, arguments: Arguments, wrap: impl FnOnce(Value) -> Object) -> Result<Value> {
    arguments.only(0, usize::MAX)?;
    let value = arguments.unpacked(1, 1)?[0];
    heap.keep(value);
    Ok(heap.take_object(wrap(value)))
}

pub fn classmethod(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    wrapped(heap, arguments, Object::ClassMethod)
}

pub fn staticmethod(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    wrapped(heap, arguments, Object::StaticMethod)
}

pub fn property(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let parts = arguments.of(["fget", "fset", "fdel", "doc"], 0, 4)?.map(|part| part.unwrap_or(Value::None));
    heap.keep_all(&parts);
    Ok(heap.take_object(Object::Property(Box::new(parts))))
}

fn property_with(heap: &mut Heap, property: Value, at: usize, arguments: Arguments) -> Result<Value> {
    let function = arguments.only(1, 1)?[0];
    let Value::Obj(object) = property else { return Ok(Value::None) };
    let Object::Property(parts) = heap.get(object) else { return Ok(Value::None) };
    let mut parts = **parts;
    parts[at] = function;
    heap.keep_all(&parts);
    Ok(heap.take_object(Object::Property(Box::new(parts))))
}

/// `types.MethodType(function, object)`.
pub fn method(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [function, object] = arguments.function("method").only(2, 2)? else { return Ok(Value::None) };
    let (function, object) = (*function, *object);
    if !is_callable(heap, function) {
        return Err(error::type_error("first argument must be callable"));
    }
    if let Value::None = object {
        return Err(error::type_error("instance must not be None"));
    }
    heap.keep(function);
    heap.keep(object);
    Ok(heap.take_object(Object::BoundFunction(function, object)))
}

/// `function.__get__(object, class)`: the method of an object, or the function itself.
pub fn function_get(heap: &mut Heap, function: Value, arguments: Arguments) -> Result<Value> {
    let object = arguments.only(1, 2)?[0];
    heap.keep(function);
    if let Value::None = object {
        return Ok(function);
    }
    heap.keep(object);
    Ok(heap.take_object(Object::BoundFunction(function, object)))
}

pub fn property_getter(heap: &mut Heap, property: Value, arguments: Arguments) -> Result<Value> {
    property_with(heap, property, 0, arguments)
}

pub fn property_setter(heap: &mut Heap, property: Value, arguments: Arguments) -> Result<Value> {
    property_with(heap, property, 1, arguments)
}

pub fn property_deleter(heap: &mut Heap, property: Value, arguments: Arguments) -> Result<Value> {
    property_with(heap, property, 2, arguments)
}

fn name_argument(heap: &mut Heap, value: Value) -> Result<u32> {
    let Some(name) = heap.as_str(value).map(|text| text.text.clone()) else {
        return Err(error::type_error(format!("attribute name must be string, not '{}'", type_name(heap, value))));
    };
    Ok(heap.symbols.of(&name))
}

/// The attribute, owned. Needs Python where it is computed.
fn attribute(heap: &mut Heap, value: Value, symbol: u32) -> Result<Value> {
    match attribute::look_up(heap, value, symbol)? {
        Loaded::Plain(found) => Ok(found),
        Loaded::Method(method) => {
            heap.keep(value);
            Ok(heap.take_object(Object::BoundMethod(method, value)))
        }
        Loaded::Function(function) => {
            heap.keep(value);
            Ok(heap.take_object(Object::BoundFunction(function, value)))
        }
        // The eval loop has the modules' variables, and calls what computes others.
        computed @ (Loaded::Getter(_) | Loaded::Fallback(_) | Loaded::Descriptor(_) | Loaded::Member(..)) => {
            computed.discard(heap);
            Err(error::needs_python())
        }
    }
}

pub fn getattr(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 3)?;
    let symbol = name_argument(heap, given[1])?;
    match (attribute(heap, given[0], symbol), given.get(2)) {
        (Err(raise), Some(default)) if raise.kind == "AttributeError" => Ok(heap.keep(*default)),
        (found, _) => found,
    }
}

pub fn hasattr(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let symbol = name_argument(heap, given[1])?;
    match attribute(heap, given[0], symbol) {
        Ok(found) => {
            heap.drop_value(found);
            Ok(Value::bool(true))
        }
        Err(raise) if raise.kind == "AttributeError" => Ok(Value::bool(false)),
        Err(raise) => Err(raise),
    }
}

pub fn hash(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    dict::hash(heap, arguments.only(1, 1)?[0]).map(Value::Int)
}

pub fn id(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    Ok(Value::Int(match arguments.only(1, 1)?[0] {
        // As an address: no two objects that live have the same, and one that follows another may.
        Value::Obj(at) => at.slot() as i64 * 48 + 0x7f00_0000_0000 + i64::from(at.generation() % 3) * 16,
        Value::Module(module) => 0x7e00_0000_0000 + i64::from(module.number()) * 64,
        Value::Builtin(builtin) => 0x7e10_0000_0000 + builtin as i64 * 64,
        Value::Native(native) => 0x7e20_0000_0000 + native as i64 * 64,
        Value::Exception(kind) => 0x7e30_0000_0000 + kind as i64 * 64,
        other => dict::hash(heap, other)?,
    }))
}

pub fn issubclass(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    if !class::is_class(heap, given[0]) {
        return Err(error::type_error("issubclass() arg 1 must be a class"));
    }
    if class::has_hook(heap, given[1], super::symbols::SUBCLASSCHECK) {
        return Err(error::needs_python());
    }
    match class::is_any_of(heap, given[0], given[1], 0) {
        Some(is) => Ok(Value::bool(is)),
        None => Err(super::generic::no_class(heap, given[1], "issubclass() ", "class, a tuple of classes")),
    }
}

pub fn iter(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    match arguments.only(1, 2)? {
        [value] => iter::iterator(heap, *value),
        [function, ..] if !is_callable(heap, *function) => Err(error::type_error("iter(v, w): v must be callable")),
        _ => Err(error::needs_python()),
    }
}

pub fn map(_: &mut Heap, arguments: Arguments) -> Result<Value> {
    if arguments.only(0, usize::MAX)?.len() < 2 {
        return Err(error::type_error("map() must have at least two arguments."));
    }
    Err(error::needs_python())
}

pub fn filter(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, usize::MAX)?;
    let over = arguments.unpacked(2, 2)?[1];
    if iter::is_not_iterable(heap, over) {
        return Err(error::type_error(format!("'{}' object is not iterable", type_name(heap, over))));
    }
    Err(error::needs_python())
}

pub fn next(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 2)?;
    match (iter::next(heap, given[0])?, given.get(1)) {
        (Some(item), _) => Ok(item),
        (None, Some(default)) => Ok(heap.keep(*default)),
        (None, None) => Err(super::machine::stop_iteration(heap, Value::None)),
    }
}

pub fn object(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    if !arguments.positional.is_empty() || !arguments.keywords.is_empty() {
        return Err(error::type_error("object() takes no arguments"));
    }
    let class = Value::Builtin(super::builtins::Builtin::Object);
    Ok(heap.take_object(Object::Instance(Box::new(class::Instance {
        class,
        base: Value::Unbound,
        is_finalized: false,
        attributes: Vec::new(),
    }))))
}

pub fn type_of(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    match (arguments.positional, arguments.keywords) {
        ([_, _, _], _) => Err(error::needs_python()),
        ([value], []) => {
            let class = class::told_class(heap, *value);
            Ok(heap.keep(class))
        }
        ([_], _) => Err(error::type_error("type() takes no keyword arguments")),
        _ => Err(error::type_error("type() takes 1 or 3 arguments")),
    }
}

pub fn object_init(heap: &mut Heap, object: Value, arguments: Arguments) -> Result<Value> {
    if !arguments.positional.is_empty() || !arguments.keywords.is_empty() {
        let kind = type_name(heap, object);
        return Err(error::type_error(format!(
            "{kind}.__init__() takes exactly one argument (the instance to initialize)"
        )));
    }
    Ok(Value::None)
}

pub fn object_repr(heap: &mut Heap, object: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let text = match heap.as_instance(object) {
        Some(instance) if matches!(instance.base, Value::Unbound) => super::repr::plain_instance(heap, object),
        Some(instance) => {
            let base = instance.base;
            super::repr::repr(heap, base)?
        }
        None => super::repr::repr(heap, object)?,
    };
    Ok(heap.new_str(text))
}

pub fn exception_init(heap: &mut Heap, exception: Value, arguments: Arguments) -> Result<Value> {
    let class = class::class_of(heap, exception);
    let facts = super::exception::facts(heap, class, arguments.keywords)?;
    super::exception::tell(heap, exception, facts);
    let args = heap.keep_all(arguments.positional);
    let args = heap.take_tuple(args);
    let old = heap.as_exception_mut(exception).map(|exception| std::mem::replace(&mut exception.args, args));
    heap.drop_all(old);
    Ok(Value::None)
}

pub fn exception_str(heap: &mut Heap, exception: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let text = heap.as_exception(exception).map_or(Ok(String::new()), |it| super::exception::text(heap, it))?;
    Ok(heap.new_str(text))
}

pub fn exception_repr(heap: &mut Heap, exception: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let text = super::repr::plain_exception(heap, exception)?;
    Ok(heap.new_str(text))
}

pub fn with_traceback(heap: &mut Heap, exception: Value, arguments: Arguments) -> Result<Value> {
    match super::traces::set(heap, exception, arguments.only(1, 1)?[0]) {
        true => Ok(heap.keep(exception)),
        false => Err(error::type_error("__traceback__ must be a traceback or None")),
    }
}

/// Where the classes above one are told of it, `object` has nothing to say.
pub fn object_init_subclass(heap: &mut Heap, class: Value, arguments: Arguments) -> Result<Value> {
    if !arguments.keywords.is_empty() {
        let name = class::name_of(heap, class);
        return Err(error::type_error(format!("{name}.__init_subclass__() takes no keyword arguments")));
    }
    arguments.only(0, 0)?;
    Ok(Value::None)
}

/// `exception.add_note(text)`: one more of `__notes__`.
pub fn add_note(heap: &mut Heap, exception: Value, arguments: Arguments) -> Result<Value> {
    let note = arguments.only(1, 1)?[0];
    if heap.as_str(note).is_none() {
        let kind = type_name(heap, note);
        return Err(error::type_error(format!("note must be a str, not '{kind}'")));
    }
    let symbol = heap.symbols.of("__notes__");
    heap.keep(note);
    match super::own::get(heap, exception, symbol) {
        Some(notes) => match heap.as_list_mut(notes) {
            Some(notes) => notes.push(note),
            None => {
                heap.drop_value(note);
                return Err(error::type_error("Cannot add note: __notes__ is not a list"));
            }
        },
        None => {
            let notes = heap.take_list(vec![note]);
            super::own::set(heap, exception, symbol, notes);
        }
    }
    Ok(Value::None)
}

/// The hash of an object that is equal to itself alone.
pub fn identity_hash(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    Ok(match arguments.only(1, 1)?[0] {
        Value::Obj(at) => Value::Int(at.slot() as i64 * 16 + 8),
        other => Value::Int(dict::hash(heap, other)?),
    })
}

/// `object` knows of no other classes that count as below it.
pub fn object_subclasshook(_: &mut Heap, _: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(1, 1)?;
    Ok(Value::NotImplemented)
}

/// `object.__new__` for a class without a built-in base, or with the value of it: class, value.
pub fn new_instance(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [class, given, base] = arguments.only(3, 3)? else { return Ok(Value::None) };
    if class::is_exception_class(heap, *class) {
        let args = heap.as_tuple(*given).unwrap_or_default().to_vec();
        let args = heap.keep_all(&args);
        return Ok(super::exception::new(heap, *class, args));
    }
    let (class, base) = (*class, if let Value::None = base { Value::Unbound } else { *base });
    heap.keep(class);
    heap.keep(base);
    heap.note(super::noted::Note::Instance);
    let instance = class::Instance { class, base, is_finalized: false, attributes: Vec::new() };
    let made = heap.take_object(Object::Instance(Box::new(instance)));
    super::construct::note_finalizable(heap, class, made);
    Ok(made)
}

/// The built-in type that a class inherits from, or None.
pub fn builtin_base(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let class = arguments.only(1, 1)?[0];
    let base = match class {
        Value::Builtin(builtin) => Some(builtin),
        other => heap.as_class(other).and_then(|class| class.base),
    };
    Ok(base.map_or(Value::None, Value::Builtin))
}

/// The value of the built-in type in an instance; any other value itself.
pub fn base_of(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let base = heap.base(arguments.only(1, 1)?[0]);
    Ok(heap.keep(base))
}

/// Whether no class of the program's says how instances are made.
pub fn has_default_new(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let class = arguments.only(1, 1)?[0];
    Ok(Value::bool(class::lookup(heap, class, super::symbols::NEW).is_none()))
}
