//! Comparing all models on one workload: what is recommended, why, and what would change it.

use crate::gilsim::{Done, Place, gilsim};
use serde_json::Value;

/// Four tasks that compute for 30 ms and return what they are told.
fn computing(result: &str) -> String {
    format!(
        "program = '''\nimport gilsim\n\n\ndef work():\n    gilsim.cpu(\"30ms\")\n    return {result}\n'''\n[[tasks]]\ncall \
         = \"work()\"\ncount = 4\n"
    )
}

const WAITING: &str = "program = '''\nimport gilsim\n\n\ndef wait():\n    gilsim.cpu(\"20us\")\n    \
                       gilsim.io(\"20ms\")\n'''\n[[tasks]]\ncall = \"wait()\"\ncount = 6\n";

const BOTH: &str = "program = '''\nimport gilsim\n\n\ndef wait():\n    for i in range(10):\n        gilsim.io(\"5ms\")\n        \
                    gilsim.cpu(\"100us\")\n\n\ndef compute():\n    gilsim.cpu(\"60ms\")\n'''\n[[tasks]]\ncall = \
                    \"wait()\"\ncount = 6\n[[tasks]]\ncall = \"compute()\"\ncount = 2\n";

fn place(test: &str, scenario: &str) -> Place {
    gilsim(test).with_scenario(scenario)
}

fn compare(place: &Place, args: &[&str]) -> Done {
    place.call(["compare", "scenario.toml"].into_iter().chain(args.iter().copied()))
}

fn json(place: &Place, args: &[&str]) -> Value {
    let all: Vec<&str> = ["--json", "--quiet", "--no-chart"].into_iter().chain(args.iter().copied()).collect();
    serde_json::from_str(&compare(place, &all).exits_with(0).stdout).expect("it is JSON")
}

fn of<'a>(found: &'a Value, model: &str) -> &'a Value {
    let rows = found["models"].as_array().expect("a list");
    rows.iter().find(|row| row["model"] == model).unwrap_or_else(|| panic!("{model} is not in {found}"))
}

fn change<'a>(found: &'a Value, what: &str) -> &'a Value {
    let all = found["changes"].as_array().expect("a list");
    all.iter().find(|change| change["what"] == what).unwrap_or_else(|| panic!("{what} is not in {found}"))
}

#[test]
fn what_computes_is_given_to_a_pool_of_processes_and_the_picture_shows_all_models() {
    let place = place("compare_computing", &computing("1"));
    let done = compare(&place, &["--no-changes", "--svg"]).exits_with(0);
    done.shows("Recommended: process-pool")
        .shows("price: about ")
        .shows("hybrid does not fit: no task waits long enough to want a thread")
        .shows("each has a GIL of its own");
    let picture = place.read("output/scenario/compare.svg");
    for model in ["sequential", "thread-pool", "process-pool, the choice", "asyncio", "free-threaded"] {
        assert!(picture.contains(model), "{model}");
    }
    assert!(place.has("output/scenario/compare.png") && !place.has("output/scenario/cores.png"));
}

#[test]
fn the_speed_up_in_words_is_that_of_the_table_and_a_reason_says_which_run_it_is_of() {
    let scenario = computing("1").replace("\"30ms\"", "\"uniform(20ms, 40ms)\"");
    let place = place("compare_words", &scenario);
    let args = ["--no-changes", "--cores", "8"];
    let done =
        compare(&place, &args).exits_with(0).shows("efficiency: speed-up a core, which is over 100 % where tasks wait");
    let found = json(&place, &args);
    let times =
        of(&found, found["recommended"]["model"].as_str().expect("a name"))["speedup"].as_f64().expect("a number");
    let done = done.shows(&format!(", {times:.2} times as fast on average\n"));
    done.shows("\n  why, in the run of seed 1 alone: ");
    let one = compare(&place, &["--no-changes", "--no-chart", "--seeds", "1"]).exits_with(0);
    one.shows(" times as fast\n  why: ");
}

const ALOUD: &str = "program = '''\nimport sys\n\n\ndef work():\n    print('aloud')\n    sys.stderr.write('complaint')\n'''\n\
                     [[tasks]]\ncall = \"work()\"\ncount = 2\n";

#[test]
fn what_the_programs_say_is_not_heard() {
    let done = compare(&place("compare_unheard", ALOUD), &["--no-changes", "--no-chart"]).exits_with(0);
    assert!(!done.stderr.contains("complaint") && !done.stderr.contains("aloud"), "{}", done.stderr);
}

