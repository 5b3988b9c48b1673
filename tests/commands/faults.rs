//! Things that go wrong while a run lasts: what was measured is kept, the others go on, and the status says so.

use crate::gilsim::{Done, Place, gilsim, signal};
use std::process::Stdio;

const PROGRAM: &str = r#"
program = '''
import time

def crunch(n):
    result = 0
    for i in range(n):
        result += i
    return result

def nap(seconds):
    time.sleep(seconds)
    return seconds

def divide(n):
    return n // 0

def descend(n):
    return descend(n + 1)

def stuck(seconds):
    import threading
    lock = threading.Lock()
    lock.acquire()
    for _ in range(3):
        threading.Thread(target=lock.acquire).start()
    time.sleep(seconds)
'''
"#;

fn tasks(test: &str, calls: &[&str]) -> Place {
    let tasks: String =
        calls.iter().enumerate().map(|(i, call)| format!("[[tasks]]\nname = \"t{i}\"\ncall = \"{call}\"\n")).collect();
    gilsim(test).with_scenario(&format!("{PROGRAM}{tasks}"))
}

#[test]
fn an_exception_in_one_task_ends_that_task_only() {
    let place = tasks("exception", &["divide(3)", "crunch(1000)"]);
    let done = place.run(["--no-chart"]).exits_with(1);
    let done = done.complains("ZeroDivisionError: integer division or modulo by zero").complains("in divide");
    done.complains("File \"scenario.toml\", line 16").complains("threads: task t0 ended in an exception");
    let summary = place.summary();
    for model in ["sequential", "threads", "processes"] {
        assert_eq!(summary["results"]["t0"][model]["outcome"], "raised");
        assert_eq!(summary["results"]["t1"][model]["value"], "499500");
    }
}

#[test]
fn an_infinite_recursion_is_an_exception_like_any_other() {
    let place = tasks("recursion", &["descend(0)", "crunch(10)"]);
    let done = place.run(["--no-chart"]).exits_with(1);
    done.complains("RecursionError: maximum recursion depth exceeded").complains("Previous line repeated");
}

#[test]
fn a_program_that_fails_before_its_first_task() {
    let place =
        gilsim("module_raises").with_scenario("program = '''\nx = 1\ny = x // 0\n'''\n[[tasks]]\ncall = \"len('')\"\n");
    for model in ["sequential", "threads", "processes"] {
        let done = place.run(["--no-chart", "--model", model]).exits_with(1);
        done.complains("the program ended in an exception before its first task").complains("line 3, in <module>");
    }
}

/// Ctrl-C while the model runs: the run ends with status 130 and keeps what there is.
fn interrupted(test: &str, model: &str, call: &str) -> Place {
    let place = tasks(test, &[call, "nap(0.001)"]);
    let running = place.start(["--no-chart", "--model", model]);
    place.wait_for_log("\"event\":\"task-started\",\"task\":0");
    signal("INT", running.pid());
    running.wait().exits_with(130).complains("what was measured so far is kept");
    assert_eq!(place.summary()["stopped"], true);
    assert_eq!(place.summary()["results"]["t0"][model]["outcome"], "stopped");
    assert!(place.read("output/scenario/events.jsonl").contains("\"event\":\"model-ended\""));
    place
}

#[test]
fn ctrl_c_while_a_thread_computes() {
    interrupted("ctrl_c_threads", "threads", "crunch(10**12)");
}

#[test]
fn ctrl_c_while_a_thread_sleeps() {
    interrupted("ctrl_c_sleep", "threads", "nap(1000)");
}

#[test]
fn ctrl_c_while_threads_wait_for_a_lock() {
    interrupted("ctrl_c_locks", "threads", "stuck(1000)");
}

#[test]
fn ctrl_c_while_a_process_computes() {
    interrupted("ctrl_c_processes", "processes", "crunch(10**12)");
}

#[test]
fn ctrl_c_in_the_sequential_model() {
    let place = interrupted("ctrl_c_sequential", "sequential", "crunch(10**12)");
    assert_eq!(place.summary()["results"]["t1"]["sequential"]["outcome"], "stopped", "it never began");
}

#[test]
fn ctrl_c_ends_the_models_that_are_left() {
    let place = tasks("ctrl_c_models", &["nap(1000)"]);
    let running = place.start(["--no-chart"]);
    place.wait_for_log("\"event\":\"task-started\",\"task\":0");
    signal("INT", running.pid());
    running.wait().exits_with(130);
    assert!(place.summary()["figures"].get("threads.wall").is_none());
}

