//! `pypy`: the GIL of PyPy.
//!
//! The lock is one word, and taking it one compare-and-swap, so a release before a C call is one store that wakes
//! nobody. A thread that finds the word taken spins for a moment and then queues. Only the first in the queue, the
//! *stealer*, does anything: it looks at the word every 0.1 ms and takes the lock when it finds it free. The others
//! sleep until they are the stealer. Every 10,000 bytecodes the holder yields, if there is a stealer: it hands the lock
//! to it, without ever freeing the word, and queues behind the others.
//!
//! | state of a thread | event                                       | does                           | next state |
//! |-------------------|---------------------------------------------|--------------------------------|------------|
//! | outside           | `take`, word free                           |                                | holder     |
//! | outside           | `take`, word taken                          |                                | spinning   |
//! | spinning          | looks, word free, no queue                  |                                | holder     |
//! | spinning          | looks, word free, queue                     | hands the lock to the stealer  | queued     |
//! | spinning          | looks, word taken                           | looks again                    | spinning   |
//! | spinning          | looks for the last time, or waiters changed | as the stealer, if first       | queued     |
//! | queued            | is first                                    | polls from now on              | stealer    |
//! | stealer           | looks, word free or lock handed over        | wakes the next stealer         | holder     |
//! | stealer           | looks otherwise                             | sleeps 0.1 ms                  | stealer    |
//! | holder            | checkpoint, the pace is up, queue           | must release                   | holder     |
//! | holder            | `release(Forced)`, queue                    | hands the lock to the stealer  | outside    |
//! | holder            | `release` otherwise                         | frees the word, signals nobody | outside    |
//!
//! So a free lock may lie there for 0.1 ms, and a C call shorter than that is mostly not noticed: the holder has the
//! lock back before the stealer looks.
//!
//! Source: `rpython/translator/c/src/thread_gil.c` of PyPy. There the spin is a loop of 40 to 400 pause instructions;
//! here it is [`LOOKS`] looks, each after [`SPIN`], which is assumed to be about as long.

use super::{Acquired, Cond, Freed, Pace, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;
use std::collections::{BTreeMap, VecDeque};
use std::num::NonZeroU32;

/// How often a thread looks at the word before it queues.
pub const LOOKS: u32 = 8;
/// How long it spins before each look.
pub const SPIN: Nanos = Nanos(500);
/// How long the stealer sleeps between two looks.
pub const POLL: Nanos = Nanos::from_micros(100);

/// One lock.
#[derive(Debug)]
pub struct Pypy {
    check_interval: NonZeroU32,
    /// The word is taken: somebody holds the lock, or it is being handed over.
    taken: bool,
    /// The lock waits for the stealer to fetch it.
    handed_over: bool,
    /// Who holds the lock, or held it last.
    last_holder: Option<ThreadId>,
    /// The stealer first.
    queue: VecDeque<ThreadId>,
    spinning: BTreeMap<ThreadId, Spin>,
}

#[derive(Debug)]
struct Spin {
    looks_left: u32,
    /// How many waited when the spin began, it included.
    waiters: usize,
}

impl Pypy {
    /// A free lock that nobody has held yet.
    pub fn new(check_interval: NonZeroU32) -> Pypy {
        Pypy {
            check_interval,
            taken: false,
            handed_over: false,
            last_holder: None,
            queue: VecDeque::new(),
            spinning: BTreeMap::new(),
        }
    }

    fn acquire(&mut self, me: ThreadId) -> Step<Acquired> {
        self.taken = true;
        self.handed_over = false;
        Step::done(Acquired { from: self.last_holder.replace(me).filter(|&last| last != me) })
    }

    fn spin(&mut self, me: ThreadId, mut spin: Spin) -> Step<Acquired> {
        if !self.taken {
            return self.found_free(me);
        }
        let changed = spin.waiters != self.waiters() + 1;
        if changed || spin.looks_left == 0 {
            self.queue.push_back(me);
            return self.queued(me);
        }
        spin.looks_left -= 1;
        self.spinning.insert(me, spin);
        Step::wait(Cond::Pause, Some(SPIN))
    }

    /// A spinning thread has got the word; for the sake of those who wait longer it does not keep it.
    fn found_free(&mut self, me: ThreadId) -> Step<Acquired> {
        let Some(&stealer) = self.queue.front() else { return self.acquire(me) };
        self.hand_over();
        self.queue.push_back(me);
        Step::wait(Cond::Own(me), None).signal(Cond::Own(stealer))
    }

    fn queued(&mut self, me: ThreadId) -> Step<Acquired> {
        if self.queue.front() != Some(&me) {
            return Step::wait(Cond::Own(me), None);
        }
        if self.taken && !self.handed_over {
            return Step::wait(Cond::Own(me), Some(POLL));
        }
        self.queue.pop_front();
        let next_stealer = self.queue.front().copied();
        self.acquire(me).signal(next_stealer.map(Cond::Own))
    }

    fn hand_over(&mut self) {
        self.taken = true;
        self.handed_over = true;
    }

    fn waiters(&self) -> usize {
        self.queue.len() + self.spinning.len()
    }
}

impl Protocol for Pypy {
    fn take(&mut self, me: ThreadId, _why: Take, _now: Nanos) -> Step<Acquired> {
        if !self.taken {
            return self.acquire(me);
        }
        let waiters = self.waiters() + 1;
        self.spin(me, Spin { looks_left: LOOKS, waiters })
    }

    fn woken_to_take(&mut self, me: ThreadId, _how: Woken, _now: Nanos) -> Step<Acquired> {
        match self.spinning.remove(&me) {
            Some(spin) => self.spin(me, spin),
            None => self.queued(me),
        }
    }

    fn release(&mut self, _me: ThreadId, why: Release, _now: Nanos) -> Step<Freed> {
        match self.queue.front() {
            Some(&stealer) if why == Release::Forced => {
                self.hand_over();
                Step::done(Freed).signal(Cond::Own(stealer))
            }
            _ => {
                self.taken = false;
                Step::done(Freed)
            }
        }
    }

    fn woken_to_leave(&mut self, _me: ThreadId, _how: Woken, _now: Nanos) -> Step<Freed> {
        Step::done(Freed)
    }

    fn attention(&self) -> bool {
        false
    }

    fn checkpoint(&mut self, _me: ThreadId, _now: Nanos) -> bool {
        !self.queue.is_empty()
    }

    fn pace(&self) -> Pace {
        Pace::EveryBytecodes(self.check_interval.get())
    }

    fn holder(&self) -> Option<ThreadId> {
        self.last_holder.filter(|_| self.taken && !self.handed_over)
    }
}
