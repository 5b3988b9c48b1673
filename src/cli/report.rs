//! What a run comes to, as text for people: the comparison, the lanes, the latencies, the reasons.

use super::lost_counts;
use super::table::Table;
use super::terminal::bold;
use crate::analysis::{Agreement, Expectations, Figures, ModelReport, Report, State};
use crate::engine::simulated::profile::DEFAULT as DEFAULT_PROFILE;
use crate::model::Model;
use crate::scenario::{EngineName, Scenario};
use crate::time::Nanos;
use crate::trace::{Outcome, TaskInfo};
use std::collections::BTreeMap;

/// More lanes than these are in the summary only.
const MOST_LANES: usize = 16;

/// What stands where a figure was not measured.
const ABSENT: &str = "–";

/// The whole report.
pub fn text(scenario: &Scenario, report: &Report, expectations: &Expectations, cores: usize) -> String {
    let parts = [
        heading(scenario, cores),
        comparison(report, scenario.script),
        percentiles(report),
        lanes(report),
        latencies(report),
        loops(report),
        why(report),
        beyond(report),
        lost_counts::section(report),
        results(report),
        expected_failures(report, scenario),
        checks(expectations),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn heading(scenario: &Scenario, cores: usize) -> String {
    let run = &scenario.run;
    let tasks = counted(scenario.tasks.len(), "task");
    let workers = counted(run.workers.get(), "worker");
    let interval = match run.policy.waits_an_interval() {
        true => format!("switch interval {}, ", run.switch_interval),
        false => String::new(),
    };
    // How many threads a script has is its own affair.
    let of_tasks = if scenario.script { String::new() } else { format!("{tasks}, {workers}, ") };
    format!("{}\n{of_tasks}{interval}policy {}, {}\n", bold(&scenario.title), run.policy, machine(scenario, cores))
}

fn machine(scenario: &Scenario, cores: usize) -> String {
    let cores = counted(cores, "core");
    match scenario.run.engine {
        EngineName::Real => cores,
        EngineName::Simulated => {
            let profile = scenario.machine.profile.as_deref().unwrap_or(DEFAULT_PROFILE);
            format!("simulated machine of {cores}, profile {profile}, seed {}", scenario.machine.seed)
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A row a model, a column a figure.
fn by_model(report: &Report, columns: &[(&str, &str)]) -> Table {
    let mut table = Table::new(std::iter::once("").chain(columns.iter().map(|(head, _)| *head)));
    for model in &report.models {
        let names: Vec<String> = columns.iter().map(|(_, figure)| format!("{}.{figure}", model.model)).collect();
        // A model without any of the figures has nothing to do with the table, as one without a GIL with waits for it.
        if names.iter().any(|name| report.figures.get(name).is_some()) {
            let cells = names.iter().map(|name| shown(&report.figures, name));
            table.row(std::iter::once(model.model.to_string()).chain(cells));
        }
    }
    table
}

fn shown(figures: &Figures, name: &str) -> String {
    figures.get(name).map_or(ABSENT.to_string(), |figure| figure.to_string())
}

/// `of_script`: there is nothing that its time could be compared with.
fn comparison(report: &Report, of_script: bool) -> String {
    let mut columns = vec![
        ("wall", "wall"),
        ("speed-up", "speedup"),
        ("parallelism", "parallelism"),
        ("GIL held", "gil.held"),
        ("hand-offs", "handoffs.total"),
        ("forced", "handoffs.forced"),
        ("voluntary", "handoffs.voluntary"),
        ("rate", "handoffs.rate"),
    ];
    columns.retain(|(_, figure)| !(of_script && *figure == "speedup"));
    by_model(report, &columns).render(0)
}

fn percentiles(report: &Report) -> String {
    let tables = [("GIL held at a stretch", "hold"), ("GIL waited for", "wait")].map(|(title, figure)| {
        let names = ["count", "p50", "p95", "p99", "max"].map(|part| (part, format!("{figure}.{part}")));
        let columns: Vec<_> = names.iter().map(|(head, name)| (*head, name.as_str())).collect();
        let table = by_model(report, &columns);
        if table.is_empty() { String::new() } else { format!("{}\n{}", bold(title), table.render(0)) }
    });
    tables.into_iter().filter(|table| !table.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The columns of the lanes' table: figures by their last part, and the states that they are of.
const STATES: [(&str, State); 8] = [
    ("running", State::Running),
    ("native", State::Native),
    ("ready", State::Ready),
    ("waiting", State::WaitingForGil),
    ("locked", State::Locked),
    ("blocked", State::Blocked),
    ("idle", State::Idle),
    ("starting", State::Starting),
];

/// States that most runs do not have are shown where they occur.
fn is_shown(report: &Report, state: State) -> bool {
    let lanes = || report.models.iter().flat_map(|model| &model.timeline.lanes);
    !matches!(state, State::Native | State::Ready | State::Locked) || lanes().any(|lane| lane.time(state) > Nanos::ZERO)
}

fn lanes(report: &Report) -> String {
    let states: Vec<&str> =
        STATES.iter().filter(|(_, state)| is_shown(report, *state)).map(|(name, _)| *name).collect();
    let mut table = Table::new(std::iter::once("").chain(states.iter().copied()));
    let mut left_out = 0;
    for model in &report.models {
        let lanes = &model.timeline.lanes;
        left_out += lanes.len().saturating_sub(MOST_LANES);
        for lane in lanes.iter().take(MOST_LANES) {
            let figure = |state: &str| format!("{}.lanes.{}.{state}", model.model, lane.name);
            let cells = states.iter().map(|state| shown(&report.figures, &figure(state)));
            table.row(std::iter::once(format!("{}/{}", model.model, lane.name)).chain(cells));
        }
    }
    let more = format!("… and {}, which are in summary.json\n", counted(left_out, "more lane"));
    format!("{}\n{}{}", bold("Lanes"), table.render(0), if left_out > 0 { &more } else { "" })
}

/// Per model and group, how long blocking calls took; first those of tasks.
fn latencies(report: &Report) -> String {
    let mut table = Table::new(["", "calls", "asked", "p50", "p95", "p99", "max"]);
    let mut left_out = 0;
    for model in &report.models {
        let mut groups = report.figures.calling_groups(model.model);
        groups.sort_by_key(|group| !report.tasks.iter().any(|task| task.group == *group));
        left_out += groups.len().saturating_sub(MOST_LANES);
        for group in groups.into_iter().take(MOST_LANES) {
            let figure = |part: &str| format!("{}.latency.{group}.{part}", model.model);
            let parts = ["count", "asked", "p50", "p95", "p99", "max"];
            let cells = parts.iter().map(|part| shown(&report.figures, &figure(part)));
            table.row(std::iter::once(format!("{}/{group}", model.model)).chain(cells));
        }
    }
    match (table.is_empty(), left_out) {
        (true, _) => String::new(),
        (false, 0) => format!("{}\n{}", bold("Blocking calls"), table.render(0)),
        (false, more) => {
            let more = counted(more, "more kind");
            format!(
                "{}\n{}… and {more} of threads, which are in summary.json\n",
                bold("Blocking calls"),
                table.render(0)
            )
        }
    }
}

/// The tasks of event loops, where there are several.
fn loops(report: &Report) -> String {
    let columns = [
        ("tasks", "loop.tasks"),
        ("waiting", "loop.waiting"),
        ("steps", "loop.step.count"),
        ("step p50", "loop.step.p50"),
        ("step p99", "loop.step.p99"),
        ("longest step", "loop.step.max"),
        ("task's wait p50", "loop.wait.p50"),
        ("longest wait", "loop.wait.max"),
    ];
    if report.models.iter().all(|model| model.loops.len() < 2) {
        return String::new();
    }
    format!("{}\n{}", bold("Event loops"), by_model(report, &columns).render(0))
}

fn why(report: &Report) -> String {
    let sentences = report.models.iter().flat_map(|model| model.verdict.iter().map(move |why| (model.model, why)));
    let lines: String = sentences.map(|(model, why)| format!("  {model}: {why}\n")).collect();
    format!("{}\n{lines}", bold("Why"))
}

/// What no machine could do, and whose doing it is.
fn beyond(report: &Report) -> String {
    let excesses = report.models.iter().flat_map(|model| model.beyond.iter().map(move |excess| (model.model, excess)));
    let lines: String = excesses.map(|(model, excess)| format!("  {model}: {excess}\n")).collect();
    if lines.is_empty() { lines } else { format!("{}\n{lines}", bold("Beyond what a machine can do")) }
}

fn results(report: &Report) -> String {
    match &report.agreement {
        Agreement::Unknown => String::new(),
        Agreement::Same if is_all_raised(report) => {
            "No task gave a result: all raised, and the same under all models\n".into()
        }
        Agreement::Same => "All models gave the same results\n".to_string(),
        Agreement::Different(all) => {
            let lines: String = all.iter().map(|one| format!("  {one}\n")).collect();
            format!("{}\n{lines}", bold("Results that differ between models"))
        }
    }
}

fn is_all_raised(report: &Report) -> bool {
    let mut outcomes = report.models.iter().flat_map(|model| &model.outcomes);
    outcomes.all(|outcome| matches!(outcome, Outcome::Raised { .. }))
}

fn checks(expectations: &Expectations) -> String {
    let Expectations { met, failures, skipped } = expectations;
    let mut text = String::new();
    if met + failures.len() > 0 {
        text.push_str(&format!("{} of {} met\n", met, counted(met + failures.len(), "expectation")));
    }
    let mut unchecked: BTreeMap<&[Model], Vec<&str>> = BTreeMap::new();
    for one in skipped {
        unchecked.entry(&one.missing).or_default().push(&one.figure);
    }
    for (missing, figures) in unchecked {
        let were = if missing.len() == 1 { "was" } else { "were" };
        let missing = missing.iter().map(Model::to_string).collect::<Vec<_>>().join(" and ");
        text.push_str(&format!("not checked, as {missing} {were} not run: {}\n", figures.join(", ")));
    }
    text
}

/// Tasks that failed where the scenario expects some to: no problem, but told of.
fn expected_failures(report: &Report, scenario: &Scenario) -> String {
    let models = report.models.iter().filter(|model| scenario.expects_failures(model.model));
    let failed: Vec<String> = models.flat_map(|model| failed_tasks(model, &report.tasks)).collect();
    if failed.is_empty() {
        return String::new();
    }
    let lines: String = failed.iter().flat_map(|text| text.lines()).map(|line| format!("  {line}\n")).collect();
    format!("{}\n{lines}", bold("Tasks that failed, as the scenario expects"))
}

/// What went wrong in a run, one message each: tasks that failed and were not expected to, expectations that were not
/// met.
pub fn problems(scenario: &Scenario, report: &Report, expectations: &Expectations) -> Vec<String> {
    let unexpected = report.models.iter().filter(|model| !scenario.expects_failures(model.model));
    let tasks = unexpected.flat_map(|model| failed_tasks(model, &report.tasks));
    let defects = report.models.iter().flat_map(|model| model.beyond.iter().map(move |excess| (model.model, excess)));
    let defects = defects.filter(|(_, excess)| excess.is_defect());
    let defects =
        defects.map(|(model, excess)| format!("{model} did what no machine can do, a defect of gilsim: {excess}"));
    tasks
        .chain(defects)
        .chain(expectations.failures.iter().map(|failure| format!("expectation not met: {failure}")))
        .collect()
}

/// Tasks of one model that failed in the same way are told of together.
fn failed_tasks(model: &ModelReport, tasks: &[TaskInfo]) -> Vec<String> {
    let mut failures: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (task, outcome) in tasks.iter().zip(&model.outcomes) {
        let told = match outcome {
            Outcome::Raised { traceback, .. } => format!("ended in an exception\n{}", traceback.trim_end()),
            Outcome::Lost { status } => format!("was lost with its worker process: {status}"),
            Outcome::Returned { .. } | Outcome::Stopped => continue,
        };
        failures.entry(told).or_default().push(&task.name);
    }
    let message = |(told, names): (String, Vec<&str>)| format!("{}: {} {told}", model.model, task_list(&names));
    failures.into_iter().map(message).collect()
}

fn task_list(names: &[&str]) -> String {
    match names {
        [one] => format!("task {one}"),
        [first, .., last] if names.len() > 3 => format!("each of the tasks {first} to {last}"),
        _ => format!("each of the tasks {}", names.join(", ")),
    }
}
