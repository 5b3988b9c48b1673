//! A pipe: bytes in order, who may read and write, and who sleeps until it can. Knows no process beyond its number.
//!
//! | call  | is done at once where                                   | else                        |
//! |-------|---------------------------------------------------------|-----------------------------|
//! | read  | there are bytes, or nobody has a writing end (no bytes) | sleeps in the queue         |
//! | write | nobody has a reading end (EPIPE), or all bytes find room | fills the room, then sleeps |
//! | poll  | a read would be                                         | sleeps with the others      |
//!
//! Up to 4096 bytes are written whole or not yet, as POSIX wants it; who waits for room is woken when there is so much.

use super::holders::Holders;
use crate::engine::simulated::os::Tid;
use crate::ids::ProcessId;
use crate::vm::system::process::PIPE_CAPACITY;
use std::collections::VecDeque;

/// What is written in one piece.
const PIPE_BUF: usize = 4_096;

#[derive(Debug, Default)]
pub(super) struct Pipe {
    bytes: VecDeque<u8>,
    pub readers: Holders,
    pub writers: Holders,
    reading: VecDeque<Tid>,
    writing: VecDeque<Tid>,
    polling: Vec<Tid>,
}

/// How far a write has come.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Written {
    All,
    /// So many more bytes, and then there was no room.
    Part(usize),
    /// Nobody will ever read.
    Broken,
}

impl Pipe {
    /// A pipe whose ends the process has.
    pub fn of(process: ProcessId) -> Pipe {
        let mut pipe = Pipe::default();
        pipe.readers.add(process);
        pipe.writers.add(process);
        pipe
    }

    pub fn can_read(&self) -> bool {
        !self.bytes.is_empty() || self.writers.is_empty()
    }

    /// None: the thread has to sleep.
    pub fn read(&mut self, me: Tid, most: usize, woken: &mut Vec<Tid>) -> Option<Vec<u8>> {
        if !self.can_read() {
            queue(&mut self.reading, me);
            return None;
        }
        let count = most.min(self.bytes.len());
        let read = self.bytes.drain(..count).collect();
        self.note_change(woken);
        Some(read)
    }

    /// Writes what there is room for of what is left.
    pub fn write(&mut self, me: Tid, data: &[u8], woken: &mut Vec<Tid>) -> Written {
        if self.readers.is_empty() {
            return Written::Broken;
        }
        let count = self.piece(data.len());
        self.bytes.extend(&data[..count]);
        if count > 0 {
            self.note_change(woken);
        }
        if count == data.len() {
            return Written::All;
        }
        queue(&mut self.writing, me);
        Written::Part(count)
    }

    pub fn unread(&self) -> usize {
        self.bytes.len()
    }

    fn room(&self) -> usize {
        PIPE_CAPACITY - self.bytes.len()
    }

    /// How many of so many bytes can be written at once.
    pub fn piece(&self, length: usize) -> usize {
        if length <= PIPE_BUF && length > self.room() { 0 } else { length.min(self.room()) }
    }

    /// Somebody sleeps until it can be read.
    pub fn poll(&mut self, me: Tid) {
        if !self.polling.contains(&me) {
            self.polling.push(me);
        }
    }

    /// Wakes who may be able to go on: of readers and of writers the one that has waited longest, and all who poll. Who
    /// cannot go on after all queues again.
    pub fn note_change(&mut self, woken: &mut Vec<Tid>) {
        if self.can_read() {
            woken.extend(self.reading.pop_front());
            woken.append(&mut self.polling);
        }
        if self.readers.is_empty() || self.room() >= PIPE_BUF {
            woken.extend(self.writing.pop_front());
        }
    }

    /// The last end of a kind is gone: everybody who waits for the other kind goes on.
    pub fn note_closed(&mut self, woken: &mut Vec<Tid>) {
        if self.writers.is_empty() {
            woken.extend(self.reading.drain(..));
            woken.append(&mut self.polling);
        }
        if self.readers.is_empty() {
            woken.extend(self.writing.drain(..));
        }
    }

    /// The thread, which reads or writes, waits no longer. Who does not stand in a queue has been woken, and what for is the
    /// next one's.
    pub fn forget(&mut self, thread: Tid, woken: &mut Vec<Tid>) {
        let waits = self.reading.contains(&thread) || self.writing.contains(&thread);
        self.leave_queues(thread);
        if !waits {
            self.note_change(woken);
        }
    }

    pub fn leave_queues(&mut self, thread: Tid) {
        self.reading.retain(|waiter| *waiter != thread);
        self.writing.retain(|waiter| *waiter != thread);
        self.polling.retain(|waiter| *waiter != thread);
    }

    /// A process that ends has it no more.
    pub fn leave(&mut self, process: ProcessId, woken: &mut Vec<Tid>) {
        let had = self.readers.leave(process) | self.writers.leave(process);
        if had {
            self.note_closed(woken);
        }
    }

