//! Programs with processes of their own: each `tests/processes/*.py` prints the same under every schedule.
//!
//! Every case runs under the binary on simulated machines
//! of several sizes under several seeds, and must do the same under `python3` where there is one.

mod expected;

use expected::{all_do_well, check, check_under_python, in_ways, programs};
use std::path::Path;
use std::process::{Command, Output};

/// One way of running a case: the arguments behind its name.
const WAYS: &[&[&str]] = &[
    &["--simulated"],
    &["--simulated", "--cores", "1", "--seed", "2"],
    &["--simulated", "--cores", "2", "--seed", "3", "--switch-interval", "100us"],
    &["--simulated", "--cores", "16", "--seed", "4"],
];

fn gilsim(case: &Path, way: &[&str]) -> Output {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("processes").join(way.join("_"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_gilsim"));
    command.arg("run").arg(case).args(["--quiet", "--no-chart", "--time-limit", "60s", "--output"]).arg(out).args(way);
    command.output().expect("the binary can be started")
}

#[test]
fn every_case_prints_what_it_expects_on_simulated_machines() {
    all_do_well(&in_ways(&programs("processes"), WAYS), |(case, way)| check(case, &way.join(" "), &gilsim(case, way)));
}

#[test]
fn every_case_prints_the_same_under_python() {
    check_under_python(&programs("processes"));
}
