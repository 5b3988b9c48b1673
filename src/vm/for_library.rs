//! What the library, which is written in Python, asks of native code. Programs do not see these functions.

use super::arguments::{Arguments, index};
use super::attribute::{self, Loaded};
use super::builtins::Builtin;
use super::class;
use super::compare::is_identical;
use super::dict;
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::noted::Note;
use super::value::{Object, Value};
use super::{arith, compare, list_methods, symbols};
use crate::bytecode::{BinaryOp, CompareOp};

fn text(heap: &Heap, value: Value) -> String {
    heap.as_str(value).map(|text| text.text.to_string()).unwrap_or_default()
}

pub fn make_class(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(4, 4)?;
    let bases = heap.as_tuple(given[2]).unwrap_or_default().to_vec();
    // What a `class` statement makes has been noted by its body.
    let qualname = heap.new_str("__qualname__");
    let has_body = dict::find(heap, given[3], qualname).is_ok_and(|found| found.is_some());
    heap.drop_value(qualname);
    heap.note_many(Note::Class, usize::from(!has_body));
    class::new(heap, given[0], given[1], &bases, given[3])
}

/// `class_names(class)`: its attributes as a mapping, without its slots.
pub fn class_names(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let class = arguments.only(1, 1)?[0];
    Ok(super::class_dict::of_class(heap, class))
}

/// Whether all bases are classes, and of the class `type`.
pub fn all_plain(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let bases = heap.as_tuple(arguments.only(1, 1)?[0]).unwrap_or_default();
    let is_plain = |base: &Value| {
        let has_stand_in = matches!(
            base,
            Value::Builtin(Builtin::Property | Builtin::Staticmethod | Builtin::Classmethod | Builtin::ModuleKind)
        );
        !has_stand_in
            && class::is_class(heap, *base)
            && matches!(class::class_of(heap, *base), Value::Builtin(Builtin::Type))
    };
    Ok(Value::bool(bases.iter().all(is_plain)))
}

/// What the namespace of a class begins with: module, qualified name and documentation of its body's function.
pub fn class_facts(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let unit = heap.as_function(arguments.only(1, 1)?[0]).map_or(0, |function| function.unit);
    let facts = heap.function_facts[unit as usize].clone();
    if !facts.code.is_library {
        heap.note(Note::Class);
    }
    let namespace = heap.new_dict();
    let doc = facts.doc.as_deref().map(|doc| heap.new_str(doc));
    let (module, qualname) = (heap.interned(&facts.module), heap.interned(&facts.qualname));
    let entries = [("__module__", Some(module)), ("__qualname__", Some(qualname)), ("__doc__", doc)];
    for (name, value) in entries {
        let Some(value) = value else { continue };
        let name = heap.new_str(name);
        dict::take_insert(heap, namespace, name, value)?;
    }
    Ok(namespace)
}

/// `issubclass` without a metaclass's say.
pub fn is_subclass(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    Ok(Value::bool(class::is_subclass(heap, given[0], given[1])))
}

/// `isinstance` without a metaclass's say.
pub fn is_of_class(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let class = class::class_of(heap, given[0]);
    Ok(Value::bool(class::is_subclass(heap, class, given[1])))
}

/// The names of the methods that make the class abstract, or None.
pub fn abstract_names(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let symbol = heap.symbols.of("__abstractmethods__");
    let class = arguments.only(1, 1)?[0];
    let own = heap.as_class(class).and_then(|class| class::find(&class.attributes, symbol));
    Ok(heap.keep(own.unwrap_or(Value::None)))
}

/// The names and values of a class's own attributes.
pub fn class_values(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let class = arguments.only(1, 1)?[0];
    let own = heap.as_class(class).map(|class| class.attributes.clone()).unwrap_or_default();
    let mut pairs = Vec::new();
    for (symbol, value) in own.into_iter().filter(|(_, value)| heap.as_instance(*value).is_some()).collect::<Vec<_>>() {
        let name = heap.symbols.name(symbol).to_string();
        let name = heap.new_str(name);
        heap.keep(value);
        pairs.push(heap.take_tuple([name, value]));
    }
    Ok(heap.take_list(pairs))
}

