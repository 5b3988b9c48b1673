//! Every figure there is: its name, its unit, what it means, and how it is got. The only such list.

use super::{ModelRun, Unit};
use crate::analysis::build::NotKept;
use crate::analysis::measure::{Collections, Latency};
use crate::analysis::{Lane, State};
use crate::ids::ProcessId;
use crate::time::Nanos;
use crate::trace::Outcome;

/// What is known of a figure, or of a family of figures.
pub struct FigureDoc {
    /// The dotted name, with `<model>`, `<lane>` or `<group>` in place of what varies.
    pub pattern: &'static str,
    pub unit: Unit,
    /// One line.
    pub about: &'static str,
    pub(super) got: Got,
}

impl FigureDoc {
    /// Whether it tells of the lock, and so of nothing where there is none.
    pub(super) fn is_of_gil(&self) -> bool {
        let lock = ["gil.", "handoffs.", "hold.", "wait.", "drop_requests", "woken_in_vain", "convoy."];
        let own = self.pattern.trim_start_matches("<model>.");
        lock.iter().any(|part| own.starts_with(part)) || own.ends_with(".gil_wait")
    }
}

/// How values are got. None: not measured in this run.
pub(super) enum Got {
    Once(fn(&ModelRun) -> Option<f64>),
    /// The time that each lane spent in the state.
    PerLane(State),
    PerGroup(fn(&Latency) -> Option<f64>),
}

const fn once(pattern: &'static str, unit: Unit, about: &'static str, get: fn(&ModelRun) -> Option<f64>) -> FigureDoc {
    FigureDoc { pattern, unit, about, got: Got::Once(get) }
}

const fn lane(pattern: &'static str, state: State, about: &'static str) -> FigureDoc {
    FigureDoc { pattern, unit: Unit::Seconds, about, got: Got::PerLane(state) }
}

const fn latency(
    pattern: &'static str,
    unit: Unit,
    about: &'static str,
    get: fn(&Latency) -> Option<f64>,
) -> FigureDoc {
    FigureDoc { pattern, unit, about, got: Got::PerGroup(get) }
}

