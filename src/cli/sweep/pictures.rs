//! A sweep's pictures, in the chart's terms: curves, heat map, front.

use super::args::ShownArgs;
use super::results::Results;
use super::{published, words};
use crate::analysis::Unit;
use crate::chart::plot::{AxisKind, Curve, CurvePanel, CurvePoint, Curves, Format, Heat, Mark, Scatter, Spot};
use crate::chart::{Inter, Sheet, plot, sheet_png, sheet_svg};
use crate::cli::failure::Failure;
use crate::cli::folder::Folder;
use crate::sweep::{
    Axis, Columns, Field, Grid, Plan, Points, View, figure, front, in_words, label, sensitive_group, title, unit,
};

/// Ends of the names of figures that tables, words and pictures are made of.
const TOLD: [&str; 13] = [
    "wall",
    "parallelism",
    "gil.held",
    "gil.timeout",
    "handoffs.rate",
    "handoffs.cost",
    "handoffs.gap",
    ".rate",
    ".p50",
    ".p95",
    ".p99",
    ".asked",
    ".q",
];

/// The points of a grid, with the figures that are told of.
pub fn points(grid: &Grid, columns: &Columns) -> Points {
    /// Up to here, all figures are kept.
    const FEW: usize = 2_000;
    let few = grid.points() <= FEW;
    Points::new(grid, columns, |name| few || TOLD.iter().any(|told| name.ends_with(told)))
}

/// A figure that is asked for must exist.
pub fn check_figure(args: &ShownArgs, plan: &Plan) -> Result<(), Failure> {
    let own = plan.base().sweep.figure.as_deref();
    let asked = args.figure.as_deref().or(own);
    let checked = asked.map(|asked| figure(asked, &plan.columns.figures));
    checked.transpose().map(drop).map_err(|message| Failure::input(message, None))
}

/// Draws what there is to draw; returns what could not be written.
pub fn draw(results: &Results, asked: Option<&str>, svg: bool, folder: &Folder) -> Vec<String> {
    let known: Vec<String> = results.points.names().map(str::to_string).collect();
    let asked = asked.and_then(|asked| figure(asked, &known).ok());
    let view = View::of(results.points);
    let sheets = [
        ("sweep", view.as_ref().and_then(|view| curves(results, view, asked.as_deref()))),
        ("heatmap", view.as_ref().and_then(|view| heat(results, view, asked.as_deref()))),
        ("pareto", pareto(results)),
    ];
    let mut unwritten = Vec::new();
    for (name, sheet) in sheets {
        // What an earlier sweep has drawn must not pass for this one's.
        [".png", ".svg"].iter().for_each(|ending| folder.remove(&format!("{name}{ending}")));
        let Some(sheet) = sheet else { continue };
        let png = sheet_png(&sheet);
        unwritten.extend(written(folder, &format!("{name}.png"), png.map_err(|error| error.to_string())));
        if svg {
            let text = sheet_svg(&sheet).map(String::into_bytes);
            unwritten.extend(written(folder, &format!("{name}.svg"), text.map_err(|error| error.to_string())));
        }
    }
    unwritten
}

fn written(folder: &Folder, name: &str, bytes: Result<Vec<u8>, String>) -> Option<String> {
    let written = bytes.and_then(|bytes| folder.write(name, &bytes).map_err(|error| error.to_string()));
    written.err().map(|error| format!("cannot write {}: {error}", folder.path().join(name).display()))
}

fn format(name: &str) -> Format {
    match unit(name) {
        Unit::Seconds => Format::Time,
        Unit::PerSecond => Format::PerSecond,
        Unit::Share => Format::Share,
        Unit::Times | Unit::Lanes | Unit::Count => Format::Plain,
    }
}

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

