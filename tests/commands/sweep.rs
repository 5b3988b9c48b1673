//! Sweeps: from ranges to a table that is never torn, and what is refused on the way.

use crate::gilsim::{Done, Place, gilsim, signal};
use std::time::Duration;

/// Short waits beside a thread that computes; ten microseconds of real time a run.
const SHORT: &str = r#"
program = '''
import gilsim
import time

WAITS = 20


def short():
    for i in range(WAITS):
        time.sleep(0.0001)


def hog():
    gilsim.cpu("600ms")
'''

[[tasks]]
call = "short()"

[[tasks]]
call = "hog()"

[run]
models = ["threads"]

[machine]
cores = 2
"#;

fn place(test: &str) -> Place {
    gilsim(test).with_scenario(SHORT)
}

fn sweep<'a>(place: &Place, args: impl IntoIterator<Item = &'a str>) -> Done {
    place.call(["sweep", "scenario.toml"].into_iter().chain(args))
}

/// The rows of a table as cells, without header.
fn rows(table: &str) -> Vec<Vec<String>> {
    let lines = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.split(',').map(str::to_string).collect()).collect()
}

const SIX: [&str; 4] = ["--switch-interval", "1ms,5ms,20ms", "--seed", "1..2"];

#[test]
fn a_sweep_without_ranges_runs_twelve_intervals_with_five_seeds_and_draws() {
    let place = place("sweep_default");
    let done = sweep(&place, []).exits_with(0);
    done.shows("switch interval").shows("p99 of short").shows("each point 5 seeds, simulated; means");
    assert_eq!(rows(&place.read("output/scenario/sweep.csv")).len(), 60);
    for picture in ["sweep.png", "pareto.png"] {
        assert!(place.has(&format!("output/scenario/{picture}")), "{picture}");
    }
    assert!(!place.has("output/scenario/heatmap.png"), "there is one parameter only");
    assert!(!place.has("output/scenario/sweep.csv.partial"));
}

#[test]
fn latency_follows_the_interval_in_every_row() {
    let place = place("sweep_latency");
    sweep(&place, SIX).exits_with(0);
    let table = place.read("output/scenario/sweep.csv");
    let heads: Vec<&str> = table.lines().find(|line| line.starts_with("run,")).expect("a head").split(',').collect();
    let column = |name: &str| heads.iter().position(|head| *head == name).expect("a column of that name");
    for (row, interval) in rows(&table).iter().zip([1.0, 1.0, 5.0, 5.0, 20.0, 20.0]) {
        let p50: f64 = row[column("latency.short.p50")].parse().expect("a number");
        assert!((p50 * 1e3 - interval).abs() < 0.5, "{interval} ms: {p50} s");
    }
}

#[test]
fn each_line_has_its_own_knee() {
    let place = place("sweep_knees");
    let along = ["--switch-interval", "20us,50us,100us,200us,500us,1ms,2ms,5ms,10ms", "--seed", "1"];
    let picture_of = |lines: [&'static str; 2]| {
        sweep(&place, along.into_iter().chain(lines).chain(["--svg", "--restart"])).exits_with(0);
        place.read("output/scenario/sweep.svg")
    };
    assert!(picture_of(["--policy", "pypy,cpython-interval"]).contains("µs: cpython-interval<"));
    let shared = picture_of(["--cores", "2,3"]);
    assert!(shared.contains(">knee ") && !shared.contains(": cores"), "{shared}");
}

#[test]
fn any_value_of_the_file_can_be_swept() {
    let place = place("sweep_paths");
    let args = ["--set", "program.WAITS=5,10", "--set", "tasks.hog.count=1..2", "--seed", "1", "--svg"];
    sweep(&place, args).exits_with(0).shows("program.WAITS").shows("tasks.hog.count");
    let found = rows(&place.read("output/scenario/sweep.csv"));
    let waits: Vec<&str> = found.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(waits, ["5", "5", "10", "10"]);
    assert!(place.has("output/scenario/heatmap.png") && place.has("output/scenario/heatmap.svg"));
}

#[test]
fn the_same_sweep_gives_the_same_bytes_however_many_run_at_once() {
    let place = place("sweep_bytes");
    let table = |jobs: &str| {
        sweep(&place, SIX.into_iter().chain(["--jobs", jobs, "--no-chart"])).exits_with(0);
        place.read("output/scenario/sweep.csv")
    };
    assert_eq!(table("1"), table("4"));
}

