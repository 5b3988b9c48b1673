//! What takes longer than its instruction says, counted. Knows no cost.

use super::listed::listed;

listed! {
    /// What there is to note.
    pub enum Note {
        /// Arguments of a native function that are read by a description of them.
        Parsed,
        /// An operation on a lock of the program.
        LockStep,
        /// A lock of the program is given back while one that was woken for it is still on its way.
        WakeInVain,
        /// A call of `acquire` that has arguments to be read.
        LockArguments,
        /// An item put into a `SimpleQueue` or taken from it, without one that somebody had to wait for.
        QueueStep,
        /// An object of one of the program's classes, or a coroutine, is made.
        Instance,
        /// A call of an `__init__` that is Python.
        Init,
        /// An operator, a subscript or a call that calls a method of its operand's class; what a class or `super` gives in place
        /// of what it has.
        Special,
        /// A frame in which an exception was raised, or that it passed.
        Raise,
        /// A call whose arguments are given by keyword, or packed into a tuple or dict; the call of a property.
        Packed,
        /// An item that native code visits.
        Item,
        /// A call of a Python function by native code.
        Callback,
        /// A random number between 0 and 1.
        Drawn,
        /// A random whole number below a limit.
        Below,
        /// A member of an enumeration that is asked of its class.
        Member,
        /// The least or greatest of several arguments.
        Extreme,
        /// An item that is copied with others.
        Copy,
        /// An entry that native code makes in a table, or a text in a list.
        Entry,
        /// An item that a Counter counts.
        Counted,
        /// A number that sorting finds in order, or a comparison of two in search of the least or greatest.
        InOrder,
        /// A comparison of numbers, of texts, or of anything else, while sorting.
        Compare,
        CompareText,
        CompareOther,
        /// A character or byte that a method of texts reads or writes.
        Character,
        /// A function of `math` that computes a series, a logarithm or a common divisor.
        Mathematics,
        /// A value is turned into text, or a text into a number.
        Conversion,
        /// Digits are made of a float.
        FloatText,
        /// An object that hashes is made.
        Hasher,
        /// A character that is read or written as JSON.
        Scanned,
        /// A search for the next match of a regular expression.
        Search,
        /// A step of a search with a regular expression.
        Step,
        /// A product of two digits of long integers.
        Product,
        /// A container that stays, by the time that many have been made.
        Kept,
        /// An object that the garbage collector looks at in a younger generation, and one in the oldest.
        Young,
        Old,
    }
}

/// How often what happened since somebody was told last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noted([u64; Note::ALL.len()]);

impl Default for Noted {
    fn default() -> Noted {
        Noted([0; Note::ALL.len()])
    }
}

impl Noted {
    #[inline]
    pub fn add(&mut self, note: Note, count: u64) {
        let counter = &mut self.0[note as usize];
        *counter = counter.saturating_add(count);
    }

    pub fn count(&self, note: Note) -> u64 {
        self.0[note as usize]
    }

    /// Each note with its count.
    pub fn counts(&self) -> impl Iterator<Item = (Note, u64)> {
        Note::ALL.into_iter().zip(self.0)
    }
}
