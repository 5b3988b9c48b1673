//! Reference counts without a lock, over many seeds: they go wrong where they can and nowhere else.

use super::body::Racing;
use super::machine::{self, Watch};
use super::scenario::tests::traced;
use super::scenario::{plan, profile_of, program};
use crate::engine::task_infos;
use crate::gil::{Policy, Release};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::time::Nanos;
use crate::trace::{Event, EventKind, Outcome, Sink, Trace, check};
use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::Path;

/// The bundled one: threads look at one list.
fn demonstration() -> Scenario {
    scenario("scenarios/no_gil_race.toml")
}

/// The same with so many looks that threads take turns under a lock.
fn longer_demonstration() -> Scenario {
    let text = include_str!("../../../scenarios/no_gil_race.toml").replace("look(5_000)", "look(20_000)");
    let file = crate::source::SourceFile::new("longer.toml", &text);
    crate::scenario::parse(file, &|_| unreachable!("no other file is named")).expect("sound")
}

/// A program that does something with every kind of object.
fn mixture() -> Scenario {
    scenario("src/engine/simulated/races.toml")
}

fn scenario(path: &str) -> Scenario {
    crate::scenario::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the scenario is sound")
}

fn run(scenario: &mut Scenario, seed: u64) -> Trace {
    scenario.machine.seed = seed;
    let trace = traced(Model::Threads, scenario);
    assert_eq!(check(&trace), [], "seed {seed}");
    trace
}

/// What went wrong with counts, in the order of the events.
fn wrong(trace: &Trace) -> Vec<&EventKind> {
    use EventKind::{CountLost, DiedEarly, Leaked, UsedAfterFree};
    let kinds = trace.events.iter().map(|event| &event.kind);
    kinds.filter(|kind| matches!(kind, CountLost(_) | DiedEarly(_) | UsedAfterFree { .. } | Leaked { .. })).collect()
}

/// The objects that lost a change, and those that died early or leaked.
fn objects(trace: &Trace) -> (BTreeSet<u64>, BTreeSet<u64>) {
    let (mut lost, mut harmed) = (BTreeSet::new(), BTreeSet::new());
    for kind in wrong(trace) {
        match kind {
            EventKind::CountLost(change) => drop(lost.insert(change.object)),
            EventKind::DiedEarly(death) => drop(harmed.insert(death.object)),
            EventKind::Leaked { object, .. } => drop(harmed.insert(*object)),
            _ => {}
        }
    }
    (lost, harmed)
}

fn returned(trace: &Trace) -> usize {
    trace.outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Returned { .. })).count()
}

#[test]
fn without_a_lock_counts_are_lost_and_objects_die_early_or_leak_under_every_seed() {
    let mut scenario = demonstration();
    let mut deadly = 0;
    for seed in 1..=12 {
        let trace = run(&mut scenario, seed);
        let (lost, harmed) = objects(&trace);
        assert!(!lost.is_empty() && !harmed.is_empty(), "seed {seed}");
        let wrong = wrong(&trace);
        if !wrong.iter().any(|kind| matches!(kind, EventKind::DiedEarly(_))) {
            assert!(wrong.iter().any(|kind| matches!(kind, EventKind::Leaked { .. })), "seed {seed}");
            continue;
        }
        deadly += 1;
        assert!(wrong.iter().any(|kind| matches!(kind, EventKind::UsedAfterFree { .. })), "seed {seed}");
        assert!(returned(&trace) < trace.outcomes.len(), "seed {seed}");
    }
    assert!(deadly >= 8, "{deadly}");
}

#[test]
fn the_bundled_seed_shows_a_leak_too() {
    let trace = traced(Model::Threads, &demonstration());
    assert!(wrong(&trace).iter().any(|kind| matches!(kind, EventKind::Leaked { .. })));
}

#[test]
fn the_same_seed_loses_the_same_counts_and_another_seed_others() {
    let mut scenario = demonstration();
    let once = run(&mut scenario, 5);
    assert!(once == run(&mut scenario, 5));
    assert!(wrong(&once) != wrong(&run(&mut scenario, 6)));
}

#[test]
fn a_lost_change_names_two_threads_and_a_count_that_is_wrong() {
    let trace = run(&mut demonstration(), 1);
    let mut changes = wrong(&trace).into_iter().filter_map(|kind| match kind {
        EventKind::CountLost(change) => Some(change),
        _ => None,
    });
    let first = changes.next().expect("counts are lost");
    // Nothing was lost before, so the count is wrong by this change alone.
    assert_eq!(first.should_be, i64::from(first.is) + i64::from(first.lost.by));
    assert!(first.what.starts_with("list ['spam']") || first.what.starts_with("str 'spam'"), "{}", first.what);
    assert!(first.lost.place.ends_with("scenarios/no_gil_race.toml:15"), "{}", first.lost.place);
    assert_eq!((first.lost.function.as_str(), first.kept.function.as_str()), ("look", "look"));
    assert!(changes.chain([first]).all(|change| change.lost.thread != change.kept.thread));
}

