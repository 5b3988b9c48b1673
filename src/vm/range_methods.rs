//! Where a number stands in a range: found by arithmetic, never by a search. What is no number is left to the library.

use super::arguments::Arguments;
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::long_range;
use super::numeric::Number;
use super::value::{Object, Range, Value};

/// The index of a value in a range, if it is in it. Only objects that say themselves what they equal need Python.
pub fn place(heap: &Heap, range: &Range, value: Value) -> Result<Option<u64>> {
    if super::arith::is_own(heap, value) {
        return Err(error::needs_python());
    }
    Ok(match Number::of(heap, value) {
        Some(Number::Small(number)) => range.place_of(number),
        Some(Number::Float(number)) => whole(number).and_then(|number| range.place_of(number)),
        _ => None,
    })
}

/// The whole number that equals a float, where it fits 64 bits.
fn whole(number: f64) -> Option<i64> {
    let bound = -(i64::MIN as f64);
    (number.fract() == 0.0 && number >= -bound && number < bound).then_some(number as i64)
}

pub fn of(heap: &Heap, value: Value) -> Option<Range> {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Range(range) => Some(*range),
            _ => None,
        },
        _ => None,
    }
}

/// The index, as a value.
fn found(heap: &mut Heap, receiver: Value, wanted: Value) -> Result<Option<Value>> {
    if let Some(range) = long_range::long(heap, receiver) {
        let at = long_range::place(heap, range, wanted)?;
        return Ok(at.map(|at| heap.new_int(at)));
    }
    let at = of(heap, receiver).map_or(Ok(None), |range| place(heap, &range, wanted))?;
    Ok(at.map(|at| Value::Int(at as i64)))
}

pub fn index(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let wanted = arguments.only(1, 1)?[0];
    match found(heap, receiver, wanted)? {
        Some(at) => Ok(at),
        None if matches!(type_name(heap, wanted), "int" | "bool") => {
            let shown = super::repr::repr(heap, wanted)?;
            Err(error::value_error(format!("{shown} is not in range")))
        }
        None => Err(error::value_error("sequence.index(x): x not in sequence")),
    }
}

pub fn count(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let wanted = arguments.only(1, 1)?[0];
    let at = found(heap, receiver, wanted)?;
    heap.drop_all(at);
    Ok(Value::Int(at.is_some().into()))
}
