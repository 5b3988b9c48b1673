//! Time axes: round steps in the unit that suits the length, as many labels as have room.

use super::super::geometry::{Scale, Unit, px};
use super::super::text::{Ink, Label, Setter, Style};
use super::{Axis, Tick};
use crate::time::Nanos;

pub const TICK: Style = Style::regular(15, Ink::Muted);
pub const AXIS_TITLE: Style = Style::regular(15, Ink::Muted);

/// Below the axis line: tick labels, then the title.
pub const HEIGHT: Unit = px(58);

/// Ticks are at least this far apart, and their labels never closer than `APART`.
const STEP: Unit = px(85);
const APART: Unit = px(20);

/// The last label may reach this far beyond the axis.
const OVERHANG: Unit = px(28);

/// How tick labels are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ticks {
    /// `0`, `5 ms`, `10 ms`.
    Moments,
    /// `0`, `+5 ms`, `+10 ms`.
    Offsets,
}

/// An axis over the scale's whole width; labels count from the scale's start.
pub fn axis(scale: Scale, y: Unit, grid_top: Unit, title: &str, ticks: Ticks, setter: Setter) -> Axis {
    let room = scale.right - scale.left;
    let title = setter.label(title, AXIS_TITLE, scale.left, y + px(48), room);
    let place = |(since, words): (u64, String)| {
        // On half pixels, where a hairline is crisp.
        let x = (scale.x(scale.from + Nanos(since)) + 2) / 4 * 4;
        Tick { x, label: tick_label(&words, x, y, scale.right, setter) }
    };
    let ticks = moments(scale, ticks, setter).into_iter().map(place).collect();
    Axis { left: scale.left, right: scale.right, y, grid_top, ticks, title }
}

fn tick_label(words: &str, x: Unit, y: Unit, right: Unit, setter: Setter) -> Label {
    let label = setter.label(words, TICK, x, y + px(24), Unit::MAX).centred();
    Label { left: label.left.min(right + OVERHANG - label.width), ..label }
}

/// The ticks of the finest round step whose labels have room, as nanoseconds since the scale's start.
fn moments(scale: Scale, ticks: Ticks, setter: Setter) -> Vec<(u64, String)> {
    let span = scale.span();
    let unit = TimeUnit::for_span(span);
    let width = i128::from(scale.right - scale.left);
    let fits = |step: &Step| {
        let last = unit.words(span / step.nanos, *step, ticks);
        let needed = STEP.max(setter.width(&last, TICK) + APART);
        i128::from(step.nanos) * width >= i128::from(needed) * i128::from(span)
    };
    let only_zero = vec![(0, "0".to_owned())];
    let Some(step) = unit.steps().find(fits) else { return only_zero };
    if span == 0 {
        return only_zero;
    }
    (0..=span / step.nanos).map(|count| (count * step.nanos, unit.words(count, step, ticks))).collect()
}

struct TimeUnit {
    nanos: u64,
    name: &'static str,
    /// The finest step is ten to the minus this.
    decimals: u32,
}

/// One, two or five times a power of ten of a unit.
#[derive(Clone, Copy)]
struct Step {
    nanos: u64,
    decimals: usize,
}

impl TimeUnit {
    fn for_span(span: u64) -> TimeUnit {
        let (nanos, name, decimals) = match span {
            0..1_000 => (1, "ns", 0),
            1_000..1_000_000 => (1_000, "µs", 3),
            1_000_000..1_000_000_000 => (1_000_000, "ms", 3),
            1_000_000_000..600_000_000_000 => (1_000_000_000, "s", 3),
            600_000_000_000..18_000_000_000_000 => (60_000_000_000, "min", 0),
            _ => (3_600_000_000_000, "h", 0),
        };
        TimeUnit { nanos, name, decimals }
    }

    /// Round steps from fine to coarse, as far as 64 bits go.
    fn steps(&self) -> impl Iterator<Item = Step> {
        let (finest, decimals) = (self.nanos / 10u64.pow(self.decimals), self.decimals);
        (0..20u32).flat_map(move |power| [1u64, 2, 5].map(|digit| (power, digit))).map_while(move |(power, digit)| {
            let nanos = 10u64.checked_pow(power)?.checked_mul(digit)?.checked_mul(finest)?;
            Some(Step { nanos, decimals: decimals.saturating_sub(power) as usize })
        })
    }

    fn words(&self, count: u64, step: Step, ticks: Ticks) -> String {
        let nanos = u128::from(count) * u128::from(step.nanos);
        if nanos == 0 {
            return "0".to_owned();
        }
        let unit = u128::from(self.nanos);
        let sign = if ticks == Ticks::Offsets { "+" } else { "" };
        let fraction = (nanos % unit) * 10u128.pow(step.decimals as u32) / unit;
        match step.decimals {
            0 => format!("{sign}{} {}", nanos / unit, self.name),
            digits => format!("{sign}{}.{fraction:0digits$} {}", nanos / unit, self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::font::Inter;
    use super::*;

    fn labels(span: u64, width: i32) -> String {
        let scale = Scale { from: Nanos::ZERO, to: Nanos(span), left: 0, right: px(width) };
        let axis = axis(scale, 0, 0, "time", Ticks::Moments, Setter::new(&Inter));
        axis.ticks.into_iter().map(|tick| tick.label.text).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn steps_are_round_from_nanoseconds_to_centuries() {
        assert_eq!(labels(0, 600), "0");
        assert_eq!(labels(7, 600), "0, 1 ns, 2 ns, 3 ns, 4 ns, 5 ns, 6 ns, 7 ns");
        assert_eq!(labels(1_500, 600), "0, 0.5 µs, 1.0 µs, 1.5 µs");
        assert_eq!(labels(27_000_000, 600), "0, 5 ms, 10 ms, 15 ms, 20 ms, 25 ms");
        assert_eq!(labels(1_760_000_000, 600), "0, 0.5 s, 1.0 s, 1.5 s");
        assert_eq!(labels(104_000_000_000, 600), "0, 20 s, 40 s, 60 s, 80 s, 100 s");
        assert_eq!(labels(1_200_000_000_000, 600), "0, 5 min, 10 min, 15 min, 20 min");
        assert_eq!(labels(36_000_000_000_000, 600), "0, 2 h, 4 h, 6 h, 8 h, 10 h");
        assert_eq!(labels(u64::MAX, 600), "0, 1000000 h, 2000000 h, 3000000 h, 4000000 h, 5000000 h");
    }
}
