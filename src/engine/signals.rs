//! Signals on their way to a program's main thread: who has sent which, and which the program handles itself.
//!
//! Knows neither the system's signals nor what a program does about one.

use parking_lot::Mutex;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, ThreadId};

/// SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU: by default they stop a process until SIGCONT.
pub const STOPPING: [i32; 4] = [19, 20, 21, 22];

type Registrar = Box<dyn Fn(i32) + Send + Sync>;

/// The signals of one process of the program.
#[derive(Default)]
pub struct Signals {
    arrived: Mutex<Vec<i32>>,
    any: AtomicBool,
    /// A bit for each that the program has a handler of its own for.
    own: AtomicU64,
    /// The thread that handles them.
    listener: OnceLock<ThreadId>,
    /// Whoever asks the system for a signal that it would not tell of by itself.
    registrar: OnceLock<Registrar>,
    /// Of the alarm: how often it was set, which makes older ones void, and when it is due, in nanoseconds of the run.
    alarms: AtomicU64,
    due: Mutex<Option<u64>>,
}

fn bit(number: i32) -> u64 {
    u32::try_from(number).ok().and_then(|number| 1u64.checked_shl(number)).unwrap_or_default()
}

impl Signals {
    /// The calling thread is the one that handles them.
    pub fn listen(&self) {
        // Nobody else has that role.
        let _ = self.listener.set(thread::current().id());
    }

    /// Signals that the program handles are to be asked for by this.
    pub fn register_by(&self, registrar: impl Fn(i32) + Send + Sync + 'static) {
        let _ = self.registrar.set(Box::new(registrar));
    }

    /// For the thread that listens, if there is one.
    pub fn push(&self, number: i32) {
        if self.listener.get().is_none() {
            return;
        }
        let mut arrived = self.arrived.lock();
        // One of a kind waits, as under POSIX.
        if !arrived.contains(&number) {
            arrived.push(number);
        }
        self.any.store(true, Ordering::SeqCst);
    }

    /// Those that have arrived; they are handled then.
    pub fn take(&self) -> Vec<i32> {
        let mut arrived = self.arrived.lock();
        self.any.store(false, Ordering::SeqCst);
        std::mem::take(&mut *arrived)
    }

    /// Whether some wait to be handled.
    pub fn any(&self) -> bool {
        self.any.load(Ordering::SeqCst)
    }

    /// Whether the calling thread is the one that handles them.
    pub fn is_mine(&self) -> bool {
        self.listener.get() == Some(&thread::current().id())
    }

    /// Whether the calling thread is to handle one now.
    pub fn call_me(&self) -> bool {
        self.any() && self.is_mine()
    }

    /// The program has a handler of its own for the signal, or none any more.
    pub fn set_own(&self, number: i32, own: bool) {
        match own {
            true => self.own.fetch_or(bit(number), Ordering::SeqCst),
            false => self.own.fetch_and(!bit(number), Ordering::SeqCst),
        };
        if let Some(registrar) = self.registrar.get().filter(|_| own) {
            registrar(number);
        }
    }

    pub fn is_own(&self, number: i32) -> bool {
        self.own.load(Ordering::SeqCst) & bit(number) != 0
    }

    /// Whether one may come that ends a wait of the main thread.
    pub fn may_come(&self) -> bool {
        self.own.load(Ordering::SeqCst) != 0 || self.due.lock().is_some()
    }

    /// Sets the alarm, or takes it away; returns its number and when the one before was due.
    pub fn set_alarm(&self, due: Option<u64>) -> (u64, Option<u64>) {
        let mut place = self.due.lock();
        (self.alarms.fetch_add(1, Ordering::SeqCst) + 1, std::mem::replace(&mut *place, due))
    }

    /// Whether this alarm is still the one that is set; then the next is due at that time.
    pub fn alarm_is_due(&self, number: u64, next: Option<u64>) -> bool {
        let mut place = self.due.lock();
        let is_set = self.alarms.load(Ordering::SeqCst) == number;
        if is_set {
            *place = next;
        }
        is_set
    }
}
