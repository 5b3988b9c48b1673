//! Curves: panels one below the other, each with lines, bands and names at the lines' ends. Pure geometry.

use super::super::geometry::{Rect, Unit, px};
use super::super::sheet::{SERIES, Shape, Sheet, Tone};
use super::super::text::{Measure, Setter};
use super::frame::{MARGIN, NAME, NOTE, Page, TICK, TICKS_APART, WIDTH};
use super::ruler::{Ruler, Tick};
use super::{Curve, CurvePanel, Curves, Mark};

const LEFT: Unit = MARGIN + px(84);
const RIGHT: Unit = WIDTH - MARGIN - px(190);
const HEIGHT: Unit = px(210);
const TITLE_ROW: Unit = px(34);
/// Where the names of upright lines stand.
const MARK_ROW: Unit = px(26);
/// Names at the ends of lines keep this distance.
const NAME_PITCH: Unit = px(20);
const DOT: Unit = px(5);
/// Lines that are nowhere further apart, by ratio, cannot be told apart.
const SAME: f64 = 0.002;

/// Places a plot of curves on a page.
pub fn curves(plot: &Curves, measure: &dyn Measure) -> Sheet {
    let mut page = Page::new(&plot.title, &plot.subtitle, Setter::new(measure));
    let every = plot.panels.iter().flat_map(|panel| &panel.curves);
    let xs =
        every.flat_map(|curve| curve.points.iter().map(|point| point.x).chain(curve.published.iter().map(|at| at.0)));
    let x = Ruler::over(xs, plot.x.log, LEFT, RIGHT).with_room(0.02);
    let ticks = match plot.x_ticks.as_slice() {
        [] => x.ticks(TICKS_APART),
        values => x.ticks_at(values, TICKS_APART / 2),
    };
    // The names of upright lines stand between the first panel's title and its plot.
    let mark_row = if plot.marks.is_empty() { 0 } else { MARK_ROW };
    let top = page.bottom + TITLE_ROW + mark_row;
    let mut frame = Rect::new(LEFT, top, RIGHT, top + HEIGHT);
    let mut frames = Vec::new();
    for (at, panel) in plot.panels.iter().enumerate() {
        if at > 0 {
            frame = Rect {
                top: frame.bottom + TITLE_ROW + px(12),
                bottom: frame.bottom + TITLE_ROW + px(12) + HEIGHT,
                ..frame
            };
        }
        let title = frame.top - px(12) - if at == 0 { mark_row } else { 0 };
        place_panel(&mut page, panel, (frame, title), &x, &ticks);
        frames.push(frame);
    }
    marks(&mut page, &plot.marks, &x, &frames);
    page.axis_below(frame, &ticks, &plot.x);
    page.note(&plot.note);
    page.finish()
}

/// `title`: where it stands above the frame.
fn place_panel(page: &mut Page, panel: &CurvePanel, (frame, title): (Rect, Unit), x: &Ruler, ticks: &[Tick]) {
    let points = || panel.curves.iter().flat_map(|curve| &curve.points);
    let published = panel.curves.iter().flat_map(|curve| curve.published.iter().map(|at| at.1));
    let ys = points().flat_map(|point| [point.y, point.least, point.most]).chain(published);
    let y = Ruler::over(ys, panel.y.log, frame.bottom, frame.top).with_room(0.06);
    let scale = if panel.y.log { ", logarithmic scale" } else { "" };
    page.words(&format!("{}{scale}", panel.y.title), NAME, frame.left, title, frame.width());
    page.level_grid(frame, &y, &panel.y);
    page.upright_grid(frame, ticks);
    for (at, curve) in panel.curves.iter().enumerate() {
        band(page, curve, at, x, &y);
    }
    for (at, curve) in panel.curves.iter().enumerate() {
        let covering = panel.curves[at + 1..].iter().filter(|other| covers(other, curve)).count();
        line(page, curve, (at, covering), x, &y);
    }
    names(page, panel, frame, x, &y);
}

/// The least and the most over the runs, where they can be told apart.
fn band(page: &mut Page, curve: &Curve, at: usize, x: &Ruler, y: &Ruler) {
    let upper = curve.points.iter().map(|point| (x.place(point.x), y.place(point.most)));
    let lower = curve.points.iter().rev().map(|point| (x.place(point.x), y.place(point.least)));
    let outline: Vec<_> = upper.chain(lower).collect();
    if curve.points.len() > 1 {
        page.add(Shape::Area(outline, Tone::Tint(at % SERIES)));
    }
}

/// Whether one line, drawn later, would hide the other.
fn covers(later: &Curve, curve: &Curve) -> bool {
    let alike = |a: f64, b: f64| (a - b).abs() <= SAME * a.abs().max(b.abs());
    let both = || later.points.iter().zip(&curve.points);
    later.points.len() == curve.points.len() && both().all(|(one, other)| one.x == other.x && alike(one.y, other.y))
}

