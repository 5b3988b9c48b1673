//! Programs that race: each `tests/races/*.py` lists all that it may print, and under many schedules it prints all of that
//! and nothing else.
//!
//! After `# outcomes:` stand the outcomes, each line behind `# `, parted by `# ---`; of a deadlock its first line. They are
//! what CPython 3.11 allows by where its checkpoints are. Optimised builds run thousands of schedules of each; others stop
//! at the hundred that has shown the last.

use gilsim::engine::{Stop, WorkerCommand};
use gilsim::explore::Search;
use gilsim::scenario;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Schedules of each case at the most, and how many before the first look.
const MOST: u64 = 4_000;
const BATCH: u64 = if cfg!(debug_assertions) { 100 } else { MOST };

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/races");
    let entries = std::fs::read_dir(folder).expect("the cases are there");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    cases.sort();
    cases
}

fn allowed(case: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(case).expect("the case can be read");
    let (_, block) = text.split_once("# outcomes:\n").expect("a case has a block `# outcomes:`");
    let lines = block.lines().map(|line| line.strip_prefix("# ").expect("a line of the block is a comment"));
    let lines: Vec<&str> = lines.collect();
    lines.split(|line| *line == "---").map(|one| one.join("\n")).collect()
}

fn outcomes(case: &Path, first_seed: u64) -> BTreeSet<String> {
    let scenario = scenario::load(case).expect("the case is sound");
    let worker = WorkerCommand { program: "/nothing".into(), args: vec![] };
    let crew = std::thread::available_parallelism().map_or(1, usize::from);
    let stop = Arc::new(Stop::new());
    let search = Search { scenario: &scenario, first_seed, seeds: BATCH, crew, worker: &worker, stop };
    let found = search.explore(&|| {}).expect("every schedule can be run").found;
    assert_eq!(found.iter().map(|one| one.times).sum::<u64>(), BATCH, "each run counts once");
    found.iter().map(|one| in_short(&one.text)).collect()
}

/// Who waits for whom in a deadlock differs between schedules.
fn in_short(text: &str) -> String {
    match text.split_once("deadlock\n") {
        Some((before, _)) => format!("{before}deadlock"),
        None => text.trim_end().to_string(),
    }
}

#[test]
fn every_case_does_all_that_it_may_and_nothing_else() {
    let mut wrong = Vec::new();
    for case in cases() {
        let (allowed, mut found) = (allowed(&case), BTreeSet::new());
        for first_seed in (1..=MOST).step_by(BATCH as usize) {
            found.extend(outcomes(&case, first_seed));
            if found.is_superset(&allowed) {
                break;
            }
        }
        if found != allowed {
            wrong.push(format!("{}: found {found:?}, allowed are {allowed:?}", case.display()));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_seed_gives_the_same_outcome_again() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/races/order_of_appends.py");
    let scenario = scenario::load(&case).expect("the case is sound");
    let worker = WorkerCommand { program: "/nothing".into(), args: vec![] };
    let explored = |first_seed, seeds, crew| {
        let stop = Arc::new(Stop::new());
        let search = Search { scenario: &scenario, first_seed, seeds, crew, worker: &worker, stop };
        search.explore(&|| {}).expect("every schedule can be run").found
    };
    let together = explored(1, 40, 2);
    assert_eq!(together, explored(1, 40, 1), "however many run at once");
    for found in &together {
        assert_eq!(explored(found.first.seed, 1, 1)[0].text, found.text, "{:?}", found.first);
    }
}
