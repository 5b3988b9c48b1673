//! Title, subtitle and legend. Knows no lane.

use super::super::geometry::{Rect, Unit, px};
use super::super::text::{Ink, Label, Setter, Style};
use super::columns::{Columns, MARGIN};
use super::{LegendEntry, Swatch};
use crate::analysis::State;

const TITLE: Style = Style::semi_bold(32, Ink::Strong);
const SUBTITLE: Style = Style::regular(19, Ink::Muted);
const LEGEND: Style = Style::regular(16, Ink::Strong);
const SUBTITLE_LINES: usize = 2;

/// The swatch, the gap after it, the gap after an entry, and the pitch of legend rows.
const SWATCH: Unit = px(16);
const SWATCH_GAP: Unit = px(8);
const ENTRY_GAP: Unit = px(28);
const ROW: Unit = px(28);

/// The top of the page.
pub struct Header {
    pub title: Vec<Label>,
    pub legend: Vec<LegendEntry>,
    pub bottom: Unit,
}

pub fn header(title: &str, subtitle: &str, swatches: &[Swatch], columns: Columns, setter: Setter) -> Header {
    let room = columns.aside_right - columns.margin;
    let mut y = MARGIN + px(24);
    let mut lines = vec![setter.label(title, TITLE, columns.margin, y, room)];
    for line in setter.wrapped(subtitle, SUBTITLE, room, SUBTITLE_LINES) {
        y += px(if lines.len() == 1 { 34 } else { 26 });
        lines.push(setter.label(&line, SUBTITLE, columns.margin, y, room));
    }
    y += px(20);
    let (legend, bottom) = legend(swatches, y, columns, setter);
    lines.retain(|line| !line.text.is_empty());
    Header { title: lines, legend, bottom }
}

/// Entries from left to right, in as many rows as they need.
fn legend(swatches: &[Swatch], top: Unit, columns: Columns, setter: Setter) -> (Vec<LegendEntry>, Unit) {
    let (mut x, mut y) = (columns.margin, top);
    let mut entries = Vec::new();
    for &swatch in swatches {
        let width = SWATCH + SWATCH_GAP + setter.width(meaning(swatch), LEGEND);
        if x > columns.margin && x + width > columns.aside_right {
            (x, y) = (columns.margin, y + ROW);
        }
        entries.push(entry(swatch, x, y, columns, setter));
        x += width + ENTRY_GAP;
    }
    let bottom = if entries.is_empty() { top } else { y + ROW };
    (entries, bottom)
}

fn entry(swatch: Swatch, x: Unit, y: Unit, columns: Columns, setter: Setter) -> LegendEntry {
    let frame = Rect::new(x, y, x + SWATCH, y + SWATCH);
    let left = frame.right + SWATCH_GAP;
    let baseline = LEGEND.centred_on(frame.middle());
    let label = setter.label(meaning(swatch), LEGEND, left, baseline, columns.aside_right - left);
    LegendEntry { frame, swatch, label }
}

fn meaning(swatch: Swatch) -> &'static str {
    match swatch {
        Swatch::State(State::Running) => "running, holds the GIL",
        Swatch::State(State::Native) => "native, runs without the GIL",
        Swatch::State(State::Ready) => "ready, waits for a core",
        Swatch::State(State::WaitingForGil) => "waiting for the GIL",
        Swatch::State(State::Locked) => "waits for another thread's lock or wake-up",
        Swatch::State(State::Starting) => "starting",
        Swatch::State(State::Blocked) => "blocked in I/O or sleep",
        Swatch::State(State::Awaiting) => "awaits, between two steps",
        Swatch::State(State::Idle) => "idle",
        Swatch::Shares => "binned: too many slices to tell apart, so each column shows shares of its time",
    }
}
