//! Long runs in little memory: what happened after a first part is reduced to columns of time, each of which says how much
//! of it passed in which state. Sums stay exact to the nanosecond. Knows no thread and no core.

use super::{Slice, State};
use crate::time::Nanos;

/// Which time is reduced, and how finely it is still told of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid {
    /// Up to here everything is kept.
    pub head: Nanos,
    /// The length of a column; the first begins at `head`.
    pub column: Nanos,
    /// What is after that stays as it is.
    pub upto: Nanos,
}

impl Grid {
    /// The end of the column that a moment is in; the last one may be cut short.
    fn column_end(&self, at: Nanos) -> Nanos {
        let nth = at.saturating_sub(self.head).0 / self.column.0.max(1);
        (self.head + Nanos((nth + 1) * self.column.0)).min(self.upto)
    }
}

/// Reduces a lane's slices, which follow one another without a gap, to at most one per column and state.
pub(super) fn reduce(slices: &mut Vec<Slice>, grid: &Grid) {
    let border = grid.upto;
    let first = slices.partition_point(|slice| slice.to <= grid.head);
    let after = slices.partition_point(|slice| slice.from < border);
    if first >= after || border <= grid.head {
        return;
    }
    let mut columns = Columns { kept: slices[..first].to_vec(), column: Vec::new() };
    for &slice in &slices[first..after] {
        columns.keep(Slice { to: slice.to.min(grid.head), ..slice });
        let mut from = slice.from.max(grid.head);
        while from < slice.to.min(border) {
            let end = grid.column_end(from);
            columns.column.push(Slice { from, to: slice.to.min(end), ..slice });
            if slice.to >= end {
                columns.close();
            }
            from = end;
        }
        // The last slice may outlast the last column.
        columns.keep(Slice { from: slice.from.max(border), ..slice });
    }
    columns.close();
    slices[after..].iter().for_each(|slice| columns.keep(*slice));
    columns.kept.shrink_to_fit();
    *slices = columns.kept;
}

/// What has been kept so far, and the column in the making.
struct Columns {
    kept: Vec<Slice>,
    column: Vec<Slice>,
}

impl Columns {
    /// Prolongs the slice before it where that is of the same state.
    fn keep(&mut self, slice: Slice) {
        if slice.from >= slice.to {
            return;
        }
        match self.kept.last_mut() {
            Some(last) if last.state == slice.state && last.to == slice.from => last.to = slice.to,
            _ => self.kept.push(slice),
        }
    }

    /// One slice per state, unless the column has no state twice: then it stays as it is.
    fn close(&mut self) {
        let column = std::mem::take(&mut self.column);
        let mut spent = [Nanos::ZERO; State::ALL.len()];
        column.iter().for_each(|slice| spent[slice.state as usize] += slice.to.saturating_sub(slice.from));
        if column.len() <= spent.iter().filter(|time| **time > Nanos::ZERO).count() {
            return column.into_iter().for_each(|slice| self.keep(slice));
        }
        let mut from = column.first().map_or(Nanos::ZERO, |slice| slice.from);
        for state in State::ALL {
            let to = from + spent[state as usize];
            self.keep(Slice { from, to, state });
            from = to;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slices(lengths: &[(u64, usize)]) -> Vec<Slice> {
        let mut columns = Columns { kept: Vec::new(), column: Vec::new() };
        let mut from = Nanos::ZERO;
        for &(length, state) in lengths {
            let to = from + Nanos(length);
            columns.keep(Slice { from, to, state: State::ALL[state] });
            from = to;
        }
        columns.kept
    }

    /// Time in each state between two moments.
    fn spent(slices: &[Slice], from: Nanos, to: Nanos) -> [u64; State::ALL.len()] {
        let mut spent = [0; State::ALL.len()];
        for slice in slices {
            spent[slice.state as usize] += slice.to.min(to).saturating_sub(slice.from.max(from)).0;
        }
        spent
    }

    #[test]
    fn a_column_keeps_the_time_of_each_state_and_the_rest_stays() {
        let before = slices(&[(10, 0), (10, 1), (3, 0), (3, 1), (2, 0), (2, 1), (10, 0), (5, 1), (5, 2)]);
        let mut after = before.clone();
        reduce(&mut after, &Grid { head: Nanos(20), column: Nanos(10), upto: Nanos(45) });
        let told: Vec<_> = after.iter().map(|slice| (slice.from.0, slice.to.0, slice.state)).collect();
        use State::{Native, Ready, Running};
        let expected = [
            (0, 10, Running),
            (10, 20, Native),
            (20, 25, Running),
            (25, 30, Native),
            (30, 40, Running),
            (40, 45, Native),
            (45, 50, Ready),
        ];
        assert_eq!(told, expected);
    }

    proptest! {
        #[test]
        fn sums_by_column_stay_exact_and_a_column_has_each_state_once(
            lengths in prop::collection::vec((1u64..40, 0usize..State::ALL.len()), 1..80),
            head in 0u64..300, column in 1u64..200, upto in 0u64..2_000,
        ) {
            let before = slices(&lengths);
            let end = before.last().expect("there is one").to;
            let mut after = before.clone();
            for column in [column, 2 * column] {
                let grid = Grid { head: Nanos(head), column: Nanos(column), upto: Nanos(upto).min(end) };
                reduce(&mut after, &grid);
                for from in (head..grid.upto.0).step_by(column as usize).map(Nanos) {
                    let inside = |slice: &&Slice| slice.from < grid.column_end(from) && from < slice.to;
                    let states: Vec<State> = after.iter().filter(inside).map(|slice| slice.state).collect();
                    prop_assert!(State::ALL.iter().all(|state| states.iter().filter(|s| *s == state).count() <= 1));
                }
                prop_assert!(after.windows(2).all(|pair| pair[0].to == pair[1].from && pair[0].state != pair[1].state));
                let borders = (0..=2_000 / column).map(|nth| Nanos(head + nth * column));
                let moments: Vec<Nanos> = borders.chain([Nanos::ZERO, end, Nanos(head)]).map(|at| at.min(end)).collect();
                for moment in moments {
                    prop_assert_eq!(spent(&before, Nanos::ZERO, moment), spent(&after, Nanos::ZERO, moment));
                }
            }
        }
    }
}
