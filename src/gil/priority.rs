//! `priority`: CPython's GIL with two classes of threads, as David Beazley proposed it in 2010.
//!
//! A thread that was forced to drop the lock is *CPU-bound* from then on, one that let it go by itself is *I/O-bound*,
//! and so is a new one. An I/O-bound thread that finds a CPU-bound one holding the lock sets the drop request at once.
//! Between equals all is as under `cpython-interval`, and so is the forced switching.
//!
//! | state of a thread | event                                           | does                               | next state |
//! |-------------------|-------------------------------------------------|------------------------------------|------------|
//! | any               | as under `cpython-interval`                     | the same, but for this:            |            |
//! | outside, waiting  | `take` or woken, I/O-bound, holder CPU-bound    | sets the drop request              | waiting    |
//! | holder            | `release(Forced)`                               | is CPU-bound; then as `release`    |            |
//! | holder            | `release(Blocking)`                             | is I/O-bound; then as `release`    |            |
//! | holder            | `release`, `wake=by-class`, I/O-bound ones wait | signals Urgent instead of Released | as there   |
//!
//! With `wake=by-class` the I/O-bound wait on a condition variable of their own, which is signalled first. With
//! `wake=one-condvar` there is one for all, as in the proposal, and it fails with two CPU-bound threads: the drop is
//! requested at once, but the wake-up goes to who has waited longest, and that is the other CPU-bound thread.
//!
//! No bound on waiting is promised: with `by-class`, I/O-bound threads that are never forced to drop the lock keep
//! CPU-bound ones out for as long as they come back in time.
//!
//! Source: the discussion of CPython issue 7946; the wake-up by class is not in it.

use super::cpython_interval::CpythonInterval;
use super::{Acquired, Cond, Freed, Next, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;
use std::collections::BTreeSet;

/// Whom a release wakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// An I/O-bound waiter, if there is one.
    ByClass,
    /// Who has waited longest.
    OneCondvar,
}

impl Wake {
    pub const ALL: [Wake; 2] = [Wake::ByClass, Wake::OneCondvar];

    /// The name as a parameter's value.
    pub fn name(self) -> &'static str {
        match self {
            Wake::ByClass => "by-class",
            Wake::OneCondvar => "one-condvar",
        }
    }
}

/// One lock.
#[derive(Debug)]
pub struct Priority {
    gil: CpythonInterval,
    wake: Wake,
    cpu_bound: BTreeSet<ThreadId>,
    /// The I/O-bound threads that want the lock.
    urgent: BTreeSet<ThreadId>,
}

impl Priority {
    /// A free lock that nobody has held yet.
    pub fn new(interval: Nanos, wake: Wake) -> Priority {
        Priority { gil: CpythonInterval::new(interval), wake, cpu_bound: BTreeSet::new(), urgent: BTreeSet::new() }
    }

    /// What an I/O-bound thread does differently where CPython's has to wait.
    fn by_class(&mut self, me: ThreadId, step: Step<Acquired>) -> Step<Acquired> {
        let Next::Wait { on, timeout } = step.next else {
            self.urgent.remove(&me);
            return step;
        };
        if self.cpu_bound.contains(&me) {
            return step;
        }
        self.urgent.insert(me);
        let on = if self.wake == Wake::ByClass { Cond::Urgent } else { on };
        let step = Step { next: Next::Wait { on, timeout }, ..step };
        let cpu_bound = self.gil.holder().filter(|holder| self.cpu_bound.contains(holder));
        match cpu_bound {
            Some(_) if !self.gil.attention() => step.request(self.gil.request_drop()),
            _ => step,
        }
    }

    fn classify(&mut self, me: ThreadId, why: Release) {
        match why {
            Release::Forced => self.cpu_bound.insert(me),
            Release::Blocking | Release::Exit => self.cpu_bound.remove(&me),
        };
    }
}

impl Protocol for Priority {
    fn take(&mut self, me: ThreadId, why: Take, now: Nanos) -> Step<Acquired> {
        let step = self.gil.take(me, why, now);
        self.by_class(me, step)
    }

    fn woken_to_take(&mut self, me: ThreadId, how: Woken, now: Nanos) -> Step<Acquired> {
        let step = self.gil.woken_to_take(me, how, now);
        self.by_class(me, step)
    }

    fn release(&mut self, me: ThreadId, why: Release, now: Nanos) -> Step<Freed> {
        self.classify(me, why);
        let step = self.gil.release(me, why, now);
        let first_class = self.wake == Wake::ByClass && !self.urgent.is_empty();
        step.signal(if first_class { Cond::Urgent } else { Cond::Released })
    }

    fn woken_to_leave(&mut self, me: ThreadId, how: Woken, now: Nanos) -> Step<Freed> {
        self.gil.woken_to_leave(me, how, now)
    }

    fn attention(&self) -> bool {
        self.gil.attention()
    }

    fn checkpoint(&mut self, me: ThreadId, now: Nanos) -> bool {
        self.gil.checkpoint(me, now)
    }

    /// Only CPU-bound threads sleep on Released then, and they do as under CPython's lock.
    fn old_waits_end_in_vain(&self) -> bool {
        self.wake == Wake::ByClass
    }

    fn holder(&self) -> Option<ThreadId> {
        self.gil.holder()
    }

    fn set_interval(&mut self, interval: Nanos) {
        self.gil.set_interval(interval);
    }
}
