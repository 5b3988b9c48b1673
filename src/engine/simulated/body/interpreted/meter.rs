//! What the eval loop is asked before each instruction, and at each turn of a loop. Knows no thread and no exit.

use super::super::Moment;
use super::costs::{InstructionCosts, Prices};
use crate::bytecode::Instr;
use crate::engine::pace::counts;
use crate::gil::Pace;
use crate::vm::{Note, Noted, Pulse, Turn};

/// What the eval loop is asked before each instruction: charges for it, and counts what the lock's pace counts, if it
/// does count.
pub(super) struct Meter<'a, const COUNTS: bool> {
    costs: &'a InstructionCosts,
    /// Of the code that runs.
    prices: &'a Prices,
    /// Picoseconds that there were in the room, and what is left of them: less than none where the last instruction went
    /// beyond it.
    given: i64,
    left: i64,
    attention: bool,
    /// Bytecodes or backward jumps so far, and how many the lock's pace allows.
    pub(super) counted: u32,
    allowed: u32,
    pace: Pace,
    /// Objects that the garbage collector has looked at in the oldest generation.
    pub(super) collected: u64,
}

impl<'a, const COUNTS: bool> Meter<'a, COUNTS> {
    pub(super) fn new(costs: &'a InstructionCosts, moment: &Moment, carry: u64) -> Self {
        // At least one instruction is executed.
        let room = moment.room.0.max(1).saturating_mul(1_000);
        let given = i64::try_from(room).unwrap_or(i64::MAX);
        Meter {
            costs,
            prices: &costs.python,
            given,
            left: given - carry as i64,
            attention: moment.attention,
            counted: 0,
            allowed: moment.pace_left.max(1),
            pace: moment.pace,
            collected: 0,
        }
    }

    /// There is no more room.
    pub(super) fn stop(&mut self) {
        self.left -= std::mem::take(&mut self.given);
    }

    /// Picoseconds.
    pub(super) fn spent(&self) -> u64 {
        self.given.wrapping_sub(self.left) as u64
    }

    /// Charges for something beside instructions, in picoseconds.
    #[inline(always)]
    pub(super) fn spend(&mut self, cost: u64) {
        self.left = self.left.saturating_sub(i64::try_from(cost).unwrap_or(i64::MAX));
    }
}

impl<const COUNTS: bool> Pulse for Meter<'_, COUNTS> {
    #[inline(always)]
    fn pending(&mut self) -> bool {
        self.attention || self.left < 0
    }

    /// With room to spare after all of them, each would have begun within it.
    #[inline(always)]
    fn afford(&mut self, cost: u32) -> bool {
        let fits = !COUNTS && i64::from(cost) < self.left;
        if fits {
            self.left -= i64::from(cost);
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
    fn turns(&mut self, cost: u32, most: u32) -> u32 {
        if COUNTS || self.attention || cost == 0 {
            return 0;
        }
        let affordable = u32::try_from((self.left - 1).max(0) / i64::from(cost)).unwrap_or(u32::MAX);
        let many = most.min(affordable).min(u32::MAX / cost);
        self.left -= i64::from(many) * i64::from(cost);
        many
    }

    #[inline(always)]
    fn refund(&mut self, cost: u32) {
        self.left += i64::from(cost);
    }

    #[inline(always)]
    fn enters(&mut self, stands_for_native: bool) {
        self.prices = if stands_for_native { &self.costs.native } else { &self.costs.python };
    }

    const WANTS_NOTED: bool = true;

    fn noted(&mut self, noted: &Noted) {
        self.spend(self.prices.of_noted(noted));
        self.collected += noted.count(Note::Old);
    }

    #[inline(always)]
    fn charge(&mut self, instr: &Instr) -> bool {
        if self.left <= 0 || COUNTS && self.counted >= self.allowed {
            return true;
        }
        self.left -= i64::from(self.prices.of(instr));
        if COUNTS {
            self.counted += u32::from(counts(self.pace, instr));
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::pace::sample;
    use crate::engine::simulated::profile::{DEFAULT, Profile};
    use crate::ids::{ProcessId, ThreadId};
    use crate::time::Nanos;
    use crate::vm::{self, Exit};

    fn counted(pace: Pace) -> u32 {
        let (process, thread) = (ProcessId::MAIN, ThreadId::MAIN);
        let (now, room, pace_left) = (Nanos::ZERO, Nanos::from_millis(1_000), u32::MAX);
        let moment = Moment { now, process, thread, core: 0, room, attention: false, pace, pace_left };
        let costs = InstructionCosts::new(&Profile::find(DEFAULT).expect("part of the program"));
        let mut meter = Meter::<true>::new(&costs, &moment, 0);
        let (mut interp, mut state) = sample::begun();
        assert!(matches!(vm::run(&mut interp, &mut state, &mut meter), Exit::Returned(_)));
        meter.counted
    }

    #[test]
    fn the_meter_counts_what_the_counter_of_real_threads_counts() {
        assert_eq!(counted(Pace::EveryBytecodes(100)), sample::BYTECODES);
        assert_eq!(counted(Pace::EveryBackJumps(100)), sample::BACK_JUMPS);
    }
}
