//! New instances: of the program's classes, and of built-in exceptions.

use super::call;
use super::class::{self, Instance};
use super::error::{self, Result};
use super::exception;
use super::heap::Heap;
use super::noted::Note;
use super::value::{Object, Value};

/// A new instance of the program's class, whose `__init__` is still to be called where it has one. Owned.
pub fn instance(heap: &mut Heap, class: Value, arguments: &[Value], has_init: bool, names: Value) -> Result<Value> {
    if heap.collection_is_due() {
        heap.collect();
    }
    if class::is_exception_class(heap, class) {
        let names = call::texts(heap, names);
        let (positional, named) = arguments.split_at(arguments.len() - names.len());
        let keywords: Vec<_> = names.into_iter().zip(named.iter().copied()).collect();
        let facts = if has_init { Vec::new() } else { exception::facts(heap, class, &keywords)? };
        let args = heap.keep_all(positional);
        let made = exception::new(heap, class, args);
        exception::tell(heap, made, facts);
        return Ok(made);
    }
    if !has_init && !arguments.is_empty() {
        let name = class::name_of(heap, class);
        return Err(error::type_error(format!("{name}() takes no arguments")));
    }
    heap.note(Note::Instance);
    heap.keep(class);
    let instance = Instance { class, base: Value::Unbound, is_finalized: false, attributes: Vec::new() };
    let made = heap.take_object(Object::Instance(Box::new(instance)));
    note_finalizable(heap, class, made);
    Ok(made)
}

/// The heap keeps a list of objects whose class has a `__del__`.
pub fn note_finalizable(heap: &mut Heap, class: Value, made: Value) {
    if heap.may_finalize && heap.as_class(class).is_some_and(|class| class.is_finalized) {
        heap.note_finalizable(made);
    }
}
