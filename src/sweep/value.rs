//! A value of a swept parameter: what is written, and the number that it stands for, if it does.

use crate::scenario::parse_duration;
use crate::time::Nanos;

/// As the command line and the results' file have it. The number is in seconds for times.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    pub text: String,
    pub number: Option<f64>,
}

impl Value {
    /// Whatever it is: a number, a time, or a word.
    pub fn of(text: &str) -> Value {
        let text = text.trim();
        let number = text.parse().ok().filter(|number: &f64| number.is_finite());
        let time = || parse_duration(text).ok().map(Nanos::as_secs_f64);
        Value { text: text.to_string(), number: number.or_else(time) }
    }

    pub fn time(nanos: Nanos) -> Value {
        Value { text: duration(nanos), number: Some(nanos.as_secs_f64()) }
    }

    pub fn integer(number: u64) -> Value {
        Value { text: number.to_string(), number: Some(number as f64) }
    }
}

/// A time in the largest unit in which it is no less than one, exact: `50us`, `1.6ms`, `2s`.
pub fn duration(nanos: Nanos) -> String {
    let units = [(1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "us"), (1, "ns")];
    let (scale, unit) = units.into_iter().find(|(scale, _)| nanos.0 >= *scale).unwrap_or((1, "ns"));
    let (whole, rest) = (nanos.0 / scale, nanos.0 % scale);
    let digits = scale.ilog10() as usize;
    let fraction = format!("{rest:0digits$}");
    let fraction = fraction.trim_end_matches('0');
    if rest == 0 { format!("{whole}{unit}") } else { format!("{whole}.{fraction}{unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_are_written_in_the_unit_that_suits_them() {
        let written = |nanos: u64| duration(Nanos(nanos));
        assert_eq!(written(50_000), "50us");
        assert_eq!(written(1_600_000), "1.6ms");
        assert_eq!(written(12_600_000), "12.6ms");
        assert_eq!(written(2_000_000_000), "2s");
        assert_eq!(written(999), "999ns");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same_time(nanos in 1u64..86_400_000_000_000) {
            prop_assert_eq!(parse_duration(&duration(Nanos(nanos))), Ok(Nanos(nanos)));
        }
    }
}
