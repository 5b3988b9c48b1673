//! The fast ways by name. Each looks first and then acts: where it answers `Plain`, nothing has changed.

use super::calls::{call, call_method, call_named, call_native_of_global, callable, enter};
use super::frame::{Flow, Frame};
use super::instances::caller;
use super::items::{contains, item, next, store_item};
use super::made::{made, multiplied, operated, push_made, store_made};
use super::numbers::{self, add, add_small, multiply, subtract};
use super::{Branch, Op, attributes, big, conditions, contexts, generators, texts};
use crate::bytecode::BinaryOp;
use crate::vm::Pulse;
use crate::vm::arith;
use crate::vm::for_await::awaitable;
use crate::vm::thread::Kind;
use crate::vm::value::{Object, Value};

#[inline(always)]
fn jump<P: Pulse>(branch: Branch, holds: Option<bool>, pulse: &mut P) -> Flow {
    match holds {
        None => Flow::Plain,
        Some(_) if branch.polls && pulse.pending() => Flow::Plain,
        Some(holds) if holds == branch.wants => Flow::Jump(branch.to),
        Some(_) => Flow::Next,
    }
}

#[inline(always)]
fn done(frame: &Frame, stored: bool) -> Flow {
    if stored { frame.done() } else { Flow::Plain }
}

#[inline(always)]
fn drop_slots(frame: &mut Frame, first: u8, count: u8) {
    for ahead in 0..count {
        let value = frame.get(first.wrapping_add(ahead));
        frame.heap.drop_value(value);
    }
}

