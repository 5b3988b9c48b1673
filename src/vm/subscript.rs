//! `a[i]`, `a[i] = v`, `del a[i]`, and slices.

use super::arguments::{Arguments, index};
use super::dict_methods::key_error;
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::noted::Note;
use super::numeric::{Number, clamped};
use super::value::{Object, Range, Value};
use super::{arith, deque, dict, iter, long_range, range_methods};

/// `slice(stop)`, `slice(start, stop, step)`.
pub fn slice(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let parts = match *arguments.only(1, 3)? {
        [stop] => [Value::None, stop, Value::None],
        [start, stop] => [start, stop, Value::None],
        [start, stop, step] => [start, stop, step],
        _ => [Value::None; 3],
    };
    heap.keep_all(&parts);
    Ok(heap.take_object(Object::Slice(Box::new(parts))))
}

/// `slice.indices(length)`: start, stop and step for a sequence of this length.
pub fn indices(heap: &mut Heap, slice: Value, arguments: Arguments) -> Result<Value> {
    let length = index(heap, arguments.only(1, 1)?[0])?;
    if length < 0 {
        return Err(error::value_error("length should not be negative"));
    }
    let Value::Obj(at) = slice else { return Ok(Value::None) };
    let Object::Slice(parts) = heap.get(at) else { return Ok(Value::None) };
    let [start, stop, step] = **parts;
    let step = slice_part(heap, step)?.unwrap_or(1);
    if step == 0 {
        return Err(error::value_error("slice step cannot be zero"));
    }
    let (least, most) = if step > 0 { (0, length) } else { (-1, length - 1) };
    let bound = |part: Option<i64>, default: i64| match part {
        None => default,
        Some(at) if at < 0 => at.saturating_add(length).max(least),
        Some(at) => at.min(most),
    };
    let (first, last) = if step > 0 { (least, most) } else { (most, least) };
    let (start, stop) = (bound(slice_part(heap, start)?, first), bound(slice_part(heap, stop)?, last));
    Ok(heap.take_tuple([start, stop, step].map(Value::Int)))
}

/// `container[index]`. Borrows both.
#[inline(never)]
pub fn load(heap: &mut Heap, container: Value, index: Value) -> Result<Value> {
    let Value::Obj(at) = container else {
        if super::class::is_class(heap, container) {
            return super::generic::subscripted(heap, container, index);
        }
        return Err(not_subscriptable(heap, container));
    };
    if let Object::Dict(_) = heap.get(at) {
        heap.note(Note::Keyed);
    }
    if let Object::Dict(table) = heap.get(at) {
        let hash = dict::hash(heap, index)?;
        return match table.find(heap, hash, index)? {
            Some(at) => {
                let value = table.entry(at).value;
                Ok(heap.keep(value))
            }
            None => Err(key_error(heap, index)),
        };
    }
    if arith::is_own(heap, container) || heap.as_class(container).is_some() {
        return Err(error::needs_python());
    }
    if heap.as_deque(container).is_some() {
        return deque::load(heap, container, index);
    }
    if let Object::LongRange(range) = heap.get(at) {
        let range = range.clone();
        return long_range::load(heap, &range, index);
    }
    let (kind, length) = match heap.get(at) {
        Object::Bytes(bytes) => ("index", bytes.len()),
        Object::Bytearray(bytes) => ("bytearray", bytes.len()),
        Object::List(items) => ("list", items.len()),
        Object::Tuple(items) => ("tuple", items.len()),
        Object::Str(text) => ("string", text.chars),
        Object::Range(range) => ("range object", usize::try_from(range.len()).unwrap_or(usize::MAX)),
        _ => return Err(not_subscriptable(heap, container)),
    };
    if let Some(slice) = Slice::of(heap, index, length)? {
        heap.note(Note::Made);
        return load_slice(heap, container, index, slice);
    }
    note_place(heap, container);
    let at = position(heap, index, length, kind)?.ok_or_else(|| out_of_range(kind, ""))?;
    if let Some(items) = heap.as_items(container) {
        let item = items[at];
        return Ok(heap.keep(item));
    }
    if let Some(bytes) = heap.as_bytes(container) {
        return Ok(Value::Int(bytes[at].into()));
    }
    if heap.as_str(container).is_some() {
        return Ok(characters(heap, container, at..at + 1));
    }
    Ok(range_methods::of(heap, container).map_or(Value::None, |range| Value::Int(range.item(at as u64))))
}

