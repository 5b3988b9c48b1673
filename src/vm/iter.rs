//! Iteration: iterators over built-in values, and what consumes a whole one.

use super::build;
use super::compare::same_or_equal;
use super::error::{self, Result};
use super::generator::GeneratorFlavor;
use super::heap::Heap;
use super::kind::type_name;
use super::noted::Note;
use super::sequence::MAX_ITEMS;
use super::value::{DictIter, Object, RangeIter, Ref, Value, View};
use super::{class, symbols};

/// `iter(value)`. Borrows it.
pub fn iterator(heap: &mut Heap, value: Value) -> Result<Value> {
    let Value::Obj(at) = value else { return Err(not_iterable(heap, value)) };
    match heap.get(at) {
        Object::Range(range) => {
            let items = RangeIter { next: range.start, left: range.len(), step: range.step };
            Ok(heap.take_object(Object::RangeIter(items)))
        }
        Object::LongRange(range) => {
            let items = Box::new(range.items());
            Ok(heap.take_object(Object::LongRangeIter(items)))
        }
        Object::List(_) | Object::Tuple(_) | Object::Str(_) | Object::Bytes(_) | Object::Bytearray(_) => {
            heap.keep_object(at);
            Ok(heap.take_object(Object::SeqIter(value, 0)))
        }
        Object::Dict(_) | Object::Set(..) => Ok(over_table(heap, value, View::Keys)),
        Object::Deque(_) => Ok(super::deque::iterator(heap, value)),
        Object::DictView(view, over) => {
            let (view, over) = (*view, *over);
            Ok(over_table(heap, over, view))
        }
        Object::Instance(_) | Object::Exception(_) => {
            let has = |symbol| class::special(heap, value, symbol).is_some();
            if let Some(Value::None) = class::special(heap, value, symbols::ITER) {
                return Err(not_iterable(heap, value));
            }
            let base = heap.base(value);
            let is_derived = !super::compare::is_identical(base, value);
            match has(symbols::ITER) || (has(symbols::GETITEM) && !is_derived) {
                true => Err(error::needs_python()),
                false if is_derived => iterator(heap, base),
                false => Err(not_iterable(heap, value)),
            }
        }
        Object::Class(_) if class::special(heap, value, symbols::ITER).is_some() => Err(error::needs_python()),
        Object::Generator(generator) if generator.flavor == GeneratorFlavor::Generator => Ok(heap.keep(value)),
        object if is_iterator(object) => Ok(heap.keep(value)),
        _ => Err(not_iterable(heap, value)),
    }
}

/// Whether it is an iterator that native code drives.
pub fn is_iterator(object: &Object) -> bool {
    use Object::{DictIter, Enumerate, LongRangeIter, RangeIter, ReversedIter, SeqIter, Zip};
    matches!(
        object,
        RangeIter(_) | LongRangeIter(_) | DictIter(_) | SeqIter(..) | ReversedIter(..) | Enumerate(..) | Zip(_)
    )
}

fn over_table(heap: &mut Heap, over: Value, view: View) -> Value {
    let length = heap.as_table(over).map_or(0, super::dict::Dict::len);
    heap.keep(over);
    heap.take_object(Object::DictIter(Box::new(DictIter { over, view, next: 0, length })))
}

/// Whether nothing at all can be iterated there.
pub fn is_not_iterable(heap: &mut Heap, value: Value) -> bool {
    match iterator(heap, value) {
        Ok(iterator) => {
            heap.drop_value(iterator);
            false
        }
        Err(raise) => !raise.needs_python(),
    }
}

/// Whether it is iterated, but only Python code can do it.
pub fn wants_python(heap: &mut Heap, value: Value) -> bool {
    match iterator(heap, value) {
        Ok(iterator) => {
            let driven = is_driven_by_python(heap, iterator);
            heap.drop_value(iterator);
            driven
        }
        Err(raise) => raise.needs_python(),
    }
}

/// An iterator that only Python code can drive.
pub fn is_driven_by_python(heap: &Heap, iterator: Value) -> bool {
    matches!(iterator, Value::Obj(at) if matches!(heap.get(at), Object::Generator(_) | Object::Instance(_)))
}

fn next_of_table(heap: &mut Heap, at: Ref) -> Result<Option<Value>> {
    let Object::DictIter(iterator) = heap.get(at) else { return Ok(None) };
    let (over, view, from, length) = (iterator.over, iterator.view, iterator.next, iterator.length);
    if from == usize::MAX {
        return Ok(None);
    }
    let Some(table) = heap.as_table(over) else {
        let item = super::deque::item(heap, over, from, length)?;
        if let Some(Object::DictIter(iterator)) = heap.get_mut(at) {
            iterator.next = if item.is_some() { from + 1 } else { usize::MAX };
        }
        return Ok(item);
    };
    if table.len() != length {
        let what = if heap.is_set(over) { "Set" } else { "dictionary" };
        return Err(error::runtime_error(format!("{what} changed size during iteration")));
    }
    let found = table.entries_from(from).next();
    if let Some(Object::DictIter(iterator)) = heap.get_mut(at) {
        iterator.next = found.map_or(usize::MAX, |(number, _)| number + 1);
    }
    let Some((_, entry)) = found else { return Ok(None) };
    Ok(Some(match view {
        View::Keys => heap.keep(entry.key),
        View::Values => heap.keep(entry.value),
        View::Items => {
            let pair = heap.keep_all(&[entry.key, entry.value]);
            heap.take_tuple(pair)
        }
    }))
}

