//! Executes register code until it leaves the loop or the function. Knows no instructions and no window.
//!
//! The loop in here is one function, and longer than others: each operation is a line or a few.

use super::access::{self, Site, bits_of, reference, value_of};
use super::activations::Activations;
use super::ops::{MAX_OPS, Op};
use super::stores::Store;
use super::sums::{Loop, sum};
use super::tally::{Tally, tell};
use super::texts::Pieces;
use crate::bytecode::BinaryOp::{FloorDivide, Power};
use crate::vm::arith;
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::quick::numbers::compare_plain;
use crate::vm::sync::simple_queue;
use crate::vm::value::Value;
use crate::vm::{Pulse, Turn};
use crate::vm::{float, int};

pub const REGISTERS: usize = 256;

pub type Registers = [u64; REGISTERS];

/// The exit of a function that has returned.
pub const RETURNED: u16 = u16::MAX;

/// Executes the code from its beginning; the number of the exit that it took.
pub fn run<P: Pulse>(
    code: &[Op; MAX_OPS],
    sites: &[Site],
    activations: &mut Activations,
    r: &mut Registers,
    heap: &mut Heap,
    tally: &mut Tally,
    pulse: &mut P,
) -> u16 {
    let mut pc = 0u8;
    // Where the last entry of a dict was found; only a guess.
    let mut near = 0usize;
    macro_rules! get {
        ($at:expr) => {
            r[usize::from($at)]
        };
    }
    macro_rules! int {
        ($at:expr) => {
            r[usize::from($at)] as i64
        };
    }
    macro_rules! float {
        ($at:expr) => {
            f64::from_bits(r[usize::from($at)])
        };
    }
    macro_rules! wide {
        ($at:expr) => {
            i128::from(r[usize::from($at)]) | i128::from(int!($at.wrapping_add(1))) << 64
        };
    }
    macro_rules! set {
        ($to:expr, $value:expr) => {
            r[usize::from($to)] = $value
        };
    }
    // A whole number that has been charged for as one that is made.
    macro_rules! result {
        ($to:expr, $value:expr) => {{
            let value: i64 = $value;
            tally.result::<P>(value);
            set!($to, value as u64);
        }};
    }
    macro_rules! set_wide {
        ($to:expr, $value:expr) => {{
            let value: i128 = $value;
            // Room is left, so that sums of two are never out of range.
            if value.unsigned_abs() >> 120 != 0 {
                None
            } else {
                tally.wide_result::<P>(value);
                set!($to, value as u64);
                set!($to.wrapping_add(1), (value >> 64) as u64);
                Some(())
            }
        }};
    }
    macro_rules! or_leave {
        ($result:expr, $exit:expr) => {
            match $result {
                Some(value) => value,
                None => return $exit,
            }
        };
    }
    macro_rules! note {
        ($note:expr, $times:expr) => {
            if P::WANTS_NOTED {
                tell($note, $times, heap, pulse);
            }
        };
    }
    macro_rules! bits {
        ($a:expr, $b:expr, $to:expr, $op:tt) => {{
            let (a, b) = (int!($a), int!($b));
            set!($to, (a $op b) as u64);
            tally.digits::<P>(a | b);
        }};
    }
    macro_rules! jump_if {
        ($holds:expr, $to:expr) => {
            if $holds {
                pc = $to;
                continue;
            }
        };
    }
    // The next number of a range; whether there is one.
    macro_rules! next {
        ($first:expr, $item:expr) => {{
            let (first, left) = (get!($first), get!($first.wrapping_add(1)));
            if left != 0 {
                result!($item, first as i64);
                set!($first, first.wrapping_add(get!($first.wrapping_add(2))));
                set!($first.wrapping_add(1), left - 1);
            }
            left != 0
        }};
    }
    // Whoever is to leave at a jump back leaves.
    macro_rules! turn {
        ($cost:expr, $exit:expr) => {
            match pulse.turn(tally.owed::<P>(), $cost as u32) {
                Turn::Go => tally.turn(),
                Turn::Asked => return $exit,
                Turn::Short => return $exit + 1,
            }
        };
    }
    // The function calls itself: what comes after its first operation comes next.
    macro_rules! call {
        ($site:expr, $exit:expr) => {{
            if !activations.call($site, r) {
                return $exit;
            }
            if pulse.turn(tally.owed::<P>(), activations.cost) != Turn::Go {
                return activations.beginning;
            }
            tally.turn();
            pc = 1;
            continue;
        }};
    }
    // Gives back what was charged for too much on this way, which is nothing where somebody may want attention.
    macro_rules! return_value {
        ($value:expr, $back:expr, $wants_attention:expr) => {{
            let result = $value;
            let Some(site) = activations.returned(r) else {
                pulse.settle($back);
                activations.result = result;
                return RETURNED;
            };
            set!(site.result, result);
            if $wants_attention || !pulse.exchange($back, site.cost) {
                return site.after;
            }
            pc = site.back;
            continue;
        }};
    }
    loop {
        match code[usize::from(pc)] {
            Op::Exit { exit } => return exit,
            Op::Move { a, to } => set!(to, get!(a)),
            Op::MoveWide { a, to } => {
                let (low, high) = (get!(a), get!(a.wrapping_add(1)));
                set!(to, low);
                set!(to.wrapping_add(1), high);
            }

            Op::AddInt { a, b, to, exit } => result!(to, or_leave!(int!(a).checked_add(int!(b)), exit)),
            Op::SubtractInt { a, b, to, exit } => result!(to, or_leave!(int!(a).checked_sub(int!(b)), exit)),
            Op::MultiplyInt { a, b, to, exit } => {
                let (a, b) = (int!(a), int!(b));
                result!(to, or_leave!(a.checked_mul(b), exit));
                tally.product::<P>(a, b);
            }
            Op::MultiplyAddInt { a, b, c, to, exit } => {
                let (a, b) = (int!(a), int!(b));
                let product = or_leave!(a.checked_mul(b), exit);
                result!(to, or_leave!(int!(c).checked_add(product), exit));
                tally.result::<P>(product);
                tally.product::<P>(a, b);
            }
            Op::RemainderInt { a, b, to, exit } => {
                set!(to, or_leave!(int::remainder(int!(a), int!(b)), exit) as u64);
            }
            Op::AndInt { a, b, to } => bits!(a, b, to, &),
            Op::OrInt { a, b, to } => bits!(a, b, to, |),
            Op::XorInt { a, b, to } => bits!(a, b, to, ^),
            Op::Int { op, a, b, to, exit } => {
                let (a, b) = (int!(a), int!(b));
                let result = or_leave!(int::fast(op, a, b), exit);
                set!(to, result as u64);
                match op {
                    Power => {
                        tally.result::<P>(result);
                        note!(Note::PowerStep, arith::power_steps(b));
                    }
                    FloorDivide => tally.quotient::<P>(a, b),
                    _ => {}
                }
            }
            Op::NegateInt { a, to, exit } => set!(to, or_leave!(int!(a).checked_neg(), exit) as u64),
            Op::InvertInt { a, to } => set!(to, !get!(a)),
            Op::AbsoluteInt { a, to, exit } => set!(to, or_leave!(int!(a).checked_abs(), exit) as u64),
            Op::LeastInt { a, b, to } => set!(to, int!(a).min(int!(b)) as u64),
            Op::GreatestInt { a, b, to } => set!(to, int!(a).max(int!(b)) as u64),
            Op::Divide { a, b, to, exit } => {
                set!(to, or_leave!(access::true_divide(int!(a), int!(b)), exit).to_bits());
            }
            Op::ToFloat { a, to } => set!(to, (int!(a) as f64).to_bits()),
            Op::ToFloatExactly { a, to, exit } => set!(to, or_leave!(access::exactly(int!(a)), exit).to_bits()),
            Op::AddFloat { a, b, to } => set!(to, (float!(a) + float!(b)).to_bits()),
            Op::SubtractFloat { a, b, to } => set!(to, (float!(a) - float!(b)).to_bits()),
            Op::MultiplyFloat { a, b, to } => set!(to, (float!(a) * float!(b)).to_bits()),
            Op::DivideFloat { a, b, to, exit } => {
                if float!(b) == 0.0 {
                    return exit;
                }
                set!(to, (float!(a) / float!(b)).to_bits());
            }
            Op::MultiplyAddFloat { a, b, c, to } => set!(to, (float!(c) + float!(a) * float!(b)).to_bits()),
            Op::MultiplySubtractFloat { a, b, c, to } => set!(to, (float!(c) - float!(a) * float!(b)).to_bits()),
            Op::Float { op, a, b, to, exit } => match float::general(op, float!(a), float!(b)) {
                Some(Ok(result)) => set!(to, result.to_bits()),
                _ => return exit,
            },
            Op::NegateFloat { a, to } => set!(to, (-float!(a)).to_bits()),
            Op::AbsoluteFloat(a, to) => set!(to, float!(a).abs().to_bits()),
            Op::AddWide { a, b, to, exit } => or_leave!(set_wide!(to, wide!(a) + i128::from(int!(b))), exit),
            Op::SubtractWide { a, b, to, exit } => or_leave!(set_wide!(to, wide!(a) - i128::from(int!(b))), exit),
            Op::MultiplyAddWide { a, b, c, to, exit } => {
                let (a, b) = (int!(a), int!(b));
                let product = i128::from(a) * i128::from(b);
                or_leave!(wide!(c).checked_add(product).and_then(|sum| set_wide!(to, sum)), exit);
                tally.wide_result::<P>(product);
                tally.product::<P>(a, b);
            }

            Op::CompareInt { op, a, b, to } => set!(to, compare_plain(op, int!(a), int!(b)).into()),
            Op::CompareFloat { op, a, b, to } => set!(to, compare_plain(op, float!(a), float!(b)).into()),
            Op::TestFloat(a, to) => set!(to, (float!(a) != 0.0).into()),
            Op::Not { a, to } => set!(to, (get!(a) == 0).into()),

            Op::Jump { to } => jump_if!(true, to),
            Op::JumpLess { a, b, to } => jump_if!(int!(a) < int!(b), to),
            Op::JumpLessEqual { a, b, to } => jump_if!(int!(a) <= int!(b), to),
            Op::JumpEqual { a, b, to } => jump_if!(get!(a) == get!(b), to),
            Op::JumpNotEqual { a, b, to } => jump_if!(get!(a) != get!(b), to),
            Op::JumpLessFloat { a, b, to } => jump_if!(float!(a) < float!(b), to),
            Op::JumpNotLessFloat { a, b, to } => {
                let less = float!(a) < float!(b);
                jump_if!(!less, to);
            }
            Op::JumpLessEqualFloat { a, b, to } => jump_if!(float!(a) <= float!(b), to),
            Op::JumpNotLessEqualFloat { a, b, to } => {
                let less_or_equal = float!(a) <= float!(b);
                jump_if!(!less_or_equal, to);
            }
            Op::JumpEqualFloat { a, b, to } => jump_if!(float!(a) == float!(b), to),
            Op::JumpNotEqualFloat { a, b, to } => jump_if!(float!(a) != float!(b), to),
            Op::JumpIfZero { a, to } => jump_if!(get!(a) == 0, to),
            Op::JumpIfNotZero { a, to } => jump_if!(get!(a) != 0, to),
            Op::JumpIfApart { a, b, to } => {
                tally.digits::<P>(int!(a) | int!(b));
                jump_if!(get!(a) & get!(b) == 0, to);
            }
            Op::JumpIfTogether { a, b, to } => {
                tally.digits::<P>(int!(a) | int!(b));
                jump_if!(get!(a) & get!(b) != 0, to);
            }
            Op::Next { first, item, to } => {
                let is_over = !next!(first, item);
                jump_if!(is_over, to);
            }

            Op::Loop { to, cost, exit } => {
                turn!(get!(cost), exit);
                pc = to;
                continue;
            }
            Op::LoopLess { a, b, to, cost, exit } => {
                if int!(a) < int!(b) {
                    turn!(get!(cost), exit);
                    pc = to;
                    continue;
                }
                if pulse.pending() {
                    return exit;
                }
            }
            Op::LoopNext { first, item, to, cost, exit } => {
                turn!(get!(cost), exit);
                if next!(first, item) {
                    pc = to;
                    continue;
                }
            }
            Op::LoopToNext(next, cost, exit) => {
                let Op::LoopNext { first, item, to, cost: more, .. } = code[usize::from(next)] else {
                    return exit;
                };
                turn!(get!(cost) + get!(more), exit);
                tally.turn();
                pc = if next!(first, item) { to } else { next + 1 };
                continue;
            }
            Op::LoopSetItem(first, item, to, cost, exit) => {
                let Op::SetItem { list, index, value, kind, exit: failed } = code[usize::from(to)] else {
                    return exit;
                };
                let of = Loop { first, item, cost: get!(cost) as u32, exit };
                let store = Store { list: get!(list), index, value: value_of(get!(value), kind), failed };
                if let Some(exit) = store.run(of, r, heap, tally, pulse) {
                    return exit;
                }
            }
            Op::LoopSum(first, item, to, cost, exit) => {
                let of = Loop { first, item, cost: get!(cost) as u32, exit };
                if let Some(exit) = sum(code[usize::from(to)], of, r, tally, pulse) {
                    return exit;
                }
            }
            Op::Poll(exit) => {
                if pulse.pending() {
                    return exit;
                }
            }
            Op::Noted(note) => note!(note, 1),
            Op::Begin(cost, exit) => {
                if pulse.turn(0, get!(cost) as u32) != Turn::Go {
                    return exit;
                }
            }
            Op::Call(site, exit) => call!(site, exit),
            Op::CallWithSum(site, exit) => {
                match activations.add(site, r) {
                    Ok(sum) => tally.result::<P>(sum),
                    Err(exit) => return exit,
                }
                call!(site, exit);
            }
            Op::Return(a, releases) => return_value!(get!(a), 0, releases && heap.wants_attention()),
            Op::RefundAndReturn(amount, a) => {
                return_value!(get!(a), i64::from(amount), false);
            }
            Op::ReturnSum(a, b, exit) => {
                let sum = or_leave!(int!(a).checked_add(int!(b)), exit);
                tally.result::<P>(sum);
                return_value!(sum as u64, 0, false);
            }
            Op::Charge { cost, exit } => {
                if !pulse.afford(get!(cost) as u32) {
                    return exit;
                }
            }
            Op::Refund(amount) => tally.refund(amount),

            Op::Range { start, stop, step, to, exit } => {
                let (start, step) = (int!(start), int!(step));
                let left = or_leave!(access::range_length(start, int!(stop), step), exit);
                set!(to, start as u64);
                set!(to.wrapping_add(1), left);
                set!(to.wrapping_add(2), step as u64);
            }

            Op::ItemInt { list, index, to, exit } => match access::item(heap, get!(list), int!(index)) {
                Some(Value::Int(item)) => set!(to, item as u64),
                _ => return exit,
            },
            Op::ItemFloat { list, index, to, exit } => match access::item(heap, get!(list), int!(index)) {
                Some(Value::Float(item)) => set!(to, item.get().to_bits()),
                _ => return exit,
            },
            Op::ItemBool { list, index, to, exit } => match access::item(heap, get!(list), int!(index)) {
                Some(Value::Bool(item)) => set!(to, item as u64),
                _ => return exit,
            },
            Op::ItemObject { list, index, to, exit } => match access::item(heap, get!(list), int!(index)) {
                Some(Value::Obj(item)) => set!(to, item.id()),
                _ => return exit,
            },
            Op::SetItemInt { list, index, value, exit } => {
                or_leave!(access::set_item(heap, get!(list), int!(index), Value::Int(int!(value))), exit);
            }
            Op::SetItem { list, index, value, kind, exit } => {
                let value = value_of(get!(value), kind);
                or_leave!(access::set_item(heap, get!(list), int!(index), value), exit);
            }
            Op::NextItem { iterator, to, kind, exit } => {
                set!(to, or_leave!(access::next_item(heap, get!(iterator), kind), exit));
            }
            Op::Length { a, to, exit } => set!(to, or_leave!(access::length(heap, get!(a)), exit) as u64),
            Op::Append { list, value, kind, exit } => {
                or_leave!(access::append(heap, get!(list), value_of(get!(value), kind)), exit);
                if heap.wants_attention() {
                    return exit + 1;
                }
            }

            Op::Put(queue, value, kind, exit) => {
                if !simple_queue::put_quickly(heap, reference(get!(queue)), value_of(get!(value), kind)) {
                    return exit;
                }
                if heap.wants_attention() {
                    return exit + 1;
                }
            }
            Op::Get(queue, to, kind, exit) => set!(to, or_leave!(access::queued(heap, get!(queue), kind), exit)),

            Op::Check { a, is, exit } => or_leave!(access::check(heap, get!(a), is), exit),
            Op::BuildText { of, to, exit } => match or_leave!(Pieces::of(of, r).joined_in_peace(heap), exit) {
                Value::Obj(text) => set!(to, text.id()),
                _ => return exit,
            },
            Op::AppendText { text, pieces, exit } => {
                let mut longer = get!(text);
                or_leave!(Pieces::of(pieces, r).append(heap, &mut longer), exit);
                set!(text, longer);
                if heap.wants_attention() {
                    return exit + 1;
                }
            }
            Op::AppendBuilt { list, of, exit } => {
                or_leave!(Pieces::of(of, r).append_to_list(heap, get!(list)), exit);
                if heap.wants_attention() {
                    return exit + 1;
                }
            }

            Op::DictItem { dict, key, to, keys, values, exit } => {
                let found = or_leave!(access::find(heap, get!(dict), value_of(get!(key), keys), &mut near), exit);
                let value = or_leave!(found.and_then(|value| bits_of(value, values)), exit);
                set!(to, value);
            }
            Op::DictGet { dict, key, to, keys, values, exit } => {
                if let Some(value) =
                    or_leave!(access::find(heap, get!(dict), value_of(get!(key), keys), &mut near), exit)
                {
                    set!(to, or_leave!(bits_of(value, values), exit));
                }
            }
            Op::SetDictItem { dict, key, value, keys, values, exit } => {
                let (key, value) = (value_of(get!(key), keys), value_of(get!(value), values));
                or_leave!(access::set_dict_item(heap, get!(dict), key, value, &mut near), exit);
                if let Some(noted) = heap.take_noted() {
                    pulse.noted(&noted);
                }
                if heap.wants_attention() {
                    return exit + 1;
                }
            }
            Op::InDict { dict, key, to, keys, exit } => {
                let found = or_leave!(access::find(heap, get!(dict), value_of(get!(key), keys), &mut near), exit);
                set!(to, found.is_some().into());
            }

            Op::Attribute { object, to, kind, site, exit } => {
                let value = or_leave!(access::attribute(heap, get!(object), sites, site), exit);
                set!(to, or_leave!(bits_of(value, kind), exit));
            }
            Op::SetAttribute { object, value, kind, site, exit } => {
                let value = value_of(get!(value), kind);
                or_leave!(access::set_attribute(heap, get!(object), sites, site, value), exit);
            }
            Op::Guard { object, site, exit } => or_leave!(access::guard(heap, get!(object), sites, site), exit),

            Op::Keep(a) => heap.keep_object(reference(get!(a))),
            Op::Replace { a, to, exit } => {
                let (new, old) = (get!(a), get!(to));
                heap.keep_object(reference(new));
                set!(to, new);
                if heap.drop_noticing(Value::Obj(reference(old))) {
                    return exit;
                }
            }
            Op::Release(a) => heap.drop_object(reference(get!(a))),
            Op::Drop { a, exit } => {
                heap.drop_object(reference(get!(a)));
                if heap.wants_attention() {
                    return exit;
                }
            }
        }
        pc = pc.wrapping_add(1);
    }
}
