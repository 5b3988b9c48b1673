//! What the module `statistics` needs of exact numbers.

use crate::vm::arguments::{Arguments, not_an_integer};
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::numeric::{Number, float_to_int};
use crate::vm::value::Value;
use num_bigint::BigInt;

/// Numerator and denominator, the latter a power of two; a float that is not finite itself, and None.
pub fn ratio(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let parts = match Number::of(heap, value) {
        Some(Number::Float(number)) if !number.is_finite() => [value, Value::None],
        Some(Number::Float(number)) => {
            let (mut mantissa, mut exponent) = libm::frexp(number);
            // 53 bits at most, so this ends.
            while mantissa.fract() != 0.0 {
                mantissa *= 2.0;
                exponent -= 1;
            }
            let mantissa = float_to_int(mantissa);
            let one = BigInt::from(1);
            let (top, bottom) =
                if exponent >= 0 { (mantissa << exponent, one) } else { (mantissa, one << exponent.unsigned_abs()) };
            [heap.new_int(top), heap.new_int(bottom)]
        }
        Some(_) => [heap.keep(value), Value::Int(1)],
        None => return Err(not_an_integer(heap, value)),
    };
    Ok(heap.take_tuple(parts))
}

/// How many bits the integer has.
pub fn bits(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    match Number::of(heap, value).and_then(Number::to_big) {
        Some(number) => Ok(Value::Int(number.bits() as i64)),
        None => Err(not_an_integer(heap, value)),
    }
}
