//! What a process says to the one that has started it, over stdout and in order. A text that it prints has been shown when
//! the call returns, as under CPython: whoever hears of it by other ways, and prints then, comes after it.

use super::wire::{self, Report};
use parking_lot::{Condvar, Mutex};
use std::io::{self, Stdout};

/// The way to the process above.
#[derive(Debug)]
pub struct Reports {
    pipe: Mutex<Pipe>,
    shown: Mutex<Shown>,
    changed: Condvar,
}

#[derive(Debug)]
struct Pipe {
    out: Stdout,
    /// Texts on their way or shown.
    texts: u64,
}

/// What has become of texts.
#[derive(Debug)]
struct Shown {
    texts: u64,
    /// Whether all of them were read.
    are_read: bool,
}

impl Reports {
    pub fn new() -> Reports {
        let pipe = Mutex::new(Pipe { out: io::stdout(), texts: 0 });
        let shown = Mutex::new(Shown { texts: 0, are_read: true });
        Reports { pipe, shown, changed: Condvar::new() }
    }

    pub fn send(&self, report: &Report) {
        self.pipe.lock().send(report);
    }

    /// Sends a text, and waits until it has been shown. Returns false where nobody reads any more.
    pub fn show(&self, text: &Report) -> bool {
        let mut pipe = self.pipe.lock();
        pipe.send(text);
        pipe.texts += 1;
        let number = pipe.texts;
        drop(pipe);
        let mut shown = self.shown.lock();
        self.changed.wait_while(&mut shown, |shown| shown.texts < number);
        shown.are_read
    }

    /// One more text has been shown, or was lost.
    pub fn note_shown(&self, is_read: bool) {
        let mut shown = self.shown.lock();
        shown.texts += 1;
        shown.are_read &= is_read;
        drop(shown);
        self.changed.notify_all();
    }
}

impl Pipe {
    /// Nobody is left to live for where nobody hears.
    fn send(&mut self, report: &Report) {
        if wire::send(&mut self.out, report).is_err() {
            std::process::exit(1);
        }
    }
}
