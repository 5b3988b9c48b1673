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
