//! What a fast way sees of the frame that runs, and what it may say.

use crate::bytecode::FRAME_SLOTS;
use crate::vm::globals::Globals;
use crate::vm::heap::Heap;
use crate::vm::interp::Unit;
use crate::vm::thread::Kind;
use crate::vm::value::Value;

/// How it goes on.
pub enum Flow {
    /// The instructions are to be executed one by one.
    Plain,
    Next,
    Jump(u16),
    /// As `Jump` or, without a place, `Next`; and an object waits to be finalized.
    Finalize(Option<u16>),
    /// A Python function is called, whose arguments begin at `first`; the caller keeps the slots below `keep`.
    Call {
        unit: u32,
        first: u8,
        keep: u8,
    },
    /// The same, where it is known that the arguments fit and there is room.
    Enter {
        unit: u32,
        first: u8,
        keep: u8,
    },
    /// The same of any function whose parameters have their values.
    Bound {
        unit: u32,
        first: u8,
        keep: u8,
        kind: Kind,
    },
    /// A loop goes on with a generator that lies on top, after a jump backward to its `FOR_ITER` where there is one. The
    /// rest of the place comes when it has yielded.
    Resume {
        jump: Option<u16>,
    },
    /// A generator goes on that `keep` tells of: it lies there with what it is told above. The same by a call of `send`, where
    /// the method lies below both.
    Delegate,
    Send {
        keep: u8,
    },
    /// The generator that runs rests, and its loop gets the value (owned), which lay on top.
    Yield(Value),
    /// The frame ends; its local variables are still there.
    Return(Value),
    /// The same of one whose result nobody gets.
    ReturnNothing,
}

/// What a fast way works on.
pub struct Frame<'a> {
    pub window: &'a mut [Value; FRAME_SLOTS],
    pub sp: u8,
    pub heap: &'a mut Heap,
    pub globals: &'a Globals,
    pub unit: &'a Unit,
    #[allow(clippy::ptr_arg, reason = "as a slice it would be looked at before it is known whether it is needed")]
    pub units: &'a Vec<Unit>,
    /// Whether another frame may be entered, and there is stack for it.
    pub has_room: bool,
    pub kind: Kind,
    /// Whether there is a frame that gets the result.
    pub has_caller: bool,
    /// The exception that is being handled, or None.
    pub handled: &'a Value,
}

impl Frame<'_> {
    #[inline(always)]
    pub fn get(&self, slot: u8) -> Value {
        self.window[usize::from(slot)]
    }

    #[inline(always)]
    pub fn constant(&self, k: u16) -> Value {
        self.unit.consts[usize::from(k)]
    }

    /// Pushes: what was in the slot is nobody's.
    #[inline(always)]
    pub fn put(&mut self, slot: u8, value: Value) {
        self.window[usize::from(slot)] = value;
    }

    /// Stores into a local variable, which owned what it had.
    #[inline(always)]
    pub fn store(&mut self, slot: u8, value: Value) -> Flow {
        let old = std::mem::replace(&mut self.window[usize::from(slot)], value);
        self.dropped(old)
    }

    /// Releases a value that the frame has owned.
    #[inline(always)]
    pub fn dropped(&mut self, old: Value) -> Flow {
        if self.heap.drop_noticing(old) { Flow::Finalize(None) } else { Flow::Next }
    }

    /// The operation is done, and may have released objects.
    #[inline(always)]
    pub fn done(&self) -> Flow {
        if self.heap.wants_attention() { Flow::Finalize(None) } else { Flow::Next }
    }

    /// The slot at this depth of the stack; 1 is the top.
    #[inline(always)]
    pub fn slot(&self, depth: u8) -> u8 {
        self.sp.wrapping_sub(depth)
    }

    #[inline(always)]
    pub fn pushed(&mut self, to: u8, result: Option<Value>) -> Flow {
        match result {
            Some(value) => {
                self.put(to, value);
                Flow::Next
            }
            None => Flow::Plain,
        }
    }

    #[inline(always)]
    pub fn stored(&mut self, to: u8, result: Option<Value>) -> Flow {
        match result {
            Some(value) => self.store(to, value),
            None => Flow::Plain,
        }
    }

    /// A copy of a variable's value, with an owner more; `None` where it has none.
    #[inline(always)]
    pub fn copy(&mut self, slot: u8) -> Option<Value> {
        let value = self.get(slot);
        match value {
            Value::Obj(object) => self.heap.keep_object(object),
            Value::Unbound => return None,
            _ => {}
        }
        Some(value)
    }
}
