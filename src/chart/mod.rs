//! Timelines and plots as pictures. `layout` and `plot` decide where everything stands, as a value; `draw` and its two
//! backends only paint it.
//!
//! Knows lanes, states and hand-offs, but no events, engines, clocks or files: the caller writes the bytes.

mod draw;
mod dump;
mod error;
mod font;
mod geometry;
mod heading;
mod layout;
mod palette;
pub mod plot;
mod raster;
mod sheet;
mod svg;
mod text;
mod turn;

use crate::analysis::Timeline;
pub use draw::{png, sheet_png, sheet_svg, svg};
pub use error::ChartError;
pub use font::Inter;
pub use geometry::{Rect, Unit, px};
pub use layout::{
    Arrow, Axis, Bin, Dimension, EndMark, Fill, Headline, KeyEntry, KeySymbol, LaneBox, Layout, LegendEntry, PanelBox,
    RequestMark, STATES, Strip, Swatch, Tick, WHOLE, Zoom, layout,
};
pub use sheet::{Shape, Sheet, Tone};
pub use text::{Ink, Label, Measure, Style, Weight};
pub use turn::{Turn, humane};

/// The usual width of a chart, in CSS pixels; the PNG has `DENSITY` times as many.
pub const WIDTH: u32 = 1600;

/// Pixels of the PNG per CSS pixel.
pub const DENSITY: u32 = 2;

/// One model's part of the picture.
pub struct Panel<'a> {
    pub title: String,
    pub timeline: &'a Timeline,
    /// By `TaskId`; a task without a name here is drawn without one.
    pub task_names: &'a [String],
    /// The figure that counts, set large: `1.92×`. May be empty.
    pub headline: String,
    /// What belongs to the headline; parts separated by ` · ` stand on lines of their own.
    pub note: String,
}

/// A whole picture: one panel a model on a common time axis.
pub struct Chart<'a> {
    pub title: String,
    /// A sentence that says what one should see.
    pub subtitle: String,
    pub panels: Vec<Panel<'a>>,
    /// What ends a turn with the lock.
    pub turn: Turn,
    /// Panels are low, so that many are seen at once, and there is no zoom.
    pub is_small: bool,
}
