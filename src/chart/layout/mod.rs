//! Where everything stands: a chart becomes a `Layout`, a value of boxes and labels in eighths of a CSS pixel. Pure: no
//! pixels, no font files, no drawing library.

mod axis;
mod columns;
mod header;
mod lane;
mod legend;
mod machinery;
mod names;
mod page;
mod panel;
mod pitch;
mod shares;
mod zoom;
mod zoom_marks;
mod zoom_window;

use super::geometry::{Rect, Unit};
use super::text::Label;
use crate::analysis::State;
pub use page::layout;

/// The states in the order in which shares are stacked, from the bottom up.
pub const STATES: [State; 9] = [
    State::Running,
    State::Native,
    State::Ready,
    State::WaitingForGil,
    State::Locked,
    State::Starting,
    State::Blocked,
    State::Awaiting,
    State::Idle,
];

/// The shares of a bin add up to this.
pub const WHOLE: u32 = 1 << 16;

/// A whole picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub width: Unit,
    pub height: Unit,
    pub title: Vec<Label>,
    pub legend: Vec<LegendEntry>,
    pub panels: Vec<PanelBox>,
    /// Common to all panels; none where there is no panel.
    pub axis: Option<Axis>,
    pub zoom: Option<Zoom>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    pub frame: Rect,
    pub swatch: Swatch,
    pub label: Label,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    State(State),
    /// A little stacked bar: this lane is drawn in shares.
    Shares,
}

/// One model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelBox {
    pub title: Label,
    /// Around all lanes.
    pub frame: Rect,
    pub lanes: Vec<LaneBox>,
    /// Where lanes were left out: how many.
    pub omitted: Option<Label>,
    pub headline: Headline,
    pub end: EndMark,
    /// The part that the zoom shows.
    pub zoomed: Option<(Rect, Option<Label>)>,
}

/// The figure beside a panel and the lines below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    pub figure: Option<Label>,
    pub note: Vec<Label>,
}

/// The line at which a model was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndMark {
    pub x: Unit,
    pub top: Unit,
    pub bottom: Unit,
    pub label: Option<Label>,
}

/// One thread or process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneBox {
    /// From the start of the axis to its end; the fill covers the lane's life only.
    pub frame: Rect,
    pub name: Option<Label>,
    pub fill: Fill,
    /// Where one task follows another.
    pub separators: Vec<Unit>,
    /// Words inside slices: tasks, or what the slice is.
    pub words: Vec<Label>,
}

/// What a lane shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Slice by slice, neighbours of the same state joined.
    Slices(Vec<Strip>),
    /// Column by column the share of time in each state, for more slices than a screen has pixels.
    Shares(Vec<Bin>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strip {
    pub left: Unit,
    pub right: Unit,
    pub state: State,
}

/// A column of a lane; `shares` in the order of `STATES`, their sum is `WHOLE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    pub left: Unit,
    pub right: Unit,
    pub shares: [u32; STATES.len()],
}

/// A time axis: its line, and grid lines up to `grid_top`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    pub left: Unit,
    pub right: Unit,
    pub y: Unit,
    pub grid_top: Unit,
    pub ticks: Vec<Tick>,
    pub title: Label,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    pub x: Unit,
    pub label: Label,
}

/// A few hand-offs, enlarged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zoom {
    pub title: Label,
    pub frame: Rect,
    pub lanes: Vec<LaneBox>,
    pub arrows: Vec<Arrow>,
    pub requests: Vec<RequestMark>,
    pub dimension: Option<Dimension>,
    pub axis: Axis,
    pub key: Vec<KeyEntry>,
}

/// A hand-off, from the lane that released to the lane that acquired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrow {
    pub from: (Unit, Unit),
    pub to: (Unit, Unit),
    pub forced: bool,
}

/// A waiter asks the holder to let go, on the waiter's lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestMark {
    pub x: Unit,
    pub y: Unit,
    pub label: Option<Label>,
}

/// A dimension line: the switch interval to scale, with extension lines down to `foot`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    pub left: Unit,
    pub right: Unit,
    pub y: Unit,
    pub foot: Unit,
    pub label: Label,
}

/// A line of the zoom's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    pub symbol: Option<KeySymbol>,
    pub frame: Rect,
    pub lines: Vec<Label>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeySymbol {
    Request,
    Forced,
    Voluntary,
}
