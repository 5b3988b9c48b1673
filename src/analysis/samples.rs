//! Percentiles of times. Knows nothing of what was timed.

use crate::time::Nanos;

/// Times whose percentiles are asked for. All are kept, 8 bytes each, so that percentiles are exact.
#[derive(Clone, Debug, Default)]
pub struct Samples {
    times: Vec<Nanos>,
}

impl Samples {
    pub fn add(&mut self, time: Nanos) {
        self.times.push(time);
    }

    /// The four percentiles that every distribution is shown by; none of no times at all.
    pub fn summary(mut self) -> Option<Summary> {
        self.times.sort_unstable();
        let rank = |percent| nearest_rank(&self.times, percent);
        Some(Summary { p50: rank(50)?, p95: rank(95)?, p99: rank(99)?, max: rank(100)?, count: self.times.len() })
    }
}

/// A distribution of times in short.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub p50: Nanos,
    pub p95: Nanos,
    pub p99: Nanos,
    pub max: Nanos,
    pub count: usize,
}

/// The smallest time that at least `percent` % of the times do not exceed: the nearest-rank method, which gives only
/// times that were measured.
fn nearest_rank(sorted: &[Nanos], percent: usize) -> Option<Nanos> {
    let rank = (percent * sorted.len()).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(times: impl IntoIterator<Item = u64>) -> Option<Summary> {
        Samples { times: times.into_iter().map(Nanos).collect() }.summary()
    }

    #[test]
    fn percentiles_are_nearest_ranks() {
        // The textbook example of the method: p50 of five is the third.
        let five = summary([50, 15, 40, 20, 35]).unwrap_or_default();
        assert_eq!((five.p50, five.p95, five.max), (Nanos(35), Nanos(50), Nanos(50)));
        let hundred = summary(1..=100).unwrap_or_default();
        assert_eq!((hundred.p50, hundred.p95, hundred.p99), (Nanos(50), Nanos(95), Nanos(99)));
    }

    #[test]
    fn one_time_is_every_percentile_and_none_is_no_summary() {
        let one = Nanos(7);
        assert_eq!(summary([7]), Some(Summary { p50: one, p95: one, p99: one, max: one, count: 1 }));
        assert_eq!(summary([]), None);
    }
}
