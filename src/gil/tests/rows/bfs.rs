//! `bfs`, with slices of 10 ms.

use super::*;
use crate::gil::bfs::SNATCH;

fn ms(millis: u64) -> Nanos {
    Nanos::from_millis(millis)
}

/// What one of `waiters` sleeps for.
fn patience(me: ThreadId, waiters: u64) -> Step<Acquired> {
    waits(Cond::Own(me), Some(Nanos::from_micros(5_500 * waiters)))
}

/// `A` has used 4 ms of its slice and is outside; the lock is free. Its deadline is at 80 ms, that of a new thread will
/// be at 84 ms.
fn used_by_a() -> Bench {
    let mut bench = Bench::held_by("bfs", A);
    assert_eq!(bench.at(ms(4)).release(A, Release::Blocking), goes());
    bench
}

#[test]
fn a_free_lock_is_taken() {
    let mut bench = used_by_a();
    assert_eq!(bench.lock.holder(), None);
    assert_eq!(bench.take(B), has(Some(A)));
}

#[test]
fn who_has_an_earlier_deadline_asks_to_preempt() {
    let mut bench = used_by_a();
    let _ = bench.take(B);
    assert_eq!(bench.take(A), patience(A, 1).request(Some(B)));
    assert!(bench.lock.attention());
    assert!(bench.checkpoint(B), "although its slice has hardly begun");
}

#[test]
fn who_has_a_later_deadline_asks_to_check_the_slice() {
    let mut bench = used_by_a();
    let _ = bench.take(A);
    assert_eq!(bench.take(B), patience(B, 1));
    assert!(bench.lock.attention());
    assert!(!bench.at(ms(9)).checkpoint(A), "4 and 5 ms");
    assert!(!bench.lock.attention(), "it has been checked");
    assert_eq!(bench.at(ms(10)).timed_out(B), patience(B, 1));
    assert!(bench.lock.attention());
    assert!(bench.checkpoint(A), "4 and 6 ms");
}

#[test]
fn patience_grows_with_the_number_of_waiters() {
    let mut bench = Bench::held_by("bfs", A);
    let _ = bench.take(B);
    assert_eq!(bench.take(C).next, patience(C, 2).next);
}

#[test]
fn a_slice_that_is_used_up_is_renewed_with_a_later_deadline() {
    let mut bench = Bench::held_by("bfs", A);
    let _ = bench.at(ms(30)).release(A, Release::Blocking);
    let _ = bench.take(B);
    assert_eq!(bench.take(A), patience(A, 1).request(Some(B)), "both deadlines are at 90 ms: one slice counts");
}

#[test]
fn a_release_chooses_the_earliest_deadline() {
    let mut bench = used_by_a();
    let _ = bench.take(B);
    let _ = bench.at(ms(6)).release(B, Release::Blocking);
    // Deadlines: A 80, B 84, C 86, D 86.
    let _ = bench.take(C);
    let _ = bench.take(D);
    let _ = bench.take(B);
    let _ = bench.take(A);
    assert_eq!(bench.release(C, Release::Blocking).signal, Some(Cond::Own(A)));
    assert_eq!(bench.lock.holder(), Some(A), "also while it is waking");
}

#[test]
fn among_those_whose_deadline_has_passed_the_first_to_come_is_chosen() {
    let mut bench = Bench::held_by("bfs", A);
    let _ = bench.at(ms(2)).release(A, Release::Blocking);
    let _ = bench.take(B);
    let _ = bench.at(ms(4)).release(B, Release::Blocking);
    // C and D use 100 ms in turns; then the deadlines of A, 80, and B, 82, have passed.
    for round in 0..10 {
        let me = if round % 2 == 0 { C } else { D };
        assert!(matches!(bench.take(me).next, crate::gil::Next::Done(_)));
        let now = bench.now + ms(10);
        let _ = bench.at(now).release(me, Release::Blocking);
    }
    let _ = bench.take(C);
    let _ = bench.take(B);
    let _ = bench.take(D);
    let _ = bench.take(A);
    assert_eq!(bench.release(C, Release::Blocking).signal, Some(Cond::Own(B)));
}

