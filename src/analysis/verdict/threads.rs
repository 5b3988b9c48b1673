//! Why threads that share one GIL took as long as they did.

use super::{Facts, at_most, children, counted, latency, loops, percent, sharing_cores, worth_a_word};
use crate::analysis::{Lane, State};
use crate::model::Model;
use crate::time::Nanos;
use std::collections::BTreeSet;

/// The GIL counts as the bottleneck from this share of the time on.
const SATURATED: f64 = 0.9;

/// Threads count as sleepers where blocking calls take at least this share of their busy time.
const SLEEPING: f64 = 0.8;

/// One thread hogs the GIL where it has at least this part of the time in which the GIL is held.
const HOGS: f64 = 0.9;

/// Threads of which fewer wait, for whatever it is, hardly meet.
const HARDLY: f64 = 0.005;

/// What the program's own locks and events make threads wait for.
pub(super) const LOCK: &str = "another thread's lock or wake-up";
const LOCKED: &str = "waited for another thread's lock or wake-up";

pub(super) fn reasons(facts: &Facts) -> Vec<String> {
    if facts.workers() == 1 {
        return vec![loops::alone(facts).unwrap_or_else(|| alone(facts))];
    }
    let mut said = vec![match children::are_there(facts) {
        true => in_processes(facts),
        false => format!("{} {}: {}", counted(facts.workers(), "thread"), facts.compared(), why(facts)),
    }];
    let more = [loops::among_threads(facts), switching(facts), cost(facts), badness(facts), timer_floor(facts)];
    said.extend(more.into_iter().flatten());
    said.extend(latency::convoys(facts));
    said.extend(latency::diagnoses(facts));
    said
}

fn alone(facts: &Facts) -> String {
    let tasks = counted(facts.lanes().map(|lane| lane.tasks.len()).sum(), "task");
    let end = facts.timeline.end;
    if children::are_there(facts) {
        let blocked = percent(facts.at_once(State::Blocked) + facts.at_once(State::Locked));
        return format!("one thread ran {tasks} in {end}, and was in blocking calls for {blocked} of that time");
    }
    let waits = if facts.count("wait.count") == 0 { ", and never had to wait for the GIL" } else { "" };
    format!("one thread ran {tasks} in {end}, so nothing could overlap{waits}")
}

/// Of a program that has started processes, each with a GIL of its own.
fn in_processes(facts: &Facts) -> String {
    let lanes = &facts.timeline.lanes;
    let processes: BTreeSet<_> = lanes.iter().map(|lane| lane.process).collect();
    format!(
        "{} in {} {}: on average {}",
        counted(lanes.len(), "thread"),
        counted(processes.len(), "process"),
        facts.compared(),
        elsewhere(facts, lanes.iter(), "a GIL").unwrap_or_else(|| "hardly any of them waited".to_string())
    )
}

fn why(facts: &Facts) -> String {
    let held = facts.figure("gil.held").unwrap_or_default();
    if held >= SATURATED && facts.most(State::Running) >= HOGS * held {
        return format!("the GIL was held during {} of the run, nearly always by the same thread", percent(held));
    }
    if held >= SATURATED {
        let turns = if facts.count("wait.count") > 0 { ", so they took turns" } else { "" };
        let gained = gained(facts, held).unwrap_or_default();
        return format!(
            "exactly one thread at a time held the GIL, during {} of the run{turns}{gained}",
            percent(held)
        );
    }
    let (blocked, native) = (facts.at_once(State::Blocked), facts.at_once(State::Native));
    if native > 1.1 && native > blocked {
        return format!(
            "they overlapped, as each held the GIL for at most {} of the run; \
             {native:.1} of them on average were in native code at the same time, which needs no GIL{}",
            at_most(facts.most(State::Running)),
            sharing_cores(facts, native)
        );
    }
    if facts.busy_share(State::Blocked) >= SLEEPING && blocked > 1.1 {
        return format!(
            "they overlapped, as each held the GIL for at most {} of the run; \
             {blocked:.1} of them on average were in blocking calls at the same time, which need no GIL",
            at_most(facts.most(State::Running))
        );
    }
    let elsewhere = match elsewhere(facts, facts.lanes(), "the GIL") {
        Some(elsewhere) => format!("on average {elsewhere}"),
        None => "hardly any of them waited: they ran one after the other".to_string(),
    };
    format!("the GIL was held during {} of the run, and {elsewhere}", percent(held))
}