/// Does what a place says.
#[inline(always)]
pub fn run<P: Pulse>(op: &Op, frame: &mut Frame, pulse: &mut P) -> Flow {
    match *op {
        Op::Plain => Flow::Plain,
        Op::Resume if pulse.pending() => Flow::Plain,
        Op::Resume => Flow::Next,
        Op::Pop => {
            let value = frame.get(frame.slot(1));
            frame.dropped(value)
        }
        Op::Load { a } => {
            let value = frame.copy(a);
            frame.pushed(frame.sp, value)
        }
        Op::LoadTwo { a, b } => {
            if let Value::Unbound = frame.get(b) {
                return Flow::Plain;
            }
            let Some(first) = frame.copy(a) else { return Flow::Plain };
            let second = frame.get(b);
            frame.heap.keep(second);
            frame.put(frame.sp, first);
            frame.put(frame.sp.wrapping_add(1), second);
            Flow::Next
        }
        Op::Spread(a) => match frame.get(a) {
            Value::Obj(at) if !P::WANTS_NOTED && matches!(frame.heap.get(at), Object::Tuple(_)) => {
                let tuple = frame.copy(a);
                frame.pushed(frame.sp, tuple)
            }
            _ => Flow::Plain,
        },
        Op::SpreadAttribute { .. } if P::WANTS_NOTED => Flow::Plain,
        Op::SpreadAttribute { a, cache } => {
            let items = attributes::load_tuple(frame, a, cache);
            frame.pushed(frame.sp, items)
        }
        Op::LoadConst { k } => {
            let value = frame.constant(k);
            frame.heap.keep(value);
            frame.put(frame.sp, value);
            Flow::Next
        }
        Op::LoadCell { a } => {
            let value = conditions::cell(frame, a);
            frame.pushed(frame.sp, value)
        }
        Op::Global { null, slot } => {
            let Some(global) = frame.globals.slots.get(usize::from(slot)) else { return Flow::Plain };
            let value = match (global.value, global.builtin) {
                (Value::Unbound, Value::Unbound) => return Flow::Plain,
                (Value::Unbound, builtin) => builtin,
                (value, _) => value,
            };
            frame.heap.keep(value);
            let mut to = frame.sp;
            if null {
                frame.put(to, Value::Unbound);
                to = to.wrapping_add(1);
            }
            frame.put(to, value);
            Flow::Next
        }
        Op::Store { to } => {
            let value = frame.get(frame.slot(1));
            // Never so; but the look at the value moves it in registers (see `Value`).
            if let Value::Unbound = value {
                return Flow::Plain;
            }
            frame.store(to, value)
        }
        Op::StoreTwo { first, second } => {
            let (one, other) = (frame.get(frame.slot(2)), frame.get(frame.slot(1)));
            // Never so; see above.
            if let (Value::Unbound, _) | (_, Value::Unbound) = (one, other) {
                return Flow::Plain;
            }
            let (one, other) = (frame.store(first, one), frame.store(second, other));
            if let Flow::Next = other { one } else { other }
        }
        Op::Move { a, to } => {
            let value = frame.copy(a);
            frame.stored(to, value)
        }
        Op::ConstInto { k, to } => {
            let value = frame.constant(k);
            frame.heap.keep(value);
            frame.store(to, value)
        }

        Op::Add { a, b, to } => match add(frame.get(a), frame.get(b)) {
            None => add_texts(frame, a, b, to),
            sum => push_made::<P>(frame, to, sum),
        },
        Op::Subtract { a, b, to } => push_made::<P>(frame, to, subtract(frame.get(a), frame.get(b))),
        Op::Multiply { a, b, to } => {
            let product = multiplied::<P>(frame, a, b);
            frame.pushed(to, product)
        }
        Op::AddInto { a, b, to } => match add(frame.get(a), frame.get(b)) {
            None if a == to && big::add_into(frame.heap, frame.get(a), frame.get(b)) => Flow::Next,
            sum => store_made::<P>(frame, to, sum),
        },
        Op::SubtractInto { a, b, to } => store_made::<P>(frame, to, subtract(frame.get(a), frame.get(b))),
        Op::MultiplyInto { a, b, to } => {
            let product = multiplied::<P>(frame, a, b);
            frame.stored(to, product)
        }
        Op::AddSmall { a, by, to } => push_made::<P>(frame, to, add_small(frame.get(a), by)),
        Op::AddSmallInto { a, by, to } => store_made::<P>(frame, to, add_small(frame.get(a), by)),
        Op::Binary { op, a, b, to } => {
            let result = operated::<P>(frame, op, frame.get(a), frame.get(b));
            frame.pushed(to, result)
        }
        Op::BinaryInto { op, a, b, to } => {
            let result = operated::<P>(frame, op, frame.get(a), frame.get(b));
            frame.stored(to, result)
        }
        Op::BinaryConst { op, a, k, to } => {
            let result = operated::<P>(frame, op, frame.get(a), frame.constant(k));
            frame.pushed(to, result)
        }
        Op::BinaryConstInto { op, a, k, to } => {
            let result = operated::<P>(frame, op, frame.get(a), frame.constant(k));
            frame.stored(to, result)
        }
        Op::ConstBinary { op, k, b, to } => {
            let result = operated::<P>(frame, op, frame.constant(k), frame.get(b));
            frame.pushed(to, result)
        }
        Op::MultiplyAddInto { a, b, c, to } => {
            let (left, right) = (frame.get(b), frame.get(c));
            let Some(product) = multiply(left, right) else { return Flow::Plain };
            let flow = match add(frame.get(a), product) {
                None if a == to && big::add_into(frame.heap, frame.get(a), product) => Flow::Next,
                sum => store_made::<P>(frame, to, sum),
            };
            // Where the sum could not be done so, the product is made again.
            if P::WANTS_NOTED && !matches!(flow, Flow::Plain) {
                arith::note(frame.heap, BinaryOp::Multiply, left, right, product);
            }
            flow
        }
        Op::AddTextInto { a, b, to } => match add(frame.get(a), frame.get(b)) {
            None if texts::add_into(frame.heap, frame.get(a), frame.get(b), frame.get(to)) => Flow::Next,
            sum => store_made::<P>(frame, to, sum),
        },

        Op::Compare { op, a, b, to } => {
            let holds = match numbers::compare(op, frame.get(a), frame.get(b)) {
                None => conditions::compare_texts(frame, op, a, b),
                holds => holds,
            };
            frame.pushed(to, holds.map(Value::bool))
        }
        Op::CompareJump { op, a, b, branch } => match numbers::compare(op, frame.get(a), frame.get(b)) {
            None if branch.polls && pulse.pending() => Flow::Plain,
            None => match conditions::compare_texts(frame, op, a, b) {
                Some(holds) if holds == branch.wants => Flow::Jump(branch.to),
                Some(_) => Flow::Next,
                None => Flow::Plain,
            },
            holds => jump(branch, holds, pulse),
        },
        Op::CompareSmallJump { op, a, with, branch } => {
            let holds = match frame.get(a) {
                Value::Int(number) => Some(numbers::compare_plain(op, number, i64::from(with))),
                other => numbers::compare(op, other, Value::float(f64::from(with))),
            };
            jump(branch, holds, pulse)
        }
        Op::CompareConstJump { op, a, k, branch } => {
            jump(branch, numbers::compare(op, frame.get(a), frame.constant(k)), pulse)
        }
        Op::BinarySmallJump { op, a, by, branch } => {
            let result = operated::<P>(frame, op, frame.get(a), Value::Int(i64::from(by)));
            jump(branch, result.and_then(numbers::truth), pulse)
        }
        Op::TestJump { branch } => match numbers::truth(frame.get(frame.slot(1))) {
            None if branch.polls && pulse.pending() => Flow::Plain,
            None => conditions::test_top(frame, branch),
            holds => jump(branch, holds, pulse),
        },
        Op::TestLocalJump { a, branch } => {
            let holds = match numbers::truth(frame.get(a)) {
                None => conditions::has_items(frame.heap, frame.get(a)),
                holds => holds,
            };
            jump(branch, holds, pulse)
        }
        Op::Is { invert } => conditions::is(frame, invert),
        Op::IsJump { branch } | Op::IsNoneJump { branch } if branch.polls && pulse.pending() => Flow::Plain,
        Op::IsJump { branch } => conditions::is_jump(frame, branch),
        Op::IsNoneJump { branch } => conditions::is_none_jump(frame, branch),
        Op::IsLocalNoneJump { a, branch } => match frame.get(a) {
            Value::Unbound => Flow::Plain,
            value => jump(branch, Some(matches!(value, Value::None)), pulse),
        },

        Op::Jump { to } => Flow::Jump(to),
        Op::JumpBack { .. } | Op::JumpNext { .. } if pulse.pending() => Flow::Plain,
        Op::JumpBack { to } => Flow::Jump(to),
        Op::Next { a, to } => match next::<P>(frame, a) {
            None if may_resume(frame, a) => Flow::Resume { jump: None },
            item => frame.stored(to, item),
        },
        Op::JumpNext { a, to, body } => match next::<P>(frame, a) {
            Some(item) => match frame.store(to, item) {
                Flow::Finalize(_) => Flow::Finalize(Some(body)),
                _ => Flow::Jump(body),
            },
            None if may_resume(frame, a) => Flow::Resume { jump: Some(body - 2) },
            None => Flow::Plain,
        },
        Op::NextPush { a } => match next::<P>(frame, a) {
            None if may_resume(frame, a) => Flow::Resume { jump: None },
            item => frame.pushed(frame.sp, item),
        },
        Op::Item { a, b, to } => {
            let item = item(frame, a, b);
            frame.pushed(to, item)
        }
        Op::ItemOfTop => {
            let (a, b) = (frame.slot(2), frame.slot(1));
            let Some(item) = item(frame, a, b) else { return Flow::Plain };
            drop_slots(frame, a, 2);
            frame.put(a, item);
            frame.done()
        }
        Op::ItemBeside { a, b } => {
            let Some(item) = item(frame, a, b) else { return Flow::Plain };
            let (container, key) = (frame.get(a), frame.get(b));
            frame.heap.keep(container);
            frame.heap.keep(key);
            for (ahead, value) in (0..).zip([container, key, item]) {
                frame.put(frame.sp.wrapping_add(ahead), value);
            }
            Flow::Next
        }
        Op::StoreItem { a, b, value, moved } => {
            let new = frame.get(value);
            let stored = store_item(frame, a, b, new, moved);
            done(frame, stored)
        }
        Op::StoreItemConst { a, b, k } => {
            let new = frame.constant(k);
            let stored = store_item(frame, a, b, new, false);
            done(frame, stored)
        }
        Op::StoreItemOfTop => {
            let (a, value) = (frame.slot(2), frame.get(frame.slot(3)));
            let stored = store_item(frame, a, frame.slot(1), value, true);
            if stored {
                drop_slots(frame, a, 2);
            }
            done(frame, stored)
        }
        Op::StoreItemBelow => {
            let (a, value) = (frame.slot(3), frame.get(frame.slot(1)));
            let stored = store_item(frame, a, frame.slot(2), value, true);
            if stored {
                drop_slots(frame, a, 2);
            }
            done(frame, stored)
        }
        Op::ContainsJump { a, b, branch } => jump(branch, contains(frame.heap, frame.get(b), frame.get(a)), pulse),

        Op::Attribute { a, cache } => {
            let Some(value) = attributes::load(frame, a, cache) else { return Flow::Plain };
            frame.put(frame.sp, value);
            frame.done()
        }
        Op::AttributeBeside { a, cache } => {
            let Some(value) = attributes::load(frame, a, cache) else { return Flow::Plain };
            let object = frame.get(a);
            frame.heap.keep(object);
            frame.put(frame.sp, object);
            frame.put(frame.sp.wrapping_add(1), value);
            Flow::Next
        }
        Op::AttributeOfTop { cache } => {
            let top = frame.slot(1);
            let Some(value) = attributes::load(frame, top, cache) else { return Flow::Plain };
            let object = frame.get(top);
            frame.heap.drop_value(object);
            frame.put(top, value);
            frame.done()
        }
        Op::AddToAttribute { a, b, cache } => {
            let more = frame.get(b);
            change::<P>(frame, a, cache, |value| add(value, more))
        }
        Op::AddSmallToAttribute { a, by, cache } => change::<P>(frame, a, cache, |value| add_small(value, by)),
        Op::SetAttribute { a, cache } => {
            let value = frame.get(frame.slot(1));
            let stored = attributes::store(frame, a, cache, value);
            done(frame, stored)
        }
        Op::SetAttributeBelow { cache } => attributes::set(frame, 2, 1, cache),
        Op::SetAttributeOfTop { cache } => attributes::set(frame, 1, 2, cache),
        Op::Method { a, cache } => {
            let Some(function) = attributes::method(frame, a, cache) else { return Flow::Plain };
            let receiver = frame.get(a);
            frame.heap.keep(receiver);
            frame.heap.keep(function);
            frame.put(frame.sp, function);
            frame.put(frame.sp.wrapping_add(1), receiver);
            Flow::Next
        }
        Op::MethodOfTop { cache } => {
            let top = frame.slot(1);
            let Some(function) = attributes::method(frame, top, cache) else { return Flow::Plain };
            let receiver = frame.get(top);
            if let Value::Unbound = receiver {
                return Flow::Plain;
            }
            frame.heap.keep(function);
            frame.put(top, function);
            frame.put(frame.sp, receiver);
            Flow::Next
        }

        Op::Call { count, cache } => call(frame, count, cache, pulse),
        Op::CallNamed { .. } | Op::CallSpread if P::WANTS_NOTED => Flow::Plain,
        Op::CallNamed { count, names, cache } => call_named(frame, count, names, cache),
        Op::CallSpread => caller(frame).map_or(Flow::Plain, |caller| caller.call_spread()),
        Op::CallGlobalSmall { slot, a, by } => match (callable(frame, slot, 1), add_small(frame.get(a), by)) {
            (Some(unit), Some(argument)) => {
                let flow = enter(frame, unit, argument, None);
                if !matches!(flow, Flow::Plain) {
                    made::<P>(frame, Some(argument));
                }
                flow
            }
            _ => Flow::Plain,
        },
        Op::CallGlobalOne { slot, a } => {
            let Some(unit) = callable(frame, slot, 1) else { return call_native_of_global(frame, slot, [a], pulse) };
            let Some(argument) = frame.copy(a) else { return Flow::Plain };
            enter(frame, unit, argument, None)
        }
        Op::CallGlobalTwo { slot, a, b } => {
            let Some(unit) = callable(frame, slot, 2) else { return call_native_of_global(frame, slot, [a, b], pulse) };
            if let Value::Unbound = frame.get(b) {
                return Flow::Plain;
            }
            let Some(first) = frame.copy(a) else { return Flow::Plain };
            let second = frame.get(b);
            frame.heap.keep(second);
            enter(frame, unit, first, Some(second))
        }
        Op::CallMethod { a, cache } => call_method(frame, a, cache, [], pulse),
        Op::CallMethodOne { a, b, cache } => {
            let argument = frame.get(b);
            call_method(frame, a, cache, [argument], pulse)
        }
        Op::ReturnConst { k }
            if matches!(frame.kind, Kind::Init | Kind::Discard)
                && frame.has_caller
                && matches!(frame.constant(k), Value::None) =>
        {
            Flow::ReturnNothing
        }
        Op::Return | Op::ReturnSum | Op::ReturnLocal { .. } | Op::ReturnConst { .. }
            if frame.kind != Kind::Call || !frame.has_caller =>
        {
            Flow::Plain
        }
        Op::Return => match frame.get(frame.slot(1)) {
            Value::Unbound => Flow::Plain,
            value => Flow::Return(value),
        },
        Op::ReturnSum => match add(frame.get(frame.slot(2)), frame.get(frame.slot(1))) {
            Some(value) => {
                made::<P>(frame, Some(value));
                Flow::Return(value)
            }
            None => Flow::Plain,
        },
        Op::ReturnLocal { a } => match frame.copy(a) {
            Some(value) => Flow::Return(value),
            None => Flow::Plain,
        },
        Op::ReturnConst { k } => {
            let value = frame.constant(k);
            frame.heap.keep(value);
            Flow::Return(value)
        }
        Op::Format => {
            let top = frame.slot(1);
            let text = texts::of(frame.heap, frame.get(top));
            if text.is_some() {
                drop_slots(frame, top, 1);
            }
            frame.pushed(top, text)
        }
        Op::BuildText { count } => {
            let first = frame.slot(count);
            let Some(parts) = frame.window.get(usize::from(first)..usize::from(frame.sp)) else { return Flow::Plain };
            let text = texts::build(frame.heap, parts);
            if text.is_some() {
                drop_slots(frame, first, count);
            }
            frame.pushed(first, text)
        }
        Op::GetAwaitable => match awaitable(frame.heap, frame.get(frame.slot(1))) {
            Ok(true) => Flow::Next,
            _ => Flow::Plain,
        },
        Op::Send if frame.has_room && generators::can_send(frame, frame.slot(2), frame.slot(1)) => Flow::Delegate,
        Op::Send => Flow::Plain,
        Op::EnterContext { .. } if P::WANTS_NOTED => Flow::Plain,
        Op::EnterContext { enter, exit } => contexts::enter(frame, enter, exit),
        Op::Yield if frame.kind.is_generator() && matches!(*frame.handled, Value::None) => {
            match frame.get(frame.slot(1)) {
                Value::Unbound => Flow::Plain,
                value => Flow::Yield(value),
            }
        }
        Op::Yield => Flow::Plain,
        Op::ResumeAgain if pulse.pending() => Flow::Plain,
        Op::ResumeAgain => {
            let sent = frame.get(frame.slot(1));
            frame.dropped(sent)
        }
    }
}

/// A sum goes into the attribute that one of its operands is.
#[inline(always)]
fn change<P: Pulse>(frame: &mut Frame, a: u8, cache: u16, sum: impl FnOnce(Value) -> Option<Value>) -> Flow {
    let mut made = None;
    let changed = attributes::change(frame, a, cache, |value| {
        made = sum(value);
        made
    });
    if changed {
        super::made::made::<P>(frame, made);
    }
    done(frame, changed)
}

/// Joins texts. What lies on the stack is released.
#[inline(always)]
fn add_texts(frame: &mut Frame, a: u8, b: u8, to: u8) -> Flow {
    let (left, right) = (frame.get(a), frame.get(b));
    let Some(text) = texts::add(frame.heap, left, right, a == to) else { return Flow::Plain };
    if b >= frame.unit.locals {
        frame.heap.drop_value(right);
    }
    frame.put(to, text);
    Flow::Next
}

#[inline(always)]
fn may_resume(frame: &Frame, a: u8) -> bool {
    frame.has_room && matches!(*frame.handled, Value::None) && generators::can_resume(frame.heap, frame.get(a))
}
