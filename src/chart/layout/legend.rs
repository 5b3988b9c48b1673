//! The legend: what occurs in a chart, and what it means there. Knows no place but its own.

use super::super::Chart;
use super::super::geometry::{Rect, Scale, Unit, px};
use super::super::text::{Ink, Setter, Style};
use super::columns::Columns;
use super::panel::is_dense;
use super::{LegendEntry, STATES, Swatch};
use crate::analysis::State;

const LEGEND: Style = Style::regular(16, Ink::Strong);

/// The swatch, the gap after it, the gap after an entry, and the pitch of legend rows.
const SWATCH: Unit = px(16);
const SWATCH_GAP: Unit = px(8);
const ENTRY_GAP: Unit = px(28);
const ROW: Unit = px(28);

/// Something that occurs in a chart.
#[derive(Clone, Copy)]
pub struct Sign {
    swatch: Swatch,
    meaning: &'static str,
}

/// The states that occur, in stacking order, and the sign for shares where there are any.
pub fn signs(chart: &Chart, scale: Scale) -> Vec<Sign> {
    let states = STATES.into_iter().filter(|&state| occurs(chart, state, |_| true));
    let states = states.map(|state| Sign { swatch: Swatch::State(state), meaning: meaning(chart, state) });
    let shares = Sign {
        swatch: Swatch::Shares,
        meaning: "binned: too many slices to tell apart, so each column shows shares of its time",
    };
    let is_binned = chart.panels.iter().any(|panel| is_dense(panel.timeline, scale));
    states.chain(is_binned.then_some(shares)).collect()
}

/// Whether a lane is ever in this state, in a panel with a GIL or in one without.
fn occurs(chart: &Chart, state: State, of_panel: impl Fn(bool) -> bool) -> bool {
    let timelines = chart.panels.iter().map(|panel| panel.timeline).filter(|timeline| of_panel(timeline.has_gil));
    timelines.flat_map(|timeline| &timeline.lanes).flat_map(|lane| &lane.slices).any(|slice| slice.state == state)
}

fn meaning(chart: &Chart, state: State) -> &'static str {
    let has_gil = || occurs(chart, state, |has_gil| has_gil);
    let lacks_gil = || occurs(chart, state, |has_gil| !has_gil);
    match state {
        State::Running if !has_gil() => "running",
        State::Running if lacks_gil() => "running, holds the GIL where there is one",
        State::Running => "running, holds the GIL",
        State::Native if !has_gil() => "native",
        State::Native => "native, runs without the GIL",
        State::Ready => "ready, waits for a core",
        State::WaitingForGil => "waiting for the GIL",
        State::Locked => "waits for another thread's lock or wake-up",
        State::Starting => "starting",
        State::Blocked => "blocked in I/O or sleep",
        State::Awaiting => "awaits, between two steps",
        State::Idle => "idle",
    }
}

/// Entries from left to right, in as many rows as they need; and where these end.
pub fn place(signs: &[Sign], top: Unit, columns: Columns, setter: Setter) -> (Vec<LegendEntry>, Unit) {
    let (mut x, mut y) = (columns.margin, top);
    let mut entries = Vec::new();
    for &sign in signs {
        let width = SWATCH + SWATCH_GAP + setter.width(sign.meaning, LEGEND);
        if x > columns.margin && x + width > columns.aside_right {
            (x, y) = (columns.margin, y + ROW);
        }
        entries.push(entry(sign, x, y, columns, setter));
        x += width + ENTRY_GAP;
    }
    let bottom = if entries.is_empty() { top } else { y + ROW };
    (entries, bottom)
}

fn entry(sign: Sign, x: Unit, y: Unit, columns: Columns, setter: Setter) -> LegendEntry {
    let frame = Rect::new(x, y, x + SWATCH, y + SWATCH);
    let left = frame.right + SWATCH_GAP;
    let baseline = LEGEND.centred_on(frame.middle());
    let label = setter.label(sign.meaning, LEGEND, left, baseline, columns.aside_right - left);
    LegendEntry { frame, swatch: sign.swatch, label }
}
