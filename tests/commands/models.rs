//! Models whose workers are a pool or an event loop, really and simulated.

use crate::gilsim::{Place, gilsim};

const MIXED: &str = r#"
program = '''
import time


def fetch(seconds):
    time.sleep(seconds)
    return seconds


def crunch(n):
    return sum(i * i for i in range(n))
'''

[[tasks]]
call = "fetch(0.06)"
count = 3

[[tasks]]
call = "crunch(100_000)"
count = 2
"#;

fn place(test: &str) -> Place {
    gilsim(test).with_scenario(MIXED)
}

fn run(place: &Place, model: &str, more: &[&str]) -> serde_json::Value {
    let args = ["--model", "sequential", "--model", model, "--no-chart"];
    let done = place.run(args.into_iter().chain(more.iter().copied())).exits_with(0);
    done.shows("All models gave the same results");
    place.summary()
}

fn figure(summary: &serde_json::Value, name: &str) -> f64 {
    summary["figures"][name]["value"].as_f64().unwrap_or_else(|| panic!("{name} is not in {}", summary["figures"]))
}

#[test]
fn a_pool_of_threads_does_all_tasks_with_as_many_threads_as_it_is_told() {
    let place = place("models_thread_pool");
    for engine in [["--workers", "2"].as_slice(), &["--workers", "2", "--simulated"]] {
        let summary = run(&place, "thread-pool", engine);
        assert!(figure(&summary, "thread-pool.lanes.pool_1.blocked") >= 0.06);
        assert!(summary["figures"].get("thread-pool.lanes.pool_2.blocked").is_none(), "{}", summary["figures"]);
    }
}

#[test]
fn a_pool_of_processes_has_one_for_each_core() {
    let summary = run(&place("models_process_pool"), "process-pool", &["--simulated", "--cores", "2"]);
    assert!(figure(&summary, "process-pool.lanes.worker-2.running") > 0.0);
    assert!(summary["figures"].get("process-pool.lanes.worker-3.running").is_none());
    run(&place("models_process_pool_real"), "process-pool", &["--workers", "2"]);
}

#[test]
fn an_event_loop_awaits_all_waits_at_once_and_computes_one_after_the_other() {
    let place = place("models_asyncio");
    for engine in [[].as_slice(), &["--simulated"]] {
        let summary = run(&place, "asyncio", engine);
        let (alone, wall) = (figure(&summary, "sequential.wall"), figure(&summary, "asyncio.wall"));
        // Three waits of 60 ms become one; only in virtual time does nothing else come between.
        let is_simulated = !engine.is_empty();
        assert!(!is_simulated || (wall >= 0.06 && wall < alone - 0.06), "{wall} s, alone {alone} s");
        assert_eq!(figure(&summary, "asyncio.latency.fetch.count"), 3.0);
        assert!(figure(&summary, "asyncio.latency.fetch.p50") >= 0.06);
    }
}

#[test]
fn a_hybrid_has_threads_for_what_waits_and_processes_for_what_computes() {
    let place = place("models_hybrid");
    let summary = run(&place, "hybrid", &["--simulated", "--cores", "2"]);
    assert!(figure(&summary, "hybrid.lanes.pool_0.blocked") >= 0.06);
    assert!(figure(&summary, "hybrid.lanes.process-1.running") > 0.0);
    assert!(summary["figures"].get("hybrid.lanes.process-3.running").is_none());
    let refused = place.run(["--model", "hybrid"]).exits_with(2).once();
    refused.complains("model `hybrid` runs in the simulated engine only").shows_nothing();
}

#[test]
fn a_hybrid_of_tasks_that_cannot_run_alone_says_so() {
    let waiting = "program = '''\nimport threading\n\ndone = threading.Event()\n\n\ndef wait():\n    done.wait()\n\n\ndef \
                   tell():\n    done.set()\n'''\n[[tasks]]\ncall = \"wait()\"\n[[tasks]]\ncall = \"tell()\"\n";
    let place = gilsim("models_hybrid_wait").with_scenario(waiting);
    place.run(["--simulated", "--model", "hybrid"]).exits_with(1).complains("it is not known which tasks wait");
}

#[test]
fn a_task_that_raises_in_a_pool_or_a_loop_fails_alone() {
    let raising = "program = '''\nimport time\n\n\ndef fail():\n    time.sleep(0.01)\n    return [][0]\n\n\ndef \
                   work():\n    return 1\n'''\n[[tasks]]\ncall = \"fail()\"\n[[tasks]]\ncall = \"work()\"\n";
    let place = gilsim("models_raise").with_scenario(raising);
    for model in ["thread-pool", "process-pool", "asyncio", "hybrid"] {
        place.run(["--simulated", "--model", model]).exits_with(1).complains("IndexError: list index out of range");
        let results = &place.summary()["results"];
        assert_eq!(results["work"][model]["value"], "1", "{results}");
    }
}

#[test]
fn a_program_that_meddles_with_the_tasks_of_its_own_model_gets_nothing() {
    let meddling = "program = '''\nfrom _gilsim_tasks import names, next, run, step\n\n\ndef meddle():\n    return \
                    (run(0), step(0), step(7), next(), names())\n'''\n[[tasks]]\ncall = \
                    \"meddle()\"\ncount = 2\n";
    let place = gilsim("models_meddle").with_scenario(meddling);
    for engine in [[].as_slice(), &["--simulated"]] {
        let args = ["--model", "threads", "--model", "thread-pool", "--model", "asyncio"];
        place.run(args.into_iter().chain(engine.iter().copied())).exits_with(0);
        assert_eq!(place.summary()["results"]["meddle-1"]["asyncio"]["value"], "(None, None, None, None, None)");
    }
}

const LASTING: &str = r#"
program = '''
import os
import sys


def work():
    with open('lines.txt', 'a') as lines:
        lines.write('line\n')
    sys.stderr.write('complaint\n')
    return os.path.getsize('lines.txt') > 0
'''

[[tasks]]
call = "work()"
count = 3

[run]
engine = "simulated"
models = ["hybrid"]
"#;

#[test]
fn hybrid_does_once_what_lasts() {
    let place = gilsim("hybrid-once").with_scenario(LASTING);
    let done = place.run(["--no-chart"]).exits_with(0);
    assert_eq!(place.read("lines.txt"), "line\n".repeat(3));
    assert_eq!(done.stderr.matches("complaint").count(), 3, "{}", done.stderr);
}