/// The catalogue. Percentiles are by the nearest-rank method.
#[rustfmt::skip]
pub const CATALOGUE: &[FigureDoc] = &[
    once("<model>.wall", Unit::Seconds, "time from the model's start to the end of its last task",
        |run| Some(wall(run))),
    once("<model>.speedup", Unit::Times, "wall time of sequential divided by that of this model; needs both to be whole",
        |run| ratio(run.sequential?.as_secs_f64(), wall(run))),
    once("<model>.parallelism", Unit::Lanes, "mean number of lanes that interpret or are in native code at the same time",
        |run| ratio(run.built.computed.as_secs_f64(), wall(run))),
    once("<model>.startup", Unit::Share, "share of the wall time before a lane begins its first task; mean over the lanes that ran any",
        startup),
    once("<model>.tasks.p50", Unit::Seconds, "median time from a task's start to its end", |run| secs(run.measured.tasks.p50)),
    once("<model>.tasks.p95", Unit::Seconds, "95th percentile of the same", |run| secs(run.measured.tasks.p95)),
    once("<model>.tasks.p99", Unit::Seconds, "99th percentile of the same", |run| secs(run.measured.tasks.p99)),
    once("<model>.tasks.max", Unit::Seconds, "longest such time", |run| secs(run.measured.tasks.max)),
    once("<model>.gil.held", Unit::Share, "share of the wall time in which the GIL is held; mean over the processes that have lanes",
        gil_held),
    once("<model>.gil.timeout", Unit::Seconds, "shortest time from a thread's wish for the GIL to its drop request without a switch in between: the interval that is really waited",
        |run| Some(run.measured.timeout?.as_secs_f64())),
    once("<model>.gil.badness", Unit::Times, "wake-ups that found the GIL taken, per check at which its holder had to drop it (Beazley)",
        |run| ratio(run.measured.woken_in_vain as f64, run.measured.forced_releases as f64)),
    once("<model>.gil.kept.count", Unit::Count, "how often a holder kept the GIL for as long again as the waiter had waited that asked for it",
        |run| Some(run.kept.count as f64)),
    once("<model>.gil.kept.time", Unit::Seconds, "all in all, from the first request to the release, collections of garbage aside", |run| kept(run, run.kept.time)),
    once("<model>.gil.kept.max", Unit::Seconds, "longest such time", |run| kept(run, run.kept.longest)),
    lane("<model>.lanes.<lane>.running", State::Running, "time that the lane interprets, with the GIL"),
    lane("<model>.lanes.<lane>.native", State::Native, "time that the lane computes in native code, without the GIL"),
    lane("<model>.lanes.<lane>.ready", State::Ready, "time that the lane could compute but has no core; simulated machine only"),
    lane("<model>.lanes.<lane>.waiting", State::WaitingForGil, "time that the lane waits for the GIL"),
    lane("<model>.lanes.<lane>.locked", State::Locked, "time that the lane waits for a lock of the program, or to be woken by another thread; where any does"),
    lane("<model>.lanes.<lane>.blocked", State::Blocked, "time that the lane is in blocking calls, without the GIL"),
    lane("<model>.lanes.<lane>.idle", State::Idle, "time that the lane has nothing to do"),
    lane("<model>.lanes.<lane>.starting", State::Starting, "time from the creation of the lane's process to its first readiness"),
    once("<model>.handoffs.total", Unit::Count, "how often the GIL went from one thread to another",
        |run| Some(handoffs(run, |_| true))),
    once("<model>.handoffs.forced", Unit::Count, "hand-offs after the holder was made to drop the GIL",
        |run| Some(handoffs(run, |forced| forced))),
    once("<model>.handoffs.voluntary", Unit::Count, "hand-offs after the holder began a blocking call or ended",
        |run| Some(handoffs(run, |forced| !forced))),
    once("<model>.handoffs.rate", Unit::PerSecond, "hand-offs per second of wall time",
        |run| ratio(handoffs(run, |_| true), wall(run))),
    once("<model>.handoffs.gap", Unit::Seconds, "mean time from a release until a thread that was waiting for it has the GIL: what a hand-off costs",
        |run| ratio(run.measured.gap_time.as_secs_f64(), run.measured.gaps as f64)),
    once("<model>.handoffs.cost", Unit::Share, "share of the wall time in which the GIL was on its way to a waiting thread, all processes together",
        |run| ratio(run.measured.gap_time.as_secs_f64(), wall(run))),
    once("<model>.hold.p50", Unit::Seconds, "median time that a thread keeps the GIL", |run| secs(run.measured.holds.p50)),
    once("<model>.hold.p95", Unit::Seconds, "95th percentile of the same", |run| secs(run.measured.holds.p95)),
    once("<model>.hold.p99", Unit::Seconds, "99th percentile of the same", |run| secs(run.measured.holds.p99)),
    once("<model>.hold.max", Unit::Seconds, "longest time that a thread keeps the GIL", |run| secs(run.measured.holds.max)),
    once("<model>.hold.count", Unit::Count, "how often the GIL was acquired and released", |run| count(run.measured.holds.count)),
    once("<model>.wait.p50", Unit::Seconds, "median wait for a GIL that another thread had meanwhile; 0 where none had to wait",
        |run| secs(run.measured.waits.p50)),
    once("<model>.wait.p95", Unit::Seconds, "95th percentile of the same", |run| secs(run.measured.waits.p95)),
    once("<model>.wait.p99", Unit::Seconds, "99th percentile of the same", |run| secs(run.measured.waits.p99)),
    once("<model>.wait.max", Unit::Seconds, "longest such wait", |run| secs(run.measured.waits.max)),
    once("<model>.wait.count", Unit::Count, "how many such waits there were", |run| count(run.measured.waits.count)),
    once("<model>.drop_requests", Unit::Count, "how often a waiter asked the holder to drop the GIL",
        |run| Some(run.measured.drop_requests as f64)),
    once("<model>.woken_in_vain", Unit::Count, "how often a waiter was woken and found the GIL taken",
        |run| Some(run.measured.woken_in_vain as f64)),
    once("<model>.gc.full", Unit::Count, "how often the garbage collector looked at all objects",
        |run| collections(run).map(|all| all.count as f64)),
    once("<model>.gc.time", Unit::Seconds, "time that this took, with the GIL held", |run| secs(collections(run)?.time)),
    once("<model>.gc.longest", Unit::Seconds, "longest time that it took once", |run| secs(collections(run)?.longest)),
    latency("<model>.latency.<group>.p50", Unit::Seconds, "median time from the begin of a blocking call until its thread has the GIL again",
        |group| secs(group.times.p50)),
    latency("<model>.latency.<group>.p95", Unit::Seconds, "95th percentile of the same", |group| secs(group.times.p95)),
    latency("<model>.latency.<group>.p99", Unit::Seconds, "99th percentile of the same", |group| secs(group.times.p99)),
    latency("<model>.latency.<group>.max", Unit::Seconds, "longest such time", |group| secs(group.times.max)),
    latency("<model>.latency.<group>.count", Unit::Count, "how many blocking calls the group's tasks made; of a script the groups are main and threads, those that it starts", |group| count(group.times.count)),
    latency("<model>.latency.<group>.asked", Unit::Seconds, "mean time that those calls asked to block",
        |group| secs(group.asked?)),
    latency("<model>.latency.<group>.gil_wait", Unit::Seconds, "mean part of those calls' time in which the thread waited for the GIL",
        |group| secs(group.gil_wait)),
    latency("<model>.latency.<group>.rate", Unit::PerSecond, "blocking calls of the group's tasks a second, from the start of its first task to the end of its last",
        |group| ratio(group.times.count as f64, group.span.as_secs_f64())),
    latency("<model>.convoy.<group>.q", Unit::Share, "q of P(k) = (1 - q)^k q, fitted to how many whole intervals k the waits after blocking calls lasted",
        |group| Some(group.convoy?.q)),
    latency("<model>.convoy.<group>.k0", Unit::Share, "share of those waits that lasted less than an interval", |group| share(group, 0)),
    latency("<model>.convoy.<group>.k1", Unit::Share, "share of those waits that lasted one interval", |group| share(group, 1)),
    latency("<model>.convoy.<group>.k2", Unit::Share, "share of those waits that lasted two intervals", |group| share(group, 2)),
    latency("<model>.convoy.<group>.more", Unit::Share, "share of those waits that lasted more", |group| share(group, 3)),
    latency("<model>.convoy.<group>.one", Unit::Seconds, "mean of the waits that lasted one interval",
        |group| group.convoy.filter(|convoy| convoy.shares[1] > 0.0).and_then(|convoy| secs(convoy.one))),
    once("<model>.loop.tasks", Unit::Count, "tasks of event loops, where there are any", |run| of_loop(run, |run| run.built.loops.tasks as f64)),
    once("<model>.loop.step.count", Unit::Count, "how many steps they took: each runs until the task awaits something", |run| of_loop(run, |run| run.built.loops.steps.count as f64)),
    once("<model>.loop.step.p50", Unit::Seconds, "median length of a step", |run| of_loop(run, |run| run.built.loops.steps.p50.as_secs_f64())),
    once("<model>.loop.step.p99", Unit::Seconds, "99th percentile of the same", |run| of_loop(run, |run| run.built.loops.steps.p99.as_secs_f64())),
    once("<model>.loop.step.max", Unit::Seconds, "longest step: for so long its loop could do nothing else", |run| of_loop(run, |run| run.built.loops.steps.max.as_secs_f64())),
    once("<model>.loop.wait.p50", Unit::Seconds, "median time that a task of an event loop waited between its steps, all in all", |run| of_loop(run, |run| run.built.loops.waits.p50.as_secs_f64())),
    once("<model>.loop.wait.max", Unit::Seconds, "longest such time", |run| of_loop(run, |run| run.built.loops.waits.max.as_secs_f64())),
    once("<model>.loop.waiting", Unit::Lanes, "mean number of tasks of event loops that waited at the same time",
        |run| of_loop(run, |run| run.built.loops.waited.as_secs_f64() / wall(run))),
    once("<model>.tasks.failed", Unit::Count, "tasks that ended by an exception or the death of their process",
        |run| Some(failed(run.outcomes) as f64)),
    once("<model>.counts.lost", Unit::Count, "changes of reference counts that were lost, as threads shared them without a lock",
        |run| Some(run.counts.lost as f64)),
    once("<model>.counts.died_early", Unit::Count, "objects that were freed while there were references to them",
        |run| Some(run.counts.died_early as f64)),
    once("<model>.counts.leaked", Unit::Count, "objects that were never freed, though at the end there were no references to them",
        |run| Some(run.counts.leaked as f64)),
];