/// `0.43 of them were in blocking calls and 0.29 waited for the GIL`: what there is of it.
fn elsewhere<'a>(facts: &Facts, lanes: impl Iterator<Item = &'a Lane> + Clone, lock: &str) -> Option<String> {
    let mean = |time: &dyn Fn(&Lane) -> Nanos| lanes.clone().map(|lane| facts.share(time(lane))).sum::<f64>();
    let at_once = |state| mean(&|lane| lane.time(state));
    let joining = mean(&|lane| lane.joining);
    let locked = at_once(State::Locked) - joining;
    let all = [
        (at_once(State::Blocked), "were in blocking calls".to_string()),
        (at_once(State::Native), "were in native code".to_string()),
        (worth_a_word(locked).unwrap_or_default(), LOCKED.to_string()),
        (worth_a_word(joining).unwrap_or_default(), "waited for another thread's end".to_string()),
        (at_once(State::WaitingForGil), format!("waited for {lock}")),
    ];
    let some = all.into_iter().filter(|(mean, _)| *mean >= HARDLY).enumerate();
    let of_them = |at| if at == 0 { " of them" } else { "" };
    let mut said: Vec<String> = some.map(|(at, (mean, does))| format!("{mean:.2}{} {does}", of_them(at))).collect();
    let last = said.pop()?;
    Some(if said.is_empty() { last } else { format!("{} and {last}", said.join(", ")) })
}

/// From this speed-up on it wants a reason that threads which take turns are faster than one.
const GAIN: f64 = 1.05;

/// Where they are: what one thread did with the GIL.
fn gained(facts: &Facts, held: f64) -> Option<String> {
    facts.figure("speedup").filter(|speedup| *speedup >= GAIN)?;
    let alone = facts.figures.value(Model::Sequential, "gil.held")?;
    if alone < SATURATED * held {
        return Some(format!("; one thread alone held it during {} of its run only", percent(alone)));
    }
    let time = |model| Some(facts.figures.value(model, "gil.held")? * facts.figures.value(model, "wall")?);
    let (before, now) = (time(Model::Sequential)?, time(facts.timeline.model)?);
    let [before, now] = [before, now].map(Nanos::from_secs_f64);
    Some(format!("; that makes nothing faster, but all in all they held it for {now}, and one thread for {before}"))
}

/// How often the GIL went from thread to thread, and by whose doing.
fn switching(facts: &Facts) -> Option<String> {
    let (total, forced) = (facts.count("handoffs.total"), facts.count("handoffs.forced"));
    if total < 2 {
        return None;
    }
    let every = Nanos(facts.timeline.end.0 / total as u64);
    let mut said = format!("the GIL changed hands {total} times, once every {every} on average");
    if forced > 0 {
        let interval = facts.host.switch_interval;
        said += &match facts.host.waits_an_interval {
            true => format!(
                "; {forced} of these hand-offs were forced: a thread that has waited for the switch interval of \
                 {interval} asks the holder to let go"
            ),
            false => format!("; in {forced} of them the holder was made to let go"),
        };
    }
    Some(said)
}

/// What hand-offs cost is worth a word from this share of the time on.
const COSTLY: f64 = 0.01;

/// How much of the time the GIL was on its way.
fn cost(facts: &Facts) -> Option<String> {
    let share = facts.figure("handoffs.cost").filter(|share| *share >= COSTLY)?;
    let (rate, gap) = (facts.figure("handoffs.rate")?, facts.time("handoffs.gap")?);
    let percent = percent(share);
    Some(format!(
        "hand-offs cost {percent} of the time: {rate:.0} a second, each {gap} until the next thread had the GIL"
    ))
}

/// Failed acquisitions are worth a word from this number per check on.
const BAD: f64 = 0.1;

fn badness(facts: &Facts) -> Option<String> {
    let badness = facts.figure("gil.badness").filter(|badness| *badness >= BAD)?;
    let vain = match facts.count("woken_in_vain") {
        1 => "once".to_string(),
        vain => format!("{vain} times"),
    };
    Some(format!(
        "{vain} a thread was woken to take the GIL and found it taken again, {badness:.2} times for each time that its \
         holder had to let go of it"
    ))
}

/// The timer is worth a word where it makes the interval so many times as long.
const LATE: f64 = 1.5;

/// The least of fewer waits may be long by chance.
const ENOUGH: usize = 10;

fn timer_floor(facts: &Facts) -> Option<String> {
    let (really, asked) = (facts.time("gil.timeout")?, facts.host.switch_interval);
    let enough = facts.count("drop_requests") >= ENOUGH;
    let late = enough && facts.host.waits_an_interval && really.0 as f64 >= LATE * asked.0 as f64;
    late.then(|| {
        format!(
            "the system's timer keeps a waiter for {really} though the switch interval is {asked}: a shorter interval \
             would make little difference"
        )
    })
}
