//! `gilsim run listing.py`: a Python file runs as under `python3`, and a program whose threads cannot go on is explained.

use crate::gilsim::{Done, Place, gilsim};
use std::io::Write;
use std::process::Stdio;

const DEADLOCK: &str = "import threading, time
first, second = threading.Lock(), threading.Lock()
def work(one, other):
    with one:
        time.sleep(0.05)
        with other:
            print('never')
threads = [threading.Thread(target=work, args=locks, name=name)
           for name, locks in (('A', (first, second)), ('B', (second, first)))]
for thread in threads: thread.start()
for thread in threads: thread.join()
";

fn script(test: &str, text: &str) -> Place {
    gilsim(test).with_file("listing.py", text.as_bytes())
}

fn both(place: &Place, status: i32, check: impl Fn(Done)) {
    check(place.call(["run", "listing.py", "--quiet", "--no-chart"]).exits_with(status));
    check(place.call(["run", "listing.py", "--quiet", "--no-chart", "--simulated"]).exits_with(status));
}

#[test]
fn a_script_prints_to_standard_output_and_the_report_goes_to_standard_error() {
    let place = script("script", "print('one')\nprint('two', end='')\n");
    let done = place.call(["run", "listing.py"]).exits_with(0);
    assert_eq!(done.stdout(), "one\ntwo");
    let done = done.complains("GIL held").complains("the results are in");
    assert!(done.stderr.contains("listing.py\nswitch interval 5.00 ms, policy "), "{}", done.stderr);
    assert!(!done.stderr.contains("speed-up") && !done.stderr.contains("worker"), "{}", done.stderr);
    assert!(place.has("output/listing/events.jsonl"));
}

#[test]
fn bytes_go_to_standard_output_by_its_buffer() {
    let text = r#"import sys
print(sys.stdout.reconfigure(line_buffering=True), sys.stdout.line_buffering, sys._getframe().f_back)
print(sys.stdout.buffer.write(b"bytes \xc3"), sys.stdout.buffer.write(b"\xa9 and more\n"))
sys.stdout.buffer.flush()
sys.stderr.buffer.write(b"to the other\n")
"#;
    let said = "None True None\nbytes é and more\n7 11\n";
    both(&script("script-bytes", text), 0, |done| {
        assert_eq!(done.stdout(), said);
        assert!(done.stderr.contains("to the other\n"), "{}", done.stderr);
    });
}

#[test]
fn a_hook_of_the_program_is_told_what_nobody_caught() {
    let hooked = "import sys
def hook(kind, value, traceback):
    print('hook', kind.__name__, value, traceback.tb_lineno)
sys.excepthook = hook
";
    let raises = format!("{hooked}int('x')\n");
    both(&script("script-hook", &raises), 1, |done| {
        assert_eq!(done.stdout(), "hook ValueError invalid literal for int() with base 10: 'x' 5\n");
        assert!(!done.stderr.contains("Traceback"), "{}", done.stderr);
    });
    both(&script("script-hook-exit", &format!("{hooked}sys.exit(3)\n")), 3, |done| assert_eq!(done.stdout(), ""));
    let fails = "import sys\nsys.excepthook = lambda *told: 1 / 0\nint('x')\n";
    both(&script("script-hook-fails", fails), 1, |done| {
        let done = done.complains("Error in sys.excepthook:").complains("ZeroDivisionError: division by zero");
        done.complains("Original exception was:").complains("ValueError: invalid literal for int() with base 10: 'x'");
    });
    let own = "import sys\nsys.excepthook = print\nsys.excepthook = sys.__excepthook__\nint('x')\n";
    both(&script("script-hook-back", own), 1, |done| {
        done.complains("ValueError: invalid literal");
    });
}

const READER: &str = "import sys, threading
ticks = []
thread = threading.Thread(target=lambda: ticks.append(1))
thread.start()
name = input('name? ')
thread.join()
print('hello', name, ticks)
print(list(sys.stdin), repr(sys.stdin.readline()))
try: input()
except EOFError as error: print(error)
";

