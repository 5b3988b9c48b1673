//! Programs that race, over many seeds: what comes out is what CPython 3.11 allows, all of it, and nothing else.
//!
//! A thread is preempted at a checkpoint after a switch interval; the lengths of work between them are drawn, so that a
//! seed is a schedule.

use super::scenario::tests::traced;
use crate::model::Model;
use crate::scenario::{Scenario, parse};
use crate::source::SourceFile;
use crate::trace::{Outcome, check};
use std::collections::BTreeSet;

/// `body` is what two threads do twice each with `counter`, `lock` and `pause`, a call in which threads may change.
fn racing(body: &str) -> Scenario {
    let text = format!(
        "program = '''
import gilsim
import threading

counter = 0
lock = threading.Lock()

def pause():
    gilsim.cpu('uniform(1us, 300us)')
    return 1

def twice():
    global counter
    for _ in range(2):
        pause()
{body}

def main():
    threads = [threading.Thread(target=twice) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counter
'''
[[tasks]]
call = 'main()'
[run]
models = ['threads']
switch_interval = '1us'
"
    );
    parse(SourceFile::new("racing.toml", text), &|_| unreachable!("the program stands in the file"))
        .expect("the scenario is sound")
}

/// What the program returns under so many seeds.
fn outcomes(body: &str, seeds: u64) -> BTreeSet<String> {
    let mut scenario = racing(body);
    let run = |seed| {
        scenario.machine.seed = seed;
        let trace = traced(Model::Threads, &scenario);
        assert_eq!(check(&trace), [], "seed {seed}");
        match trace.outcomes.into_iter().next() {
            Some(Outcome::Returned { value }) => value,
            other => panic!("seed {seed}: {other:?}"),
        }
    };
    (1..=seeds).map(run).collect()
}

fn set(values: &[&str]) -> BTreeSet<String> {
    values.iter().map(|value| (*value).to_string()).collect()
}

#[test]
fn a_call_between_reading_and_writing_loses_updates_in_every_way_that_is_possible() {
    assert_eq!(outcomes("        counter = counter + pause()", 300), set(&["2", "3", "4"]));
}

#[test]
fn without_a_call_in_between_no_update_is_lost() {
    assert_eq!(outcomes("        counter += 1", 100), set(&["4"]));
}

#[test]
fn a_lock_around_both_loses_none() {
    assert_eq!(outcomes("        with lock:\n            counter = counter + pause()", 100), set(&["4"]));
}
