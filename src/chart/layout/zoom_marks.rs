//! What stands on top of the enlarged lanes: arrows for hand-offs, marks for drop requests, the switch interval to scale.

use super::super::geometry::{Rect, Scale, Unit, px};
use super::super::palette;
use super::super::text::{Ink, Label, Setter, Style};
use super::super::{Turn, humane};
use super::zoom_window::Window;
use super::{Arrow, Dimension, RequestMark};
use crate::analysis::{Handoff, Lane, State};
use crate::ids::ThreadId;
use crate::time::Nanos;

const ASKS: Style = Style::regular(14, Ink::OnLight);
const DIMENSION: Style = Style::semi_bold(14, Ink::Strong);

/// Half the width of the mark, and the space before it.
const MARK: Unit = px(7);
const BEFORE_MARK: Unit = px(5);

/// The lanes that the marks stand on.
pub struct Marks<'a> {
    pub window: &'a Window,
    pub lanes: &'a [&'a Lane],
    pub frames: &'a [Rect],
    pub scale: Scale,
    pub setter: Setter<'a>,
}

impl Marks<'_> {
    /// One arrow a hand-off, from edge to edge of the two lanes.
    pub fn arrows(&self) -> Vec<Arrow> {
        self.window.handoffs.iter().filter_map(|handoff| self.arrow(handoff)).collect()
    }

    fn arrow(&self, handoff: &Handoff) -> Option<Arrow> {
        let (from, to) = (self.frame(handoff.from)?, self.frame(handoff.to)?);
        let (start, tip) = match from.top < to.top {
            true => (from.bottom, to.top),
            false => (from.top, to.bottom),
        };
        let (left, right) = (self.scale.x(handoff.released), self.scale.x(handoff.acquired));
        (handoff.from != handoff.to).then_some(Arrow { from: (left, start), to: (right, tip), forced: handoff.forced })
    }

    /// One mark a drop request; of two that were made at the same moment only the first has words.
    pub fn requests(&self) -> Vec<RequestMark> {
        let mut marks: Vec<RequestMark> = Vec::new();
        for mut mark in self.window.handoffs.iter().filter_map(|handoff| self.request(handoff)) {
            let placed = |label: &Label| {
                marks.iter().filter_map(|earlier| earlier.label.as_ref()).any(|at| at.frame().overlaps(label.frame()))
            };
            mark.label = mark.label.filter(|label| !placed(label));
            marks.push(mark);
        }
        marks
    }

    fn request(&self, handoff: &Handoff) -> Option<RequestMark> {
        let (at, by) = handoff.requested?;
        let frame = self.frame(by)?;
        let x = self.inside(at)?;
        let y = frame.middle();
        Some(RequestMark { x, y, label: self.asks(handoff, at, by, x, y) })
    }

    /// Who is asked, in the part of the waiter's slice before the mark; in fewer words where that is short.
    fn asks(&self, handoff: &Handoff, at: Nanos, by: ThreadId, x: Unit, y: Unit) -> Option<Label> {
        let slice = self.lane(by)?.slices.iter().find(|slice| slice.from < at && at <= slice.to)?;
        if palette::ink_on(slice.state) != ASKS.ink {
            return None;
        }
        let holder = &self.lane(handoff.from)?.name;
        let right = x - MARK - BEFORE_MARK;
        let arrows = self.arrows_across(y).filter(|&(from, _)| from < right);
        let marks = self.marks_on(by).filter(|&(from, _)| from < x - MARK);
        let begin = arrows.chain(marks).map(|(_, to)| to);
        let room = right - begin.fold(self.scale.x(slice.from), Unit::max) - BEFORE_MARK;
        let words = [format!("asks {holder} to let go"), format!("asks {holder}"), "asks".to_owned()];
        let fitting = words.iter().find_map(|words| self.setter.whole(words, ASKS, right, ASKS.centred_on(y), room));
        fitting.map(|label| label.flush_right())
    }

    /// The stretches of a lane on which words would be crossed or covered, in order.
    pub fn taken(&self, frame: Rect, requests: &[RequestMark]) -> Vec<(Unit, Unit)> {
        let here = requests.iter().filter(|mark| frame.top < mark.y && mark.y < frame.bottom);
        let stretch = |mark: &RequestMark| {
            let left = mark.label.as_ref().map_or(mark.x - MARK, |label| label.left);
            (left - BEFORE_MARK, mark.x + MARK)
        };
        let mut taken: Vec<(Unit, Unit)> = here.map(stretch).chain(self.arrows_across(frame.middle())).collect();
        taken.sort_unstable();
        taken
    }

    /// Where arrows cross the height `y`, with a little space on either side.
    fn arrows_across(&self, y: Unit) -> impl Iterator<Item = (Unit, Unit)> {
        let across = move |arrow: &Arrow| arrow.from.1.min(arrow.to.1) < y && y < arrow.from.1.max(arrow.to.1);
        let stretch = |arrow: Arrow| {
            let (left, right) = (arrow.from.0.min(arrow.to.0), arrow.from.0.max(arrow.to.0));
            (left - BEFORE_MARK, right + BEFORE_MARK)
        };
        self.arrows().into_iter().filter(across).map(stretch)
    }

    fn marks_on(&self, thread: ThreadId) -> impl Iterator<Item = (Unit, Unit)> {
        let asked = self.window.handoffs.iter().filter_map(|handoff| handoff.requested);
        let moments = asked.filter(move |(_, by)| *by == thread).filter_map(|(at, _)| self.inside(at));
        moments.map(|x| (x - MARK, x + MARK))
    }

    /// The switch interval up to a drop request, above the first lane whose request has it wholly in the window.
    pub fn dimension(&self, turn: &Turn) -> Option<Dimension> {
        let interval = turn.length.filter(|_| turn.is_waited)?;
        let candidates = self.window.handoffs.iter().filter_map(|handoff| {
            let (at, by) = handoff.requested?;
            let begin = Nanos(at.0.checked_sub(interval.0)?);
            let (left, right) = (self.inside(begin)?, self.inside(at)?);
            self.waits_throughout(by, begin, at).then_some((self.frame(by)?.top, left, right))
        });
        let (top, left, right) = candidates.min()?;
        let y = top - px(10);
        let words = format!("{} switch interval", humane(interval));
        let label = self.setter.label(&words, DIMENSION, (left + right) / 2, y - px(6), Unit::MAX).centred();
        (label.left >= self.scale.left).then_some(Dimension { left, right, y, foot: top, label })
    }

    fn waits_throughout(&self, thread: ThreadId, from: Nanos, to: Nanos) -> bool {
        let tolerance = Nanos(to.saturating_sub(from).0 / 10);
        let waits = |lane: &Lane| {
            lane.slices.iter().any(|slice| {
                slice.state == State::WaitingForGil && slice.from <= from + tolerance && slice.to + tolerance >= to
            })
        };
        self.lane(thread).is_some_and(waits)
    }

    fn inside(&self, at: Nanos) -> Option<Unit> {
        (self.scale.from <= at && at <= self.scale.to).then(|| self.scale.x(at))
    }

    fn lane(&self, thread: ThreadId) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.thread == thread).copied()
    }

    fn frame(&self, thread: ThreadId) -> Option<Rect> {
        let at = self.lanes.iter().position(|lane| lane.thread == thread)?;
        self.frames.get(at).copied()
    }
}
