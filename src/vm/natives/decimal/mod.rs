//! The arithmetic of `decimal.Decimal` for what is common: finite numbers whose results need no condition that the context
//! raises. For anything else a function gives None, and the library's text goes on.

mod number;

use crate::vm::arguments::{Arguments, index};
use crate::vm::class::{self, Instance};
use crate::vm::construct;
use crate::vm::dict;
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::kind::truth;
use crate::vm::noted::Note;
use crate::vm::own;
use crate::vm::value::{Object, Value};
use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use number::{Limits, Number, Rounded, Rounding};

/// The largest precision that is done here.
const MOST_DIGITS: i64 = 5_000;

/// The attributes of a decimal number.
const PARTS: [&str; 3] = ["_sign", "_int", "_exp"];

fn of_size(size: &BigInt, is_negative: bool, exp: i64) -> Number {
    Number { is_negative, size: size.magnitude().clone(), exp }
}

/// A finite decimal number of the class, or an integer.
fn operand(heap: &Heap, value: Value, class: Value) -> Option<Number> {
    let small = |number: i64| Number { is_negative: number < 0, size: number.unsigned_abs().into(), exp: 0 };
    match value {
        Value::Int(number) => return Some(small(number)),
        Value::Bool(holds) => return Some(small(holds.get().into())),
        _ => {}
    }
    let Value::Obj(at) = value else { return None };
    match heap.get(at) {
        Object::BigInt(number) => Some(of_size(number, number.sign() == Sign::Minus, 0)),
        Object::Instance(instance) if class::is_subclass(heap, instance.class, class) => decimal(heap, instance),
        _ => None,
    }
}

fn decimal(heap: &Heap, instance: &Instance) -> Option<Number> {
    let [sign, size, exp] = PARTS.map(|name| own::get_named(heap, &instance.attributes, name));
    let (Value::Int(sign), Value::Int(exp)) = (sign?, exp?) else { return None };
    if exp.abs() > i64::MAX / 8 {
        return None;
    }
    match size? {
        Value::Int(size) => Some(Number { is_negative: sign == 1, size: size.unsigned_abs().into(), exp }),
        Value::Obj(at) => match heap.get(at) {
            Object::BigInt(size) => Some(of_size(size, sign == 1, exp)),
            _ => None,
        },
        _ => None,
    }
}

/// A new number of the class. Owned.
fn make(heap: &mut Heap, class: Value, number: Number) -> Value {
    if heap.collection_is_due() {
        heap.collect();
    }
    heap.note(Note::Instance);
    let size = heap.new_int(BigInt::from(number.size));
    let [sign_name, size_name, exp_name] = PARTS.map(|name| heap.symbols.of(name));
    let sign = Value::Int(number.is_negative.into());
    let attributes = vec![(sign_name, sign), (size_name, size), (exp_name, Value::Int(number.exp))];
    heap.keep(class);
    let instance = Instance { class, base: Value::Unbound, is_finalized: false, attributes };
    let made = heap.take_object(Object::Instance(Box::new(instance)));
    construct::note_finalizable(heap, class, made);
    made
}

/// What a context says, if its precision is no larger than what is done here; its rounding may be another.
fn limits(heap: &Heap, context: Value, rounding: Option<Value>) -> Option<Limits> {
    let instance = heap.as_instance(context)?;
    let get = |name| own::get_named(heap, &instance.attributes, name);
    let int = |name| match get(name)? {
        Value::Int(number) if number.abs() < i64::MAX / 8 => Some(number),
        _ => None,
    };
    let rounding = Rounding::named(&heap.as_plain_str(rounding.or_else(|| get("rounding"))?)?.text)?;
    let limits = Limits { prec: int("prec")?, least: int("Emin")?, most: int("Emax")?, rounding };
    (limits.prec <= MOST_DIGITS && int("clamp")? == 0).then_some(limits)
}

/// Notes the condition in the context; None where that raises it.
fn note_condition(heap: &mut Heap, context: Value, condition: Value) -> Option<()> {
    let instance = heap.as_instance(context)?;
    let [flags, traps] = ["flags", "traps"].map(|name| own::get_named(heap, &instance.attributes, name));
    let (flags, traps) = (flags?, traps?);
    let trap = dict::find(heap, traps, condition).ok()??;
    if truth(heap, heap.as_table(traps)?.entry(trap).value).ok()? {
        return None;
    }
    let flag = dict::find(heap, flags, condition).ok()??;
    if !truth(heap, heap.as_table(flags)?.entry(flag).value).ok()? {
        let old = heap.as_table_mut(flags)?.set_value(flag, Value::bool(true));
        heap.drop_value(old);
    }
    Some(())
}

