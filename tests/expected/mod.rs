//! Programs that carry what they print: after `# expect:` each line of standard output stands behind `# `. They are run by
//! as many at once as there are cores, in each of several ways where the build is optimised, else in one of them in turn.
//! Knows neither the ways nor what is tested.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// The programs in a folder of `tests`, in the order of their names.
pub fn programs(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let entries = std::fs::read_dir(folder).expect("the programs are there");
    let mut programs: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    programs.sort();
    programs
}

/// What the program at this path prints.
pub fn output_of(program: &Path) -> String {
    let text = std::fs::read_to_string(program).expect("the program can be read");
    let (_, block) = text.split_once("# expect:\n").expect("a program has a block `# expect:`");
    let shown =
        |line: &str| line.strip_prefix("# ").or_else(|| line.strip_prefix('#')).map(|line| line.to_owned() + "\n");
    block.lines().map(|line| shown(line).expect("a line of the block is a comment")).collect()
}

/// It must have printed that, and ended well.
pub fn check(program: &Path, how: &str, output: &Output) -> Result<(), String> {
    let (stdout, expected) = (String::from_utf8_lossy(&output.stdout), output_of(program));
    let stderr = String::from_utf8_lossy(&output.stderr);
    match output.status.code() {
        Some(0) if stdout == expected => Ok(()),
        status => Err(format!(
            "{} {how}: status {status:?}\nfound:\n{stdout}\nexpected:\n{expected}\nstderr:\n{stderr}",
            program.display()
        )),
    }
}

/// Which programs run in which ways.
#[allow(dead_code, reason = "not every test binary has several ways")]
pub fn in_ways<W: Copy>(programs: &[PathBuf], ways: &[W]) -> Vec<(PathBuf, W)> {
    let is_its = |number: usize, way: usize| !cfg!(debug_assertions) || way == number % ways.len();
    let of = |(number, program): (usize, &PathBuf)| {
        let its = ways.iter().enumerate().filter(move |(way, _)| is_its(number, *way));
        its.map(|(_, way)| (program.clone(), *way)).collect::<Vec<_>>()
    };
    programs.iter().enumerate().flat_map(of).collect()
}

/// Whose jobs are being done: tests of one binary do theirs one after the other, or programs would wait for cores.
static TURN: Mutex<()> = Mutex::new(());

/// Does all jobs, as many at once as there are cores, and tells each that failed.
pub fn all_do_well<T: Sync>(jobs: &[T], job: impl Fn(&T) -> Result<(), String> + Sync) {
    assert!(!jobs.is_empty());
    let (next, failed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(one) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(text) = job(one) {
                failed.lock().expect("nobody panics with it").push(text);
            }
        }
    };
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    std::thread::scope(|scope| {
        (0..std::thread::available_parallelism().map_or(1, usize::from)).for_each(|_| drop(scope.spawn(work)));
    });
    drop(turn);
    let failed = failed.into_inner().expect("nobody panics with it");
    assert!(failed.is_empty(), "{} of {} fail:\n{}", failed.len(), jobs.len(), failed.join("\n\n"));
}

/// Runs them all under `python3`, where there is one.
#[allow(dead_code, reason = "not every test binary runs programs by itself")]
pub fn check_under_python(programs: &[PathBuf]) {
    if Command::new("python3").arg("--version").output().is_err() {
        return;
    }
    all_do_well(programs, |program| {
        let output = python(program).output().expect("python3 can be started");
        check(program, "under python3", &output)
    });
}

/// `python3` with all processes that a program starts, which end after five minutes where there is `timeout`: what waits for
/// ever is a failure.
#[allow(dead_code, reason = "not every test binary runs programs by itself")]
fn python(program: &Path) -> Command {
    let limited = ["--kill-after=5", "300", "python3"];
    let has_limit = Command::new("timeout").arg("--version").output().is_ok_and(|output| output.status.success());
    let mut command = Command::new(if has_limit { "timeout" } else { "python3" });
    command.args(limited.into_iter().filter(|_| has_limit)).arg(program);
    command
}
