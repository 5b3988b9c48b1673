//! From a scenario file to a checked model: reads TOML, finds all mistakes, compiles the program. Knows no engine.
//!
//! ```text
//! path ─▶ load ─▶ SourceFile ─▶ walk, mirror ─▶ check ─▶ Scenario
//!                                    └── mistakes ──┴──▶ LoadError
//! ```

mod check;
mod costs;
mod duration;
mod error;
mod expect;
mod load;
mod machine_config;
mod mirror;
mod mistakes;
mod model;
mod nearest;
mod network;
mod program;
mod published;
mod run_config;
mod script;
mod setting;
mod sweep;
mod tasks;
mod walk;

pub use costs::Cost;
pub use duration::parse_duration;
pub use error::LoadError;
pub use load::{Unreadable, load, load_beside};
pub use machine_config::{MachineConfig, MachineOverrides, StartMethod, Supposed};
pub use model::*;
pub use run_config::*;
pub use script::script;
pub use setting::Setting;
pub use sweep::{PublishedPoint, SweepConfig};

use crate::source::SourceFile;
use mistakes::Mistakes;
use std::sync::Arc;

/// A scenario from the text of its file; `read_program` reads the file that `program = { file = … }` names.
///
/// # Errors
/// All mistakes of the text and of its program, never only the first.
pub fn parse(
    file: SourceFile,
    read_program: &dyn Fn(&str) -> Result<SourceFile, Unreadable>,
) -> Result<Scenario, LoadError> {
    let file = Arc::new(file);
    let mut mistakes = Mistakes::default();
    let mirror = mirror::read(&file.text, &mut mistakes);
    let scenario = check::check(&file, mirror, read_program, &mut mistakes);
    let mistakes = mistakes.into_files(&file);
    match scenario {
        Some(scenario) if mistakes.is_empty() => Ok(scenario),
        _ => Err(LoadError::Mistakes(mistakes)),
    }
}
