//! A lock that is handed over in strict order: it always belongs to one thread, which may still be about to wake, and
//! nobody can barge in. Knows nothing of when an owner lets go.

use super::{Acquired, Release, Take};
use crate::ids::ThreadId;
use std::collections::VecDeque;

/// Whose the lock is, and who queues for it.
#[derive(Debug, Default)]
pub(super) struct HandingOver {
    owner: Option<ThreadId>,
    /// Without the owner, the next one first. Empty while there is no owner.
    queue: VecDeque<ThreadId>,
    last_holder: Option<ThreadId>,
}

impl HandingOver {
    /// The lock, if it is free or has been handed to `me`; otherwise `me` queues.
    pub fn take(&mut self, me: ThreadId, why: Take) -> Option<Acquired> {
        match self.owner {
            None => self.owner = Some(me),
            // Who was forced to drop the lock has its place already.
            Some(_) if why == Take::AfterForced => {}
            Some(_) => self.queue.push_back(me),
        }
        self.claim(me)
    }

    /// The lock, if it is the turn of `me`.
    pub fn claim(&mut self, me: ThreadId) -> Option<Acquired> {
        (self.owner == Some(me)).then(|| Acquired { from: self.last_holder.replace(me).filter(|&last| last != me) })
    }

    /// Hands the lock to the first in the queue and tells who that is, if another thread. Who is forced to drop it
    /// queues in the same step, so that nobody gets in between; alone, it hands the lock to itself.
    pub fn release(&mut self, me: ThreadId, why: Release) -> Option<ThreadId> {
        if why == Release::Forced {
            self.queue.push_back(me);
        }
        self.owner = self.queue.pop_front();
        self.owner.filter(|&next| next != me)
    }

    pub fn owner(&self) -> Option<ThreadId> {
        self.owner
    }

    /// Who queues, the next one first.
    pub fn queue(&self) -> impl Iterator<Item = ThreadId> {
        self.queue.iter().copied()
    }

    /// Who stands at this place in the queue, from 0, comes first.
    pub fn bring_forward(&mut self, place: usize) {
        if let Some(chosen) = self.queue.remove(place) {
            self.queue.push_front(chosen);
        }
    }

    /// Who gets the lock next.
    pub fn head(&self) -> Option<ThreadId> {
        self.queue.front().copied()
    }
}
