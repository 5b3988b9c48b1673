//! The parts of a function that a program may exchange: defaults, code, what a cell holds. Knows no call.

use super::error::{self, Result};
use super::heap::Heap;
use super::own;
use super::value::{Extra, Object, Value};
use crate::bytecode::Instr;

/// Sets a part of a function or cell, or takes it away where there is no new one. None where the attribute is no such
/// part. Takes the new value only where it is one.
pub fn store(heap: &mut Heap, value: Value, symbol: u32, new: Option<Value>) -> Option<Result<()>> {
    let Value::Obj(at) = value else { return None };
    let name = std::sync::Arc::clone(heap.symbols.name(symbol));
    match (heap.get(at), &*name) {
        (Object::Cell(_), "cell_contents") => Some(fill(heap, value, new.unwrap_or(Value::Unbound))),
        (Object::Function(_), "__defaults__") => Some(exchange_defaults(heap, value, new)),
        (Object::Function(_), "__kwdefaults__") => Some(exchange_keyword_defaults(heap, value, new)),
        (Object::Function(_), "__code__") => Some(exchange_code(heap, value, new)),
        (Object::Function(_), "__globals__" | "__closure__" | "__builtins__") => {
            heap.drop_all(new);
            Some(Err(error::attribute_error("readonly attribute")))
        }
        _ => None,
    }
}

fn fill(heap: &mut Heap, cell: Value, new: Value) -> Result<()> {
    if let Value::Obj(at) = cell
        && let Some(Object::Cell(inside)) = heap.get_mut(at)
    {
        let old = std::mem::replace(inside, new);
        heap.drop_value(old);
    }
    Ok(())
}

fn extra_mut(heap: &mut Heap, function: Value) -> Option<&mut Extra> {
    let Value::Obj(at) = function else { return None };
    match heap.get_mut(at) {
        Some(Object::Function(function)) => Some(function.extra.get_or_insert_default()),
        _ => None,
    }
}

/// None, or nothing, takes them away.
fn exchange_defaults(heap: &mut Heap, function: Value, new: Option<Value>) -> Result<()> {
    let new = new.unwrap_or(Value::None);
    let items = heap.as_tuple(new).map(<[Value]>::to_vec);
    if items.is_none() && !matches!(new, Value::None) {
        heap.drop_value(new);
        return Err(error::type_error("__defaults__ must be set to a tuple object"));
    }
    let items = heap.keep_all(&items.unwrap_or_default());
    heap.drop_value(new);
    if let Some(extra) = extra_mut(heap, function) {
        let old = std::mem::replace(&mut extra.defaults, items.into());
        heap.drop_all(old);
    }
    Ok(())
}

fn exchange_keyword_defaults(heap: &mut Heap, function: Value, new: Option<Value>) -> Result<()> {
    let new = new.filter(|new| !matches!(new, Value::None));
    if let Some(new) = new.filter(|new| heap.as_dict(*new).is_none()) {
        heap.drop_value(new);
        return Err(error::type_error("__kwdefaults__ must be set to a dict object"));
    }
    if let Some(extra) = extra_mut(heap, function) {
        let old = std::mem::replace(&mut extra.keyword_defaults, new);
        heap.drop_all(old);
    }
    Ok(())
}

/// The new code uses as many variables of functions around as the old.
fn exchange_code(heap: &mut Heap, function: Value, new: Option<Value>) -> Result<()> {
    let unit = match new {
        Some(Value::Obj(at)) => match heap.get(at) {
            Object::Code(unit) => Some(*unit),
            _ => None,
        },
        _ => None,
    };
    heap.drop_all(new);
    let (Some(unit), Value::Obj(at)) = (unit, function) else {
        return Err(error::type_error("__code__ must be set to a code object"));
    };
    let (name, qualname) = names(heap, function);
    let has = heap.as_function(function).and_then(|it| it.extra.as_ref()).map_or(0, |extra| extra.cells.len());
    let wanted = free_variables(heap, unit);
    if has != wanted {
        let message = format!("{name}() requires a code object with {has} free vars, not {wanted}");
        return Err(error::value_error(message));
    }
    if let Some(Object::Function(function)) = heap.get_mut(at) {
        function.unit = unit;
    }
    // It goes by its old names.
    for (attribute, name) in [("__name__", name), ("__qualname__", qualname)] {
        let symbol = heap.symbols.of(attribute);
        if own::get(heap, function, symbol).is_none() {
            let name = heap.new_str(name);
            own::set(heap, function, symbol, name);
        }
    }
    Ok(())
}

fn names(heap: &Heap, function: Value) -> (String, String) {
    let facts = heap.as_function(function).and_then(|function| heap.function_facts.get(function.unit as usize));
    let (name, qualname) = facts.map(|facts| (facts.name.to_string(), facts.qualname.to_string())).unwrap_or_default();
    let own = |attribute: &str| {
        let symbol = heap.symbols.known(attribute)?;
        Some(heap.as_str(own::get(heap, function, symbol)?)?.text.to_string())
    };
    (own("__name__").unwrap_or(name), own("__qualname__").unwrap_or(qualname))
}

fn free_variables(heap: &Heap, unit: u32) -> usize {
    let code = heap.function_facts.get(unit as usize).map(|facts| &facts.code);
    let count = |instr: &Instr| match instr {
        Instr::COPY_FREE_VARS(free) => Some(usize::from(*free)),
        _ => None,
    };
    code.and_then(|code| code.instrs.iter().find_map(count)).unwrap_or(0)
}
