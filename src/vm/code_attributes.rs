//! What code objects tell of themselves, as CPython would have them.

use super::arguments::Arguments;
use super::attribute::Loaded;
use super::dict;
use super::error::Result;
use super::heap::Heap;
use super::interp::constant_value;
use super::set_methods;
use super::value::{Object, Value};
use crate::bytecode::cpython::{Constant, Opcode, listing};
use crate::bytecode::{Code, Const};
use std::sync::Arc;

pub fn of_code(heap: &mut Heap, unit: u32, symbol: u32) -> Option<Loaded> {
    let code = Arc::clone(&heap.function_facts.get(unit as usize)?.code);
    let code = code.whole().unwrap_or(code);
    let parameters = code.parameters;
    let name = heap.symbols.name(symbol).to_string();
    let found = match &*name {
        "co_name" => heap.new_str(code.name.as_str()),
        "co_qualname" => heap.new_str(code.qualname.as_str()),
        "co_filename" => heap.new_str(heap.settings.path_of(code.source.file())),
        "co_firstlineno" => Value::Int(i64::from(code.first_line())),
        "co_argcount" => Value::Int(if code.is_in_namespace() { 0 } else { parameters.positional.into() }),
        "co_posonlyargcount" => Value::Int(if code.is_in_namespace() { 0 } else { parameters.positional_only.into() }),
        "co_kwonlyargcount" => Value::Int(parameters.keyword_only.into()),
        // The library finds the code's lines in it.
        "_text" => heap.new_str(code.source.file().text.as_str()),
        _ => listed(heap, unit, &code, &name)?,
    };
    Some(Loaded::Plain(found))
}

/// What is only known once the code is written as CPython's.
fn listed(heap: &mut Heap, unit: u32, code: &Code, name: &str) -> Option<Value> {
    if !name.starts_with("co_") && name != "_lines" {
        return None;
    }
    let listing = listing(code);
    Some(match name {
        "co_flags" => Value::Int(listing.flags.into()),
        "co_nlocals" => Value::Int(listing.varnames.len() as i64),
        "co_stacksize" => Value::Int(listing.stack_size.into()),
        "co_names" => name_tuple(heap, &listing.names),
        "co_varnames" => name_tuple(heap, &listing.varnames),
        "co_freevars" => name_tuple(heap, &listing.freevars),
        "co_cellvars" => name_tuple(heap, &listing.cellvars),
        "co_code" => heap.new_bytes(listing.units),
        "co_exceptiontable" => heap.new_bytes(listing.exception_table()),
        "co_consts" => {
            let consts = listing.consts.iter().map(|constant| value_of(heap, unit, constant));
            let consts: Vec<Value> = consts.collect();
            heap.take_tuple(consts)
        }
        // The library makes `co_lines` of it.
        "_lines" => {
            let lines = listing.lines.iter().map(|line| line.map_or(Value::None, |line| Value::Int(line.into())));
            let lines: Vec<Value> = lines.collect();
            heap.take_tuple(lines)
        }
        _ => return None,
    })
}

fn name_tuple(heap: &mut Heap, names: &[Arc<str>]) -> Value {
    let names: Vec<Value> = names.iter().map(|name| heap.new_str(&**name)).collect();
    heap.take_tuple(names)
}

/// A constant of the unit's code; code within it is loaded already.
fn value_of(heap: &mut Heap, unit: u32, constant: &Constant) -> Value {
    match constant {
        Constant::Of(Const::Code(inner)) => {
            let module = heap.function_facts[unit as usize].globals;
            let is_it = |facts: &super::heap::FunctionFacts| Arc::ptr_eq(&facts.code, inner) && facts.globals == module;
            match heap.function_facts.iter().position(is_it) {
                Some(unit) => heap.take_object(Object::Code(unit as u32)),
                None => Value::None,
            }
        }
        Constant::Of(constant) => constant_value(heap, constant),
        Constant::FrozenSet(items) => {
            let table = heap.new_set(false);
            for item in items {
                let item = constant_value(heap, item);
                // A constant has a hash and is compared natively, so this cannot fail.
                let _ = dict::take_insert(heap, table, item, Value::None);
            }
            let frozen = set_methods::copy_as(heap, table, true);
            heap.drop_value(table);
            frozen
        }
    }
}

/// CPython's opcodes: tuples of name, number, units of inline cache.
pub fn opcodes(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let rows = Opcode::TABLE.iter().map(|(name, number, caches)| {
        let name = heap.new_str(*name);
        heap.take_tuple(vec![name, Value::Int((*number).into()), Value::Int((*caches).into())])
    });
    let rows: Vec<Value> = rows.collect();
    Ok(heap.take_tuple(rows))
}
