//! A layout as compact text, in CSS pixels, for people and tests to read. Knows no format that a program reads back.

use super::geometry::{Rect, UNITS_PER_PX, Unit};
use super::layout::{Axis, Fill, KeyEntry, LaneBox, Layout, PanelBox, STATES, WHOLE, Zoom};
use super::text::Label;
use std::fmt::{self, Display, Formatter};

struct Px(Unit);

impl Display for Px {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "{}", f64::from(self.0) / f64::from(UNITS_PER_PX))
    }
}

impl Display for Rect {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "{}..{} × {}..{}", Px(self.left), Px(self.right), Px(self.top), Px(self.bottom))
    }
}

impl Display for Label {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Label { left, baseline, width, style, text } = self;
        write!(f, "{text:?} at {},{} {}px/{}", Px(*left), Px(*baseline), Px(*width), Px(style.size))
    }
}

impl Display for Layout {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        writeln!(f, "page {} × {}", Px(self.width), Px(self.height))?;
        labels(f, "title", &self.title)?;
        for entry in &self.legend {
            writeln!(f, "legend {:?} {} {}", entry.swatch, entry.frame, entry.label)?;
        }
        self.panels.iter().try_for_each(|panel| write!(f, "{panel}"))?;
        self.axis.iter().try_for_each(|axis| write!(f, "{axis}"))?;
        self.zoom.iter().try_for_each(|zoom| write!(f, "{zoom}"))
    }
}

impl Display for PanelBox {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        writeln!(f, "panel {} {}", self.title, self.frame)?;
        labels(f, "  figure", self.headline.figure.iter())?;
        labels(f, "  note", &self.headline.note)?;
        write!(f, "  end {} from {} to {}", Px(self.end.x), Px(self.end.top), Px(self.end.bottom))?;
        self.end.label.iter().try_for_each(|label| write!(f, " {label}"))?;
        writeln!(f)?;
        if let Some((frame, tag)) = &self.zoomed {
            writeln!(f, "  zoomed {frame}{}", tag.as_ref().map_or(String::new(), |tag| format!(" {tag}")))?;
        }
        labels(f, "  omitted", self.omitted.iter())?;
        self.lanes.iter().try_for_each(|lane| write!(f, "{lane}"))
    }
}

impl Display for LaneBox {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        writeln!(f, "  lane {}", self.frame)?;
        labels(f, "    name", self.name.iter())?;
        writeln!(f, "    {}", self.fill)?;
        if !self.separators.is_empty() {
            let places: Vec<String> = self.separators.iter().map(|&x| Px(x).to_string()).collect();
            writeln!(f, "    separators {}", places.join(" "))?;
        }
        labels(f, "    words", &self.words)
    }
}

/// At most so many strips or bins are written out.
const WRITTEN: usize = 12;

impl Display for Fill {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let (kind, parts): (&str, Vec<String>) = match self {
            Fill::Slices(strips) => {
                let one = |strip: &super::Strip| format!("{}..{} {:?}", Px(strip.left), Px(strip.right), strip.state);
                ("slices", strips.iter().map(one).collect())
            }
            Fill::Shares(bins) => ("shares", bins.iter().map(bin).collect()),
        };
        write!(f, "{} {kind}", parts.len())?;
        parts.iter().take(WRITTEN).try_for_each(|part| write!(f, " | {part}"))?;
        if parts.len() > WRITTEN { write!(f, " | …") } else { Ok(()) }
    }
}

fn bin(bin: &super::Bin) -> String {
    let parts = bin.shares.iter().zip(STATES).filter(|(share, _)| **share > 0);
    let parts = parts.map(|(&share, state)| format!(" {:.1}% {state:?}", f64::from(share) * 100.0 / f64::from(WHOLE)));
    format!("{}..{}{}", Px(bin.left), Px(bin.right), parts.collect::<String>())
}

impl Display for Axis {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Axis { left, right, y, grid_top, .. } = self;
        writeln!(f, "axis {}..{} at {} grid from {}", Px(*left), Px(*right), Px(*y), Px(*grid_top))?;
        self.ticks.iter().try_for_each(|tick| writeln!(f, "  tick {} {}", Px(tick.x), tick.label))?;
        writeln!(f, "  title {}", self.title)
    }
}

impl Display for Zoom {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        writeln!(f, "zoom {} {}", self.title, self.frame)?;
        self.lanes.iter().try_for_each(|lane| write!(f, "{lane}"))?;
        for arrow in &self.arrows {
            let ((x0, y0), (x1, y1)) = (arrow.from, arrow.to);
            let kind = if arrow.forced { "forced" } else { "voluntary" };
            writeln!(f, "  {kind} {},{} → {},{}", Px(x0), Px(y0), Px(x1), Px(y1))?;
        }
        for request in &self.requests {
            write!(f, "  request {},{}", Px(request.x), Px(request.y))?;
            request.label.iter().try_for_each(|label| write!(f, " {label}"))?;
            writeln!(f)?;
        }
        if let Some(dimension) = &self.dimension {
            let (left, right, y) = (Px(dimension.left), Px(dimension.right), Px(dimension.y));
            writeln!(f, "  dimension {left}..{right} at {y} {}", dimension.label)?;
        }
        write!(f, "{}", self.axis)?;
        self.key.iter().try_for_each(|entry| write!(f, "{entry}"))
    }
}

impl Display for KeyEntry {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        writeln!(f, "  key {:?} {}", self.symbol, self.frame)?;
        labels(f, "   ", &self.lines)
    }
}

fn labels<'l>(f: &mut Formatter, what: &str, all: impl IntoIterator<Item = &'l Label>) -> fmt::Result {
    all.into_iter().try_for_each(|label| writeln!(f, "{what} {label}"))
}
