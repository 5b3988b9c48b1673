//! All that is said of a run: per model its timeline and its reasons, over all the figures and whether results agree.

use super::agreement::{Agreement, agreement};
use super::bounds::{Excess, Limits};
use super::build::Built;
use super::counts::Counts;
use super::figures::ModelRun;
use super::run::Run;
use super::verdict::{Facts, point, verdict};
use super::{Figures, Lane, Timeline};
use crate::model::Model;
use crate::time::Nanos;
use crate::trace::{Outcome, TaskInfo, Trace};

/// What the words need to know besides the traces.
#[derive(Clone, Copy, Debug)]
pub struct Host {
    /// Cores that the run could use.
    pub cores: usize,
    pub switch_interval: Nanos,
    /// A waiter may ask for the GIL only after a switch interval, as in CPython.
    pub waits_an_interval: bool,
}

/// What is said of one model's run.
#[derive(Clone, Debug)]
pub struct ModelReport {
    pub model: Model,
    pub timeline: Timeline,
    /// A lane per core, where the engine tells which thread had one.
    pub cores: Vec<Lane>,
    /// A lane per task of an event loop, loop after loop; of very many the last is for all the others.
    pub loops: Vec<Lane>,
    /// One per task, in the order of `Report::tasks`.
    pub outcomes: Vec<Outcome>,
    /// The run was stopped before all tasks had ended.
    pub stopped: bool,
    /// What became of reference counts.
    pub counts: Counts,
    /// The laws that it is beyond.
    pub beyond: Vec<Excess>,
    /// Sentences on why it took as long as it did.
    pub verdict: Vec<String>,
    /// The one sentence that says what a picture of the run shows; empty where there is nothing to say.
    pub point: String,
}

/// What is said of a run.
#[derive(Clone, Debug)]
pub struct Report {
    pub tasks: Vec<TaskInfo>,
    /// In the order of the traces.
    pub models: Vec<ModelReport>,
    pub figures: Figures,
    /// Whether all models gave the same results.
    pub agreement: Agreement,
}

impl Report {
    /// Analyses the traces of one scenario's models.
    pub fn new(traces: &[Trace], host: Host) -> Report {
        Report::of(traces.iter().map(Run::of).collect(), host)
    }

    /// The same of runs that were analysed while they happened.
    pub fn of(runs: Vec<Run>, host: Host) -> Report {
        let sequential = runs.iter().find(|run| run.model == Model::Sequential).filter(|run| run.is_whole());
        let baseline = sequential.map(|run| run.built.timeline.end);
        let mut figures = Figures::default();
        for run in &runs {
            figures.measure(&figures_from(run, baseline.filter(|_| run.is_whole())));
        }
        let limits = |run: &Run| beyond(run, host.cores, sequential.filter(|_| run.is_whole()).map(|run| &run.built));
        let beyond: Vec<_> = runs.iter().map(limits).collect();
        let (agreement, tasks) = (agreement(&runs), runs.first().map(|run| run.tasks.clone()).unwrap_or_default());
        let models = runs.into_iter().zip(beyond).map(|(run, beyond)| model(run, beyond, &figures, host)).collect();
        Report { tasks, models, figures, agreement }
    }
}

/// The figures of one model's run on so many cores, without the words, and the laws that it is beyond.
pub fn figures_of(trace: &Trace, cores: usize) -> (Figures, Vec<Excess>) {
    let run = Run::of(trace);
    let mut figures = Figures::default();
    figures.measure(&figures_from(&run, None));
    (figures, beyond(&run, cores, None))
}

fn figures_from(run: &Run, sequential: Option<Nanos>) -> ModelRun<'_> {
    let Run { built, measured, kept, counts, outcomes, .. } = run;
    ModelRun { built, measured, kept, counts, outcomes, sequential }
}

fn beyond(run: &Run, cores: usize, sequential: Option<&Built>) -> Vec<Excess> {
    Limits { built: &run.built, measured: &run.measured, cores, sequential, stopped: !run.is_whole() }.broken()
}

fn model(run: Run, beyond: Vec<Excess>, figures: &Figures, host: Host) -> ModelReport {
    let Run { model, outcomes, stopped, kept, counts, .. } = run;
    let Built { timeline, cores, loops, .. } = run.built;
    let facts = Facts { timeline: &timeline, outcomes: &outcomes, stopped, loops: &loops, kept: &kept, figures, host };
    let (verdict, point) = (verdict(&facts), point(&facts));
    let loops = loops.lanes;
    ModelReport { model, timeline, cores, loops, outcomes, stopped, counts, beyond, verdict, point }
}
