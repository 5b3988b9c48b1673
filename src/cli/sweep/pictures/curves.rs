//! Latency, throughput and wall time along a swept parameter, with the knee and the default marked.

use super::format;
use crate::chart::plot::{AxisKind, Curve, CurvePanel, CurvePoint, Curves, Format, Mark};
use crate::chart::{Inter, Sheet, plot};
use crate::cli::sweep::published;
use crate::cli::sweep::results::Results;
use crate::cli::sweep::words::{self, capital};
use crate::sweep::{Axis, Field, Value, View, in_words, sensitive_group, title};

/// An axis for a swept parameter; logarithmic where its values span much.
fn x_kind(axis: &Axis) -> AxisKind {
    let numbers = || axis.values.iter().filter_map(|value| value.number);
    let (least, most) = (numbers().fold(f64::INFINITY, f64::min), numbers().fold(0.0, f64::max));
    let is_time = axis.values.iter().all(|value| value.text.parse::<f64>().is_err());
    AxisKind {
        title: title(&axis.field),
        format: if is_time { Format::Time } else { Format::Plain },
        log: least > 0.0 && most / least >= 8.0,
    }
}

/// The values of a few whole numbers, in their order; nothing for others, which are round numbers' to tell.
fn counts(axis: &Axis) -> Vec<f64> {
    const MOST: usize = 10;
    let whole = |value: &Value| value.text.parse::<u32>().ok().map(f64::from);
    let values: Option<Vec<f64>> = axis.values.iter().map(whole).collect();
    let mut values = values.filter(|values| values.len() <= MOST).unwrap_or_default();
    values.sort_by(f64::total_cmp);
    values
}

/// Three panels at most; nothing where there is nothing to show.
pub fn curves(results: &Results, view: &View, asked: Option<&str>) -> Option<Sheet> {
    let panels = panels(results, view, asked);
    let bands = if results.points.grid.replicates() > 1 {
        format!("Lines: means of {}; bands: least and most of them.", results.replicates())
    } else {
        "One run a point.".to_string()
    };
    let rings = panels.iter().any(|panel| panel.curves.iter().any(|curve| !curve.published.is_empty()));
    let rings = if rings { " Rings: published measurements." } else { "" };
    let omitted =
        if view.left_out > 0 { format!(" {} more lines are left out.", view.left_out) } else { String::new() };
    let plot = Curves {
        title: results.title.to_string(),
        subtitle: words::point_of(results),
        x: x_kind(view.x),
        x_ticks: counts(view.x),
        panels,
        marks: marks(view),
        note: format!("{bands}{rings}{omitted}"),
    };
    Some(plot::curves(&plot, &Inter))
}

/// The figure that is asked for, latency, throughput, wall time: three of them, each once.
fn panels(results: &Results, view: &View, asked: Option<&str>) -> Vec<CurvePanel> {
    let mut panels = Vec::new();
    if let Some(asked) = asked {
        panels.push(by_series(results, view, asked, &capital(&in_words(asked)), true));
    }
    if let Some(group) = sensitive_group(results.points) {
        panels.push(percentiles(results, view, &group));
        let rate = format!("latency.{group}.rate");
        if asked != Some(&rate) {
            let title = format!("Throughput of {group}: blocking calls a second");
            panels.push(by_series(results, view, &rate, &title, true));
        }
    }
    if asked != Some("wall") {
        panels.push(by_series(results, view, "wall", "Wall time of the whole run", false));
    }
    panels.retain(|panel| panel.curves.iter().any(|curve| !curve.points.is_empty()));
    panels.truncate(3);
    panels
}

/// p50, p95 and p99 where there is one line; else p99 of each.
fn percentiles(results: &Results, view: &View, group: &str) -> CurvePanel {
    let title = format!("Latency of {group}: blocking calls, until the thread has the GIL again");
    if view.series.len() > 1 {
        return by_series(results, view, &format!("latency.{group}.p99"), &format!("{title}, p99"), true);
    }
    let curve = |part: &str| curve(view, 0, &format!("latency.{group}.{part}"), part.to_string(), Vec::new());
    let curves = ["p50", "p95", "p99"].map(curve).into_iter().collect();
    CurvePanel { y: AxisKind { title, format: Format::Time, log: true }, curves }
}

fn by_series(results: &Results, view: &View, name: &str, title: &str, log: bool) -> CurvePanel {
    let line = |(series, (label, _)): (usize, &(String, Vec<usize>))| {
        let label = if label.is_empty() { results.here().to_string() } else { label.clone() };
        curve(view, series, name, label, published::along(results, view, series, name))
    };
    let curves: Vec<Curve> = view.series.iter().enumerate().map(line).collect();
    let has_zero = curves.iter().flat_map(|curve| &curve.points).any(|point| point.least <= 0.0);
    CurvePanel { y: AxisKind { title: title.to_string(), format: format(name), log: log && !has_zero }, curves }
}

fn curve(view: &View, series: usize, figure: &str, name: String, published: Vec<(f64, f64)>) -> Curve {
    let line = view.line(series, figure).into_iter();
    let points = line.map(|(x, spread)| CurvePoint { x, y: spread.mean, least: spread.least, most: spread.most });
    Curve { name, points: points.collect(), published }
}

/// The default, and the knees.
fn marks(view: &View) -> Vec<Mark> {
    if view.x.field != Field::SwitchInterval {
        return Vec::new();
    }
    let usual = words::default_interval();
    let inside = view.x.values.iter().filter_map(|value| value.number).any(|x| x >= usual)
        && view.x.values.iter().filter_map(|value| value.number).any(|x| x <= usual);
    let default = inside.then(|| Mark { x: usual, name: format!("default {}", Format::Time.tick(usual)) });
    default.into_iter().chain(knees(view)).collect()
}

/// There is room for the names of so many knees; the words tell all of them.
const MOST_KNEES: usize = 2;

/// Those of all lines, with the names of the lines where not all have the same.
fn knees(view: &View) -> Vec<Mark> {
    let mut knees: Vec<(f64, Vec<&str>)> = Vec::new();
    for (series, (label, _)) in view.series.iter().enumerate() {
        let Some(at) = words::knee_of(view, series) else { continue };
        match knees.iter_mut().find(|(x, _)| *x == at) {
            Some((_, labels)) => labels.push(label),
            None => knees.push((at, vec![label])),
        }
    }
    if knees.len() > MOST_KNEES {
        return Vec::new();
    }
    let name = |x: f64, labels: &[&str]| {
        let of = if labels.len() < view.series.len() { format!(": {}", labels.join(", ")) } else { String::new() };
        format!("knee {}{of}", Format::Time.tick(x))
    };
    knees.iter().map(|(x, labels)| Mark { x: *x, name: name(*x, labels) }).collect()
}
