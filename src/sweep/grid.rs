//! All combinations of the swept parameters' values, numbered. Knows no scenario.

use super::axis::{Axis, Field};
use super::value::Value;

/// The axes; those whose values are the same point again come last, so that the runs of a point follow one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    axes: Vec<Axis>,
}

/// Every `of`-th run from number `index` (from 0) on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    pub index: usize,
    pub of: usize,
}

impl Shard {
    pub const WHOLE: Shard = Shard { index: 0, of: 1 };

    /// `2/8`: the second of eight.
    ///
    /// # Errors
    /// One line on what would be right.
    pub fn parse(text: &str) -> Result<Shard, String> {
        let wrong = || format!("`{text}` is not a shard; write one like 2/8, from 1/8 to 8/8");
        let (index, of) = text.split_once('/').ok_or_else(wrong)?;
        let number = |text: &str| text.trim().parse::<usize>().map_err(|_| wrong());
        let (index, of) = (number(index)?, number(of)?);
        if index == 0 || index > of { Err(wrong()) } else { Ok(Shard { index: index - 1, of }) }
    }

    pub fn has(&self, run: usize) -> bool {
        run % self.of == self.index
    }
}

impl Grid {
    /// # Errors
    /// Where a field has two axes, or there are more runs than can be counted.
    pub fn new(mut axes: Vec<Axis>) -> Result<Grid, String> {
        axes.sort_by(|a, b| a.field.cmp(&b.field));
        if let Some(pair) = axes.windows(2).find(|pair| pair[0].field == pair[1].field) {
            return Err(format!("{} is swept twice; name all its values in one range", pair[0].field));
        }
        let runs = axes.iter().try_fold(1usize, |runs, axis| runs.checked_mul(axis.values.len()));
        match runs.filter(|runs| *runs <= u32::MAX as usize) {
            Some(_) => Ok(Grid { axes }),
            None => Err(format!("the sweep has more than {} runs", u32::MAX)),
        }
    }

    pub fn axes(&self) -> &[Axis] {
        &self.axes
    }

    pub fn axis(&self, field: &Field) -> Option<&Axis> {
        self.axes.iter().find(|axis| axis.field == *field)
    }

    /// The axes of points, without those of replicates.
    pub fn point_axes(&self) -> &[Axis] {
        let end = self.axes.iter().position(|axis| axis.field.is_replicate()).unwrap_or(self.axes.len());
        &self.axes[..end]
    }

    pub fn runs(&self) -> usize {
        self.axes.iter().map(|axis| axis.values.len()).product()
    }

    pub fn points(&self) -> usize {
        self.point_axes().iter().map(|axis| axis.values.len()).product()
    }

    /// How often each point is run.
    pub fn replicates(&self) -> usize {
        self.runs() / self.points()
    }

    pub fn point_of(&self, run: usize) -> usize {
        run / self.replicates()
    }

    /// The values of a run, in the order of the axes.
    pub fn values(&self, run: usize) -> Vec<(&Field, &Value)> {
        values(&self.axes, run)
    }

    /// The values of a point, in the order of the axes.
    pub fn point(&self, point: usize) -> Vec<(&Field, &Value)> {
        values(self.point_axes(), point)
    }

    /// For each axis of points, which of its values a point has.
    pub fn place(&self, point: usize) -> Vec<usize> {
        place(self.point_axes(), point)
    }
}

fn values(axes: &[Axis], number: usize) -> Vec<(&Field, &Value)> {
    axes.iter().zip(place(axes, number)).map(|(axis, at)| (&axis.field, &axis.values[at])).collect()
}

/// The digits of a number whose bases are the axes' lengths; the last varies fastest.
fn place(axes: &[Axis], mut number: usize) -> Vec<usize> {
    let mut digits: Vec<usize> = axes
        .iter()
        .rev()
        .map(|axis| {
            let digit = number % axis.values.len();
            number /= axis.values.len();
            digit
        })
        .collect();
    digits.reverse();
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    fn grid(lengths: &[(Field, usize)]) -> Grid {
        let axis = |(field, length): &(Field, usize)| Axis {
            field: field.clone(),
            values: (0..*length as u64).map(Value::integer).collect(),
        };
        Grid::new(lengths.iter().map(axis).collect()).expect("each field once")
    }

    #[test]
    fn the_runs_of_a_point_follow_one_another() {
        let grid = grid(&[(Field::Seed, 3), (Field::Workers, 2), (Field::SwitchInterval, 4)]);
        assert_eq!((grid.runs(), grid.points(), grid.replicates()), (24, 8, 3));
        let points: Vec<usize> = (0..6).map(|run| grid.point_of(run)).collect();
        assert_eq!(points, [0, 0, 0, 1, 1, 1]);
        let last = grid.values(23).iter().map(|(field, value)| format!("{field}={}", value.text)).collect::<Vec<_>>();
        assert_eq!(last, ["workers=1", "switch interval=3", "seed=2"]);
    }

    #[test]
    fn a_field_has_one_axis_and_a_shard_a_number() {
        let twice = vec![Axis::one(Field::Cores, Value::integer(1)), Axis::one(Field::Cores, Value::integer(2))];
        assert!(Grid::new(twice).expect_err("wrong").contains("twice"));
        assert_eq!(Shard::parse("2/8"), Ok(Shard { index: 1, of: 8 }));
        for wrong in ["", "2", "0/8", "9/8", "a/b", "1/0", "-1/2"] {
            assert!(Shard::parse(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_run_has_values_of_its_own(a in 1usize..6, b in 1usize..6, c in 1usize..4) {
            let grid = grid(&[(Field::Cores, a), (Field::SwitchInterval, b), (Field::Seed, c)]);
            let all: HashSet<String> = (0..grid.runs()).map(|run| format!("{:?}", grid.values(run))).collect();
            prop_assert_eq!(all.len(), a * b * c);
        }

        #[test]
        fn shards_cover_all_runs_and_share_none(runs in 0usize..200, of in 1usize..20) {
            for run in 0..runs {
                let owners = (0..of).filter(|index| Shard { index: *index, of }.has(run)).count();
                prop_assert_eq!(owners, 1);
            }
        }
    }
}
