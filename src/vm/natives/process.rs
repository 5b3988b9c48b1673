//! The native side of `multiprocessing`: each function asks the system for one of a kernel's primitives. Knows no engine.

use crate::time::Nanos;
use crate::vm::arguments::{Arguments, bytes, index};
use crate::vm::call::Outcome;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::type_name;
use crate::vm::numeric::Number;
use crate::vm::system::process::{MemoryCall, PipeCall, ProcessCall, SemaphoreCall, SpawnMethod};
use crate::vm::system::{Question, SignalCall, SystemCall};
use crate::vm::value::Value;

fn ask(call: ProcessCall) -> Result<Outcome> {
    Ok(Outcome::System(SystemCall::Process(call)))
}

fn text(heap: &Heap, value: Value) -> Result<String> {
    match heap.as_str(value) {
        Some(text) => Ok(text.text.to_string()),
        None => Err(error::type_error(format!("expected str, not {}", type_name(heap, value)))),
    }
}

fn size(heap: &Heap, value: Value) -> Result<usize> {
    usize::try_from(index(heap, value)?).map_err(|_| error::value_error("a size cannot be negative"))
}

/// Seconds; None: for ever. What is negative is none at all.
fn timeout(heap: &Heap, value: Value) -> Result<Option<Nanos>> {
    if let Value::None = value {
        return Ok(None);
    }
    let Some(number) = Number::of(heap, value) else {
        return Err(error::type_error(format!("must be real number, not {}", type_name(heap, value))));
    };
    match number.to_float()? {
        seconds if seconds.is_nan() => Err(error::value_error("Invalid value NaN (not a number)")),
        seconds if seconds >= i64::MAX as f64 / 1e9 => Err(error::overflow_error("timeout is too large")),
        seconds => Ok(Some(Nanos::from_secs_f64(seconds.max(0.0)))),
    }
}

fn numbers(heap: &Heap, value: Value) -> Result<Vec<i64>> {
    let items = heap.as_items(value).ok_or_else(|| error::type_error("a list of numbers is needed here"))?;
    items.iter().map(|item| index(heap, *item)).collect()
}

pub fn pipe(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0)?;
    ask(ProcessCall::Pipe(PipeCall::Make))
}

pub fn adopt(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let end = index(heap, arguments.only(1, 1)?[0])?;
    ask(ProcessCall::Pipe(PipeCall::Adopt(end)))
}

pub fn close(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let end = index(heap, arguments.only(1, 1)?[0])?;
    ask(ProcessCall::Pipe(PipeCall::Close(end)))
}

/// An end, and how many bytes at most.
pub fn read(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    ask(ProcessCall::Pipe(PipeCall::Read { end: index(heap, given[0])?, most: size(heap, given[1])? }))
}

/// How many bytes a reading end has.
pub fn unread(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let end = index(heap, arguments.only(1, 1)?[0])?;
    ask(ProcessCall::Pipe(PipeCall::Unread(end)))
}

/// An end, and the bytes.
pub fn write(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (end, data) = (index(heap, given[0])?, bytes(heap, given[1])?.to_vec());
    ask(ProcessCall::Pipe(PipeCall::Write { end, data, written: 0 }))
}

/// Reading ends, and a timeout.
pub fn poll(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    ask(ProcessCall::Pipe(PipeCall::Poll { ends: numbers(heap, given[0])?, timeout: timeout(heap, given[1])? }))
}

/// Its value, and the greatest that it may have.
pub fn semaphore(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    ask(ProcessCall::Semaphore(SemaphoreCall::Make { value: index(heap, given[0])?, most: index(heap, given[1])? }))
}

/// A semaphore, and a timeout.
pub fn acquire(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (semaphore, timeout) = (index(heap, given[0])?, timeout(heap, given[1])?);
    ask(ProcessCall::Semaphore(SemaphoreCall::Acquire { semaphore, timeout }))
}

pub fn release(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let semaphore = index(heap, arguments.only(1, 1)?[0])?;
    ask(ProcessCall::Semaphore(SemaphoreCall::Release(semaphore)))
}

pub fn value(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let semaphore = index(heap, arguments.only(1, 1)?[0])?;
    ask(ProcessCall::Semaphore(SemaphoreCall::Value(semaphore)))
}

/// A name or None, and a size in bytes.
pub fn create_memory(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let name = if let Value::None = given[0] { None } else { Some(text(heap, given[0])?) };
    ask(ProcessCall::Memory(MemoryCall::Create { name, size: size(heap, given[1])? }))
}

