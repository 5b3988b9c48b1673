//! The generator behind the module `random`: Mersenne Twister (Matsumoto and Nishimura, MT19937), seeded as CPython does,
//! so that the same seed gives the same numbers. Knows no distribution.

use crate::vm::arguments::{Arguments, index, not_an_integer};
use crate::vm::dict;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::numeric::Number;
use crate::vm::packed;
use crate::vm::value::{Object, Value};
use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{ToPrimitive, Zero};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha512};

const WORDS: usize = 624;
const SHIFT: usize = 397;

/// The state: 624 words, and how many of them have been used.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Twister {
    #[serde(with = "packed::words")]
    words: [u32; WORDS],
    used: usize,
}

impl Twister {
    fn of_number(seed: u32) -> Twister {
        let mut words = [0; WORDS];
        words[0] = seed;
        for at in 1..WORDS {
            let before = words[at - 1];
            words[at] = 1_812_433_253_u32.wrapping_mul(before ^ before >> 30).wrapping_add(at as u32);
        }
        Twister { words, used: WORDS }
    }

    /// The authors' `init_by_array`; an empty key counts as a zero.
    pub fn of_key(key: &[u32]) -> Twister {
        let key = if key.is_empty() { &[0] } else { key };
        let mut twister = Twister::of_number(19_650_218);
        let words = &mut twister.words;
        let mix = |words: &[u32; WORDS], at: usize, factor: u32| {
            let before = words[at - 1];
            words[at] ^ (before ^ before >> 30).wrapping_mul(factor)
        };
        let (mut at, mut next) = (1, 0);
        for _ in 0..WORDS.max(key.len()) {
            words[at] = mix(words, at, 1_664_525).wrapping_add(key[next]).wrapping_add(next as u32);
            at += 1;
            next = (next + 1) % key.len();
            if at == WORDS {
                words[0] = words[WORDS - 1];
                at = 1;
            }
        }
        for _ in 1..WORDS {
            words[at] = mix(words, at, 1_566_083_941).wrapping_sub(at as u32);
            at += 1;
            if at == WORDS {
                words[0] = words[WORDS - 1];
                at = 1;
            }
        }
        words[0] = 0x8000_0000;
        twister
    }

    fn refill(&mut self) {
        for at in 0..WORDS {
            let y = self.words[at] & 0x8000_0000 | self.words[(at + 1) % WORDS] & 0x7fff_ffff;
            let odd = if y & 1 == 0 { 0 } else { 0x9908_b0df };
            self.words[at] = self.words[(at + SHIFT) % WORDS] ^ y >> 1 ^ odd;
        }
        self.used = 0;
    }

    pub fn next_word(&mut self) -> u32 {
        if self.used >= WORDS {
            self.refill();
        }
        let mut y = self.words[self.used];
        self.used += 1;
        y ^= y >> 11;
        y ^= y << 7 & 0x9d2c_5680;
        y ^= y << 15 & 0xefc6_0000;
        y ^ y >> 18
    }

