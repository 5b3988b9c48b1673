//! `queue.SimpleQueue`: items, and a lock as its gate. Putting an item that nobody waits for and taking one that is there is
//! all done here. Who finds the queue empty closes the gate and waits at it, step by step, in the text of `_queue`; whoever
//! puts an item then opens it. Knows no clock.

use super::{Lock, Park, Request, lock};
use crate::time::Nanos;
use crate::vm::arguments::{Arguments, not_an_integer};
use crate::vm::call::Outcome;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::truth;
use crate::vm::noted::Note;
use crate::vm::numeric::Number;
use crate::vm::thread::Answer;
use crate::vm::value::{Object, Ref, Value};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::sync::Arc;

/// A queue without a bound.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SimpleQueue {
    pub items: VecDeque<Value>,
    gate: Lock,
    /// Whether a thread has closed the gate, and nobody has opened it since.
    is_closed: bool,
}

impl SimpleQueue {
    /// Adds an item, which it owns from then on. Gives by how many bytes it has grown.
    #[inline]
    fn push(&mut self, item: Value) -> usize {
        let before = self.items.capacity();
        self.items.push_back(item);
        (self.items.capacity() - before) * size_of::<Value>()
    }
}

impl Heap {
    #[inline]
    fn as_queue(&mut self, value: Value) -> Result<&mut SimpleQueue> {
        if let Value::Obj(at) = self.base(value)
            && let Some(Object::SimpleQueue(queue)) = self.get_mut(at)
        {
            return Ok(queue);
        }
        Err(error::type_error("a SimpleQueue is needed here"))
    }
}

/// `SimpleQueue()`.
pub fn new(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    if !arguments.positional.is_empty() {
        return Err(error::type_error("SimpleQueue() takes no positional arguments"));
    }
    arguments.function("SimpleQueue").only(0, 0)?;
    let queue = SimpleQueue { items: VecDeque::new(), gate: Lock::new(false), is_closed: false };
    Ok(heap.take_object(Object::SimpleQueue(Box::new(queue))))
}

/// The arguments by position or name, the first of which has to be given where it is an item.
fn parsed<const COUNT: usize>(arguments: Arguments, names: [&str; COUNT]) -> Result<[Option<Value>; COUNT]> {
    let (function, given) = (arguments.function, arguments.positional.len() + arguments.keywords.len());
    if given > COUNT {
        let plural = if COUNT == 1 { "" } else { "s" };
        return Err(error::type_error(format!("{function}() takes at most {COUNT} argument{plural} ({given} given)")));
    }
    let mut found = [None; COUNT];
    for (at, name) in names.into_iter().enumerate() {
        found[at] = arguments.keyword(name, &names)?;
        if let Some(positional) = arguments.positional.get(at) {
            if found[at].is_some() {
                let place = at + 1;
                let twice = format!("argument for {function}() given by name ('{name}') and position ({place})");
                return Err(error::type_error(twice));
            }
            found[at] = Some(*positional);
        }
    }
    match found.first() {
        Some(None) if names[0] == "item" => {
            Err(error::type_error(format!("{function}() missing required argument 'item' (pos 1)")))
        }
        _ => Ok(found),
    }
}

/// `queue.put(item, block=True, timeout=None)`: it never waits.
pub fn put(heap: &mut Heap, queue: Value, arguments: Arguments) -> Result<Outcome> {
    let item = match (arguments.positional, arguments.keywords) {
        ([item], []) => *item,
        _ => parsed(arguments, ["item", "block", "timeout"])?[0].unwrap_or(Value::None),
    };
    put_item(heap, queue, item)
}

/// `queue.put_nowait(item)`.
pub fn put_nowait(heap: &mut Heap, queue: Value, arguments: Arguments) -> Result<Outcome> {
    let item = parsed(arguments, ["item"])?[0].unwrap_or(Value::None);
    put_item(heap, queue, item)
}

fn put_item(heap: &mut Heap, queue: Value, item: Value) -> Result<Outcome> {
    heap.note(Note::QueueStep);
    heap.keep(item);
    let grown = heap.as_queue(queue)?.push(item);
    heap.note_growth(grown);
    open(heap, queue)
}

