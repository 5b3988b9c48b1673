//! How threads and processes begin and end on the simulated machine, and what reaches them meanwhile.

use crate::gilsim::{Done, Place, gilsim};
use serde_json::Value;

fn script(test: &str, text: &str) -> Place {
    gilsim(&format!("lives/{test}")).with_file("listing.py", text.as_bytes())
}

fn simulated(place: &Place) -> Done {
    place.call(["run", "listing.py", "--simulated", "--no-chart"]).exits_with(0)
}

/// What a script prints.
fn printed(test: &str, text: &str) -> String {
    let done = script(test, text).call(["run", "listing.py", "--simulated", "--quiet", "--no-chart"]);
    done.exits_with(0).stdout().to_owned()
}

/// The log of the run of this name.
fn events(place: &Place, name: &str) -> Vec<Value> {
    let log = place.read(&format!("output/{name}/events.jsonl"));
    log.lines().map(|line| serde_json::from_str(line).expect("a line of the log is JSON")).collect()
}

/// Nothing is told that needs threads to go on after their end.
#[track_caller]
fn is_sound(done: &Done) {
    for told in ["Beyond what a machine can do", "too few cores"] {
        assert!(!done.stderr.contains(told), "{}", done.stderr);
    }
}

#[test]
fn an_alarm_rings_in_time_where_there_is_no_other_thread() {
    let text = "import signal, time
calls = 0
def tick(number, frame):
    global calls
    calls += 1
signal.signal(signal.SIGALRM, tick)
begun = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
total = 0
for number in range(500_000):
    total += number
left = signal.setitimer(signal.ITIMER_REAL, 0)
print(calls - int((time.monotonic() - begun) * 1000))
";
    assert_eq!(printed("alarm", text), "0\n");
}

#[test]
fn a_signal_of_another_process_comes_into_a_computation() {
    let text = "import os, signal, time
calls = 0
def note(number, frame):
    global calls
    calls += 1
signal.signal(signal.SIGUSR1, note)
parent = os.getpid()
if os.fork() == 0:
    for _ in range(20):
        time.sleep(0.003)
        os.kill(parent, signal.SIGUSR1)
    os._exit(0)
total = 0
for number in range(2_000_000):
    total += number
print(calls)
";
    assert_eq!(printed("signals", text), "20\n", "none comes so late that it meets the next");
}

/// A child with two threads that compute is killed; then the program computes.
const KILLED: &str = "import os, signal, threading, time
def spin():
    while True:
        pass
pid = os.fork()
if pid == 0:
    for _ in range(2):
        threading.Thread(target=spin).start()
    time.sleep(10)
time.sleep(0.05)
os.kill(pid, signal.SIGKILL)
print(os.waitpid(pid, 0)[1])
total = 0
for number in range(200_000):
    total += number
";

#[test]
fn the_threads_of_a_killed_process_are_in_no_figure_any_longer() {
    let place = script("killed", KILLED);
    is_sound(&simulated(&place));
    let really = place.call(["run", "listing.py", "--no-chart"]).exits_with(0);
    assert!(!really.stderr.contains("Little's law"), "{}", really.stderr);
}

#[test]
fn a_program_that_ends_itself_leaves_no_thread_ready() {
    let text = "import os, threading, time
def spin():
    while True:
        pass
if os.fork() == 0:
    time.sleep(0.2)
    os._exit(0)
threading.Thread(target=spin).start()
time.sleep(0.05)
os._exit(0)
";
    is_sound(&simulated(&script("exits", text)));
}

#[test]
fn a_main_thread_that_awaits_a_worker_ends_with_the_program() {
    let text = r#"
program = '''
import os, time

def leave():
    time.sleep(0.02)
    if os.fork() == 0:
        time.sleep(0.1)
        os._exit(0)
    os._exit(3)

def spin():
    while True:
        pass
'''

[[tasks]]
call = "leave()"

[[tasks]]
call = "spin()"

[machine]
cores = 2
"#;
    let place = gilsim("lives/dead_main").with_scenario(text);
    place.run(["--simulated", "--model", "threads", "--no-chart"]).exits_with(1);
    let events = events(&place, "scenario");
    let over = events.iter().position(|event| event["event"] == "program-over").expect("it is over");
    let later: Vec<&Value> = events[over + 1..].iter().filter(|event| event["process"] == 0).collect();
    assert!(later.is_empty(), "{later:?}");
}

