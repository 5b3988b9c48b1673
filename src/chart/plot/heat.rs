//! A heat map: a cell for each pair of values, its number in it, and a scale of colours. Pure geometry.

use super::super::geometry::{Rect, Unit, px};
use super::super::palette;
use super::super::sheet::{Shape, Sheet, Tone};
use super::super::text::{Ink, Measure, Setter, Style};
use super::Heat;
use super::frame::{AXIS, MARGIN, NAME, Page, TICK, WIDTH};

const LEFT: Unit = MARGIN + px(110);
const RIGHT: Unit = WIDTH - MARGIN - px(150);
const TALLEST: Unit = px(64);
const MOST_HEIGHT: Unit = px(760);
/// Colours of the scale beside the map.
const STEPS: Unit = 64;

/// Places a heat map on a page.
pub fn heat(map: &Heat, measure: &dyn Measure) -> Sheet {
    let mut page = Page::new(&map.title, &map.subtitle, Setter::new(measure));
    let top = page.bottom + px(38);
    let rows = map.rows.len().max(1) as Unit;
    let pitch = (MOST_HEIGHT / rows).min(TALLEST);
    let frame = Rect::new(LEFT, top, RIGHT, top + rows * pitch);
    page.words(&map.y, NAME, MARGIN, top - px(12), px(400));
    let warmth = Warmth::of(&map.cells);
    cells(&mut page, map, frame, &warmth);
    labels(&mut page, map, frame);
    scale(&mut page, map, frame, &warmth);
    page.finish()
}

/// From a number to a colour; by its logarithm where the numbers differ by much.
struct Warmth {
    least: f64,
    most: f64,
    log: bool,
}

impl Warmth {
    fn of(cells: &[Option<f64>]) -> Warmth {
        let known = || cells.iter().flatten().copied().filter(|value| value.is_finite());
        let (least, most) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
        Warmth { least, most, log: least > 0.0 && most / least > 8.0 }
    }

    /// 0 to 255.
    fn of_value(&self, value: f64) -> u8 {
        let share = match self.log {
            true => (value / self.least).ln() / (self.most / self.least).ln(),
            false => (value - self.least) / (self.most - self.least),
        };
        if share.is_finite() { (share.clamp(0.0, 1.0) * 255.0).round() as u8 } else { 0 }
    }

    fn at(&self, share: f64) -> f64 {
        match self.log {
            true => self.least * (self.most / self.least).powf(share),
            false => self.least + share * (self.most - self.least),
        }
    }
}

fn cells(page: &mut Page, map: &Heat, frame: Rect, warmth: &Warmth) {
    let (columns, rows) = (map.columns.len().max(1), map.rows.len().max(1));
    let size = number_size(page, map, frame.width() / columns as Unit, frame.height() / rows as Unit);
    for (at, cell) in map.cells.iter().enumerate() {
        let (row, column) = (at / columns, at % columns);
        let edge = |index: usize, of: usize, length: Unit| index as Unit * length / of as Unit;
        let inside = Rect::new(
            frame.left + edge(column, columns, frame.width()),
            frame.top + edge(row, rows, frame.height()),
            frame.left + edge(column + 1, columns, frame.width()),
            frame.top + edge(row + 1, rows, frame.height()),
        );
        let Some(value) = cell else {
            page.add(Shape::Box(inside, Tone::Grid));
            continue;
        };
        let heat = warmth.of_value(*value);
        page.add(Shape::Box(inside, Tone::Heat(heat)));
        if let Some(size) = size {
            number(page, &map.format.value(*value), inside, heat, size);
        }
    }
}

/// The largest size of letters in which every number fits its cell: all cells have one, or none has.
fn number_size(page: &Page, map: &Heat, width: Unit, height: Unit) -> Option<i32> {
    let numbers: Vec<String> = map.cells.iter().flatten().map(|value| map.format.value(*value)).collect();
    let fits = |size: &i32| {
        let style = Style::regular(*size, Ink::OnLight);
        numbers.iter().all(|number| page.setter.width(number, style) + px(4) <= width)
    };
    (height >= px(18)).then(|| [14, 13, 12, 11].into_iter().find(fits)).flatten()
}

