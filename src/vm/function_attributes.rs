//! What functions, methods, generators and coroutines tell of themselves.

use super::attribute::Loaded;
use super::generator::{GeneratorFlavor, State};
use super::heap::Heap;
use super::methods::Method;
use super::own;
use super::symbols;
use super::value::{Object, Value};
use crate::bytecode::Instr;

pub fn of_generator(heap: &mut Heap, value: Value, symbol: u32) -> Option<Loaded> {
    let generator = heap.as_generator(value)?;
    let (running, asked) = (generator.state == State::Running, generator.is_asked);
    let facts = heap.function_facts.get(generator.unit as usize);
    Some(Loaded::Plain(match (generator.flavor, &**heap.symbols.name(symbol)) {
        (GeneratorFlavor::Generator, "gi_running") | (GeneratorFlavor::Coroutine, "cr_running") => Value::bool(running),
        (GeneratorFlavor::Generator, "gi_suspended") | (GeneratorFlavor::Coroutine, "cr_suspended") => {
            Value::bool(generator.state == State::Resting)
        }
        (GeneratorFlavor::Generator, "gi_frame")
        | (GeneratorFlavor::Coroutine, "cr_frame")
        | (GeneratorFlavor::AsyncGenerator, "ag_frame")
            if generator.state == State::Ended =>
        {
            Value::None
        }
        (GeneratorFlavor::Generator, "gi_frame")
        | (GeneratorFlavor::Coroutine, "cr_frame")
        | (GeneratorFlavor::AsyncGenerator, "ag_frame") => super::traces::frame_of(heap, value),
        (GeneratorFlavor::Generator, "gi_yieldfrom")
        | (GeneratorFlavor::Coroutine, "cr_await")
        | (GeneratorFlavor::AsyncGenerator, "ag_await") => {
            let delegate = delegate_of(heap, value);
            heap.keep(delegate)
        }
        (GeneratorFlavor::Coroutine, "cr_origin") => Value::None,
        (GeneratorFlavor::Generator, "gi_code")
        | (GeneratorFlavor::Coroutine, "cr_code")
        | (GeneratorFlavor::AsyncGenerator, "ag_code") => {
            let unit = generator.unit;
            heap.take_object(Object::Code(unit))
        }
        (GeneratorFlavor::AsyncGenerator, "ag_running") => Value::bool(asked),
        (_, "__name__" | "__qualname__") => {
            let (facts, is_whole) = (facts?, symbol == symbols::QUALNAME);
            match generator.names[usize::from(is_whole)] {
                Value::Unbound => {
                    let name = if is_whole { facts.qualname.clone() } else { facts.name.clone() };
                    heap.new_str(name)
                }
                given => heap.keep(given),
            }
        }
        _ => return None,
    }))
}

/// What a generator that rests waits for by `yield from` or `await`; None where it does neither. Borrowed.
fn delegate_of(heap: &Heap, value: Value) -> Value {
    let Some(generator) = heap.as_generator(value) else { return Value::None };
    let code = heap.function_facts.get(generator.unit as usize).map(|facts| &facts.code);
    let next = code.and_then(|code| code.instrs.get(generator.pc as usize));
    match (next, generator.window.last()) {
        (Some(Instr::JUMP_BACKWARD_NO_INTERRUPT(_)), Some(last)) => *last,
        _ => Value::None,
    }
}

pub fn of_function(heap: &mut Heap, value: Value, symbol: u32) -> Option<Loaded> {
    if let Some(own) = own::get(heap, value, symbol) {
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
        "__module__" => Some(Loaded::Plain(heap.interned(&facts.module))),
        "__doc__" => Some(Loaded::Plain(facts.doc.map_or(Value::None, |doc| heap.new_str(&*doc)))),
        "__dict__" => Some(Loaded::Plain(own::as_dict(heap, value))),
        "__code__" => Some(Loaded::Plain(heap.take_object(Object::Code(unit)))),
        "__globals__" => Some(Loaded::Member(facts.globals, symbols::DICT)),
        "__defaults__" | "__kwdefaults__" | "__closure__" => Some(Loaded::Plain(extra_part(heap, value, symbol))),
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

/// How a bound method's text names its function; `?` where it has no name.
pub fn qualified_name(heap: &Heap, function: Value) -> &str {
    let own = heap.symbols.known("__qualname__").and_then(|symbol| {
        let extra = heap.as_function(function)?.extra.as_ref()?;
        heap.as_str(super::class::find(&extra.attributes, symbol)?)
    });
    if let Some(own) = own {
        return &own.text;
    }
    match heap.as_function(function).and_then(|function| heap.function_facts.get(function.unit as usize)) {
        Some(facts) => &facts.qualname,
        None => "?",
    }
}

/// Defaults, or the variables of functions around; None where there are none. Owned.
fn extra_part(heap: &mut Heap, function: Value, symbol: u32) -> Value {
    let name = heap.symbols.name(symbol).to_string();
    let Some(extra) = heap.as_function(function).and_then(|function| function.extra.clone()) else {
        return Value::None;
    };
    let listed = match &*name {
        "__kwdefaults__" => return extra.keyword_defaults.map_or(Value::None, |defaults| heap.keep(defaults)),
        "__defaults__" => extra.defaults,
        _ => extra.cells,
    };
    if listed.is_empty() {
        return Value::None;
    }
    let listed = heap.keep_all(&listed);
    heap.take_tuple(listed)
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
        ("fget", Some([part, ..])) | ("fset", Some([_, part, ..])) | ("fdel", Some([_, _, part, _])) => part,
        ("__doc__", Some([.., doc])) if !matches!(doc, Value::None) => doc,
        ("__func__" | "__wrapped__", None) => function,
        ("__isabstractmethod__", parts) => {
            let parts = parts.map_or(vec![function], |parts| parts.to_vec());
            let marked = |part: &Value| own::get(heap, *part, symbol).is_some_and(|mark| mark_holds(heap, mark));
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

pub fn of_bound_method(heap: &mut Heap, method: Method, to: Value, symbol: u32) -> Option<Loaded> {
    Some(Loaded::Plain(match &**heap.symbols.name(symbol) {
        "__self__" => heap.keep(to),
        "__name__" => heap.new_str(method.name()),
        "__qualname__" => {
            let class = method.of().trim_start_matches("type ").rsplit('.').next().unwrap_or_default();
            heap.new_str(format!("{class}.{}", method.name()))
        }
        _ => return None,
    }))
}
