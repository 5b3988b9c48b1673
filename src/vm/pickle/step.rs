//! What a pickler still has to do, as values: so that depth costs no stack, and it can stop where Python must be asked.

use crate::vm::value::Value;

/// One thing to do. Values in it are owned.
#[derive(Clone, Debug)]
pub enum Step {
    /// Writes an object.
    Save(Value),
    /// The same, once the program has said that it has no identifier of its own for it.
    SaveAsked(Value),
    Write(u8),
    Memoize(Value),
    /// An object was made: it gets its number, unless it has one because it contains itself.
    Made(Value),
    TupleEnd(Value),
    FrozenEnd(Value),
    Items(Items),
    /// One level of nesting ends.
    Up,
}

/// Items that are written in batches of a thousand.
#[derive(Clone, Debug)]
pub struct Items {
    /// A list, dict or set.
    pub of: Value,
    pub source: Source,
    pub style: Style,
    /// The next item: an index, or the number of a table's entry.
    pub at: usize,
    /// How many the open batch has.
    pub count: usize,
    /// How many there were at the beginning.
    pub size: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    List,
    /// A list of pairs, for the items of a dict.
    Pairs,
    Dict,
    Set,
    /// Without batches.
    Frozen,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Of a list, dict or set itself.
    Exact,
    /// Of an iterator: a last batch of one item is no batch.
    Iterated,
    /// One by one, under protocol 0.
    Single,
}

/// How many items a batch has.
pub const BATCH: usize = 1000;

impl Step {
    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        match self {
            Step::Save(value)
            | Step::SaveAsked(value)
            | Step::Memoize(value)
            | Step::Made(value)
            | Step::TupleEnd(value)
            | Step::FrozenEnd(value) => visit(*value),
            Step::Items(items) => visit(items.of),
            Step::Write(_) | Step::Up => {}
        }
    }
}
