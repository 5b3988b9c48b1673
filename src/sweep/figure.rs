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
/// One message that names the figures that are like it, and the groups of tasks that there are.
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
    let meant = match nearest(&name, known).as_slice() {
        [] => String::new(),
        near => format!("; did you mean `{}`?", near.join("` or `")),
    };
    let stop = if meant.is_empty() { "." } else { "" };
    let short = SHORT.map(|(short, ..)| format!("{short}(GROUP)")).join(", ");
    let groups = groups(known).join(", ");
    Err(format!(
        "there is no figure `{text}`{meant}{stop} Of a group there are {short}, and the groups here are {groups}; gilsim list \
         --figures shows all figures"
    ))
}

/// Names less like another than this are not it.
const ALIKE: f64 = 0.6;

/// Up to three names that are as like `name` as any is.
fn nearest<'k>(name: &str, known: &'k [String]) -> Vec<&'k str> {
    let likeness = |other: &str| strsim::normalized_damerau_levenshtein(name, other);
    let alike = known.iter().map(|other| (likeness(other), other.as_str())).filter(|(alike, _)| *alike > ALIKE);
    let most = alike.clone().map(|(alike, _)| alike).fold(ALIKE, f64::max);
    alike.filter(|(alike, _)| *alike == most).map(|(_, other)| other).take(3).collect()
}

/// The groups of tasks that figures are of.
fn groups(known: &[String]) -> Vec<&str> {
    known.iter().filter_map(|name| name.strip_prefix("latency.")?.strip_suffix(".p50")).collect()
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
    fn an_unknown_one_is_refused_with_those_that_are_like_it() {
        let known = names_without_lanes(&["short", "crunch"]);
        let wrong = |text| figure(text, &known).expect_err("wrong");
        let rest = "Of a group there are p50(GROUP), p95(GROUP), p99(GROUP), max(GROUP), rate(GROUP), throughput(GROUP), \
                    gil_wait(GROUP), asked(GROUP), q(GROUP), and the groups here are short, crunch; gilsim list --figures \
                    shows all figures";
        let near = "there is no figure `p99(shrt)`; did you mean `latency.short.p99`?";
        assert_eq!(wrong("p99(shrt)"), format!("{near} {rest}"));
        assert_eq!(wrong("banana"), format!("there is no figure `banana`. {rest}"));
        assert!(wrong("hold.p90").contains("did you mean `hold.p50` or `hold.p95` or `hold.p99`?"));
    }
}
