//! Work by its length, really done: `gilsim.cpu`, `io`, `native` and `held` on a thread of the operating system.
//!
//! What burns CPU is measured by the thread's own CPU clock: work is done when this thread has computed for so long,
//! and neither waiting for the GIL nor for a core counts. A clock of the wall would take both for work.

use super::worker::{Counter, Lock, Worker};
use crate::bytecode::{Code, CodePlace, Flavor, Instr, Parameters, Target};
use crate::engine::{Stop, thread_cpu_time};
use crate::gil::Pace;
use crate::scenario::Scenario;
use crate::source::{Source, SourceFile};
use crate::time::Nanos;
use crate::trace::BlockingCall;
use crate::vm::{self, Exit, ThreadState};
use crate::work::{Draws, Kind, Work};
use std::sync::{Arc, LazyLock};

/// Instructions of the endless loop between two looks at the clock, which costs as much as some tens of them.
const TURNS: u32 = 256;

/// Pauses of the processor between two looks at the clock.
const PAUSES: u32 = 16;

/// What `gilsim.cpu` interprets: `while True: pass`, so that checkpoints and counted instructions are those of a loop.
static ENDLESS: LazyLock<Arc<Code>> = LazyLock::new(|| {
    let instrs = [Instr::RESUME, Instr::JUMP_BACKWARD(Target(1))];
    Arc::new(Code {
        name: "gilsim.cpu".to_string(),
        qualname: "gilsim.cpu".to_string(),
        doc: None,
        source: Arc::new(Source::whole(Arc::new(SourceFile::new("gilsim.cpu", "while True: pass")))),
        places: instrs.map(|_| CodePlace::default()).into(),
        threaded: Box::default(),
        silent: Box::default(),
        imported: Arc::default(),
        instrs: instrs.into(),
        consts: Box::default(),
        names: Box::default(),
        varnames: Box::default(),
        parameters: Parameters::default(),
        flavor: Flavor::Function,
        exceptions: Box::default(),
        library: None,
        finder: None,
        is_library: false,
        has_checkpoints: true,
        stack_size: 0,
        body: None,
    })
});

/// All code that an interpreter can have from here, in an order that is the same in every process.
pub fn code_of(scenario: &Scenario) -> Vec<Arc<Code>> {
    scenario.code().into_iter().chain([Arc::clone(&ENDLESS)]).collect()
}

impl<'e> Worker<'_, 'e> {
    /// Does the work; less of it where the run is stopped meanwhile.
    pub(super) fn work(&mut self, mut held: Lock<'e>, work: Work, draws: &mut Draws) -> Lock<'e> {
        let length = draws.draw(work.amount);
        let stop = self.shared.stop;
        match work.kind {
            Kind::Cpu => return self.interpret_for(held, length),
            Kind::Held => burn(length, stop),
            Kind::Io => (held, ()) = self.block(held, BlockingCall::Io, Some(length), || stop.sleep(length)),
            Kind::Native => (held, ()) = self.block(held, BlockingCall::Native, Some(length), || burn(length, stop)),
        }
        held
    }

    /// Interprets for so much CPU time, and attends to the lock wherever a program would.
    fn interpret_for(&mut self, mut held: Lock<'e>, length: Nanos) -> Lock<'e> {
        let mut state = ThreadState::new(&mut held, &ENDLESS);
        let mut left = length;
        let mut begun = thread_cpu_time();
        loop {
            let stopped = self.interpret_turns(&mut held, &mut state);
            let now = thread_cpu_time();
            left = left.saturating_sub(now.saturating_sub(begun));
            begun = now;
            if left == Nanos::ZERO || self.shared.stop.requested() {
                break;
            }
            if stopped == Turns::Attention {
                held = self.shared.gil.attend(held, &mut self.seat);
                // What the lock's own code has taken is no work of the program.
                begun = thread_cpu_time();
            }
        }
        state.abandon(&mut held);
        held
    }

    /// Interprets a few turns of the endless loop.
    fn interpret_turns(&self, held: &mut Lock<'e>, state: &mut ThreadState) -> Turns {
        let gil = self.shared.gil;
        let is_counted = gil.pace() != Pace::OnRequest;
        let (interp, lock_counter) = held.with_counter();
        let most = if is_counted { TURNS.min(*lock_counter) } else { TURNS };
        let mut left = most;
        // Every instruction of the loop is a tick, so the lock's pace counts what the turns count.
        let exit = vm::run(interp, state, &mut Counter::new(gil.breaker(), Pace::EveryBytecodes(TURNS), &mut left));
        if is_counted {
            *lock_counter -= most - left;
        }
        match exit {
            Exit::Budget if !is_counted || *lock_counter > 0 => Turns::Done,
            _ => Turns::Attention,
        }
    }
}

/// Why the endless loop was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turns {
    Done,
    /// Somebody wants the lock, or the lock's counter has run out.
    Attention,
}

/// Computes for so much CPU time of this thread, or until the run is stopped.
fn burn(length: Nanos, stop: &Stop) {
    let end = thread_cpu_time() + length;
    while thread_cpu_time() < end && !stop.requested() {
        (0..PAUSES).for_each(|_| std::hint::spin_loop());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn burning_takes_its_cpu_time_and_no_less() {
        let begun = thread_cpu_time();
        burn(Nanos::from_millis(2), &Stop::new());
        assert!(thread_cpu_time() >= begun + Nanos::from_millis(2));
    }

    #[test]
    fn a_stop_ends_what_burns() {
        let stop = Stop::new();
        stop.request();
        burn(crate::work::LONGEST, &stop);
    }

    #[test]
    fn every_instruction_of_the_endless_loop_is_counted_and_leads_back_to_itself() {
        assert_eq!(ENDLESS.instrs[1].target(), Some(Target(1)));
        assert!(ENDLESS.instrs[1].is_tick());
    }
}
