//! How much memory the objects take, and the limit to it.
//!
//! What is allocated is counted roughly and never subtracted; once that comes to something, all objects are measured.
//! So objects that come and go cost nothing, and the measuring costs little beside the allocating.

use super::{Heap, Slot};
use crate::vm::error::{self, Result};
use crate::vm::value::{Object, Value};

/// The limit that nobody has set, in bytes: 1 GiB.
pub const DEFAULT_LIMIT: usize = 1 << 30;

/// Smaller allocations are not counted by themselves but with the slot of their object.
const SMALL: usize = 256;

/// Between two measurements at least so much is allocated, where there is room, and at most so much, or as much as there
/// is already.
const LEAST_STEP: usize = 1 << 20;
const LARGEST_STEP: usize = 64 << 20;

#[derive(Clone, Debug)]
pub(super) struct Memory {
    limit: usize,
    /// Bytes at the last measurement.
    measured: usize,
    /// Bytes allocated since then.
    grown: usize,
    step: usize,
    /// Whether the limit was passed and nobody was told yet.
    is_over: bool,
}

impl Default for Memory {
    fn default() -> Memory {
        Memory { limit: DEFAULT_LIMIT, measured: 0, grown: 0, step: LARGEST_STEP, is_over: false }
    }
}

impl Heap {
    pub fn set_memory_limit(&mut self, bytes: usize) {
        self.memory.limit = bytes;
        self.measure();
    }

    /// Counts an allocation, or one that has grown.
    #[inline]
    pub fn note_growth(&mut self, bytes: usize) {
        if bytes > SMALL {
            self.count_growth(bytes);
        }
    }

    pub(super) fn note_slot(&mut self) {
        self.count_growth(size_of::<Slot>() + SMALL);
    }

    /// The same for what may be short, but comes often.
    #[inline]
    pub fn count_growth(&mut self, bytes: usize) {
        self.memory.grown = self.memory.grown.saturating_add(bytes);
        if self.memory.grown > self.memory.step {
            self.measure();
        }
    }

    /// Fails where so much more would pass the limit. For allocations that may be large.
    pub fn check_room(&mut self, bytes: usize) -> Result<()> {
        let would_be = |memory: &Memory| memory.measured.saturating_add(memory.grown).saturating_add(bytes);
        if bytes <= SMALL || would_be(&self.memory) <= self.memory.limit {
            return Ok(());
        }
        self.measure();
        match would_be(&self.memory) <= self.memory.limit {
            true => Ok(()),
            false => Err(error::memory_error("")),
        }
    }

    /// How many bytes the objects take: their slots, and what lies beside these.
    pub fn bytes(&self) -> usize {
        let beside: usize = self.slots.iter().map(|slot| beside(&slot.object)).sum();
        self.slots.capacity() * size_of::<Slot>() + beside
    }

    #[cold]
    fn measure(&mut self) {
        let mut bytes = self.bytes();
        if bytes > self.memory.limit {
            self.collect();
            bytes = self.bytes();
        }
        let memory = &mut self.memory;
        (memory.measured, memory.grown) = (bytes, 0);
        memory.step = (memory.limit.saturating_sub(bytes) / 2).clamp(LEAST_STEP, LARGEST_STEP.max(bytes));
        if bytes > memory.limit {
            memory.is_over = true;
            self.wants_attention = true;
        }
    }

    /// Whether the limit was passed since this was asked last. The slots of dead objects do not count against it twice.
    pub fn take_over_limit(&mut self) -> bool {
        self.wants_attention = !self.finalizing.is_empty();
        std::mem::take(&mut self.memory.is_over)
    }
}

/// What an object takes beside its slot, in bytes.
fn beside(object: &Object) -> usize {
    let values = |count: usize| count * size_of::<Value>();
    match object {
        Object::Str(text) => text.text.len(),
        Object::Bytes(bytes) => bytes.len(),
        Object::Bytearray(bytes) => bytes.capacity(),
        Object::BigInt(number) => number.bits() as usize / 8 + 32,
        Object::List(items) => values(items.capacity()),
        Object::Tuple(items) | Object::Zip(items) => values(items.len()),
        Object::Deque(deque) => values(deque.items.capacity()),
        Object::SimpleQueue(queue) => values(queue.items.capacity()),
        Object::Dict(table) | Object::Set(table, _) => table.bytes(),
        Object::Instance(instance) => 64 + instance.attributes.capacity() * 24,
        Object::Generator(generator) => 128 + values(generator.window.capacity()),
        Object::Function(function) => function.extra.as_ref().map_or(0, |_| 128),
        Object::Exception(exception) => 128 + exception.trace.capacity() * 8,
        Object::Class(class) => 256 + class.attributes.capacity() * 24,
        _ => 0,
    }
}
