//! How a run is stopped before its end: a flag, a sleep that the flag ends, and hooks that carry it on.
//!
//! Knows neither who asks (Ctrl-C, a failed start) nor what has to be interrupted.

use crate::time::Nanos;
use parking_lot::{Condvar, Mutex};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

type Hook = Box<dyn Fn() + Send + Sync>;

/// A request to stop, which everybody in a run can make and see.
#[derive(Default)]
pub struct Stop {
    requested: AtomicBool,
    sleepers: Mutex<()>,
    wake: Condvar,
    hooks: Mutex<Vec<(u64, Hook)>>,
}

/// Takes its hook away when it is dropped.
#[must_use = "the hook is gone as soon as this is dropped"]
pub struct Watch<'a> {
    stop: &'a Stop,
    id: u64,
}

impl Stop {
    pub fn new() -> Stop {
        Stop::default()
    }

    /// Asks everybody to stop. Later calls do nothing.
    pub fn request(&self) {
        if self.requested.swap(true, Ordering::SeqCst) {
            return;
        }
        drop(self.sleepers.lock());
        self.wake.notify_all();
        self.hooks.lock().iter().for_each(|(_, hook)| hook());
    }

    pub fn requested(&self) -> bool {
        self.requested.load(Ordering::SeqCst)
    }

    /// Calls `hook` when the stop is requested, at once if it already is, as long as the watch lives.
    pub fn watch(&self, hook: impl Fn() + Send + Sync + 'static) -> Watch<'_> {
        let mut hooks = self.hooks.lock();
        if self.requested() {
            hook();
        }
        let id = hooks.last().map_or(0, |(id, _)| id + 1);
        hooks.push((id, Box::new(hook)));
        Watch { stop: self, id }
    }

    /// Sleeps for `length`, or until the stop is requested.
    pub fn sleep(&self, length: Nanos) {
        let deadline = Instant::now().checked_add(Duration::from(length));
        let mut sleepers = self.sleepers.lock();
        while !self.requested() {
            match deadline {
                Some(deadline) if self.wake.wait_until(&mut sleepers, deadline).timed_out() => return,
                Some(_) => {}
                None => self.wake.wait(&mut sleepers),
            }
        }
    }
}

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        self.stop.hooks.lock().retain(|(id, _)| *id != self.id);
    }
}