fn curves(results: &Results, view: &View, asked: Option<&str>) -> Option<Sheet> {
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

pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
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

/// The default, and the knee of the first line.
fn marks(view: &View) -> Vec<Mark> {
    if view.x.field != Field::SwitchInterval {
        return Vec::new();
    }
    let usual = words::default_interval();
    let inside = view.x.values.iter().filter_map(|value| value.number).any(|x| x >= usual)
        && view.x.values.iter().filter_map(|value| value.number).any(|x| x <= usual);
    let default = inside.then(|| Mark { x: usual, name: format!("default {}", Format::Time.tick(usual)) });
    let knee = words::knee_of(view, 0).map(|x| Mark { x, name: format!("knee {}", Format::Time.tick(x)) });
    default.into_iter().chain(knee).collect()
}

/// Of two parameters that vary; of others that do, the first values.
fn heat(results: &Results, view: &View, asked: Option<&str>) -> Option<Sheet> {
    let points = results.points;
    let axes = points.grid.point_axes();
    let varied = |at: &usize| axes[*at].values.len() > 1;
    let x = axes.iter().position(|axis| axis.field == view.x.field)?;
    let y = (0..axes.len()).rev().find(|at| *at != x && varied(at))?;
    let usual = || Some(format!("latency.{}.p99", sensitive_group(points)?));
    let name = asked.map(str::to_string).or_else(usual).unwrap_or_else(|| "wall".to_string());
    let (columns, rows) = (&axes[x].values, &axes[y].values);
    let mut cells = vec![None; columns.len() * rows.len()];
    for point in 0..points.grid.points() {
        let place = points.grid.place(point);
        let shown = place.iter().enumerate().all(|(at, value)| at == x || at == y || *value == 0);
        if shown {
            cells[place[y] * columns.len() + place[x]] = points.mean(point, &name);
        }
    }
    let texts = |axis: &Axis| axis.values.iter().map(|value| value.text.clone()).collect();
    let map = Heat {
        title: format!("{}: {}", results.title, in_words(&name)),
        subtitle: extremes(results, &name),
        x: title(&axes[x].field),
        y: capital(&title(&axes[y].field)),
        columns: texts(&axes[x]),
        rows: texts(&axes[y]),
        cells,
        format: format(&name),
        figure: in_words(&name),
    };
    Some(plot::heat(&map, &Inter))
}

/// `It goes from 0.3 ms (switch interval 50us, …) to …`
fn extremes(results: &Results, name: &str) -> String {
    let points = results.points;
    let mut all: Vec<(f64, usize)> =
        (0..points.grid.points()).filter_map(|point| Some((points.mean(point, name)?, point))).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (Some(least), Some(most)) = (all.first(), all.last()) else { return String::new() };
    let told = |(value, point): &(f64, usize)| format!("{} ({})", format(name).value(*value), name_of(points, *point));
    format!("From {} to {}.", told(least), told(most))
}

/// The values of a point that vary.
fn name_of(points: &Points, point: usize) -> String {
    let axes = points.grid.point_axes();
    let values = points.grid.point(point).into_iter().zip(axes).filter(|(_, axis)| axis.values.len() > 1);
    values.map(|((field, value), _)| label(field, value)).collect::<Vec<_>>().join(", ")
}

/// Work done in a time against the tail of latency.
fn pareto(results: &Results) -> Option<Sheet> {
    let points = results.points;
    let tail = format!("latency.{}.p99", sensitive_group(points)?);
    // Other tasks or another program are other work, whose wall time is not to be compared: the last of their values.
    let axes = points.grid.point_axes();
    let same_work = |point: &usize| {
        let place = points.grid.place(*point);
        place.iter().zip(axes).all(|(at, axis)| !matches!(axis.field, Field::Path(_)) || at + 1 == axis.values.len())
    };
    let both = |point: usize| Some((point, points.mean(point, "wall")?, points.mean(point, &tail)?));
    let all: Vec<(usize, f64, f64)> = (0..points.grid.points()).filter(same_work).filter_map(both).collect();
    if all.len() < 2 {
        return None;
    }
    let fastest = all.iter().map(|(_, wall, _)| *wall).fold(f64::INFINITY, f64::min);
    // Smaller differences of throughput than a thousandth are none.
    let share = |wall: f64| (1_000.0 * fastest / wall).round() / 1_000.0;
    let pairs: Vec<(f64, f64)> = all.iter().map(|(_, wall, tail)| (share(*wall), *tail)).collect();
    let best = front(&pairs);
    let spot = |(at, (point, ..)): (usize, &(usize, f64, f64))| Spot {
        x: pairs[at].1,
        y: pairs[at].0,
        name: name_of(points, *point).replace("switch interval ", ""),
        on_front: best.contains(&at),
    };
    let mut spots: Vec<Spot> = all.iter().enumerate().map(spot).collect();
    spots.sort_by(|a, b| a.x.total_cmp(&b.x));
    let plot = Scatter {
        title: format!("{}: throughput against latency", results.title),
        subtitle: trade_off(&spots),
        x: AxisKind { title: format!("{} (less is better)", in_words(&tail)), format: Format::Time, log: true },
        y: AxisKind {
            title: "Throughput: work a second, as a share of the best".to_string(),
            format: Format::Share,
            log: false,
        },
        points: spots,
        note: "Filled: nothing measured is better in both. Rings: something is.".to_string(),
    };
    Some(plot::scatter(&plot, &Inter))
}

/// The two ends of the front.
fn trade_off(spots: &[Spot]) -> String {
    let mut front = spots.iter().filter(|spot| spot.on_front);
    let told = |spot: &Spot| {
        format!(
            "{} with {} of the best throughput ({})",
            Format::Time.value(spot.x),
            Format::Share.value(spot.y),
            spot.name
        )
    };
    match (front.next(), front.next_back()) {
        (Some(one), None) => format!("One setting is best in both: {}.", told(one)),
        (Some(first), Some(last)) => format!("From {} to {}.", told(first), told(last)),
        _ => String::new(),
    }
}
