//! `hash(value)`: CPython's for numbers and for what is made of them; texts and bytes, whose hashes CPython randomises, have
//! one of their own.

use super::class;
use super::dict::Dict;
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::long_range::LongRange;
use super::numeric::float_to_int;
use super::value::{Object, Value};
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

/// CPython's modulus for hashes of numbers.
const MODULUS: i64 = (1 << 61) - 1;

const NONE_HASH: i64 = 0xfca_86420;

/// `hash(value)`. Needs Python where a class says what it is.
pub fn hash(heap: &Heap, value: Value) -> Result<i64> {
    Ok(match value {
        Value::None => NONE_HASH,
        Value::Bool(holds) => i64::from(holds.get()),
        Value::Int(number) => int_hash(number),
        Value::Float(number) => float_hash(number.get()),
        Value::Builtin(builtin) => builtin as i64 + 1000,
        Value::Method(method) => method as i64 + 2000,
        Value::Exception(kind) => kind as i64 + 3000,
        Value::Native(native) => native as i64 + 5000,
        Value::Module(_) | Value::NotImplemented | Value::Ellipsis | Value::Unbound => 4000,
        Value::Obj(at) => match heap.get(at) {
            Object::Str(text) => text_hash(&text.text),
            Object::BigInt(number) => big_hash(number),
            Object::Complex(real, imaginary) => super::complex::hash(super::complex::Complex(*real, *imaginary)),
            Object::GenericAlias(origin, args) => hash(heap, *origin)? ^ hash(heap, *args)?,
            Object::Union(args) => {
                let all = heap.as_tuple(*args).unwrap_or_default();
                all.iter().try_fold(17, |sum, one| hash(heap, *one).map(|hash| sum ^ hash))?
            }
            Object::Tuple(items) => tuple_hash(heap, items)?,
            Object::Set(items, true) => frozenset_hash(items),
            Object::Range(range) => range_hash(&(*range).into())?,
            Object::LongRange(range) => range_hash(range)?,
            Object::Bytes(bytes) => bytes_hash(bytes),
            Object::List(_)
            | Object::Bytearray(_)
            | Object::Deque(_)
            | Object::Dict(_)
            | Object::Set(..)
            | Object::Slice(_) => {
                return Err(error::type_error(format!("unhashable type: '{}'", type_name(heap, value))));
            }
            Object::Instance(_) | Object::Exception(_) | Object::Class(_) if class::has_own_equality(heap, value) => {
                return Err(error::needs_python());
            }
            Object::Instance(instance) if !matches!(instance.base, Value::Unbound) => hash(heap, instance.base)
                .map_err(|raise| match raise.message.starts_with("unhashable type: ") {
                    true => error::type_error(format!("unhashable type: '{}'", type_name(heap, value))),
                    false => raise,
                })?,
            // A method that is taken of an object twice is the same one.
            Object::BoundFunction(function, of) => identity_hash(*function) ^ identity_hash(*of).rotate_left(7),
            Object::BoundMethod(method, of) => *method as i64 ^ identity_hash(*of).rotate_left(7),
            Object::Weak(target, _) => identity_hash(Value::Obj(*target)),
            _ => identity_hash(value),
        },
    })
}

/// The same for what is looked for in a set, where a set that can change counts as the frozen one with its items.
pub fn hash_in_set(heap: &Heap, value: Value) -> Result<i64> {
    match hash(heap, value) {
        Err(raise) if !raise.needs_python() && heap.is_set(value) => {
            heap.as_table(value).map(frozenset_hash).ok_or(raise)
        }
        other => other,
    }
}

/// Of what is equal to itself alone.
fn identity_hash(value: Value) -> i64 {
    match value {
        Value::Obj(at) => at.slot() as i64 * 16 + 8,
        _ => 0,
    }
}

#[inline]
pub fn int_hash(number: i64) -> i64 {
    match number {
        0..MODULUS => number,
        _ => number % MODULUS - i64::from(number % MODULUS == -1),
    }
}

#[inline]
pub fn text_hash(text: &str) -> i64 {
    bytes_hash(text.as_bytes())
}

