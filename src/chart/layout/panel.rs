//! One model's panel: title, lanes with their names, the line where it was done, the figure beside it.

use super::super::Panel;
use super::super::geometry::{Rect, Scale, Unit, px};
use super::super::text::{Ink, Label, Setter, Style};
use super::columns::{Columns, FIGURE, NOTE};
use super::lane::Drawn;
use super::names::{common_name, name_of, name_step, named_together};
use super::pitch::{MOST_LANES, Pitch};
use super::shares::density;
use super::{EndMark, Headline, LaneBox, PanelBox};
use crate::analysis::{Slice, Timeline};
use crate::time::Nanos;

const TITLE: Style = Style::semi_bold(19, Ink::Strong);
const END: Style = Style::regular(15, Ink::Muted);
const OMITTED: Style = Style::regular(15, Ink::Muted);

/// From the panel's top to its lanes, and of what the figure and each line of its note need.
const TITLE_ROW: Unit = px(34);
const FIGURE_ROW: Unit = px(40);
const NOTE_ROW: Unit = px(22);
const NOTE_LINES: usize = 5;

/// More slices per 1000 pixels than the first: a panel is drawn in shares, as are its lanes above the second.
pub const DENSE: u64 = 500;
const RATHER_DENSE: u64 = 125;

/// What all panels share.
#[derive(Clone, Copy)]
pub struct Common<'a> {
    pub columns: Columns,
    pub scale: Scale,
    pub pitch: Pitch,
    pub setter: Setter<'a>,
}

/// A panel whose top edge is `top`, and where it ends.
pub fn panel(panel: &Panel, top: Unit, common: Common) -> (PanelBox, Unit) {
    let Common { columns, setter, .. } = common;
    let timeline = panel.timeline;
    let title = setter.label(&panel.title, TITLE, columns.plot_left, top + px(20), columns.plot_width());
    let lanes = lanes(panel, top + TITLE_ROW, common);
    let bottom = lanes.last().map_or(top + TITLE_ROW + px(12), |lane| lane.frame.bottom);
    let frame = Rect::new(columns.plot_left, top + TITLE_ROW, columns.plot_right, bottom);
    let omitted = omitted(timeline, frame, setter);
    let headline = headline(panel, top, columns, setter);
    let end = end_mark(timeline, &title, frame, common);
    let lowest = [omitted.as_ref(), headline.figure.as_ref(), headline.note.last()];
    let bottom = lowest.into_iter().flatten().map(|label| label.frame().bottom).fold(bottom, Unit::max);
    (PanelBox { title, frame, lanes, omitted, headline, end, zoomed: None }, bottom)
}

/// Whether a lane of this panel has more slices than pixels can show.
pub fn is_dense(timeline: &Timeline, scale: Scale) -> bool {
    timeline.lanes.iter().take(MOST_LANES).any(|lane| density(&lane.slices, scale) > DENSE)
}

fn lanes(panel: &Panel, top: Unit, common: Common) -> Vec<LaneBox> {
    let Common { columns, scale, pitch, setter } = common;
    let dense = is_dense(panel.timeline, scale);
    let shown = &panel.timeline.lanes[..panel.timeline.lanes.len().min(MOST_LANES)];
    let named = named_together(shown.len(), pitch);
    let room = pitch.pitch * name_step(pitch) as Unit;
    let frame_of = |at: usize| {
        let y = top + at as Unit * pitch.pitch;
        Rect::new(columns.plot_left, y, columns.plot_right, y + pitch.height)
    };
    let name = |at: usize| {
        let together = named.iter().find(|together| together.start == at)?;
        let frame = Rect { bottom: frame_of(together.end - 1).bottom, ..frame_of(at) };
        Some(name_of(&common_name(&shown[together.clone()]), frame, room, columns, setter))
    };
    let boxes = shown.iter().enumerate().map(|(at, lane)| {
        let in_shares = dense && density(&lane.slices, scale) > RATHER_DENSE;
        let drawn = Drawn { scale, in_shares, task_names: panel.task_names, setter };
        LaneBox { name: name(at), ..drawn.lane(lane, frame_of(at)) }
    });
    boxes.collect()
}

fn omitted(timeline: &Timeline, frame: Rect, setter: Setter) -> Option<Label> {
    let words = match timeline.lanes.len() {
        0 => "nothing ran".to_owned(),
        n if n > MOST_LANES => format!("… and {} more lanes", n - MOST_LANES),
        _ => return None,
    };
    Some(setter.label(&words, OMITTED, frame.left + px(8), frame.bottom + px(20), frame.width() - px(8)))
}

fn headline(panel: &Panel, top: Unit, columns: Columns, setter: Setter) -> Headline {
    let room = columns.aside_width();
    let mut y = top + FIGURE_ROW - px(4);
    let figure = setter.label(&panel.headline, FIGURE, columns.aside_left, y, room);
    let figure = (!figure.text.is_empty()).then_some(figure);
    if figure.is_none() {
        y = top - px(2);
    }
    let parts = panel.note.split(" · ").flat_map(|part| setter.wrapped(part, NOTE, room, NOTE_LINES));
    let place = |(at, line): (usize, String)| {
        let baseline = y + px(6) + NOTE_ROW * (at as Unit + 1);
        setter.label(&line, NOTE, columns.aside_left, baseline, room)
    };
    Headline { figure, note: parts.take(NOTE_LINES).enumerate().map(place).collect() }
}

/// A line at the end of the run, and its time: in the title's row, or beside the first lane, where there is room.
fn end_mark(timeline: &Timeline, title: &Label, frame: Rect, common: Common) -> EndMark {
    let (end, last_moment) = (timeline.end, last_moment(timeline));
    let x = common.scale.x(end);
    let baseline = title.baseline;
    let words = common.setter.label(&format!("ends at {end}"), END, 0, baseline, frame.width());
    let free_from = if title.text.is_empty() { frame.left } else { title.left + title.width + px(16) };
    let before = x - px(7) - words.width;
    let after = x + px(7);
    let fits_after = after + words.width <= frame.right && !timeline.lanes.is_empty();
    let beside = END.centred_on(frame.top + common.pitch.height.max(px(18)) / 2);
    let (label, top) = match () {
        _ if before >= free_from => (Some(Label { left: before, ..words }), baseline - px(14)),
        _ if after >= free_from && fits_after => (Some(Label { left: after, ..words }), baseline - px(14)),
        _ if fits_after && last_moment == end => (Some(Label { left: after, baseline: beside, ..words }), frame.top),
        _ => (None, frame.top),
    };
    EndMark { x, top, bottom: frame.bottom, label }
}

/// The last moment at which a panel shows anything.
pub fn last_moment(timeline: &Timeline) -> Nanos {
    let ends = timeline.lanes.iter().filter_map(|lane| lane.slices.last());
    ends.map(|slice: &Slice| slice.to).fold(timeline.end, Nanos::max)
}
