//! Runs that go well: what they show, what they leave, and that results are the same everywhere.

use crate::gilsim::{Place, Running, gilsim};
use std::process::Stdio;

const SMALL: &str = r#"
title = "Small"

program = '''
import time

def crunch(n):
    result = 0
    for i in range(n):
        result += i ** 2
    return result

def nap(seconds):
    time.sleep(seconds)
    print("rested for", seconds)
    return "rested"
'''

[[tasks]]
name = "crunch"
count = 2
call = "crunch(20_000)"

[[tasks]]
call = "nap(0.01)"

[run]
workers = 3
"#;

fn small(test: &str) -> Place {
    gilsim(test).with_scenario(SMALL)
}

#[test]
fn a_run_compares_the_models_and_says_why() {
    let place = small("compares");
    let done = place.run([]).exits_with(0).shows("Small").shows("sequential").shows("threads").shows("processes");
    done.shows("Why").shows("All models gave the same results");
    for file in ["events.jsonl", "summary.json", "timeline.png"] {
        assert!(place.has(&format!("output/scenario/{file}")), "{file}");
    }
    assert!(!place.has("output/scenario/timeline.svg"));
    assert!(!place.has("output/scenario/events.jsonl.partial"));
}

#[test]
fn every_model_gives_the_result_that_python_gives() {
    let place = small("results");
    place.run(["--no-chart"]).exits_with(0);
    let summary = place.summary();
    assert_eq!(summary["same_results"], true);
    for model in ["sequential", "threads", "processes"] {
        assert_eq!(summary["results"]["crunch-1"][model]["value"], "2666466670000", "{model}");
        assert_eq!(summary["results"]["nap"][model]["value"], "'rested'", "{model}");
    }
}

#[test]
fn json_goes_to_standard_output_and_is_the_summary() {
    let place = small("json");
    let done = place.run(["--json", "--model", "threads"]).exits_with(0);
    let shown: serde_json::Value =
        serde_json::from_str(&done.stdout).expect("standard output is JSON and nothing else");
    assert_eq!(shown, place.summary());
    assert!(shown["figures"]["threads.wall"]["value"].as_f64().is_some_and(|wall| wall > 0.01));
    assert!(shown["figures"].get("processes.wall").is_none(), "only the model that was asked for");
}

#[test]
fn what_a_program_prints_goes_to_standard_error_with_its_lane() {
    let done = small("prints").run(["--no-chart"]).exits_with(0);
    for model in ["sequential/main", "threads/nap", "processes/nap"] {
        assert!(done.stderr.contains(&format!("{model}: rested for 0.01\n")), "{}", done.stderr);
    }
}

#[test]
fn quiet_says_nothing() {
    let done = small("quiet").run(["--quiet"]).exits_with(0).shows_nothing();
    assert_eq!(done.stderr, "");
}

#[test]
fn the_log_begins_with_the_whole_configuration() {
    let place = small("log");
    place.run(["--switch-interval", "2ms", "--no-chart"]).exits_with(0);
    let log = place.read("output/scenario/events.jsonl");
    let header: serde_json::Value = serde_json::from_str(log.lines().next().expect("a header")).expect("JSON");
    assert_eq!(header["config"]["run"]["switch_interval_ns"], 2_000_000);
    assert_eq!(header["version"], env!("CARGO_PKG_VERSION"));
    for event in ["gil-acquired", "gil-released", "task-started", "block-begun", "process-exited"] {
        assert!(log.contains(&format!("\"event\":\"{event}\"")), "{event}");
    }
}

#[test]
fn pictures_are_drawn_as_asked() {
    let place = small("pictures");
    place.run(["--svg", "--model", "threads"]).exits_with(0);
    assert!(place.read("output/scenario/timeline.svg").starts_with("<svg"));
    place.run(["--no-chart", "--model", "threads"]).exits_with(0);
    assert!(!place.has("output/scenario/timeline.png"), "an older picture does not pass for this run's");
}

#[test]
fn tasks_beyond_the_workers_queue() {
    let place = small("queue");
    place.run(["--workers", "1", "--no-chart", "--model", "threads", "--model", "processes"]).exits_with(0);
    let summary = place.summary();
    for model in ["threads", "processes"] {
        assert!(summary["figures"].get(format!("{model}.lanes.worker-1.running")).is_some(), "{summary}");
        assert!(summary["figures"].get(format!("{model}.lanes.worker-2.running")).is_none());
        assert_eq!(summary["results"]["nap"][model]["outcome"], "returned");
    }
}

