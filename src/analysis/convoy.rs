//! How many switch intervals a thread waits for the GIL after its blocking calls, and the law that fits. Knows waits only.

use super::samples::Samples;
use crate::time::Nanos;

/// From these values of q on, a convoy is transient or compounding; below, it is a convoy indeed.
const TRANSIENT: f64 = 0.7;
const COMPOUNDING: f64 = 0.4;

/// A request by another waiter may come this part of the interval before one's own would.
const EARLY: u64 = 20;

/// Waits that lasted no, one, two, and more whole intervals.
pub const CLASSES: usize = 4;

/// How the waits of one group of tasks are spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Convoy {
    /// Of `P(k) = (1 - q)^k q`, by maximum likelihood: `1 / (1 + mean k)`.
    pub q: f64,
    /// The shares of waits with k = 0, 1, 2, and more.
    pub shares: [f64; CLASSES],
    /// The mean of the waits that lasted one interval; zero where there are none.
    pub one: Nanos,
}

/// What q says of the waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Transient,
    Compounding,
    Convoy,
}

impl Kind {
    pub fn of(q: f64) -> Kind {
        match q {
            q if q >= TRANSIENT => Kind::Transient,
            q if q >= COMPOUNDING => Kind::Compounding,
            _ => Kind::Convoy,
        }
    }

    /// For the end of a sentence.
    pub fn in_words(self) -> &'static str {
        match self {
            Kind::Transient => "transient: most calls get the GIL back within an interval",
            Kind::Compounding => "compounding: calls wait for about one interval on average",
            Kind::Convoy => "a convoy: calls wait for interval after interval",
        }
    }
}

/// The spread of `waits` over whole intervals of the length that is really waited; `None` of no waits. Where nobody ever
/// waited for an interval to end (`interval` is `None`), k is always zero.
pub(super) fn convoy(waits: &Samples, interval: Option<Nanos>) -> Option<Convoy> {
    let whole = |wait: Nanos| interval.map_or(0, |interval| wait.0 / (interval.0 - interval.0 / EARLY).max(1));
    let mut counts = [0u64; CLASSES];
    let (mut sum, mut one) = (0u64, Nanos::ZERO);
    for (wait, times) in waits.each() {
        let k = whole(wait);
        sum = sum.saturating_add(k.saturating_mul(times));
        counts[(k as usize).min(CLASSES - 1)] += times;
        one += if k == 1 { times * wait } else { Nanos::ZERO };
    }
    let all = waits.count() as f64;
    (all > 0.0).then(|| Convoy {
        q: 1.0 / (1.0 + sum as f64 / all),
        shares: counts.map(|count| count as f64 / all),
        one: Nanos(one.0.checked_div(counts[1]).unwrap_or_default()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(waits: &[u64], interval: Option<u64>) -> Option<Convoy> {
        let mut samples = Samples::default();
        waits.iter().for_each(|wait| samples.add(Nanos(*wait)));
        convoy(&samples, interval.map(Nanos))
    }

    #[test]
    fn waits_of_one_interval_each_fit_a_half() {
        let one = of(&[49, 52, 55], Some(50)).expect("there are waits");
        assert_eq!((one.q, one.shares, one.one), (0.5, [0.0, 1.0, 0.0, 0.0], Nanos(52)));
        assert_eq!(Kind::of(one.q), Kind::Compounding);
    }

    #[test]
    fn short_waits_are_transient_and_long_ones_a_convoy() {
        assert_eq!(of(&[1, 2, 47], Some(50)).map(|found| Kind::of(found.q)), Some(Kind::Transient));
        let long = of(&[0, 100, 150, 400], Some(50)).expect("there are waits");
        assert_eq!(long.shares, [0.25, 0.0, 0.25, 0.5]);
        assert_eq!(long.q, 1.0 / (1.0 + 13.0 / 4.0));
        assert_eq!(Kind::of(long.q), Kind::Convoy);
    }

    #[test]
    fn without_an_interval_none_is_waited_for_and_without_waits_there_is_no_law() {
        assert_eq!(of(&[5, 500], None).map(|found| found.q), Some(1.0));
        assert_eq!(of(&[], Some(50)), None);
    }
}
