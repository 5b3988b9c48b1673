//! One workload under every model that fits: what each takes and costs, which one to take, and what would change that.
//! Whatever is said has been run. Refuses to know how it is told.
//!
//! ```text
//! Scenario ─▶ Bench (runs by model, case and seed) ─▶ Lines, Choice ─▶ Changes
//! ```

mod bench;
mod changes;
mod choice;
mod fits;
mod line;
mod memory;
mod study;

pub use bench::{Bench, Case};
pub use changes::{Change, Dimension, Flip};
pub use choice::{Choice, MARGIN};

pub use line::Line;
pub use study::{OnCores, Plan, Study, Told};