#[test]
fn a_holder_whose_deadline_has_passed_is_not_preempted() {
    let mut bench = Bench::held_by("bfs", A);
    let _ = bench.at(ms(2)).release(A, Release::Blocking);
    let _ = bench.take(B);
    let _ = bench.at(ms(4)).release(B, Release::Blocking);
    for _ in 0..10 {
        let _ = bench.take(C);
        let now = bench.now + ms(10);
        let _ = bench.at(now).release(C, Release::Blocking);
    }
    let _ = bench.take(B);
    assert_eq!(bench.take(A), patience(A, 1), "it is before B, whose deadline has passed");
}

#[test]
fn who_comes_back_before_its_successor_has_begun_snatches_the_lock() {
    let mut bench = used_by_a();
    let _ = bench.take(A);
    let _ = bench.take(B);
    assert_eq!(bench.release(A, Release::Blocking), goes().signal(Cond::Own(B)));
    assert_eq!(bench.take(A), has(None));
    assert_eq!(bench.signalled(B), patience(B, 1), "it has to wait on");
}

#[test]
fn a_less_urgent_successor_gives_its_predecessor_time_to_come_back() {
    let mut bench = used_by_a();
    let _ = bench.take(A);
    let _ = bench.take(B);
    let _ = bench.release(A, Release::Blocking);
    assert_eq!(bench.signalled(B), waits(Cond::Pause, Some(SNATCH)));
    assert_eq!(bench.timed_out(B), has(Some(A)), "it did not come");
}

#[test]
fn who_pauses_and_loses_the_lock_waits_on() {
    let mut bench = used_by_a();
    let _ = bench.take(A);
    let _ = bench.take(B);
    let _ = bench.release(A, Release::Blocking);
    let _ = bench.signalled(B);
    let _ = bench.take(A);
    assert_eq!(bench.timed_out(B), patience(B, 1));
}

#[test]
fn who_is_forced_cannot_snatch() {
    let mut bench = used_by_a();
    let _ = bench.take(A);
    let _ = bench.take(B);
    let _ = bench.release(A, Release::Forced);
    assert_eq!(bench.take_again(A), patience(A, 2).request(Some(B)));
    assert_eq!(bench.signalled(B), has(Some(A)), "and nobody pauses for it");
}

#[test]
fn a_yielder_waits_until_a_more_urgent_successor_has_begun() {
    let mut bench = used_by_a();
    let _ = bench.take(B);
    let _ = bench.take(A);
    assert_eq!(bench.release(B, Release::Forced), Step::wait(Cond::Own(B), None).signal(Cond::Own(A)));
    assert_eq!(bench.signalled_to_leave(B), Step::wait(Cond::Own(B), None));
    assert_eq!(bench.signalled(A), has(Some(B)).signal(Cond::Own(B)));
    assert_eq!(bench.signalled_to_leave(B), goes());
}

#[test]
fn there_is_one_switcher_at_most() {
    let mut bench = used_by_a();
    let _ = bench.take(B);
    let _ = bench.take(A);
    let _ = bench.take(C);
    let _ = bench.release(B, Release::Blocking);
    let snatched = bench.lock.take(D, Take::Start, bench.now);
    assert_eq!(snatched.next, patience(D, 3).next, "D is not urgent");
    let _ = bench.signalled(A);
    assert_eq!(bench.release(A, Release::Blocking).next, goes().next, "its successor is less urgent");
}

#[test]
fn a_thread_that_ends_waits_for_nobody_and_is_not_waited_for() {
    let mut bench = used_by_a();
    let _ = bench.take(B);
    let _ = bench.take(A);
    assert_eq!(bench.release(B, Release::Exit), goes().signal(Cond::Own(A)));
    assert_eq!(bench.signalled(A), has(Some(B)), "without a pause");
}

#[test]
fn nobody_is_forced_while_nobody_waits() {
    let mut bench = Bench::held_by("bfs", A);
    assert!(!bench.at(ms(500)).checkpoint(A));
}
