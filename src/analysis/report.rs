//! All that is said of a run: per model its timeline and its reasons, over all the figures and whether results agree.

use super::agreement::{Agreement, agreement};
use super::bounds::{Excess, Limits};
use super::build::{Built, TimelineBuilder};
use super::counts::Counts;
use super::figures::ModelRun;
use super::measure::{Measured, Meter};
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
        let runs: Vec<Folded> = traces.iter().map(fold).collect();
        let sequential = traces.iter().zip(&runs).find(|(trace, _)| trace.model == Model::Sequential);
        let baseline = sequential.filter(|(trace, _)| is_whole(trace)).map(|(_, run)| run.built.timeline.end);
        let mut figures = Figures::default();
        for (trace, Folded { built, measured, counts }) in traces.iter().zip(&runs) {
            let sequential = baseline.filter(|_| is_whole(trace));
            figures.measure(&ModelRun { built, measured, counts, outcomes: &trace.outcomes, sequential });
        }
        let beyond: Vec<_> = traces
            .iter()
            .zip(&runs)
            .map(|(trace, run)| {
                let sequential =
                    sequential.filter(|(first, _)| is_whole(first) && is_whole(trace)).map(|(_, run)| &run.built);
                let (cores, stopped) = (host.cores, !is_whole(trace));
                Limits { built: &run.built, measured: &run.measured, cores, sequential, stopped }.broken()
            })
            .collect();
        let runs = traces.iter().zip(runs).zip(beyond);
        let models = runs.map(|((trace, run), beyond)| model(trace, run, beyond, &figures, host)).collect();
        let tasks = traces.first().map(|trace| trace.tasks.clone()).unwrap_or_default();
        Report { tasks, models, figures, agreement: agreement(traces) }
    }
}

/// The figures of one model's run on so many cores, without the words, and the laws that it is beyond.
pub fn figures_of(trace: &Trace, cores: usize) -> (Figures, Vec<Excess>) {
    let Folded { built, measured, counts } = fold(trace);
    let mut figures = Figures::default();
    let (built, measured, counts) = (&built, &measured, &counts);
    figures.measure(&ModelRun { built, measured, counts, outcomes: &trace.outcomes, sequential: None });
    let beyond = Limits { built, measured, cores, sequential: None, stopped: !is_whole(trace) }.broken();
    (figures, beyond)
}

/// What one pass over a run's events yields.
struct Folded {
    built: Built,
    measured: Measured,
    counts: Counts,
}

/// One pass over the events for all that is needed of them.
fn fold(trace: &Trace) -> Folded {
    let mut builder = TimelineBuilder::default();
    let mut meter = Meter::new(&trace.tasks);
    let mut counts = Counts::default();
    for event in &trace.events {
        builder.observe(event);
        meter.observe(event);
        counts.observe(event);
    }
    Folded { built: builder.finish(trace.model, trace.stopped), measured: meter.finish(), counts }
}

/// Whether the run did all its work, so that its wall time can be compared. A task that raised has done its work.
fn is_whole(trace: &Trace) -> bool {
    !trace.stopped && !trace.outcomes.iter().any(|outcome| matches!(outcome, Outcome::Lost { .. } | Outcome::Stopped))
}

fn model(trace: &Trace, run: Folded, beyond: Vec<Excess>, figures: &Figures, host: Host) -> ModelReport {
    let Built { timeline, has_gil, cores, loops, .. } = run.built;
    let facts = Facts {
        timeline: &timeline,
        outcomes: &trace.outcomes,
        stopped: trace.stopped,
        has_gil,
        loops: &loops,
        figures,
        host,
    };
    let (verdict, point) = (verdict(&facts), point(&facts));
    ModelReport {
        model: trace.model,
        timeline,
        cores,
        loops: loops.lanes,
        outcomes: trace.outcomes.clone(),
        stopped: trace.stopped,
        counts: run.counts,
        beyond,
        verdict,
        point,
    }
}
