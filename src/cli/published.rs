//! What a scenario says was published, beside what the run came to: as a table for people and as JSON.

use super::table::Table;
use super::terminal::bold;
use crate::analysis::{Comparison, Figure};
use crate::scenario::EngineName;
use serde::Serialize;

/// Stands where there is no value.
const ABSENT: &str = "–";

/// What this run's values are called.
fn here(engine: EngineName) -> &'static str {
    match engine {
        EngineName::Simulated => "simulated",
        EngineName::Real => "measured",
    }
}

/// The table under its title; empty where nothing was published.
pub fn text(engine: EngineName, all: &[Comparison]) -> String {
    if all.is_empty() {
        return String::new();
    }
    let here = here(engine);
    let mut table = Table::new(["", "published", here, "error"]);
    let cell = |figure: Option<Figure>| figure.map_or(ABSENT.to_string(), |figure| figure.to_string());
    for one in all {
        let error = one.error_percent().map_or(ABSENT.to_string(), |percent| format!("{percent:+.1} %"));
        table.row([one.name.clone(), cell(Some(one.published)), cell(one.here), error]);
    }
    format!("{}\n{}", bold(&format!("Published against {here}")), table.render(0))
}

/// A line of the table in `summary.json`. Absent is what was not run.
#[derive(Serialize)]
pub struct Row<'a> {
    figure: &'a str,
    published: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    simulated: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measured: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_percent: Option<f64>,
}

pub fn rows(engine: EngineName, all: &[Comparison]) -> Vec<Row<'_>> {
    all.iter().map(|one| row(engine, one)).collect()
}

fn row(engine: EngineName, one: &Comparison) -> Row<'_> {
    let value = |wanted| one.here.filter(|_| engine == wanted).map(|figure| figure.value);
    Row {
        figure: &one.name,
        published: one.published.value,
        simulated: value(EngineName::Simulated),
        measured: value(EngineName::Real),
        error_percent: one.error_percent(),
    }
}
