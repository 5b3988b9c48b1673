//! Title and subtitle, above the legend. Knows no lane.

use super::super::geometry::{Unit, px};
use super::super::heading::Heading;
use super::super::text::{Ink, Label, Setter, Style};
use super::LegendEntry;
use super::columns::{Columns, MARGIN};
use super::legend::{self, Sign};

const HEADING: Heading = Heading {
    title: Style::semi_bold(32, Ink::Strong),
    title_pitch: 40,
    subtitle: Style::regular(19, Ink::Muted),
    subtitle_lines: 2,
    gap: 34,
    subtitle_pitch: 26,
};

/// The top of the page.
pub struct Header {
    pub title: Vec<Label>,
    pub legend: Vec<LegendEntry>,
    pub bottom: Unit,
}

pub fn header(title: &str, subtitle: &str, signs: &[Sign], columns: Columns, setter: Setter) -> Header {
    let room = columns.aside_right - columns.margin;
    let place = (columns.margin, MARGIN + px(24), room);
    let (title, baseline) = HEADING.set((title, subtitle), place, setter);
    let (legend, bottom) = legend::place(signs, baseline + px(20), columns, setter);
    Header { title, legend, bottom }
}
