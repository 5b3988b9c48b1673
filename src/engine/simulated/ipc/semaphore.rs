//! A semaphore between processes: a value, and who sleeps until it is more than zero. As POSIX's it belongs to nobody: who
//! dies gives nothing back, and who is woken may find that somebody was faster.

use crate::engine::simulated::os::Tid;
use crate::ids::ProcessId;
use std::collections::VecDeque;

#[derive(Debug)]
pub(super) struct Semaphore {
    pub value: i64,
    pub most: i64,
    queue: VecDeque<Tid>,
    /// Woken and not back yet, or on their way to a sleep: they count as waiting.
    coming: Vec<Tid>,
    /// Who took it last, for words about a standstill.
    pub taken_by: Option<ProcessId>,
}

impl Semaphore {
    pub fn new(value: i64, most: i64) -> Semaphore {
        Semaphore { value, most, queue: VecDeque::new(), coming: Vec::new(), taken_by: None }
    }

    /// Takes one of it, if there is one.
    #[must_use]
    pub fn try_take(&mut self, process: ProcessId, me: Tid) -> bool {
        let is_free = self.value > 0;
        if is_free {
            self.value -= 1;
            self.taken_by = Some(process);
            self.coming.retain(|waiter| *waiter != me);
        }
        is_free
    }

    /// The same, or the thread queues.
    #[must_use]
    pub fn take(&mut self, process: ProcessId, me: Tid) -> bool {
        let taken = self.try_take(process, me);
        self.coming.retain(|waiter| *waiter != me);
        if !taken && !self.queue.contains(&me) {
            self.queue.push_back(me);
        }
        taken
    }

    /// The thread counts as waiting, though it does not sleep yet.
    pub fn about_to_wait(&mut self, me: Tid) {
        if !self.coming.contains(&me) {
            self.coming.push(me);
        }
    }

    /// False where it has its greatest value.
    #[must_use]
    pub fn release(&mut self, woken: &mut Vec<Tid>) -> bool {
        if self.value >= self.most {
            return false;
        }
        self.value += 1;
        self.wake_next(woken);
        true
    }

    fn wake_next(&mut self, woken: &mut Vec<Tid>) {
        let next = self.queue.pop_front();
        self.coming.extend(next);
        woken.extend(next);
    }

    /// Whether anybody waits for it, or has not noticed yet that the wait is over: who gives it back asks the system to
    /// wake one, in vain perhaps.
    pub fn is_awaited(&self) -> bool {
        !self.queue.is_empty() || !self.coming.is_empty()
    }

    /// The thread waits no longer. What it was woken for is the next one's.
    pub fn forget(&mut self, thread: Tid, woken: &mut Vec<Tid>) {
        let was_woken = self.coming.contains(&thread);
        self.queue.retain(|waiter| *waiter != thread);
        self.coming.retain(|waiter| *waiter != thread);
        if was_woken && self.value > 0 {
            self.wake_next(woken);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const A: ProcessId = ProcessId(0);

    proptest! {
        /// Threads try to have a semaphore of two and give it back, in any order.
        #[test]
        fn no_more_have_it_than_its_value_and_no_release_is_lost(steps in prop::collection::vec((0u32..5, any::<bool>()), 1..200)) {
            let (mut semaphore, mut woken) = (Semaphore::new(2, 2), Vec::new());
            let mut has = [false; 5];
            for (thread, takes) in steps {
                let me = thread as usize;
                if takes && !has[me] {
                    has[me] = semaphore.take(A, Tid(thread));
                } else if has[me] {
                    has[me] = false;
                    prop_assert!(semaphore.release(&mut woken));
                }
                for sleeper in std::mem::take(&mut woken) {
                    has[sleeper.index()] |= semaphore.take(A, sleeper);
                }
                let holders = has.iter().filter(|has| **has).count() as i64;
                prop_assert!(holders <= 2);
                prop_assert_eq!(semaphore.value + holders, 2);
                prop_assert!(semaphore.value == 0 || semaphore.queue.is_empty(), "who could go on sleeps");
            }
        }
    }

    #[test]
    fn who_was_woken_and_has_not_come_yet_is_still_waited_for() {
        let (mut semaphore, mut woken) = (Semaphore::new(1, 1), Vec::new());
        assert!(semaphore.take(A, Tid(0)) && !semaphore.is_awaited());
        assert!(!semaphore.take(A, Tid(1)) && semaphore.is_awaited());
        assert!(semaphore.release(&mut woken));
        assert!(woken == [Tid(1)] && semaphore.is_awaited());
        assert!(semaphore.take(A, Tid(1)) && !semaphore.is_awaited());
    }

    #[test]
    fn who_is_about_to_wait_is_waited_for_but_not_woken() {
        let (mut semaphore, mut woken) = (Semaphore::new(1, 1), Vec::new());
        assert!(semaphore.try_take(A, Tid(0)));
        semaphore.about_to_wait(Tid(1));
        assert!(semaphore.is_awaited() && semaphore.release(&mut woken));
        assert_eq!(woken, [], "it looks for itself");
        assert!(semaphore.try_take(A, Tid(1)) && !semaphore.is_awaited());
    }

    #[test]
    fn a_wake_up_of_a_thread_that_is_gone_is_the_next_ones_and_no_other_is() {
        let (mut semaphore, mut woken) = (Semaphore::new(0, 2), Vec::new());
        assert!((1..=4).all(|waiter| !semaphore.take(A, Tid(waiter))));
        assert!(semaphore.release(&mut woken));
        semaphore.forget(Tid(4), &mut woken);
        assert_eq!(std::mem::take(&mut woken), [Tid(1)], "it had not been woken");
        semaphore.forget(Tid(1), &mut woken);
        assert_eq!(std::mem::take(&mut woken), [Tid(2)]);
        assert!(semaphore.take(A, Tid(2)));
        semaphore.forget(Tid(2), &mut woken);
        assert_eq!(woken, [], "it had what it was woken for");
    }

    #[test]
    fn it_cannot_be_released_beyond_its_greatest_value() {
        let mut semaphore = Semaphore::new(1, 1);
        assert!(!semaphore.release(&mut Vec::new()));
        assert!(semaphore.try_take(A, Tid(0)) && semaphore.release(&mut Vec::new()));
    }
}
