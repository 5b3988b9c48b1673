//! Every figure, on runs whose figures can be told by hand.

use crate::script::{ALONE, APART, COLLECTED, CONVOY, LOCKED, LOOP, NATIVE, ONE_CORE, TURNS, stopped, trace};
use gilsim::analysis::{CATALOGUE, Figures, Host, Report, Unit, describe};
use gilsim::model::Model;
use gilsim::time::Nanos;
use gilsim::trace::{Outcome, Trace};

const HOST: Host = Host { cores: 2, switch_interval: Nanos::from_millis(5), waits_an_interval: true };
const TASKS: [&str; 2] = ["crunch-1", "crunch-2"];

fn figures(traces: &[Trace]) -> Figures {
    Report::new(traces, HOST).figures
}

fn all() -> Figures {
    let runs = [(Model::Sequential, ALONE), (Model::Threads, TURNS), (Model::Processes, APART)];
    figures(&runs.map(|(model, script)| trace(model, &TASKS, script)))
}

fn convoy() -> Figures {
    figures(&[trace(Model::Threads, &["crunch", "short"], CONVOY)])
}

fn native() -> Figures {
    figures(&[trace(Model::Threads, &["hash-1", "hash-2"], NATIVE)])
}

fn one_core() -> Figures {
    figures(&[trace(Model::Threads, &["hash", "crunch"], ONE_CORE)])
}

fn locked() -> Figures {
    figures(&[trace(Model::Threads, &["holder", "waiter"], LOCKED)])
}

fn event_loop() -> Figures {
    figures(&[trace(Model::Threads, &["loop"], LOOP)])
}

fn collected() -> Figures {
    figures(&[trace(Model::Threads, &["maker"], COLLECTED)])
}

/// The figures are these, to a billionth.
#[track_caller]
fn are(figures: &Figures, expected: &[(&str, f64)]) {
    for (name, expected) in expected {
        let value = figures.get(name).unwrap_or_else(|| panic!("no figure {name}")).value;
        assert!((value - expected).abs() < 1e-9, "{name} is {value}, not {expected}");
    }
}

#[test]
fn wall_speedup_and_parallelism() {
    let expected = [
        ("sequential.wall", 0.0196),
        ("sequential.speedup", 1.0),
        ("sequential.parallelism", 1.0),
        ("threads.wall", 0.020),
        ("threads.speedup", 0.98),
        ("threads.parallelism", 0.98),
        ("processes.wall", 0.011),
        ("processes.speedup", 19.6 / 11.0),
        ("processes.parallelism", 20.0 / 11.0),
    ];
    are(&all(), &expected);
}

#[test]
fn the_share_of_time_with_the_gil_held() {
    are(&all(), &[("sequential.gil.held", 1.0), ("threads.gil.held", 0.98), ("processes.gil.held", 10.0 / 11.0)]);
}

#[test]
fn the_times_of_lanes() {
    let expected = [
        ("threads.lanes.crunch-1.running", 0.0118),
        ("threads.lanes.crunch-1.waiting", 0.0082),
        ("threads.lanes.crunch-2.running", 0.0078),
        ("threads.lanes.crunch-2.idle", 0.002),
        ("threads.lanes.crunch-2.blocked", 0.0),
        ("processes.lanes.crunch-2.starting", 0.001),
    ];
    are(&all(), &expected);
    are(&convoy(), &[("threads.lanes.short.blocked", 0.002), ("threads.lanes.short.waiting", 0.015)]);
}

#[test]
fn native_code_counts_as_work_without_the_gil() {
    let expected = [
        ("threads.parallelism", 12.0 / 7.0),
        ("threads.gil.held", 4.0 / 7.0),
        ("threads.lanes.hash-1.native", 0.004),
        ("threads.lanes.hash-1.blocked", 0.0),
        ("threads.latency.hash.asked", 0.004),
    ];
    are(&native(), &expected);
    assert_eq!(native().get("threads.lanes.hash-1.ready"), None, "nobody says who had a core");
}

#[test]
fn the_gil_is_held_also_without_a_core() {
    let expected = [
        ("threads.gil.held", 5.0 / 8.0),
        ("threads.parallelism", 1.0),
        ("threads.lanes.hash.ready", 0.001),
        ("threads.lanes.crunch.ready", 0.002),
    ];
    are(&one_core(), &expected);
}

#[test]
fn a_wait_for_a_lock_of_the_program_is_no_wait_for_the_gil() {
    let expected = [
        ("threads.lanes.holder.blocked", 0.003),
        ("threads.lanes.waiter.locked", 0.003),
        ("threads.lanes.waiter.waiting", 0.002),
        ("threads.lanes.waiter.blocked", 0.0),
    ];
    are(&locked(), &expected);
}

