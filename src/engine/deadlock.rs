//! A deadlock in words: who waits where, and for whom. Knows no engine.

use crate::ids::ThreadId;
use crate::trace::BlockingCall;
use crate::vm::sync::{Standing, WaitingTask};
use std::fmt;

/// A thread that waits and will not be woken.
pub struct Waits<'a> {
    pub thread: &'a str,
    pub call: BlockingCall,
    pub standing: Option<&'a Standing>,
    /// It has the lock itself for which it waits, as one that waits for a notification does.
    pub is_own: bool,
    /// Who has what it waits for, if anybody; without a name where that thread has ended.
    pub holder: Option<Option<&'a str>>,
}

/// `T1 waits in Lock.acquire for a lock that T2 has, at listing.py:14: with second:`
impl fmt::Display for Waits<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.inside() {
            Some(call) => write!(f, "  {} waits in {call} ", self.thread)?,
            None => write!(f, "  {} waits in {} ", self.thread, self.call)?,
        }
        match (self.call, self.holder) {
            (BlockingCall::ThreadJoin, Some(Some(other))) => write!(f, "for the end of {other}")?,
            (BlockingCall::Lock, _) if self.is_own && self.inside().is_none() => {
                f.write_str("for a lock that it has itself")?;
            }
            (_, None) => f.write_str("for a lock that nobody has")?,
            _ if self.is_own => f.write_str("for somebody to wake it, and nobody is left to do so")?,
            (_, Some(Some(other))) => write!(f, "for a lock that {other} has")?,
            (_, Some(None)) => f.write_str("for a lock that a thread had when it ended")?,
        }
        match self.standing.filter(|standing| standing.is_of_program()) {
            Some(standing) => write!(f, ", at {standing}"),
            None => Ok(()),
        }
    }
}

impl Waits<'_> {
    /// The standard module's function that waits by a lock of its own, as `Pool.map` does.
    fn inside(&self) -> Option<&str> {
        let call = self.standing.filter(|_| self.call == BlockingCall::Lock)?.call.as_str();
        let is_of_lock = call.ends_with(".acquire") || call.ends_with(".__enter__");
        (!call.is_empty() && !is_of_lock).then_some(call)
    }
}

/// Whether to tell of the thread: not of those of standard modules, as pools and queues have them, which wait for work.
pub fn concerns(thread: ThreadId, standing: Option<&Standing>) -> bool {
    thread == ThreadId::MAIN || standing.is_none_or(Standing::is_of_program)
}

/// More tasks of a loop than this are not named.
const MOST_TASKS: usize = 10;

/// The tasks of a loop that nothing will wake.
pub fn tasks_in_words(thread: &str, tasks: &[WaitingTask]) -> String {
    let first = format!("  the event loop of {thread} waits for something that will never happen, as its tasks wait:");
    let told = tasks.iter().take(MOST_TASKS).map(|task| format!("    {task}"));
    let more = tasks.len().checked_sub(MOST_TASKS).filter(|more| *more > 0).map(|more| format!("    and {more} more"));
    std::iter::once(first).chain(told).chain(more).collect::<Vec<_>>().join("\n")
}
