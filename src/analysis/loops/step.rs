//! A step of a task in an event loop, and what its thread was in meanwhile; those that block.

use crate::analysis::State;
use crate::time::Nanos;

/// A step, or what is still known of it.
#[derive(Debug)]
pub(super) struct Step {
    pub from: Nanos,
    /// None while it goes on.
    pub to: Option<Nanos>,
    /// What its thread is in from its beginning, and from later moments on.
    first: State,
    changes: Vec<(Nanos, State)>,
    /// How long it blocked before `from`.
    blocked: Nanos,
}

impl Step {
    pub fn begin(from: Nanos) -> Step {
        Step { from, to: None, first: State::Running, changes: Vec::new(), blocked: Nanos::ZERO }
    }

    /// Its thread comes into another state.
    pub fn enter(&mut self, at: Nanos, state: State) {
        self.changes.push((at, state));
    }

    /// What it keeps, counted.
    pub fn kept(&self) -> usize {
        1 + self.changes.len()
    }

    /// Its states in their order, none of them empty, until it ends or until `end`.
    pub fn spans_until(&self, end: Nanos) -> impl Iterator<Item = (Nanos, Nanos, State)> {
        let to = self.to.unwrap_or(end).min(end);
        let begins = std::iter::once((self.from, self.first)).chain(self.changes.iter().copied());
        let ends = self.changes.iter().map(|(at, _)| *at).chain([to]);
        let spans = begins.zip(ends).map(move |((from, state), next)| (from, next.min(to), state));
        spans.filter(|(from, to, _)| from < to)
    }

    /// How long its thread was in blocking calls, or waited for another thread.
    pub fn blocked_until(&self, end: Nanos) -> Nanos {
        let blocks = |state| matches!(state, State::Blocked | State::Locked);
        let here = self.spans_until(end).filter(|(.., state)| blocks(*state));
        self.blocked + here.map(|(from, to, _)| to.saturating_sub(from)).sum::<Nanos>()
    }

    /// It goes on, and what it was in before `upto` need not be told apart any more.
    pub fn forget(&mut self, upto: Nanos) {
        if upto <= self.from {
            return;
        }
        self.blocked = self.blocked_until(upto);
        let past = self.changes.partition_point(|(at, _)| *at <= upto);
        if let Some((_, state)) = self.changes.drain(..past).next_back() {
            self.first = state;
        }
        self.from = upto;
    }
}

/// A step that is in blocking calls for so long keeps its loop from more than it should.
pub(in crate::analysis) const BLOCKING: Nanos = Nanos::from_millis(10);

/// The steps that were in blocking calls for long while their loop had other tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::analysis) struct BlockingSteps {
    pub count: usize,
    /// Whose step was in them longest, and for how long.
    pub task: String,
    pub longest: Nanos,
    /// How long all of them were.
    pub total: Nanos,
}

impl BlockingSteps {
    pub fn add(&mut self, task: &str, blocked: Nanos) {
        self.count += 1;
        self.total += blocked;
        if blocked > self.longest {
            (self.task, self.longest) = (task.to_owned(), blocked);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_has_the_states_of_its_thread() {
        let mut step = Step::begin(Nanos(10));
        for (at, state) in [(10, State::Blocked), (30, State::WaitingForGil), (34, State::Running), (40, State::Locked)]
        {
            step.enter(Nanos(at), state);
        }
        step.to = Some(Nanos(50));
        let spans: Vec<_> = step.spans_until(Nanos(45)).map(|(from, to, state)| (from.0, to.0, state)).collect();
        let expected = [
            (10, 30, State::Blocked),
            (30, 34, State::WaitingForGil),
            (34, 40, State::Running),
            (40, 45, State::Locked),
        ];
        assert_eq!(spans, expected);
        assert_eq!(step.blocked_until(Nanos(50)), Nanos(30));
        step.forget(Nanos(25));
        assert_eq!((step.kept(), step.blocked_until(Nanos(50))), (4, Nanos(30)));
        assert_eq!(step.spans_until(Nanos(50)).next(), Some((Nanos(25), Nanos(30), State::Blocked)));
    }
}
