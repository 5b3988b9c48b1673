//! What the eval loop is asked before each instruction, and at each turn of a loop. Knows no thread and no exit.

use super::super::Moment;
use super::costs::{InstructionCosts, Prices};
use crate::bytecode::Instr;
use crate::engine::pace::counts;
use crate::gil::Pace;
use crate::vm::{Note, Noted, Pulse, Rate, Turn};

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
            prices: costs.at(Rate::PROGRAM),
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

    #[cold]
    #[inline(never)]
    fn lacks(&mut self, owed: i64) -> bool {
        self.left += owed;
        false
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
        self.exchange(0, cost)
    }

    // Each turn waits for what the one before has left, so that is one sum, which only a branch looks at.
    #[inline(always)]
    fn exchange(&mut self, owed: i64, cost: u32) -> bool {
        let left = self.left + (owed - i64::from(cost));
        if COUNTS || left <= 0 {
            return self.lacks(owed);
        }
        self.left = left;
        true
    }

    #[inline(always)]
    fn turn(&mut self, owed: i64, cost: u32) -> Turn {
        // What it can afford ends within its room, so there was room before.
        if !self.attention && self.exchange(owed, cost) {
            return Turn::Go;
        }
        if self.attention {
            self.settle(owed);
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
    fn settle(&mut self, owed: i64) {
        self.left += owed;
    }

    #[inline(always)]
    fn enters(&mut self, rate: Rate) {
        self.prices = self.costs.at(rate);
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
    use crate::scenario;
    use crate::source::SourceFile;
    use crate::time::Nanos;
    use crate::vm::{self, Exit, Interp, Priced, ThreadState};

    fn moment(pace: Pace) -> Moment {
        let (process, thread) = (ProcessId::MAIN, ThreadId::MAIN);
        let (now, room, pace_left) = (Nanos::ZERO, Nanos::from_millis(1_000), u32::MAX);
        Moment { now, process, thread, core: 0, room, attention: false, pace, pace_left }
    }

    fn costs() -> InstructionCosts {
        InstructionCosts::new(&Profile::find(DEFAULT).expect("part of the program"))
    }

    fn counted(pace: Pace) -> u32 {
        let costs = costs();
        let mut meter = Meter::<true>::new(&costs, &moment(pace), 0);
        let (mut interp, mut state) = sample::begun();
        assert!(matches!(vm::run(&mut interp, &mut state, &mut meter), Exit::Returned(_)));
        meter.counted
    }

    /// Picoseconds that a program takes; where instructions are counted, each is executed by itself.
    fn time<const COUNTS: bool>(program: &str) -> u64 {
        let prices = costs();
        let price = move |what: Priced, rate: Rate| match what {
            Priced::Instr(instr) => prices.at(rate).of(instr),
            Priced::Note(note) => prices.at(rate).of_note(note),
        };
        let mut interp = Interp::with_prices(vm::Prices::new(price));
        let scenario = scenario::script(SourceFile::new("timed.py", program)).expect("a sound program");
        let mut state = ThreadState::new(&mut interp, &scenario.tasks[0].code);
        let costs = costs();
        let mut meter = Meter::<COUNTS>::new(&costs, &moment(Pace::EveryBytecodes(100)), 0);
        assert!(matches!(vm::run(&mut interp, &mut state, &mut meter), Exit::Returned(_)), "{program}");
        meter.spent()
    }

    #[test]
    fn the_meter_counts_what_the_counter_of_real_threads_counts() {
        assert_eq!(counted(Pace::EveryBytecodes(100)), sample::BYTECODES);
        assert_eq!(counted(Pace::EveryBackJumps(100)), sample::BACK_JUMPS);
    }
    #[test]
    fn many_turns_at_once_take_as_long_as_their_instructions_one_by_one() {
        let bodies = [
            ("total += i * i", "range(2_000)"),
            ("total += i * i", "range(2**30 - 1_000, 2**30 + 1_000)"),
            ("total += i * 2**31", "range(-400, 400)"),
            ("total -= i * 3", "range(400, -400, -1)"),
            ("total += i ** 2", "range(2**30 - 200, 2**30 + 200)"),
            ("total += i ** 3", "range(500)"),
            ("total = i // 7", "range(2**30 - 200, 2**30 + 200)"),
            ("total = (i ^ 5) | (i & 2**31)", "range(2**30 - 200, 2**30 + 200)"),
            ("total += 1 if i & 3 else 2", "range(2**30 - 200, 2**30 + 200)"),
            ("items[i] = 0", "range(-300, 300)"),
            ("items[i] = i", "range(10, 600)"),
            ("total += fib(8)", "range(3)"),
            ("total += sum(squares(40))", "range(20)"),
        ];
        for (body, numbers) in bodies {
            let program = format!(
                "def fib(n):\n    if n < 2:\n        return n\n    return fib(n - 1) + fib(n - 2)\n\
                 def squares(n):\n    for i in range(n):\n        yield i * i\n\
                 def work(items):\n    total = 0\n    for i in {numbers}:\n        {body}\n    return total\n\
                 work([1] * 1_000)\n"
            );
            assert_eq!(time::<false>(&program), time::<true>(&program), "{body} over {numbers}");
        }
    }
}
