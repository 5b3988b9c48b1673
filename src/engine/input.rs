//! Standard input, a line at a time, for every engine: what was read once is kept, so that each run of a program is given the
//! same lines. Knows no lock of an interpreter.

use std::io::{self, BufRead};
use std::sync::{Mutex, PoisonError};

static LINES: Mutex<Lines> = Mutex::new(Lines { read: Vec::new(), is_closed: false });

struct Lines {
    read: Vec<Vec<u8>>,
    /// Whether it is not the program's.
    is_closed: bool,
}

/// The line of this number, counted from zero, with its end; empty behind the last one. Waits until it is there.
pub fn line(number: usize) -> io::Result<Vec<u8>> {
    // Whoever panicked has left whole lines.
    let mut lines = LINES.lock().unwrap_or_else(PoisonError::into_inner);
    while lines.read.len() <= number && !lines.is_closed {
        let mut line = Vec::new();
        if io::stdin().lock().read_until(b'\n', &mut line)? == 0 {
            break;
        }
        lines.read.push(line);
    }
    Ok(lines.read.get(number).cloned().unwrap_or_default())
}

/// This process gets its orders there, and the program nothing.
pub fn close() {
    LINES.lock().unwrap_or_else(PoisonError::into_inner).is_closed = true;
}