#[test]
fn hand_offs_forced_and_voluntary() {
    let expected = [
        ("threads.handoffs.total", 4.0),
        ("threads.handoffs.forced", 3.0),
        ("threads.handoffs.voluntary", 1.0),
        ("threads.handoffs.rate", 200.0),
        ("threads.drop_requests", 3.0),
        ("sequential.handoffs.total", 0.0),
        ("processes.handoffs.total", 0.0),
    ];
    are(&all(), &expected);
}

#[test]
fn holds_and_waits() {
    // Holds: 5, 4.9, 4.9, 2.9, 1.9 ms. Waits behind another: 5.1, 5, 5, 3 ms; the first taking needed no wait.
    let expected = [
        ("threads.hold.count", 5.0),
        ("threads.hold.p50", 0.0049),
        ("threads.hold.max", 0.005),
        ("threads.wait.count", 4.0),
        ("threads.wait.p50", 0.005),
        ("threads.wait.p95", 0.0051),
        ("threads.wait.max", 0.0051),
        ("sequential.wait.count", 0.0),
        ("sequential.wait.max", 0.0),
    ];
    are(&all(), &expected);
}

#[test]
fn a_wait_counts_where_somebody_else_was_quicker() {
    let quicker = "
        0  1 starts a
        0  2 starts b
        0  1 wants
        0  2 wants
        1  2 takes vain 2
        2  2 drops exit
        3  1 takes vain 3";
    let figures = figures(&[stopped(Model::Threads, &["a", "b"], quicker)]);
    are(&figures, &[("threads.wait.count", 1.0), ("threads.wait.max", 0.003), ("threads.woken_in_vain", 5.0)]);
}

#[test]
fn the_latency_of_blocking_calls() {
    let expected = [
        ("threads.latency.short.count", 2.0),
        ("threads.latency.short.p50", 0.006),
        ("threads.latency.short.max", 0.006),
        ("threads.latency.short.asked", 0.001),
        ("threads.latency.short.gil_wait", 0.005),
    ];
    are(&convoy(), &expected);
    assert_eq!(convoy().get("threads.latency.crunch.count"), None);
}

/// A script's thread sleeps beside main, which waits for the thread's end.
const SCRIPT: &str =
    "0 0 starts main\n0 0 wants\n0 0 takes\n0 0 task 0\n1 0 spawns 1\n1 1 starts heart-1\n1 1 wants\n1 0 parks
                      1 0 drops blocking\n1 1 takes\n2 1 sleeps 3\n2 1 drops blocking\n5 1 wakes\n5 1 wants\n6 1 takes
                      7 1 parks\n7 1 drops blocking\n9 1 wakes\n9 1 wants\n9 1 takes\n11 1 drops exit\n11 1 ends
                      11 0 wakes\n11 0 wants\n11 0 takes\n12 0 done 0\n12 0 drops exit\n12 0 ends";

#[test]
fn the_latency_of_what_a_scripts_threads_call() {
    let mut run = trace(Model::Threads, &["main"], SCRIPT);
    run.tasks[0].script = true;
    let of_threads = figures(&[run]);
    let expected = [
        ("threads.latency.heart.count", 1.0),
        ("threads.latency.heart.p50", 0.004),
        ("threads.latency.heart.asked", 0.003),
        ("threads.latency.heart.rate", 100.0),
    ];
    are(&of_threads, &expected);
    assert_eq!(of_threads.get("threads.latency.main.count"), None, "it only waits for its own thread");
}

#[test]
fn failed_tasks_are_counted() {
    let mut run = trace(Model::Threads, &TASKS, TURNS);
    run.outcomes[0] = Outcome::Raised { error: "ValueError: no".to_string(), traceback: String::new() };
    are(&figures(&[run.clone()]), &[("threads.tasks.failed", 1.0)]);
    run.outcomes[1] = Outcome::Lost { status: "killed by SIGKILL".to_string() };
    are(&figures(&[run]), &[("threads.tasks.failed", 2.0)]);
}

#[test]
fn runs_that_did_not_do_all_their_work_have_no_speedup() {
    let sequential = trace(Model::Sequential, &TASKS, ALONE);
    let threads = stopped(Model::Threads, &TASKS, TURNS);
    assert_eq!(figures(&[sequential, threads.clone()]).get("threads.speedup"), None);
    assert_eq!(figures(&[trace(Model::Threads, &TASKS, TURNS)]).get("threads.speedup"), None);
    let mut lost = trace(Model::Sequential, &TASKS, ALONE);
    lost.outcomes[0] = Outcome::Lost { status: "killed by SIGKILL".to_string() };
    assert_eq!(figures(&[lost, trace(Model::Threads, &TASKS, TURNS)]).get("threads.speedup"), None);
}

