//! Tuning: a goal becomes a setting that meets it, or the reason why none does.

use crate::gilsim::{Done, Place, gilsim};

const ECHO: &str = r#"
program = '''
import gilsim
import time


def echo(calls):
    for i in range(calls):
        gilsim.cpu("exponential(5us)")
        time.sleep(0.0001)


def hog():
    gilsim.cpu("400ms")
'''

[[tasks]]
call = "echo(40)"

[[tasks]]
count = 2
call = "hog()"

[run]
models = ["threads"]

[machine]
cores = 2
"#;

fn place(test: &str) -> Place {
    gilsim(test).with_scenario(ECHO)
}

fn tune(place: &Place, goal: &str, args: &[&str]) -> Done {
    place.call(["tune", "scenario.toml", "--goal", goal, "--seeds", "4"].into_iter().chain(args.iter().copied()))
}

fn json(place: &Place, goal: &str, args: &[&str], status: i32) -> serde_json::Value {
    let all: Vec<&str> = ["--json"].into_iter().chain(args.iter().copied()).collect();
    serde_json::from_str(&tune(place, goal, &all).exits_with(status).stdout).expect("it is JSON")
}

#[test]
fn a_goal_that_can_be_met_ends_in_a_line_of_python() {
    let place = place("tune_met");
    let done = tune(&place, "p50(echo) < 3ms", &[]).exits_with(0);
    done.shows("it meets the goal, the default does not")
        .shows("import sys; sys.setswitchinterval(")
        .shows("12 fresh seeds: all figures are as promised; the goal is met there too");
}

#[test]
fn a_policy_without_an_interval_is_not_judged_by_intervals() {
    let place = place("tune_no_interval");
    let done = tune(&place, "p99(echo) < 2s", &["--policy", "ruby-gvl"]).exits_with(0);
    let done = done.shows("  # under the policy ruby-gvl");
    assert!(!done.stdout.contains("beware") && !done.stdout.contains("setswitchinterval"), "{}", done.stdout);
}

#[test]
fn the_recommended_setting_meets_the_goal_when_it_is_swept() {
    let place = place("tune_confirmed");
    let advice = json(&place, "p50(echo) < 3ms", &[], 0);
    assert_eq!((&advice["meets"], &advice["confirmed"]), (&true.into(), &true.into()));
    let interval = advice["setting"]["switch_interval"].as_str().expect("a time");
    let args = ["sweep", "scenario.toml", "--switch-interval", interval, "--seed", "50..55", "--no-chart"];
    place.call(args).exits_with(0);
    let table = place.read("output/scenario/sweep.csv");
    let heads: Vec<&str> = table.lines().find(|line| line.starts_with("run,")).expect("a head").split(',').collect();
    let p50 = heads.iter().position(|head| *head == "latency.echo.p50").expect("a column");
    let rows = table.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    let medians: Vec<f64> =
        rows.map(|row| row.split(',').nth(p50).expect("a cell").parse().expect("a number")).collect();
    let mean = medians.iter().sum::<f64>() / medians.len() as f64;
    assert!(medians.len() == 6 && mean < 0.003, "{medians:?}");
}

#[test]
fn a_figure_can_be_made_small_under_a_bound() {
    let place = place("tune_minimise");
    let free = json(&place, "minimise p99(echo)", &[], 0);
    let bounded = json(&place, "minimise p99(echo) under handoffs.cost < 0.5%", &[], 0);
    let interval =
        |advice: &serde_json::Value| advice["setting"]["switch_interval"].as_str().expect("a time").to_string();
    assert!(interval(&free).ends_with("us"), "{}", interval(&free));
    assert!(interval(&bounded).ends_with("ms"), "{}", interval(&bounded));
}

#[test]
fn a_median_that_is_small_because_the_work_is_over_is_warned_of() {
    tune(&place("tune_beware"), "minimise p50(echo)", &["--switch-interval", "1ms,100ms"])
        .exits_with(0)
        .shows("beware");
}

#[test]
fn a_model_is_chosen_where_that_is_allowed() {
    let place = place("tune_model");
    let advice = json(&place, "p99(echo) < 0.3ms", &["--model", "threads,free-threaded", "--cores", "4"], 0);
    assert_eq!(advice["setting"]["model"], "free-threaded");
}

