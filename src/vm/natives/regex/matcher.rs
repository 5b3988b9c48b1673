//! The matcher: tries a program's ways one after the other, and remembers in a list of its own where it may turn back. It
//! stops when its steps are used up and goes on later, so that nothing runs away. Knows no heap.
//!
//! What it decides in which order, what empty repetitions do and what groups keep is CPython's `_sre`.

use super::class::{Fold, Kind, is_in, same};
use super::program::{Program, Single, Step};
use super::tree::{At, ENDLESS, How};

/// The text: its characters by index.
pub trait Text {
    fn at(&self, at: usize) -> u32;
}

impl Text for [u8] {
    fn at(&self, at: usize) -> u32 {
        self[at].into()
    }
}

impl Text for [u32] {
    fn at(&self, at: usize) -> u32 {
        self[at]
    }
}

/// A place that is not set.
pub const NOWHERE: u32 = u32::MAX;

/// More ways back than these are not remembered.
const MOST_SAVED: usize = 1 << 25;

/// What is undone, or tried, when a way has failed; the last first.
#[derive(Clone, Copy, Debug)]
enum Saved {
    Way {
        step: u32,
        at: u32,
    },
    /// The same place of the program with fewer characters, as long as there are more than the least.
    Fewer {
        step: u32,
        least: u32,
        at: u32,
    },
    /// With more characters.
    More {
        step: u32,
        at: u32,
        left: u32,
    },
    Place {
        slot: u32,
        was: u32,
    },
    LastGroup(u32),
    Counter {
        counter: u32,
        count: u32,
        last: u32,
    },
    /// Where a part that is tried once begins.
    Wall {
        step: u32,
        at: u32,
    },
}

/// What became of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Matched,
    Failed,
    /// The steps are used up.
    Unfinished,
    TooMany,
}

/// What a match must be like.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rules {
    /// The end of the text that is looked at.
    pub end: usize,
    /// The match must reach it.
    pub whole: bool,
    /// The match must not be empty where it begins.
    pub not_empty: bool,
}

/// An attempt at one place of the text.
#[derive(Clone, Debug, Default)]
pub struct Attempt {
    step: usize,
    at: usize,
    from: usize,
    /// Beginnings and ends of the groups; the first two are the whole's.
    pub places: Vec<u32>,
    /// The group that ended last.
    pub last_group: u32,
    /// How often a loop was run, and where it began last.
    counters: Vec<(u32, u32)>,
    saved: Vec<Saved>,
}

impl Attempt {
    pub fn new(program: &Program, at: usize) -> Attempt {
        Attempt {
            at,
            from: at,
            places: vec![NOWHERE; (program.groups + 1) * 2],
            counters: vec![(0, NOWHERE); program.counters],
            ..Attempt::default()
        }
    }

    /// Begins anew at another place.
    pub fn begin(&mut self, at: usize) {
        (self.step, self.at, self.from, self.last_group) = (0, at, at, 0);
        self.places.fill(NOWHERE);
        self.saved.clear();
    }

    /// Runs for at most so many steps, and takes them off.
    pub fn run<T: Text + ?Sized>(&mut self, program: &Program, text: &T, rules: Rules, steps: &mut u64) -> Verdict {
        loop {
            if *steps == 0 {
                return Verdict::Unfinished;
            }
            *steps -= 1;
            if self.saved.len() > MOST_SAVED {
                return Verdict::TooMany;
            }
            let step = &program.steps[self.step];
            if let Step::Matched = step {
                let fits = !(rules.whole && self.at != rules.end || rules.not_empty && self.at == self.from);
                if fits {
                    (self.places[0], self.places[1]) = (self.from as u32, self.at as u32);
                    return Verdict::Matched;
                }
            } else if self.advance(step, text, rules.end, steps) {
                continue;
            }
            if !self.turn_back(program, text, rules.end) {
                return Verdict::Failed;
            }
        }
    }

