//! The pictures of a comparison: all models on a common time axis, and wall times by the number of cores.

use super::{Found, words};
use crate::analysis::{ModelReport, Timeline};
use crate::chart::plot::{AxisKind, Curve, CurvePanel, CurvePoint, Curves, Format, Mark};
use crate::chart::{self, Chart, ChartError, Inter, Panel, Sheet, plot};
use crate::cli::folder::Folder;
use crate::cli::turn::turn;
use crate::compare::{Line, OnCores};
use crate::model::Model;
use crate::time::Nanos;

/// Lines that can be told apart.
const COLOURS: usize = 6;

const NAMES: [&str; 4] = ["compare.png", "compare.svg", "cores.png", "cores.svg"];

/// Draws what there is to draw; returns what could not be written.
pub fn draw(found: &Found, svg: bool, folder: &Folder) -> Vec<String> {
    // What an earlier comparison has drawn must not pass for this one's.
    NAMES.iter().for_each(|name| folder.remove(name));
    let mut files: Vec<(&str, Result<Vec<u8>, ChartError>)> = Vec::new();
    if !found.study.lines.is_empty() {
        let layout = models(found);
        files.push((NAMES[0], chart::png(&layout)));
        if svg {
            files.push((NAMES[1], chart::svg(&layout).map(String::into_bytes)));
        }
    }
    if let Some(sheet) = cores(found) {
        files.push((NAMES[2], chart::sheet_png(&sheet)));
        if svg {
            files.push((NAMES[3], chart::sheet_svg(&sheet).map(String::into_bytes)));
        }
    }
    let write = |(name, made): (&str, Result<Vec<u8>, ChartError>)| {
        let written = made
            .map_err(|error| error.to_string())
            .and_then(|bytes| folder.write(name, &bytes).map_err(|error| error.to_string()));
        written.err().map(|error| format!("cannot write {}: {error}", folder.path().join(name).display()))
    };
    files.into_iter().filter_map(write).collect()
}

/// A small panel for each model that ran.
fn models(found: &Found) -> chart::Layout {
    let names: Vec<String> = found.report.tasks.iter().map(|task| task.name.clone()).collect();
    let without_handoffs = |model: &ModelReport| Timeline { handoffs: Vec::new(), ..model.timeline.clone() };
    let timelines: Vec<Timeline> = found.report.models.iter().map(without_handoffs).collect();
    let panels = timelines.iter().filter_map(|timeline| panel(found, timeline, &names)).collect();
    let base = &found.bench.base;
    let chart = Chart {
        title: base.title.clone(),
        subtitle: words::point(found) + &what_is_drawn(found),
        panels,
        turn: turn(&base.run),
        is_small: true,
    };
    chart::layout(&chart, chart::WIDTH, &Inter)
}

/// Which runs the numbers and the lanes are of.
fn what_is_drawn(found: &Found) -> String {
    match found.bench.seeds.as_slice() {
        [first, _, ..] => format!(
            ". Large figures are means of {} seeds; this sentence, the lanes, and where they end, are of seed {first}",
            found.bench.seeds.len()
        ),
        _ => String::new(),
    }
}

fn panel<'a>(found: &Found, timeline: &'a Timeline, task_names: &'a [String]) -> Option<Panel<'a>> {
    let model = timeline.model;
    let line = found.study.lines.iter().find(|line| line.model == model)?;
    let is_chosen = found.study.choice.as_ref().is_some_and(|choice| choice.model == model);
    let wall = Nanos::from_secs_f64(line.wall.mean).to_string();
    let (headline, note) = match line.speedup.filter(|_| model != Model::Sequential) {
        Some(speedup) => (format!("{:.2}×", speedup.mean), wall),
        None => (wall, String::new()),
    };
    let title = if is_chosen { format!("{model}, the choice") } else { model.to_string() };
    Some(Panel { title, timeline, task_names, headline, note })
}

/// Wall times over the number of cores, with a mark where the choice changes.
fn cores(found: &Found) -> Option<Sheet> {
    let all = &found.study.by_cores;
    if all.len() < 2 {
        return None;
    }
    let drawn = drawn(found);
    let curves: Vec<Curve> = drawn.iter().map(|model| curve(all, *model)).collect();
    let left_out = match found.study.lines.len() - drawn.len() {
        0 => "",
        _ => " Models that are slower on the whole are left out; the table has them.",
    };
    let plot = Curves {
        title: found.bench.base.title.clone(),
        subtitle: by_cores_in_words(all),
        x: AxisKind { title: "cores".to_string(), format: Format::Plain, log: true },
        x_ticks: all.iter().map(|on| on.cores.get() as f64).collect(),
        panels: vec![CurvePanel {
            y: AxisKind { title: "Wall time".to_string(), format: Format::Time, log: true },
            curves,
        }],
        marks: marks(all),
        note: format!(
            "Lines: means over the seeds; bands: least and most. Upright lines: from here another model is the \
             choice.{left_out}"
        ),
    };
    Some(plot::curves(&plot, &Inter))
}

/// As many models as there are colours: the sequential one, those that are the choice anywhere, and then the fastest.
fn drawn(found: &Found) -> Vec<Model> {
    let mut models: Vec<Model> = found.study.lines.iter().map(|line| line.model).collect();
    let is_chosen = |model: &Model| found.study.by_cores.iter().any(|on| on.choice.model == *model);
    let wall = |model: &Model| {
        let of = |on: &OnCores| on.lines.iter().find(|line| line.model == *model).map(|line| line.wall.mean);
        found.study.by_cores.iter().filter_map(of).sum::<f64>()
    };
    let must_be = |model: &Model| *model == Model::Sequential || is_chosen(model);
    models.sort_by(|a, b| must_be(b).cmp(&must_be(a)).then(wall(a).total_cmp(&wall(b))));
    models.truncate(COLOURS);
    models.sort_unstable();
    models
}

fn curve(all: &[OnCores], model: Model) -> Curve {
    let point = |on: &OnCores| {
        let line: &Line = on.lines.iter().find(|line| line.model == model)?;
        let wall = &line.wall;
        Some(CurvePoint { x: on.cores.get() as f64, y: wall.mean, least: wall.least, most: wall.most })
    };
    Curve { name: model.to_string(), points: all.iter().filter_map(point).collect(), published: Vec::new() }
}

/// Where the choice is another one than on fewer cores.
fn flips(all: &[OnCores]) -> impl Iterator<Item = &OnCores> {
    all.windows(2).filter(|pair| pair[0].choice.model != pair[1].choice.model).map(|pair| &pair[1])
}

fn marks(all: &[OnCores]) -> Vec<Mark> {
    flips(all).map(|on| Mark { x: on.cores.get() as f64, name: on.choice.model.to_string() }).collect()
}

/// `On 1 core sequential is the choice, from 2 on process-pool`.
fn by_cores_in_words(all: &[OnCores]) -> String {
    let Some(first) = all.first() else { return String::new() };
    let cores = |on: &OnCores| super::table::counted(on.cores.get(), "core");
    let later: Vec<String> = flips(all).map(|on| format!(", from {} on {}", cores(on), on.choice.model)).collect();
    match later.as_slice() {
        [] => {
            let last = all.last().map_or(String::new(), cores);
            format!("From {} to {last} the choice is the same: {}", cores(first), first.choice.model)
        }
        later => format!("On {} {} is the choice{}", cores(first), first.choice.model, later.concat()),
    }
}
