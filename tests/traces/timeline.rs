//! Lanes, states and hand-offs of hand-written runs.

use crate::script::{APART, CONVOY, NATIVE, ONE_CORE, TURNS, ms, stopped, trace};
use gilsim::analysis::{Handoff, Lane, timeline};
use gilsim::ids::{ProcessId, ThreadId};
use gilsim::model::Model;
use gilsim::trace::Trace;

/// `Running 0-5, WaitingForGil 5-10.1, …`, in milliseconds.
fn slices(lane: &Lane) -> String {
    let shown = lane.slices.iter().map(|s| format!("{:?} {}-{}", s.state, s.from.0 as f64 / 1e6, s.to.0 as f64 / 1e6));
    shown.collect::<Vec<_>>().join(", ")
}

fn lanes(run: &Trace) -> Vec<(String, String)> {
    let timeline = timeline(run);
    assert!(timeline.lanes.iter().all(|lane| lane.covers(timeline.end)), "{:?}", timeline.lanes);
    timeline.lanes.iter().map(|lane| (lane.name.clone(), slices(lane))).collect()
}

fn named(name: &str, slices: &str) -> (String, String) {
    (name.to_string(), slices.to_string())
}

#[test]
fn threads_that_take_turns() {
    let expected = [
        named("crunch-1", "Running 0-5, WaitingForGil 5-10.1, Running 10.1-15, WaitingForGil 15-18.1, Running 18.1-20"),
        named("crunch-2", "WaitingForGil 0-5.1, Running 5.1-10, WaitingForGil 10-15.1, Running 15.1-18, Idle 18-20"),
    ];
    assert_eq!(lanes(&trace(Model::Threads, &["crunch-1", "crunch-2"], TURNS)), expected);
}

#[test]
fn a_thread_that_sleeps_beside_one_that_computes() {
    let lanes = lanes(&trace(Model::Threads, &["crunch", "short"], CONVOY));
    let short = "WaitingForGil 0-5, Blocked 5-6, WaitingForGil 6-11, Blocked 11-12, WaitingForGil 12-17, Idle 17-20";
    assert_eq!(lanes, [named("crunch", "Running 0-20"), named("short", short)]);
}

#[test]
fn native_code_is_a_state_of_its_own() {
    let lanes = lanes(&trace(Model::Threads, &["hash-1", "hash-2"], NATIVE));
    let first = "Running 0-1, Native 1-5, Running 5-6, Idle 6-7";
    assert_eq!(
        lanes,
        [named("hash-1", first), named("hash-2", "WaitingForGil 0-1, Running 1-2, Native 2-6, Running 6-7")]
    );
}

#[test]
fn who_could_compute_and_has_no_core_is_ready() {
    let lanes = lanes(&trace(Model::Threads, &["hash", "crunch"], ONE_CORE));
    let hash = "Running 0-1, Native 1-3, Ready 3-4, Native 4-7, Running 7-8";
    assert_eq!(lanes, [named("hash", hash), named("crunch", "WaitingForGil 0-1, Ready 1-3, Running 3-4, Idle 4-8")]);
}

#[test]
fn processes_start_before_they_run() {
    let lanes = lanes(&trace(Model::Processes, &["crunch-1", "crunch-2"], APART));
    let both = "Starting 0-1, Running 1-11";
    assert_eq!(lanes, [named("crunch-1", both), named("crunch-2", both)]);
}

#[test]
fn a_process_that_is_killed_ends_its_task() {
    let killed = "
        0  p1 born 11
        1  p1 starts crunch
        1  p1 ready
        1  p1 wants
        1  p1 takes
        1  p1 task 0
        5  p1 dies SIGKILL";
    let run = trace(Model::Processes, &["crunch"], killed);
    assert_eq!(lanes(&run), [named("crunch", "Starting 0-1, Running 1-5")]);
    let lane = &timeline(&run).lanes[0];
    assert_eq!((lane.tasks[0].from, lane.tasks[0].to), (ms("1"), ms("5")));
}

/// A thread has the lock and another waits for it when their process ends; a third begins later in another process.
fn cut_short(end: &str) -> String {
    format!(
        "
        0  p1    born 11
        1  p1    starts main
        1  p1    ready
        1  p1.1  starts one
        1  p1.1  wants
        1  p1.1  takes
        1  p1.2  starts two
        2  p1.2  wants
        3  p1.1  off
        5  p1    {end}
        6  0     starts main
        6  0     wants
        6  0     takes
        6  0     task 0
        9  0     done 0
        9  0     drops exit
        9  0     ends"
    )
}

