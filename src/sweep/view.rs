//! Points laid out for the eye: which axis lies along the page, which makes lines of their own, and which figures tell
//! most. Knows no pixels.

use super::axis::{Axis, Field};
use super::spread::{Points, Spread};
use super::value::Value;

/// Lines that can be told apart.
const MOST_SERIES: usize = 6;

/// What lies along the page, and the lines.
pub struct View<'a> {
    pub points: &'a Points,
    pub x: &'a Axis,
    x_at: usize,
    /// Name and points of each line, in the order of x.
    pub series: Vec<(String, Vec<usize>)>,
    /// Lines that are left out.
    pub left_out: usize,
}

impl<'a> View<'a> {
    /// `None` where no parameter has several numbers as values.
    pub fn of(points: &'a Points) -> Option<View<'a>> {
        let axes = points.grid.point_axes();
        let varied = |axis: &&Axis| axis.values.len() > 1 && axis.is_numeric();
        let preferred = axes.iter().position(|axis| axis.field == Field::SwitchInterval && axis.values.len() > 1);
        let x_at = preferred.or_else(|| axes.iter().position(|axis| varied(&axis)))?;
        let mut view = View { points, x: &axes[x_at], x_at, series: Vec::new(), left_out: 0 };
        for point in 0..points.grid.points() {
            view.place(point);
        }
        Some(view)
    }

    /// Puts a point into its line.
    fn place(&mut self, point: usize) {
        let name = self.name(point);
        match self.series.iter().position(|(known, _)| *known == name) {
            Some(at) => self.series[at].1.push(point),
            None if self.series.len() < MOST_SERIES => self.series.push((name, vec![point])),
            None => self.left_out += usize::from(self.points.grid.place(point)[self.x_at] == 0),
        }
    }

    /// The values of the other axes that vary: `tasks.hog.count 2, policy fifo`.
    fn name(&self, point: usize) -> String {
        let values = self.points.grid.point(point).into_iter().enumerate();
        let others = values.filter(|(at, _)| *at != self.x_at && self.points.grid.point_axes()[*at].values.len() > 1);
        others.map(|(_, (field, value))| label(field, value)).collect::<Vec<_>>().join(", ")
    }

    pub fn x_of(&self, point: usize) -> f64 {
        self.points.grid.point(point)[self.x_at].1.number.unwrap_or(f64::NAN)
    }

    /// A figure along a line: x and how it is spread.
    pub fn line(&self, series: usize, figure: &str) -> Vec<(f64, Spread)> {
        let spread = |point: &usize| Some((self.x_of(*point), *self.points.get(*point, figure)?));
        let mut line: Vec<_> = self.series[series].1.iter().filter_map(spread).collect();
        line.sort_by(|a, b| a.0.total_cmp(&b.0));
        line
    }
}

/// `2 × hog`, `workers 4`; models and policies say what they are.
pub fn label(field: &Field, value: &Value) -> String {
    match field {
        Field::Model | Field::Policy => value.text.clone(),
        Field::Path(path) if counted(path).is_some() => {
            format!("{} × {}", value.text, counted(path).unwrap_or_default())
        }
        field => format!("{} {}", title(field), value.text),
    }
}

/// The name of the tasks whose number a path is.
fn counted(path: &str) -> Option<&str> {
    path.strip_prefix("tasks.")?.strip_suffix(".count")
}

/// The name of a field above an axis: `count of hog` of `tasks.hog.count`, `PAUSE` of `program.PAUSE`.
pub fn title(field: &Field) -> String {
    match field {
        Field::Path(path) if counted(path).is_some() => format!("count of {}", counted(path).unwrap_or_default()),
        Field::Path(path) => match path.strip_prefix("program.") {
            Some(name) => name.to_string(),
            None => path.strip_prefix("tasks.").unwrap_or(path).replace(['.', '_'], " "),
        },
        field => field.to_string(),
    }
}

/// The group of tasks whose blocking calls tell most of latency: that with most of them a second, anywhere.
pub fn sensitive_group(points: &Points) -> Option<String> {
    let rates = points.names().filter_map(|name| Some((name.strip_prefix("latency.")?.strip_suffix(".rate")?, name)));
    let most = |name: &str| {
        let all = (0..points.grid.points()).filter_map(|point| points.mean(point, name));
        all.fold(0.0, f64::max)
    };
    rates.max_by(|a, b| most(a.1).total_cmp(&most(b.1))).map(|(group, _)| group.to_string())
}
