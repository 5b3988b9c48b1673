//! Plots of numbers: curves over a common axis, a heat map, a front. Each becomes a [`Sheet`](super::Sheet). Knows no run
//! and no scenario; the numbers come with their names.

mod curves;
mod format;
mod frame;
mod heat;
mod ruler;
mod scatter;

pub use curves::curves;
pub use format::Format;
pub use heat::heat;
pub use scatter::scatter;

/// Panels one below the other over a common axis.
#[derive(Clone, Debug)]
pub struct Curves {
    pub title: String,
    /// A sentence that says what one should see.
    pub subtitle: String,
    pub x: AxisKind,
    /// The numbers along it that are told; none: round ones.
    pub x_ticks: Vec<f64>,
    pub panels: Vec<CurvePanel>,
    /// Upright lines.
    pub marks: Vec<Mark>,
    /// A line of explanation below the axis; may be empty.
    pub note: String,
}

/// What an axis measures.
#[derive(Clone, Debug)]
pub struct AxisKind {
    pub title: String,
    pub format: Format,
    pub log: bool,
}

#[derive(Clone, Debug)]
pub struct CurvePanel {
    pub y: AxisKind,
    pub curves: Vec<Curve>,
}

/// A line with its band, and points that others measured.
#[derive(Clone, Debug)]
pub struct Curve {
    pub name: String,
    /// In ascending order of x.
    pub points: Vec<CurvePoint>,
    pub published: Vec<(f64, f64)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    pub x: f64,
    pub y: f64,
    pub least: f64,
    pub most: f64,
}

#[derive(Clone, Debug)]
pub struct Mark {
    pub x: f64,
    pub name: String,
}

/// A figure over two parameters.
#[derive(Clone, Debug)]
pub struct Heat {
    pub title: String,
    pub subtitle: String,
    pub x: String,
    pub y: String,
    pub columns: Vec<String>,
    pub rows: Vec<String>,
    /// Row by row; `None` where nothing was measured.
    pub cells: Vec<Option<f64>>,
    pub format: Format,
    pub figure: String,
}

/// Points of which some form a front.
#[derive(Clone, Debug)]
pub struct Scatter {
    pub title: String,
    pub subtitle: String,
    pub x: AxisKind,
    pub y: AxisKind,
    /// More than this the upright axis cannot show.
    pub most: Option<f64>,
    pub points: Vec<Spot>,
    pub note: String,
}

#[derive(Clone, Debug)]
pub struct Spot {
    pub x: f64,
    pub y: f64,
    pub name: String,
    pub on_front: bool,
}
