//! Where a thread stands that waits: the call of a standard module that it makes, and the program's line.

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
        // Who waits in a queue's `get` makes that call again.
        let in_queue = matches!(self.phase, Phase::AskedByQueue(_));
        let place = |(above, frame): (usize, &Frame)| {
            let code = &interp.units[frame.unit as usize].code;
            let pc = if in_queue && above == 0 { frame.pc } else { frame.pc.saturating_sub(1) };
            // A function that has just been called may not have its body yet.
            (code, code.places.get(pc as usize).map(|place| place.span).unwrap_or_default())
        };
        let frames = || self.frames.iter().rev().enumerate().map(place);
        let is_own = |(code, _): &(&Arc<crate::bytecode::Code>, Span)| !code.source.file().name.starts_with('<');
        let call = frames().take_while(|place| !is_own(place)).last();
        let (code, span) = frames().find(is_own).or(call)?;
        let native = || if in_queue { "SimpleQueue.get".to_owned() } else { String::new() };
        let call = call.map_or_else(native, |(code, _)| code.qualname.clone());
        Some(Standing { call, source: Arc::clone(&code.source), span })
    }
}

/// `listing.py:14: with second:`
impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (file, span) = (self.source.file(), self.source.in_file(self.span));
        let line = file.place(span.start).line;
        write!(f, "{}:{line}: {}", file.name, file.line_text(line).trim())
    }
}
