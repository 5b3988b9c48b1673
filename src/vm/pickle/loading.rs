//! The unpickler as the Python part of the module `pickle` drives it.

use super::reader::Wrong;
use super::unpickler::{Need, Progress, Unpickler};
use crate::vm::arguments::{Arguments, bytes, index};
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::value::{Object, Value};

/// `unpickler(data, start)`.
pub fn unpickler(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let start = usize::try_from(index(heap, given[1])?).unwrap_or(usize::MAX);
    let unpickler = Unpickler::new(bytes(heap, given[0])?, start);
    Ok(heap.take_object(Object::Unpickler(Box::new(unpickler))))
}

/// `load(unpickler)`: goes on. What it says is a tuple whose first item is a number:
/// 0 done: the object, where the pickle ended, how many bytes were only copied; 1 find: module, name; 2 call: function, arguments; 3 new: class, arguments;
/// 4 new: class, arguments, keywords; 5 set the state: object, state; 6 extend: object, items; 7 update: object, keys and
/// values in turn; 8 add: object, items; 9 identified: identifier; 10 the pickle is wrong: text, None where it is too short.
pub fn load(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let Value::Obj(at) = value else { return Err(error::type_error("expected an unpickler")) };
    let mut unpickler = match heap.get_mut(at) {
        Some(Object::Unpickler(unpickler)) => std::mem::take(&mut **unpickler),
        _ => return Err(error::type_error("expected an unpickler")),
    };
    let progress = unpickler.run(heap);
    let (end, copied) = (unpickler.reader.at, unpickler.reader.copied);
    if let Some(Object::Unpickler(place)) = heap.get_mut(at) {
        **place = unpickler;
    }
    let told = match progress {
        Ok(Progress::Done(value)) => vec![Value::Int(0), value, Value::Int(end as i64), Value::Int(copied as i64)],
        Ok(Progress::On) => return Err(error::system_error("an unpickler stops only where it has something to say")),
        Ok(Progress::Need(need)) => told(need),
        Err(Wrong::Empty) => vec![Value::Int(10), Value::None],
        Err(Wrong::Text(text)) => vec![Value::Int(10), heap.new_str(text)],
    };
    Ok(heap.take_tuple(told))
}

fn told(need: Need) -> Vec<Value> {
    let (number, parts) = match need {
        Need::Find(module, name) => (1, vec![module, name]),
        Need::Call(function, arguments) => (2, vec![function, arguments]),
        Need::New(class, arguments) => (3, vec![class, arguments]),
        Need::NewWithKeywords(class, arguments, keywords) => (4, vec![class, arguments, keywords]),
        Need::Build(object, state) => (5, vec![object, state]),
        Need::Extend(object, items) => (6, vec![object, items]),
        Need::Update(object, items) => (7, vec![object, items]),
        Need::Add(object, items) => (8, vec![object, items]),
        Need::Identified(id) => (9, vec![id]),
    };
    [vec![Value::Int(number)], parts].concat()
}

/// `push(unpickler, object)`: what Python has found or made.
pub fn push(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let Value::Obj(at) = given[0] else { return Err(error::type_error("expected an unpickler")) };
    let value = heap.keep(given[1]);
    match heap.get_mut(at) {
        Some(Object::Unpickler(unpickler)) => unpickler.stack.push(value),
        _ => heap.drop_value(value),
    }
    Ok(Value::None)
}
