//! Finds a figure by its dotted name, and what a misspelt name may have meant.

use super::{CATALOGUE, FigureDoc};
use crate::model::Model;

/// Names less like what was typed than this (0 to 1) are not suggested.
const ALIKE: f64 = 0.6;

/// The catalogue's entry of a figure's name. A lane or group may be called anything, also with dots.
pub fn describe(name: &str) -> Option<&'static FigureDoc> {
    let own = name.strip_prefix(model_of(name)?.name())?;
    CATALOGUE.iter().find(|doc| fits(doc.pattern.trim_start_matches("<model>"), own))
}

/// The model that a figure is about.
pub fn model_of(name: &str) -> Option<Model> {
    let (first, _) = name.split_once('.')?;
    Model::ALL.into_iter().find(|model| model.name() == first)
}

/// The names without model of all figures that a run can yield whose tasks are in these groups, lanes aside.
pub fn names_without_lanes(groups: &[&str]) -> Vec<String> {
    let fixed = CATALOGUE.iter().filter(|doc| !doc.pattern.contains("<lane>"));
    let own = |doc: &FigureDoc| doc.pattern.trim_start_matches("<model>.").to_string();
    let of_doc = |doc: &FigureDoc| match doc.pattern.contains("<group>") {
        true => groups.iter().map(|group| own(doc).replace("<group>", group)).collect(),
        false => vec![own(doc)],
    };
    fixed.flat_map(of_doc).collect()
}

/// Up to three names like `name`, the likest first. `groups` are the task groups of the scenario; a lane is taken as
/// typed.
pub fn suggest(name: &str, groups: &[&str]) -> Vec<String> {
    let lane = name.split('.').nth(2).unwrap_or("<lane>");
    let likeness = |known: &String| strsim::normalized_damerau_levenshtein(name, known);
    let known = Model::ALL.into_iter().flat_map(|model| names_of(model, lane, groups));
    let mut alike: Vec<(f64, String)> = known.map(|known| (likeness(&known), known)).collect();
    alike.retain(|(likeness, _)| *likeness >= ALIKE);
    alike.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    alike.into_iter().take(3).map(|(_, known)| known).collect()
}

fn names_of(model: Model, lane: &str, groups: &[&str]) -> Vec<String> {
    let of_doc = |doc: &FigureDoc| {
        let name = doc.pattern.replace("<model>", model.name()).replace("<lane>", lane);
        match name.contains("<group>") {
            true => groups.iter().map(|group| name.replace("<group>", group)).collect(),
            false => vec![name],
        }
    };
    CATALOGUE.iter().flat_map(of_doc).collect()
}

/// Whether `name` is `pattern` with something in place of its `<…>`, if it has one.
fn fits(pattern: &str, name: &str) -> bool {
    match (pattern.find('<'), pattern.find('>')) {
        (Some(open), Some(close)) => {
            let (before, after) = (&pattern[..open], &pattern[close + 1..]);
            name.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)).is_some_and(|middle| !middle.is_empty())
        }
        _ => pattern == name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(name: &str) -> Option<&'static str> {
        describe(name).map(|doc| doc.pattern)
    }

    #[test]
    fn a_name_finds_its_entry() {
        assert_eq!(pattern("threads.wall"), Some("<model>.wall"));
        assert_eq!(pattern("processes.lanes.crunch-2.running"), Some("<model>.lanes.<lane>.running"));
        assert_eq!(pattern("threads.latency.a.b.p99"), Some("<model>.latency.<group>.p99"));
    }

    #[test]
    fn an_unknown_name_finds_none() {
        for name in
            ["", "threads", "wall", "fibres.wall", "threads.wal", "threads.lanes..running", "threads.latency.p99"]
        {
            assert_eq!(pattern(name), None, "{name}");
        }
    }

    #[test]
    fn every_entry_describes_itself_and_no_other() {
        for doc in CATALOGUE {
            let name = doc.pattern.replace("<model>", "threads").replace("<lane>", "x").replace("<group>", "x");
            assert_eq!(pattern(&name), Some(doc.pattern));
            assert!(!doc.about.is_empty() && !doc.about.ends_with('.'));
        }
    }

    #[test]
    fn a_misspelt_name_is_led_back() {
        let first = |name: &str| suggest(name, &["short"]).into_iter().next();
        assert_eq!(first("threads.speed_up").as_deref(), Some("threads.speedup"));
        assert_eq!(first("threads.latency.shrt.p99").as_deref(), Some("threads.latency.short.p99"));
        assert_eq!(first("threads.lanes.worker-1.runing").as_deref(), Some("threads.lanes.worker-1.running"));
        assert_eq!(first("xyzzy"), None);
    }
}
