//! A few hand-offs, enlarged: the lanes with words in their slices, an axis of their own, the key. What is drawn on top
//! of the lanes stands in `zoom_marks`.

use super::super::Chart;
use super::super::geometry::{Rect, Scale, Unit, px};
use super::super::text::{Ink, Label, Setter, Style};
use super::axis::{self, Ticks, axis};
use super::columns::Columns;
use super::lane::{Drawn, PADDING, word_in};
use super::names::name_of;
use super::panel::DENSE;
use super::shares::{density, strips};
use super::zoom_marks::Marks;
use super::zoom_window::Window;
use super::{Fill, KeyEntry, KeySymbol, LaneBox, PanelBox, Strip, Zoom};
use crate::analysis::{Lane, State};
use crate::time::Nanos;

const TITLE: Style = Style::semi_bold(19, Ink::Strong);
const TAG: Style = Style::semi_bold(13, Ink::Strong);
const KEY: Style = Style::regular(15, Ink::Muted);
const KEY_LINE: Unit = px(20);
const KEY_LINES: usize = 6;

const VOLUNTARY: &str = "voluntary hand-off: the holder blocks or is done, and lets go by itself";
const FOUND_FREE: &str = "no arrow: the GIL was free when its next holder came";

/// From the zoom's top to its first lane, which leaves room for a dimension line; lanes and the gaps between them.
const TITLE_ROW: Unit = px(64);
const LANE: Unit = px(40);
const GAP: Unit = px(28);

/// The zoom whose top edge is `top`, and where it ends.
pub fn zoom(chart: &Chart, window: &Window, top: Unit, columns: Columns, setter: Setter) -> (Zoom, Unit) {
    let timeline = chart.panels[window.panel].timeline;
    let scale = Scale { from: window.from, to: window.to, left: columns.plot_left, right: columns.plot_right };
    let shown: Vec<&Lane> = window.lanes.iter().map(|&at| &timeline.lanes[at]).collect();
    let frames: Vec<Rect> = (0..shown.len() as Unit).map(|at| frame(at, top, columns)).collect();
    let bottom = frames.last().map_or(top, |frame| frame.bottom);
    let frame = Rect::new(columns.plot_left, top + TITLE_ROW, columns.plot_right, bottom);
    let marks = Marks { window, lanes: &shown, frames: &frames, scale, setter };
    let requests = marks.requests();
    let place = |(lane, &frame): (&&Lane, &Rect)| LaneBox {
        name: Some(name_of(&lane.name, frame, LANE + GAP, columns, setter)),
        ..lane_box(lane, frame, scale, &marks.taken(frame, &requests), setter)
    };
    let lanes = shown.iter().zip(&frames).map(place).collect();
    let since = match window.from {
        Nanos::ZERO => "time since the model’s start".to_owned(),
        from => format!("time since {from} after the model’s start"),
    };
    let axis = axis(scale, bottom + px(12), frame.top, &since, Ticks::Offsets, setter);
    let (key, key_bottom) = key(chart, window, frame.top - px(4), columns, setter);
    let end = (axis.y + axis::HEIGHT).max(key_bottom);
    let dimension = marks.dimension(&chart.turn);
    let heading = heading(chart, window, dimension.is_none());
    let title = setter.label(&heading, TITLE, columns.plot_left, top + px(20), columns.plot_width());
    (Zoom { title, frame, lanes, arrows: marks.arrows(), requests, dimension, axis, key }, end)
}

fn frame(at: Unit, top: Unit, columns: Columns) -> Rect {
    let y = top + TITLE_ROW + at * (LANE + GAP);
    Rect::new(columns.plot_left, y, columns.plot_right, y + LANE)
}

/// Names what ends a turn where no dimension line shows it.
fn heading(chart: &Chart, window: &Window, names_rule: bool) -> String {
    let timeline = chart.panels[window.panel].timeline;
    let model = timeline.model.name();
    let lanes = match (window.lanes.len(), timeline.lanes.len()) {
        (shown, all) if shown < all => format!(", {shown} of {all} lanes"),
        _ => String::new(),
    };
    let length = window.to.saturating_sub(window.from);
    let rule = match chart.turn.rule.as_str() {
        rule if names_rule && !rule.is_empty() => format!(" ({rule})"),
        _ => String::new(),
    };
    match window.handoffs.len() {
        1 => format!("Zoom into {model}: {length} with one hand-off{lanes}{rule}"),
        n => format!("Zoom into {model}: {length} with {n} hand-offs{lanes}{rule}"),
    }
}

