//! Tracebacks and their frames as objects: places on the way of an exception, which they keep alive. Knows no machine.

use super::attribute::Loaded;
use super::compare::is_identical;
use super::exception::{Exception, Held};
use super::heap::Heap;
use super::value::{Object, Ref, Value};
use crate::bytecode::cpython::{self, Opcode};
use crate::bytecode::{Instr, SURPLUS};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A place on an exception's way.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Trace {
    pub exception: Value,
    /// Which entry of the exception's trace it begins with; 0 is the innermost.
    pub at: u32,
    /// Whether it is what `tb_frame` gives, not the traceback itself.
    pub is_frame: bool,
}

/// `exception.__traceback__`: None where it was never raised. Borrows the exception, gives an owned reference.
pub fn of_exception(heap: &mut Heap, exception: Value) -> Value {
    let length = heap.as_exception(exception).map_or(0, |it| it.trace.len());
    match length.checked_sub(1) {
        Some(at) => made(heap, Trace { exception, at: at as u32, is_frame: false }),
        None => Value::None,
    }
}

/// By the exception; of each by the entry, and whether it is a frame.
pub type Known = HashMap<Ref, BTreeMap<(u32, bool), Ref>>;

/// With so many exceptions, and each time that they have doubled, the dead ones are forgotten.
const MANY: usize = 256;

/// The traceback or frame: the same object as long as the program has it.
fn made(heap: &mut Heap, trace: Trace) -> Value {
    let Value::Obj(exception) = trace.exception else { return Value::None };
    let key = (trace.at, trace.is_frame);
    let known = heap.traces.get(&exception).and_then(|known| known.get(&key)).copied();
    if let Some(known) = known.filter(|known| heap.is_alive(*known)) {
        return heap.keep(Value::Obj(known));
    }
    heap.keep(trace.exception);
    let value = heap.take_object(Object::Trace(trace));
    if let Value::Obj(at) = value {
        know(heap, exception, key, at);
    }
    value
}

fn know(heap: &mut Heap, exception: Ref, key: (u32, bool), at: Ref) {
    if heap.traces.len() >= MANY && heap.traces.len().is_power_of_two() {
        let mut known = std::mem::take(&mut heap.traces);
        known.retain(|_, of| of.values().any(|at| heap.is_alive(*at)));
        heap.traces = known;
    }
    heap.traces.entry(exception).or_default().insert(key, at);
}

/// The exception's way is about to be another one: tracebacks of it that live keep the old one, as that of a copy.
fn part_from(heap: &mut Heap, exception: Ref) {
    let mut found = heap.traces.remove(&exception).unwrap_or_default();
    found.retain(|_, at| heap.is_alive(*at));
    // One that the exception was given may be of another's way.
    let is_its =
        |at: Ref| as_trace(heap, Value::Obj(at)).is_some_and(|it| is_identical(it.exception, Value::Obj(exception)));
    found.retain(|_, at| is_its(*at));
    if found.is_empty() {
        return;
    }
    let Some(copy) = heap.as_exception(Value::Obj(exception)).cloned() else { return };
    let mut parts = Vec::new();
    copy.for_each_value(|value| parts.push(value));
    heap.keep_all(&parts);
    let copy = heap.take_object(Object::Exception(Box::new(copy)));
    let Value::Obj(own) = copy else { return };
    for (key, at) in found {
        if let Some(Object::Trace(trace)) = heap.get_mut(at) {
            trace.exception = copy;
            heap.keep(copy);
            heap.drop_object(exception);
        }
        know(heap, own, key, at);
    }
    heap.drop_value(copy);
}

pub fn as_trace(heap: &Heap, value: Value) -> Option<Trace> {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Trace(trace) => Some(*trace),
            _ => None,
        },
        _ => None,
    }
}

/// Gives the exception the way of a traceback, or none. False where the value is neither. Borrows both.
pub fn set(heap: &mut Heap, exception: Value, value: Value) -> bool {
    let way = match (value, as_trace(heap, value)) {
        (Value::None, _) => Vec::new(),
        (_, Some(trace)) if !trace.is_frame => places(heap, trace).to_vec(),
        _ => return false,
    };
    let Value::Obj(of) = exception else { return true };
    let length = way.len();
    if heap.as_exception(exception).is_some_and(|exception| exception.trace != way) {
        part_from(heap, of);
    }
    let left = heap.as_exception_mut(exception).map(|exception| shortened(exception, way)).unwrap_or_default();
    heap.drop_all(left);
    if let Value::Obj(at) = value {
        know(heap, of, (length.saturating_sub(1) as u32, false), at);
    }
    true
}

/// Another way for the exception. Where that is the beginning of its own, gives what other frames' variables held: frames
/// know by whom they were called, but not what else the exception came through.
fn shortened(exception: &mut Exception, way: Vec<(u32, u32)>) -> Vec<Value> {
    let length = way.len();
    let is_beginning = exception.trace.starts_with(&way);
    exception.trace = way;
    let is_left = |held: &mut Held| is_beginning && held.length as usize > length && (length == 0 || held.of_generator);
    exception.held.extract_if(.., is_left).map(|held| held.value).collect()
}

/// Units and instructions from the innermost to where the trace begins.
pub fn places(heap: &Heap, trace: Trace) -> &[(u32, u32)] {
    let all = heap.as_exception(trace.exception).map_or(&[][..], |it| &it.trace);
    &all[..all.len().min(trace.at as usize + 1)]
}

