//! The mistakes that simulators of such locks make in what programs see of them (locks, conditions, pools, event loops),
//! each with the number it has in the list of them. (The others are beside the protocols and beside the machine.)

use super::scenario::tests::traced;
use crate::gil::Release;
use crate::ids::ThreadId;
use crate::model::Model;
use crate::scenario::{Scenario, parse};
use crate::source::SourceFile;
use crate::trace::{EventKind, Outcome, Trace, check};
use std::num::NonZeroUsize;

const PREAMBLE: &str = "
import asyncio
import gilsim
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait

lock = threading.Lock()
told = []

def hog():
    gilsim.cpu('200ms')

def start(target):
    thread = threading.Thread(target=target)
    thread.start()
    return thread
";

fn scenario(program: &str, call: &str, run: &str) -> Scenario {
    let text = format!(
        "program = '''{PREAMBLE}{program}'''\n[[tasks]]\ncall = \"{call}\"\n[run]\nmodels = ['threads']\n{run}\n[machine]\n\
         cores = 4\n"
    );
    parse(SourceFile::new("pitfall.toml", text), &|_| unreachable!("the program stands in the file"))
        .unwrap_or_else(|error| panic!("the scenario is sound: {call}: {error}"))
}

fn ran(model: Model, program: &str, call: &str, run: &str) -> (Trace, String) {
    let trace = traced(model, &scenario(program, call, run));
    assert_eq!(check(&trace), [], "{call}");
    match trace.outcomes.first() {
        Some(Outcome::Returned { value }) => (trace.clone(), value.clone()),
        other => panic!("{call}: {other:?}"),
    }
}

fn returned(program: &str, call: &str) -> String {
    ran(Model::Threads, program, call, "").1
}

/// What a program returns in seconds, in milliseconds.
fn millis(program: &str, call: &str) -> f64 {
    let value = returned(program, call);
    1e3 * value.parse::<f64>().unwrap_or_else(|_| panic!("{call} returns a time: {value}"))
}

/// The same on two cores, the median of nine seeds: who is faster to the GIL, a thread that begins or one that is woken, is a
/// matter of chance.
fn millis_of_most(program: &str, call: &str) -> f64 {
    let mut scenario = scenario(program, call, "");
    scenario.machine.cores = NonZeroUsize::MIN.saturating_add(1);
    let mut taken: Vec<f64> = (1..=9)
        .map(|seed| {
            scenario.machine.seed = seed;
            let trace = traced(Model::Threads, &scenario);
            let Some(Outcome::Returned { value }) = trace.outcomes.first() else { panic!("{call} fails") };
            value.parse().unwrap_or_else(|_| panic!("{call} returns a time: {value}"))
        })
        .collect();
    taken.sort_by(f64::total_cmp);
    1e3 * taken[4]
}

fn count(trace: &Trace, thread: u32, is: impl Fn(&EventKind) -> bool) -> usize {
    trace.events.iter().filter(|event| event.thread == ThreadId(thread) && is(&event.kind)).count()
}

#[test]
fn pitfall_13_specialised_calls_into_c_are_no_checkpoints() {
    // A row of calls without a jump, and much work between them, under an interval that ends several times in them.
    let forced = |line: &str| {
        let lines = format!("    x = {line} ** one ** one ** one\n").repeat(5_000);
        let program = format!("\ndef main():\n    items, one = [1], 1\n    start(hog)\n{lines}    return 0\n");
        let trace = ran(Model::Threads, &program, "main()", "switch_interval = '1us'").0;
        count(&trace, 1, |kind| *kind == EventKind::GilReleased { why: Release::Forced })
    };
    let (none, others) = (forced("len(items)").max(forced("isinstance(1, int)")), forced("abs(1)"));
    assert!(none < others && others > 1, "{none} against {others}");
}

#[test]
fn pitfall_16_to_start_a_thread_takes_until_it_has_had_its_first_slice() {
    let program = "
def main(hogs):
    for _ in range(hogs):
        start(hog)
    began = time.perf_counter()
    start(time.perf_counter)
    return time.perf_counter() - began
";
    let (idle, beside) = (millis(program, "main(0)"), millis(program, "main(1)"));
    assert!(idle < 0.3 && beside > 5.0, "{idle} ms, and {beside} ms beside a thread that computes");
}

#[test]
fn pitfall_16_a_pool_waits_for_first_slices_too() {
    let program = "
def main(hogs):
    for _ in range(hogs):
        start(hog)
    with ThreadPoolExecutor(2) as pool:
        began = time.perf_counter()
        pool.submit(time.perf_counter)
        return time.perf_counter() - began
";
    let (idle, beside) = (millis_of_most(program, "main(0)"), millis_of_most(program, "main(1)"));
    assert!(idle < 0.3 && beside > 5.0, "{idle} ms, and {beside} ms beside a thread that computes");
}

