//! The comparison for programs.

use super::Found;
use crate::compare::{Change, Dimension, Flip, Line};
use crate::model::Model;
use serde::Serialize;

#[derive(Serialize)]
struct Comparison<'a> {
    version: &'static str,
    scenario: &'a str,
    cores: usize,
    seeds: &'a [u64],
    stopped: bool,
    models: Vec<Row>,
    does_not_fit: Vec<Unfit<'a>>,
    /// Absent where no model ran to its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    recommended: Option<Recommended>,
    changes: Vec<Changed>,
    by_cores: Vec<OnCores>,
}

/// Times in seconds, memory in bytes; what was not measured is absent.
#[derive(Serialize)]
struct Row {
    model: Model,
    wall: f64,
    /// Half the 95 % confidence interval of the mean.
    wall_half_width: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    speedup: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    efficiency: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    memory: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    startup: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    task_p50: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    task_p99: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call_p50: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call_p99: Option<f64>,
    tasks_failed: f64,
}

#[derive(Serialize)]
struct Unfit<'a> {
    model: Model,
    why: &'a str,
}

#[derive(Serialize)]
struct Recommended {
    model: Model,
    fastest: Model,
    ties: Vec<Model>,
}

#[derive(Serialize)]
struct Changed {
    what: &'static str,
    here: f64,
    least: f64,
    most: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    below: Option<Turn>,
    #[serde(skip_serializing_if = "Option::is_none")]
    above: Option<Turn>,
}

#[derive(Serialize)]
struct Turn {
    at: f64,
    model: Model,
    wall: f64,
    before: f64,
}

#[derive(Serialize)]
struct OnCores {
    cores: usize,
    models: Vec<Row>,
    recommended: Model,
}

pub fn text(found: &Found) -> String {
    let (bench, study) = (found.bench, found.study);
    let recommended = study.choice.as_ref().map(|choice| Recommended {
        model: choice.model,
        fastest: choice.fastest,
        ties: choice.ties.clone(),
    });
    let on_cores = |on: &crate::compare::OnCores| OnCores {
        cores: on.cores.get(),
        models: on.lines.iter().map(row).collect(),
        recommended: on.choice.model,
    };
    let comparison = Comparison {
        version: env!("CARGO_PKG_VERSION"),
        scenario: &bench.base.name,
        cores: found.cores,
        seeds: &bench.seeds,
        stopped: study.stopped,
        models: study.lines.iter().map(row).collect(),
        does_not_fit: study.unfit.iter().map(|(model, why)| Unfit { model: *model, why }).collect(),
        recommended,
        changes: study.changes.iter().map(changed).collect(),
        by_cores: study.by_cores.iter().map(on_cores).collect(),
    };
    serde_json::to_string_pretty(&comparison).expect("names and numbers are always JSON") + "\n"
}

fn row(line: &Line) -> Row {
    Row {
        model: line.model,
        wall: line.wall.mean,
        wall_half_width: line.wall.half_width(),
        speedup: line.speedup.map(|speedup| speedup.mean),
        efficiency: line.efficiency,
        memory: line.memory,
        startup: line.startup,
        task_p50: line.task_p50,
        task_p99: line.task_p99,
        call_p50: line.call_p50,
        call_p99: line.call_p99,
        tasks_failed: line.failed,
    }
}

fn changed(change: &Change) -> Changed {
    let turn = |flip: &Flip| Turn { at: flip.at, model: flip.model, wall: flip.wall, before: flip.before };
    Changed {
        what: match change.dimension {
            Dimension::Cores => "cores",
            Dimension::ResultBytes => "result_bytes",
            Dimension::Waiting => "waiting_share",
        },
        here: change.here,
        least: change.least,
        most: change.most,
        below: change.below.as_ref().map(turn),
        above: change.above.as_ref().map(turn),
    }
}
