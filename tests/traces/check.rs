//! Every invariant, broken once.

use crate::script::{ALONE, APART, CONVOY, NATIVE, ONE_CORE, TURNS, stopped, trace};
use gilsim::model::Model;
use gilsim::trace::{Checker, check};

/// What is found in a run of one task that was not stopped.
fn violations(script: &str) -> Vec<String> {
    check(&trace(Model::Threads, &["crunch"], script)).iter().map(|violation| violation.what.clone()).collect()
}

/// The script broken at one line: that line is replaced by the given ones.
fn with(script: &str, line: &str, instead: &str) -> String {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(script.lines().any(|other| words(other) == words(line)), "no line {line}");
    script.lines().map(|other| if words(other) == words(line) { instead } else { other }).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn breaks(script: &str, what: &str) {
    let found = violations(script);
    assert!(found.iter().any(|violation| violation.contains(what)), "{what:?} is not in {found:?}");
}

#[test]
fn sound_runs_have_no_violations() {
    for script in [TURNS, ALONE, APART, CONVOY, NATIVE, ONE_CORE, ""] {
        assert_eq!(violations(script), [""; 0], "{script}");
    }
}

#[test]
fn two_holders() {
    let script = with(TURNS, "5 1 drops forced", "");
    breaks(&script, "took the GIL while thread 1 held it");
}

#[test]
fn a_violation_is_one_sentence_with_time_and_lane() {
    let run = trace(Model::Threads, &["crunch"], &with(TURNS, "5.1 2 takes", "5.1 2 takes waited 1"));
    let told: Vec<String> = check(&run).iter().map(ToString::to_string).collect();
    let sentence =
        "thread 2 of process 0 said it had waited 1000000 ns for the GIL, but it was 5100000 ns, at 5100000 ns";
    assert_eq!(told, [sentence]);
}

#[test]
fn lies_about_the_last_holder() {
    breaks(
        &with(TURNS, "5.1 2 takes", "5.1 2 takes from 7"),
        "took the GIL from thread 7, but its last holder was thread 1",
    );
    breaks(
        &with(TURNS, "0 1 takes", "0 1 takes from 2"),
        "took the GIL from thread 2, but its last holder was no other thread",
    );
}

#[test]
fn releases_of_what_is_not_held() {
    breaks(&with(TURNS, "18 2 drops exit", "18 1 drops exit"), "released the GIL that thread 2 held");
    breaks(&with(TURNS, "20 1 drops exit", "20 1 drops exit\n20 1 drops exit"), "released the GIL that nobody held");
}

#[test]
fn forced_releases_without_a_request() {
    breaks(&with(TURNS, "10 1 asks 2", ""), "was forced to release the GIL though nobody had asked it to");
}

#[test]
fn requests_against_a_thread_that_does_not_hold() {
    breaks(&with(TURNS, "10 1 asks 2", "10 1 asks 1"), "asked thread 1 to drop the GIL that it did not hold");
    breaks(&with(TURNS, "5 2 asks 1", "3 1 asks 1\n5 2 asks 1"), "asked for the GIL to be dropped without waiting");
}

#[test]
fn waits_that_do_not_fit() {
    breaks(&with(TURNS, "5.1 1 wants", ""), "took the GIL that it had not wanted");
    breaks(&with(TURNS, "5.1 1 wants", "5.1 1 wants\n5.2 1 wants"), "wanted the GIL twice");
    breaks(&with(TURNS, "20 1 done 0", "19 1 wants\n20 1 done 0"), "wanted the GIL that it held");
    breaks(&with(TURNS, "15.1 1 wants", "15.1 1 wants\n16 1 task 0"), "did something else while it waited for the GIL");
}

#[test]
fn blocking_calls_that_do_not_fit() {
    breaks(&with(CONVOY, "5 2 drops blocking", "5 2 done 1\n5 2 drops blocking"), "did not release the GIL next");
    breaks(&with(CONVOY, "6 2 wakes", ""), "did something in the middle of a blocking call");
    breaks(&with(CONVOY, "6 2 wakes", "6 2 wakes\n6 2 wakes"), "ended a blocking call that it had not begun");
    breaks(&with(CONVOY, "5 2 sleeps 1", ""), "released the GIL for a blocking call that it had not begun");
    breaks(&with(CONVOY, "0 2 wants", "0 2 sleeps 1\n0 2 wants"), "began a blocking call without the GIL");
}

#[test]
fn tasks_that_do_not_pair() {
    breaks(&with(ALONE, "9.8 0 done 0", ""), "started task 1 within task 0");
    breaks(&with(ALONE, "9.8 0 done 0", "9.8 0 done 1"), "ended task 1 that it was not at");
    breaks(&with(ALONE, "19.6 0 done 1", ""), "ended in the middle of task 1");
}

#[test]
fn lives_that_do_not_fit() {
    breaks(&with(TURNS, "0 2 starts crunch-2", ""), "did something before it started");
    breaks(&with(TURNS, "0 2 starts crunch-2", "0 2 starts a\n0 2 starts b"), "started twice");
    breaks(&with(TURNS, "20 1 ends", "20 1 ends\n21 1 wants"), "did something after it had ended");
    breaks(&with(TURNS, "20 1 ends", ""), "has not ended though the run has");
    breaks(&with(TURNS, "20 1 drops exit", ""), "ended with the GIL in its hands");
    breaks(&with(APART, "11.5 p1 exits", "11.5 p1 exits\n12 p1 wants"), "did something after its process had exited");
}

#[test]
fn time_that_goes_backwards() {
    breaks(&with(TURNS, "20 1 ends", "19 1 ends"), "went back in time from 20000000 ns");
}

#[test]
fn a_stopped_run_may_end_anywhere() {
    let lines: Vec<&str> = CONVOY.lines().collect();
    for cut in 0..lines.len() {
        let run = stopped(Model::Threads, &["crunch", "short"], &lines[..cut].join("\n"));
        assert_eq!(check(&run), [], "cut at line {cut}");
    }
}

#[test]
fn a_stopped_thread_may_end_in_the_middle_of_a_call_but_not_with_the_gil() {
    let asleep = "0 1 starts a\n0 1 wants\n0 1 takes\n0 1 task 0\n1 1 sleeps 9\n1 1 drops blocking\n2 1 ends";
    assert_eq!(check(&stopped(Model::Threads, &["a"], asleep)), []);
    breaks(asleep, "ended in the middle of a blocking call");
    let holding = "0 1 starts a\n0 1 wants\n0 1 takes\n2 1 ends";
    assert_eq!(check(&stopped(Model::Threads, &["a"], holding)).len(), 1);
}

#[test]
fn a_killed_process_may_end_in_the_middle_of_anything() {
    let killed = "
        0  p1 born 11
        0  p1 starts crunch
        1  p1 ready
        1  p1 wants
        1  p1 takes
        1  p1 task 0
        5  p1 dies SIGKILL";
    assert_eq!(violations(killed), [""; 0]);
}

#[test]
fn a_killed_process_may_have_told_of_one_thread_and_not_of_another() {
    let gap = "
        0  p1 born 7
        1  p1 ready
        1  p1 wants
        1  p1 takes from 2
        5  p1 dies SIGKILL";
    assert_eq!(violations(gap), [""; 0]);
    breaks(
        &gap.replace("dies SIGKILL", "exits"),
        "took the GIL from thread 2, but its last holder was no other thread",
    );
}

#[test]
fn one_bug_of_a_long_run_is_not_told_for_ever() {
    let mut checker = Checker::default();
    let again = &crate::script::events("1 1 drops exit")[0];
    (0..1_000).for_each(|_| checker.observe(again));
    assert_eq!(checker.finish(false).len(), 100);
}
