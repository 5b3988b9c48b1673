//! The bundled scenarios in both engines: shares of the lanes' time by state, and hand-offs.

use gilsim::engine::simulated::profile::{DEFAULT, FIELDS, Field, Profile};
use serde_json::Value;
use std::path::Path;
use std::process::Command;
use std::thread::available_parallelism;

/// Those that run in both engines for long enough that shares of time mean something.
const SCENARIOS: [&str; 8] = [
    "cpu_bound",
    "io_bound",
    "mixed",
    "native",
    "five_ways",
    "threads/downloads",
    "threads/sleeping_with_a_lock",
    "threads/semaphore",
];
/// What makes short ones last until their imports and starts, which differ, weigh little.
const LONGER: [(&str, &str); 5] = [
    ("crunch(24_000_000)", "crunch(240_000_000)"),
    ("work(1_000_000)", "work(10_000_000)"),
    ("gilsim.io(\"50ms\")", "gilsim.io(\"500ms\")"),
    ("time.sleep(0.020)", "time.sleep(0.200)"),
    ("time.sleep(0.050)", "time.sleep(0.500)"),
];
const MODELS: [&str; 5] = ["sequential", "threads", "thread-pool", "processes", "process-pool"];
const STATES: [&str; 5] = ["running", "waiting", "locked", "blocked", "idle"];
/// All that a lane can be at: together they are its whole time.
const ALL_STATES: [&str; 7] = ["running", "ready", "waiting", "locked", "blocked", "idle", "starting"];
/// What of `python.` the virtual machine does not do: how often work given as CPU time is looked at, and a ratio.
const NOT_INTERPRETING: [&str; 3] = ["python.loop_checkpoint", "python.counted_bytecode", "python.stand_in"];

/// Real runs, of which the fastest counts: the machine is shared.
const RUNS: usize = 3;

/// A program that interprets for less than this share of its time has no pace worth measuring.
const INTERPRETS: f64 = 0.1;

/// What differs by less than this share of the whole is shown as equal.
const BAND: f64 = 0.1;

/// Runs each of them in both engines and prints the figures side by side.
pub fn print() {
    println!("```");
    SCENARIOS.iter().for_each(|scenario| compare(scenario));
    println!("```");
}

fn compare(scenario: &str) {
    let cores = available_parallelism().map_or(2, usize::from).to_string();
    let file = in_any_engine(scenario);
    let real = fastest((0..RUNS).map(|_| summary(&file, &[])));
    let profile = measured_profile(scenario, &file, &real);
    let simulated = summary(&file, &["--simulated", "--cores", &cores, "--profile", &profile]);
    println!("{:<28} {:<12} {:<10} {:>9} {:>10} {:>8}", "scenario", "model", "figure", "real", "simulated", "within");
    let has_run = |model: &&str| figure(&real, &format!("{model}.wall")).is_some();
    for model in MODELS.into_iter().filter(has_run) {
        for state in STATES {
            let (one, other) = (share(&real, model, state), share(&simulated, model, state));
            row(scenario, model, state, one, other, (one - other).abs());
        }
        let rate = |summary| figure(summary, &format!("{model}.handoffs.rate")).unwrap_or(0.0);
        let (one, other) = (rate(&real), rate(&simulated));
        row(scenario, model, "hand-offs", one, other, (one - other).abs() / one.max(other).max(1.0));
    }
}

/// The file of a profile of gilsim's own virtual machine on this host. Two things are measured: the pace of the
/// scenario's program, one task after the other, and how long its worker processes take to be ready. All else is as in
/// the default profile, so what threads and processes make of the program is predicted.
fn measured_profile(scenario: &str, file: &str, real: &Value) -> String {
    let pace = pace(file);
    let starts = lane_times(real, "processes", "starting");
    let default = Profile::find(DEFAULT).expect("part of the program");
    let start = match starts.len() {
        0 => default.value(Field::ForkWork),
        count => starts.iter().sum::<f64>() / count as f64 * 1e9,
    };
    let is_of_python = |name: &str| name.starts_with("python.") && !NOT_INTERPRETING.contains(&name);
    let scaled = FIELDS.iter().filter(|entry| entry.name.starts_with("instruction.") || is_of_python(entry.name));
    let scaled = scaled.map(|entry| format!("{} = {:?}\n", entry.name, default.value(entry.field) * pace));
    let text = format!("based_on = \"{DEFAULT}\"\nstart.fork_work = {start:?}\n{}", scaled.collect::<String>());
    println!("{scenario}: gilsim's own virtual machine takes {pace:.3} of the time of {DEFAULT},");
    println!("and a worker process {:.2} ms to be ready\n", start / 1e6);
    let path = std::env::temp_dir().join("gilsim-fidelity.toml");
    std::fs::write(&path, text).expect("the folder for temporary files can be written");
    path.to_string_lossy().into_owned()
}

