//! The names that an object has: what `dir` lists.

use super::arguments::Arguments;
use super::class;
use super::dict;
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::methods::Method;
use super::own;
use super::types;
use super::value::{Object, Value};
use std::collections::BTreeSet;

/// What every object has in CPython, whether gilsim gives it or not: listed so that `dir` is the same.
const OF_ALL: &[&str] = &[
    "__class__",
    "__delattr__",
    "__dir__",
    "__doc__",
    "__eq__",
    "__format__",
    "__ge__",
    "__getattribute__",
    "__getstate__",
    "__gt__",
    "__hash__",
    "__init__",
    "__init_subclass__",
    "__le__",
    "__lt__",
    "__ne__",
    "__new__",
    "__reduce__",
    "__reduce_ex__",
    "__repr__",
    "__setattr__",
    "__sizeof__",
    "__str__",
    "__subclasshook__",
];

const OF_EXCEPTIONS: &[&str] = &[
    "__cause__",
    "__context__",
    "__dict__",
    "__setstate__",
    "__suppress_context__",
    "__traceback__",
    "add_note",
    "args",
    "with_traceback",
];

/// The keys of a dict that are texts.
pub fn keys(heap: &Heap, dict: Value) -> Vec<String> {
    let entries = heap.as_dict(dict).map(|table| table.entries().collect::<Vec<_>>()).unwrap_or_default();
    entries.iter().filter_map(|entry| Some(heap.as_str(entry.key)?.text.to_string())).collect()
}

/// Puts the variables of a function for which its frame has no slots into a dict of all of them.
pub fn add_surplus(heap: &mut Heap, all: Value, surplus: Value) -> Result<()> {
    let entries: Vec<dict::Entry> = heap.as_dict(surplus).map(|table| table.entries().collect()).unwrap_or_default();
    for entry in entries {
        heap.keep(entry.key);
        heap.keep(entry.value);
        dict::take_insert(heap, all, entry.key, entry.value)?;
    }
    Ok(())
}

/// The names that a class gives its instances.
fn of_class(heap: &Heap, class: Value, all: &mut BTreeSet<String>) {
    for one in types::mro(heap, class) {
        match one {
            Value::Builtin(builtin) => of_builtin(builtin.name(), all),
            Value::Exception(_) => {
                of_builtin("BaseException", all);
                all.extend(OF_EXCEPTIONS.iter().map(|name| (*name).to_owned()));
            }
            _ => {
                let Some(own) = heap.as_class(one) else { continue };
                all.extend(own.attributes.iter().map(|(symbol, _)| heap.symbols.name(*symbol).to_string()));
                all.extend(own.slots.iter().flatten().map(|symbol| heap.symbols.name(*symbol).to_string()));
                if own.slots.is_none() && own.base.is_none() {
                    all.extend(["__dict__", "__weakref__"].map(str::to_owned));
                }
            }
        }
    }
}

fn of_builtin(name: &str, all: &mut BTreeSet<String>) {
    let is_of = |method: &&Method| method.of() == name || method.of().strip_prefix("type ") == Some(name);
    all.extend(Method::ALL.iter().filter(is_of).map(|method| method.name().to_owned()));
    all.extend(OF_ALL.iter().map(|name| (*name).to_owned()));
    let fields: &[&str] = match name {
        "int" | "bool" => &["denominator", "imag", "numerator", "real"],
        "float" | "complex" => &["imag", "real"],
        "range" | "slice" => &["start", "step", "stop"],
        "_queue.SimpleQueue" => &["__class_getitem__", "__module__"],
        "property" => &["fdel", "fget", "fset", "deleter", "getter", "setter", "__isabstractmethod__"],
        _ => &[],
    };
    all.extend(fields.iter().map(|name| (*name).to_owned()));
}

/// `dir(value)` where its class has no `__dir__`: a list.
pub fn dir(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let Some(value) = arguments.only(0, 1)?.first().copied() else { return Err(error::needs_python()) };
    let symbol = heap.symbols.of("__dir__");
    if matches!(value, Value::Module(_)) || class::special(heap, value, symbol).is_some() {
        return Err(error::needs_python());
    }
    listed(heap, value)
}

/// The names, sorted, as a list.
pub fn listed(heap: &mut Heap, value: Value) -> Result<Value> {
    let names = all_of(heap, value).into_iter().map(|name| heap.new_str(name)).collect();
    Ok(heap.take_list(names))
}

/// The names of a value's attributes.
pub fn all_of(heap: &Heap, value: Value) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    if class::is_class(heap, value) {
        of_class(heap, value, &mut all);
    } else {
        of_class(heap, class::class_of(heap, value), &mut all);
        of_builtin(type_name(heap, value), &mut all);
        let own = super::attribute::own_attributes(heap, value).iter();
        all.extend(own.map(|(symbol, _)| heap.symbols.name(*symbol).to_string()).filter(|name| name != "__dict__"));
        if let Some(dict) = own::dict(heap, value) {
            all.extend(keys(heap, dict));
        }
        if matches!(value, Value::Obj(at) if matches!(heap.get(at), Object::Function(_))) {
            all.extend(
                [
                    "__annotations__",
                    "__closure__",
                    "__code__",
                    "__defaults__",
                    "__dict__",
                    "__kwdefaults__",
                    "__module__",
                ]
                .map(str::to_owned),
            );
        }
    }
    all
}

/// `object.__dir__`.
pub fn object_dir(heap: &mut Heap, value: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    listed(heap, value)
}

/// `vars(value)`: its `__dict__`.
pub fn vars(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let Some(value) = arguments.only(0, 1)?.first().copied() else { return Err(error::needs_python()) };
    let symbol = super::symbols::DICT;
    match super::attribute::look_up(heap, value, symbol) {
        Ok(super::attribute::Loaded::Plain(dict)) => Ok(dict),
        Ok(computed) => {
            computed.discard(heap);
            Err(error::needs_python())
        }
        Err(_) => Err(error::type_error("vars() argument must have __dict__ attribute")),
    }
}
