//! Scripts whose numbers are varied: `sweep` and `tune` with `--set program.NAME`, and what does not vary a script.

use crate::gilsim::{Place, gilsim};

const SLEEPS: &str = "\
import time
from concurrent.futures import ThreadPoolExecutor

WORKERS = 2
if WORKERS == 5:
    raise ValueError('five')


def work(number):
    time.sleep(0.01)


with ThreadPoolExecutor(WORKERS) as pool:
    list(pool.map(work, range(24)))
";

fn place(test: &str) -> Place {
    gilsim(test).with_file("sleeps.py", SLEEPS.as_bytes())
}

fn walls(place: &Place) -> Vec<f64> {
    walls_of(place, "sleeps")
}

/// Seconds by row.
fn walls_of(place: &Place, script: &str) -> Vec<f64> {
    let table = place.read(&format!("output/{script}/sweep.csv"));
    let heads: Vec<&str> = table.lines().find(|line| line.starts_with("run,")).expect("a head").split(',').collect();
    let wall = heads.iter().position(|head| *head == "wall").expect("a column");
    let rows = table.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    rows.filter_map(|row| row.split(',').nth(wall)?.parse().ok()).collect()
}

#[test]
fn a_number_of_a_script_can_be_swept() {
    let place = place("script_swept");
    let args = ["sweep", "sleeps.py", "--set", "program.WORKERS=1,2,4,8", "--seed", "1", "--svg"];
    place.call(args).exits_with(0).shows("program.WORKERS").shows("p99 of ThreadPoolExecutor-0");
    let walls = walls(&place);
    assert!(walls.len() == 4 && walls.windows(2).all(|two| two[1] < two[0] * 0.6), "{walls:?}");
    let picture = place.read("output/sleeps/sweep.svg");
    assert!(picture.contains("at WORKERS 1 to") && !picture.contains("knee"), "no switch interval lies along it");
}

#[test]
fn a_sweep_of_an_event_loop_shows_its_steps_where_nobody_hands_over_a_lock() {
    let script = "import asyncio\nimport gilsim\nSTEP = '1ms'\n\n\nasync def main():\n    await asyncio.sleep(0.01)\n    \
                  gilsim.cpu(STEP)\n\n\nasyncio.run(main())\n";
    let place = gilsim("loop_swept").with_file("steps.py", script.as_bytes());
    let args = ["sweep", "steps.py", "--set", "program.STEP='1ms','20ms'", "--seed", "1", "--no-chart"];
    let done = place.call(args).exits_with(0).shows("loop step p99  loop step max\n").shows("20.0 ms");
    assert!(!done.stdout.contains("hand-offs"), "{}", done.stdout);
}

#[test]
fn a_run_whose_task_fails_is_no_measurement() {
    let place = place("script_swept_failing");
    let args = ["sweep", "sleeps.py", "--set", "program.WORKERS=5,6", "--seed", "1", "--no-chart"];
    let done = place.call(args).exits_with(1);
    done.complains("1 of 2 runs failed, the first because: task main ended by ValueError: five");
    assert_eq!(walls(&place).len(), 1, "{}", place.read("output/sleeps/sweep.csv"));
}

#[test]
fn a_number_of_a_script_can_be_tuned_and_what_fails_is_not_recommended() {
    let place = place("script_tuned");
    let args = ["tune", "sleeps.py", "--goal", "minimise wall", "--set", "program.WORKERS=2..5", "--seeds", "2"];
    let done =
        place.call(args).exits_with(0).shows("recommended: switch interval 5ms, program.WORKERS 4, model threads");
    done.shows("  WORKERS = 4\n");
}

const BESIDE: &str = "\
import threading
import time

done = False


def crunch():
    global done
    for i in range(6_000_000):
        pass
    done = True


def beat():
    while not done:
        time.sleep(0.002)