#[test]
fn a_process_that_ends_takes_all_its_threads_along() {
    for end in ["dies SIGKILL", "exits", "over"] {
        let lanes = lanes(&trace(Model::Threads, &["a"], &cut_short(end)));
        let [_, _, one, two] = lanes.as_slice() else { panic!("{lanes:?}") };
        assert_eq!(*one, named("one", "Idle 0-1, Running 1-3, Ready 3-5, Idle 5-9"), "{end}");
        assert_eq!(*two, named("two", "Idle 0-2, WaitingForGil 2-5, Idle 5-9"), "{end}");
    }
}

#[test]
fn a_stopped_run_ends_with_its_last_event() {
    let run = stopped(
        Model::Threads,
        &["a"],
        "0 1 starts a\n0 1 wants\n1 1 takes\n1 1 task 0\n7 1 sleeps 9\n7 1 drops blocking\n8 0 starts main",
    );
    assert_eq!(lanes(&run)[0], named("a", "WaitingForGil 0-1, Running 1-7, Blocked 7-8"));
}

#[test]
fn the_main_thread_has_a_lane_only_where_it_does_something() {
    let main = |until: &str| format!("0 0 starts main\n0 0 wants\n0 0 takes\n{until} 0 drops exit\n{until} 0 ends\n");
    let worker = "1 1 starts a\n1 1 wants\n1 1 takes\n1 1 task 0\n100 1 done 0\n100 1 drops exit\n100 1 ends";
    let names = |until: &str| {
        let run = trace(Model::Threads, &["a"], &(main(until) + worker));
        lanes(&run).into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert_eq!(names("0.9"), ["a"]);
    assert_eq!(names("1"), ["a"]);
    assert_eq!(names("1.1"), ["main", "a"]);
    assert_eq!(lanes(&trace(Model::Threads, &[], "0 0 starts main\n3 0 ends")), [named("main", "Idle 0-3")]);
}

#[test]
fn lanes_of_one_name_can_be_told_apart() {
    let run = trace(Model::Threads, &[], "0 1 starts a\n0 2 starts a\n0 3 starts b\n1 1 ends\n1 2 ends\n1 3 ends");
    let names: Vec<String> = lanes(&run).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["a", "a #2", "b"]);
}

#[test]
fn hand_offs_know_how_and_by_whom() {
    let handoffs = timeline(&trace(Model::Threads, &["crunch-1", "crunch-2"], TURNS)).handoffs;
    let first = Handoff {
        released: ms("5"),
        acquired: ms("5.1"),
        process: ProcessId(0),
        from: ThreadId(1),
        to: ThreadId(2),
        forced: true,
        requested: Some((ms("5"), ThreadId(2))),
        found_free: false,
    };
    assert_eq!(handoffs[0], first);
    let last = Handoff {
        released: ms("18"),
        acquired: ms("18.1"),
        from: ThreadId(2),
        to: ThreadId(1),
        forced: false,
        requested: None,
        ..first
    };
    assert_eq!((handoffs.len(), handoffs[3]), (4, last));
}

#[test]
fn who_comes_after_the_release_finds_the_gil_free() {
    let begin = "0 1 starts a\n0 2 starts b\n0 1 wants\n0 1 takes\n0 1 task 0\n";
    let found_free = |then: &str| {
        let run = trace(Model::Threads, &["a", "b"], &format!("{begin}{then}\n9 2 task 1"));
        timeline(&run).handoffs.iter().map(|handoff| handoff.found_free).collect::<Vec<_>>()
    };
    assert_eq!(found_free("2 1 sleeps 9\n2 1 drops blocking\n5 2 wants\n5.1 2 takes"), [true]);
    assert_eq!(found_free("1 2 wants\n2 1 sleeps 9\n2 1 drops blocking\n5.1 2 takes"), [false]);
    assert_eq!(found_free("2 1 drops forced\n5 2 wants\n5.1 2 takes"), [false], "it was made to let go");
    let back = "1 2 wants\n2 1 drops forced\n2 2 takes\n2.1 2 sleeps 9\n2.1 2 drops blocking\n2.2 1 wants\n2.3 1 takes";
    assert_eq!(found_free(back), [false, false], "who was made to let go wants it back");
}

#[test]
fn an_empty_trace_is_an_empty_timeline() {
    let empty = timeline(&trace(Model::Threads, &[], ""));
    assert_eq!((empty.end.0, empty.lanes.len(), empty.handoffs.len()), (0, 0, 0));
}

#[test]
fn nonsense_does_not_panic() {
    let nonsense = "9 1 drops exit\n3 1 takes\n1 p1 wakes\n0 p1 exits\n5 1 done 7\n2 1 task 9\n1 1 starts a";
    let run = trace(Model::Threads, &["a"], nonsense);
    let timeline = timeline(&run);
    assert!(timeline.lanes.iter().all(|lane| lane.covers(timeline.end)), "{timeline:?}");
}
