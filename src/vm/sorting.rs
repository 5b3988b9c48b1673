//! Sorting by keys that are all integers, all floats or all texts: their order is known without asking anybody.

use super::heap::Heap;
use super::value::Value;
use std::cmp::Ordering;

/// Sorts indices by the keys that they stand for, stably, where the keys are of one simple kind; says whether they are.
pub fn sort_by_simple_keys(heap: &Heap, order: &mut [usize], keys: &[Value], reverse: bool) -> bool {
    sort_by(order, keys, reverse, integer, i64::cmp)
        || sort_by(order, keys, reverse, number, |one, other| one.partial_cmp(other).unwrap_or(Ordering::Equal))
        || sort_by(
            order,
            keys,
            reverse,
            |key| heap.as_plain_str(key).map(|text| &*text.text),
            |one, other| one.cmp(other),
        )
}

fn integer(key: Value) -> Option<i64> {
    match key {
        Value::Int(number) => Some(number),
        _ => None,
    }
}

/// A float that has an order.
fn number(key: Value) -> Option<f64> {
    match key {
        Value::Float(number) => Some(number.get()).filter(|number| !number.is_nan()),
        _ => None,
    }
}

fn sort_by<K>(
    order: &mut [usize],
    keys: &[Value],
    reverse: bool,
    key: impl Fn(Value) -> Option<K>,
    compare: impl Fn(&K, &K) -> Ordering,
) -> bool {
    let keyed = order.iter().map(|at| Some((key(keys[*at])?, *at)));
    let Some(mut keyed) = keyed.collect::<Option<Vec<(K, usize)>>>() else { return false };
    match reverse {
        false => keyed.sort_by(|(one, _), (other, _)| compare(one, other)),
        true => keyed.sort_by(|(one, _), (other, _)| compare(other, one)),
    }
    order.iter_mut().zip(keyed).for_each(|(place, (_, at))| *place = at);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(keys: &[Value], reverse: bool) -> Option<Vec<usize>> {
        let mut order: Vec<usize> = (0..keys.len()).collect();
        sort_by_simple_keys(&Heap::default(), &mut order, keys, reverse).then_some(order)
    }

    #[test]
    fn equal_keys_keep_their_order_both_ways_round() {
        let keys = [3, 1, 3, 1].map(Value::Int);
        assert_eq!((sorted(&keys, false), sorted(&keys, true)), (Some(vec![1, 3, 0, 2]), Some(vec![0, 2, 1, 3])));
        let zeros = [0.0, -0.0, -1.0].map(Value::float);
        assert_eq!(sorted(&zeros, false), Some(vec![2, 0, 1]));
    }

    #[test]
    fn keys_of_several_kinds_and_without_an_order_are_left_alone() {
        assert_eq!(sorted(&[Value::Int(1), Value::float(0.5)], false), None);
        assert_eq!(sorted(&[Value::float(f64::NAN), Value::float(0.5)], false), None);
    }
}
