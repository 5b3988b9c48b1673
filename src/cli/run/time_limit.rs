//! `--time-limit` in real time: asks the run to stop when it is over.

use crate::engine::Stop;
use crate::time::Nanos;
use crossbeam_channel::{Sender, bounded};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Watches the time as long as it lives.
pub struct TimeLimit {
    length: Nanos,
    over: Arc<AtomicBool>,
    /// Dropped, it ends the watch.
    _alive: Option<Sender<()>>,
}

impl TimeLimit {
    /// Without a limit, nothing is watched.
    pub fn watch(limit: Option<Nanos>, stop: &Arc<Stop>) -> TimeLimit {
        let over = Arc::new(AtomicBool::new(false));
        let alive = limit.map(|limit| {
            let (alive, end) = bounded(0);
            let (over, stop) = (over.clone(), stop.clone());
            std::thread::spawn(move || {
                if end.recv_timeout(limit.into()).is_err_and(|error| error.is_timeout()) {
                    over.store(true, Ordering::SeqCst);
                    stop.request();
                }
            });
            alive
        });
        TimeLimit { length: limit.unwrap_or_default(), over, _alive: alive }
    }

    /// Zero where there is none.
    pub fn length(&self) -> Nanos {
        self.length
    }

    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }
}
