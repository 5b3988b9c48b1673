//! From what a file says to what is run: bounds, names, defaults, compilation. Notes all mistakes and goes on.

use super::machine_config::{MachineConfig, StartMethod, Supposed};
use super::mirror::{Mirror, RawMachine, RawRun};
use super::mistakes::{Fault, Mistakes};
use super::model::Scenario;
use super::nearest::suggestion;
use super::run_config::{EngineName, RunConfig, memory, number, repeated_model, switch_interval, workers};
use super::walk::At;
use super::{Unreadable, costs, expect, program, published, tasks};
use crate::gil::Policy;
use crate::model::Model;
use crate::source::{Source, SourceFile};
use crate::time::Nanos;
use sha2::{Digest, Sha256};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) const MOST_CORES: usize = 1_024;
const LONGEST_TITLE: usize = 200;

/// The scenario, or `None` where the mistakes leave none. It is only good where no mistake was noted.
pub fn check(
    file: &Arc<SourceFile>,
    mirror: Mirror,
    read_program: &dyn Fn(&str) -> Result<SourceFile, Unreadable>,
    mistakes: &mut Mistakes,
) -> Option<Scenario> {
    let title = mirror.title.and_then(|title| mistakes.keep(checked_title(&title.value), title.span));
    let program = mirror.program.and_then(|raw| program::compile(raw, file, read_program, mistakes));
    let module = program.as_ref().and_then(|program| program.module.as_ref());
    let tasks = tasks::check(mirror.tasks, file, module, mistakes);
    let run = run(mirror.run, tasks.len(), mistakes);
    let machine = machine(mirror.machine, file, mistakes);
    let expect = expect::check(mirror.expect, file, mistakes);
    let published = published::check(mirror.published, file, mistakes);
    let path = PathBuf::from(&file.name);
    let name = name(&path);
    let program = program?;
    let module = program.module?;
    Some(Scenario {
        title: title.unwrap_or_else(|| name.clone()),
        hash: hash(file, &program.source),
        program: program.source,
        warnings: module.warnings,
        module: module.code,
        file: Arc::clone(file),
        path,
        name,
        tasks,
        run,
        machine,
        network: mirror.network,
        expect,
        published,
        script: false,
        sweep: mirror.sweep,
    })
}

/// The file's name without ending. It names a folder, so it is not one that means another (`.`, `..`).
pub(super) fn name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    if stem.trim_matches('.').is_empty() { "scenario".to_owned() } else { stem.into_owned() }
}

fn checked_title(title: &str) -> Result<String, Fault> {
    let title = title.trim();
    if title.is_empty() {
        return Err(Fault::new("the title is empty", "without `title` the file's name is the title"));
    }
    if title.chars().any(char::is_control) || title.chars().count() > LONGEST_TITLE {
        let help = format!("a title is one line of up to {LONGEST_TITLE} characters");
        return Err(Fault::new("the title does not fit a line", help));
    }
    Ok(title.to_owned())
}

/// `[run]` with defaults in place of what was not said or is wrong.
fn run(raw: RawRun, tasks: usize, mistakes: &mut Mistakes) -> RunConfig {
    let count = raw.workers.and_then(|count| mistakes.keep(workers(count.value), count.span));
    let interval = raw.switch_interval.and_then(|text| mistakes.keep(interval(&text.value), text.span));
    let policy = raw.policy.and_then(|name| mistakes.keep(policy(&name.value), name.span));
    let engine = raw.engine.and_then(|name| mistakes.keep(engine(&name.value), name.span));
    let limit = raw.memory_limit.and_then(|text| mistakes.keep(memory(&text.value), text.span));
    RunConfig {
        models: models(raw.models, mistakes),
        workers: count.unwrap_or_else(|| default_workers(tasks)),
        pool: count,
        switch_interval: interval.unwrap_or(RunConfig::DEFAULT_SWITCH_INTERVAL),
        policy: policy.unwrap_or(Policy::CpythonInterval),
        engine: engine.unwrap_or(EngineName::Real),
        memory_limit: limit.unwrap_or(RunConfig::DEFAULT_MEMORY_LIMIT),
        arguments: Vec::new(),
    }
}

fn default_workers(tasks: usize) -> NonZeroUsize {
    NonZeroUsize::new(tasks.min(RunConfig::MOST_WORKERS)).unwrap_or(NonZeroUsize::MIN)
}

