//! `a.name`: methods of built-in types and members of modules; and imports.

use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::methods::Method;
use super::modules::Module;
use super::value::{Object, Value};

/// What `LOAD_METHOD` finds.
pub enum Loaded {
    /// A method of the value's type, to be called with the value before the arguments.
    Method(Method),
    /// Anything else, owned.
    Plain(Value),
}

/// Looks the name up for a call. Borrows the value.
pub fn load_method(heap: &mut Heap, value: Value, name: &str) -> Result<Loaded> {
    if let Some(method) = Method::of_type(type_name(heap, value), name) {
        return Ok(Loaded::Method(method));
    }
    match value {
        Value::Module(module) => match module.member(name) {
            Some(member) => Ok(Loaded::Plain(member)),
            None => {
                let module = module.name();
                Err(error::attribute_error(format!("module '{module}' has no attribute '{name}'")))
            }
        },
        Value::Builtin(builtin) if builtin.is_type() => match Method::of_type(builtin.name(), name) {
            Some(method) => Ok(Loaded::Plain(Value::Method(method))),
            None => {
                let class = builtin.name();
                Err(error::attribute_error(format!("type object '{class}' has no attribute '{name}'")))
            }
        },
        _ => {
            let kind = type_name(heap, value);
            Err(error::attribute_error(format!("'{kind}' object has no attribute '{name}'")))
        }
    }
}

/// `value.name`. Borrows the value.
pub fn load(heap: &mut Heap, value: Value, name: &str) -> Result<Value> {
    match load_method(heap, value, name)? {
        Loaded::Plain(value) => Ok(value),
        Loaded::Method(method) => {
            heap.keep(value);
            Ok(heap.take_object(Object::BoundMethod(method, value)))
        }
    }
}

pub fn import(name: &str) -> Result<Value> {
    match Module::named(name) {
        Some(module) => Ok(Value::Module(module)),
        None => Err(error::import_error(format!("gilsim has no module named '{name}'"))),
    }
}

pub fn import_from(module: Value, name: &str) -> Result<Value> {
    let Value::Module(module) = module else {
        return Err(error::import_error(format!("cannot import name '{name}'")));
    };
    let missing = || error::import_error(format!("cannot import name '{name}' from '{}'", module.name()));
    module.member(name).ok_or_else(missing)
}
