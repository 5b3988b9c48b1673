//! The native side of `sys`, `os` and `io`: what leaves the machine for the system.

use crate::time::Nanos;
use crate::vm::arguments::{Arguments, index};
use crate::vm::call::Outcome;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::type_name;
use crate::vm::numeric::Number;
use crate::vm::system::{FileCall, Question, SystemCall, WriteHow};
use crate::vm::value::Value;

pub(super) fn text(heap: &Heap, value: Value) -> Result<String> {
    match heap.as_str(value) {
        Some(text) => Ok(text.text.to_string()),
        None => Err(error::type_error(format!("expected str, not {}", type_name(heap, value)))),
    }
}

pub(super) fn bytes(heap: &Heap, value: Value) -> Result<Vec<u8>> {
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
    let value = arguments.function("sys.setswitchinterval").only(1, 1)?[0];
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
    arguments.function("sys.getswitchinterval").only(0, 0)?;
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

/// Where the modules of a script are.
pub fn script_folder(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let folder = heap.settings.script_folder();
    Ok(heap.new_str(folder))
}

pub fn live_objects(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.function("sys.getallocatedblocks").only(0, 0)?;
    Ok(Value::Int(heap.live() as i64))
}

/// How many refer to it, the call as one. What is no object on the heap counts as if one other did.
pub fn owners(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let owners = match arguments.function("sys.getrefcount").only(1, 1)?[0] {
        Value::Obj(at) => heap.owners_if_not_watched(at).or_else(|| heap.owners(at)),
        _ => None,
    };
    Ok(Value::Int(owners.unwrap_or(2).into()))
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

pub fn user(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| ask(Question::User))
}

pub fn peak_memory(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| ask(Question::PeakMemory))
}

pub fn load(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| ask(Question::Load))
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

/// From now on relative names of files begin at this folder.
pub fn enter(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    heap.settings.entered = path(heap, arguments.only(1, 1)?[0])?;
    Ok(Value::None)
}

pub fn entered(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let entered = heap.settings.entered.clone();
    Ok(heap.new_str(entered))
}

/// The name of a file, from the folder in which the program began.
fn path(heap: &Heap, value: Value) -> Result<String> {
    let name = text(heap, value)?;
    if name.contains('\0') {
        return Err(error::value_error("embedded null byte"));
    }
    let is_whole = name.is_empty() || name.starts_with('/') || heap.settings.entered.is_empty();
    Ok(if is_whole { name } else { joined(&heap.settings.entered, &name) })
}

/// A relative name from a folder, without steps back where there is something to go back from.
fn joined(folder: &str, name: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(name.split('/')).filter(|part| !matches!(*part, "" | ".")) {
        match parts.last() {
            Some(last) if part == ".." && *last != ".." => _ = parts.pop(),
            _ => parts.push(part),
        }
    }
    let root = if folder.starts_with('/') { "/" } else { "" };
    let whole = root.to_owned() + &parts.join("/");
    if whole.is_empty() { ".".to_owned() } else { whole }
}

/// A call on one path.
fn on_path(heap: &Heap, arguments: Arguments, call: fn(String) -> FileCall) -> Result<Outcome> {
    path(heap, arguments.only(1, 1)?[0]).map(|path| Outcome::System(SystemCall::File(call(path))))
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

pub fn status(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    on_path(heap, arguments, FileCall::Status)
}

/// Path, and two times in nanoseconds since 1970.
pub fn set_times(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 3)?;
    let (accessed, modified) = (index(heap, given[1])?, index(heap, given[2])?);
    let path = path(heap, given[0])?;
    Ok(Outcome::System(SystemCall::File(FileCall::SetTimes { path, accessed, modified })))
}

/// Path and mode.
pub fn set_mode(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (path, mode) = (path(heap, given[0])?, bits(heap, given[1])?);
    Ok(Outcome::System(SystemCall::File(FileCall::SetMode(path, mode))))
}

pub fn set_mask(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let mask = bits(heap, arguments.only(1, 1)?[0])?;
    Ok(Outcome::System(SystemCall::File(FileCall::SetMask(mask))))
}

/// The bits of a C int.
fn bits(heap: &Heap, value: Value) -> Result<u32> {
    match i32::try_from(index(heap, value)?) {
        Ok(bits) => Ok(bits as u32),
        Err(_) => Err(error::overflow_error("Python int too large to convert to C int")),
    }
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
    let (from, to) = (path(heap, given[0])?, path(heap, given[1])?);
    Ok(Outcome::System(SystemCall::File(FileCall::Rename(from, to))))
}

/// Path, bytes, and the letter of the mode: `w`, `a` or `x`.
pub fn write(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 3)?;
    let (path, data) = (path(heap, given[0])?, bytes(heap, given[1])?);
    let how = match text(heap, given[2])?.as_str() {
        "a" => WriteHow::Append,
        "x" => WriteHow::Create,
        _ => WriteHow::Replace,
    };
    Ok(Outcome::System(SystemCall::File(FileCall::Write { path, data, how })))
}
