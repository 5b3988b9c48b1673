//! The ends of the two stretches that were set last. Most of them come before everything else that is known, so they never
//! are in the queue of events: a thread that has the lock and one that comes for it have a core at the same time, seldom
//! more. Knows no states of threads.

use super::Tid;
use crate::time::Nanos;

/// When a stretch ends, and whose it is.
type End = (Nanos, Tid);

/// No thread has this number.
const NOBODY: Tid = Tid(u32::MAX);

/// Later than any end.
const NONE: End = (Nanos::MAX, NOBODY);

/// At most two ends, of different threads.
#[derive(Debug)]
pub(super) struct Ends {
    ends: [End; 2],
    /// Which of them was set last.
    last: usize,
}

impl Ends {
    pub fn new() -> Ends {
        Ends { ends: [NONE, NONE], last: 0 }
    }

    /// Sets the end of a thread's stretch, in place of one that it may have here. Where there is no room, the one that was
    /// set first has to give way.
    #[inline]
    #[must_use = "it is no longer here"]
    pub fn set(&mut self, thread: Tid, at: Nanos) -> Option<End> {
        let [one, other] = self.ends;
        let place = match () {
            _ if one.1 == thread => 0,
            _ if other.1 == thread => 1,
            _ if one.1 == NOBODY => 0,
            _ if other.1 == NOBODY => 1,
            _ => 1 - self.last,
        };
        let before = std::mem::replace(&mut self.ends[place], (at.min(Nanos(u64::MAX - 1)), thread));
        self.last = place;
        (before.1 != thread && before.1 != NOBODY).then_some(before)
    }

    /// The thread has none any more.
    #[inline]
    pub fn clear(&mut self, thread: Tid) {
        for end in &mut self.ends {
            if end.1 == thread {
                *end = NONE;
            }
        }
    }

    /// Takes out the earlier one if it comes before `next`; of two that come at once, the one that was set first.
    #[inline]
    pub fn take_before(&mut self, next: Nanos) -> Option<End> {
        let place = self.earlier();
        let end = self.ends[place];
        (end.0 < next).then(|| {
            self.ends[place] = NONE;
            end
        })
    }

    /// When the first of them comes; `Nanos::MAX` where there is none.
    #[inline]
    pub fn next_at(&self) -> Nanos {
        self.ends[0].0.min(self.ends[1].0)
    }

    /// Takes both out, the one that was set first before the other.
    pub fn take_all(&mut self) -> impl Iterator<Item = End> {
        let [one, other] = std::mem::replace(&mut self.ends, [NONE, NONE]);
        let all = if self.last == 0 { [other, one] } else { [one, other] };
        all.into_iter().filter(|end| end.1 != NOBODY)
    }

    #[inline]
    fn earlier(&self) -> usize {
        let [one, other] = [self.ends[0].0, self.ends[1].0];
        if one == other { 1 - self.last } else { usize::from(other < one) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(set: &[(u64, u32)]) -> Ends {
        let mut ends = Ends::new();
        for (at, thread) in set {
            assert_eq!(ends.set(Tid(*thread), Nanos(*at)), None);
        }
        ends
    }

    fn taken(ends: &mut Ends, next: u64) -> Option<(u64, u32)> {
        ends.take_before(Nanos(next)).map(|(at, thread)| (at.0, thread.0))
    }

    #[test]
    fn the_earlier_comes_first_and_of_two_at_once_the_one_that_was_set_first() {
        let mut unlike = ends(&[(7, 0), (5, 1)]);
        assert_eq!(unlike.next_at(), Nanos(5));
        assert_eq!(taken(&mut unlike, 5), None, "what is in the queue comes before it");
        assert_eq!(
            [taken(&mut unlike, 6), taken(&mut unlike, 9), taken(&mut unlike, 9)],
            [Some((5, 1)), Some((7, 0)), None]
        );
        let mut alike = ends(&[(5, 3), (5, 2), (5, 3)]);
        assert_eq!([taken(&mut alike, 9), taken(&mut alike, 9)], [Some((5, 2)), Some((5, 3))]);
    }

    #[test]
    fn a_thread_has_one_end_which_can_be_moved_and_taken_back() {
        let mut ends = ends(&[(7, 0), (5, 1), (6, 0)]);
        ends.clear(Tid(1));
        ends.clear(Tid(9));
        assert_eq!([taken(&mut ends, 9), taken(&mut ends, 9)], [Some((6, 0)), None]);
        assert_eq!(ends.next_at(), Nanos::MAX);
    }

    #[test]
    fn where_there_is_no_room_the_one_that_was_set_first_gives_way() {
        let mut ends = ends(&[(9, 0), (5, 1)]);
        assert_eq!(ends.set(Tid(2), Nanos(8)), Some((Nanos(9), Tid(0))));
        assert_eq!(ends.take_all().map(|(at, thread)| (at.0, thread.0)).collect::<Vec<_>>(), [(5, 1), (8, 2)]);
        assert_eq!(ends.take_all().next(), None);
    }

    #[test]
    fn an_end_that_never_comes_is_an_end() {
        assert_eq!(taken(&mut ends(&[(u64::MAX, 4)]), u64::MAX), Some((u64::MAX - 1, 4)));
    }
}