fn number(page: &mut Page, words: &str, cell: Rect, heat: u8, size: i32) {
    let ink = if palette::is_dark(palette::heat(heat)) { Ink::OnDark } else { Ink::OnLight };
    let style = Style::regular(size, ink);
    let middle = (cell.left + cell.right) / 2;
    let label = page.setter.label(words, style, middle, style.centred_on(cell.middle()), Unit::MAX).centred();
    page.add(Shape::Label(label));
}

fn labels(page: &mut Page, map: &Heat, frame: Rect) {
    let columns = map.columns.len().max(1) as Unit;
    let widest = map.columns.iter().map(|name| page.setter.width(name, TICK)).max().unwrap_or(0) + px(12);
    let every = (widest * columns / frame.width().max(1) + 1) as usize;
    for (at, name) in map.columns.iter().enumerate().step_by(every) {
        let middle = frame.left + (2 * at as Unit + 1) * frame.width() / (2 * columns);
        let label = page.setter.label(name, TICK, middle, frame.bottom + px(24), Unit::MAX).centred();
        page.add(Shape::Label(label));
    }
    let rows = map.rows.len().max(1) as Unit;
    let every = (px(18) * rows / frame.height().max(1) + 1) as usize;
    for (at, name) in map.rows.iter().enumerate().step_by(every) {
        let middle = frame.top + (2 * at as Unit + 1) * frame.height() / (2 * rows);
        let right = frame.left - px(10);
        let label = page.setter.label(name, TICK, right, TICK.centred_on(middle), right - MARGIN / 2).flush_right();
        page.add(Shape::Label(label));
    }
    page.bottom = frame.bottom + px(50);
    page.words(&map.x, AXIS, frame.left, page.bottom, frame.width());
}

/// The colours from the least to the most, beside the map.
fn scale(page: &mut Page, map: &Heat, frame: Rect, warmth: &Warmth) {
    let height = frame.height().clamp(px(120), px(300));
    let bar = Rect::new(frame.right + px(36), frame.top, frame.right + px(58), frame.top + height);
    if !warmth.least.is_finite() {
        return;
    }
    page.words(&map.figure, NAME, bar.left, bar.top - px(12), WIDTH - MARGIN / 4 - bar.left);
    for step in 0..STEPS {
        let heat = (255 - step * 255 / (STEPS - 1)) as u8;
        let edge = |step: Unit| bar.top + step * height / STEPS;
        page.add(Shape::Box(Rect { top: edge(step), bottom: edge(step + 1), ..bar }, Tone::Heat(heat)));
    }
    for (share, y) in [(1.0, bar.top + px(6)), (0.5, bar.middle()), (0.0, bar.bottom - px(6))] {
        let words = map.format.value(warmth.at(share));
        page.words(&words, TICK, bar.right + px(8), TICK.centred_on(y), px(110));
    }
    page.bottom = page.bottom.max(bar.bottom + px(20));
}

#[cfg(test)]
mod tests {
    use super::Warmth;

    #[test]
    fn colours_follow_the_logarithm_where_numbers_differ_by_much() {
        let wide = Warmth::of(&[Some(1.0), Some(10.0), Some(100.0), None]);
        assert_eq!([1.0, 10.0, 100.0].map(|value| wide.of_value(value)), [0, 128, 255]);
        let narrow = Warmth::of(&[Some(1.0), Some(2.0), Some(3.0)]);
        assert_eq!([1.0, 2.0, 3.0].map(|value| narrow.of_value(value)), [0, 128, 255]);
        assert_eq!(Warmth::of(&[Some(4.0)]).of_value(4.0), 0);
    }
}
