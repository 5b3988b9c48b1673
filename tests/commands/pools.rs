//! Processes of programs that die, hang or return what cannot be returned, in the real engine: what Python says, nothing
//! hangs, and the log is whole.

use crate::gilsim::{Done, Place, Running, gilsim, signal};
use std::process::Stdio;
use std::time::Duration;

/// What programs about workers that die begin with, as lines before `own`: who says where, and who waits for that.
pub fn listing(own: &str, main: &str) -> String {
    let body: String = main.lines().map(|line| format!("    {line}\n")).collect();
    format!(
        "import multiprocessing as mp, os, signal, threading, time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

def say(path):
    with open(path, 'w') as file:
        file.write(str(os.getpid()))

def said(path):
    while True:
        try:
            with open(path) as file:
                text = file.read()
            if text:
                return int(text)
        except FileNotFoundError:
            pass
        time.sleep(0.01)

{own}if __name__ == '__main__':
{body}"
    )
}

/// What all programs here have: a task that says who executes it and then sleeps, and others.
const TASKS: &str = "def nap(path):
    say(path)
    time.sleep(1000)

def go():
    with open('go', 'w') as file:
        file.write('!')

def square(x):
    return x * x

class Odd(Exception):
    def __init__(self, what):
        super().__init__(what)
        self.made_of = lambda: 1

def odd():
    raise Odd('x')

def hold(lock, path):
    with lock:
        nap(path)

def send(connection, size):
    connection.send_bytes(b'x' * size)

def many(size):
    return b'x' * size

";

fn script(test: &str, main: &str) -> Place {
    gilsim(test).with_file("listing.py", listing(TASKS, main).as_bytes())
}

fn call(place: &Place) -> Done {
    place.call(["run", "listing.py", "--quiet", "--no-chart", "--time-limit", "100s"])
}

/// The program's output, where it ends well, and the log's processes all do.
fn output(test: &str, main: &str) -> String {
    let place = script(test, main);
    let done = call(&place).exits_with(0);
    let log = place.read("output/listing/events.jsonl");
    let count = |event: &str| log.matches(&format!("\"event\":\"{event}\"")).count();
    assert_eq!(count("process-started"), count("process-exited"), "{log}");
    done.stdout().to_string()
}

#[test]
fn a_process_that_is_killed_has_the_signal_for_its_exit_code() {
    let found = output(
        "killed_process",
        "p = mp.Process(target=nap, args=('p',))
p.start()
os.kill(said('p'), signal.SIGKILL)
p.join()
print(p.exitcode, p.is_alive())
p = mp.Process(target=time.sleep, args=(1000,))
p.start()
p.terminate()
p.join()
print(p.exitcode)",
    );
    assert_eq!(found, "-9 False\n-15\n");
}

#[test]
fn a_pool_whose_worker_is_killed_loses_the_task_and_goes_on_with_another() {
    let found = output(
        "killed_in_pool",
        "with mp.Pool(2) as pool:
    lost = pool.apply_async(nap, ('p',))
    os.kill(said('p'), signal.SIGKILL)
    try:
        lost.get(timeout=0.5)
    except mp.TimeoutError:
        print('lost')
    print(pool.map(square, range(6)))",
    );
    assert_eq!(found, "lost\n[0, 1, 4, 9, 16, 25]\n");
}

#[test]
fn an_executor_whose_worker_is_killed_is_broken() {
    let found = output(
        "killed_in_executor",
        "with ProcessPoolExecutor(2) as executor:
    lost = executor.submit(nap, 'p')
    os.kill(said('p'), signal.SIGKILL)
    try:
        lost.result()
    except BrokenProcessPool as error:
        print(error)
    try:
        executor.submit(square, 1)
    except BrokenProcessPool as error:
        print(error)",
    );
    let first = "A process in the process pool was terminated abruptly while the future was running or pending.";
    let second = "A child process terminated abruptly, the process pool is not usable anymore";
    assert_eq!(found, format!("{first}\n{second}\n"));
}

