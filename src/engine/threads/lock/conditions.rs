//! The condition variables on which the threads of a lock sleep. Knows nothing of why they do.

use super::{Gil, Shared};
use crate::engine::threads::sync::{Condvar, MutexGuard};
use crate::gil::{Cond, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;
use std::sync::Arc;

/// Those that threads share.
pub(super) struct Conditions {
    released: Condvar,
    taken: Condvar,
    urgent: Condvar,
    /// Nobody signals it.
    pause: Condvar,
}

/// Those that belong to one thread, by its number, made when it first sleeps.
#[derive(Default)]
pub(super) struct OwnConditions(Vec<Arc<Condvar>>);

impl Conditions {
    pub fn new() -> Conditions {
        Conditions { released: Condvar::new(), taken: Condvar::new(), urgent: Condvar::new(), pause: Condvar::new() }
    }

    pub fn signal(&self, own: &OwnConditions, cond: Cond) {
        let condvar = match cond {
            Cond::Released => Some(&self.released),
            Cond::Taken => Some(&self.taken),
            Cond::Urgent => Some(&self.urgent),
            Cond::Own(thread) => own.0.get(thread.0 as usize).map(Arc::as_ref),
            Cond::Pause => None,
        };
        if let Some(condvar) = condvar {
            condvar.notify_one();
        }
    }
}

impl OwnConditions {
    fn of(&mut self, thread: ThreadId) -> Arc<Condvar> {
        let slot = thread.0 as usize;
        if self.0.len() <= slot {
            self.0.resize_with(slot + 1, Arc::default);
        }
        self.0[slot].clone()
    }
}

impl<T> Gil<T> {
    pub(super) fn sleep(&self, shared: &mut MutexGuard<'_, Shared<T>>, on: Cond, timeout: Option<Nanos>) -> Woken {
        match on {
            Cond::Released => sleep_on(&self.conditions.released, shared, timeout),
            Cond::Taken => sleep_on(&self.conditions.taken, shared, timeout),
            Cond::Urgent => sleep_on(&self.conditions.urgent, shared, timeout),
            Cond::Pause => sleep_on(&self.conditions.pause, shared, timeout),
            Cond::Own(thread) => {
                let own = shared.own.of(thread);
                sleep_on(&own, shared, timeout)
            }
        }
    }
}

fn sleep_on<T>(condvar: &Condvar, shared: &mut MutexGuard<'_, T>, timeout: Option<Nanos>) -> Woken {
    match timeout {
        Some(timeout) if condvar.wait_for(shared, timeout.into()).timed_out() => Woken::TimedOut,
        Some(_) => Woken::Signalled,
        None => {
            condvar.wait(shared);
            Woken::Signalled
        }
    }
}