#[test]
fn what_a_killed_sweep_left_is_taken_up_again() {
    let place = place("sweep_resume");
    sweep(&place, SIX).exits_with(0);
    let whole = place.read("output/scenario/sweep.csv");
    for cut in [10, 300, whole.len() / 2, whole.len() - 1, whole.len()] {
        std::fs::write(place.path("output/scenario/sweep.csv.partial"), &whole.as_bytes()[..cut]).expect("written");
        sweep(&place, SIX).exits_with(2).once().complains("not finished").complains("--resume");
        sweep(&place, SIX.into_iter().chain(["--resume", "--no-chart"])).exits_with(0);
        assert_eq!(place.read("output/scenario/sweep.csv"), whole, "cut at {cut}");
        assert!(!place.has("output/scenario/sweep.csv.partial"));
    }
    sweep(&place, SIX.into_iter().chain(["--resume"])).exits_with(0).complains("6 of 6 runs are there already");
}

#[test]
fn a_killed_sweep_leaves_whole_rows() {
    let place = place("sweep_killed");
    let seeds = ["--seeds", "1..3000", "--switch-interval", "5ms", "--no-chart"];
    let mut child = place.command(["sweep", "scenario.toml"].into_iter().chain(seeds)).spawn().expect("it starts");
    let partial = place.path("output/scenario/sweep.csv.partial");
    while std::fs::metadata(&partial).map_or(0, |file| file.len()) < 20_000 {
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().expect("it runs");
    child.wait().expect("it is a child of ours");
    let before = rows(&place.read("output/scenario/sweep.csv.partial")).len();
    sweep(&place, seeds.into_iter().chain(["--resume"])).exits_with(0).complains("are there already");
    let runs: Vec<usize> =
        rows(&place.read("output/scenario/sweep.csv")).iter().map(|row| row[0].parse().expect("a number")).collect();
    assert!(before < 3_000);
    assert_eq!(runs, (0..3_000).collect::<Vec<_>>());
}

#[test]
fn ctrl_c_keeps_the_rows() {
    let place = place("sweep_ctrl_c");
    let args = ["sweep", "scenario.toml", "--seed", "1..20000", "--switch-interval", "5ms"];
    let mut child = place.command(args).spawn().expect("it starts");
    let partial = place.path("output/scenario/sweep.csv.partial");
    while std::fs::metadata(&partial).map_or(0, |file| file.len()) < 20_000 {
        std::thread::sleep(Duration::from_millis(2));
    }
    signal("INT", child.id());
    assert_eq!(child.wait().expect("it is a child of ours").code(), Some(130));
    let kept = place.read("output/scenario/sweep.csv.partial");
    assert!(kept.ends_with('\n') && rows(&kept).len() > 10);
}

#[test]
fn shards_are_merged_into_the_whole() {
    let place = place("sweep_shards");
    sweep(&place, SIX.into_iter().chain(["--no-chart"])).exits_with(0);
    let whole = place.read("output/scenario/sweep.csv");
    std::fs::remove_file(place.path("output/scenario/sweep.csv")).expect("it is there");
    for shard in ["1/4", "2/4", "3/4", "4/4"] {
        sweep(&place, SIX.into_iter().chain(["--shard", shard])).exits_with(0);
    }
    let parts = [1, 2, 3, 4].map(|part| format!("output/scenario/sweep-{part}-of-4.csv"));
    let all = ["merge"].into_iter().chain(parts.iter().map(String::as_str));
    place.call(all).exits_with(0).shows("p99 of short");
    assert_eq!(place.read("output/scenario/sweep.csv"), whole);
    assert!(place.has("output/scenario/sweep.png"));
    let three = ["merge"].into_iter().chain(parts[1..].iter().map(String::as_str));
    place.call(three).exits_with(1).complains("2 of 6 runs are missing, the first is run 0");
}

#[test]
fn parts_of_different_sweeps_are_not_merged() {
    let place = place("sweep_unmergeable");
    sweep(&place, ["--seed", "1", "--switch-interval", "5ms", "-o", "a", "--no-chart"]).exits_with(0);
    sweep(&place, ["--seed", "2", "--switch-interval", "5ms", "-o", "b", "--no-chart"]).exits_with(0);
    let done = place.call(["merge", "a/scenario/sweep.csv", "b/scenario/sweep.csv"]).exits_with(2).once();
    done.complains("seed has other values");
    place.call(["merge", "scenario.toml"]).exits_with(2).complains("is no table of a sweep's results");
    place.call(["merge", "a"]).exits_with(2).complains("a is a folder, not a file");
    place.call(["merge", "missing.csv"]).exits_with(2).complains("there is no file missing.csv");
}

#[test]
fn results_of_another_scenario_or_sweep_are_not_gone_on_with() {
    let place = place("sweep_other");
    sweep(&place, SIX).exits_with(0);
    let more = ["--switch-interval", "1ms,5ms", "--seed", "1..2", "--resume"];
    sweep(&place, more).exits_with(2).once().complains("another sweep").complains("switch interval");
    let place = place.with_scenario(&SHORT.replace("600ms", "601ms"));
    sweep(&place, SIX.into_iter().chain(["--resume"])).exits_with(2).once().complains("was changed since");
}

#[test]
fn the_real_engine_runs_one_at_a_time_with_repeats() {
    let place = place("sweep_real");
    let args = ["--real", "--switch-interval", "1ms,20ms", "--repeats", "2"];
    sweep(&place, args).exits_with(0).shows("each point 2 runs, measured");
    let found = rows(&place.read("output/scenario/sweep.csv"));
    assert_eq!(found.len(), 4);
    let mut sorted: Vec<&str> = found.iter().map(|row| row[0].as_str()).collect();
    sorted.sort_unstable();
    assert_eq!(sorted, ["0", "1", "2", "3"]);
}

#[test]
fn under_a_policy_without_an_interval_none_is_said_to_help() {
    let place = place("sweep_no_interval");
    let args = ["--switch-interval", "1ms,5ms", "--policy", "ruby-gvl,cpython-interval", "--seed", "1", "--no-chart"];
    let done = sweep(&place, args).exits_with(0);
    let done = done.shows("ruby-gvl: nobody waits for the switch interval here").shows("cpython-interval: 99 of 100");
    assert!(!done.stdout.contains("ruby-gvl: 99 of 100"), "{}", done.stdout);
}

#[test]
fn runs_that_fail_are_rows_with_their_reason() {
    let place =
        gilsim("sweep_failing").with_scenario(&SHORT.replace("WAITS = 20", "WAITS = 20\nboom = 1 // (WAITS - 5)"));
    let done = sweep(&place, ["--set", "program.WAITS=5,6", "--seed", "1"]).exits_with(1);
    done.complains("1 of 2 runs failed").complains("ZeroDivisionError");
    let table = place.read("output/scenario/sweep.csv");
    assert!(table.lines().any(|line| line.starts_with("0,5,") && line.contains("ZeroDivisionError")), "{table}");
    assert!(table.lines().any(|line| line.starts_with("1,6,") && !line.contains("ZeroDivisionError")), "{table}");
}

#[test]
fn a_number_of_seeds_is_no_seed() {
    let place = place("sweep_seeds");
    let rows_of = |seeds: [&'static str; 2]| {
        sweep(&place, seeds.into_iter().chain(["--switch-interval", "5ms", "--no-chart", "--restart"])).exits_with(0);
        rows(&place.read("output/scenario/sweep.csv")).len()
    };
    assert_eq!([rows_of(["--seeds", "4"]), rows_of(["--seeds", "2..4"]), rows_of(["--seed", "4"])], [4, 3, 1]);
    sweep(&place, ["--seeds", "0"]).exits_with(2).complains("`0` is too few");
    sweep(&place, ["--seeds", "4", "--seed", "1"]).exits_with(2).complains("cannot be used with");
}

#[test]
fn wrong_ranges_are_refused_with_what_would_be_right() {
    let place = place("sweep_wrong");
    let refuses = |args: &[&str], message: &str| {
        sweep(&place, args.iter().copied()).exits_with(2).once().complains(message).shows_nothing();
        assert!(!place.has("output"), "nothing is left behind");
    };
    refuses(&["--switch-interval", ""], "the range is empty");
    refuses(&["--switch-interval", "100ms..50us"], "runs backwards; write 50us..100ms");
    refuses(&["--switch-interval", "1..5"], "has no unit");
    refuses(&["--switch-interval", "1ns..5ms"], "too short");
    refuses(&["--threads", "0..4"], "cannot be 0");
    refuses(&["--threads", "few"], "is not a whole number");
    refuses(&["--policy", "cpyton-interval"], "cpython-interval");
    refuses(&["--model", "fibres"], "unknown model `fibres`");
    refuses(&["--set", "run.wokers=1..3"], "did you mean `workers`?");
    refuses(&["--set", "program.N=1"], "assigns nothing to `N`");
    refuses(&["--set", "nothing"], "sets nothing");
    refuses(&["--seed", "1", "--set", "machine.seed=2"], "swept twice");
    refuses(&["--figure", "p99(shrt)"], "did you mean `latency.short.p99`?");
    refuses(&["--shard", "5/4"], "is not a shard");
    refuses(&["--real", "--policy", "bfs"], "runs in the simulated engine only");
    refuses(&["--profile", "cpython-9"], "unknown profile");
    let no_interval = "nobody waits for a switch interval under ruby-gvl";
    refuses(&["--switch-interval", "1ms,5ms", "--policy", "ruby-gvl"], no_interval);
}

#[test]
fn very_many_runs_are_to_be_meant() {
    let place = place("sweep_many");
    let done = sweep(&place, ["--seed", "1..1000000", "--switch-interval", "5ms"]).exits_with(2).once();
    done.complains("1000000 runs would take about").complains("add --yes").shows_nothing();
    assert!(!place.has("output"));
}

#[test]
fn a_full_disk_costs_no_row_that_was_written() {
    // A device that is always full; only Linux has it.
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let place = place("sweep_full_disk");
    sweep(&place, ["--seed", "1", "--switch-interval", "5ms", "--no-chart"]).exits_with(0);
    let partial = place.path("output/scenario/sweep.csv.partial");
    std::os::unix::fs::symlink("/dev/full", partial).expect("a link can be made");
    let done = sweep(&place, ["--restart", "--seed", "1", "--switch-interval", "5ms"]).exits_with(1).once();
    done.complains("No space left on device");
}

#[test]
fn a_mistake_in_a_profile_has_its_place() {
    let place = place("sweep_profile").with_file("mine.toml", b"based_on = \"cpython-3.11\"\n[os]\ntik = 5\n");
    let message = "mine.toml:3: unknown cost: `os.tik`; did you mean `os.tick`?";
    sweep(&place, ["--profile", "mine.toml"]).exits_with(2).complains(message);
    sweep(&place, ["--set", "machine.profile=cpython-3.11,mine.toml"]).exits_with(2).complains(message);
}

#[test]
fn what_the_scenario_fixes_for_its_sweeps_holds_beside_other_axes() {
    let own = "[sweep]\nswitch_interval = \"1ms,2ms\"\nset = { \"tasks.hog.call\" = \"hog( )\" }\n";
    let place = gilsim("sweep_fixed").with_scenario(&format!("{SHORT}{own}"));
    let one = |args: [&str; 4]| {
        sweep(&place, args).exits_with(0);
        place.read("output/scenario/sweep.csv")
    };
    let table = one(["--cores", "1,2", "--seed", "1"]);
    assert!(table.contains("tasks.hog.call") && table.contains(",hog( ),"), "{table}");
    assert_eq!(rows(&table).len(), 2, "its ranges are left out");
    let table = one(["--set", "tasks.hog.call=hog(),hog( )", "--seed", "1"]);
    assert_eq!(rows(&table).len(), 2, "what is typed counts");
}

#[test]
fn threads_that_a_tasks_program_starts_have_columns_and_goals() {
    let program = "import threading\nimport time\n\n\ndef beat():\n    for i in range(5):\n        \
                   time.sleep(0.001)\n\n\ndef work():\n    thread = threading.Thread(target=beat)\n    \
                   thread.start()\n    thread.join()\n";
    let scenario =
        format!("program = '''\n{program}'''\n[[tasks]]\ncall = \"work()\"\n[run]\nmodels = [\"threads\"]\n");
    let place = gilsim("sweep_threads").with_scenario(&scenario);
    let interval = ["--switch-interval", "1ms,5ms", "--seed", "1"];
    sweep(&place, interval).exits_with(0).shows("p99 of beat");
    let tune = ["tune", "scenario.toml", "--goal", "p99(beat) < 8ms", "--switch-interval", "5ms", "--seeds", "2"];
    place.call(tune).exits_with(0).shows("p99 of beat");
}
