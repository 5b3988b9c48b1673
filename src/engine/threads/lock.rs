//! The GIL on real threads: drives a lock protocol with a mutex and condition variables.
//!
//! **The lock owns the interpreter.** What the GIL protects lies in a box inside it. Who takes the lock is given the
//! box, who releases it gives the box back, and since a box has one owner, two threads can never interpret at once: a
//! protocol that granted the lock twice would find no box to lend. That ownership is also why the interpreter's
//! reference counts may be plain numbers, and why no line here is `unsafe`. It is what CPython has its GIL for.
//!
//! The driver decides nothing: who waits, for how long, and who may go is the protocol's word ([`crate::gil`]). Times
//! are read under the mutex, or are not before the last that was, so a release is never later than the acquisition that
//! follows it.

mod conditions;
mod held;
mod timekeeper;

pub use held::Held;
pub use timekeeper::Timekeeper;

use super::sync::{Condvar, Mutex, MutexGuard};
use crate::gil::{Acquired, Next, Pace, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;
use crate::trace::{EventKind, KEPT_LONG};
use conditions::{Conditions, OwnConditions};
use held::Loan;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// A thread as the lock sees it: who it is, its clock, and where it logs.
pub trait Seat {
    fn thread(&self) -> ThreadId;
    fn now(&self) -> Nanos;
    fn record(&mut self, at: Nanos, kind: EventKind);
}

/// A lock that owns a `T`.
pub struct Gil<T> {
    shared: Mutex<Shared<T>>,
    conditions: Conditions,
    /// For the timekeeper: there is a new time to wait for, or an end.
    timer_set: Condvar,
    /// Whether the holder has something to attend to at its next checkpoint.
    breaker: AtomicBool,
    /// When the present holder was first asked to drop the lock; `NOT_ASKED` before.
    asked: AtomicU64,
    pace: Pace,
}

const NOT_ASKED: u64 = u64::MAX;

struct Shared<T> {
    protocol: Box<dyn Protocol>,
    /// Here while nobody holds the lock.
    loan: Option<Box<Loan<T>>>,
    own: OwnConditions,
    /// The last time that was read under the mutex.
    latest: Nanos,
    /// What the timekeeper waits for.
    timer: Option<Nanos>,
    timer_ends: bool,
    interrupted: bool,
    /// Whether the main thread has signals to handle.
    called: bool,
}

impl<T> Gil<T> {
    /// A free lock.
    pub fn new(protocol: Box<dyn Protocol>, owned: T) -> Gil<T> {
        let pace = protocol.pace();
        let shared = Shared {
            protocol,
            loan: Some(Box::new(Loan::new(owned, pace))),
            own: OwnConditions::default(),
            latest: Nanos::ZERO,
            timer: None,
            timer_ends: false,
            interrupted: false,
            called: false,
        };
        Gil {
            shared: Mutex::new(shared),
            conditions: Conditions::new(),
            timer_set: Condvar::new(),
            breaker: AtomicBool::new(false),
            asked: AtomicU64::new(NOT_ASKED),
            pace,
        }
    }

    /// Waits until the lock is the caller's.
    pub fn take<'a>(&'a self, seat: &mut impl Seat, why: Take) -> Held<'a, T> {
        let wanted = seat.now();
        self.take_since(seat, why, wanted)
    }

    /// The same for one who has wanted it since a moment that has just been.
    pub fn take_since<'a>(&'a self, seat: &mut impl Seat, why: Take, wanted: Nanos) -> Held<'a, T> {
        seat.record(wanted, EventKind::GilWanted);
        let mut shared = self.shared.lock();
        let first = shared.protocol.take(seat.thread(), why, wanted);
        self.wait_for_turn(shared, seat, first, wanted)
    }

    /// What the holder does at a checkpoint when the breaker is set or the pace is up: where the protocol says so, it
    /// lets the lock go and takes it again.
    pub fn attend<'a>(&'a self, mut held: Held<'a, T>, seat: &mut impl Seat) -> Held<'a, T> {
        held.count_anew(self.pace);
        let mut shared = self.shared.lock();
        let released = shared.read_clock(seat);
        if !shared.protocol.checkpoint(seat.thread(), released) {
            self.mirror(&shared);
            return held;
        }
        if self.pace == Pace::OnRequest {
            seat.record(released, EventKind::GilReleased { why: Release::Forced });
        }
        held.give_back(&mut shared, seat, Release::Forced, released);
        drop(shared);
        match self.pace {
            Pace::OnRequest => self.take(seat, Take::AfterForced),
            Pace::EveryBytecodes(_) | Pace::EveryBackJumps(_) => self.take_back(seat, released),
        }
    }

    /// What a checkpoint looks at: one relaxed load.
    pub fn breaker(&self) -> &AtomicBool {
        &self.breaker
    }

    /// Whether the holder was asked to drop the lock so long ago that it has been in a single call since.
    pub fn is_kept_long(&self, seat: &impl Seat) -> bool {
        let asked = self.asked.load(Ordering::Relaxed);
        asked != NOT_ASKED && seat.now().saturating_sub(Nanos(asked)) >= KEPT_LONG
    }

    /// `sys.setswitchinterval`: for waits that begin from now on.
    pub fn set_interval(&self, interval: Nanos) {
        self.shared.lock().protocol.set_interval(interval);
    }

    /// What makes the holder look by itself.
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// Makes the holder, and everybody who holds the lock from now on, stop at the next checkpoint.
    pub fn interrupt(&self) {
        let mut shared = self.shared.lock();
        shared.interrupted = true;
        self.mirror(&shared);
    }

    /// Makes every holder stop at its next checkpoint, until it is called off: the main thread has signals to handle.
    pub fn call(&self, called: bool) {
        let mut shared = self.shared.lock();
        shared.called = called;
        self.mirror(&shared);
    }

    /// Takes the lock again that was let go at `released`. If nobody had it in between, as mostly under a counted pace,
    /// nothing of it is logged: that may be a million times a second.
    fn take_back<'a>(&'a self, seat: &mut impl Seat, released: Nanos) -> Held<'a, T> {
        let wanted = seat.now();
        let mut shared = self.shared.lock();
        let first = shared.protocol.take(seat.thread(), Take::AfterForced, wanted);
        if first.next == Next::Done(Acquired { from: None }) {
            self.carry_out(&mut shared, seat, &first);
            return Held::new(self, seat.thread(), shared.loan.take());
        }
        seat.record(released, EventKind::GilReleased { why: Release::Forced });
        seat.record(wanted, EventKind::GilWanted);
        self.wait_for_turn(shared, seat, first, wanted)
    }

    /// Carries out the steps of a `take` that began at `wanted`.
    fn wait_for_turn<'a>(
        &'a self,
        mut shared: MutexGuard<'_, Shared<T>>,
        seat: &mut impl Seat,
        first: Step<Acquired>,
        wanted: Nanos,
    ) -> Held<'a, T> {
        let me = seat.thread();
        let mut woken_in_vain = 0;
        // Who does not have to wait has it since it wanted it, or since the last who came before has gone.
        let at_once = matches!(first.next, Next::Done(_)).then(|| wanted.max(shared.latest));
        let Acquired { from } = self.settle(&mut shared, seat, first, |protocol, seat, how| {
            let step = protocol.woken_to_take(me, how, seat.now());
            let in_vain =
                how == Woken::Signalled && matches!(step.next, Next::Wait { .. }) && !protocol.is_handed_over();
            woken_in_vain += u32::from(in_vain);
            step
        });
        let held = Held::new(self, me, shared.loan.take());
        let acquired = at_once.unwrap_or_else(|| seat.now());
        shared.latest = acquired;
        drop(shared);
        let waited = acquired.saturating_sub(wanted);
        seat.record(acquired, EventKind::GilAcquired { from, waited, woken_in_vain });
        held
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
            self.carry_out(shared, seat, &step);
            match step.next {
                Next::Done(result) => return result,
                Next::Wait { on, timeout } => {
                    let how = self.sleep(shared, on, timeout);
                    step = woken(&mut *shared.protocol, seat, how);
                }
            }
        }
    }

    /// What a step asks for before the caller sleeps or goes.
    fn carry_out<D>(&self, shared: &mut Shared<T>, seat: &mut impl Seat, step: &Step<D>) {
        self.mirror(shared);
        if let Some(cond) = step.signal {
            self.conditions.signal(&shared.own, cond);
        }
        if let Some(against) = step.drop_request {
            let requested = shared.read_clock(seat);
            seat.record(requested, EventKind::DropRequested { against });
            let first = self.asked.load(Ordering::Relaxed).min(requested.0);
            self.asked.store(first, Ordering::Relaxed);
        }
    }

    /// Shows to those outside of the mutex what the protocol wants of them, after each call of it.
    fn mirror(&self, shared: &Shared<T>) {
        self.breaker.store(shared.interrupted || shared.called || shared.protocol.attention(), Ordering::Relaxed);
        let next = shared.protocol.next_timer();
        if next.is_some_and(|next| shared.timer.is_none_or(|awaited| next < awaited)) {
            self.timer_set.notify_one();
        }
    }
}

impl<T> Shared<T> {
    fn read_clock(&mut self, seat: &impl Seat) -> Nanos {
        self.latest = seat.now();
        self.latest
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