/// These characters of a text.
fn characters(heap: &mut Heap, container: Value, run: std::ops::Range<usize>) -> Value {
    let part = match (heap.base(container), heap.as_str(container)) {
        (Value::Obj(object), Some(text)) => {
            let mut places = heap.text_places.borrow_mut();
            let start = places.byte(object, text, run.start);
            let behind = places.byte(object, text, run.end.max(run.start));
            text.text[start..behind].to_owned()
        }
        _ => String::new(),
    };
    heap.new_str(part)
}

#[cold]
fn not_subscriptable(heap: &Heap, container: Value) -> Box<error::Raise> {
    if let Value::Obj(at) = container
        && let Object::GenericAlias(..) | Object::Union(_) = heap.get(at)
    {
        return error::needs_python();
    }
    error::type_error(format!("'{}' object is not subscriptable", type_name(heap, container)))
}

#[cold]
fn out_of_range(kind: &str, doing: &str) -> Box<error::Raise> {
    let doing = if kind == "bytearray" { "" } else { doing };
    if kind == "index" {
        return error::index_error("index out of range");
    }
    error::index_error(format!("{kind} {doing}index out of range"))
}

/// CPython has specialised items of lists and tuples.
fn note_place(heap: &mut Heap, container: Value) {
    if heap.as_items(container).is_none() {
        heap.note(Note::Keyed);
    }
}

/// The index counted from the start; `None` outside the sequence.
fn position(heap: &Heap, index: Value, length: usize, kind: &str) -> Result<Option<usize>> {
    let at = match (index, Number::of(heap, index)) {
        (Value::Int(at), _) | (_, Some(Number::Small(at))) => at,
        (_, Some(Number::Big(_))) if kind == "range object" => return Ok(None),
        (_, Some(Number::Big(_))) => {
            return Err(error::index_error("cannot fit 'int' into an index-sized integer"));
        }
        _ => return Err(not_an_index(heap, index, kind)),
    };
    let from = if at < 0 { length as i128 } else { 0 };
    Ok(usize::try_from(i128::from(at) + from).ok().filter(|at| *at < length))
}

/// Whether it is a program's object that says which index it is.
fn is_index(heap: &Heap, value: Value) -> bool {
    let Some(instance) = heap.as_instance(value) else { return false };
    let is_plain = matches!(instance.base, Value::Unbound);
    is_plain && heap.symbols.known("__index__").is_some_and(|name| super::class::special(heap, value, name).is_some())
}

#[cold]
pub fn not_an_index(heap: &Heap, index: Value, kind: &str) -> Box<error::Raise> {
    if is_index(heap, index) {
        return error::needs_python();
    }
    let found = type_name(heap, index);
    let kind = kind.trim_end_matches(" object");
    match kind {
        "index" => error::type_error(format!("byte indices must be integers or slices, not {found}")),
        "string" => error::type_error(format!("string indices must be integers, not '{found}'")),
        _ => error::type_error(format!("{kind} indices must be integers or slices, not {found}")),
    }
}

/// `container[index] = value`. Borrows all.
#[inline(never)]
pub fn store(heap: &mut Heap, container: Value, index: Value, value: Value) -> Result<()> {
    if arith::is_own(heap, container) {
        return Err(error::needs_python());
    }
    note_place(heap, container);
    if heap.as_dict(container).is_some() {
        dict::hash(heap, index)?;
        heap.keep(index);
        heap.keep(value);
        return dict::take_item(heap, container, index, value);
    }
    if heap.as_deque(container).is_some() {
        return deque::store(heap, container, index, Some(value));
    }
    let Some(length) = heap.as_list(container).map(Vec::len) else {
        if heap.is_bytearray(container) {
            return store_bytes(heap, container, index, value);
        }
        let kind = type_name(heap, container);
        return Err(error::type_error(format!("'{kind}' object does not support item assignment")));
    };
    if let Some(slice) = Slice::of(heap, index, length)? {
        return store_slice(heap, container, slice, value);
    }
    let at = position(heap, index, length, "list")?.ok_or_else(|| out_of_range("list", "assignment "))?;
    heap.keep(value);
    let old = heap.as_list_mut(container).map(|items| std::mem::replace(&mut items[at], value));
    heap.drop_all(old);
    Ok(())
}

