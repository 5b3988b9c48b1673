//! The GIL on real threads: drives a lock protocol with a mutex and condition variables.
//!
//! **The lock owns the interpreter.** What the GIL protects lies in a box inside it. Who takes the lock is given the
//! box, who releases it gives the box back, and since a box has one owner, two threads can never interpret at once: a
//! protocol that granted the lock twice would find no box to lend. That ownership is also why the interpreter's
//! reference counts may be plain numbers, and why no line here is `unsafe`. It is what CPython has its GIL for.
//!
//! The driver decides nothing: who waits, for how long, and who may go is the protocol's word ([`crate::gil`]). Times
//! are read under the mutex, so a release is never later than the acquisition that follows it.

use super::sync::{Condvar, Mutex, MutexGuard};
use crate::gil::{Acquired, Cond, Freed, Next, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;
use crate::trace::EventKind;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering};

/// A thread as the lock sees it: who it is, its clock, and where it logs.
pub trait Seat {
    fn thread(&self) -> ThreadId;
    fn now(&self) -> Nanos;
    fn record(&mut self, at: Nanos, kind: EventKind);
}

/// A lock that owns a `T`.
pub struct Gil<T> {
    shared: Mutex<Shared<T>>,
    released: Condvar,
    taken: Condvar,
    urgent: Condvar,
    /// Whether the holder has something to attend to at its next checkpoint.
    breaker: AtomicBool,
}

struct Shared<T> {
    protocol: Box<dyn Protocol>,
    /// Here while nobody holds the lock.
    owned: Option<Box<T>>,
    interrupted: bool,
}

/// The lock, held: lends out what it owns. Dropped without [`Held::release`] it is given up as a thread's end does it.
pub struct Held<'a, T> {
    gil: &'a Gil<T>,
    holder: ThreadId,
    /// Here until released.
    lent: Option<Box<T>>,
}

impl<T> Gil<T> {
    /// A free lock.
    pub fn new(protocol: Box<dyn Protocol>, owned: T) -> Gil<T> {
        Gil {
            shared: Mutex::new(Shared { protocol, owned: Some(Box::new(owned)), interrupted: false }),
            released: Condvar::new(),
            taken: Condvar::new(),
            urgent: Condvar::new(),
            breaker: AtomicBool::new(false),
        }
    }

    /// Waits until the lock is the caller's.
    pub fn take<'a>(&'a self, seat: &mut impl Seat, why: Take) -> Held<'a, T> {
        let me = seat.thread();
        let wanted = seat.now();
        seat.record(wanted, EventKind::GilWanted);
        let mut shared = self.shared.lock();
        let first = shared.protocol.take(me, why, wanted);
        let mut sleeps = Sleeps::default();
        let Acquired { from } = self.settle(&mut shared, seat, first, |protocol, seat, how| {
            let step = protocol.woken_to_take(me, how, seat.now());
            sleeps.note(how, &step);
            step
        });
        let lent = shared.owned.take();
        let acquired = seat.now();
        drop(shared);
        assert!(lent.is_some(), "the protocol granted a lock that is held");
        let waited = acquired.saturating_sub(wanted);
        seat.record(acquired, EventKind::GilAcquired { from, waited, woken_in_vain: sleeps.in_vain });
        Held { gil: self, holder: me, lent }
    }

    /// What a checkpoint looks at: one relaxed load.
    pub fn breaker(&self) -> &AtomicBool {
        &self.breaker
    }

    /// Makes the holder, and everybody who holds the lock from now on, stop at the next checkpoint.
    pub fn interrupt(&self) {
        let mut shared = self.shared.lock();
        shared.interrupted = true;
        self.set_breaker(&shared);
    }

    /// Carries out the steps of a protocol until it is done with the caller.
    fn settle<S: Seat, D>(
        &self,
        shared: &mut MutexGuard<'_, Shared<T>>,
        seat: &mut S,
        mut step: Step<D>,
        mut woken: impl FnMut(&mut dyn Protocol, &mut S, Woken) -> Step<D>,
    ) -> D {
        loop {
            self.set_breaker(shared);
            if let Some(cond) = step.signal {
                self.condvar(cond).notify_one();
            }
            if let Some(against) = step.drop_request {
                seat.record(seat.now(), EventKind::DropRequested { against });
            }
            match step.next {
                Next::Done(result) => return result,
                Next::Wait { on, timeout } => {
                    let how = self.sleep(shared, on, timeout);
                    step = woken(&mut *shared.protocol, seat, how);
                }
            }
        }
    }

    fn sleep(&self, shared: &mut MutexGuard<'_, Shared<T>>, on: Cond, timeout: Option<Nanos>) -> Woken {
        let condvar = self.condvar(on);
        match timeout {
            Some(timeout) if condvar.wait_for(shared, timeout.into()).timed_out() => Woken::TimedOut,
            Some(_) => Woken::Signalled,
            None => {
                condvar.wait(shared);
                Woken::Signalled
            }
        }
    }

    fn condvar(&self, cond: Cond) -> &Condvar {
        match cond {
            Cond::Released => &self.released,
            Cond::Taken => &self.taken,
            Cond::Urgent => &self.urgent,
            Cond::Own(_) | Cond::Pause => &self.urgent,
        }
    }

    fn set_breaker(&self, shared: &Shared<T>) {
        self.breaker.store(shared.interrupted || shared.protocol.attention(), Ordering::Relaxed);
    }
}

impl<T> Held<'_, T> {
    /// Gives the lock up; returns when the protocol lets the thread go.
    pub fn release(mut self, seat: &mut impl Seat, why: Release) {
        let mut shared = self.gil.shared.lock();
        let released = seat.now();
        seat.record(released, EventKind::GilReleased { why });
        self.give_back(&mut shared, seat, why, released);
    }

    fn give_back<S: Seat>(&mut self, shared: &mut MutexGuard<'_, Shared<T>>, seat: &mut S, why: Release, now: Nanos) {
        let me = self.holder;
        shared.owned = self.lent.take();
        let first = shared.protocol.release(me, why, now);
        let Freed =
            self.gil.settle(shared, seat, first, |protocol, seat, how| protocol.woken_to_leave(me, how, seat.now()));
    }
}

impl<T> Drop for Held<'_, T> {
    fn drop(&mut self) {
        if self.lent.is_some() {
            let mut shared = self.gil.shared.lock();
            let mut seat = Silent(self.holder);
            self.give_back(&mut shared, &mut seat, Release::Exit, Nanos::ZERO);
        }
    }
}

impl<T> Deref for Held<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.lent.as_ref().expect("lent until released, and release takes the guard")
    }
}

impl<T> DerefMut for Held<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.lent.as_mut().expect("lent until released, and release takes the guard")
    }
}

/// Counts the wake-ups after which the lock was not to be had.
#[derive(Default)]
struct Sleeps {
    in_vain: u32,
}

impl Sleeps {
    fn note(&mut self, how: Woken, step: &Step<Acquired>) {
        let waits_on = matches!(step.next, Next::Wait { .. });
        self.in_vain += u32::from(how == Woken::Signalled && waits_on);
    }
}

/// The seat of a thread that goes without a word, because it panics.
struct Silent(ThreadId);

impl Seat for Silent {
    fn thread(&self) -> ThreadId {
        self.0
    }

    fn now(&self) -> Nanos {
        Nanos::ZERO
    }

    fn record(&mut self, _at: Nanos, _kind: EventKind) {}
}

#[cfg(test)]
mod model_check;
