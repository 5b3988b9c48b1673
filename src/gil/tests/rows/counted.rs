//! `cpython-ticks`, `micropython` and `none`.

use super::*;
use crate::gil::Pace;

const BARGING: [&str; 2] = ["cpython-ticks", "micropython"];

#[test]
fn a_free_lock_is_taken_and_a_taken_one_waited_for_without_an_end() {
    for policy in BARGING {
        let mut bench = Bench::held_by(policy, A);
        assert_eq!(bench.take(B), waits(Cond::Released, None));
        assert_eq!(bench.lock.holder(), Some(A));
    }
}

#[test]
fn who_is_woken_takes_the_lock_if_it_is_free_and_sleeps_again_if_not() {
    for policy in BARGING {
        let mut bench = Bench::held_by(policy, A);
        let _ = bench.take(B);
        assert_eq!(bench.signalled(B), waits(Cond::Released, None));
        let _ = bench.release(A, Release::Blocking);
        assert_eq!(bench.lock.holder(), None);
        assert_eq!(bench.signalled(B), has(Some(A)));
    }
}

#[test]
fn a_release_wakes_one_and_waits_for_nobody() {
    for policy in BARGING {
        for why in [Release::Forced, Release::Blocking, Release::Exit] {
            let mut bench = Bench::held_by(policy, A);
            let _ = bench.take(B);
            assert_eq!(bench.release(A, why), goes().signal(Cond::Released));
            assert_eq!(bench.take_again(A), has(None), "nobody else was quick enough");
        }
    }
}

#[test]
fn when_the_pace_is_up_the_lock_is_released_without_a_look_at_who_wants_it() {
    for policy in BARGING {
        let mut bench = Bench::new(policy);
        let _ = bench.take(B);
        let _ = bench.release(B, Release::Exit);
        let _ = bench.take(A);
        assert!(bench.checkpoint(A), "nobody waits, and yet");
        assert!(!bench.lock.attention(), "nobody asks");
    }
}

#[test]
fn the_lock_of_ticks_comes_into_being_with_the_second_thread() {
    let mut bench = Bench::held_by("cpython-ticks", A);
    assert!(!bench.checkpoint(A));
    let _ = bench.take(B);
    assert!(bench.checkpoint(A));
}

#[test]
fn paces_are_counted_as_each_runtime_counts() {
    assert_eq!(Bench::new("cpython-ticks").lock.pace(), Pace::EveryBytecodes(101));
    assert_eq!(Bench::new("cpython-ticks:check_interval=1").lock.pace(), Pace::EveryBytecodes(2));
    assert_eq!(Bench::new("cpython-ticks:check_interval=4294967295").lock.pace(), Pace::EveryBytecodes(u32::MAX));
    assert_eq!(Bench::new("micropython").lock.pace(), Pace::EveryBackJumps(32));
    assert_eq!(Bench::new("pypy").lock.pace(), Pace::EveryBytecodes(10_000));
    assert_eq!(Bench::new("fifo").lock.pace(), Pace::OnRequest);
}

#[test]
fn without_a_lock_everybody_is_let_in_and_nobody_is_the_holder() {
    let mut bench = Bench::held_by("none", A);
    assert_eq!(bench.take(B), has(None));
    assert_eq!(bench.lock.holder(), None);
    assert!(!bench.checkpoint(A));
    assert_eq!(bench.release(A, Release::Blocking), goes());
    assert_eq!(bench.release(B, Release::Exit), goes());
}