/// `__init_subclass__` of the classes above, bound to the class, or None.
pub fn inherited_hook(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let class = arguments.only(1, 1)?[0];
    let symbol = heap.symbols.of("__init_subclass__");
    let above = heap.as_class(class).map(|class| class.above.clone()).unwrap_or_default();
    let found = above.iter().find_map(|above| class::find(&heap.as_class(*above)?.attributes, symbol));
    let function = match found {
        Some(Value::Obj(at)) => match heap.get(at) {
            Object::ClassMethod(function) => *function,
            _ => Value::Obj(at),
        },
        _ => return Ok(Value::None),
    };
    heap.keep(function);
    heap.keep(class);
    Ok(heap.take_object(Object::BoundFunction(function, class)))
}

/// Methods of operators and conversions. A class that says None in place of one has it, and it cannot be called; with others
/// that means that it has none.
const CALLED_IF_NONE: &[&str] = &[
    "__abs__",
    "__anext__",
    "__await__",
    "__bool__",
    "__bytes__",
    "__complex__",
    "__delitem__",
    "__divmod__",
    "__float__",
    "__format__",
    "__getitem__",
    "__index__",
    "__init__",
    "__int__",
    "__invert__",
    "__len__",
    "__neg__",
    "__next__",
    "__pos__",
    "__rdivmod__",
    "__repr__",
    "__set_name__",
    "__setitem__",
    "__str__",
];

fn is_called_if_none(heap: &Heap, name: &str) -> bool {
    let plain = name.replacen("__r", "__", 1);
    let is_one = |method| [name, &plain].contains(&&**heap.symbols.name(method));
    CALLED_IF_NONE.contains(&name)
        || BinaryOp::ALL.iter().any(|op| is_one(symbols::of_operator(*op)))
        || CompareOp::ALL.iter().any(|op| is_one(symbols::of_comparison(*op)))
}

/// What stands for the method of a class that says None in its place.
pub fn none_hook(_: &mut Heap, _: Arguments) -> Result<Value> {
    Err(error::type_error("'NoneType' object is not callable"))
}

/// The special method of this name, bound to the value; None where its class has none.
pub fn special(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let name = text(heap, given[1]);
    let symbol = heap.symbols.of(&name);
    let Some(found) = class::special(heap, given[0], symbol) else { return Ok(Value::None) };
    if matches!(found, Value::None) && is_called_if_none(heap, &name) {
        return Ok(Value::Builtin(Builtin::NoneHook));
    }
    if let Value::Method(method) = found {
        heap.keep(given[0]);
        return Ok(heap.take_object(Object::BoundMethod(method, given[0])));
    }
    if let Value::Obj(at) = found {
        let (function, to) = match heap.get(at) {
            Object::Function(_) if heap.binds(found) => (found, given[0]),
            Object::ClassMethod(function) => (*function, class::class_of(heap, given[0])),
            Object::StaticMethod(function) => {
                let function = *function;
                return Ok(heap.keep(function));
            }
            _ => return Ok(heap.keep(found)),
        };
        heap.keep(function);
        heap.keep(to);
        return Ok(heap.take_object(Object::BoundFunction(function, to)));
    }
    Ok(heap.keep(found))
}

/// The classes of tracebacks and of frames.
pub fn frame_types(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(heap.take_tuple([Builtin::TracebackKind, Builtin::FrameKind].map(Value::Builtin)))
}

/// Whether the value is an instance of a class of the program.
pub fn is_instance(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    Ok(Value::bool(heap.as_instance(value).is_some()))
}

/// The built-in type that has a method, or None.
pub fn owner_of(_: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let Value::Method(method) = value else { return Ok(Value::None) };
    Ok(Builtin::class_named(method.of()).map_or(Value::None, Value::Builtin))
}

/// An instance of the program's class, without a call of `__init__`.
pub fn bare_instance(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let class = arguments.only(1, 1)?[0];
    super::construct::instance(heap, class, &[], true, Value::None)
}

/// Whether only Python code can iterate over the value.
pub fn wants_python(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    Ok(Value::bool(super::iter::wants_python(heap, value)))
}

