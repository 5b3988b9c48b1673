//! Paints a layout through plotters, on whatever backend. The only file that names plotters; decides no place.

use super::error::ChartError;
use super::geometry::{Rect, Unit, px};
use super::layout::{
    Arrow, Axis, Bin, Dimension, EndMark, Fill, KeyEntry, KeySymbol, LaneBox, LegendEntry, PanelBox, RequestMark,
    STATES, Strip, Swatch, WHOLE, Zoom,
};
use super::palette::{self, Rgb};
use super::sheet::{Shape, Sheet};
use super::text::{Label, Weight};
use super::{Layout, raster, svg as svg_backend};
use crate::analysis::State;
use plotters::coord::Shift;
use plotters::element::{PathElement, Polygon, Rectangle};
use plotters::prelude::{DrawingArea, DrawingBackend, IntoDrawingArea};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, IntoTextStyle, RGBColor};

/// The picture as a PNG file with `DENSITY` pixels per CSS pixel. The same layout gives the same bytes.
pub fn png(layout: &Layout) -> Result<Vec<u8>, ChartError> {
    let size = size(layout.width, layout.height);
    let mut canvas = raster::canvas(size)?;
    paint(raster::Raster { canvas: &mut canvas, size }, |canvas| canvas.page(layout))?;
    raster::encode(&canvas)
}

/// The picture as an SVG file that carries its font.
pub fn svg(layout: &Layout) -> Result<String, ChartError> {
    let size = size(layout.width, layout.height);
    let mut body = svg_backend::Body::default();
    paint(svg_backend::Svg { body: &mut body, size }, |canvas| canvas.page(layout))?;
    Ok(file(body, size, &layout.title))
}

/// A plot as a PNG file, likewise.
pub fn sheet_png(sheet: &Sheet) -> Result<Vec<u8>, ChartError> {
    let size = size(sheet.width, sheet.height);
    let mut canvas = raster::canvas(size)?;
    paint(raster::Raster { canvas: &mut canvas, size }, |canvas| canvas.sheet(sheet))?;
    raster::encode(&canvas)
}

/// A plot as an SVG file, likewise.
pub fn sheet_svg(sheet: &Sheet) -> Result<String, ChartError> {
    let size = size(sheet.width, sheet.height);
    let mut body = svg_backend::Body::default();
    paint(svg_backend::Svg { body: &mut body, size }, |canvas| canvas.sheet(sheet))?;
    Ok(file(body, size, &sheet.title))
}

fn file(body: svg_backend::Body, size: (u32, u32), title: &[Label]) -> String {
    let words: Vec<&str> = title.iter().map(|label| label.text.as_str()).collect();
    let (title, about) = words.split_first().map_or(("", String::new()), |(title, rest)| (*title, rest.join(" ")));
    body.into_file(size, title, &about)
}

fn size(width: Unit, height: Unit) -> (u32, u32) {
    (width.max(0) as u32, height.max(0) as u32)
}

fn paint<B: DrawingBackend>(backend: B, picture: impl Fn(&Canvas<B>) -> Drawn) -> Result<(), ChartError> {
    let area = backend.into_drawing_area();
    picture(&Canvas { area: &area })?;
    area.present().map_err(|error| ChartError::Drawing(error.to_string()))
}

type Drawn = Result<(), ChartError>;

const HAIRLINE: Unit = px(1);
const FINE: Unit = px(3) / 2;
const BOLD: Unit = px(2);

/// The drawing area with the few shapes that a chart is made of.
struct Canvas<'a, B: DrawingBackend> {
    area: &'a DrawingArea<B, Shift>,
}

