//! Where a thread stands that waits: the call of a standard module that it makes, and the program's line.

use crate::bytecode::{Checkpoint, Code, Target};
use crate::source::{Source, Span};
use crate::vm::interp::Interp;
use crate::vm::thread::{Frame, Phase, ThreadState};
use std::fmt;
use std::sync::Arc;

/// A place in the program, and the standard module's function that it calls.
#[derive(Clone, Debug)]
pub struct Standing {
    /// `Condition.wait`; empty where no standard module is in between.
    pub call: String,
    pub(super) source: Arc<Source>,
    pub(super) span: Span,
}

impl ThreadState {
    /// Where the thread stands: its innermost frame that is the program's own. A thread without one, as one that has
    /// just been started, stands in the standard module.
    pub fn standing(&self, interp: &Interp) -> Option<Standing> {
        self.standing_behind(interp, |_, pc| pc.saturating_sub(1))
    }

    /// The same of a thread that is at a checkpoint: what it has done last that can take long.
    pub fn standing_at_checkpoint(&self, interp: &Interp) -> Option<Standing> {
        self.standing_behind(interp, before_checkpoint)
    }

    /// `last`: the instruction that the innermost frame has executed, if it is at that place of its code.
    fn standing_behind(&self, interp: &Interp, last: impl Fn(&Code, usize) -> usize) -> Option<Standing> {
        // Who waits in a queue's `get` makes that call again, and who waits for a module imports it again.
        let in_queue = matches!(self.phase, Phase::AskedByQueue(_));
        let again = in_queue || matches!(self.phase, Phase::AskedForImport);
        let place = |(above, frame): (usize, &Frame)| {
            let code = &interp.units[frame.unit as usize].code;
            let pc = match (above, frame.pc as usize) {
                (0, pc) if again => pc,
                (0, pc) => last(code, pc),
                (_, pc) => pc.saturating_sub(1),
            };
            // A function that has just been called may not have its body yet.
            (code, code.places.get(pc).map(|place| place.span).unwrap_or_default())
        };
        let frames = || self.frames.iter().rev().enumerate().map(place);
        let is_own = |(code, _): &(&Arc<Code>, Span)| is_of_program(&code.source);
        let call = frames().take_while(|place| !is_own(place)).last();
        let (code, span) = frames().find(is_own).or(call)?;
        let native = || if in_queue { "SimpleQueue.get".to_owned() } else { String::new() };
        let call = call.map_or_else(native, |(code, _)| code.qualname.clone());
        Some(Standing { call, source: Arc::clone(&code.source), span })
    }
}

/// The last instruction that can be long of those before this one's checkpoint: of a loop that begins anew here, the last call
/// in it.
fn before_checkpoint(code: &Code, pc: usize) -> usize {
    let instrs = &code.instrs;
    let is_call = |at: &usize| matches!(instrs[*at].checkpoint(), Checkpoint::AfterNative);
    let last = pc.saturating_sub(1);
    let leads_here = |at: &usize| matches!(instrs[*at].target(), Some(Target(to)) if usize::from(to) == pc);
    let turn = if is_call(&last) { None } else { (pc..instrs.len()).rev().find(leads_here) };
    turn.map_or(last, |turn| (pc..turn).rev().find(is_call).unwrap_or(turn.saturating_sub(1)))
}

impl Standing {
    /// Whether the place is the program's own, not a standard module's.
    pub fn is_of_program(&self) -> bool {
        is_of_program(&self.source)
    }
}

fn is_of_program(source: &Source) -> bool {
    !source.file().name.starts_with('<')
}

/// `listing.py:14: with second:`
impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (file, span) = (self.source.file(), self.source.in_file(self.span));
        let line = file.place(span.start).line;
        write!(f, "{}:{line}: {}", file.name, file.line_text(line).trim())
    }
}
