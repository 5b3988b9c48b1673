//! `[sweep]`: how the scenario wants to be swept, and what others measured at some of the points. What a range is, is not
//! known here.

use super::mistakes::Mistakes;
use super::walk::{At, Key, Layout, Section, kind, number, span_of};
use crate::source::Diagnostic;
use toml::de::{DeTable, DeValue};

/// `[sweep]`; empty where the file has none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SweepConfig {
    /// Names of parameters, or paths, and their ranges, in the order of the file.
    pub axes: Vec<(String, String)>,
    /// The figure to draw, without its model.
    pub figure: Option<String>,
    pub published: Vec<PublishedPoint>,
}

/// What somebody measured at a point.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedPoint {
    /// Names of parameters and their values.
    pub at: Vec<(String, String)>,
    /// In the unit of the sweep's figure.
    pub value: f64,
}

const fn key(name: &'static str, example: &'static str) -> Key {
    Key { name, example }
}

pub(super) const SWEEP: Layout = Layout {
    place: "[sweep]",
    keys: &[
        key("switch_interval", "switch_interval = \"50us..100ms\""),
        key("workers", "workers = \"1..16\""),
        key("cores", "cores = \"1,2,4\""),
        key("policy", "policy = \"cpython-interval,fifo\""),
        key("model", "model = \"threads,free-threaded\""),
        key("seed", "seed = \"1..5\""),
        key("set", "set = { \"tasks.crunch.count\" = \"1..4\" }"),
        key("figure", "figure = \"latency.short.p99\""),
        key("published", "published = [{ switch_interval = \"5ms\", value = 0.0051 }]"),
    ],
};

/// Reads what the section says; notes what is of the wrong type.
pub(super) fn read(section: &Section, mistakes: &mut Mistakes) -> SweepConfig {
    let mut axes = Vec::new();
    for key in SWEEP.keys.iter().map(|key| key.name).filter(|name| !["set", "figure", "published"].contains(name)) {
        if let Some(found) = section.get(key) {
            match text(found.value) {
                Some(range) => axes.push((found.span, key.to_string(), range)),
                None => section.wrong_type(key, "a range", &found, mistakes),
            }
        }
    }
    if let Some(set) = section.table("set", mistakes) {
        for (path, value) in set.value.iter() {
            let span = span_of(value.span());
            match text(value.get_ref()) {
                Some(range) => axes.push((span, path.get_ref().to_string(), range)),
                None => section.wrong_type("set", "a table of ranges", &At { value: value.get_ref(), span }, mistakes),
            }
        }
    }
    axes.sort_by_key(|(span, ..)| *span);
    let axes = axes.into_iter().map(|(_, name, range)| (name, range)).collect();
    let figure = section.string("figure", mistakes).map(|figure| figure.value);
    SweepConfig { axes, figure, published: published(section, mistakes) }
}

fn published(section: &Section, mistakes: &mut Mistakes) -> Vec<PublishedPoint> {
    let Some(found) = section.get("published") else { return Vec::new() };
    let DeValue::Array(points) = found.value else {
        section.wrong_type("published", "an array of tables", &found, mistakes);
        return Vec::new();
    };
    let mut all = Vec::new();
    for value in points.iter() {
        let span = span_of(value.span());
        match value.get_ref() {
            DeValue::Table(table) => match point(table) {
                Some(point) => all.push(point),
                None => {
                    let help =
                        "give the values of parameters and the figure: { switch_interval = \"5ms\", value = 0.0051 }";
                    mistakes.value(Diagnostic::new("a published point needs a `value` and a place", span).help(help));
                }
            },
            other => section.wrong_type("published", "an array of tables", &At { value: other, span }, mistakes),
        }
    }
    all
}

fn point(table: &DeTable) -> Option<PublishedPoint> {
    let value = number(table.get("value")?.get_ref())?;
    let places = table.iter().filter(|(name, _)| name.get_ref() != "value");
    let at: Option<Vec<_>> =
        places.map(|(name, value)| Some((name.get_ref().to_string(), text(value.get_ref())?))).collect();
    at.filter(|at| !at.is_empty()).map(|at| PublishedPoint { at, value })
}

/// A string, or a number as it is written.
fn text(value: &DeValue) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(_) | DeValue::Float(_) if kind(value) != "not finite" => {
            number(value).map(|number| number.to_string())
        }
        _ => None,
    }
}
