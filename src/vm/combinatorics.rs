//! The next of all orders, choices and products of items: `itertools` keeps the numbers of the present one in lists, and has them
//! moved on here. Each function gives a tuple, or None after the last.

use super::arguments::{Arguments, index};
use super::error::Result;
use super::heap::Heap;
use super::kind::truth;
use super::noted::Note;
use super::value::Value;

/// The numbers in a list.
fn numbers(heap: &Heap, list: Value) -> Option<Vec<usize>> {
    let number = |value: &Value| index(heap, *value).ok().and_then(|number| usize::try_from(number).ok());
    heap.as_list(list)?.iter().map(number).collect()
}

fn set_numbers(heap: &mut Heap, list: Value, numbers: &[usize]) {
    if let Some(list) = heap.as_list_mut(list) {
        *list = numbers.iter().map(|number| Value::Int(*number as i64)).collect();
    }
}

/// The pool's items with these numbers, as a tuple.
fn picked(heap: &mut Heap, pool: Value, numbers: &[usize]) -> Value {
    let items: Vec<Value> =
        heap.as_tuple(pool).map_or(Vec::new(), |pool| numbers.iter().filter_map(|at| pool.get(*at).copied()).collect());
    heap.note(Note::Entry);
    heap.note_many(Note::Copy, items.len());
    heap.keep_all(&items);
    heap.take_tuple(items)
}

/// `next_permutation(pool, order, turns)`: how often each place still changes its item before the one before it does.
pub fn next_permutation(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [pool, order, turns] = *arguments.only(3, 3)? else { return Ok(Value::None) };
    let (Some(mut places), Some(mut left)) = (numbers(heap, order), numbers(heap, turns)) else {
        return Ok(Value::None);
    };
    let all = places.len();
    for place in (0..left.len()).rev() {
        left[place] -= 1;
        if left[place] > 0 {
            places.swap(place, all - left[place]);
            set_numbers(heap, order, &places);
            set_numbers(heap, turns, &left);
            return Ok(picked(heap, pool, &places[..left.len()]));
        }
        places[place..].rotate_left(1);
        left[place] = all - place;
    }
    Ok(Value::None)
}

/// `next_combination(pool, chosen, again)`: with each item once, or as often as one likes.
pub fn next_combination(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [pool, chosen, again] = *arguments.only(3, 3)? else { return Ok(Value::None) };
    let Some(mut places) = numbers(heap, chosen) else { return Ok(Value::None) };
    let (all, count) = (heap.as_tuple(pool).map_or(0, <[Value]>::len), places.len());
    let again = truth(heap, again)?;
    let most = |place: usize| if again { all - 1 } else { place + all - count };
    let Some(changed) = (0..count).rev().find(|place| places[*place] != most(*place)) else { return Ok(Value::None) };
    let next = places[changed] + 1;
    for (step, place) in places[changed..].iter_mut().enumerate() {
        *place = if again { next } else { next + step };
    }
    set_numbers(heap, chosen, &places);
    Ok(picked(heap, pool, &places))
}

/// `next_product(pools, at)`: the last pool's item changes first.
pub fn next_product(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [pools, at] = *arguments.only(2, 2)? else { return Ok(Value::None) };
    let Some(mut places) = numbers(heap, at) else { return Ok(Value::None) };
    let pools: Vec<Value> = heap.as_list(pools).cloned().unwrap_or_default();
    let pool = |place: usize| heap.as_tuple(pools[place]).unwrap_or_default();
    let Some(changed) = (0..places.len()).rev().find(|place| places[*place] + 1 < pool(*place).len()) else {
        return Ok(Value::None);
    };
    places[changed] += 1;
    places[changed + 1..].fill(0);
    let items: Vec<Value> = places.iter().enumerate().filter_map(|(of, at)| pool(of).get(*at).copied()).collect();
    set_numbers(heap, at, &places);
    heap.note(Note::Entry);
    heap.note_many(Note::Copy, items.len());
    heap.keep_all(&items);
    Ok(heap.take_tuple(items))
}