/// Opens the gate, if it is closed.
fn open(heap: &mut Heap, queue: Value) -> Result<Outcome> {
    let queue = heap.as_queue(queue)?;
    if !std::mem::take(&mut queue.is_closed) {
        return Ok(Outcome::Value(Value::None));
    }
    let posted = queue.gate.semaphore.post();
    heap.note(Note::LockStep);
    Ok(lock::woken(heap, posted))
}

/// How long a `get` with these arguments may wait; None: for ever.
pub fn wait_time(heap: &Heap, arguments: Arguments) -> Result<Option<Nanos>> {
    let [block, timeout] = parsed(arguments, ["block", "timeout"])?;
    if !block.map_or(Ok(true), |block| truth(heap, block))? {
        return Ok(Some(Nanos::ZERO));
    }
    match timeout {
        None | Some(Value::None) => Ok(None),
        Some(timeout) => seconds(heap, timeout).map(|seconds| Some(Nanos::from_secs_f64(seconds))),
    }
}

/// A timeout as CPython reads it for a queue.
fn seconds(heap: &Heap, timeout: Value) -> Result<f64> {
    let number = Number::of(heap, timeout).ok_or_else(|| not_an_integer(heap, timeout))?;
    let what =
        if number.is_float() { "out of range for platform time_t" } else { "too large to convert to C _PyTime_t" };
    let too_large = || error::overflow_error(format!("timestamp {what}"));
    let seconds = number.to_float().map_err(|_| too_large())?;
    match seconds {
        _ if seconds.is_nan() => Err(error::value_error("Invalid value NaN (not a number)")),
        _ if seconds.abs() * 1e9 >= i64::MAX as f64 => Err(too_large()),
        _ if seconds < 0.0 => Err(error::value_error("'timeout' must be a non-negative number")),
        _ => Ok(seconds),
    }
}

/// `queue.get(block=True, timeout=None)`, where an item is there.
pub fn get(heap: &mut Heap, queue: Value, arguments: Arguments) -> Result<Value> {
    if !(arguments.positional.is_empty() && arguments.keywords.is_empty()) {
        let _ = wait_time(heap, arguments)?;
    }
    get_item(heap, queue)
}

/// `queue.get_nowait()`. CPython looks at no keywords here.
pub fn get_nowait(heap: &mut Heap, queue: Value, arguments: Arguments) -> Result<Value> {
    if !arguments.positional.is_empty() {
        return Err(error::type_error("get_nowait() takes no arguments"));
    }
    get_item(heap, queue)
}

fn get_item(heap: &mut Heap, queue: Value) -> Result<Value> {
    let own = heap.as_queue(queue)?;
    if own.is_closed {
        return Err(error::needs_python());
    }
    let item = own.items.pop_front().ok_or_else(error::needs_python)?;
    heap.note(Note::QueueStep);
    Ok(item)
}

pub fn empty(heap: &mut Heap, queue: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(Value::bool(heap.as_queue(queue)?.items.is_empty()))
}

pub fn qsize(heap: &mut Heap, queue: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(Value::Int(heap.as_queue(queue)?.items.len() as i64))
}

/// What a `get` that may wait for ever comes to.
pub enum Step {
    /// Owned.
    Item(Value),
    /// Another thread is to be woken, or this one to be parked, and then it is to be tried again: see [`answered`].
    Ask(Request),
}

/// The next step of a `get`: takes an item that is there, or queues at the gate.
pub fn get_or_ask(heap: &mut Heap, queue: Value) -> Result<Step> {
    if heap.as_queue(queue)?.items.is_empty() {
        return wait_at_gate(heap, queue);
    }
    // Who else waits looks for itself.
    if let Outcome::Threads(request) = open(heap, queue)? {
        return Ok(Step::Ask(request));
    }
    get_item(heap, queue).map(Step::Item)
}

