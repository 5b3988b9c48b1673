//! Runs on the simulated machine, and lock policies other than CPython's.

use crate::gilsim::{Place, gilsim};
use sha2::{Digest, Sha256};

const TASKS: &str = r#"
title = "A little of everything"

program = '''
import time

def crunch(n):
    result = 0
    for i in range(n):
        result += i
    return result

def nap(times):
    for i in range(times):
        time.sleep(0.001)
    return times

def for_ever():
    while True:
        pass
'''

[[tasks]]
name = "crunch"
count = 2
call = "crunch(200_000)"

[[tasks]]
call = "nap(5)"

[machine]
cores = 2
"#;

const FILES: [&str; 3] = ["events.jsonl", "summary.json", "timeline.png"];

fn place(test: &str) -> Place {
    gilsim(test).with_scenario(TASKS)
}

fn bytes(place: &Place, file: &str) -> Vec<u8> {
    std::fs::read(place.path(&format!("output/scenario/{file}"))).expect("the run has written it")
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

const ALL_MODELS: [&str; 10] = [
    "--model",
    "sequential",
    "--model",
    "threads",
    "--model",
    "processes",
    "--model",
    "sub-interpreters",
    "--model",
    "free-threaded",
];

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let place = place("same_bytes");
    let run = |seed| {
        place.run(["--simulated", "--seed", seed].into_iter().chain(ALL_MODELS)).exits_with(0);
        FILES.map(|file| bytes(&place, file))
    };
    let once = run("7");
    assert!(once == run("7"), "a second run differs");
    assert!(once[0] != run("8")[0], "the seed changes nothing");
}

/// The bytes of this version. Whoever changes costs, protocols, words or pictures changes them, and says so here.
#[test]
fn the_bytes_are_those_of_every_machine() {
    let place = place("committed_bytes");
    place.run(["--simulated", "--seed", "7"].into_iter().chain(ALL_MODELS)).exits_with(0);
    let hashes: Vec<String> =
        FILES.iter().map(|file| format!("{} {file}", &hash(&bytes(&place, file))[..16])).collect();
    insta::assert_snapshot!("bytes", hashes.join("\n"));
}

#[test]
fn a_simulated_run_shows_the_machine_and_gives_the_same_results_under_every_model() {
    let place = place("simulated");
    let done = place.run(["--simulated", "--cores", "16", "--no-chart"].into_iter().chain(ALL_MODELS)).exits_with(0);
    done.shows("simulated machine of 16 cores, profile cpython-3.11, seed 1").shows("All models gave the same results");
    assert_eq!(place.summary()["results"]["crunch-1"]["free-threaded"]["value"], "19999900000");
    assert_eq!(place.summary()["scenario"]["run"]["engine"], "simulated");
}

#[test]
fn every_policy_runs_on_the_simulated_machine() {
    let place = place("simulated_policies");
    let policies = gilsim("policies_list").call(["list"]).stdout;
    let names =
        policies.split("Policies\n").nth(1).expect("a list of policies").lines().take_while(|line| !line.is_empty());
    let mut count = 0;
    for line in names {
        let policy = line.split_whitespace().next().expect("a name");
        place.run(["--simulated", "--policy", policy, "--no-chart", "--model", "threads"]).exits_with(0);
        count += 1;
    }
    assert_eq!(count, 11);
}

#[test]
fn four_policies_run_on_real_threads_and_the_others_say_where_they_run() {
    let place = place("real_policies");
    for policy in ["cpython-interval", "cpython-ticks", "fifo", "ruby-gvl:quantum=20ms"] {
        place.run(["--policy", policy, "--no-chart"]).exits_with(0);
    }
    let done = place.run(["--policy", "bfs"]).exits_with(2).once();
    done.complains("policy `bfs` runs in the simulated engine only").complains("add --simulated");
    place
        .run(["--model", "free-threaded"])
        .exits_with(2)
        .complains("model `free-threaded` runs in the simulated engine only");
}

#[test]
fn a_program_that_never_ends_is_stopped_at_the_time_limit() {
    let task = |call: &str| TASKS.replace("call = \"nap(5)\"", &format!("call = \"{call}\""));
    for call in ["time.sleep(1_000)", "gilsim.cpu('1000s')"] {
        let text = task(call).replace("import time", "import time, gilsim");
        let place = gilsim("time_limit").with_scenario(&text);
        let args = ["--simulated", "--time-limit", "20s", "--no-chart", "--model", "threads"];
        place.run(args).exits_with(1).complains("stopped at the time limit");
        assert_eq!(place.summary()["results"]["task"]["threads"]["outcome"], "stopped");
        let wall = &place.summary()["figures"]["threads.wall"]["value"];
        assert_eq!(*wall, 20.0, "also where the last event was long before");
    }
    for way in [&["--simulated"][..], &[]] {
        let place = gilsim("real_time_limit").with_scenario(&task("for_ever()"));
        let args = ["--time-limit", "300ms", "--no-chart", "--model", "threads"];
        place.run(args.into_iter().chain(way.iter().copied())).exits_with(1).complains("stopped at the time limit");
        assert_eq!(place.summary()["results"]["for_ever"]["threads"]["outcome"], "stopped");
    }
}

