//! Loops over a range that do nothing but add to a number: many turns at once, as far as the pulse lets them. Knows no
//! other operations.

use super::ops::Op;
use super::run::Registers;
use super::tally::Tally;
use crate::vm::arith::are_wide;
use crate::vm::int::is_at_hand;
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

/// The sum so far.
trait Sum: Copy {
    fn plus(self, a: i64, b: i64) -> Option<Self>;

    /// As a number, if it is one of 64 bits.
    fn number(self) -> Option<i64>;

    fn is_negative(self) -> bool;
}

impl Sum for i64 {
    #[inline(always)]
    fn plus(self, a: i64, b: i64) -> Option<i64> {
        self.checked_add(a.checked_mul(b)?)
    }

    #[inline(always)]
    fn number(self) -> Option<i64> {
        Some(self)
    }

    fn is_negative(self) -> bool {
        self < 0
    }
}

impl Sum for i128 {
    #[inline(always)]
    fn plus(self, a: i64, b: i64) -> Option<i128> {
        // Neither is near the end of its range, see `Wide`; the sum is not to be, either.
        self.checked_add(i128::from(a) * i128::from(b)).filter(|sum| sum.unsigned_abs() >> 120 == 0)
    }

    #[inline(always)]
    fn number(self) -> Option<i64> {
        i64::try_from(self).ok()
    }

    fn is_negative(self) -> bool {
        self < 0
    }
}

/// Turns until the range has no more, which is `None`, or to an exit.
pub fn sum<P: Pulse>(op: Op, of: Loop, r: &mut Registers, tally: &mut Tally, pulse: &mut P) -> Option<u16> {
    let Some((to, width, summand)) = parts(op) else { return Some(of.exit) };
    let low = usize::from(to);
    if width == 1 {
        let (sum, left) = turn(of, summand, r[low] as i64, r, tally, pulse);
        r[low] = sum as u64;
        return left;
    }
    let high = usize::from(to.wrapping_add(1));
    let (sum, left) = turn(of, summand, i128::from(r[low]) | i128::from(r[high] as i64) << 64, r, tally, pulse);
    (r[low], r[high]) = (sum as u64, (sum >> 64) as u64);
    left
}

/// Several turns: the item, what is added to it each time, and what is added up. What does not change is a number here,
/// and a one where there is no second.
#[derive(Clone, Copy)]
struct Turns<S> {
    item: i64,
    by: i64,
    sum: S,
    a: Option<i64>,
    b: Option<i64>,
    is_product: bool,
}

impl<S: Sum> Turns<S> {
    #[inline(always)]
    fn factors(&self, item: i64) -> (i64, i64) {
        (self.a.unwrap_or(item), self.b.unwrap_or(item))
    }

    /// Makes so many turns and one more, without a step after the last; how many it made before one that failed, and how
    /// many of its numbers were at hand.
    #[inline(always)]
    fn make<const COUNTS: bool>(&mut self, more: u32) -> (Result<(), u32>, u32) {
        let (mut done, mut at_hand) = (0, 0);
        loop {
            let (a, b) = self.factors(self.item);
            let Some(sum) = self.sum.plus(a, b) else { return (Err(done), at_hand) };
            self.sum = sum;
            if COUNTS {
                at_hand += u32::from(sum.number().is_some_and(is_at_hand));
                at_hand += u32::from(self.is_product && a.checked_mul(b).is_some_and(is_at_hand));
            }
            if done == more {
                return (Ok(()), at_hand);
            }
            self.item = self.item.wrapping_add(self.by);
            if COUNTS {
                at_hand += u32::from(is_at_hand(self.item));
            }
            done += 1;
        }
    }

    /// Whether what is multiplied at an item takes more than a digit of CPython's.
    fn is_wide(&self, item: i64) -> bool {
        let (a, b) = self.factors(item);
        self.is_product && are_wide(a, b)
    }

