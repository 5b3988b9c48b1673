//! Threads of a process that is stopped: they have no core, whatever they were at and whatever comes for them, until it goes
//! on. What they sleep for happens meanwhile.

use super::entity::{Entity, State};
use super::{Os, Tid, Witness};
use crate::engine::simulated::kernel::Slot;

impl<W: Witness> Os<W> {
    /// The thread stands still until [`Os::resume`].
    pub fn stop(&mut self, thread: Tid) {
        let Entity { state, core: at, .. } = self.entities[thread.index()];
        match state {
            State::Asleep | State::Stopped => {}
            State::Running => self.sleep(thread),
            State::Waking => {
                self.cores[at as usize].coming -= 1;
                self.queue.clear(Slot::Thread(thread.0));
                self.note_idleness(at);
            }
            State::Ready => {
                self.take_ready(thread, at);
                self.leave(thread, at);
                self.note_idleness(at);
            }
        }
        let entity = &mut self.entities[thread.index()];
        entity.stopped = true;
        if state != State::Asleep {
            entity.state = State::Stopped;
        }
    }

    /// It goes on where it stood, or with what has come for it.
    pub fn resume(&mut self, thread: Tid) {
        let entity = &mut self.entities[thread.index()];
        entity.stopped = false;
        if entity.state == State::Stopped {
            entity.state = State::Asleep;
            self.wake(thread, None);
        }
    }

    /// Whether the thread, which something has come for, is stopped; then it takes note of it.
    #[inline]
    pub(super) fn stays_stopped(&mut self, thread: Tid) -> bool {
        let entity = &mut self.entities[thread.index()];
        if entity.stopped {
            entity.state = State::Stopped;
        }
        entity.stopped
    }
}