#[test]
fn what_waits_is_given_to_the_simplest_of_those_that_overlap() {
    let found = json(&place("compare_waiting", WAITING), &["--no-changes"]);
    assert_eq!(found["recommended"]["model"], "thread-pool");
    let ties = found["recommended"]["ties"].as_array().expect("a list");
    assert!(ties.contains(&"threads".into()) && ties.contains(&"asyncio".into()), "{ties:?}");
    assert_eq!(found["does_not_fit"][0]["model"], "hybrid");
    assert!(of(&found, "asyncio")["wall"].as_f64() < Some(0.03), "{found}");
}

#[test]
fn a_loop_is_blocked_by_what_computes_and_a_hybrid_is_not() {
    let found = json(&place("compare_both", BOTH), &["--no-changes"]);
    let p99 = |model: &str| of(&found, model)["call_p99"].as_f64().expect("it makes calls");
    assert!(p99("asyncio") > 0.06 && p99("hybrid") < 0.008, "{found}");
    assert!(of(&found, "hybrid")["wall"].as_f64() < of(&found, "thread-pool")["wall"].as_f64());
}

#[test]
fn one_core_makes_one_task_after_the_other_the_choice() {
    let place = place("compare_cores", &computing("1"));
    let found = json(&place, &["--no-changes", "--cores", "4,1,2"]);
    let choices: Vec<_> = found["by_cores"].as_array().expect("a list").iter().collect();
    let told: Vec<_> = choices.iter().map(|on| (on["cores"].as_u64(), on["recommended"].as_str())).collect();
    assert_eq!(told, [(Some(1), Some("sequential")), (Some(2), Some("process-pool")), (Some(4), Some("process-pool"))]);
    let done = compare(&place, &["--no-changes", "--cores", "1,2,4", "--svg", "--seed", "5"]).exits_with(0);
    done.shows("Wall time by the number of cores");
    assert!(place.read("output/scenario/cores.svg").contains("On 1 core sequential is the choice, from 2 cores on"));
}

#[test]
fn what_would_change_the_choice_is_found_by_runs() {
    let found = json(&place("compare_changes", &computing("1")), &["--seed", "1,2"]);
    let cores = change(&found, "cores");
    assert_eq!((&cores["here"], &cores["below"]["model"]), (&4.0.into(), &"sequential".into()), "{cores}");
    let bytes = change(&found, "result_bytes");
    let (at, before) = (&bytes["above"]["at"], bytes["above"]["before"].as_f64().expect("a time"));
    assert!(at.as_f64() >= Some(1e6) && bytes["above"]["wall"].as_f64().expect("a time") < before, "{bytes}");
    let waiting = change(&found, "waiting_share");
    assert_eq!(waiting["here"], 0.0);
    assert!(waiting["above"]["at"].as_f64() > Some(0.2), "{waiting}");
}

#[test]
fn a_comparison_is_the_same_each_time() {
    let place = place("compare_same", BOTH);
    let once = compare(&place, &["--json", "--quiet", "--svg"]).exits_with(0).stdout;
    let picture = place.read("output/scenario/compare.svg");
    assert_eq!(compare(&place, &["--json", "--quiet", "--svg"]).exits_with(0).stdout, once);
    assert_eq!(place.read("output/scenario/compare.svg"), picture);
}

#[test]
fn tasks_that_need_one_another_fit_only_where_they_meet() {
    let scenario = "program = '''\nimport threading\n\nmet = threading.Barrier(2)\n\n\ndef meet():\n    \
                    met.wait(timeout=0.05)\n'''\n[[tasks]]\ncall = \"meet()\"\ncount = 2\n";
    let found = compare(&place("compare_meeting", scenario), &["--no-chart", "--no-changes"]).exits_with(0);
    found
        .shows("Recommended: threads\n")
        .shows("no choice, as tasks fail there that do not fail elsewhere: sequential");
}

#[test]
fn results_that_differ_between_models_are_told() {
    let scenario = "program = '''\ncounter = 0\n\n\ndef count():\n    global counter\n    counter += 1\n    return \
                    counter\n'''\n[[tasks]]\ncall = \"count()\"\ncount = 2\n";
    compare(&place("compare_unlike", scenario), &["--no-chart", "--no-changes"])
        .exits_with(0)
        .shows("beware: the models do not give the same results");
}

