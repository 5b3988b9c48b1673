//! The order of events that several threads recorded at the same nanosecond.

use crate::script::{CONVOY, TURNS, events, trace};
use gilsim::model::Model;
use gilsim::trace::{Event, Trace, check};

/// The script's events as they arrive when every thread delivers one batch, the last thread first.
fn batched(script: &str) -> Vec<Event> {
    let mut events = events(script);
    events.sort_by_key(|event| std::cmp::Reverse((event.process, event.thread)));
    events
}

#[test]
fn batches_are_put_back_into_an_order_that_the_lock_allows() {
    for script in [TURNS, CONVOY] {
        let run = Trace::new(Model::Threads, batched(script), Vec::new(), Vec::new());
        assert_eq!(check(&run), []);
    }
}

#[test]
fn a_whole_chain_of_holders_within_one_nanosecond_is_put_in_order() {
    let chain = "
        0  1 starts a
        0  2 starts b
        0  3 starts c
        0  1 wants
        0  2 wants
        0  3 wants
        0  3 takes
        7  3 drops exit
        7  1 takes
        7  1 drops exit
        7  2 takes
        8  1 ends
        8  2 drops exit
        8  2 ends
        8  3 ends";
    assert_eq!(check(&Trace::new(Model::Threads, batched(chain), Vec::new(), Vec::new())), []);
}

#[test]
fn a_request_comes_before_the_release_that_it_forces() {
    let forced = "
        0  1 starts a
        0  1 wants
        0  1 takes
        0  2 starts b
        0  2 wants
        5  2 asks 1
        5  1 drops forced
        5  2 takes
        5  1 wants
        6  2 drops exit
        6  1 takes
        6  1 drops exit
        6  1 ends
        6  2 ends";
    let mut delivered = events(forced);
    delivered.sort_by_key(|event| (event.process, event.thread));
    assert_eq!(check(&Trace::new(Model::Threads, delivered, Vec::new(), Vec::new())), []);
}

#[test]
fn events_that_are_in_order_stay_as_they_are() {
    for script in [TURNS, CONVOY] {
        assert_eq!(trace(Model::Threads, &[], script).events, events(script));
    }
}
