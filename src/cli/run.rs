//! `gilsim run`: load, run under each model, analyse, keep, draw, show.

use super::failure::{self, Failure};
use super::folder::Folder;
use super::progress::Progress;
use super::summary::Summary;
use super::{WORKER, bundled, interrupt, picture, report, terminal};
use crate::analysis::{self, Bound, Expectations, Host, Report, check_expectations};
use crate::chart;
use crate::engine::{self, Clock, EngineError, Setup, Stop, WorkerCommand};
use crate::model::Model;
use crate::scenario::{self, Expectation, Overrides, Scenario};
use crate::source::{Diagnostic, render};
use crate::time::Nanos;
use crate::trace::{Header, LOG_FORMAT, LOG_NAME, LogWriter, TaskInfo, Trace, check};
use clap::ValueEnum;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::{SystemTime, UNIX_EPOCH};

const SUMMARY_NAME: &str = "summary.json";
const PNG_NAME: &str = "timeline.png";
const SVG_NAME: &str = "timeline.svg";

#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  gilsim run scenarios/cpu_bound.toml\n  gilsim run scenarios/mixed.toml --model threads --switch-interval 1ms"
)]
pub struct Args {
    /// The scenario file, or the name of a bundled scenario
    file: PathBuf,
    /// Run under this model only; may be repeated [default: as the scenario says]
    #[arg(long = "model", value_name = "MODEL")]
    models: Vec<ModelArg>,
    /// How many tasks run at once; the others queue [default: as the scenario says]
    #[arg(long, value_name = "N")]
    workers: Option<usize>,
    /// What sys.setswitchinterval sets, as 5ms or 100us [default: as the scenario says]
    #[arg(long, value_name = "TIME", value_parser = scenario::parse_duration)]
    switch_interval: Option<Nanos>,
    /// Folder for the results; a folder named after the scenario is made in it
    #[arg(long, short, value_name = "DIR", default_value = "output")]
    output: PathBuf,
    /// Print the summary as JSON instead of text
    #[arg(long)]
    json: bool,
    /// Say nothing but errors
    #[arg(long, short)]
    quiet: bool,
    /// Draw timeline.svg too
    #[arg(long, conflicts_with = "no_chart")]
    svg: bool,
    /// Draw no timeline
    #[arg(long)]
    no_chart: bool,
}

/// A model's name on the command line.
#[derive(Clone, Copy)]
struct ModelArg(Model);

impl ValueEnum for ModelArg {
    fn value_variants<'a>() -> &'a [ModelArg] {
        const ALL: [ModelArg; 3] = [ModelArg(Model::Sequential), ModelArg(Model::Threads), ModelArg(Model::Processes)];
        &ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.name()).help(self.0.about()))
    }
}

/// Runs the scenario; keeps and shows what was measured, also where something failed.
pub fn main(args: &Args) -> Result<(), Failure> {
    let scenario = load(args)?;
    let folder = Folder::prepare(&args.output, &scenario.name).map_err(|error| unwritable(&args.output, &error))?;
    let stop = interrupt::stop_at_ctrl_c()?;
    let progress = Progress::new(args.quiet);
    let host = Host { cores: host_cores(), switch_interval: scenario.run.switch_interval };
    let mut run = execute(&scenario, &folder, &stop, host, &progress)?;
    let report = Report::new(&run.traces, host);
    let expectations = check_expectations(scenario.expect.iter().map(bound), &report.figures);
    run.problems.extend(report::problems(&report, &expectations));
    let summary = Summary::new(&scenario, &report, host, &expectations, &run.problems, stop.requested());
    let unwritten = keep(&folder, &summary, &scenario, &report, args);
    show(args, &scenario, &report, &summary, &expectations);
    run.problems.extend(unwritten);
    progress.say(&format!("the results are in {}", folder.path().display()));
    end(&run.problems, &stop)
}

/// The scenario with what the command line says about it.
fn load(args: &Args) -> Result<Scenario, Failure> {
    let mut scenario = bundled::load(&args.file)?;
    let overrides = Overrides {
        models: args.models.iter().map(|model| model.0).collect(),
        workers: args.workers,
        switch_interval: args.switch_interval,
    };
    scenario.run.apply(&overrides).map_err(|message| Failure::input(message, None))?;
    let groups: Vec<&str> = scenario.tasks.iter().map(|task| task.group.as_str()).collect();
    let unknown: Vec<_> = scenario.expect.iter().filter_map(|expected| unknown_figure(expected, &groups)).collect();
    if !unknown.is_empty() {
        return Err(Failure::mistakes(render(&scenario.file, &unknown, terminal::style())));
    }
    Ok(scenario)
}

fn unknown_figure(expectation: &Expectation, groups: &[&str]) -> Option<Diagnostic> {
    let name = &expectation.figure;
    if analysis::describe(name).is_some() {
        return None;
    }
    let near = analysis::suggest(name, groups);
    let help = match near.as_slice() {
        [] => "gilsim list --figures shows all figures".to_string(),
        near => format!("did you mean `{}`?", near.join("` or `")),
    };
    Some(Diagnostic::new(format!("there is no figure `{name}`"), expectation.span).help(help))
}