fn interval(text: &str) -> Result<Nanos, Fault> {
    super::duration::duration(text).and_then(switch_interval)
}

/// The models that are named, in that order; the default ones where none are.
fn models(raw: Option<At<Vec<At<String>>>>, mistakes: &mut Mistakes) -> Vec<Model> {
    let Some(raw) = raw else { return Model::USUAL.to_vec() };
    if raw.value.is_empty() {
        let help = "name at least one, or leave `models` out";
        mistakes.value(Fault::new("there is no model to run", help).at(raw.span));
    }
    let mut models = Vec::new();
    for name in raw.value {
        match mistakes.keep(model(&name.value), name.span) {
            Some(model) if models.contains(&model) => mistakes.value(repeated_model(model).at(name.span)),
            Some(model) => models.push(model),
            None => {}
        }
    }
    models
}

fn model(name: &str) -> Result<Model, Fault> {
    let known = Model::ALL.map(Model::name);
    Model::ALL.into_iter().find(|model| model.name() == name).ok_or_else(|| unknown("model", name, &known))
}

fn policy(text: &str) -> Result<Policy, Fault> {
    let help = "gilsim list shows the policies and their parameters";
    Policy::parse(text).map_err(|message| Fault::new(message, help))
}

fn engine(name: &str) -> Result<EngineName, Fault> {
    let known = EngineName::ALL.map(EngineName::name);
    EngineName::ALL.into_iter().find(|engine| engine.name() == name).ok_or_else(|| unknown("engine", name, &known))
}

fn unknown(what: &str, name: &str, known: &[&str]) -> Fault {
    Fault::new(format!("unknown {what} `{name}`"), suggestion(name, known))
}

/// `[machine]` with defaults in place of what was not said or is wrong.
fn machine(raw: RawMachine, file: &SourceFile, mistakes: &mut Mistakes) -> MachineConfig {
    let cores = raw.cores.and_then(|cores| mistakes.keep(number("cores", cores.value, MOST_CORES), cores.span));
    let profile = raw.profile.and_then(|name| mistakes.keep(profile(&name.value), name.span));
    let profile = profile.map(|name| beside(file, name));
    let seed = raw.seed.and_then(|seed| mistakes.keep(checked_seed(seed.value), seed.span));
    let cores = cores.unwrap_or(MachineConfig::DEFAULT_CORES);
    let start_method = raw.start_method.and_then(|name| mistakes.keep(start_method(&name.value), name.span));
    let start_method = start_method.unwrap_or_default();
    let costs = costs::check(raw.costs, file, mistakes);
    MachineConfig {
        cores,
        profile,
        seed: seed.unwrap_or(1),
        start_method,
        costs,
        time_limit: None,
        supposed: Supposed::NOTHING,
    }
}

fn start_method(name: &str) -> Result<StartMethod, Fault> {
    let known = StartMethod::ALL.map(StartMethod::name);
    let found = StartMethod::ALL.into_iter().find(|method| method.name() == name);
    found.ok_or_else(|| unknown("start method", name, &known))
}

pub(super) fn profile(name: &str) -> Result<String, Fault> {
    match name.trim() {
        "" => Err(Fault::new("the profile's name is empty", "write it like this: profile = \"cpython-3.11\"")),
        name => Ok(name.to_owned()),
    }
}

/// A profile's file that is in the scenario's folder; else the name as it stands.
fn beside(scenario: &SourceFile, profile: String) -> String {
    let path = Path::new(&scenario.name).with_file_name(&profile);
    if profile.ends_with(".toml") && path.is_file() { path.display().to_string() } else { profile }
}

pub(super) fn checked_seed(seed: i128) -> Result<u64, Fault> {
    // TOML's integers are signed, so that a seed beyond i64 would not be portable.
    let in_range = i64::try_from(seed).ok().and_then(|seed| u64::try_from(seed).ok());
    let help = || format!("from 0 to {} is possible", i64::MAX);
    in_range.ok_or_else(|| Fault::new(format!("`seed` cannot be {seed}"), help()))
}

fn hash(file: &SourceFile, program: &Source) -> String {
    let mut hasher = Sha256::new();
    hasher.update(&file.text);
    if !std::ptr::eq(program.file(), file) {
        hasher.update(&program.text);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
