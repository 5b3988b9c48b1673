//! What the eval loop is asked before each instruction, and at each turn of a loop. Knows no thread and no exit.

use super::super::Moment;
use super::costs::{InstructionCosts, Prices};
use crate::bytecode::Instr;
use crate::gil::Pace;
use crate::vm::{Noted, Pulse, Turn};

/// What the eval loop is asked before each instruction: charges for it, and counts what the lock's pace counts, if it
/// does count.
pub(super) struct Meter<'a, const COUNTS: bool> {
    costs: &'a InstructionCosts,
    /// Of the code that runs.
    prices: &'a Prices,
    /// Picoseconds.
    pub(super) spent: u64,
    room: u64,
    attention: bool,
    /// Bytecodes or backward jumps so far, and how many the lock's pace allows.
    pub(super) counted: u32,
    allowed: u32,
    counts_jumps: bool,
}

impl<'a, const COUNTS: bool> Meter<'a, COUNTS> {
    pub(super) fn new(costs: &'a InstructionCosts, moment: &Moment, carry: u64) -> Self {
        Meter {
            costs,
            prices: &costs.python,
            spent: carry,
            // At least one instruction is executed.
            room: moment.room.0.max(1).saturating_mul(1_000),
            attention: moment.attention,
            counted: 0,
            allowed: moment.pace_left.max(1),
            counts_jumps: matches!(moment.pace, Pace::EveryBackJumps(_)),
        }
    }

    /// There is no more room.
    pub(super) fn stop(&mut self) {
        self.room = 0;
    }
}

impl<const COUNTS: bool> Pulse for Meter<'_, COUNTS> {
    #[inline(always)]
    fn pending(&mut self) -> bool {
        self.attention || self.spent > self.room
    }

    /// With room to spare after all of them, each would have begun within it.
    #[inline(always)]
    fn afford(&mut self, cost: u32) -> bool {
        let fits = !COUNTS && self.spent + u64::from(cost) < self.room;
        if fits {
            self.spent += u64::from(cost);
        }
        fits
    }

    #[inline(always)]
    fn turn(&mut self, cost: u32) -> Turn {
        // What it can afford ends within its room, so there was room before.
        if !self.attention && self.afford(cost) {
            return Turn::Go;
        }
        self.turn_with_a_look(cost)
    }

    #[inline(always)]
    fn refund(&mut self, cost: u32) {
        self.spent -= u64::from(cost);
    }

    #[inline(always)]
    fn enters(&mut self, stands_for_native: bool) {
        self.prices = if stands_for_native { &self.costs.native } else { &self.costs.python };
    }

    const WANTS_NOTED: bool = true;

    fn noted(&mut self, noted: &Noted) {
        self.spent = self.spent.saturating_add(self.prices.of_noted(noted));
    }

    #[inline(always)]
    fn charge(&mut self, instr: &Instr) -> bool {
        if self.spent >= self.room || COUNTS && self.counted >= self.allowed {
            return true;
        }
        self.spent += u64::from(self.prices.of(instr));
        if COUNTS {
            self.counted += u32::from(!self.counts_jumps || is_jump_backward(instr));
        }
        false
    }
}

fn is_jump_backward(instr: &Instr) -> bool {
    matches!(
        instr,
        Instr::JUMP_BACKWARD(_) | Instr::POP_JUMP_BACKWARD_IF_FALSE(_) | Instr::POP_JUMP_BACKWARD_IF_TRUE(_)
    )
}
