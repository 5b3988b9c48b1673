//! Before very many runs: how long they would take, measured by a few of them.

use super::args::{Args, in_words};
use crate::cli::failure::Failure;
use crate::engine::{Clock, Stop, WorkerCommand};
use crate::sweep::{Plan, Shard};
use crate::time::Nanos;
use std::sync::Arc;

/// More runs than these are to be meant.
const MANY: usize = 20_000;

/// Runs that are tried: the first, the last and some between.
const TRIED: usize = 5;

/// Refuses more runs than people sweep by accident, and says how long they would take.
pub fn refuse_by_surprise(
    args: &Args,
    plan: &Plan,
    worker: &WorkerCommand,
    stop: &Arc<Stop>,
    crew: usize,
) -> Result<(), Failure> {
    let runs = plan.grid.runs() / args.shard.unwrap_or(Shard::WHOLE).of;
    if runs <= MANY {
        return Ok(());
    }
    let begun = Clock::start();
    for tried in 0..TRIED {
        plan.row(tried * (plan.grid.runs() - 1) / (TRIED - 1), worker, stop);
    }
    if stop.requested() {
        return Err(Failure::interrupted());
    }
    let each = begun.now().as_secs_f64() / TRIED as f64;
    let took = length(Nanos::from_secs_f64(each * runs as f64 / crew as f64));
    let cores = if crew == 1 { "one core".to_string() } else { format!("{crew} cores") };
    let message = format!("{runs} runs would take about {took} on {cores}: {}", in_words(plan.grid.axes()));
    Err(Failure::input(message, Some("add --yes where they are meant, or run a part with --shard I/N")))
}

/// `40 s`, `12 min`, `3 h`, `5 days`.
fn length(time: Nanos) -> String {
    let seconds = time.as_secs_f64();
    match seconds {
        seconds if seconds < 100.0 => format!("{seconds:.0} s"),
        seconds if seconds < 6_000.0 => format!("{:.0} min", seconds / 60.0),
        seconds if seconds < 172_800.0 => format!("{:.0} h", seconds / 3_600.0),
        seconds => format!("{:.0} days", seconds / 86_400.0),
    }
}

#[cfg(test)]
mod tests {
    use super::length;
    use crate::time::Nanos;

    #[test]
    fn long_times_are_in_the_unit_that_people_wait_in() {
        let told = [40, 720, 10_800, 432_000].map(|seconds| length(Nanos::from_millis(seconds * 1_000)));
        assert_eq!(told, ["40 s", "12 min", "3 h", "5 days"]);
    }
}
