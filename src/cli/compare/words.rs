//! The recommendation in words: what, why, at what price, and what would change it.

use super::Found;
use super::table::{bytes, counted, seconds};
use crate::analysis::Agreement;
use crate::cli::terminal::bold;
use crate::compare::{Change, Choice, Dimension, Flip, Line, MARGIN};
use crate::model::Model;
use crate::scenario::EngineName;

pub fn text(found: &Found) -> String {
    let Some(choice) = &found.study.choice else { return String::new() };
    let mut lines = vec![gain(found, choice)];
    lines.extend(why(found, choice.model).map(|why| format!("why{}: {why}", which_run(found))));
    lines.extend(doubt(found, choice));
    lines.extend(ties(choice));
    lines.push(format!("price: {}", price(found, choice.model)));
    lines.extend(latency(found, choice.model));
    lines.extend(single(found));
    lines.extend(failing(found));
    lines.extend(unlike(found));
    let told: String = lines.iter().map(|line| format!("  {line}\n")).collect();
    format!("{}\n{told}", bold(&format!("Recommended: {}", choice.model)))
}

/// The sentence under the title of the picture.
pub fn point(found: &Found) -> String {
    let Some(choice) = &found.study.choice else { return String::new() };
    let why = why(found, choice.model).map_or(String::new(), |why| format!(": {why}"));
    match choice.model {
        Model::Sequential => "No model is clearly faster than one task after the other".to_string() + &why,
        model => format!("The choice is {model}{why}"),
    }
}

fn line<'a>(found: &'a Found, model: Model) -> Option<&'a Line> {
    found.study.lines.iter().find(|line| line.model == model)
}

fn gain(found: &Found, choice: &Choice) -> String {
    let wall = |model| line(found, model).map(|line| line.wall.mean);
    let times = line(found, choice.model).and_then(|line| line.speedup);
    match (wall(choice.model), wall(Model::Sequential), choice.model) {
        (Some(wall), Some(alone), Model::Sequential) => {
            let best = line(found, choice.fastest).map_or(alone, |line| line.wall.mean);
            let fastest = if best < wall {
                format!("; the fastest, {}, takes {}", choice.fastest, seconds(best))
            } else {
                String::new()
            };
            format!("{} one after the other{fastest}", seconds(wall))
        }
        (Some(wall), Some(alone), _) => {
            format!(
                "{} in place of {} one after the other, {:.2} times as fast{}",
                seconds(wall),
                seconds(alone),
                times.map_or(alone / wall, |times| times.mean),
                if found.bench.seeds.len() > 1 { " on average" } else { "" }
            )
        }
        (Some(wall), None, _) => seconds(wall),
        (None, ..) => String::new(),
    }
}

/// Of several runs, one is told of in detail.
fn which_run(found: &Found) -> String {
    match (found.bench.seeds.as_slice(), found.bench.base.run.engine) {
        ([seed, _, ..], EngineName::Simulated) => format!(", in the run of seed {seed} alone"),
        ([_, _, ..], EngineName::Real) => ", in the first run alone".to_string(),
        _ => String::new(),
    }
}

/// The first reason for how long the model's run took.
fn why(found: &Found, model: Model) -> Option<String> {
    found.report.models.iter().find(|one| one.model == model)?.verdict.first().cloned()
}

/// Where the runs are too few to know which model is the fastest.
fn doubt(found: &Found, choice: &Choice) -> Option<String> {
    let (times, seeds) = (choice.doubt?, found.bench.seeds.len());
    let runs = match found.bench.base.run.engine {
        EngineName::Real => counted(seeds, "run"),
        EngineName::Simulated => counted(seeds, "seed"),
    };
    Some(format!(
        "in doubt: {} was {times:.2} times as fast in the mean, but {runs} differ too much to be sure; more of them \
         (--seeds 1..{}) may tell",
        choice.fastest,
        4 * seeds
    ))
}

fn ties(choice: &Choice) -> Option<String> {
    let names: Vec<String> = choice.ties.iter().map(ToString::to_string).collect();
    let margin = MARGIN * 100.0;
    (!names.is_empty())
        .then(|| format!("as fast within {margin:.0} % or the noise, and less simple: {}", names.join(", ")))
}

