//! Distributions of times, by name and parameters. The draws themselves are a library's.

use super::amount::{Wrong, time};
use crate::time::Nanos;
use rand::{Rng, RngExt};
use rand_distr::Distribution as _;

/// The names, each with an example of how it is written.
const KNOWN: &[(&str, &str)] = &[
    ("exponential", "exponential(20ms)"),
    ("lognormal", "lognormal(20ms, 0.5)"),
    ("normal", "normal(20ms, 2ms)"),
    ("pareto", "pareto(5ms, 1.5)"),
    ("uniform", "uniform(5ms, 10ms)"),
];

/// Times at random. Parameters are times in seconds inside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Distribution {
    /// `exponential(mean)`.
    Exponential(rand_distr::Exp<f64>),
    /// `lognormal(median, sigma)`: sigma is the standard deviation of the time's natural logarithm.
    LogNormal(rand_distr::LogNormal<f64>),
    /// `normal(mean, deviation)`; what falls below zero counts as zero.
    Normal(rand_distr::Normal<f64>),
    /// `pareto(least, shape)`: longer than t with probability (least / t)^shape.
    Pareto(rand_distr::Pareto<f64>),
    /// `uniform(least, most)`, both possible.
    Uniform(Nanos, Nanos),
}

impl Distribution {
    /// Whether a text, right or wrong, is meant to be a distribution.
    pub(super) fn is_meant_by(text: &str) -> bool {
        text.contains('(') || KNOWN.iter().any(|(name, _)| *name == text)
    }

    pub(super) fn parse(text: &str) -> Result<Distribution, Wrong> {
        let (name, rest) = text.split_once('(').unwrap_or((text, ""));
        let name = name.trim_end();
        let Some((name, example)) = KNOWN.iter().copied().find(|(known, _)| *known == name) else {
            let names: Vec<&str> = KNOWN.iter().map(|(name, _)| *name).collect();
            let help = format!("the distributions are: {}", names.join(", "));
            return Err(Wrong::new(format!("there is no distribution `{name}`"), help));
        };
        let Some(inner) = rest.strip_suffix(')') else {
            let what = if rest.is_empty() { "no parameters" } else { "no closing bracket" };
            return Err(Wrong::new(format!("`{text}` has {what}"), like(example)));
        };
        let given: Vec<&str> = inner.split(',').map(str::trim).collect();
        let takes = example.split(',').count();
        if given.len() != takes {
            let plural = if takes == 1 { "" } else { "s" };
            let message = format!("`{name}` takes {takes} parameter{plural}, and {} are given", given.len());
            return Err(Wrong::new(message, like(example)));
        }
        build(name, &given, example)
    }

    pub(super) fn draw(&self, chance: &mut impl Rng) -> Nanos {
        match self {
            Distribution::Exponential(law) => Nanos::from_secs_f64(law.sample(chance)),
            Distribution::LogNormal(law) => Nanos::from_secs_f64(law.sample(chance)),
            Distribution::Normal(law) => Nanos::from_secs_f64(law.sample(chance)),
            Distribution::Pareto(law) => Nanos::from_secs_f64(law.sample(chance)),
            Distribution::Uniform(least, most) => Nanos(chance.random_range(least.0..=most.0)),
        }
    }
}

