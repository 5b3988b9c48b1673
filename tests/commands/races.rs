//! The demonstration of what a GIL is for: reference counts without one.

use crate::gilsim::{Place, gilsim};

const BUNDLED: &str = include_str!("../../scenarios/no_gil_race.toml");

fn place(test: &str) -> Place {
    gilsim(test).with_scenario(BUNDLED)
}

/// The same without its expectations.
fn plain(test: &str) -> Place {
    let text = BUNDLED.split("[expect]").next().expect("something stands before the expectations");
    gilsim(test).with_scenario(text)
}

const LOST: &str = "threads.counts.lost";
const DIED: &str = "threads.counts.died_early";
const LEAKED: &str = "threads.counts.leaked";

fn figure(place: &Place, name: &str) -> f64 {
    place.summary()["figures"][name]["value"].as_f64().unwrap_or_else(|| panic!("there is no {name}"))
}

#[test]
fn the_run_names_the_instructions_that_lost_a_count_and_what_came_of_it() {
    let place = place("race");
    let done = place.run(["--no-chart"]).exits_with(0);
    let section = done.stdout.split("Lost reference counts\n").nth(1).expect("the section is there");
    for words in
        ["changes were lost", "list ['spam'] died early, at", "leaked: at the end nobody", "overwritten by", "on core"]
    {
        assert!(section.contains(words), "{words:?} is not in {section}");
    }
    assert!(section.contains("+1 by BINARY_SUBSCR in look, scenario.toml:15 (look-"), "{section}");
    assert!(section.contains("not a defect of the program or of gilsim"), "{section}");
    done.shows("Tasks that failed, as the scenario expects").shows("SystemError: use after free");
    assert!(figure(&place, LOST) > figure(&place, DIED) && figure(&place, LEAKED) >= 1.0);
}

const ALARMED: &str = "import signal
got = []
signal.signal(signal.SIGALRM, lambda number, frame: got.append(number))
signal.setitimer(signal.ITIMER_REAL, 0.001)
turns = 0
while not got and turns < 1_000_000:
    turns += 1
print(got)
";

#[test]
fn who_computes_without_a_lock_handles_signals_too() {
    let place = gilsim("alarmed").with_file("alarmed.py", ALARMED.as_bytes());
    let way = ["--simulated", "--model", "threads", "--policy", "none", "--quiet", "--no-chart"];
    let done = place.call(["run", "alarmed.py"].into_iter().chain(way)).exits_with(0);
    assert_eq!(done.stdout, "[14]\n");
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let place = place("race_bytes");
    let run = || {
        let stdout = place.run(["--no-chart"]).exits_with(0).stdout;
        (stdout, place.read("output/scenario/events.jsonl"), place.read("output/scenario/summary.json"))
    };
    assert!(run() == run(), "a second run differs");
}

#[test]
fn tasks_that_die_of_it_fail_a_run_that_does_not_expect_them_to() {
    let place = plain("race_unexpected");
    place.run(["--no-chart"]).exits_with(1).complains("use after free").shows("Lost reference counts");
}

#[test]
fn with_a_lock_or_with_counts_made_for_it_nothing_is_lost() {
    let place = plain("race_lock");
    place.run(["--no-chart", "--policy", "cpython-interval"]).exits_with(0).hides("Lost reference counts");
    assert_eq!([LOST, DIED, LEAKED].map(|name| figure(&place, name)), [0.0; 3]);
    place.run(["--no-chart", "--model", "free-threaded"]).exits_with(0).hides("Lost reference counts");
    let names = [LOST, DIED, LEAKED].map(|name| name.replace("threads", "free-threaded"));
    assert_eq!(names.map(|name| figure(&place, &name)), [0.0; 3]);
}

#[test]
fn with_a_lock_the_demonstration_says_that_it_shows_nothing() {
    let done = place("race_unmet").run(["--no-chart", "--policy", "cpython-interval"]).exits_with(1);
    done.complains("expectation not met: threads.counts.lost is 0, expected at least 1");
}
