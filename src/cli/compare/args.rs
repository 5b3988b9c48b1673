//! What can be typed behind `gilsim compare`, and the comparison that is meant by it.

use crate::cli::failure::Failure;
use crate::cli::run::{ModelArg, refuse_unknown_figures};
use crate::cli::{bundled, typed};
use crate::compare::Plan;
use crate::engine;
use crate::model::Model;
use crate::scenario::{self, EngineName, MachineOverrides, Overrides, Scenario};
use crate::sweep::{Axis, Field, Value};
use crate::time::Nanos;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;

#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  gilsim compare scenarios/cpu_bound.toml\n  gilsim compare scenarios/mixed.toml --cores 1,2,4,8\n\nThe tasks of the scenario run under each model that fits, over the same seeds; what is said of a change was run too"
)]
pub struct Args {
    /// The scenario file, or the name of a bundled scenario
    file: PathBuf,
    /// Compare this model with the sequential one; may be repeated [default: all]
    #[arg(long = "model", value_name = "MODEL")]
    models: Vec<ModelArg>,
    /// Cores of the simulated machine; of a list as 1,2,4,8 each, to see where the choice changes [default: as the scenario says, else 4]
    #[arg(long, value_name = "RANGE")]
    cores: Option<String>,
    /// Seeds of everything random [default: 1..3]
    #[arg(long, value_name = "RANGE", conflicts_with = "seeds")]
    seed: Option<String>,
    /// So many seeds, from 1 on
    #[arg(long, value_name = "N", value_parser = typed::seeds)]
    seeds: Option<String>,
    /// How many tasks run at once, in every model [default: as the scenario says, else as each model has it]
    #[arg(long, value_name = "N", value_parser = typed::whole_number::<usize>)]
    workers: Option<usize>,
    /// What sys.setswitchinterval sets, as 5ms or 100us [default: as the scenario says]
    #[arg(long, value_name = "TIME", value_parser = scenario::parse_duration)]
    switch_interval: Option<Nanos>,
    /// What things cost on the simulated machine: a profile's name or file [default: as the scenario says]
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Break each run off after this much virtual time; its model then does not fit
    #[arg(long, value_name = "TIME", value_parser = scenario::parse_duration, conflicts_with = "real")]
    time_limit: Option<Nanos>,
    /// Run on this machine's threads and processes, one run at a time, as often as there are seeds
    #[arg(long, conflicts_with_all = ["cores", "profile"])]
    pub real: bool,
    /// Do not look for what would change the choice
    #[arg(long)]
    no_changes: bool,
    /// Folder for the pictures; a folder named after the scenario is made in it
    #[arg(long, short, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    /// Print the comparison as JSON instead of text
    #[arg(long)]
    pub json: bool,
    /// Say nothing but errors
    #[arg(long, short)]
    pub quiet: bool,
    /// Draw SVG files too
    #[arg(long, conflicts_with = "no_chart")]
    pub svg: bool,
    /// Draw no pictures
    #[arg(long)]
    pub no_chart: bool,
}

impl Args {
    /// The scenario, on the machine of the comparison.
    pub fn base(&self) -> Result<Scenario, Failure> {
        let input = |message: String| Failure::input(message, None);
        let mut base = bundled::load(&self.file)?;
        refuse_unknown_figures(&base)?;
        if base.script {
            let help =
                "write its tasks into a scenario, each as a call; the models then start the threads or processes";
            let message = format!("{} is a script, which decides by itself what runs it", base.file.name);
            return Err(Failure::input(message, Some(help)));
        }
        let engine = if self.real { EngineName::Real } else { EngineName::Simulated };
        base.run.models = vec![Model::Sequential];
        let overrides = Overrides {
            workers: self.workers,
            switch_interval: self.switch_interval,
            engine: Some(engine),
            ..Overrides::default()
        };
        base.apply(&overrides).map_err(input)?;
        let cores = self.cores()?;
        let machine = MachineOverrides {
            cores: own_cores(&base, &cores).map(NonZeroUsize::get),
            profile: self.profile.clone(),
            seed: None,
        };
        base.machine.apply(&machine).map_err(input)?;
        base.machine.time_limit = self.time_limit;
        if !self.real {
            engine::check_machine(&base).map_err(|error| Failure::unfit_machine(&base, error))?;
        }
        Ok(base)
    }

    pub fn plan(&self, base: &Scenario) -> Result<Plan, Failure> {
        let asked: Vec<Model> = self.models.iter().map(|model| model.0).collect();
        if let Some((_, twice)) = asked.iter().enumerate().find(|(at, model)| asked[..*at].contains(model)) {
            return Err(Failure::input(format!("the model `{twice}` is named twice"), Some("name each model once")));
        }
        let is_wanted = |model: &Model| asked.is_empty() || asked.contains(model) || *model == Model::Sequential;
        let cores = self.cores()?;
        let usable = match base.run.engine {
            EngineName::Simulated => base.machine.cores.get(),
            EngineName::Real => available_parallelism().map_or(1, usize::from),
        };
        Ok(Plan {
            models: Model::ALL.into_iter().filter(is_wanted).collect(),
            cores: if cores.len() > 1 { cores } else { Vec::new() },
            usable,
            changes: !self.real && !self.no_changes,
        })
    }

    pub fn seeds(&self) -> Result<Vec<u64>, Failure> {
        let axis = Axis::parse(Field::Seed, self.seed.as_deref().or(self.seeds.as_deref()).unwrap_or("1..3"));
        let seeds = axis.and_then(|axis| axis.values.iter().map(integer).collect());
        seeds.map_err(|message: String| Failure::input(message, None))
    }

    /// Ascending, each once.
    fn cores(&self) -> Result<Vec<NonZeroUsize>, Failure> {
        let Some(text) = &self.cores else { return Ok(Vec::new()) };
        let axis = Axis::parse(Field::Cores, text).and_then(|axis| {
            let possible = |value: &Value| integer(value).and_then(|cores| checked_cores(cores, value));
            axis.values.iter().map(possible).collect::<Result<Vec<_>, _>>()
        });
        let mut cores = axis.map_err(|message| Failure::input(message, None))?;
        cores.sort_unstable();
        cores.dedup();
        Ok(cores)
    }
}

fn integer(value: &Value) -> Result<u64, String> {
    value.text.parse().map_err(|_| format!("`{}` is not a possible number here", value.text))
}

fn checked_cores(cores: u64, value: &Value) -> Result<NonZeroUsize, String> {
    let most = engine::simulated::MOST_CORES;
    let possible = usize::try_from(cores).ok().filter(|cores| *cores <= most).and_then(NonZeroUsize::new);
    possible.ok_or_else(|| format!("`cores` cannot be {}; from 1 to {most} is possible", value.text))
}

/// The machine of the table: the scenario's where the list has it, else the largest of the list.
fn own_cores(base: &Scenario, cores: &[NonZeroUsize]) -> Option<NonZeroUsize> {
    cores.iter().copied().find(|cores| *cores == base.machine.cores).or(cores.last().copied())
}
