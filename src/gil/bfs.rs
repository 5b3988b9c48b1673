//! `bfs`: the GIL as a scheduler with virtual deadlines, as Nir Aides proposed it for CPython in 2010.
//!
//! Each thread has a *slice* of 10 ms to interpret, and with each new slice a *deadline* of eight slices later. Both
//! are counted in the lock's own clock, which is the sum of what the threads have used. When the lock is let go, it is
//! given to the waiter with the earliest deadline, or to the first one whose deadline has passed. So a thread that uses
//! little keeps its early deadline, and is *urgent* when it comes back: it preempts the holder at once. A holder whose
//! deadline has passed is not preempted.
//!
//! Who lets the lock go by itself may *snatch* it back as long as its successor has not yet begun; a successor that is
//! less urgent than its predecessor gives it 12 µs for that. A yielder that should be given the lock again before its
//! successor waits until the successor has begun (*confirmation*); there is at most one such thread, the *switcher*.
//!
//! | state of a thread | event                                       | does                                  | next state |
//! |-------------------|---------------------------------------------|---------------------------------------|------------|
//! | outside           | `take`, slice used up                       | new slice and deadline; then:         |            |
//! | outside           | `take`, lock free                           | begins                                | holder     |
//! | outside           | `take`, urgent, the chosen has not begun    | begins (snatches)                     | holder     |
//! | outside           | `take`, urgent otherwise                    | asks to preempt                       | waiting    |
//! | outside           | `take` otherwise                            | asks to check the slice               | waiting    |
//! | waiting           | woken, chosen, predecessor more urgent      | lets it snatch                        | pausing    |
//! | waiting, pausing  | woken, chosen                               | begins                                | holder     |
//! | waiting           | timed out, not chosen                       | asks to check the slice               | waiting    |
//! | pausing           | woken, not chosen any more                  |                                       | waiting    |
//! | holder            | checkpoint, to preempt or slice used up     | must release                          | holder     |
//! | holder            | checkpoint otherwise                        | forgets the check of the slice        | holder     |
//! | holder            | `release`                                   | books its time, chooses, signals that |            |
//! | holder            | … successor has to confirm, no switcher yet |                                       | switcher   |
//! | holder            | … otherwise                                 |                                       | outside    |
//! | switcher          | another thread begins                       | is signalled                          | outside    |
//!
//! To *begin* is to hold the lock: there is no predecessor to snatch it any more, and the switcher is signalled.
//!
//! Source: `Python/bfs.c` in a later port of the patch to CPython issue 7946. There a thread that ends is treated as
//! one that blocks; here it waits for nobody and nobody waits for it.

