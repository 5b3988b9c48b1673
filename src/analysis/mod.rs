//! From a trace to figures and reasons. Knows no engine, no scenario and no pixel.

mod agreement;
mod bounds;
mod build;
mod convoy;
mod cores;
mod counts;
mod expect;
mod figures;
mod handoffs;
mod kept;
mod lane;
mod loops;
mod measure;
mod published;
mod reduce;
mod report;
mod run;
mod samples;
mod timeline;
mod verdict;

pub use agreement::{Agreement, Disagreement};
pub use bounds::{Excess, Law};
pub use build::timeline;
pub use convoy::Kind as ConvoyKind;
pub use counts::{Contested, Counts, Fate};
pub use expect::{Bound, Expectations, Failure, Skipped, check_expectations};
pub use figures::{CATALOGUE, Figure, FigureDoc, Figures, Unit, describe, model_of, names_without_lanes, suggest};
pub use measure::THREADS;
pub use published::{Comparison, compare};
pub use report::{Host, ModelReport, Report, figures_of};
pub use run::{Run, RunFold};
pub use timeline::*;
