//! What the garbage collector has to do with how long a run took.

use super::{Facts, percent};
use crate::time::Nanos;

/// It is worth a word from this share of the run on, or where others stood still for as long as this.
const SHARE: f64 = 0.02;
const STANDSTILL: Nanos = Nanos::from_millis(10);

/// Collections of all objects, in which nobody else has the GIL.
pub(super) fn pauses(facts: &Facts) -> Option<String> {
    let (times, time) = (facts.count("gc.full"), facts.time("gc.time")?);
    let longest = facts.time("gc.longest")?;
    let how_often = match times {
        1 => format!("once, for {time}"),
        2 => format!("twice, for up to {longest}"),
        _ => format!("{times} times, for up to {longest}"),
    };
    (facts.share(time) >= SHARE || longest >= STANDSTILL).then(|| {
        format!(
            "the garbage collector looked at all objects {how_often}, with the GIL held: {} of the run; gc.freeze() leaves \
             out what is there and stays, and a higher gc.set_threshold() makes it rarer",
            percent(facts.share(time))
        )
    })
}
