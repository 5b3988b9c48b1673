//! Which instructions count where a lock's holder looks by itself after so many of them: the same in every engine.

use crate::bytecode::Instr;
use crate::gil::Pace;

/// Whether an instruction counts under a pace.
#[inline(always)]
pub fn counts(pace: Pace, instr: &Instr) -> bool {
    match pace {
        Pace::OnRequest => false,
        Pace::EveryBytecodes(_) => instr.is_tick(),
        Pace::EveryBackJumps(_) => is_jump_backward(instr),
    }
}

fn is_jump_backward(instr: &Instr) -> bool {
    use Instr::{JUMP_BACKWARD, POP_JUMP_BACKWARD_IF_FALSE, POP_JUMP_BACKWARD_IF_TRUE};
    matches!(instr, JUMP_BACKWARD(_) | POP_JUMP_BACKWARD_IF_FALSE(_) | POP_JUMP_BACKWARD_IF_TRUE(_))
}

#[cfg(test)]
pub mod sample {
    //! A program for what counts instructions.

    use crate::scenario;
    use crate::source::SourceFile;
    use crate::vm::{Interp, ThreadState};

    /// What CPython 2 counts of it: seven in each turn, four before them and two at the end.
    pub const BYTECODES: u32 = 7 * 1_000 + 6;

    /// Its jumps back.
    pub const BACK_JUMPS: u32 = 1_000;

    pub fn begun() -> (Interp, ThreadState) {
        let text = "total = 0\nfor i in range(1_000):\n    total += i\n";
        let scenario = scenario::script(SourceFile::new("sample.py", text)).expect("a sound program");
        let mut interp = Interp::new();
        let state = ThreadState::new(&mut interp, &scenario.tasks[0].code);
        (interp, state)
    }
}
