//! Signals for a script: Ctrl-C is KeyboardInterrupt in its main thread, whatever that waits for, and handlers are called.

use crate::gilsim::{Done, Place, Running, gilsim, signal};
use std::process::Stdio;

/// What all programs here begin with.
const PREFIX: &str = "import asyncio, multiprocessing as mp, os, queue, signal, socket, sys, threading, time
from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor, ThreadPoolExecutor

def ready(name='ready'):
    with open(name, 'w') as file:
        file.write('!')

def soon():
    # By then the main thread is at what comes next.
    threading.Timer(0.3, ready).start()

def nap(seconds):
    time.sleep(seconds)
    return seconds

def napping(seconds):
    soon()
    time.sleep(seconds)
";

fn started(test: &str, body: &str) -> (Place, Running) {
    let place = gilsim(test).with_file("listing.py", format!("{PREFIX}\n{body}\n").as_bytes());
    let mut command = place.command(["run", "listing.py", "--quiet", "--no-chart", "--time-limit", "300s"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary can be started");
    (place, Running::of(child))
}

/// Interrupts the program once it is ready; its log must be whole, which the binary itself checks.
fn interrupted(test: &str, body: &str) -> Done {
    let (place, running) = started(test, body);
    place.wait_for_file("ready");
    signal("INT", running.pid());
    let done = running.wait();
    assert!(place.has("output/listing/events.jsonl"), "the log is complete");
    done
}

#[test]
fn ctrl_c_ends_a_script_as_python_does() {
    for (test, body, last) in [
        ("int_sleep", "soon()\ntime.sleep(200)", "    time.sleep(200)"),
        ("int_event", "soon()\nthreading.Event().wait(200)", "    threading.Event().wait(200)"),
        ("int_queue", "soon()\nqueue.Queue().get(timeout=200)", "    queue.Queue().get(timeout=200)"),
        ("int_spin", "def spin():\n    while True:\n        pass\nsoon()\nspin()", "in spin"),
        (
            "int_join",
            "t = threading.Thread(target=napping, args=(200,), daemon=True)\nt.start()\nt.join()",
            "    t.join()",
        ),
        ("int_pipe", "a, b = mp.Pipe()\nsoon()\na.recv()", "    a.recv()"),
        ("int_socket", "a, b = socket.socketpair()\nsoon()\na.recv(1)", "    a.recv(1)"),
    ] {
        let done = interrupted(test, body).exits_with(130);
        done.complains("Traceback (most recent call last):").complains(last).complains("KeyboardInterrupt");
    }
}

#[test]
fn a_call_that_a_signal_cuts_short_breaks_no_law() {
    let place = gilsim("int_told").with_file("listing.py", format!("{PREFIX}\nsoon()\ntime.sleep(200)\n").as_bytes());
    let mut command = place.command(["run", "listing.py", "--no-chart", "--time-limit", "300s"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary can be started");
    let running = Running::of(child);
    place.wait_for_file("ready");
    signal("INT", running.pid());
    let done = running.wait().exits_with(130);
    assert!(!done.stderr.contains("Beyond what a machine can do"), "{}", done.stderr);
    done.complains("Blocking calls");
}

#[test]
fn keyboard_interrupt_can_be_caught_and_finally_runs() {
    let body = "try:
    ready()
    while True:
        pass
except KeyboardInterrupt:
    print('caught')
finally:
    print('finally')
lock = threading.Lock()
print(lock.acquire(timeout=0.01), lock.acquire(timeout=0.01))";
    assert_eq!(interrupted("int_caught", body).exits_with(0).stdout(), "caught\nfinally\nTrue False\n");
}

#[test]
fn pools_end_at_ctrl_c_as_their_programs_say() {
    let body = |pool: &str| {
        format!(
            "if __name__ == '__main__':
    try:
        with {pool} as pool:
            print(list(pool.map(nap, [0, 0.01])))
            soon()
            time.sleep(200)
    except KeyboardInterrupt:
        print('interrupted')"
        )
    };
    for (test, pool) in [
        ("int_thread_pool", "ThreadPoolExecutor(2)"),
        ("int_interpreter_pool", "InterpreterPoolExecutor(2)"),
        ("int_process_pool", "ProcessPoolExecutor(2)"),
        ("int_pool", "mp.Pool(2)"),
    ] {
        let done = interrupted(test, &body(pool)).exits_with(0);
        assert_eq!(done.stdout(), "[0, 0.01]\ninterrupted\n", "{test}");
    }
}

#[test]
fn asyncio_run_cancels_its_main_coroutine() {
    let body = "async def main():
    soon()
    try:
        await asyncio.sleep(200)
    except asyncio.CancelledError:
        print('tidying up')
        raise
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')";
    assert_eq!(interrupted("int_asyncio", body).exits_with(0).stdout(), "tidying up\ninterrupted\n");
}

#[test]
fn a_second_ctrl_c_ends_a_program_that_takes_the_first_for_nothing() {
    let body = "soon()
while True:
    try:
        time.sleep(200)
    except KeyboardInterrupt:
        ready('again')";
    let (place, running) = started("int_twice", body);
    place.wait_for_file("ready");
    signal("INT", running.pid());
    place.wait_for_file("again");
    signal("INT", running.pid());
    running.wait().exits_with(130).complains("what was measured so far is kept");
    assert!(place.has("output/listing/events.jsonl"), "the log is complete");
}

#[test]
fn handlers_are_called_between_two_steps_and_waits_go_on() {
    let body = "seen = []
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1):
    signal.signal(number, lambda number, frame: seen.append(number))
ready()
while len(seen) < 1:
    time.sleep(0.01)
ready('one')
while len(seen) < 2:
    pass
ready('two')
while len(seen) < 3:
    threading.Event().wait(0.01)
print([signal.Signals(number).name for number in seen])";
    let (place, running) = started("handlers", body);
    for (file, name) in [("ready", "INT"), ("one", "TERM"), ("two", "USR1")] {
        place.wait_for_file(file);
        signal(name, running.pid());
    }
    assert_eq!(running.wait().exits_with(0).stdout(), "['SIGINT', 'SIGTERM', 'SIGUSR1']\n");
}

#[test]
fn alarms_interrupt_what_takes_too_long() {
    let body = "class TooLong(Exception):
    pass

def late(number, frame):
    raise TooLong()

def bounded(work, *args):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        work(*args)
    except TooLong:
        print('too long')

def spin():
    n = 0
    while True:
        n += 1

signal.signal(signal.SIGALRM, late)
bounded(time.sleep, 200)
bounded(spin)
lock = threading.Lock()
lock.acquire()
bounded(lock.acquire)
bounded(queue.Queue().get)
ends = mp.Pipe()
bounded(ends[0].recv)
print(signal.alarm(100), signal.alarm(0), signal.getitimer(signal.ITIMER_REAL)[0])
signal.signal(signal.SIGALRM, lambda number, frame: print('ticks'))
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
signal.pause()
signal.pause()
signal.setitimer(signal.ITIMER_REAL, 0)";
    let (_, running) = started("alarms", body);
    let expected = "too long\n".repeat(5) + "0 100 0.0\n";
    let done = running.wait().exits_with(0);
    assert!(done.stdout().starts_with(&expected), "{}", done.stdout());
    assert!(done.stdout()[expected.len()..].starts_with("ticks\nticks\n"), "{}", done.stdout());
}

#[test]
fn a_child_is_interrupted_alone() {
    let body = "def child():
    try:
        ready('child')
        time.sleep(200)
    except KeyboardInterrupt:
        sys.exit(7)

if __name__ == '__main__':
    process = mp.Process(target=child)
    process.start()
    while not os.path.exists('child'):
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGINT)
    process.join()
    print(process.exitcode)";
    let (_, running) = started("int_child", body);
    assert_eq!(running.wait().exits_with(0).stdout(), "7\n");
}

#[test]
fn an_alarm_that_nobody_handles_ends_a_program() {
    let body = "signal.alarm(1)\nprint('waits', flush=True)\ntime.sleep(100)";
    let place = gilsim("unhandled_alarm").with_file("listing.py", format!("{PREFIX}\n{body}\n").as_bytes());
    let done = place.call(["run", "listing.py", "--quiet", "--no-chart", "--simulated"]);
    assert_eq!(done.exits_with(142).stdout(), "waits\n");
}

#[test]
fn ctrl_c_ends_a_simulated_program_whose_main_thread_has_come_to_its_end() {
    let looping = |body: &str| format!("def loop():\n    ready()\n    while True:\n        {body}\n");
    let start = "threading.Thread(target=loop).start()";
    for (test, number, body) in [
        ("int_simulated_sleeps", "INT", format!("{}{start}", looping("time.sleep(0.05)"))),
        ("int_simulated_computes", "INT", format!("{}{start}", looping("pass"))),
        ("int_simulated_calls", "TERM", format!("{}{start}\nraise ValueError", looping("len(str(loop))"))),
        ("int_simulated_alone", "TERM", format!("{}loop()", looping("pass"))),
    ] {
        let place = gilsim(test).with_file("listing.py", format!("{PREFIX}\n{body}\n").as_bytes());
        let mut command = place.command(["run", "listing.py", "--quiet", "--no-chart", "--simulated"]);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary can be started");
        let running = Running::of(child);
        place.wait_for_file("ready");
        signal(number, running.pid());
        running.wait().exits_with(130).complains("stopping; what was measured so far is kept");
        assert!(place.has("output/listing/events.jsonl") && place.has("output/listing/summary.json"), "{test}");
    }
}
