//! From a trace to figures and reasons.

mod timeline;

pub use timeline::*;
