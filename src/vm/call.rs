//! Calls: how arguments meet parameters, and how native functions are reached.

use super::arguments::{Arguments, unqualified};
use super::builtins::{self, Builtin};
use super::error::{self, Raise, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::methods::{self, Method};
use super::noted::Note;
use super::rewind::Places;
use super::sync::Request;
use super::system::SystemCall;
use super::value::{Object, Value};
use super::{class, exception, natives, symbols, text_costs};
use crate::time::Nanos;
use crate::work::Work;

/// What a native function says.
pub enum Outcome {
    /// An owned result.
    Value(Value),
    /// The outside world is asked; its answer is the result.
    Sleep(Nanos),
    Clock,
    Print(String),
    Work(Work),
    /// Something is wanted of other threads.
    Threads(Request),
    System(SystemCall),
}

impl From<Value> for Outcome {
    fn from(value: Value) -> Outcome {
        Outcome::Value(value)
    }
}

/// Whether CPython 3.11 has no checkpoint after a call of this native function.
pub fn has_no_checkpoint(callee: Value) -> bool {
    use Builtin::{Isinstance, Len};
    matches!(callee, Value::Builtin(Len | Isinstance) | Value::Method(Method::ListAppend))
}

/// Calls a function that is not Python code. Borrows callee and arguments.
#[inline(never)]
pub fn call_native(heap: &mut Heap, callee: Value, positional: &[Value]) -> Result<Outcome> {
    call(heap, callee, positional, &[])
}

/// The same with the last arguments given by keyword; `names` is the tuple of their names.
#[cold]
pub fn call_native_with_keywords(heap: &mut Heap, callee: Value, all: &[Value], names: &Value) -> Result<Outcome> {
    let names = texts(heap, *names);
    let (positional, by_keyword) = all.split_at(all.len().saturating_sub(names.len()));
    let keywords: Vec<(String, Value)> = names.into_iter().zip(by_keyword.iter().copied()).collect();
    call(heap, callee, positional, &keywords)
}

/// Where it needs Python, what it has taken out of iterators stands there again.
fn call(heap: &mut Heap, callee: Value, positional: &[Value], keywords: &[(String, Value)]) -> Result<Outcome> {
    let places = Places::of(heap, positional);
    let outcome = call_once(heap, callee, positional, keywords);
    if outcome.as_ref().is_err_and(|raise| raise.needs_python()) {
        places.restore(heap);
    }
    outcome
}

fn call_once(heap: &mut Heap, callee: Value, positional: &[Value], keywords: &[(String, Value)]) -> Result<Outcome> {
    match callee {
        Value::Builtin(builtin) => {
            note_builtin(heap, builtin, positional, !keywords.is_empty());
            builtins::call(heap, builtin, Arguments { function: builtin.name(), class: "", positional, keywords })
        }
        Value::Native(native) => {
            let (function, class) = (native.name(), native.module());
            if class == "math" && is_long(function) {
                heap.note(Note::Mathematics);
            }
            natives::call(heap, native, Arguments { function, class, positional, keywords })
        }
        Value::Method(method) => {
            let Some((receiver, rest)) = positional.split_first() else {
                let (class, name) = (unqualified(method.of()), method.name());
                return Err(error::type_error(format!("unbound method {class}.{name}() needs an argument")));
            };
            call_method(
                heap,
                method,
                *receiver,
                Arguments { function: method.name(), class: method.of(), positional: rest, keywords },
            )
        }
        Value::Obj(at) => match heap.get(at) {
            Object::BoundMethod(method, receiver) => {
                let (method, receiver) = (*method, *receiver);
                call_method(
                    heap,
                    method,
                    receiver,
                    Arguments { function: method.name(), class: method.of(), positional, keywords },
                )
            }
            Object::Weak(target, _) => {
                let target = *target;
                let found = if heap.is_alive(target) { heap.keep(Value::Obj(target)) } else { Value::None };
                Ok(Outcome::Value(found))
            }
            Object::BoundFunction(..) | Object::Class(_) | Object::StaticMethod(_) | Object::GenericAlias(..) => {
                Err(error::needs_python())
            }
            Object::Instance(_) if class::special(heap, callee, symbols::CALL).is_some() => Err(error::needs_python()),
            _ => Err(not_callable(heap, callee)),
        },
        Value::Exception(_) => {
            let facts = exception::facts(heap, callee, keywords)?;
            let args = heap.keep_all(positional);
            let made = exception::new(heap, callee, args);
            exception::tell(heap, made, facts);
            Ok(Outcome::Value(made))
        }
        _ => Err(not_callable(heap, callee)),
    }
}

fn call_method(heap: &mut Heap, method: Method, receiver: Value, arguments: Arguments) -> Result<Outcome> {
    if method == Method::DequeCopy && heap.as_instance(receiver).is_some() {
        // The copy is of the program's class.
        return Err(error::needs_python());
    }
    let (of, base) = (method.of(), heap.base(receiver));
    let receiver = if type_name(heap, base) == of { base } else { receiver_of_another(heap, method, receiver)? };
    let found = type_name(heap, receiver);
    let is_text = matches!(found, "str" | "bytes" | "bytearray");
    if is_text && reads_by_description(method) || matches!(method, Method::IntFromBytes | Method::BytesFromhex) {
        heap.note(Note::Parsed);
    }
    let outcome = methods::call(heap, method, receiver, arguments);
    if is_text && let Ok(Outcome::Value(made)) = outcome {
        text_costs::note(heap, method.name(), receiver, arguments, made);
    }
    outcome
}

/// The receiver of a method that is not simply one of its type.
fn receiver_of_another(heap: &Heap, method: Method, receiver: Value) -> Result<Value> {
    let of = method.of();
    let is_of_many = matches!(of, "object" | "BaseException" | "iterator");
    let receiver = if is_of_many { receiver } else { heap.base(receiver) };
    let found = type_name(heap, receiver);
    let is_general = is_of_many || of.starts_with("type ") || of == "type" && class::is_class(heap, receiver);
    let is_bool = found == "bool" && of == "int";
    // Generators of the library have other names.
    let is_generator = of == "generator" && heap.as_generator(receiver).is_some();
    if is_general || is_bool || is_generator {
        return Ok(receiver);
    }
    let name = method.name();
    Err(error::type_error(format!("descriptor '{name}' for '{of}' objects doesn't apply to a '{found}' object")))
}

/// What a built-in function or type does beyond its call, whatever it is given.
fn note_builtin(heap: &mut Heap, builtin: Builtin, positional: &[Value], has_keywords: bool) {
    use Builtin::{
        Bin, Dict, Divmod, Enumerate, Frozenset, Hex, Int, List, Map, Max, Min, Oct, Range, Reversed, Set, Sorted, Sum,
        Zip,
    };
    match builtin {
        List | Dict | Set | Frozenset | Range | Map | Enumerate | Reversed => heap.note(Note::Constructed),
        Int if matches!(positional, [Value::Float(_)]) => heap.note(Note::Constructed),
        // Its iterators, and the tuple that it gives.
        Zip => heap.note_many(Note::Constructed, 3),
        Sorted => heap.note_many(Note::Constructed, 2),
        // A dict of its keywords is made, and read by a description.
        Max | Min if has_keywords => heap.note_many(Note::Parsed, 5),
        Max | Min if positional.len() == 1 => heap.note(Note::Parsed),
        Sum => heap.note(Note::Made),
        Divmod | Bin | Hex | Oct => heap.note_many(Note::Made, 2),
        _ => {}
    }
}

/// Functions of `math` that take several times as long as their call.
fn is_long(function: &str) -> bool {
    const LONG: [&str; 20] = [
        "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cos", "cosh", "erf", "erfc", "gamma", "gcd",
        "hypot", "lgamma", "log", "pow", "sin", "sinh", "tan",
    ];
    LONG.contains(&function)
}

/// Methods of texts and byte strings whose arguments may say where to begin and to end.
fn reads_by_description(method: Method) -> bool {
    matches!(method.name(), "find" | "index" | "rfind" | "rindex" | "count" | "startswith" | "endswith")
}

#[cold]
fn not_callable(heap: &Heap, callee: Value) -> Box<Raise> {
    error::type_error(format!("'{}' object is not callable", type_name(heap, callee)))
}

pub fn texts(heap: &Heap, names: Value) -> Vec<String> {
    let names = heap.as_items(names).unwrap_or_default();
    names.iter().filter_map(|name| heap.as_str(*name)).map(|name| name.text.to_string()).collect()
}
