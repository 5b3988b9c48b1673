//! Durations as people write them: a number and a unit.

use super::mistakes::Fault;
use crate::time::Nanos;
use std::time::Duration;

/// No duration of a scenario is longer: a day.
pub const LONGEST: Nanos = Nanos(86_400_000_000_000);

const EXAMPLES: &str = "write a number and a unit, such as \"5ms\", \"0.5ms\", \"1.5s\" or \"100us\"";

/// A duration above zero and up to a day, such as `5ms`, `1.5s`, `100us`.
///
/// # Errors
/// One line that says what is wrong and what would be right.
pub fn parse_duration(text: &str) -> Result<Nanos, String> {
    duration(text).map_err(Fault::in_one_line)
}

/// The same with the help apart.
pub fn duration(text: &str) -> Result<Nanos, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::new("a duration is missing", EXAMPLES));
    }
    if text.starts_with('-') {
        return Err(Fault::new(format!("the duration `{text}` is negative"), EXAMPLES));
    }
    if let Some(number) = text.parse::<f64>().ok().filter(|number| number.is_finite()) {
        let milliseconds = format!("if milliseconds are meant, write \"{text}ms\"");
        let help = if number > 0.0 { &milliseconds } else { EXAMPLES };
        return Err(Fault::new(format!("the duration `{text}` has no unit"), help));
    }
    match humantime::parse_duration(text) {
        Ok(duration) => in_range(text, duration),
        Err(humantime::DurationError::NumberOverflow) => Err(too_long(text)),
        Err(_) => Err(Fault::new(format!("`{text}` is not a duration"), EXAMPLES)),
    }
}

fn in_range(text: &str, duration: Duration) -> Result<Nanos, Fault> {
    match Nanos::from(duration) {
        Nanos::ZERO => Err(Fault::new(format!("the duration `{text}` is zero"), EXAMPLES)),
        nanos if nanos > LONGEST => Err(too_long(text)),
        nanos => Ok(nanos),
    }
}

fn too_long(text: &str) -> Fault {
    Fault::new(format!("the duration `{text}` is too long"), "a day, \"24h\", is the most")
}

#[cfg(test)]
mod tests {
    use super::{duration, parse_duration};
    use crate::time::Nanos;
    use proptest::prelude::*;

    #[test]
    fn a_number_with_a_unit_is_a_duration() {
        assert_eq!(parse_duration("5ms"), Ok(Nanos::from_millis(5)));
        assert_eq!(parse_duration(" 5 ms "), Ok(Nanos::from_millis(5)));
        assert_eq!(parse_duration("0.5ms"), Ok(Nanos::from_micros(500)));
        assert_eq!(parse_duration("1.5s"), Ok(Nanos::from_millis(1500)));
        assert_eq!(parse_duration("100us"), Ok(Nanos::from_micros(100)));
        assert_eq!(parse_duration("100µs"), Ok(Nanos::from_micros(100)));
        assert_eq!(parse_duration("24h"), Ok(super::LONGEST));
    }

    #[test]
    fn what_is_not_a_duration_says_why() {
        let message = |text| duration(text).expect_err("wrong").message;
        assert_eq!(message("5"), "the duration `5` has no unit");
        assert_eq!(message("0.005"), "the duration `0.005` has no unit");
        assert_eq!(message("-5ms"), "the duration `-5ms` is negative");
        assert_eq!(message("0ms"), "the duration `0ms` is zero");
        assert_eq!(message("0"), "the duration `0` has no unit");
        assert_eq!(message(""), "a duration is missing");
        assert_eq!(message("fast"), "`fast` is not a duration");
        assert_eq!(message("5 parsecs"), "`5 parsecs` is not a duration");
        assert_eq!(message("25h"), "the duration `25h` is too long");
        assert_eq!(message("99999999999999999999999s"), "the duration `99999999999999999999999s` is too long");
        assert_eq!(
            parse_duration("5"),
            Err("the duration `5` has no unit; if milliseconds are meant, write \"5ms\"".into())
        );
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,30}") {
            let _ = parse_duration(&text);
        }

        #[test]
        fn no_number_and_unit_panics(number in "[0-9.eE+-]{0,25}", unit in "(ns|us|ms|s|m|h|d|w|M|y)?") {
            let _ = parse_duration(&format!("{number}{unit}"));
        }
    }
}
