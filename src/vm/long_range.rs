//! Ranges that 64 bits do not suffice for: their ends, their step or their length.

use super::error::{self, Result};
use super::heap::Heap;
use super::numeric::{Number, float_to_int};
use super::packed;
use super::repr::decimal;
use super::value::{Object, Range, Value};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use serde::{Deserialize, Serialize};

/// `range(start, stop, step)`; the step is not zero.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LongRange {
    #[serde(with = "packed::big")]
    pub start: BigInt,
    #[serde(with = "packed::big")]
    pub stop: BigInt,
    #[serde(with = "packed::big")]
    pub step: BigInt,
}

/// The integers `next`, `next + step`, … , `left` of them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LongRangeIter {
    #[serde(with = "packed::big")]
    next: BigInt,
    #[serde(with = "packed::big")]
    pub left: BigInt,
    #[serde(with = "packed::big")]
    step: BigInt,
}

impl From<Range> for LongRange {
    fn from(Range { start, stop, step }: Range) -> LongRange {
        LongRange { start: start.into(), stop: stop.into(), step: step.into() }
    }
}

impl LongRange {
    pub fn len(&self) -> BigInt {
        let (distance, step) = match self.step.is_positive() {
            true => (&self.stop - &self.start, self.step.clone()),
            false => (&self.start - &self.stop, -&self.step),
        };
        if distance.is_positive() { (distance - 1u8) / step + 1u8 } else { BigInt::zero() }
    }

    pub fn has_items(&self) -> bool {
        !self.len().is_zero()
    }

    fn item(&self, at: &BigInt) -> BigInt {
        &self.start + at * &self.step
    }

    /// The index of an item.
    fn place_of(&self, item: &BigInt) -> Option<BigInt> {
        let (at, rest) = (item - &self.start).div_rem(&self.step);
        (rest.is_zero() && !at.is_negative() && at < self.len()).then_some(at)
    }

    /// Two ranges are equal that have the same items.
    pub fn equals(&self, other: &LongRange) -> bool {
        let length = self.len();
        let same_items = self.start == other.start && (length == BigInt::from(1u8) || self.step == other.step);
        length == other.len() && (length.is_zero() || same_items)
    }

    /// `start`, `stop` or `step`.
    pub fn part(&self, name: &str) -> &BigInt {
        match name {
            "start" => &self.start,
            "stop" => &self.stop,
            _ => &self.step,
        }
    }

    pub fn text(&self) -> Result<String> {
        let (start, stop) = (decimal(&self.start)?, decimal(&self.stop)?);
        Ok(match self.step == BigInt::from(1u8) {
            true => format!("range({start}, {stop})"),
            false => format!("range({start}, {stop}, {})", decimal(&self.step)?),
        })
    }

    pub fn items(&self) -> LongRangeIter {
        LongRangeIter { next: self.start.clone(), left: self.len(), step: self.step.clone() }
    }

    pub fn reversed(&self) -> LongRangeIter {
        let left = self.len();
        LongRangeIter { next: self.item(&(&left - 1u8)), left, step: -&self.step }
    }

    /// The items at the places of a slice with these parts. The rules are those of `compute_slice`.
    fn sliced(&self, [start, stop, step]: [Option<BigInt>; 3]) -> Result<LongRange> {
        let step = step.unwrap_or_else(|| 1.into());
        if step.is_zero() {
            return Err(error::value_error("slice step cannot be zero"));
        }
        let length = self.len();
        let (low, high) = match step.is_negative() {
            true => (BigInt::from(-1), &length - 1u8),
            false => (BigInt::zero(), length.clone()),
        };
        let place = |part: Option<BigInt>, default: &BigInt| match part {
            None => default.clone(),
            Some(at) if at.is_negative() => (at + &length).max(low.clone()),
            Some(at) => at.min(high.clone()),
        };
        let (first, last) = if step.is_negative() { (&high, &low) } else { (&low, &high) };
        let (start, stop) = (place(start, first), place(stop, last));
        Ok(LongRange { start: self.item(&start), stop: self.item(&stop), step: &self.step * step })
    }
}

impl Iterator for LongRangeIter {
    type Item = BigInt;

    fn next(&mut self) -> Option<BigInt> {
        if !self.left.is_positive() {
            return None;
        }
        self.left -= 1;
        let after = &self.next + &self.step;
        Some(std::mem::replace(&mut self.next, after))
    }
}

/// Any range, as a long one.
pub fn of(heap: &Heap, value: Value) -> Option<LongRange> {
    let Value::Obj(at) = value else { return None };
    match heap.get(at) {
        Object::Range(range) => Some((*range).into()),
        Object::LongRange(range) => Some((**range).clone()),
        _ => None,
    }
}

/// One that 64 bits do not suffice for.
pub fn long(heap: &Heap, value: Value) -> Option<&LongRange> {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::LongRange(range) => Some(range),
            _ => None,
        },
        _ => None,
    }
}

/// A range, which is a long one only where it has to be.
pub fn take(heap: &mut Heap, range: LongRange) -> Value {
    let fitting = [&range.start, &range.stop, &range.step].map(ToPrimitive::to_i64);
    match fitting {
        [Some(start), Some(stop), Some(step)] if range.len().to_i64().is_some() => {
            heap.new_range(Range { start, stop, step })
        }
        _ => heap.take_object(Object::LongRange(Box::new(range))),
    }
}

/// The index of a value in a range, if it is in it. What is no number is left to the library.
pub fn place(heap: &Heap, range: &LongRange, value: Value) -> Result<Option<BigInt>> {
    if super::arith::is_own(heap, value) {
        return Err(error::needs_python());
    }
    Ok(match Number::of(heap, value) {
        Some(Number::Float(number)) if number.fract() == 0.0 => range.place_of(&float_to_int(number)),
        Some(number) => number.to_big().and_then(|number| range.place_of(&number)),
        None => None,
    })
}

/// `range[index]`.
pub fn load(heap: &mut Heap, range: &LongRange, index: Value) -> Result<Value> {
    if parts_of_slice(heap, index).is_some() {
        return slice(heap, range, index);
    }
    let Some(at) = Number::of(heap, index).and_then(Number::to_big) else {
        return Err(super::subscript::not_an_index(heap, index, "range object"));
    };
    let length = range.len();
    let at = if at.is_negative() { &*at + &length } else { at.into_owned() };
    if at.is_negative() || at >= length {
        return Err(error::index_error("range object index out of range"));
    }
    Ok(heap.new_int(range.item(&at)))
}

/// `range[start:stop:step]`, of a slice.
pub fn slice(heap: &mut Heap, range: &LongRange, index: Value) -> Result<Value> {
    let parts = parts_of_slice(heap, index).unwrap_or([Value::None; 3]);
    let part = |part: Value| match Number::of(heap, part) {
        Some(number) if !number.is_float() => Ok(number.to_big().map(std::borrow::Cow::into_owned)),
        _ => super::subscript::slice_part(heap, part).map(|_| None),
    };
    let [start, stop, step] = parts.map(part);
    let sliced = range.sliced([start?, stop?, step?])?;
    Ok(take(heap, sliced))
}

fn parts_of_slice(heap: &Heap, index: Value) -> Option<[Value; 3]> {
    match index {
        Value::Obj(at) => match heap.get(at) {
            Object::Slice(parts) => Some(**parts),
            _ => None,
        },
        _ => None,
    }
}
