//! `threading.Lock` and `threading.RLock`: a semaphore, and for an RLock how often its owner has it.

use super::{Park, Posted, Request, Semaphore};
use crate::ids::ThreadId;
use crate::time::Nanos;
use crate::vm::arguments::{Arguments, index};
use crate::vm::call::Outcome;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::type_name;
use crate::vm::noted::Note;
use crate::vm::numeric::Number;
use crate::vm::value::{Object, Ref, Value};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// CPython's `threading.TIMEOUT_MAX`, in seconds.
pub const TIMEOUT_MAX: f64 = 9_223_372_036.0;

/// A lock of the program.
#[derive(Debug, Serialize, Deserialize)]
#[serde(from = "PackedLock", into = "PackedLock")]
pub struct Lock {
    pub semaphore: Arc<Semaphore>,
    pub reentrant: bool,
    /// How often its owner has it beyond the first time.
    again: u64,
}

/// A lock in the copy of an interpreter that another process gets: its holder, whether it is reentrant, how often it is had
/// beyond the first time.
#[derive(Serialize, Deserialize)]
struct PackedLock(Option<ThreadId>, bool, u64);

impl From<Lock> for PackedLock {
    fn from(lock: Lock) -> PackedLock {
        PackedLock(lock.semaphore.holder(), lock.reentrant, lock.again)
    }
}

impl From<PackedLock> for Lock {
    fn from(PackedLock(holder, reentrant, again): PackedLock) -> Lock {
        Lock { semaphore: Arc::new(Semaphore::held_by(holder)), reentrant, again }
    }
}

/// A copied interpreter has locks of its own.
impl Clone for Lock {
    fn clone(&self) -> Lock {
        Lock { semaphore: Arc::new((*self.semaphore).clone()), ..*self }
    }
}

impl Lock {
    pub fn new(reentrant: bool) -> Lock {
        Lock { semaphore: Arc::default(), reentrant, again: 0 }
    }

    /// How often its owner has it.
    pub fn depth(&self) -> u64 {
        if self.semaphore.holder().is_some() { self.again + 1 } else { 0 }
    }
}

pub(super) fn lock_of(heap: &mut Heap, value: Value) -> Result<(ThreadId, &mut Lock)> {
    let me = heap.running;
    if let Value::Obj(at) = value
        && let Some(Object::Lock(lock)) = heap.get_mut(at)
    {
        return Ok((me, lock));
    }
    Err(error::type_error("a lock is needed here"))
}

/// `lock.acquire(blocking=True, timeout=-1)`.
pub fn acquire(heap: &mut Heap, lock: Value, arguments: Arguments) -> Result<Outcome> {
    if arguments.positional.is_empty() && arguments.keywords.is_empty() {
        return take(heap, lock, None);
    }
    let [blocking, until] = arguments.of(["blocking", "timeout"], 0, 2)?;
    heap.note(Note::LockArguments);
    let blocking = blocking.map_or(Ok(1), |value| index(heap, value))? != 0;
    let timeout = until.map_or(Ok(None), |value| timeout(heap, value))?;
    if !blocking && timeout.is_some() {
        return Err(error::value_error("can't specify a timeout for a non-blocking call"));
    }
    take(heap, lock, if blocking { timeout } else { Some(Nanos::ZERO) })
}

/// None: without end. What is negative means that, if it is -1.
pub(super) fn timeout(heap: &Heap, value: Value) -> Result<Option<Nanos>> {
    let Some(number) = Number::of(heap, value) else {
        let kind = type_name(heap, value);
        return Err(error::type_error(format!("'{kind}' object cannot be interpreted as an integer")));
    };
    let too_large = || error::overflow_error("timestamp out of range for platform time_t");
    let seconds = number.to_float().map_err(|_| too_large())?;
    match seconds {
        _ if seconds.is_nan() => Err(error::value_error("Invalid value NaN (not a number)")),
        -1.0 => Ok(None),
        f64::NEG_INFINITY => Err(too_large()),
        _ if seconds < 0.0 => Err(error::value_error("timeout value must be positive")),
        _ if seconds >= i64::MAX as f64 / 1e9 => Err(too_large()),
        _ if seconds > TIMEOUT_MAX => Err(error::overflow_error("timeout value is too large")),
        _ => Ok(Some(Nanos::from_secs_f64(seconds))),
    }
}

