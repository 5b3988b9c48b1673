//! Programs with processes of their own: each `tests/processes/*.py` prints the same under every schedule.
//!
//! After `# expect:` each line of standard output stands behind `# `. Every case runs under the binary on simulated machines
//! of several sizes under several seeds, and must do the same under `python3` where there is one.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// One way of running a case: the arguments behind its name.
const WAYS: &[&[&str]] = &[
    &["--simulated"],
    &["--simulated", "--cores", "1", "--seed", "2"],
    &["--simulated", "--cores", "2", "--seed", "3", "--switch-interval", "100us"],
    &["--simulated", "--cores", "16", "--seed", "4"],
];

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/processes");
    let entries = std::fs::read_dir(folder).expect("the cases are there");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
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
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("processes").join(way.join("_"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_gilsim"));
    command.arg("run").arg(case).args(["--quiet", "--no-chart", "--time-limit", "60s", "--output"]).arg(out).args(way);
    command.output().expect("the binary can be started")
}

fn check(case: &Path, how: &str, output: &Output) {
    let name = case.display();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected(case), "{name} {how}\n{stderr}");
    assert_eq!(output.status.code(), Some(0), "{name} {how}\n{stderr}");
}

#[test]
fn every_case_prints_what_it_expects_on_simulated_machines() {
    for case in cases() {
        for way in WAYS {
            check(&case, &way.join(" "), &gilsim(&case, way));
        }
    }
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
