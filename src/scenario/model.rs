//! A scenario after all checks: everything in it is valid, resolved and compiled.

use crate::bytecode::Code;
use crate::gil::Policy;
use crate::model::Model;
use crate::source::Source;
use crate::time::Nanos;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

/// A scenario that can be run.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The file it was read from, as the user named it.
    pub path: PathBuf,
    /// The file's name without ending; names the output folder.
    pub name: String,
    pub title: String,
    /// The text of the program, and the way back from its offsets to the file's lines.
    pub program: Arc<Source>,
    /// The body of the program's module.
    pub module: Arc<Code>,
    /// At least one, in the file's order.
    pub tasks: Vec<Task>,
    pub run: RunConfig,
    pub machine: MachineConfig,
    pub expect: Vec<Expectation>,
    /// SHA-256 of the file (and of the program's file, where it is another), in hexadecimal.
    pub hash: String,
}

/// A call of the program that is run as a unit.
#[derive(Clone, Debug)]
pub struct Task {
    /// Unique: `crunch`, or `crunch-1` to `crunch-4` where `count` is 4.
    pub name: String,
    /// The name in the file, which several tasks may share: `crunch`.
    pub group: String,
    /// The call's text.
    pub call: String,
    /// Evaluates the call among the module's globals and returns its value.
    pub code: Arc<Code>,
}

/// `[run]`, defaults filled in.
#[derive(Clone, Debug)]
pub struct RunConfig {
    /// At least one, without repetition.
    pub models: Vec<Model>,
    /// How many tasks run at once; the number of tasks where the file does not say.
    pub workers: NonZeroUsize,
    pub switch_interval: Nanos,
    pub policy: Policy,
}

/// `[machine]`: what the simulated engine runs on.
#[derive(Clone, Debug)]
pub struct MachineConfig {
    pub seed: u64,
}

/// One line of `[expect]`: bounds on one figure of the summary, both inclusive.
#[derive(Clone, Debug, PartialEq)]
pub struct Expectation {
    /// The figure's dotted name, such as `threads.speedup`.
    pub figure: String,
    pub at_least: Option<f64>,
    pub at_most: Option<f64>,
    /// Line in the scenario file, from 1.
    pub line: usize,
}
