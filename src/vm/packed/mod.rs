//! An interpreter and one of its threads as bytes, and back: what a forked process begins with where it is a process of the
//! operating system. Knows no process and no file.
//!
//! Values and objects are written as they are, by their own numbers, so every reference stays valid. Code is not written:
//! both processes have compiled the same program, and name its parts by their place in it; texts that it has compiled while it
//! ran are compiled again. What is only remembered for
//! speed is made anew.

pub mod big;
mod codes;
mod units;
pub mod words;

use super::globals::Globals;
use super::heap::Heap;
use super::interp::{Interp, Library};
use super::modules::Modules;
use super::texts::{PackedText, Texts};
use super::thread::{Frame, Phase, ThreadState};
use super::value::{Object, Value};
use crate::bytecode::Code;
use crate::ids::ThreadId;
use codes::{Codes, Place};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;
use units::PackedUnit;

/// Why a copy could not be made or read.
#[derive(Debug)]
pub struct CopyError(String);

impl fmt::Display for CopyError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CopyError {}

/// All of an interpreter but its code.
#[derive(Serialize, Deserialize)]
struct Packed {
    heap: Heap,
    globals: Globals,
    library: Library,
    modules: Modules,
    main_again: Option<Place>,
    texts: Vec<PackedText>,
    units: Vec<PackedUnit>,
    thread: PackedThread,
}

#[derive(Serialize, Deserialize)]
struct PackedThread {
    frames: Vec<Frame>,
    stack: Vec<Value>,
    handled: Value,
}

impl Interp {
    /// A copy of this interpreter, in which of all threads the one goes on that is in this state and waits for the answer
    /// to `fork`. `program`: all code that engines have given to this interpreter, in an order that is always the same.
    pub fn packed(&self, thread: &ThreadState, program: &[Arc<Code>]) -> Result<Vec<u8>, CopyError> {
        let mut copy = self.forked(thread.id);
        copy.heap.for_each_object(without_work_in_progress);
        copy.give_up_texts(thread, None);
        let codes = Codes::of(program, &copy.modules, &copy.texts);
        let all = copy.units.iter().zip(&copy.heap.function_facts);
        let units: Option<Vec<PackedUnit>> = all.map(|(unit, facts)| PackedUnit::of(unit, facts, &codes)).collect();
        let missing = || CopyError("a function of the program has no place in it".to_owned());
        let main_again = copy.modules.main_again.as_ref().map(|code| codes.place(code).ok_or_else(missing));
        let packed = Packed {
            units: units.ok_or_else(missing)?,
            main_again: main_again.transpose()?,
            texts: copy.texts.packed(),
            heap: copy.heap,
            globals: copy.globals,
            library: copy.library,
            modules: copy.modules,
            thread: PackedThread::of(thread),
        };
        postcard::to_stdvec(&packed).map_err(|error| CopyError(error.to_string()))
    }

    /// The interpreter and its thread, in the new process.
    pub fn unpacked(bytes: &[u8], program: &[Arc<Code>]) -> Result<(Interp, ThreadState), CopyError> {
        let packed: Packed = postcard::from_bytes(bytes).map_err(|error| CopyError(error.to_string()))?;
        let Packed { mut heap, globals, library, mut modules, main_again, texts, units, thread } = packed;
        modules.finder = program.first().and_then(|code| code.finder);
        let missing = || CopyError("the copy names code that this program does not have".to_owned());
        let texts = Texts::unpacked(texts, modules.finder).ok_or_else(missing)?;
        let codes = Codes::of(program, &modules, &texts);
        modules.main_again = match main_again {
            Some(place) => Some(codes.code(place).ok_or_else(missing)?),
            None => None,
        };
        let units: Option<(Vec<_>, Vec<_>)> = units.into_iter().map(|unit| unit.into_unit(&codes)).collect();
        let (units, facts) = units.ok_or_else(missing)?;
        heap.function_facts = facts;
        let interp = Interp::of_parts(heap, globals, library, modules, texts, units);
        Ok((interp, thread.into_state()))
    }
}

/// What native code was at on behalf of other threads, which do not exist in the copy, and what has no form as bytes.
fn without_work_in_progress(object: &mut Object) {
    use Object::{Hasher, Pickler, Search, Stream, Unpickler};
    if matches!(object, Pickler(_) | Unpickler(_) | Hasher(_) | Stream(_) | Search(_)) {
        *object = Object::Cell(Value::Unbound);
    }
}

impl PackedThread {
    fn of(state: &ThreadState) -> PackedThread {
        PackedThread { frames: state.frames.clone(), stack: state.stack.clone(), handled: state.handled }
    }

    fn into_state(self) -> ThreadState {
        let PackedThread { frames, stack, handled } = self;
        ThreadState { frames, stack, phase: Phase::Asked, handled, id: ThreadId::MAIN, native_id: 0, told_texts: 0 }
    }
}
