//! Nanoseconds, and how people read them. Knows no clock: time is always an argument.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Sub};
use std::time::Duration;

/// A length of time, or a moment as the time since the run's epoch, in nanoseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Nanos(pub u64);

impl Nanos {
    pub const ZERO: Nanos = Nanos(0);
    pub const MAX: Nanos = Nanos(u64::MAX);

    pub const fn from_micros(micros: u64) -> Nanos {
        Nanos(micros * 1_000)
    }

    pub const fn from_millis(millis: u64) -> Nanos {
        Nanos(millis * 1_000_000)
    }

    /// Seconds to nanoseconds, rounded to the nearest; negative and NaN become zero, too large becomes `MAX`.
    pub fn from_secs_f64(secs: f64) -> Nanos {
        Nanos((secs * 1e9).round() as u64)
    }

    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / 1e9
    }

    /// The factor is in thousandths.
    #[inline]
    pub fn scaled(self, thousandths: u64) -> Nanos {
        if thousandths == 1_000 { self } else { Nanos((u128::from(self.0) * u128::from(thousandths) / 1_000) as u64) }
    }

    #[inline]
    pub fn saturating_sub(self, other: Nanos) -> Nanos {
        Nanos(self.0.saturating_sub(other.0))
    }
}

impl Add for Nanos {
    type Output = Nanos;
    #[inline]
    fn add(self, other: Nanos) -> Nanos {
        Nanos(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Nanos {
    #[inline]
    fn add_assign(&mut self, other: Nanos) {
        *self = *self + other;
    }
}

impl Sub for Nanos {
    type Output = Nanos;
    /// Panics in debug builds where the result would be negative, as integer subtraction does.
    #[inline]
    fn sub(self, other: Nanos) -> Nanos {
        Nanos(self.0 - other.0)
    }
}

impl Mul<Nanos> for u64 {
    type Output = Nanos;
    #[inline]
    fn mul(self, nanos: Nanos) -> Nanos {
        Nanos(self.saturating_mul(nanos.0))
    }
}

impl Sum for Nanos {
    fn sum<I: Iterator<Item = Nanos>>(all: I) -> Nanos {
        all.fold(Nanos::ZERO, Add::add)
    }
}

impl From<Nanos> for Duration {
    fn from(nanos: Nanos) -> Duration {
        Duration::from_nanos(nanos.0)
    }
}

impl From<Duration> for Nanos {
    fn from(duration: Duration) -> Nanos {
        Nanos(duration.as_nanos().try_into().unwrap_or(u64::MAX))
    }
}

/// Three significant digits and the unit that suits them: `0 s`, `812 ns`, `5.11 ms`, `1.76 s`, `104 s`.
impl fmt::Display for Nanos {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.0 == 0 {
            return f.pad("0 s");
        }
        let (scale, unit) = match self.0 {
            0..1_000 => (1.0, "ns"),
            1_000..999_500 => (1e3, "µs"),
            999_500..999_500_000 => (1e6, "ms"),
            _ => (1e9, "s"),
        };
        let value = self.0 as f64 / scale;
        let decimals = match value {
            _ if unit == "ns" => 0,
            v if v < 9.995 => 2,
            v if v < 99.95 => 1,
            _ => 0,
        };
        f.pad(&format!("{value:.decimals$} {unit}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Nanos;

    #[test]
    fn shows_three_significant_digits() {
        let shown = |nanos: u64| Nanos(nanos).to_string();
        assert_eq!(shown(0), "0 s");
        assert_eq!(shown(812), "812 ns");
        assert_eq!(shown(5_110_000), "5.11 ms");
        assert_eq!(shown(9_996_000), "10.0 ms");
        assert_eq!(shown(999_600_000), "1.00 s");
        assert_eq!(shown(104_000_000_000), "104 s");
    }

    #[test]
    fn seconds_round_trip() {
        assert_eq!(Nanos::from_secs_f64(0.005), Nanos::from_millis(5));
        assert_eq!(Nanos::from_secs_f64(-1.0), Nanos::ZERO);
        assert_eq!(Nanos::from_secs_f64(f64::NAN), Nanos::ZERO);
    }
}