/// A lane with words in its slices, where neither marks nor arrows stand.
fn lane_box(lane: &Lane, frame: Rect, scale: Scale, taken: &[(Unit, Unit)], setter: Setter) -> LaneBox {
    let in_shares = density(&lane.slices, scale) > DENSE;
    let placed = Drawn { scale, in_shares, task_names: &[], setter }.lane(lane, frame);
    if in_shares {
        return placed;
    }
    let words = strips(&lane.slices, scale).into_iter().filter_map(|strip| {
        let parts = free_parts(strip, taken);
        let fitting = |words: &str| parts.iter().find_map(|&part| word_in(words, part, frame, setter));
        fitting(&words(lane, strip, scale)).or_else(|| fitting(verb(strip.state)))
    });
    LaneBox { words: words.collect(), ..placed }
}

/// What is left of a strip between the stretches that are taken; these are in order.
fn free_parts(strip: Strip, taken: &[(Unit, Unit)]) -> Vec<Strip> {
    let mut parts = Vec::new();
    let mut left = strip.left;
    for &(from, to) in taken.iter().filter(|(from, to)| *from < strip.right && strip.left < *to) {
        if left < from {
            parts.push(Strip { left, right: from, ..strip });
        }
        left = left.max(to);
    }
    if left < strip.right {
        parts.push(Strip { left, ..strip });
    }
    parts
}

/// What happens, and for how long where both ends can be seen.
fn words(lane: &Lane, strip: Strip, scale: Scale) -> String {
    let middle = scale.time(strip.left + (strip.right - strip.left) / 2);
    let slice = lane.slices.iter().find(|slice| slice.from <= middle && middle < slice.to);
    match slice.filter(|slice| scale.from <= slice.from && slice.to <= scale.to && slice.state == strip.state) {
        Some(slice) => format!("{} {}", verb(strip.state), slice.to.saturating_sub(slice.from)),
        None => verb(strip.state).to_owned(),
    }
}

fn verb(state: State) -> &'static str {
    match state {
        State::Starting => "starts",
        State::Running => "runs",
        State::Native => "native",
        State::Ready => "no core",
        State::WaitingForGil => "waits",
        State::Locked => "locked",
        State::Blocked => "blocked",
        State::Awaiting => "awaits",
        State::Idle => "idle",
    }
}

/// The symbols that occur and what they mean, one below the other in the column of figures.
fn key(chart: &Chart, window: &Window, top: Unit, columns: Columns, setter: Setter) -> (Vec<KeyEntry>, Unit) {
    let asked = window.handoffs.iter().any(|handoff| handoff.requested.is_some());
    let forced = window.handoffs.iter().any(|handoff| handoff.forced);
    let voluntary = window.handoffs.iter().any(|handoff| !handoff.forced);
    let entries = [
        (asked, Some(KeySymbol::Request), format!("drop request: {}", chart.turn.request)),
        (forced, Some(KeySymbol::Forced), format!("forced hand-off: {}", chart.turn.forced)),
        (voluntary, Some(KeySymbol::Voluntary), VOLUNTARY.to_owned()),
        (window.found_free, None, FOUND_FREE.to_owned()),
    ];
    let mut y = top;
    let mut key = Vec::new();
    for (_, symbol, meaning) in entries.into_iter().filter(|(occurs, ..)| *occurs) {
        let entry = key_entry(symbol, &meaning, y, columns, setter);
        y = entry.lines.last().map_or(y, |line| line.baseline) + px(16);
        key.push(entry);
    }
    (key, y)
}

fn key_entry(symbol: Option<KeySymbol>, meaning: &str, top: Unit, columns: Columns, setter: Setter) -> KeyEntry {
    let frame = Rect::new(columns.aside_left, top, columns.aside_left + px(16), top + px(22));
    let left = frame.right + px(10);
    let room = columns.aside_right - left;
    let lines = setter.wrapped(meaning, KEY, room, KEY_LINES);
    let place = |(at, line): (usize, &String)| {
        let baseline = KEY.centred_on(frame.middle()) + at as Unit * KEY_LINE;
        setter.label(line, KEY, left, baseline, room)
    };
    KeyEntry { symbol, frame, lines: lines.iter().enumerate().map(place).collect() }
}

