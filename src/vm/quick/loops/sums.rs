//! Loops over a range that do nothing but add to a number: many turns at once, as far as the pulse lets them. Knows no
//! other operations.

use super::ops::Op;
use super::run::Registers;
use crate::vm::{Pulse, Turn};

/// A loop over a range: the first of the registers with the range's state, the item's, what a turn costs, and the exit.
#[derive(Clone, Copy, Debug)]
pub struct Loop {
    pub first: u8,
    pub item: u8,
    pub cost: u32,
    pub exit: u16,
}

/// What a turn adds: registers `a` and `b`, of which the second may be missing; and the exit where the sum is too large.
#[derive(Clone, Copy, Debug)]
struct Summand {
    a: u8,
    b: Option<u8>,
    failed: u16,
}

/// Whether an operation and the jump back behind it are such a loop, whose sum is nothing else.
pub fn is_sum(op: Op, first: u8, item: u8) -> bool {
    let Some((sum, width, Summand { a, b, .. })) = parts(op) else { return false };
    let is_own = |register: u8| register.wrapping_sub(sum) >= width;
    let changes = |register: u8| !is_own(register) || register.wrapping_sub(first) < 3;
    let range = first..=first.saturating_add(2);
    is_own(item) && range.clone().all(is_own) && !range.contains(&item) && !changes(a) && !b.is_some_and(changes)
}

/// The register of the sum and how many it has, and what is added.
fn parts(op: Op) -> Option<(u8, u8, Summand)> {
    match op {
        Op::AddInt { a, b, to, exit } if a == to => Some((to, 1, Summand { a: b, b: None, failed: exit })),
        Op::AddInt { a, b, to, exit } if b == to => Some((to, 1, Summand { a, b: None, failed: exit })),
        Op::MultiplyAddInt { a, b, c, to, exit } if c == to => Some((to, 1, Summand { a, b: Some(b), failed: exit })),
        Op::AddWide { a, b, to, exit } if a == to => Some((to, 2, Summand { a: b, b: None, failed: exit })),
        Op::MultiplyAddWide { a, b, c, to, exit } if c == to => Some((to, 2, Summand { a, b: Some(b), failed: exit })),
        _ => None,
    }
}

/// Turns until the range has no more, which is `None`, or to an exit; counts the turns.
pub fn sum<P: Pulse>(op: Op, of: Loop, r: &mut Registers, turns: &mut u32, pulse: &mut P) -> Option<u16> {
    let Some((to, width, summand)) = parts(op) else { return Some(of.exit) };
    let low = usize::from(to);
    if width == 1 {
        let mut sum = r[low] as i64;
        let left = turn(of, summand, r, turns, pulse, |a, b| {
            sum = sum.checked_add(a.checked_mul(b)?)?;
            Some(())
        });
        r[low] = sum as u64;
        return left;
    }
    let high = usize::from(to.wrapping_add(1));
    let mut sum = i128::from(r[low]) | i128::from(r[high] as i64) << 64;
    let left = turn(of, summand, r, turns, pulse, |a, b| {
        // Neither is near the end of its range, see `Wide`; the sum is not to be, either.
        let more = sum.checked_add(i128::from(a) * i128::from(b)).filter(|sum| sum.unsigned_abs() >> 120 == 0)?;
        sum = more;
        Some(())
    });
    (r[low], r[high]) = (sum as u64, (sum >> 64) as u64);
    left
}

#[inline(always)]
fn turn<P: Pulse>(
    of: Loop,
    summand: Summand,
    r: &mut Registers,
    turns: &mut u32,
    pulse: &mut P,
    mut add: impl FnMut(i64, i64) -> Option<()>,
) -> Option<u16> {
    let [next, left, step] = [0, 1, 2].map(|more| usize::from(of.first.wrapping_add(more)));
    let item = usize::from(of.item);
    // What does not change, and a one where there is no second.
    let (a_is_item, b_is_item) = (summand.a == of.item, summand.b == Some(of.item));
    let (a, b) = (r[usize::from(summand.a)] as i64, summand.b.map_or(1, |b| r[usize::from(b)] as i64));
    loop {
        match pulse.turn(of.cost) {
            Turn::Go => *turns = turns.wrapping_add(1),
            Turn::Asked => return Some(of.exit),
            Turn::Short => return Some(of.exit + 1),
        }
        // Without one the range is at its end.
        let others = r[left].checked_sub(1)?;
        let more = pulse.turns(of.cost, u32::try_from(others).unwrap_or(u32::MAX));
        let (mut now, by, mut done) = (r[next], r[step], 0);
        let failed = loop {
            let value = now as i64;
            if add(if a_is_item { value } else { a }, if b_is_item { value } else { b }).is_none() {
                break true;
            }
            if done == more {
                break false;
            }
            now = now.wrapping_add(by);
            done += 1;
        };
        *turns = turns.wrapping_add(done);
        (r[item], r[next], r[left]) = (now, now.wrapping_add(by), others - u64::from(done));
        if failed {
            pulse.refund((more - done) * of.cost);
            return Some(summand.failed);
        }
    }
}
