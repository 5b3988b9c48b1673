//! What the timeline says and shows of a run, in the chart's terms.

use crate::analysis::{Lane, ModelReport, Report, Timeline};
use crate::chart::{self, Chart, Inter, Layout, Panel};
use crate::cli::sweep::capital;
use crate::cli::turn::turn;
use crate::model::Model;
use crate::scenario::Scenario;
use crate::time::Nanos;
use crate::trace::Outcome;

/// The timeline of all models that were run; `by_core` adds, where it is known, what each core did.
pub fn layout(scenario: &Scenario, report: &Report, by_core: bool) -> Layout {
    let names: Vec<String> = report.tasks.iter().map(|task| task.name.clone()).collect();
    let cores: Vec<Option<Timeline>> = report.models.iter().map(|model| cores(model).filter(|_| by_core)).collect();
    let loops: Vec<Option<Timeline>> = report.models.iter().map(loops).collect();
    let mut panels = Vec::new();
    for ((model, cores), loops) in report.models.iter().zip(&cores).zip(&loops) {
        panels.push(panel(model, report, &names));
        panels.extend(loops.as_ref().map(|timeline| loop_panel(model, timeline)));
        panels.extend(cores.as_ref().map(|timeline| core_panel(model, timeline)));
    }
    let chart = Chart {
        title: scenario.title.clone(),
        subtitle: subtitle(report),
        panels,
        turn: turn(&scenario.run),
        is_small: false,
    };
    chart::layout(&chart, chart::WIDTH, &Inter)
}

/// Whether there was one thread alone, and nothing else that would have a lane.
pub fn is_one_lane(report: &Report) -> bool {
    report.models.iter().all(|model| model.timeline.lanes.len() == 1 && model.loops.len() < 2)
}

/// The cores of a model's run as lanes.
fn cores(model: &ModelReport) -> Option<Timeline> {
    Some(model.cores.clone()).filter(|cores| !cores.is_empty()).map(|lanes| of_the_run(model, lanes))
}

/// The tasks of a model's event loops as lanes; a loop with one task says no more than its thread.
fn loops(model: &ModelReport) -> Option<Timeline> {
    Some(model.loops.clone()).filter(|lanes| lanes.len() > 1).map(|lanes| of_the_run(model, lanes))
}

/// The model's run with other lanes.
fn of_the_run(model: &ModelReport, lanes: Vec<Lane>) -> Timeline {
    Timeline { lanes, handoffs: Vec::new(), ..model.timeline }
}

fn loop_panel<'a>(model: &ModelReport, timeline: &'a Timeline) -> Panel<'a> {
    let title = format!("{}, by task of the event loop", model.model);
    Panel { title, timeline, task_names: &[], headline: String::new(), note: String::new() }
}

fn core_panel<'a>(model: &ModelReport, timeline: &'a Timeline) -> Panel<'a> {
    let title = format!("{}, by core", model.model);
    Panel { title, timeline, task_names: &[], headline: String::new(), note: String::new() }
}

fn panel<'a>(model: &'a ModelReport, report: &'a Report, task_names: &'a [String]) -> Panel<'a> {
    let speedup = report.figures.value(model.model, "speedup").filter(|_| model.model != Model::Sequential);
    let wall = report.figures.value(model.model, "wall").map(Nanos::from_secs_f64).unwrap_or_default();
    let (headline, note) = match speedup {
        Some(times) => (format!("{times:.2}×"), format!("{wall} · {}", in_words(times))),
        None => (wall.to_string(), if model.stopped { "stopped".to_string() } else { String::new() }),
    };
    Panel { title: model.model.to_string(), timeline: &model.timeline, task_names, headline, note }
}

/// A speed-up in words; what lies within 5 % of one is no difference.
fn in_words(speedup: f64) -> &'static str {
    match speedup {
        times if times < 0.95 => "slower than sequential",
        times if times <= 1.05 => "no faster than sequential",
        _ => "faster than sequential",
    }
}

/// The point, as a sentence begins, of the model whose threads share a lock, which is what the picture is about. Where not all
/// went well, it is said which of several that is.
fn subtitle(report: &Report) -> String {
    let threads = report.models.iter().find(|model| model.model == Model::Threads);
    let Some(model) = threads.or(report.models.first()) else { return String::new() };
    let went_well = model.outcomes.iter().all(|outcome| matches!(outcome, Outcome::Returned { .. }));
    match report.models.len() > 1 && !went_well {
        true => format!("{}: {}", model.model, model.point),
        false => capital(&model.point),
    }
}
