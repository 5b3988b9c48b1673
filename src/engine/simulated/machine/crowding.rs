//! A crowd of waiters against the same waiters woken one by one.

use super::tests::{MS, Opaque, cpu, plan};
use super::*;

/// Of a run of CPU-bound threads: how long it took, how often the lock was taken and by other than the last holder, the
/// share of drops requested by who dropped last, the median slice; all as numbers.
fn shape(plan: &Plan, threads: usize, crowded: bool) -> [f64; 5] {
    let (sink, batches) = Sink::collecting();
    let watch = Watch { stop: &|| false, print: &|_, _| true, complain: &|_, _| {} };
    let lock = || -> Box<dyn Protocol> {
        let lock = Policy::CpythonInterval.protocol(plan.switch_interval);
        if crowded { lock } else { Box::new(Opaque { lock, wakes: true }) }
    };
    let report = run_under(&lock, plan, cpu(threads, Nanos(3_000_000_000 / threads as u64)), Some(&sink), &watch);
    drop(sink);
    let (mut dropper, mut requests, mut own, mut changes) = (None, 0, 0, 0);
    let (mut slices, mut since) = (Vec::new(), Nanos::ZERO);
    for event in batches.into_events() {
        match event.kind {
            EventKind::GilReleased { .. } => {
                dropper = Some(event.thread);
                slices.push(event.at - since);
            }
            EventKind::DropRequested { .. } => {
                requests += 1;
                own += u32::from(dropper == Some(event.thread));
            }
            EventKind::GilAcquired { from, .. } => {
                changes += u32::from(from.is_some());
                since = event.at;
            }
            _ => {}
        }
    }
    slices.sort_unstable();
    let median = slices[slices.len() / 2].as_secs_f64();
    let own = f64::from(own) / f64::from(requests);
    [report.end.as_secs_f64(), report.acquisitions as f64, changes.into(), own, median]
}

const CROWDS: [(usize, usize, u64); 6] = [(2, 3, 5), (2, 8, 5), (2, 30, 5), (4, 100, 5), (2, 60, 1), (4, 100, 1)];
const SHAPE: [&str; 5] = ["end", "slices", "changes", "own requests", "median"];

fn crowded_plan(cores: usize, threads: usize, millis: u64) -> Plan {
    let mut plan = Plan { switch_interval: millis * MS, ..plan(cores, threads) };
    // Who is still awake catches signals by chance, which is another thing.
    plan.costs.lock.set_timer = Nanos::ZERO;
    plan
}

#[test]
fn a_crowd_of_waiters_behaves_as_if_each_were_woken_after_each_interval() {
    for (cores, threads, millis) in CROWDS {
        let mut plan = crowded_plan(cores, threads, millis);
        plan.costs.os.search_below = 1_000;
        let (crowd, each) = (shape(&plan, threads, true), shape(&plan, threads, false));
        for (of, (crowd, each)) in SHAPE.iter().zip(crowd.iter().zip(each)) {
            // Who asks is decided by microseconds in a hand-off, of which there are more in shorter intervals.
            let allowed = if *of == "own requests" { 0.19 + 0.06 / millis as f64 } else { 0.05 };
            assert!(
                (crowd / each - 1.0).abs() < allowed,
                "{cores} cores, {threads} threads, {millis} ms, {of}: {crowd} for {each}"
            );
        }
    }
}

#[test]
fn where_waiters_wake_on_the_holders_core_a_crowd_comes_within_a_tenth_of_them() {
    // Each that is woken there takes the core for a moment, which those of a crowd do not; it tells who asks.
    for (cores, threads, millis) in CROWDS {
        let plan = crowded_plan(cores, threads, millis);
        assert!(plan.costs.os.search_below < 1_000, "as the default profile has it");
        let (crowd, each) = (shape(&plan, threads, true), shape(&plan, threads, false));
        for (of, (crowd, each)) in SHAPE.iter().zip(crowd.iter().zip(each)).filter(|(of, _)| **of != "own requests") {
            assert!(
                (crowd / each - 1.0).abs() < 0.1,
                "{cores} cores, {threads} threads, {millis} ms, {of}: {crowd} for {each}"
            );
        }
    }
}
