//! `random`.

use super::*;
use std::collections::BTreeSet;

/// Who follows a holder that lets go, with three waiting, under so many seeds.
fn successors(seeds: u64) -> BTreeSet<ThreadId> {
    let next = |seed| {
        let mut bench = Bench::new("random");
        bench.lock.seed(seed);
        let _ = bench.take(A);
        let _ = (bench.take(B), bench.take(C), bench.take(D));
        match bench.release(A, Release::Blocking).signal {
            Some(Cond::Own(next)) => next,
            other => panic!("nobody is handed the lock: {other:?}"),
        }
    };
    (0..seeds).map(next).collect()
}

#[test]
fn whoever_lets_go_hands_the_lock_to_any_of_those_that_want_it() {
    assert_eq!(successors(50), BTreeSet::from([B, C, D]));
}

#[test]
fn nobody_lets_go_at_a_checkpoint_while_nobody_waits() {
    let mut bench = Bench::held_by("random:one_in=1", A);
    assert!(!bench.lock.attention() && !bench.checkpoint(A));
}

#[test]
fn with_one_in_one_every_checkpoint_with_a_waiter_gives_the_lock_away() {
    let mut bench = Bench::held_by("random:one_in=1", A);
    assert_eq!(bench.take(B), waits(Cond::Own(B), None));
    assert!(bench.lock.attention() && bench.checkpoint(A));
    assert_eq!(bench.release(A, Release::Forced).signal, Some(Cond::Own(B)));
    assert_eq!(bench.take_again(A), waits(Cond::Own(A), None));
    assert_eq!(bench.signalled(B), has(Some(A)));
}

#[test]
fn the_higher_priority_keeps_the_lock_until_its_holder_falls() {
    let longest = (0..40).map(|seed| {
        let mut bench = Bench::new("random:one_in=50");
        bench.lock.seed(seed);
        let _ = (bench.take(A), bench.take(B));
        (0..1_000).take_while(|_| !bench.checkpoint(A)).count()
    });
    let longest: Vec<usize> = longest.collect();
    assert!(longest.contains(&0), "the waiter's is higher: {longest:?}");
    assert!(longest.iter().any(|turns| *turns > 10) && longest.iter().all(|turns| *turns < 1_000), "{longest:?}");
}
