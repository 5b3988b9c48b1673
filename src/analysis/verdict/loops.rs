//! What is to be said of event loops: how much of their work was waiting, that a step kept one from everything else.

use super::{Facts, asyncio, counted, percent};
use crate::analysis::State;
use crate::analysis::loops::{BLOCKING, BlockingSteps};
use crate::time::Nanos;

/// From so long a step on asyncio's debug mode calls a callback slow.
const SLOW: Nanos = Nanos::from_millis(100);

/// From this share of the time on, steps in blocking calls are why a loop took as long as it did.
const STALLED: f64 = 0.1;

/// The tasks of the loops that a program runs itself, where these share the run's only thread.
pub(super) fn alone(facts: &Facts) -> Option<String> {
    let tasks = several(facts)?;
    let running = facts.most(State::Running);
    let why = match facts.loops.blocking.as_ref().map_or(0.0, |blocking| facts.share(blocking.total)) {
        share if share >= STALLED => format!(
            "its thread was interpreting for {} of that time, and in blocking calls within steps for {}, in which no other \
             task goes on",
            percent(running),
            percent(share)
        ),
        _ => asyncio::why(running),
    };
    Some(format!(
        "{tasks} took turns on the event loop of one thread for {}: {why}{}",
        facts.timeline.end,
        waiting(facts)
    ))
}

/// The same beside other threads.
pub(super) fn among_threads(facts: &Facts) -> Option<String> {
    let steps = counted(facts.loops.steps.count, "step");
    Some(format!("{} of event loops took {steps}{}", several(facts)?, waiting(facts)))
}

fn several(facts: &Facts) -> Option<String> {
    (facts.loops.tasks > 1).then(|| counted(facts.loops.tasks, "task"))
}

fn waiting(facts: &Facts) -> String {
    match facts.share(facts.loops.waited) {
        some if some >= 0.05 => format!("; on average {some:.1} of them waited at the same time"),
        _ => String::new(),
    }
}

/// Steps in blocking calls, which kept their loop from other tasks, and what to do about them. Where the longest of all
/// steps is told of, one of them is known.
pub(super) fn blocking(facts: &Facts) -> Option<String> {
    let is_known = facts.loops.blocking.as_ref()?.count == 1 && point(facts).is_some();
    let advice = "what waits should be awaited (asyncio.sleep), what only blocks belongs into another thread \
                  (asyncio.to_thread)";
    blocking_point(facts).filter(|_| !is_known).map(|said| format!("{said}: {advice}"))
}

/// The same without advice.
pub(super) fn blocking_point(facts: &Facts) -> Option<String> {
    let BlockingSteps { count, task, longest, .. } = facts.loops.blocking.as_ref()?;
    let steps = match count {
        1 => format!("a step of {task} was in blocking calls for {longest}"),
        _ => format!("{count} steps were in blocking calls for {BLOCKING} and more, one of {task} for {longest}"),
    };
    Some(format!("{steps}, and no other task of the event loop could go on meanwhile"))
}

/// A step that blocked its loop while other tasks were there, and what to do about it.
pub(super) fn blocked(facts: &Facts) -> Option<String> {
    let advice = "what computes or blocks for long belongs into another thread (asyncio.to_thread) or process";
    Some(format!("{}; {advice}", point(facts)?))
}

/// The same without advice.
pub(super) fn point(facts: &Facts) -> Option<String> {
    let longest = facts.loops.longest.as_ref().filter(|longest| longest.length >= SLOW && longest.others > 0)?;
    let others = match longest.others {
        1 => "the other task".to_owned(),
        others => format!("the {others} other tasks"),
    };
    Some(format!(
        "a step of {} kept the event loop for {} from {} on, and {others} could not go on meanwhile",
        longest.task, longest.length, longest.from
    ))
}
