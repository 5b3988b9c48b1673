//! What goes wrong between a pool, its workers and what they share: in both engines as under Python, and nothing hangs that
//! does not hang there.

use crate::gilsim::gilsim;
use crate::pools::listing;

/// What all programs here have.
const TASKS: &str = "SIZE = 100_000_000

def keep(given):
    global lock
    lock = given

def sleep_with_the_lock(path):
    with lock:
        say(path)
        time.sleep(1000)

def try_the_lock():
    return lock.acquire(timeout=0.1)

def large():
    return b'x' * SIZE

def said_and_large(path):
    found = b'x' * 5_000_000
    say(path)
    return found

def put(queue):
    queue.put(large())

def send(end):
    end.send(large())

def write(end, size):
    end.send_bytes(b'x' * size)

gate = threading.Event()

def hold(result):
    gate.wait()

def kill_in_the_middle(worker, result_of, timeout_error):
    time.sleep(1.5)
    os.kill(worker, signal.SIGKILL)
    gate.set()
    try:
        result_of(timeout=0.5)
    except timeout_error:
        print('lost')

";

/// Both engines print this, and end well.
fn both_print(test: &str, main: &str, expected: &str) {
    let text = listing(TASKS, main);
    for engine in ["", "--simulated"] {
        let place = gilsim(&format!("{test}{engine}")).with_file("listing.py", text.as_bytes());
        let common = ["run", "listing.py", "--quiet", "--no-chart", "--time-limit", "280s"];
        let done = place.call(common.into_iter().chain((!engine.is_empty()).then_some(engine))).exits_with(0);
        assert_eq!(done.stdout(), expected, "{engine}\n{}", done.stderr);
        assert!(place.has("output/listing/events.jsonl"), "the log is whole");
    }
}

#[test]
fn a_worker_that_is_killed_with_a_shared_lock_keeps_it() {
    both_print(
        "killed_pool_worker_with_lock",
        "lock = mp.Lock()
with mp.Pool(2, keep, (lock,)) as pool:
    lost = pool.apply_async(sleep_with_the_lock, ('in_pool',))
    os.kill(said('in_pool'), signal.SIGKILL)
    try:
        lost.get(timeout=0.5)
    except mp.TimeoutError:
        print('lost')
    print(pool.apply(try_the_lock), lock.acquire(timeout=0.1))
lock = mp.Lock()
with ProcessPoolExecutor(2, initializer=keep, initargs=(lock,)) as executor:
    lost = executor.submit(sleep_with_the_lock, 'in_executor')
    worker = said('in_executor')
    print(executor.submit(try_the_lock).result())
    os.kill(worker, signal.SIGKILL)
    try:
        lost.result()
    except BrokenProcessPool:
        print('broken')
    print(lock.acquire(timeout=0.1))",
        "lost\nFalse False\nFalse\nbroken\nFalse\n",
    );
}

/// Whoever reads results is at a callback meanwhile, so that the result has no room in the pipe. (A callback is given before
/// what it waits for is done: who gives one later calls it. And what is to be lost is handed out before the callback runs: the
/// one thread of an executor does both.) As under Python nobody learns of the end of a result that was begun: its readers have
/// the other end themselves.
#[test]
fn a_result_whose_writer_is_killed_in_its_middle_never_comes() {
    both_print(
        "killed_while_writing_a_result",
        "pool = mp.Pool(1)
worker = pool.apply(os.getpid)
pool.apply_async(os.getpid, callback=hold)
lost = pool.apply_async(said_and_large, ('in_pool',))
said('in_pool')
kill_in_the_middle(worker, lost.get, mp.TimeoutError)
gate.clear()
executor = ProcessPoolExecutor(1)
worker = executor.submit(os.getpid).result()
executor.submit(said, 'go').add_done_callback(hold)
lost = executor.submit(said_and_large, 'in_executor')
while not lost.running():
    time.sleep(0.01)
say('go')
said('in_executor')
kill_in_the_middle(worker, lost.result, TimeoutError)
print('over', flush=True)
os._exit(0)",
        "lost\nlost\nover\n",
    );
}

#[test]
fn a_full_pipe_keeps_its_writer_until_somebody_reads() {
    both_print(
        "full_pipe",
        "reader, writer = mp.Pipe(duplex=False)
process = mp.Process(target=write, args=(writer, 1_000_000))
process.start()
process.join(timeout=0.2)
print(process.is_alive(), reader.poll(1), len(reader.recv_bytes()))
process.join()
print(process.exitcode)
queue = mp.Queue()
SIZE = 1_000_000
process = mp.Process(target=put, args=(queue,))
process.start()
process.join(timeout=0.2)
print(process.is_alive(), len(queue.get()))
process.join()
process = mp.Process(target=write, args=(writer, 1_000_000))
process.start()
process.join(timeout=0.2)
process.kill()
process.join()
print(process.exitcode)",
        "True True 1000000\n0\nTrue 1000000\n-9\n",
    );
}

#[test]
fn a_hundred_megabytes_come_whole_from_each_kind_of_process() {
    both_print(
        "hundred_megabytes",
        "def tell(what, found):
    print(what, len(found), found[0], found[-1])
with mp.Pool(1) as pool:
    tell('pool', pool.apply(large))
with ProcessPoolExecutor(1) as executor:
    tell('executor', executor.submit(large).result())
queue = mp.Queue()
process = mp.Process(target=put, args=(queue,))
process.start()
tell('queue', queue.get())
process.join()
here, there = mp.Pipe()
process = mp.Process(target=send, args=(there,))
process.start()
tell('pipe', here.recv())
process.join()",
        "pool 100000000 120 120\nexecutor 100000000 120 120\nqueue 100000000 120 120\npipe 100000000 120 120\n",
    );
}
