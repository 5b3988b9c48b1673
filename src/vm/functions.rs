//! The built-in functions on numbers and collections.

use super::arguments::{Arguments, index, not_an_integer};
use super::arith::binary;
use super::compare::is_less;
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::{truth, type_name};
use super::long_range::{self, LongRange};
use super::noted::Note;
use super::numeric::Number;
use super::value::{Object, Range, Value};
use super::{class, iter, list_methods, rounding, symbols};
use crate::bytecode::{BinaryOp, Instr};
use num_traits::{ToPrimitive, Zero};

pub fn len(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    length(heap, value)
}

/// `len(value)`.
pub fn length(heap: &Heap, value: Value) -> Result<Value> {
    let found = match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Str(text) => Some(text.chars as u64),
            Object::Bytes(bytes) => Some(bytes.len() as u64),
            Object::Bytearray(bytes) => Some(bytes.len() as u64),
            Object::List(items) => Some(items.len() as u64),
            Object::Tuple(items) => Some(items.len() as u64),
            Object::Range(range) => Some(range.len()),
            Object::LongRange(range) => Some(range.len().to_u64().unwrap_or(u64::MAX)),
            Object::Dict(table) | Object::Set(table, _) => Some(table.len() as u64),
            Object::Deque(deque) => Some(deque.items.len() as u64),
            Object::DictView(_, over) => heap.as_table(*over).map(|table| table.len() as u64),
            Object::Instance(_) | Object::Class(_) if class::special(heap, value, symbols::LEN).is_some() => {
                return Err(error::needs_python());
            }
            Object::Instance(instance) if !matches!(instance.base, Value::Unbound) => {
                return length(heap, instance.base);
            }
            _ => None,
        },
        _ => None,
    };
    match found.map(i64::try_from) {
        Some(Ok(length)) => Ok(Value::Int(length)),
        Some(Err(_)) => Err(error::overflow_error("Python int too large to convert to C ssize_t")),
        None => Err(error::type_error(format!("object of type '{}' has no len()", type_name(heap, value)))),
    }
}

pub fn range(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 3)?;
    let (start, stop, step) = match *given {
        [start, stop, step] => (start, stop, step),
        [start, stop] => (start, stop, Value::Int(1)),
        [stop] => (Value::Int(0), stop, Value::Int(1)),
        _ => (Value::Int(0), Value::Int(0), Value::Int(1)),
    };
    if let (Value::Int(start), Value::Int(stop), Value::Int(step)) = (start, stop, step)
        && step != 0
    {
        let range = Range { start, stop, step };
        return Ok(match i64::try_from(range.len()) {
            Ok(_) => heap.new_range(range),
            Err(_) => long_range::take(heap, range.into()),
        });
    }
    let part = |value| Number::of(heap, value).and_then(Number::to_big).ok_or_else(|| not_an_integer(heap, value));
    let (start, stop, step) = (part(start)?.into_owned(), part(stop)?.into_owned(), part(step)?.into_owned());
    if step.is_zero() {
        return Err(error::value_error("range() arg 3 must not be zero"));
    }
    Ok(long_range::take(heap, LongRange { start, stop, step }))
}

pub fn sum(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [over, start] = arguments.of(["", "start"], 1, 2)?;
    let (over, start) = (over.unwrap_or(Value::None), start.unwrap_or(Value::Int(0)));
    refuse_texts(heap, start)?;
    let mut total = heap.keep(start);
    let added = iter::for_each(heap, over, |heap, item| {
        let next = match (total, item) {
            (Value::Int(a), Value::Int(b)) if a.checked_add(b).is_some() => Value::Int(a.wrapping_add(b)),
            _ => binary(heap, BinaryOp::Add, total, item)?,
        };
        heap.drop_value(std::mem::replace(&mut total, next));
        Ok(true)
    });
    if added.is_err() {
        heap.drop_value(total);
    }
    added.map(|()| total)
}

/// What is joined is not summed.
fn refuse_texts(heap: &Heap, start: Value) -> Result<()> {
    let (what, empty) = match start {
        _ if heap.as_str(start).is_some() => ("strings", "''"),
        _ if heap.is_bytearray(start) => ("bytearray", "b''"),
        _ if heap.as_bytes(start).is_some() => ("bytes", "b''"),
        _ => return Ok(()),
    };
    Err(error::type_error(format!("sum() can't sum {what} [use {empty}.join(seq) instead]")))
}

pub fn min(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    extreme(heap, arguments, is_less)
}

pub fn max(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    extreme(heap, arguments, |heap, item, best| {
        super::compare::compare(heap, crate::bytecode::CompareOp::Gt, item, best)
    })
}

