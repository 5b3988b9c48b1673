//! The whole page from top to bottom: header, panels, axis, zoom.

use super::super::Chart;
use super::super::geometry::{Scale, Unit, px, whole_pixels};
use super::super::text::{Measure, Setter};
use super::axis::{self, Ticks, axis};
use super::columns::{Columns, MARGIN};
use super::header::header;
use super::legend::signs;
use super::machinery;
use super::panel::{Common, last_moment, panel};
use super::pitch::Pitch;
use super::zoom::{mark_window, zoom};
use super::zoom_window::choose;
use super::{Axis, Layout, PanelBox};
use crate::time::Nanos;

/// Widths outside are drawn as the nearer of these, in CSS pixels.
const NARROWEST: u32 = 1100;
const WIDEST: u32 = 6000;

const HEADER_GAP: Unit = px(22);
const PANEL_GAP: Unit = px(26);
const AXIS_GAP: Unit = px(12);
const ZOOM_GAP: Unit = px(30);

/// Places everything on a page of `width_px` CSS pixels; the height follows from what there is to show.
pub fn layout(chart: &Chart, width_px: u32, measure: &dyn Measure) -> Layout {
    match machinery::without(chart) {
        Some((timelines, left_out)) => place(&machinery::chart_of(chart, &timelines, left_out), width_px, measure),
        None => place(chart, width_px, measure),
    }
}

fn place(chart: &Chart, width_px: u32, measure: &dyn Measure) -> Layout {
    let setter = Setter::new(measure);
    let width = px(width_px.clamp(NARROWEST, WIDEST) as i32);
    let lanes = chart.panels.iter().map(|panel| panel.timeline.lanes.len()).max().unwrap_or(0);
    let pitch = Pitch::for_lanes(lanes, chart.is_small);
    let columns = Columns::of(chart, width, pitch, setter);
    let scale = common_scale(chart, columns);
    let header = header(&chart.title, &chart.subtitle, &signs(chart, scale), columns, setter);
    let common = Common { columns, scale, pitch, setter };
    let (mut panels, bottom) = panels(chart, header.bottom + HEADER_GAP, common);
    let axis = panels_axis(&panels, bottom, common);
    let mut bottom = axis.as_ref().map_or(bottom, |axis| axis.y + axis::HEIGHT);
    let zoom = choose(chart).filter(|_| !chart.is_small).map(|window| {
        mark_window(&mut panels, &window, scale, setter);
        let (zoom, end) = zoom(chart, &window, bottom + ZOOM_GAP, columns, setter);
        bottom = end;
        zoom
    });
    let height = whole_pixels(bottom + MARGIN / 2);
    Layout { width, height, title: header.title, legend: header.legend, panels, axis, zoom }
}

fn panels(chart: &Chart, top: Unit, common: Common) -> (Vec<PanelBox>, Unit) {
    let mut bottom = top;
    let mut boxes = Vec::new();
    for one in &chart.panels {
        let gap = if boxes.is_empty() { 0 } else { PANEL_GAP };
        let (placed, end) = panel(one, whole_pixels(bottom + gap), common);
        boxes.push(placed);
        bottom = end;
    }
    (boxes, bottom)
}

/// Below the last lanes: the figures beside them may reach further down than the axis line.
fn panels_axis(panels: &[PanelBox], bottom: Unit, common: Common) -> Option<Axis> {
    let (first, last) = (panels.first()?, panels.last()?);
    let lanes_end = last.omitted.as_ref().map_or(last.frame.bottom, |label| label.frame().bottom);
    let y = (lanes_end + AXIS_GAP).max(bottom - axis::HEIGHT);
    Some(axis(common.scale, y, first.frame.top, "time since each model’s start", Ticks::Moments, common.setter))
}

/// From zero to the last moment of any panel, over the whole plot.
fn common_scale(chart: &Chart, columns: Columns) -> Scale {
    let to = chart.panels.iter().map(|panel| last_moment(panel.timeline)).max().unwrap_or(Nanos::ZERO);
    Scale { from: Nanos::ZERO, to, left: columns.plot_left, right: columns.plot_right }
}
