//! The rows of the protocols' state tables, one by one. (`cpython-interval` has its own beside its code.)

mod bfs;
mod counted;
mod fifo;
mod ocaml_master;
mod priority;
mod pypy;
mod random;
mod ruby_gvl;

use crate::gil::{Acquired, Cond, Freed, Policy, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;

const A: ThreadId = ThreadId(1);
const B: ThreadId = ThreadId(2);
const C: ThreadId = ThreadId(3);
const D: ThreadId = ThreadId(4);
const INTERVAL: Nanos = Nanos::from_millis(5);

/// A lock at a time that the test sets.
struct Bench {
    lock: Box<dyn Protocol>,
    now: Nanos,
}

impl Bench {
    fn new(policy: &str) -> Bench {
        let policy = Policy::parse(policy).expect("as policies are written");
        Bench { lock: policy.protocol(INTERVAL), now: Nanos::ZERO }
    }

    /// A lock that `holder` has had since time zero.
    fn held_by(policy: &str, holder: ThreadId) -> Bench {
        let mut bench = Bench::new(policy);
        assert_eq!(bench.take(holder).next, has(None).next);
        bench
    }

    fn at(&mut self, now: Nanos) -> &mut Bench {
        self.now = now;
        self
    }

    fn take(&mut self, me: ThreadId) -> Step<Acquired> {
        self.lock.take(me, Take::AfterBlocking, self.now)
    }

    fn take_again(&mut self, me: ThreadId) -> Step<Acquired> {
        self.lock.take(me, Take::AfterForced, self.now)
    }

    fn signalled(&mut self, me: ThreadId) -> Step<Acquired> {
        self.lock.woken_to_take(me, Woken::Signalled, self.now)
    }

    fn timed_out(&mut self, me: ThreadId) -> Step<Acquired> {
        self.lock.woken_to_take(me, Woken::TimedOut, self.now)
    }

    fn release(&mut self, me: ThreadId, why: Release) -> Step<Freed> {
        self.lock.release(me, why, self.now)
    }

    fn signalled_to_leave(&mut self, me: ThreadId) -> Step<Freed> {
        self.lock.woken_to_leave(me, Woken::Signalled, self.now)
    }

    fn checkpoint(&mut self, me: ThreadId) -> bool {
        self.lock.checkpoint(me, self.now)
    }

    /// The timer's next time comes.
    fn tick(&mut self) -> Nanos {
        self.now = self.lock.next_timer().expect("a timer is set");
        self.lock.on_timer(self.now);
        self.now
    }
}

fn has(from: Option<ThreadId>) -> Step<Acquired> {
    Step::done(Acquired { from })
}

fn waits(on: Cond, timeout: Option<Nanos>) -> Step<Acquired> {
    Step::wait(on, timeout)
}

fn goes() -> Step<Freed> {
    Step::done(Freed)
}