#[test]
fn wrong_machines_are_refused_before_anything_runs() {
    let place = place("wrong_machine");
    for (args, message) in [
        (vec!["--simulated", "--cores", "0"], "`cores` cannot be 0"),
        (vec!["--simulated", "--cores", "1000000"], "`cores` cannot be 1000000"),
        (vec!["--simulated", "--profile", "cpython-3.1"], "did you mean"),
        (vec!["--simulated", "--policy", "ruby-gvl:quantum=-1ms"], "quantum"),
        (vec!["--simulated", "--policy", "rubby-gvl"], "did you mean `ruby-gvl`"),
        (vec!["--cores", "4"], "add --simulated"),
        (
            vec!["--simulated", "--policy", "ruby-gvl", "--switch-interval", "1ms"],
            "its own parameters are part of its name, as in --policy ruby-gvl:quantum=100ms",
        ),
    ] {
        place.run(args).exits_with(2).complains(message).shows_nothing();
        assert!(!place.has("output"), "nothing is left behind");
    }
}

#[test]
fn mistakes_of_a_profile_are_told_once_and_at_their_places() {
    let profile = b"based_on = \"cpython-3.11\"\nabout = \"mine\"\n[os]\ntick = -1\ncredit = 5\n";
    let place = place("wrong_profile").with_file("mine.toml", profile);
    for command in ["run", "compare", "tune"] {
        let goal: &[&str] = if command == "tune" { &["--goal", "wall < 1s"] } else { &[] };
        let simulated: &[&str] = if command == "run" { &["--simulated"] } else { &[] };
        let args = [command, "scenario.toml", "--profile", "mine.toml"];
        let done = place.call(args.into_iter().chain(simulated.iter().chain(goal).copied())).exits_with(2);
        assert!(!done.stderr.contains("error: error"), "{}", done.stderr);
        done.complains("error: unknown cost: `os.credit`").complains("mine.toml:5:1").complains("mine.toml:4:8");
    }
}

#[test]
fn a_profile_that_a_scenario_names_is_looked_for_beside_it() {
    let place = gilsim("profile_beside")
        .with_file("mine/scenario.toml", format!("{TASKS}profile = 'mine.toml'\n").as_bytes())
        .with_file("mine/mine.toml", b"based_on = \"cpython-3.11\"\nabout = \"of my own\"\n");
    place.call(["run", "mine/scenario.toml", "--simulated", "--no-chart"]).exits_with(0);
    place.call(["sweep", "mine/scenario.toml", "--set", "run.switch_interval=1ms,5ms"]).exits_with(0);
}

/// Two tasks that compute without the lock for 50 ms each.
const NATIVE: &str = r#"
program = '''
import gilsim

def work():
    gilsim.native("50ms")
'''

[[tasks]]
name = "work"
count = 2
call = "work()"

[run]
engine = "simulated"
models = ["threads"]

[machine]
cores = 2
"#;

fn wall(place: &Place) -> f64 {
    place.summary()["figures"]["threads.wall"]["value"].as_f64().expect("a number")
}

#[test]
fn tasks_that_are_bound_to_one_core_share_it() {
    let free = gilsim("bound_not").with_scenario(NATIVE);
    free.run(["--no-chart"]).exits_with(0);
    let bound = gilsim("bound").with_scenario(&NATIVE.replace("call =", "core = 1\ncall ="));
    bound.run(["--no-chart"]).exits_with(0);
    assert!(wall(&free) < 0.06 && wall(&bound) > 0.1, "{} {}", wall(&free), wall(&bound));
}

#[test]
fn a_core_that_the_machine_does_not_have_is_refused() {
    let place = gilsim("bound_beyond").with_scenario(&NATIVE.replace("call =", "core = 2\ncall ="));
    place.run([]).exits_with(2).once().complains("task work-1 is bound to core 2, but the machine's cores are 0 to 1");
    place.run(["--cores", "3", "--no-chart"]).exits_with(0);
    let two_tasks_a_worker = gilsim("bound_workers").with_scenario(&NATIVE.replace("call =", "core = 1\ncall ="));
    two_tasks_a_worker.run(["--workers", "1"]).exits_with(2).complains("which needs a worker for each task");
}

