//! What a program learns of its own frames and exceptions: the machine answers it itself, no engine is asked.

use super::arguments::{Arguments, index};
use super::call::Outcome;
use super::error::{self, Result};
use super::heap::Heap;
use super::interp::Interp;
use super::raised::{Raised, TraceEntry};
use super::system::SystemCall;
use super::thread::{Phase, ThreadState};
use super::value::Value;

/// What is wanted to be known.
#[derive(Clone, Debug)]
pub enum Look {
    /// So many frames of the program, innermost first: a list of entries as [`entry`] makes them.
    Frames(usize),
    /// The frames of the program's thread that has this ident, as it rests.
    Resting(i64),
    /// The exception that is being handled, or None.
    Handled,
    /// The way of this exception (owned), outermost first: a list of entries.
    Way(Value),
}

fn look(look: Look) -> Outcome {
    Outcome::System(SystemCall::Look(look))
}

/// Takes how many there shall be at most.
pub fn frames(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let most = index(heap, arguments.only(1, 1)?[0])?;
    Ok(look(Look::Frames(usize::try_from(most).unwrap_or(0))))
}

/// Takes a thread's ident.
pub fn frames_of(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let ident = index(heap, arguments.only(1, 1)?[0])?;
    Ok(look(Look::Resting(ident)))
}

pub fn handled(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| look(Look::Handled))
}

pub fn way(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let exception = arguments.only(1, 1)?[0];
    if heap.as_exception(exception).is_none() {
        return Err(error::type_error("expected an exception"));
    }
    Ok(look(Look::Way(heap.keep(exception))))
}

/// Answers, so that the thread can run on.
pub(super) fn answer(interp: &mut Interp, thread: &mut ThreadState, look: Look) {
    let value = match look {
        Look::Frames(most) => {
            let entries = thread.places(interp, most);
            list(interp, &entries)
        }
        Look::Resting(ident) => {
            let entries = interp.resting.places(interp, ident);
            list(interp, &entries)
        }
        Look::Handled => interp.heap.keep(thread.handled),
        Look::Way(exception) => {
            let entries = Raised::way(interp, exception);
            interp.heap.drop_value(exception);
            list(interp, &entries)
        }
    };
    thread.phase = Phase::Given(value);
}

fn list(interp: &mut Interp, entries: &[TraceEntry]) -> Value {
    let entries = entries.iter().map(|found| entry(&mut interp.heap, found)).collect();
    interp.heap.take_list(entries)
}

/// File, line, function, the line's text, and the entry as tracebacks show it.
fn entry(heap: &mut Heap, entry: &TraceEntry) -> Value {
    let (file, line) = (entry.source.file(), entry.line());
    let text = if file.is_in_a_file() { file.line_text(line).trim() } else { "" };
    let path = heap.settings.path_of(file);
    let shown = entry.shown(&path);
    let texts = [&path, &entry.function, text, &shown];
    let [name, function, text, shown] = texts.map(|text| heap.new_str(text));
    heap.take_tuple([name, Value::Int(line as i64), function, text, shown])
}

impl ThreadState {
    /// Where each frame of the program is, innermost first.
    fn places(&self, interp: &Interp, most: usize) -> Vec<TraceEntry> {
        let frames = self.frames.iter().rev().filter(|frame| !interp.units[frame.unit as usize].code.is_library);
        frames.take(most).map(|frame| TraceEntry::at(interp, frame.unit, frame.pc.saturating_sub(1))).collect()
    }
}
