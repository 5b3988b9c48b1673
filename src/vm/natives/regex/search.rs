//! A search through a text, match by match. It can rest between any two steps.

use super::matcher::{Attempt, NOWHERE, Rules, Text, Verdict};
use super::program::Program;
use crate::vm::value::Value;
use std::sync::Arc;

/// Where a match may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Anywhere,
    /// At the beginning.
    Here,
    /// From the beginning to the end.
    Whole,
}

/// Whose characters are looked at.
#[derive(Clone, Debug)]
pub enum Source {
    /// An ASCII text or bytes, which stay in this value (owned).
    Kept(Value),
    Copied(Arc<[u32]>),
}

#[derive(Clone, Debug)]
pub struct Search {
    pub program: Arc<Program>,
    pub source: Source,
    mode: Mode,
    end: usize,
    /// Where the next attempt begins.
    next: usize,
    /// Where no empty match is wanted, since one ended there.
    not_empty_at: Option<usize>,
    attempt: Attempt,
    is_trying: bool,
}

/// What a search has come to.
#[derive(Debug)]
pub enum Found {
    /// Beginnings and ends of the whole and of the groups, −1 where there is none; the group that ended last, or 0.
    Match(Vec<i64>, u32),
    Nothing,
    Unfinished,
    TooMany,
}

impl Search {
    /// `start` is not beyond `end`.
    pub fn new(program: Arc<Program>, source: Source, mode: Mode, start: usize, end: usize) -> Search {
        let attempt = Attempt::new(&program, start);
        Search { program, source, mode, end, next: start, not_empty_at: None, attempt, is_trying: false }
    }

    /// There will be no match.
    pub fn finish(&mut self) {
        self.next = self.end + 1;
    }

    /// Looks for the next match with at most so many steps, and takes them off.
    pub fn advance<T: Text + ?Sized>(&mut self, text: &T, steps: &mut u64) -> Found {
        loop {
            if !self.is_trying && !self.begin(text, steps) {
                return Found::Nothing;
            }
            let from = self.next;
            let not_empty = self.not_empty_at == Some(from);
            let rules = Rules { end: self.end, whole: self.mode == Mode::Whole, not_empty };
            match self.attempt.run(&self.program, text, rules, steps) {
                Verdict::Unfinished => return Found::Unfinished,
                Verdict::TooMany => return Found::TooMany,
                Verdict::Matched => return self.matched(),
                Verdict::Failed => {
                    self.is_trying = false;
                    self.next = if self.mode == Mode::Anywhere { from + 1 } else { self.end + 1 };
                }
            }
        }
    }

    /// Begins an attempt at the next place where one can succeed.
    fn begin<T: Text + ?Sized>(&mut self, text: &T, steps: &mut u64) -> bool {
        if let (Some(first), Mode::Anywhere) = (&self.program.first, self.mode) {
            let from = self.next;
            while self.next < self.end && !first.has(text.at(self.next)) {
                self.next += 1;
            }
            *steps = steps.saturating_sub((self.next - from) as u64 / 4).max(1);
            if self.next >= self.end {
                return false;
            }
        }
        if self.next > self.end {
            return false;
        }
        self.attempt.begin(self.next);
        self.is_trying = true;
        true
    }

    fn matched(&mut self) -> Found {
        self.is_trying = false;
        let place = |place: &u32| if *place == NOWHERE { -1 } else { i64::from(*place) };
        let mut places: Vec<i64> = self.attempt.places.iter().map(place).collect();
        // A group that has begun again but not ended has not matched.
        for pair in places.chunks_exact_mut(2).filter(|pair| pair[1] < 0 || pair[0] < 0) {
            pair.fill(-1);
        }
        self.next = self.attempt.places[1] as usize;
        self.not_empty_at = (places[0] == places[1]).then_some(self.next);
        Found::Match(places, self.attempt.last_group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(pattern: &str, text: &str, mode: Mode) -> Vec<(i64, i64)> {
        let wide = |text: &str| text.chars().map(u32::from).collect::<Vec<u32>>();
        let program = Program::new(&wide(pattern), false, 0).expect("the pattern is right");
        let text = wide(text);
        let source = Source::Copied(Arc::from(text.clone()));
        let mut search = Search::new(Arc::new(program), source, mode, 0, text.len());
        let mut all = Vec::new();
        loop {
            // A few steps at a time.
            match search.advance(text.as_slice(), &mut 3) {
                Found::Match(places, _) => all.push((places[0], places[1])),
                Found::Unfinished => {}
                Found::Nothing | Found::TooMany => return all,
            }
        }
    }

    #[test]
    fn matches_follow_each_other_and_may_be_empty() {
        assert_eq!(search("a*", "baac", Mode::Anywhere), [(0, 0), (1, 3), (3, 3), (4, 4)]);
        assert_eq!(search("(?:a|ab)(?:c|bcd)", "abcd", Mode::Anywhere), [(0, 4)]);
        assert_eq!(search("x", "abc", Mode::Anywhere), []);
    }

    #[test]
    fn a_whole_match_reaches_the_end() {
        assert_eq!(search("a|ab", "ab", Mode::Whole), [(0, 2)]);
        assert_eq!(search("a|ab", "ab", Mode::Here), [(0, 1)]);
        assert_eq!(search("a", "ab", Mode::Whole), []);
    }

    #[test]
    fn what_would_take_for_ever_can_be_left() {
        let pattern: Vec<u32> = "(a+)+$".chars().map(u32::from).collect();
        let program = Arc::new(Program::new(&pattern, false, 0).expect("the pattern is right"));
        let text: Vec<u32> = "a".repeat(60).chars().chain("b".chars()).map(u32::from).collect();
        let source = Source::Copied(Arc::from(text.clone()));
        let mut search = Search::new(program, source, Mode::Anywhere, 0, text.len());
        assert!(matches!(search.advance(text.as_slice(), &mut 100_000), Found::Unfinished));
    }
}
