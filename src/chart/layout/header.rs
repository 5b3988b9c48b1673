//! Title and subtitle, above the legend. Knows no lane.

use super::super::geometry::{Unit, px};
use super::super::text::{Ink, Label, Setter, Style};
use super::LegendEntry;
use super::columns::{Columns, MARGIN};
use super::legend::{Sign, place};

const TITLE: Style = Style::semi_bold(32, Ink::Strong);
const SUBTITLE: Style = Style::regular(19, Ink::Muted);
const SUBTITLE_LINES: usize = 2;

/// The top of the page.
pub struct Header {
    pub title: Vec<Label>,
    pub legend: Vec<LegendEntry>,
    pub bottom: Unit,
}

pub fn header(title: &str, subtitle: &str, signs: &[Sign], columns: Columns, setter: Setter) -> Header {
    let room = columns.aside_right - columns.margin;
    let mut y = MARGIN + px(24);
    let mut lines = vec![setter.label(title, TITLE, columns.margin, y, room)];
    for line in setter.wrapped(subtitle, SUBTITLE, room, SUBTITLE_LINES) {
        y += px(if lines.len() == 1 { 34 } else { 26 });
        lines.push(setter.label(&line, SUBTITLE, columns.margin, y, room));
    }
    y += px(20);
    let (legend, bottom) = place(signs, y, columns, setter);
    lines.retain(|line| !line.text.is_empty());
    Header { title: lines, legend, bottom }
}
