//! Threads that a pool has for itself and that do nothing of the program's: their lanes are left out of a picture, which
//! says so. Knows lanes by their names only, which are those of CPython's own threads.

use super::super::{Chart, Panel};
use crate::analysis::{Lane, State, Timeline};
use crate::time::Nanos;

/// What `multiprocessing.Pool` calls the threads that start workers, hand tasks out and take results back.
const NAMES: [&str; 3] = ["(_handle_workers)", "(_handle_tasks)", "(_handle_results)"];

/// Who runs for more than one part in so many of the time is shown, whatever its name.
const LITTLE: u64 = 100;

/// The timelines without such lanes, and how many these are; none where there are none.
pub fn without(chart: &Chart) -> Option<(Vec<Timeline>, usize)> {
    let hidden = |timeline: &Timeline| timeline.lanes.iter().filter(|lane| is_machinery(lane, timeline.end)).count();
    let count = chart.panels.iter().map(|panel| hidden(panel.timeline)).sum();
    let kept = |timeline: &Timeline| Timeline {
        lanes: timeline.lanes.iter().filter(|lane| !is_machinery(lane, timeline.end)).cloned().collect(),
        handoffs: timeline.handoffs.clone(),
        ..*timeline
    };
    (count > 0).then(|| (chart.panels.iter().map(|panel| kept(panel.timeline)).collect(), count))
}

/// The chart with these timelines in the place of its own.
pub fn chart_of<'a>(chart: &'a Chart, timelines: &'a [Timeline], left_out: usize) -> Chart<'a> {
    let told = match left_out {
        1 => "One lane is left out: a thread of a pool's own, which does nothing of the program's".to_string(),
        _ => format!("{left_out} lanes are left out: threads of a pool's own, which do nothing of the program's"),
    };
    let subtitle =
        if chart.subtitle.is_empty() { told } else { format!("{}. {told}", chart.subtitle.trim_end_matches('.')) };
    let panel = |(panel, timeline): (&Panel<'a>, &'a Timeline)| Panel {
        title: panel.title.clone(),
        timeline,
        task_names: panel.task_names,
        headline: panel.headline.clone(),
        note: panel.note.clone(),
    };
    Chart {
        title: chart.title.clone(),
        subtitle,
        panels: chart.panels.iter().zip(timelines).map(panel).collect(),
        turn: chart.turn.clone(),
        is_small: chart.is_small,
    }
}

fn is_machinery(lane: &Lane, end: Nanos) -> bool {
    let ran = lane.time(State::Running) + lane.time(State::Native);
    NAMES.iter().any(|name| lane.name.contains(name)) && lane.tasks.is_empty() && ran.0.saturating_mul(LITTLE) <= end.0
}
