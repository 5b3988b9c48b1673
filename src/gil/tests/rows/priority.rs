//! `priority`.

use super::*;

/// A lock that CPU-bound `A` holds: it was forced to drop it to `B`, and has it back.
fn held_by_cpu_bound(policy: &str) -> Bench {
    let mut bench = Bench::held_by(policy, A);
    let _ = bench.take(B);
    let _ = bench.timed_out(B);
    let _ = bench.release(A, Release::Forced);
    let _ = bench.signalled(B);
    let _ = bench.release(B, Release::Blocking);
    assert_eq!(bench.take_again(A), has(Some(B)).signal(Cond::Taken));
    bench
}

#[test]
fn an_io_bound_thread_requests_the_drop_of_a_cpu_bound_holder_at_once() {
    for (policy, on) in [("priority", Cond::Urgent), ("priority:wake=one-condvar", Cond::Released)] {
        let mut bench = held_by_cpu_bound(policy);
        assert_eq!(bench.take(B), waits(on, Some(INTERVAL)).request(Some(A)));
        assert!(bench.lock.attention() && bench.checkpoint(A));
        assert_eq!(bench.take(C).drop_request, None, "it has been requested");
    }
}

#[test]
fn equals_wait_for_the_interval() {
    let mut bench = Bench::held_by("priority", A);
    assert_eq!(bench.take(B), waits(Cond::Urgent, Some(INTERVAL)), "both are I/O-bound");
    assert!(!bench.lock.attention());
    assert_eq!(bench.timed_out(B).drop_request, Some(A));
}

#[test]
fn a_cpu_bound_thread_requests_nothing_of_an_io_bound_one_before_the_interval() {
    let mut bench = Bench::held_by("priority", A);
    let _ = bench.take(B);
    let _ = bench.timed_out(B);
    let _ = bench.release(A, Release::Forced);
    let _ = bench.signalled(B);
    assert_eq!(bench.take_again(A), waits(Cond::Released, Some(INTERVAL)));
    assert!(!bench.lock.attention());
    assert_eq!(bench.timed_out(A).drop_request, Some(B));
}

#[test]
fn a_release_wakes_the_io_bound_first() {
    let mut bench = held_by_cpu_bound("priority");
    let _ = bench.take(B);
    assert_eq!(bench.release(A, Release::Forced).signal, Some(Cond::Urgent));
    let _ = bench.signalled(B);
    let _ = bench.take_again(A);
    assert_eq!(bench.release(B, Release::Blocking).signal, Some(Cond::Released), "only A waits, and it is CPU-bound");
}

#[test]
fn with_one_condition_variable_a_release_wakes_who_has_waited_longest() {
    let mut bench = held_by_cpu_bound("priority:wake=one-condvar");
    let _ = bench.take(B);
    assert_eq!(bench.release(A, Release::Forced).signal, Some(Cond::Released));
}

#[test]
fn a_voluntary_release_makes_a_thread_io_bound_again() {
    let mut bench = held_by_cpu_bound("priority");
    let _ = bench.release(A, Release::Blocking);
    let _ = bench.take(C);
    assert_eq!(bench.take(A), waits(Cond::Urgent, Some(INTERVAL)));
}

#[test]
fn who_is_forced_waits_for_a_successor_as_under_cpython() {
    let mut bench = held_by_cpu_bound("priority");
    let _ = bench.take(B);
    assert_eq!(bench.release(A, Release::Forced), Step::wait(Cond::Taken, None).signal(Cond::Urgent));
    assert_eq!(bench.signalled(B).signal, Some(Cond::Taken));
    assert_eq!(bench.signalled_to_leave(A), goes());
}

#[test]
fn a_request_at_once_is_also_made_by_who_is_woken_in_vain() {
    let mut bench = Bench::held_by("priority", A);
    let _ = bench.take(B);
    let _ = bench.take(C);
    let _ = bench.timed_out(B);
    let _ = bench.release(A, Release::Forced);
    let _ = bench.signalled(B);
    let _ = bench.take_again(A);
    let _ = bench.release(B, Release::Blocking);
    assert_eq!(bench.signalled(A), has(Some(B)).signal(Cond::Taken), "it was quicker than C");
    assert_eq!(bench.signalled(C), waits(Cond::Urgent, Some(INTERVAL)).request(Some(A)));
}
