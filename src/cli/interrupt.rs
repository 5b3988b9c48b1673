//! Ctrl-C and its like. Of a script on real threads they are the program's: it gets SIGINT, and what it has a handler for.
//! Otherwise the first asks the run to stop and keeps what there is, the second ends the program at once.

use super::failure::Failure;
use super::terminal;
use crate::engine::Stop;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The exit status of a program that SIGINT has ended.
const INTERRUPTED: i32 = 130;

const INTERRUPT: i32 = 2;

/// What becomes of what there is by then: it is in files, or is told.
pub const KEPT: &str = "what was measured so far is kept";
pub const TOLD: &str = "what was measured so far is told";

/// A stop that Ctrl-C (or a termination signal) requests; `then` says what follows.
pub fn stop_at_ctrl_c(then: &'static str) -> Result<Arc<Stop>, Failure> {
    let stop = Arc::new(Stop::new());
    let (asked, before) = (stop.clone(), AtomicBool::new(false));
    watch(&stop, move |number| heed(&asked, &before, number, then))
        .map_err(|error| Failure::run(format!("cannot watch for Ctrl-C: {error}")))?;
    Ok(stop)
}

/// `before`: whether the program has been interrupted without having a handler of its own.
fn heed(stop: &Stop, before: &AtomicBool, number: i32, then: &str) {
    if stop.requested() {
        std::process::exit(INTERRUPTED);
    }
    let is_own = stop.signals.is_own(number);
    let can_take = is_own || number == INTERRUPT && !before.swap(true, Ordering::SeqCst);
    // A program that has not taken the last one may never do so.
    if can_take && stop.signal(number) {
        return;
    }
    if number == INTERRUPT || !is_own {
        terminal::error(&format!("stopping; {then} (Ctrl-C again ends at once)\n"));
        stop.request();
    }
}

#[cfg(unix)]
fn watch(stop: &Stop, act: impl Fn(i32) + Send + 'static) -> io::Result<()> {
    use signal_hook::consts::{FORBIDDEN, SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    let handle = signals.handle();
    stop.signals.register_by(move |number| {
        // Some cannot be handled; then they do what they do. Those that tell of a mistake of the host's are not asked for.
        if !FORBIDDEN.contains(&number) {
            let _ = handle.add_signal(number);
        }
    });
    std::thread::Builder::new().name("signals".into()).spawn(move || signals.forever().for_each(act))?;
    Ok(())
}

#[cfg(not(unix))]
fn watch(_: &Stop, act: impl Fn(i32) + Send + 'static) -> io::Result<()> {
    ctrlc::set_handler(move || act(INTERRUPT)).map_err(io::Error::other)
}