#[test]
fn a_script_reads_standard_input_and_every_run_is_given_the_same() {
    let place = script("standard_input", READER);
    for way in [&["--quiet"][..], &["--quiet", "--simulated"]] {
        let mut command = place.command(["run", "listing.py"].into_iter().chain(way.iter().copied()));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the binary can be started");
        let mut input = child.stdin.take().expect("it was asked for");
        input.write_all(b"Ann\none\r\nlast").expect("the binary reads");
        drop(input);
        let done = Done::from(child.wait_with_output().expect("the binary ends")).exits_with(0);
        let told = "name? hello Ann [1]\n['one\\r\\n', 'last'] ''\nEOF when reading a line\n";
        assert_eq!(done.stdout(), told);
    }
}

const CALLED: &str = "import argparse, multiprocessing, sys
def child(): print('child', sys.argv, flush=True)
if __name__ == '__main__':
    print(sys.argv)
    parser = argparse.ArgumentParser()
    parser.add_argument('--items', type=int, default=3)
    parser.add_argument('rest', nargs='*')
    print(vars(parser.parse_args()))
    parser.print_usage()
    for method in ('fork', 'spawn'):
        process = multiprocessing.get_context(method).Process(target=child)
        process.start()
        process.join()
";

#[test]
fn a_script_has_a_name_and_arguments() {
    let place = script("arguments", CALLED);
    for way in [&["--quiet"][..], &["--quiet", "--simulated"]] {
        let called = |more: &[&'static str]| {
            let done =
                place.call(["run", "listing.py"].into_iter().chain(way.iter().copied()).chain(more.iter().copied()));
            done.exits_with(0).stdout().to_string()
        };
        let usage = "usage: listing.py [-h] [--items ITEMS] [rest ...]";
        let alone = "['listing.py']";
        assert_eq!(
            called(&[]),
            format!("{alone}\n{{'items': 3, 'rest': []}}\n{usage}\nchild {alone}\nchild {alone}\n")
        );
        let all = "['listing.py', '--items', '5', '--', '-x']";
        let given = called(&["--", "--items", "5", "--", "-x"]);
        assert_eq!(given, format!("{all}\n{{'items': 5, 'rest': ['-x']}}\n{usage}\nchild {all}\nchild {all}\n"));
    }
    let complaint = "`5` is for sys.argv of a script, and this file is none";
    gilsim("arguments_of_none")
        .with_scenario("")
        .call(["run", "cpu_bound", "--", "5"])
        .exits_with(2)
        .complains(complaint);
}

#[test]
fn one_thread_alone_is_drawn_where_that_is_asked_for_and_several_always() {
    let place = script("one_lane", "print('alone')\n");
    place.call(["run", "listing.py"]).exits_with(0).complains("one thread only, whose timeline --svg draws");
    assert!(!place.has("output/listing/timeline.png"));
    place.call(["run", "listing.py", "--svg"]).exits_with(0);
    assert!(place.has("output/listing/timeline.png") && place.has("output/listing/timeline.svg"));
    let text = "import threading\nthread = threading.Thread(target=print)\nthread.start()\nthread.join()\n";
    let place = script("two_lanes", text);
    place.call(["run", "listing.py", "--quiet"]).exits_with(0);
    assert!(place.has("output/listing/timeline.png"));
}

#[test]
fn a_mistake_in_a_function_that_nobody_calls_is_told_before_anything_runs() {
    let place = script("never_called", "print('ran')\ndef never():\n    def inner():\n        nonlocal x\n    break\n");
    both(&place, 2, |done| {
        assert_eq!(done.stdout(), "");
        done.complains("listing.py:4").complains("no binding for nonlocal 'x' found").complains("listing.py:5");
    });
}

