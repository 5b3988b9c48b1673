//! Wrong things that a new user types: one clear message each, exit status 2, and nothing left behind.

use crate::gilsim::{Done, Place, gilsim};

/// A scenario that is right but for `change`, which replaces `what`.
fn changed(test: &str, what: &str, change: &str) -> Place {
    let right = "program = '''\ndef crunch(n):\n    return n\n'''\n\n[[tasks]]\nname = \"crunch\"\ncall = \"crunch(3)\"\n\n[run]\nworkers = 2\nswitch_interval = \"5ms\"\n";
    assert!(right.contains(what));
    gilsim(test).with_scenario(&right.replace(what, change))
}

#[track_caller]
fn refuses(place: &Place, done: Done, message: &str) {
    done.exits_with(2).complains(message).shows_nothing();
    assert!(!place.has("output"), "nothing is left behind");
}

#[test]
fn a_missing_file() {
    let place = gilsim("missing_file").with_scenario("");
    let done = place.call(["run", "scenaro.toml"]);
    refuses(&place, done.once(), "there is no file scenaro.toml");
    refuses(&place, place.call(["run", "scenaro.toml"]), "did you mean scenario.toml?");
    let done = place.call(["run", "../no_such.py"]);
    assert!(!done.stderr.contains("scenario"), "a script is no part of a scenario: {}", done.stderr);
    refuses(&place, done.once(), "there is no file ../no_such.py");
}

#[test]
fn a_bundled_scenario_that_was_probably_meant() {
    let place = gilsim("missing_bundled");
    refuses(&place, place.call(["run", "cpu_bond"]), "help: did you mean cpu_bound?");
    refuses(&place, place.call(["run", "scenarios/cpu_bond.toml"]), "help: did you mean cpu_bound?");
    refuses(&place, place.call(["compare", "deadlok"]), "help: did you mean threads/deadlock?");
    refuses(&place, place.call(["run", "nothing_like_it"]), "help: gilsim list shows the bundled scenarios");
}

#[test]
fn a_folder() {
    let place = gilsim("folder");
    let done = place.call(["run", "."]);
    refuses(&place, done.once(), ". is a folder, not a file");
    let place = place.with_file("one.toml", b"").with_file("listing.py", b"");
    refuses(&place, place.call(["run", "."]), "did you mean ./one.toml?");
    let place = place.with_file("two.toml", b"");
    refuses(&place, place.call(["run", "."]), "name one of its files: 2 of them end in .toml");
}

#[test]
fn an_empty_file() {
    let place = gilsim("empty_file").with_scenario("");
    refuses(&place, place.run([]).once(), "scenario.toml is empty");
}

#[test]
fn a_file_that_is_not_text() {
    let place = gilsim("not_text").with_file("scenario.toml", b"title = '\xff'");
    refuses(&place, place.run([]).once(), "is not UTF-8");
}

#[test]
fn broken_toml() {
    let place = changed("broken_toml", "name = \"crunch\"", "name = \"crunch");
    refuses(&place, place.run([]).once(), "scenario.toml:7:");
}

#[test]
fn an_unknown_key() {
    let place = changed("unknown_key", "workers", "wokers");
    refuses(&place, place.run([]).once(), "did you mean `workers`?");
}

#[test]
fn a_call_of_a_function_that_does_not_exist() {
    let place = changed("no_function", "\"crunch(3)\"", "\"cruch(3)\"");
    refuses(&place, place.run([]).once(), "scenario.toml:8:9");
    refuses(&place, place.run([]), "cruch");
}

#[test]
fn a_call_with_the_wrong_number_of_arguments() {
    let place = changed("wrong_arguments", "\"crunch(3)\"", "\"crunch(3, 4)\"");
    refuses(&place, place.run([]).once(), "scenario.toml:8:");
    refuses(&place, place.run([]), "crunch() takes 1 argument, and 2 are given");
}

#[test]
fn a_duration_without_a_unit() {
    let place = changed("no_unit", "\"5ms\"", "\"5\"");
    refuses(&place, place.run([]).once(), "the duration `5` has no unit");
}

#[test]
fn no_workers() {
    let place = changed("no_workers", "workers = 2", "workers = 0");
    refuses(&place, place.run([]).once(), "`workers` cannot be 0");
}

#[test]
fn a_mistake_in_the_program_points_into_the_toml_file() {
    let place = changed("syntax_error", "    return n", "    return n +");
    refuses(&place, place.run([]).once(), "scenario.toml:3:");
}

