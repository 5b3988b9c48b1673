//! Programs with threads of their own: each `tests/threads/*.py` prints the same under every schedule. So do the event
//! loops of `tests/cases/asyncio_*.py`, which have clocks and sleeps of their own here.
//!
//! After `# expect:` each line of standard output stands behind `# `. Every case runs under the binary, with real threads
//! and on simulated machines of several sizes under several seeds and policies, and must do the same under `python3`
//! where there is one.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// One way of running a case: the arguments behind its name.
const WAYS: &[&[&str]] = &[
    &[],
    &["--switch-interval", "50us"],
    &["--simulated"],
    &["--simulated", "--cores", "1", "--seed", "2"],
    &["--simulated", "--cores", "2", "--seed", "3", "--switch-interval", "10us"],
    &["--simulated", "--policy", "fifo", "--seed", "4"],
    &["--simulated", "--model", "free-threaded", "--seed", "5"],
];

fn cases() -> Vec<PathBuf> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let in_folder = |name: &str| {
        let entries = std::fs::read_dir(tests.join(name)).expect("the cases are there");
        entries.map(|entry| entry.expect("the folder can be read").path())
    };
    let is_loop = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("asyncio_"));
    let mut cases: Vec<PathBuf> = in_folder("threads").chain(in_folder("cases").filter(is_loop)).collect();
    cases.sort();
    cases
}

fn expected(case: &Path) -> String {
    let text = std::fs::read_to_string(case).expect("the case can be read");
    let (_, block) = text.split_once("# expect:\n").expect("a case has a block `# expect:`");
    let shown =
        |line: &str| line.strip_prefix("# ").or_else(|| line.strip_prefix('#')).map(|line| line.to_owned() + "\n");
    block.lines().map(|line| shown(line).expect("a line of the block is a comment")).collect()
}

fn gilsim(case: &Path, way: &[&str]) -> Output {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("threads").join(way.join("_"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_gilsim"));
    command.arg("run").arg(case).args(["--quiet", "--no-chart", "--time-limit", "20s", "--output"]).arg(out).args(way);
    command.output().expect("the binary can be started")
}

fn check(case: &Path, how: &str, output: &Output) {
    let name = case.display();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected(case), "{name} {how}\n{stderr}");
    assert_eq!(output.status.code(), Some(0), "{name} {how}\n{stderr}");
}

fn run_all(way: &[&str]) {
    cases().iter().for_each(|case| check(case, &way.join(" "), &gilsim(case, way)));
}

#[test]
fn every_case_prints_what_it_expects_with_real_threads() {
    WAYS[..2].iter().for_each(|way| run_all(way));
}

#[test]
fn every_case_prints_what_it_expects_on_simulated_machines() {
    WAYS[2..].iter().for_each(|way| run_all(way));
}

#[test]
fn every_case_prints_the_same_under_python() {
    if Command::new("python3").arg("--version").output().is_err() {
        return;
    }
    for case in cases() {
        let output = Command::new("python3").arg(&case).output().expect("python3 can be started");
        check(&case, "under python3", &output);
    }
}
