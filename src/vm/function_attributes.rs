//! What functions, methods, generators and coroutines tell of themselves.

use super::attribute::{Loaded, attributes_dict, own_attributes};
use super::class::find;
use super::generator::{GeneratorFlavor, State};
use super::heap::Heap;
use super::value::{Object, Value};

pub fn of_generator(heap: &mut Heap, value: Value, symbol: u32) -> Option<Loaded> {
    let generator = heap.as_generator(value)?;
    let (running, asked) = (generator.state == State::Running, generator.is_asked);
    let facts = heap.function_facts.get(generator.unit as usize);
    Some(Loaded::Plain(match (generator.flavor, &**heap.symbols.name(symbol)) {
        (GeneratorFlavor::Generator, "gi_running") | (GeneratorFlavor::Coroutine, "cr_running") => Value::bool(running),
        (GeneratorFlavor::AsyncGenerator, "ag_running") => Value::bool(asked),
        (_, "__name__") => {
            let name = facts?.name.clone();
            heap.new_str(name)
        }
        (_, "__qualname__") => {
            let name = facts?.qualname.clone();
            heap.new_str(name)
        }
        _ => return None,
    }))
}

pub fn of_function(heap: &mut Heap, value: Value, symbol: u32) -> Option<Loaded> {
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
    let facts = heap.function_facts.get(unit as usize)?.clone();
    match &**heap.symbols.name(symbol) {
        "__name__" => Some(Loaded::Plain(heap.new_str(facts.name))),
        "__qualname__" => Some(Loaded::Plain(heap.new_str(facts.qualname))),
        "__module__" => Some(Loaded::Plain(heap.new_str(&*facts.module))),
        "__doc__" => Some(Loaded::Plain(facts.doc.map_or(Value::None, |doc| heap.new_str(&*doc)))),
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

/// What properties, class methods and static methods tell of the functions in them.
pub fn of_wrapper(heap: &mut Heap, value: Value, symbol: u32) -> Option<Loaded> {
    let Value::Obj(at) = value else { return None };
    let name = heap.symbols.name(symbol).to_string();
    let (function, parts) = match heap.get(at) {
        Object::Property(parts) => (parts[0], Some(**parts)),
        Object::StaticMethod(function) | Object::ClassMethod(function) => (*function, None),
        _ => return None,
    };
    let found = match (&*name, parts) {
        ("fget", Some([part, _, _])) | ("fset", Some([_, part, _])) | ("fdel", Some([_, _, part])) => part,
        ("__func__" | "__wrapped__", None) => function,
        ("__isabstractmethod__", parts) => {
            let parts = parts.map_or(vec![function], |parts| parts.to_vec());
            let marked = |part: &Value| find(own_attributes(heap, *part), symbol).is_some_and(|mark| mark_holds(heap, mark));
            return Some(Loaded::Plain(Value::bool(parts.iter().any(marked))));
        }
        ("__doc__" | "__name__" | "__qualname__" | "__module__", _) if name == "__doc__" || parts.is_none() => {
            return of_function(heap, function, symbol);
        }
        _ => return None,
    };
    Some(Loaded::Plain(heap.keep(found)))
}

fn mark_holds(heap: &Heap, mark: Value) -> bool {
    super::kind::truth(heap, mark).unwrap_or(true)
}
