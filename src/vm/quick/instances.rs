//! Fast ways to new instances of a program's classes, and into functions whose arguments come as a tuple.

use super::cache::{Memory, Site};
use super::frame::{Flow, Frame};
use crate::bytecode::FRAME_SLOTS;
use crate::vm::bind::bind_in_place;
use crate::vm::class::{self, Instance};
use crate::vm::construct;
use crate::vm::heap::Heap;
use crate::vm::interp::Unit;
use crate::vm::symbols;
use crate::vm::thread::Kind;
use crate::vm::value::{Object, Ref, Value};

/// Room for more attributes than this is made when they come.
const MOST_ATTRIBUTES: usize = 32;

/// What calls see of the frame that runs.
pub struct Caller<'a> {
    window: &'a mut [Value; FRAME_SLOTS],
    sp: u8,
    heap: &'a mut Heap,
    units: &'a [Unit],
}

/// The same of a frame, where another may be entered.
#[inline(always)]
pub fn caller<'a>(frame: &'a mut Frame) -> Option<Caller<'a>> {
    frame.has_room.then_some(Caller { window: frame.window, sp: frame.sp, heap: frame.heap, units: frame.units })
}

impl Caller<'_> {
    /// Calls a class, which lies above an empty slot and below its arguments: makes an instance, and enters its `__init__`.
    #[inline(never)]
    pub fn make(self, keep: u8, class: Ref, names: Option<&Value>, site: &Site) -> Flow {
        self.made(keep, class, names, site).unwrap_or(Flow::Plain)
    }

    fn made(mut self, keep: u8, class: Ref, names: Option<&Value>, site: &Site) -> Option<Flow> {
        let init = init_of(self.heap, class, site)?;
        let (first, end) = (usize::from(keep) + 2, usize::from(self.sp));
        if end + 1 >= FRAME_SLOTS || self.heap.collection_is_due() {
            return None;
        }
        for at in (first..end).rev() {
            self.window[at + 1] = self.window[at];
        }
        let Some(unit) = self.bound(init, first, end + 1 - first, names) else {
            self.window.copy_within(first + 1..end + 1, first);
            return None;
        };
        let class = Value::Obj(class);
        let usual = self.heap.as_class(class).map_or(0, |class| class.usual as usize);
        let attributes = Vec::with_capacity(usual.min(MOST_ATTRIBUTES));
        let instance = Instance { class, base: Value::Unbound, is_finalized: false, attributes };
        let made = self.heap.take_object(Object::Instance(Box::new(instance)));
        construct::note_finalizable(self.heap, class, made);
        self.heap.keep(init);
        self.heap.keep(made);
        (self.window[first - 2], self.window[first - 1], self.window[first]) = (made, init, made);
        Some(Flow::Bound { unit, first: first as u8, keep: keep + 1, kind: Kind::Init })
    }

    /// Calls the function with its arguments, some of which are its defaults or come as a tuple.
    #[inline(never)]
    pub fn call_function(mut self, function: Value, first: u8, keep: u8) -> Flow {
        let given = usize::from(self.sp.wrapping_sub(first));
        match self.bound(function, usize::from(first), given, None) {
            Some(unit) => Flow::Bound { unit, first, keep, kind: Kind::Call },
            None => Flow::Plain,
        }
    }

    /// Calls a method with its object, which lies where the arguments begin directly above it.
    #[inline(never)]
    pub fn call_above(mut self, keep: u8, function: Value, to: Value) -> Flow {
        let (first, end) = (usize::from(keep) + 1, usize::from(self.sp));
        if end + 1 >= FRAME_SLOTS {
            return Flow::Plain;
        }
        for at in (first..end).rev() {
            self.window[at + 1] = self.window[at];
        }
        self.window[first] = to;
        let Some(unit) = self.bound(function, first, end + 1 - first, None) else {
            self.window.copy_within(first + 1..end + 1, first);
            return Flow::Plain;
        };
        self.heap.keep(function);
        self.heap.keep(to);
        let callee = std::mem::replace(&mut self.window[first - 1], function);
        self.heap.drop_value(callee);
        Flow::Bound { unit, first: first as u8, keep, kind: Kind::Call }
    }

    /// Enters the manager on top, whose class has these functions: its bound `__exit__` stays below what `__enter__` gives.
    #[inline(never)]
    pub fn enter_context(mut self, enter: Value, exit: Value) -> Flow {
        let top = usize::from(self.sp) - 1;
        let manager = self.window[top];
        if top + 3 >= FRAME_SLOTS {
            return Flow::Plain;
        }
        self.window[top + 2] = manager;
        let Some(unit) = self.bound(enter, top + 2, 1, None) else { return Flow::Plain };
        self.heap.keep(exit);
        self.heap.keep(manager);
        let bound = self.heap.take_object(Object::BoundFunction(exit, manager));
        self.heap.keep(enter);
        (self.window[top], self.window[top + 1]) = (bound, enter);
        Flow::Bound { unit, first: top as u8 + 2, keep: top as u8 + 1, kind: Kind::Call }
    }

    /// Gives the function's parameters their values, where they lie; the function's unit, or None, and nothing has changed.
    fn bound(&mut self, function: Value, first: usize, given: usize, names: Option<&Value>) -> Option<u32> {
        let number = self.heap.as_function(function)?.unit;
        let unit = self.units.get(number as usize)?;
        let place = self.window.get_mut(first..)?;
        let is_simple = names.is_none() && usize::from(unit.parameters) == given;
        (is_simple || bind_in_place(self.heap, unit, function, place, given, names)).then_some(number)
    }

    /// Calls the function, or the method with its object, that lies below a tuple and above an empty slot.
    #[inline(never)]
    pub fn call_spread(self) -> Flow {
        self.spread().unwrap_or(Flow::Plain)
    }

    fn spread(mut self) -> Option<Flow> {
        let start = usize::from(self.sp).checked_sub(3)?;
        let [Value::Unbound, callee @ Value::Obj(at), top @ Value::Obj(tuple)] = self.window[start..start + 3] else {
            return None;
        };
        let Object::Tuple(items) = self.heap.get(tuple) else { return None };
        let (function, to) = match self.heap.get(at) {
            Object::BoundFunction(function, to) => (*function, Some(*to)),
            _ => (callee, None),
        };
        let (begin, end) = (start + 2, start + 2 + items.len());
        for (slot, item) in self.window.get_mut(begin..end)?.iter_mut().zip(items) {
            *slot = *item;
        }
        self.window[begin - 1] = to.unwrap_or(callee);
        self.window[begin..end].iter().for_each(|item| _ = self.heap.keep(*item));
        let first = if to.is_some() { begin - 1 } else { begin };
        let Some(unit) = self.bound(function, first, end - first, None) else {
            self.heap.drop_all(self.window[begin..end].iter().copied());
            (self.window[begin - 1], self.window[begin]) = (callee, top);
            return None;
        };
        if let Some(to) = to {
            self.heap.keep(function);
            self.heap.keep(to);
            self.window[start] = function;
            self.heap.drop_value(callee);
        }
        self.heap.drop_value(top);
        Some(Flow::Bound { unit, first: first as u8, keep: start as u8, kind: Kind::Call })
    }
}

/// The `__init__` of a class that makes its instances in no way of its own. Borrowed.
#[inline(always)]
fn init_of(heap: &Heap, class: Ref, site: &Site) -> Option<Value> {
    match site.memory.get() {
        Memory::Function { class: known, epoch, function } if known == class && epoch == heap.class_epoch => {
            Some(function)
        }
        _ => {
            if let Some(function) = plain_init(heap, Value::Obj(class)) {
                site.memory.set(Memory::Function { class, epoch: heap.class_epoch, function });
            }
            None
        }
    }
}

#[cold]
fn plain_init(heap: &Heap, class: Value) -> Option<Value> {
    let facts = heap.as_class(class)?;
    let is_plain = !facts.is_made_by_python && facts.base.is_none() && matches!(facts.meta, Value::Builtin(_));
    let init = class::lookup(heap, class, symbols::INIT)?;
    (is_plain && !class::is_exception_class(heap, class) && heap.as_function(init).is_some()).then_some(init)
}
