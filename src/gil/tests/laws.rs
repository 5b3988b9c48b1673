//! What holds for every policy under every schedule, and what some policies promise besides.

use super::driver::{Deed, Driver, Life, Note, STEP, acquires, count, cpu_bound, longest_wait};
use crate::gil::pypy::{LOOKS, POLL, SPIN};
use crate::gil::{Policy, Release, bfs};
use crate::ids::ThreadId;
use crate::time::Nanos;
use proptest::prelude::*;

const LONGEST_LATENCY: Nanos = Nanos::from_micros(80);

/// All policies with the parameters of their runtimes, and eager ones that switch often.
fn policies() -> Vec<Policy> {
    let eager = [
        "cpython-ticks:check_interval=1",
        "ruby-gvl:quantum=2ms,tick=500us",
        "ocaml-master:tick=1ms",
        "pypy:check_interval=100",
        "priority:wake=one-condvar",
        "bfs:slice=200us",
    ];
    let eager = eager.map(|policy| Policy::parse(policy).expect("as policies are written"));
    Policy::ALL.into_iter().chain(eager).collect()
}

fn promises_order(policy: &Policy) -> bool {
    matches!(policy, Policy::RubyGvl { .. } | Policy::Fifo)
}

fn promises_a_switch(policy: &Policy) -> bool {
    !matches!(policy, Policy::CpythonTicks { .. } | Policy::Micropython { .. } | Policy::None)
}

/// The longest that any of `threads` threads waits, where that is bounded whatever the others do.
///
/// Under `cpython-interval` and `priority` it is not: a waiter times out in vain as long as the owner changes. Nor
/// where threads barge in: `cpython-ticks`, `micropython`, `ocaml-master`, and between two yields `pypy`.
fn promised_wait(policy: &Policy, threads: u64) -> Option<Nanos> {
    let others = threads - 1;
    let slack = (LONGEST_LATENCY + STEP).0 * 2;
    match policy {
        Policy::None => Some(Nanos::ZERO),
        // The interval begins anew where a waiter looks just before it is over.
        Policy::Fifo => Some(Nanos(others * (super::driver::INTERVAL.0 * 2 + slack))),
        Policy::RubyGvl { quantum, tick } => Some(Nanos(others * (quantum.0 + 2 * tick.0 + slack))),
        // Eight slices until the deadline, then one of each; a slice is looked at after 0.55 of one for each waiter.
        Policy::Bfs { slice } => Some(Nanos((8 + others) * (slice.0 + slice.0 * 55 * threads / 100 + slack))),
        _ => None,
    }
}

/// From 1 µs to 8 ms, short ones as often as long ones.
fn length() -> impl Strategy<Value = Nanos> {
    (0u32..13, 0u64..1_000).prop_map(|(magnitude, part)| Nanos((1_000 + part) << magnitude))
}

fn life() -> impl Strategy<Value = Life> {
    let deed = prop_oneof![3 => length().prop_map(Deed::Compute), 2 => length().prop_map(Deed::Block)];
    (length(), prop::collection::vec(deed, 1..10)).prop_map(|(starts, deeds)| Life { starts, deeds })
}

fn lives() -> impl Strategy<Value = Vec<Life>> {
    prop::collection::vec(life(), 1..6)
}

fn latencies() -> impl Strategy<Value = Vec<Nanos>> {
    prop::collection::vec((0..LONGEST_LATENCY.0).prop_map(Nanos), 1..8)
}

/// Runs a schedule under each policy and holds a law against what happened.
fn under_each(
    lives: &[Life],
    latencies: &[Nanos],
    law: impl Fn(&Policy, &Driver) -> Result<(), TestCaseError>,
) -> Result<(), TestCaseError> {
    for policy in policies() {
        let mut driver = Driver::new(policy, lives, latencies);
        driver.run().map_err(|reason| TestCaseError::fail(format!("{policy}: {reason}")))?;
        law(&policy, &driver)?;
    }
    Ok(())
}

/// How long the lock lay free, at most, while somebody wanted it.
fn longest_neglect(driver: &Driver) -> Nanos {
    let (mut held, mut wanting, mut since, mut longest) = (false, 0, None, Nanos::ZERO);
    for (at, _, note) in &driver.notes {
        match note {
            Note::Wants => wanting += 1,
            Note::Releases(_) => held = false,
            Note::Acquires(_) => {
                (held, wanting) = (true, wanting - 1);
                longest = longest.max(since.map_or(Nanos::ZERO, |since| *at - since));
            }
            _ => {}
        }
        since = (!held && wanting > 0).then(|| since.unwrap_or(*at));
    }
    longest
}