    /// Executes a step; false where this way has failed.
    fn advance<T: Text + ?Sized>(&mut self, step: &Step, text: &T, end: usize, steps: &mut u64) -> bool {
        self.step += 1;
        match step {
            Step::One(single) => {
                let fits = self.at < end && single.has(text.at(self.at));
                self.at += usize::from(fits);
                fits
            }
            Step::Many { of, least, most, how } => self.many(of, (*least, *most, *how), text, end, steps),
            Step::At(at) => is_at(*at, text, self.at, end),
            Step::Jump(to) => self.go(*to),
            Step::OrElse(other) => {
                self.saved.push(Saved::Way { step: *other as u32, at: self.at as u32 });
                true
            }
            Step::Keep(slot) => self.keep(*slot),
            Step::Same(group, fold) => self.same(*group, *fold, text, end),
            Step::Begin(counter) => {
                self.count(*counter, (0, NOWHERE));
                true
            }
            Step::Loop { counter, least, most, lazy, end } => self.repeat(*counter, *least, *most, *lazy, *end),
            Step::Again { counter, most } => self.again(*counter, *most),
            Step::Enter(otherwise) => {
                let step = otherwise.map_or(NOWHERE, |step| step as u32);
                self.saved.push(Saved::Wall { step, at: self.at as u32 });
                true
            }
            Step::Leave { returns } => self.leave(*returns),
            Step::Refuse => self.refuse(),
            Step::Back(count) => {
                let fits = *count <= self.at;
                self.at -= if fits { *count } else { 0 };
                fits
            }
            Step::Unless(group, other) => {
                let has_matched = self.places.get(group * 2 + 1).is_some_and(|end| *end != NOWHERE);
                has_matched || self.go(*other)
            }
            Step::Matched => false,
        }
    }

    fn go(&mut self, to: usize) -> bool {
        self.step = to;
        true
    }

    fn keep(&mut self, slot: usize) -> bool {
        let was = std::mem::replace(&mut self.places[slot], self.at as u32);
        self.saved.push(Saved::Place { slot: slot as u32, was });
        if slot % 2 == 1 {
            self.saved.push(Saved::LastGroup(self.last_group));
            self.last_group = slot as u32 / 2;
        }
        true
    }

    fn many<T: Text + ?Sized>(
        &mut self,
        of: &Single,
        (least, most, how): (u32, u32, How),
        text: &T,
        end: usize,
        steps: &mut u64,
    ) -> bool {
        let start = self.at;
        let wanted = if how == How::Lazy { least } else { most };
        let limit = if wanted == ENDLESS { end } else { end.min(start.saturating_add(wanted as usize)) };
        let mut at = start;
        while at < limit && of.has(text.at(at)) {
            at += 1;
        }
        *steps = steps.saturating_sub((at - start) as u64 / 4);
        if at - start < least as usize {
            return false;
        }
        self.at = at;
        let step = self.step as u32;
        match how {
            How::Greedy if at - start > least as usize => {
                let least = (start + least as usize) as u32;
                self.saved.push(Saved::Fewer { step, least, at: at as u32 });
            }
            How::Lazy if most > least => {
                let left = if most == ENDLESS { ENDLESS } else { most - least };
                self.saved.push(Saved::More { step, at: at as u32, left });
            }
            _ => {}
        }
        true
    }

    fn same<T: Text + ?Sized>(&mut self, group: usize, fold: Fold, text: &T, end: usize) -> bool {
        let (start, stop) = (self.places[group * 2], self.places[group * 2 + 1]);
        if start == NOWHERE || stop == NOWHERE || stop < start {
            return false;
        }
        let (start, length) = (start as usize, (stop - start) as usize);
        let fits =
            self.at + length <= end && (0..length).all(|nth| same(text.at(start + nth), text.at(self.at + nth), fold));
        self.at += if fits { length } else { 0 };
        fits
    }

    fn count(&mut self, counter: usize, new: (u32, u32)) {
        let (count, last) = std::mem::replace(&mut self.counters[counter], new);
        self.saved.push(Saved::Counter { counter: counter as u32, count, last });
    }

    /// At a loop's head. The counter holds how often the body has been begun.
    fn repeat(&mut self, counter: usize, least: u32, most: u32, lazy: bool, end: usize) -> bool {
        let (count, last) = self.counters[counter];
        let at = self.at as u32;
        if count < least {
            self.count(counter, (count + 1, last));
            self.step += usize::from(lazy);
            return true;
        }
        if lazy {
            // The body begins with `Again`.
            self.saved.push(Saved::Way { step: self.step as u32, at });
            return self.go(end);
        }
        if (most == ENDLESS || count < most) && last != at {
            self.saved.push(Saved::Way { step: end as u32, at });
            self.count(counter, (count.saturating_add(1), at));
            return true;
        }
        self.go(end)
    }

