//! The mutex and the condition variable of the GIL's driver: parking_lot's, or in unit tests ones that a model checker
//! schedules, so that what is checked is the driver itself. So with its threads.

#[cfg(not(test))]
pub use parking_lot::{Condvar, Mutex, MutexGuard};
#[cfg(not(test))]
pub use std::thread;

#[cfg(test)]
pub use modelled::{Condvar, Mutex, MutexGuard};
#[cfg(test)]
pub use shuttle::thread;

/// parking_lot's interface over shuttle's primitives, with a timed wait: shuttle itself has none.
#[cfg(test)]
pub mod modelled {
    use crate::time::Nanos;
    use shuttle::rand::Rng;
    use shuttle::sync as model;
    use std::collections::VecDeque;
    use std::ops::{Deref, DerefMut};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
    use std::time::Duration;

    /// What a timed wait may do.
    #[derive(Clone, Copy, PartialEq, Eq)]
    pub enum Timeouts {
        /// It never times out: a lost wake-up becomes a deadlock, which the checker reports.
        Never,
        /// It times out at any moment.
        AnyTime,
    }

    static ANY_TIME: AtomicBool = AtomicBool::new(false);

    /// The models' clock, which only goes on by waits that time out.
    static NOW: AtomicU64 = AtomicU64::new(0);

    pub fn now() -> Nanos {
        Nanos(NOW.load(Ordering::SeqCst))
    }

    /// Each schedule begins at time zero.
    pub fn reset_clock() {
        NOW.store(0, Ordering::SeqCst);
    }

    /// Sets what timed waits do in this process; nextest gives each test a process of its own, and `cargo test` runs
    /// the tests that call this one after the other (they take the lock that this returns).
    pub fn set_timeouts(timeouts: Timeouts) -> std::sync::MutexGuard<'static, ()> {
        static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        ANY_TIME.store(timeouts == Timeouts::AnyTime, Ordering::SeqCst);
        turn
    }

    pub struct Mutex<T>(model::Mutex<T>);

    pub struct MutexGuard<'a, T> {
        mutex: &'a Mutex<T>,
        /// Taken out only while a wait has unlocked the mutex.
        guard: Option<model::MutexGuard<'a, T>>,
    }

    impl<T> Mutex<T> {
        pub fn new(value: T) -> Mutex<T> {
            Mutex(model::Mutex::new(value))
        }

        pub fn lock(&self) -> MutexGuard<'_, T> {
            MutexGuard { mutex: self, guard: Some(self.0.lock().expect("no thread of a model panics with a lock")) }
        }
    }

    impl<T> Deref for MutexGuard<'_, T> {
        type Target = T;
        fn deref(&self) -> &T {
            self.guard.as_ref().expect("locked outside of a wait")
        }
    }

    impl<T> DerefMut for MutexGuard<'_, T> {
        fn deref_mut(&mut self) -> &mut T {
            self.guard.as_mut().expect("locked outside of a wait")
        }
    }

    /// As parking_lot's: no spurious wake-ups, `notify_one` wakes the longest sleeper, and nobody later.
    #[derive(Default)]
    pub struct Condvar {
        sleepers: std::sync::Mutex<VecDeque<Arc<Sleeper>>>,
    }

    #[derive(Default)]
    struct Sleeper {
        signalled: AtomicBool,
        /// Whom to wake, where the sleeper cannot time out.
        parked: Option<shuttle::thread::Thread>,
    }

    pub struct WaitTimeoutResult(bool);

    impl WaitTimeoutResult {
        pub fn timed_out(&self) -> bool {
            self.0
        }
    }

    impl Condvar {
        pub fn new() -> Condvar {
            Condvar::default()
        }

        pub fn notify_one(&self) {
            let first = self.queue().pop_front();
            if let Some(sleeper) = first {
                sleeper.signalled.store(true, Ordering::SeqCst);
                sleeper.parked.iter().for_each(shuttle::thread::Thread::unpark);
            }
        }

        pub fn wait<T>(&self, guard: &mut MutexGuard<'_, T>) {
            let sleeper = self.enqueue(Some(shuttle::thread::current()));
            guard.guard = None;
            while !sleeper.signalled.load(Ordering::SeqCst) {
                shuttle::thread::park();
            }
            guard.guard = guard.mutex.lock().guard;
        }

        pub fn wait_for<T>(&self, guard: &mut MutexGuard<'_, T>, timeout: Duration) -> WaitTimeoutResult {
            if !ANY_TIME.load(Ordering::SeqCst) {
                self.wait(guard);
                return WaitTimeoutResult(false);
            }
            let sleeper = self.enqueue(None);
            let ends = now() + Nanos::from(timeout);
            guard.guard = None;
            let signalled = self.doze(&sleeper);
            if !signalled {
                NOW.fetch_max(ends.0, Ordering::SeqCst);
            }
            guard.guard = guard.mutex.lock().guard;
            WaitTimeoutResult(!signalled)
        }

        /// Lets others run until the sleeper is signalled or, by chance, gives up; then nobody can signal it any more.
        fn doze(&self, sleeper: &Arc<Sleeper>) -> bool {
            while !sleeper.signalled.load(Ordering::SeqCst) {
                if shuttle::rand::thread_rng().gen_bool(0.25) {
                    self.queue().retain(|other| !Arc::ptr_eq(other, sleeper));
                    break;
                }
                shuttle::thread::yield_now();
            }
            sleeper.signalled.load(Ordering::SeqCst)
        }

        fn enqueue(&self, parked: Option<shuttle::thread::Thread>) -> Arc<Sleeper> {
            let sleeper = Arc::new(Sleeper { signalled: AtomicBool::new(false), parked });
            self.queue().push_back(sleeper.clone());
            sleeper
        }

        fn queue(&self) -> std::sync::MutexGuard<'_, VecDeque<Arc<Sleeper>>> {
            self.sleepers.lock().expect("held for a moment only")
        }
    }
}
