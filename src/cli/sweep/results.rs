//! What a sweep came to, shown: the table, the words, the pictures.

use super::args::ShownArgs;
use super::{pictures, published, table, words};
use crate::cli::folder::Folder;
use crate::cli::terminal;
use crate::scenario::SweepConfig;
use crate::sweep::Points;

/// A sweep that has been measured, by itself or in parts.
pub struct Results<'a> {
    pub title: &'a str,
    pub points: &'a Points,
    /// Measured on real threads.
    pub real: bool,
    /// What the scenario says of sweeps, where it is known.
    pub config: Option<&'a SweepConfig>,
}

impl Results<'_> {
    /// Prints and draws; returns what could not be written.
    pub fn show(&self, args: &ShownArgs, folder: &Folder, is_whole: bool) -> Vec<String> {
        let asked = args.figure.as_deref().or_else(|| self.config?.figure.as_deref());
        if !args.quiet {
            let parts = [table::text(self, asked), words::text(self), published::text(self, asked)];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            terminal::data(&parts.join("\n"));
        }
        if is_whole && !args.no_chart { pictures::draw(self, asked, args.svg, folder) } else { Vec::new() }
    }

    /// `simulated` or `measured`.
    pub fn here(&self) -> &'static str {
        if self.real { "measured" } else { "simulated" }
    }

    /// The runs of a point in words: `5 seeds`.
    pub fn replicates(&self) -> String {
        let runs = self.points.grid.replicates();
        match (runs, self.points.grid.axis(&crate::sweep::Field::Seed)) {
            (1, _) => "one run".to_string(),
            (runs, Some(axis)) if axis.values.len() == runs => format!("{runs} seeds"),
            (runs, _) => format!("{runs} runs"),
        }
    }
}