pub fn type_name_of(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let name = type_name(heap, arguments.only(1, 1)?[0]).to_owned();
    Ok(heap.new_str(name))
}

/// That a text of the program's is compiled.
pub fn note_compiled(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let source = arguments.only(1, 1)?[0];
    let characters = heap.as_str(source).map_or(0, |source| source.text.len());
    heap.note(Note::Compiled);
    heap.note_many(Note::CompiledCharacter, characters);
    Ok(Value::None)
}

/// Sorts a list by its items' keys, in place. False, and nothing done, where comparing the keys needs Python.
pub fn sort_natively(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(3, 3)?;
    let keys = heap.as_list(given[1]).cloned().unwrap_or_default();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    let reverse = index(heap, given[2])? != 0;
    match list_methods::sort_by_keys(heap, &mut order, &keys, reverse) {
        Err(raise) if raise.needs_python() => return Ok(Value::bool(false)),
        other => other?,
    }
    if let Some(items) = heap.as_list_mut(given[0]) {
        let before = items.clone();
        *items = order.into_iter().filter_map(|at| before.get(at).copied()).collect();
    }
    Ok(Value::bool(true))
}

/// The special methods of an operator: its own, the reflected one, the one in place.
pub fn operator_names(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let symbol = text(heap, arguments.only(1, 1)?[0]);
    let comparison = CompareOp::ALL.iter().copied().find(|op| op.symbol() == symbol);
    let operator = BinaryOp::ALL.iter().copied().find(|op| op.symbol() == symbol).unwrap_or(BinaryOp::Add);
    let name_of = |method| heap.symbols.name(method).to_string();
    let names = match comparison {
        Some(op) => {
            [name_of(symbols::of_comparison(op)), name_of(symbols::of_comparison(op.reflected())), String::new()]
        }
        None => {
            let own = name_of(symbols::of_operator(operator));
            let reflected = own.replacen("__", "__r", 1);
            [own, reflected, name_of(symbols::of_operator(operator.in_place()))]
        }
    };
    let names = names.map(|name| heap.new_str(name));
    Ok(heap.take_tuple(names))
}

pub fn unsupported(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(3, 3)?;
    let symbol = text(heap, given[0]);
    let op = BinaryOp::ALL.iter().copied().find(|op| op.symbol() == symbol).unwrap_or(BinaryOp::Add);
    Err(arith::unsupported(heap, op, given[1], given[2]))
}

pub fn compare_natively(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(3, 3)?;
    let symbol = text(heap, given[0]);
    let op = CompareOp::ALL.iter().copied().find(|op| op.symbol() == symbol).unwrap_or(CompareOp::Eq);
    match compare::compare(heap, op, given[1], given[2]) {
        Err(raise) if raise.needs_python() => Err(compare::unordered(heap, op, given[1], given[2])),
        other => other.map(Value::bool),
    }
}

pub fn not_subscriptable(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let kind = type_name(heap, arguments.only(1, 1)?[0]);
    Err(error::type_error(format!("'{kind}' object is not subscriptable")))
}

/// Number and key of the entries with a hash.
pub fn candidates(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let hash = index(heap, given[1])?;
    let found = heap.as_table(given[0]).map(|table| table.candidates(hash)).unwrap_or_default();
    let mut pairs = Vec::new();
    for (at, key) in found {
        heap.keep(key);
        pairs.push(heap.take_tuple([Value::Int(at as i64), key]));
    }
    Ok(heap.take_list(pairs))
}

fn position(heap: &Heap, table: Value, at: Value) -> Result<usize> {
    let (at, length) = (index(heap, at)?, heap.as_table(table).map_or(0, dict::Dict::slots));
    usize::try_from(at)
        .ok()
        .filter(|at| *at < length)
        .ok_or_else(|| error::runtime_error("dictionary changed during lookup"))
}

pub fn table_value(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let at = position(heap, given[0], given[1])?;
    let value = heap.as_table(given[0]).map_or(Value::None, |table| table.entry(at).value);
    Ok(heap.keep(value))
}

