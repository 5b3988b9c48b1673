//! `gilsim tune`: from a goal to a switch interval, with what it gains and costs.

mod report;

use super::failure::Failure;
use super::progress::{Counting, Progress};
use super::run::{refuse_unknown_figures, worker_command};
use super::sweep::{axis_of, usual_model};
use super::{bundled, interrupt, terminal, typed};
use crate::analysis::names_without_lanes;
use crate::engine;
use crate::scenario::{EngineName, MachineOverrides, Scenario};
use crate::sweep::{Axis, Field, Grid, Value, groups_of_runs};
use crate::tune::{Goal, Space, TrialError, Trials, advise};
use std::path::PathBuf;
use std::thread::available_parallelism;

#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  gilsim tune scenarios/tuning/echo.toml --goal \"p99(echo) < 2ms\"\n  gilsim tune scenarios/tuning/echo.toml --goal \"minimise wall under p99(echo) < 5ms\" --model threads,free-threaded\n\nA goal is a bound on a figure of gilsim list --figures, without model, or in short p99(GROUP), throughput(GROUP); bounds are joined by `and`"
)]
pub struct Args {
    /// The scenario file, a Python script, - for a script from standard input, or the name of a bundled scenario
    file: PathBuf,
    /// What is wanted, as "p99(short) < 2ms"; may be repeated
    #[arg(long, required = true, value_name = "GOAL")]
    goal: Vec<String>,
    /// The intervals to search in [default: 50us..100ms, 12 values, refined around the best]
    #[arg(long, value_name = "RANGE", default_value = "x12", hide_default_value = true)]
    switch_interval: String,
    /// Models that may be chosen, as threads,free-threaded [default: threads, where the scenario has it]
    #[arg(long, value_name = "LIST")]
    model: Option<String>,
    /// Policies that may be chosen [default: as the scenario says]
    #[arg(long, value_name = "LIST")]
    policy: Option<String>,
    /// Numbers of threads that may be chosen [default: as the scenario says]
    #[arg(long, visible_alias = "workers", value_name = "RANGE")]
    threads: Option<String>,
    /// Values that may be chosen for a field of the scenario's file by its path, as tasks.crunch.count=1..4, or for a global name of the program, as program.WORKERS=1..16; may be repeated
    #[arg(long = "set", value_name = "PATH=RANGE")]
    set: Vec<String>,
    /// Cores of the simulated machine [default: as the scenario says, else 4]
    #[arg(long, value_name = "N", value_parser = typed::whole_number::<usize>)]
    cores: Option<usize>,
    /// What things cost: a profile's name or file [default: as the scenario says]
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Seeds of each setting; the check takes others
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u64).range(2..=1_000))]
    seeds: u64,
    /// Print the recommendation as JSON instead of text
    #[arg(long)]
    json: bool,
    /// Say nothing but the recommendation
    #[arg(long, short)]
    quiet: bool,
}

/// Searches and tells; the exit status is 1 where no setting meets the goal.
pub fn main(args: &Args) -> Result<(), Failure> {
    let input = |message: String| Failure::input(message, None);
    let base = base(args)?;
    let worker = worker_command()?;
    let stop = interrupt::stop_at_ctrl_c("no setting is recommended")?;
    let groups = groups_of_runs(&base, &worker, &stop);
    let columns = names_without_lanes(&groups.iter().map(String::as_str).collect::<Vec<_>>());
    let goal = Goal::parse(&args.goal, &columns).map_err(input)?;
    let space = space(args, &base, &goal).map_err(input)?;
    let crew = available_parallelism().map_or(1, usize::from);
    let mut trials = Trials::new(base, columns, worker, stop, crew);
    let progress = Progress::new(args.quiet);
    let bar = Counting::begin(&progress, space.most_runs(), 0);
    let advice = advise(&mut trials, &space, &goal, &|| bar.one_more());
    bar.end();
    let advice = advice.map_err(|error| match error {
        TrialError::Stopped => Failure::interrupted(),
        TrialError::Failed(why) => Failure::run(why),
    })?;
    let text = if args.json {
        report::json(trials.base(), &goal, &advice)
    } else {
        report::text(trials.base(), &goal, &advice)
    };
    terminal::data(&text);
    if advice.meets && advice.confirmed { Ok(()) } else { Err(Failure::shown()) }
}

fn base(args: &Args) -> Result<Scenario, Failure> {
    let mut base = bundled::load(&args.file)?;
    refuse_unknown_figures(&base)?;
    base.run.engine = EngineName::Simulated;
    base.run.models = vec![usual_model(&base, false)];
    let machine = MachineOverrides { cores: args.cores, profile: args.profile.clone(), seed: None };
    base.machine.apply(&machine).map_err(|message| Failure::input(message, None))?;
    engine::check_machine(&base).map_err(|error| Failure::unfit_machine(&base, error))?;
    Ok(base)
}

fn space(args: &Args, base: &Scenario, goal: &Goal) -> Result<Space, String> {
    let model = base.run.models.first().map(ToString::to_string).unwrap_or_default();
    let mut axes = vec![match &args.model {
        Some(list) => Axis::parse(Field::Model, list)?,
        None => Axis::one(Field::Model, Value::of(&model)),
    }];
    axes.push(Axis::parse(Field::SwitchInterval, &args.switch_interval)?);
    let others = [(Field::Policy, &args.policy), (Field::Workers, &args.threads)];
    for (field, text) in others.into_iter().filter_map(|(field, text)| Some((field, text.as_ref()?))) {
        axes.push(Axis::parse(field, text)?);
    }
    for set in &args.set {
        axes.push(axis_of(set)?);
    }
    if let Some(axis) = axes.iter().find(|axis| axis.field.is_replicate()) {
        return Err(format!("{} is nothing to choose; --seeds says how often each setting is run", axis.field));
    }
    let grid = Grid::new(axes)?;
    grid.axes().iter().try_for_each(|axis| crate::sweep::check(base, axis))?;
    Ok(Space { group: group_of(goal), axes: grid.axes().to_vec(), seeds: (1..=args.seeds).collect() })
}

/// The group of tasks that the goal is about.
fn group_of(goal: &Goal) -> Option<String> {
    let figures = goal.bounds.iter().map(|bound| &bound.figure).chain(goal.aim.iter().map(|aim| &aim.figure));
    figures.into_iter().find_map(|figure| {
        let of = figure.strip_prefix("latency.").or(figure.strip_prefix("convoy."))?;
        Some(of.rsplit_once('.')?.0.to_string())
    })
}
