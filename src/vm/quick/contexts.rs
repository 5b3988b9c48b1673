//! Fast ways into `with` statements: of locks that are free, and of objects whose class has Python functions for it.

use super::attributes;
use super::frame::{Flow, Frame};
use super::instances::caller;
use crate::vm::heap::Heap;
use crate::vm::methods::Method;
use crate::vm::sync;
use crate::vm::value::{Object, Value};

/// Enters the manager on top.
#[inline(always)]
pub fn enter(frame: &mut Frame, enter: u16, exit: u16) -> Flow {
    let top = frame.slot(1);
    let (enter, exit) = (attributes::method(frame, top, enter), attributes::method(frame, top, exit));
    match (enter, exit) {
        (Some(enter @ Value::Obj(_)), Some(exit)) => match caller(frame) {
            Some(caller) => caller.enter_context(enter, exit),
            None => Flow::Plain,
        },
        (Some(Value::Method(Method::LockEnter | Method::RlockEnter)), Some(Value::Method(exit))) => {
            let lock = frame.get(top);
            let Some(bound) = take(frame.heap, lock, exit) else { return Flow::Plain };
            frame.put(top, bound);
            frame.put(frame.sp, Value::bool(true));
            frame.done()
        }
        _ => Flow::Plain,
    }
}

/// Takes a lock that is free; what gives it back, which the lock itself goes over into.
#[inline(never)]
fn take(heap: &mut Heap, lock: Value, exit: Method) -> Option<Value> {
    let Value::Obj(at) = lock else { return None };
    sync::take_quickly(heap, at).filter(|taken| *taken)?;
    Some(heap.take_object(Object::BoundMethod(exit, lock)))
}
