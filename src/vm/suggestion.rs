//! "Did you mean": which name or attribute a program may have meant, found as CPython 3.11 finds it, and what exceptions
//! for missing names tell of them. Knows no frames but the place that an exception came from.

use super::class;
use super::exception::ExceptionKind;
use super::heap::Heap;
use super::interp::Interp;
use super::names;
use super::own;
use super::value::Value;
use crate::bytecode::{BUILTINS, Code, Instr, Name};

/// What it costs to move a character, and to change its case.
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

/// Longer texts, and longer lists of names, are not compared.
const MOST_CHARS: usize = 40;
const MOST_CANDIDATES: usize = 750;

/// Notes in an exception that native code has raised at this instruction which name was missing, and on what object:
/// the value on top of the frame's stack.
pub fn note_missing(heap: &mut Heap, thrown: Value, code: &Code, at: u32, top: Value) {
    let Some(class) = heap.as_exception(thrown).map(|exception| exception.class) else { return };
    let (name, object) = match (class, code.instrs.get(at as usize)) {
        (Value::Exception(ExceptionKind::AttributeError), Some(Instr::LOAD_ATTR(name) | Instr::LOAD_METHOD(name))) => {
            (*name, Some(top))
        }
        (Value::Exception(ExceptionKind::NameError), Some(Instr::LOAD_NAME(name) | Instr::LOAD_GLOBAL(_, name))) => {
            (*name, None)
        }
        (
            Value::Exception(ExceptionKind::ImportError | ExceptionKind::ModuleNotFoundError),
            Some(Instr::IMPORT_NAME(_) | Instr::IMPORT_FROM(_)),
        ) => {
            return note_module(heap, thrown);
        }
        _ => return,
    };
    let Name(name) = name;
    let name = heap.new_str(code.names[usize::from(name)].to_string());
    put(heap, thrown, "name", name);
    if let Some(object) = object {
        heap.keep(object);
        put(heap, thrown, "obj", object);
    }
}

/// The message ends with the module in quotation marks, or goes on in brackets behind that.
fn note_module(heap: &mut Heap, thrown: Value) {
    let Some(exception) = heap.as_exception(thrown) else { return };
    let message = super::exception::text(heap, exception).unwrap_or_default();
    let Some(module) =
        message.split('\'').filter(|part| !part.is_empty()).nth(if message.contains(" from ") { 3 } else { 1 })
    else {
        return;
    };
    let module = heap.new_str(module);
    put(heap, thrown, "name", module);
}

fn put(heap: &mut Heap, exception: Value, name: &str, value: Value) {
    let symbol = heap.symbols.of(name);
    own::set(heap, exception, symbol, value);
}

/// Whoever uses what it has knows what it is.
const OWN_MODULE: &str = "gilsim";

/// `. Did you mean: 'x'?`, or nothing.
pub fn of(interp: &Interp, exception: Value) -> Option<String> {
    let heap = &interp.heap;
    let found = heap.as_exception(exception)?;
    let name = own::get_named(heap, &found.attributes, "name").and_then(|name| heap.as_str(name))?;
    let is_a = |kind| class::is_subclass(heap, found.class, Value::Exception(kind));
    let meant = if is_a(ExceptionKind::AttributeError) {
        let object = own::get_named(heap, &found.attributes, "obj")?;
        closest(&name.text, attributes_of(interp, object))?
    } else if is_a(ExceptionKind::NameError) {
        if &*name.text == OWN_MODULE {
            return Some(format!(". Did you forget to import '{OWN_MODULE}'?"));
        }
        let (unit, _) = *found.trace.first()?;
        let unit = interp.units.get(unit as usize)?;
        let locals = unit.code.varnames.iter().map(|name| name.to_string()).collect();
        let globals = interp.globals.names_of(&heap.symbols, unit.module);
        [locals, globals, builtins()].into_iter().find_map(|names| closest(&name.text, names))?
    } else {
        return None;
    };
    Some(format!(". Did you mean: '{meant}'?"))
}

/// Functions first, then constants, then exceptions, as CPython has them: the first of those that are as close is meant.
fn builtins() -> Vec<String> {
    let is_class = |name: &&&str| name.starts_with(|first: char| first.is_ascii_uppercase());
    let functions = BUILTINS.iter().filter(|name| !is_class(name));
    let names = functions.chain(&["None", "False", "True"]).chain(BUILTINS.iter().filter(is_class));
    names.map(|name| (*name).to_owned()).collect()
}

fn attributes_of(interp: &Interp, object: Value) -> Vec<String> {
    match object {
        Value::Module(module) => interp.globals.names_of(&interp.heap.symbols, module),
        _ => names::all_of(&interp.heap, object).into_iter().collect(),
    }
}

fn closest(wanted: &str, candidates: Vec<String>) -> Option<String> {
    if candidates.len() >= MOST_CANDIDATES {
        return None;
    }
    let (mut best, mut least) = (None, usize::MAX);
    for candidate in candidates.into_iter().filter(|candidate| candidate != wanted) {
        let most = (wanted.len() + candidate.len() + 3) * MOVE_COST / 6;
        let most = most.min(least.saturating_sub(1));
        let distance = distance(wanted.as_bytes(), candidate.as_bytes(), most);
        if distance <= most && (best.is_none() || distance < least) {
            (best, least) = (Some(candidate), distance);
        }
    }
    best
}

fn substitution(one: u8, other: u8) -> usize {
    match one == other {
        true => 0,
        false if one.eq_ignore_ascii_case(&other) => CASE_COST,
        false => MOVE_COST,
    }
}

/// The weighted distance of Levenshtein; something above `most` where it is more than that.
fn distance(one: &[u8], other: &[u8], most: usize) -> usize {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    let same = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - same], &other[..other.len() - same]);
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.is_empty() {
        return long.len() * MOVE_COST;
    }
    if long.len() > MOST_CHARS || (long.len() - short.len()) * MOVE_COST > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=short.len()).map(|at| at * MOVE_COST).collect();
    for (at, letter) in long.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], (at + 1) * MOVE_COST);
        for (column, wanted) in short.iter().enumerate() {
            let changed = diagonal + substitution(*letter, *wanted);
            let moved = row[column].min(row[column + 1]) + MOVE_COST;
            diagonal = std::mem::replace(&mut row[column + 1], changed.min(moved));
        }
    }
    row[short.len()]
}
