//! How a run is stopped before its end: a flag, a sleep that the flag ends, and hooks that carry it on.
//!
//! Knows neither who asks (Ctrl-C, a failed start) nor what has to be interrupted.

use super::signals::Signals;
use crate::time::Nanos;
use parking_lot::{Condvar, Mutex};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

type Hook = Box<dyn Fn() + Send + Sync>;
type SignalHook = Box<dyn Fn(i32) -> bool + Send + Sync>;

/// A request to stop, which everybody in a run can make and see.
#[derive(Default)]
pub struct Stop {
    requested: AtomicBool,
    sleepers: Mutex<()>,
    wake: Condvar,
    hooks: Mutex<Vec<(u64, Hook)>>,
    signal_hooks: Mutex<Vec<(u64, SignalHook)>>,
    /// Those on their way to the program's main thread.
    pub signals: Signals,
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

    /// A signal for the program's main thread: ends its sleep, and whatever else the hooks end. False where nobody listens, or
    /// has not yet listened to the one before.
    pub fn signal(&self, number: i32) -> bool {
        let hooks = self.signal_hooks.lock();
        let is_free = !self.signals.any();
        self.signals.push(number);
        drop(self.sleepers.lock());
        self.wake.notify_all();
        let heard = hooks.iter().filter(|(_, hook)| hook(number)).count();
        is_free && heard > 0
    }

    /// Calls `hook` for each signal, as long as the watch lives; it says whether the signal is taken.
    pub fn watch_signals(&self, hook: impl Fn(i32) -> bool + Send + Sync + 'static) -> SignalWatch<'_> {
        let mut hooks = self.signal_hooks.lock();
        let id = hooks.last().map_or(0, |(id, _)| id + 1);
        hooks.push((id, Box::new(hook)));
        SignalWatch { stop: self, id }
    }

    /// Whether the calling thread is to leave whatever it waits for.
    pub fn halts(&self) -> bool {
        self.requested() || self.signals.call_me()
    }

    /// Sleeps for `length`, or until the stop is requested, or the thread has a signal to handle.
    pub fn sleep(&self, length: Nanos) {
        let deadline = Instant::now().checked_add(Duration::from(length));
        let mut sleepers = self.sleepers.lock();
        while !self.halts() {
            match deadline {
                Some(deadline) if self.wake.wait_until(&mut sleepers, deadline).timed_out() => return,
                Some(_) => {}
                None => self.wake.wait(&mut sleepers),
            }
        }
    }
}

/// Takes its hook away when it is dropped.
#[must_use = "the hook is gone as soon as this is dropped"]
pub struct SignalWatch<'a> {
    stop: &'a Stop,
    id: u64,
}

impl Drop for SignalWatch<'_> {
    fn drop(&mut self) {
        self.stop.signal_hooks.lock().retain(|(id, _)| *id != self.id);
    }
}

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        self.stop.hooks.lock().retain(|(id, _)| *id != self.id);
    }
}