fn extreme(
    heap: &mut Heap,
    arguments: Arguments,
    is_better: impl Fn(&Heap, Value, Value) -> Result<bool>,
) -> Result<Value> {
    let name = arguments.function;
    arguments.unpacked(1, usize::MAX)?;
    if arguments.keyword("key", &["key", "default"])?.is_some_and(|key| !matches!(key, Value::None)) {
        return Err(error::needs_python());
    }
    let default = arguments.keyword("default", &["key", "default"])?;
    let items = match arguments.positional {
        [all] => {
            let items = iter::collect(heap, *all)?;
            let comparison = super::list_methods::comparison(heap, &items);
            let is_number = comparison == Note::Compare;
            heap.note_many(if is_number { Note::InOrder } else { comparison }, items.len());
            heap.note_many(Note::Item, if is_number { items.len() } else { 0 });
            items
        }
        [..] if default.is_some() => {
            return Err(error::type_error(format!(
                "Cannot specify a default for {name}() with multiple positional arguments"
            )));
        }
        several => {
            heap.note(Note::Extreme);
            heap.keep_all(several)
        }
    };
    let best = items.iter().copied().map(Ok).reduce(|best: Result<Value>, item| {
        let (best, item) = (best?, item?);
        Ok(if is_better(heap, item, best)? { item } else { best })
    });
    let best = match (best, default) {
        (Some(best), _) => best,
        (None, Some(default)) => Ok(default),
        (None, None) => Err(error::value_error(format!("{name}() arg is an empty sequence"))),
    };
    let best = best.map(|best| heap.keep(best));
    heap.drop_all(items);
    best
}

pub fn abs(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    match Number::of(heap, value) {
        Some(Number::Float(number)) => Ok(Value::float(number.abs())),
        Some(number) if number.order(Number::Small(0)) == Some(std::cmp::Ordering::Less) => {
            super::arith::unary(heap, Instr::UNARY_NEGATIVE, value)
        }
        Some(_) => super::arith::unary(heap, Instr::UNARY_POSITIVE, value),
        None if super::arith::is_own(heap, value) => Err(error::needs_python()),
        None if let Some(number) = super::complex::of(heap, value) => super::complex::size(number).map(Value::float),
        None => Err(error::type_error(format!("bad operand type for abs(): '{}'", type_name(heap, value)))),
    }
}

pub fn round(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [number, digits] = arguments.of(["number", "ndigits"], 1, 2)?;
    let digits = match digits {
        None | Some(Value::None) => None,
        Some(digits) => Some(index(heap, digits)?),
    };
    rounding::round(heap, number.unwrap_or(Value::None), digits)
}

pub fn divmod(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let numbers = given.iter().filter_map(|value| Number::of(heap, *value));
    match numbers.collect::<Vec<_>>().as_slice() {
        [left, right] if left.is_float() || right.is_float() => {
            if right.order(Number::Small(0)) == Some(std::cmp::Ordering::Equal) {
                return Err(error::zero_division_error("float divmod()"));
            }
        }
        [_, _] => {}
        _ if given.iter().any(|value| super::arith::is_own(heap, *value)) => return Err(error::needs_python()),
        _ => {
            let (left, right) = (type_name(heap, given[0]), type_name(heap, given[1]));
            return Err(error::type_error(format!("unsupported operand type(s) for divmod(): '{left}' and '{right}'")));
        }
    }
    let quotient = binary(heap, BinaryOp::FloorDivide, given[0], given[1])?;
    match binary(heap, BinaryOp::Remainder, given[0], given[1]) {
        Ok(rest) => Ok(heap.take_tuple([quotient, rest])),
        Err(raise) => {
            heap.drop_value(quotient);
            Err(raise)
        }
    }
}

pub fn pow(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [base, exponent, modulus] = arguments.of(["base", "exp", "mod"], 2, 3)?;
    let (base, exponent) = (base.unwrap_or(Value::None), exponent.unwrap_or(Value::None));
    match modulus {
        None | Some(Value::None) => binary(heap, BinaryOp::Power, base, exponent),
        Some(modulus) => power_modulo(heap, &[base, exponent, modulus]),
    }
}

/// A number that is made takes as long as so many products.
const MAKING: u64 = 12;

/// What a power by squares takes, with a remainder after each: as long as so many products of digits of 30 bits.
fn products_of_power(exponent: &num_bigint::BigInt, modulus: &num_bigint::BigInt) -> usize {
    let digits = modulus.bits().div_ceil(30);
    let factors = exponent.bits() + exponent.bits() / 2;
    usize::try_from(factors.saturating_mul(2 * (digits * digits + MAKING))).unwrap_or(usize::MAX)
}

