//! The native part of threads: starting one, and who runs.

use super::{Complaint, Lock, Request, Spawn, SpawnedCall};
use crate::ids::ThreadId;
use crate::vm::arguments::Arguments;
use crate::vm::call::Outcome;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::value::{Object, Value};
use serde::{Deserialize, Serialize};

/// Thread idents look like CPython's on Linux: addresses, a thread's stack apart.
const FIRST_IDENT: i64 = 0x7f5c_a2b0_0740;
const STACK: i64 = 0x80_1000;

pub fn allocate_lock(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(heap.take_object(Object::Lock(Box::new(Lock::new(false)))))
}

pub fn allocate_rlock(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(heap.take_object(Object::Lock(Box::new(Lock::new(true)))))
}

/// A thread that calls a plain function of a module with one argument; its name is that of its lane.
pub fn start(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 3)?;
    let unit = match heap.as_function(given[0]) {
        Some(function) if function.extra.is_none() => function.unit,
        _ => return Err(error::type_error("gilsim starts a thread with a plain function only")),
    };
    let name = heap.as_str(given[2]).map(|name| name.text.to_string()).unwrap_or_default();
    let argument = heap.keep(given[1]);
    Ok(Outcome::Threads(Request::Spawn(Spawn { name, call: SpawnedCall { unit, argument } })))
}

/// Idents of other threads than the first begin so many further down in a forked process, so that none is met again.
const FORKED: i64 = 100_000;

/// The idents of a process's threads.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Idents {
    /// Of the first thread, in stacks from the first of all.
    first: i64,
    /// What the others' numbers are counted from.
    others: i64,
}

impl Idents {
    /// Of a process that was forked by this thread, which keeps its ident.
    pub fn forked(parent: Idents, by: ThreadId) -> Idents {
        Idents { first: parent.number(by), others: parent.others + FORKED }
    }

    fn number(self, thread: ThreadId) -> i64 {
        if thread == ThreadId::MAIN { self.first } else { self.others + i64::from(thread.0) }
    }

    pub fn of(self, thread: ThreadId) -> i64 {
        FIRST_IDENT - self.number(thread) * STACK
    }
}

pub fn get_ident(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(Value::Int(heap.idents.of(heap.running)))
}

pub fn get_native_id(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Ok(Value::Int(heap.native_id as i64))
}

/// Tells of an exception on standard error, behind a heading.
pub fn complain(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let heading = heap.as_str(given[1]).map(|text| text.text.to_string()).unwrap_or_default();
    let exception = heap.keep(given[0]);
    Ok(Outcome::Threads(Request::Complain(Complaint { exception, heading })))
}
