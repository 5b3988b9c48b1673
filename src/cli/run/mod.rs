//! `gilsim run`: load, run under each model, analyse, keep, draw, show.

mod args;
mod observed;
mod script;
mod time_limit;

pub use args::{Args, ModelArg, refuse_unknown_figures};

use crate::analysis::{Bound, Comparison, Expectations, Host, Report, Run, check_expectations, compare};
use crate::chart;
use crate::cli::failure::{self, Failure};
use crate::cli::folder::Folder;
use crate::cli::progress::Progress;
use crate::cli::summary::{Summary, host_os};
use crate::cli::{WORKER, interrupt, picture, published, report, terminal};
use crate::engine::{self, Clock, EngineError, Outcomes, Setup, Stop, WorkerCommand, task_infos};
use crate::model::Model;
use crate::scenario::{EngineName, Expectation, Scenario};
use crate::trace::{Header, LOG_FORMAT, LOG_NAME, LogWriter};
use observed::{Observed, Watching};
use std::fmt::Display;
use std::path::Path;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::{SystemTime, UNIX_EPOCH};
use time_limit::TimeLimit;

const SUMMARY_NAME: &str = "summary.json";
const PNG_NAME: &str = "timeline.png";
const SVG_NAME: &str = "timeline.svg";

/// So many contradictions of a log are told in full.
const MOST_TOLD: usize = 3;

const MEASURED_IS_KEPT: &str = "what was measured until then is kept";

/// Runs the scenario; keeps and shows what was measured, also where something failed.
pub fn main(args: &Args) -> Result<(), Failure> {
    let scenario = args.scenario()?;
    warn(&scenario);
    let folder =
        Folder::prepare_alone(&args.output, &scenario.name).map_err(|error| unwritable(&args.output, &error))?;
    let stop = interrupt::stop_at_ctrl_c(interrupt::KEPT)?;
    let progress = Progress::new(args.quiet);
    let host = host(&scenario);
    let limit = TimeLimit::watch(args.time_limit, &stop);
    let mut run = execute(&scenario, &folder, &stop, host, &progress)?;
    if limit.is_over() {
        run.problems.push(format!("stopped at the time limit of {} of real time; {MEASURED_IS_KEPT}", limit.length()));
    }
    let report = Report::of(run.runs, host);
    let expectations = check_expectations(scenario.expect.iter().map(bound), &report.figures);
    let compared = compare(scenario.published.iter().map(|one| (one.figure.as_str(), one.value)), &report.figures);
    let script = scenario.script.then(|| script::Ending::of(&report));
    match &script {
        Some(ending) if run.problems.is_empty() => run.problems.extend(ending.unforeseen(stop.requested())),
        Some(_) => {}
        None => run.problems.extend(report::problems(&scenario, &report, &expectations)),
    }
    let summary = Summary::new(&scenario, &report, host, &expectations, &compared, &run.problems, stop.requested());
    let draws = args.wants_chart(scenario.script && picture::is_one_lane(&report));
    let unwritten = keep(&folder, &summary, &scenario, &report, args, draws);
    let text = || shown(&scenario, &report, &expectations, &compared);
    show(args, &summary, text, scenario.script);
    script.iter().for_each(script::Ending::tell);
    run.problems.extend(unwritten);
    let undrawn = if draws || args.no_chart { "" } else { "; one thread only, whose timeline --svg draws" };
    progress.say(&format!("the results are in {}{undrawn}", folder.path().display()));
    end(&run.problems, stop.requested() && !limit.is_over())?;
    script.map_or(Ok(()), |ending| ending.status())
}

/// What Python tells of the program before it runs, in its words.
fn warn(scenario: &Scenario) {
    let file = scenario.program.file();
    for warning in &scenario.warnings {
        let line = file.line(scenario.program.in_file(warning.span).start);
        let text = file.line_text(line).trim();
        let text = if file.is_in_a_file() { format!("  {text}\n") } else { String::new() };
        terminal::error(&format!("{}:{line}: SyntaxWarning: {}\n{text}", file.path, warning.message));
    }
}

pub fn unwritable(output: &Path, error: &std::io::Error) -> Failure {
    let message = format!("cannot write to the output folder {}: {error}", output.display());
    Failure::input(message, Some("choose another one with --output DIR"))
}

fn bound(expectation: &Expectation) -> Bound<'_> {
    let Expectation { figure, at_least, at_most, .. } = expectation;
    Bound { figure, at_least: *at_least, at_most: *at_most }
}

fn host(scenario: &Scenario) -> Host {
    let run = &scenario.run;
    let waits_an_interval = run.policy.waits_an_interval();
    Host { cores: cores_of(scenario), switch_interval: run.switch_interval, waits_an_interval }
}

/// The cores that a run can use: those of the simulated machine, or this one's.
fn cores_of(scenario: &Scenario) -> usize {
    match scenario.run.engine {
        EngineName::Simulated => scenario.machine.cores.get(),
        EngineName::Real => available_parallelism().map_or(1, usize::from),
    }
}

/// What a run has yielded, and what went wrong.
struct Executed {
    runs: Vec<Run>,
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
) -> Result<Executed, Failure> {
    let mut log = LogWriter::create(Some(folder.path()), &header(scenario, host))
        .map_err(|error| unwritable(folder.path(), &error))?;
    let mut run = Executed { runs: Vec::new(), problems: Vec::new() };
    let worker = worker_command()?;
    for &model in &scenario.run.models {
        let (observed, failure) = run_model(model, scenario, &mut log, stop, &worker, progress);
        run.problems.extend(contradictions(model, &observed.violations));
        run.runs.push(observed.run);
        run.problems.extend(failure.iter().map(|failure| problem(model, failure)));
        if stop.requested() || failure.is_some() {
            break;
        }
    }
    if let Err(error) = log.finish() {
        run.problems.push(format!("cannot write {}: {error}", folder.path().join(LOG_NAME).display()));
    }
    Ok(run)
}

