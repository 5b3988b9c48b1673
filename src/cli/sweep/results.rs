//! What a sweep came to, and which of its figures are told of.

use super::args::ShownArgs;
use crate::cli::failure::Failure;
use crate::scenario::SweepConfig;
use crate::sweep::{Columns, Field, Grid, Plan, Points, figure};

/// Ends of the names of figures that tables, words and pictures are made of.
const TOLD: [&str; 13] = [
    "wall",
    "parallelism",
    "gil.held",
    "gil.timeout",
    "handoffs.rate",
    "handoffs.cost",
    "handoffs.gap",
    ".rate",
    ".p50",
    ".p95",
    ".p99",
    ".asked",
    ".q",
];

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
    /// `simulated` or `measured`.
    pub fn here(&self) -> &'static str {
        if self.real { "measured" } else { "simulated" }
    }

    /// The runs of a point in words: `5 seeds`.
    pub fn replicates(&self) -> String {
        let runs = self.points.grid.replicates();
        match (runs, self.points.grid.axis(&Field::Seed)) {
            (1, _) => "one run".to_string(),
            (runs, Some(axis)) if axis.values.len() == runs => format!("{runs} seeds"),
            (runs, _) => format!("{runs} runs"),
        }
    }
}

/// The points of a grid, with the figures that are told of.
pub fn points(grid: &Grid, columns: &Columns) -> Points {
    /// Up to here, all figures are kept.
    const FEW: usize = 2_000;
    let few = grid.points() <= FEW;
    Points::new(grid, columns, |name| few || TOLD.iter().any(|told| name.ends_with(told)))
}

/// A figure that is asked for must exist.
pub fn check_figure(args: &ShownArgs, plan: &Plan) -> Result<(), Failure> {
    let own = plan.base().sweep.figure.as_deref();
    let asked = args.figure.as_deref().or(own);
    let checked = asked.map(|asked| figure(asked, &plan.columns.figures));
    checked.transpose().map(drop).map_err(|message| Failure::input(message, None))
}
