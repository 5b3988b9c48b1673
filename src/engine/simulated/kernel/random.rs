//! Chance, seeded: a stream of its own for each purpose, so that one more draw in one place disturbs no other.

use crate::time::Nanos;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// What a stream is for. A thread's own streams follow one another from `Thread(0)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    WakeLatency,
    TimerSlack,
    TickPhase,
    Start,
    /// When within its instructions a thread loads and stores reference counts.
    Counts(u32),
    /// Whether a thread finds a mutex taken.
    Collisions,
    /// What the program of a thread draws.
    Thread(u32),
}

impl Purpose {
    fn stream(self) -> u64 {
        match self {
            Purpose::WakeLatency => 0,
            Purpose::TimerSlack => 1,
            Purpose::TickPhase => 2,
            Purpose::Start => 3,
            Purpose::Collisions => 5,
            Purpose::Thread(thread) => 16 + u64::from(thread),
            Purpose::Counts(thread) => (1 << 32) + 16 + u64::from(thread),
        }
    }
}

/// One stream of chance.
#[derive(Debug)]
pub struct Chance {
    stream: ChaCha8Rng,
}

impl Chance {
    /// The stream for `purpose` of a run with this seed.
    pub fn new(seed: u64, purpose: Purpose) -> Chance {
        let mut stream = ChaCha8Rng::seed_from_u64(seed);
        stream.set_stream(purpose.stream());
        Chance { stream }
    }

    /// `mean`, times a uniform factor within `spread` thousandths of one.
    #[inline]
    pub fn jitter(&mut self, mean: Nanos, spread: u32) -> Nanos {
        let draw = u64::from(self.stream.random::<u32>());
        let thousandths = 1_000 - u64::from(spread);
        let mean = mean.0.min(u64::MAX >> 24);
        let above = (u128::from(mean * 2 * u64::from(spread)) * u128::from(draw)) >> 32;
        Nanos((mean * thousandths + above as u64) / 1_000)
    }

    /// True so many times in a thousand.
    #[inline]
    pub fn happens(&mut self, thousandths: u32) -> bool {
        thousandths > 0 && (u64::from(self.stream.random::<u32>()) * 1_000) >> 32 < u64::from(thousandths)
    }

    /// A moment below `end`, or zero.
    pub fn below(&mut self, end: Nanos) -> Nanos {
        if end == Nanos::ZERO { end } else { Nanos(self.stream.random_range(0..end.0)) }
    }

    /// Uniform in [0, 1).
    pub fn unit(&mut self) -> f64 {
        self.stream.random()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draws(chance: &mut Chance) -> Vec<u64> {
        (0..8).map(|_| chance.jitter(Nanos(25_000), 400).0).collect()
    }

    #[test]
    fn one_seed_gives_one_stream_and_each_purpose_another() {
        let of = |seed, purpose| draws(&mut Chance::new(seed, purpose));
        assert_eq!(of(7, Purpose::WakeLatency), of(7, Purpose::WakeLatency));
        assert_ne!(of(7, Purpose::WakeLatency), of(8, Purpose::WakeLatency));
        assert_ne!(of(7, Purpose::WakeLatency), of(7, Purpose::TimerSlack));
        assert_ne!(of(7, Purpose::Thread(0)), of(7, Purpose::Thread(1)));
    }

    #[test]
    fn jitter_stays_in_its_band_and_uses_all_of_it() {
        let mut chance = Chance::new(1, Purpose::WakeLatency);
        let drawn: Vec<u64> = (0..10_000).map(|_| chance.jitter(Nanos(1_000), 400).0).collect();
        assert!(drawn.iter().all(|ns| (600..=1_400).contains(ns)));
        assert!(drawn.iter().any(|&ns| ns < 620) && drawn.iter().any(|&ns| ns > 1_380));
        assert_eq!(chance.jitter(Nanos(1_000), 0), Nanos(1_000));
    }
}