#[test]
fn an_empty_run_has_no_ratios() {
    let figures = figures(&[stopped(Model::Threads, &["a"], "")]);
    are(&figures, &[("threads.wall", 0.0), ("threads.hold.max", 0.0)]);
    assert_eq!(figures.get("threads.parallelism"), None);
    assert!(figures.iter().all(|(_, figure)| figure.value.is_finite()));
}

#[test]
fn the_steps_of_an_event_loop_and_what_its_tasks_wait_between_them() {
    let expected = [
        ("threads.loop.tasks", 2.0),
        ("threads.loop.step.count", 4.0),
        ("threads.loop.step.p50", 0.001),
        ("threads.loop.step.p99", 0.003),
        ("threads.loop.step.max", 0.003),
        ("threads.loop.wait.p50", 0.002),
        ("threads.loop.wait.max", 0.003),
    ];
    are(&event_loop(), &expected);
}

#[test]
fn looks_at_all_objects_by_the_garbage_collector() {
    are(&collected(), &[("threads.gc.full", 2.0), ("threads.gc.time", 0.003), ("threads.gc.longest", 0.002)]);
    assert!(locked().get("threads.gc.full").is_none());
}

#[test]
fn every_figure_is_in_the_catalogue_with_its_unit_and_once() {
    for figures in [all(), convoy(), native(), one_core(), locked(), event_loop(), collected()] {
        let mut seen = std::collections::HashSet::new();
        for (name, figure) in figures.iter() {
            let doc = describe(name).unwrap_or_else(|| panic!("{name} is not in the catalogue"));
            assert_eq!(doc.unit, figure.unit, "{name}");
            assert!(seen.insert(name.to_string()), "{name} is there twice");
        }
    }
}

fn kept() -> Figures {
    let script = "0 1 starts a\n0 2 starts b\n0 1 wants\n0 2 wants\n0 1 takes\n0 1 task 0\n5 2 asks 1\n12 1 drops forced
                  12 1 wants\n12 2 takes\n17 1 asks 2\n21 2 drops forced\n21 2 wants\n21 1 takes\n26 2 asks 1\n40 1 done 0
                  40 1 drops exit\n40 2 takes\n40 2 drops exit";
    Report::new(&[trace(Model::Threads, &["a"], script)], HOST).figures
}

#[test]
fn a_gil_that_was_kept_is_measured_from_the_first_request_on() {
    let figures = kept();
    let value = |name: &str| figures.value(Model::Threads, name);
    assert_eq!(value("gil.kept.count"), Some(2.0), "7 ms and 14 ms, but not 4 ms");
    assert_eq!((value("gil.kept.time"), value("gil.kept.max")), (Some(0.021), Some(0.014)));
    assert_eq!(all().value(Model::Threads, "gil.kept.count"), Some(0.0));
    assert_eq!(all().value(Model::Threads, "gil.kept.max"), None);
}

#[test]
fn every_entry_of_the_catalogue_can_be_measured() {
    let runs = [all(), convoy(), one_core(), locked(), event_loop(), collected(), kept()];
    for doc in CATALOGUE {
        let mut measured = runs.iter().flat_map(Figures::iter).filter_map(|(name, _)| describe(name));
        assert!(measured.any(|other| other.pattern == doc.pattern), "{} was never measured", doc.pattern);
    }
}

#[test]
fn figures_are_shown_with_their_unit_and_written_as_a_map() {
    let figures = all();
    let shown = |name: &str| figures.get(name).map(|figure| figure.to_string()).unwrap_or_default();
    assert_eq!(shown("threads.wall"), "20.0 ms");
    assert_eq!(shown("threads.gil.held"), "98.0 %");
    assert_eq!(shown("processes.speedup"), "1.78");
    assert_eq!(shown("threads.handoffs.rate"), "200 /s");
    assert_eq!(shown("threads.handoffs.total"), "4");
    assert_eq!(figures.get("threads.wall").map(|figure| figure.unit), Some(Unit::Seconds));
    let json = serde_json::to_string(&figures).expect("figures are plain");
    assert!(json.starts_with(r#"{"sequential.wall":{"value":0.0196,"unit":"seconds"},"#), "{json}");
}
