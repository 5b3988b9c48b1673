//! The methods of lists, some of which tuples have too.

use super::arguments::{Arguments, index, size};
use super::compare::{is_less, same_or_equal};
use super::error::{self, Result};
use super::heap::Heap;
use super::iter;
use super::kind::type_name;
use super::noted::Note;
use super::value::Value;

pub fn append(heap: &mut Heap, list: Value, arguments: Arguments) -> Result<Value> {
    let item = arguments.only(1, 1)?[0];
    heap.keep(item);
    super::build::take_append(heap, list, item);
    Ok(Value::None)
}

pub fn clear(heap: &mut Heap, list: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let old = heap.as_list_mut(list).map(std::mem::take).unwrap_or_default();
    // As CPython does, the last one first.
    heap.drop_all(old.into_iter().rev());
    Ok(Value::None)
}

pub fn copy(heap: &mut Heap, list: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let items = iter::collect(heap, list)?;
    Ok(heap.take_list(items))
}

pub fn count(heap: &mut Heap, list: Value, arguments: Arguments) -> Result<Value> {
    let wanted = arguments.only(1, 1)?[0];
    let mut found = 0;
    for item in heap.as_items(list).unwrap_or_default() {
        found += i64::from(same_or_equal(heap, *item, wanted)?);
    }
    heap.note_many(Note::Item, heap.as_items(list).map_or(0, <[Value]>::len));
    Ok(Value::Int(found))
}

pub fn extend(heap: &mut Heap, list: Value, arguments: Arguments) -> Result<Value> {
    let mut more = iter::collect(heap, arguments.only(1, 1)?[0])?;
    heap.note_growth(more.len() * size_of::<Value>());
    if let Some(items) = heap.as_list_mut(list) {
        items.append(&mut more);
    }
    Ok(Value::None)
}

/// An index from the end where it is negative, cut to the list's ends.
fn clamp_index(at: i64, length: usize) -> usize {
    let at = if at < 0 { at.saturating_add(length as i64) } else { at };
    usize::try_from(at).unwrap_or(0).min(length)
}

pub fn index_of(heap: &mut Heap, list: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 3)?;
    let items = heap.as_items(list).unwrap_or_default();
    let bound = |at: usize, default: usize| match given.get(at) {
        Some(value) => index(heap, *value).map(|at| clamp_index(at, items.len())),
        None => Ok(default),
    };
    let (start, stop) = (bound(1, 0)?, bound(2, items.len())?);
    let mut found = None;
    for (at, item) in items.iter().enumerate().take(stop).skip(start) {
        if same_or_equal(heap, *item, given[0])? {
            found = Some(at);
            break;
        }
    }
    heap.note_many(Note::Item, found.unwrap_or(stop).saturating_sub(start));
    if let Some(at) = found {
        return Ok(Value::Int(at as i64));
    }
    let what = super::repr::repr(heap, given[0])?;
    Err(error::value_error(match type_name(heap, list) {
        "tuple" => "tuple.index(x): x not in tuple".to_owned(),
        _ => format!("{what} is not in list"),
    }))
}

pub fn insert(heap: &mut Heap, list: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let at = size(heap, given[0])?;
    heap.keep(given[1]);
    if let Some(items) = heap.as_list_mut(list) {
        let at = clamp_index(at, items.len());
        let after = items.len() - at;
        items.insert(at, given[1]);
        note_moved(heap, after);
    }
    Ok(Value::None)
}

pub fn pop(heap: &mut Heap, list: Value, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(0, 1)?;
    let at = given.first().map_or(Ok(-1), |at| size(heap, *at))?;
    let Some(items) = heap.as_list_mut(list) else { return Ok(Value::None) };
    if items.is_empty() {
        return Err(error::index_error("pop from empty list"));
    }
    let at = if at < 0 { at.saturating_add(items.len() as i64) } else { at };
    match usize::try_from(at) {
        Ok(at) if at < items.len() => {
            let item = items.remove(at);
            let after = items.len() - at;
            note_moved(heap, after);
            Ok(item)
        }
        _ => Err(error::index_error("pop index out of range")),
    }
}

pub fn remove(heap: &mut Heap, list: Value, arguments: Arguments) -> Result<Value> {
    let wanted = arguments.only(1, 1)?[0];
    let items = heap.as_list(list).map(Vec::as_slice).unwrap_or_default();
    for at in 0..items.len() {
        if same_or_equal(heap, items[at], wanted)? {
            let after = items.len() - at - 1;
            let item = heap.as_list_mut(list).map(|items| items.remove(at));
            note_moved(heap, after);
            heap.note_many(Note::Item, at);
            heap.drop_all(item);
            return Ok(Value::None);
        }
    }
    Err(error::value_error("list.remove(x): x not in list"))
}

pub fn reverse(heap: &mut Heap, list: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    if let Some(items) = heap.as_list_mut(list) {
        items.reverse();
        let length = items.len();
        note_moved(heap, length);
    }
    Ok(Value::None)
}

