//! What the timeline says and shows of a run, in the chart's terms.

use crate::analysis::{ModelReport, Report};
use crate::chart::{self, Chart, Inter, Layout, Panel};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::time::Nanos;

/// The timeline of all models that were run.
pub fn layout(scenario: &Scenario, report: &Report) -> Layout {
    let names: Vec<String> = report.tasks.iter().map(|task| task.name.clone()).collect();
    let chart = Chart {
        title: scenario.title.clone(),
        subtitle: subtitle(report),
        panels: report.models.iter().map(|model| panel(model, report, &names)).collect(),
        switch_interval: scenario.run.switch_interval,
    };
    chart::layout(&chart, chart::WIDTH, &Inter)
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

/// The point of the model whose threads share a lock, which is what the picture is about.
fn subtitle(report: &Report) -> String {
    let threads = report.models.iter().find(|model| model.model == Model::Threads);
    threads.or(report.models.first()).map(|model| model.point.clone()).unwrap_or_default()
}
