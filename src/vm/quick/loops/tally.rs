//! What register code counts while it runs: turns, and whole numbers that were charged for as if they had been made.
//! Knows no operations.

use crate::vm::Pulse;
use crate::vm::int::is_at_hand;

/// What has been counted since it was told last.
#[derive(Clone, Copy, Debug)]
pub struct Tally {
    /// Turns of the loop, or calls.
    pub turns: u32,
    /// Whole numbers that CPython has at hand.
    at_hand: u32,
    /// What one costs that has to be made. All code that is taken into the loop has the same.
    price: u32,
}

impl Tally {
    pub fn new(price: u32) -> Tally {
        Tally { turns: 0, at_hand: 0, price }
    }

    #[inline(always)]
    pub fn turn(&mut self) {
        self.turns = self.turns.wrapping_add(1);
    }

    /// A whole number is the result of what was charged for.
    #[inline(always)]
    pub fn result<P: Pulse>(&mut self, number: i64) {
        if P::WANTS_NOTED {
            self.at_hand += u32::from(is_at_hand(number));
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
        self.at_hand += count;
    }

    /// Gives back what was charged for too much.
    #[inline(always)]
    pub fn settle<P: Pulse>(&mut self, pulse: &mut P) {
        if P::WANTS_NOTED && self.at_hand != 0 {
            pulse.refund(self.at_hand * self.price);
            self.at_hand = 0;
        }
    }
}
