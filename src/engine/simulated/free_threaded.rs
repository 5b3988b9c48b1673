//! What free-threaded runs pay for sharing objects.

use super::profile::{Field, Profile};
use super::scenario::tests::traced;
use crate::model::Model;
use crate::scenario::{Scenario, parse};
use crate::source::SourceFile;
use crate::trace::{EventKind, Outcome, check};

fn scenario(program: &str, call: &str, count: usize) -> Scenario {
    let text = format!(
        "program = '''\n{program}\n'''\n[[tasks]]\ncall = \"{call}\"\ncount = {count}\n[run]\nengine = \"simulated\"\n\
         models = [\"free-threaded\"]\n[machine]\ncores = 8\nprofile = \"cpython-3.13t\"\n"
    );
    parse(SourceFile::new("free.toml", text), &|_| unreachable!("no other file is named"))
        .expect("the scenario is sound")
}

/// How long the tasks took, from the first one's begin, and the values of the first.
fn took(scenario: &Scenario) -> (f64, Outcome) {
    let trace = traced(Model::FreeThreaded, scenario);
    assert_eq!(check(&trace).first(), None);
    let began =
        trace.events.iter().find(|event| matches!(event.kind, EventKind::TaskStarted { .. })).expect("it begins");
    let ended = trace.events.iter().rfind(|event| matches!(event.kind, EventKind::TaskEnded { .. })).expect("it ends");
    ((ended.at - began.at).as_secs_f64(), trace.outcomes[0].clone())
}

const COUNTS: &str = "
shared = ['a', 'b']

def own(n):
    mine = ['a', 'b']
    for i in range(n):
        mine[0]

def others(n):
    for i in range(n):
        shared[0]
";

#[test]
fn references_to_objects_that_several_threads_use_at_once_are_dear() {
    let of = |call, count| took(&scenario(COUNTS, call, count)).0;
    let (own, own_four) = (of("own(30_000)", 1), of("own(30_000)", 4));
    assert!(own_four < 1.3 * own, "private objects scale: {own_four} for {own}");
    let (alone, four) = (of("others(30_000)", 1), of("others(30_000)", 4));
    assert!(four > 2.0 * alone, "four at once: {four} for {alone}");
    assert!(alone - own < 0.5 * (four - alone), "one thread alone: {alone} for {own}, four at once {four}");
}

const PUT: &str = "
box = []

def use(n):
    if not box:
        box.append(['a', 'b'])
    inner = box[0]
    for i in range(n):
        inner[0]
";

#[test]
fn what_a_thread_makes_and_puts_where_others_reach_it_is_shared_from_then_on() {
    let of = |count| took(&scenario(PUT, "use(20_000)", count)).0;
    let (alone, four) = (of(1), of(4));
    assert!(four > 2.0 * alone, "four at once: {four} for {alone}");
}

#[test]
fn results_are_those_of_one_thread() {
    let program = "
class Point:
    def __init__(self, x):
        self.x = x

def points(n):
    all = [Point(i) for i in range(n)]
    table = {str(point.x): point for point in all}
    return sum(table[str(i)].x for i in range(n))
";
    let (_, outcome) = took(&scenario(program, "points(300)", 4));
    assert_eq!(outcome, Outcome::Returned { value: "44850".to_string() });
}

#[test]
fn many_new_objects_bring_collections_that_stop_all_threads() {
    let program = "
def keep(n):
    all = []
    for i in range(n):
        all.append([i])
    return len(all)
";
    let stops = |count| {
        let mut scenario = scenario(program, "keep(30_000)", count);
        let plain = took(&scenario).0;
        let dear = crate::scenario::Cost {
            name: "free_threading.stop_the_world".to_string(),
            value: 1e6,
            span: Default::default(),
        };
        scenario.machine.costs = vec![dear];
        (took(&scenario).0 - plain) / 0.002
    };
    let (one, two) = (stops(1), stops(2));
    assert!(
        (6.0..9.0).contains(&one),
        "from some 6,000 of the interpreter's to 36,000, each time a quarter more: {one}"
    );
    assert!(two > one + 1.0, "twice the objects, and each thread stands still for each: {two}");
}

#[test]
fn objects_locks_and_slower_code_are_charged() {
    let profile = Profile::find("cpython-3.13t").expect("part of the program");
    let scenario =
        scenario("def store(n):\n    xs = [0]\n    for i in range(n):\n        xs[0] = i\n", "store(10_000)", 1);
    let (wall, _) = took(&scenario);
    let dearer = {
        let mut scenario = scenario.clone();
        let value = profile.value(Field::ObjectLock) + 100.0;
        scenario.machine.costs = vec![crate::scenario::Cost {
            name: "free_threading.object_lock".to_string(),
            value,
            span: Default::default(),
        }];
        took(&scenario).0
    };
    assert!((dearer - wall - 10_000.0 * 100e-9).abs() < 1e-4, "{dearer} against {wall}");
}

#[test]
fn a_free_threaded_run_is_the_same_each_time() {
    let scenario = scenario(COUNTS, "others(2_000)", 3);
    assert!(traced(Model::FreeThreaded, &scenario) == traced(Model::FreeThreaded, &scenario));
}
