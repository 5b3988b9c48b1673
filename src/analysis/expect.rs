//! Bounds on figures: which hold, which fail, which cannot be judged. Refuses to know where bounds come from.

use super::figures::{Figure, Figures, model_of};
use crate::model::Model;
use std::fmt;

/// A bound on one figure, inclusive at both ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound<'a> {
    pub figure: &'a str,
    pub at_least: Option<f64>,
    pub at_most: Option<f64>,
}

/// A bound that does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Which of the bounds, from 0.
    pub index: usize,
    pub figure: String,
    /// None where the model ran but did not yield this figure.
    pub measured: Option<Figure>,
    pub at_least: Option<f64>,
    pub at_most: Option<f64>,
    /// Figures of its kind that were measured, where it was not: those of other groups or lanes.
    pub alike: Vec<String>,
}

/// How all bounds fared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expectations {
    pub met: usize,
    pub failures: Vec<Failure>,
    pub skipped: Vec<Skipped>,
}

/// A bound that cannot be judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Skipped {
    pub figure: String,
    /// The models that were not run and would have to be.
    pub missing: Vec<Model>,
}

/// `threads.speedup is 1.32, expected at most 1.05`; bounds and value are in the figure's unit, seconds for times.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.measured {
            Some(figure) => write!(f, "{} is {}, expected ", self.figure, self.shown(figure.value))?,
            None => write!(f, "{} was not measured, expected ", self.figure)?,
        }
        match (self.at_least, self.at_most) {
            (Some(least), Some(most)) => write!(f, "{least} to {most}"),
            (Some(least), None) => write!(f, "at least {least}"),
            (None, Some(most)) => write!(f, "at most {most}"),
            (None, None) => write!(f, "any value"),
        }?;
        match self.alike.as_slice() {
            [] => Ok(()),
            alike => write!(f, "; there is {}", alike.join(", ")),
        }
    }
}

/// Judges every bound.
pub fn check_expectations<'a>(bounds: impl IntoIterator<Item = Bound<'a>>, figures: &Figures) -> Expectations {
    let mut all = Expectations::default();
    for (index, bound) in bounds.into_iter().enumerate() {
        let measured = figures.get(bound.figure);
        let missing: Vec<Model> = needs(bound.figure).filter(|model| !figures.has(*model)).collect();
        if measured.is_some_and(|figure| bound.holds(figure.value)) {
            all.met += 1;
        } else if measured.is_none() && !missing.is_empty() {
            all.skipped.push(Skipped { figure: bound.figure.to_string(), missing });
        } else {
            let Bound { figure, at_least, at_most } = bound;
            let alike = if measured.is_none() { alike(figure, figures) } else { Vec::new() };
            all.failures.push(Failure { index, figure: figure.to_string(), measured, at_least, at_most, alike });
        }
    }
    all
}

/// At most so many figures are named in place of one that was not measured.
const ALIKE: usize = 3;

/// Figures that differ in their group or lane alone.
fn alike(figure: &str, figures: &Figures) -> Vec<String> {
    let ends = |name: &str| {
        let (before, last) = name.rsplit_once('.')?;
        let mut parts = before.splitn(3, '.');
        let (model, kind, _) = (parts.next()?, parts.next()?, parts.next()?);
        Some(format!("{model}.{kind}.{last}"))
    };
    let Some(wanted) = ends(figure) else { return Vec::new() };
    let same = figures.iter().map(|(name, _)| name).filter(|name| ends(name).as_ref() == Some(&wanted));
    same.take(ALIKE).map(str::to_string).collect()
}

/// The models that must run for a figure to be measured: its own, and for a ratio to sequential that one too.
fn needs(figure: &str) -> impl Iterator<Item = Model> {
    let baseline = figure.ends_with(".speedup").then_some(Model::Sequential);
    model_of(figure).into_iter().chain(baseline)
}

impl Bound<'_> {
    fn holds(&self, value: f64) -> bool {
        self.at_least.is_none_or(|least| value >= least) && self.at_most.is_none_or(|most| value <= most)
    }
}

impl Failure {
    /// Six significant digits, or all where the value would look like the bound that it broke.
    fn shown(&self, value: f64) -> f64 {
        let rounded = format!("{value:.5e}").parse().unwrap_or(value);
        if self.at_least == Some(rounded) || self.at_most == Some(rounded) { value } else { rounded }
    }
}