/// The first few in full: one defect can break every hand-off of a run.
fn contradictions(model: Model, violations: &[impl Display]) -> Vec<String> {
    let told = |what: String| format!("the log of {model} contradicts itself, which is a defect of gilsim: {what}");
    let mut all: Vec<String> = violations.iter().take(MOST_TOLD).map(|violation| told(violation.to_string())).collect();
    match violations.len().saturating_sub(MOST_TOLD) {
        0 => {}
        more => all.push(told(format!("and in {more} more places"))),
    }
    all
}

fn problem(model: Model, failure: &EngineError) -> String {
    match failure {
        EngineError::TimeLimit { .. } => format!("{model}: {failure}; {MEASURED_IS_KEPT}"),
        _ => format!("{model}: {failure}"),
    }
}

fn run_model(
    model: Model,
    scenario: &Scenario,
    log: &mut LogWriter,
    stop: &Arc<Stop>,
    worker: &WorkerCommand,
    progress: &Progress,
) -> (Observed, Option<EngineError>) {
    let running = progress.begin(model);
    let is_simulated = scenario.run.engine == EngineName::Simulated;
    let watching = is_simulated.then(|| Watching::new(&task_infos(scenario)));
    let sink = match &watching {
        Some(watching) => log.begin_observed(model, watching.observer()),
        None => log.begin(model),
    };
    let clock = Clock::start();
    let print = |lane: &str, text: &str| match scenario.script {
        true => running.pass(text),
        false => {
            running.print(lane, text);
            true
        }
    };
    let complain = |_: &str, text: &str| running.complain(text);
    let outcomes = Outcomes::of(scenario);
    let (stopped, stop) = (stop, stop.clone());
    let (print, complain, keeps_files) = (&print, &complain, true);
    let setup = Setup { scenario, sink: &sink, stop, clock, print, complain, worker, outcomes, keeps_files };
    let failure = engine::run(model, &setup).err();
    let took = clock.now();
    let mut trace = log.end(model, setup.outcomes.into_vec());
    trace.stopped |= stopped.requested() || failure.as_ref().is_some_and(EngineError::is_cut_short);
    let observed = watching.map_or_else(|| Observed::of(&trace), |watching| watching.finish(&trace));
    running.end(took, is_simulated.then_some(observed.last));
    (observed, failure)
}

/// A simulated run is the same at any time and anywhere, and so is its log.
fn header(scenario: &Scenario, host: Host) -> Header {
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Header {
        format: LOG_FORMAT,
        version: env!("CARGO_PKG_VERSION").to_string(),
        seed: scenario.machine.seed,
        scenario_hash: scenario.hash.clone(),
        cores: host.cores,
        os: host_os(scenario).to_string(),
        started: if scenario.run.engine == EngineName::Simulated { 0 } else { now() },
        tasks: task_infos(scenario),
        config: serde_json::to_value(scenario.resolved()).unwrap_or_default(),
    }
}

pub fn worker_command() -> Result<WorkerCommand, Failure> {
    let program = std::env::current_exe()
        .map_err(|error| Failure::run(format!("cannot find the program to start workers from: {error}")))?;
    Ok(WorkerCommand { program, args: vec![WORKER.to_string()] })
}

/// Writes the summary and, if it `draws`, pictures; one that fails costs none of the others. Returns what went wrong.
fn keep(
    folder: &Folder,
    summary: &Summary,
    scenario: &Scenario,
    report: &Report,
    args: &Args,
    draws: bool,
) -> Vec<String> {
    [PNG_NAME, SVG_NAME].iter().for_each(|name| folder.remove(name));
    let mut files = vec![(SUMMARY_NAME, Ok(summary.to_json().into_bytes()))];
    if draws {
        let layout = picture::layout(scenario, report, args.core_lanes);
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

fn shown(scenario: &Scenario, report: &Report, expectations: &Expectations, published: &[Comparison]) -> String {
    let parts = [
        report::text(scenario, report, expectations, cores_of(scenario)),
        published::text(scenario.run.engine, published),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What a script prints stands on standard output, so what is said of it goes to standard error.
fn show(args: &Args, summary: &Summary, text: impl Fn() -> String, of_script: bool) {
    let said = match args.json {
        true => format!("{}\n", summary.to_json()),
        false if args.quiet => return,
        false => text(),
    };
    if of_script {
        terminal::error(&said);
    } else {
        terminal::data(&said);
    }
}

fn end(problems: &[String], interrupted: bool) -> Result<(), Failure> {
    problems.iter().for_each(|problem| terminal::error(&failure::message(problem)));
    match (problems.is_empty(), interrupted) {
        (_, true) => Err(Failure::interrupted()),
        (false, _) => Err(Failure::shown()),
        (true, _) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_contradictions_the_first_are_told_and_the_others_counted() {
        let all: Vec<String> = (0..100).map(|at| format!("violation {at}")).collect();
        let told = contradictions(Model::Threads, &all);
        assert_eq!(told.len(), 4);
        assert!(told[2].ends_with("a defect of gilsim: violation 2"), "{}", told[2]);
        assert!(told[3].ends_with("a defect of gilsim: and in 97 more places"), "{}", told[3]);
        assert_eq!(contradictions(Model::Threads, &all[..3]).len(), 3);
    }
}
