//! What all plots have: title, subtitle, axes with grid lines and words. Knows no data.

use super::super::geometry::{Rect, Unit, px};
use super::super::heading::Heading;
use super::super::sheet::{Shape, Sheet, Tone};
use super::super::text::{Ink, Label, Setter, Style};
use super::AxisKind;
use super::ruler::{Ruler, Tick};

pub const WIDTH: Unit = px(1280);
pub const MARGIN: Unit = px(40);

const HEADING: Heading = Heading {
    title: Style::semi_bold(30, Ink::Strong),
    title_pitch: 38,
    subtitle: Style::regular(18, Ink::Muted),
    subtitle_lines: 3,
    gap: 32,
    subtitle_pitch: 25,
};
pub const TICK: Style = Style::regular(15, Ink::Muted);
pub const AXIS: Style = Style::regular(16, Ink::Muted);
pub const NAME: Style = Style::semi_bold(16, Ink::Strong);
pub const NOTE: Style = Style::regular(15, Ink::Muted);

pub const HAIRLINE: Unit = px(1);
/// Ticks of an axis below a plot keep this distance.
pub const TICKS_APART: Unit = px(85);

/// A page that grows downwards.
pub struct Page<'a> {
    pub setter: Setter<'a>,
    title: Vec<Label>,
    pub shapes: Vec<Shape>,
    pub bottom: Unit,
}

impl<'a> Page<'a> {
    pub fn new(title: &str, subtitle: &str, setter: Setter<'a>) -> Page<'a> {
        let place = (MARGIN, MARGIN + px(22), WIDTH - 2 * MARGIN);
        let (title, baseline) = HEADING.set((title, subtitle), place, setter);
        Page { setter, title, shapes: Vec::new(), bottom: baseline + px(14) }
    }

    pub fn add(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    pub fn words(&mut self, text: &str, style: Style, left: Unit, baseline: Unit, room: Unit) {
        let label = self.setter.label(text, style, left, baseline, room);
        self.shapes.push(Shape::Label(label));
    }

    /// Lines of explanation below everything.
    pub fn note(&mut self, text: &str) {
        self.bottom += px(12);
        for line in self.setter.wrapped(text, NOTE, WIDTH - 2 * MARGIN, 3) {
            self.bottom += px(22);
            self.words(&line, NOTE, MARGIN, self.bottom, WIDTH - 2 * MARGIN);
        }
    }

    pub fn finish(self) -> Sheet {
        let height = super::super::geometry::whole_pixels(self.bottom + MARGIN * 3 / 4);
        Sheet { width: WIDTH, height, title: self.title, shapes: self.shapes }
    }

    /// Level grid lines over the plot, with their numbers to the left.
    pub fn level_grid(&mut self, plot: Rect, ruler: &Ruler, kind: &AxisKind) {
        self.level_lines(plot, &ruler.ticks(px(40)), kind);
    }

    /// The same at these ticks.
    pub fn level_lines(&mut self, plot: Rect, ticks: &[Tick], kind: &AxisKind) {
        for tick in ticks {
            let points = vec![(plot.left, tick.at), (plot.right, tick.at)];
            self.add(Shape::Line { points, tone: Tone::Grid, width: HAIRLINE });
            let right = plot.left - px(10);
            let words = kind.format.tick(tick.value);
            let label = self.setter.label(&words, TICK, right, TICK.centred_on(tick.at), right).flush_right();
            self.add(Shape::Label(label));
        }
    }

    /// Upright grid lines over the plot.
    pub fn upright_grid(&mut self, plot: Rect, ticks: &[Tick]) {
        for tick in ticks {
            let points = vec![(tick.at, plot.top), (tick.at, plot.bottom)];
            self.add(Shape::Line { points, tone: Tone::Grid, width: HAIRLINE });
        }
    }

    /// The axis below a plot, its numbers and its title; the page's bottom is below them.
    pub fn axis_below(&mut self, plot: Rect, ticks: &[Tick], kind: &AxisKind) {
        let points = vec![(plot.left, plot.bottom), (plot.right, plot.bottom)];
        self.add(Shape::Line { points, tone: Tone::Axis, width: HAIRLINE });
        for tick in ticks {
            let points = vec![(tick.at, plot.bottom), (tick.at, plot.bottom + px(6))];
            self.add(Shape::Line { points, tone: Tone::Axis, width: HAIRLINE });
            let words = kind.format.tick(tick.value);
            let label = self.setter.label(&words, TICK, tick.at, plot.bottom + px(24), Unit::MAX).centred();
            self.add(Shape::Label(label));
        }
        self.bottom = plot.bottom + px(50);
        self.words(&kind.title, AXIS, plot.left, self.bottom, plot.width());
    }
}