#[test]
fn an_expectation_makes_a_run_a_check() {
    let expect = "\n[expect]\nthreads.wall = { at_most = 0.001 }\nthreads.tasks.failed = { at_most = 0 }\n";
    let place = gilsim("expect").with_scenario(&format!("{SMALL}{expect}"));
    place.run(["--no-chart"]).exits_with(1).complains("expectation not met: threads.wall is");
    place.run(["--no-chart", "--model", "sequential"]).exits_with(0).shows("not checked, as threads was not run");
}

#[test]
fn where_every_task_raises_no_result_is_the_same() {
    let scenario = "program = \"def work(n):\\n    return n / 0\"\n[[tasks]]\ncount = 2\ncall = \"work(1)\"\n[run]\nmodels = \
                    [\"threads\", \"processes\"]\n[expect]\nthreads.speedup = { at_least = 1.5 }\n";
    let done = gilsim("all_raise").with_scenario(scenario).run(["--no-chart"]).exits_with(1);
    let done = done.shows("No task gave a result: all raised, and the same under all models");
    assert!(!done.stdout.contains("gave the same results"), "{}", done.stdout);
    done.shows("not checked, as sequential was not run: threads.speedup").complains("ZeroDivisionError");
}

#[test]
fn a_program_in_a_file_of_its_own() {
    let scenario = "program = { file = \"listing.py\" }\n[[tasks]]\ncall = \"twice('a')\"\n";
    let place = gilsim("program_file").with_scenario(scenario);
    let place = place.with_file("listing.py", b"def twice(text):\n    return text * 2\n");
    place.run(["--no-chart"]).exits_with(0);
    assert_eq!(place.summary()["results"]["twice"]["processes"]["value"], "'aa'");
}

#[test]
fn a_bundled_scenario_runs_by_its_name_from_anywhere() {
    let place = gilsim("bundled");
    place.call(["run", "io_bound", "--model", "threads"]).exits_with(0);
    assert!(place.has("output/io_bound/timeline.png"));
}

#[test]
fn dis_shows_functions_and_checkpoints() {
    small("dis").call(["dis", "scenario.toml"]).exits_with(0).shows("crunch").shows("JUMP_BACKWARD").shows("RESUME");
}

#[test]
fn list_shows_what_there_is() {
    let place = gilsim("list");
    let done = place.call(["list"]).exits_with(0).shows("scenarios/cpu_bound.toml").shows("Four CPU-bound tasks");
    done.shows("processes").shows("cpython-interval");
    place.call(["list", "--figures"]).exits_with(0).shows("<model>.speedup").shows("seconds");
}

#[test]
fn every_help_has_an_example() {
    let place = gilsim("help");
    for args in [vec!["--help"], vec!["run", "--help"], vec!["dis", "--help"], vec!["list", "--help"]] {
        place.call(args).exits_with(0).shows("Example").shows("gilsim ");
    }
}

#[test]
fn nothing_is_coloured_in_a_pipe() {
    let done = small("plain").run(["--no-chart"]).exits_with(0);
    assert!(!done.stdout.contains('\x1b') && !done.stderr.contains('\x1b'));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let place = gilsim("pipe");
    let mut list = place.command(["list", "--figures"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(list.stdout.take());
    let output = list.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn runs_of_the_same_name_at_once_have_folders_of_their_own() {
    let listing = "import os, time
if os.path.exists('begun'):
    print('second')
    open('go', 'w').close()
else:
    open('begun', 'w').close()
    while not os.path.exists('go'):
        time.sleep(0.01)
    print('first')
";
    let place = gilsim("at_once").with_file("listing.py", listing.as_bytes());
    let mut first = place.command(["run", "listing.py", "--no-chart"]);
    let first = Running::of(first.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it can be started"));
    place.wait_for_file("begun");
    let second = place.call(["run", "listing.py", "--no-chart"]).exits_with(0).complains("output/listing-2\n");
    let first = first.wait().exits_with(0).complains("output/listing\n");
    assert_eq!((first.stdout.as_str(), second.stdout.as_str()), ("first\n", "second\n"));
    for name in ["listing", "listing-2"] {
        let log = format!("output/{name}/events.jsonl");
        let lines: Vec<serde_json::Value> =
            place.read(&log).lines().map(|line| serde_json::from_str(line).expect("a line is whole")).collect();
        assert!(lines[0]["format"] == 1 && lines.last().is_some_and(|line| line["event"] == "model-ended"));
        assert!(!place.has(&format!("{log}.partial")));
    }
    // Whoever comes later replaces what the first has left.
    place.call(["run", "listing.py", "--no-chart"]).exits_with(0).complains("output/listing\n");
    assert!(!place.has("output/listing-3"));
}
