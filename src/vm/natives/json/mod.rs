//! The module `json`: text from values, values from text.

mod decode;
mod encode;

pub use decode::decode;
pub use encode::encode;

/// Deeper nesting is refused, on both ways.
const MAX_DEPTH: usize = 990;
