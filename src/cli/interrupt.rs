//! Ctrl-C: the first asks the run to stop and keeps what there is, the second ends the program at once.

use super::failure::Failure;
use super::terminal;
use crate::engine::Stop;
use std::sync::Arc;

/// The exit status of a program that SIGINT has ended.
const INTERRUPTED: i32 = 130;

/// A stop that Ctrl-C (or a termination signal) requests.
pub fn stop_at_ctrl_c() -> Result<Arc<Stop>, Failure> {
    let stop = Arc::new(Stop::new());
    let asked = stop.clone();
    let handler = move || {
        if asked.requested() {
            std::process::exit(INTERRUPTED);
        }
        terminal::error("stopping; what was measured so far is kept (Ctrl-C again ends at once)\n");
        asked.request();
    };
    ctrlc::set_handler(handler).map_err(|error| Failure::run(format!("cannot watch for Ctrl-C: {error}")))?;
    Ok(stop)
}