impl<B: DrawingBackend> Canvas<'_, B> {
    fn page(&self, layout: &Layout) -> Drawn {
        self.rect(Rect::new(0, 0, layout.width, layout.height), palette::PAPER)?;
        self.labels(&layout.title)?;
        layout.legend.iter().try_for_each(|entry| self.legend_entry(entry))?;
        if let (Some(axis), Some(last)) = (&layout.axis, layout.panels.last()) {
            self.grid(axis, last.frame.bottom)?;
            self.axis(axis)?;
        }
        layout.panels.iter().try_for_each(|panel| self.panel(panel))?;
        layout.zoom.iter().try_for_each(|zoom| self.zoom(zoom))
    }

    fn sheet(&self, sheet: &Sheet) -> Drawn {
        self.rect(Rect::new(0, 0, sheet.width, sheet.height), palette::PAPER)?;
        self.labels(&sheet.title)?;
        sheet.shapes.iter().try_for_each(|shape| self.shape(shape))
    }

    fn shape(&self, shape: &Shape) -> Drawn {
        match shape {
            Shape::Box(rect, tone) => self.rect(*rect, palette::of_tone(*tone)),
            Shape::Area(outline, tone) => self.polygon(outline.clone(), palette::of_tone(*tone)),
            Shape::Line { points, tone, width } => {
                let (r, g, b) = palette::of_tone(*tone);
                let style = RGBColor(r, g, b).stroke_width(*width as u32);
                self.done(self.area.draw(&PathElement::new(points.clone(), style)))
            }
            Shape::Dashes { from, to } => self.dashes(*from, *to),
            Shape::Dot { at, radius, tone, hollow } => {
                self.polygon(circle(*at, *radius), palette::of_tone(*tone))?;
                let inner = circle(*at, (*radius - px(2)).max(1));
                if *hollow { self.polygon(inner, palette::PAPER) } else { Ok(()) }
            }
            Shape::Label(label) => self.label(label),
        }
    }

    fn legend_entry(&self, entry: &LegendEntry) -> Drawn {
        match entry.swatch {
            Swatch::State(state) => self.state_rect(entry.frame, state)?,
            Swatch::Shares => self.shares_swatch(entry.frame)?,
        }
        self.label(&entry.label)
    }

    fn shares_swatch(&self, frame: Rect) -> Drawn {
        let column = frame.width() / 4;
        let heights = [3, 5, 4, 6].map(|eighths| frame.height() * eighths / 8);
        for (at, height) in (0..).zip(heights) {
            let left = frame.left + at * column;
            let bar = Rect { left, right: left + column, ..frame };
            self.rect(bar, palette::of_state(State::WaitingForGil))?;
            self.rect(Rect { top: frame.bottom - height, ..bar }, palette::of_state(State::Running))?;
        }
        Ok(())
    }

    /// Idle is almost white: a hairline tells it from the paper.
    fn state_rect(&self, frame: Rect, state: State) -> Drawn {
        self.rect(frame, palette::of_state(state))?;
        if state == State::Idle { self.outline(frame, palette::GRID, HAIRLINE) } else { Ok(()) }
    }

    fn panel(&self, panel: &PanelBox) -> Drawn {
        self.label(&panel.title)?;
        panel.lanes.iter().try_for_each(|lane| self.lane(lane))?;
        self.end_mark(&panel.end)?;
        if let Some(omitted) = &panel.omitted {
            self.rect(omitted.frame(), palette::PAPER)?;
            self.label(omitted)?;
        }
        self.labels(&panel.headline.figure)?;
        self.labels(&panel.headline.note)?;
        if let Some((frame, tag)) = &panel.zoomed {
            self.outline(*frame, palette::PAPER, BOLD * 2)?;
            self.outline(*frame, palette::INK, BOLD)?;
            self.labels(tag)?;
        }
        Ok(())
    }

    fn lane(&self, lane: &LaneBox) -> Drawn {
        self.labels(&lane.name)?;
        match &lane.fill {
            Fill::Slices(strips) => self.strips(strips, lane.frame)?,
            Fill::Shares(bins) => self.shares(bins, lane.frame)?,
        }
        for &x in &lane.separators {
            self.rect(Rect { left: x - HAIRLINE, right: x + HAIRLINE, ..lane.frame }, palette::PAPER)?;
        }
        self.labels(&lane.words)
    }

    /// The state with the most time lies below the others, so that no paper shines through where two strips share a
    /// pixel; then one state after the other.
    fn strips(&self, strips: &[Strip], frame: Rect) -> Drawn {
        let base = base(strips);
        if let (Some(base), Some(first), Some(last)) = (base, strips.first(), strips.last()) {
            self.rect(Rect { left: first.left, right: last.right, ..frame }, palette::of_state(base))?;
        }
        for state in STATES.into_iter().filter(|&state| Some(state) != base) {
            for strip in strips.iter().filter(|strip| strip.state == state) {
                self.rect(Rect { left: strip.left, right: strip.right, ..frame }, palette::of_state(state))?;
            }
        }
        Ok(())
    }

    /// Stacked from the bottom; each state's area reaches from the bottom too and is covered by the states below it.
    fn shares(&self, bins: &[Bin], frame: Rect) -> Drawn {
        for run in bins.chunk_by(|a, b| a.right == b.left) {
            for upto in (0..STATES.len()).rev() {
                if run.iter().any(|bin| bin.shares[upto] > 0) {
                    self.polygon(skyline(run, upto, frame), palette::of_state(STATES[upto]))?;
                }
            }
        }
        Ok(())
    }

    fn end_mark(&self, end: &EndMark) -> Drawn {
        self.line([(end.x, end.top), (end.x, end.bottom)], palette::INK, FINE)?;
        self.labels(&end.label)
    }

    fn grid(&self, axis: &Axis, bottom: Unit) -> Drawn {
        axis.ticks.iter().try_for_each(|tick| {
            self.line([(tick.x, axis.grid_top), (tick.x, bottom.max(axis.y))], palette::GRID, HAIRLINE)
        })
    }

    fn axis(&self, axis: &Axis) -> Drawn {
        self.line([(axis.left, axis.y), (axis.right, axis.y)], palette::AXIS, HAIRLINE)?;
        for tick in &axis.ticks {
            self.line([(tick.x, axis.y), (tick.x, axis.y + px(6))], palette::AXIS, HAIRLINE)?;
            self.label(&tick.label)?;
        }
        self.label(&axis.title)
    }

    fn zoom(&self, zoom: &Zoom) -> Drawn {
        self.label(&zoom.title)?;
        self.grid(&zoom.axis, zoom.frame.bottom)?;
        self.axis(&zoom.axis)?;
        zoom.lanes.iter().try_for_each(|lane| self.lane(lane))?;
        zoom.dimension.iter().try_for_each(|dimension| self.dimension(dimension))?;
        zoom.arrows.iter().try_for_each(|arrow| self.arrow(arrow))?;
        zoom.requests.iter().try_for_each(|request| self.request(request))?;
        zoom.key.iter().try_for_each(|entry| self.key_entry(entry))
    }

    fn dimension(&self, dimension: &Dimension) -> Drawn {
        let Dimension { left, right, y, foot, .. } = *dimension;
        for x in [left, right] {
            self.line([(x, y - px(6)), (x, foot)], palette::INK, HAIRLINE)?;
        }
        self.line([(left, y), (right, y)], palette::INK, HAIRLINE)?;
        self.arrow_head((left, y), (px(-7), 0), palette::INK)?;
        self.arrow_head((right, y), (px(7), 0), palette::INK)?;
        self.label(&dimension.label)
    }

    fn arrow(&self, arrow: &Arrow) -> Drawn {
        let Arrow { from, to, forced } = *arrow;
        let head = if from.1 < to.1 { px(10) } else { px(-10) };
        let neck = (to.0, to.1 - head);
        match forced {
            true => self.line([from, neck], palette::INK, BOLD)?,
            false => self.dashes(from, neck)?,
        }
        self.arrow_head(to, (0, head), palette::INK)
    }

    /// A triangle whose tip is `tip` and that points along `way`, which is level or upright.
    fn arrow_head(&self, tip: (Unit, Unit), way: (Unit, Unit), color: Rgb) -> Drawn {
        let (back, side) = ((tip.0 - way.0, tip.1 - way.1), (way.1 / 2, way.0 / 2));
        self.polygon(vec![tip, (back.0 + side.0, back.1 + side.1), (back.0 - side.0, back.1 - side.1)], color)
    }

    fn dashes(&self, from: (Unit, Unit), to: (Unit, Unit)) -> Drawn {
        const DASH: Unit = px(4);
        let length = (to.0 - from.0).abs().max((to.1 - from.1).abs());
        let count = (length / DASH).max(1);
        let at = |step: Unit| (from.0 + (to.0 - from.0) * step / count, from.1 + (to.1 - from.1) * step / count);
        (0..count).step_by(2).try_for_each(|step| self.line([at(step), at(step + 1)], palette::INK, BOLD))
    }

    fn request(&self, request: &RequestMark) -> Drawn {
        self.diamond(request.x, request.y)?;
        self.labels(&request.label)
    }

    fn diamond(&self, x: Unit, y: Unit) -> Drawn {
        for (radius, color) in [(px(8), palette::INK), (px(5), palette::PAPER)] {
            self.polygon(vec![(x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius)], color)?;
        }
        Ok(())
    }

    fn key_entry(&self, entry: &KeyEntry) -> Drawn {
        let frame = entry.frame;
        let centre = (frame.left + frame.right) / 2;
        let arrow = |forced| Arrow { from: (centre, frame.top), to: (centre, frame.bottom), forced };
        match entry.symbol {
            Some(KeySymbol::Request) => self.diamond(centre, frame.middle())?,
            Some(KeySymbol::Forced) => self.arrow(&arrow(true))?,
            Some(KeySymbol::Voluntary) => self.arrow(&arrow(false))?,
            None => {}
        }
        self.labels(&entry.lines)
    }

    fn labels<'l>(&self, labels: impl IntoIterator<Item = &'l Label>) -> Drawn {
        labels.into_iter().try_for_each(|label| self.label(label))
    }

    fn label(&self, label: &Label) -> Drawn {
        let (r, g, b) = palette::of_ink(label.style.ink);
        let weight = match label.style.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::SemiBold => FontStyle::Bold,
        };
        let font = FontDesc::new(FontFamily::Name("Inter"), f64::from(label.style.size), weight);
        let color = RGBColor(r, g, b);
        let style = font.into_text_style(self.area).color(&color);
        self.done(self.area.draw_text(&label.text, &style, (label.left, label.baseline)))
    }

    fn rect(&self, rect: Rect, (r, g, b): Rgb) -> Drawn {
        let corners = [(rect.left, rect.top), (rect.right, rect.bottom)];
        self.done(self.area.draw(&Rectangle::new(corners, RGBColor(r, g, b).filled())))
    }

    fn outline(&self, rect: Rect, (r, g, b): Rgb, width: Unit) -> Drawn {
        let corners = [(rect.left, rect.top), (rect.right, rect.bottom)];
        self.done(self.area.draw(&Rectangle::new(corners, RGBColor(r, g, b).stroke_width(width as u32))))
    }

    fn polygon(&self, points: Vec<(Unit, Unit)>, (r, g, b): Rgb) -> Drawn {
        self.done(self.area.draw(&Polygon::new(points, RGBColor(r, g, b))))
    }

    fn line(&self, points: [(Unit, Unit); 2], (r, g, b): Rgb, width: Unit) -> Drawn {
        let style = RGBColor(r, g, b).stroke_width(width as u32);
        self.done(self.area.draw(&PathElement::new(points, style)))
    }

    fn done<E: std::fmt::Display>(&self, result: Result<(), E>) -> Drawn {
        result.map_err(|error| ChartError::Drawing(error.to_string()))
    }
}

