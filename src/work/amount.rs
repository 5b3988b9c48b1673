//! How much work: a time or a distribution of times, and how people write them.
//!
//! The grammar is small on purpose: the stand-in for Python (`python/gilsim.py`) follows it to the letter, messages
//! included.

use super::Distribution;
use crate::time::Nanos;
use rand::Rng;
use std::fmt;

/// No piece of work is longer: a day. What a distribution draws beyond counts as this.
pub const LONGEST: Nanos = Nanos(86_400_000_000_000);

const EXAMPLES: &str =
    "write a number and a unit, such as \"20ms\", or a distribution, such as \"lognormal(20ms, 0.5)\"";

/// The units and their nanoseconds.
const UNITS: &[(&str, f64)] =
    &[("ns", 1.0), ("us", 1e3), ("µs", 1e3), ("ms", 1e6), ("s", 1e9), ("m", 60e9), ("h", 3600e9)];

/// How much work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    Fixed(Nanos),
    /// Drawn anew each time.
    Drawn(Distribution),
}

/// Why a text or number is no amount, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub message: String,
    pub help: String,
}

impl Wrong {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Wrong {
        Wrong { message: message.into(), help: help.into() }
    }
}

/// In one line.
impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}; {}", self.message, self.help)
    }
}

impl Amount {
    /// Reads `20ms` or `lognormal(20ms, 0.5)`.
    ///
    /// # Errors
    /// What is wrong and what would be right.
    pub fn parse(text: &str) -> Result<Amount, Wrong> {
        let text = text.trim();
        match Distribution::is_meant_by(text) {
            true => Distribution::parse(text).map(Amount::Drawn),
            false => time(text).map(Amount::Fixed),
        }
    }

    /// A number of seconds.
    ///
    /// # Errors
    /// It is negative, not a number, or more than a day.
    pub fn from_seconds(seconds: f64) -> Result<Amount, Wrong> {
        if seconds.is_nan() {
            return Err(Wrong::new("the time is not a number", "0 or more seconds are possible"));
        }
        if seconds < 0.0 {
            return Err(Wrong::new("the time is negative", "0 or more seconds are possible"));
        }
        if seconds > LONGEST.as_secs_f64() {
            return Err(Wrong::new("the time is too long", "a day, 86400 seconds, is the most"));
        }
        Ok(Amount::Fixed(Nanos::from_secs_f64(seconds)))
    }

    /// The length of this piece of work. A fixed amount draws nothing.
    pub fn draw(&self, chance: &mut impl Rng) -> Nanos {
        match self {
            Amount::Fixed(length) => *length,
            Amount::Drawn(distribution) => distribution.draw(chance).min(LONGEST),
        }
    }
}

/// A number and a unit: zero or more, up to a day.
pub(super) fn time(text: &str) -> Result<Nanos, Wrong> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Wrong::new("the time is missing", EXAMPLES));
    }
    if text.starts_with('-') {
        return Err(Wrong::new(format!("the time `{text}` is negative"), EXAMPLES));
    }
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = (&text[..digits], text[digits..].trim_start());
    let Ok(number) = number.parse::<f64>() else {
        return Err(Wrong::new(format!("`{text}` is not a time"), EXAMPLES));
    };
    if unit.is_empty() {
        let help = format!("if milliseconds are meant, write \"{text}ms\"");
        return Err(Wrong::new(format!("the time `{text}` has no unit"), help));
    }
    let Some((_, nanos)) = UNITS.iter().find(|(name, _)| *name == unit) else {
        return Err(Wrong::new(format!("there is no unit `{unit}`"), "the units are ns, us, ms, s, m and h"));
    };
    let nanos = (number * nanos).round();
    if nanos > LONGEST.0 as f64 {
        return Err(Wrong::new(format!("the time `{text}` is too long"), "a day, \"24h\", is the most"));
    }
    Ok(Nanos(nanos as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fixed(text: &str) -> Option<Nanos> {
        match Amount::parse(text) {
            Ok(Amount::Fixed(length)) => Some(length),
            _ => None,
        }
    }

    fn message(text: &str) -> String {
        Amount::parse(text).expect_err("wrong").message
    }

    #[test]
    fn a_number_with_a_unit_is_a_time() {
        assert_eq!(fixed("20ms"), Some(Nanos::from_millis(20)));
        assert_eq!(fixed(" 0.5 ms "), Some(Nanos::from_micros(500)));
        assert_eq!(fixed("100µs"), fixed("100us"));
        assert_eq!(fixed("1.5s"), Some(Nanos::from_millis(1500)));
        assert_eq!(fixed("0s"), Some(Nanos::ZERO));
        assert_eq!(fixed("24h"), Some(LONGEST));
        assert_eq!(fixed("1440m"), Some(LONGEST));
    }

    #[test]
    fn what_is_no_time_says_why() {
        assert_eq!(message(""), "the time is missing");
        assert_eq!(message("20"), "the time `20` has no unit");
        assert_eq!(message("-5ms"), "the time `-5ms` is negative");
        assert_eq!(message("fast"), "`fast` is not a time");
        assert_eq!(message("1.2.3s"), "`1.2.3s` is not a time");
        assert_eq!(message("5 parsecs"), "there is no unit `parsecs`");
        assert_eq!(message("25h"), "the time `25h` is too long");
        let told = Amount::parse("20").expect_err("wrong").to_string();
        assert_eq!(told, "the time `20` has no unit; if milliseconds are meant, write \"20ms\"");
    }

    #[test]
    fn seconds_are_bounded_at_both_ends() {
        assert_eq!(Amount::from_seconds(0.003), Ok(Amount::Fixed(Nanos::from_millis(3))));
        assert_eq!(Amount::from_seconds(0.0), Ok(Amount::Fixed(Nanos::ZERO)));
        for wrong in [-1e-9, f64::NAN, 86_400.1, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(Amount::from_seconds(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,40}") {
            let _ = Amount::parse(&text);
        }

        #[test]
        fn nothing_that_is_read_is_longer_than_a_day(number in "[0-9.]{1,20}", unit in "(ns|us|ms|s|m|h)") {
            if let Some(length) = fixed(&format!("{number}{unit}")) {
                prop_assert!(length <= LONGEST);
            }
        }
    }
}
