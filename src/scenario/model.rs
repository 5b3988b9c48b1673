//! A scenario after all checks: everything in it is valid, resolved and compiled.

use super::{MachineConfig, RunConfig, SweepConfig};
use crate::bytecode::Code;
use crate::model::Model;
use crate::source::{Diagnostic, Source, SourceFile, Span};
use serde::Serialize;
use std::path::PathBuf;
use std::sync::Arc;

/// A scenario that can be run.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The file it was read from, as the user named it.
    pub path: PathBuf,
    /// That file, for messages that point into it.
    pub file: Arc<SourceFile>,
    /// The file's name without ending; names the output folder.
    pub name: String,
    pub title: String,
    /// The text of the program, and the way back from its offsets to the file's lines.
    pub program: Arc<Source>,
    /// The body of the program's module.
    pub module: Arc<Code>,
    /// What Python warns of when it compiles the program.
    pub warnings: Vec<Diagnostic>,
    /// At least one, in the file's order.
    pub tasks: Vec<Task>,
    pub run: RunConfig,
    pub machine: MachineConfig,
    /// What the program's sockets lead to.
    pub network: crate::net::Network,
    /// In the file's order, each figure once.
    pub expect: Vec<Expectation>,
    /// In the file's order, each figure once.
    pub published: Vec<Published>,
    /// The program is a script that is run for itself: its only task is its own body.
    pub script: bool,
    /// How it wants to be swept.
    pub sweep: SweepConfig,
    /// SHA-256 of the file (and of the program's file behind it, where it is another), in hexadecimal.
    pub hash: String,
}

impl Scenario {
    /// All code that is run for it: the module's, then the tasks'.
    pub fn code(&self) -> Vec<Arc<Code>> {
        let tasks = self.tasks.iter().map(|task| &task.code);
        std::iter::once(&self.module).chain(tasks).map(Arc::clone).collect()
    }

    /// Whether tasks are to fail under this model.
    pub fn expects_failures(&self, model: Model) -> bool {
        let figure = format!("{model}.tasks.failed");
        self.expect.iter().any(|one| one.figure == figure && one.at_least.is_some_and(|least| least > 0.0))
    }

    /// What a log records of the scenario.
    pub fn resolved(&self) -> Resolved<'_> {
        Resolved {
            name: &self.name,
            title: &self.title,
            tasks: &self.tasks,
            run: &self.run,
            machine: &self.machine,
            network: &self.network,
            expect: &self.expect,
            published: &self.published,
        }
    }
}

/// The whole configuration of a run, defaults filled in, without the program.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Resolved<'a> {
    pub name: &'a str,
    pub title: &'a str,
    pub tasks: &'a [Task],
    pub run: &'a RunConfig,
    pub machine: &'a MachineConfig,
    #[serde(skip_serializing_if = "is_default")]
    pub network: &'a crate::net::Network,
    pub expect: &'a [Expectation],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub published: &'a [Published],
}

/// A scenario that says nothing of the network is logged without it.
fn is_default(network: &&crate::net::Network) -> bool {
    **network == crate::net::Network::default()
}

/// A call of the program that is run as a unit.
#[derive(Clone, Debug, Serialize)]
pub struct Task {
    /// Unique: `crunch`, or `crunch-1` to `crunch-4` where `count` is 4.
    pub name: String,
    /// The name in the file, which several tasks may share: `crunch`.
    pub group: String,
    /// The call's text.
    pub call: String,
    /// The core that the task's worker is bound to, on the simulated machine.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub core: Option<u32>,
    /// Evaluates the call among the module's globals and returns its value.
    #[serde(skip)]
    pub code: Arc<Code>,
}

/// One line of `[expect]`: bounds on one figure of the summary, both inclusive, at least one given.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Expectation {
    /// The figure's dotted name, such as `threads.speedup`. Whether there is such a figure is not checked here.
    pub figure: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<f64>,
    /// Line in the scenario file, from 1.
    pub line: usize,
    /// The figure's name in the scenario file.
    #[serde(skip)]
    pub span: Span,
}

/// One line of `[published]`: what somebody measured elsewhere, for comparison.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Published {
    /// The figure's dotted name, such as `threads.wall`. Whether there is such a figure is not checked here.
    pub figure: String,
    /// In the figure's unit.
    pub value: f64,
    /// Line in the scenario file, from 1.
    pub line: usize,
    /// The figure's name in the scenario file.
    #[serde(skip)]
    pub span: Span,
}