pub fn attach_memory(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let name = text(heap, arguments.only(1, 1)?[0])?;
    ask(ProcessCall::Memory(MemoryCall::Attach(name)))
}

pub fn adopt_memory(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let block = index(heap, arguments.only(1, 1)?[0])?;
    ask(ProcessCall::Memory(MemoryCall::Adopt(block)))
}

pub fn detach_memory(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let block = index(heap, arguments.only(1, 1)?[0])?;
    ask(ProcessCall::Memory(MemoryCall::Detach(block)))
}

/// A block, where in it, and how many bytes.
pub fn read_memory(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 3)?;
    let (block, at, size) = (index(heap, given[0])?, size(heap, given[1])?, size(heap, given[2])?);
    ask(ProcessCall::Memory(MemoryCall::Read { block, at, size }))
}

/// A block, where in it, and the bytes.
pub fn write_memory(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 3)?;
    let (block, at, data) = (index(heap, given[0])?, size(heap, given[1])?, bytes(heap, given[2])?.to_vec());
    ask(ProcessCall::Memory(MemoryCall::Write { block, at, data }))
}

pub fn unlink_memory(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let name = text(heap, arguments.only(1, 1)?[0])?;
    ask(ProcessCall::Memory(MemoryCall::Unlink(name)))
}

/// The name of the child's lane.
pub fn fork(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let name = text(heap, arguments.only(1, 1)?[0])?;
    ask(ProcessCall::Fork { name })
}

/// The name of the child's lane, the way of its start, its message, and the ends that it has.
pub fn spawn(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(4, 4)?;
    let method = match text(heap, given[1])?.as_str() {
        "spawn" => SpawnMethod::Spawn,
        "forkserver" => SpawnMethod::ForkServer,
        "interpreter" => SpawnMethod::Interpreter,
        other => return Err(error::value_error(format!("cannot find a way to start a process by {other:?}"))),
    };
    let (name, message, ends) = (text(heap, given[0])?, bytes(heap, given[2])?.to_vec(), numbers(heap, given[3])?);
    ask(ProcessCall::Spawn { name, method, message, ends })
}

/// A child's number, and a timeout.
pub fn wait(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    ask(ProcessCall::Wait { pid: index(heap, given[0])?, timeout: timeout(heap, given[1])? })
}

/// A process's number, and a signal's.
pub fn kill(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (pid, signal) = (index(heap, given[0])?, index(heap, given[1])?);
    let signal = i32::try_from(signal).map_err(|_| error::overflow_error("signal number is too large"))?;
    ask(ProcessCall::Kill { pid, signal })
}

pub fn exit(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let status = index(heap, arguments.only(1, 1)?[0])?;
    // As the system keeps it: its last eight bits.
    ask(ProcessCall::Exit((status & 0xff) as i32))
}

pub fn parent_id(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0)?;
    Ok(Outcome::System(SystemCall::Ask(Question::ParentId)))
}

/// A signal's number, and whether the program has a handler of its own for it.
pub fn own_signal(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (number, own) = (signal_number(heap, given[0])?, matches!(given[1], Value::Bool(own) if own.get()));
    Ok(Outcome::System(SystemCall::Signal(SignalCall::Own { number, own })))
}

fn signal_number(heap: &Heap, value: Value) -> Result<i32> {
    i32::try_from(index(heap, value)?).map_err(|_| error::overflow_error("signal number is too large"))
}

/// For the main thread.
pub fn raise_signal(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let number = signal_number(heap, arguments.only(1, 1)?[0])?;
    Ok(Outcome::System(SystemCall::Signal(SignalCall::Raise(number))))
}

/// Seconds or None, and seconds between those that follow.
pub fn set_alarm(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (after, every) = (timeout(heap, given[0])?, timeout(heap, given[1])?.unwrap_or_default());
    Ok(Outcome::System(SystemCall::Signal(SignalCall::Alarm { after, every })))
}

pub fn pause(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0)?;
    Ok(Outcome::System(SystemCall::Signal(SignalCall::Pause)))
}

pub fn signal_handled(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0)?;
    Ok(Outcome::System(SystemCall::Signal(SignalCall::Handled)))
}

pub fn start_message(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let message = heap.settings.start_message.clone();
    Ok(heap.new_bytes(message))
}

/// An exception's whole traceback, as a text.
pub fn traceback(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let exception = arguments.only(1, 1)?[0];
    if heap.as_exception(exception).is_none() {
        return Err(error::type_error("an exception is needed here"));
    }
    let exception = heap.keep(exception);
    Ok(Outcome::System(SystemCall::Ask(Question::Traceback(exception))))
}