fn build(name: &str, given: &[&str], example: &str) -> Result<Distribution, Wrong> {
    let second = given.get(1).copied().unwrap_or_default();
    // The bounds of the parameters leave the library nothing to refuse.
    let refused = || Wrong::new(format!("`{name}` is impossible with these parameters"), like(example));
    match name {
        "uniform" => uniform(time(given[0])?, time(second)?),
        "exponential" => {
            let mean = above_zero(name, "mean", given[0])?;
            rand_distr::Exp::new(1.0 / mean).map(Distribution::Exponential).map_err(|_| refused())
        }
        "lognormal" => {
            let (median, sigma) = (above_zero(name, "median", given[0])?, number(name, "sigma", second, 0.0)?);
            rand_distr::LogNormal::new(median.ln(), sigma).map(Distribution::LogNormal).map_err(|_| refused())
        }
        "normal" => {
            let (mean, deviation) = (time(given[0])?.as_secs_f64(), time(second)?.as_secs_f64());
            rand_distr::Normal::new(mean, deviation).map(Distribution::Normal).map_err(|_| refused())
        }
        _ => {
            let (least, shape) = (above_zero(name, "least", given[0])?, number(name, "shape", second, 0.01)?);
            rand_distr::Pareto::new(least, shape).map(Distribution::Pareto).map_err(|_| refused())
        }
    }
}

fn uniform(least: Nanos, most: Nanos) -> Result<Distribution, Wrong> {
    if least > most {
        return Err(Wrong::new("the least time of `uniform` is above the most", "write the shorter time first"));
    }
    Ok(Distribution::Uniform(least, most))
}

/// A time in seconds that is not zero.
fn above_zero(name: &str, what: &str, text: &str) -> Result<f64, Wrong> {
    match time(text)? {
        Nanos::ZERO => {
            Err(Wrong::new(format!("the {what} of `{name}` cannot be zero"), "a time above zero is possible"))
        }
        length => Ok(length.as_secs_f64()),
    }
}

/// A plain number from `least` to 100.
fn number(name: &str, what: &str, text: &str, least: f64) -> Result<f64, Wrong> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number = text.parse::<f64>().ok().filter(|number| plain && (least..=100.0).contains(number));
    number.ok_or_else(|| {
        let help = format!("a number from {least} to 100 is possible, such as 1.5");
        Wrong::new(format!("the {what} of `{name}` cannot be `{text}`"), help)
    })
}

fn like(example: &str) -> String {
    format!("write it like \"{example}\"")
}

#[cfg(test)]
mod tests {
    use crate::ids::TaskId;
    use crate::time::Nanos;
    use crate::work::{Amount, Draws, LONGEST};
    use proptest::prelude::*;

    fn draws(text: &str, seed: u64, count: usize) -> Vec<f64> {
        let amount = Amount::parse(text).expect("a distribution");
        let mut draws = Draws::of_task(seed, TaskId(0));
        (0..count).map(|_| draws.draw(amount).as_secs_f64() * 1e3).collect()
    }

    fn mean(values: &[f64]) -> f64 {
        values.iter().sum::<f64>() / values.len() as f64
    }

    fn deviation(values: &[f64]) -> f64 {
        let mean = mean(values);
        (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64).sqrt()
    }

    fn quantile(values: &[f64], share: f64) -> f64 {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        sorted[(share * (sorted.len() - 1) as f64) as usize]
    }

    #[track_caller]
    fn near(found: f64, wanted: f64, tolerance: f64) {
        assert!((found / wanted - 1.0).abs() < tolerance, "{found} is not within {tolerance} of {wanted}");
    }

    const MANY: usize = 40_000;

    #[test]
    fn means_and_spreads_are_those_of_the_laws() {
        let exponential = draws("exponential(20ms)", 7, MANY);
        near(mean(&exponential), 20.0, 0.03);
        near(deviation(&exponential), 20.0, 0.03);
        let normal = draws("normal(20ms, 2ms)", 7, MANY);
        near(mean(&normal), 20.0, 0.01);
        near(deviation(&normal), 2.0, 0.03);
        let uniform = draws("uniform(5ms, 10ms)", 7, MANY);
        near(mean(&uniform), 7.5, 0.01);
        near(deviation(&uniform), 5.0 / 12f64.sqrt(), 0.02);
        assert!(uniform.iter().all(|value| (5.0..=10.0).contains(value)));
    }