#[test]
fn threads_that_outlive_the_main_thread_are_waited_for_and_daemons_are_not() {
    let text = "import threading, time\n\
                def late():\n    time.sleep(0.05)\n    print('late')\n\
                threading.Thread(target=time.sleep, args=(600,), daemon=True).start()\n\
                threading.Thread(target=late).start()\n\
                print('main')\n";
    both(&script("outlived", text), 0, |done| assert_eq!(done.stdout(), "main\nlate\n"));
}

const COMPLAINTS: &str = r"import multiprocessing, sys
def child():
    print('of a child', file=sys.stderr)
    1 / 0
if __name__ == '__main__':
    sys.stderr.write('\x1b[31mred\x1b[0m, no end')
    print('out')
    process = multiprocessing.get_context('fork').Process(target=child, name='child')
    process.start()
    process.join()
    print(' of a line', file=sys.stderr)
    sys.exit(4)
";

#[test]
fn standard_error_of_a_script_is_its_own_byte_for_byte() {
    both(&script("script_stderr", COMPLAINTS), 4, |done| {
        assert_eq!(done.stdout(), "out\n");
        let begins = done.stderr.starts_with("\x1b[31mred\x1b[0m, no endof a child\n");
        let ends = done.stderr.ends_with("ZeroDivisionError: division by zero\n of a line\n");
        assert!(begins && ends, "{}", done.stderr);
    });
}

#[test]
fn the_status_of_a_script_is_its_own() {
    let place = script("script_status", "import sys\nprint('out')\nsys.exit(3)\n");
    both(&place, 3, |done| assert_eq!(done.stdout(), "out\n"));
    let place = script("script_raises", "print('out')\n1 / 0\n");
    both(&place, 1, |done| {
        assert_eq!(done.stdout(), "out\n");
        done.complains("Traceback (most recent call last)").complains("ZeroDivisionError: division by zero");
    });
}

const TESTED: &str = "\
import unittest
class Cases(unittest.TestCase):
    def test_right(self):
        self.assertEqual(1, 1)
    def test_wrong(self):
        self.assertIn(1, [])
if __name__ == '__main__':
    print(unittest.main(argv=['', 'Cases.test_right'], exit=False).result.wasSuccessful())
    unittest.main()
";

#[test]
fn a_script_that_tests_itself_ends_as_its_tests_do() {
    let place = script("script_tested", TESTED);
    both(&place, 1, |done| {
        assert_eq!(done.stdout(), "True\n");
        let ends = done.stderr.ends_with("s\n\nFAILED (failures=1)\n");
        assert!(ends && done.stderr.contains("AssertionError: 1 not found in []\n"), "{}", done.stderr);
    });
    let place = script("script_tested_well", &TESTED.replace("[]", "[1]"));
    both(&place, 0, |done| assert_eq!(done.stdout(), "True\n"));
}

const FORGOTTEN_FUTURE: &str = "
import asyncio

async def wait_for_ever(future):
    await future

async def main():
    future = asyncio.get_running_loop().create_future()
    await asyncio.create_task(wait_for_ever(future), name='waiter')

asyncio.run(main())
";

const TWO_ORDERS: &str = "
import asyncio

async def transfer(first, second):
    async with first:
        await asyncio.sleep(0.01)
        async with second:
            pass

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(transfer(a, b), transfer(b, a))

asyncio.run(main())
";

#[test]
fn a_deadlock_in_an_event_loop_names_its_tasks_and_what_they_await() {
    let place = script("forgotten_future", FORGOTTEN_FUTURE);
    let made = "await asyncio.create_task(wait_for_ever(future), name='waiter')";
    both(&place, 1, |done| {
        done.complains("the event loop of main waits for something that will never happen")
            .complains(&format!("Task-1 awaits waiter, at listing.py:9: {made}"))
            .complains("waiter awaits a future, at listing.py:5: await future");
    });
    let place = script("two_orders", TWO_ORDERS);
    let without = ["--simulated", "--model", "threads", "--policy", "none"];
    for engine in [&["--simulated"][..], &["--simulated", "--model", "free-threaded"], &without, &[]] {
        place
            .call(["run", "listing.py"].into_iter().chain(engine.iter().copied()))
            .exits_with(1)
            .complains("Task-1 awaits gather, at listing.py:12: await asyncio.gather(transfer(a, b), transfer(b, a))")
            .complains("Task-2 awaits Lock.acquire of a lock that Task-3 has, at listing.py:7: async with second:")
            .complains("Task-3 awaits Lock.acquire of a lock that Task-2 has, at listing.py:7: async with second:");
    }
}

