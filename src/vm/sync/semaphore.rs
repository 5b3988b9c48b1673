//! A binary semaphore with a queue, as a lock of CPython up to 3.12 is one beneath.
//!
//! ```text
//!              take           post
//!   free  ──────────▶ held ──────────▶ free, and the first in the queue is to be woken
//! ```
//!
//! Who posts hands nothing over: until the woken one runs, anybody may take the semaphore (barging). Who then finds it
//! taken queues at the tail again. A thread retries without the interpreter's lock, which is why the state is atomic:
//! it can own a semaphore while it still waits for the GIL. Who was woken counts as waiting until it has come back, so that
//! whoever posts meanwhile asks the system to wake one, in vain.

use crate::ids::ThreadId;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A thread of the interpreter's process.
pub type Waiter = ThreadId;

/// What stands in place of a holder where there is none.
const FREE: u32 = u32::MAX;

/// A semaphore that one thread can have.
#[derive(Debug)]
pub struct Semaphore {
    holder: AtomicU32,
    waiters: Mutex<Waiters>,
}

#[derive(Debug, Default)]
struct Waiters {
    queue: VecDeque<Waiter>,
    /// Woken, and not back yet.
    coming: Vec<Waiter>,
}

/// What a post comes to.
#[must_use = "who sleeps is woken by nobody else"]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posted {
    /// Nobody waits.
    Alone,
    /// The system was asked to wake one, and there is only who was woken before.
    InVain,
    /// This one must be woken: it has left the queue.
    Wakes(Waiter),
}

/// A copy, for a copied interpreter, has nobody in its queue.
impl Clone for Semaphore {
    fn clone(&self) -> Semaphore {
        Semaphore { holder: AtomicU32::new(self.holder.load(Ordering::SeqCst)), waiters: Mutex::default() }
    }
}

impl Default for Semaphore {
    fn default() -> Semaphore {
        Semaphore { holder: AtomicU32::new(FREE), waiters: Mutex::default() }
    }
}

impl Semaphore {
    /// Who took it last and has not posted it.
    pub fn holder(&self) -> Option<Waiter> {
        Some(self.holder.load(Ordering::SeqCst)).filter(|holder| *holder != FREE).map(ThreadId)
    }

    /// One that this thread has, if any.
    pub fn held_by(holder: Option<Waiter>) -> Semaphore {
        Semaphore { holder: AtomicU32::new(holder.map_or(FREE, |holder| holder.0)), waiters: Mutex::default() }
    }

    /// Who has it is another thread from now on, as in a copied process.
    pub fn rename_holder(&self, now: impl Fn(Waiter) -> Waiter) {
        if let Some(holder) = self.holder() {
            self.holder.store(now(holder).0, Ordering::SeqCst);
        }
    }

    /// Takes it if it is free.
    #[must_use]
    pub fn try_take(&self, me: Waiter) -> bool {
        self.holder.compare_exchange(FREE, me.0, Ordering::SeqCst, Ordering::SeqCst).is_ok()
    }

    /// Takes it, or queues at the tail.
    #[must_use]
    pub fn retry(&self, me: Waiter) -> bool {
        let mut waiters = self.waiters();
        let taken = self.try_take(me);
        waiters.coming.retain(|waiter| *waiter != me);
        if !taken {
            waiters.queue.push_back(me);
        }
        taken
    }

    /// Who was woken takes it, if it is free, and is on its way still if not.
    #[must_use]
    pub fn try_again(&self, me: Waiter) -> bool {
        let mut waiters = self.waiters();
        let taken = self.try_take(me);
        if taken {
            waiters.coming.retain(|waiter| *waiter != me);
        }
        taken
    }

    /// Leaves the queue. True where the semaphore is the caller's after all.
    #[must_use]
    pub fn give_up(&self, me: Waiter) -> bool {
        let mut waiters = self.waiters();
        let waiting = waiters.queue.len();
        waiters.queue.retain(|waiter| *waiter != me);
        waiters.coming.retain(|waiter| *waiter != me);
        // Who is no longer in the queue has been woken for it, and must not let that be in vain.
        waiters.queue.len() == waiting && self.try_take(me)
    }

    /// Frees it.
    pub fn post(&self) -> Posted {
        let mut waiters = self.waiters();
        self.holder.store(FREE, Ordering::SeqCst);
        match waiters.queue.pop_front() {
            Some(waiter) => {
                waiters.coming.push(waiter);
                Posted::Wakes(waiter)
            }
            None if waiters.coming.is_empty() => Posted::Alone,
            None => Posted::InVain,
        }
    }

    /// Frees it where nobody waits for it; whether it has.
    #[must_use]
    pub fn post_alone(&self) -> bool {
        let waiters = self.waiters();
        let is_alone = waiters.queue.is_empty() && waiters.coming.is_empty();
        if is_alone {
            self.holder.store(FREE, Ordering::SeqCst);
        }
        is_alone
    }

    fn waiters(&self) -> MutexGuard<'_, Waiters> {
        // Nothing that is done with it can leave it half done.
        self.waiters.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Waiter = ThreadId(1);
    const B: Waiter = ThreadId(2);
    const C: Waiter = ThreadId(3);

    #[test]
    fn the_longest_waiter_is_woken_and_anybody_may_take_it_meanwhile() {
        let semaphore = Semaphore::default();
        assert!(semaphore.try_take(A));
        assert!(!semaphore.retry(B) && !semaphore.retry(C));
        assert_eq!(semaphore.post(), Posted::Wakes(B));
        assert!(semaphore.try_take(A), "barging");
        assert!(!semaphore.retry(B), "queues again");
        assert_eq!((semaphore.post(), semaphore.retry(C)), (Posted::Wakes(C), true));
        assert_eq!((semaphore.holder(), semaphore.post()), (Some(C), Posted::Wakes(B)));
    }

    #[test]
    fn who_gives_up_leaves_the_queue_and_loses_no_wake_up() {
        let semaphore = Semaphore::default();
        assert!(semaphore.try_take(A));
        assert!(!semaphore.retry(B));
        assert!(!semaphore.give_up(B));
        assert_eq!(semaphore.post(), Posted::Alone);
        assert!(semaphore.try_take(A) && !semaphore.retry(B));
        assert_eq!(semaphore.post(), Posted::Wakes(B));
        assert!(semaphore.give_up(B), "it was woken at the last moment");
        assert_eq!(semaphore.holder(), Some(B));
    }

    #[test]
    fn who_was_woken_is_waited_for_until_it_has_come_back() {
        let semaphore = Semaphore::default();
        assert!(semaphore.try_take(A) && !semaphore.retry(B));
        assert_eq!(semaphore.post(), Posted::Wakes(B));
        assert!(semaphore.try_take(A) && !semaphore.try_again(B), "barging");
        assert!(!semaphore.post_alone(), "it is on its way");
        assert_eq!(semaphore.post(), Posted::InVain);
        assert!(semaphore.try_again(B) && semaphore.post_alone());
        assert!(semaphore.try_take(A) && !semaphore.retry(B));
        assert_eq!(semaphore.post(), Posted::Wakes(B));
        assert!(semaphore.give_up(B) && semaphore.post_alone());
    }
}
