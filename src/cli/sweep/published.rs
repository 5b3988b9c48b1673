//! What others measured at points of a sweep, beside what the sweep came to.

use super::results::Results;
use crate::analysis::Figure;
use crate::cli::table::Table;
use crate::cli::terminal::bold;
use crate::scenario::PublishedPoint;
use crate::sweep::{Field, Points, Value, View, figure, in_words, unit};

/// The table under its title; empty where nothing was published.
pub fn text(results: &Results, asked: Option<&str>) -> String {
    let known: Vec<String> = results.points.names().map(str::to_string).collect();
    let Some(name) = asked.and_then(|asked| figure(asked, &known).ok()) else { return String::new() };
    let all = results.config.map_or(&[][..], |config| &config.published);
    if all.is_empty() {
        return String::new();
    }
    let mut table = Table::new(["", "published", results.here(), "error"]);
    for one in all {
        let here = place(results.points, one).and_then(|point| results.points.mean(point, &name));
        let shown = |value: f64| Figure { value, unit: unit(&name) }.to_string();
        let error = here.filter(|_| one.value != 0.0).map(|here| format!("{:+.1} %", (here / one.value - 1.0) * 100.0));
        let absent = || "–".to_string();
        let at: Vec<String> =
            one.at.iter().map(|(name, value)| format!("{} {value}", name.replace('_', " "))).collect();
        table.row([at.join(", "), shown(one.value), here.map_or_else(absent, shown), error.unwrap_or_else(absent)]);
    }
    format!("{}\n{}", bold(&format!("Published against {}: {}", results.here(), in_words(&name))), table.render(0))
}

/// What was published along a line, where it is of the figure that the sweep is about.
pub fn along(results: &Results, view: &View, series: usize, name: &str) -> Vec<(f64, f64)> {
    let Some(config) = results.config else { return Vec::new() };
    let known: Vec<String> = results.points.names().map(str::to_string).collect();
    if config.figure.as_ref().and_then(|asked| figure(asked, &known).ok()).as_deref() != Some(name) {
        return Vec::new();
    }
    let on_line = |one: &PublishedPoint| {
        let point = place(results.points, one).filter(|point| view.series[series].1.contains(point))?;
        Some((view.x_of(point), one.value))
    };
    config.published.iter().filter_map(on_line).collect()
}

/// The point that a published one is about; parameters that are not named have the first of their values.
fn place(points: &Points, one: &PublishedPoint) -> Option<usize> {
    let is = |field: &Field, value: &Value| {
        let named = one.at.iter().find(|(name, _)| Field::of(name) == *field);
        match named {
            Some((_, text)) => same(&Value::of(text), value),
            None => points.grid.axis(field).is_some_and(|axis| axis.values.first() == Some(value)),
        }
    };
    (0..points.grid.points()).find(|point| points.grid.point(*point).into_iter().all(|(field, value)| is(field, value)))
}

fn same(one: &Value, other: &Value) -> bool {
    one.text == other.text || one.number.is_some() && one.number == other.number
}
