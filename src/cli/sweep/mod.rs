//! `gilsim sweep`: load, lay the grid, run what is not there yet, keep every row, show and draw.

mod args;
mod estimate;
mod merge;
mod pictures;
mod published;
mod results;
mod show;
mod table;
mod words;

pub use args::{Args, axis_of, usual_model};
pub use merge::{Args as MergeArgs, main as merge};
pub use words::capital;

use super::failure::{self, Failure};
use super::folder::Folder;
use super::progress::{Counting, Progress};
use super::run::worker_command;
use super::{interrupt, terminal};
use crate::engine::{Stop, WorkerCommand};
use crate::scenario::EngineName;
use crate::sweep::{Header, Plan, Points, Row, Shard, Table, TableError, groups_of_runs, work};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use results::Results;
use show::show;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::available_parallelism;

/// Runs the sweep; keeps every row that was measured, whatever happens.
pub fn main(args: &Args) -> Result<(), Failure> {
    let (plan, worker) = (args.plan()?, worker_command()?);
    let stop = interrupt::stop_at_ctrl_c(interrupt::KEPT)?;
    let groups = groups_of_runs(plan.base(), &worker, &stop);
    let plan = plan.with_groups(&groups);
    results::check_figure(&args.shown, &plan)?;
    let crew = crew(args);
    if !args.yes {
        estimate::refuse_by_surprise(args, &plan, &worker, &stop, crew)?;
    }
    let output = &args.shown.output;
    let folder = Folder::prepare(output, &plan.base().name).map_err(|error| super::run::unwritable(output, &error))?;
    let sweep = Sweep { plan, shard: args.shard.unwrap_or(Shard::WHOLE), worker, stop, crew, folder };
    let progress = Progress::new(args.shown.quiet);
    let points = sweep.measure(args, &progress)?;
    if sweep.stop.requested() {
        progress.say("stopped; go on with --resume");
        return Err(Failure::interrupted());
    }
    sweep.finish(args, &progress, &points)
}

/// Host threads that run at the same time. In real time, runs would disturb one another.
fn crew(args: &Args) -> usize {
    let cores = available_parallelism().map_or(1, usize::from);
    if args.real { 1 } else { args.jobs.map_or(cores, |jobs| jobs as usize) }
}

struct Sweep {
    plan: Plan,
    shard: Shard,
    worker: WorkerCommand,
    stop: Arc<Stop>,
    crew: usize,
    folder: Folder,
}

impl Sweep {
    fn header(&self) -> Header {
        Header::new(self.plan.base(), self.plan.grid.clone(), self.plan.columns.clone())
    }

    /// Where the results are in the end, and while they come.
    fn files(&self) -> (PathBuf, PathBuf) {
        let name = match self.shard {
            Shard::WHOLE => "sweep.csv".to_string(),
            Shard { index, of } => format!("sweep-{}-of-{of}.csv", index + 1),
        };
        let whole = self.folder.path().join(&name);
        (whole, self.folder.path().join(format!("{name}.partial")))
    }

    /// Runs what is not there yet. The results are in the partial file then, and in what is returned.
    fn measure(&self, args: &Args, progress: &Progress) -> Result<Points, Failure> {
        let mut points = results::points(&self.plan.grid, &self.plan.columns);
        let mut table = self.table(args, &mut |row| points.add(row))?;
        let runs = self.plan.grid.runs();
        let all = (0..runs).filter(|run| self.shard.has(*run)).count();
        let done = table.done().clone();
        if done.count() > 0 {
            progress.say(&format!("{} of {all} runs are there already", done.count()));
        }
        let missing = (0..runs).filter(move |run| self.shard.has(*run) && !done.has(*run));
        let bar = Counting::begin(progress, all, table.done().count());
        let mut failure = None;
        let jobs: Box<dyn Iterator<Item = usize> + Send> =
            if args.real { Box::new(self.shuffled(missing).into_iter()) } else { Box::new(missing) };
        let job = |run| self.plan.row(run, &self.worker, &self.stop);
        work(
            self.crew,
            jobs,
            || self.stop.requested(),
            job,
            |row: Option<Row>| {
                let Some(row) = row else { return true };
                points.add(&row);
                bar.one_more();
                failure = table.add(&row).err();
                failure.is_none()
            },
        );
        bar.end();
        match failure {
            Some(error) => Err(rows_kept(&error, table.done().count())),
            None => Ok(points),
        }
    }

