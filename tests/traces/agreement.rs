//! Whether models came to the same results.

use crate::script::{ALONE, TURNS, returned, trace};
use gilsim::analysis::{Agreement, Host, Report};
use gilsim::model::Model;
use gilsim::time::Nanos;
use gilsim::trace::Outcome;

fn agreement(sequential: [Outcome; 2], threads: [Outcome; 2]) -> Agreement {
    let tasks = ["crunch-1", "crunch-2"];
    let mut one = trace(Model::Sequential, &tasks, ALONE);
    let mut other = trace(Model::Threads, &tasks, TURNS);
    (one.outcomes, other.outcomes) = (sequential.into(), threads.into());
    Report::new(&[one, other], Host { cores: 2, switch_interval: Nanos::from_millis(5), waits_an_interval: true })
        .agreement
}

fn lost() -> Outcome {
    Outcome::Lost { status: "killed by SIGKILL".to_string() }
}

#[test]
fn the_same_values_agree() {
    assert_eq!(agreement([returned("1"), returned("2")], [returned("1"), returned("2")]), Agreement::Same);
}

#[test]
fn different_values_are_named() {
    let Agreement::Different(all) = agreement([returned("1"), returned("2")], [returned("1"), returned("3")]) else {
        panic!("2 is not 3");
    };
    let told: Vec<String> = all.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["task crunch-2: 2 under sequential, but 3 under threads"]);
}

#[test]
fn the_same_exception_agrees_wherever_it_was_raised() {
    let raised = |at: &str| Outcome::Raised { error: "ValueError: no".to_string(), traceback: at.to_string() };
    assert_eq!(agreement([raised("here"), returned("2")], [raised("there"), returned("2")]), Agreement::Same);
}

#[test]
fn what_was_lost_or_stopped_cannot_disagree() {
    assert_eq!(agreement([lost(), returned("2")], [returned("1"), returned("2")]), Agreement::Same);
    assert_eq!(agreement([lost(), Outcome::Stopped], [returned("1"), returned("2")]), Agreement::Unknown);
}
