//! Figures over the runs of a point: mean, deviation, least, most. Holds no run. Knows no scenario.

use super::grid::Grid;
use super::row::{Columns, Row};

/// How a figure is spread over runs; by Welford's method, which needs none of them again.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    pub count: u64,
    pub mean: f64,
    squares: f64,
    pub least: f64,
    pub most: f64,
}

impl Spread {
    pub fn add(&mut self, value: f64) {
        self.count += 1;
        let before = value - self.mean;
        self.mean += before / self.count as f64;
        self.squares += before * (value - self.mean);
        self.least = if self.count == 1 { value } else { self.least.min(value) };
        self.most = if self.count == 1 { value } else { self.most.max(value) };
    }

    pub fn of(values: impl IntoIterator<Item = f64>) -> Spread {
        let mut spread = Spread::default();
        values.into_iter().for_each(|value| spread.add(value));
        spread
    }

    /// The standard deviation of the sample; zero of fewer than two.
    pub fn deviation(&self) -> f64 {
        if self.count < 2 { 0.0 } else { (self.squares / (self.count - 1) as f64).sqrt() }
    }

    /// Half the width of the 95 % confidence interval of the mean, by Student's t; zero of fewer than two.
    pub fn half_width(&self) -> f64 {
        if self.count < 2 { 0.0 } else { student(self.count - 1) * self.deviation() / (self.count as f64).sqrt() }
    }
}

/// The 97.5th percentile of Student's t, from the usual tables.
fn student(freedom: u64) -> f64 {
    const TABLE: [f64; 20] = [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086,
    ];
    match freedom {
        0 => f64::INFINITY,
        1..=20 => TABLE[freedom as usize - 1],
        21..=30 => 2.080 - 0.0038 * (freedom - 21) as f64,
        31..=120 => 2.042 - 0.0007 * (freedom - 30) as f64,
        _ => 1.960,
    }
}

/// The spreads of all of a grid's points, for some of the columns.
#[derive(Clone, Debug)]
pub struct Points {
    pub grid: Grid,
    /// Names of figures, and their places among a table's columns.
    figures: Vec<(String, usize)>,
    spreads: Vec<Spread>,
    /// Runs that yielded no figures, and why the first of them.
    pub failed: usize,
    pub why: Option<String>,
}

impl Points {
    /// Of the figures for which `wanted` holds.
    pub fn new(grid: &Grid, columns: &Columns, wanted: impl Fn(&str) -> bool) -> Points {
        let all = columns.figures.iter().enumerate();
        let figures: Vec<_> = all.filter(|(_, name)| wanted(name)).map(|(at, name)| (name.clone(), at)).collect();
        let spreads = vec![Spread::default(); figures.len() * grid.points()];
        Points { grid: grid.clone(), figures, spreads, failed: 0, why: None }
    }

    pub fn add(&mut self, row: &Row) {
        if let Err(why) = &row.figures {
            self.failed += 1;
            self.why.get_or_insert_with(|| why.clone());
        }
        let first = self.grid.point_of(row.run) * self.figures.len();
        for (offset, (_, at)) in self.figures.iter().enumerate() {
            if let (Some(value), Some(spread)) = (row.figure(*at), self.spreads.get_mut(first + offset)) {
                spread.add(value);
            }
        }
    }

    /// How a figure is spread over a point's runs; `None` where none of them yielded it.
    pub fn get(&self, point: usize, figure: &str) -> Option<&Spread> {
        let offset = self.figures.iter().position(|(name, _)| name == figure)?;
        self.spreads.get(point * self.figures.len() + offset).filter(|spread| spread.count > 0)
    }

    pub fn mean(&self, point: usize, figure: &str) -> Option<f64> {
        self.get(point, figure).map(|spread| spread.mean)
    }

    /// The names of the figures that any run yielded.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let any = |offset: usize| self.spreads.iter().skip(offset).step_by(self.figures.len()).any(|one| one.count > 0);
        self.figures.iter().enumerate().filter(move |(offset, _)| any(*offset)).map(|(_, (name, _))| name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_confidence_interval_is_that_of_the_textbook() {
        // Mean 5, deviation 1.5811 of 3..=7; t of 4 degrees of freedom 2.776.
        let five = Spread::of([3.0, 4.0, 5.0, 6.0, 7.0]);
        assert_eq!((five.mean, five.least, five.most), (5.0, 3.0, 7.0));
        assert!((five.deviation() - 2.5f64.sqrt()).abs() < 1e-12);
        assert!((five.half_width() - 2.776 * (2.5f64 / 5.0).sqrt()).abs() < 1e-12);
        assert_eq!(Spread::of([4.0]).half_width(), 0.0);
    }

    #[test]
    fn students_t_falls_to_the_normal_laws() {
        let all: Vec<f64> = (1..200).map(student).collect();
        assert!(all.is_sorted_by(|a, b| a >= b), "{all:?}");
        assert!((student(60) - 2.0).abs() < 0.03 && student(199) == 1.960);
    }

    proptest! {
        #[test]
        fn the_running_deviation_is_that_of_all_values(values in proptest::collection::vec(-1e3f64..1e3, 2..50)) {
            let spread = Spread::of(values.iter().copied());
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
            prop_assert!((spread.mean - mean).abs() < 1e-9);
            prop_assert!((spread.deviation() - (squares / (values.len() - 1) as f64).sqrt()).abs() < 1e-6);
        }
    }
}
