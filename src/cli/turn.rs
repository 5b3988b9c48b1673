//! What ends a turn with the lock under each policy, in the words of a picture.

use crate::chart::{Turn, humane};
use crate::gil::Policy;
use crate::scenario::RunConfig;
use crate::time::Nanos;

/// That of the run's policy.
pub fn turn(run: &RunConfig) -> Turn {
    let by_interval = Turn::by_interval(run.switch_interval);
    match run.policy {
        Policy::CpythonInterval | Policy::Fifo => by_interval,
        Policy::Priority { .. } => Turn {
            request: "a waiter asks the holder to let go: at once if of the two only the holder was made to let go \
                      before, else after a switch interval",
            ..by_interval
        },
        Policy::Bfs { slice } => {
            let forced = "the holder’s slice is used up, or a waiter with an earlier deadline asks";
            let request = "a waiter with an earlier deadline asks the holder to let go";
            Turn { request, ..timed(slice, format!("a slice is {}", humane(slice)), forced) }
        }
        Policy::RubyGvl { quantum, .. } => {
            timed(quantum, format!("the quantum is {}", humane(quantum)), "the holder’s quantum is used up")
        }
        Policy::OcamlMaster { tick } => {
            timed(tick, format!("the tick is {}", humane(tick)), "at a tick the holder lets go")
        }
        Policy::CpythonTicks { check_interval } | Policy::Pypy { check_interval } => {
            counted(format!("the holder lets go every {} bytecodes", grouped(check_interval.get())))
        }
        Policy::Micropython { divisor } => {
            counted(format!("the holder lets go every {} backward jumps", grouped(divisor.get())))
        }
        Policy::Random { one_in } => {
            let rule = format!("at one checkpoint in {} the holder comes last", grouped(one_in.get()));
            Turn { forced: "by chance the holder comes last, and lets go", ..counted(rule) }
        }
        Policy::None => counted(String::new()),
    }
}

fn timed(length: Nanos, rule: String, forced: &'static str) -> Turn {
    Turn { length: Some(length), forced, ..counted(rule) }
}

fn counted(rule: String) -> Turn {
    let forced = "the count is up, the holder lets go, and another thread takes the lock";
    Turn { length: None, is_waited: false, rule, request: "a waiter asks the holder to let go", forced }
}

/// `10,000`.
fn grouped(count: u32) -> String {
    let digits = count.to_string();
    let place = |(at, digit): (usize, char)| {
        let comma = at > 0 && (digits.len() - at).is_multiple_of(3);
        comma.then_some(',').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!([1, 100, 1_000, 10_000, 1_234_567].map(grouped), ["1", "100", "1,000", "10,000", "1,234,567"]);
    }
}
