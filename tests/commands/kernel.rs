//! A kernel's primitives under programs with processes, in the real engine: what `multiprocessing` is made of.

use crate::gilsim::{Done, Place, gilsim, signal};

fn script(test: &str, text: &str) -> Place {
    gilsim(test).with_file("listing.py", text.as_bytes())
}

fn run(test: &str, text: &str) -> Done {
    script(test, text).call(["run", "listing.py", "--quiet", "--no-chart", "--time-limit", "60s"]).exits_with(0)
}

#[test]
fn a_forked_process_has_a_copy_of_everything_and_shares_nothing_but_what_is_shared() {
    let done = run(
        "forked",
        "from _process import *
import threading
table, lock = {'a': [1]}, threading.Lock()
lock.acquire()
r, w = pipe()
m = create_memory(None, 8)
pid = fork('child')
if pid == 0:
    table['a'].append(2)
    write_memory(m[0], 0, b'written')
    write(w, repr((table, lock.locked(), threading.active_count())).encode())
    print('the child is at its end')
    exit(3)
close(w)
print(read(r, 1000).decode(), read(r, 10), table)
print(read_memory(m[0], 0, 8), wait(pid, None), wait(pid, 0)[0])
",
    );
    let expected = "the child is at its end\n({'a': [1, 2]}, True, 1) b'' {'a': [1]}\nb'written\\x00' 3 10\n";
    let mut lines: Vec<&str> = done.stdout().lines().collect();
    // Text of the child comes as it comes.
    lines.sort_unstable_by_key(|line| !line.starts_with("the child"));
    assert_eq!(lines.join("\n") + "\n", expected);
}

#[test]
fn a_pipe_holds_64_kib_and_loses_nothing() {
    let done = run(
        "full_pipe",
        "from _process import *
import time
r, w = pipe()
pid = fork('writer')
if pid == 0:
    close(r)
    data = bytes(range(256)) * 4000
    write(w, data)
    exit(0)
close(w)
time.sleep(0.2)
print(wait(pid, 0), poll([r], 0) == [r])
total, pieces = 0, []
while True:
    piece = read(r, 50000)
    if not piece:
        break
    pieces.append(piece)
print(len(b''.join(pieces)), b''.join(pieces) == bytes(range(256)) * 4000, wait(pid, None))
r, w = pipe()
close(r)
print(write(w, b'x')[0])
",
    );
    assert_eq!(done.stdout(), "None True\n1024000 True 0\n32\n");
}

#[test]
fn a_semaphore_is_never_released_by_death() {
    let done = run(
        "semaphore_death",
        "from _process import *
s, many = semaphore(1, 1), semaphore(2**31 - 1, 2**31 - 1)
pid = fork('dies')
if pid == 0:
    acquire(s, None)
    acquire(many, None)
    exit(0)
print(wait(pid, None), acquire(s, 0), acquire(s, 0.05), value(s), value(many))
print(release(s), release(s)[0], value(s), acquire(s, None))
",
    );
    assert_eq!(done.stdout(), "0 False False 0 2147483646\nNone 75 1 True\n");
}

#[test]
fn a_child_that_is_killed_closes_its_ends_and_its_status_is_the_signal() {
    let done = run(
        "killed_child",
        "from _process import *
import time
r, w = pipe()
pid = fork('sleeper')
if pid == 0:
    time.sleep(1000)
close(w)
print(wait(pid, 0.02), kill(pid, 0), kill(pid, 9), read(r, 1), wait(pid, None), kill(pid, 9)[0])
",
    );
    assert_eq!(done.stdout(), "None None None b'' -9 3\n");
}

#[test]
fn processes_of_processes_send_their_events_home() {
    let place = script(
        "grandchildren",
        "from _process import *
pid = fork('child')
if pid == 0:
    below = fork('grandchild')
    if below == 0:
        print('deep')
        exit(5)
    exit(wait(below, None) + 1)
print(wait(pid, None))
",
    );
    let done = place.call(["run", "listing.py", "--quiet", "--no-chart"]).exits_with(0);
    assert_eq!(done.stdout(), "deep\n6\n");
    let log = place.read("output/listing/events.jsonl");
    for expected in ["\"name\":\"grandchild\"", "\"status\":\"exit status 5\"", "\"status\":\"exit status 6\""] {
        assert!(log.contains(expected), "{expected}: {log}");
    }
}

#[test]
fn ctrl_c_ends_all_processes_whatever_they_wait_for() {
    let place = script(
        "interrupted_tree",
        "from _process import *
import time
r, w = pipe()
s = semaphore(0, 1)
for what in (lambda: read(r, 1), lambda: acquire(s, None), lambda: poll([r], None), lambda: time.sleep(1000)):
    pid = fork('waits')
    if pid == 0:
        what()
        print('never')
        exit(0)
print('all wait')
wait(pid, None)
",
    );
    let mut command = place.command(["run", "listing.py", "--no-chart"]);
    let child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn();
    let running = crate::gilsim::Running::of(child.expect("the binary can be started"));
    place.wait_for_log_of("listing", "all wait");
    signal("INT", running.pid());
    let done = running.wait().exits_with(130);
    assert_eq!(done.stdout(), "all wait\n");
    let log = place.read("output/listing/events.jsonl");
    assert_eq!(log.matches("\"event\":\"process-exited\"").count(), 4, "{log}");
}

#[test]
fn nothing_is_left_in_memory_when_the_run_is_over() {
    let before = leftovers();
    run(
        "no_leftovers",
        "from _process import *\nm = create_memory('here', 1000)\nprint(m[1], pipe() != semaphore(1, 1))\n",
    );
    let after: Vec<String> = leftovers().into_iter().filter(|name| !before.contains(name)).collect();
    let own =
        |name: &String| name.split('-').nth(1).is_some_and(|pid| !std::path::Path::new("/proc").join(pid).exists());
    assert!(!after.iter().any(own), "{after:?}");
}

fn leftovers() -> Vec<String> {
    let entries = std::fs::read_dir("/dev/shm").into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("gilsim-"))
        .collect()
}
