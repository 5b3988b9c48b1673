//! `collections.deque`: a list that is short of nothing at both ends.

use super::arguments::{Arguments, index, size};
use super::compare::same_or_equal;
use super::error::{self, Raise, Result};
use super::heap::Heap;
use super::iter;
use super::kind::type_name;
use super::noted::Note;
use super::numeric::{Number, clamped};
use super::repr::repr;
use super::value::{DictIter, Object, Ref, Value, View};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Deque {
    pub items: VecDeque<Value>,
    /// The oldest items at the other end give way to more.
    pub most: Option<usize>,
    /// Counts the changes, so that an iterator notices them.
    pub changes: usize,
}

impl Heap {
    pub fn as_deque(&self, value: Value) -> Option<&Deque> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Deque(deque) => Some(deque),
                Object::Instance(instance) => self.as_deque(instance.base),
                _ => None,
            },
            _ => None,
        }
    }

    fn as_deque_mut(&mut self, value: Value) -> Option<&mut Deque> {
        match self.base(value) {
            Value::Obj(at) => match self.get_mut(at) {
                Some(Object::Deque(deque)) => Some(deque),
                _ => None,
            },
            _ => None,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Left,
    Right,
}

const TOO_LARGE: &str = "cannot fit 'int' into an index-sized integer";

/// The deque, to be changed. That the value is one, the caller of a method has checked.
fn changed(heap: &mut Heap, deque: Value) -> Result<&mut Deque> {
    let deque = heap.as_deque_mut(deque).ok_or_else(|| error::type_error("expected a deque"))?;
    deque.changes = deque.changes.wrapping_add(1);
    Ok(deque)
}

/// Takes the item. Where the deque is full, the item at the other end is dropped.
fn take_push(heap: &mut Heap, deque: Value, end: End, item: Value) -> Result<()> {
    let own = changed(heap, deque)?;
    match end {
        End::Left => own.items.push_front(item),
        End::Right => own.items.push_back(item),
    }
    let too_many = own.most.is_some_and(|most| own.items.len() > most);
    let dropped = match end {
        _ if !too_many => None,
        End::Left => own.items.pop_back(),
        End::Right => own.items.pop_front(),
    };
    heap.drop_all(dropped);
    Ok(())
}

pub fn new(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let known = ["iterable", "maxlen"];
    let (first, second) = (arguments.keyword("iterable", &known)?, arguments.keyword("maxlen", &known)?);
    let given = arguments.function("deque").count(0, 2)?;
    let most = match given.get(1).copied().or(second) {
        None | Some(Value::None) => None,
        Some(value) => match usize::try_from(size(heap, value)?) {
            Ok(most) => Some(most),
            Err(_) => return Err(error::value_error("maxlen must be non-negative")),
        },
    };
    let mut items = match given.first().copied().or(first) {
        None => VecDeque::new(),
        Some(items) => VecDeque::from(iter::collect(heap, items)?),
    };
    let beyond = most.map_or(0, |most| items.len().saturating_sub(most));
    let dropped: Vec<Value> = items.drain(..beyond).collect();
    heap.drop_all(dropped);
    Ok(heap.take_object(Object::Deque(Box::new(Deque { items, most, changes: 0 }))))
}

/// `deque.__init__(…)`: it holds what a new one would hold.
pub fn init(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    let made = new(heap, arguments)?;
    let fresh = heap.as_deque_mut(made).map(std::mem::take).unwrap_or_default();
    heap.drop_value(made);
    let own = changed(heap, deque)?;
    let changes = own.changes;
    let old = std::mem::replace(own, Deque { changes, ..fresh });
    heap.drop_all(old.items);
    Ok(Value::None)
}

/// `deque * times`.
pub fn multiply(heap: &mut Heap, deque: Value, times: Value) -> Result<Value> {
    let Some(times) = Number::of(heap, times).filter(|times| !times.is_float()) else {
        let kind = type_name(heap, times);
        return Err(error::type_error(format!("can't multiply sequence by non-int of type '{kind}'")));
    };
    if let Number::Big(_) = times {
        return Err(error::overflow_error(TOO_LARGE));
    }
    let times = clamped(times).unwrap_or(0);
    let (length, most) = heap.as_deque(deque).map_or((0, None), |deque| (deque.items.len(), deque.most));
    let times = usize::try_from(times).unwrap_or(0);
    let all = length.checked_mul(times).filter(|all| *all <= super::sequence::MAX_ITEMS);
    let all = all.ok_or_else(|| error::memory_error(""))?;
    heap.check_room(all * size_of::<Value>())?;
    let repeated = items(heap, deque).repeat(times);
    let beyond = most.map_or(0, |most| repeated.len().saturating_sub(most));
    let items = heap.keep_all(&repeated[beyond..]).into();
    Ok(heap.take_object(Object::Deque(Box::new(Deque { items, most, changes: 0 }))))
}

pub fn append(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    let item = heap.keep(arguments.only(1, 1)?[0]);
    take_push(heap, deque, End::Right, item).map(|()| Value::None)
}

/// Appends to a deque that has room for any number; says whether it has. Borrows the item.
pub fn append_quickly(heap: &mut Heap, deque: Ref, item: Value) -> bool {
    let Some(Object::Deque(own)) = heap.get_mut(deque) else { return false };
    if own.most.is_some() {
        return false;
    }
    own.changes = own.changes.wrapping_add(1);
    own.items.push_back(item);
    heap.keep(item);
    true
}

/// The first item, owned, where there is one.
pub fn popleft_quickly(heap: &mut Heap, deque: Ref) -> Option<Value> {
    let Object::Deque(own) = heap.get_mut(deque)? else { return None };
    let item = own.items.pop_front()?;
    own.changes = own.changes.wrapping_add(1);
    Some(item)
}

pub fn appendleft(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    let item = heap.keep(arguments.only(1, 1)?[0]);
    take_push(heap, deque, End::Left, item).map(|()| Value::None)
}

pub fn extend(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    extend_at(heap, deque, End::Right, arguments)
}

pub fn extendleft(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    extend_at(heap, deque, End::Left, arguments)
}

/// `deque += items`.
pub fn extended(heap: &mut Heap, deque: Value, items: Value) -> Result<Value> {
    for item in iter::collect(heap, items)? {
        take_push(heap, deque, End::Right, item)?;
    }
    Ok(heap.keep(deque))
}

fn extend_at(heap: &mut Heap, deque: Value, end: End, arguments: Arguments) -> Result<Value> {
    let items = iter::collect(heap, arguments.only(1, 1)?[0])?;
    for item in items {
        take_push(heap, deque, end, item)?;
    }
    Ok(Value::None)
}

#[cold]
fn empty() -> Box<Raise> {
    error::index_error("pop from an empty deque")
}

pub fn pop(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    changed(heap, deque)?.items.pop_back().ok_or_else(empty)
}

pub fn popleft(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    changed(heap, deque)?.items.pop_front().ok_or_else(empty)
}

pub fn clear(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let items = std::mem::take(&mut changed(heap, deque)?.items);
    heap.drop_all(items);
    Ok(Value::None)
}

pub fn copy(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let copy = heap.as_deque(deque).cloned().unwrap_or_default();
    for item in &copy.items {
        heap.keep(*item);
    }
    heap.note_many(Note::Item, copy.items.len());
    Ok(heap.take_object(Object::Deque(Box::new(copy))))
}

/// `left + right`: a new one, as long as the left one may be.
pub fn joined(heap: &mut Heap, left: Value, right: Value) -> Result<Value> {
    if heap.as_deque(right).is_none() {
        let kind = type_name(heap, right);
        return Err(error::type_error(format!("can only concatenate deque (not \"{kind}\") to deque")));
    }
    let copy = heap.as_deque(left).cloned().unwrap_or_default();
    copy.items.iter().for_each(|item| {
        heap.keep(*item);
    });
    let made = heap.take_object(Object::Deque(Box::new(copy)));
    for item in items(heap, right) {
        heap.keep(item);
        take_push(heap, made, End::Right, item)?;
    }
    Ok(made)
}

/// The items, borrowed.
pub fn items(heap: &Heap, deque: Value) -> Vec<Value> {
    heap.as_deque(deque).map(|deque| deque.items.iter().copied().collect()).unwrap_or_default()
}

pub fn count(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    let wanted = arguments.only(1, 1)?[0];
    let mut found = 0;
    for item in items(heap, deque) {
        found += i64::from(same_or_equal(heap, item, wanted)?);
    }
    Ok(Value::Int(found))
}

/// Where the value stands first.
fn find(heap: &Heap, deque: Value, wanted: Value, start: usize, stop: usize) -> Result<Option<usize>> {
    for (at, item) in items(heap, deque).into_iter().enumerate().take(stop).skip(start) {
        if same_or_equal(heap, item, wanted)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn clamp_index(at: i64, length: usize) -> usize {
    let at = if at < 0 { at.saturating_add(length as i64) } else { at };
    usize::try_from(at).unwrap_or(0).min(length)
}

pub fn index_of(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 3)?;
    let length = items(heap, deque).len();
    let bound = |at: usize, default| given.get(at).map_or(Ok(default), |value| index(heap, *value));
    let (start, stop) = (clamp_index(bound(1, 0)?, length), clamp_index(bound(2, i64::MAX)?, length));
    match find(heap, deque, given[0], start, stop)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(error::value_error(format!("{} is not in deque", repr(heap, given[0])?))),
    }
}

pub fn insert(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let at = size(heap, given[0])?;
    let own = changed(heap, deque)?;
    if own.most.is_some_and(|most| own.items.len() >= most) {
        return Err(error::index_error("deque already at its maximum size"));
    }
    let at = clamp_index(at, own.items.len());
    own.items.insert(at, given[1]);
    heap.keep(given[1]);
    Ok(Value::None)
}

pub fn remove(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    let wanted = arguments.only(1, 1)?[0];
    let Some(at) = find(heap, deque, wanted, 0, usize::MAX)? else {
        return Err(error::value_error(format!("{} is not in deque", repr(heap, wanted)?)));
    };
    let removed = changed(heap, deque)?.items.remove(at);
    heap.drop_all(removed);
    Ok(Value::None)
}

pub fn reverse(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    changed(heap, deque)?.items.make_contiguous().reverse();
    Ok(Value::None)
}

pub fn rotate(heap: &mut Heap, deque: Value, arguments: Arguments) -> Result<Value> {
    let by = match arguments.only(0, 1)? {
        [by] => size(heap, *by)?,
        _ => 1,
    };
    let own = changed(heap, deque)?;
    if !own.items.is_empty() {
        let by = by.rem_euclid(own.items.len() as i64);
        own.items.rotate_right(by as usize);
    }
    Ok(Value::None)
}

/// The place of an index, from the start; IndexError outside.
fn position(heap: &Heap, deque: Value, at: Value) -> Result<usize> {
    let length = heap.as_deque(deque).map_or(0, |deque| deque.items.len());
    let at = match Number::of(heap, at) {
        Some(Number::Big(_)) => return Err(error::index_error(TOO_LARGE)),
        Some(Number::Small(at)) => at,
        _ => {
            let kind = super::kind::type_name(heap, at);
            return Err(error::type_error(format!("sequence index must be integer, not '{kind}'")));
        }
    };
    let from_start = if at < 0 { at.saturating_add(length as i64) } else { at };
    let found = usize::try_from(from_start).ok().filter(|at| *at < length);
    found.ok_or_else(|| error::index_error("deque index out of range"))
}

/// `deque[at]`.
pub fn load(heap: &mut Heap, deque: Value, at: Value) -> Result<Value> {
    let at = position(heap, deque, at)?;
    let item = heap.as_deque(deque).map_or(Value::None, |deque| deque.items[at]);
    Ok(heap.keep(item))
}

/// `deque[at] = value`, or `del deque[at]` without one. Borrows all.
pub fn store(heap: &mut Heap, deque: Value, at: Value, value: Option<Value>) -> Result<()> {
    let at = position(heap, deque, at)?;
    let old = match value {
        Some(value) => {
            heap.keep(value);
            // Replacing an item is no change that an iterator minds.
            heap.as_deque_mut(deque).map(|own| std::mem::replace(&mut own.items[at], value))
        }
        None => changed(heap, deque)?.items.remove(at),
    };
    heap.drop_all(old);
    Ok(())
}

/// `iter(deque)`. Its `length` is the number of changes so far.
pub fn iterator(heap: &mut Heap, deque: Value) -> Value {
    let changes = heap.as_deque(deque).map_or(0, |deque| deque.changes);
    heap.keep(deque);
    let iterator = DictIter { over: deque, view: View::Keys, next: 0, length: changes };
    heap.take_object(Object::DictIter(Box::new(iterator)))
}

/// The item at a place, owned; `None` beyond the end.
pub fn item(heap: &mut Heap, deque: Value, at: usize, changes: usize) -> Result<Option<Value>> {
    let Some(own) = heap.as_deque(deque) else { return Ok(None) };
    let item = own.items.get(at).copied();
    if own.changes != changes && item.is_some() {
        return Err(error::runtime_error("deque mutated during iteration"));
    }
    Ok(item.map(|item| heap.keep(item)))
}

/// `maxlen`, as an attribute.
pub fn most(deque: &Deque) -> Value {
    deque.most.map_or(Value::None, |most| Value::Int(most as i64))
}
