//! `ocaml-master`.

use super::*;

fn ms(millis: u64) -> Nanos {
    Nanos::from_millis(millis)
}

#[test]
fn a_free_lock_is_taken_and_a_taken_one_waited_for_without_an_end() {
    let mut bench = Bench::held_by("ocaml-master", A);
    assert_eq!(bench.take(B), waits(Cond::Released, None));
    assert_eq!(bench.signalled(B), waits(Cond::Released, None));
    let _ = bench.release(A, Release::Blocking);
    assert_eq!(bench.signalled(B), has(Some(A)));
}

#[test]
fn a_release_before_a_blocking_call_wakes_one_and_the_first_to_come_has_the_lock() {
    let mut bench = Bench::held_by("ocaml-master", A);
    let _ = bench.take(B);
    assert_eq!(bench.release(A, Release::Blocking), goes().signal(Cond::Released));
    assert_eq!(bench.take(A), has(None));
}

#[test]
fn a_tick_makes_the_holder_yield_if_somebody_waits() {
    let mut bench = Bench::held_by("ocaml-master", A);
    let _ = bench.take(B);
    assert!(!bench.checkpoint(A));
    assert_eq!(bench.tick(), ms(50));
    assert!(bench.lock.attention());
    assert!(bench.checkpoint(A));
    assert!(!bench.lock.attention());
}

#[test]
fn a_tick_is_forgotten_if_nobody_waits() {
    let mut bench = Bench::held_by("ocaml-master", A);
    bench.tick();
    assert!(!bench.checkpoint(A));
    let _ = bench.take(B);
    assert!(!bench.checkpoint(A), "the next tick will do");
}

#[test]
fn the_yielder_may_not_have_the_lock_before_another_thread_has_had_it() {
    let mut bench = Bench::held_by("ocaml-master", A);
    let _ = bench.take(B);
    assert_eq!(bench.release(A, Release::Forced), goes().signal(Cond::Released));
    assert_eq!(bench.take_again(A), waits(Cond::Released, None), "although the lock is free");
    assert_eq!(bench.signalled(A), waits(Cond::Released, None));
    assert_eq!(bench.signalled(B), has(Some(A)));
    let _ = bench.release(B, Release::Blocking);
    assert_eq!(bench.signalled(A), has(Some(B)));
}

#[test]
fn the_yielder_competes_at_once_if_another_thread_has_had_the_lock_already() {
    let mut bench = Bench::held_by("ocaml-master", A);
    let _ = bench.take(B);
    let _ = bench.release(A, Release::Forced);
    let _ = bench.signalled(B);
    let _ = bench.release(B, Release::Exit);
    assert_eq!(bench.take_again(A), has(Some(B)));
}

#[test]
fn a_forced_release_with_nobody_waiting_is_no_yield() {
    let mut bench = Bench::held_by("ocaml-master", A);
    let _ = bench.release(A, Release::Forced);
    assert_eq!(bench.take_again(A), has(None));
}

#[test]
fn ticks_keep_their_distance_whoever_holds_the_lock() {
    let mut bench = Bench::held_by("ocaml-master", A);
    let _ = bench.at(ms(20)).release(A, Release::Blocking);
    assert_eq!(bench.lock.next_timer(), None, "nobody holds the lock");
    let _ = bench.at(ms(30)).take(B);
    assert_eq!(bench.lock.next_timer(), Some(ms(50)));
}

#[test]
fn a_tick_that_passed_while_nobody_held_the_lock_counts_for_the_next_holder() {
    let mut bench = Bench::held_by("ocaml-master", A);
    let _ = bench.release(A, Release::Blocking);
    let _ = bench.at(ms(120)).take(B);
    assert!(bench.lock.attention());
    assert_eq!(bench.lock.next_timer(), Some(ms(150)));
    let _ = bench.take(A);
    assert!(bench.checkpoint(B));
}
