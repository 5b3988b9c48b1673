//! The machine from outside: plans in, events out.

use super::*;
use crate::engine::simulated::body::{Op, Rhythm, Script};
use crate::engine::simulated::profile::Profile;
use crate::gil::Policy;
use crate::model::Model;
use crate::trace::{TaskInfo, Trace, check};

pub(super) const MS: Nanos = Nanos::from_millis(1);

pub(super) fn costs() -> Costs {
    let profile = Profile::find("cpython-3.11").expect("part of the program");
    Costs::new(&profile, Model::Threads, StartMethod::Fork)
}

pub(super) fn plan(cores: usize, threads: usize) -> Plan {
    Plan {
        model: Model::Threads,
        cores,
        lanes: (1..=threads).map(|worker| format!("worker-{worker}")).collect(),
        tasks: threads,
        pins: Vec::new(),
        costs: costs(),
        seed: 1,
        time_limit: Nanos::from_millis(60_000),
        policy: Policy::CpythonInterval,
        switch_interval: 5 * MS,
    }
}

pub(super) fn loops() -> Rhythm {
    Rhythm { checkpoint: Nanos(50), bytecode_ps: 8_000 }
}

pub(super) fn traced(plan: &Plan, scripts: Vec<Script>) -> (Report, Trace) {
    let (sink, batches) = Sink::collecting();
    let watch = Watch { stop: &|| false, print: &|_, _| {} };
    let report = run(plan, scripts, Some(&sink), &watch);
    drop(sink);
    let info = |task: usize| TaskInfo { name: format!("task-{task}"), group: "task".to_string() };
    let mut outcomes = vec![Outcome::Stopped; plan.tasks];
    report.results.iter().for_each(|(task, outcome)| outcomes[task.0 as usize] = outcome.clone());
    let tasks = (0..plan.tasks).map(info).collect();
    (report, Trace::new(plan.model, batches.into_events(), tasks, outcomes))
}

fn cpu(threads: usize, work: Nanos) -> Vec<Script> {
    (0..threads).map(|_| Script::new([Op::Cpu(work)], loops())).collect()
}

#[test]
fn two_cpu_bound_threads_hand_the_lock_to_and_fro() {
    let (report, trace) = traced(&plan(2, 2), cpu(2, 500 * MS));
    assert_eq!(report.ending, Ending::Finished);
    assert_eq!(check(&trace), []);
    assert!((180..220).contains(&report.acquisitions));
}

fn slices(trace: &Trace) -> Vec<Nanos> {
    let mut since = Nanos::ZERO;
    let mut slices = Vec::new();
    let mut last = None;
    for e in &trace.events {
        match e.kind {
            EventKind::GilAcquired { .. } if e.thread.0 > 0 => {
                if last != Some(e.thread) { since = e.at; last = Some(e.thread); }
            }
            EventKind::GilReleased { .. } if e.thread.0 > 0 => {
                slices.push((e.thread, since, e.at));
            }
            _ => {}
        }
    }
    // merge
    let mut out: Vec<(crate::ids::ThreadId, Nanos, Nanos)> = Vec::new();
    for s in slices { match out.last_mut() { Some(l) if l.0 == s.0 => l.2 = s.2, _ => out.push(s) } }
    let n = out.len();
    let mut v: Vec<Nanos> = out.into_iter().take(n.saturating_sub(3)).skip(4).map(|(_, a, b)| b - a).collect();
    v.sort();
    v
}

#[test]
fn explore() {
    let show = |name: &str, plan: &Plan, len: Nanos| {
        let n = plan.lanes.len();
        let began = std::time::Instant::now();
        let (report, trace) = traced(plan, cpu(n, len));
        let took = began.elapsed();
        let s = slices(&trace);
        let at = |p: usize| s.get(s.len() * p / 100).copied().unwrap_or_default();
        eprintln!("{name:<24} n={:<6} p10 {} p50 {} p90 {} p99 {}  events {} acq {} host {took:?} end {}", s.len(), at(10), at(50), at(90), at(99), report.events, report.acquisitions, report.end);
    };
    show("T1", &plan(2, 2), 1000 * MS);
    show("T2", &plan(1, 2), 1000 * MS);
    show("T3", &plan(1, 4), 1000 * MS);
    show("T4", &plan(2, 4), 1000 * MS);
    for us in [100_000u64, 20_000, 1000, 100, 10, 1] {
        let p = Plan { switch_interval: Nanos::from_micros(us), ..plan(2, 2) };
        show(&format!("T5 {us}us"), &p, Nanos(us * 1000 * 100).max(100 * MS));
        let p = Plan { switch_interval: Nanos::from_micros(us), ..plan(1, 2) };
        show(&format!("one core {us}us"), &p, Nanos(us * 1000 * 100).max(100 * MS));
    }
    let old = Policy::parse("cpython-ticks").unwrap();
    show("T6", &Plan { policy: old, ..plan(1, 2) }, 500 * MS);
    show("T7", &Plan { policy: old, ..plan(2, 2) }, 500 * MS);
}