#[cold]
fn not_iterable(heap: &Heap, value: Value) -> Box<error::Raise> {
    error::type_error(format!("'{}' object is not iterable", type_name(heap, value)))
}

/// The next item, owned; `None` at the end. Borrows the iterator.
#[inline(never)]
pub fn next(heap: &mut Heap, iterator: Value) -> Result<Option<Value>> {
    let Value::Obj(at) = iterator else { return Err(not_an_iterator(heap, iterator)) };
    match heap.get_mut(at) {
        Some(Object::RangeIter(range)) => {
            let item = range.next;
            let Some(left) = range.left.checked_sub(1) else { return Ok(None) };
            range.next = item.wrapping_add(range.step);
            range.left = left;
            heap.note_whole(item);
            Ok(Some(Value::Int(item)))
        }
        Some(Object::LongRangeIter(range)) => {
            let item = range.next();
            Ok(item.map(|item| heap.new_int(item)))
        }
        Some(Object::SeqIter(over, position)) => {
            let (over, position) = (*over, *position);
            Ok(next_of_sequence(heap, at, over, position))
        }
        Some(Object::DictIter(_)) => next_of_table(heap, at),
        Some(Object::Generator(generator))
            if matches!(generator.flavor, GeneratorFlavor::Coroutine | GeneratorFlavor::AsyncGenerator) =>
        {
            Err(not_an_iterator(heap, iterator))
        }
        Some(Object::Generator(_) | Object::Instance(_)) => Err(error::needs_python()),
        Some(Object::ReversedIter(over, left)) => {
            let Some(index) = left.checked_sub(1) else { return Ok(None) };
            *left = index;
            let over = *over;
            super::subscript::load(heap, over, Value::Int(index as i64)).map(Some)
        }
        Some(Object::Enumerate(inner, number)) => {
            let (inner, number) = (*inner, *number);
            next_of_enumerate(heap, at, inner, number)
        }
        Some(Object::Zip(inners)) => {
            let inners = inners.to_vec();
            next_of_zip(heap, &inners)
        }
        _ => Err(not_an_iterator(heap, iterator)),
    }
}

/// Whether `next` has a way with it.
pub fn gives_items(heap: &Heap, value: Value) -> bool {
    let Value::Obj(at) = value else { return false };
    match heap.get(at) {
        Object::Generator(generator) => generator.flavor == GeneratorFlavor::Generator,
        Object::Instance(_) | Object::Exception(_) => {
            let base = heap.base(value);
            let is_derived = !super::compare::is_identical(base, value);
            class::special(heap, value, symbols::NEXT).is_some() || is_derived && gives_items(heap, base)
        }
        object => is_iterator(object),
    }
}

#[cold]
fn not_an_iterator(heap: &Heap, value: Value) -> Box<error::Raise> {
    error::type_error(format!("'{}' object is not an iterator", type_name(heap, value)))
}

/// A list may change while it is iterated, so the index is compared with its length each time. Once at its end the
/// iterator stays there.
fn next_of_sequence(heap: &mut Heap, at: Ref, over: Value, position: usize) -> Option<Value> {
    let found = item_of_sequence(heap, over, position);
    if let Some(Object::SeqIter(_, position)) = heap.get_mut(at) {
        *position = found.map_or(usize::MAX, |(_, after)| after);
    }
    found.map(|(item, _)| item)
}

/// The item at a position, owned, and the position of the next one.
fn item_of_sequence(heap: &mut Heap, over: Value, position: usize) -> Option<(Value, usize)> {
    if let Some(items) = heap.as_items(over) {
        let item = *items.get(position)?;
        return Some((heap.keep(item), position + 1));
    }
    if let Some(bytes) = heap.as_bytes(over) {
        return Some((Value::Int(i64::from(*bytes.get(position)?)), position + 1));
    }
    let c = heap.as_str(over)?.text.get(position..)?.chars().next()?;
    Some((heap.new_str(c.to_string()), position + c.len_utf8()))
}

fn next_of_enumerate(heap: &mut Heap, at: Ref, inner: Value, number: i64) -> Result<Option<Value>> {
    let Some(item) = next(heap, inner)? else { return Ok(None) };
    if let Some(Object::Enumerate(_, number)) = heap.get_mut(at) {
        *number = number.saturating_add(1);
    }
    Ok(Some(heap.take_tuple([Value::Int(number), item])))
}

