//! A few hand-offs, enlarged: the lanes with words in their slices, an axis of their own, the key. What is drawn on top
//! of the lanes stands in `zoom_marks`.

use super::super::Chart;
use super::super::geometry::{Rect, Scale, Unit, px};
use super::super::text::{Ink, Label, Setter, Style};
use super::axis::{self, Ticks, axis};
use super::columns::Columns;
use super::lane::{Drawn, PADDING, word_in};
use super::panel::name_of;
use super::shares::{density, strips};
use super::zoom_marks::Marks;
use super::zoom_window::Window;
use super::{KeyEntry, KeySymbol, LaneBox, PanelBox, RequestMark, Strip, Zoom};
use crate::analysis::{Lane, State};

const TITLE: Style = Style::semi_bold(19, Ink::Strong);
const TAG: Style = Style::semi_bold(13, Ink::Strong);
const KEY: Style = Style::regular(15, Ink::Muted);
const KEY_LINE: Unit = px(20);
const KEY_LINES: usize = 6;

/// From the zoom's top to its first lane, which leaves room for a dimension line; lanes and the gaps between them.
const TITLE_ROW: Unit = px(76);
const LANE: Unit = px(40);
const GAP: Unit = px(28);

/// The zoom whose top edge is `top`, and where it ends.
pub fn zoom(chart: &Chart, window: &Window, top: Unit, columns: Columns, setter: Setter) -> (Zoom, Unit) {
    let timeline = chart.panels[window.panel].timeline;
    let scale = Scale { from: window.from, to: window.to, left: columns.plot_left, right: columns.plot_right };
    let title = setter.label(&heading(chart, window), TITLE, columns.plot_left, top + px(20), columns.plot_width());
    let shown: Vec<&Lane> = window.lanes.iter().map(|&at| &timeline.lanes[at]).collect();
    let frames: Vec<Rect> = (0..shown.len() as Unit).map(|at| frame(at, top, columns)).collect();
    let bottom = frames.last().map_or(top, |frame| frame.bottom);
    let frame = Rect::new(columns.plot_left, top + TITLE_ROW, columns.plot_right, bottom);
    let marks = Marks { window, lanes: &shown, frames: &frames, scale, setter };
    let requests = marks.requests();
    let lanes = shown.iter().zip(&frames);
    let lanes = lanes.map(|(lane, &frame)| lane_box(lane, frame, scale, &requests, columns, setter)).collect();
    let since = format!("time since {} after the model’s start", window.from);
    let axis = axis(scale, bottom + px(12), frame.top, &since, Ticks::Offsets, setter);
    let (key, key_bottom) = key(window, frame.top - px(4), columns, setter);
    let end = (axis.y + axis::HEIGHT).max(key_bottom);
    let dimension = marks.dimension(chart.switch_interval);
    (Zoom { title, frame, lanes, arrows: marks.arrows(), requests, dimension, axis, key }, end)
}

fn frame(at: Unit, top: Unit, columns: Columns) -> Rect {
    let y = top + TITLE_ROW + at * (LANE + GAP);
    Rect::new(columns.plot_left, y, columns.plot_right, y + LANE)
}

fn heading(chart: &Chart, window: &Window) -> String {
    let model = chart.panels[window.panel].timeline.model.name();
    let length = window.to.saturating_sub(window.from);
    match window.handoffs.len() {
        1 => format!("Zoom into {model}: {length} with one hand-off"),
        n => format!("Zoom into {model}: {length} with {n} hand-offs"),
    }
}

fn lane_box(
    lane: &Lane,
    frame: Rect,
    scale: Scale,
    requests: &[RequestMark],
    columns: Columns,
    setter: Setter,
) -> LaneBox {
    let in_shares = density(&lane.slices, scale) > 500;
    let drawn = Drawn { scale, in_shares, task_names: &[], setter };
    let mut placed = drawn.lane(lane, frame);
    placed.name = Some(name_of(lane, frame, columns, setter));
    if !in_shares {
        let asked: Vec<&RequestMark> =
            requests.iter().filter(|mark| frame.top < mark.y && mark.y < frame.bottom).collect();
        let free = |strip: &Strip| free_part(*strip, &asked);
        let strips = strips(&lane.slices, scale);
        let words = strips.iter().filter_map(|strip| {
            word_in(&words(lane, *strip, scale), free(strip), frame, setter)
                .or_else(|| word_in(verb(strip.state), free(strip), frame, setter))
        });
        placed.words = words.collect();
    }
    placed
}

/// The part of a strip left of the words of its first request.
fn free_part(strip: Strip, asked: &[&RequestMark]) -> Strip {
    let starts = asked.iter().filter_map(|mark| mark.label.as_ref()).map(|label| label.left - PADDING);
    let first = starts.filter(|&x| strip.left <= x && x < strip.right).min();
    Strip { right: first.unwrap_or(strip.right), ..strip }
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
        State::WaitingForGil => "waits",
        State::Blocked => "blocked",
        State::Idle => "idle",
    }
}

/// The symbols that occur and what they mean, one below the other in the column of figures.
fn key(window: &Window, top: Unit, columns: Columns, setter: Setter) -> (Vec<KeyEntry>, Unit) {
    let asked = window.handoffs.iter().any(|handoff| handoff.requested.is_some());
    let forced = window.handoffs.iter().any(|handoff| handoff.forced);
    let voluntary = window.handoffs.iter().any(|handoff| !handoff.forced);
    let entries = [
        (
            asked,
            KeySymbol::Request,
            "drop request: a waiter without the lock for a whole switch interval asks the holder to let go",
        ),
        (forced, KeySymbol::Forced, "forced hand-off: asked, the holder lets go at its next checkpoint"),
        (voluntary, KeySymbol::Voluntary, "voluntary hand-off: the holder blocks or is done, and lets go by itself"),
    ];
    let mut y = top;
    let mut key = Vec::new();
    for (_, symbol, meaning) in entries.into_iter().filter(|(occurs, ..)| *occurs) {
        let entry = key_entry(symbol, meaning, y, columns, setter);
        y = entry.lines.last().map_or(y, |line| line.baseline) + px(16);
        key.push(entry);
    }
    (key, y)
}

fn key_entry(symbol: KeySymbol, meaning: &str, top: Unit, columns: Columns, setter: Setter) -> KeyEntry {
    let frame = Rect::new(columns.aside_left, top, columns.aside_left + px(16), top + px(18));
    let left = frame.right + px(10);
    let room = columns.aside_right - left;
    let lines = setter.wrapped(meaning, KEY, room, KEY_LINES);
    let place = |(at, line): (usize, &String)| {
        let baseline = KEY.centred_on(frame.middle()) + at as Unit * KEY_LINE;
        setter.label(line, KEY, left, baseline, room)
    };
    KeyEntry { symbol: Some(symbol), frame, lines: lines.iter().enumerate().map(place).collect() }
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
    let free = window.panel != last && panel.omitted.is_none() && tag.left >= scale.left;
    panel.zoomed = Some((frame, free.then_some(tag).or_else(|| tag_above(panel, frame, setter))));
}

/// The tag in the title's row, where it meets neither the title nor the time at the end.
fn tag_above(panel: &PanelBox, frame: Rect, setter: Setter) -> Option<Label> {
    let centre = (frame.left + frame.right) / 2;
    let tag: Label = setter.label("zoom", TAG, centre, frame.top - px(6), px(100)).centred();
    let near = |label: &Label| label.frame().overlaps(tag.frame());
    let meets = near(&panel.title) || panel.end.label.as_ref().is_some_and(near);
    (!meets && tag.left >= panel.frame.left).then_some(tag)
}
