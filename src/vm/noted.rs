//! What takes longer than its instruction says, counted. Knows no cost.

use super::listed::listed;

listed! {
    /// What there is to note.
    pub enum Note {
        /// Arguments of a native function that are read by a description of them.
        Parsed,
        /// A whole number that a sum, a difference, a product, a power or a step over a range makes; those that CPython has
        /// at hand are not made.
        Whole,
        /// A float or complex number that a sum, a difference or a product makes.
        Float,
        /// An item got or set by its key, or by its place in anything but a list or tuple.
        Keyed,
        /// A call of a built-in type that makes an object.
        Constructed,
        /// An object that an operator or a slice makes.
        Made,
        /// An exception that native code raises, and one whose message takes long to make.
        Failed,
        Explained,
        /// A generator that nobody needs any more before its end.
        Abandoned,
        /// A product or quotient with a number beyond a digit of 30 bits.
        Wide,
        /// A binary digit of a power's exponent, from the third on.
        PowerStep,
        /// A power that is a float.
        FloatPower,
        /// An operation on a lock of the program.
        LockStep,
        /// A lock of the program is given back while one that was woken for it is still on its way.
        WakeInVain,
        /// A call of `acquire` that has arguments to be read.
        LockArguments,
        /// An item put into a `SimpleQueue` or taken from it, without one that somebody had to wait for.
        QueueStep,
        /// An object of one of the program's classes is made.
        Instance,
        /// A call of an `__init__` that is Python.
        Init,
        /// A class that the program makes.
        Class,
        /// A text that is compiled, and a character of one.
        Compiled,
        CompiledCharacter,
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
        /// An attribute that is asked of a class whose own class has a `__getattr__`, as those of enumerations have.
        Hooked,
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
        /// A digit of the shortest text that is read back as the same float.
        FloatDigit,
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
pub struct Noted {
    counts: [u64; Note::ALL.len()],
    /// A bit for each note that there has been.
    seen: u64,
}

const _: () = assert!(Note::ALL.len() <= 64, "a bit for each");

impl Default for Noted {
    fn default() -> Noted {
        Noted { counts: [0; Note::ALL.len()], seen: 0 }
    }
}

impl Noted {
    #[inline]
    pub fn add(&mut self, note: Note, count: u64) {
        let counter = &mut self.counts[note as usize];
        *counter = counter.saturating_add(count);
        self.seen |= 1 << note as u64;
    }

    pub fn count(&self, note: Note) -> u64 {
        self.counts[note as usize]
    }

    /// Each note that there has been, with its count.
    pub fn counts(&self) -> impl Iterator<Item = (Note, u64)> {
        let mut left = self.seen;
        std::iter::from_fn(move || {
            let at = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            Some((*Note::ALL.get(at)?, self.counts[at]))
        })
    }
}