fn unwritable(output: &Path, error: &std::io::Error) -> Failure {
    let message = format!("cannot write to the output folder {}: {error}", output.display());
    Failure::input(message, Some("choose another one with --output DIR"))
}

fn bound(expectation: &Expectation) -> Bound<'_> {
    let Expectation { figure, at_least, at_most, .. } = expectation;
    Bound { figure, at_least: *at_least, at_most: *at_most }
}

fn host_cores() -> usize {
    available_parallelism().map_or(1, usize::from)
}

/// What a run has yielded, and what went wrong.
struct Run {
    traces: Vec<Trace>,
    /// Each one message.
    problems: Vec<String>,
}

/// Runs the scenario under each of its models, until one fails or the stop is requested.
fn execute(
    scenario: &Scenario,
    folder: &Folder,
    stop: &Arc<Stop>,
    host: Host,
    progress: &Progress,
) -> Result<Run, Failure> {
    let mut log = LogWriter::create(Some(folder.path()), &header(scenario, host))
        .map_err(|error| unwritable(folder.path(), &error))?;
    let mut run = Run { traces: Vec::new(), problems: Vec::new() };
    let worker = worker_command()?;
    for &model in &scenario.run.models {
        let (trace, failure) = run_model(model, scenario, &mut log, stop, &worker, progress);
        run.problems.extend(check(&trace).iter().map(|violation| {
            format!("the log of {model} contradicts itself, which is a defect of gilsim: {violation}")
        }));
        run.traces.push(trace);
        run.problems.extend(failure.iter().map(|failure| format!("{model}: {failure}")));
        if stop.requested() || failure.is_some() {
            break;
        }
    }
    if let Err(error) = log.finish() {
        run.problems.push(format!("cannot write {}: {error}", folder.path().join(LOG_NAME).display()));
    }
    Ok(run)
}

fn run_model(
    model: Model,
    scenario: &Scenario,
    log: &mut LogWriter,
    stop: &Arc<Stop>,
    worker: &WorkerCommand,
    progress: &Progress,
) -> (Trace, Option<EngineError>) {
    let running = progress.begin(model);
    let sink = log.begin(model);
    let clock = Clock::start();
    let print = |lane: &str, text: &str| running.print(lane, text);
    let setup = Setup { scenario, sink: &sink, stop: stop.clone(), clock, print: &print, worker };
    let (outcomes, failure) = match engine::run(model, &setup) {
        Ok(outcomes) => (outcomes, None),
        Err(error) => (Vec::new(), Some(error)),
    };
    let wall = clock.now();
    let trace = log.end(model, outcomes);
    running.end(wall);
    (trace, failure)
}

fn header(scenario: &Scenario, host: Host) -> Header {
    let task = |task: &scenario::Task| TaskInfo { name: task.name.clone(), group: task.group.clone() };
    Header {
        format: LOG_FORMAT,
        version: env!("CARGO_PKG_VERSION").to_string(),
        seed: scenario.machine.seed,
        scenario_hash: scenario.hash.clone(),
        cores: host.cores,
        os: std::env::consts::OS.to_string(),
        started: SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
        tasks: scenario.tasks.iter().map(task).collect(),
        config: serde_json::to_value(scenario.resolved()).unwrap_or_default(),
    }
}

fn worker_command() -> Result<WorkerCommand, Failure> {
    let program = std::env::current_exe()
        .map_err(|error| Failure::run(format!("cannot find the program to start workers from: {error}")))?;
    Ok(WorkerCommand { program, args: vec![WORKER.to_string()] })
}

/// Writes summary and pictures; one that fails costs none of the others. Returns what went wrong.
fn keep(folder: &Folder, summary: &Summary, scenario: &Scenario, report: &Report, args: &Args) -> Vec<String> {
    [PNG_NAME, SVG_NAME].iter().for_each(|name| folder.remove(name));
    let mut files = vec![(SUMMARY_NAME, Ok(summary.to_json().into_bytes()))];
    if !args.no_chart {
        let layout = picture::layout(scenario, report);
        files.push((PNG_NAME, chart::png(&layout)));
        if args.svg {
            files.push((SVG_NAME, chart::svg(&layout).map(String::into_bytes)));
        }
    }
    let write = |(name, made): (&str, Result<Vec<u8>, chart::ChartError>)| {
        let written = made
            .map_err(|error| error.to_string())
            .and_then(|bytes| folder.write(name, &bytes).map_err(|error| error.to_string()));
        written.err().map(|error| format!("cannot write {}: {error}", folder.path().join(name).display()))
    };
    files.into_iter().filter_map(write).collect()
}

fn show(args: &Args, scenario: &Scenario, report: &Report, summary: &Summary, expectations: &Expectations) {
    if args.json {
        terminal::data(&format!("{}\n", summary.to_json()));
    } else if !args.quiet {
        terminal::data(&report::text(scenario, report, expectations, host_cores()));
    }
}

fn end(problems: &[String], stop: &Stop) -> Result<(), Failure> {
    problems.iter().for_each(|problem| terminal::error(&failure::message(problem)));
    match (problems.is_empty(), stop.requested()) {
        (_, true) => Err(Failure::interrupted()),
        (false, _) => Err(Failure::shown()),
        (true, _) => Ok(()),
    }
}
