//! Loops over a range that do nothing but store one value into a list: many turns at once, as far as the pulse lets them.
//! Knows no other operations.

use super::access;
use super::run::Registers;
use super::sums::Loop;
use super::tally::Tally;
use crate::vm::heap::Heap;
use crate::vm::int::is_at_hand;
use crate::vm::value::Value;
use crate::vm::{Pulse, Turn};

/// What each turn does: the list, the register with the index, the value, and the exit where it cannot be stored.
#[derive(Clone, Copy, Debug)]
pub struct Store {
    pub list: u64,
    pub index: u8,
    pub value: Value,
    pub failed: u16,
}

impl Store {
    /// Turns until the range has no more, which is `None`, or to an exit.
    #[inline(always)]
    pub fn run<P: Pulse>(
        self,
        of: Loop,
        r: &mut Registers,
        heap: &mut Heap,
        tally: &mut Tally,
        pulse: &mut P,
    ) -> Option<u16> {
        let [first, left, step] = [0, 1, 2].map(|more| usize::from(of.first.wrapping_add(more)));
        loop {
            match pulse.turn(tally.owed::<P>(), of.cost) {
                Turn::Go => tally.turn(),
                Turn::Asked => return Some(of.exit),
                Turn::Short => return Some(of.exit + 1),
            }
            // Without one the range is at its end.
            let others = r[left].checked_sub(1)?;
            let most = if P::WATCHES_OBJECTS { 0 } else { u32::try_from(others).unwrap_or(u32::MAX) };
            let more = pulse.turns(of.cost, most);
            let (mut next, mut at_hand, mut done) = (r[first] as i64, 0, 0);
            let has_failed = loop {
                r[usize::from(of.item)] = next as u64;
                at_hand += u32::from(P::WANTS_NOTED && is_at_hand(next));
                next = next.wrapping_add(r[step] as i64);
                let index = r[usize::from(self.index)] as i64;
                if access::set_item(heap, self.list, index, self.value).is_none() {
                    break true;
                }
                if done == more {
                    break false;
                }
                done += 1;
            };
            tally.turns = tally.turns.wrapping_add(done);
            tally.at_hand(at_hand);
            (r[first], r[left]) = (next as u64, others - u64::from(done));
            if has_failed {
                pulse.settle(i64::from(more - done) * i64::from(of.cost));
                return Some(self.failed);
            }
        }
    }
}
