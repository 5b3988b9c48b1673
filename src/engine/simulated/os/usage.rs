//! How much of a core's recent time was used, as Linux tracks it ("per-entity load tracking"): every period of about a
//! millisecond counts, and half as much when it is 32 periods old.

use crate::time::Nanos;

/// The length of a period is 2 to this power, in nanoseconds.
const PERIOD_BITS: u32 = 20;
const PERIOD: u64 = 1 << PERIOD_BITS;

/// After so many periods what was used counts half.
const HALF_LIFE: usize = 32;

/// `DECAY[n]` is what is left after `n` periods, of 2 to the power of 32.
const DECAY: [u64; HALF_LIFE] = {
    // 2 to the power of -1/32.
    const ONE: u64 = 0xfa83_b2db;
    let mut left = [1 << 32; HALF_LIFE];
    let mut n = 1;
    while n < HALF_LIFE {
        left[n] = (left[n - 1] * ONE) >> 32;
        n += 1;
    }
    left
};

/// The sum that a core comes to which is always busy.
const MOST: u64 = (PERIOD << 32) / ((1 << 32) - DECAY[1]);

/// The weighted time for which a core was busy.
#[derive(Clone, Debug, Default)]
pub(super) struct Usage {
    sum: u64,
    /// Up to when the sum goes.
    at: Nanos,
}

impl Usage {
    /// Until now it has been as busy as `busy` says since the last call.
    #[inline]
    pub fn advance(&mut self, now: Nanos, busy: bool) {
        let (from, to) = (self.at.0, now.0);
        self.at = now;
        let periods = (to >> PERIOD_BITS) - (from >> PERIOD_BITS);
        if periods == 0 {
            self.sum += if busy { to - from } else { 0 };
        } else {
            self.advance_periods(from, to, periods, busy);
        }
    }

    fn advance_periods(&mut self, from: u64, to: u64, periods: u64, busy: bool) {
        let rest_of_first = if busy { PERIOD - from % PERIOD } else { 0 };
        // Whole periods between: those of a core that is always busy, but the oldest and the present one.
        let between = (MOST - PERIOD).saturating_sub(decayed(MOST, periods));
        self.sum = decayed(self.sum + rest_of_first, periods) + if busy { between + to % PERIOD } else { 0 };
    }

    /// Thousandths of its time.
    pub fn share(&self) -> u32 {
        (self.sum * 1000 / self.most()).min(1000) as u32
    }

    /// Whether that is more than so many, without a division.
    #[inline]
    pub fn is_above(&self, share: u32) -> bool {
        share < 1000 && self.sum * 1000 >= u64::from(share + 1) * self.most()
    }

    /// Of the present period there was only so much yet.
    #[inline]
    fn most(&self) -> u64 {
        MOST - PERIOD + self.at.0 % PERIOD
    }
}

fn decayed(sum: u64, periods: u64) -> u64 {
    let halvings = periods / HALF_LIFE as u64;
    if halvings >= 64 { 0 } else { ((sum >> halvings) * DECAY[periods as usize % HALF_LIFE]) >> 32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: u64 = 1_000_000;

    fn used(mut now: u64, spans: &[(u64, bool)]) -> u32 {
        let mut usage = Usage::default();
        usage.advance(Nanos(now), false);
        for (length, busy) in spans {
            now += length;
            usage.advance(Nanos(now), *busy);
        }
        usage.share()
    }

    #[test]
    fn the_share_halves_and_fills_by_halves_in_32_periods() {
        let half_life = PERIOD * HALF_LIFE as u64;
        assert!(used(0, &[(half_life, true)]).abs_diff(500) <= 5);
        assert!(used(12_345, &[(2 * half_life, true)]).abs_diff(750) <= 5);
        assert!(used(0, &[(1000 * MS, true), (half_life, false)]).abs_diff(500) <= 5);
        assert_eq!(used(0, &[(1000 * MS, true), (3000 * MS, false)]), 0);
        assert!(used(7, &[(2000 * MS, true)]) >= 995);
    }

    #[test]
    fn to_be_above_a_share_is_to_have_a_greater_one() {
        for busy in (0..200).map(|step| step * 77_777) {
            let mut usage = Usage::default();
            usage.advance(Nanos(3 * MS), false);
            usage.advance(Nanos(3 * MS + busy), true);
            assert!((0..=1000).all(|share| usage.is_above(share) == (usage.share() > share)), "{busy}");
        }
        let mut full = Usage::default();
        full.advance(Nanos(9_000 * MS), true);
        assert!(full.is_above(999) && !full.is_above(1000) && full.share() == 1000);
    }

    #[test]
    fn it_matters_not_in_how_many_pieces_time_passes() {
        let pieces: Vec<_> = (0..50_000).map(|_| (10_000, true)).collect();
        assert!(used(0, &pieces).abs_diff(used(0, &[(500 * MS, true)])) <= 2);
        let turns: Vec<_> = (0..10_000).map(|turn| (50_000, turn % 2 == 0)).collect();
        assert!(used(0, &turns).abs_diff(500) <= 5);
    }
}
