//! What the machine tells of itself: the events of every engine, in the order in which they happen.

use crate::engine::simulated::os::{Tid, Witness};
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use crate::trace::{Event, EventKind, Sink};

/// Events in a batch before it is sent.
const BATCH: usize = 512;

/// Where events go. Whether anybody wants them makes no difference to the run.
#[derive(Debug)]
pub struct Log {
    sink: Option<Sink>,
    batch: Vec<Event>,
    /// Who the threads are, by [`Tid`].
    names: Vec<(ProcessId, ThreadId)>,
}

impl Log {
    pub fn new(sink: Option<&Sink>) -> Log {
        Log { sink: sink.cloned(), batch: Vec::new(), names: Vec::new() }
    }

    /// The next thread's name in the log.
    pub fn introduce(&mut self, process: ProcessId, thread: ThreadId) {
        self.names.push((process, thread));
    }

    /// The thread's next event.
    pub fn record(&mut self, at: Nanos, thread: Tid, kind: EventKind) {
        if self.sink.is_some() {
            self.keep(at, thread, kind);
        }
    }

    /// The same of an event that is only made where somebody wants it.
    #[inline(always)]
    pub fn note(&mut self, at: Nanos, thread: Tid, kind: impl FnOnce() -> EventKind) {
        if self.sink.is_some() {
            self.keep(at, thread, kind());
        }
    }

    fn keep(&mut self, at: Nanos, thread: Tid, kind: EventKind) {
        let (process, thread) = self.names[thread.index()];
        if self.batch.capacity() == 0 {
            self.batch.reserve_exact(BATCH);
        }
        self.batch.push(Event { at, process, thread, kind });
        if self.batch.len() == BATCH {
            self.flush();
        }
    }

    /// Sends what is there.
    pub fn flush(&mut self) {
        if let Some(sink) = &self.sink
            && !self.batch.is_empty()
        {
            sink.forward(std::mem::take(&mut self.batch));
        }
    }
}

impl Witness for Log {
    #[inline]
    fn on_core(&mut self, at: Nanos, thread: Tid, core: u32) {
        self.note(at, thread, || EventKind::OnCore { core });
    }

    #[inline]
    fn off_core(&mut self, at: Nanos, thread: Tid) {
        self.note(at, thread, || EventKind::OffCore);
    }
}