    fn again(&mut self, counter: usize, most: u32) -> bool {
        let (count, last) = self.counters[counter];
        let at = self.at as u32;
        if most != ENDLESS && count >= most || last == at {
            return false;
        }
        self.count(counter, (count.saturating_add(1), at));
        true
    }

    /// Forgets the ways since the last wall, and the wall; what is to be undone stays.
    fn leave(&mut self, returns: bool) -> bool {
        let is_wall = |saved: &Saved| matches!(saved, Saved::Wall { .. });
        let Some(wall) = self.saved.iter().rposition(is_wall) else { return false };
        if let (true, Saved::Wall { at, .. }) = (returns, self.saved[wall]) {
            self.at = at as usize;
        }
        let mut kept = wall;
        for from in wall + 1..self.saved.len() {
            let saved = self.saved[from];
            if matches!(saved, Saved::Place { .. } | Saved::LastGroup(_) | Saved::Counter { .. }) {
                self.saved[kept] = saved;
                kept += 1;
            }
        }
        self.saved.truncate(kept);
        true
    }

    /// Undoes everything since the last wall, and fails.
    fn refuse(&mut self) -> bool {
        while let Some(saved) = self.saved.pop() {
            if let Saved::Wall { .. } = saved {
                break;
            }
            self.undo(saved);
        }
        false
    }

    fn undo(&mut self, saved: Saved) {
        match saved {
            Saved::Place { slot, was } => self.places[slot as usize] = was,
            Saved::LastGroup(group) => self.last_group = group,
            Saved::Counter { counter, count, last } => self.counters[counter as usize] = (count, last),
            _ => {}
        }
    }

    /// Goes to the last place where another way is left; false where there is none.
    fn turn_back<T: Text + ?Sized>(&mut self, program: &Program, text: &T, end: usize) -> bool {
        while let Some(saved) = self.saved.pop() {
            match saved {
                Saved::Way { step, at } => (self.step, self.at) = (step as usize, at as usize),
                Saved::Fewer { step, least, at } => {
                    (self.step, self.at) = (step as usize, at as usize - 1);
                    if at - 1 > least {
                        self.saved.push(Saved::Fewer { step, least, at: at - 1 });
                    }
                }
                Saved::More { step, at, left } => {
                    let Step::Many { of, .. } = &program.steps[step as usize - 1] else { continue };
                    if at as usize >= end || !of.has(text.at(at as usize)) {
                        continue;
                    }
                    (self.step, self.at) = (step as usize, at as usize + 1);
                    if left > 1 {
                        let left = if left == ENDLESS { ENDLESS } else { left - 1 };
                        self.saved.push(Saved::More { step, at: at + 1, left });
                    }
                }
                Saved::Wall { step: NOWHERE, .. } => continue,
                Saved::Wall { step, at } => (self.step, self.at) = (step as usize, at as usize),
                other => {
                    self.undo(other);
                    continue;
                }
            }
            return true;
        }
        false
    }
}

fn is_at<T: Text + ?Sized>(place: At, text: &T, at: usize, end: usize) -> bool {
    let is_break = |at: usize| text.at(at) == 10;
    let is_word = |at: usize, ascii: bool| is_in(text.at(at), Kind::Word, ascii);
    let is_boundary = |ascii: bool| (at > 0 && is_word(at - 1, ascii)) != (at < end && is_word(at, ascii));
    match place {
        At::Beginning => at == 0,
        At::LineBeginning => at == 0 || is_break(at - 1),
        At::End => at == end || at + 1 == end && is_break(at),
        At::LineEnd => at == end || is_break(at),
        At::VeryEnd => at == end,
        // CPython finds neither in an empty text.
        At::Boundary(ascii) => end > 0 && is_boundary(ascii),
        At::NoBoundary(ascii) => end > 0 && !is_boundary(ascii),
    }
}
