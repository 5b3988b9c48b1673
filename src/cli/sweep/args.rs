//! What can be typed behind `gilsim sweep`, and the sweep that is meant by it.

use crate::cli::bundled;
use crate::cli::failure::Failure;
use crate::cli::run::refuse_unknown_figures;
use crate::cli::typed;
use crate::model::Model;
use crate::scenario::{self, EngineName, MachineOverrides, Scenario};
use crate::sweep::{Axis, Field, Plan, Shard, Value};
use crate::time::Nanos;
use std::path::PathBuf;

#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  gilsim sweep scenarios/mixed.toml\n  gilsim sweep scenarios/mixed.toml --switch-interval 100us..100msx6 --set tasks.crunch.count=1..3 --threads 4\n  gilsim sweep scenarios/mixed.toml --shard 2/8\n\nA range is 50us..100ms (12 values at equal ratios), 50us..100msx20, 1ms..5ms:1ms (in steps), 1..16, or a list: 1,2,4"
)]
pub struct Args {
    /// The scenario file, a Python script, - for a script from standard input, or the name of a bundled scenario
    file: PathBuf,
    #[command(flatten)]
    pub axes: AxisArgs,
    /// Run on this machine's threads instead of the simulated machine: one run at a time, in shuffled order
    #[arg(long, conflicts_with_all = ["cores", "profile", "jobs"])]
    pub real: bool,
    /// How often each point is run [default: 3 with --real, else as there are seeds]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    repeats: Option<u32>,
    /// What things cost on the simulated machine: a profile's name or file [default: as the scenario says]
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Break each run off after this much virtual time; it then counts as failed
    #[arg(long, value_name = "TIME", value_parser = scenario::parse_duration, conflicts_with = "real")]
    time_limit: Option<Nanos>,
    /// Go on with the results that an earlier sweep of the same kind has left
    #[arg(long)]
    pub resume: bool,
    /// Throw away the results of a sweep that was not finished
    #[arg(long, conflicts_with = "resume")]
    pub restart: bool,
    /// Run a part only, as 2/8; gilsim merge joins the parts
    #[arg(long, value_name = "I/N", value_parser = Shard::parse)]
    pub shard: Option<Shard>,
    /// Do not ask whether so many runs are meant
    #[arg(long)]
    pub yes: bool,
    /// Runs at the same time [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_024))]
    pub jobs: Option<u32>,
    #[command(flatten)]
    pub shown: ShownArgs,
}

/// The parameters that are varied.
#[derive(clap::Args)]
#[command(next_help_heading = "Parameters")]
pub struct AxisArgs {
    /// What sys.setswitchinterval sets, as 50us..100ms [default, where nothing is swept: 12 values of that range]
    #[arg(long, value_name = "RANGE")]
    switch_interval: Option<String>,
    /// Threads (or processes) that run tasks at once, as 1..16
    #[arg(long, visible_alias = "workers", value_name = "RANGE")]
    threads: Option<String>,
    /// Cores of the simulated machine, as 1,2,4
    #[arg(long, value_name = "RANGE")]
    cores: Option<String>,
    /// Lock protocols, as cpython-interval,fifo
    #[arg(long, value_name = "LIST")]
    policy: Option<String>,
    /// Models, as threads,free-threaded [default: threads, where the scenario has it]
    #[arg(long, value_name = "LIST")]
    model: Option<String>,
    /// Seeds of everything random [default: 1..5; with --real the scenario's]
    #[arg(long, value_name = "RANGE", conflicts_with = "seeds")]
    seed: Option<String>,
    /// So many seeds, from 1 on
    #[arg(long, value_name = "N", value_parser = typed::seeds)]
    seeds: Option<String>,
    /// Any value of the scenario's file by its path, as tasks.crunch.count=1..4, or a global name of the program, as program.N=10,20; may be repeated
    #[arg(long = "set", value_name = "PATH=RANGE")]
    set: Vec<String>,
}

/// Where results go, and what is drawn.
#[derive(clap::Args)]
pub struct ShownArgs {
    /// Folder for the results; a folder named after the scenario is made in it
    #[arg(long, short, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    /// The figure to draw, as latency.short.p99 or wall [default: what tells most]
    #[arg(long, value_name = "NAME")]
    pub figure: Option<String>,
    /// Draw SVG files too
    #[arg(long, conflicts_with = "no_chart")]
    pub svg: bool,
    /// Draw no pictures
    #[arg(long)]
    pub no_chart: bool,
    /// Say nothing but errors
    #[arg(long, short)]
    pub quiet: bool,
}

