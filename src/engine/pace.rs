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