const ACQUIRED: &str = "
import asyncio

lock = asyncio.Lock()

async def keeps():
    await lock.acquire()

async def waits(other):
    await other.acquire()
    await lock.acquire()

async def main():
    await asyncio.create_task(keeps(), name='keeper')
    other = asyncio.Lock()
    first = asyncio.create_task(waits(other), name='first')
    second = asyncio.create_task(waits(other), name='second')
    await asyncio.gather(first, second)

asyncio.run(main())
";

#[test]
fn a_lock_knows_which_task_has_acquired_it_and_whether_that_is_still_there() {
    let place = script("acquired", ACQUIRED);
    both(&place, 1, |done| {
        done.complains("first awaits Lock.acquire of a lock that keeper had when it ended, at listing.py:11")
            .complains("second awaits Lock.acquire of a lock that first has, at listing.py:10: await other.acquire()");
    });
}

#[test]
fn what_gilsim_does_not_have_is_refused_with_what_to_do_instead() {
    for (test, body, told) in [
        ("no_ssl", "import ssl", "help: the network here has no encryption"),
        ("no_subprocess", "import subprocess", "help: gilsim starts no other programs"),
        ("no_web", "from aiohttp import web", "help: for a server use http.server"),
        ("no_numpy", "import numpy as np", "gilsim.native(\"3ms\") stands for a call that releases the GIL"),
        ("no_parts_of_numpy", "from numpy.random import default_rng", "gilsim.held(\"3ms\") for one that does not"),
        ("no_database", "import sqlite3", "gilsim.io(\"20ms\") stands for a call that waits"),
    ] {
        script(test, body).call(["run", "listing.py"]).exits_with(2).complains(told);
    }
    script("no_discord", "import discord").call(["run", "listing.py"]).exits_with(2).says_nothing_of("gilsim dis");
    let loops = |call: &str| format!("import asyncio\nasync def main():\n    await {call}\nasyncio.run(main())");
    for (test, body, told) in [
        ("no_exec", loops("asyncio.create_subprocess_exec('ls', '-l')"), "gilsim starts no other programs"),
        ("no_shell", loops("asyncio.create_subprocess_shell('ls')"), "for processes of this one use multiprocessing"),
        ("no_tls", loops("asyncio.open_connection('localhost', 443, ssl=True)"), "leave out ssl="),
        ("no_trace", "import sys\nsys.settrace(print)".to_string(), "gilsim calls no trace functions"),
        ("no_profile", "import threading\nthreading.setprofile(print)".to_string(), "see what threads did in its"),
    ] {
        let done = script(test, &body).call(["run", "listing.py", "--quiet"]).exits_with(1);
        done.complains("NotImplementedError: ").complains(told);
    }
}

#[test]
fn a_deadlock_is_explained_and_the_log_is_whole() {
    let place = script("deadlock", DEADLOCK);
    both(&place, 1, |done| {
        let done = done.complains("deadlock").complains("main waits in Thread.join for the end of A");
        let done = done.complains("A waits in Lock.acquire for a lock that B has, at listing.py:6: with other:");
        done.complains("B waits in Lock.acquire for a lock that A has");
    });
    assert!(place.has("output/listing/events.jsonl"));
}

