//! Who is still awake in a hand-off, and who finds the lock's mutex taken.
//!
//! A waiter is awake for as long as it takes to set its timer: a signal that comes meanwhile is its own, though others have
//! waited longer. Nobody holds the mutex here; that somebody else finds it taken, and has to sleep for it, is a matter of
//! chance. That happens to a waiter that is signalled while awake, since the signaller still has it, and to a holder that
//! comes to let go when the waiter that asked for it has slept so long that it works slowly at first. Knows no protocol.

use super::plan::LockCosts;
use super::thread::Doing;
use super::{Machine, Program};
use crate::engine::simulated::os::Tid;
use crate::gil::Release;
use crate::time::Nanos;

impl<P: Program> Machine<'_, P> {
    /// The core of who has just asked for the lock, if it is so slow that it still has the mutex.
    #[inline]
    pub(super) fn slow_requester(&mut self, me: Tid, why: Release) -> Option<u32> {
        if why != Release::Forced {
            return None;
        }
        let lock = self.threads[me.index()].lock;
        let last = *self.locks[lock].released.back()?;
        let is_slow = self.is_awake(last) && std::mem::take(&mut self.threads[last.index()].wait.slow);
        is_slow.then(|| self.os.last_core_of(last))
    }

    /// Whether a thread that waits has not given up its core yet.
    #[inline]
    pub(super) fn is_awake(&self, waiter: Tid) -> bool {
        let thread = &self.threads[waiter.index()];
        match thread.doing {
            Doing::FallingAsleep(_) => self.os.core_of(waiter).is_some(),
            Doing::Asleep(_) => self.os.now < thread.wait.sets_timer_until && self.os.has_left_its_core_idle(waiter),
            _ => false,
        }
    }

    /// Whether a thread that is signalled while it is awake finds the signaller, or another, in the mutex.
    #[inline]
    pub(super) fn is_mutex_taken(&mut self) -> bool {
        self.collisions.happens(self.costs.lock.collide)
    }

    /// The thread finds the mutex taken: it sleeps until it is woken from the core `by`.
    #[cold]
    pub(super) fn sleep_for_mutex(&mut self, me: Tid, then: Doing, by: u32) {
        self.os.sleep(me);
        self.rouse(me, then);
        self.os.wake(me, Some(by));
    }

    /// Whether a thread that has slept so long works so slowly at first that the holder comes for the mutex before it has
    /// left that. After a sleep of t that is so in `slow` · t² / (t² + `cools`²) of the cases.
    #[inline]
    pub(super) fn has_become_slow(&mut self, slept: Nanos) -> bool {
        let LockCosts { slow, cools, .. } = self.costs.lock;
        let [slept, cools] = [slept.0 as f64, cools.0 as f64];
        let share = f64::from(slow) * (slept * slept) / (slept * slept + cools * cools).max(1.0);
        self.collisions.happens(share as u32)
    }
}