    pub fn is_gone(&self) -> bool {
        self.readers.is_empty() && self.writers.is_empty()
    }
}

fn queue(waiters: &mut VecDeque<Tid>, me: Tid) {
    if !waiters.contains(&me) {
        waiters.push_back(me);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const A: ProcessId = ProcessId(0);
    const READER: Tid = Tid(1);
    const WRITER: Tid = Tid(2);

    proptest! {
        #[test]
        fn what_is_written_is_read_whole_and_in_order(pieces in prop::collection::vec((1usize..90_000, 1usize..90_000), 1..12)) {
            let (mut pipe, mut woken) = (Pipe::of(A), Vec::new());
            let mut next = 0u8;
            for (length, most) in pieces {
                let mut left: Vec<u8> = (0..length).map(|_| { next = next.wrapping_mul(5).wrapping_add(7); next }).collect();
                let whole = left.clone();
                let mut got = Vec::new();
                loop {
                    let done = pipe.write(WRITER, &left, &mut woken);
                    if let Written::Part(count) = done { left.drain(..count); }
                    prop_assert!(pipe.bytes.len() <= PIPE_CAPACITY);
                    while pipe.can_read() {
                        let read = pipe.read(READER, most, &mut woken);
                        got.extend(read.unwrap_or_default());
                    }
                    if done == Written::All { break; }
                }
                prop_assert_eq!(&got, &whole);
            }
        }
    }

    #[test]
    fn the_end_of_the_file_comes_when_the_last_writer_is_gone_and_all_is_read() {
        let (mut pipe, mut woken) = (Pipe::of(A), Vec::new());
        let other = ProcessId(1);
        pipe.writers.add(other);
        assert_eq!(pipe.read(READER, 9, &mut woken), None);
        pipe.leave(other, &mut woken);
        assert!(woken.is_empty(), "somebody has a writing end");
        assert_eq!(pipe.write(WRITER, b"end", &mut woken), Written::All);
        assert_eq!(std::mem::take(&mut woken), [READER]);
        assert!(pipe.writers.remove(A));
        pipe.note_closed(&mut woken);
        assert_eq!(pipe.read(READER, 9, &mut woken), Some(b"end".to_vec()));
        assert_eq!(pipe.read(READER, 9, &mut woken), Some(Vec::new()));
    }

    #[test]
    fn who_writes_into_a_pipe_without_readers_is_told() {
        let (mut pipe, mut woken) = (Pipe::of(A), Vec::new());
        assert_eq!(pipe.write(WRITER, &[0; 70_000], &mut woken), Written::Part(PIPE_CAPACITY));
        assert!(pipe.readers.remove(A));
        pipe.note_closed(&mut woken);
        assert_eq!(woken, [WRITER]);
        assert_eq!(pipe.write(WRITER, &[0], &mut woken), Written::Broken);
    }

    #[test]
    fn who_waits_for_room_is_woken_when_a_piece_finds_some() {
        let (mut pipe, mut woken) = (Pipe::of(A), Vec::new());
        assert_eq!(pipe.write(WRITER, &[0; 70_000], &mut woken), Written::Part(PIPE_CAPACITY));
        assert_eq!(pipe.read(READER, 4, &mut woken).map(|read| read.len()), Some(4));
        assert_eq!((woken.len(), pipe.piece(PIPE_BUF), pipe.piece(70_000)), (0, 0, 4));
        assert_eq!(pipe.read(READER, PIPE_BUF, &mut woken).map(|read| read.len()), Some(PIPE_BUF));
        assert_eq!((woken, pipe.piece(70_000)), (vec![WRITER], PIPE_BUF + 4));
    }

    #[test]
    fn a_wake_up_of_a_thread_that_is_gone_is_the_next_ones() {
        let (mut pipe, mut woken) = (Pipe::of(A), Vec::new());
        assert_eq!((pipe.read(READER, 1, &mut woken), pipe.read(Tid(7), 1, &mut woken)), (None, None));
        assert_eq!(pipe.write(WRITER, b"x", &mut woken), Written::All);
        assert_eq!(std::mem::take(&mut woken), [READER]);
        pipe.forget(READER, &mut woken);
        assert_eq!(woken, [Tid(7)]);
    }

    #[test]
    fn who_goes_without_having_been_woken_wakes_nobody() {
        let (mut pipe, mut woken) = (Pipe::of(A), Vec::new());
        let [first, second, third] = [Tid(7), Tid(8), Tid(9)];
        for reader in [first, second, third] {
            assert_eq!(pipe.read(reader, 1, &mut woken), None);
        }
        assert_eq!(pipe.write(WRITER, b"x", &mut woken), Written::All);
        pipe.leave_queues(WRITER);
        pipe.forget(third, &mut woken);
        assert_eq!(woken, [first], "one byte is for one of them");
    }
}