/// A circle with so many corners that nobody sees them.
fn circle((x, y): (Unit, Unit), radius: Unit) -> Vec<(Unit, Unit)> {
    const CORNERS: u32 = 32;
    let corner = |at: u32| {
        let angle = f64::from(at) * std::f64::consts::TAU / f64::from(CORNERS);
        let along = |part: f64| (f64::from(radius) * part).round() as Unit;
        (x + along(angle.cos()), y + along(angle.sin()))
    };
    (0..CORNERS).map(corner).collect()
}

/// The state with the most room, where the strips follow one another without gap.
fn base(strips: &[Strip]) -> Option<State> {
    let gapless = strips.windows(2).all(|pair| pair[0].right == pair[1].left);
    let room = |state: State| -> i64 {
        strips.iter().filter(|strip| strip.state == state).map(|strip| i64::from(strip.right - strip.left)).sum()
    };
    gapless.then(|| STATES.into_iter().max_by_key(|&state| room(state))).flatten()
}

/// The outline of the first states up to `upto`, stacked, over a run of bins.
fn skyline(run: &[Bin], upto: usize, frame: Rect) -> Vec<(Unit, Unit)> {
    let height = |bin: &Bin| {
        let share: u64 = bin.shares[..=upto].iter().map(|&share| u64::from(share)).sum();
        frame.bottom - ((share * frame.height() as u64 + u64::from(WHOLE / 2)) / u64::from(WHOLE)) as Unit
    };
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return Vec::new() };
    let mut points = vec![(first.left, frame.bottom)];
    points.extend(run.iter().flat_map(|bin| [(bin.left, height(bin)), (bin.right, height(bin))]));
    points.push((last.right, frame.bottom));
    points
}
