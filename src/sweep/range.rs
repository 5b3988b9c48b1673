//! Ranges as people write them: `50us..100ms`, `50us..100msx20`, `1ms..5ms:1ms`, `1..16`, `1,2,4`, `x12`. Knows no parameter.

use super::value::Value;
use crate::scenario::parse_duration;
use crate::time::Nanos;

/// Points of a range of times where their number is not given.
pub const POINTS: usize = 12;

/// No parameter has more values.
const MOST: u64 = 10_000_000;

/// What a parameter's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Time,
    Integer,
    Word,
    /// Each value is what it looks like.
    Any,
}

/// The values of a list of values and ranges, each once; times and whole numbers in their order, others in the list's.
///
/// # Errors
/// One line on what is wrong and what would be right.
pub fn parse(text: &str, kind: Kind, usual: Option<(&str, &str)>) -> Result<Vec<Value>, String> {
    if text.trim().is_empty() {
        return Err("the range is empty; write one like 50us..100ms, 1..16 or 1,2,4".to_string());
    }
    let mut values: Vec<Value> = Vec::new();
    for part in parts(text, kind) {
        let part = part.trim();
        let found = match (part.split_once(".."), usual) {
            (Some((from, to)), _) if kind != Kind::Word => range(from.trim(), to.trim(), kind)?,
            (None, Some((from, to))) if points(part).is_some() => range(from, &format!("{to}{part}"), kind)?,
            _ => vec![single(part, kind)?],
        };
        values.extend(found);
    }
    let mut seen = std::collections::HashSet::new();
    values.retain(|value| seen.insert(value.text.clone()));
    if matches!(kind, Kind::Time | Kind::Integer) {
        let number = |value: &Value| value.number.unwrap_or(f64::INFINITY);
        values.sort_by(|a, b| number(a).total_cmp(&number(b)));
    }
    Ok(values)
}

/// Parted by commas; those within a word's own parameters (`ruby-gvl:quantum=50ms,tick=10ms`) part nothing.
fn parts(text: &str, kind: Kind) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(',') {
        match parts.last_mut() {
            Some(last) if kind == Kind::Word && part.contains('=') && !part.contains(':') => {
                *last = format!("{last},{part}");
            }
            _ => parts.push(part.to_string()),
        }
    }
    parts
}

