//! A lock without any order: a flag, and one condition variable that says "released". Who comes by at the right moment
//! has it, and that is mostly who has just let it go. Knows nothing of when a holder lets go.

use super::{Acquired, Cond, Freed, Step};
use crate::ids::ThreadId;

/// The flag, and whose it is.
#[derive(Debug, Default)]
pub(super) struct Barging {
    locked: bool,
    /// Who holds the lock, or held it last.
    last_holder: Option<ThreadId>,
}

impl Barging {
    /// Takes the lock, or sleeps until it is released; a woken sleeper comes here again.
    pub fn take(&mut self, me: ThreadId) -> Step<Acquired> {
        if self.locked {
            return Step::wait(Cond::Released, None);
        }
        self.locked = true;
        let from = self.last_holder.replace(me).filter(|&holder| holder != me);
        Step::done(Acquired { from })
    }

    /// Lets the lock go and wakes one sleeper, who has to be quick.
    pub fn release(&mut self) -> Step<Freed> {
        self.locked = false;
        Step::done(Freed).signal(Cond::Released)
    }

    pub fn holder(&self) -> Option<ThreadId> {
        self.last_holder.filter(|_| self.locked)
    }
}
