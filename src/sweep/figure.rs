//! Figures by the names that people type: `wall`, `latency.short.p99`, `threads.latency.short.p99`, `p99(short)`.

use crate::analysis::{Unit, describe, model_of};

/// Short forms, and the figures of a group of tasks that they stand for.
const SHORT: [(&str, &str, &str); 9] = [
    ("p50", "latency", "p50"),
    ("p95", "latency", "p95"),
    ("p99", "latency", "p99"),
    ("max", "latency", "max"),
    ("rate", "latency", "rate"),
    ("throughput", "latency", "rate"),
    ("gil_wait", "latency", "gil_wait"),
    ("asked", "latency", "asked"),
    ("q", "convoy", "q"),
];

/// The figure that a name means, without model.
///
/// # Errors
/// One message that names the figures that there are.
pub fn figure(text: &str, known: &[String]) -> Result<String, String> {
    let text = text.trim();
    let own = match model_of(text) {
        Some(model) => &text[model.name().len() + 1..],
        None => text,
    };
    let name = short_form(own).unwrap_or_else(|| own.to_string());
    if known.contains(&name) {
        return Ok(name);
    }
    let likeness = |other: &&String| strsim::normalized_damerau_levenshtein(&name, other);
    let near = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b))).filter(|near| likeness(near) > 0.6);
    let meant = near.map_or(".".to_string(), |near| format!("; did you mean `{near}`?"));
    let short = SHORT.map(|(short, ..)| format!("{short}(GROUP)")).join(", ");
    Err(format!("there is no figure `{text}`{meant} The figures are {}; and in short {short}", known.join(", ")))
}

/// `latency.short.p99` of `p99(short)`.
fn short_form(text: &str) -> Option<String> {
    let (short, group) = text.strip_suffix(')')?.split_once('(')?;
    let (_, family, part) = SHORT.iter().find(|(name, ..)| *name == short.trim())?;
    Some(format!("{family}.{}.{part}", group.trim()))
}

/// `p99 of short` for `latency.short.p99`; other names as they are.
pub fn in_words(name: &str) -> String {
    match name.split('.').collect::<Vec<_>>().as_slice() {
        ["latency", group, "rate"] => format!("calls a second of {group}"),
        ["latency", group, part] => format!("{part} of {group}"),
        ["convoy", group, part] => format!("{part} of {group}"),
        ["wall"] => "wall time".to_string(),
        _ => name.replace('.', " ").replace("handoffs", "hand-offs"),
    }
}

/// What a figure counts.
pub fn unit(name: &str) -> Unit {
    describe(&format!("threads.{name}")).map_or(Unit::Times, |doc| doc.unit)
}

/// Whether more of it is better, as far as its name tells.
pub fn more_is_better(name: &str) -> bool {
    name.ends_with(".rate") && name != "handoffs.rate" || matches!(name, "parallelism" | "speedup")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::names_without_lanes;

    #[test]
    fn a_figure_has_a_name_and_some_a_short_form() {
        let known = names_without_lanes(&["short", "crunch"]);
        let found = |text| figure(text, &known).unwrap_or_default();
        assert_eq!(found("p99(short)"), "latency.short.p99");
        assert_eq!(found("throughput( crunch )"), "latency.crunch.rate");
        assert_eq!(found("threads.wall"), "wall");
        assert_eq!(found(" latency.short.p50 "), "latency.short.p50");
        assert_eq!(in_words("latency.short.p99"), "p99 of short");
        assert_eq!((unit("latency.short.rate"), unit("wall")), (Unit::PerSecond, Unit::Seconds));
    }

    #[test]
    fn an_unknown_one_is_refused_with_those_that_there_are() {
        let known = names_without_lanes(&["short"]);
        let wrong = figure("p99(shrt)", &known).expect_err("wrong");
        assert!(wrong.contains("did you mean `latency.short.p99`?") && wrong.contains("handoffs.rate"), "{wrong}");
        assert!(figure("banana", &known).expect_err("wrong").contains("p99(GROUP)"));
    }
}