/// The result as a number of the first of `known`, its class; the others are the conditions Rounded and Inexact.
fn finish(heap: &mut Heap, result: Option<Rounded>, context: Value, known: Value) -> Value {
    let known: [Value; 3] = match heap.as_tuple(known).and_then(|known| known.try_into().ok()) {
        Some(known) => known,
        None => return Value::None,
    };
    let [class, rounded, inexact] = known;
    let Some(result) = result else { return Value::None };
    for (holds, condition) in [(result.is_rounded, rounded), (result.is_inexact, inexact)] {
        if holds && note_condition(heap, context, condition).is_none() {
            return Value::None;
        }
    }
    make(heap, class, result.number)
}

fn class_of_known(heap: &Heap, known: Value) -> Value {
    heap.as_tuple(known).and_then(|known| known.first().copied()).unwrap_or(Value::None)
}

/// Two numbers, a context, what is known: the class and the conditions.
fn arithmetic(
    heap: &mut Heap,
    arguments: Arguments,
    calculate: impl Fn(&Number, &Number, &Limits) -> Option<Rounded>,
) -> Result<Value> {
    let [left, right, context, known] = *arguments.only(4, 4)? else { return Ok(Value::None) };
    let class = class_of_known(heap, known);
    let result = (|| {
        let (left, right) = (operand(heap, left, class)?, operand(heap, right, class)?);
        Some((left.size.bits(), right.size.bits(), calculate(&left, &right, &limits(heap, context, None)?)))
    })();
    let Some((left, right, result)) = result else { return Ok(Value::None) };
    let digits = |bits: u64| bits.div_ceil(60) as usize;
    heap.note_many(Note::Product, digits(left).saturating_mul(digits(right)).saturating_mul(4));
    Ok(finish(heap, result, context, known))
}

pub fn add(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arithmetic(heap, arguments, Number::add)
}

pub fn subtract(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arithmetic(heap, arguments, |left, right, limits| {
        left.add(&Number { is_negative: !right.is_negative, ..right.clone() }, limits)
    })
}

pub fn multiply(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arithmetic(heap, arguments, Number::multiply)
}

pub fn divide(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arithmetic(heap, arguments, Number::divide)
}

/// A number, one whose last place it shall have or that place itself, a rounding or None, a context, what is known.
pub fn quantize(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [value, pattern, rounding, context, known] = *arguments.only(5, 5)? else { return Ok(Value::None) };
    let class = class_of_known(heap, known);
    let result = (|| {
        let rounding = Some(rounding).filter(|rounding| !matches!(rounding, Value::None));
        let limits = limits(heap, context, rounding)?;
        operand(heap, value, class)?.quantize(operand(heap, pattern, class)?.exp, &limits)
    })();
    Ok(finish(heap, result, context, known))
}

/// -1, 0 or 1.
pub fn order(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [left, right, class] = *arguments.only(3, 3)? else { return Ok(Value::None) };
    let order = operand(heap, left, class).and_then(|left| left.order(&operand(heap, right, class)?));
    Ok(order.map_or(Value::None, |order| Value::Int(order as i64)))
}

pub fn hashed(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let number = heap.as_instance(value).and_then(|instance| decimal(heap, instance));
    Ok(number.map_or(Value::None, |number| Value::Int(number.hash())))
}

/// A class and a text.
pub fn read(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [class, text] = *arguments.only(2, 2)? else { return Ok(Value::None) };
    let Some(number) = heap.as_plain_str(text).and_then(|text| Number::read(&text.text)) else {
        return Ok(Value::None);
    };
    let places = number.size.bits().div_ceil(3) as usize;
    heap.note(Note::Conversion);
    heap.note_many(Note::Character, places);
    Ok(make(heap, class, number))
}

/// A number and whether exponents have capital letters.
pub fn text(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [value, capitals] = *arguments.only(2, 2)? else { return Ok(Value::None) };
    let has_capitals = index(heap, capitals)? != 0;
    let number = heap.as_instance(value).and_then(|instance| decimal(heap, instance));
    let Some(number) = number.filter(|number| number.size.to_u128().is_some()) else { return Ok(Value::None) };
    heap.note(Note::Conversion);
    Ok(heap.new_str(number.text(has_capitals)))
}

/// A number, a format specification, a context.
pub fn formatted(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [value, specification, context] = *arguments.only(3, 3)? else { return Ok(Value::None) };
    let text = (|| {
        let rounding = limits(heap, context, None)?.rounding;
        let specification = heap.as_plain_str(specification)?;
        decimal(heap, heap.as_instance(value)?)?.formatted(&specification.text, rounding)
    })();
    let Some(text) = text else { return Ok(Value::None) };
    heap.note(Note::Conversion);
    Ok(heap.new_str(text))
}
