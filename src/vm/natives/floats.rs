//! The bits of floating-point numbers of 2, 4 and 8 bytes (IEEE 754), as the module `struct` packs them.

use crate::vm::arguments::{Arguments, index};
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::numeric::Number;
use crate::vm::value::Value;
use num_bigint::BigInt;

/// A number and how many bytes it shall have; an integer of so many bytes.
pub fn bits(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let Some(number) = Number::of(heap, given[0]) else { return Err(error::type_error("must be real number")) };
    let number = number.to_float()?;
    let too_large = |letter: char| error::overflow_error(format!("float too large to pack with {letter} format"));
    let bits = match index(heap, given[1])? {
        8 => number.to_bits(),
        4 => {
            let short = number as f32;
            if short.is_infinite() && number.is_finite() {
                return Err(too_large('f'));
            }
            short.to_bits().into()
        }
        _ => half_bits(number).ok_or_else(|| too_large('e'))?.into(),
    };
    Ok(heap.new_int(BigInt::from(bits)))
}

/// Rounded half to even; None where it is too large.
pub fn half_bits(number: f64) -> Option<u16> {
    let sign = if number.is_sign_negative() { 0x8000 } else { 0 };
    let size = number.abs();
    if number.is_nan() {
        return Some(sign | 0x7e00);
    }
    if size.is_infinite() {
        return Some(sign | 0x7c00);
    }
    // The steps between halves of this size, at least those of the smallest.
    let exponent = libm::ilogb(size.max(f64::from_bits(1))).max(-14);
    let steps = (size / libm::exp2(f64::from(exponent - 10))).round_ties_even() as u32;
    // Steps from 1024 on carry the exponent with them.
    let bits = steps + (((exponent + 14) as u32) << 10);
    (bits < 0x7c00).then_some(sign | bits as u16)
}

pub fn of_half(bits: u16) -> f64 {
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f64::from(bits & 1023));
    sign * match exponent {
        0 => fraction * libm::exp2(-24.0),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * libm::exp2(f64::from(exponent - 25)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_half_comes_back() {
        for bits in (0..0x7c00).chain(0x8000..0xfc00) {
            assert_eq!(half_bits(of_half(bits)), Some(bits), "{bits:#x}");
        }
    }

    #[test]
    fn halves_are_rounded_to_even_and_bounded() {
        assert_eq!(half_bits(1.0 + 1.0 / 2048.0), Some(0x3c00));
        assert_eq!(half_bits(65519.0), Some(0x7bff));
        assert_eq!(half_bits(65520.0), None);
        assert!(of_half(0x7e00).is_nan());
    }
}