/// The number behind `x`, where a text is only that.
fn points(text: &str) -> Option<&str> {
    text.strip_prefix('x').filter(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn single(text: &str, kind: Kind) -> Result<Value, String> {
    match kind {
        _ if text.is_empty() => Err("a value is missing between two commas or at the end".to_string()),
        Kind::Time => Ok(Value::time(parse_duration(text)?)),
        Kind::Integer => Ok(Value::integer(integer(text)?)),
        Kind::Word | Kind::Any => Ok(Value::of(text)),
    }
}

fn integer(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("`{text}` is not a whole number; write one like 4, 1..16 or 1,2,4"))
}

/// `to` may have `xN` or `:STEP` behind it.
fn range(from: &str, to: &str, kind: Kind) -> Result<Vec<Value>, String> {
    let (to, how) = spacing(to);
    if from.is_empty() || to.is_empty() {
        return Err("the range has no end on one side; write both, like 50us..100ms".to_string());
    }
    match kind {
        Kind::Integer => integers(from, to, how),
        Kind::Any if integer(from).is_ok() => integers(from, to, how),
        _ => times(from, to, how),
    }
}

/// How values are spread over a range.
#[derive(Clone, Copy, Debug)]
enum Spacing<'a> {
    Usual,
    Points(&'a str),
    Step(&'a str),
}

fn spacing(to: &str) -> (&str, Spacing<'_>) {
    if let Some((to, step)) = to.split_once(':') {
        return (to.trim(), Spacing::Step(step.trim()));
    }
    match to.rfind('x') {
        Some(at) => (to[..at].trim(), Spacing::Points(to[at + 1..].trim())),
        None => (to, Spacing::Usual),
    }
}

fn number_of_points(text: &str) -> Result<usize, String> {
    let number = integer(text)?;
    if !(2..=MOST).contains(&number) {
        return Err(format!("a range of {number} points is none; 2 to {MOST} are possible"));
    }
    Ok(number as usize)
}

fn integers(from: &str, to: &str, how: Spacing) -> Result<Vec<Value>, String> {
    let (first, last) = (integer(from)?, integer(to)?);
    forward(first, last, from, to)?;
    let numbers = match how {
        Spacing::Usual => steps(first, last, 1)?,
        Spacing::Step(step) => steps(first, last, integer(step)?)?,
        Spacing::Points(points) => {
            let each = geometric(first.max(1) as f64, last as f64, number_of_points(points)?);
            each.into_iter().map(|number| number.round() as u64).collect()
        }
    };
    Ok(numbers.into_iter().map(Value::integer).collect())
}

fn times(from: &str, to: &str, how: Spacing) -> Result<Vec<Value>, String> {
    let (first, last) = (parse_duration(from)?, parse_duration(to)?);
    forward(first.0, last.0, from, to)?;
    let nanos = match how {
        Spacing::Step(step) => steps(first.0, last.0, parse_duration(step)?.0)?,
        Spacing::Usual => rounded(first, last, POINTS),
        Spacing::Points(points) => rounded(first, last, number_of_points(points)?),
    };
    Ok(nanos.into_iter().map(|nanos| Value::time(Nanos(nanos))).collect())
}

fn forward(first: u64, last: u64, from: &str, to: &str) -> Result<(), String> {
    match first.cmp(&last) {
        std::cmp::Ordering::Greater => Err(format!("the range {from}..{to} runs backwards; write {to}..{from}")),
        _ => Ok(()),
    }
}

fn steps(first: u64, last: u64, step: u64) -> Result<Vec<u64>, String> {
    if step == 0 {
        return Err("a step of zero leads nowhere".to_string());
    }
    let count = (last - first) / step + 1;
    if count > MOST {
        return Err(format!("the range has {count} values; {MOST} are possible"));
    }
    Ok((0..count).map(|at| first + at * step).collect())
}

/// Times at equal ratios, to two or three significant digits; the ends are exact.
fn rounded(first: Nanos, last: Nanos, points: usize) -> Vec<u64> {
    let digits = if points > 30 { 3 } else { 2 };
    let each = geometric(first.0 as f64, last.0 as f64, points);
    let inner = |at: usize, nanos: f64| match at {
        0 => first.0,
        at if at + 1 == points => last.0,
        _ => significant(nanos, digits).clamp(first.0, last.0),
    };
    each.into_iter().enumerate().map(|(at, nanos)| inner(at, nanos)).collect()
}

fn geometric(first: f64, last: f64, points: usize) -> Vec<f64> {
    let ratio = last / first;
    (0..points).map(|at| first * ratio.powf(at as f64 / (points - 1) as f64)).collect()
}

fn significant(number: f64, digits: i32) -> u64 {
    let scale = 10f64.powi((number.log10().floor() as i32 + 1 - digits).max(0));
    ((number / scale).round() * scale) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str, kind: Kind) -> String {
        let usual = Some(("50us", "100ms"));
        let values = parse(text, kind, usual).unwrap_or_else(|wrong| vec![Value::of(&wrong)]);
        values.into_iter().map(|value| value.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn times_lie_at_equal_ratios() {
        let twelve = "50us 100us 200us 400us 790us 1.6ms 3.2ms 6.3ms 13ms 25ms 50ms 100ms";
        assert_eq!(texts("50us..100ms", Kind::Time), twelve);
        assert_eq!(texts("x12", Kind::Time), twelve);
        assert_eq!(texts("1ms..100ms x3", Kind::Time), "1ms 10ms 100ms");
        assert_eq!(texts("1ms..3ms:500us,10ms", Kind::Time), "1ms 1.5ms 2ms 2.5ms 3ms 10ms");
        assert_eq!(texts("5ms,5ms,5000us", Kind::Time), "5ms");
        assert_eq!(texts("2ms..4ms:1ms,500us,3ms", Kind::Time), "500us 2ms 3ms 4ms");
    }

    #[test]
    fn whole_numbers_are_all_there_or_in_steps() {
        assert_eq!(texts("1..5", Kind::Integer), "1 2 3 4 5");
        assert_eq!(texts("1..16x5", Kind::Integer), "1 2 4 8 16");
        assert_eq!(texts("2..9:3,20", Kind::Any), "2 5 8 20");
    }

    #[test]
    fn words_keep_their_own_commas() {
        assert_eq!(
            texts("fifo,ruby-gvl:quantum=50ms,tick=10ms,bfs", Kind::Word),
            "fifo ruby-gvl:quantum=50ms,tick=10ms bfs"
        );
        assert_eq!(texts("work(1),work(2)", Kind::Any), "work(1) work(2)");
    }

    #[test]
    fn what_is_no_range_says_why() {
        let wrong = |text| parse(text, Kind::Time, None).expect_err("wrong");
        assert!(wrong("").contains("empty"));
        assert!(wrong("100ms..50us").contains("runs backwards; write 50us..100ms"));
        assert!(wrong("1..5").contains("has no unit"));
        assert!(wrong("50us..").contains("both"));
        assert!(wrong("50us..100msx1").contains("1 points is none"));
        assert!(wrong("1ms..2ms:1").contains("has no unit"));
        assert!(wrong("1ms,,2ms").contains("missing"));
        assert!(parse("1..99999999999", Kind::Integer, None).expect_err("wrong").contains("values"));
        assert!(parse("1..x", Kind::Integer, None).is_err());
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[0-9a-z.,:x]{0,20}") {
            for kind in [Kind::Time, Kind::Word] {
                let _ = parse(&text, kind, Some(("50us", "100ms")));
            }
        }

        #[test]
        fn a_range_of_times_begins_and_ends_as_written_and_ascends(from in 1_000u64..1_000_000_000, more in 0u64..1_000_000_000, points in 2usize..40) {
            let ends = (super::super::value::duration(Nanos(from)), super::super::value::duration(Nanos(from + more)));
            let values = parse(&format!("{}..{}x{points}", ends.0, ends.1), Kind::Time, None).expect("a range");
            prop_assert_eq!(&values[0].text, &ends.0);
            prop_assert_eq!(&values[values.len() - 1].text, &ends.1);
            prop_assert!(values.windows(2).all(|pair| pair[0].number < pair[1].number));
        }
    }
}