    /// From 0 to below 1, with 53 random bits.
    pub fn next_float(&mut self) -> f64 {
        let (high, low) = (self.next_word() >> 5, self.next_word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    /// At most 64 bits.
    fn next_small(&mut self, bits: u32) -> u64 {
        match bits {
            0 => 0,
            1..=32 => u64::from(self.next_word() >> (32 - bits)),
            _ => u64::from(self.next_word()) | u64::from(self.next_word() >> (64 - bits)) << 32,
        }
    }

    fn next_bits(&mut self, bits: u64) -> BigUint {
        let mut words: Vec<u32> = (0..bits.div_ceil(32)).map(|_| self.next_word()).collect();
        if let Some(last) = words.last_mut() {
            *last >>= (32 - bits % 32) % 32;
        }
        BigUint::new(words)
    }
}

/// What a generator that is told nothing begins with: each time another key, made of the interpreter's own.
fn unasked_key(heap: &mut Heap) -> Vec<u32> {
    heap.seeds_taken += 1;
    let (seed, nth) = (heap.settings.seed, heap.seeds_taken);
    [seed, nth].iter().flat_map(|number| [*number as u32, (number >> 32) as u32]).collect()
}

/// The number that a text or bytes stand for as a seed.
fn of_bytes(bytes: &[u8]) -> BigUint {
    BigUint::from_bytes_be(&[bytes, &Sha512::digest(bytes)].concat())
}

/// The key of a seed, as CPython's `seed(a, version=2)` makes it.
fn key_of(heap: &mut Heap, seed: Value) -> Result<Vec<u32>> {
    let number = match (seed, Number::of(heap, seed), heap.as_str(seed)) {
        (Value::None, ..) => return Ok(unasked_key(heap)),
        (_, Some(Number::Float(_)), _) => (dict::hash(heap, seed)? as u64).into(),
        (_, Some(number), _) => number.to_big().map_or_else(BigUint::zero, |number| number.magnitude().clone()),
        (_, _, Some(text)) => of_bytes(text.text.as_bytes()),
        _ if let Some(bytes) = heap.as_bytes(seed) => of_bytes(bytes),
        _ => {
            return Err(error::type_error(
                "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.",
            ));
        }
    };
    Ok(number.to_u32_digits())
}

pub fn new(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let seed = arguments.only(0, 1)?.first().copied().unwrap_or(Value::None);
    let key = key_of(heap, seed)?;
    Ok(heap.take_object(Object::Twister(Box::new(Twister::of_key(&key)))))
}

fn twister(heap: &mut Heap, value: Value) -> Result<&mut Twister> {
    if let Value::Obj(at) = value
        && let Some(Object::Twister(twister)) = heap.get_mut(at)
    {
        return Ok(twister);
    }
    Err(error::type_error("expected a generator of random numbers"))
}

pub fn seed(heap: &mut Heap, own: Value, arguments: Arguments) -> Result<Value> {
    let seed = arguments.only(0, 1)?.first().copied().unwrap_or(Value::None);
    let key = key_of(heap, seed)?;
    *twister(heap, own)? = Twister::of_key(&key);
    Ok(Value::None)
}

pub fn random(heap: &mut Heap, own: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    heap.note(Note::Drawn);
    Ok(Value::float(twister(heap, own)?.next_float()))
}

pub fn getrandbits(heap: &mut Heap, own: Value, arguments: Arguments) -> Result<Value> {
    let bits = index(heap, arguments.only(1, 1)?[0])?;
    let Ok(bits) = u64::try_from(bits) else {
        return Err(error::value_error("number of bits must be non-negative"));
    };
    if bits > crate::vm::int::MAX_BITS {
        return Err(error::memory_error(""));
    }
    let number = twister(heap, own)?.next_bits(bits);
    Ok(heap.new_int(BigInt::from(number)))
}

/// An integer from 0 to below the argument, all equally likely: bits are drawn until they fit.
pub fn below(heap: &mut Heap, own: Value, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    heap.note(Note::Below);
    match Number::of(heap, value) {
        Some(Number::Small(0)) => Ok(Value::Int(0)),
        Some(Number::Small(limit)) if limit > 0 => {
            let (twister, limit) = (twister(heap, own)?, limit as u64);
            let bits = u64::BITS - limit.leading_zeros();
            loop {
                let number = twister.next_small(bits);
                if number < limit {
                    return Ok(Value::Int(number as i64));
                }
            }
        }
        Some(Number::Big(limit)) if limit.sign() == Sign::Plus => {
            let limit = limit.magnitude().clone();
            let twister = twister(heap, own)?;
            let number = loop {
                let number = twister.next_bits(limit.bits());
                if number < limit {
                    break number;
                }
            };
            Ok(heap.new_int(number.into()))
        }
        Some(Number::Float(_)) | None => Err(not_an_integer(heap, value)),
        Some(_) => Err(error::value_error("the limit must not be negative")),
    }
}

/// The state as a tuple of 625 integers.
pub fn getstate(heap: &mut Heap, own: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let twister = twister(heap, own)?;
    let numbers = twister.words.iter().copied().chain([twister.used as u32]);
    let numbers: Vec<Value> = numbers.map(|number| Value::Int(number.into())).collect();
    Ok(heap.take_tuple(numbers))
}

pub fn setstate(heap: &mut Heap, own: Value, arguments: Arguments) -> Result<Value> {
    let state = arguments.only(1, 1)?[0];
    let Some(numbers) = heap.as_tuple(state) else { return Err(error::type_error("state vector must be a tuple")) };
    let numbers: Option<Vec<u32>> =
        numbers.iter().map(|number| Number::of(heap, *number)?.to_big()?.to_u32()).collect();
    let Some(numbers) = numbers.filter(|numbers| numbers.len() == WORDS + 1 && numbers[WORDS] as usize <= WORDS) else {
        return Err(error::value_error("state vector is the wrong size"));
    };
    let twister = twister(heap, own)?;
    twister.words.copy_from_slice(&numbers[..WORDS]);
    twister.used = numbers[WORDS] as usize;
    Ok(Value::None)
}

#[cfg(test)]
mod tests {
    use super::Twister;

    #[test]
    fn the_numbers_are_those_of_the_authors() {
        // The first outputs of the authors' own test, with the key 0x123, 0x234, 0x345, 0x456.
        let mut twister = Twister::of_key(&[0x123, 0x234, 0x345, 0x456]);
        assert_eq!([(); 5].map(|()| twister.next_word()), [1067595299, 955945823, 477289528, 4107218783, 4228976476]);
    }
}