/// A line is wider by the number of those that would hide it otherwise.
fn line(page: &mut Page, curve: &Curve, (at, covering): (usize, usize), x: &Ruler, y: &Ruler) {
    let tone = Tone::Series(at % SERIES);
    let points: Vec<_> = curve.points.iter().map(|point| (x.place(point.x), y.place(point.y))).collect();
    let wider = covering as Unit * px(2);
    if points.len() > 1 {
        page.add(Shape::Line { points: points.clone(), tone, width: px(5) / 2 + 2 * wider });
    }
    for at in points {
        page.add(Shape::Dot { at, radius: DOT * 2 / 3 + wider, tone, hollow: false });
    }
    for (px, py) in &curve.published {
        page.add(Shape::Dot { at: (x.place(*px), y.place(*py)), radius: DOT * 5 / 4, tone, hollow: true });
    }
}

/// Each line's name beside its last point; where they are close, one below the other in the same order.
fn names(page: &mut Page, panel: &CurvePanel, frame: Rect, x: &Ruler, y: &Ruler) {
    let last = |curve: &Curve| curve.points.last().map(|point| (x.place(point.x), y.place(point.y)));
    let mut ends: Vec<(Unit, usize)> =
        panel.curves.iter().enumerate().filter_map(|(at, curve)| Some((last(curve)?.1, at))).collect();
    ends.sort_unstable();
    let mut ys: Vec<Unit> = ends.iter().map(|end| end.0).collect();
    spread(&mut ys, frame.top, frame.bottom);
    for ((_, at), y) in ends.into_iter().zip(ys) {
        let left = frame.right + px(12);
        page.add(Shape::Box(Rect::new(left, y - px(2), left + px(16), y + px(2)), Tone::Series(at % SERIES)));
        let name_left = left + px(24);
        page.words(&panel.curves[at].name, TICK, name_left, TICK.centred_on(y), WIDTH - MARGIN / 2 - name_left);
    }
}

/// Moves ascending places apart, but not beyond the bottom unless there is no room.
fn spread(places: &mut [Unit], top: Unit, bottom: Unit) {
    let mut least = top;
    for place in places.iter_mut() {
        *place = (*place).max(least);
        least = *place + NAME_PITCH;
    }
    let mut most = bottom;
    for place in places.iter_mut().rev() {
        *place = (*place).min(most);
        most = *place - NAME_PITCH;
    }
}

/// Upright lines through all panels, named above the first.
fn marks(page: &mut Page, marks: &[Mark], x: &Ruler, frames: &[Rect]) {
    let Some(first) = frames.first() else { return };
    let baseline = first.top - px(9);
    let mut taken: Vec<Rect> = Vec::new();
    for mark in marks {
        let at = x.place(mark.x);
        frames.iter().for_each(|frame| page.add(Shape::Dashes { from: (at, frame.top), to: (at, frame.bottom) }));
        let mut label = page.setter.label(&mark.name, NOTE, at, baseline, Unit::MAX).centred();
        // Two that are close stand on either side of their lines.
        if let Some(other) = taken.iter().find(|other| other.overlaps(label.frame())) {
            let right = at >= other.left + other.width() / 2;
            label.left = if right { other.right + px(10) } else { other.left - px(10) - label.width };
        }
        label.left = label.left.min(first.right - label.width).max(first.left);
        taken.push(label.frame());
        page.add(Shape::Label(label));
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Inter;
    use super::super::{AxisKind, CurvePoint, Format};
    use super::*;

    #[test]
    fn a_line_below_another_is_wider_so_that_both_are_seen() {
        let curve = |name: &str, y: f64| {
            let point = |x: f64| CurvePoint { x, y, least: y, most: y };
            Curve { name: name.into(), points: vec![point(1.0), point(2.0)], published: Vec::new() }
        };
        let kind = AxisKind { title: String::new(), format: Format::Time, log: false };
        let curves_of = vec![curve("a", 3.0), curve("b", 1.0), curve("c", 3.0)];
        let plot = Curves {
            title: String::new(),
            subtitle: String::new(),
            x: kind.clone(),
            x_ticks: Vec::new(),
            panels: vec![CurvePanel { y: kind, curves: curves_of }],
            marks: Vec::new(),
            note: String::new(),
        };
        let widths: Vec<Unit> = curves(&plot, &Inter)
            .shapes
            .into_iter()
            .filter_map(|shape| match shape {
                Shape::Line { tone: Tone::Series(_), width, .. } => Some(width),
                _ => None,
            })
            .collect();
        assert!(widths.len() == 3 && widths[0] > widths[2] && widths[1] == widths[2], "{widths:?}");
    }

    #[test]
    fn names_of_lines_that_end_together_stand_one_below_the_other() {
        let mut places = [px(10), px(11), px(12)];
        spread(&mut places, 0, px(200));
        assert_eq!(places, [px(10), px(30), px(50)]);
        let mut low = [px(190), px(199), px(200)];
        spread(&mut low, 0, px(200));
        assert_eq!(low, [px(160), px(180), px(200)]);
    }
}