impl Args {
    /// The scenario, prepared for one engine and one model.
    fn base(&self) -> Result<Scenario, Failure> {
        let mut base = bundled::load(&self.file)?;
        refuse_unknown_figures(&base)?;
        base.run.engine = if self.real { EngineName::Real } else { EngineName::Simulated };
        base.run.models = vec![usual_model(&base, self.real)];
        base.machine.time_limit = self.time_limit;
        let machine = MachineOverrides { profile: self.profile.clone(), ..MachineOverrides::default() };
        base.machine.apply(&machine).map_err(|message| Failure::input(message, None))?;
        Ok(base)
    }

    /// All that is to be run.
    pub fn plan(&self) -> Result<Plan, Failure> {
        let base = self.base()?;
        let axes = self.all_axes(&base).map_err(|message| Failure::input(message, None))?;
        Plan::new(base, axes).map_err(|message| Failure::input(message, None))
    }

    /// The axes of the command line; without any, those of the scenario, or the usual intervals. Single values that the scenario
    /// wants its sweeps to have hold beside other axes, too.
    fn all_axes(&self, base: &Scenario) -> Result<Vec<Axis>, String> {
        let mut axes = self.axes.axes()?;
        let own = base.sweep.axes.iter().filter(|(name, _)| !axes.iter().any(|axis| axis.field.name() == name));
        let own =
            own.map(|(name, range)| Axis::parse(Field::of(name), range)).collect::<Result<Vec<Axis>, String>>()?;
        let is_any_typed = axes.iter().any(|axis| !axis.field.is_replicate());
        let fixes = |axis: &Axis| axis.values.len() == 1 && matches!(axis.field, Field::Path(_));
        axes.extend(own.into_iter().filter(|axis| !is_any_typed || fixes(axis)));
        if !axes.iter().any(|axis| !axis.field.is_replicate()) {
            axes.push(Axis::parse(Field::SwitchInterval, "x12")?);
        }
        let repeats = self.repeats.or(self.real.then_some(3));
        if let Some(repeats) = repeats {
            axes.push(Axis::parse(Field::Repeat, &format!("1..{repeats}"))?);
        } else if !axes.iter().any(|axis| axis.field == Field::Seed) {
            axes.push(Axis::parse(Field::Seed, "1..5")?);
        }
        Ok(axes)
    }
}

impl AxisArgs {
    fn axes(&self) -> Result<Vec<Axis>, String> {
        let options = [
            (Field::SwitchInterval, &self.switch_interval),
            (Field::Workers, &self.threads),
            (Field::Cores, &self.cores),
            (Field::Policy, &self.policy),
            (Field::Model, &self.model),
            (Field::Seed, &self.seed),
            (Field::Seed, &self.seeds),
        ];
        let given = options.into_iter().filter_map(|(field, text)| Some((field, text.as_ref()?)));
        let mut axes: Vec<Axis> = given.map(|(field, text)| Axis::parse(field, text)).collect::<Result<_, _>>()?;
        for set in &self.set {
            axes.push(axis_of(set)?);
        }
        Ok(axes)
    }
}

/// The axis of `PATH=RANGE`.
///
/// # Errors
/// One line on what is wrong.
pub fn axis_of(set: &str) -> Result<Axis, String> {
    let (path, range) = set
        .split_once('=')
        .ok_or_else(|| format!("`{set}` sets nothing; write it like --set tasks.crunch.count=1..4"))?;
    Axis::parse(Field::of(path.trim()), range)
}

/// Threads are what a switch interval is for.
pub fn usual_model(scenario: &Scenario, real: bool) -> Model {
    let possible = |model: &&Model| !real || model.runs_for_real();
    let models = &scenario.run.models;
    let named = models.iter().find(|model| **model == Model::Threads).or(models.iter().find(possible));
    named.copied().unwrap_or(Model::Threads)
}

/// For messages: `switch interval 50us to 100ms (12), seed 1 to 5 (5)`.
pub fn in_words(axes: &[Axis]) -> String {
    let one = |axis: &Axis| match axis.values.as_slice() {
        [Value { text, .. }] => format!("{} {text}", axis.field),
        [first, .., last] if axis.values.len() > 3 => {
            format!("{} {} to {} ({} values)", axis.field, first.text, last.text, axis.values.len())
        }
        all => {
            let texts: Vec<&str> = all.iter().map(|value| value.text.as_str()).collect();
            format!("{} {}", axis.field, texts.join(", "))
        }
    };
    axes.iter().map(one).collect::<Vec<_>>().join("; ")
}
