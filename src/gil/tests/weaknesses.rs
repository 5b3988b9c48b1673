//! What policies do not promise, shown: each of these is a property of the real lock, not a mistake here.

use super::driver::{Driver, Life, Note, acquires, count, cpu_bound, io_bound, longest_wait, order};
use crate::gil::{Policy, Release};
use crate::ids::ThreadId;
use crate::time::Nanos;

const A: ThreadId = ThreadId(1);
const B: ThreadId = ThreadId(2);
const C: ThreadId = ThreadId(3);

fn ms(millis: u64) -> Nanos {
    Nanos::from_millis(millis)
}

fn us(micros: u64) -> Nanos {
    Nanos::from_micros(micros)
}

fn after(end: Nanos, text: &str, lives: &[Life]) -> Driver {
    let policy = Policy::parse(text).expect("as policies are written");
    let mut driver = Driver::new(policy, lives, &[us(25), us(31)]);
    driver.run_until(end);
    driver
}

#[test]
fn who_lets_go_and_takes_again_at_once_keeps_the_lock_under_ticks_and_micropython() {
    for text in ["cpython-ticks", "micropython"] {
        let driver = after(ms(20), text, &[cpu_bound(ms(30)), cpu_bound(ms(30))]);
        assert!(count(&driver, A, |note| *note == Note::Releases(Release::Forced)) > 100, "{text}");
        assert_eq!(count(&driver, B, acquires), 0, "{text}: every wake-up comes too late");
        assert!(count(&driver, B, |note| *note == Note::WokenInVain) > 100, "{text}");
    }
}

#[test]
fn short_c_calls_escape_the_poll_of_pypy() {
    let calls = io_bound(us(180), Nanos(300), 1_000);
    let polled = after(ms(100), "pypy:check_interval=1_000_000", &[calls.clone(), cpu_bound(ms(1))]);
    assert!(longest_wait(&polled, Some(B)) > ms(5), "the stealer looks every 0.1 ms and mostly sees nothing");
    let woken = after(ms(100), "fifo", &[calls, cpu_bound(ms(1))]);
    assert!(longest_wait(&woken, Some(B)) < ms(1));
}

#[test]
fn a_free_lock_lies_there_until_the_stealer_of_pypy_looks() {
    let driver = after(ms(20), "pypy", &[io_bound(ms(1), ms(5), 2), cpu_bound(ms(1))]);
    let acquired = driver.notes.iter().find(|(_, thread, note)| *thread == B && acquires(note));
    let waited_on = acquired.expect("it got the lock").0.saturating_sub(ms(1));
    assert!(waited_on > Nanos::ZERO && waited_on <= us(100), "{waited_on}");
}

#[test]
fn a_short_blocking_call_takes_the_lock_back_under_ocaml() {
    let driver = after(ms(10), "ocaml-master", &[io_bound(ms(1), us(5), 20), cpu_bound(ms(1))]);
    assert!(order(&driver).iter().all(|&holder| holder == 1));
}

/// Two threads that let the lock go in time never become CPU-bound, and always come before who is.
#[test]
fn two_io_bound_threads_starve_a_cpu_bound_one_under_priority_by_class() {
    let busy = io_bound(us(400), us(300), 100_000);
    let cpu = cpu_bound(Nanos(u64::MAX));
    let beside = |text| {
        let driver = after(ms(1_000), text, &[cpu.clone(), busy.clone(), busy.clone()]);
        assert!(count(&driver, B, acquires) > 0 && count(&driver, C, acquires) > 0);
        longest_wait(&driver, Some(A))
    };
    let (by_class, fifo) = (beside("priority:wake=by-class"), beside("fifo"));
    assert!(by_class > ms(50), "{by_class}: ten intervals");
    assert!(fifo < ms(2), "{fifo}: one turn of each");
}
