//! How many runs a second a sweep does, how that scales with the host's cores, and that memory does not grow with the number of runs:
//! `cargo bench --bench sweep`.

use gilsim::engine::{Stop, WorkerCommand};
use gilsim::model::Model;
use gilsim::scenario::{self, EngineName};
use gilsim::sweep::{Axis, Field, Plan, Points, Row, work};
use std::path::Path;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Instant;

const SEEDS: usize = 1_000;

/// Each number of workers is timed this often; the fastest counts.
const TIMES: usize = 3;

fn main() {
    let cores = available_parallelism().map_or(1, usize::from);
    let plan = plan(SEEDS);
    println!("{SEEDS} seeds of scenarios/tuning/poll.toml, at 5 ms; the fastest of {TIMES}");
    println!("{:<8} {:>10} {:>10} {:>16}", "workers", "time", "runs/s", "runs/s per core");
    let mut one = 0.0;
    for workers in 1..=cores {
        let seconds = (0..TIMES).map(|_| timed(&plan, workers)).fold(f64::INFINITY, f64::min);
        let rate = SEEDS as f64 / seconds;
        one = if workers == 1 { rate } else { one };
        let share = rate / workers as f64 / one;
        println!("{workers:<8} {seconds:>8.3} s {rate:>10.0} {:>10.0} ({share:.2})", rate / workers as f64);
    }
    let before = most_memory();
    let many = self::plan(10 * SEEDS);
    timed(&many, cores);
    println!("most memory: {before} kB after {SEEDS} runs at a time, {} kB after {} more", most_memory(), 10 * SEEDS);
}

/// One interval, many seeds.
fn plan(seeds: usize) -> Plan {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/tuning/poll.toml");
    let mut base = scenario::load(&path).unwrap_or_else(|error| panic!("a bundled scenario is sound: {error}"));
    base.run.engine = EngineName::Simulated;
    base.run.models = vec![Model::Threads];
    let seeds = Axis::parse(Field::Seed, &format!("1..{seeds}")).expect("a range");
    Plan::new(base, vec![seeds]).expect("seeds are possible")
}

/// Seconds that all runs take.
fn timed(plan: &Plan, workers: usize) -> f64 {
    let worker = WorkerCommand { program: "/nothing".into(), args: Vec::new() };
    let stop = Arc::new(Stop::new());
    let mut points = Points::new(&plan.grid, &plan.columns, |_| true);
    let mut runs = 0;
    let began = Instant::now();
    let job = |run| plan.row(run, &worker, &stop);
    work(
        workers,
        0..plan.grid.runs(),
        || false,
        job,
        |row: Option<Row>| {
            points.add(&row.expect("nobody stops it"));
            runs += 1;
            true
        },
    );
    assert_eq!((runs, points.failed), (plan.grid.runs(), 0));
    began.elapsed().as_secs_f64()
}

/// The most memory that the process has had, in kB; zero where the system does not tell.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
