//! What is to be said of event loops: that a step kept one from everything else.

use super::Facts;
use crate::time::Nanos;

/// From so long a step on asyncio's debug mode calls a callback slow.
const SLOW: Nanos = Nanos::from_millis(100);

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
