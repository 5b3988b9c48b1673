//! A sweep's points as a table for people.

use super::results::Results;
use crate::analysis::Figure;
use crate::cli::table::Table;
use crate::cli::terminal::bold;
use crate::sweep::{Axis, figure, in_words, sensitive_group, unit};

/// More points than these are in the file only.
const MOST: usize = 80;

const ABSENT: &str = "–";

pub fn text(results: &Results, asked: Option<&str>) -> String {
    let points = results.points;
    let figures = columns(results, asked);
    let axes: Vec<&Axis> = points.grid.point_axes().iter().filter(|axis| axis.values.len() > 1).collect();
    let heads = axes.iter().map(|axis| axis.field.to_string());
    let mut table = Table::new(heads.chain(figures.iter().map(|name| in_words(name))));
    for point in 0..points.grid.points().min(MOST) {
        let values = points.grid.point(point);
        let swept = values.iter().filter(|(field, _)| axes.iter().any(|axis| axis.field == **field));
        let cells = swept.map(|(_, value)| value.text.clone());
        table.row(cells.chain(figures.iter().map(|name| shown(results, point, name))));
    }
    let more = points.grid.points().saturating_sub(MOST);
    let left_out =
        if more > 0 { format!("… and {more} more points, which are in the file\n") } else { String::new() };
    let left_out = left_out + &unmeasured(results, asked);
    let runs = results.replicates();
    format!("{}\neach point {runs}, {}; means\n\n{}{left_out}", bold(results.title), results.here(), table.render(0))
}

/// That no run has the figure that is asked for.
fn unmeasured(results: &Results, asked: Option<&str>) -> String {
    let known: Vec<String> = results.points.names().map(str::to_string).collect();
    let missing = asked.filter(|asked| figure(asked, &known).is_err());
    missing.map_or(String::new(), |asked| format!("no run yields {asked}: what it measures never happened\n"))
}

/// The figures that tell most, and the one that is asked for.
fn columns(results: &Results, asked: Option<&str>) -> Vec<String> {
    let known: Vec<String> = results.points.names().map(str::to_string).collect();
    let mut names = vec!["wall".to_string()];
    if let Some(group) = sensitive_group(results.points) {
        names.extend(["rate", "p50", "p95", "p99"].map(|part| format!("latency.{group}.{part}")));
    }
    let loops = ["loop.step.p99", "loop.step.max"].map(str::to_string);
    let is_loop_alone = known.contains(&loops[0]) && !has_handoffs(results);
    names.extend(loops);
    if !is_loop_alone {
        names.extend(["handoffs.rate", "handoffs.cost"].map(str::to_string));
    }
    if let Some(asked) = asked.and_then(|asked| figure(asked, &known).ok()) {
        names.insert(0, asked);
    }
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| known.contains(name) && seen.insert(name.clone()));
    names
}

/// Whether the lock went from one thread to another in any of the runs.
fn has_handoffs(results: &Results) -> bool {
    let points = results.points;
    (0..points.grid.points()).any(|point| points.mean(point, "handoffs.total").is_some_and(|total| total > 0.0))
}

fn shown(results: &Results, point: usize, name: &str) -> String {
    let figure = results.points.mean(point, name).map(|value| Figure { value, unit: unit(name) });
    figure.map_or(ABSENT.to_string(), |figure| figure.to_string())
}