fn power_modulo(heap: &mut Heap, given: &[Value]) -> Result<Value> {
    let parts: Option<Vec<_>> =
        given.iter().map(|value| Some(Number::of(heap, *value)?.to_big()?.into_owned())).collect();
    let Some([base, exponent, modulus]) = parts.as_deref() else {
        return Err(error::type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    };
    heap.note_many(Note::Product, products_of_power(exponent, modulus));
    let zero = num_bigint::BigInt::from(0);
    if *modulus == zero {
        return Err(error::value_error("pow() 3rd argument cannot be 0"));
    }
    let result = match *exponent < zero {
        true => base.modinv(modulus).map(|inverse| inverse.modpow(&-exponent, modulus)),
        false => Some(base.modpow(exponent, modulus)),
    };
    match result {
        Some(result) => Ok(heap.new_int(result)),
        None => Err(error::value_error("base is not invertible for the given modulus")),
    }
}

pub fn all(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let mut holds = true;
    iter::for_each(heap, arguments.only(1, 1)?[0], |heap, item| {
        holds = truth(heap, item)?;
        Ok(holds)
    })?;
    Ok(Value::bool(holds))
}

pub fn any(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let mut holds = false;
    iter::for_each(heap, arguments.only(1, 1)?[0], |heap, item| {
        holds = truth(heap, item)?;
        Ok(!holds)
    })?;
    Ok(Value::bool(holds))
}

pub fn sorted(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let mut items = iter::collect(heap, arguments.unpacked(1, 1)?[0])?;
    match list_methods::sort_items(heap, &mut items, arguments.function("sort")) {
        Ok(()) => Ok(heap.take_list(items)),
        Err(raise) => {
            heap.drop_all(items);
            Err(raise)
        }
    }
}

pub fn reversed(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, usize::MAX)?;
    let value = arguments.unpacked(1, 1)?[0];
    if let Some(iterator) = super::view_operations::reversed(heap, value)? {
        return Ok(iterator);
    }
    if heap.as_instance(value).is_some() && heap.as_deque(value).is_some() {
        return Err(error::needs_python());
    }
    if heap.is_set(value) && !super::arith::is_own(heap, value) {
        return Err(error::type_error(format!("'{}' object is not reversible", type_name(heap, value))));
    }
    if let Some(range) = long_range::long(heap, value) {
        let items = Box::new(range.reversed());
        return Ok(heap.take_object(Object::LongRangeIter(items)));
    }
    let length = len(heap, Arguments { function: "len", class: "", positional: &[value], keywords: &[] });
    match length {
        Ok(Value::Int(length)) => {
            heap.keep(value);
            Ok(heap.take_object(Object::ReversedIter(value, length as usize)))
        }
        _ if super::arith::is_own(heap, value) => Err(error::needs_python()),
        _ => Err(error::type_error(format!("'{}' object is not reversible", type_name(heap, value)))),
    }
}

/// Whoever counts from further away may leave 64 bits.
const MOST_COUNTED: u64 = 1 << 62;

pub fn enumerate(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    if arguments.positional.is_empty() && arguments.keywords.is_empty() {
        return Err(error::type_error("enumerate() missing required argument 'iterable'"));
    }
    let [over, start] = arguments.of(["iterable", "start"], 1, 2)?;
    let start = start.map_or(Ok(0), |start| index(heap, start))?;
    let over = iter::iterator(heap, over.unwrap_or(Value::None))?;
    if iter::is_driven_by_python(heap, over) || start.unsigned_abs() > MOST_COUNTED {
        heap.drop_value(over);
        return Err(error::needs_python());
    }
    Ok(heap.take_object(Object::Enumerate(over, start)))
}

pub fn zip(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    if let Some(strict) = arguments.keyword("strict", &["strict"])?
        && truth(heap, strict)?
    {
        return Err(error::needs_python());
    }
    let mut over = Vec::new();
    for value in arguments.count(0, usize::MAX)? {
        match iter::iterator(heap, *value) {
            Ok(iterator) if iter::is_driven_by_python(heap, iterator) => {
                heap.drop_value(iterator);
                heap.drop_all(over);
                return Err(error::needs_python());
            }
            Ok(iterator) => over.push(iterator),
            Err(raise) => {
                heap.drop_all(over);
                return Err(raise);
            }
        }
    }
    Ok(heap.take_object(Object::Zip(over.into())))
}

pub fn isinstance(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    if class::has_hook(heap, given[1], symbols::INSTANCECHECK) {
        return Err(error::needs_python());
    }
    match class::is_any_of(heap, class::class_of(heap, given[0]), given[1], 0) {
        Some(is) => Ok(Value::bool(is)),
        None => Err(super::generic::no_class(heap, given[1], "isinstance() ", "type, a tuple of types")),
    }
}

pub fn hex(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    in_radix(heap, arguments, 16, "0x")
}

pub fn oct(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    in_radix(heap, arguments, 8, "0o")
}

pub fn bin(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    in_radix(heap, arguments, 2, "0b")
}

fn in_radix(heap: &mut Heap, arguments: Arguments, radix: u32, prefix: &str) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let Some(number) = Number::of(heap, value).and_then(Number::to_big) else {
        return Err(not_an_integer(heap, value));
    };
    let digits = number.magnitude().to_str_radix(radix);
    let sign = if number.sign() == num_bigint::Sign::Minus { "-" } else { "" };
    Ok(heap.new_str(format!("{sign}{prefix}{digits}")))
}