    /// Of so many further turns as many as multiply nothing wide; or none, so that each is looked at.
    fn most_small(&self, more: u64) -> u64 {
        let is_small = |more: u64| {
            let last = i128::from(self.item) + i128::from(self.by) * i128::from(more);
            !self.is_wide(self.item) && i64::try_from(last).is_ok_and(|last| !self.is_wide(last))
        };
        [more, more.min(COUNTED_AT_ONCE)].into_iter().find(|more| is_small(*more)).unwrap_or(0)
    }

    /// Whether no number of so many turns is at hand: they all lie beyond, and the sum goes away from there.
    fn stays_beyond(&self, more: u64) -> bool {
        let is_beyond = |number: i128| i64::try_from(number).map_or(true, |number| !is_at_hand(number));
        let both_beyond = |one: i128, other: i128| is_beyond(one) && is_beyond(other) && (one < 0) == (other < 0);
        let last = i128::from(self.item) + i128::from(self.by) * i128::from(more);
        let product = |item: i128| self.a.map_or(item, i128::from).checked_mul(self.b.map_or(item, i128::from));
        let (Some(first_term), Some(last_term)) = (product(self.item.into()), product(last)) else { return false };
        let is_away = |term: i128| term == 0 || (term < 0) == self.sum.is_negative();
        both_beyond(self.item.into(), last)
            && (!self.is_product || both_beyond(first_term, last_term))
            && self.sum.number().is_none_or(|sum| !is_at_hand(sum))
            && is_away(first_term)
            && is_away(last_term)
    }
}

/// Where numbers are counted one by one, so many turns are made at once, since soon none may be at hand.
const COUNTED_AT_ONCE: u64 = 300;

#[inline(always)]
fn turn<P: Pulse, S: Sum>(
    of: Loop,
    summand: Summand,
    sum: S,
    r: &mut Registers,
    tally: &mut Tally,
    pulse: &mut P,
) -> (S, Option<u16>) {
    let [next, left, step] = [0, 1, 2].map(|more| usize::from(of.first.wrapping_add(more)));
    let fixed = |register: u8| (register != of.item).then_some(r[usize::from(register)] as i64);
    let (a, b) = (fixed(summand.a), summand.b.map_or(Some(1), fixed));
    let mut turns = Turns { item: 0, by: r[step] as i64, sum, a, b, is_product: summand.b.is_some() };
    loop {
        match pulse.turn(tally.owed::<P>(), of.cost) {
            Turn::Go => tally.turn(),
            Turn::Asked => return (turns.sum, Some(of.exit)),
            Turn::Short => return (turns.sum, Some(of.exit + 1)),
        }
        // Without one the range is at its end.
        let Some(others) = r[left].checked_sub(1) else { return (turns.sum, None) };
        turns.item = r[next] as i64;
        tally.result::<P>(turns.item);
        let counts = P::WANTS_NOTED && !turns.stays_beyond(others);
        let counted = if counts { others.min(COUNTED_AT_ONCE) } else { others };
        let most = if P::WANTS_NOTED { turns.most_small(counted) } else { counted };
        let more = pulse.turns(of.cost, u32::try_from(most).unwrap_or(u32::MAX));
        let (made, at_hand) = if counts { turns.make::<true>(more) } else { turns.make::<false>(more) };
        let done = made.err().unwrap_or(more);
        tally.turns = tally.turns.wrapping_add(done);
        tally.at_hand(at_hand);
        if made.is_ok() && turns.is_product {
            let (a, b) = turns.factors(turns.item);
            tally.product::<P>(a, b);
        }
        r[usize::from(of.item)] = turns.item as u64;
        (r[next], r[left]) = (turns.item.wrapping_add(turns.by) as u64, others - u64::from(done));
        if made.is_err() {
            pulse.settle(i64::from(more - done) * i64::from(of.cost));
            return (turns.sum, Some(summand.failed));
        }
    }
}
