//! Numbers on axes and in cells, as short as they can be.

use crate::time::Nanos;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Seconds.
    Time,
    PerSecond,
    /// 0 to 1.
    Share,
    Plain,
}

impl Format {
    /// Three significant digits with a unit: `5.11 ms`, `12k /s`, `99.4 %`.
    pub fn value(self, value: f64) -> String {
        match self {
            Format::Time => Nanos::from_secs_f64(value).to_string(),
            Format::PerSecond => format!("{} /s", short(value)),
            Format::Share => format!("{} %", short(value * 100.0)),
            Format::Plain => short(value),
        }
    }

    /// A round number, without digits that say nothing: `5 ms`, `200 µs`.
    pub fn tick(self, value: f64) -> String {
        match self {
            Format::Time => time_tick(value),
            Format::PerSecond => format!("{} /s", short(value)),
            Format::Share => format!("{} %", short(value * 100.0)),
            Format::Plain => short(value),
        }
    }
}

fn time_tick(seconds: f64) -> String {
    if seconds == 0.0 {
        return "0".to_string();
    }
    let units = [(1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")];
    let (scale, unit) = units.into_iter().find(|(scale, _)| seconds >= scale * 0.9995).unwrap_or((1e-9, "ns"));
    format!("{} {unit}", trimmed(seconds / scale))
}

/// `0.25`, `3.2`, `120`, `12k`, `3.4M`.
fn short(value: f64) -> String {
    match value.abs() {
        size if size >= 999_500.0 => format!("{}M", trimmed(value / 1e6)),
        size if size >= 9_995.0 => format!("{}k", trimmed(value / 1e3)),
        _ => trimmed(value),
    }
}

/// Three significant digits, without zeros at the end of a fraction.
fn trimmed(value: f64) -> String {
    let decimals = match value.abs() {
        0.0 => 0,
        size => (2 - size.log10().floor() as i32).clamp(0, 6) as usize,
    };
    let shown = format!("{value:.decimals$}");
    if shown.contains('.') { shown.trim_end_matches('0').trim_end_matches('.').to_string() } else { shown }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn numbers_are_short() {
        let ticks = [5e-5, 1e-3, 2e-3, 0.5, 0.0, 20.0].map(|value| Format::Time.tick(value));
        assert_eq!(ticks, ["50 µs", "1 ms", "2 ms", "500 ms", "0", "20 s"]);
        assert_eq!(Format::PerSecond.tick(20_000.0), "20k /s");
        assert_eq!(Format::PerSecond.value(187.64), "188 /s");
        assert_eq!(Format::Share.value(0.9912), "99.1 %");
        assert_eq!(Format::Plain.value(1.5e6), "1.5M");
        assert_eq!(Format::Plain.value(0.000_25), "0.00025");
        assert_eq!(Format::Plain.value(9.996), "10");
    }
}
