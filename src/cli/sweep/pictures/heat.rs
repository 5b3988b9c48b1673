//! A figure over two parameters.

use super::{format, name_of};
use crate::chart::plot::Heat;
use crate::chart::{Inter, Sheet, plot};
use crate::cli::sweep::results::Results;
use crate::cli::sweep::words::capital;
use crate::sweep::{Axis, View, in_words, sensitive_group, title};

/// Of two parameters that vary; of others that do, the first values.
pub fn heat(results: &Results, view: &View, asked: Option<&str>) -> Option<Sheet> {
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
