//! The native side of `sys`, `os`, `io`, `hashlib` and `zlib`: what leaves the machine for the system.

use crate::time::Nanos;
use crate::vm::arguments::{Arguments, index, not_an_integer};
use crate::vm::call::Outcome;
use crate::vm::error::{self, Result};
use crate::vm::exception::{self, ExceptionKind};
use crate::vm::heap::Heap;
use crate::vm::kind::type_name;
use crate::vm::noted::Note;
use crate::vm::numeric::Number;
use crate::vm::system::{Computation, FileCall, Hasher, Question, SystemCall, WriteHow};
use crate::vm::value::{Object, Value};
use num_traits::ToPrimitive;

/// CPython computes the hash of so many bytes or more without the lock.
const HASH_THRESHOLD: usize = 2048;
/// And a checksum of more than so many.
const CHECKSUM_THRESHOLD: usize = 5120;

fn text(heap: &Heap, value: Value) -> Result<String> {
    match heap.as_str(value) {
        Some(text) => Ok(text.text.to_string()),
        None => Err(error::type_error(format!("expected str, not {}", type_name(heap, value)))),
    }
}

fn bytes(heap: &Heap, value: Value) -> Result<Vec<u8>> {
    match heap.as_bytes(value) {
        Some(bytes) => Ok(bytes.to_vec()),
        None if heap.as_str(value).is_some() => Err(error::type_error("Strings must be encoded before hashing")),
        None => {
            let what = "object supporting the buffer API required";
            Err(error::type_error(what))
        }
    }
}

pub fn set_interval(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let value = arguments.function("setswitchinterval").only(1, 1)?[0];
    let Some(number) = Number::of(heap, value) else {
        return Err(error::type_error(format!("must be real number, not {}", type_name(heap, value))));
    };
    let seconds = number.to_float()?;
    if seconds.is_nan() || seconds <= 0.0 {
        return Err(error::value_error("switch interval must be strictly positive"));
    }
    // Whole microseconds, as CPython keeps it.
    let microseconds = (seconds * 1e6).min(u64::MAX as f64 / 1e3) as u64;
    let interval = Nanos(microseconds.saturating_mul(1_000));
    heap.settings.switch_interval = interval;
    Ok(Outcome::System(SystemCall::SwitchInterval(interval)))
}

pub fn get_interval(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(Value::float(1e-6 * (heap.settings.switch_interval.0 / 1_000) as f64))
}

/// What `sys.setrecursionlimit` takes.
pub fn set_recursion_limit(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.function("sys.setrecursionlimit").only(1, 1)?[0];
    let limit = match u64::try_from(index(heap, value)?) {
        Ok(limit) if limit > i32::MAX as u64 => {
            return Err(error::overflow_error("Python int too large to convert to C int"));
        }
        Ok(limit) if limit > 0 => limit as usize,
        _ => return Err(error::value_error("recursion limit must be greater or equal than 1")),
    };
    heap.settings.recursion_limit = limit;
    Ok(Value::None)
}

pub fn get_recursion_limit(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.function("sys.getrecursionlimit").only(0, 0)?;
    Ok(Value::Int(heap.settings.recursion_limit as i64))
}

pub fn arguments(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let texts = heap.settings.arguments.clone();
    let texts = texts.into_iter().map(|text| heap.new_str(text)).collect();
    Ok(heap.take_list(texts))
}

pub fn live_objects(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.function("sys.getallocatedblocks").only(0, 0)?;
    Ok(Value::Int(heap.live() as i64))
}

/// Text for standard output, whatever stands in the place of `sys.stdout`.
pub fn write_output(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    text(heap, arguments.only(1, 1)?[0]).map(Outcome::Print)
}

pub fn is_redirected(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0).map(|_| Value::bool(heap.redirected))
}

pub fn write_error(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    text(heap, arguments.only(1, 1)?[0]).map(|text| Outcome::System(SystemCall::WriteError(text)))
}

