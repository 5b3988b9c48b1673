//! Where the threads rest of a program that asks for the frames of others: each says so when it leaves the machine. Knows no
//! engine.

use super::interp::Interp;
use super::raised::TraceEntry;
use super::thread::ThreadState;
use crate::bytecode::Code;
use crate::ids::ThreadId;
use std::collections::HashMap;

/// Programs that name one of these ask for frames of other threads.
const NAMES: [&str; 2] = ["_current_frames", "faulthandler"];

/// Units and instructions of each thread's frames of the program, innermost first.
#[derive(Clone, Debug, Default)]
pub struct Resting {
    is_wanted: bool,
    threads: HashMap<ThreadId, Vec<(u32, u32)>>,
}

impl Resting {
    /// Looks at code that is loaded.
    pub fn notice(&mut self, code: &Code) {
        self.is_wanted |= !code.is_library && code.names.iter().any(|name| NAMES.contains(&&**name));
    }

    pub fn is_wanted(&self) -> bool {
        self.is_wanted
    }

    /// The frames of the thread with this ident; none of one that has never rested.
    pub fn places(&self, interp: &Interp, ident: i64) -> Vec<TraceEntry> {
        let of = |thread: &&ThreadId| interp.heap.idents.of(**thread) == ident;
        let places = self.threads.keys().find(of).and_then(|thread| self.threads.get(thread));
        places.into_iter().flatten().map(|(unit, pc)| TraceEntry::at(interp, *unit, *pc)).collect()
    }
}

impl ThreadState {
    /// Says where its frames are.
    #[cold]
    pub(super) fn tell_places(&self, interp: &mut Interp) {
        let frames = self.frames.iter().rev().filter(|frame| !interp.units[frame.unit as usize].code.is_library);
        let places = frames.map(|frame| (frame.unit, frame.pc.saturating_sub(1))).collect();
        interp.resting.threads.insert(self.id, places);
    }
}