#[test]
fn a_worker_that_is_killed_takes_its_task_along_and_no_other() {
    let place = tasks("killed_worker", &["nap(1000)", "nap(0.01)"]);
    let running = place.start(["--no-chart", "--model", "processes"]);
    place.wait_for_log("\"process\":1,\"thread\":0,\"event\":\"task-started\"");
    let started = place.wait_for_log("\"process\":1,\"thread\":0,\"event\":\"process-started\"");
    let started: serde_json::Value = serde_json::from_str(&started).unwrap();
    signal("KILL", started["pid"].as_u64().unwrap() as u32);
    running.wait().exits_with(1).complains("task t0 was lost with its worker process: killed by SIGKILL");
    let summary = place.summary();
    assert_eq!(summary["results"]["t0"]["processes"]["outcome"], "lost");
    assert_eq!(summary["results"]["t1"]["processes"]["value"], "0.01");
}

#[test]
fn tasks_that_are_left_get_another_worker() {
    let place = tasks("replaced_worker", &["nap(1000)", "nap(0.01)", "nap(0.02)"]);
    let running = place.start(["--no-chart", "--model", "processes", "--workers", "1"]);
    let started = place.wait_for_log("\"event\":\"process-started\"");
    place.wait_for_log("\"event\":\"task-started\"");
    let started: serde_json::Value = serde_json::from_str(&started).unwrap();
    signal("KILL", started["pid"].as_u64().unwrap() as u32);
    running.wait().exits_with(1);
    assert_eq!(place.summary()["results"]["t1"]["processes"]["value"], "0.01");
    assert_eq!(place.summary()["results"]["t2"]["processes"]["value"], "0.02");
}

#[test]
fn workers_die_with_the_run() {
    let place = tasks("orphans", &["nap(1000)"]);
    let running = place.start(["--no-chart", "--model", "processes"]);
    place.wait_for_log("\"event\":\"task-started\"");
    let started: serde_json::Value =
        serde_json::from_str(&place.wait_for_log("\"event\":\"process-started\"")).unwrap();
    let worker = started["pid"].as_u64().unwrap();
    signal("KILL", running.pid());
    let proc = format!("/proc/{worker}");
    let gone = (0..2000).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(5));
        !std::path::Path::new(&proc).exists()
            || std::fs::read_to_string(format!("{proc}/stat")).is_ok_and(|stat| stat.contains(") Z "))
    });
    assert!(gone, "worker {worker} is left over");
}

#[test]
fn a_killed_run_leaves_whole_lines_and_the_results_before_it() {
    let place = tasks("killed_run", &["nap(0.01)"]);
    place.run(["--no-chart", "--model", "threads"]).exits_with(0);
    let before = place.read("output/scenario/events.jsonl");
    let place = place.with_scenario(&format!("{PROGRAM}[[tasks]]\ncall = \"nap(1000)\"\n"));
    let running = place.start(["--no-chart"]);
    place.wait_for_log("\"event\":\"task-started\"");
    signal("KILL", running.pid());
    drop(running);
    assert_eq!(place.read("output/scenario/events.jsonl"), before);
    let left = place.read("output/scenario/events.jsonl.partial");
    assert!(left.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{left}");
}

/// A limit on the size of files stands for a full disk: writing fails in the middle.
#[test]
fn a_full_disk_costs_the_files_and_not_the_report() {
    let place = tasks("full_disk", &["crunch(1000)", "nap(0.001)"]);
    let script = format!("trap '' XFSZ; ulimit -f 1; exec {} run scenario.toml", env!("CARGO_BIN_EXE_gilsim"));
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &script]).current_dir(place.path("")).stdin(Stdio::null());
    let done = Done::from(shell.output().expect("there is a shell"));
    let done = done.exits_with(1).shows("Why").complains("cannot write output/scenario/timeline.png");
    done.complains("cannot write output/scenario/events.jsonl");
    for file in ["events.jsonl", "events.jsonl.partial", "timeline.png", "timeline.png.partial", "summary.json.partial"]
    {
        assert!(!place.has(&format!("output/scenario/{file}")), "{file} is left, and not whole");
    }
}
