//! The pickler as the Python part of the module `pickle` drives it.
//!
//! A pickler stops where it meets an object that is not built in. Python finds out how that is taken apart, with the
//! program's own methods, and tells the pickler, which goes on.

use super::opcodes::*;
use super::pickler::{Pickler, Wanted};
use super::step::{Source, Step, Style};
use crate::vm::arguments::{Arguments, index};
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::truth;
use crate::vm::value::{Object, Value};

/// `pickler(protocol, asks)`.
pub fn pickler(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let (protocol, asks) = (index(heap, given[0])?, truth(heap, given[1])?);
    let protocol = u8::try_from(protocol).unwrap_or(u8::MAX);
    Ok(heap.take_object(Object::Pickler(Box::new(Pickler::new(protocol, asks)))))
}

/// Does something with the pickler, which is out of the heap meanwhile.
fn with<R>(heap: &mut Heap, value: Value, work: impl FnOnce(&mut Heap, &mut Pickler) -> Result<R>) -> Result<R> {
    let Value::Obj(at) = value else { return Err(error::type_error("expected a pickler")) };
    let mut pickler = match heap.get_mut(at) {
        Some(Object::Pickler(pickler)) => std::mem::take(&mut **pickler),
        _ => return Err(error::type_error("expected a pickler")),
    };
    let result = work(heap, &mut pickler);
    if let Some(Object::Pickler(place)) = heap.get_mut(at) {
        **place = pickler;
    }
    result
}

/// Goes on: None at the end, `(object,)` where it must be known how to take it apart, `(object, True)` where the program
/// is asked for an identifier.
fn go_on(heap: &mut Heap, pickler: &mut Pickler) -> Result<Value> {
    Ok(match pickler.run(heap)? {
        None => Value::None,
        Some(Wanted::Reduction(object)) => heap.take_tuple([object]),
        Some(Wanted::Id(object)) => heap.take_tuple([object, Value::bool(true)]),
    })
}

/// `save(pickler, object)`.
pub fn save(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    with(heap, given[0], |heap, pickler| {
        pickler.begin(heap.keep(given[1]));
        go_on(heap, pickler)
    })
}

/// `save_id(pickler, object, identifier)`; with None for an identifier it is saved as any other.
pub fn save_id(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(3, 3)?;
    with(heap, given[0], |heap, pickler| {
        let steps = match given[2] {
            Value::None => vec![Step::SaveAsked(heap.keep(given[1]))],
            id => vec![Step::Write(BINPERSID), Step::SaveAsked(heap.keep(id))],
        };
        pickler.steps.extend(steps);
        go_on(heap, pickler)
    })
}

/// `save_global(pickler, object, module, name)`: an object that is found again by its name.
pub fn save_global(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(4, 4)?;
    let name = |at: usize| heap.as_str(given[at]).map(|text| text.text.to_string()).unwrap_or_default();
    let (module, name) = (name(2), name(3));
    with(heap, given[0], |heap, pickler| {
        let object = heap.keep(given[1]);
        if pickler.protocol >= 4 {
            let (module, name) = (heap.interned(&module), heap.interned(&name));
            let end = [Step::Memoize(object), Step::Write(STACK_GLOBAL)];
            pickler.steps.extend(end.into_iter().chain([Step::SaveAsked(name), Step::SaveAsked(module)]));
        } else {
            pickler.out.put(format!("c{module}\n{name}\n").as_bytes());
            pickler.memoize(heap, object);
        }
        go_on(heap, pickler)
    })
}

/// `save_reduced(pickler, object, way, function, arguments, items, pairs, state, setter)`, the last four None where there
/// are none. The way is 0 for a call, 1 for `__newobj__`, whose arguments begin with the class, 2 for `__newobj_ex__`. The
/// object is None where nothing refers to it again.
pub fn save_reduced(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(9, 9)?;
    let [_, object, way, function, arguments, items, pairs, state, setter] = *given else { return Ok(Value::None) };
    let way = index(heap, way)?;
    with(heap, given[0], |heap, pickler| {
        state_steps(heap, pickler, object, state, setter);
        for (of, source) in [(pairs, Source::Pairs), (items, Source::List)] {
            if let Some(size) = heap.as_list(of).map(Vec::len) {
                let style = if pickler.protocol == 0 { Style::Single } else { Style::Iterated };
                pickler.push_items(heap, of, source, style, size);
            }
        }
        if !matches!(object, Value::None) {
            pickler.steps.push(Step::Made(heap.keep(object)));
        }
        making_steps(heap, pickler, way, function, arguments);
        go_on(heap, pickler)
    })
}

/// What makes the object.
fn making_steps(heap: &mut Heap, pickler: &mut Pickler, way: i64, function: Value, arguments: Value) {
    let all = heap.as_tuple(arguments).unwrap_or_default().to_vec();
    let (opcode, parts) = match (way, all.as_slice()) {
        (1, [class, rest @ ..]) => {
            let rest = heap.keep_all(rest);
            (NEWOBJ, vec![heap.keep(*class), heap.take_tuple(rest)])
        }
        (2, parts) => (NEWOBJ_EX, heap.keep_all(parts)),
        _ => (REDUCE, heap.keep_all(&[function, arguments])),
    };
    pickler.steps.push(Step::Write(opcode));
    pickler.steps.extend(parts.into_iter().rev().map(Step::Save));
}

/// What gives the object its state.
fn state_steps(heap: &mut Heap, pickler: &mut Pickler, object: Value, state: Value, setter: Value) {
    if let Value::None = state {
        return;
    }
    let state = heap.keep(state);
    if let Value::None = setter {
        return pickler.steps.extend([Step::Write(BUILD), Step::Save(state)]);
    }
    let (setter, object) = (heap.keep(setter), heap.keep(object));
    pickler.steps.extend([Step::Write(POP), Step::Write(REDUCE), Step::Write(TUPLE2)]);
    pickler.steps.extend([Step::Save(state), Step::Save(object), Step::Save(setter)]);
}

/// `finish(pickler)`: the bytes, and how many of them were only copied. The pickler can be used again, with its memo.
pub fn finish(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 1)?;
    let (bytes, copied) = with(heap, given[0], |_, pickler| Ok(pickler.out.finish()))?;
    let bytes = heap.new_bytes(bytes);
    Ok(heap.take_tuple([bytes, Value::Int(copied as i64)]))
}

/// `forget(pickler)`: begins anew after a failure, or where the memo is to be empty.
pub fn forget(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 1)?;
    let owned = with(heap, given[0], |_, pickler| {
        let mut owned = Vec::new();
        pickler.for_each_value(|value| owned.push(value));
        *pickler = Pickler::new(pickler.protocol, pickler.asks);
        Ok(owned)
    })?;
    heap.drop_all(owned);
    Ok(Value::None)
}
