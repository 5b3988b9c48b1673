//! `gilsim compare`: load, run under every model that fits, choose, look for what would change the choice, show, draw.

mod args;
mod json;
mod pictures;
mod table;
mod words;

pub use args::Args;

use super::failure::{self, Failure};
use super::folder::Folder;
use super::progress::{Counting, Progress};
use super::run::{unwritable, worker_command};
use super::{interrupt, terminal};
use crate::analysis::{Host, Report};
use crate::compare::{Bench, Study, Told};
use crate::trace::Trace;
use std::cell::RefCell;
use std::thread::available_parallelism;

/// What was found, and what it was found on.
pub struct Found<'a> {
    pub bench: &'a Bench,
    pub study: &'a Study,
    /// Of the first seed.
    pub report: &'a Report,
    /// How many cores the runs could use.
    pub cores: usize,
}

/// Compares; shows what was measured, also where it was stopped.
pub fn main(args: &Args) -> Result<(), Failure> {
    let base = args.base()?;
    let (plan, seeds) = (args.plan(&base)?, args.seeds()?);
    let folder = Folder::prepare_alone(&args.output, &base.name).map_err(|error| unwritable(&args.output, &error))?;
    let stop = interrupt::stop_at_ctrl_c(interrupt::TOLD)?;
    let crew = available_parallelism().map_or(1, usize::from);
    let mut bench = Bench::new(base, worker_command()?, stop, crew, seeds);
    let progress = Progress::new(args.quiet);
    let bars = Bars { progress: &progress, bar: RefCell::default() };
    let mut study = Study::of(&mut bench, &plan, &bars);
    bars.end();
    let report = report(&bench, &study, plan.usable);
    tell(
        args,
        &Found { bench: &bench, study: &study, report: &report, cores: plan.usable },
        &[table::text, words::text],
    );
    let was_stopped = study.stopped;
    study.go_further(&mut bench, &plan, &bars);
    bars.end();
    let found = Found { bench: &bench, study: &study, report: &report, cores: plan.usable };
    tell(args, &found, &[words::changes, table::by_cores]);
    match (args.json, study.stopped && !was_stopped) {
        (true, _) => drop(terminal::data(&json::text(&found))),
        (false, true) => progress.say("stopped; this is what was measured until then"),
        (false, false) => {}
    }
    let unwritten = if args.no_chart { Vec::new() } else { pictures::draw(&found, args.svg, &folder) };
    unwritten.iter().for_each(|problem| terminal::error(&failure::message(problem)));
    if !args.no_chart && unwritten.is_empty() && !study.lines.is_empty() {
        progress.say(&format!("the pictures are in {}", folder.path().display()));
    }
    match (study.stopped, study.choice.is_some() && unwritten.is_empty()) {
        (true, _) => Err(Failure::interrupted()),
        (false, true) => Ok(()),
        (false, false) => Err(no_choice(&study)),
    }
}

fn no_choice(study: &Study) -> Failure {
    match study.unfit.iter().find(|_| study.choice.is_none()) {
        Some((model, why)) => Failure::run(format!("no model could be run to its end: {model}: {why}")),
        None => Failure::shown(),
    }
}

fn report(bench: &Bench, study: &Study, cores: usize) -> Report {
    let run = &bench.base.run;
    let host = Host { cores, switch_interval: run.switch_interval, waits_an_interval: run.policy.waits_an_interval() };
    let traces: Vec<Trace> = study.lines.iter().filter_map(|line| bench.trace(line.model).cloned()).collect();
    Report::new(&traces, host)
}

/// What people are told of a part, as soon as it is there.
fn tell(args: &Args, found: &Found, parts: &[fn(&Found) -> String]) {
    if args.json || args.quiet {
        return;
    }
    for text in parts.iter().map(|part| part(found)).filter(|text| !text.is_empty()) {
        terminal::data(&format!("{text}\n"));
    }
}

/// A bar for each part of the comparison.
struct Bars<'a> {
    progress: &'a Progress,
    bar: RefCell<Option<Counting>>,
}

impl Bars<'_> {
    fn end(&self) {
        if let Some(bar) = self.bar.take() {
            bar.end();
        }
    }
}

impl Told for Bars<'_> {
    fn begin(&self, what: &str, most: usize) {
        self.end();
        if most > 0 {
            self.progress.say(&format!("running {what}"));
            self.bar.replace(Some(Counting::begin(self.progress, most, 0)));
        }
    }

    fn one_more(&self) {
        self.bar.borrow().iter().for_each(Counting::one_more);
    }
}
