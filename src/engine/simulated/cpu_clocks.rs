//! What `time.process_time()` and `time.thread_time()` show, and what native functions take, under every kind of body.

use super::scenario::tests::traced;
use crate::gil::Policy;
use crate::model::Model;
use crate::scenario::{Scenario, parse};
use crate::source::SourceFile;
use crate::trace::{Outcome, check};

const CLOCKS: &str = "
import gilsim
import hashlib
import multiprocessing
import os
import time
from threading import Thread

def both():
    return time.process_time(), time.thread_time()

def took(what, *arguments):
    (process, thread), wall = both(), time.perf_counter()
    what(*arguments)
    wall, (process_then, thread_then) = time.perf_counter() - wall, both()
    return [wall, process_then - process, thread_then - thread]

def sums():
    items = list(range(1_000))
    return took(lambda: [sum(items) for i in range(20)])

def digest():
    data = bytes(10_000_000)
    return took(hashlib.sha256, data)

def turn(to=None):
    for i in range(20_000):
        pass
    if to is not None:
        to.send(both())

def children():
    context = multiprocessing.get_context('fork')
    turn()
    shown = []
    for i in range(3):
        here, there = context.Pipe()
        child = context.Process(target=turn, args=(there,))
        child.start()
        shown.extend(here.recv())
        child.join()
    return shown

def beside():
    other = Thread(target=turn)
    before = both()
    other.start()
    other.join()
    after = both()
    return [after[0] - before[0], after[1] - before[1]]
";

fn scenario(call: &str) -> Scenario {
    let text = format!("program = '''{CLOCKS}'''\n[[tasks]]\ncall = \"{call}\"\n[machine]\ncores = 2\n");
    parse(SourceFile::new("clocks.toml", text), &|_| unreachable!("the program stands in the file"))
        .unwrap_or_else(|error| panic!("the scenario is sound: {call}: {error}"))
}

/// The numbers that the call returns.
fn shown(call: &str, model: Model, policy: Policy) -> Vec<f64> {
    let mut scenario = scenario(call);
    scenario.run.policy = policy;
    let trace = traced(model, &scenario);
    assert_eq!(check(&trace), [], "{call}");
    let Some(Outcome::Returned { value }) = trace.outcomes.first() else { panic!("{call}: {:?}", trace.outcomes) };
    let numbers = value.trim_matches(['[', ']']).split(", ");
    numbers.map(|number| number.parse().unwrap_or_else(|_| panic!("{call} returns numbers: {value}"))).collect()
}

/// Under a lock, without one, and free-threaded.
fn bodies() -> [(Model, Policy); 3] {
    let threads = Model::Threads;
    [(threads, Policy::CpythonInterval), (threads, Policy::None), (Model::FreeThreaded, Policy::CpythonInterval)]
}

fn is_about(value: f64, expected: f64) -> bool {
    (value / expected - 1.0).abs() < 0.1
}

#[test]
fn native_functions_take_their_time_without_a_lock_too() {
    let [locked, bare] =
        [Policy::CpythonInterval, Policy::None].map(|policy| shown("sums()", Model::Threads, policy)[0]);
    assert!(is_about(bare, locked), "{bare} s, and {locked} s under a lock");
}

#[test]
fn clocks_show_what_a_thread_has_computed_whatever_it_was() {
    let calls = [("took(gilsim.cpu, '50ms')", true), ("took(gilsim.native, '50ms')", true), ("took(turn)", true)];
    for (call, computes) in
        calls.into_iter().chain([("sums()", true), ("digest()", true)]).chain([("took(gilsim.io, '50ms')", false)])
    {
        for (model, policy) in bodies() {
            let clocks = shown(call, model, policy);
            let [wall, process, thread] = clocks[..] else { panic!("{call}: {clocks:?}") };
            let expected = if computes { is_about(process, wall) } else { process < 0.001 };
            assert!(expected && (process - thread).abs() < 1e-6, "{call} under {model}, {policy}: {clocks:?}");
        }
    }
}

#[test]
fn each_process_has_a_clock_of_its_own() {
    let clocks = shown("children()", Model::Sequential, Policy::CpythonInterval);
    let first = clocks[0];
    assert!(clocks.len() == 6 && first > 0.0001, "{clocks:?}");
    assert!(clocks.iter().all(|clock| is_about(*clock, first)), "{clocks:?}");
}

#[test]
fn a_process_has_computed_what_its_threads_have() {
    for (model, policy) in bodies() {
        let clocks = shown("beside()", model, policy);
        assert!(clocks[0] > 2.0 * clocks[1] && clocks[1] > 0.0, "{model}, {policy}: {clocks:?}");
    }
}
