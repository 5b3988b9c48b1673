//! Work by its length in the real engines: what overlaps, what is switched away from, what is drawn, and how it ends.
//!
//! What is asserted of times holds on however busy a machine: CPU time that was asked for was had, and no two threads
//! held the GIL at once.

use crate::gilsim::{Place, gilsim, signal};
use serde_json::Value;
use std::collections::BTreeMap;

const PROGRAM: &str = r#"
import gilsim
from gilsim import held

def cpu(amount):
    gilsim.cpu(amount)

def native(amount):
    gilsim.native(amount)

def keep(amount):
    held(amount)

def waits(count):
    for i in range(count):
        gilsim.io("exponential(200us)")
    return count

def both(count):
    for i in range(count):
        gilsim.cpu("uniform(1us, 100us)")
        gilsim.native("lognormal(100us, 0.5)")
"#;

/// Two tasks of one call.
fn twice(test: &str, call: &str, more: &str) -> Place {
    gilsim(test).with_scenario(&format!(
        "program = '''{PROGRAM}'''\n[[tasks]]\nname = \"t\"\ncount = 2\ncall = \"{call}\"\n[run]\nworkers = 2\n{more}"
    ))
}

fn figure(summary: &Value, name: &str) -> f64 {
    summary["figures"][name]["value"].as_f64().unwrap_or_else(|| panic!("no figure {name} in {summary}"))
}

/// The summary of a run of one model.
fn run(place: &Place, model: &str) -> Value {
    place.run(["--no-chart", "--model", model]).exits_with(0);
    place.summary()
}

/// What calls asked for, by model and then by task, in order.
fn asked(place: &Place) -> BTreeMap<String, BTreeMap<u64, Vec<u64>>> {
    let mut tasks = BTreeMap::new();
    let mut asked: BTreeMap<String, BTreeMap<u64, Vec<u64>>> = BTreeMap::new();
    for line in place.read("output/scenario/events.jsonl").lines() {
        let event: Value = serde_json::from_str(line).expect("a log is JSON line by line");
        let model = event["model"].as_str().unwrap_or_default().to_string();
        let lane = (model.clone(), event["process"].as_u64(), event["thread"].as_u64());
        if event["event"] == "task-started" {
            tasks.insert(lane, event["task"].as_u64().expect("a number"));
        } else if let Some(length) = event["asked"].as_u64() {
            asked.entry(model).or_default().entry(tasks[&lane]).or_default().push(length);
        }
    }
    asked
}

#[test]
fn native_work_overlaps_in_threads() {
    let summary = run(&twice("native_overlaps", "native('80ms')", ""), "threads");
    assert!(figure(&summary, "threads.parallelism") > 1.3, "{summary}");
    for task in ["t-1", "t-2"] {
        assert!(figure(&summary, &format!("threads.lanes.{task}.native")) >= 0.08, "{summary}");
        assert!(figure(&summary, &format!("threads.lanes.{task}.running")) < 0.08, "{summary}");
    }
}

#[test]
fn cpu_work_takes_turns_in_threads() {
    let summary = run(&twice("cpu_takes_turns", "cpu('150ms')", ""), "threads");
    assert!(figure(&summary, "threads.parallelism") <= 1.0, "{summary}");
    // Alone it is about sixty; a busy host wakes waiters late.
    assert!(figure(&summary, "threads.handoffs.forced") >= 1.0, "{summary}");
    for task in ["t-1", "t-2"] {
        assert!(figure(&summary, &format!("threads.lanes.{task}.running")) >= 0.15, "{summary}");
        assert_eq!(figure(&summary, &format!("threads.lanes.{task}.native")), 0.0);
    }
}

#[test]
fn held_work_is_not_switched_away_from() {
    let summary = run(&twice("held_is_kept", "keep('60ms')", ""), "threads");
    assert!(figure(&summary, "threads.parallelism") <= 1.0, "{summary}");
    assert!(figure(&summary, "threads.hold.max") >= 0.06, "{summary}");
    // At most one each, at the checkpoint after the call, and those of the main thread.
    assert!(figure(&summary, "threads.handoffs.forced") <= 4.0, "{summary}");
}

#[test]
fn waits_block_and_are_no_work() {
    let summary = run(&twice("waits_block", "waits(20)", ""), "threads");
    assert_eq!(figure(&summary, "threads.latency.t.count"), 40.0);
    assert_eq!(figure(&summary, "threads.lanes.t-1.native"), 0.0);
    assert!(figure(&summary, "threads.lanes.t-1.blocked") > 0.0);
}

