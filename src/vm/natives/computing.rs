//! The native side of `hashlib` and `zlib`: what is computed with the lock let go.

use super::system::{bytes, text};
use crate::vm::arguments::{Arguments, index, not_an_integer};
use crate::vm::call::Outcome;
use crate::vm::error::{self, Result};
use crate::vm::exception::{self, ExceptionKind};
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::numeric::Number;
use crate::vm::system::hashing::{Blake2Settings, ScryptCost};
use crate::vm::system::{Computation, Hasher, Stream, SystemCall};
use crate::vm::value::{Object, Value};
use num_traits::ToPrimitive;

/// CPython computes the hash of so many bytes or more without the lock.
const HASH_THRESHOLD: usize = 2048;
/// And a checksum of more than so many.
const CHECKSUM_THRESHOLD: usize = 5120;

/// What so few bytes take is not seen beside the call.
const BRIEF: usize = 128;

/// How long a computation is.
enum Length {
    Brief,
    Short,
    Long,
}

impl Length {
    /// Of so many bytes, of which `long` or more are computed without the lock.
    fn of(bytes: usize, long: usize) -> Length {
        match bytes {
            _ if bytes >= long => Length::Long,
            _ if bytes >= BRIEF => Length::Short,
            _ => Length::Brief,
        }
    }
}

pub fn hash_new(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let name = text(heap, arguments.only(1, 1)?[0])?;
    match Hasher::named(&name) {
        Some(hasher) => {
            heap.note(Note::Hasher);
            Ok(heap.take_object(Object::Hasher(Box::new(hasher))))
        }
        None => Err(error::value_error(format!("unsupported hash type {name}"))),
    }
}

fn hasher(heap: &Heap, value: Value) -> Result<Hasher> {
    if let Value::Obj(at) = value
        && let Object::Hasher(hasher) = heap.get(at)
    {
        return Ok((**hasher).clone());
    }
    Err(error::type_error("expected the state of a hash"))
}

/// The state after more bytes: a new one.
pub fn hash_update(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (hasher, data) = (hasher(heap, given[0])?, bytes(heap, given[1])?);
    let length = Length::of(data.len(), HASH_THRESHOLD);
    Ok(computed(heap, Computation::Hash(Box::new(hasher), data), length))
}

/// With the lock let go where it is long, else with it held; at once where its call takes longer than it does itself.
fn computed(heap: &mut Heap, computation: Computation, length: Length) -> Outcome {
    match length {
        Length::Long => Outcome::System(SystemCall::Compute(computation)),
        Length::Short => Outcome::System(SystemCall::ComputeHeld(computation)),
        Length::Brief => Outcome::Value(crate::vm::system::value_of(heap, computation.run())),
    }
}

pub fn hash_digest(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let digest = hasher(heap, arguments.only(1, 1)?[0])?.digest();
    Ok(heap.new_bytes(digest))
}

/// Whether it is BLAKE2b, else BLAKE2s; size of the digest, key, salt, person, none of them too long.
pub fn hash_blake2(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(5, 5)?;
    let settings = Blake2Settings {
        size: index(heap, given[1])? as usize,
        key: bytes(heap, given[2])?,
        salt: bytes(heap, given[3])?,
        person: bytes(heap, given[4])?,
    };
    let is_long = index(heap, given[0])? != 0;
    let hasher = if is_long { Hasher::blake2b(&settings) } else { Hasher::blake2s(&settings) };
    heap.note(Note::Hasher);
    Ok(heap.take_object(Object::Hasher(Box::new(hasher))))
}

/// The state of a new hash, password, salt, rounds, and the key's size; the lock is always let go.
pub fn pbkdf2(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(5, 5)?;
    let computation = Computation::Pbkdf2 {
        hasher: Box::new(hasher(heap, given[0])?),
        password: bytes(heap, given[1])?,
        salt: bytes(heap, given[2])?,
        rounds: index(heap, given[3])? as u32,
        size: index(heap, given[4])? as usize,
    };
    Ok(computed(heap, computation, Length::Long))
}

/// Password, salt, log n, r, p, and the key's size; likewise.
pub fn scrypt(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(6, 6)?;
    let cost = ScryptCost {
        log_n: index(heap, given[2])? as u8,
        r: index(heap, given[3])? as u32,
        p: index(heap, given[4])? as u32,
    };
    let (password, salt) = (bytes(heap, given[0])?, bytes(heap, given[1])?);
    let size = index(heap, given[5])? as usize;
    Ok(computed(heap, Computation::Scrypt { cost, password, salt, size }, Length::Long))
}

/// Data and the checksum so far.
fn checksum(
    heap: &mut Heap,
    arguments: Arguments,
    start: i64,
    make: fn(u32, Vec<u8>) -> Computation,
) -> Result<Outcome> {
    let given = arguments.only(1, 2)?;
    let data = bytes(heap, given[0])?;
    let start = match given.get(1) {
        None => start,
        Some(value) => match Number::of(heap, *value).and_then(Number::to_big) {
            // Its last 32 bits count.
            Some(number) => (number.as_ref() & num_bigint::BigInt::from(u32::MAX)).to_i64().unwrap_or(0),
            None => return Err(not_an_integer(heap, *value)),
        },
    };
    let length = Length::of(data.len(), CHECKSUM_THRESHOLD + 1);
    Ok(computed(heap, make(start as u32, data), length))
}

pub fn crc32(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    checksum(heap, arguments, 0, Computation::Crc32)
}

pub fn adler32(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    checksum(heap, arguments, 1, Computation::Adler32)
}

/// Data and level.
pub fn compress(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (data, level) = (bytes(heap, given[0])?, index(heap, given[1])?);
    match level {
        -1 => Ok(computed(heap, Computation::Compress(6, data), Length::Long)),
        0..=9 => Ok(computed(heap, Computation::Compress(level as u32, data), Length::Long)),
        _ => {
            let message = heap.new_str("Bad compression level");
            Err(exception::raise_with(heap, ExceptionKind::ValueError, message))
        }
    }
}

pub fn decompress(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let data = bytes(heap, arguments.only(1, 1)?[0])?;
    Ok(computed(heap, Computation::Decompress(data), Length::Long))
}

/// Level from 0 to 9, whether zlib's frame is wanted, strategy.
pub fn packer(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(3, 3)?;
    let (level, is_framed, strategy) = (index(heap, given[0])?, index(heap, given[1])?, index(heap, given[2])?);
    let stream = Stream::pack(level as i32, is_framed != 0, strategy as i32);
    Ok(heap.take_object(Object::Stream(Box::new(stream))))
}

/// Whether it is in zlib's frame.
pub fn unpacker(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let is_framed = index(heap, arguments.only(1, 1)?[0])? != 0;
    Ok(heap.take_object(Object::Stream(Box::new(Stream::unpack(is_framed)))))
}

/// A stream, data, and how to flush or the most bytes that come out: a list of a new stream and what came out.
pub fn piece(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 3)?;
    let (data, how) = (bytes(heap, given[1])?, index(heap, given[2])? as usize);
    if let Value::Obj(at) = given[0]
        && let Object::Stream(stream) = heap.get(at)
    {
        let stream = stream.clone();
        return Ok(computed(heap, Computation::Piece { stream, data, how }, Length::Long));
    }
    Err(error::type_error("expected a stream"))
}
