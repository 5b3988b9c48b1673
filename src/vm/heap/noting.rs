//! What takes longer than its instruction says is noted here until somebody is told.

use super::Heap;
use crate::vm::int::is_at_hand;
use crate::vm::noted::{Note, Noted};

impl Heap {
    /// Something that takes longer than its instruction says.
    #[inline]
    pub(in crate::vm) fn note(&mut self, note: Note) {
        self.note_many(note, 1);
    }

    /// Notes that an operation has given a whole number, which is made unless it is at hand.
    #[inline]
    pub(in crate::vm) fn note_whole(&mut self, number: i64) {
        if !is_at_hand(number) {
            self.note(Note::Whole);
        }
    }

    /// A note so many times.
    #[inline]
    pub(in crate::vm) fn note_many(&mut self, note: Note, times: usize) {
        self.noted.add(note, times as u64);
        self.has_noted |= times > 0;
    }

    /// What there has been since this was asked last.
    #[inline]
    pub fn take_noted(&mut self) -> Option<Noted> {
        std::mem::take(&mut self.has_noted).then(|| std::mem::take(&mut self.noted))
    }
}
