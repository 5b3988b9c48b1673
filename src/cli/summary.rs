//! `summary.json`: the run for programs. The figures are those of the table, under the same names.

use crate::analysis::{Agreement, Comparison, Expectations, Figures, Host, Report};
use crate::cli::published;
use crate::model::Model;
use crate::scenario::{EngineName, Resolved, Scenario};
use crate::trace::Outcome;
use serde::Serialize;
use std::collections::BTreeMap;

/// All that is known after a run, the events aside.
#[derive(Serialize)]
pub struct Summary<'a> {
    version: &'static str,
    scenario: Resolved<'a>,
    scenario_hash: &'a str,
    host: HostInfo,
    /// The run was stopped by Ctrl-C; what there is was measured before.
    stopped: bool,
    figures: &'a Figures,
    /// Per task its outcome under each model.
    results: BTreeMap<&'a str, BTreeMap<Model, &'a Outcome>>,
    /// Whether all models gave the same results; absent where fewer than two gave any.
    #[serde(skip_serializing_if = "Option::is_none")]
    same_results: Option<bool>,
    /// Why each model took as long as it did.
    why: BTreeMap<Model, &'a [String]>,
    /// What no machine could do; absent where nothing is.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    beyond: BTreeMap<Model, Vec<String>>,
    expectations: Checks,
    /// What the scenario says was published, beside this run; absent where it says nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    published: Vec<published::Row<'a>>,
    problems: &'a [String],
}

#[derive(Serialize)]
struct HostInfo {
    cores: usize,
    os: &'static str,
}

#[derive(Serialize)]
struct Checks {
    met: usize,
    failed: Vec<String>,
    skipped: Vec<String>,
}

impl<'a> Summary<'a> {
    pub fn new(
        scenario: &'a Scenario,
        report: &'a Report,
        host: Host,
        expectations: &Expectations,
        compared: &'a [Comparison],
        problems: &'a [String],
        stopped: bool,
    ) -> Summary<'a> {
        Summary {
            version: env!("CARGO_PKG_VERSION"),
            scenario: scenario.resolved(),
            scenario_hash: &scenario.hash,
            host: HostInfo { cores: host.cores, os: host_os(scenario) },
            stopped,
            figures: &report.figures,
            results: results(report),
            same_results: match report.agreement {
                Agreement::Unknown => None,
                Agreement::Same => Some(true),
                Agreement::Different(_) => Some(false),
            },
            why: report.models.iter().map(|model| (model.model, model.verdict.as_slice())).collect(),
            beyond: beyond(report),
            expectations: Checks {
                met: expectations.met,
                failed: expectations.failures.iter().map(ToString::to_string).collect(),
                skipped: expectations.skipped.iter().map(|skipped| skipped.figure.clone()).collect(),
            },
            published: published::rows(scenario.run.engine, compared),
            problems,
        }
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("names and numbers are always JSON")
    }
}

fn beyond(report: &Report) -> BTreeMap<Model, Vec<String>> {
    let models = report.models.iter().filter(|model| !model.beyond.is_empty());
    models.map(|model| (model.model, model.beyond.iter().map(ToString::to_string).collect())).collect()
}

fn results(report: &Report) -> BTreeMap<&str, BTreeMap<Model, &Outcome>> {
    let of_task = |index: usize| {
        report.models.iter().filter_map(move |model| Some((model.model, model.outcomes.get(index)?))).collect()
    };
    report.tasks.iter().enumerate().map(|(index, task)| (task.name.as_str(), of_task(index))).collect()
}

/// The operating system under the run.
pub fn host_os(scenario: &Scenario) -> &'static str {
    match scenario.run.engine {
        EngineName::Simulated => "simulated",
        EngineName::Real => std::env::consts::OS,
    }
}
