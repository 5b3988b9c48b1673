//! From a scenario file to a checked model.

mod model;

pub use model::*;
