//! `gilsim dis`: the bytecode of a scenario's program and of its tasks' calls.

use super::failure::Failure;
use super::{bundled, terminal};
use crate::bytecode::dis;
use std::path::PathBuf;

#[derive(clap::Args)]
#[command(after_help = "Example:\n  gilsim dis scenarios/cpu_bound.toml")]
pub struct Args {
    /// The scenario file, a Python script, - for a script from standard input, or the name of a bundled scenario
    file: PathBuf,
    /// Show the calls of the tasks too
    #[arg(long)]
    tasks: bool,
}

pub fn main(args: &Args) -> Result<(), Failure> {
    let scenario = bundled::load(&args.file)?;
    let body = if scenario.script { &scenario.tasks[0].code } else { &scenario.module };
    let mut text = dis(body);
    if args.tasks && !scenario.script {
        for task in &scenario.tasks {
            text.push_str(&format!("\nTask {}: {}\n{}", task.name, task.call, dis(&task.code)));
        }
    }
    terminal::data(&text);
    Ok(())
}
