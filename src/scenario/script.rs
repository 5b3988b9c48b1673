//! A plain Python file as a scenario: its body is the only task, run by the main thread. Knows no TOML.

use super::machine_config::{MachineConfig, StartMethod, Supposed};
use super::{EngineName, LoadError, Overrides, RunConfig, Scenario, Task};
use crate::gil::Policy;
use crate::lang;
use crate::model::Model;
use crate::source::{Source, SourceFile};
use sha2::{Digest, Sha256};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

/// The only task of a script, as its lane is called.
const MAIN: &str = "main";

/// The scenario that runs the file as `python3` would.
///
/// # Errors
/// All mistakes in the program's text.
pub fn script(file: SourceFile) -> Result<Scenario, LoadError> {
    let file = Arc::new(file);
    let source = Arc::new(Source::whole(Arc::clone(&file)));
    let nothing = SourceFile::new(file.name.clone(), "").at(file.path.clone()).among(file.neighbours.clone());
    let nothing = Arc::new(Source::whole(Arc::new(nothing)));
    let wrong = |found| LoadError::Mistakes(vec![(Arc::clone(&file), found)]);
    let body = lang::compile_module(&source).map_err(wrong)?;
    let module = lang::compile_module(&nothing).map_err(wrong)?;
    let path = PathBuf::from(&file.name);
    let name = super::check::name(&path);
    let task = Task { name: MAIN.to_owned(), group: MAIN.to_owned(), call: String::new(), code: body.code, core: None };
    Ok(Scenario {
        title: file.name.clone(),
        hash: Sha256::digest(&file.text).iter().map(|byte| format!("{byte:02x}")).collect(),
        program: source,
        module: module.code,
        warnings: body.warnings,
        file: Arc::clone(&file),
        path,
        name,
        tasks: vec![task],
        run: RunConfig {
            models: vec![Model::Threads],
            workers: NonZeroUsize::MIN,
            pool: None,
            switch_interval: RunConfig::DEFAULT_SWITCH_INTERVAL,
            policy: Policy::CpythonInterval,
            engine: EngineName::Real,
            memory_limit: RunConfig::DEFAULT_MEMORY_LIMIT,
            arguments: vec![file.name.clone()],
        },
        machine: MachineConfig {
            cores: MachineConfig::DEFAULT_CORES,
            profile: None,
            seed: 1,
            start_method: StartMethod::default(),
            time_limit: None,
            costs: Vec::new(),
            supposed: Supposed::NOTHING,
        },
        network: crate::net::Network::default(),
        expect: Vec::new(),
        published: Vec::new(),
        sweep: super::SweepConfig::default(),
        script: true,
    })
}

impl Scenario {
    /// Takes over what the command line says.
    ///
    /// # Errors
    /// One line about the first value that cannot be, or that means nothing to a script.
    pub fn apply(&mut self, given: &Overrides) -> Result<(), String> {
        if self.script {
            means_something_to_a_script(&self.file.name, given)?;
        }
        self.run.apply(given)
    }
}

fn means_something_to_a_script(script: &str, given: &Overrides) -> Result<(), String> {
    if given.workers.is_some() {
        return Err(format!(
            "workers are for the tasks of a scenario, and {script} is a script, which starts its threads itself; give their \
             number a name in the script, such as WORKERS, and vary it with gilsim sweep --set program.WORKERS=1..8"
        ));
    }
    match given.models.iter().find(|model| !model.runs_scripts()) {
        Some(model) => Err(format!(
            "the model {model} is for the tasks of a scenario, and {script} is a script, which starts its threads and processes \
             itself; possible are threads and free-threaded"
        )),
        None => Ok(()),
    }
}
