//! How a thread logs: it pushes into a batch of its own, and whole batches travel over a channel.
//!
//! Reads no clock, takes no lock that is contended, and never waits: the channel is unbounded, since a thread that
//! waited for the log while it holds the GIL would change what is measured.

use super::writer::Message;
use super::{Event, EventKind};
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use crossbeam_channel::{Receiver, Sender, bounded, unbounded};

/// Events in a batch before it is sent.
const BATCH: usize = 512;

/// The longest time that one batch spans. It bounds what a killed process can lose, and only counts when the thread
/// records: before a long wait, call [`Recorder::flush`].
const SPAN: Nanos = Nanos::from_millis(100);

/// Batches that a sink which can wait has sent and nobody has taken.
const BATCHES_UNDER_WAY: usize = 64;

/// Where the recorders of one model's run send what they have.
#[derive(Clone, Debug)]
pub struct Sink {
    to: Sender<Message>,
    run: u32,
    /// Takes as many tokens as batches may be under way, where the sender can wait.
    pace: Option<Sender<()>>,
}

impl Sink {
    pub(super) fn new(to: Sender<Message>, run: u32) -> Sink {
        Sink { to, run, pace: None }
    }

    /// A sink that waits while many batches are under way: for who loses nothing by waiting.
    pub(super) fn paced(self) -> (Sink, Receiver<()>) {
        let (pace, tokens) = bounded(BATCHES_UNDER_WAY);
        (Sink { pace: Some(pace), ..self }, tokens)
    }

    /// A sink without a log behind it: for a child process, which sends the batches on, and for tests.
    pub fn collecting() -> (Sink, Batches) {
        let (to, from) = unbounded();
        (Sink::new(to, 0), Batches { from })
    }

    /// The handle by which one thread logs.
    pub fn recorder(&self, process: ProcessId, thread: ThreadId) -> Recorder {
        Recorder { sink: self.clone(), process, thread, batch: Vec::new() }
    }

    /// Takes events that were recorded elsewhere. Those of one thread must come in the order of their recording.
    pub fn forward(&self, events: Vec<Event>) {
        if let Some(pace) = &self.pace {
            // Without a receiver nobody counts, and nobody need wait.
            let _ = pace.send(());
        }
        // The receiver is gone only when the log is, and then nobody can want the events any more.
        let _ = self.to.send(Message::Batch { run: self.run, events });
    }
}

/// The receiving end of [`Sink::collecting`]: an iterator over batches that ends when the last sink and recorder is gone.
#[derive(Debug)]
pub struct Batches {
    from: Receiver<Message>,
}

impl Batches {
    /// The batches that are there, without waiting for more.
    pub fn arrived(&self) -> impl Iterator<Item = Vec<Event>> {
        self.from.try_iter().filter_map(|message| match message {
            Message::Batch { events, .. } => Some(events),
            _ => None,
        })
    }

    /// All events, in the order of arrival. Waits until the last sink and recorder is gone.
    pub fn into_events(self) -> Vec<Event> {
        self.flatten().collect()
    }
}

impl Iterator for Batches {
    type Item = Vec<Event>;

    fn next(&mut self) -> Option<Vec<Event>> {
        loop {
            match self.from.recv().ok()? {
                Message::Batch { events, .. } => return Some(events),
                _ => continue,
            }
        }
    }
}

/// Logs for one thread. What it has not sent yet goes when it is dropped.
#[derive(Debug)]
pub struct Recorder {
    sink: Sink,
    process: ProcessId,
    thread: ThreadId,
    batch: Vec<Event>,
}

impl Recorder {
    /// Notes that `kind` happened at `at`. Times of one recorder never go backwards.
    #[inline]
    pub fn record(&mut self, at: Nanos, kind: EventKind) {
        if self.is_due(at) {
            self.flush();
            self.batch.reserve_exact(BATCH);
        }
        self.batch.push(Event { at, process: self.process, thread: self.thread, kind });
    }

    /// Sends what there is. Cheap, but not free: for the moments before a long wait.
    pub fn flush(&mut self) {
        if !self.batch.is_empty() {
            self.sink.forward(std::mem::take(&mut self.batch));
        }
    }

    fn is_due(&self, at: Nanos) -> bool {
        self.batch.len() == self.batch.capacity()
            || self.batch.first().is_some_and(|first| at.saturating_sub(first.at) >= SPAN)
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(batch: &[Event]) -> Vec<u64> {
        batch.iter().map(|event| event.at.0).collect()
    }

    #[test]
    fn nothing_is_lost_between_recorder_and_sink() {
        let (sink, batches) = Sink::collecting();
        let mut recorder = sink.recorder(ProcessId(2), ThreadId(3));
        (0..2_000).for_each(|at| recorder.record(Nanos(at), EventKind::GilWanted));
        drop((recorder, sink));
        let events = batches.into_events();
        assert_eq!(times(&events), (0..2_000).collect::<Vec<_>>());
        assert!(events.iter().all(|event| event.process == ProcessId(2) && event.thread == ThreadId(3)));
    }

    #[test]
    fn a_batch_is_sent_when_it_is_full_or_spans_too_long() {
        let (sink, mut batches) = Sink::collecting();
        let mut recorder = sink.recorder(ProcessId(0), ThreadId(0));
        (0..=BATCH as u64).for_each(|at| recorder.record(Nanos(at), EventKind::GilWanted));
        assert_eq!(batches.next().map(|batch| batch.len()), Some(BATCH));
        recorder.record(SPAN + Nanos(BATCH as u64), EventKind::GilWanted);
        assert_eq!(batches.next().as_deref().map(times), Some(vec![BATCH as u64]));
    }

    #[test]
    fn recording_after_the_receiver_is_gone_is_harmless() {
        let (sink, batches) = Sink::collecting();
        drop(batches);
        let mut recorder = sink.recorder(ProcessId(0), ThreadId(0));
        recorder.record(Nanos(1), EventKind::GilWanted);
        recorder.flush();
    }
}
