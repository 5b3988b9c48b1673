//! The comparison as tables for people: a row a model, and a row a number of cores.

use super::Found;
use crate::analysis::{Figure, Unit};
use crate::cli::table::Table;
use crate::cli::terminal::bold;
use crate::compare::Line;
use crate::engine::simulated::profile::DEFAULT as DEFAULT_PROFILE;
use crate::scenario::EngineName;
use crate::sweep::Spread;
use crate::time::Nanos;

const ABSENT: &str = "–";

/// The heading, the models that ran, and those that do not fit.
pub fn text(found: &Found) -> String {
    let unfit: String = found.study.unfit.iter().map(|(model, why)| format!("{model} does not fit: {why}\n")).collect();
    let stopped = if found.study.stopped { "stopped; this is what was measured until then\n" } else { "" };
    format!("{}{stopped}\n{}{unfit}", heading(found), measured(found))
}

/// The table and what its columns are; empty where no model was run to its end.
fn measured(found: &Found) -> String {
    if found.study.lines.is_empty() {
        return String::new();
    }
    let mut table = Table::new(heads(found));
    found.study.lines.iter().for_each(|line| table.row(row(found, line)));
    format!("{}\n{}", table.render(0), legend(found))
}

/// What the columns are that do not say so.
fn legend(found: &Found) -> String {
    let calls = found
        .study
        .group
        .as_ref()
        .map_or(String::new(), |group| format!("call: a blocking call of {group}, until the task goes on\n"));
    let noise = match found.bench.seeds.len() {
        1 => "",
        _ => "±: half the 95 % confidence interval of the mean; speed-up: the mean over the runs\n",
    };
    format!(
        "{noise}efficiency: speed-up a core, which is over 100 % where tasks wait at the same time\nmemory: estimated, without the \
         program's data; start-up: until a worker has its first task\ntask: from its start to its end\n{calls}"
    )
}

fn heading(found: &Found) -> String {
    let base = &found.bench.base;
    let cores = counted(found.cores, "core");
    let machine = match base.run.engine {
        EngineName::Real => format!("{cores} of this machine"),
        EngineName::Simulated => {
            let profile = base.machine.profile.as_deref().unwrap_or(DEFAULT_PROFILE);
            format!("simulated machine of {cores}, profile {profile}")
        }
    };
    let tasks = counted(base.tasks.len(), "task");
    let lock = match base.run.policy.waits_an_interval() {
        true => format!("switch interval {}", base.run.switch_interval),
        false => format!("policy {}", base.run.policy),
    };
    let runs = match base.run.engine {
        EngineName::Real => counted(found.bench.seeds.len(), "run"),
        EngineName::Simulated => counted(found.bench.seeds.len(), "seed"),
    };
    format!("{}\n{tasks}, {machine}, {lock}; means of {runs}\n", bold(&base.title))
}

pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn heads(found: &Found) -> Vec<String> {
    let fixed = ["", "wall", "±", "speed-up", "efficiency", "memory", "start-up", "task p50", "task p99"];
    let mut heads: Vec<String> = fixed.map(str::to_string).into();
    if found.study.group.is_some() {
        heads.extend(["call p50", "call p99"].map(str::to_string));
    }
    heads
}

fn row(found: &Found, line: &Line) -> Vec<String> {
    let shown = |value: Option<f64>, unit| value.map_or(ABSENT.to_string(), |value| Figure { value, unit }.to_string());
    let mut cells = vec![
        line.model.to_string(),
        seconds(line.wall.mean),
        noise(&line.wall),
        shown(line.speedup.map(|speedup| speedup.mean), Unit::Times),
        shown(line.efficiency, Unit::Share),
        line.memory.map_or(ABSENT.to_string(), bytes),
        shown(line.startup, Unit::Share),
        shown(line.task_p50, Unit::Seconds),
        shown(line.task_p99, Unit::Seconds),
    ];
    if found.study.group.is_some() {
        cells.extend([line.call_p50, line.call_p99].map(|value| shown(value, Unit::Seconds)));
    }
    cells
}

pub fn seconds(value: f64) -> String {
    Nanos::from_secs_f64(value).to_string()
}

/// Half the confidence interval, as a share of the mean; nothing of a single run.
fn noise(wall: &Spread) -> String {
    if wall.count < 2 || wall.mean == 0.0 {
        return ABSENT.to_string();
    }
    format!("{:.1} %", wall.half_width() / wall.mean * 100.0)
}

/// `14.3 MB`, `640 kB`, `19 B`.
pub fn bytes(value: f64) -> String {
    let (unit, name) = match value {
        value if value >= 999.5e6 => (1e9, "GB"),
        value if value >= 999.5e3 => (1e6, "MB"),
        value if value >= 999.5 => (1e3, "kB"),
        _ => return format!("{value:.0} B"),
    };
    let digits = if value / unit < 9.95 { 2 } else { usize::from(value / unit < 99.5) };
    format!("{:.digits$} {name}", value / unit)
}

/// Wall times by the number of cores, and the choice on each.
pub fn by_cores(found: &Found) -> String {
    let all = &found.study.by_cores;
    if all.is_empty() {
        return String::new();
    }
    let models: Vec<_> = found.study.lines.iter().map(|line| line.model).collect();
    let heads = ["cores".to_string()].into_iter().chain(models.iter().map(ToString::to_string));
    let mut table = Table::new(heads.chain(["choice".to_string()]));
    for on in all {
        let wall = |model| on.lines.iter().find(|line| line.model == model).map(|line| seconds(line.wall.mean));
        let walls = models.iter().map(|model| wall(*model).unwrap_or(ABSENT.to_string()));
        table.row([on.cores.to_string()].into_iter().chain(walls).chain([on.choice.model.to_string()]));
    }
    format!("{}\n{}", bold("Wall time by the number of cores"), table.render(0))
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn bytes_have_three_digits() {
        let shown = [19.0, 999.0, 1_000.0, 15_760.0, 999_499.0, 999_500.0, 14_260_000.0, 2e9].map(bytes);
        assert_eq!(shown, ["19 B", "999 B", "1.00 kB", "15.8 kB", "999 kB", "1.00 MB", "14.3 MB", "2.00 GB"]);
    }
}