/// The longest that a lock may lie free while somebody wants it.
fn promised_neglect(policy: &Policy) -> Nanos {
    match policy {
        // Nobody is woken: the stealer has to look, or who is spinning.
        Policy::Pypy { .. } => LONGEST_LATENCY + POLL + Nanos(SPIN.0 * u64::from(LOOKS + 1)),
        Policy::Bfs { .. } => LONGEST_LATENCY + bfs::SNATCH,
        _ => LONGEST_LATENCY,
    }
}

fn releases(driver: &Driver, thread: ThreadId) -> usize {
    count(driver, thread, |note| matches!(note, Note::Releases(_)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// The driver itself makes sure that nobody gets a held lock and that nobody sleeps for ever.
    #[test]
    fn everybody_gets_the_lock_whenever_it_is_wanted(lives in lives(), latencies in latencies()) {
        under_each(&lives, &latencies, |policy, driver| {
            for thread in (1..=lives.len() as u32).map(ThreadId) {
                let wants = count(driver, thread, |note| *note == Note::Wants);
                prop_assert!(wants > 0);
                prop_assert_eq!(wants, count(driver, thread, acquires), "{}", policy);
                prop_assert_eq!(wants, releases(driver, thread), "{}", policy);
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_free_lock_does_not_lie_there_while_somebody_wants_it(lives in lives(), latencies in latencies()) {
        under_each(&lives, &latencies, |policy, driver| {
            let neglect = longest_neglect(driver);
            prop_assert!(neglect <= promised_neglect(policy), "{policy}: free for {neglect}");
            Ok(())
        })?;
    }

    #[test]
    fn waiting_is_bounded_where_that_is_promised(lives in lives(), latencies in latencies()) {
        under_each(&lives, &latencies, |policy, driver| {
            if let Some(promised) = promised_wait(policy, lives.len() as u64) {
                let waited = longest_wait(driver, None);
                prop_assert!(waited <= promised, "{policy}: waited {waited} of {promised}");
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_order_of_arrival_is_kept_where_that_is_promised(lives in lives(), latencies in latencies()) {
        let those = |driver: &Driver, wanted: fn(&Note) -> bool| -> Vec<ThreadId> {
            driver.notes.iter().filter(|(_, _, note)| wanted(note)).map(|(_, thread, _)| *thread).collect()
        };
        under_each(&lives, &latencies, |policy, driver| {
            if promises_order(policy) {
                prop_assert_eq!(those(driver, acquires), those(driver, |note| *note == Note::Wants), "{}", policy);
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_forced_release_leads_to_another_holder_where_that_is_promised(lives in lives(), latencies in latencies()) {
        under_each(&lives, &latencies, |policy, driver| {
            let mut dropper = None;
            for (_, thread, note) in driver.notes.iter().filter(|_| promises_a_switch(policy)) {
                match note {
                    Note::Releases(Release::Forced) => dropper = Some(*thread),
                    Note::Acquires(_) => prop_assert_ne!(dropper.take(), Some(*thread), "{}", policy),
                    _ => {}
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn who_is_forced_to_let_go_was_asked_where_only_a_request_forces(lives in lives(), latencies in latencies()) {
        under_each(&lives, &latencies, |policy, driver| {
            let mut asked = None;
            for (_, thread, note) in driver.notes.iter().filter(|_| !policy.forces_unasked()) {
                match note {
                    Note::Requests(against) => asked = Some(*against),
                    Note::Releases(Release::Forced) => prop_assert_eq!(asked.take(), Some(*thread), "{}", policy),
                    Note::Acquires(_) => asked = asked.filter(|against| against == thread),
                    _ => {}
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn who_had_the_lock_last_is_told_right(lives in lives(), latencies in latencies()) {
        under_each(&lives, &latencies, |policy, driver| {
            let mut last = None;
            for (_, thread, note) in driver.notes.iter().filter(|_| *policy != Policy::None) {
                if let Note::Acquires(acquired) = note {
                    prop_assert_eq!(acquired.from, last.filter(|last| last != thread), "{}", policy);
                    last = Some(*thread);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_same_schedule_gives_the_same_notes(lives in lives(), latencies in latencies()) {
        for policy in policies() {
            let run = || {
                let mut driver = Driver::new(policy, &lives, &latencies);
                driver.run().map(|()| driver.notes)
            };
            prop_assert_eq!(run(), run());
        }
    }
}

/// The laws on forced releases would be empty otherwise.
#[test]
fn every_lock_makes_a_cpu_bound_thread_give_way_to_another() {
    for policy in policies().into_iter().filter(|policy| *policy != Policy::None) {
        let lives = [cpu_bound(Nanos::from_millis(150)), cpu_bound(Nanos::from_millis(150))];
        let mut driver = Driver::new(policy, &lives, &[Nanos::from_micros(25)]);
        driver.run().expect("both end");
        let forced = |note: &Note| *note == Note::Releases(Release::Forced);
        assert!(count(&driver, ThreadId(1), forced) > 0, "{policy}");
    }
}