/// Takes the lock if it is free, and otherwise queues for it, unless it may not wait.
fn take(heap: &mut Heap, lock: Value, timeout: Option<Nanos>) -> Result<Outcome> {
    heap.note(Note::LockStep);
    let (me, lock) = lock_of(heap, lock)?;
    let holder = lock.semaphore.holder();
    if lock.reentrant && holder == Some(me) {
        lock.again += 1;
        return Ok(Outcome::Value(Value::bool(true)));
    }
    if timeout == Some(Nanos::ZERO) {
        return Ok(Outcome::Value(Value::bool(lock.semaphore.try_take(me))));
    }
    if lock.semaphore.retry(me) {
        return Ok(Outcome::Value(Value::bool(true)));
    }
    let semaphore = Arc::clone(&lock.semaphore);
    Ok(Outcome::Threads(Request::Park(Park { semaphore, timeout, holder, is_select: false })))
}

/// Takes a lock that is free or the running thread's own; whether it has. `None`: it is no lock.
pub fn take_quickly(heap: &mut Heap, lock: Ref) -> Option<bool> {
    let me = heap.running;
    let Object::Lock(lock) = heap.get_mut(lock)? else { return None };
    if lock.reentrant && lock.semaphore.holder() == Some(me) {
        lock.again += 1;
        return Some(true);
    }
    Some(lock.semaphore.try_take(me))
}

/// Gives a lock back that nobody waits for, and that may be; whether it has.
pub fn give_quickly(heap: &mut Heap, lock: Ref) -> bool {
    let me = heap.running;
    let Some(Object::Lock(lock)) = heap.get_mut(lock) else { return false };
    let holder = lock.semaphore.holder();
    if holder.is_none() || lock.reentrant && holder != Some(me) {
        return false;
    }
    if lock.again > 0 {
        lock.again -= 1;
        return true;
    }
    lock.semaphore.post_alone()
}

pub fn enter(heap: &mut Heap, lock: Value, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0)?;
    take(heap, lock, None)
}

/// The beginning of `with lock:`.
pub fn take_for_good(heap: &mut Heap, lock: Value) -> Result<Outcome> {
    take(heap, lock, None)
}

/// `lock.release()`.
pub fn release(heap: &mut Heap, lock: Value, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0)?;
    give(heap, lock)
}

pub fn exit(heap: &mut Heap, lock: Value, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 3)?;
    give(heap, lock)
}

fn give(heap: &mut Heap, lock: Value) -> Result<Outcome> {
    heap.note(Note::LockStep);
    let (me, lock) = lock_of(heap, lock)?;
    match lock.semaphore.holder() {
        None if !lock.reentrant => return Err(error::runtime_error("release unlocked lock")),
        holder if lock.reentrant && holder != Some(me) => {
            return Err(error::runtime_error("cannot release un-acquired lock"));
        }
        _ => {}
    }
    if lock.again > 0 {
        lock.again -= 1;
        return Ok(Outcome::Value(Value::None));
    }
    let posted = lock.semaphore.post();
    Ok(woken(heap, posted))
}

/// What is left to do for whoever has posted a semaphore.
pub(super) fn woken(heap: &mut Heap, posted: Posted) -> Outcome {
    match posted {
        Posted::Wakes(waiter) => return Outcome::Threads(Request::Wake(waiter)),
        Posted::InVain => heap.note(Note::WakeInVain),
        Posted::Alone => {}
    }
    Outcome::Value(Value::None)
}

pub fn is_locked(heap: &mut Heap, lock: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let (_, lock) = lock_of(heap, lock)?;
    Ok(Value::bool(lock.semaphore.holder().is_some()))
}

/// Whether the running thread has it.
pub fn is_owned(heap: &mut Heap, lock: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let (me, lock) = lock_of(heap, lock)?;
    Ok(Value::bool(lock.semaphore.holder() == Some(me)))
}

/// How often the running thread has an RLock beyond the first time; sets that to the argument, where there is one.
pub fn release_save(heap: &mut Heap, lock: Value, arguments: Arguments) -> Result<Value> {
    let depth = match arguments.only(0, 1)? {
        [depth] => u64::try_from(crate::vm::arguments::index(heap, *depth)?).ok(),
        _ => None,
    };
    let (me, lock) = lock_of(heap, lock)?;
    if lock.semaphore.holder() != Some(me) {
        return Err(error::runtime_error("cannot release un-acquired lock"));
    }
    let before = std::mem::replace(&mut lock.again, depth.unwrap_or(0));
    Ok(Value::Int(before as i64))
}

/// How often the running thread has an RLock.
pub fn recursion_count(heap: &mut Heap, lock: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let (me, lock) = lock_of(heap, lock)?;
    let count = if lock.semaphore.holder() == Some(me) { lock.depth() } else { 0 };
    Ok(Value::Int(count as i64))
}

/// A lock that is free, as after a fork: who had it, or waits for it, is in another process.
pub fn renew(heap: &mut Heap, lock: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let (_, lock) = lock_of(heap, lock)?;
    *lock = Lock::new(lock.reentrant);
    Ok(Value::None)
}