/// The same with counts that are changed in steps, and threads that often have to let go of a lock.
fn run_in_steps(scenario: &mut Scenario, seed: u64) -> Trace {
    scenario.machine.seed = seed;
    scenario.run.switch_interval = Nanos::from_micros(20);
    let profile = profile_of(scenario).expect("a profile of the program");
    let plan = plan(Model::Threads, scenario, &profile).expect("the machine can be built");
    let (sink, events) = Sink::collecting();
    let watch = Watch { stop: &|| false, print: &|_, _| true, complain: &|_, _| {} };
    let racing = Racing::new(program(scenario, &profile, &plan), seed);
    let report = machine::run(&plan, racing, Some(&sink), &watch);
    drop(sink);
    let outcomes = report.results.into_iter().map(|(_, outcome)| outcome).collect();
    Trace::new(Model::Threads, events.into_events(), task_infos(scenario), outcomes)
}

#[test]
fn with_a_lock_no_count_is_lost_though_its_changes_are_made_in_steps() {
    for policy in [Policy::CpythonInterval, Policy::Fifo] {
        let mut scenario = longer_demonstration();
        scenario.run.policy = policy;
        for seed in 1..=2 {
            let trace = run_in_steps(&mut scenario, seed);
            let is_forced = |event: &&Event| event.kind == EventKind::GilReleased { why: Release::Forced };
            let forced = trace.events.iter().filter(is_forced).count();
            assert!(forced > 10, "{policy}, seed {seed}: they take turns {forced} times");
            assert_eq!((wrong(&trace), returned(&trace)), (vec![], 4), "{policy}, seed {seed}");
        }
    }
}

#[test]
fn one_thread_at_a_time_loses_nothing_though_its_counts_are_changed_in_steps() {
    let mut scenario = mixture();
    let alone = traced(Model::Sequential, &scenario);
    scenario.run.workers = NonZeroUsize::MIN;
    let trace = run(&mut scenario, 1);
    assert_eq!((wrong(&trace), returned(&trace)), (vec![], 6));
    assert!(trace.outcomes == alone.outcomes, "steps make no difference");
}

#[test]
fn whatever_dies_early_or_leaks_has_lost_a_count() {
    let mut scenario = mixture();
    let mut failed = 0;
    for seed in 1..=25 {
        let trace = run(&mut scenario, seed);
        let (lost, harmed) = objects(&trace);
        assert!(harmed.is_subset(&lost), "seed {seed}: {:?}", harmed.difference(&lost));
        failed += trace.outcomes.len() - returned(&trace);
    }
    assert!(failed > 0, "over so many seeds, some task must have failed");
}

const SHARED: &str = r#"
program = '''
class Account:
    def __init__(self, owner):
        self.owner = owner

shared = {1: [10], 2: [20]}
account = Account(["me"])

def look(n):
    for i in range(n):
        shared[1]
        account.owner
    return n
'''
[[tasks]]
count = 4
call = "look(3_000)"
[run]
policy = "none"
engine = "simulated"
models = ["threads"]
[machine]
cores = 4
"#;

#[test]
fn counts_of_dicts_and_instances_and_what_they_hold_are_lost_too_and_named_by_the_programs_lines() {
    let file = crate::source::SourceFile::new("shared.toml", SHARED);
    let mut scenario = crate::scenario::parse(file, &|_| unreachable!("no other file is named")).expect("sound");
    let mut lost = BTreeSet::new();
    for seed in 1..=12 {
        let trace = run(&mut scenario, seed);
        for kind in wrong(&trace) {
            let EventKind::CountLost(change) = kind else { continue };
            lost.insert(change.what.clone());
            let lines = ["shared.toml:11", "shared.toml:12", "shared.toml:13"];
            assert!(lines.contains(&change.lost.place.as_str()), "{}", change.lost);
        }
        for outcome in &trace.outcomes {
            let Outcome::Raised { error, traceback } = outcome else { continue };
            assert!(error.starts_with("SystemError: use after free: "), "{error}");
            let of_program = |line: usize| traceback.contains(&format!("File \"shared.toml\", line {line}, in look\n"));
            assert!(of_program(11) || of_program(12) || of_program(13), "{traceback}");
        }
    }
    for kind in ["dict of 2", "Account object", "list [10]", "list ['me']"] {
        assert!(lost.contains(kind), "{kind} is not among {lost:?}");
    }
}