fn wait_at_gate(heap: &mut Heap, queue: Value) -> Result<Step> {
    let me = heap.running;
    let own = heap.as_queue(queue)?;
    let semaphore = Arc::clone(&own.gate.semaphore);
    // One that has just been taken is not free the next time.
    while semaphore.retry(me) {
        heap.as_queue(queue)?.is_closed = true;
        heap.note(Note::LockStep);
        heap.note(Note::LockArguments);
    }
    [Note::LockStep, Note::LockArguments, Note::LockStep].into_iter().for_each(|note| heap.note(note));
    let holder = semaphore.holder();
    Ok(Step::Ask(Request::Park(Park { semaphore, timeout: None, holder, is_select: false })))
}

/// The thread that has asked by [`get_or_ask`] goes on: it has the gate's lock, where it has waited for that.
pub fn answered(heap: &mut Heap, queue: Value, answer: Answer) {
    if let (Answer::Bool(true), Ok(queue)) = (answer, heap.as_queue(queue)) {
        queue.is_closed = true;
    }
}

/// Puts an item where nobody waits for one; says whether it has. Borrows the item.
#[inline(always)]
pub fn put_quickly(heap: &mut Heap, queue: Ref, item: Value) -> bool {
    let Some(Object::SimpleQueue(own)) = heap.get_mut(queue) else { return false };
    if own.is_closed {
        return false;
    }
    let grown = own.push(item);
    heap.keep(item);
    heap.note_growth(grown);
    true
}

/// Takes an item, owned, where one is there and nobody is to be told of it.
#[inline(always)]
pub fn get_quickly(heap: &mut Heap, queue: Ref) -> Option<Value> {
    get_quickly_if(heap, queue, |item| Some(*item))
}

/// The same where `wanted` makes something of the item; gives that.
#[inline(always)]
pub fn get_quickly_if<T>(heap: &mut Heap, queue: Ref, wanted: impl FnOnce(&Value) -> Option<T>) -> Option<T> {
    let Object::SimpleQueue(own) = heap.get_mut(queue)? else { return None };
    if own.is_closed {
        return None;
    }
    let item = wanted(own.items.front()?)?;
    own.items.pop_front();
    Some(item)
}

/// The first item of a queue, borrowed.
pub fn first(object: &Object) -> Option<Value> {
    match object {
        Object::SimpleQueue(own) => own.items.front().copied(),
        _ => None,
    }
}

// What the text of `_queue` is made of.

/// `patience(*arguments)`: how many seconds a `get` with these may wait, or None for ever.
pub fn patience(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let time = wait_time(heap, arguments.function("get"))?;
    Ok(time.map_or(Value::None, |time| Value::float(time.as_secs_f64())))
}

/// `is_empty(queue)`, whatever its class says.
pub fn is_empty(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    Ok(Value::bool(heap.as_queue(arguments.only(1, 1)?[0])?.items.is_empty()))
}

/// `wait(queue, seconds)`: takes the gate's lock, and waits for it so long, or for ever with None. Says whether it has it.
pub fn wait(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let timeout = match given[1] {
        Value::None => None,
        seconds => Some(Nanos::from_secs_f64(Number::of(heap, seconds).map_or(Ok(0.0), |left| left.to_float())?)),
    };
    heap.note(Note::LockStep);
    heap.note(Note::LockArguments);
    let me = heap.running;
    let semaphore = Arc::clone(&heap.as_queue(given[0])?.gate.semaphore);
    let holder = semaphore.holder();
    let taken = semaphore.try_take(me);
    if taken || timeout == Some(Nanos::ZERO) {
        return Ok(Outcome::Value(Value::bool(taken)));
    }
    heap.note(Note::LockStep);
    if semaphore.retry(me) {
        return Ok(Outcome::Value(Value::bool(true)));
    }
    Ok(Outcome::Threads(Request::Park(Park { semaphore, timeout, holder, is_select: false })))
}

/// `close(queue)`: the gate, whose lock the caller has.
pub fn close(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    heap.as_queue(arguments.only(1, 1)?[0])?.is_closed = true;
    Ok(Value::None)
}

/// `take(queue)`: the first item of a queue that has some.
pub fn take(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let item = heap.as_queue(arguments.only(1, 1)?[0])?.items.pop_front();
    item.ok_or_else(|| error::index_error("take from an empty queue"))
}

/// `release(queue)`: opens the gate, if it is closed.
pub fn release(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    open(heap, arguments.only(1, 1)?[0])
}
