//! Regular expressions as CPython 3.11's `re` has them: compiled here, matched here, while `modules/re.py` is what programs
//! see of them. Patterns and searches are values; a search that takes long is left now and then.

mod class;
mod escapes;
mod groups;
mod matcher;
mod parse;
mod program;
mod search;
mod tree;
mod unicode;

pub use program::Program;
pub use search::{Search, Source};

use super::super::arguments::{Arguments, index};
use super::super::call::Outcome;
use super::super::error::{self, Result};
use super::super::heap::Heap;
use super::super::kind::type_name;
use super::super::noted::Note;
use super::super::system::SystemCall;
use super::super::value::{Object, Value};
use search::{Found, Mode};
use std::sync::Arc;

/// So many steps are done at once, a few hundred microseconds.
const STEPS: u64 = 50_000;

/// The characters of a text or of bytes, and whether they are bytes.
fn characters(heap: &Heap, value: Value) -> Result<(Vec<u32>, bool)> {
    if let Some(text) = heap.as_str(value) {
        return Ok((text.text.chars().map(u32::from).collect(), false));
    }
    match heap.as_bytes(value) {
        Some(bytes) => Ok((bytes.iter().map(|byte| (*byte).into()).collect(), true)),
        None => {
            let found = type_name(heap, value);
            Err(error::type_error(format!("expected string or bytes-like object, got '{found}'")))
        }
    }
}

/// The characters of what is searched in.
fn wide(heap: &Heap, text: Value) -> Result<Arc<[u32]>> {
    match (heap.base(text), heap.as_str(text)) {
        (Value::Obj(object), Some(text)) => Ok(heap.text_places.borrow_mut().wide(object, text)),
        _ => Ok(characters(heap, text)?.0.into()),
    }
}

/// Pattern and flags. Gives the program, how many groups it has, their names in a list with their numbers in turn, and the
/// flags; or, where the pattern is wrong, the message and its place.
pub fn compile(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let (text, is_bytes) = characters(heap, given[0])?;
    let flags = index(heap, given[1])? as u32;
    match Program::new(&text, is_bytes, flags) {
        Ok(program) => {
            let names = program.names.clone();
            let mut pairs = Vec::new();
            for (name, group) in names {
                pairs.extend([heap.new_str(name), Value::Int(group as i64)]);
            }
            let (groups, flags) = (program.groups as i64, program.flags.into());
            let names = heap.take_list(pairs);
            let program = heap.take_object(Object::Pattern(Arc::new(program)));
            Ok(heap.take_tuple([program, Value::Int(groups), names, Value::Int(flags)]))
        }
        Err(mistake) => {
            let message = heap.new_str(mistake.message);
            let at = if mistake.at == usize::MAX { Value::None } else { Value::Int(mistake.at as i64) };
            Ok(heap.take_tuple([message, at]))
        }
    }
}

fn program(heap: &Heap, value: Value) -> Result<Arc<Program>> {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Pattern(program) => Ok(Arc::clone(program)),
            _ => Err(error::type_error("expected a compiled pattern")),
        },
        _ => Err(error::type_error("expected a compiled pattern")),
    }
}

/// How a text is looked at, and how long it is.
fn source(heap: &mut Heap, program: &Program, text: Value) -> Result<(Source, usize)> {
    let is_ascii = heap.as_str(text).map(|text| (text.is_ascii(), text.chars));
    let is_bytes = is_ascii.is_none();
    let (kept, length) = match (is_ascii, text) {
        (Some((is_ascii, length)), _) => (is_ascii, length),
        (None, Value::Obj(at)) if matches!(heap.get(at), Object::Bytes(_)) => {
            (true, heap.as_bytes(text).map_or(0, <[u8]>::len))
        }
        _ => (false, 0),
    };
    let copied = if kept { None } else { Some(wide(heap, text)?) };
    if is_bytes != program.is_bytes {
        let (pattern, text) =
            if program.is_bytes { ("bytes", "string-like object") } else { ("string", "bytes-like object") };
        return Err(error::type_error(format!("cannot use a {pattern} pattern on a {text}")));
    }
    let length = copied.as_ref().map_or(length, |copied| copied.len());
    if length >= u32::MAX as usize {
        return Err(error::overflow_error("gilsim searches in texts of less than 4 GiB"));
    }
    Ok((copied.map_or_else(|| Source::Kept(heap.keep(text)), Source::Copied), length))
}

/// Program, text, where to begin and to end, and how: 0 anywhere, 1 at the beginning, 2 the whole.
pub fn scan(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(5, 5)?;
    let program = program(heap, given[0])?;
    let (start, end) = (index(heap, given[2])?, index(heap, given[3])?);
    let mode = match index(heap, given[4])? {
        0 => Mode::Anywhere,
        1 => Mode::Here,
        _ => Mode::Whole,
    };
    let (source, length) = source(heap, &program, given[1])?;
    let place = |at: i64| usize::try_from(at).unwrap_or(0).min(length);
    let (start, end) = (place(start), place(end));
    let mut search = Search::new(program, source, mode, start.min(end), end);
    if start > end {
        search.finish();
    }
    Ok(heap.take_object(Object::Search(Some(Box::new(search)))))
}

/// The next match of a search: False where there is none, None where it takes longer, or a list of the places of the
/// whole and of all groups, followed by the number of the group that ended last.
pub fn advance(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let Value::Obj(at) = arguments.only(1, 1)?[0] else { return Err(error::type_error("expected a search")) };
    let search = match heap.get_mut(at) {
        Some(Object::Search(search)) => search.take(),
        _ => None,
    };
    let Some(mut search) = search else { return Err(error::type_error("expected a search")) };
    let mut steps = STEPS;
    let found = match &search.source {
        Source::Copied(text) => {
            let text = Arc::clone(text);
            search.advance(&*text, &mut steps)
        }
        Source::Kept(text) => match heap.as_bytes(*text).or_else(|| Some(heap.as_str(*text)?.text.as_bytes())) {
            Some(text) => search.advance(text, &mut steps),
            None => Found::Nothing,
        },
    };
    if let Some(Object::Search(place)) = heap.get_mut(at) {
        *place = Some(search);
    }
    if !matches!(found, Found::Unfinished) {
        heap.note(Note::Search);
        heap.note_many(Note::Step, (STEPS - steps) as usize);
    }
    match found {
        Found::Nothing => Ok(Outcome::Value(Value::bool(false))),
        Found::Unfinished => Ok(Outcome::System(SystemCall::Searched(STEPS))),
        Found::TooMany => Err(error::memory_error("")),
        Found::Match(places, last) => {
            let numbers = places.into_iter().chain([last.into()]).map(Value::Int).collect();
            Ok(Outcome::Value(heap.take_list(numbers)))
        }
    }
}