#[inline]
fn bytes_hash(all: &[u8]) -> i64 {
    let mix = |hash: u64, part: u64| (hash.rotate_left(5) ^ part).wrapping_mul(0x517c_c1b7_2722_0a95);
    let (chunks, rest) = all.as_chunks::<8>();
    let mut hash = all.len() as u64;
    for chunk in chunks {
        hash = mix(hash, u64::from_le_bytes(*chunk));
    }
    if !rest.is_empty() {
        hash = mix(hash, rest.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)));
    }
    hash as i64
}

fn tuple_hash(heap: &Heap, items: &[Value]) -> Result<i64> {
    mixed(items.len(), items.iter().map(|item| hash(heap, *item)))
}

/// As CPython has it: that of a tuple of its length, its first item and its step, where it has so many.
fn range_hash(range: &LongRange) -> Result<i64> {
    let length = range.len();
    let start = if length.is_zero() { NONE_HASH } else { number_hash(&range.start) };
    let step = if length <= BigInt::from(1u8) { NONE_HASH } else { number_hash(&range.step) };
    mixed(3, [number_hash(&length), start, step].into_iter().map(Ok))
}

/// As CPython's `tuplehash`: xxHash's mixing, one lane an item.
fn mixed(count: usize, lanes: impl Iterator<Item = Result<i64>>) -> Result<i64> {
    const PRIMES: [u64; 3] = [11_400_714_785_074_694_791, 14_029_467_366_897_019_727, 2_870_177_450_012_600_261];
    let mut all = PRIMES[2];
    for lane in lanes {
        let lane = lane? as u64;
        all = all.wrapping_add(lane.wrapping_mul(PRIMES[1])).rotate_left(31).wrapping_mul(PRIMES[0]);
    }
    all = all.wrapping_add(count as u64 ^ PRIMES[2] ^ 3_527_539);
    Ok(if all == u64::MAX { 1_546_275_796 } else { all as i64 })
}

/// As CPython's `frozenset_hash`, in which the order does not matter.
fn frozenset_hash(items: &Dict) -> i64 {
    let shuffled = |hash: i64| ((hash as u64 ^ 89_869_747) ^ (hash as u64) << 16).wrapping_mul(3_644_798_167);
    let mut all = items.entries().fold(0, |all, entry| all ^ shuffled(entry.hash()));
    all ^= (items.len() as u64 + 1).wrapping_mul(1_927_868_237);
    all ^= (all >> 11) ^ (all >> 25);
    all = all.wrapping_mul(69_069).wrapping_add(907_133_923);
    if all == u64::MAX { 590_923_713 } else { all as i64 }
}

fn number_hash(number: &BigInt) -> i64 {
    number.to_i64().map_or_else(|| big_hash(number), int_hash)
}

fn big_hash(number: &BigInt) -> i64 {
    let hash = (number % BigInt::from(MODULUS)).to_i64().unwrap_or(0);
    if hash == -1 { -2 } else { hash }
}

pub fn float_hash(number: f64) -> i64 {
    if number.is_finite() && number.fract() == 0.0 {
        let whole = float_to_int(number);
        return match whole.to_i64() {
            Some(-1) => -2,
            Some(small) => small % MODULUS,
            None => big_hash(&whole),
        };
    }
    if !number.is_finite() {
        return match number {
            n if n.is_nan() => n.to_bits() as i64 >> 3,
            n if n > 0.0 => 314_159,
            _ => -314_159,
        };
    }
    fraction_hash(number)
}

/// CPython's hash of a number that is not whole: its value modulo 2^61 - 1, 28 bits at a time.
fn fraction_hash(number: f64) -> i64 {
    let (mut mantissa, mut exponent) = libm::frexp(number.abs());
    let mut hash: u64 = 0;
    while mantissa != 0.0 {
        hash = (hash << 28) & MODULUS as u64 | hash >> 33;
        mantissa *= f64::from(1 << 28);
        exponent -= 28;
        let digit = mantissa as u64;
        mantissa -= digit as f64;
        hash += digit;
        if hash >= MODULUS as u64 {
            hash -= MODULUS as u64;
        }
    }
    let turn = exponent.rem_euclid(61) as u32;
    let hash = ((hash << turn) & MODULUS as u64 | hash >> (61 - turn)) as i64;
    match number < 0.0 {
        true if hash == 1 => -2,
        true => -hash,
        false => hash,
    }
}
