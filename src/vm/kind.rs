//! What a value is: the name of its type, and whether it counts as true.

use super::error::{self, Result};
use super::heap::Heap;
use super::value::{Object, Value, View};
use super::{class, symbols, text_of_iterators, told_types};

/// The name of the value's type, as Python's messages give it.
pub fn type_name(heap: &Heap, value: Value) -> &str {
    match value {
        Value::None => "NoneType",
        Value::Bool(_) => "bool",
        Value::Int(_) => "int",
        Value::Float(_) => "float",
        Value::Builtin(builtin) if builtin.is_type() => "type",
        Value::Builtin(_) | Value::Native(_) => "builtin_function_or_method",
        Value::Method(_) => "method_descriptor",
        Value::Exception(_) => "type",
        Value::NotImplemented => "NotImplementedType",
        Value::Ellipsis => "ellipsis",
        Value::Module(_) => "module",
        Value::Obj(at) => object_type(heap, heap.get(at)),
        Value::Unbound => "unbound",
    }
}

fn object_type<'a>(heap: &'a Heap, object: &'a Object) -> &'a str {
    match object {
        Object::Free => "freed object",
        Object::Str(_) => "str",
        Object::Bytes(_) => "bytes",
        Object::Bytearray(_) => "bytearray",
        Object::BigInt(_) => "int",
        Object::Complex(..) => "complex",
        Object::List(_) => "list",
        Object::Tuple(_) => "tuple",
        Object::Range(_) | Object::LongRange(_) => "range",
        Object::Function(_) => "function",
        Object::BoundMethod(..) => "builtin_function_or_method",
        Object::Slice(_) => "slice",
        Object::RangeIter(_) => "range_iterator",
        Object::LongRangeIter(_) => "longrange_iterator",
        Object::SeqIter(over, _) => match type_name(heap, *over) {
            "list" => "list_iterator",
            "tuple" => "tuple_iterator",
            "bytes" => "bytes_iterator",
            "bytearray" => "bytearray_iterator",
            _ if heap.as_str(*over).is_some_and(|text| text.is_ascii()) => "str_ascii_iterator",
            _ => "str_iterator",
        },
        Object::ReversedIter(over, _) => match type_name(heap, *over) {
            "list" => "list_reverseiterator",
            "range" => "range_iterator",
            "collections.deque" => "_collections._deque_reverse_iterator",
            _ => "reversed",
        },
        Object::Enumerate(..) => "enumerate",
        Object::Zip(_) => "zip",
        Object::Dict(_) => "dict",
        Object::Deque(_) => "collections.deque",
        Object::Hasher(_) => "_hashlib.HASH",
        Object::Stream(_) => "_zlib.Stream",
        Object::Weak(..) => "weakref",
        Object::Pattern(_) => "_sre.Program",
        Object::Search(_) => "_sre.SRE_Scanner",
        Object::Twister(_) => "_random.Random",
        Object::Pickler(_) => "_pickle.Pickler",
        Object::Unpickler(_) => "_pickle.Unpickler",
        Object::Set(_, false) => "set",
        Object::Set(_, true) => "frozenset",
        Object::DictView(View::Keys, _) => "dict_keys",
        Object::DictView(View::Values, _) => "dict_values",
        Object::DictView(View::Items, _) => "dict_items",
        Object::DictIter(iterator) if heap.as_deque(iterator.over).is_some() => "_collections._deque_iterator",
        Object::DictIter(iterator) if heap.as_dict(iterator.over).is_none() => "set_iterator",
        Object::DictIter(iterator) => match iterator.view {
            View::Keys => "dict_keyiterator",
            View::Values => "dict_valueiterator",
            View::Items => "dict_itemiterator",
        },
        Object::Exception(exception) => class::name_of(heap, exception.class),
        Object::Instance(instance) => told_types::name_of(heap, instance.class),
        Object::Cell(_) => "cell",
        Object::Generator(generator) => {
            text_of_iterators::name(heap, generator).unwrap_or(generator.flavor.type_name())
        }
        Object::Class(class) => class::name_of(heap, class.meta),
        Object::BoundFunction(..) => "method",
        Object::GenericAlias(..) => "types.GenericAlias",
        Object::Union(_) => "types.UnionType",
        Object::Code(_) => "code",
        Object::Trace(trace) => {
            if trace.is_frame {
                "frame"
            } else {
                "traceback"
            }
        }
        Object::Property(_) => "property",
        Object::StaticMethod(_) => "staticmethod",
        Object::ClassMethod(_) => "classmethod",
        Object::Super(..) => "super",
        Object::Lock(lock) if lock.reentrant => "_thread.RLock",
        Object::Lock(_) => "_thread.lock",
        Object::SimpleQueue(_) => "_queue.SimpleQueue",
    }
}

/// Python's truth of a value. Fails only where the program's own class says what it is.
pub fn truth(heap: &Heap, value: Value) -> Result<bool> {
    Ok(match value {
        Value::None => false,
        Value::Bool(holds) => holds.get(),
        Value::Int(number) => number != 0,
        Value::Float(number) => number.get() != 0.0,
        Value::Obj(at) => match heap.get(at) {
            Object::Str(text) => text.chars != 0,
            Object::Complex(real, imaginary) => *real != 0.0 || *imaginary != 0.0,
            Object::Bytes(bytes) => !bytes.is_empty(),
            Object::Bytearray(bytes) => !bytes.is_empty(),
            Object::List(items) => !items.is_empty(),
            Object::Tuple(items) => !items.is_empty(),
            Object::Range(range) => range.len() != 0,
            Object::LongRange(range) => range.has_items(),
            Object::Dict(table) | Object::Set(table, _) => table.len() != 0,
            Object::Deque(deque) => !deque.items.is_empty(),
            Object::DictView(_, over) => heap.as_table(*over).is_some_and(|table| table.len() != 0),
            Object::Instance(instance) => {
                let has = |symbol| class::special(heap, value, symbol).is_some();
                if has(symbols::BOOL) || has(symbols::LEN) {
                    return Err(error::needs_python());
                }
                if !matches!(instance.base, Value::Unbound) {
                    return truth(heap, instance.base);
                }
                true
            }
            Object::Class(_)
                if [symbols::BOOL, symbols::LEN].iter().any(|s| class::special(heap, value, *s).is_some()) =>
            {
                return Err(error::needs_python());
            }
            _ => true,
        },
        _ => true,
    })
}