#[test]
fn real_threads_are_bound_to_no_core() {
    let real = NATIVE.replace("engine = \"simulated\"", "").replace("call =", "core = 1\ncall =");
    let done = gilsim("bound_real").with_scenario(&real).run(["--no-chart"]).exits_with(1);
    done.complains("which the simulated machine alone does: add --simulated");
}

#[test]
fn a_scenario_replaces_single_costs_of_its_profile() {
    let slow = format!("{NATIVE}costs = {{ start.thread_call = 30e6 }}\n");
    let place = gilsim("costs").with_scenario(&slow);
    place.run(["--no-chart"]).exits_with(0);
    assert!(wall(&place) > 0.11, "a thread takes 30 ms to make: {}", wall(&place));
    assert_eq!(place.summary()["scenario"]["machine"]["costs"][0]["name"], "start.thread_call");
}

#[test]
fn wrong_costs_are_refused_at_their_place_all_at_once() {
    let wrong = format!("{NATIVE}\n[machine.costs]\nos.tik = 1\nlock.mutex = -5\nos.slice = 1e30\n");
    let done = gilsim("costs_wrong").with_scenario(&wrong).run([]).exits_with(2);
    done.complains("unknown cost: `os.tik`; did you mean `os.tick`?")
        .complains("`lock.mutex`: -5 ns is too little, at least 1 ns is possible")
        .complains("`os.slice`: 1e30 ns is absurd, at most ")
        .complains("scenario.toml:22:1");
}

#[test]
fn a_throughput_that_no_lock_could_give_is_flagged() {
    let spin = r#"
program = '''
import gilsim
import time

def spin():
    deadline = time.perf_counter() + 0.05
    while time.perf_counter() < deadline:
        gilsim.cpu("20us")
'''

[[tasks]]
name = "spin"
count = 4
call = "spin()"

[run]
engine = "simulated"
models = ["sequential", "threads"]
"#;
    let place = gilsim("beyond").with_scenario(spin);
    place.run(["--no-chart"]).exits_with(0).shows("Beyond what a machine can do").shows("(Amdahl's law)");
    let told = place.summary()["beyond"]["threads"][0].as_str().map(str::to_string).expect("a sentence");
    assert!(told.contains("one GIL lets them do so in turn") && told.contains("have a deadline"), "{told}");
    let fixed =
        spin.replace("while time.perf_counter() < deadline:\n        gilsim.cpu(\"20us\")", "gilsim.cpu(\"50ms\")");
    gilsim("beyond_not").with_scenario(&fixed).run(["--no-chart"]).exits_with(0).hides("Beyond what a machine");
}

const ADDING: &str = "
program = '''
def work(n):
    total = 0
    for i in range(n):
        total += i
    return total
'''
[[tasks]]
call = 'work(20_000)'
[run]
engine = 'simulated'
models = ['threads']
policy = 'cpython-ticks'
[machine]
cores = 1
";

#[test]
fn bytecodes_are_counted_as_cpython_2_counts_them() {
    let place = gilsim("counted-bytecodes").with_scenario(ADDING);
    place.run(["--no-chart"]).exits_with(0);
    let forced = place.read("output/scenario/events.jsonl").matches(r#""why":"forced""#).count();
    // Three counted bytecodes a turn; at the 101st its ticker is below zero. On one core nobody comes between.
    assert_eq!(forced, 60_000 / 101);
}

/// Hand-offs of the GIL in a program where one thread puts many items into a queue and another takes them.
fn handoffs_of_a_queue(test: &str, cores: &str) -> u64 {
    let program = "
from queue import Queue
from threading import Thread

def put(queue):
    for item in range(50_000):
        queue.put(item)

queue = Queue()
Thread(target=put, args=(queue,)).start()
for _ in range(50_000):
    queue.get()
";
    let place = gilsim(test).with_file("queue.py", program.as_bytes());
    let args = ["run", "queue.py", "--simulated", "--cores", cores, "--seed", "2", "--no-chart", "--quiet"];
    place.call(args).exits_with(0);
    let summary: serde_json::Value = serde_json::from_str(&place.read("output/queue/summary.json")).expect("JSON");
    summary["figures"]["threads.handoffs.total"]["value"].as_f64().expect("a number") as u64
}

/// A thread that is woken for the queue's lock and finds it taken looks again and again, and has it before it has the GIL; so
/// the other one has to wait, and they take turns. Real threads do so on two cores, and on one they do not.
#[test]
fn who_gets_a_lock_without_the_gil_makes_the_others_wait() {
    let [one, two] = ["1", "2"].map(|cores| handoffs_of_a_queue(&format!("a_queue_on_{cores}"), cores));
    assert!(one < 100, "{one} hand-offs on one core");
    assert!(two > 1_000, "{two} hand-offs on two");
}