#[test]
fn a_lock_whose_holder_is_killed_stays_locked() {
    let found = output(
        "killed_with_lock",
        "lock = mp.Lock()
p = mp.Process(target=hold, args=(lock, 'p'))
p.start()
os.kill(said('p'), signal.SIGKILL)
p.join()
print(p.exitcode, lock.acquire(timeout=0.1), lock.acquire(block=False))",
    );
    assert_eq!(found, "-9 False False\n");
}

#[test]
fn who_is_killed_while_it_writes_leaves_half_a_message() {
    let found = output(
        "killed_writing",
        "a, b = mp.Pipe()
p = mp.Process(target=send, args=(b, 5_000_000))
p.start()
b.close()
print(a.poll(60))
time.sleep(0.3)
print(p.is_alive())
p.kill()
p.join()
try:
    a.recv_bytes()
except OSError as error:
    print(error)",
    );
    assert_eq!(found, "True\nTrue\ngot end of file during message\n");
}

#[test]
fn a_pool_whose_result_nobody_may_write_waits_as_in_python_and_the_time_limit_ends_it() {
    let place = script(
        "killed_writing_result",
        "pool = mp.Pool(1)
lost = pool.apply_async(square, (3,))
print(lost.get())
lock = pool._outqueue._wlock
lock.acquire()
lost = pool.apply_async(square, (4,))
print('it waits', flush=True)
lost.get()",
    );
    let done = place.call(["run", "listing.py", "--quiet", "--no-chart", "--time-limit", "10s"]).exits_with(1);
    let done = done.complains("stopped at the time limit");
    assert_eq!(done.stdout(), "9\nit waits\n");
    let log = place.read("output/listing/events.jsonl");
    assert!(log.contains("\"event\":\"process-exited\""), "{log}");
}

#[test]
fn an_exception_that_cannot_be_pickled_is_told_as_in_python() {
    let found = output(
        "unpicklable_exception",
        "with mp.Pool(1) as pool:
    try:
        pool.apply(odd)
    except mp.pool.MaybeEncodingError as error:
        print(str(error)[:24])
with ProcessPoolExecutor(1) as executor:
    try:
        executor.submit(odd).result()
    except AttributeError as error:
        print(error)
    print(executor.submit(square, 3).result())",
    );
    assert_eq!(found, "Error sending result: '<\nCan't pickle local object 'Odd.__init__.<locals>.<lambda>'\n9\n");
}

#[test]
fn a_large_result_comes_whole() {
    let found = output(
        "large_result",
        "with mp.Pool(1) as pool:
    found = pool.apply(many, (30_000_000,))
print(len(found), found == b'x' * 30_000_000)",
    );
    assert_eq!(found, "30000000 True\n");
}

#[test]
fn a_pool_that_is_never_closed_ends_with_the_program() {
    let found = output(
        "never_closed",
        "pool = mp.Pool(2)\nprint(pool.map(square, range(3)))\nexecutor = ProcessPoolExecutor(1)\nprint(executor.submit(square, 5).result())",
    );
    assert_eq!(found, "[0, 1, 4]\n25\n");
}

#[test]
fn a_pool_that_a_failed_task_leaves_behind_ends_with_the_program() {
    let program = "import multiprocessing\n\ndef main():\n    pool = multiprocessing.Pool(2)\n    \
                   assert pool.map(abs, [-1]) == [2]\n    pool.close()";
    let tasks = "[[tasks]]\ncall = \"main()\"\n\n[run]\nmodels = [\"threads\"]\n";
    let place = gilsim("left_pool").with_scenario(&format!("program = '''\n{program}\n'''\n\n{tasks}"));
    for engine in [&[][..], &["--simulated"]] {
        let arguments = [&["--no-chart", "--time-limit", "100s"], engine].concat();
        place.run(arguments).exits_with(1).complains("AssertionError");
    }
}

