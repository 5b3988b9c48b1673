//! Where no setting is good enough: what would help. Each change is run, with the same seeds, before it is told.

use super::goal::Goal;
use super::search::meets;
use super::trials::{Setting, TrialError, Trials};
use crate::model::Model;
use crate::scenario::{self, Scenario};
use crate::sweep::{Field, Value, groups};

/// A change, and what comes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// For the end of a sentence: `with the model free-threaded`.
    pub change: String,
    /// Per bound of the goal the figure's mean, where the runs yield it.
    pub figures: Vec<Option<f64>>,
    pub meets: bool,
}

/// Tries each change at a setting; those that meet the goal come first.
///
/// # Errors
/// Where the search was stopped.
pub fn what_ifs(
    trials: &Trials,
    at: &Setting,
    seeds: &[u64],
    goal: &Goal,
    told: &dyn Fn(),
) -> Result<Vec<WhatIf>, TrialError> {
    let mut all = Vec::new();
    for (change, scenario) in changes(trials.base(), at) {
        let at = &on_its_model(at, &scenario);
        let mut other = trials.of_other(scenario);
        other.run(std::slice::from_ref(at), seeds, told)?;
        if other.failure(at, seeds).is_some() {
            continue;
        }
        let mean = |figure: &str| other.spread(at, seeds, figure).map(|spread| spread.mean);
        let figures = goal.bounds.iter().map(|bound| mean(&bound.figure)).collect();
        all.push(WhatIf { change, figures, meets: meets(&other, at, seeds, goal) });
    }
    all.sort_by_key(|one| !one.meets);
    Ok(all)
}

/// The setting names a model too, which must not undo a change of it.
fn on_its_model(at: &Setting, scenario: &Scenario) -> Setting {
    let model = scenario.run.models.first().map(ToString::to_string).unwrap_or_default();
    at.with(&Field::Model, Value::of(&model))
}

/// Other models, fewer tasks of a kind, the GIL released inside calls; so far as the scenario has what is changed.
fn changes(base: &Scenario, at: &Setting) -> Vec<(String, Scenario)> {
    models(base).into_iter().chain(fewer(base, at)).chain(released(base)).collect()
}

fn models(base: &Scenario) -> Vec<(String, Scenario)> {
    let others = [Model::FreeThreaded, Model::SubInterpreters, Model::Processes];
    let with = |model: Model| {
        let mut other = base.clone();
        other.run.models = vec![model];
        (format!("with the model {model}"), other)
    };
    let suits = |model: &Model| !base.script || model.runs_scripts();
    others.into_iter().filter(|model| suits(model) && !base.run.models.contains(model)).map(with).collect()
}

/// For each kind of task that there are several of, unless the setting says how many: half of them, and one.
fn fewer(base: &Scenario, at: &Setting) -> Vec<(String, Scenario)> {
    let count = |group: &str| base.tasks.iter().filter(|task| task.group == group).count();
    let path = |group: &str| format!("tasks.{group}.count");
    let with = |group: &str, tasks: usize| {
        let path = path(group);
        let other = base.with(&[scenario::Setting { path, value: tasks.to_string() }]).ok()?;
        let (run, machine) = (base.run.clone(), base.machine.clone());
        Some((format!("with {tasks} of the {} tasks {group}", count(group)), Scenario { run, machine, ..other }))
    };
    let is_free = |group: &&str| at.get(&Field::Path(path(group))).is_none();
    let several = groups(base).into_iter().filter(|group| count(group) > 1).filter(is_free);
    let halves = several.flat_map(|group| [count(group).div_ceil(2), 1].map(|tasks| (group, tasks)));
    let mut changes: Vec<_> =
        halves.filter(|(group, tasks)| *tasks < count(group)).filter_map(|(group, tasks)| with(group, tasks)).collect();
    changes.dedup_by(|a, b| a.0 == b.0);
    changes
}

/// Calls that keep the GIL, or interpreted work, as calls into C that release it.
fn released(base: &Scenario) -> Vec<(String, Scenario)> {
    let kinds = [
        ("gilsim.held(", "if calls into C released the GIL (gilsim.native in place of gilsim.held)"),
        (
            "gilsim.cpu(",
            "if interpreted work were calls into C that release the GIL (gilsim.native in place of gilsim.cpu)",
        ),
    ];
    let with = |(from, words): (&str, &str)| {
        let other = base.with_program_words(from, "gilsim.native(")?.ok()?;
        let (run, machine) = (base.run.clone(), base.machine.clone());
        Some((words.to_string(), Scenario { run, machine, ..other }))
    };
    kinds.into_iter().filter_map(with).collect()
}
