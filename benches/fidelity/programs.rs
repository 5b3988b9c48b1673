//! Programs whose times under a real CPython are known, on the simulated machine.

use serde::Deserialize;
use std::fmt::{self, Display, Formatter};
use std::path::Path;
use std::process::Command;

/// The profile of the machine that they were measured on.
const PROFILE: &str = "cpython-3.11";

/// What is simulated is the median over these. With five, what hangs on where a thread wakes strayed by a seventh.
const SEEDS: [u64; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/// Where a table names no other.
const BAND: Band = Band::Share(0.1);

/// What may differ and still counts as met.
#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Band {
    /// Of the measured value, either way.
    Share(f64),
    /// Either way; 10 is an order of magnitude.
    Factor(f64),
}

impl Band {
    fn holds(self, ratio: f64) -> bool {
        match self {
            Band::Share(share) => (ratio - 1.0).abs() <= share,
            Band::Factor(factor) => (1.0 / factor..=factor).contains(&ratio),
        }
    }
}

impl Display for Band {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Band::Share(share) => write!(f, "{:.0} %", share * 100.0),
            Band::Factor(factor) => write!(f, "×{factor}"),
        }
    }
}

#[derive(Deserialize)]
struct Measured {
    program: Vec<Program>,
}

#[derive(Deserialize)]
struct Program {
    file: String,
    about: String,
    #[serde(default = "two")]
    cores: usize,
    #[serde(default = "band")]
    band: Band,
    /// Name, measured value, unit; none for a ratio.
    figures: Vec<(String, f64, String)>,
}

fn two() -> usize {
    2
}

fn band() -> Band {
    BAND
}

/// Runs each of them and prints what was measured beside what came out.
pub fn print() {
    let measured: Measured = toml::from_str(include_str!("measured.toml")).expect("the table of measurements is sound");
    let mut counted: Vec<(Band, usize, usize)> = Vec::new();
    for program in &measured.program {
        println!("\n{}\n\n```", program.about);
        for (figure, measured, simulated, unit) in outcome(program) {
            let ratio = simulated / measured;
            let is_within = program.band.holds(ratio);
            let apart = if is_within { String::new() } else { format!("  not within {}", program.band) };
            let line = format!(
                "{figure:<38} {:>8} {:>8} {unit:<3} {:>+7.1} %{apart}",
                digits(measured),
                digits(simulated),
                (ratio - 1.0) * 100.0
            );
            println!("{line}");
            count(&mut counted, program.band, is_within);
        }
        println!("```");
    }
    println!();
    for (band, within, all) in counted {
        println!("{within} of the {all} figures with a band of {band} are within it.");
    }
}

/// Counts a figure among those of its band: how many are within, of how many.
fn count(counted: &mut Vec<(Band, usize, usize)>, band: Band, is_within: bool) {
    match counted.iter_mut().find(|(other, ..)| *other == band) {
        Some((_, within, all)) => (*within, *all) = (*within + usize::from(is_within), *all + 1),
        None => counted.push((band, usize::from(is_within), 1)),
    }
}

/// Name, measured value, simulated value, unit.
fn outcome(program: &Program) -> Vec<(&str, f64, f64, &str)> {
    let printed = SEEDS.map(|seed| simulated(program, seed));
    let value = |figure: &str| {
        let mut values = printed
            .each_ref()
            .map(|printed| told(printed, figure).unwrap_or_else(|| panic!("{} tells no `{figure}`", program.file)));
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    program
        .figures
        .iter()
        .map(|(name, measured, unit)| (name.as_str(), *measured, value(name), unit.as_str()))
        .collect()
}

/// The figure that a run has printed.
fn told(printed: &str, figure: &str) -> Option<f64> {
    // A scenario's task is named before what it prints.
    let said = printed.lines().map(|line| line.trim().trim_start_matches("threads/main: "));
    let line = said.filter_map(|line| line.strip_prefix(figure)?.strip_prefix(": ")).next();
    line.and_then(|value| value.parse().ok())
}

/// What the program prints on the simulated machine.
fn simulated(program: &Program, seed: u64) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/fidelity").join(&program.file);
    let mut command = Command::new(env!("CARGO_BIN_EXE_gilsim"));
    command.arg("run").arg(file).args(["--simulated", "--profile", PROFILE, "--cores", &program.cores.to_string()]);
    command
        .args(["--seed", &seed.to_string(), "--no-chart", "--output"])
        .arg(std::env::temp_dir().join("gilsim-fidelity"));
    let output = command.output().expect("the binary is built before its benchmarks");
    assert!(output.status.success(), "{}: {}", program.file, String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Three significant digits, or all before the point.
fn digits(value: f64) -> String {
    let decimals = (2.0 - value.abs().max(1e-9).log10().floor()).clamp(0.0, 4.0) as usize;
    format!("{value:.decimals$}")
}
