//! Percentiles of times. Knows nothing of what was timed.
//!
//! Times are kept one by one up to a number that ordinary runs do not reach, and their percentiles are exact. Beyond it
//! they are counted by size, in classes of equal ratio, so that memory does not grow with the length of a run: a
//! percentile is then told too small by less than a thousandth. Count, sum and maximum are always exact.

use crate::time::Nanos;

/// Times that are kept one by one, 8 bytes each.
const KEPT: usize = 1 << 18;

/// Classes per power of two, as a power of two; below that many nanoseconds each has a class of its own. All classes that
/// there can be take 450 kB.
const CLASS_BITS: u32 = 10;

/// Times whose percentiles are asked for.
#[derive(Clone, Debug, Default)]
pub struct Samples {
    times: Vec<Nanos>,
    /// How many times fell into each class, once there are too many to be kept.
    classes: Vec<u64>,
    count: u64,
    sum: Nanos,
    max: Nanos,
}

impl Samples {
    pub fn add(&mut self, time: Nanos) {
        self.count += 1;
        self.sum += time;
        self.max = self.max.max(time);
        if !self.classes.is_empty() {
            return self.tally(time);
        }
        self.times.push(time);
        if self.times.len() > KEPT {
            std::mem::take(&mut self.times).into_iter().for_each(|time| self.tally(time));
        }
    }

    fn tally(&mut self, time: Nanos) {
        let class = class_of(time);
        if self.classes.len() <= class {
            self.classes.resize(class + 1, 0);
        }
        self.classes[class] += 1;
    }

    pub fn count(&self) -> u64 {
        self.count
    }

    pub fn sum(&self) -> Nanos {
        self.sum
    }

    /// Every time, or the least of its class, and how many of it there are.
    pub fn each(&self) -> impl Iterator<Item = (Nanos, u64)> {
        let counted = self.classes.iter().enumerate().filter(|(_, count)| **count > 0);
        let counted = counted.map(|(class, count)| (least_of(class), *count));
        self.times.iter().map(|time| (*time, 1)).chain(counted)
    }

    /// The four percentiles that every distribution is shown by; none of no times at all.
    pub fn summary(mut self) -> Option<Summary> {
        self.times.sort_unstable();
        let rank = |percent| self.nearest_rank(percent);
        Some(Summary { p50: rank(50)?, p95: rank(95)?, p99: rank(99)?, max: self.max, count: self.count as usize })
    }

    /// The smallest time that at least `percent` % of the times do not exceed: the nearest-rank method, which gives only
    /// times that were measured. The times are sorted.
    fn nearest_rank(&self, percent: u64) -> Option<Nanos> {
        let rank = (percent * self.count).div_ceil(100).max(1);
        if self.classes.is_empty() {
            return self.times.get(rank as usize - 1).copied();
        }
        let mut below = 0;
        let at = self.each().find(|(_, count)| {
            below += count;
            below >= rank
        });
        at.map(|(time, _)| time)
    }
}

/// Logarithmic, with `CLASS_BITS` digits of the binary mantissa.
fn class_of(time: Nanos) -> usize {
    let exponent = time.0.checked_ilog2().unwrap_or_default().saturating_sub(CLASS_BITS);
    ((u64::from(exponent) << CLASS_BITS) + (time.0 >> exponent)) as usize
}

/// The least time of a class.
fn least_of(class: usize) -> Nanos {
    let (class, digits) = (class as u64, 1 << CLASS_BITS);
    let exponent = (class >> CLASS_BITS).saturating_sub(1);
    Nanos(if class < digits { class } else { (class - (exponent << CLASS_BITS)) << exponent })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(times: impl IntoIterator<Item = u64>) -> Samples {
        let mut samples = Samples::default();
        times.into_iter().for_each(|time| samples.add(Nanos(time)));
        samples
    }

    fn summary(times: impl IntoIterator<Item = u64>) -> Option<Summary> {
        samples(times).summary()
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

    #[test]
    fn a_class_begins_with_its_least_time_and_is_a_thousandth_wide() {
        for time in (0..64).flat_map(|bit| [1u64 << bit, (1 << bit) + 1, (1 << bit) - 1, 3 << bit >> 1]) {
            let least = least_of(class_of(Nanos(time))).0;
            assert!(least <= time && time - least <= time >> CLASS_BITS, "{time}: {least}");
            assert_eq!(class_of(Nanos(least)), class_of(Nanos(time)));
        }
    }

    #[test]
    fn more_times_than_are_kept_have_the_same_percentiles_to_a_thousandth_and_take_no_more_memory() {
        // A permutation of 1000..1000 + 4 * KEPT, so that the ranks are known.
        let many = 4 * KEPT as u64;
        let crowd = samples((0..many).map(|at| 1_000 + at * 7_919 % many));
        assert!(crowd.times.capacity() <= 1 && crowd.classes.len() < 1 << 16);
        assert_eq!(crowd.each().map(|(_, count)| count).sum::<u64>(), many);
        assert_eq!((crowd.count(), crowd.sum()), (many, Nanos(many * 1_000 + many * (many - 1) / 2)));
        let summary = crowd.summary().unwrap_or_default();
        assert_eq!((summary.max, summary.count as u64), (Nanos(1_000 + many - 1), many));
        for (told, percent) in [(summary.p50, 50), (summary.p95, 95), (summary.p99, 99)] {
            let exact = (999 + many * percent / 100) as f64;
            let error = 1.0 - told.0 as f64 / exact;
            assert!((-1e-5..0.001).contains(&error), "p{percent}: {told} for {exact} ns");
        }
    }
}