threads = [threading.Thread(target=work) for work in (beat, crunch)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

#[test]
fn what_threads_of_a_script_wait_for_is_measured_and_said() {
    let place = gilsim("script_beside").with_file("heartbeat.py", BESIDE.as_bytes());
    let done = place.call(["run", "heartbeat.py", "--simulated", "--no-chart"]).exits_with(0);
    done.complains("threads/beat").complains("a blocking call of beat that asked for 2.00 ms took");
    let args = ["sweep", "heartbeat.py", "--switch-interval", "1ms,5ms", "--seed", "1", "--no-chart"];
    place.call(args).exits_with(0).shows("p99 of beat");
    let args = ["sweep", "heartbeat.py", "--cores", "1,2", "--figure", "p99(main)", "--seed", "1", "--no-chart"];
    place.call(args).exits_with(0).shows("no run yields p99(main)");
    let args = ["tune", "heartbeat.py", "--goal", "p99(beat) < 4ms", "--seeds", "2"];
    place.call(args).exits_with(0).shows("it meets the goal, the default does not");
}

const PARSES: &str = "\
import time
from concurrent.futures import ThreadPoolExecutor

WORKERS = 8


def fetch(number):
    time.sleep(0.02)
    words = {}
    for i in range(3000):
        key = str(i % 50)
        words[key] = words.get(key, 0) + 1


with ThreadPoolExecutor(WORKERS) as pool:
    list(pool.map(fetch, range(40)))
";

#[test]
fn a_number_of_workers_is_no_time_and_has_no_knee() {
    let place = gilsim("script_no_knee").with_file("parses.py", PARSES.as_bytes());
    let args = ["sweep", "parses.py", "--set", "program.WORKERS=1,2,4,8,16", "--seed", "1", "--svg", "--quiet"];
    place.call(args).exits_with(0);
    let picture = place.read("output/parses/sweep.svg");
    assert!(picture.contains("of the time at WORKERS 16"), "{picture}");
    assert!(!picture.contains("knee"), "{picture}");
}

const GREETING: &str = "\
import time

PLACE: str = 'here'
time.sleep(0.003 if PLACE == 'there' else 0.001)
";

#[test]
fn a_text_of_a_script_is_varied_without_quotes() {
    let place = gilsim("script_text").with_file("sleeps.py", GREETING.as_bytes());
    let args = ["sweep", "sleeps.py", "--set", "program.PLACE=here,there", "--seed", "1", "--no-chart"];
    place.call(args).exits_with(0);
    let walls = walls(&place);
    assert!(walls.len() == 2 && walls[1] > walls[0] * 2.0, "{walls:?}");
    let args = ["tune", "sleeps.py", "--goal", "minimise wall", "--set", "program.PLACE=there,here", "--seeds", "2"];
    place.call(args).exits_with(0).shows("  PLACE = \"here\"\n");
}

#[test]
fn what_is_of_a_scenarios_tasks_varies_no_script() {
    let place = place("script_not_varied");
    let refuses = |args: &[&str], message: &str| {
        let done = place.call(args.iter().copied()).exits_with(2).once().shows_nothing();
        done.complains(message).complains("sleeps.py is a script");
        assert!(!place.has("output"), "nothing is left behind");
    };
    refuses(&["run", "sleeps.py", "--model", "processes"], "the model processes is for the tasks of a scenario");
    refuses(&["sweep", "sleeps.py", "--threads", "1..4"], "vary it with gilsim sweep --set program.WORKERS=1..8");
    refuses(&["sweep", "sleeps.py", "--model", "threads,asyncio"], "possible are threads and free-threaded");
    refuses(&["sweep", "sleeps.py", "--set", "tasks.main.count=1..4"], "which has a program and nothing else");
    refuses(&["tune", "sleeps.py", "--goal", "minimise wall", "--threads", "1..4"], "workers are for the tasks");
    let args = ["tune", "sleeps.py", "--goal", "minimise wall", "--set", "seed=1..4"];
    place.call(args).exits_with(2).once().complains("seed is nothing to choose");
}

#[test]
fn a_script_can_be_run_without_a_gil() {
    let place = place("script_free_threaded");
    let args = ["sweep", "sleeps.py", "--model", "threads,free-threaded", "--seed", "1", "--no-chart"];
    place.call(args).exits_with(0).shows("free-threaded");
}

#[test]
fn more_threads_than_the_gil_lets_compute_crawl_no_faster() {
    let place = gilsim("script_crawl");
    let crawl = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/scripts/crawl.py");
    let args = ["sweep", crawl, "--set", "program.WORKERS=1,8,16", "--seed", "1", "--no-chart"];
    place.call(args).exits_with(0);
    let walls = walls_of(&place, "crawl");
    assert!(walls[1] < walls[0] / 5.0 && walls[2] > walls[1] * 0.8, "{walls:?}");
}

/// A thread that sleeps beside one that computes, for as long as it does.
const HEARTBEAT: &str = "\
import threading, time
import gilsim

def heartbeat():
    for beat in range(12):
        time.sleep(0.002)

beats = threading.Thread(target=heartbeat)
threading.Thread(target=gilsim.cpu, args=('150ms',)).start()
beats.start()
beats.join()
";

#[test]
fn calls_of_threads_that_a_script_starts_are_measured_by_kind() {
    let place = gilsim("script_heartbeat").with_file("beats.py", HEARTBEAT.as_bytes());
    for engine in [["--no-chart"].as_slice(), &["--no-chart", "--simulated", "--cores", "2"]] {
        let done = place.call(["run", "beats.py"].into_iter().chain(engine.iter().copied())).exits_with(0);
        done.complains("threads/heartbeat     12  2.00 ms");
        let summary: serde_json::Value = serde_json::from_str(&place.read("output/beats/summary.json")).expect("JSON");
        assert_eq!(summary["figures"]["threads.latency.heartbeat.count"]["value"], 12.0);
    }
    let args = ["run", "beats.py", "--no-chart", "--simulated", "--cores", "2"];
    place.call(args).complains("a blocking call of heartbeat that asked for 2.00 ms took").complains("convoy effect");
}

#[test]
fn the_interval_that_a_thread_of_a_script_needs_can_be_found() {
    let place = gilsim("script_heartbeat_tuned").with_file("beats.py", HEARTBEAT.as_bytes());
    let call = |goal: &str| {
        place.call(["tune", "beats.py", "--goal", goal, "--cores", "2", "--seeds", "2", "--switch-interval", "x4"])
    };
    call("p99(heartbeat) < 3ms").exits_with(0).shows("it meets the goal, the default does not");
    call("p99(heartbat) < 3ms").exits_with(2).once().complains("did you mean `latency.heartbeat.p99`?");
}
