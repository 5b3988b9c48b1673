//! An interpreter whose reference counts are changed from outside: what a thread executes next, the changes that it
//! notes, and the steps in which they are made. Knows neither times nor who races whom.

use super::heap::{Change, Stored, Touches};
use super::interp::Interp;
use super::raised::{Raised, TraceEntry};
use super::sync::Spawn;
use super::thread::ThreadState;
use super::value::{Object, Ref, Value};
use crate::bytecode::Code;
use std::sync::Arc;

impl Interp {
    /// From now on, changes of reference counts are only noted.
    pub fn watch_counts(&mut self) {
        self.heap.watch();
    }

    /// From now on, changes of the counts of objects that threads share are only noted; see [`Interp::share_all`].
    #[must_use]
    pub fn watch_shared(&mut self) -> Arc<Touches> {
        self.heap.watch_shared()
    }

    /// All objects are shared from now on, but for code and for those of which `is_counted` says that nobody counts them.
    /// Returns those that were not.
    pub fn share_all(&mut self, is_counted: &dyn Fn(Ref) -> bool) -> Vec<Ref> {
        self.heap.share_all(is_counted)
    }

    /// The same of objects that lie in what is shared and was written since the last call.
    pub fn share_written(&mut self, is_counted: &dyn Fn(Ref) -> bool) -> Vec<Ref> {
        self.heap.share_written(is_counted)
    }

    /// The same of what global variables hold.
    pub fn share_globals(&mut self, is_counted: &dyn Fn(Ref) -> bool) -> Vec<Ref> {
        self.heap.share_values(self.globals.slots.iter().map(|global| global.value), is_counted)
    }

    /// The same of what a new thread is given.
    pub fn share_spawned(&mut self, spawn: &Spawn, is_counted: &dyn Fn(Ref) -> bool) -> Vec<Ref> {
        self.heap.share_values(std::iter::once(spawn.call.argument), is_counted)
    }

    /// The changes noted since the last call, in their order.
    #[must_use]
    pub fn take_changes(&mut self) -> Vec<Change> {
        self.heap.take_changes()
    }

    /// The first reference used after its object's death since the last call.
    #[must_use]
    pub fn take_stale(&mut self) -> Option<Ref> {
        self.heap.take_stale()
    }

    /// The object's count; `None` once it is dead.
    pub fn load_count(&self, at: Ref) -> Option<u32> {
        self.heap.load_count(at)
    }

    /// Stores a count that was got by adding `by` to one that was loaded.
    pub fn store_count(&mut self, at: Ref, count: u32, by: i32) -> Stored {
        self.heap.store_count(at, count, by)
    }

    /// How many references to the object there are, whatever its count says; `None` once it is dead.
    pub fn owners(&self, at: Ref) -> Option<u32> {
        self.heap.owners(at)
    }

    /// What the count would be if no store had been in vain; `None` once the object is dead.
    pub fn meant_count(&self, at: Ref) -> Option<i64> {
        self.heap.meant_count(at)
    }

    /// Whether the object is a function or class.
    pub fn is_code(&self, at: Ref) -> bool {
        matches!(self.heap.get(at), Object::Function(_) | Object::Class(_))
    }

    /// How many units of code are loaded.
    pub fn units(&self) -> usize {
        self.units.len()
    }

    /// The objects among the constants of those from `first` on.
    pub fn constants(&self, first: usize) -> impl Iterator<Item = Ref> {
        let constants = self.units.get(first..).unwrap_or_default().iter().flat_map(|unit| &unit.consts);
        constants.filter_map(|constant| match constant {
            Value::Obj(at) => Some(*at),
            _ => None,
        })
    }

    /// Objects that nobody refers to and that live all the same.
    pub fn unowned(&self) -> Vec<Ref> {
        self.heap.unowned()
    }

    /// Gives up all globals and constants.
    pub fn release_all(&mut self) {
        for global in &mut self.globals.slots {
            self.heap.drop_value(std::mem::replace(&mut global.value, Value::Unbound));
        }
        for unit in &mut self.units {
            self.heap.drop_all(std::mem::take(&mut unit.consts));
        }
        self.heap.forget_names();
        self.library.take_all().into_iter().for_each(|function| self.heap.drop_value(function));
    }
}

/// An instruction that a thread executes next.
#[derive(Clone, Debug)]
pub struct NextInstr {
    pub code: Arc<Code>,
    /// Its index.
    pub at: usize,
    /// Code and index of the program's own instruction: that one, or the call by which the library came to it.
    pub own: (Arc<Code>, usize),
    /// How many frames there are.
    depth: usize,
}

impl ThreadState {
    /// What the thread executes next.
    pub fn next_instr(&self, interp: &Interp) -> Option<NextInstr> {
        let at = |frame: usize| {
            let called = usize::from(frame + 1 < self.frames.len());
            let frame = &self.frames[frame];
            (Arc::clone(&interp.units[frame.unit as usize].code), (frame.pc as usize).saturating_sub(called))
        };
        let depth = self.frames.len();
        let (code, index) = at(depth.checked_sub(1)?);
        let own = (0..depth).rev().map(at).find(|(code, _)| !code.is_library);
        Some(NextInstr { own: own.unwrap_or_else(|| (Arc::clone(&code), index)), code, at: index, depth })
    }

    /// A traceback that ends with an exception at an instruction that the thread has just executed.
    pub fn traceback_at(&self, interp: &Interp, instr: &NextInstr, kind: &str, message: String) -> Raised {
        let outer = self.frames.iter().take(instr.depth.saturating_sub(1));
        let called =
            outer.map(|frame| (&interp.units[frame.unit as usize].code, (frame.pc as usize).saturating_sub(1)));
        let own = called.filter(|(code, _)| !code.is_library);
        let last = Some((&instr.code, instr.at)).filter(|(code, _)| !code.is_library);
        let traceback = own.chain(last).filter_map(|(code, at)| entry(code, at)).collect();
        Raised {
            kind: kind.to_string(),
            message,
            place: Box::default(),
            notes: Box::default(),
            traceback,
            members: Box::default(),
            before: None,
        }
    }
}

fn entry(code: &Code, at: usize) -> Option<TraceEntry> {
    let place = code.places.get(at)?;
    let (function, source) = (code.name.clone(), Arc::clone(&code.source));
    Some(TraceEntry { function, source, span: place.span, anchor: place.anchor })
}