    /// So that a slow drift of the machine does not look like an effect of a parameter.
    fn shuffled(&self, runs: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut runs: Vec<usize> = runs.collect();
        let seed = self.plan.base().machine.seed;
        runs.shuffle(&mut rand::rngs::ChaCha8Rng::seed_from_u64(seed));
        runs
    }

    /// The table that is begun, or gone on with.
    fn table(&self, args: &Args, each: &mut dyn FnMut(&Row)) -> Result<Table, Failure> {
        let (whole, partial) = self.files();
        let header = self.header();
        let table = match (args.resume, partial.exists()) {
            (true, true) => Table::resume(&partial, &header, each),
            (true, false) if whole.exists() => {
                copy(&whole, &partial).and_then(|()| Table::resume(&partial, &header, each))
            }
            (false, true) if !args.restart => return Err(unfinished(&partial)),
            _ => Table::create(&partial, &header),
        };
        table.map_err(|error| {
            if matches!(error, TableError::Io { .. }) { Failure::run(error.to_string()) } else { other_sweep(&error) }
        })
    }

    /// The whole table under its name, what it says, and its pictures.
    fn finish(&self, args: &Args, progress: &Progress, points: &Points) -> Result<(), Failure> {
        let (whole, partial) = self.files();
        let kept = if args.real { rename(&partial, &whole) } else { crate::sweep::sort(&partial, &whole) };
        kept.map_err(|error| Failure::run(error.to_string()))?;
        // What cannot be removed is told of when the next sweep meets it.
        let _ = std::fs::remove_file(&partial);
        let base = self.plan.base();
        let results = Results {
            title: &base.title,
            points,
            real: base.run.engine == EngineName::Real,
            config: Some(&base.sweep),
        };
        let unwritten = show(&results, &args.shown, &self.folder, self.shard == Shard::WHOLE);
        progress.say(&format!("the results are in {}", whole.display()));
        end(points, &unwritten)
    }
}

/// Says what went wrong, if anything did.
fn end(points: &Points, unwritten: &[String]) -> Result<(), Failure> {
    unwritten.iter().for_each(|problem| terminal::error(&failure::message(problem)));
    if let Some(why) = &points.why {
        let message = format!("{} of {} runs failed, the first because: {why}", points.failed, points.grid.runs());
        terminal::error(&failure::message(&message));
    }
    if unwritten.is_empty() && points.failed == 0 { Ok(()) } else { Err(Failure::shown()) }
}

fn io_failure(path: &Path, error: std::io::Error) -> TableError {
    TableError::Io { path: path.to_path_buf(), error }
}

fn copy(from: &Path, to: &Path) -> Result<(), TableError> {
    std::fs::copy(from, to).map(drop).map_err(|error| io_failure(to, error))
}

fn rename(from: &Path, to: &Path) -> Result<(), TableError> {
    std::fs::rename(from, to).map_err(|error| io_failure(to, error))
}

fn unfinished(partial: &Path) -> Failure {
    let message = format!("{} holds the results of a sweep that was not finished", partial.display());
    Failure::input(message, Some("go on with --resume, or throw them away with --restart"))
}

fn other_sweep(error: &TableError) -> Failure {
    Failure::input(error.to_string(), Some("begin anew without --resume, or choose another folder with --output DIR"))
}

fn rows_kept(error: &TableError, rows: usize) -> Failure {
    let kept = if rows == 1 { "1 row is kept".to_string() } else { format!("{rows} rows are kept") };
    Failure::run(format!("cannot write {error}; {kept}, go on with --resume"))
}
