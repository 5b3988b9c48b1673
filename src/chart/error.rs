//! What can go wrong between a layout and its bytes.

use std::fmt;

/// Why a picture could not be made.
#[derive(Debug)]
pub enum ChartError {
    /// No memory for a picture of this many pixels.
    TooLarge { width: u32, height: u32 },
    /// The PNG encoder refused.
    Encoding(png::EncodingError),
    /// The drawing layer failed; its own words.
    Drawing(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            ChartError::TooLarge { width, height } => write!(f, "a chart of {width} × {height} pixels is too large"),
            ChartError::Encoding(error) => write!(f, "the chart could not be encoded as PNG: {error}"),
            ChartError::Drawing(words) => write!(f, "the chart could not be drawn: {words}"),
        }
    }
}

impl std::error::Error for ChartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ChartError::Encoding(error) => Some(error),
            ChartError::TooLarge { .. } | ChartError::Drawing(_) => None,
        }
    }
}

impl From<png::EncodingError> for ChartError {
    fn from(error: png::EncodingError) -> ChartError {
        ChartError::Encoding(error)
    }
}