/// What the model costs besides time, in figures where there are any.
fn price(found: &Found, model: Model) -> String {
    let memory = |model| line(found, model).and_then(|line| line.memory);
    let more = match (memory(model), memory(Model::Sequential)) {
        (Some(own), Some(alone)) if model != Model::Sequential => {
            format!("about {} of memory in place of {}", bytes(own), bytes(alone))
        }
        (Some(own), _) => format!("about {} of memory", bytes(own)),
        (None, _) => String::new(),
    };
    let startup = line(found, model).and_then(|line| Some(line.startup? * line.wall.mean)).filter(|time| *time >= 1e-4);
    let startup = startup.map(|time| format!("{} until a worker has its first task", seconds(time)));
    let parts = [Some(more).filter(|more| !more.is_empty()), startup, Some(in_words(model).to_string())];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn in_words(model: Model) -> &'static str {
    match model {
        Model::Sequential => "nothing else, and nothing to go wrong",
        Model::ThreadPool | Model::Threads => "tasks share all objects, so what several change wants a lock",
        Model::Processes | Model::ProcessPool => {
            "arguments and results are copied, and what a task changes is not seen by the others"
        }
        Model::Asyncio => {
            "every function on the way to a wait becomes `async`, with libraries that can await, and a task that computes \
             stops all others"
        }
        Model::Hybrid => "two pools: tasks on threads share objects, those in processes are given copies",
        Model::FreeThreaded => {
            "a build of Python without the GIL, slower where one thread computes; what several change wants a lock"
        }
        Model::SubInterpreters => {
            "Python 3.14 or a library for it; arguments and results are copied, and not every extension module loads"
        }
    }
}

/// Where another model's blocking calls are clearly shorter: for who cares for them more than for the whole.
fn latency(found: &Found, model: Model) -> Option<String> {
    let (group, own) = (found.study.group.as_ref()?, line(found, model)?.call_p99?);
    // One after the other nobody is in the way of a call, and each task waits for all before it.
    let others = found.study.lines.iter().filter(|line| line.model != Model::Sequential);
    let all = others.filter_map(|line| Some((line.model, line.call_p99?)));
    let (best, least) = all.min_by(|a, b| a.1.total_cmp(&b.1))?;
    (own > least * (1.0 + MARGIN)).then(|| {
        format!(
            "where calls of {group} count more: their p99 is {} here, and least under {best}, {}",
            seconds(own),
            seconds(least)
        )
    })
}

/// Where there is nothing to compare.
fn single(found: &Found) -> Option<String> {
    (found.bench.base.tasks.len() == 1)
        .then(|| "there is one task, and the models differ in how they run several; what it starts by itself they leave to it".into())
}

/// Models under which tasks fail that do not fail elsewhere.
fn failing(found: &Found) -> Option<String> {
    let least = found.study.lines.iter().map(|line| line.failed).fold(f64::INFINITY, f64::min);
    let failing = found.study.lines.iter().filter(|line| line.failed > least);
    let told: Vec<String> = failing.map(|line| format!("{} ({:.0})", line.model, line.failed)).collect();
    (!told.is_empty())
        .then(|| format!("no choice, as tasks fail there that do not fail elsewhere: {}", told.join(", ")))
}

/// Models that do not do the same may not be faster for the same.
fn unlike(found: &Found) -> Option<String> {
    let Agreement::Different(all) = &found.report.agreement else { return None };
    let first = all.first()?;
    Some(format!("beware: the models do not give the same results: {first}"))
}

pub fn changes(found: &Found) -> String {
    let Some(choice) = &found.study.choice else { return String::new() };
    let lines: String =
        found.study.changes.iter().map(|change| format!("  {}\n", change_in_words(change, choice))).collect();
    if lines.is_empty() {
        return lines;
    }
    format!("{}\n{lines}", bold("What would change it (each was run)"))
}

fn change_in_words(change: &Change, choice: &Choice) -> String {
    let here = value(change.dimension, change.here);
    let flip = |flip: &Flip| {
        let Flip { at, model, wall, before } = flip;
        let at = value(change.dimension, *at);
        match *before > *wall * (1.0 + MARGIN) {
            true => format!("{at} {model}, {} in place of {}", seconds(*wall), seconds(*before)),
            // Ties go to the simpler one.
            false => format!("{at} {model} does as well, {} beside {}", seconds(*wall), seconds(*before)),
        }
    };
    let flips: Vec<String> = [&change.below, &change.above].into_iter().flatten().map(flip).collect();
    let (least, most) = (value(change.dimension, change.least), value(change.dimension, change.most));
    let head = match change.dimension {
        Dimension::Cores => format!("cores (now {here})"),
        Dimension::ResultBytes => format!("size of a task's result (now {here})"),
        Dimension::Waiting => {
            format!(
                "share of a task's time that it waits (now {here}; less as it computes longer, more as it waits longer)"
            )
        }
    };
    if flips.is_empty() {
        return format!("{head}: nothing from {least} to {most}, it stays {}", choice.model);
    }
    let rest = match (&change.below, &change.above) {
        (None, Some(_)) if change.least < change.here => format!("; nothing down to {least}"),
        (Some(_), None) if change.most > change.here => format!("; nothing up to {most}"),
        _ => String::new(),
    };
    format!("{head}: with {}{rest}", flips.join(", with "))
}

/// A value of a dimension, as it stands in a sentence.
pub fn value(dimension: Dimension, value: f64) -> String {
    match dimension {
        Dimension::Cores => counted(value as usize, "core"),
        Dimension::ResultBytes => bytes(value),
        Dimension::Waiting => match (value * 1000.0).round() / 10.0 {
            100.0 => "over 99.9 %".to_string(),
            percent => format!("{percent} %"),
        },
    }
}