/// Table, number of the entry or -1 for a new one, hash, key, value.
pub fn table_put(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [table, at, hash, key, value] = arguments.only(5, 5)? else { return Ok(Value::None) };
    let hash = index(heap, *hash)?;
    heap.keep(*value);
    if index(heap, *at)? < 0 {
        heap.keep(*key);
        if let Some(table) = heap.as_table_mut(*table) {
            let grown = table.push(hash, *key, *value);
            heap.note_growth(grown);
        }
        return Ok(Value::None);
    }
    let at = position(heap, *table, *at)?;
    let old = heap.as_table_mut(*table).map(|table| table.set_value(at, *value));
    heap.drop_all(old);
    Ok(Value::None)
}

/// Adds one to what a Counter has for a key. False, and nothing done, where that needs Python.
pub fn count_natively(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [counter, key] = arguments.only(2, 2)? else { return Ok(Value::None) };
    if class::special(heap, *counter, symbols::SETITEM).is_some() {
        return Ok(Value::bool(false));
    }
    let table = heap.base(*counter);
    let Ok(found) = dict::find(heap, table, *key) else { return Ok(Value::bool(false)) };
    let count = found.and_then(|at| Some(heap.as_dict(table)?.entry(at).value)).unwrap_or(Value::Int(0));
    let Value::Int(count) = count else { return Ok(Value::bool(false)) };
    let Some(count) = count.checked_add(1) else { return Ok(Value::bool(false)) };
    heap.note(Note::Counted);
    match found {
        Some(at) => {
            let old = heap.as_table_mut(table).map(|table| table.set_value(at, Value::Int(count)));
            heap.drop_all(old);
        }
        None => {
            heap.keep(*key);
            dict::take_insert(heap, table, *key, Value::Int(count))?;
        }
    }
    Ok(Value::bool(true))
}

pub fn table_remove(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let at = position(heap, given[0], given[1])?;
    if let Some(entry) = heap.as_table_mut(given[0]).map(|table| table.remove(at)) {
        heap.drop_all([entry.key, entry.value]);
    }
    Ok(Value::None)
}

/// What is called, without arguments, for the value of a computed attribute: a property's getter, or `__getattr__`.
pub fn computed_attribute(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let name = text(heap, given[1]);
    let symbol = heap.symbols.of(&name);
    let (function, to) = match attribute::look_up(heap, given[0], symbol)? {
        Loaded::Descriptor(get) => {
            let is_class = heap.as_class(given[0]).is_some();
            let class = if is_class { given[0] } else { class::class_of(heap, given[0]) };
            let object = if is_class { Value::None } else { heap.keep(given[0]) };
            let bound = heap.take_object(Object::BoundFunction(get, object));
            (bound, heap.keep(class))
        }
        Loaded::Getter(function) => (function, heap.keep(given[0])),
        Loaded::Fallback(function) => {
            let to = heap.keep(given[0]);
            let bound = heap.take_object(Object::BoundFunction(function, to));
            (bound, heap.keep(given[1]))
        }
        Loaded::Plain(value) => {
            heap.drop_value(value);
            return Err(error::type_error("the attribute is not computed"));
        }
        Loaded::Method(_) | Loaded::Member(..) => return Err(error::type_error("the attribute is not computed")),
        Loaded::Function(function) => {
            heap.drop_value(function);
            return Err(error::type_error("the attribute is not computed"));
        }
    };
    Ok(heap.take_object(Object::BoundFunction(function, to)))
}

/// `text % values`, where all values have a text that native code can make.
pub fn percent(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    super::percent::format(heap, given[0], given[1])
}

/// Notes that this thread shows a collection now; whether it did not already.
pub fn open_repr(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let shown = (heap.running, arguments.only(1, 1)?[0]);
    let is_new = !heap.shown.iter().any(|(by, other)| *by == shown.0 && is_identical(*other, shown.1));
    if is_new {
        heap.shown.push(shown);
    }
    Ok(Value::bool(is_new))
}

/// It is shown no longer.
pub fn close_repr(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let (by, value) = (heap.running, arguments.only(1, 1)?[0]);
    heap.shown.retain(|(other, shown)| *other != by || !is_identical(*shown, value));
    Ok(Value::None)
}
