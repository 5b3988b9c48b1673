//! Sizes and bandwidths as people write them: `10 kB`, `1 MiB`, `12.5 MB/s`, `100 Mbit/s`.

use super::LARGEST;

const UNITS: &[(&str, f64)] = &[
    ("B", 1.0),
    ("kB", 1e3),
    ("KB", 1e3),
    ("MB", 1e6),
    ("GB", 1e9),
    ("KiB", 1024.0),
    ("MiB", 1048576.0),
    ("GiB", 1073741824.0),
];

const BITS: &[(&str, f64)] = &[("bit", 0.125), ("kbit", 125.0), ("Mbit", 125e3), ("Gbit", 125e6)];

const SIZES: &str = "write a number and a unit, such as \"10kB\", \"1MiB\" or \"512B\"";
const MEMORIES: &str = "write a number and a unit, such as \"512MiB\", \"2GiB\" or \"100MB\"";
const RATES: &str = "write a number and a unit, such as \"10MB/s\" or \"100Mbit/s\"";

/// What is wrong, and what would be right.
pub type Wrong = (String, String);

fn parse(text: &str, units: &[(&str, f64)]) -> Option<f64> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_ascii_alphabetic())?;
    let number: f64 = text[..end].trim().replace('_', "").parse().ok()?;
    let (_, unit) = units.iter().find(|(unit, _)| *unit == text[end..].trim())?;
    Some(number * unit).filter(|size| size.is_finite() && *size >= 0.0)
}

/// Bytes of an answer, 1 GiB at most.
///
/// # Errors
/// What is wrong, and what would be right.
pub fn size(text: &str) -> Result<u64, Wrong> {
    match parse(text, UNITS) {
        None => Err((format!("`{text}` is not a size"), SIZES.to_owned())),
        Some(size) if size > LARGEST as f64 => {
            Err((format!("the size `{text}` is too large"), "1GiB is the most".to_owned()))
        }
        Some(size) => Ok(size.round() as u64),
    }
}

/// Bytes of memory, from 1 MiB to 1 TiB.
///
/// # Errors
/// What is wrong, and what would be right.
pub fn memory(text: &str) -> Result<u64, Wrong> {
    match parse(text, UNITS) {
        None => Err((format!("`{text}` is not an amount of memory"), MEMORIES.to_owned())),
        Some(size) if !(1048576.0..=1099511627776.0).contains(&size) => {
            Err((format!("a limit of `{text}` is out of bounds"), "from 1MiB to 1024GiB are possible".to_owned()))
        }
        Some(size) => Ok(size.round() as u64),
    }
}

/// Bytes a second, at least one.
///
/// # Errors
/// What is wrong, and what would be right.
pub fn bandwidth(text: &str) -> Result<u64, Wrong> {
    let bytes = text.trim().strip_suffix("/s").and_then(|rate| parse(rate, UNITS).or_else(|| parse(rate, BITS)));
    match bytes {
        None => Err((format!("`{text}` is not a bandwidth"), RATES.to_owned())),
        Some(rate) if !(1.0..=1e12).contains(&rate) => {
            Err((format!("the bandwidth `{text}` is out of bounds"), "from 1B/s to 1000GB/s are possible".to_owned()))
        }
        Some(rate) => Ok(rate.round() as u64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_bandwidths_have_units() {
        assert_eq!(
            [size("10kB"), size("1 MiB"), size("0.5 kB"), size("0B")],
            [Ok(10_000), Ok(1 << 20), Ok(500), Ok(0)]
        );
        assert_eq!([bandwidth("10MB/s"), bandwidth("100 Mbit/s")], [Ok(10_000_000), Ok(12_500_000)]);
        for wrong in ["", "10", "kB", "10 kb", "-1kB", "nan B", "2GiB", "1e300 GB"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
        for wrong in ["", "10MB", "10", "0B/s", "1e9 GB/s", "/s"] {
            assert!(bandwidth(wrong).is_err(), "{wrong}");
        }
    }
}