#[test]
fn a_wake_up_goes_past_a_daemon_that_ended_with_its_program() {
    let text = "import multiprocessing, os, threading, time
lock = multiprocessing.Lock()
lock.acquire()
threading.Thread(target=lock.acquire, daemon=True).start()
time.sleep(0.05)
if os.fork() == 0:
    lock.acquire()
    print('the child has it', flush=True)
    os._exit(0)
if os.fork() == 0:
    time.sleep(0.1)
    lock.release()
    os._exit(0)
time.sleep(0.05)
";
    assert_eq!(printed("daemon", text), "the child has it\n");
}

#[test]
fn what_a_program_leaves_behind_has_two_seconds() {
    let orphan = |body: &str| format!("import os, time\nif os.fork() == 0:\n{body}    os._exit(0)\nprint('parent')\n");
    let brief = "    time.sleep(1.9)\n    print('child')\n";
    assert_eq!(printed("brief_orphan", &orphan(brief)), "parent\nchild\n");
    for endless in ["    while True:\n        time.sleep(1)\n", "    while True:\n        pass\n"] {
        let place = script("endless_orphan", &orphan(endless));
        simulated(&place);
        let events = events(&place, "listing");
        let ended = events.iter().find(|event| event["event"] == "process-exited").expect("it is ended");
        assert_eq!(ended["status"], "killed by SIGKILL");
        assert!((2_000_000_000..2_100_000_000).contains(&ended["t"].as_u64().expect("a time")), "{ended}");
    }
}

#[test]
fn a_standstill_of_worker_processes_is_told_as_one() {
    let text = r#"
program = '''
import threading

def wait():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
'''

[[tasks]]
call = "wait()"
"#;
    let place = gilsim("lives/standstill").with_scenario(text);
    let done = place.run(["--simulated", "--model", "processes", "--no-chart"]).exits_with(1);
    done.complains("deadlock").complains("wait waits in Lock.acquire for a lock that it has itself");
}

#[test]
fn the_log_calls_processes_as_the_program_does() {
    let text = r#"
program = '''
import os

def number():
    return os.getpid()
'''

[[tasks]]
name = "number"
count = 2
call = "number()"
"#;
    let place = gilsim("lives/numbers").with_scenario(text);
    place.run(["--simulated", "--model", "processes", "--no-chart"]).exits_with(0);
    let logged = events(&place, "scenario").into_iter().filter_map(|event| event["pid"].as_u64()).collect::<Vec<_>>();
    let told = |task: &str| place.summary()["results"][task]["processes"]["value"].clone();
    assert_eq!([told("number-1"), told("number-2")], [logged[0].to_string(), logged[1].to_string()]);
}

#[test]
fn a_byte_in_a_pipe_wakes_one_reader() {
    let text = "import time
from _process import *
r, w = pipe()
children = []
for name in ('one', 'two', 'three'):
    pid = fork(name)
    if pid == 0:
        close(w)
        while read(r, 1):
            pass
        exit(0)
    children.append(pid)
for _ in range(30):
    time.sleep(0.005)
    write(w, b'x')
time.sleep(0.005)
close(w)
for pid in children:
    wait(pid, None)
";
    let place = script("one_reader", text);
    simulated(&place);
    let events = events(&place, "listing");
    let of_reader = |event: &&Value| event["event"] == "on-core" && event["process"] != 0;
    let woken = events.iter().filter(of_reader).count();
    // Each comes once when it starts and once at the end of the file.
    assert_eq!(woken, 30 + 3 * 2);
}