use super::{Acquired, Cond, Freed, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;
use std::collections::VecDeque;

/// How long a successor waits for a more urgent predecessor to come back.
pub const SNATCH: Nanos = Nanos::from_micros(12);
/// How many slices a deadline lies ahead.
const DEADLINE_IN_SLICES: u64 = 8;
/// A waiter has the slice checked after this many hundredths of a slice for each thread that waits.
const PATIENCE_IN_HUNDREDTHS: u64 = 55;

/// One lock.
#[derive(Debug)]
pub struct Bfs {
    slice: Nanos,
    /// The lock's own clock: what all threads have used.
    used: Nanos,
    /// Who holds the lock or is chosen to.
    current: Option<ThreadId>,
    /// Who has let the lock go by itself, until its successor begins.
    previous: Option<ThreadId>,
    /// Who waits until its successor begins.
    switcher: Option<ThreadId>,
    /// Who waits, the chosen one included, in order of arrival.
    waiting: VecDeque<ThreadId>,
    preempt: bool,
    check_slice: bool,
    last_holder: Option<ThreadId>,
    /// By number of the thread.
    threads: Vec<Account>,
}

/// What is known of a thread.
#[derive(Clone, Copy, Debug, Default)]
struct Account {
    /// What is left of it.
    slice: Nanos,
    /// In the lock's clock.
    deadline: Nanos,
    /// When it last began to hold the lock.
    began: Nanos,
    pausing: bool,
}

impl Bfs {
    /// A free lock that nobody has held yet.
    pub fn new(slice: Nanos) -> Bfs {
        Bfs {
            slice,
            used: Nanos::ZERO,
            current: None,
            previous: None,
            switcher: None,
            waiting: VecDeque::new(),
            preempt: false,
            check_slice: false,
            last_holder: None,
            threads: Vec::new(),
        }
    }

    fn account(&self, thread: ThreadId) -> Account {
        self.threads.get(thread.0 as usize).copied().unwrap_or_default()
    }

    fn account_mut(&mut self, thread: ThreadId) -> &mut Account {
        let slot = thread.0 as usize;
        if self.threads.len() <= slot {
            self.threads.resize(slot + 1, Account::default());
        }
        &mut self.threads[slot]
    }

    fn deadline(&self, thread: ThreadId) -> Nanos {
        self.account(thread).deadline
    }

    fn renew(&mut self, me: ThreadId) {
        let (slice, used) = (self.slice, self.used);
        let account = self.account_mut(me);
        if account.slice == Nanos::ZERO {
            account.slice = slice;
            account.deadline = used + Nanos(slice.0.saturating_mul(DEADLINE_IN_SLICES));
        }
    }

    fn begin(&mut self, me: ThreadId, now: Nanos) -> Step<Acquired> {
        self.current = Some(me);
        self.previous = None;
        let account = self.account_mut(me);
        account.began = now;
        account.pausing = false;
        let from = self.last_holder.replace(me).filter(|&last| last != me);
        let switcher = self.switcher.take();
        Step::done(Acquired { from }).signal(switcher.map(Cond::Own))
    }

    fn wait(&self, me: ThreadId) -> Step<Acquired> {
        let hundredths = PATIENCE_IN_HUNDREDTHS.saturating_mul(self.waiting.len() as u64);
        let patience = u128::from(self.slice.0) * u128::from(hundredths) / 100;
        Step::wait(Cond::Own(me), Some(Nanos(patience.try_into().unwrap_or(u64::MAX))))
    }

    /// `me` is before `current`, whose deadline has not passed.
    fn urgent(&self, me: ThreadId, current: ThreadId) -> bool {
        self.deadline(me) <= self.deadline(current) && self.deadline(current) >= self.used
    }

    /// Whether the chosen `me` shall give its predecessor time to come back.
    fn may_be_snatched(&self, me: ThreadId) -> bool {
        let account = self.account(me);
        let earlier = |previous| account.deadline > self.deadline(previous) && account.deadline >= self.used;
        !account.pausing && self.previous.is_some_and(earlier)
    }

    /// The first whose deadline has passed, or else the earliest deadline.
    fn choose(&self) -> Option<ThreadId> {
        let passed = |thread: &&ThreadId| self.deadline(**thread) < self.used;
        let first_passed = self.waiting.iter().find(passed);
        first_passed.or_else(|| self.waiting.iter().min_by_key(|thread| self.deadline(**thread))).copied()
    }

    fn book(&mut self, me: ThreadId, now: Nanos) {
        let length = self.slice;
        let account = self.account_mut(me);
        let used = now.saturating_sub(account.began).min(length);
        account.slice = account.slice.saturating_sub(used);
        self.used += used;
    }

    /// Without confirmation `me` would have the lock back before `next` begins.
    fn must_confirm(&self, me: ThreadId, next: ThreadId) -> bool {
        let (mine, its) = (self.account(me), self.deadline(next));
        mine.slice == Nanos::ZERO || its < self.used || mine.deadline >= its
    }
}

impl Protocol for Bfs {
    fn take(&mut self, me: ThreadId, _why: Take, now: Nanos) -> Step<Acquired> {
        self.renew(me);
        let Some(current) = self.current else { return self.begin(me, now) };
        let urgent = self.urgent(me, current);
        if urgent && self.previous.is_some() {
            return self.begin(me, now);
        }
        self.preempt |= urgent;
        self.check_slice |= !urgent;
        self.waiting.push_back(me);
        self.wait(me).request(Some(current).filter(|_| urgent))
    }

    fn woken_to_take(&mut self, me: ThreadId, how: Woken, now: Nanos) -> Step<Acquired> {
        if self.current != Some(me) {
            let pausing = std::mem::take(&mut self.account_mut(me).pausing);
            self.check_slice |= how == Woken::TimedOut && !pausing;
            return self.wait(me);
        }
        if self.may_be_snatched(me) {
            self.account_mut(me).pausing = true;
            return Step::wait(Cond::Pause, Some(SNATCH));
        }
        self.waiting.retain(|&thread| thread != me);
        self.begin(me, now)
    }

    fn release(&mut self, me: ThreadId, why: Release, now: Nanos) -> Step<Freed> {
        self.book(me, now);
        if why == Release::Exit {
            *self.account_mut(me) = Account::default();
        }
        self.preempt = false;
        self.check_slice = false;
        self.previous = Some(me).filter(|_| why == Release::Blocking);
        self.current = self.choose();
        let Some(next) = self.current else { return Step::done(Freed) };
        let confirms = self.switcher.is_none() && why != Release::Exit && self.must_confirm(me, next);
        let step = if confirms { Step::wait(Cond::Own(me), None) } else { Step::done(Freed) };
        self.switcher = self.switcher.or(Some(me).filter(|_| confirms));
        step.signal(Cond::Own(next))
    }

    fn woken_to_leave(&mut self, me: ThreadId, _how: Woken, _now: Nanos) -> Step<Freed> {
        if self.switcher == Some(me) { Step::wait(Cond::Own(me), None) } else { Step::done(Freed) }
    }

    fn attention(&self) -> bool {
        self.preempt || self.check_slice
    }

    fn checkpoint(&mut self, me: ThreadId, now: Nanos) -> bool {
        self.check_slice = false;
        let Account { slice, began, .. } = self.account(me);
        !self.waiting.is_empty() && (self.preempt || slice <= now.saturating_sub(began))
    }

    fn holder(&self) -> Option<ThreadId> {
        self.current
    }
}