fn next_of_zip(heap: &mut Heap, inners: &[Value]) -> Result<Option<Value>> {
    let mut items = Vec::with_capacity(inners.len());
    for inner in inners {
        match next(heap, *inner) {
            Ok(Some(item)) => items.push(item),
            end => {
                heap.drop_all(items);
                return end;
            }
        }
    }
    Ok(if items.is_empty() { None } else { Some(heap.take_tuple(items)) })
}

/// Calls `visit` with each item of `value` until it answers `false` or fails. The items are released afterwards.
pub fn for_each(heap: &mut Heap, value: Value, mut visit: impl FnMut(&mut Heap, Value) -> Result<bool>) -> Result<()> {
    let mut visited = 0;
    let result = go_over(heap, value, |heap, item| {
        visited += 1;
        visit(heap, item)
    });
    heap.note_many(Note::Item, visited);
    result
}

/// The same for an instruction, whose time it is.
fn go_over(heap: &mut Heap, value: Value, mut visit: impl FnMut(&mut Heap, Value) -> Result<bool>) -> Result<()> {
    let over = iterator(heap, value)?;
    let result = loop {
        match next(heap, over) {
            Ok(None) => break Ok(()),
            Err(raise) => break Err(raise),
            Ok(Some(item)) => {
                let go_on = visit(heap, item);
                heap.drop_value(item);
                match go_on {
                    Ok(true) => {}
                    Ok(false) => break Ok(()),
                    Err(raise) => break Err(raise),
                }
            }
        }
    };
    heap.drop_value(over);
    result
}

/// All items, each owned.
pub fn collect(heap: &mut Heap, value: Value) -> Result<Vec<Value>> {
    let is_own = super::arith::is_own(heap, value);
    if let Some(items) = heap.as_items(value).filter(|_| !is_own) {
        let items = items.to_vec();
        heap.note_many(Note::Copy, items.len());
        return Ok(heap.keep_all(&items));
    }
    let mut items = Vec::new();
    let result = for_each(heap, value, |heap, item| {
        if items.len() >= MAX_ITEMS {
            return Err(error::memory_error(""));
        }
        if items.len() == items.capacity() {
            heap.check_room(items.len() * size_of::<Value>() * 2)?;
        }
        build::push(&mut items, heap.keep(item));
        Ok(true)
    });
    if makes_tuples(heap, value) {
        heap.note_many(Note::Made, items.len());
    }
    match result {
        Ok(()) => Ok(items),
        Err(raise) => {
            heap.drop_all(items);
            Err(raise)
        }
    }
}

/// Whether each item is a tuple of the iterator's, which makes a new one where the last is kept.
fn makes_tuples(heap: &Heap, value: Value) -> bool {
    matches!(type_name(heap, value), "zip" | "enumerate" | "dict_items")
}

/// Whether the iterator yields the item.
pub fn find(heap: &mut Heap, iterator: Value, wanted: Value) -> Result<bool> {
    let mut found = false;
    for_each(heap, iterator, |heap, item| {
        found = same_or_equal(heap, item, wanted)?;
        Ok(!found)
    })?;
    Ok(found)
}

/// Whether the value's class says by None that it is not iterated.
pub fn refuses(heap: &Heap, value: Value) -> bool {
    matches!(class::special(heap, value, symbols::ITER), Some(Value::None))
}

/// Exactly `count` items, each owned.
pub fn unpack(heap: &mut Heap, value: Value, count: usize) -> Result<Vec<Value>> {
    let mut items = Vec::with_capacity(count);
    let mut too_many = false;
    let visited = go_over(heap, value, |heap, item| {
        too_many = items.len() == count;
        if !too_many {
            items.push(heap.keep(item));
        }
        Ok(!too_many)
    });
    let raise = match visited {
        Err(raise) if raise.message.ends_with("object is not iterable") && !refuses(heap, value) => {
            error::type_error(format!("cannot unpack non-iterable {} object", type_name(heap, value)))
        }
        Err(raise) => raise,
        Ok(()) if too_many => error::value_error(format!("too many values to unpack (expected {count})")),
        Ok(()) if items.len() < count => {
            error::value_error(format!("not enough values to unpack (expected {count}, got {})", items.len()))
        }
        Ok(()) => return Ok(items),
    };
    heap.drop_all(items);
    Err(raise)
}

/// The first and last items and, between them, a list of the rest; each owned.
pub fn unpack_with_rest(heap: &mut Heap, value: Value, before: usize, after: usize) -> Result<Vec<Value>> {
    let mut items = match collect(heap, value) {
        Ok(items) => items,
        Err(raise) if raise.message.ends_with("object is not iterable") && !refuses(heap, value) => {
            let kind = type_name(heap, value);
            return Err(error::type_error(format!("cannot unpack non-iterable {kind} object")));
        }
        Err(raise) => return Err(raise),
    };
    if items.len() < before + after {
        let (least, got) = (before + after, items.len());
        heap.drop_all(items);
        return Err(error::value_error(format!("not enough values to unpack (expected at least {least}, got {got})")));
    }
    let last = items.split_off(items.len() - after);
    let rest = items.split_off(before);
    items.push(heap.take_list(rest));
    items.extend(last);
    Ok(items)
}