    #[test]
    fn the_first_parameter_of_lognormal_is_its_median() {
        let drawn = draws("lognormal(20ms, 0.5)", 7, MANY);
        near(quantile(&drawn, 0.5), 20.0, 0.02);
        near(mean(&drawn), 20.0 * (0.125f64).exp(), 0.02);
        let logarithms: Vec<f64> = drawn.iter().map(|value| value.ln()).collect();
        near(deviation(&logarithms), 0.5, 0.02);
    }

    #[test]
    fn pareto_has_a_least_time_and_a_long_tail() {
        let drawn = draws("pareto(5ms, 1.5)", 7, MANY);
        assert!(drawn.iter().all(|value| *value >= 5.0));
        near(quantile(&drawn, 0.5), 5.0 * 2f64.powf(1.0 / 1.5), 0.02);
        near(quantile(&drawn, 0.9), 5.0 * 10f64.powf(1.0 / 1.5), 0.04);
    }

    #[test]
    fn what_falls_below_zero_counts_as_zero_and_nothing_is_longer_than_a_day() {
        let drawn = draws("normal(1ms, 10ms)", 7, 1000);
        assert!(drawn.contains(&0.0) && drawn.iter().all(|value| *value >= 0.0));
        let longest = LONGEST.as_secs_f64() * 1e3;
        assert!(draws("pareto(1h, 0.01)", 7, 1000).iter().all(|value| *value <= longest));
    }

    #[test]
    fn what_is_no_distribution_says_why() {
        let message = |text| Amount::parse(text).expect_err("wrong").message;
        assert_eq!(message("gauss(20ms)"), "there is no distribution `gauss`");
        assert_eq!(message("lognormal"), "`lognormal` has no parameters");
        assert_eq!(message("exponential(20ms"), "`exponential(20ms` has no closing bracket");
        assert_eq!(message("exponential(20ms, 2)"), "`exponential` takes 1 parameter, and 2 are given");
        assert_eq!(message("normal(20ms)"), "`normal` takes 2 parameters, and 1 are given");
        assert_eq!(message("exponential()"), "the time is missing");
        assert_eq!(message("exponential(0ms)"), "the mean of `exponential` cannot be zero");
        assert_eq!(message("lognormal(20ms, wide)"), "the sigma of `lognormal` cannot be `wide`");
        assert_eq!(message("lognormal(20ms, -1)"), "the sigma of `lognormal` cannot be `-1`");
        assert_eq!(message("pareto(5ms, 0)"), "the shape of `pareto` cannot be `0`");
        assert_eq!(message("uniform(10ms, 5ms)"), "the least time of `uniform` is above the most");
        assert_eq!(message("uniform(10, 5ms)"), "the time `10` has no unit");
        let told = Amount::parse("gauss(20ms)").expect_err("wrong").help;
        assert_eq!(told, "the distributions are: exponential, lognormal, normal, pareto, uniform");
    }

    proptest! {
        #[test]
        fn no_distribution_panics(
            name in "(exponential|lognormal|normal|pareto|uniform|gauss)",
            first in "[0-9.e-]{0,6}(ns|ms|h)?",
            second in "[0-9.e-]{0,6}(ns|ms|h)?",
            seed: u64,
        ) {
            for text in [format!("{name}({first}, {second})"), format!("{name}({first})"), format!("{name}({first}")] {
                if let Ok(amount) = Amount::parse(&text) {
                    let drawn = Draws::of_task(seed, TaskId(1)).draw(amount);
                    prop_assert!(drawn <= LONGEST);
                }
            }
        }

        #[test]
        fn a_uniform_draw_lies_between_its_bounds(least in 0u64..1_000, wide in 0u64..1_000, seed: u64) {
            let amount = Amount::parse(&format!("uniform({least}us, {}us)", least + wide)).expect("right");
            let drawn = Draws::of_task(seed, TaskId(0)).draw(amount);
            prop_assert!((Nanos::from_micros(least)..=Nanos::from_micros(least + wide)).contains(&drawn));
        }
    }
}
