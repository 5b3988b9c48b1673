//! The figures of a run: one vocabulary of dotted names for tables, JSON, `[expect]` and charts.
//!
//! `catalogue` holds every name with unit, meaning and way to get it; `names` finds the entry of a name. This file holds
//! the values. Refuses to know how figures are shown or judged.

mod catalogue;
mod names;

pub use catalogue::{CATALOGUE, FigureDoc};
pub use names::{describe, model_of, names_without_lanes, suggest};

use super::build::Built;
use super::counts::Counts;
use super::kept::Kept;
use super::measure::Measured;
use super::{Lane, State};
use crate::model::Model;
use crate::time::Nanos;
use crate::trace::Outcome;
use catalogue::Got;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::fmt;

/// What a figure's number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Seconds.
    Seconds,
    /// A part of a whole, 0 to 1.
    Share,
    /// A ratio.
    Times,
    /// A mean number of lanes.
    Lanes,
    Count,
    PerSecond,
}

impl Unit {
    /// The name in JSON and lists.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Seconds => "seconds",
            Unit::Share => "share",
            Unit::Times => "times",
            Unit::Lanes => "lanes",
            Unit::Count => "count",
            Unit::PerSecond => "per-second",
        }
    }
}

/// One number and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figure {
    pub value: f64,
    pub unit: Unit,
}

/// For people: `5.11 ms`, `99.4 %`, `1.02`, `196 /s`.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Figure { value, unit } = *self;
        let shown = match unit {
            Unit::Seconds => Nanos::from_secs_f64(value).to_string(),
            Unit::Share => format!("{:.1} %", value * 100.0),
            Unit::Times | Unit::Lanes => format!("{value:.2}"),
            Unit::Count => format!("{value:.0}"),
            Unit::PerSecond if value < 9.95 => format!("{value:.1} /s"),
            Unit::PerSecond => format!("{value:.0} /s"),
        };
        f.pad(&shown)
    }
}

/// Figures by name, in the catalogue's order, model after model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    all: Vec<(String, Figure)>,
}

impl Figures {
    /// The figure called `name`, if it was measured.
    pub fn get(&self, name: &str) -> Option<Figure> {
        self.iter().find(|(known, _)| *known == name).map(|(_, figure)| figure)
    }

    /// The value of a model's figure: `value(Model::Threads, "speedup")`.
    pub fn value(&self, model: Model, name: &str) -> Option<f64> {
        self.get(&format!("{model}.{name}")).map(|figure| figure.value)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, Figure)> {
        self.all.iter().map(|(name, figure)| (name.as_str(), *figure))
    }

    /// Whether anything of `model` was measured.
    pub fn has(&self, model: Model) -> bool {
        self.iter().any(|(name, _)| model_of(name) == Some(model))
    }

    /// The groups of tasks, and of threads that the program has started, that made blocking calls under this model.
    pub fn calling_groups(&self, model: Model) -> Vec<&str> {
        let prefix = format!("{model}.latency.");
        let group = |(name, _)| str::strip_suffix(str::strip_prefix(name, &prefix)?, ".count");
        self.iter().filter_map(group).collect()
    }

    /// Adds all figures of one model's run.
    pub(super) fn measure(&mut self, run: &ModelRun) {
        for doc in CATALOGUE {
            let add = |(name, value): (String, f64)| (name, Figure { value, unit: doc.unit });
            self.all.extend(values(doc, run).into_iter().map(add));
        }
    }
}

/// `{"threads.wall": {"value": 1.76, "unit": "seconds"}, …}`
impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.all.len()))?;
        for (name, figure) in self.iter() {
            map.serialize_entry(name, &figure)?;
        }
        map.end()
    }
}

/// All that the figures of one model are made from.
pub(super) struct ModelRun<'a> {
    pub built: &'a Built,
    pub measured: &'a Measured,
    pub kept: &'a Kept,
    pub counts: &'a Counts,
    pub outcomes: &'a [Outcome],
    /// The wall time of the sequential run, where both can be compared.
    pub sequential: Option<Nanos>,
}

fn waits_for_locks(lane: &Lane) -> bool {
    lane.time(State::Locked) > Nanos::ZERO
}

/// The names and values that one entry of the catalogue stands for in a run.
fn values(doc: &FigureDoc, run: &ModelRun) -> Vec<(String, f64)> {
    let model = run.built.timeline.model.name();
    let name = |part: &str| doc.pattern.replace("<model>", model).replace("<lane>", part).replace("<group>", part);
    match doc.got {
        _ if doc.is_of_gil() && !run.built.timeline.has_gil => Vec::new(),
        Got::Once(get) => get(run).map(|value| (name(""), value)).into_iter().collect(),
        // Not measured is not zero.
        Got::PerLane(State::Ready) if !run.built.knows_cores => Vec::new(),
        Got::PerLane(State::Locked) if !run.built.timeline.lanes.iter().any(waits_for_locks) => Vec::new(),
        Got::PerLane(state) => {
            let lanes = run.built.timeline.lanes.iter();
            lanes.map(|lane| (name(&lane.name), lane.time(state).as_secs_f64())).collect()
        }
        Got::PerGroup(get) => {
            let groups = run.measured.latencies.iter();
            groups.filter_map(|group| Some((name(&group.group), get(group)?))).collect()
        }
    }
}
