//! Bounds on figures.

use crate::script::{TURNS, trace};
use gilsim::analysis::{Bound, Expectations, Host, Report, check_expectations};
use gilsim::model::Model;
use gilsim::time::Nanos;

fn judge(bounds: &[(&str, Option<f64>, Option<f64>)]) -> Expectations {
    let host = Host { cores: 2, switch_interval: Nanos::from_millis(5), waits_an_interval: true };
    let figures = Report::new(&[trace(Model::Threads, &["crunch-1", "crunch-2"], TURNS)], host).figures;
    let bounds = bounds.iter().map(|&(figure, at_least, at_most)| Bound { figure, at_least, at_most });
    check_expectations(bounds, &figures)
}

#[test]
fn bounds_are_inclusive() {
    let met = judge(&[
        ("threads.handoffs.total", Some(4.0), Some(4.0)),
        ("threads.wall", None, Some(0.02)),
        ("threads.wall", Some(0.02), None),
        ("threads.wall", None, None),
    ]);
    assert_eq!(met, Expectations { met: 4, ..Expectations::default() });
}

#[test]
fn all_failures_are_listed_with_value_and_bound() {
    let told = judge(&[
        ("threads.handoffs.total", Some(5.0), None),
        ("threads.wall", None, Some(0.019)),
        ("threads.gil.held", Some(0.99), Some(1.0)),
        ("threads.wall", None, Some(1.0)),
        ("threads.latency.short.p99", None, Some(0.01)),
    ]);
    let nobody = judge(&[("threads.lanes.nobody.running", None, Some(1.0))]).failures[0].to_string();
    let others = "threads.lanes.nobody.running was not measured, expected at most 1; there is threads.lanes.";
    assert!(nobody.starts_with(others) && nobody.contains(".running, threads.lanes."), "{nobody}");
    let shown: Vec<String> = told.failures.iter().map(ToString::to_string).collect();
    let expected = [
        "threads.handoffs.total is 4, expected at least 5",
        "threads.wall is 0.02, expected at most 0.019",
        "threads.gil.held is 0.98, expected 0.99 to 1",
        "threads.latency.short.p99 was not measured, expected at most 0.01",
    ];
    assert_eq!(shown, expected);
    let indices: Vec<usize> = told.failures.iter().map(|failure| failure.index).collect();
    assert_eq!((told.met, indices), (1, vec![0, 1, 2, 4]));
}

#[test]
fn a_value_just_past_its_bound_does_not_look_like_it() {
    let failure = &judge(&[("threads.wall", None, Some(0.019_999_999_9))]).failures[0];
    assert_eq!(failure.to_string(), "threads.wall is 0.02, expected at most 0.0199999999");
    let failure = &judge(&[("threads.handoffs.total", Some(4.000_000_1), None)]).failures[0];
    assert_eq!(failure.to_string(), "threads.handoffs.total is 4, expected at least 4.0000001");
}

#[test]
fn figures_of_models_that_did_not_run_are_skipped() {
    let told = judge(&[("processes.speedup", Some(1.9), None)]);
    assert_eq!((told.skipped.len(), told.failures.len()), (1, 0));
    assert_eq!(told.skipped[0].figure, "processes.speedup");
    assert_eq!(told.skipped[0].missing, [Model::Processes, Model::Sequential]);
    let alone = judge(&[("threads.speedup", Some(1.9), None)]);
    assert_eq!(alone.skipped[0].missing, [Model::Sequential]);
}

#[test]
fn a_bound_that_is_not_a_number_never_holds() {
    assert_eq!(judge(&[("threads.wall", None, Some(f64::NAN))]).failures.len(), 1);
}
