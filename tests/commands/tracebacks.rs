//! What a failing program says on standard error: the programs in `tests/tracebacks` say there what they say under
//! `python3`, letter by letter.

use crate::gilsim::gilsim;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tracebacks");
    let entries = std::fs::read_dir(folder).expect("the programs are there");
    let mut programs: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    programs.sort();
    programs
}

fn said(output: &Output) -> [String; 2] {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned())
}

#[test]
fn failing_programs_say_what_they_say_under_python() {
    let place = gilsim("failing_programs");
    let mut differing = Vec::new();
    for program in programs() {
        let path = program.to_string_lossy();
        let Ok(wanted) = Command::new("python3").arg(&program).output() else {
            eprintln!("there is no python3 here: nothing is compared");
            return;
        };
        assert_eq!(wanted.status.code(), Some(1), "{path} fails");
        let found = place.command(["run", &path, "--quiet"]).output().expect("the binary can be started");
        if said(&found) != said(&wanted) || found.status.code() != Some(1) {
            differing.push(format!("{path}\nfound:\n{}\nwanted:\n{}", said(&found).concat(), said(&wanted).concat()));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n\n"));
}

const HUNGRY: &str = "
try:
    rows = [0] * 100_000_000
except MemoryError as e:
    print('caught', repr(e))
rows = []
while True:
    rows.append('x' * 100_000)
";

#[test]
fn a_program_that_passes_its_memory_limit_gets_memory_error() {
    let place = gilsim("memory_limit").with_file("hungry.py", HUNGRY.as_bytes());
    let done = place.call(["run", "hungry.py", "--quiet", "--memory-limit", "32MiB"]).exits_with(1);
    assert_eq!(done.stdout(), "caught MemoryError()\n");
    done.complains("rows.append('x' * 100_000)").complains("MemoryError");
    for wrong in ["5", "0MB", "-1MB", "3000GB", "much"] {
        let limit = format!("--memory-limit={wrong}");
        place.call(["run", "hungry.py", &limit]).exits_with(2).complains("--memory-limit");
    }
}