#[test]
fn ctrl_c_ends_pools_and_executors_and_what_they_wait_for() {
    let programs = [
        ("pool", "with mp.Pool(2) as pool:\n    go()\n    pool.map(time.sleep, [1000] * 4)"),
        ("executor", "with ProcessPoolExecutor(2) as pool:\n    go()\n    pool.submit(time.sleep, 1000).result()"),
        ("queue", "queue = mp.Queue()\ngo()\nqueue.get()"),
        ("full_pipe", "a, b = mp.Pipe()\ngo()\nb.send_bytes(b'x' * 5_000_000)"),
        ("barrier", "p = mp.Process(target=time.sleep, args=(1000,))\np.start()\ngo()\nmp.Barrier(2).wait()"),
        ("manager", "with mp.Manager() as manager:\n    go()\n    manager.Event().wait()"),
        ("map", "with mp.Pool(2) as pool:\n    go()\n    list(pool.imap(time.sleep, [1000] * 4))"),
        ("lock", "lock = mp.Lock()\nlock.acquire()\np = mp.Process(target=lock.acquire)\np.start()\ngo()\np.join()"),
    ];
    for ((name, main), pause) in programs.into_iter().flat_map(|program| [(program, 0), (program, 300)]) {
        let place = script(&format!("interrupted_{name}_{pause}"), main);
        let mut command = place.command(["run", "listing.py", "--no-chart"]);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary can be started");
        let running = Running::of(child);
        place.wait_for_file("go");
        // Once in the middle of what comes next, once as it is about to begin.
        std::thread::sleep(Duration::from_millis(pause));
        signal("INT", running.pid());
        let done = running.wait().exits_with(130).complains("KeyboardInterrupt");
        assert_eq!(done.stdout(), "", "{name}");
        let log = place.read("output/listing/events.jsonl");
        let count = |event: &str| log.matches(&format!("\"event\":\"{event}\"")).count();
        assert_eq!(count("process-started"), count("process-exited"), "{name}: {log}");
    }
}

/// At a terminal it would reach them as soon as they are processes, and who waits for their end would wait for ever.
#[test]
fn ctrl_c_reaches_children_that_are_about_to_begin() {
    for method in ["fork", "spawn"] {
        let main = format!(
            "held = list(range(2_000_000))
p = mp.get_context({method:?}).Process(target=first_and_nap, args=(held,))
go()
p.start()
p.join()"
        );
        let place = gilsim(&format!("interrupted_{method}")).with_file(
            "listing.py",
            listing(&format!("{TASKS}def first_and_nap(held):\n    time.sleep(held[0] + 1000)\n\n"), &main).as_bytes(),
        );
        let mut command = place.command(["run", "listing.py", "--quiet", "--no-chart", "--time-limit", "300s"]);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary can be started");
        let running = Running::of(child);
        place.wait_for_file("go");
        // By then the program is at the start, which takes its time for what the child has.
        std::thread::sleep(Duration::from_millis(200));
        signal("INT", running.pid());
        running.wait().exits_with(130).complains("KeyboardInterrupt");
    }
}

#[test]
fn a_write_into_a_full_pipe_goes_on_behind_a_handler() {
    let main = "a, b = mp.Pipe()
signal.signal(signal.SIGUSR1, lambda number, frame: print('handled', flush=True) or go())
def read():
    while not os.path.exists('go'):
        time.sleep(0.01)
    data = a.recv_bytes()
    print(len(data), data == whole)
whole = bytes(range(256)) * 4096
threading.Thread(target=read).start()
threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGUSR1)).start()
b.send_bytes(whole)";
    assert_eq!(output("written_behind_handler", main), "handled\n1048576 True\n");
}

/// As in CPython, where it competes for the GIL with the thread that reads them.
#[test]
fn the_thread_that_keeps_a_pools_workers_wakes_for_results() {
    let text = "from multiprocessing import Pool
def same(x):
    return x
if __name__ == '__main__':
    with Pool(2) as pool:
        print(sum(pool.map(same, range(100), 1)))
";
    let place = gilsim("pool_watches").with_file("listing.py", text.as_bytes());
    place.call(["run", "listing.py", "--simulated", "--no-chart"]).exits_with(0).shows("4950");
    let log = place.read("output/listing/events.jsonl");
    let waits = log.lines().filter(|line| line.contains("block-begun") && line.contains("connection.wait"));
    let waits = waits.filter(|line| line.contains("\"asked\":null")).count();
    assert!(waits > 20, "{waits} waits of the thread that keeps the workers");
}
