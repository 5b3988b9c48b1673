//! From numbers to places along an axis, straight or logarithmic, and the round numbers that get a tick. Pure.

use super::super::geometry::Unit;

/// A stretch of numbers laid over a stretch of the page; `start` may lie behind `end`, as on an upright axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ruler {
    from: f64,
    to: f64,
    log: bool,
    start: Unit,
    end: Unit,
}

/// A tick, and whether it is a power of ten.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    pub value: f64,
    pub at: Unit,
}

impl Ruler {
    /// Over all of `values`, with a little room. A straight ruler begins at zero. Values that a logarithm does not know
    /// are left out.
    pub fn over(values: impl Iterator<Item = f64>, log: bool, start: Unit, end: Unit) -> Ruler {
        let known = values.filter(|value| value.is_finite() && (!log || *value > 0.0));
        let (least, most) =
            known.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), value| (a.min(value), b.max(value)));
        let (from, to) = match (least <= most, log) {
            (false, _) => (1.0, 10.0),
            (true, true) if most < least * 1.5 => (least / 3.0, most * 3.0),
            (true, true) => (least, most),
            (true, false) => (least.min(0.0), if most > 0.0 { most * 1.06 } else { 1.0 }),
        };
        Ruler { from, to, log, start, end }
    }

    /// The same with a share of its length as room at both ends.
    pub fn with_room(self, share: f64) -> Ruler {
        if !self.log {
            return self;
        }
        let room = (self.to / self.from).powf(share);
        Ruler { from: self.from / room, to: self.to * room, ..self }
    }

    /// The same over little more than the values, where all of them are far from zero; but never so little that a
    /// difference of a hundredth looks like much.
    pub fn beginning_near(self, values: impl Iterator<Item = f64>) -> Ruler {
        let known = values.filter(|value| value.is_finite());
        let (least, most) =
            known.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), value| (a.min(value), b.max(value)));
        let room = (most - least) / 5.0;
        if self.log || least > most || least <= most - least {
            return self;
        }
        Ruler { from: least - room.max(least.abs() / 20.0), to: most + room.max(least.abs() / 100.0), ..self }
    }

    /// Where a number stands; numbers outside stand at the nearer end.
    pub fn place(&self, value: f64) -> Unit {
        let share = if self.log {
            (value.max(f64::MIN_POSITIVE) / self.from).ln() / (self.to / self.from).ln()
        } else {
            (value - self.from) / (self.to - self.from)
        };
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        self.start + (share * f64::from(self.end - self.start)).round() as Unit
    }

    /// Round numbers that are at least `apart` from one another.
    pub fn ticks(&self, apart: Unit) -> Vec<Tick> {
        let values = if self.log { self.log_values(apart) } else { self.straight_values(apart) };
        values.into_iter().map(|value| Tick { value, at: self.place(value) }).collect()
    }

    /// These numbers, but for those that are less than `apart` from the one before.
    pub fn ticks_at(&self, values: &[f64], apart: Unit) -> Vec<Tick> {
        let mut ticks: Vec<Tick> = Vec::new();
        for tick in values.iter().map(|&value| Tick { value, at: self.place(value) }) {
            if ticks.last().is_none_or(|last| (tick.at - last.at).abs() >= apart) {
                ticks.push(tick);
            }
        }
        ticks
    }

    fn length(&self) -> Unit {
        (self.end - self.start).abs()
    }

    /// One, two and five times powers of ten, and more where there is room; where these are too close, ones and threes… or
    /// ones, or every so many.
    fn log_values(&self, apart: Unit) -> Vec<f64> {
        let decades = (self.to / self.from).log10();
        let per_decade = f64::from(self.length()) / decades.max(1e-9);
        let digits: &[f64] = match per_decade / f64::from(apart) {
            room if room >= 20.0 => &[1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0],
            room if room >= 8.2 => &[1.0, 1.5, 2.0, 3.0, 5.0, 7.0],
            room if room >= 3.4 => &[1.0, 2.0, 5.0],
            room if room >= 2.1 => &[1.0, 3.0],
            _ => &[1.0],
        };
        let every = (f64::from(apart) / per_decade).ceil().max(1.0) as i32;
        let (first, last) = (self.from.log10().floor() as i32, self.to.log10().ceil() as i32);
        let powers = (first..=last).filter(|power| digits.len() > 1 || power.rem_euclid(every) == 0);
        let values = powers.flat_map(|power| digits.iter().map(move |digit| digit * 10f64.powi(power)));
        values.filter(|value| *value >= self.from * 0.999 && *value <= self.to * 1.001).collect()
    }

    fn straight_values(&self, apart: Unit) -> Vec<f64> {
        let span = self.to - self.from;
        let most = (self.length() / apart.max(1)).max(1);
        let rough = span / f64::from(most);
        let power = 10f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].map(|digit| digit * power).into_iter().find(|step| *step >= rough);
        let step = step.unwrap_or(span);
        let first = (self.from / step).ceil() as i64;
        (first..).map(|at| at as f64 * step).take_while(|value| *value <= self.to).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ticks(values: [f64; 2], log: bool, apart: Unit) -> Vec<f64> {
        let ruler = Ruler::over(values.into_iter(), log, 0, 1_000);
        ruler.ticks(apart).into_iter().map(|tick| (tick.value * 1e9).round() / 1e9).collect()
    }

    #[test]
    fn a_logarithmic_ruler_has_ones_twos_and_fives_where_there_is_room() {
        assert_eq!(ticks([1.0, 100.0], true, 100), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]);
        assert_eq!(ticks([1.0, 100.0], true, 200), [1.0, 3.0, 10.0, 30.0, 100.0]);
        assert_eq!(ticks([1.0, 1e4], true, 200), [1.0, 10.0, 100.0, 1e3, 1e4]);
        assert_eq!(ticks([1.0, 1e8], true, 200), [1.0, 100.0, 1e4, 1e6, 1e8]);
        assert_eq!(ticks([2.0, 8.0], true, 300), [2.0, 5.0]);
        assert_eq!(ticks([2.0, 8.0], true, 150), [2.0, 3.0, 5.0, 7.0]);
        assert_eq!(ticks([2.0, 8.0], true, 75), [2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
    }

    #[test]
    fn numbers_that_are_asked_for_get_ticks_where_there_is_room() {
        let ruler = Ruler::over([1.0, 16.0].into_iter(), true, 0, 1_000);
        let at = |apart| ruler.ticks_at(&[1.0, 2.0, 3.0, 4.0, 8.0, 16.0], apart);
        let values = |apart| at(apart).into_iter().map(|tick| tick.value).collect::<Vec<_>>();
        assert_eq!(values(100), [1.0, 2.0, 3.0, 4.0, 8.0, 16.0]);
        assert_eq!(values(200), [1.0, 2.0, 4.0, 8.0, 16.0]);
        assert_eq!(at(200)[1].at, 250);
    }

    #[test]
    fn a_straight_ruler_begins_at_zero() {
        assert_eq!(ticks([3.0, 9.0], false, 250), [0.0, 5.0]);
        assert_eq!(ticks([0.0, 0.0], false, 300), [0.0, 0.5, 1.0]);
    }

    #[test]
    fn values_far_from_zero_fill_the_ruler() {
        let values = || [0.6, 1.0].into_iter();
        let ruler = Ruler::over(values(), false, 0, 1_400).beginning_near(values());
        assert_eq!((ruler.place(0.6), ruler.place(1.0)), (200, 1_200));
        let alike = || [99.0, 100.0].into_iter();
        let ruler = Ruler::over(alike(), false, 0, 1_000).beginning_near(alike());
        assert!(ruler.place(100.0) - ruler.place(99.0) < 200, "a hundredth is little");
        let low = Ruler::over([0.1, 1.0].into_iter(), false, 0, 106).beginning_near([0.1, 1.0].into_iter());
        assert_eq!(low.place(0.0), 0);
    }

    #[test]
    fn what_has_no_logarithm_stands_at_the_end() {
        let ruler = Ruler::over([0.0, 1.0, 10.0].into_iter(), true, 100, 0);
        assert_eq!((ruler.place(0.0), ruler.place(1.0), ruler.place(10.0)), (100, 100, 0));
        assert_eq!(Ruler::over(std::iter::empty(), true, 0, 10).place(f64::NAN), 0);
    }

    proptest! {
        #[test]
        fn places_ascend_and_stay_on_the_ruler(a in 1e-9f64..1e9, b in 1e-9f64..1e9, log in any::<bool>()) {
            let ruler = Ruler::over([a, b].into_iter(), log, 0, 5_000);
            let (low, high) = (ruler.place(a.min(b)), ruler.place(a.max(b)));
            prop_assert!(0 <= low && low <= high && high <= 5_000);
            for tick in ruler.ticks(700) {
                prop_assert!((0..=5_000).contains(&tick.at));
            }
        }
    }
}
