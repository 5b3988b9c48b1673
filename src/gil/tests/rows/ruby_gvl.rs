//! `ruby-gvl`.

use super::*;

/// Three ticks make a quantum.
const POLICY: &str = "ruby-gvl:quantum=30ms,tick=10ms";

fn ms(millis: u64) -> Nanos {
    Nanos::from_millis(millis)
}

#[test]
fn the_first_who_queues_starts_the_timer() {
    let mut bench = Bench::held_by(POLICY, A);
    assert_eq!(bench.lock.next_timer(), None);
    assert_eq!(bench.at(ms(3)).take(B), waits(Cond::Own(B), None));
    assert_eq!(bench.lock.next_timer(), Some(ms(13)));
    assert_eq!(bench.at(ms(5)).take(C), waits(Cond::Own(C), None));
    assert_eq!(bench.lock.next_timer(), Some(ms(13)), "it runs already");
}

#[test]
fn the_timer_flags_who_runs_and_goes_on_while_somebody_queues() {
    let mut bench = Bench::held_by(POLICY, A);
    let _ = bench.take(B);
    assert!(!bench.lock.attention());
    assert_eq!(bench.tick(), ms(10));
    assert!(bench.lock.attention());
    assert_eq!(bench.lock.next_timer(), Some(ms(20)));
}

#[test]
fn ticks_are_booked_until_the_quantum_is_used() {
    let mut bench = Bench::held_by(POLICY, A);
    let _ = bench.take(B);
    for tick in 1..=3 {
        bench.tick();
        assert_eq!(bench.checkpoint(A), tick == 3);
        assert!(!bench.lock.attention(), "it has looked");
    }
}

#[test]
fn a_checkpoint_without_a_flag_books_nothing() {
    let mut bench = Bench::held_by(POLICY, A);
    let _ = bench.take(B);
    assert!(!(0..10).any(|_| bench.checkpoint(A)));
}

#[test]
fn a_used_quantum_is_no_reason_to_release_once_nobody_queues() {
    let mut bench = Bench::held_by("ruby-gvl:quantum=10ms,tick=10ms", A);
    let _ = bench.take(B);
    let _ = bench.release(A, Release::Blocking);
    let _ = bench.take(A);
    let _ = bench.signalled(B);
    bench.tick();
    let _ = bench.release(B, Release::Exit);
    assert_eq!(bench.lock.next_timer(), None, "nobody queues");
    assert_eq!(bench.signalled(A), has(Some(B)));
    assert!(!bench.checkpoint(A));
}

#[test]
fn a_release_hands_over_to_the_first_who_owns_the_lock_while_it_wakes() {
    let mut bench = Bench::held_by(POLICY, A);
    let _ = bench.take(B);
    assert_eq!(bench.release(A, Release::Blocking), goes().signal(Cond::Own(B)));
    assert_eq!(bench.lock.holder(), Some(B));
    assert_eq!(bench.take(A), waits(Cond::Own(A), None), "nobody barges in");
    assert_eq!(bench.signalled(B), has(Some(A)));
}

#[test]
fn who_is_woken_out_of_turn_waits_on() {
    let mut bench = Bench::held_by(POLICY, A);
    let _ = bench.take(B);
    assert_eq!(bench.signalled(B), waits(Cond::Own(B), None));
}

#[test]
fn who_has_used_its_quantum_queues_at_the_tail_in_the_same_step() {
    let mut bench = Bench::held_by(POLICY, A);
    let _ = bench.take(B);
    assert_eq!(bench.release(A, Release::Forced), goes().signal(Cond::Own(B)));
    let _ = bench.take(C);
    assert_eq!(bench.take_again(A), waits(Cond::Own(A), None));
    let _ = bench.signalled(B);
    assert_eq!(bench.release(B, Release::Exit), goes().signal(Cond::Own(A)));
}

#[test]
fn running_time_begins_anew_when_another_thread_has_run_in_between() {
    let mut bench = Bench::held_by(POLICY, A);
    let _ = bench.take(B);
    bench.tick();
    assert!(!bench.checkpoint(A));
    let _ = bench.release(A, Release::Blocking);
    let _ = bench.signalled(B);
    let _ = bench.release(B, Release::Blocking);
    let _ = bench.take(A);
    let _ = bench.take(B);
    for tick in 1..=3 {
        bench.tick();
        assert_eq!(bench.checkpoint(A), tick == 3, "a full quantum again");
    }
}

#[test]
fn running_time_goes_on_when_nobody_has_run_in_between() {
    let mut bench = Bench::held_by(POLICY, A);
    let _ = bench.take(B);
    bench.tick();
    assert!(!bench.checkpoint(A));
    let _ = bench.release(A, Release::Forced);
    let _ = bench.take_again(A);
    let _ = bench.signalled(B);
    let _ = bench.release(B, Release::Exit);
    let _ = bench.signalled(A);
    let _ = bench.release(A, Release::Blocking);
    let _ = bench.take(A);
    let _ = bench.take(C);
    bench.tick();
    assert!(!bench.checkpoint(A));
    let _ = bench.release(A, Release::Exit);
    assert_eq!(bench.signalled(C), has(Some(A)));
}

#[test]
fn a_flag_that_was_not_looked_at_stays_with_its_thread() {
    let mut bench = Bench::held_by("ruby-gvl:quantum=10ms,tick=10ms", A);
    let _ = bench.take(B);
    bench.tick();
    let _ = bench.release(A, Release::Blocking);
    let _ = bench.signalled(B);
    assert!(!bench.lock.attention(), "it is not this thread's");
    let _ = bench.take(A);
    let _ = bench.release(B, Release::Blocking);
    let _ = bench.signalled(A);
    let _ = bench.take(B);
    assert!(bench.lock.attention());
    assert!(bench.checkpoint(A));
}
