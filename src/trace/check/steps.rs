//! The invariants of event loops: a thread takes one step at a time, with the GIL, and a coroutine's steps follow one
//! another until it ends.

use super::findings::Findings;
use crate::ids::ThreadId;
use crate::trace::{Event, EventKind, StepEnd};
use std::collections::BTreeMap;

/// What is known of the coroutines of one process.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// By thread: the coroutine whose step it takes.
    open: BTreeMap<ThreadId, u32>,
    /// Coroutines that have begun and not ended, and the thread whose loop has them.
    begun: BTreeMap<u32, ThreadId>,
    ended: Numbers,
}

/// A set of numbers, most of them next to each other, by the first of each row and its last.
#[derive(Debug, Default)]
struct Numbers(BTreeMap<u32, u32>);

impl Numbers {
    fn contains(&self, number: u32) -> bool {
        self.0.range(..=number).next_back().is_some_and(|(_, last)| number <= *last)
    }

    fn insert(&mut self, number: u32) {
        if self.contains(number) {
            return;
        }
        let before = self.0.range(..number).next_back().filter(|(_, last)| **last + 1 == number);
        let first = before.map_or(number, |(first, _)| *first);
        let after = number.checked_add(1).and_then(|next| self.0.remove(&next));
        self.0.insert(first, after.unwrap_or(number));
    }
}

impl Steps {
    /// `holds`: whether the thread has the GIL.
    pub fn observe(&mut self, event: &Event, holds: bool, found: &mut Findings) {
        let me = event.thread;
        match &event.kind {
            EventKind::StepBegun { coroutine, .. } => self.begin(*coroutine, me, holds, found),
            EventKind::StepEnded { coroutine, then } => {
                if self.open.remove(&me) != Some(*coroutine) {
                    found.broken(format!("ended a step of coroutine {coroutine} that it was not at"));
                }
                if !holds {
                    found.broken(format!("ended a step of coroutine {coroutine} without the GIL"));
                }
                if !matches!(then, StepEnd::Awaits { .. }) {
                    self.ended.insert(*coroutine);
                    self.begun.remove(coroutine);
                }
            }
            EventKind::ThreadEnded => {
                if let Some(coroutine) = self.open.remove(&me) {
                    found.unfinished(format!("ended in the middle of a step of coroutine {coroutine}"));
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, coroutine: u32, me: ThreadId, holds: bool, found: &mut Findings) {
        if let Some(other) = self.open.insert(me, coroutine) {
            found.broken(format!("began a step of coroutine {coroutine} within one of coroutine {other}"));
        }
        if !holds {
            found.broken(format!("began a step of coroutine {coroutine} without the GIL"));
        }
        if self.ended.contains(coroutine) {
            found.broken(format!("went on with coroutine {coroutine}, which had ended"));
        }
        let home = *self.begun.entry(coroutine).or_insert(me);
        if home != me {
            found.broken(format!("took a step of coroutine {coroutine}, which is in the loop of thread {}", home.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ProcessId;
    use crate::time::Nanos;

    fn begun(coroutine: u32) -> EventKind {
        EventKind::StepBegun { coroutine, name: None }
    }

    fn ended(coroutine: u32, then: StepEnd) -> EventKind {
        EventKind::StepEnded { coroutine, then }
    }

    fn awaits() -> StepEnd {
        StepEnd::Awaits { what: "sleep".to_owned() }
    }

    fn broken(events: &[(u32, EventKind)]) -> Vec<String> {
        let (mut steps, mut found) = (Steps::default(), Findings::default());
        for (at, (thread, kind)) in events.iter().enumerate() {
            let (at, thread) = (Nanos(at as u64), ThreadId(*thread));
            steps.observe(&Event { at, process: ProcessId::MAIN, thread, kind: kind.clone() }, true, &mut found);
        }
        found.broken
    }

    #[test]
    fn steps_of_one_loop_follow_one_another() {
        let right = [(0, begun(1)), (0, ended(1, awaits())), (0, begun(2)), (0, ended(2, StepEnd::Done))];
        assert_eq!(broken(&right), [""; 0]);
        assert_eq!(broken(&[(0, begun(1)), (0, begun(2))]), ["began a step of coroutine 2 within one of coroutine 1"]);
        assert_eq!(broken(&[(0, ended(1, awaits()))]), ["ended a step of coroutine 1 that it was not at"]);
    }

    #[test]
    fn a_coroutine_stays_in_its_loop_and_ends_once() {
        let away = [(0, begun(1)), (0, ended(1, awaits())), (2, begun(1))];
        assert_eq!(broken(&away), ["took a step of coroutine 1, which is in the loop of thread 0"]);
        let again = [(0, begun(1)), (0, ended(1, StepEnd::Cancelled)), (0, begun(1))];
        assert_eq!(broken(&again), ["went on with coroutine 1, which had ended"]);
    }

    #[test]
    fn numbers_next_to_each_other_are_kept_as_one_row() {
        let mut numbers = Numbers::default();
        for number in [3, 1, u32::MAX, 2, 7, 5, 6, 0, 2] {
            numbers.insert(number);
        }
        assert_eq!(numbers.0.into_iter().collect::<Vec<_>>(), [(0, 3), (5, 7), (u32::MAX, u32::MAX)]);
        let mut few = Numbers::default();
        few.insert(4);
        assert!(few.contains(4) && !few.contains(3) && !few.contains(5));
    }

    #[test]
    fn a_step_needs_the_gil() {
        let (mut steps, mut found) = (Steps::default(), Findings::default());
        let event = Event { at: Nanos(0), process: ProcessId::MAIN, thread: ThreadId(0), kind: begun(1) };
        steps.observe(&event, false, &mut found);
        assert_eq!(found.broken, ["began a step of coroutine 1 without the GIL"]);
    }
}
