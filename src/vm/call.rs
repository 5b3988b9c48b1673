//! Calls: how arguments meet parameters, and how native functions are reached.

use super::arguments::Arguments;
use super::builtins::{self, Builtin};
use super::error::{self, Raise, Result};
use super::heap::Heap;
use super::interp::Unit;
use super::kind::type_name;
use super::methods::{self, Method};
use super::value::{Object, Value};
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

fn call(heap: &mut Heap, callee: Value, positional: &[Value], keywords: &[(String, Value)]) -> Result<Outcome> {
    match callee {
        Value::Builtin(builtin) => {
            builtins::call(heap, builtin, Arguments { function: builtin.name(), class: "", positional, keywords })
        }
        Value::Method(method) => {
            let Some((receiver, rest)) = positional.split_first() else {
                let (class, name) = (method.of(), method.name());
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
            _ => Err(not_callable(heap, callee)),
        },
        _ => Err(not_callable(heap, callee)),
    }
}

fn call_method(heap: &mut Heap, method: Method, receiver: Value, arguments: Arguments) -> Result<Outcome> {
    let found = type_name(heap, receiver);
    if found != method.of() {
        let (name, wanted) = (method.name(), method.of());
        return Err(error::type_error(format!(
            "descriptor '{name}' for '{wanted}' objects doesn't apply to a '{found}' object"
        )));
    }
    methods::call(heap, method, receiver, arguments).map(Outcome::Value)
}

#[cold]
fn not_callable(heap: &Heap, callee: Value) -> Box<Raise> {
    error::type_error(format!("'{}' object is not callable", type_name(heap, callee)))
}

fn texts(heap: &Heap, names: Value) -> Vec<String> {
    let names = heap.as_items(names).unwrap_or_default();
    names.iter().filter_map(|name| heap.as_str(*name)).map(|name| name.text.to_string()).collect()
}

/// The values of all parameters of a Python function, each owned. Borrows callee and arguments, of which the last are
/// given by keyword where `names` is there.
#[cold]
pub fn bind(
    heap: &mut Heap,
    unit: &Unit,
    callee: Value,
    arguments: &[Value],
    names: Option<&Value>,
) -> Result<Vec<Value>> {
    let names = names.map(|names| texts(heap, *names)).unwrap_or_default();
    let (positional, by_keyword) = arguments.split_at(arguments.len().saturating_sub(names.len()));
    let defaults = heap.as_function(callee).map(|function| function.defaults.to_vec()).unwrap_or_default();
    let parameters = &unit.code.varnames[..usize::from(unit.parameters)];
    let function = &unit.code.name;
    if positional.len() > parameters.len() {
        let given = arguments.len();
        return Err(too_many(function, parameters.len(), defaults.len(), positional.len(), given));
    }
    let mut slots: Vec<Option<Value>> = positional.iter().copied().map(Some).collect();
    slots.resize(parameters.len(), None);
    for (name, value) in names.iter().zip(by_keyword) {
        let Some(at) = parameters.iter().position(|parameter| **parameter == **name) else {
            return Err(error::type_error(format!("{function}() got an unexpected keyword argument '{name}'")));
        };
        if slots[at].replace(*value).is_some() {
            return Err(error::type_error(format!("{function}() got multiple values for argument '{name}'")));
        }
    }
    let first_default = parameters.len() - defaults.len();
    for (slot, default) in slots[first_default..].iter_mut().zip(defaults) {
        slot.get_or_insert(default);
    }
    let missing: Vec<&str> =
        slots.iter().zip(parameters).filter(|(slot, _)| slot.is_none()).map(|(_, name)| &**name).collect();
    if !missing.is_empty() {
        return Err(error::type_error(missing_text(function, &missing)));
    }
    Ok(slots.into_iter().flatten().map(|value| heap.keep(value)).collect())
}

fn too_many(function: &str, parameters: usize, defaults: usize, positional: usize, given: usize) -> Box<Raise> {
    let takes = match defaults {
        0 => format!("{parameters} positional argument{}", if parameters == 1 { "" } else { "s" }),
        _ => format!("from {} to {parameters} positional arguments", parameters - defaults),
    };
    let were = if positional == 1 && given == 1 { "was" } else { "were" };
    error::type_error(format!("{function}() takes {takes} but {positional} {were} given"))
}

/// CPython's sentence about parameters without a value.
pub fn missing_text(function: &str, missing: &[&str]) -> String {
    let quoted: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
    let list = match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    };
    let plural = if missing.len() == 1 { "" } else { "s" };
    format!("{function}() missing {} required positional argument{plural}: {list}", missing.len())
}
