//! Calls in register code: a few native functions, and Python functions, whose instructions are taken into the loop.

use super::compile::{Compiler, Then};
use super::kinds::{Kind, Level, Place, Slot};
use super::ops::Op;
use super::stack::kind_of;
use crate::bytecode::Instr;
use crate::vm::builtins::Builtin;
use crate::vm::interp::Unit;
use crate::vm::methods::Method;
use crate::vm::noted::Note;
use crate::vm::quick::native;
use crate::vm::sync::simple_queue;
use crate::vm::value::Value;

/// So many functions are entered within one another at most.
pub const DEEPEST: usize = 4;

impl Compiler<'_> {
    pub fn call(&mut self, count: u8) -> Option<Then> {
        let count = usize::from(count);
        let (one, other) = (self.here.state.top(count + 2)?, self.here.state.top(count + 1)?);
        match (one.place, other.place) {
            (Place::Function { unit, .. }, _) => self.enter(unit, count + 1, 1),
            (Place::Fixed(Value::Unbound), Place::Function { unit, .. }) => self.enter(unit, count, 2),
            (Place::Fixed(Value::Unbound), Place::Fixed(Value::Builtin(builtin))) => self.builtin(builtin, count),
            (Place::Fixed(Value::Method(Method::ListAppend)), _) if count == 1 => self.append(),
            (Place::Fixed(Value::Method(Method::DictGet)), _) if count == 2 => self.get(),
            (Place::Fixed(Value::Method(Method::SimpleQueuePut)), _) if count == 1 => self.put_into_queue(),
            (Place::Fixed(Value::Method(Method::SimpleQueueGet)), _) if count == 0 => self.get_from_queue(),
            _ => None,
        }
    }

    /// Asks before a native function after which CPython asks.
    fn poll_for(&mut self, callee: Value) -> Option<()> {
        if native::has_checkpoint(callee) {
            let exit = self.exit()?;
            self.here.ops.push(Op::Poll(exit));
        }
        Some(())
    }

    fn builtin(&mut self, builtin: Builtin, count: usize) -> Option<Then> {
        self.poll_for(Value::Builtin(builtin))?;
        let exit = self.exit()?;
        if builtin == Builtin::Range {
            return self.range(count, exit);
        }
        let arguments: Option<Vec<_>> = (0..count).map(|_| self.pop_value()).collect();
        let arguments = arguments?;
        self.pop()?;
        self.pop()?;
        if self.is_charged_for() && matches!(builtin, Builtin::Min | Builtin::Max) {
            self.here.ops.push(Op::Noted(Note::Extreme));
        }
        match (builtin, arguments.as_slice()) {
            (Builtin::Len, [(a, Kind::Object, _)]) => self.result(Kind::Int, |to| Op::Length { a: *a, to, exit })?,
            (Builtin::Abs, [(a, Kind::Int, _)]) => self.result(Kind::Int, |to| Op::AbsoluteInt { a: *a, to, exit })?,
            (Builtin::Abs, [(a, Kind::Float, _)]) => self.result(Kind::Float, |to| Op::AbsoluteFloat(*a, to))?,
            (Builtin::Min, [(b, Kind::Int, _), (a, Kind::Int, _)]) => {
                self.result(Kind::Int, |to| Op::LeastInt { a: *a, b: *b, to })?;
            }
            (Builtin::Max, [(b, Kind::Int, _), (a, Kind::Int, _)]) => {
                self.result(Kind::Int, |to| Op::GreatestInt { a: *a, b: *b, to })?;
            }
            (Builtin::Str, [(a, Kind::Int, _)]) => {
                self.push_digits(*a)?;
            }
            (Builtin::Float, [(a, Kind::Int | Kind::Bool, _)]) => {
                self.result(Kind::Float, |to| Op::ToFloat { a: *a, to })?;
            }
            _ => return None,
        }
        Some(Then::Next(1))
    }

    /// A range that a loop goes over at once.
    fn range(&mut self, count: usize, exit: u16) -> Option<Then> {
        if self.instr(1) != Some(Instr::GET_ITER) {
            return None;
        }
        let mut given = Vec::new();
        for _ in 0..count {
            given.push(self.pop_int()?);
        }
        self.pop()?;
        self.pop()?;
        let (start, stop, step) = match given.as_slice() {
            [stop] => (self.constant(0)?, *stop, self.constant(1)?),
            [stop, start] => (*start, *stop, self.constant(1)?),
            [step, stop, start] => (*start, *stop, *step),
            _ => return None,
        };
        let to = self.beside(self.here.state.slots.len(), Kind::Object)?;
        if (0..3).any(|more| self.here.state.uses(to.wrapping_add(more), None)) {
            return None;
        }
        self.spend(self.unit().loops.extras.constructed)?;
        self.here.ops.push(Op::Range { start, stop, step, to, exit });
        self.push_place(Place::Range { first: to, made: true });
        Some(Then::Next(2))
    }

    fn append(&mut self) -> Option<Then> {
        if let Place::Text(_) = self.here.state.top(1)?.place {
            return self.append_text();
        }
        let (value, kind, _) = self.pop_value()?;
        let (list, _, _) = self.pop_value()?;
        self.pop()?;
        if kind == Kind::Wide {
            return None;
        }
        self.push_place(Place::Fixed(Value::None));
        let exit = self.exit_pair(1)?;
        self.here.ops.push(Op::Append { list, value, kind, exit });
        Some(Then::Next(1))
    }

    /// `dict.get(key, default)`.
    fn get(&mut self) -> Option<Then> {
        self.poll_for(Value::Method(Method::DictGet))?;
        let exit = self.exit()?;
        let (default, values, _) = self.pop_value()?;
        let (key, keys, _) = self.pop_value()?;
        let (dict, _, _) = self.pop_value()?;
        self.pop()?;
        if !matches!(keys, Kind::Int | Kind::Object) || !matches!(values, Kind::Int | Kind::Float | Kind::Bool) {
            return None;
        }
        // The default is written first, so neither key nor dict may be there.
        let to = self.fresh(1)?;
        self.here.ops.push(Op::Move { a: default, to });
        self.here.ops.push(Op::DictGet { dict, key, to, keys, values, exit });
        self.push(Slot::at(Place::register(to, values)));
        Some(Then::Next(1))
    }

    /// `queue.put(item)`. Not where somebody charges for it.
    fn put_into_queue(&mut self) -> Option<Then> {
        self.poll_for(Value::Method(Method::SimpleQueuePut))?;
        let (value, kind, _) = self.pop_value()?;
        let (queue, ..) = self.pop_value()?;
        self.pop()?;
        if kind == Kind::Wide || self.is_charged_for() {
            return None;
        }
        self.push_place(Place::Fixed(Value::None));
        let exit = self.exit_pair(1)?;
        self.here.ops.push(Op::Put(queue, value, kind, exit));
        Some(Then::Next(1))
    }

    /// `queue.get()` of a number: what is first now is taken for what will be.
    fn get_from_queue(&mut self) -> Option<Then> {
        self.poll_for(Value::Method(Method::SimpleQueueGet))?;
        let exit = self.exit()?;
        let (queue, _, sample) = self.pop_value()?;
        self.pop()?;
        let first = simple_queue::first(self.object(sample)?);
        let kind = first.map_or(Some(Kind::Int), kind_of)?;
        if kind == Kind::Object || self.is_charged_for() {
            return None;
        }
        let to = self.next()?;
        self.here.ops.push(Op::Get(queue, to, kind, exit));
        self.push(Slot { place: Place::register(to, kind), sample: first });
        Some(Then::Next(1))
    }

    pub fn is_charged_for(&self) -> bool {
        !self.unit().loops.prices.is_empty()
    }

    /// Whether numbers that code of this unit makes cost what they cost in the loop, so that a tally of both is one.
    pub fn counts_alike(&self, unit: &Unit) -> bool {
        unit.loops.extras.whole == self.source.unit.loops.extras.whole
    }

    /// Enters a Python function whose arguments are these; below them lie its frame's place and what goes with it.
    fn enter(&mut self, number: u32, count: usize, below: usize) -> Option<Then> {
        let unit = self.source.units.get(number as usize)?;
        let is_simple = usize::from(unit.simple_arguments) == count && self.here.state.levels.len() < DEEPEST;
        // Such a call is noted where it is made.
        if self.is_charged_for() && !self.unit().code.has_checkpoints && unit.code.has_checkpoints {
            return None;
        }
        if !self.counts_alike(unit) {
            return None;
        }
        let is_new = self.here.state.levels.iter().all(|level| level.unit != number);
        if is_simple && std::ptr::eq(unit, self.source.unit) {
            return self.call_itself(number, count, below);
        }
        if !is_simple || !is_new {
            return None;
        }
        let first = self.here.state.slots.len() - count;
        let movable = |slot: &Slot| {
            !matches!(
                slot.place,
                Place::Register { owned: true, .. }
                    | Place::Kept
                    | Place::Fixed(Value::Unbound)
                    | Place::Range { .. }
                    | Place::Text(_)
            )
        };
        if !self.here.state.slots[first..].iter().all(movable) {
            return None;
        }
        self.calls = true;
        let back = self.here.pc + 1;
        self.pass(1)?;
        self.here.state.slots[first - 1] = Slot::at(Place::Fixed(Value::None));
        for _ in unit.parameters..unit.locals {
            self.push_place(Place::NULL);
        }
        let (base, keep) = (u8::try_from(first).ok()?, u8::try_from(first - below).ok()?);
        self.here.state.levels.push(Level { unit: number, base, back, keep, is_generator: false });
        let edge = self.edge(0, 0)?;
        Some(Then::End(super::blocks::End::Jump(edge)))
    }

    /// Leaves a function that was entered.
    pub fn return_value(&mut self) -> Option<Then> {
        if self.here.state.levels.is_empty() {
            return self.return_from_itself();
        }
        let level = *self.here.state.levels.last().filter(|level| !level.is_generator)?;
        let result = self.pop()?;
        let owned: Vec<u8> = self.here.state.slots[usize::from(level.base)..].iter().filter_map(owned).collect();
        let is_object = matches!(result.place, Place::Register { kind: Kind::Object, .. });
        if is_object && !owned.is_empty() {
            return None;
        }
        let place = match result.place {
            Place::Register { kind: Kind::Wide, .. }
            | Place::Register { owned: true, .. }
            | Place::Kept
            | Place::Range { .. }
            | Place::Text(_)
            | Place::Fixed(Value::Unbound) => return None,
            place => place,
        };
        self.here.state.slots.truncate(level.keep.into());
        let place = match place {
            Place::Register { at, kind, .. } => {
                // What is released comes first: it may not be written over.
                let to = self.result_register(at, level.keep, !owned.is_empty())?;
                Place::register(to, kind)
            }
            place => place,
        };
        self.push(Slot { place, sample: result.sample });
        let cost = self.price(1);
        self.here.state.levels.pop();
        self.leave(owned, cost, level.back)
    }

    /// Where the result of a function goes, from a register.
    pub fn result_register(&mut self, from: u8, keep: u8, must_wait: bool) -> Option<u8> {
        let to = if must_wait || self.here.state.uses(keep, None) { self.fresh(1)? } else { keep };
        self.move_to(from, to);
        Some(to)
    }

    fn leave(&mut self, owned: Vec<u8>, cost: u32, back: u16) -> Option<Then> {
        self.here.set_cost(self.here.cost().checked_add(cost)?);
        // Nothing leaves before all of them are released.
        if let Some((last, first)) = owned.split_last() {
            let exit = self.new_exit(back, self.here.state.clone(), self.here.cost())?;
            self.here.ops.extend(first.iter().map(|a| Op::Release(*a)));
            self.here.ops.push(Op::Drop { a: *last, exit });
        }
        let edge = self.edge(back, 0)?;
        Some(Then::End(super::blocks::End::Jump(edge)))
    }
}

/// The register of an object that the slot owns.
pub fn owned(slot: &Slot) -> Option<u8> {
    match slot.place {
        Place::Register { at, kind: Kind::Object, owned: true } => Some(at),
        _ => None,
    }
}