/// Items have changed their places: several at once.
pub fn note_moved(heap: &mut Heap, items: usize) {
    const AT_ONCE: usize = 6;
    heap.note_many(Note::Copy, items / AT_ONCE);
}

pub fn sort(heap: &mut Heap, list: Value, arguments: Arguments) -> Result<Value> {
    if !arguments.positional.is_empty() {
        return Err(error::type_error("sort() takes no positional arguments"));
    }
    let mut items = heap.as_list_mut(list).map(std::mem::take).unwrap_or_default();
    let result = sort_items(heap, &mut items, arguments);
    if let Some(list) = heap.as_list_mut(list) {
        *list = items;
    }
    result.map(|()| Value::None)
}

/// A stable sort, by the keyword `reverse` the other way round. Where items have no order, they stay in some order.
pub fn sort_items(heap: &mut Heap, items: &mut Vec<Value>, arguments: Arguments) -> Result<()> {
    let reverse = arguments.keyword("reverse", &["key", "reverse"])?;
    let reverse = reverse.map_or(Ok(0), |reverse| index(heap, reverse))? != 0;
    if arguments.keyword("key", &["key", "reverse"])?.is_some_and(|key| !matches!(key, Value::None)) {
        return Err(error::needs_python());
    }
    let mut order: Vec<usize> = (0..items.len()).collect();
    sort_by_keys(heap, &mut order, items, reverse)?;
    *items = order.into_iter().map(|at| items[at]).collect();
    Ok(())
}

/// Sorts indices by the keys that they stand for.
pub fn sort_by_keys(heap: &mut Heap, order: &mut [usize], keys: &[Value], reverse: bool) -> Result<()> {
    let comparison = comparison(heap, keys);
    let result = sort_in_order(heap, order, keys, reverse);
    let in_order = if comparison == Note::Compare { Note::InOrder } else { comparison };
    heap.note_many(in_order, order.len());
    heap.note_many(comparison, merging(order));
    result
}

/// What it is to compare items like the first one.
pub fn comparison(heap: &Heap, items: &[Value]) -> Note {
    match items.first() {
        None | Some(Value::Int(_) | Value::Float(_) | Value::Bool(_)) => Note::Compare,
        Some(item) if heap.as_plain_str(*item).is_some() => Note::CompareText,
        Some(_) => Note::CompareOther,
    }
}

/// How often CPython's sort compares, roughly, beyond once for each item, which finds the runs that are in order: once for each
/// item and doubling of their length by merging.
fn merging(order: &[usize]) -> usize {
    let mut ranks = vec![0; order.len()];
    order.iter().enumerate().for_each(|(rank, at)| ranks[*at] = rank);
    order.len() * runs(&ranks).max(1).ilog2() as usize
}

/// How many runs there are, each as long as it can be, either up or down.
fn runs(ranks: &[usize]) -> usize {
    let (mut runs, mut rest) = (0, ranks);
    while !rest.is_empty() {
        let falls = |pair: &[usize]| pair[1] < pair[0];
        let first = rest.windows(2).next().is_some_and(falls);
        let length = 1 + rest.windows(2).take_while(|pair| falls(pair) == first).count();
        (runs, rest) = (runs + 1, &rest[length..]);
    }
    runs
}

fn sort_in_order(heap: &Heap, order: &mut [usize], keys: &[Value], reverse: bool) -> Result<()> {
    if super::sorting::sort_by_simple_keys(heap, order, keys, reverse) {
        return Ok(());
    }
    // What has no order comes out in the one that CPython's way of sorting leaves it in.
    if keys.iter().any(|key| matches!(key, Value::Float(number) if number.get().is_nan())) {
        return Err(error::needs_python());
    }
    let mut failed = None;
    if reverse {
        order.reverse();
    }
    merge_sort(order, &mut |a, b| match failed {
        None => is_less(heap, keys[a], keys[b]).unwrap_or_else(|raise| {
            failed = Some(raise);
            false
        }),
        Some(_) => false,
    });
    if reverse {
        order.reverse();
    }
    failed.map_or(Ok(()), Err)
}

/// Stable, and content with an order that contradicts itself, as NaN in tuples makes one.
fn merge_sort(items: &mut [usize], is_less: &mut impl FnMut(usize, usize) -> bool) {
    if items.len() < 2 {
        return;
    }
    let (left, right) = items.split_at_mut(items.len() / 2);
    merge_sort(left, is_less);
    merge_sort(right, is_less);
    if !is_less(right[0], left[left.len() - 1]) {
        return;
    }
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        if is_less(right[j], left[i]) {
            merged.push(right[j]);
            j += 1;
        } else {
            merged.push(left[i]);
            i += 1;
        }
    }
    merged.extend_from_slice(&left[i..]);
    merged.extend_from_slice(&right[j..]);
    items.copy_from_slice(&merged);
}
