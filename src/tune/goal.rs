//! What is wanted of a workload: bounds on figures, joined with `and`, and perhaps one figure to make small or large.
//!
//! ```text
//! goal    = clause ("and" clause)*
//! clause  = figure ("<" | "<=" | ">" | ">=") value | ("minimise" | "maximise") figure ["under" goal]
//! value   = a time with its unit | a share as 5% or 0.05 | a number
//! ```

use crate::analysis::Unit;
use crate::scenario::parse_duration;
use crate::sweep::{figure, unit};
use crate::time::Nanos;
use std::fmt;

/// A bound on a figure, or a direction for one.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    pub bounds: Vec<Bound>,
    pub aim: Option<Aim>,
}

/// `p99(short) < 2ms`: in the figure's unit, seconds for times.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// As it was typed.
    pub text: String,
    /// Without model.
    pub figure: String,
    pub at_most: bool,
    pub limit: f64,
}

/// A figure to make as small, or as large, as it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim {
    pub figure: String,
    pub least: bool,
}

impl Bound {
    pub fn holds(&self, value: f64) -> bool {
        if self.at_most { value <= self.limit } else { value >= self.limit }
    }

    /// By how much a value misses the limit, as a share of it; zero where it holds.
    pub fn missed_by(&self, value: f64) -> f64 {
        let over = if self.at_most { value - self.limit } else { self.limit - value };
        if over <= 0.0 { 0.0 } else { over / self.limit.abs().max(f64::MIN_POSITIVE) }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Goal {
    /// The goal in all of `texts` together; `known` are the figures that there are.
    ///
    /// # Errors
    /// One message on what is wrong and what would be right.
    pub fn parse(texts: &[String], known: &[String]) -> Result<Goal, String> {
        let mut goal = Goal { bounds: Vec::new(), aim: None };
        for text in texts {
            for clause in clauses(text) {
                goal.add(&clause, known)?;
            }
        }
        if goal.bounds.is_empty() && goal.aim.is_none() {
            return Err("the goal is empty; write one like \"p99(short) < 2ms\" or \"minimise wall\"".to_string());
        }
        goal.contradiction().map_or(Ok(goal), Err)
    }

    fn add(&mut self, clause: &str, known: &[String]) -> Result<(), String> {
        let (first, rest) = clause.split_once(char::is_whitespace).unwrap_or((clause, ""));
        let least = match first {
            "minimise" | "minimize" => true,
            "maximise" | "maximize" => false,
            _ => {
                self.bounds.push(bound(clause, known)?);
                return Ok(());
            }
        };
        if self.aim.is_some() {
            return Err("only one figure can be minimised or maximised; give bounds for the others".to_string());
        }
        self.aim = Some(Aim { figure: figure(rest, known)?, least });
        Ok(())
    }

    /// Two bounds that no run can meet together.
    fn contradiction(&self) -> Option<String> {
        let lower = self.bounds.iter().filter(|bound| !bound.at_most);
        let mut pairs =
            lower.flat_map(|low| self.bounds.iter().filter(|bound| bound.at_most).map(move |high| (low, high)));
        let both = pairs.find(|(low, high)| never_above(&low.figure, &high.figure) && low.limit > high.limit);
        both.map(|(low, high)| format!("the goal contradicts itself: {low} and {high} cannot both hold"))
    }
}

/// Parted by `and`, `under` and commas.
fn clauses(text: &str) -> Vec<String> {
    let words = text.replace(',', " and ");
    let parts = words.split_whitespace().collect::<Vec<_>>();
    let groups = parts.split(|word| matches!(word.to_lowercase().as_str(), "and" | "under"));
    groups.map(|group| group.join(" ")).filter(|clause| !clause.is_empty()).collect()
}

fn bound(clause: &str, known: &[String]) -> Result<Bound, String> {
    let at = clause
        .find(['<', '>'])
        .ok_or_else(|| format!("`{clause}` is no goal; write one like p99(short) < 2ms or minimise wall"))?;
    let (name, rest) = clause.split_at(at);
    let at_most = rest.starts_with('<');
    let value = rest[1..].trim_start_matches('=').trim();
    let figure = figure(name, known)?;
    let limit = limit(value, unit(&figure)).map_err(|wrong| format!("{clause}: {wrong}"))?;
    Ok(Bound { text: clause.to_string(), figure, at_most, limit })
}

fn limit(text: &str, unit: Unit) -> Result<f64, String> {
    let number = |text: &str| {
        let number: Option<f64> = text.trim().parse().ok();
        number.filter(|number| number.is_finite()).ok_or_else(|| format!("`{text}` is not a number"))
    };
    match unit {
        Unit::Seconds => parse_duration(text).map(Nanos::as_secs_f64),
        Unit::Share if text.ends_with('%') => number(text.trim_end_matches('%')).map(|percent| percent / 100.0),
        Unit::PerSecond => number(text.trim_end_matches("/s")),
        _ => number(text),
    }
}

/// Whether the first figure is never above the second: the same, or a lower percentile of the same times.
fn never_above(one: &str, other: &str) -> bool {
    const RANKS: [&str; 4] = ["p50", "p95", "p99", "max"];
    let parts = |name: &str| {
        let (family, last) = name.rsplit_once('.')?;
        Some((family.to_string(), RANKS.iter().position(|rank| *rank == last)?))
    };
    match (parts(one), parts(other)) {
        (Some((family, rank)), Some((same, higher))) => family == same && rank <= higher,
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::names_without_lanes;
    use proptest::prelude::*;

    fn goal(text: &str) -> Result<Goal, String> {
        Goal::parse(&[text.to_string()], &names_without_lanes(&["short", "crunch"]))
    }

    #[test]
    fn bounds_are_in_the_units_of_their_figures() {
        let found = goal("p99(short) < 2ms and handoffs.cost <= 5% and throughput(short) > 100").expect("a goal");
        let limits: Vec<_> =
            found.bounds.iter().map(|bound| (bound.figure.as_str(), bound.at_most, bound.limit)).collect();
        assert_eq!(
            limits,
            [("latency.short.p99", true, 0.002), ("handoffs.cost", true, 0.05), ("latency.short.rate", false, 100.0)]
        );
        assert_eq!(found.aim, None);
        assert!(found.bounds[0].holds(0.001) && !found.bounds[0].holds(0.003));
        assert!((found.bounds[0].missed_by(0.003) - 0.5).abs() < 1e-12);
    }

    #[test]
    fn one_figure_can_be_made_small_under_bounds() {
        let found = goal("minimise p99(short) under wall < 3s").expect("a goal");
        assert_eq!(found.aim, Some(Aim { figure: "latency.short.p99".into(), least: true }));
        assert_eq!(found.bounds.len(), 1);
        assert!(goal("minimise wall and maximise parallelism").expect_err("wrong").contains("only one"));
    }

    #[test]
    fn what_is_no_goal_says_why() {
        let wrong = |text: &str| goal(text).expect_err("wrong");
        assert!(wrong("").contains("empty"));
        assert!(wrong("p99(short) < 2").contains("has no unit"));
        assert!(wrong("p99(shrt) < 2ms").contains("did you mean `latency.short.p99`?"));
        assert!(wrong("p99(short)").contains("is no goal"));
        assert!(wrong("throughput(short) > fast").contains("is not a number"));
    }

    #[test]
    fn a_contradiction_is_found() {
        assert!(goal("p99(short) < 1ms and p99(short) > 2ms").expect_err("wrong").contains("contradicts itself"));
        assert!(goal("p99(short) < 1ms and p50(short) > 2ms").expect_err("wrong").contains("contradicts itself"));
        assert!(goal("p50(short) < 1ms and p99(short) > 2ms").is_ok());
        assert!(goal("p50(short) < 1ms and p99(crunch) > 2ms").is_ok());
    }

    proptest! {
        #[test]
        fn no_goal_panics(text in "[a-z0-9.()<>=% ]{0,40}") {
            let _ = goal(&text);
        }
    }
}
