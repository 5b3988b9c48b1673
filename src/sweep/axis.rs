//! A parameter that is swept: what it is called, which values it takes, and what a scenario is with one of them.

use super::range::{self, Kind};
use super::value::Value;
use crate::gil::Policy;
use crate::model::Model;
use crate::scenario::{LoadError, MachineConfig, MachineOverrides, Overrides, Scenario, Setting, parse_duration};
use std::fmt;

/// What of a scenario is varied.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Any value of the file, or a global name of the program.
    Path(String),
    Model,
    Policy,
    Cores,
    Workers,
    SwitchInterval,
    /// The same again under other chances.
    Seed,
    /// The same again.
    Repeat,
}

impl Field {
    /// The column in the results' file. Fields that have an option are called as in the scenario's file.
    pub fn name(&self) -> &str {
        match self {
            Field::Path(path) => path,
            Field::Model => "model",
            Field::Policy => "policy",
            Field::Cores => "cores",
            Field::Workers => "workers",
            Field::SwitchInterval => "switch_interval",
            Field::Seed => "seed",
            Field::Repeat => "repeat",
        }
    }

    /// The field of a name or of a path in the file.
    pub fn of(name: &str) -> Field {
        match name {
            "model" => Field::Model,
            "policy" | "run.policy" => Field::Policy,
            "cores" | "machine.cores" => Field::Cores,
            "workers" | "threads" | "run.workers" => Field::Workers,
            "switch_interval" | "run.switch_interval" => Field::SwitchInterval,
            "seed" | "machine.seed" => Field::Seed,
            "repeat" => Field::Repeat,
            path => Field::Path(path.to_string()),
        }
    }

    /// Whether its values are the same point again, to be averaged over.
    pub fn is_replicate(&self) -> bool {
        matches!(self, Field::Seed | Field::Repeat)
    }

    fn kind(&self) -> Kind {
        match self {
            Field::Path(_) => Kind::Any,
            Field::Model | Field::Policy => Kind::Word,
            Field::SwitchInterval => Kind::Time,
            Field::Cores | Field::Workers | Field::Seed | Field::Repeat => Kind::Integer,
        }
    }
}

/// For messages and titles: `switch interval`; a path as it is.
impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Field::Path(path) => f.write_str(path),
            other => f.write_str(&other.name().replace('_', " ")),
        }
    }
}

/// A field and the values that it takes, at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pub field: Field,
    pub values: Vec<Value>,
}

/// The range of switch intervals where none is given.
pub const USUAL_INTERVALS: (&str, &str) = ("50us", "100ms");

impl Axis {
    /// Reads the values of a field.
    ///
    /// # Errors
    /// One line on what is wrong, behind the field's name.
    pub fn parse(field: Field, text: &str) -> Result<Axis, String> {
        let usual = (field == Field::SwitchInterval).then_some(USUAL_INTERVALS);
        let values = range::parse(text, field.kind(), usual).map_err(|wrong| format!("{field}: {wrong}"))?;
        Ok(Axis { field, values })
    }

    pub fn one(field: Field, value: Value) -> Axis {
        Axis { field, values: vec![value] }
    }

    /// Whether all values are numbers, so that they can stand on an axis to scale.
    pub fn is_numeric(&self) -> bool {
        self.values.iter().all(|value| value.number.is_some())
    }
}

/// The scenario with these values, to be run under one model.
///
/// # Errors
/// One message about the first value that cannot be.
pub fn apply<'a>(base: &Scenario, point: impl Iterator<Item = (&'a Field, &'a Value)>) -> Result<Scenario, String> {
    let (mut run, mut machine) = (Overrides::default(), MachineOverrides::default());
    let mut settings = Vec::new();
    for (field, value) in point {
        match field {
            Field::Path(path) => settings.push(Setting { path: path.clone(), value: value.text.clone() }),
            Field::Model => run.models = vec![model(&value.text)?],
            Field::Policy => run.policy = Some(Policy::parse(&value.text)?),
            Field::Workers => run.workers = Some(count(value)?),
            Field::SwitchInterval => run.switch_interval = Some(parse_duration(&value.text)?),
            Field::Cores => machine.cores = Some(count(value)?),
            Field::Seed => machine.seed = Some(count(value)?),
            Field::Repeat => {}
        }
    }
    let mut scenario = if settings.is_empty() { base.clone() } else { with(base, &settings)? };
    run.engine = Some(base.run.engine);
    scenario.apply(&run)?;
    scenario.machine.apply(&machine)?;
    scenario.machine.time_limit = base.machine.time_limit;
    Ok(scenario)
}

fn with(base: &Scenario, settings: &[Setting]) -> Result<Scenario, String> {
    let changed = base.with(settings).map_err(|error| in_one_line(&error, settings))?;
    // What the command line has said of the whole sweep still holds.
    let set = |name: &str| settings.iter().any(|setting| setting.path == name);
    let mut run = base.run.clone();
    if set("run.models") {
        run.models.clone_from(&changed.run.models);
    }
    if changed.tasks.len() != base.tasks.len() && base.run.workers.get() == base.tasks.len() {
        run.workers = changed.run.workers;
    }
    let MachineConfig { cores, seed, time_limit, supposed, .. } = base.machine;
    let profile = if set("machine.profile") { &changed.machine.profile } else { &base.machine.profile };
    let machine =
        MachineConfig { cores, seed, time_limit, supposed, profile: profile.clone(), ..changed.machine.clone() };
    Ok(Scenario { run, machine, ..changed })
}

/// The first mistake that the values make.
fn in_one_line(error: &LoadError, settings: &[Setting]) -> String {
    let (message, help) = match error {
        LoadError::Unreadable { message, help } => return joined(message, help.as_ref()),
        LoadError::Mistakes(files) => match files.first().and_then(|(_, mistakes)| mistakes.first()) {
            Some(mistake) => (&mistake.message, mistake.help.as_ref()),
            None => return error.to_string(),
        },
    };
    let set: Vec<String> = settings.iter().map(|one| format!("{}={}", one.path, one.value)).collect();
    format!("with {}: {}", set.join(", "), joined(message, help))
}

fn joined(message: &str, help: Option<&String>) -> String {
    help.map_or_else(|| message.to_string(), |help| format!("{message}; {help}"))
}

fn model(name: &str) -> Result<Model, String> {
    let known = Model::ALL.map(Model::name).join(", ");
    let found = Model::ALL.into_iter().find(|model| model.name() == name);
    found.ok_or_else(|| format!("unknown model `{name}`; known here: {known}"))
}

fn count<T: std::str::FromStr>(value: &Value) -> Result<T, String> {
    value.text.parse().map_err(|_| format!("`{}` is not a possible number here", value.text))
}
