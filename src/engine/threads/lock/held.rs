//! The lock, held: a guard that lends out what the lock owns, and what lies in the box with it.

use super::{Gil, NOT_ASKED, Seat, Shared, Silent};
use crate::engine::threads::sync::MutexGuard;
use crate::gil::{Freed, Pace, Release};
use crate::ids::ThreadId;
use crate::time::Nanos;
use crate::trace::EventKind;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::Ordering;

/// The lock, held: lends out what it owns. Dropped without [`Held::release`] it is given up as a thread's end does it.
pub struct Held<'a, T> {
    gil: &'a Gil<T>,
    holder: ThreadId,
    /// Here until released.
    lent: Option<Box<Loan<T>>>,
}

/// What goes from holder to holder.
pub(super) struct Loan<T> {
    owned: T,
    /// How many counted instructions the holders may still run before they look by themselves.
    left: u32,
}

impl<T> Loan<T> {
    pub fn new(owned: T, pace: Pace) -> Loan<T> {
        Loan { owned, left: whole(pace) }
    }
}

fn whole(pace: Pace) -> u32 {
    match pace {
        Pace::OnRequest => 0,
        Pace::EveryBytecodes(count) | Pace::EveryBackJumps(count) => count,
    }
}

impl<'a, T> Held<'a, T> {
    /// `loan`: what lay in the lock, which is why nobody else holds it.
    pub(super) fn new(gil: &'a Gil<T>, holder: ThreadId, loan: Option<Box<Loan<T>>>) -> Held<'a, T> {
        assert!(loan.is_some(), "the protocol granted a lock that is held");
        Held { gil, holder, lent: loan }
    }

    /// What the lock owns, and the lock's counter: how many counted instructions are left until the holder has to
    /// [`Gil::attend`]. It means something under a counted pace only.
    pub fn with_counter(&mut self) -> (&mut T, &mut u32) {
        let loan = self.loan_mut();
        (&mut loan.owned, &mut loan.left)
    }

    /// Gives the lock up; returns when the protocol lets the thread go.
    pub fn release(self, seat: &mut impl Seat, why: Release) {
        self.release_for(seat, [], why);
    }

    /// The same for what happens in the same moment, just before.
    pub fn release_for(mut self, seat: &mut impl Seat, what: impl IntoIterator<Item = EventKind>, why: Release) {
        let mut shared = self.gil.shared.lock();
        let released = shared.read_clock(seat);
        what.into_iter().for_each(|kind| seat.record(released, kind));
        seat.record(released, EventKind::GilReleased { why });
        self.give_back(&mut shared, seat, why, released);
    }

    /// The counter begins anew, if it had run out.
    pub fn count_anew(&mut self, pace: Pace) {
        let loan = self.loan_mut();
        if loan.left == 0 {
            loan.left = whole(pace);
        }
    }

    /// The same in the driver's hands: without the log, and under the mutex.
    pub(super) fn give_back<S: Seat>(
        &mut self,
        shared: &mut MutexGuard<'_, Shared<T>>,
        seat: &mut S,
        why: Release,
        now: Nanos,
    ) {
        let me = self.holder;
        shared.loan = self.lent.take();
        self.gil.asked.store(NOT_ASKED, Ordering::Relaxed);
        let first = shared.protocol.release(me, why, now);
        let Freed =
            self.gil.settle(shared, seat, first, |protocol, seat, how| protocol.woken_to_leave(me, how, seat.now()));
    }

    fn loan_mut(&mut self) -> &mut Loan<T> {
        self.lent.as_mut().expect("lent until released, and release takes the guard")
    }
}

impl<T> Drop for Held<'_, T> {
    fn drop(&mut self) {
        if self.lent.is_some() {
            let mut shared = self.gil.shared.lock();
            let mut seat = Silent(self.holder);
            self.give_back(&mut shared, &mut seat, Release::Exit, Nanos::ZERO);
        }
    }
}

impl<T> Deref for Held<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lent.as_ref().expect("lent until released, and release takes the guard").owned
    }
}

impl<T> DerefMut for Held<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.loan_mut().owned
    }
}
