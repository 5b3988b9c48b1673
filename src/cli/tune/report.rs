//! A recommendation as text for people and as JSON.

use crate::analysis::Figure;
use crate::cli::table::Table;
use crate::cli::terminal::bold;
use crate::scenario::{RunConfig, Scenario};
use crate::sweep::{Field, Spread, in_words, unit};
use crate::time::Nanos;
use crate::tune::{Advice, Bound, Goal, Line, Setting, WhatIf, is_suspect};
use serde_json::{Value, json};

const ABSENT: &str = "–";

/// Changes below this share are told as none.
const NOTHING: f64 = 0.000_5;

pub fn text(scenario: &Scenario, goal: &Goal, advice: &Advice) -> String {
    let heading = format!("{}\n{}\n", bold(&scenario.title), goal_line(goal));
    let parts = [
        heading,
        verdict(goal, advice),
        table(advice),
        check(goal, advice),
        caveat(advice).map_or(String::new(), |caveat| format!("beware: {caveat}\n")),
        in_the_way(goal, advice),
        paste(scenario, advice),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn goal_line(goal: &Goal) -> String {
    let aim = goal
        .aim
        .as_ref()
        .map(|aim| format!("{} {}", if aim.least { "minimise" } else { "maximise" }, in_words(&aim.figure)));
    let parts: Vec<String> = aim.into_iter().chain(goal.bounds.iter().map(ToString::to_string)).collect();
    format!("goal: {}", parts.join(" and "))
}

fn figure(name: &str, value: f64) -> String {
    Figure { value, unit: unit(name) }.to_string()
}

/// `1.27 ms ± 0.02 ms`.
fn spread(name: &str, spread: Option<Spread>) -> String {
    let Some(spread) = spread else { return ABSENT.to_string() };
    let half = spread.half_width();
    let mean = figure(name, spread.mean);
    if half <= spread.mean.abs() * NOTHING { mean } else { format!("{mean} ± {}", figure(name, half)) }
}

/// The setting in words: `switch interval 1.6ms, model threads`.
fn setting(setting: &Setting) -> String {
    let mut values: Vec<_> = setting.0.iter().collect();
    values.sort_by_key(|(field, _)| *field != Field::SwitchInterval);
    values.into_iter().map(|(field, value)| format!("{field} {}", value.text)).collect::<Vec<_>>().join(", ")
}

fn verdict(goal: &Goal, advice: &Advice) -> String {
    let (best, usual) = (setting(&advice.setting), setting(&advice.default));
    let is_usual = advice.setting == advice.default;
    let said = match (advice.meets, goal.bounds.is_empty()) {
        (true, true) => format!("recommended: {best}"),
        (true, false) if is_usual => format!("recommended: {best}, which is the default; it meets the goal"),
        (true, false) => {
            let default = if advice.default_meets { "so does the default" } else { "the default does not" };
            format!("recommended: {best}; it meets the goal, {default} ({usual})")
        }
        (false, _) => format!("no setting meets the goal; the nearest is {best}"),
    };
    format!("{}\n", bold(&said))
}

fn table(advice: &Advice) -> String {
    let fresh = format!("{} fresh seeds", advice.fresh_seeds);
    let setting = if advice.meets { "recommended" } else { "nearest" };
    let mut table = Table::new(["", "default", setting, "change", fresh.as_str()]);
    for line in &advice.lines {
        let Line { figure: name, default, setting, change, fresh, .. } = line;
        table.row([
            in_words(name),
            spread(name, *default),
            spread(name, *setting),
            percent(*change),
            spread(name, *fresh),
        ]);
    }
    format!(
        "{}± is the 95 % confidence interval of a mean over {} seeds, the same for both settings\n",
        table.render(0),
        advice.seeds
    )
}

fn percent(change: Option<Spread>) -> String {
    match change {
        None => ABSENT.to_string(),
        Some(change) if change.mean.abs() < NOTHING => "none".to_string(),
        Some(change) if change.half_width() < NOTHING => format!("{:+.1} %", change.mean * 100.0),
        Some(change) => format!("{:+.1} % ± {:.1}", change.mean * 100.0, change.half_width() * 100.0),
    }
}

/// What the held-out runs say.
fn check(goal: &Goal, advice: &Advice) -> String {
    let seeds = advice.fresh_seeds;
    let differing: Vec<String> =
        advice.lines.iter().filter(|line| !line.agrees).map(|line| in_words(&line.figure)).collect();
    let agree = match differing.as_slice() {
        [] => format!("checked with {seeds} fresh seeds: all figures are as promised"),
        some => format!(
            "checked with {seeds} fresh seeds: not as promised {} {}",
            if some.len() == 1 { "is" } else { "are" },
            some.join(", ")
        ),
    };
    let goal = match (advice.meets && !goal.bounds.is_empty(), advice.confirmed) {
        (true, true) => "; the goal is met there too",
        (true, false) => "; the goal is not met there, so do not rely on it",
        _ => "",
    };
    format!("{agree}{goal} ({} runs in all)\n", advice.runs)
}

/// Where the setting looks good only because most calls come when nobody computes any more.
fn caveat(advice: &Advice) -> Option<String> {
    let (usual, now) = advice.at_once.filter(|shares| is_suspect(*shares))?;
    Some(format!(
        "{:.0} % of the calls wait for no interval at this setting, {:.0} % at the default; the CPU-bound work is over before \
         most calls, so let it last longer, or bound p99",
        now * 100.0,
        usual * 100.0
    ))
}

/// Which bound no setting meets, why, and what would help.
fn in_the_way(goal: &Goal, advice: &Advice) -> String {
    if advice.meets {
        return String::new();
    }
    let found = |bound: &Bound| advice.lines.iter().find(|line| line.figure == bound.figure)?.setting;
    let missed = goal
        .bounds
        .iter()
        .filter_map(|bound| Some((bound, found(bound)?)))
        .filter(|(bound, spread)| !bound.holds(crate::tune::far_end(bound, spread)));
    let mut lines: Vec<String> = missed
        .map(|(bound, found)| format!("{bound} stands in the way: it is {}", spread(&bound.figure, Some(found))))
        .collect();
    if let (Some(timeout), Some(gap)) = (advice.timeout, advice.gap) {
        let (timeout, gap) = (Nanos::from_secs_f64(timeout), Nanos::from_secs_f64(gap));
        lines
            .push(format!("a waiter really waits {timeout} before it may ask for the GIL, and a hand-off takes {gap}"));
    }
    lines.extend(advice.what_ifs.iter().map(|what_if| told(goal, what_if)));
    let lines: String = lines.iter().map(|line| format!("  {line}\n")).collect();
    format!("{}\n{lines}", bold("What stands in the way, and what would help (each was run)"))
}

fn told(goal: &Goal, what_if: &WhatIf) -> String {
    let figures = goal.bounds.iter().zip(&what_if.figures).map(|(bound, value)| match value {
        Some(value) => format!("{} is {}", in_words(&bound.figure), figure(&bound.figure, *value)),
        None => format!("{} is not measured there", in_words(&bound.figure)),
    });
    let figures: Vec<String> = figures.collect();
    let means_hold =
        goal.bounds.iter().zip(&what_if.figures).all(|(bound, mean)| mean.is_some_and(|it| bound.holds(it)));
    let verdict = match (what_if.meets, means_hold) {
        (true, _) => "the goal is met",
        (false, true) => "the goal is met on average, but not with 95 % confidence",
        (false, false) => "the goal is not met",
    };
    format!("{}, {verdict}: {}", what_if.change, figures.join(", "))
}

/// The line for a program.
fn paste(base: &Scenario, advice: &Advice) -> String {
    if !advice.meets {
        return String::new();
    }
    let lines: String = python(base, advice).into_iter().map(|line| format!("  {line}\n")).collect();
    match lines.is_empty() {
        true => "Nothing to paste: Python does so by itself\n".to_owned(),
        false => format!("{}\n{lines}", bold("To paste")),
    }
}

fn python(base: &Scenario, advice: &Advice) -> Vec<String> {
    let get = |field| advice.setting.get(&field);
    let mut lines = Vec::new();
    let interval = get(Field::SwitchInterval).and_then(|value| value.number).unwrap_or_default();
    // What is so anyway needs no line.
    let is_usual = interval == RunConfig::DEFAULT_SWITCH_INTERVAL.as_secs_f64();
    if advice.setting.waits_an_interval(base) && !is_usual {
        lines.push(format!("import sys; sys.setswitchinterval({interval})"));
    }
    lines.extend(get(Field::Workers).map(|value| format!("# max_workers={} in the pool", value.text)));
    lines.extend(
        get(Field::Model)
            .filter(|value| value.text != "threads")
            .map(|value| format!("# under the model {}", value.text)),
    );
    lines.extend(get(Field::Policy).map(|value| format!("# under the policy {}", value.text)));
    lines.extend(advice.setting.0.iter().filter_map(|(field, value)| match field {
        Field::Path(path) => Some(match path.strip_prefix("program.") {
            Some(name) => format!("{name} = {}", base.assigned(name, &value.text)),
            None => format!("# {path} = {}", value.text),
        }),
        _ => None,
    }));
    lines
}

pub fn json(base: &Scenario, goal: &Goal, advice: &Advice) -> String {
    let settings = |setting: &Setting| -> Value {
        setting.0.iter().map(|(field, value)| (field.name().to_string(), Value::from(value.text.clone()))).collect()
    };
    let mean =
        |spread: Option<Spread>| spread.map(|spread| json!({"mean": spread.mean, "half_width": spread.half_width()}));
    let line = |line: &Line| {
        json!({
            "figure": line.figure, "default": mean(line.default), "recommended": mean(line.setting),
            "change": mean(line.change), "fresh": mean(line.fresh), "agrees": line.agrees,
        })
    };
    let what_if = |one: &WhatIf| json!({"change": one.change, "meets": one.meets, "figures": one.figures});
    let all = json!({
        "goal": goal_line(goal),
        "meets": advice.meets,
        "default_meets": advice.default_meets,
        "confirmed": advice.confirmed,
        "seeds": advice.seeds,
        "fresh_seeds": advice.fresh_seeds,
        "beware": caveat(advice),
        "waited_interval": advice.timeout,
        "handoff": advice.gap,
        "setting": settings(&advice.setting),
        "default": settings(&advice.default),
        "figures": advice.lines.iter().map(line).collect::<Vec<_>>(),
        "what_ifs": advice.what_ifs.iter().map(what_if).collect::<Vec<_>>(),
        "runs": advice.runs,
        "python": if advice.meets { python(base, advice) } else { Vec::new() },
    });
    format!("{all:#}\n")
}
