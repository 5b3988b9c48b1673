//! `gilsim explore`: what a program can print under many schedules, how often it did, and a seed that shows it again.

use super::failure::Failure;
use super::interrupt::TOLD;
use super::progress::{Counting, Progress};
use super::run::worker_command;
use super::{bundled, interrupt, terminal, typed};
use crate::engine;
use crate::explore::{Explored, Found, Search};
use crate::scenario::{self, EngineName, MachineOverrides, Scenario};
use crate::sweep::duration;
use crate::time::Nanos;
use std::path::PathBuf;
use std::thread::available_parallelism;

/// How many lines of an outcome are shown.
const LINES: usize = 12;

#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  gilsim explore racy.py --seeds 1000\n\nEach seed is a schedule: threads have priorities by chance, the highest that can run has the lock, and at one checkpoint in 2, 8, 16 or 64, by seed in turn, it comes last from then on. That is a sample: what it does not show may still be possible."
)]
pub struct Args {
    /// The scenario file, a Python script, - for a script from standard input, or the name of a bundled scenario
    file: PathBuf,
    /// How many schedules to run
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = typed::count)]
    seeds: u64,
    /// The first seed
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = typed::whole_number::<u64>)]
    seed: u64,
    /// Cores of the simulated machine [default: as the scenario says, else 4]
    #[arg(long, value_name = "N", value_parser = typed::whole_number::<usize>)]
    cores: Option<usize>,
    /// Virtual time after which a run is broken off
    #[arg(long, value_name = "TIME", value_parser = scenario::parse_duration, default_value = "60s")]
    time_limit: Nanos,
    /// Print the outcomes as JSON instead of text
    #[arg(long)]
    json: bool,
    /// Say nothing but the outcomes
    #[arg(long, short)]
    quiet: bool,
}

/// Runs them and tells what came out.
pub fn main(args: &Args) -> Result<(), Failure> {
    let scenario = scenario_of(args)?;
    let (worker, stop) = (worker_command()?, interrupt::stop_at_ctrl_c(TOLD)?);
    let crew = available_parallelism().map_or(1, usize::from);
    let search = Search { scenario: &scenario, first_seed: args.seed, seeds: args.seeds, crew, worker: &worker, stop };
    let progress = Progress::new(args.quiet);
    let bar = Counting::begin(&progress, usize::try_from(args.seeds).unwrap_or(usize::MAX), 0);
    let found = search.explore(&|| bar.one_more());
    bar.end();
    let explored = found.map_err(Failure::run)?;
    terminal::data(&if args.json { json(&explored) } else { text(args, &explored) });
    if explored.stopped { Err(Failure::interrupted()) } else { Ok(()) }
}

fn scenario_of(args: &Args) -> Result<Scenario, Failure> {
    let mut scenario = bundled::load(&args.file)?;
    scenario.run.engine = EngineName::Simulated;
    scenario.machine.time_limit = Some(args.time_limit);
    let machine = MachineOverrides { cores: args.cores, profile: None, seed: None };
    scenario.machine.apply(&machine).map_err(|message| Failure::input(message, None))?;
    engine::check_machine(&scenario).map_err(|error| Failure::unfit_machine(&scenario, error))?;
    Ok(scenario)
}

fn text(args: &Args, explored: &Explored) -> String {
    let Explored { found, runs, stopped } = explored;
    let many = if found.len() == 1 { "outcome" } else { "different outcomes" };
    let before = if *stopped { format!("stopped after {runs} of {} schedules: ", args.seeds) } else { String::new() };
    let head = format!("{before}{} {many} of {runs} schedules\n", found.len());
    found.iter().fold(head, |text, one| text + "\n" + &paragraph(args, one, *runs))
}

fn paragraph(args: &Args, one: &Found, runs: u64) -> String {
    let share = one.times as f64 * 100.0 / runs as f64;
    let again = format!(
        "gilsim run {} --simulated --policy {} --seed {}{}{}",
        args.file.display(),
        one.first.policy,
        one.first.seed,
        args.cores.map(|cores| format!(" --cores {cores}")).unwrap_or_default(),
        if one.is_endless { format!(" --time-limit {}", duration(args.time_limit)) } else { String::new() }
    );
    let lines = one.text.lines().take(LINES).map(|line| format!("    {line}\n")).collect::<String>();
    let rest = match one.text.lines().count() {
        0 => "    (nothing was printed)\n".to_string(),
        count if count > LINES => format!("    … and {} lines more\n", count - LINES),
        _ => String::new(),
    };
    format!("{} times ({share:.1} %), first with seed {}:\n{lines}{rest}  again: {again}\n", one.times, one.first.seed)
}

fn json(explored: &Explored) -> String {
    let one = |one: &Found| {
        serde_json::json!({
            "text": one.text,
            "times": one.times,
            "seed": one.first.seed,
            "policy": one.first.policy.to_string(),
        })
    };
    let outcomes: Vec<_> = explored.found.iter().map(one).collect();
    let (schedules, stopped) = (explored.runs, explored.stopped);
    format!("{:#}\n", serde_json::json!({ "schedules": schedules, "stopped": stopped, "outcomes": outcomes }))
}