#[test]
fn a_construct_that_is_not_supported_is_named_at_its_place() {
    let place = changed("unsupported", "    return n", "    return '\\ud800'");
    refuses(&place, place.run([]), "scenario.toml:3:");
}

#[test]
fn all_mistakes_of_a_file_at_once() {
    let place = changed("all_at_once", "    return n", "    return n +").run([]).exits_with(2);
    assert_eq!(place.stderr.matches("error: ").count(), 1);
    let place =
        changed("all_at_once", "workers = 2\nswitch_interval = \"5ms\"", "workers = 0\nswitch_interval = \"5\"");
    let done = place.run([]).exits_with(2);
    assert_eq!(done.stderr.matches("error: ").count(), 2, "{}", done.stderr);
}

#[test]
fn an_expectation_on_a_figure_that_does_not_exist() {
    let place = changed("no_figure", "[run]", "[expect]\nthreads.speedupp = { at_most = 1.0 }\n\n[run]");
    refuses(&place, place.run([]).once(), "did you mean `threads.speedup`");
}

#[test]
fn wrong_options() {
    let place = changed("wrong_options", "crunch", "crunch");
    for (args, message) in [
        (vec!["--model", "thread"], "threads"),
        (vec!["--switch-interval", "5"], "5ms"),
        (vec!["--workers", "0"], "`workers` cannot be 0"),
        (vec!["--workers", "many"], "many"),
        (vec!["--model", "threads", "--model", "threads"], "named twice"),
        (vec!["--frobnicate"], "--frobnicate"),
        (vec!["--workers", "-1"], "`-1` is not a whole number; write one like 4"),
        (vec!["--simulated", "--cores", "two"], "`two` is not a whole number; write one like 4"),
        (vec!["--simulated", "--seed", "-1"], "`-1` is not a whole number; write one like 4"),
        (vec!["--core-lanes"], "--core-lanes describes the simulated machine"),
        (vec!["--simulated", "--profile", "."], "the profile `.` is a folder, not a file"),
    ] {
        refuses(&place, place.run(args), message);
    }
}

#[test]
fn numbers_of_other_commands_are_whole_too() {
    let place = changed("numbers_of_commands", "workers = 2", "workers = 1");
    for args in [
        ["compare", "scenario.toml", "--workers", "-1"],
        ["explore", "scenario.toml", "--seed", "-1"],
        ["explore", "scenario.toml", "--cores", "-1"],
        ["explore", "scenario.toml", "--seeds", "-1"],
        ["sweep", "scenario.toml", "--seed", "-1"],
    ] {
        refuses(&place, place.call(args).once(), "`-1` is not a whole number; write one like 4");
    }
    for (args, message) in [
        (["explore", "scenario.toml", "--seeds", "0"], "`0` is too few; write a whole number like 4"),
        (["sweep", "scenario.toml", "--jobs", "-1"], "-1 is not in 1..=1024"),
    ] {
        refuses(&place, place.call(args), message);
    }
}

#[test]
fn arguments_of_a_script_that_stand_right_behind_it() {
    let place = gilsim("arguments_of_a_script").with_file("alone.py", b"print('hello')\n");
    let tip = "what a script is to find in sys.argv stands behind --, as '-- items'";
    refuses(&place, place.call(["run", "alone.py", "items", "more"]).once(), tip);
    place.call(["run", "alone.py", "--frobnicate"]).exits_with(2).says_nothing_of("sys.argv");
    place.call(["dis", "alone.py", "items"]).exits_with(2).says_nothing_of("sys.argv");
}

#[test]
fn a_script_has_as_many_threads_as_it_starts() {
    let place = gilsim("workers_of_a_script").with_file("alone.py", b"print('hello')\n");
    let done = place.call(["run", "alone.py", "--workers", "3"]);
    refuses(&place, done.once(), "workers are for the tasks of a scenario, and alone.py is a script");
}

#[test]
fn an_unknown_command() {
    gilsim("unknown_command").call(["rum"]).exits_with(2).complains("run").shows_nothing();
}

#[test]
fn an_output_folder_that_cannot_be_written() {
    let place = changed("unwritable", "crunch", "crunch").with_file("in-the-way", b"");
    let done = place.run(["--output", "in-the-way"]);
    refuses(&place, done.once(), "cannot write to the output folder in-the-way");
    assert_eq!(place.read("in-the-way"), "");
}
