//! What register code counts while it runs: turns, and what whole numbers cost less or more than was charged for. Knows no
//! operations.

use crate::vm::Pulse;
use crate::vm::arith::{are_wide, is_wide};
use crate::vm::heap::Heap;
use crate::vm::int::is_at_hand;
use crate::vm::noted::Note;

/// What whole numbers cost, in picoseconds: one that has to be made, and a product of wide ones beyond others. All code that
/// is taken into a loop has the same.
#[derive(Clone, Copy, Debug, Default)]
pub struct Prices {
    pub whole: u32,
    pub wide: u32,
}

/// What has been counted since it was told last.
#[derive(Clone, Copy, Debug)]
pub struct Tally {
    /// Turns of the loop, or calls.
    pub turns: u32,
    /// What was charged for too much, in picoseconds; less than none where it was too little.
    owed: i64,
    prices: Prices,
}

impl Tally {
    pub fn new(prices: Prices) -> Tally {
        Tally { turns: 0, owed: 0, prices }
    }

    #[inline(always)]
    pub fn turn(&mut self) {
        self.turns = self.turns.wrapping_add(1);
    }

    /// A whole number is the result of what was charged for as if it were made: CPython has some at hand.
    #[inline(always)]
    pub fn result<P: Pulse>(&mut self, number: i64) {
        if P::WANTS_NOTED && is_at_hand(number) {
            self.owed += i64::from(self.prices.whole);
        }
    }

    /// The same of a number in two registers.
    #[inline(always)]
    pub fn wide_result<P: Pulse>(&mut self, number: i128) {
        if P::WANTS_NOTED
            && let Ok(number) = i64::try_from(number)
        {
            self.result::<P>(number);
        }
    }

    /// So many results were at hand.
    pub fn at_hand(&mut self, count: u32) {
        self.owed += i64::from(count) * i64::from(self.prices.whole);
    }

    /// The numbers have been multiplied. Those whose product has more than 64 bits are charged for as such products are.
    #[inline(always)]
    pub fn product<P: Pulse>(&mut self, a: i64, b: i64) {
        if P::WANTS_NOTED && are_wide(a, b) && a.checked_mul(b).is_some() {
            self.owed -= i64::from(self.prices.wide);
        }
    }

    /// One has been divided by the other.
    #[inline(always)]
    pub fn quotient<P: Pulse>(&mut self, a: i64, b: i64) {
        if P::WANTS_NOTED && are_wide(a, b) {
            self.owed -= i64::from(self.prices.wide);
        }
    }

    /// The digits of numbers have been combined, of which this has as many as both.
    #[inline(always)]
    pub fn digits<P: Pulse>(&mut self, number: i64) {
        if P::WANTS_NOTED && is_wide(number) {
            self.owed -= i64::from(self.prices.whole);
        }
    }

    /// So much was charged for on a dearer way than this.
    #[inline(always)]
    pub fn refund(&mut self, amount: u32) {
        self.owed += i64::from(amount);
    }

    /// What was charged for too much; whoever asks gives it back.
    #[inline(always)]
    pub fn owed<P: Pulse>(&mut self) -> i64 {
        if P::WANTS_NOTED { std::mem::take(&mut self.owed) } else { 0 }
    }
}

/// Tells at once of what happened so many times, with what the heap has noted.
pub fn tell<P: Pulse>(note: Note, times: usize, heap: &mut Heap, pulse: &mut P) {
    heap.note_many(note, times);
    if let Some(noted) = heap.take_noted() {
        pulse.noted(&noted);
    }
}