/// `del container[index]`. Borrows both.
pub fn delete(heap: &mut Heap, container: Value, index: Value) -> Result<()> {
    if arith::is_own(heap, container) {
        return Err(error::needs_python());
    }
    if heap.as_deque(container).is_some() {
        return deque::store(heap, container, index, None);
    }
    if heap.as_dict(container).is_some() {
        return match dict::remove(heap, container, index)? {
            Some(entry) => {
                heap.drop_all([entry.key, entry.value]);
                Ok(())
            }
            None => Err(key_error(heap, index)),
        };
    }
    let Some(length) = heap.as_list(container).map(Vec::len) else {
        if heap.is_bytearray(container) {
            return delete_bytes(heap, container, index);
        }
        let kind = type_name(heap, container);
        return Err(error::type_error(format!("'{kind}' object doesn't support item deletion")));
    };
    let slice = Slice::of(heap, index, length)?;
    let at = match &slice {
        Some(_) => 0,
        None => position(heap, index, length, "list")?.ok_or_else(|| out_of_range("list", "assignment "))?,
    };
    let after = match &slice {
        Some(slice) => length - slice.start.min(length),
        None => length - at,
    };
    super::list_methods::note_moved(heap, after);
    let removed = heap.as_list_mut(container).map(|items| match slice {
        None => vec![items.remove(at)],
        // As CPython does, the last one first.
        Some(slice) if slice.step == 1 => items.drain(slice.start..slice.start + slice.count).rev().collect(),
        Some(slice) => remove_each(items, &slice.indices()),
    });
    heap.drop_all(removed.into_iter().flatten());
    Ok(())
}

/// A slice applied to a sequence: `count` indices from `start` on, each inside it.
struct Slice {
    start: usize,
    /// As Python has it; may be -1.
    stop: i64,
    step: i64,
    count: usize,
}

impl Slice {
    /// `None` where the index is not a slice. The rules are those of `PySlice_AdjustIndices`.
    fn of(heap: &Heap, index: Value, length: usize) -> Result<Option<Slice>> {
        let Value::Obj(at) = index else { return Ok(None) };
        let Object::Slice(parts) = heap.get(at) else { return Ok(None) };
        let [start, stop, step] = **parts;
        let step = slice_part(heap, step)?.unwrap_or(1).max(-i64::MAX);
        if step == 0 {
            return Err(error::value_error("slice step cannot be zero"));
        }
        let length = length as i64;
        let (low, high) = if step < 0 { (-1, length - 1) } else { (0, length) };
        let adjust = |part: i64| (if part < 0 { part.saturating_add(length) } else { part }).clamp(low, high);
        let start = slice_part(heap, start)?.map_or(if step < 0 { high } else { low }, adjust);
        let stop = slice_part(heap, stop)?.map_or(if step < 0 { low } else { high }, adjust);
        let distance = if step < 0 { start - stop } else { stop - start };
        let count = if distance <= 0 { 0 } else { (distance - 1) / step.abs() + 1 };
        Ok(Some(Slice { start: start.max(0) as usize, stop, step, count: count as usize }))
    }

    /// The indices as one range, where they follow each other.
    fn run(&self) -> Option<std::ops::Range<usize>> {
        (self.step == 1).then(|| self.start..self.start + self.count)
    }

    fn indices(&self) -> Vec<usize> {
        (0..self.count).map(|n| (self.start as i64 + n as i64 * self.step) as usize).collect()
    }
}

pub fn slice_part(heap: &Heap, part: Value) -> Result<Option<i64>> {
    if is_index(heap, part) {
        return Err(error::needs_python());
    }
    match (part, Number::of(heap, part)) {
        (Value::None, _) => Ok(None),
        (_, Some(number)) if !number.is_float() => Ok(clamped(number)),
        _ => Err(error::type_error("slice indices must be integers or None or have an __index__ method")),
    }
}

fn load_slice(heap: &mut Heap, container: Value, index: Value, slice: Slice) -> Result<Value> {
    if let Some(items) = heap.as_items(container) {
        let picked: Vec<Value> = match slice.run() {
            Some(run) => items[run].to_vec(),
            None => slice.indices().into_iter().map(|at| items[at]).collect(),
        };
        picked.iter().for_each(|item| _ = heap.keep(*item));
        heap.note_many(Note::Copy, picked.len());
        let is_list = heap.as_list(container).is_some();
        return Ok(if is_list { heap.take_list(picked) } else { heap.take_tuple(picked) });
    }
    if let Some(bytes) = heap.as_bytes(container) {
        let picked = match slice.run() {
            Some(run) => bytes[run].to_vec(),
            None => slice.indices().into_iter().map(|at| bytes[at]).collect(),
        };
        return Ok(heap.new_bytes_like(container, picked));
    }
    if let Some(text) = heap.as_str(container) {
        if let Some(run) = slice.run() {
            return Ok(characters(heap, container, run));
        }
        let chars: Vec<char> = text.text.chars().collect();
        let picked: String = slice.indices().into_iter().map(|at| chars[at]).collect();
        heap.note_many(Note::Character, slice.count);
        return Ok(heap.new_str(picked));
    }
    let Some(range) = range_methods::of(heap, container) else { return Err(not_subscriptable(heap, container)) };
    let item = |at: i64| at.checked_mul(range.step).and_then(|past| past.checked_add(range.start));
    match (item(slice.start as i64), item(slice.stop), range.step.checked_mul(slice.step)) {
        (Some(start), Some(stop), Some(step)) => Ok(heap.new_range(Range { start, stop, step })),
        _ => long_range::slice(heap, &range.into(), index),
    }
}