fn ask(question: Question) -> Outcome {
    Outcome::System(SystemCall::Ask(question))
}

pub fn getpid(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| ask(Question::ProcessId))
}

pub fn cpu_count(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| ask(Question::CpuCount))
}

pub fn getcwd(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| ask(Question::Directory))
}

/// How many bytes: at most 2^31 − 1.
pub fn entropy(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let size = index(heap, arguments.only(1, 1)?[0])?;
    match usize::try_from(size).ok().filter(|size| i32::try_from(*size).is_ok()) {
        Some(size) => Ok(ask(Question::Entropy(size))),
        None if size < 0 => Err(error::value_error("negative argument not allowed")),
        None => Err(error::overflow_error("Python int too large to convert to C int")),
    }
}

pub fn variable(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    text(heap, arguments.only(1, 1)?[0]).map(|name| ask(Question::Variable(name)))
}

pub fn variables(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| ask(Question::Variables))
}

/// A call on one path.
fn on_path(heap: &Heap, arguments: Arguments, call: fn(String) -> FileCall) -> Result<Outcome> {
    let path = text(heap, arguments.only(1, 1)?[0])?;
    if path.contains('\0') {
        return Err(error::value_error("embedded null byte"));
    }
    Ok(Outcome::System(SystemCall::File(call(path))))
}

pub fn read(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    on_path(heap, arguments, FileCall::Read)
}

/// The next line of standard input as bytes.
pub fn input_line(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0)?;
    let number = heap.lines_read;
    heap.lines_read += 1;
    Ok(Outcome::System(SystemCall::File(FileCall::Input(number))))
}

pub fn kind(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    on_path(heap, arguments, FileCall::Kind)
}

pub fn size(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    on_path(heap, arguments, FileCall::Size)
}

pub fn list(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    on_path(heap, arguments, FileCall::List)
}

pub fn remove(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    on_path(heap, arguments, FileCall::Remove)
}

pub fn make_folder(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    on_path(heap, arguments, FileCall::MakeFolder)
}

pub fn remove_folder(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    on_path(heap, arguments, FileCall::RemoveFolder)
}

pub fn rename(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (from, to) = (text(heap, given[0])?, text(heap, given[1])?);
    Ok(Outcome::System(SystemCall::File(FileCall::Rename(from, to))))
}

/// Path, bytes, and the letter of the mode: `w`, `a` or `x`.
pub fn write(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 3)?;
    let (path, data) = (text(heap, given[0])?, bytes(heap, given[1])?);
    let how = match text(heap, given[2])?.as_str() {
        "a" => WriteHow::Append,
        "x" => WriteHow::Create,
        _ => WriteHow::Replace,
    };
    Ok(Outcome::System(SystemCall::File(FileCall::Write { path, data, how })))
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
    Ok(computed(heap, Computation::Hash(Box::new(hasher), data.clone()), data.len() >= HASH_THRESHOLD))
}

/// At once, or with the lock let go.
fn computed(heap: &mut Heap, computation: Computation, is_long: bool) -> Outcome {
    if is_long {
        return Outcome::System(SystemCall::Compute(computation));
    }
    let reply = computation.run();
    Outcome::Value(crate::vm::system::value_of(heap, reply))
}

pub fn hash_digest(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let digest = hasher(heap, arguments.only(1, 1)?[0])?.digest();
    Ok(heap.new_bytes(digest))
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
    let is_long = data.len() > CHECKSUM_THRESHOLD;
    Ok(computed(heap, make(start as u32, data), is_long))
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
        -1 => Ok(computed(heap, Computation::Compress(6, data), true)),
        0..=9 => Ok(computed(heap, Computation::Compress(level as u32, data), true)),
        _ => {
            let message = heap.new_str("Bad compression level");
            Err(exception::raise_with(heap, ExceptionKind::ValueError, message))
        }
    }
}

pub fn decompress(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let data = bytes(heap, arguments.only(1, 1)?[0])?;
    Ok(computed(heap, Computation::Decompress(data), true))
}