#[test]
fn pitfall_17_a_thread_owns_a_lock_while_it_waits_for_the_gil() {
    let program = "
def second():
    with lock:
        told.append(time.perf_counter())

def main(hogs):
    lock.acquire()
    start(second)
    for _ in range(hogs):
        start(hog)
    time.sleep(0.01)
    gilsim.cpu('1ms')
    released = time.perf_counter()
    lock.release()
    gilsim.cpu('100us')
    time.sleep(0.05)
    return told[0] - released
";
    let (idle, beside) = (millis(program, "main(0)"), millis(program, "main(1)"));
    assert!(
        idle < 0.3 && beside > 5.0,
        "a lock changes hands in {idle} ms, and in {beside} ms beside a thread that computes"
    );
}

#[test]
fn pitfall_17_who_is_notified_wakes_twice() {
    let program = "
condition = threading.Condition()

def waiter():
    with condition:
        condition.wait()

def main():
    thread = start(waiter)
    time.sleep(0.001)
    with condition:
        condition.notify()
        gilsim.cpu('20ms')
    thread.join()
";
    let (trace, _) = ran(Model::Threads, program, "main()", "");
    let contended = count(&trace, 2, |kind| matches!(kind, EventKind::LockContended { .. }));
    assert_eq!(contended, 2, "first for the notification, then for the lock that the notifier still has");
}

#[test]
fn pitfall_18_who_releases_a_lock_can_take_it_again_for_ever() {
    let program = "
def second():
    with lock:
        told.append('second')

def main():
    start(second)
    for _ in range(400):
        with lock:
            gilsim.cpu('100us')
            told.append('main')
    time.sleep(0.001)
    return told.index('second')
";
    // The woken thread is back within 60 us, when the lock is taken again; the GIL is not wanted for 100 ms.
    let program = program.replace("    start(second)\n", "    lock.acquire()\n    start(second)\n    lock.release()\n");
    let (_, index) = ran(Model::Threads, &program, "main()", "switch_interval = '100ms'");
    assert!(index.parse::<usize>().is_ok_and(|index| index > 100), "{index} rounds before a waiter has the lock");
}

#[test]
fn pitfall_19_who_is_notified_first_need_not_be_first() {
    let program = "
permits = threading.Semaphore(0)

def waiter():
    permits.acquire()
    told.append('waiter')

def main():
    thread = start(waiter)
    time.sleep(0.001)
    permits.release()
    permits.acquire()
    told.append('newcomer')
    permits.release()
    thread.join()
    return told
";
    assert_eq!(returned(program, "main()"), "['newcomer', 'waiter']");
}

#[test]
fn pitfall_20_a_pool_counts_a_worker_as_idle_after_every_item() {
    let program = "
def main():
    with ThreadPoolExecutor(2) as pool:
        wait([pool.submit(time.sleep, 0.001) for _ in range(8)])
        time.sleep(0.001)
        return (pool._idle_semaphore._value)
";
    assert_eq!(returned(program, "main()"), "8", "as up to 3.11; from 3.12 on no more than its two threads");
}

#[test]
fn pitfall_25_a_turn_of_an_event_loop_runs_what_was_ready_when_it_began() {
    let program = "
def first(loop):
    told.append('first')
    loop.call_soon(told.append, 'third')

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(first, loop)
    loop.call_soon(told.append, 'second')
    await asyncio.sleep(0.01)
    return told
";
    assert_eq!(returned(program, "asyncio.run(main())"), "['first', 'second', 'third']");
}

#[test]
fn pitfall_25_an_event_loop_sleeps_whole_milliseconds() {
    let program = "
async def main():
    began = time.perf_counter()
    await asyncio.sleep(0.0001)
    return time.perf_counter() - began
";
    let slept = millis(program, "asyncio.run(main())");
    assert!((1.0..1.5).contains(&slept), "0.1 ms take {slept} ms");
}

#[test]
fn pitfall_29_who_blocks_lets_an_objects_lock_go() {
    let program = "
class Slow:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        time.sleep(0.05)
        return False

def main():
    table = {Slow(): 0}
    thread = start(lambda: table.setdefault(Slow(), 1))
    time.sleep(0.01)
    began = time.perf_counter()
    table['other'] = 2
    took = time.perf_counter() - began
    thread.join()
    return took
";
    let (_, took) = ran(Model::FreeThreaded, program, "main()", "");
    assert!(took.parse::<f64>().is_ok_and(|took| took < 0.001), "a change of the dict takes {took} s");
}
