//! What ends a thread's turn with the lock, as far as a picture shows it: a time to measure by, and words for title and key.

use crate::time::Nanos;

/// A turn under the lock's protocol.
#[derive(Clone, Debug)]
pub struct Turn {
    /// After so much time others may have the lock; none where something else is counted.
    pub length: Option<Nanos>,
    /// It is waiters who ask, once they have waited that long.
    pub is_waited: bool,
    /// As `the switch interval is 5 ms`; empty where nothing ends a turn.
    pub rule: String,
    /// What a drop request is.
    pub request: &'static str,
    /// Why a holder is made to let go.
    pub forced: &'static str,
}

impl Turn {
    /// That of CPython's lock.
    pub fn by_interval(interval: Nanos) -> Turn {
        Turn {
            length: Some(interval),
            is_waited: true,
            rule: format!("the switch interval is {}", humane(interval)),
            request: "a waiter without the lock for a whole switch interval asks the holder to let go",
            forced: "asked, the holder lets go at its next checkpoint",
        }
    }
}

/// `5 ms` rather than `5.00 ms`: an interval is a round number that somebody chose.
pub fn humane(interval: Nanos) -> String {
    let shown = interval.to_string();
    match shown.split_once(' ') {
        Some((number, unit)) if number.contains('.') => {
            format!("{} {unit}", number.trim_end_matches('0').trim_end_matches('.'))
        }
        _ => shown,
    }
}