#[test]
fn a_deadlock_names_the_call_of_a_pool_and_not_its_threads_and_locks() {
    let pool = "import threading
from concurrent.futures import ThreadPoolExecutor
lock = threading.Lock()
def task():
    lock.acquire()
with ThreadPoolExecutor(2) as pool:
    pool.submit(task)
    pool.submit(task)
";
    both(&script("deadlock_at_the_end_of_a_pool", pool), 1, |done| {
        let done = done.complains("main waits in Thread.join for the end of ThreadPoolExecutor-0_");
        done.complains("waits in Lock.acquire for a lock that ");
    });
}

#[test]
fn a_deadlock_of_processes_leaves_out_the_threads_of_pools_and_queues() {
    let program = "import multiprocessing
def task(n):
    lock.acquire()
if __name__ == '__main__':
    lock, queue = multiprocessing.Lock(), multiprocessing.Queue()
    queue.put(1)
    with multiprocessing.Pool(2) as pool:
        pool.map(task, range(3))
";
    let place = script("deadlock_of_a_pool", program);
    let done = place.call(["run", "listing.py", "--quiet", "--no-chart", "--simulated"]).exits_with(1);
    let done =
        done.complains("main waits in Pool.map for somebody to wake it, and nobody is left to do so, at listing.py:8");
    assert!(!done.stderr.contains("QueueFeederThread waits") && !done.stderr.contains("Thread-1"), "{}", done.stderr);
}

#[test]
fn a_thread_that_dies_with_a_lock_leaves_it_locked() {
    let text = "import threading
lock = threading.Lock()
def die():
    lock.acquire()
    raise ValueError('with the lock')
thread = threading.Thread(target=die)
thread.start()
thread.join()
print(lock.locked(), lock.acquire(timeout=0.01))
lock.acquire()
";
    both(&script("dead_holder", text), 1, |done| {
        assert_eq!(done.stdout(), "True False\n");
        let done = done.complains("Exception in thread Thread-1 (die):").complains("ValueError: with the lock");
        done.complains("main waits in Lock.acquire for a lock that a thread had when it ended, at listing.py:10");
    });
}

#[test]
fn a_group_of_exceptions_that_nobody_catches_is_shown_as_under_python() {
    let place = script("group", include_str!("listings/group.py"));
    both(&place, 1, |done| {
        let whole = format!("File \"{}\"", place.path("listing.py").display());
        done.complains(&include_str!("listings/group.traceback").trim_end().replace("File \"listing.py\"", &whole));
    });
}

const STALLED_LOOP: &str = "import asyncio, time
async def work(i):
    await asyncio.sleep(.02 * i)
    time.sleep(0.03)
async def main():
    await asyncio.gather(*(work(i) for i in range(5)))
asyncio.run(main())
";

#[test]
fn steps_that_block_an_event_loop_are_told_and_seen() {
    let place = script("stalled_steps", STALLED_LOOP);
    let done = place.call(["run", "listing.py", "--simulated", "--svg"]).exits_with(0);
    done.complains("threads: 5 steps were in blocking calls for 10.0 ms and more, one of Task-")
        .complains("asyncio.to_thread");
    let told = place.read("output/listing/summary.json");
    assert!(told.contains("% of that time, and in blocking calls within steps for 99."), "{told}");
    assert!(!told.contains("what waits is awaited, all at the same time"), "{told}");
    let picture = place.read("output/listing/timeline.svg");
    assert!(picture.contains("awaits, between two steps") && picture.contains("blocked in I/O or sleep"));
}

const FAILING_HOOK: &str = "import threading
def hook(args):
    raise ValueError('the hook failed')
threading.excepthook = hook
thread = threading.Thread(target=lambda: 1 / 0)
thread.start()
thread.join()
";

#[test]
fn of_a_hook_of_threads_that_fails_nothing_else_is_told() {
    both(&script("failing_hook", FAILING_HOOK), 0, |done| {
        let told = done.complains("Exception in threading.excepthook:").complains("ValueError: the hook failed");
        told.says_nothing_of("During handling").says_nothing_of("ZeroDivisionError");
    });
}
