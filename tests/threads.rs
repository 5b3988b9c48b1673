//! Programs with threads, event loops or sockets of their own: each of `tests/threads`, `tests/asyncio` and `tests/network`
//! prints the same under every schedule. So do the event loops of `tests/cases/asyncio_*.py`, which have clocks and sleeps of
//! their own here.
//!
//! They run under the binary, with real threads and on simulated machines of several sizes under several seeds and policies,
//! and must do the same under `python3` where there is one.

mod expected;

use expected::{all_do_well, check, check_under_python, in_ways, programs};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Ways of running a case: the arguments behind its name.
const WITH_REAL_THREADS: &[&[&str]] = &[&[], &["--switch-interval", "50us"]];
const SIMULATED: &[&[&str]] = &[
    &["--simulated"],
    &["--simulated", "--cores", "1", "--seed", "2"],
    &["--simulated", "--cores", "2", "--seed", "3", "--switch-interval", "10us"],
    &["--simulated", "--policy", "fifo", "--seed", "4"],
    &["--simulated", "--model", "free-threaded", "--seed", "5"],
];

fn cases() -> Vec<PathBuf> {
    let is_loop = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("asyncio_"));
    let folders = ["threads", "asyncio", "network"].into_iter().flat_map(programs);
    folders.chain(programs("cases").into_iter().filter(is_loop)).collect()
}

fn gilsim(case: &Path, way: &[&str]) -> Output {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("threads").join(way.join("_"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_gilsim"));
    command.arg("run").arg(case).args(["--quiet", "--no-chart", "--time-limit", "20s", "--output"]).arg(out).args(way);
    command.output().expect("the binary can be started")
}

fn run_all(cases: &[PathBuf], ways: &[&[&str]]) {
    all_do_well(&in_ways(cases, ways), |(case, way)| check(case, &way.join(" "), &gilsim(case, way)));
}

#[test]
fn every_case_prints_what_it_expects_with_real_threads() {
    run_all(&cases(), WITH_REAL_THREADS);
}

#[test]
fn every_case_prints_what_it_expects_on_simulated_machines() {
    run_all(&cases(), SIMULATED);
}

#[test]
fn nobody_finds_half_a_module_where_the_lock_counts() {
    let ways: &[&[&str]] = &[
        &["--policy", "cpython-ticks"],
        &["--simulated", "--policy", "cpython-ticks"],
        &["--simulated", "--policy", "micropython:divisor=1"],
    ];
    let importing: Vec<PathBuf> = programs("threads")
        .into_iter()
        .filter(|case| case.ends_with("modules_imported_by_threads_at_once.py"))
        .collect();
    assert_eq!(importing.len(), 1);
    run_all(&importing, ways);
}

#[test]
fn every_case_prints_the_same_under_python() {
    // Unlike gilsim, python3 has the time zones of its machine, if there are any.
    let has_zones = Path::new("/usr/share/zoneinfo/Europe/Berlin").exists();
    let mut cases = cases();
    cases.retain(|case| has_zones || !case.ends_with("time_zones_by_name.py"));
    check_under_python(&cases);
}
