//! Draws timelines that no engine made into a folder, for people to look at: `cargo run --example chart_gallery -- DIR`.

#[path = "../tests/chart/synthetic.rs"]
mod synthetic;

use gilsim::analysis::{State, Timeline};
use gilsim::chart::{self, Chart, Inter, Panel};
use gilsim::model::Model;
use gilsim::time::Nanos;
use std::error::Error;
use std::path::{Path, PathBuf};
use synthetic::*;

const FIVE: Nanos = Nanos(5 * MS);

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map_or_else(|| std::env::temp_dir().join("gilsim-charts"), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    let numbered = names(64, "crunch");
    show(&folder, "cpu_bound", "Four CPU-bound tasks", &cpu_bound(4, 250), &numbered)?;
    show(&folder, "cpu_bound_long", "Four long CPU-bound tasks", &cpu_bound(4, 5_000), &numbered)?;
    show(&folder, "lanes_64", "Sixty-four CPU-bound tasks", &cpu_bound(64, 40), &numbered)?;
    let downloads = [450, 380, 520, 410].map(|ms| ms * MS);
    let io = [
        sequential(&downloads, State::Blocked),
        sleepers(&downloads),
        side_by_side(&downloads, 2 * MS, State::Blocked),
    ];
    show(&folder, "io_bound", "Four downloads", &io, &names(4, "download"))?;
    show(&folder, "native", "Native code on two cores", &[natives(4, 80 * MS)], &names(4, "hash"))?;
    show(&folder, "mixed", "Short waits beside CPU-bound threads", &[convoy(2, 120, 5 * MS)], &[])?;
    show(&folder, "one_lane", "One task", &[sequential(&[800 * MS], State::Running)], &names(1, "only"))?;
    show(&folder, "million", "A million slices", &[noise(10, 1_000_000)], &[])?;
    show(&folder, "stopped", "A run that was stopped", &[stopped()], &names(4, "crunch"))?;
    show(&folder, "killed", "A process that was killed", &[killed()], &names(4, "crunch"))?;
    let long = "a name that somebody chose who did not think of the width of a page at all ".repeat(4);
    let (lanes, tasks) = (long_names(&long), vec![long.clone(); 4]);
    show(&folder, "long_names", &long, &[sequential(&[100 * MS, 3 * MS], State::Running), lanes], &tasks)?;
    show(&folder, "queue", "Thirty tasks, one lane", &[sequential(&[9 * MS; 30], State::Running)], &names(30, "t"))?;
    show(&folder, "empty", "Nothing", &[Timeline { lanes: vec![], ..stopped() }], &[])?;
    Ok(())
}

fn show(
    folder: &Path,
    file: &str,
    title: &str,
    timelines: &[Timeline],
    tasks: &[String],
) -> Result<(), Box<dyn Error>> {
    let base = timelines.first().map_or(Nanos::ZERO, |timeline| timeline.end).as_secs_f64();
    let panel = |timeline: &'_ Timeline| -> (String, String, String) {
        let title = format!("{}: {}", timeline.model.name(), timeline.model.about());
        let speedup = base / timeline.end.as_secs_f64().max(1e-9);
        let note = match timeline.model {
            Model::Sequential => format!("{} · the measure for the others", timeline.end),
            _ => format!("{} · compared with sequential", timeline.end),
        };
        (title, format!("{speedup:.2}×"), note)
    };
    let panels = timelines.iter().map(|timeline| {
        let (title, headline, note) = panel(timeline);
        Panel { title, timeline, task_names: tasks, headline, note }
    });
    let subtitle = "Threads share one interpreter lock and take turns: while one runs, the others wait. Processes have a lock \
                    each and run side by side.";
    let chart = Chart {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        panels: panels.collect(),
        switch_interval: FIVE,
    };
    let layout = chart::layout(&chart, chart::WIDTH, &Inter);
    std::fs::write(folder.join(file).with_extension("png"), chart::png(&layout)?)?;
    std::fs::write(folder.join(file).with_extension("svg"), chart::svg(&layout)?)?;
    Ok(())
}

fn cpu_bound(tasks: u32, ms_each: u64) -> [Timeline; 3] {
    let lengths = vec![ms_each * MS; tasks as usize];
    [
        sequential(&lengths, State::Running),
        turns(tasks, ms_each * MS, 5 * MS),
        side_by_side(&lengths, 4 * MS, State::Running),
    ]
}

fn stopped() -> Timeline {
    let mut cut = turns(4, 200 * MS, 5 * MS);
    let end = Nanos(130 * MS);
    for lane in &mut cut.lanes {
        lane.slices.retain(|slice| slice.from < end);
        lane.slices.iter_mut().for_each(|slice| slice.to = slice.to.min(end));
    }
    cut.handoffs.retain(|handoff| handoff.acquired < end);
    Timeline { end, ..cut }
}

fn killed() -> Timeline {
    side_by_side(&[200 * MS, 70 * MS, 210 * MS, 190 * MS], 4 * MS, State::Running)
}

fn long_names(name: &str) -> Timeline {
    let mut named = turns(4, 60 * MS, 5 * MS);
    named.lanes.iter_mut().for_each(|lane| lane.name = format!("{} <&> 漢字 🐍 {name}", lane.name));
    named
}
