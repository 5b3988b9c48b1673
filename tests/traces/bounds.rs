//! Laws that no run can break, on runs that keep them and on runs that were broken on purpose.

use crate::script::{ALONE, APART, CONVOY, NATIVE, ONE_CORE, TURNS, stopped, trace};
use gilsim::analysis::{Excess, Host, Law, Report};
use gilsim::model::Model;
use gilsim::time::Nanos;
use gilsim::trace::Trace;

fn beyond(cores: usize, traces: &[Trace]) -> Vec<Excess> {
    let host = Host { cores, switch_interval: Nanos::from_millis(5), waits_an_interval: true };
    Report::new(traces, host).models.into_iter().flat_map(|model| model.beyond).collect()
}

/// The only law that is broken, and in what words.
#[track_caller]
fn broken(cores: usize, traces: &[Trace]) -> (Law, String) {
    let all = beyond(cores, traces);
    let [one] = all.as_slice() else { panic!("{all:?}") };
    (one.law, one.what.clone())
}

fn threads(tasks: &[&str], script: &str) -> Trace {
    trace(Model::Threads, tasks, script)
}

#[test]
fn sound_runs_are_within_all_bounds() {
    let crunch = ["crunch-1", "crunch-2"];
    let all = [(Model::Sequential, ALONE), (Model::Threads, TURNS), (Model::Processes, APART)];
    assert_eq!(beyond(2, &all.map(|(model, script)| trace(model, &crunch, script))), []);
    assert_eq!(beyond(2, &[threads(&["crunch", "short"], CONVOY)]), []);
    assert_eq!(beyond(2, &[threads(&["hash-1", "hash-2"], NATIVE)]), []);
    assert_eq!(beyond(1, &[threads(&["hash", "crunch"], ONE_CORE)]), []);
    assert_eq!(beyond(2, &[stopped(Model::Threads, &crunch, TURNS)]), []);
}

#[test]
fn one_gil_gives_no_more_than_a_second_of_interpreting_a_second() {
    let both_at_once = "
        0   1  starts a
        0   1  wants
        0   1  takes
        0   1  task 0
        0   2  starts b
        0   2  wants
        0   2  takes
        0   2  task 1
        9   1  done 0
        9   1  drops exit
        9   1  ends
        9   2  done 1
        9   2  drops exit
        9   2  ends";
    let (law, what) = broken(4, &[threads(&["a", "b"], both_at_once)]);
    assert_eq!(
        (law, what.as_str()),
        (Law::WorkConservation, "its threads interpreted for 18.0 ms under one GIL in 9.00 ms")
    );
}

#[test]
fn a_machine_computes_no_longer_than_its_cores_do() {
    let on_one_core = NATIVE.replacen("starts hash-1", "starts hash-1\n 0 1 on 0\n 0 2 on 0", 1);
    assert_eq!(beyond(2, &[threads(&["hash-1", "hash-2"], &on_one_core)]), []);
    let (law, what) = broken(1, &[threads(&["hash-1", "hash-2"], &on_one_core)]);
    assert_eq!(law, Law::WorkConservation);
    assert_eq!(what, "it computed for 12.0 ms on 1 cores in 7.00 ms");
}

#[test]
fn one_gil_lets_no_work_be_done_faster_than_in_turn() {
    let sequential = trace(Model::Sequential, &["crunch-1", "crunch-2"], ALONE);
    // The same tasks under a GIL, in half the time.
    let halved = TURNS.lines().map(halve).collect::<Vec<_>>().join("\n");
    let (law, what) = broken(2, &[sequential, threads(&["crunch-1", "crunch-2"], &halved)]);
    assert_eq!(law, Law::Amdahl);
    assert!(what.starts_with("it took 10.0 ms, but its tasks interpret for 19.6 ms, and one GIL lets"), "{what}");
}

#[test]
fn no_work_is_done_faster_than_by_all_cores_at_once() {
    let run = |script: &str| {
        [
            trace(Model::Sequential, &["crunch-1", "crunch-2"], ALONE),
            trace(Model::Processes, &["crunch-1", "crunch-2"], script),
        ]
    };
    assert_eq!(beyond(2, &run(APART)), []);
    let hasty = APART.replace("    11 ", "    6 ").replace("11.5", "6.5");
    assert_eq!(broken(2, &run(&hasty)).0, Law::Amdahl);
}

#[test]
fn waits_that_acquisitions_make_shorter_than_lanes_show_break_littles_law() {
    let understated = TURNS.replace("15.1  2  takes", "15.1  2  takes waited 0.1");
    let (law, what) = broken(2, &[threads(&["crunch-1", "crunch-2"], &understated)]);
    assert_eq!(law, Law::Little);
    assert!(what.contains("18.4 ms") && what.contains("13.5 ms"), "{what}");
}

#[test]
fn waits_that_a_process_takes_along_keep_littles_law() {
    for end in ["dies SIGKILL", "exits", "over"] {
        let script = format!(
            "
            0  p1    starts main
            0  p1.1  starts one
            0  p1.1  wants
            0  p1.1  takes
            0  p1.2  starts two
            0  p1.2  wants
            5  p1    {end}
            5  1     starts a
            5  1     wants
            5  1     takes
            5  1     task 0
            9  1     done 0
            9  1     drops exit
            9  1     ends"
        );
        assert_eq!(beyond(2, &[threads(&["a"], &script)]), [], "{end}");
    }
}

#[test]
fn a_sleep_that_is_over_too_early_breaks_littles_law() {
    let (law, what) = broken(2, &[threads(&["crunch", "short"], &CONVOY.replace("sleeps 1", "sleeps 40"))]);
    assert_eq!(
        (law, what.as_str()),
        (Law::Little, "2 blocking calls of short were over before the time that they asked for")
    );
}

/// A line of a script at half its time.
fn halve(line: &str) -> String {
    match line.trim().split_once(' ') {
        Some((at, rest)) => format!("{} {rest}", at.parse::<f64>().expect("a time") / 2.0),
        None => String::new(),
    }
}
