//! What pictures and reports say of locks that know no switch interval.

use crate::gilsim::{Place, gilsim};

const TURNS: &str = r#"
program = '''
def crunch(n):
    result = 0
    for i in range(n):
        result += i
    return result
'''

[[tasks]]
name = "crunch"
count = 3
call = "crunch(9_000_000)"
"#;

/// The words of the picture; those of a key stand in several lines.
fn picture(place: &Place, policy: &str) -> String {
    let args = ["--simulated", "--model", "threads", "--policy", policy, "--svg"];
    place.run(args).exits_with(0).says_nothing_of("contradicts itself");
    let svg = place.read("output/scenario/timeline.svg");
    let (_, drawn) = svg.split_once("</style>").expect("the font stands before what is drawn");
    let words = drawn.split('<').filter_map(|element| element.split_once('>')).map(|(_, words)| words.trim());
    words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn pictures_name_what_ends_a_turn_under_the_lock() {
    let place = gilsim("turns").with_scenario(TURNS);
    for (policy, named) in [
        ("cpython-interval", "5 ms switch interval"),
        ("fifo", "5 ms switch interval"),
        ("cpython-ticks", "(the holder lets go every 100 bytecodes)"),
        ("ruby-gvl", "(the quantum is 100 ms)"),
        ("ruby-gvl:quantum=20ms", "(the quantum is 20 ms)"),
        ("ocaml-master", "(the tick is 50 ms)"),
        ("pypy", "(the holder lets go every 10,000 bytecodes)"),
        ("micropython", "(the holder lets go every 32 backward jumps)"),
        ("bfs", "(a slice is 10 ms)"),
    ] {
        let picture = picture(&place, policy);
        assert!(picture.contains(named), "{policy}");
        let interval = matches!(policy, "cpython-interval" | "fifo");
        assert_eq!(picture.contains("switch interval"), interval, "{policy}");
        assert_eq!(picture.contains("holder lets go at its next"), interval, "{policy}");
    }
}

#[test]
fn under_a_long_quantum_several_hand_offs_are_enlarged() {
    let place = gilsim("long_quantum").with_scenario(&TURNS.replace("9_000_000", "27_000_000"));
    let picture = picture(&place, "ruby-gvl");
    let (_, heading) = picture.split_once("Zoom into threads: ").expect("the lock changes hands");
    let count = heading.split_once(" with ").and_then(|(_, rest)| rest.split_once(" hand-offs"));
    assert!(count.is_some_and(|(count, _)| count.parse().is_ok_and(|count: u32| count >= 6)), "{heading}");
}

#[test]
fn a_report_names_the_switch_interval_only_where_the_lock_has_one() {
    let place = gilsim("interval_in_reports").with_scenario(TURNS);
    let report =
        |policy| place.run(["--simulated", "--no-chart", "--model", "threads", "--policy", policy]).exits_with(0);
    report("fifo").shows("3 tasks, 3 workers, switch interval 5.00 ms, policy fifo, simulated machine");
    report("ruby-gvl").shows("3 tasks, 3 workers, policy ruby-gvl:quantum=100ms,tick=10ms, simulated machine");
}