/// Takes the items at these places out.
fn remove_each(items: &mut Vec<Value>, places: &[usize]) -> Vec<Value> {
    let doomed: std::collections::HashSet<usize> = places.iter().copied().collect();
    let (mut at, mut removed) = (0, Vec::new());
    items.retain(|item| {
        let goes = doomed.contains(&at);
        at += 1;
        if goes {
            removed.push(*item);
        }
        !goes
    });
    removed
}

fn store_slice(heap: &mut Heap, list: Value, slice: Slice, value: Value) -> Result<()> {
    let new = iter::collect(heap, value).map_err(|_| error::type_error("can only assign an iterable"))?;
    if slice.step != 1 && new.len() != slice.count {
        let (found, wanted) = (new.len(), slice.count);
        heap.drop_all(new);
        return Err(error::value_error(format!(
            "attempt to assign sequence of size {found} to extended slice of size {wanted}"
        )));
    }
    let mut old = Vec::new();
    if let Some(items) = heap.as_list_mut(list) {
        if slice.step == 1 {
            old = items.splice(slice.start..slice.start + slice.count, new).collect();
        } else {
            for (at, item) in slice.indices().into_iter().zip(new) {
                old.push(std::mem::replace(&mut items[at], item));
            }
        }
    }
    // As CPython does, the last one first.
    if slice.step == 1 {
        old.reverse();
    }
    heap.drop_all(old);
    Ok(())
}

fn store_bytes(heap: &mut Heap, container: Value, index: Value, value: Value) -> Result<()> {
    let length = heap.as_bytes(container).map_or(0, <[u8]>::len);
    let Some(slice) = Slice::of(heap, index, length)? else {
        let at = position(heap, index, length, "bytearray")?.ok_or_else(|| out_of_range("bytearray", ""))?;
        let new = super::bytes::byte(heap, value, "bytearray")?;
        if let Some(bytes) = heap.as_bytearray_mut(container) {
            bytes[at] = new;
        }
        return Ok(());
    };
    let new = match heap.as_bytes(value) {
        Some(bytes) => bytes.to_vec(),
        None => super::bytes::from_iterable(heap, value, "bytearray")?,
    };
    if slice.step != 1 && new.len() != slice.count {
        let (found, wanted) = (new.len(), slice.count);
        return Err(error::value_error(format!(
            "attempt to assign bytes of size {found} to extended slice of size {wanted}"
        )));
    }
    heap.check_resize(container, length - slice.count + new.len())?;
    let Some(bytes) = heap.as_bytearray_mut(container) else { return Ok(()) };
    if slice.step == 1 {
        bytes.splice(slice.start..slice.start + slice.count, new);
    } else {
        slice.indices().into_iter().zip(new).for_each(|(at, byte)| bytes[at] = byte);
    }
    Ok(())
}

fn delete_bytes(heap: &mut Heap, container: Value, index: Value) -> Result<()> {
    let length = heap.as_bytes(container).map_or(0, <[u8]>::len);
    let slice = Slice::of(heap, index, length)?;
    let at = match &slice {
        Some(_) => 0,
        None => position(heap, index, length, "bytearray")?.ok_or_else(|| out_of_range("bytearray", ""))?,
    };
    heap.check_resize(container, length - slice.as_ref().map_or(1, |slice| slice.count))?;
    let Some(bytes) = heap.as_bytearray_mut(container) else { return Ok(()) };
    match slice {
        None => drop(bytes.remove(at)),
        // What streams do with what was read: nothing but a move of the rest.
        Some(slice) if slice.step == 1 => drop(bytes.drain(slice.start..slice.start + slice.count)),
        Some(slice) => {
            let mut is_doomed = vec![false; length];
            slice.indices().into_iter().for_each(|at| is_doomed[at] = true);
            let mut doomed = is_doomed.into_iter();
            bytes.retain(|_| !doomed.next().unwrap_or(false));
        }
    }
    Ok(())
}
