//! Published results: every bundled one holds what it expects, and what was published stands beside what the run gave.

use crate::gilsim::gilsim;
use std::fs;
use std::path::Path;

const CRUNCH: &str = r#"
program = '''
import gilsim

def crunch():
    gilsim.cpu("100ms")
'''

[[tasks]]
name = "crunch"
count = 2
call = "crunch()"

[run]
models = ["sequential", "threads"]

[machine]
cores = 2

[published]
sequential.wall = 0.25
threads.wall = 0.1
threads.tasks.failed = 0
"#;

/// The names of the files of published results, as they are run.
fn names() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/published");
    let files = fs::read_dir(folder).expect("they are part of the project").flatten();
    let mut names: Vec<String> =
        files.map(|file| file.path().file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_published_result_runs_by_its_name_and_holds_what_it_expects() {
    let place = gilsim("published_all");
    for name in names() {
        let done = place.call(["run", &format!("published/{name}"), "--no-chart"]).exits_with(0);
        done.shows("Published against simulated").shows("expectation");
        assert!(place.has(&format!("output/{name}/summary.json")), "{name}");
    }
}

#[test]
fn every_file_of_published_results_is_listed() {
    let list = gilsim("published_list").call(["list"]).exits_with(0).shows("Published results");
    for name in names() {
        assert!(list.stdout.contains(&format!("  scenarios/published/{name}.toml ")), "{name}");
    }
}

#[test]
fn what_was_published_stands_beside_what_was_simulated_with_the_error() {
    let place = gilsim("published_section").with_scenario(CRUNCH);
    let done = place.run(["--simulated", "--no-chart"]).exits_with(0);
    let section = done.stdout.split("Published against simulated\n").nth(1).expect("a section of that name");
    let rows: Vec<Vec<&str>> = section.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(rows[0], ["published", "simulated", "error"]);
    assert_eq!(rows[1], ["sequential.wall", "250", "ms", "200", "ms", "-20.0", "%"]);
    assert_eq!(rows[2][..3], ["threads.wall", "100", "ms"]);
    assert_eq!(rows[3], ["threads.tasks.failed", "0", "0", "–"], "there is no error over nothing");
}

#[test]
fn the_summary_has_what_was_published_and_what_came_out() {
    let place = gilsim("published_summary").with_scenario(CRUNCH);
    place.run(["--simulated", "--no-chart", "--model", "sequential"]).exits_with(0);
    let published = &place.summary()["published"];
    assert_eq!(published[0]["figure"], "sequential.wall");
    assert_eq!(published[0]["published"], 0.25);
    let simulated = published[0]["simulated"].as_f64().expect("a number");
    let error = published[0]["error_percent"].as_f64().expect("a number");
    assert!((error - (simulated / 0.25 - 1.0) * 100.0).abs() < 1e-9, "{error}");
    assert_eq!(published[1]["figure"], "threads.wall");
    assert!(published[1].get("simulated").is_none(), "threads were not run");
}

#[test]
fn a_run_on_this_machine_says_measured() {
    let place = gilsim("published_real").with_scenario(CRUNCH);
    place.run(["--no-chart", "--model", "threads"]).exits_with(0).shows("Published against measured");
    assert!(place.summary()["published"][1]["measured"].as_f64().is_some_and(|wall| wall > 0.1));
}

#[test]
fn a_scenario_without_published_figures_says_nothing_of_them() {
    let unpublished = CRUNCH.split("[published]").next().expect("a beginning");
    let place = gilsim("published_not").with_scenario(unpublished);
    let done = place.run(["--simulated", "--no-chart"]).exits_with(0);
    assert!(!done.stdout.contains("Published"), "{}", done.stdout);
    assert!(place.summary().get("published").is_none());
}

#[test]
fn a_published_figure_that_does_not_exist_is_refused_with_the_nearest_name() {
    let wrong = CRUNCH.replace("threads.wall", "threads.wal");
    let done = gilsim("published_unknown").with_scenario(&wrong).run(["--simulated"]).exits_with(2).once();
    done.complains("there is no figure `threads.wal`")
        .complains("did you mean `threads.wall`")
        .complains("^^^^^^^^^^^");
}

#[test]
fn spawned_processes_start_later_than_forked_ones() {
    let wall = |method: &str| {
        let machine = format!("[machine]\nstart_method = \"{method}\"");
        let place = gilsim(&format!("start_{method}")).with_scenario(&CRUNCH.replace("[machine]", &machine));
        place.run(["--simulated", "--no-chart", "--model", "processes"]).exits_with(0);
        place.summary()["figures"]["processes.wall"]["value"].as_f64().expect("a number")
    };
    assert!(wall("fork") < wall("forkserver") && wall("forkserver") < wall("spawn"));
}
