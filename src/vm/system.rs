//! What a program asks of the system around it, and what it is told. Knows how to compute without an interpreter, but no
//! file, process or clock.

pub mod compute;
pub mod socket;

use super::heap::Heap;
use super::value::{Object, Value};
use crate::time::Nanos;
pub use compute::{Computation, Hasher};
pub use socket::SocketCall;

/// What is wanted of the system.
#[derive(Clone, Debug)]
pub enum SystemCall {
    /// `sys.setswitchinterval`: from now on. Answered with `Reply::None`.
    SwitchInterval(Nanos),
    /// Text for standard error.
    WriteError(String),
    Ask(Question),
    /// In the run's own folder, with the lock let go.
    File(FileCall),
    /// To be run with the lock let go.
    Compute(Computation),
    /// On the network, with the lock let go.
    Socket(SocketCall),
}

/// What needs no work.
#[derive(Clone, Debug)]
pub enum Question {
    ProcessId,
    CpuCount,
    Directory,
    /// An environment variable; `Reply::None` where it is not set.
    Variable(String),
}

#[derive(Clone, Debug)]
pub enum FileCall {
    /// The whole of a file.
    Read(String),
    Write {
        path: String,
        data: Vec<u8>,
        how: WriteHow,
    },
    /// `Reply::Text`: `file`, `folder` or nothing.
    Kind(String),
    /// Bytes in the file.
    Size(String),
    List(String),
    Remove(String),
    MakeFolder(String),
    Rename(String, String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteHow {
    Replace,
    Append,
    /// Only where there is no file.
    Create,
}

/// What the system answers.
#[derive(Clone, Debug)]
pub enum Reply {
    None,
    Int(i64),
    Text(String),
    Texts(Vec<String>),
    Bytes(Vec<u8>),
    /// A list of them.
    Many(Vec<Reply>),
    Hasher(Box<Hasher>),
    /// An error's number and text, as C has them.
    Failed(i32, String),
}

/// The reply as a value; a failure is a tuple, which nothing else is. Owned.
pub(super) fn value_of(heap: &mut Heap, reply: Reply) -> Value {
    match reply {
        Reply::None => Value::None,
        Reply::Int(number) => Value::Int(number),
        Reply::Text(text) => heap.new_str(text),
        Reply::Texts(texts) => {
            let texts = texts.into_iter().map(|text| heap.new_str(text)).collect();
            heap.take_list(texts)
        }
        Reply::Bytes(bytes) => heap.new_bytes(bytes),
        Reply::Many(replies) => {
            let values = replies.into_iter().map(|reply| value_of(heap, reply)).collect();
            heap.take_list(values)
        }
        Reply::Hasher(hasher) => heap.take_object(Object::Hasher(hasher)),
        Reply::Failed(number, text) => {
            let text = heap.new_str(text);
            heap.take_tuple([Value::Int(number.into()), text])
        }
    }
}

/// What an interpreter is told of its run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What random numbers begin with where a program does not say.
    pub seed: u64,
    pub switch_interval: Nanos,
    /// `sys.argv`.
    pub arguments: Vec<String>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { seed: 0, switch_interval: Nanos::from_millis(5), arguments: vec![String::new()] }
    }
}