/// How much longer or shorter than under the default profile the program takes, which is what all instructions are
/// scaled by; 1 for a program that hardly interprets.
fn pace(file: &str) -> f64 {
    let simulated = summary(file, &["--simulated", "--model", "sequential"]);
    if share(&simulated, "sequential", "running") < INTERPRETS {
        return 1.0;
    }
    let real = (0..RUNS).map(|_| running(&summary(file, &["--model", "sequential"])));
    real.fold(f64::INFINITY, f64::min) / running(&simulated)
}

/// Of several runs the one whose models took least in all.
fn fastest(runs: impl Iterator<Item = Value>) -> Value {
    let wall = |run: &Value| -> f64 { MODELS.iter().filter_map(|model| figure(run, &format!("{model}.wall"))).sum() };
    runs.min_by(|one, other| wall(one).total_cmp(&wall(other))).expect("at least one run")
}

/// How long the sequential run interprets.
fn running(summary: &Value) -> f64 {
    lane_times(summary, "sequential", "running").iter().sum()
}

fn row(scenario: &str, model: &str, figure: &str, real: f64, simulated: f64, apart: f64) {
    let within = if apart <= BAND { "10 %" } else { "no" };
    println!("{scenario:<28} {model:<12} {figure:<10} {real:>9.3} {simulated:>10.3} {within:>8}");
}

/// The share of all lanes' time that they spend in a state. The real engine cannot see which of its threads have a core, so
/// who is ready to run counts as running.
fn share(summary: &Value, model: &str, state: &str) -> f64 {
    // Of no lanes the sum is -0.
    let time = |state: &str| lane_times(summary, model, state).iter().sum::<f64>() + 0.0;
    let all: f64 = ALL_STATES.into_iter().map(time).sum();
    let ready = if state == "running" { time("ready") } else { 0.0 };
    if all > 0.0 { (time(state) + ready) / all } else { 0.0 }
}

/// The time that each lane of a model spends in a state, in seconds. Where a task called `main` has a thread of its own, the thread
/// that has started it only waits, and is left out.
fn lane_times(summary: &Value, model: &str, state: &str) -> Vec<f64> {
    let prefix = format!("{model}.lanes.");
    let ending = format!(".{state}");
    let figures = summary["figures"].as_object().expect("a summary has figures");
    let starter = figures.contains_key(&format!("{prefix}main #2{ending}")).then(|| format!("{prefix}main{ending}"));
    let lanes = figures.iter().filter(|(name, _)| name.starts_with(&prefix) && name.ends_with(&ending));
    let lanes = lanes.filter(|(name, _)| starter.as_ref() != Some(name));
    lanes.filter_map(|(_, figure)| figure["value"].as_f64()).collect()
}

fn figure(summary: &Value, name: &str) -> Option<f64> {
    summary["figures"][name]["value"].as_f64()
}

/// A copy of the scenario's file that names no engine, expects nothing, and lasts for a while.
fn in_any_engine(scenario: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{scenario}.toml"));
    let text = std::fs::read_to_string(path).expect("the scenario is part of the project");
    let text = text.replace("engine = \"simulated\"\n", "");
    let text = LONGER.iter().fold(text, |text, (short, long)| text.replace(short, long));
    let text = text.split("[expect]").next().unwrap_or_default();
    let copy = std::env::temp_dir().join(format!("gilsim-fidelity-{}.toml", scenario.replace('/', "-")));
    std::fs::write(&copy, text).expect("the folder for temporary files can be written");
    copy.to_string_lossy().into_owned()
}

fn summary(scenario: &str, args: &[&str]) -> Value {
    let folder = std::env::temp_dir().join("gilsim-fidelity");
    let mut command = Command::new(env!("CARGO_BIN_EXE_gilsim"));
    command.args(["run", scenario, "--json", "--quiet", "--no-chart", "--output"]).arg(folder).args(args);
    let output = command.output().expect("the binary is built before its benchmarks");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}
