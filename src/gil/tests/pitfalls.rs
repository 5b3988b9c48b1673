//! The mistakes that simulators of such locks make, each with the number it has in the list of them.

use super::driver::{Deed, Driver, INTERVAL, Life, Note, acquires, count, cpu_bound, io_bound, longest_wait, order};
use crate::gil::{Acquired, Cond, Next, Pace, Policy, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;

const A: ThreadId = ThreadId(1);
const B: ThreadId = ThreadId(2);
const C: ThreadId = ThreadId(3);
const LATENCIES: [Nanos; 3] = [Nanos::from_micros(21), Nanos::from_micros(34), Nanos::from_micros(27)];

fn policy(text: &str) -> Policy {
    Policy::parse(text).expect("as policies are written")
}

fn ms(millis: u64) -> Nanos {
    Nanos::from_millis(millis)
}

fn ran(text: &str, lives: &[Life]) -> Driver {
    let mut driver = Driver::new(policy(text), lives, &LATENCIES);
    driver.run().expect("all end");
    driver
}

fn requests(note: &Note) -> bool {
    matches!(note, Note::Requests(_))
}

fn forced(note: &Note) -> bool {
    *note == Note::Releases(Release::Forced)
}

#[test]
fn pitfall_1_a_drop_is_requested_only_after_a_timed_out_wait_without_a_switch() {
    let held = || {
        let mut lock = Policy::CpythonInterval.protocol(INTERVAL);
        let _ = lock.take(A, Take::Start, Nanos::ZERO);
        let _ = lock.take(B, Take::Start, Nanos::ZERO);
        lock
    };
    let mut lock = held();
    assert_eq!(lock.woken_to_take(B, Woken::Signalled, ms(5)).drop_request, None, "not timed out");
    let mut lock = held();
    let _ = lock.release(A, Release::Blocking, ms(1));
    let freed = lock.woken_to_take(B, Woken::TimedOut, ms(5));
    assert_eq!((freed.drop_request, freed.next), (None, Next::Done(Acquired { from: Some(A) })), "not locked");
    let mut lock = held();
    let _ = lock.release(A, Release::Blocking, ms(1));
    let _ = lock.take(C, Take::Start, ms(1));
    assert_eq!(lock.woken_to_take(B, Woken::TimedOut, ms(5)).drop_request, None, "switched");
    assert_eq!(held().woken_to_take(B, Woken::TimedOut, ms(5)).drop_request, Some(A));
}

#[test]
fn pitfall_2_short_releases_of_the_holder_postpone_the_request_for_ever() {
    let lives = [io_bound(ms(1), Nanos::from_micros(1), 300), cpu_bound(ms(1))];
    let driver = ran("cpython-interval", &lives);
    assert_eq!(count(&driver, B, requests), 0);
    assert!(count(&driver, B, |note| *note == Note::WokenInVain) > 250);
    assert!(longest_wait(&driver, Some(B)) > ms(290), "60 intervals");
}

#[test]
fn pitfall_3_release_and_take_by_the_same_thread_is_no_switch() {
    let mut lock = Policy::CpythonInterval.protocol(INTERVAL);
    let _ = lock.take(A, Take::Start, Nanos::ZERO);
    let _ = lock.take(B, Take::Start, Nanos::ZERO);
    let _ = lock.release(A, Release::Blocking, ms(4));
    let _ = lock.take(A, Take::AfterBlocking, ms(4));
    assert_eq!(lock.woken_to_take(B, Woken::TimedOut, ms(5)).drop_request, Some(A));
}

#[test]
fn pitfall_4_only_a_pending_request_makes_a_dropper_wait_and_any_taker_ends_that() {
    let mut lock = Policy::CpythonInterval.protocol(INTERVAL);
    let _ = lock.take(A, Take::Start, Nanos::ZERO);
    assert_eq!(lock.release(A, Release::Forced, ms(1)).next, Next::Done(crate::gil::Freed), "nothing pends");
    let _ = lock.take(A, Take::AfterForced, ms(1));
    let _ = lock.take(B, Take::Start, ms(1));
    let _ = lock.woken_to_take(B, Woken::TimedOut, ms(6));
    let waits = Step::wait(Cond::Taken, None);
    assert_eq!(lock.release(A, Release::Blocking, ms(6)), waits.signal(Cond::Released), "also before a blocking call");
    let _ = lock.take(C, Take::Start, ms(7));
    assert_eq!(lock.woken_to_leave(A, Woken::Signalled, ms(7)).next, Next::Done(crate::gil::Freed), "not B, but C");
}

#[test]
fn pitfall_5_the_last_dropper_requests_next_and_who_is_signalled_benefits() {
    let driver = ran("cpython-interval", &[cpu_bound(ms(300)), cpu_bound(ms(300)), cpu_bound(ms(300))]);
    let (mut dropper, mut requester) = (None, None);
    let (mut seen, mut by_dropper, mut to_another) = (0, 0, 0);
    for (_, thread, note) in &driver.notes {
        match note {
            Note::Releases(Release::Forced) => dropper = Some(*thread),
            Note::Requests(_) => {
                seen += 1;
                by_dropper += usize::from(dropper == Some(*thread));
                requester = Some(*thread);
            }
            Note::Acquires(_) => to_another += usize::from(requester.take().is_some_and(|one| one != *thread)),
            _ => {}
        }
    }
    assert!(seen > 100, "{seen} requests");
    assert!(by_dropper * 10 > seen * 9 && to_another * 10 > seen * 8, "{by_dropper} and {to_another} of {seen}");
}

#[test]
fn pitfall_6_a_signal_wakes_who_has_waited_longest_in_its_current_wait() {
    let starts = |millis| Life { starts: ms(millis), deeds: vec![Deed::Compute(ms(30))] };
    let mut driver = Driver::new(Policy::CpythonInterval, &[starts(0), starts(1), starts(2)], &LATENCIES);
    driver.run_until(ms(8));
    assert_eq!(count(&driver, B, requests), 1, "B asked first");
    assert_eq!(order(&driver), [1, 3], "but began a new wait with that, after C");
}

#[test]
fn pitfall_7_a_blocking_call_shorter_than_a_wake_up_gives_the_lock_to_nobody() {
    let mut driver = Driver::new(
        Policy::CpythonInterval,
        &[io_bound(ms(1), Nanos::from_micros(5), 20), cpu_bound(ms(1))],
        &LATENCIES,
    );
    driver.run_until(ms(19));
    assert!(order(&driver).iter().all(|&holder| holder == 1));
    let mut driver = Driver::new(Policy::CpythonInterval, &[io_bound(ms(1), ms(1), 20), cpu_bound(ms(1))], &LATENCIES);
    driver.run_until(ms(19));
    assert_eq!(order(&driver)[..2], [1, 2], "unless it is longer");
}

#[test]
fn pitfall_10_the_tick_counter_belongs_to_the_lock_and_not_to_a_thread() {
    let lock = policy("cpython-ticks").protocol(INTERVAL);
    assert_eq!(lock.pace(), Pace::EveryBytecodes(101), "one pace for all, and no protocol call resets a counter");
    // A thread that lets go after every 50 bytecodes by itself does not keep the counter from running out.
    let half_a_pace = io_bound(super::driver::STEP, Nanos::from_micros(1), 40);
    let driver = ran("cpython-ticks:check_interval=199", &[half_a_pace, cpu_bound(ms(1))]);
    assert!(count(&driver, A, forced) > 10);
}

#[test]
fn pitfall_26_ruby_hands_over_directly() {
    let driver = ran("ruby-gvl", &[io_bound(ms(1), Nanos::from_micros(5), 20), cpu_bound(ms(30))]);
    assert_eq!(order(&driver)[..3], [1, 2, 1], "nobody barges in, however short its call");
    assert!(longest_wait(&driver, Some(A)) > ms(29), "and it waits its turn");
}

#[test]
fn pitfall_26_ruby_ticks_only_while_somebody_waits() {
    let mut driver = Driver::new(policy("ruby-gvl"), &[cpu_bound(ms(500))], &LATENCIES);
    driver.run_until(ms(400));
    assert_eq!(driver.protocol.next_timer(), None);
    assert_eq!(count(&driver, A, forced), 0);
}

#[test]
fn pitfall_26_a_yield_of_ocaml_or_pypy_is_a_switch_and_a_voluntary_drop_of_cpython_is_none() {
    for text in ["ocaml-master", "pypy"] {
        let driver = ran(text, &[cpu_bound(ms(200)), cpu_bound(ms(200))]);
        let order = order(&driver);
        let both = order.iter().take(3).copied().collect::<Vec<_>>();
        assert_eq!(both, [1, 2, 1], "{text}");
        assert!(count(&driver, A, forced) > 1);
    }
    let driver = ran("cpython-interval", &[io_bound(ms(1), Nanos::from_micros(5), 3), cpu_bound(ms(1))]);
    assert_eq!(order(&driver)[..3], [1, 1, 1]);
}

/// How often the I/O-bound thread gets the lock in a second beside two that compute all the time.
fn io_beside_two_cpu_bound(text: &str) -> usize {
    let lives = [
        cpu_bound(Nanos(u64::MAX)),
        cpu_bound(Nanos(u64::MAX)),
        io_bound(Nanos::from_micros(20), Nanos::from_micros(50), 100_000),
    ];
    let mut driver = Driver::new(policy(text), &lives, &LATENCIES);
    driver.run_until(ms(1_000));
    count(&driver, C, acquires)
}

#[test]
fn pitfall_27_priority_with_one_condition_variable_starves_io_beside_two_cpu_bound_threads() {
    let one_condvar = io_beside_two_cpu_bound("priority:wake=one-condvar");
    let by_class = io_beside_two_cpu_bound("priority:wake=by-class");
    assert!(by_class > 3_000, "{by_class}");
    assert!(one_condvar * 10 < by_class, "{one_condvar} against {by_class}");
}

#[test]
fn pitfall_33_a_requester_that_vanishes_would_leave_the_dropper_asleep_for_ever() {
    let vanish_at = |end| {
        let mut driver = Driver::new(Policy::CpythonInterval, &[cpu_bound(ms(50)), cpu_bound(ms(50))], &LATENCIES);
        driver.run_until(end);
        driver
    };
    // The only waiter has asked, A has dropped the lock and waits for it to be taken.
    let mut driver = vanish_at(INTERVAL);
    assert_eq!((count(&driver, B, requests), count(&driver, A, forced)), (1, 1));
    driver.forget_wake_ups();
    driver.kill(B);
    let stuck = driver.run().expect_err("nobody takes the lock");
    assert!(stuck.starts_with("thread 1 sleeps for ever"), "{stuck}");
    // Which is why the contract has no way to give up waiting: whoever asks will take.
    let mut driver = vanish_at(INTERVAL);
    driver.run().expect("both end");
}

#[test]
fn pitfall_33_a_thread_that_ends_does_not_wait_for_whoever_asked() {
    let mut lock = Policy::CpythonInterval.protocol(INTERVAL);
    let _ = lock.take(A, Take::Start, Nanos::ZERO);
    let _ = lock.take(B, Take::Start, Nanos::ZERO);
    let _ = lock.woken_to_take(B, Woken::TimedOut, ms(5));
    assert_eq!(lock.release(A, Release::Exit, ms(6)), Step::done(crate::gil::Freed).signal(Cond::Released));
}

#[test]
fn pitfall_34_nobody_times_the_holder_so_a_thread_alone_is_never_made_to_drop_the_lock() {
    for policy in Policy::ALL.into_iter().filter(|policy| !matches!(policy, Policy::Micropython { .. })) {
        let mut driver = Driver::new(policy, &[cpu_bound(ms(300))], &LATENCIES);
        driver.run().expect("it ends");
        assert_eq!(order(&driver), [1], "{policy}");
    }
}