/// What a traceback or a frame tells.
pub fn attribute(heap: &mut Heap, value: Value, symbol: u32) -> Option<Loaded> {
    let trace = as_trace(heap, value)?;
    if heap.as_generator(trace.exception).is_some() {
        return of_generator(heap, trace.exception, symbol);
    }
    let (unit, before) = *places(heap, trace).last()?;
    let found = match (trace.is_frame, &**heap.symbols.name(symbol)) {
        (false, "tb_lineno") | (true, "f_lineno") => Value::Int(line(heap, trace)?),
        (false, "tb_lasti") | (true, "f_lasti") => offset(heap, unit, before, called(heap, trace)),
        (false, "tb_frame") => made(heap, Trace { is_frame: true, ..trace }),
        (false, "tb_next") => match trace.at.checked_sub(1) {
            Some(at) => made(heap, Trace { at, ..trace }),
            None => Value::None,
        },
        (true, "f_code") => heap.take_object(Object::Code(unit)),
        (true, "f_back") => {
            let length = heap.as_exception(trace.exception)?.trace.len();
            match (trace.at as usize + 1) < length {
                true => made(heap, Trace { at: trace.at + 1, ..trace }),
                false => Value::None,
            }
        }
        // The library knows an exception by it.
        (false, "_exception") => heap.keep(trace.exception),
        (false, "_length") => Value::Int(places(heap, trace).len() as i64),
        _ => return None,
    };
    Some(Loaded::Plain(found))
}

/// Where the instruction stands in CPython's code; or, where it has called a Python function, the last of its caches.
fn offset(heap: &Heap, unit: u32, instr: u32, has_called: bool) -> Value {
    let code = &heap.function_facts[unit as usize].code;
    let is_call = matches!(code.instrs[instr as usize], Instr::CALL(_) | Instr::CALL_KW(..));
    let caches = if has_called && is_call { u32::from(Opcode::CALL.caches()) } else { 0 };
    Value::Int((cpython::listing(code).offset_of(instr as usize) + 2 * caches).into())
}

/// Whether the frame has entered another one of the program.
fn called(heap: &Heap, trace: Trace) -> bool {
    let inner = places(heap, trace).iter().rev().nth(1);
    inner.is_some_and(|(unit, _)| !heap.function_facts[*unit as usize].code.is_library)
}

/// The frame of a generator or coroutine that has not ended. Borrows it, gives an owned reference.
pub fn frame_of(heap: &mut Heap, generator: Value) -> Value {
    made(heap, Trace { exception: generator, at: 0, is_frame: true })
}

fn of_generator(heap: &mut Heap, value: Value, symbol: u32) -> Option<Loaded> {
    let generator = heap.as_generator(value)?;
    let (unit, before) = (generator.unit, generator.pc.saturating_sub(1));
    let found = match &**heap.symbols.name(symbol) {
        "f_lineno" => Value::Int(line_of(heap, unit, before)?),
        "f_lasti" => offset(heap, unit, before, false),
        "f_code" => heap.take_object(Object::Code(unit)),
        "f_locals" => locals_of(heap, value)?,
        "f_back" | "f_trace" => Value::None,
        _ => return None,
    };
    Some(Loaded::Plain(found))
}

/// Its local variables that have a value; none while it runs. Owned.
fn locals_of(heap: &mut Heap, value: Value) -> Option<Value> {
    let generator = heap.as_generator(value)?;
    let code = Arc::clone(&heap.function_facts.get(generator.unit as usize)?.code);
    let window: Vec<Value> = generator.window.iter().copied().take(code.varnames.len()).collect();
    let made = heap.new_dict();
    for (name, value) in code.varnames.iter().zip(window) {
        let value = match value {
            Value::Obj(at) if let Object::Cell(inside) = heap.get(at) => *inside,
            other => other,
        };
        if **name == *SURPLUS {
            let _ = super::names::add_surplus(heap, made, value);
        }
        if !matches!(value, Value::Unbound) && !name.starts_with('.') {
            let name = heap.new_str(&**name);
            heap.keep(value);
            // A text has a hash and is compared natively, so this cannot fail.
            let _ = super::dict::take_insert(heap, made, name, value);
        }
    }
    Some(made)
}

/// File, line and name of a frame, for its `repr`.
pub fn place(heap: &Heap, trace: Trace) -> Option<(String, i64, String)> {
    let (unit, instruction) = match heap.as_generator(trace.exception) {
        Some(generator) => (generator.unit, generator.pc.saturating_sub(1)),
        None => *places(heap, trace).last()?,
    };
    let code = &heap.function_facts.get(unit as usize)?.code;
    Some((heap.settings.path_of(code.source.file()), line_of(heap, unit, instruction)?, code.name.clone()))
}

fn line(heap: &Heap, trace: Trace) -> Option<i64> {
    let (unit, instruction) = *places(heap, trace).last()?;
    line_of(heap, unit, instruction)
}

fn line_of(heap: &Heap, unit: u32, instruction: u32) -> Option<i64> {
    let code = &heap.function_facts.get(unit as usize)?.code;
    let span = code.source.in_file(code.places.get(instruction as usize)?.span);
    Some(code.source.file().place(span.start).line as i64)
}
