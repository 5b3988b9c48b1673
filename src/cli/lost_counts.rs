//! The report's section on reference counts that were lost: which instructions of which threads, and what came of it.

use super::terminal::bold;
use crate::analysis::{Contested, Counts, Fate, ModelReport, Report};
use crate::time::Nanos;
use crate::trace::{CountChange, Loss, LostCount};

const WHY: &str = "\
  That is what a run without a GIL shows, not a defect of the program or of gilsim: to change a count is to load it, to
  add and to store it, and where two threads do so at once, the later store wins
";

/// The section; empty where no count was lost.
pub fn section(report: &Report) -> String {
    let models = report.models.iter().filter(|model| went_wrong(&model.counts));
    let text: String = models.map(of_model).collect();
    if text.is_empty() { text } else { format!("{}\n{text}{WHY}", bold("Lost reference counts")) }
}

fn went_wrong(counts: &Counts) -> bool {
    counts.lost + counts.died_early + counts.leaked > 0
}

fn of_model(model: &ModelReport) -> String {
    let counts = &model.counts;
    let total = format!(
        "  {}: {} lost; {} early, {} leaked\n",
        model.model,
        counted(counts.lost, "change was", "changes were"),
        counted(counts.died_early, "object died", "objects died"),
        counts.leaked
    );
    let objects: String = counts.objects.iter().map(|object| of_object(counts, object)).collect();
    total + &objects
}

fn counted(count: u64, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

fn of_object(counts: &Counts, object: &Contested) -> String {
    let mut text = format!("  {} {}", object.what, fate(counts, object));
    for (at, lost) in &object.first {
        text.push_str(&of_change(counts, *at, lost));
    }
    let more = object.lost - object.first.len() as u64;
    if more > 0 {
        text.push_str(&format!("    and {more} more\n"));
    }
    text
}

fn fate(counts: &Counts, object: &Contested) -> String {
    match &object.fate {
        Fate::Unharmed => "came to no harm, as changes that were lost made up for each other\n".to_string(),
        Fate::Leaked { count } => format!("leaked: at the end nobody referred to it, and its count was {count}\n"),
        Fate::DiedEarly { at, owners, by } => format!(
            "died early, at {}, with {} to it left\n    freed by {}\n{}",
            exactly(*at),
            counted((*owners).into(), "reference", "references"),
            who(counts, by),
            used(counts, object)
        ),
    }
}

fn used(counts: &Counts, object: &Contested) -> String {
    let names: Vec<&str> = object.used_by.iter().map(|thread| counts.name(*thread)).collect();
    match names.as_slice() {
        [] => String::new(),
        names => format!("    used after that by {}, which ended by it\n", names.join(", ")),
    }
}

fn of_change(counts: &Counts, at: Nanos, lost: &LostCount) -> String {
    let how = match lost.how {
        Loss::Overwritten => "overwritten by",
        Loss::TooLate => "too late after",
    };
    let made_up = if lost.should_be == i64::from(lost.is) { ", as this loss made up for earlier ones" } else { "" };
    format!(
        "    at {}\n      {:14} {}\n      {how:14} {}\n      the count should have been {} and was {}{made_up}\n",
        exactly(at),
        "lost",
        who(counts, &lost.lost),
        who(counts, &lost.kept),
        lost.should_be,
        lost.is
    )
}

fn who(counts: &Counts, change: &CountChange) -> String {
    format!("{change} ({} on core {})", counts.name(change.thread), change.core)
}

/// To the nanosecond.
fn exactly(at: Nanos) -> String {
    format!("{}.{:03} µs", at.0 / 1_000, at.0 % 1_000)
}