/// Marks the window in the panel that it enlarges.
pub fn mark_window(panels: &mut [PanelBox], window: &Window, scale: Scale, setter: Setter) {
    let last = panels.len() - 1;
    let panel = &mut panels[window.panel];
    let (left, right) = (scale.x(window.from), scale.x(window.to));
    let missing = (px(8) - (right - left)).max(0) / 2;
    let frame = Rect::new(
        (left - missing).max(scale.left),
        panel.frame.top - px(4),
        (right + missing).min(scale.right),
        panel.frame.bottom + px(4),
    );
    let centre = (frame.left + frame.right) / 2;
    let tag = setter.label("zoom", TAG, centre, frame.bottom + px(14), px(100)).centred();
    let tag = Label { left: tag.left.max(scale.left), ..tag };
    // Beside a low lane stands the time at the end.
    let meets_end = panel.end.label.as_ref().is_some_and(|label| label.frame().overlaps(tag.frame()));
    let free = window.panel != last && panel.omitted.is_none() && !meets_end;
    panel.zoomed = Some((frame, free.then_some(tag).or_else(|| tag_above(panel, frame, setter))));
    panel.lanes.iter_mut().for_each(|lane| clear_of_edges(lane, frame));
}

/// Words that an edge of the window would cross stand behind it where their slice has room, or nowhere.
fn clear_of_edges(lane: &mut LaneBox, window: Rect) {
    let near = |label: &Label, edge: Unit| label.left - px(2) < edge && edge < label.left + label.width + px(2);
    let crossing = |label: &Label| [window.left, window.right].into_iter().find(|&edge| near(label, edge));
    let strip_at = |left: Unit| match &lane.fill {
        Fill::Slices(strips) => strips.iter().find(|strip| strip.left <= left && left < strip.right),
        Fill::Shares(_) => None,
    };
    let moved = |label: &Label| {
        let border = lane.separators.iter().find(|border| **border > label.left);
        let end = border.into_iter().fold(strip_at(label.left)?.right, |end, border| end.min(*border)) - PADDING;
        let mut label = label.clone();
        while let Some(edge) = crossing(&label) {
            label.left = edge + PADDING;
        }
        (label.left + label.width <= end).then_some(label)
    };
    lane.words = lane.words.iter().filter_map(moved).collect();
}

/// The tag in the title's row, where it meets neither the title nor the time at the end.
fn tag_above(panel: &PanelBox, frame: Rect, setter: Setter) -> Option<Label> {
    let centre = (frame.left + frame.right) / 2;
    let tag: Label = setter.label("zoom", TAG, centre, frame.top - px(6), px(100)).centred();
    let near = |label: &Label| label.frame().overlaps(tag.frame());
    let meets = near(&panel.title) || panel.end.label.as_ref().is_some_and(near);
    (!meets && tag.left >= panel.frame.left).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::super::super::Inter;
    use super::*;

    /// Where a word stands that stood at 27 px in a slice up to `right`, with a border at `border`; the window begins at 40 px.
    fn moved(right: i32, border: i32) -> Option<Unit> {
        let setter = Setter::new(&Inter);
        let frame = Rect::new(px(20), 0, px(400), px(30));
        let strip = Strip { left: px(20), right: px(right), state: State::Running };
        let words = vec![setter.label("main", KEY, px(27), px(20), px(200))];
        let (fill, separators) = (Fill::Slices(vec![strip]), vec![px(border)]);
        let mut lane = LaneBox { frame, name: None, fill, separators, words };
        clear_of_edges(&mut lane, Rect::new(px(40), 0, px(300), px(30)));
        lane.words.first().map(|word| word.left)
    }

    #[test]
    fn a_word_stands_behind_the_edge_of_the_window_that_would_cross_it() {
        assert_eq!(moved(400, 390), Some(px(40) + PADDING));
        assert_eq!(moved(70, 390), None, "its slice has no room for it there");
        assert_eq!(moved(400, 70), None, "its task has none");
    }
}
