//! The vertical division of the page: names, plot, figures. Knows no panel's height.

use super::super::geometry::{Unit, px, whole_pixels};
use super::super::text::{Ink, Setter, Style};
use super::super::{Chart, Panel};
use super::names::{common_name, named_together};
use super::pitch::{MOST_LANES, Pitch};

pub const MARGIN: Unit = px(40);
pub const NAME: Style = Style::regular(15, Ink::Strong);
pub const FIGURE: Style = Style::semi_bold(40, Ink::Strong);
pub const NOTE: Style = Style::regular(16, Ink::Muted);

/// Between names and plot, and between plot and figures.
pub const GUTTER: Unit = px(12);
const ASIDE_GUTTER: Unit = px(36);

/// Left and right ends of the columns.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    pub margin: Unit,
    pub plot_left: Unit,
    pub plot_right: Unit,
    pub aside_left: Unit,
    pub aside_right: Unit,
}

impl Columns {
    /// Names get what the longest needs, up to a sixth of the page; figures what they need, within limits.
    pub fn of(chart: &Chart, page: Unit, pitch: Pitch, setter: Setter) -> Columns {
        let names = whole_pixels(names_width(chart, pitch, setter).clamp(px(40), page / 6));
        let aside = whole_pixels(aside_width(chart, setter).clamp(px(210), page / 5));
        let aside_right = page - MARGIN;
        let aside_left = aside_right - aside;
        Columns {
            margin: MARGIN,
            plot_left: MARGIN + names + GUTTER,
            plot_right: aside_left - ASIDE_GUTTER,
            aside_left,
            aside_right,
        }
    }

    pub fn plot_width(&self) -> Unit {
        self.plot_right - self.plot_left
    }

    pub fn aside_width(&self) -> Unit {
        self.aside_right - self.aside_left
    }

    /// How wide a lane's name may be.
    pub fn name_room(&self) -> Unit {
        self.plot_left - GUTTER - self.margin
    }
}

fn names_width(chart: &Chart, pitch: Pitch, setter: Setter) -> Unit {
    let names = chart.panels.iter().flat_map(|panel| {
        let lanes = &panel.timeline.lanes;
        let named = named_together(lanes.len().min(MOST_LANES), pitch);
        named.into_iter().map(|together| common_name(&lanes[together]))
    });
    names.map(|name| setter.label(&name, NAME, 0, 0, Unit::MAX).width).max().unwrap_or(0)
}

fn aside_width(chart: &Chart, setter: Setter) -> Unit {
    let wide = |panel: &Panel| {
        let figure = setter.width(&panel.headline, FIGURE);
        panel.note.split(" · ").map(|part| setter.width(part, NOTE)).fold(figure, Unit::max)
    };
    chart.panels.iter().map(wide).max().unwrap_or(0)
}
