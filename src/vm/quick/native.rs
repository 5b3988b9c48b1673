//! Fast ways to the native functions that programs call most.

use super::{items, texts};
use crate::vm::build;
use crate::vm::builtins::Builtin;
use crate::vm::call::has_no_checkpoint;
use crate::vm::class;
use crate::vm::deque;
use crate::vm::heap::Heap;
use crate::vm::methods::Method;
use crate::vm::noted::Note;
use crate::vm::sync::{self, simple_queue};
use crate::vm::value::{Object, Ref, Truth, Value};

/// What a native function answers, owned, where that is quickly known. Borrows the arguments.
#[inline(always)]
pub fn call(heap: &mut Heap, callee: Value, arguments: &[Value]) -> Option<Value> {
    match (callee, arguments) {
        (Value::Method(Method::ListAppend), [Value::Obj(list), item]) => {
            let Some(Object::List(items)) = heap.get_mut(*list) else { return None };
            let grown = build::push(items, *item);
            heap.note_growth(grown);
            heap.keep(*item);
            Some(Value::None)
        }
        (Value::Builtin(Builtin::Len), [Value::Obj(of)]) => {
            let length = match heap.get(*of) {
                Object::List(items) => items.len(),
                Object::Tuple(items) => items.len(),
                Object::Str(text) => text.chars,
                Object::Dict(table) => table.len(),
                Object::Deque(deque) => deque.items.len(),
                _ => return None,
            };
            Some(Value::Int(length as i64))
        }
        (Value::Builtin(Builtin::Isinstance), [value, classes]) => is_instance(heap, *value, *classes),
        (Value::Method(Method::SimpleQueuePut), [Value::Obj(queue), item]) => {
            simple_queue::put_quickly(heap, *queue, *item).then_some(Value::None)
        }
        (Value::Method(Method::SimpleQueueGet), [Value::Obj(queue)]) => simple_queue::get_quickly(heap, *queue),
        (Value::Method(Method::DictGet), [Value::Obj(dict), key]) => get(heap, *dict, *key, Value::None),
        (Value::Method(Method::DictGet), [Value::Obj(dict), key, default]) => get(heap, *dict, *key, *default),
        (Value::Builtin(Builtin::Str), [value]) => texts::of(heap, *value),
        (Value::Builtin(Builtin::Abs), [Value::Int(number)]) => number.checked_abs().map(Value::Int),
        (Value::Builtin(of @ (Builtin::Min | Builtin::Max)), [Value::Int(one), Value::Int(other)]) => {
            heap.note(Note::Extreme);
            Some(Value::Int(if of == Builtin::Min { *one.min(other) } else { *one.max(other) }))
        }
        (Value::Method(method), arguments) if is_of_lock(method) => with_lock(heap, method, arguments),
        (Value::Method(method @ (Method::DequeAppend | Method::DequePopleft)), arguments) => {
            with_deque(heap, method, arguments)
        }
        _ => None,
    }
}

/// The same of a method and the value that it belongs to.
#[inline(never)]
pub fn call_with(heap: &mut Heap, method: Value, to: Value, given: &[Value]) -> Option<Value> {
    match given {
        [] => call(heap, method, &[to]),
        [one] => call(heap, method, &[to, *one]),
        [one, two] => call(heap, method, &[to, *one, *two]),
        [one, two, three] => call(heap, method, &[to, *one, *two, *three]),
        _ => None,
    }
}

#[inline(always)]
fn is_of_lock(method: Method) -> bool {
    use Method::{LockAcquire, LockEnter, LockExit, LockRelease};
    use Method::{RlockAcquire, RlockEnter, RlockExit, RlockRelease};
    matches!(
        method,
        LockAcquire | LockEnter | LockExit | LockRelease | RlockAcquire | RlockEnter | RlockExit | RlockRelease
    )
}

/// Taking a lock that is free, and giving one back that nobody waits for.
#[inline(never)]
fn with_lock(heap: &mut Heap, method: Method, arguments: &[Value]) -> Option<Value> {
    use Method::{LockAcquire, LockEnter, LockExit, LockRelease};
    use Method::{RlockAcquire, RlockEnter, RlockExit, RlockRelease};
    match (method, arguments) {
        (LockAcquire | LockEnter | RlockAcquire | RlockEnter, [Value::Obj(lock)]) => {
            sync::take_quickly(heap, *lock).filter(|taken| *taken)
        }
        (LockAcquire | RlockAcquire, [Value::Obj(lock), Value::Bool(Truth::False)]) => sync::take_quickly(heap, *lock),
        (LockRelease | RlockRelease, [Value::Obj(lock)]) => {
            return sync::give_quickly(heap, *lock).then_some(Value::None);
        }
        (LockExit | RlockExit, [Value::Obj(lock), _, _, _]) => {
            return sync::give_quickly(heap, *lock).then_some(Value::None);
        }
        _ => None,
    }
    .map(Value::bool)
}

#[inline(never)]
fn with_deque(heap: &mut Heap, method: Method, arguments: &[Value]) -> Option<Value> {
    match (method, arguments) {
        (Method::DequeAppend, [Value::Obj(deque), item]) => {
            deque::append_quickly(heap, *deque, *item).then_some(Value::None)
        }
        (Method::DequePopleft, [Value::Obj(deque)]) => deque::popleft_quickly(heap, *deque),
        _ => None,
    }
}

/// Of a program's object and classes that have no say in it.
#[inline(never)]
fn is_instance(heap: &Heap, value: Value, classes: Value) -> Option<Value> {
    let Value::Obj(at) = value else { return None };
    if !matches!(heap.get(at), Object::Instance(_) | Object::Exception(_)) {
        return None;
    }
    let is_silent = |class: &Value| match class {
        Value::Builtin(builtin) => builtin.is_type(),
        Value::Exception(_) => true,
        class => heap.as_class(*class).is_some_and(|class| matches!(class.meta, Value::Builtin(_))),
    };
    let is_known = heap.as_tuple(classes).map_or_else(|| is_silent(&classes), |all| all.iter().all(is_silent));
    is_known.then(|| class::is_any_of(heap, class::class_of(heap, value), classes, 0).map(Value::bool))?
}

fn get(heap: &mut Heap, dict: Ref, key: Value, default: Value) -> Option<Value> {
    let value = items::get(heap, dict, key)?.unwrap_or(default);
    Some(heap.keep(value))
}

/// Whether the thread may be asked to leave after the call.
#[inline(always)]
pub fn has_checkpoint(callee: Value) -> bool {
    !has_no_checkpoint(callee)
}

/// Whether the call leaves a note, so that whoever wants notes has to make it the slow way.
#[inline(always)]
pub fn is_noted(callee: Value) -> bool {
    match callee {
        Value::Method(Method::SimpleQueuePut | Method::SimpleQueueGet) | Value::Builtin(Builtin::Isinstance) => true,
        Value::Method(method) => is_of_lock(method),
        _ => false,
    }
}
