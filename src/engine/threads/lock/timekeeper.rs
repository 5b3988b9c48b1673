//! The timer thread of a lock whose protocol has a timer: sleeps until the time that the protocol tells, and tells it.
//!
//! Knows neither what the timer is for nor when it begins; while the protocol wants no timer, it sleeps.

use super::Gil;
use crate::engine::threads::sync::thread::{Builder, JoinHandle};
use crate::time::Nanos;
use std::io;
use std::sync::Arc;

/// The timer thread, as long as this lives.
#[must_use = "the timer thread ends when this is dropped"]
pub struct Timekeeper<T: Send + 'static> {
    gil: Arc<Gil<T>>,
    /// Here until it is joined.
    thread: Option<JoinHandle<()>>,
}

impl<T: Send + 'static> Timekeeper<T> {
    /// Starts the timer thread of `gil`. `now` is the clock that its threads go by.
    ///
    /// # Errors
    /// The operating system gives no thread.
    pub fn start(gil: Arc<Gil<T>>, now: impl Fn() -> Nanos + Send + 'static) -> io::Result<Timekeeper<T>> {
        let kept = gil.clone();
        let thread = Builder::new().name("gil-timer".to_string()).spawn(move || kept.keep_time(now))?;
        Ok(Timekeeper { gil, thread: Some(thread) })
    }
}

impl<T: Send + 'static> Drop for Timekeeper<T> {
    fn drop(&mut self) {
        self.gil.shared.lock().timer_ends = true;
        self.gil.timer_set.notify_one();
        // A panic of the timer thread has been shown by itself; the run did without the timer since.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

impl<T> Gil<T> {
    fn keep_time(&self, now: impl Fn() -> Nanos) {
        let mut shared = self.shared.lock();
        while !shared.timer_ends {
            shared.timer = shared.protocol.next_timer();
            let read = now();
            match shared.timer {
                None => self.timer_set.wait(&mut shared),
                Some(due) if due <= read => {
                    shared.protocol.on_timer(read);
                    self.mirror(&shared);
                }
                // How it ends does not matter: the loop looks at the clock.
                Some(due) => drop(self.timer_set.wait_for(&mut shared, (due - read).into())),
            }
        }
    }
}
