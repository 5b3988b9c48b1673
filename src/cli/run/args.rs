//! What can be typed behind `gilsim run`, and the scenario that is meant by it.

use crate::analysis;
use crate::cli::failure::Failure;
use crate::cli::{bundled, terminal, typed};
use crate::engine;
use crate::gil::Policy;
use crate::model::Model;
use crate::scenario::{self, EngineName, MachineOverrides, Overrides, Scenario};
use crate::source::{Diagnostic, Span, render};
use crate::time::Nanos;
use clap::ValueEnum;
use std::path::PathBuf;

#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  gilsim run scenarios/cpu_bound.toml\n  gilsim run scenarios/mixed.toml --model threads --switch-interval 1ms\n  gilsim run listing.py --simulated --cores 8 -- --items 100\n  gilsim run - < listing.py"
)]
pub struct Args {
    /// The scenario file, a Python script, - for a script from standard input, or the name of a bundled scenario
    file: PathBuf,
    /// Run under this model only; may be repeated [default: as the scenario says]
    #[arg(long = "model", value_name = "MODEL")]
    models: Vec<ModelArg>,
    /// How many tasks run at once; the others queue [default: as the scenario says]
    #[arg(long, value_name = "N", value_parser = typed::whole_number::<usize>)]
    workers: Option<usize>,
    /// How the lock changes hands, as ruby-gvl or ruby-gvl:quantum=50ms; gilsim list shows them [default: as the scenario says]
    #[arg(long, value_parser = Policy::parse)]
    policy: Option<Policy>,
    /// What sys.setswitchinterval sets, as 5ms or 100us [default: as the scenario says]
    #[arg(long, value_name = "TIME", value_parser = scenario::parse_duration)]
    switch_interval: Option<Nanos>,
    /// Stop after this much real time, and on the simulated machine each model after this much virtual time
    #[arg(long, value_name = "TIME", value_parser = scenario::parse_duration)]
    pub time_limit: Option<Nanos>,
    /// How much memory the objects of a program may take before MemoryError, as 512MiB [default: as the scenario says, else 1GiB]
    #[arg(long, value_name = "SIZE", value_parser = scenario::parse_memory)]
    memory_limit: Option<u64>,
    /// Folder for the results; a folder named after the scenario is made in it
    #[arg(long, short, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    /// Print the summary as JSON instead of text; of a script to standard error, as what it prints is its own
    #[arg(long)]
    pub json: bool,
    /// Say nothing but errors
    #[arg(long, short)]
    pub quiet: bool,
    /// Draw timeline.svg too, and both where a script had but one thread
    #[arg(long, conflicts_with = "no_chart")]
    pub svg: bool,
    /// Draw a lane per core too, on the simulated machine
    #[arg(long, conflicts_with = "no_chart")]
    pub core_lanes: bool,
    /// Draw no timeline
    #[arg(long)]
    pub no_chart: bool,
    /// What a script finds in sys.argv behind its own name
    #[arg(last = true, value_name = "ARGUMENTS")]
    arguments: Vec<String>,
    #[command(flatten)]
    machine: Machine,
}

/// Where the run takes place.
#[derive(clap::Args)]
#[command(next_help_heading = "Simulated machine")]
struct Machine {
    /// Run on a simulated machine, in virtual time
    #[arg(long)]
    simulated: bool,
    /// Cores of the simulated machine [default: as the scenario says, else 4]
    #[arg(long, value_name = "N", value_parser = typed::whole_number::<usize>)]
    cores: Option<usize>,
    /// What things cost on the simulated machine: a profile's name or file [default: as the scenario says]
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Seed of everything random [default: as the scenario says, else 1]
    #[arg(long, value_name = "N", value_parser = typed::whole_number::<u64>)]
    seed: Option<u64>,
}

/// A model's name on the command line.
#[derive(Clone, Copy)]
pub struct ModelArg(pub Model);

