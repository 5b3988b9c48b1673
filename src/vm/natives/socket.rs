//! The native side of `socket` and `select`: calls leave the machine with their arguments checked.

use crate::time::Nanos;
use crate::vm::arguments::{Arguments, bytes, index};
use crate::vm::call::Outcome;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::{truth, type_name};
use crate::vm::numeric::Number;
use crate::vm::system::{SocketCall, SystemCall};
use crate::vm::value::Value;

fn call(call: SocketCall) -> Result<Outcome> {
    Ok(Outcome::System(SystemCall::Socket(call)))
}

fn text(heap: &Heap, value: Value) -> Result<String> {
    match heap.as_str(value) {
        Some(text) => Ok(text.text.to_string()),
        None => Err(error::type_error(format!("str, bytes or bytearray expected, not {}", type_name(heap, value)))),
    }
}

fn port(heap: &Heap, value: Value) -> Result<u16> {
    let number = index(heap, value)?;
    u16::try_from(number).map_err(|_| error::overflow_error("port must be 0-65535."))
}

fn count(heap: &Heap, value: Value) -> Result<usize> {
    let number = index(heap, value)?;
    usize::try_from(number).map_err(|_| error::value_error("negative buffersize in recv"))
}

pub fn open(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let is_stream = truth(heap, arguments.only(1, 1)?[0])?;
    call(SocketCall::Open { is_stream })
}

pub fn pair(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0)?;
    call(SocketCall::Pair)
}

pub fn bind(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 3)?;
    let (socket, host, port) = (index(heap, given[0])?, text(heap, given[1])?, port(heap, given[2])?);
    call(SocketCall::Bind { socket, host, port })
}

pub fn listen(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    call(SocketCall::Listen { socket: index(heap, given[0])?, backlog: index(heap, given[1])? })
}

pub fn accept(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    call(SocketCall::Accept { socket: index(heap, given[0])?, wait: truth(heap, given[1])? })
}

pub fn connect(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(4, 4)?;
    let (socket, host, port) = (index(heap, given[0])?, text(heap, given[1])?, port(heap, given[2])?);
    call(SocketCall::Connect { socket, host, port, wait: truth(heap, given[3])? })
}

pub fn outcome(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let socket = index(heap, arguments.only(1, 1)?[0])?;
    call(SocketCall::Outcome { socket })
}

/// `send(socket, data, wait, all)`
pub fn send(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(4, 4)?;
    let (socket, data) = (index(heap, given[0])?, bytes(heap, given[1])?.to_vec());
    let (wait, all) = (truth(heap, given[2])?, truth(heap, given[3])?);
    call(SocketCall::Send { socket, data, sent: 0, all, wait })
}

/// `receive(socket, most, wait, peek=False)`
pub fn receive(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 4)?;
    let (socket, most) = (index(heap, given[0])?, count(heap, given[1])?);
    let peek = given.get(3).map_or(Ok(false), |peek| truth(heap, *peek))?;
    call(SocketCall::Receive { socket, most, peek, wait: truth(heap, given[2])? })
}

pub fn send_to(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(4, 4)?;
    let (socket, data) = (index(heap, given[0])?, bytes(heap, given[1])?.to_vec());
    call(SocketCall::SendTo { socket, data, host: text(heap, given[2])?, port: port(heap, given[3])? })
}

/// `receive_from(socket, most, wait, peek=False)`
pub fn receive_from(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 4)?;
    let (socket, most) = (index(heap, given[0])?, count(heap, given[1])?);
    let peek = given.get(3).map_or(Ok(false), |peek| truth(heap, *peek))?;
    call(SocketCall::ReceiveFrom { socket, most, peek, wait: truth(heap, given[2])? })
}

/// `shutdown(socket, how)`: 0 for reading, 1 for writing, 2 for both.
pub fn shutdown(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (socket, how) = (index(heap, given[0])?, index(heap, given[1])?);
    call(SocketCall::Shutdown { socket, reading: how != 1, writing: how != 0 })
}

pub fn close(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let socket = index(heap, arguments.only(1, 1)?[0])?;
    call(SocketCall::Close { socket })
}

/// `poll(watched, timeout)`: a dict of the bits of numbers, and seconds or None.
pub fn poll(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let entries = heap.as_dict(given[0]).into_iter().flat_map(|dict| dict.entries());
    let watched = entries.map(|entry| Ok((index(heap, entry.key)?, index(heap, entry.value)? as u8)));
    let watched = watched.collect::<Result<_>>()?;
    let timeout = match (given[1], Number::of(heap, given[1])) {
        (Value::None, _) | (_, None) => None,
        (_, Some(number)) => Some(Nanos::from_secs_f64(number.to_float()?.max(0.0))),
    };
    call(SocketCall::Poll { watched, timeout })
}
