//! What a value is: the name of its type, and whether it counts as true.

use super::heap::Heap;
use super::value::{Object, Value};

/// The name of the value's type, as Python's messages give it.
pub fn type_name(heap: &Heap, value: Value) -> &'static str {
    match value {
        Value::None => "NoneType",
        Value::Bool(_) => "bool",
        Value::Int(_) => "int",
        Value::Float(_) => "float",
        Value::Builtin(builtin) if builtin.is_type() => "type",
        Value::Builtin(_) => "builtin_function_or_method",
        Value::Method(_) => "method_descriptor",
        Value::Module(_) => "module",
        Value::Obj(at) => object_type(heap, heap.get(at)),
        Value::Unbound => "unbound",
    }
}

fn object_type(heap: &Heap, object: &Object) -> &'static str {
    match object {
        Object::Free => "freed object",
        Object::Str(_) => "str",
        Object::BigInt(_) => "int",
        Object::List(_) => "list",
        Object::Tuple(_) => "tuple",
        Object::Range(_) => "range",
        Object::Function(_) => "function",
        Object::BoundMethod(..) => "builtin_function_or_method",
        Object::Slice(_) => "slice",
        Object::RangeIter(_) => "range_iterator",
        Object::SeqIter(over, _) => match type_name(heap, *over) {
            "list" => "list_iterator",
            "tuple" => "tuple_iterator",
            _ => "str_iterator",
        },
        Object::ReversedIter(over, _) => match type_name(heap, *over) {
            "list" => "list_reverseiterator",
            _ => "reversed",
        },
        Object::Enumerate(..) => "enumerate",
        Object::Zip(_) => "zip",
    }
}

/// Python's truth of a value.
pub fn truth(heap: &Heap, value: Value) -> bool {
    match value {
        Value::None => false,
        Value::Bool(holds) => holds.get(),
        Value::Int(number) => number != 0,
        Value::Float(number) => number.get() != 0.0,
        Value::Obj(at) => match heap.get(at) {
            Object::Str(text) => text.chars != 0,
            Object::List(items) => !items.is_empty(),
            Object::Tuple(items) => !items.is_empty(),
            Object::Range(range) => range.len() != 0,
            _ => true,
        },
        Value::Builtin(_) | Value::Method(_) | Value::Module(_) | Value::Unbound => true,
    }
}
