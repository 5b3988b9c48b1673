//! Why threads without a GIL took as long as they did.

use super::threads::LOCK;
use super::{Facts, counted, locked};
use crate::analysis::State;

pub(super) fn reasons(facts: &Facts) -> Vec<String> {
    let threads = counted(facts.workers(), "thread");
    let (running, blocked) = (facts.at_once(State::Running), facts.at_once(State::Blocked));
    let why = if running > 1.1 && running > blocked {
        format!("no lock keeps them apart, and {running:.1} of them on average interpreted at the same time")
    } else if blocked > 1.1 {
        format!("{blocked:.1} of them on average were in blocking calls at the same time")
    } else if let Some(locked) = locked(facts) {
        format!("no GIL keeps them apart, but on average {locked:.2} of them waited for {LOCK}")
    } else {
        "no lock keeps them apart, but they hardly overlapped".to_string()
    };
    vec![format!("{threads} without a GIL {}: {why}", facts.compared())]
}
