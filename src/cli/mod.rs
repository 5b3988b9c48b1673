//! The command line: what is typed, what is shown, which status the program exits with.
//!
//! One file a subcommand. Everything else is asked of the library's other modules.

mod bundled;
mod compare;
mod dis;
mod explore;
mod failure;
mod folder;
mod interrupt;
mod list;
mod lost_counts;
mod picture;
mod progress;
mod published;
mod report;
mod run;
mod summary;
mod sweep;
mod table;
mod terminal;
mod tune;
mod turn;
mod typed;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;

/// See, predict and tune what a global interpreter lock does to a Python-style workload
#[derive(Parser)]
#[command(name = "gilsim", version, about, arg_required_else_help = true, max_term_width = 100)]
#[command(
    after_help = "Example:\n  gilsim run scenarios/cpu_bound.toml\n\nExit status: 0 success, 1 a failed run or check, 2 wrong usage or input, 130 stopped by Ctrl-C"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a scenario under each of its models, compare them, say why, draw the timeline
    Run(run::Args),
    /// Run a scenario's tasks under every model that fits: which one to take, at what price, and what would change that
    Compare(compare::Args),
    /// Run a scenario again and again over a range of parameters: curves, heat map, a table of all runs
    Sweep(Box<sweep::Args>),
    /// Join the parts of a sweep that were run with --shard
    Merge(sweep::MergeArgs),
    /// Find the switch interval that meets a goal, and what it costs
    Tune(tune::Args),
    /// Run a program under many schedules: what it can print, how often it did, and a seed that shows it again
    Explore(explore::Args),
    /// Show the bytecode of a scenario's program, with its checkpoints
    Dis(dis::Args),
    /// List bundled scenarios, models, policies and figures
    List(list::Args),
    /// A worker process of a run; started by `run` itself
    #[command(name = WORKER, hide = true)]
    Worker,
}

/// The subcommand by which a run starts its worker processes.
const WORKER: &str = "__worker";

/// Parses the command line, carries the command out, and returns the program's exit status.
pub fn main() -> ExitCode {
    let done = match typed::command_line::<Cli>().command {
        Command::Run(args) => run::main(&args),
        Command::Compare(args) => compare::main(&args),
        Command::Sweep(args) => sweep::main(&args),
        Command::Merge(args) => sweep::merge(&args),
        Command::Tune(args) => tune::main(&args),
        Command::Explore(args) => explore::main(&args),
        Command::Dis(args) => dis::main(&args),
        Command::List(args) => list::main(&args),
        Command::Worker => {
            crate::engine::serve_as_worker().map_err(|error| Failure::run(format!("worker process: {error}")))
        }
    };
    done.map_or_else(|failure| failure.report(), |()| ExitCode::SUCCESS)
}
