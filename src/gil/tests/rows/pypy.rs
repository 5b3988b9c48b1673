//! `pypy`.

use super::*;
use crate::gil::pypy::{LOOKS, POLL, SPIN};

fn spins() -> Step<Acquired> {
    waits(Cond::Pause, Some(SPIN))
}

/// Takes the lock in vain until it queues.
fn queues(bench: &mut Bench, me: ThreadId) -> Step<Acquired> {
    assert_eq!(bench.take(me), spins());
    for _ in 1..LOOKS {
        assert_eq!(bench.timed_out(me), spins());
    }
    bench.timed_out(me)
}

fn is_stealer(me: ThreadId) -> Step<Acquired> {
    waits(Cond::Own(me), Some(POLL))
}

#[test]
fn a_thread_spins_for_a_while_and_the_first_to_queue_becomes_the_stealer() {
    let mut bench = Bench::held_by("pypy", A);
    assert_eq!(queues(&mut bench, B), is_stealer(B));
    assert_eq!(queues(&mut bench, C), waits(Cond::Own(C), None));
}

#[test]
fn a_spinning_thread_queues_at_once_when_others_come_or_go() {
    let mut bench = Bench::held_by("pypy", A);
    let _ = bench.take(B);
    let _ = bench.take(C);
    assert_eq!(bench.timed_out(B), is_stealer(B));
}

#[test]
fn a_spinning_thread_takes_a_free_lock_if_nobody_queues() {
    let mut bench = Bench::held_by("pypy", A);
    let _ = bench.take(B);
    let _ = bench.release(A, Release::Blocking);
    assert_eq!(bench.timed_out(B), has(Some(A)));
}

#[test]
fn a_spinning_thread_that_finds_the_lock_free_leaves_it_to_the_stealer() {
    let mut bench = Bench::held_by("pypy", A);
    let _ = queues(&mut bench, B);
    let _ = bench.take(C);
    let _ = bench.release(A, Release::Blocking);
    assert_eq!(bench.timed_out(C), waits(Cond::Own(C), None).signal(Cond::Own(B)));
    assert_eq!(bench.take(A), spins(), "the word is taken");
    assert_eq!(bench.signalled(B), has(Some(A)).signal(Cond::Own(C)));
}

#[test]
fn a_release_for_a_c_call_wakes_nobody() {
    let mut bench = Bench::held_by("pypy", A);
    let _ = queues(&mut bench, B);
    assert_eq!(bench.release(A, Release::Blocking), goes());
    assert_eq!(bench.take(A), has(None), "nobody has looked");
}

#[test]
fn the_stealer_polls_and_takes_the_lock_when_it_finds_it_free() {
    let mut bench = Bench::held_by("pypy", A);
    let _ = queues(&mut bench, B);
    let _ = queues(&mut bench, C);
    assert_eq!(bench.timed_out(B), is_stealer(B));
    let _ = bench.release(A, Release::Blocking);
    assert_eq!(bench.timed_out(B), has(Some(A)).signal(Cond::Own(C)));
    assert_eq!(bench.signalled(C), is_stealer(C), "the next stealer");
}

#[test]
fn a_yield_hands_over_to_the_stealer_and_nobody_else_can_have_the_lock() {
    let mut bench = Bench::held_by("pypy", A);
    let _ = queues(&mut bench, B);
    assert!(bench.checkpoint(A));
    assert_eq!(bench.release(A, Release::Forced), goes().signal(Cond::Own(B)));
    assert_eq!(bench.lock.holder(), None);
    assert_eq!(bench.take_again(A), spins());
    assert_eq!(bench.take(C), spins());
    assert_eq!(bench.signalled(B), has(Some(A)));
}

#[test]
fn the_holder_goes_on_if_nobody_queues() {
    let mut bench = Bench::held_by("pypy", A);
    assert!(!bench.checkpoint(A));
    let _ = bench.release(A, Release::Forced);
    assert_eq!(bench.take_again(A), has(None));
}

#[test]
fn who_is_not_the_stealer_sleeps_on() {
    let mut bench = Bench::held_by("pypy", A);
    let _ = queues(&mut bench, B);
    let _ = queues(&mut bench, C);
    assert_eq!(bench.signalled(C), waits(Cond::Own(C), None));
}
