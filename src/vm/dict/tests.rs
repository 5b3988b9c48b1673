//! The table against a list of what was put into it.

use super::*;
use proptest::prelude::*;

/// What is done to a table: numbers with few hashes, so that many stand close together.
#[derive(Clone, Copy, Debug)]
enum Change {
    Put(i64),
    Remove(i64),
    ToFront(i64),
    PopFirst,
    PopLast,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (0..40i64).prop_map(Change::Put),
        3 => (0..40i64).prop_map(Change::Remove),
        2 => (0..40i64).prop_map(Change::ToFront),
        1 => Just(Change::PopFirst),
        1 => Just(Change::PopLast),
    ]
}

/// Few hashes, of which some are neighbours.
fn hash_of(number: i64) -> i64 {
    number % 7
}

proptest! {
    #[test]
    fn a_table_has_what_was_put_into_it_in_that_order(changes in prop::collection::vec(change(), 0..200), is_set: bool) {
        let mut table = if is_set { Dict::of_set() } else { Dict::default() };
        let mut wanted: Vec<i64> = Vec::new();
        for change in changes {
            let found = |table: &Dict, number: i64| {
                let candidates = table.candidates(hash_of(number));
                candidates.into_iter().find(|(_, key)| is_identical(*key, Value::Int(number))).map(|(at, _)| at)
            };
            match change {
                Change::Put(number) if found(&table, number).is_none() => {
                    table.push(hash_of(number), Value::Int(number), Value::None);
                    wanted.push(number);
                }
                Change::Put(_) => {}
                Change::Remove(number) => {
                    if let Some(at) = found(&table, number) {
                        table.remove(at);
                    }
                    wanted.retain(|other| *other != number);
                }
                Change::ToFront(number) if !is_set => {
                    if let Some(at) = found(&table, number) {
                        let entry = table.remove(at);
                        table.push_front(entry.hash(), entry.key, entry.value);
                        wanted.retain(|other| *other != number);
                        wanted.insert(0, number);
                    }
                }
                Change::ToFront(_) => {}
                Change::PopFirst | Change::PopLast => {
                    let first = table.entries_from(0).next();
                    let last = table.last().map(|at| (at, table.entry(at)));
                    let end = if matches!(change, Change::PopFirst) { first } else { last };
                    if let Some((at, entry)) = end {
                        table.remove(at);
                        wanted.retain(|other| !is_identical(entry.key, Value::Int(*other)));
                    }
                }
            }
            let mut keys: Vec<i64> = table.entries().map(|entry| match entry.key {
                Value::Int(number) => number,
                _ => -1,
            }).collect();
            let mut sorted = wanted.clone();
            if is_set {
                keys.sort_unstable();
                sorted.sort_unstable();
            }
            prop_assert_eq!(keys, sorted);
            prop_assert_eq!(table.len(), wanted.len());
            for number in 0..40 {
                prop_assert_eq!(found(&table, number).is_some(), wanted.contains(&number));
            }
        }
    }
}
