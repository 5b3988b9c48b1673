//! `fifo`.

use super::*;

fn ms(millis: u64) -> Nanos {
    Nanos::from_millis(millis)
}

#[test]
fn who_finds_the_lock_owned_queues_for_what_the_holders_interval_has_left() {
    let mut bench = Bench::held_by("fifo", A);
    assert_eq!(bench.at(ms(3)).take(B), waits(Cond::Own(B), Some(ms(2))));
    assert_eq!(bench.at(ms(4)).take(C), waits(Cond::Own(C), None), "the first alone watches the time");
    let mut bench = Bench::held_by("fifo", A);
    assert_eq!(bench.at(ms(7)).take(B), waits(Cond::Own(B), Some(INTERVAL)), "it is over already");
}

#[test]
fn who_becomes_the_holder_wakes_the_next_to_watch_the_time() {
    let mut bench = Bench::held_by("fifo", A);
    let _ = bench.take(B);
    let _ = bench.take(C);
    let _ = bench.at(ms(2)).release(A, Release::Blocking);
    assert_eq!(bench.at(ms(3)).signalled(B), has(Some(A)).signal(Cond::Own(C)));
    assert_eq!(bench.at(ms(4)).signalled(C), waits(Cond::Own(C), Some(ms(4))));
    let _ = bench.take(A);
    let _ = bench.at(ms(5)).release(B, Release::Forced);
    let _ = bench.take_again(B);
    assert_eq!(bench.at(ms(6)).signalled(C), has(Some(B)).signal(Cond::Own(A)), "who watched before, too");
}

#[test]
fn the_first_requests_the_drop_after_a_full_interval_of_the_holder() {
    let mut bench = Bench::held_by("fifo", A);
    let _ = bench.at(ms(1)).take(B);
    assert!(!bench.lock.attention());
    let step = bench.at(ms(5)).timed_out(B);
    assert_eq!(step, waits(Cond::Own(B), Some(INTERVAL)).request(Some(A)));
    assert!(bench.lock.attention() && bench.checkpoint(A));
}

#[test]
fn a_request_is_made_once() {
    let mut bench = Bench::held_by("fifo", A);
    let _ = bench.take(B);
    let _ = bench.at(ms(5)).timed_out(B);
    assert_eq!(bench.at(ms(10)).timed_out(B).drop_request, None);
    assert!(bench.lock.attention());
}

#[test]
fn who_is_not_first_requests_nothing() {
    let mut bench = Bench::held_by("fifo", A);
    let _ = bench.take(B);
    let _ = bench.take(C);
    assert_eq!(bench.at(ms(5)).timed_out(C), waits(Cond::Own(C), None));
    assert!(!bench.lock.attention());
}

#[test]
fn a_time_out_under_a_new_holder_sleeps_on_for_what_its_interval_has_left() {
    let mut bench = Bench::held_by("fifo", A);
    let _ = bench.take(B);
    let _ = bench.at(ms(2)).release(A, Release::Blocking);
    let _ = bench.take(C);
    let _ = bench.at(ms(3)).signalled(B);
    assert_eq!(bench.at(ms(7)).timed_out(C), waits(Cond::Own(C), Some(ms(1))));
    assert!(!bench.lock.attention());
}

#[test]
fn while_the_owner_is_waking_its_interval_has_not_begun() {
    let mut bench = Bench::held_by("fifo", A);
    let _ = bench.take(B);
    let _ = bench.take(C);
    let _ = bench.at(ms(9)).release(A, Release::Blocking);
    assert_eq!(bench.timed_out(C), waits(Cond::Own(C), Some(INTERVAL)));
}

#[test]
fn a_release_hands_over_to_the_first_and_clears_the_request() {
    let mut bench = Bench::held_by("fifo", A);
    let _ = bench.take(B);
    let _ = bench.at(ms(5)).timed_out(B);
    assert_eq!(bench.release(A, Release::Blocking), goes().signal(Cond::Own(B)));
    assert_eq!(bench.lock.holder(), Some(B), "also while it is waking");
    assert!(!bench.lock.attention());
    assert_eq!(bench.take(A), waits(Cond::Own(A), Some(INTERVAL)), "nobody barges in");
    assert_eq!(bench.signalled(B), has(Some(A)));
}

#[test]
fn who_is_forced_to_drop_the_lock_has_its_place_before_those_who_come_later() {
    let mut bench = Bench::held_by("fifo", A);
    let _ = bench.take(B);
    assert_eq!(bench.release(A, Release::Forced), goes().signal(Cond::Own(B)));
    let _ = bench.take(C);
    let _ = bench.take_again(A);
    let _ = bench.signalled(B);
    assert_eq!(bench.release(B, Release::Exit), goes().signal(Cond::Own(A)));
}

#[test]
fn the_lock_may_come_back_before_the_forced_thread_has_asked_for_it_again() {
    let mut bench = Bench::held_by("fifo", A);
    let _ = bench.take(B);
    let _ = bench.release(A, Release::Forced);
    let _ = bench.signalled(B);
    let _ = bench.release(B, Release::Exit);
    assert_eq!(bench.take_again(A), has(Some(B)));
}

#[test]
fn a_new_interval_holds_for_waits_that_begin_from_now_on() {
    let mut bench = Bench::held_by("fifo", A);
    bench.lock.set_interval(ms(1));
    assert_eq!(bench.take(B), waits(Cond::Own(B), Some(ms(1))));
    bench.lock.set_interval(Nanos::ZERO);
    assert_eq!(bench.timed_out(B), waits(Cond::Own(B), Some(Nanos::from_micros(1))));
}