#[test]
fn the_real_engine_compares_what_it_can_run() {
    let place = place("compare_real", WAITING);
    let found = json(&place, &["--real", "--seed", "1"]);
    assert!(of(&found, "asyncio")["wall"].as_f64() > Some(0.02));
    let unfit: Vec<_> = found["does_not_fit"].as_array().expect("a list").iter().map(|one| &one["model"]).collect();
    assert_eq!(unfit, ["sub-interpreters", "free-threaded", "hybrid"]);
    assert_eq!(found["changes"].as_array().map(Vec::len), Some(0));
}

#[test]
fn wrong_usage_is_refused() {
    let place = place("compare_wrong", WAITING).with_file("listing.py", b"print(1)\n");
    let refuses = |args: &[&str], message: &str| {
        place
            .call(["compare"].into_iter().chain(args.iter().copied()))
            .exits_with(2)
            .complains(message)
            .shows_nothing();
    };
    refuses(&["listing.py"], "is a script, which decides by itself");
    refuses(&["nothing.toml"], "nothing.toml");
    refuses(&["scenario.toml", "--cores", "0"], "`cores` cannot be 0");
    refuses(&["scenario.toml", "--cores", "1,5000"], "from 1 to 4096 is possible");
    refuses(&["scenario.toml", "--seed", "banana"], "seed");
    refuses(&["scenario.toml", "--model", "fibres"], "fibres");
    refuses(&["scenario.toml", "--model", "threads", "--model", "threads"], "is named twice");
    refuses(&["scenario.toml", "--workers", "0"], "`workers` cannot be 0");
    refuses(&["scenario.toml", "--profile", "cpython-9"], "unknown profile");
    refuses(&["scenario.toml", "--real", "--cores", "2"], "--cores");
}

#[test]
fn a_program_that_cannot_begin_fails_the_comparison() {
    let scenario = "program = '''\nx = 1 // 0\n\n\ndef f():\n    pass\n'''\n[[tasks]]\ncall = \"f()\"\n";
    compare(&place("compare_raises", scenario), &["--no-chart"])
        .exits_with(1)
        .complains("no model could be run to its end")
        .complains("ZeroDivisionError");
}

#[test]
fn where_no_model_ends_there_is_no_table() {
    let endless = "program = '''\ndef work():\n    while True:\n        pass\n'''\n[[tasks]]\ncall = \"work()\"\n";
    let done = compare(&place("compare_endless", endless), &["--time-limit", "2ms", "--no-changes"]).exits_with(1);
    let told = "\nsequential does not fit: stopped at the time limit of 2.00 ms of virtual time\n";
    done.shows(told).hides("speed-up").hides("efficiency");
}

/// A task writes a file and reads it again; it fails where the file was there before.
const FILES: &str = "program = '''\nimport os\n\n\ndef load():\n    with open('in.txt', 'x') as file:\n        file.write('item ' * \
                     4000)\n    with open('in.txt') as file:\n        found = len(file.read().split())\n    \
                     os.rename('in.txt', 'done.txt')\n    os.remove('done.txt')\n    open('out.txt', 'x').close()\n    \
                     return found\n'''\n[[tasks]]\ncall = \"load()\"\n";

#[test]
fn runs_at_the_same_time_do_not_meet_in_the_files_that_their_programs_write() {
    let place = place("compare_files", FILES);
    let told = json(&place, &["--seeds", "1..4", "--no-changes"]);
    for row in told["models"].as_array().expect("a list") {
        assert_eq!(row["tasks_failed"], 0.0, "{row}");
    }
    let sweep = ["sweep", "scenario.toml", "--seeds", "1..6", "--model", "threads,processes", "--jobs", "4"];
    let done = place.call(sweep.into_iter().chain(["--cores", "1,2", "--no-chart"])).exits_with(0);
    assert!(!done.stderr.contains("failed"), "{}", done.stderr);
    assert!(!place.has("in.txt") && !place.has("out.txt"), "nothing lasts of it");
    place.call(["explore", "scenario.toml", "--seeds", "30", "--quiet"]).exits_with(0).shows("1 outcome");
}

#[test]
fn that_calls_are_shortest_one_after_the_other_is_no_advice() {
    let waiting = "program = '''\nimport gilsim\n\n\ndef work():\n    gilsim.io(\"5ms\")\n    \
                   gilsim.cpu(\"4ms\")\n'''\n[[tasks]]\ncall = \"work()\"\ncount = 8\n";
    let done = compare(&place("compare_latency", waiting), &["--no-changes", "--model", "threads"]).exits_with(0);
    done.shows("Recommended: threads").hides("least under sequential");
}
