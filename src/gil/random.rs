//! `random`: the lock changes hands by chance, so that many seeds show many schedules of one program.
//!
//! No runtime has this lock. Each thread has a priority, drawn when it first wants the lock. The holder lets go at its next
//! checkpoint where somebody with a higher one wants the lock, and whoever lets go hands it to the highest of those that want
//! it. At each checkpoint with others waiting, one time in `one_in`, the holder falls below all others. With `one_in` 1 that
//! is a switch at every checkpoint; with large values threads run in one piece, in any order, with few preemptions, which
//! is all that most mistakes need. All that it does CPython's lock allows, which may change hands at any
//! checkpoint, however unlikely the moment.
//!
//! | state of a thread | event                                   | does                             | next state |
//! |-------------------|-----------------------------------------|----------------------------------|------------|
//! | outside           | `take`, nobody owns the lock            |                                  | holder     |
//! | outside           | `take`, owned                           | queues                           | waiting    |
//! | waiting           | woken, owns the lock                    |                                  | holder     |
//! | holder            | checkpoint, a higher one waits          | must release                     | holder     |
//! | holder            | `release(Forced)`                       | queues, signals the highest      | outside    |
//! | holder            | `release` otherwise                     | signals the highest              | outside    |
//!
//! Who was forced to let go is not handed the lock in the same step. On the simulated machine waking takes next to nothing
//! under this lock, so that who is woken wants it before the waker has gone on.
//!
//! After the randomised scheduler of Burckhardt, Kothari, Musuvathi and Nagarakatte (2010), whose number of preemptions is
//! fixed where this one's is drawn. Chance is the splitmix64 generator of Steele, Lea and Flood (2014).

use super::handing_over::HandingOver;
use super::{Acquired, Cond, Freed, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;
use std::collections::BTreeMap;
use std::num::NonZeroU32;

/// One lock.
#[derive(Debug)]
pub struct Random {
    lock: HandingOver,
    one_in: NonZeroU32,
    priorities: BTreeMap<ThreadId, i64>,
    /// Of those that have fallen.
    lowest: i64,
    state: u64,
}

impl Random {
    /// A free lock that nobody has held yet, with seed zero.
    pub fn new(one_in: NonZeroU32) -> Random {
        Random { lock: HandingOver::default(), one_in, priorities: BTreeMap::new(), lowest: 0, state: 0 }
    }

    /// A number below `end`, which is not zero; how much likelier one is than another is below 2^-32.
    fn draw(&mut self, end: u32) -> u32 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        ((u128::from(z) * u128::from(end)) >> 64) as u32
    }

    fn priority(&self, thread: ThreadId) -> i64 {
        self.priorities.get(&thread).copied().unwrap_or_default()
    }

    /// The place in the queue of the one with the highest priority, the first of equals.
    fn highest(&self) -> Option<(usize, i64)> {
        let waiting = self.lock.queue().enumerate().map(|(place, thread)| (place, self.priority(thread)));
        waiting.reduce(|best, next| if next.1 > best.1 { next } else { best })
    }

    fn settled(&self, me: ThreadId, acquired: Option<Acquired>) -> Step<Acquired> {
        acquired.map_or_else(|| Step::wait(Cond::Own(me), None), Step::done)
    }
}

impl Protocol for Random {
    fn take(&mut self, me: ThreadId, why: Take, _now: Nanos) -> Step<Acquired> {
        if !self.priorities.contains_key(&me) {
            let priority = self.draw(u32::MAX);
            self.priorities.insert(me, priority.into());
        }
        let acquired = self.lock.take(me, why);
        self.settled(me, acquired)
    }

    fn woken_to_take(&mut self, me: ThreadId, _how: Woken, _now: Nanos) -> Step<Acquired> {
        let acquired = self.lock.claim(me);
        self.settled(me, acquired)
    }

    fn release(&mut self, me: ThreadId, why: Release, _now: Nanos) -> Step<Freed> {
        if let Some((place, _)) = self.highest() {
            self.lock.bring_forward(place);
        }
        let next = self.lock.release(me, why);
        Step::done(Freed).signal(next.map(Cond::Own))
    }

    fn woken_to_leave(&mut self, _me: ThreadId, _how: Woken, _now: Nanos) -> Step<Freed> {
        Step::done(Freed)
    }

    fn attention(&self) -> bool {
        self.lock.head().is_some()
    }

    fn checkpoint(&mut self, me: ThreadId, _now: Nanos) -> bool {
        let Some((_, highest)) = self.highest() else { return false };
        if self.draw(self.one_in.get()) == 0 {
            self.lowest -= 1;
            self.priorities.insert(me, self.lowest);
        }
        highest > self.priority(me)
    }

    fn is_handed_over(&self) -> bool {
        true
    }

    fn holder(&self) -> Option<ThreadId> {
        self.lock.owner()
    }

    fn seed(&mut self, seed: u64) {
        self.state = seed;
    }
}