fn of_loop(run: &ModelRun, get: fn(&ModelRun) -> f64) -> Option<f64> {
    (run.built.loops.tasks > 0).then(|| get(run))
}

fn share(group: &Latency, class: usize) -> Option<f64> {
    Some(group.convoy?.shares[class])
}

fn wall(run: &ModelRun) -> f64 {
    run.built.timeline.end.as_secs_f64()
}

fn startup(run: &ModelRun) -> Option<f64> {
    let first = |lane: &Lane| lane.tasks.iter().map(|task| task.from).min();
    let firsts: Vec<Nanos> = run.built.timeline.lanes.iter().filter_map(first).collect();
    let mean = firsts.iter().map(|at| at.as_secs_f64()).sum::<f64>() / firsts.len().max(1) as f64;
    ratio(mean, wall(run)).filter(|_| !firsts.is_empty())
}

fn kept(run: &ModelRun, time: Nanos) -> Option<f64> {
    secs(time).filter(|_| run.kept.count > 0)
}

fn secs(time: Nanos) -> Option<f64> {
    Some(time.as_secs_f64())
}

fn count(count: usize) -> Option<f64> {
    Some(count as f64)
}

fn collections<'r>(run: &ModelRun<'r>) -> Option<&'r Collections> {
    Some(&run.measured.collections).filter(|all| all.count > 0)
}

fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

fn handoffs(run: &ModelRun, counts: impl Fn(bool) -> bool) -> f64 {
    let kept = run.built.timeline.handoffs.iter().filter(|handoff| counts(handoff.forced)).count();
    let NotKept { forced, voluntary } = run.built.not_kept;
    let not_kept = [(true, forced), (false, voluntary)].into_iter().filter(|(forced, _)| counts(*forced));
    (kept + not_kept.map(|(_, count)| count).sum::<usize>()) as f64
}

fn gil_held(run: &ModelRun) -> Option<f64> {
    let mut processes: Vec<ProcessId> = run.built.timeline.lanes.iter().map(|lane| lane.process).collect();
    processes.dedup();
    let held: Nanos = processes.iter().filter_map(|process| run.built.held.get(process)).copied().sum();
    ratio(held.as_secs_f64(), wall(run) * processes.len() as f64)
}

fn failed(outcomes: &[Outcome]) -> usize {
    outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Raised { .. } | Outcome::Lost { .. })).count()
}