#[test]
fn cpu_work_is_switched_away_from_under_every_policy_of_real_threads() {
    for policy in ["cpython-ticks", "fifo", "ruby-gvl"] {
        let place = twice(&format!("cpu_{policy}"), "cpu('150ms')", &format!("policy = \"{policy}\"\n"));
        let summary = run(&place, "threads");
        assert!(figure(&summary, "threads.handoffs.forced") >= 1.0, "{policy}: {summary}");
        assert!(figure(&summary, "threads.parallelism") <= 1.0, "{policy}: {summary}");
    }
}

#[test]
fn a_task_draws_the_same_lengths_under_every_model_and_others_than_another_task_or_seed() {
    let place = twice("draws", "both(10)", "");
    place.run(["--no-chart"]).exits_with(0);
    let first = asked(&place);
    assert_eq!(first.keys().collect::<Vec<_>>(), ["processes", "sequential", "threads"]);
    assert_eq!(first["sequential"], first["threads"]);
    assert_eq!(first["sequential"], first["processes"]);
    assert_eq!(first["threads"][&0].len(), 10);
    assert_ne!(first["threads"][&0], first["threads"][&1]);
    place.run(["--no-chart"]).exits_with(0);
    assert_eq!(asked(&place), first, "the same seed again");
    let other = twice("draws_otherwise", "both(10)", "[machine]\nseed = 2\n");
    other.run(["--no-chart"]).exits_with(0);
    assert_ne!(asked(&other)["threads"], first["threads"]);
    assert_eq!(asked(&other)["threads"], asked(&other)["processes"]);
}

#[test]
fn the_simulated_machine_does_the_same_work_with_the_same_draws() {
    let place = twice("simulated", "both(10)", "");
    place.run(["--no-chart", "--model", "threads"]).exits_with(0);
    let really = asked(&place);
    place.run(["--no-chart", "--model", "threads", "--simulated"]).exits_with(0);
    assert_eq!(asked(&place), really);
}

#[test]
fn on_the_simulated_machine_cpu_work_is_switched_away_from_and_held_work_is_not() {
    // A core for each thread, the main one too: none waits for a tick before it can ask for the lock.
    let simulated = |test: &str, call: &str| {
        let place = twice(test, call, "");
        place.run(["--no-chart", "--model", "threads", "--simulated", "--cores", "3"]).exits_with(0);
        place.summary()
    };
    let cpu = simulated("simulated_cpu", "cpu('60ms')");
    assert!((18.0..=30.0).contains(&figure(&cpu, "threads.handoffs.forced")), "{cpu}");
    assert!(figure(&cpu, "threads.hold.max") < 0.006, "{cpu}");
    let held = simulated("simulated_held", "keep('60ms')");
    assert!(figure(&held, "threads.hold.max") >= 0.06, "{held}");
    let native = simulated("simulated_native", "native('60ms')");
    assert!(figure(&native, "threads.parallelism") > 1.8, "{native}");
}

#[test]
fn a_wrong_length_is_told_at_its_place_before_anything_runs() {
    let scenario = "program = '''\nimport gilsim\ndef f():\n    gilsim.io(\"20\")\n'''\n[[tasks]]\ncall = \"f()\"\n";
    let done = gilsim("wrong_length").with_scenario(scenario).run([]).exits_with(2).once();
    done.complains("gilsim.io(): the time `20` has no unit").complains("scenario.toml:4:15").complains("20ms");
}

#[test]
fn a_wrong_length_that_is_known_only_when_it_runs_is_an_exception() {
    let done = twice("wrong_length_late", "cpu('fast' * 1)", "").run(["--no-chart"]).exits_with(1);
    done.complains("ValueError: gilsim.cpu(): `fast` is not a time").complains("in cpu");
}

#[test]
fn all_kinds_of_work_end_when_the_run_is_stopped() {
    for call in ["cpu('1h')", "native('1h')", "keep('1h')", "waits(100000000)"] {
        for model in ["threads", "processes"] {
            let name = call.split('(').next().unwrap_or_default();
            let place = twice(&format!("stopped_{name}_{model}"), call, "");
            let running = place.start(["--no-chart", "--model", model]);
            place.wait_for_log("task-started");
            signal("INT", running.pid());
            running.wait().exits_with(130);
        }
    }
}