#[test]
fn pythons_own_interval_is_nothing_to_paste() {
    let place = place("tune_usual");
    tune(&place, "wall < 100s", &["--switch-interval", "5ms"])
        .exits_with(0)
        .shows("Nothing to paste")
        .hides("To paste");
}

#[test]
fn a_goal_that_cannot_be_met_is_told_with_what_would_help() {
    let place = place("tune_unmet");
    let done = tune(&place, "p99(echo) < 0.25ms", &["--cores", "4"]).exits_with(1);
    done.shows("no setting meets the goal")
        .shows("p99(echo) < 0.25ms stands in the way")
        .shows("a waiter really waits")
        .shows("with the model free-threaded, the goal is met")
        .shows("with 1 of the 2 tasks hog, the goal is")
        .hides("To paste")
        .shows("nearest")
        .hides("recommended");
}

#[test]
fn a_model_without_the_figure_of_the_goal_is_not_told_of_in_half_a_sentence() {
    let place = place("tune_unmeasured");
    let done = tune(&place, "gil.held < 0.01%", &["--cores", "4", "--switch-interval", "5ms"]).exits_with(1);
    done.shows("with the model free-threaded, the goal is not met: gil held is not measured there");
}

#[test]
fn what_has_no_bound_is_not_said_to_be_met() {
    let place = place("tune_least");
    let done =
        tune(&place, "minimise wall", &["--switch-interval", "5ms", "--set", "tasks.hog.count=1,2"]).exits_with(0);
    done.shows("checked with 12 fresh seeds").hides("the goal is met").hides("setswitchinterval");
}

#[test]
fn json_has_what_the_text_says() {
    let place = place("tune_whole_json");
    let told = json(&place, "p99(echo) < 0.25ms", &["--switch-interval", "5ms"], 1);
    assert_eq!((&told["seeds"], &told["fresh_seeds"]), (&4.into(), &12.into()), "{told:#}");
    assert_eq!(told["default_meets"], false);
    assert!(told["waited_interval"].is_number() && told["handoff"].is_number(), "{told:#}");
}

#[test]
fn wrong_goals_are_refused() {
    let place = place("tune_wrong");
    let refuses = |goal: &str, message: &str| {
        tune(&place, goal, &[]).exits_with(2).once().complains(message).shows_nothing();
    };
    refuses("p99(ech) < 2ms", "did you mean `latency.echo.p99`?");
    refuses("banana < 2ms", "gilsim list --figures shows all figures");
    refuses("p99(echo) < 2", "has no unit");
    refuses("p99(echo) < 1ms and p99(echo) > 2ms", "contradicts itself");
    refuses("", "the goal is empty");
    refuses("wall", "is no goal");
    let done = place.call(["tune", "scenario.toml", "--goal", "wall < 1s", "--switch-interval", "5ms..1ms"]);
    done.exits_with(2).once().complains("runs backwards");
}

#[test]
fn a_figure_that_no_run_yields_is_told() {
    let place = place("tune_no_figure");
    tune(&place, "p99(hog) < 2ms", &[])
        .exits_with(1)
        .once()
        .complains("no run of this scenario yields latency.hog.p99");
}

#[test]
fn an_unknown_figure_is_told_with_those_that_are_like_it() {
    let place = place("tune_unknown");
    let done = tune(&place, "p99(ecco) < 2ms", &[]).exits_with(2);
    assert!(!done.stderr.contains("loop.step.p99") && done.stderr.len() < 600, "{}", done.stderr);
    done.complains("did you mean `latency.echo.p99`?").complains("the groups here are echo, hog;");
}

#[test]
fn where_nothing_is_gained_the_default_stays() {
    let alone = "program = '''\ndef work():\n    return sum(range(1000))\n'''\n[[tasks]]\ncall = \"work()\"\n";
    let place = gilsim("tune_nothing").with_scenario(alone);
    tune(&place, "wall < 20ms", &[])
        .exits_with(0)
        .shows("recommended: switch interval 5ms, model threads, which is the default");
    let shorter = tune(&place, "wall < 20ms", &["--switch-interval", "50us..1ms"]).exits_with(0);
    shorter.shows("recommended: switch interval 1ms");
    let done = tune(&place, "p99(work) < 2ms", &[]).exits_with(1);
    done.complains(
        "no run of this scenario yields latency.work.p99, which is of blocking calls, such as sleeps and reads",
    );
}
