//! `fifo`: hand-over in strict order, on request.
//!
//! No runtime has this lock; it is CPython's with the two things changed that its critics asked for. Threads get the
//! lock in the order in which they asked, by direct hand-over, so nobody barges in. And the first in the queue, nobody
//! else, watches the time, and requests the drop once the holder has had the lock for a full switch interval; who has
//! been first and becomes the holder wakes the next.
//!
//! | state of a thread | event                                                 | does                                  | next state |
//! |-------------------|-------------------------------------------------------|---------------------------------------|------------|
//! | outside           | `take`, nobody owns the lock                          |                                       | holder     |
//! | outside           | `take`, owned                                         | queues                                | waiting    |
//! | waiting           | woken, owns the lock                                  | signals first, unless it watches      | holder     |
//! | waiting           | timed out, first, holder has had the lock an interval | sets the drop request                 | waiting    |
//! | waiting           | woken otherwise, first                                | sleeps what the interval has left     | waiting    |
//! | waiting           | woken otherwise                                       | sleeps until it is signalled          | waiting    |
//! | holder            | `release(Forced)`                                     | queues, signals first, clears request | outside    |
//! | holder            | `release` otherwise                                   | signals first, clears request         | outside    |
//!
//! A holder's interval begins when it has woken with the lock, not when the lock is handed to it.

use super::cpython_interval::SHORTEST_INTERVAL;
use super::handing_over::HandingOver;
use super::{Acquired, Cond, Freed, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;

/// One lock.
#[derive(Debug)]
pub struct Fifo {
    lock: HandingOver,
    interval: Nanos,
    /// When the owner woke with the lock; `None` while it is waking, or there is none.
    held_since: Option<Nanos>,
    drop_request: bool,
    /// Who sleeps with a timeout.
    watcher: Option<ThreadId>,
}

impl Fifo {
    /// A free lock that nobody has held yet.
    pub fn new(interval: Nanos) -> Fifo {
        Fifo {
            lock: HandingOver::default(),
            interval: interval.max(SHORTEST_INTERVAL),
            held_since: None,
            drop_request: false,
            watcher: None,
        }
    }

    fn acquired(&mut self, me: ThreadId, acquired: Acquired, now: Nanos) -> Step<Acquired> {
        self.held_since = Some(now);
        self.watcher = self.watcher.filter(|&watcher| watcher != me);
        let idle = self.lock.head().filter(|&head| self.watcher != Some(head));
        Step::done(acquired).signal(idle.map(Cond::Own))
    }

    /// The first sleeps what the holder's interval has left; a full one where it is over or has not begun.
    fn wait(&mut self, me: ThreadId, now: Nanos) -> Step<Acquired> {
        if self.lock.head() != Some(me) {
            return Step::wait(Cond::Own(me), None);
        }
        self.watcher = Some(me);
        let held = self.held_since.map_or(Nanos::ZERO, |since| now.saturating_sub(since));
        let left = self.interval.saturating_sub(held);
        let timeout = if left == Nanos::ZERO { self.interval } else { left };
        Step::wait(Cond::Own(me), Some(timeout))
    }

    fn interval_is_over(&self, now: Nanos) -> bool {
        self.held_since.is_some_and(|since| now.saturating_sub(since) >= self.interval)
    }
}

impl Protocol for Fifo {
    fn take(&mut self, me: ThreadId, why: Take, now: Nanos) -> Step<Acquired> {
        match self.lock.take(me, why) {
            Some(acquired) => self.acquired(me, acquired, now),
            None => self.wait(me, now),
        }
    }

    fn woken_to_take(&mut self, me: ThreadId, how: Woken, now: Nanos) -> Step<Acquired> {
        if let Some(acquired) = self.lock.claim(me) {
            return self.acquired(me, acquired, now);
        }
        let first = self.lock.head() == Some(me);
        let requests = how == Woken::TimedOut && first && !self.drop_request && self.interval_is_over(now);
        self.drop_request |= requests;
        self.wait(me, now).request(self.lock.owner().filter(|_| requests))
    }

    fn release(&mut self, me: ThreadId, why: Release, _now: Nanos) -> Step<Freed> {
        self.held_since = None;
        self.drop_request = false;
        let next = self.lock.release(me, why);
        Step::done(Freed).signal(next.map(Cond::Own))
    }

    fn woken_to_leave(&mut self, _me: ThreadId, _how: Woken, _now: Nanos) -> Step<Freed> {
        Step::done(Freed)
    }

    fn attention(&self) -> bool {
        self.drop_request
    }

    fn checkpoint(&mut self, _me: ThreadId, _now: Nanos) -> bool {
        self.drop_request
    }

    fn is_handed_over(&self) -> bool {
        true
    }

    fn holder(&self) -> Option<ThreadId> {
        self.lock.owner()
    }

    fn set_interval(&mut self, interval: Nanos) {
        self.interval = interval.max(SHORTEST_INTERVAL);
    }
}