impl ValueEnum for ModelArg {
    fn value_variants<'a>() -> &'a [ModelArg] {
        const ALL: [ModelArg; Model::ALL.len()] = {
            let mut all = [ModelArg(Model::Sequential); Model::ALL.len()];
            let mut at = 0;
            while at < all.len() {
                all[at] = ModelArg(Model::ALL[at]);
                at += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.name()).help(self.0.about()))
    }
}

impl Args {
    /// The scenario with what the command line says about it.
    pub fn scenario(&self) -> Result<Scenario, Failure> {
        let mut scenario = bundled::load(&self.file)?;
        scenario.apply(&self.overrides()).map_err(|message| Failure::input(message, None))?;
        self.refuse_idle_interval(&scenario)?;
        self.change_machine(&mut scenario)?;
        refuse_unknown_figures(&scenario)?;
        Ok(scenario)
    }

    /// Whether the timeline is drawn. `says_little`: there is but one lane to be seen.
    pub fn wants_chart(&self, says_little: bool) -> bool {
        !self.no_chart && (self.svg || self.core_lanes || !says_little)
    }

    fn overrides(&self) -> Overrides {
        Overrides {
            models: self.models.iter().map(|model| model.0).collect(),
            workers: self.workers,
            switch_interval: self.switch_interval,
            policy: self.policy,
            engine: self.machine.simulated.then_some(EngineName::Simulated),
            memory_limit: self.memory_limit,
            arguments: self.arguments.clone(),
        }
    }

    /// An interval is for policies whose waiters wait for it.
    fn refuse_idle_interval(&self, scenario: &Scenario) -> Result<(), Failure> {
        let policy = scenario.run.policy;
        if self.switch_interval.is_none() || policy.waits_an_interval() {
            return Ok(());
        }
        let name = policy.name();
        let message = format!("nobody waits for a switch interval under {name}, so --switch-interval changes nothing");
        let own = policy.parameters().into_iter().next().map(|(parameter, value)| {
            format!("its own parameters are part of its name, as in --policy {name}:{parameter}={value}")
        });
        Err(Failure::input(message, own.as_deref()))
    }

    fn change_machine(&self, scenario: &mut Scenario) -> Result<(), Failure> {
        let Machine { cores, profile, seed, .. } = &self.machine;
        let given = [("--cores", cores.is_some()), ("--profile", profile.is_some()), ("--core-lanes", self.core_lanes)];
        let given = given.into_iter().find(|(_, is_given)| *is_given);
        if let Some((what, _)) = given.filter(|_| scenario.run.engine == EngineName::Real) {
            return Err(Failure::input(format!("{what} describes the simulated machine"), Some("add --simulated")));
        }
        let changes = MachineOverrides { cores: *cores, profile: profile.clone(), seed: *seed };
        scenario.machine.apply(&changes).map_err(|message| Failure::input(message, None))?;
        if scenario.run.engine == EngineName::Simulated {
            scenario.machine.time_limit = self.time_limit;
            engine::check_machine(scenario).map_err(|error| Failure::unfit_machine(scenario, error))?;
        }
        Ok(())
    }
}

/// Expectations and published figures are of figures that there are.
pub fn refuse_unknown_figures(scenario: &Scenario) -> Result<(), Failure> {
    let groups: Vec<&str> = scenario.tasks.iter().map(|task| task.group.as_str()).collect();
    let expected = scenario.expect.iter().map(|expected| (&expected.figure, expected.span));
    let published = scenario.published.iter().map(|published| (&published.figure, published.span));
    let named = expected.chain(published);
    let unknown: Vec<_> = named.filter_map(|(name, span)| unknown_figure(name, span, &groups)).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    Err(Failure::mistakes(render(&scenario.file, &unknown, terminal::style())))
}

fn unknown_figure(name: &str, span: Span, groups: &[&str]) -> Option<Diagnostic> {
    if analysis::describe(name).is_some() {
        return None;
    }
    let near = analysis::suggest(name, groups);
    let help = match near.as_slice() {
        [] => "gilsim list --figures shows all figures".to_string(),
        near => format!("did you mean `{}`?", near.join("` or `")),
    };
    Some(Diagnostic::new(format!("there is no figure `{name}`"), span).help(help))
}
