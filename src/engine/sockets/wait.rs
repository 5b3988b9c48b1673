//! Waiting for sockets, in short sleeps, so that a stop is noticed.

use super::{Entry, Sockets};
use crate::engine::Stop;
use crate::time::Nanos;
use crate::vm::Reply;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::sync::Arc;
use std::time::{Duration, Instant};

pub const READ: u8 = 1;
pub const WRITE: u8 = 2;
pub const HUNG_UP: u8 = 4;
pub const FAILED: u8 = 8;

/// The longest sleep between two looks at whether the run is to stop.
const LOOK: Duration = Duration::from_millis(20);

impl Sockets {
    /// Those of the watched sockets that are ready; none where the time is over.
    pub(super) fn poll(&self, watched: &[(i64, u8)], timeout: Option<Nanos>, stop: &Stop) -> Result<Reply, Errno> {
        let until = timeout.and_then(|timeout| Instant::now().checked_add(timeout.into()));
        loop {
            let now = Instant::now();
            let ready = self.look(watched, until, now)?;
            if ready.is_empty() && stop.signals.call_me() {
                return Err(Errno::INTR);
            }
            if !ready.is_empty() || stop.requested() || until.is_some_and(|until| until <= now) {
                return Ok(Reply::Many(ready));
            }
        }
    }

    /// One look, which lasts as long as nothing is ready, but not very long.
    fn look(&self, watched: &[(i64, u8)], until: Option<Instant>, now: Instant) -> Result<Vec<Reply>, Errno> {
        let (mut ready, mut entries, mut due) = (Vec::new(), Vec::new(), until);
        for (number, bits) in watched {
            match self.entry(*number) {
                // A socket that is gone is told of as ready, so that the call on it fails.
                Err(_) => ready.extend([Reply::Int(*number), Reply::Int((*bits).into())]),
                Ok(entry) => {
                    entry.settle_if_due(now);
                    let attempt = *entry.attempt.lock();
                    match attempt {
                        Some(attempt) => due = Some(due.map_or(attempt.at, |due| due.min(attempt.at))),
                        None if *entry.error.lock() != 0 => {
                            ready.extend([Reply::Int(*number), Reply::Int((*bits).into())]);
                        }
                        None => entries.push((*number, *bits, entry)),
                    }
                }
            }
        }
        if ready.is_empty() {
            let longest = due.map_or(LOOK, |due| due.saturating_duration_since(now)).min(LOOK);
            ready = polled(&entries, longest)?;
        }
        Ok(ready)
    }
}

fn polled(entries: &[(i64, u8, Arc<Entry>)], longest: Duration) -> Result<Vec<Reply>, Errno> {
    let mut polls: Vec<PollFd> =
        entries.iter().map(|(_, bits, entry)| PollFd::new(&entry.socket, flags(*bits))).collect();
    match poll(&mut polls, Some(&timespec(longest))) {
        Ok(_) | Err(Errno::INTR) => {}
        Err(error) => return Err(error),
    }
    let mut ready = Vec::new();
    for (poll, (number, wanted, _)) in polls.iter().zip(entries) {
        let bits = bits(poll.revents(), *wanted) & wanted;
        if bits != 0 {
            ready.extend([Reply::Int(*number), Reply::Int(bits.into())]);
        }
    }
    Ok(ready)
}

impl Entry {
    /// Waits a little for the socket to be ready.
    pub(super) fn wait_for(&self, what: u8, stop: &Stop, until: Option<Instant>) {
        let longest = until.map_or(LOOK, |until| until.saturating_duration_since(Instant::now()));
        let longest = if stop.requested() { Duration::ZERO } else { longest };
        // Whoever waits tries again and again, so a failure shows there.
        let _ = poll(&mut [PollFd::new(&self.socket, flags(what))], Some(&timespec(longest)));
    }
}

fn flags(bits: u8) -> PollFlags {
    let mut flags = PollFlags::empty();
    flags.set(PollFlags::IN, bits & READ != 0);
    flags.set(PollFlags::OUT, bits & WRITE != 0);
    flags
}

/// What has failed or ended can be read and written, the call says what is wrong; unless that is asked for by itself.
fn bits(flags: PollFlags, wanted: u8) -> u8 {
    let over = wanted & HUNG_UP == 0 && flags.intersects(PollFlags::ERR | PollFlags::HUP | PollFlags::NVAL);
    let bit = |flag, bit| if over || flags.contains(flag) { bit } else { 0 };
    let ended = |flag, bit| if flags.contains(flag) { bit } else { 0 };
    let ends = ended(PollFlags::HUP, HUNG_UP) | ended(PollFlags::ERR, FAILED);
    bit(PollFlags::IN, READ) | bit(PollFlags::OUT, WRITE) | ends
}

fn timespec(length: Duration) -> Timespec {
    Timespec { tv_sec: length.as_secs() as _, tv_nsec: length.subsec_nanos().into() }
}
