//! The programs with processes of `tests/processes`, under real processes: they print what they say they do.

use crate::gilsim::gilsim;
use std::path::{Path, PathBuf};

/// The standard output that stands in comments at a program's end.
fn expected(text: &str) -> String {
    let (_, block) = text.split_once("# expect:\n").expect("a program has a block `# expect:`");
    let lines = block.lines().map(|line| line.strip_prefix("# ").or_else(|| line.strip_prefix('#')));
    lines.map(|line| format!("{}\n", line.expect("a line of the block is a comment"))).collect()
}

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/processes");
    let entries = std::fs::read_dir(folder).expect("the programs are there").flatten();
    let mut programs: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    programs.sort();
    programs
}

#[test]
fn every_program_prints_what_it_expects_with_real_processes() {
    let programs = programs();
    assert!(!programs.is_empty());
    for program in programs {
        let text = std::fs::read_to_string(&program).expect("the program can be read");
        let place = gilsim("real_processes").with_file("listing.py", text.as_bytes());
        let done = place.call(["run", "listing.py", "--quiet", "--no-chart", "--time-limit", "120s"]).exits_with(0);
        assert_eq!(done.stdout(), expected(&text), "{}", program.display());
    }
}
