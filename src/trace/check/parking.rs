//! The invariants of waits for a program's locks: a wait ends by a wake-up, a signal, or when its time is over, and who wakes others
//! has the GIL. Knows no lock: which of them is waited for is the program's business.

use super::findings::Findings;
use crate::ids::ThreadId;
use crate::time::Nanos;
use crate::trace::{Event, EventKind};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the waits of one process's threads.
#[derive(Debug, Default)]
pub(super) struct Parking {
    waits: BTreeMap<ThreadId, Wait>,
    /// Threads that were woken on their way to a wait: without a GIL a lock may be released just after a thread has found
    /// it taken.
    early: BTreeSet<ThreadId>,
}

#[derive(Debug, Default)]
struct Wait {
    /// When it is over, where it has a deadline.
    ends: Option<Nanos>,
    begun: bool,
    woken: bool,
}

impl Parking {
    /// `holds`: whether the thread has the GIL just before the event.
    pub fn observe(&mut self, event: &Event, holds: bool, found: &mut Findings) {
        match event.kind {
            EventKind::LockContended { .. } => {
                let woken = self.early.remove(&event.thread);
                self.waits.insert(event.thread, Wait { woken, ..Wait::default() });
            }
            EventKind::BlockBegun { call, asked } => self.begin(event, call.is_parking(), asked),
            EventKind::Wakes { thread } => {
                if !holds {
                    found.broken(format!("woke thread {} without the GIL", thread.0));
                }
                match self.waits.get_mut(&thread) {
                    Some(wait) => wait.woken = true,
                    None => drop(self.early.insert(thread)),
                }
            }
            EventKind::SignalArrived => {
                if let Some(wait) = self.waits.get_mut(&event.thread) {
                    wait.woken = true;
                }
            }
            EventKind::BlockEnded => self.end(event, found),
            _ => {}
        }
    }

    fn begin(&mut self, event: &Event, parks: bool, asked: Option<Nanos>) {
        match self.waits.get_mut(&event.thread) {
            Some(wait) if parks && !wait.begun => {
                (wait.begun, wait.ends) = (true, asked.map(|asked| event.at + asked));
            }
            _ => drop(self.waits.remove(&event.thread)),
        }
    }

    fn end(&mut self, event: &Event, found: &mut Findings) {
        self.early.remove(&event.thread);
        let Some(wait) = self.waits.remove(&event.thread) else { return };
        let is_over = wait.ends.is_some_and(|ends| ends <= event.at);
        if !wait.woken && !is_over {
            found.unfinished("ended a wait for a lock though nobody had woken it and its time was not over");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ProcessId;
    use crate::trace::BlockingCall;

    fn findings(events: &[(u32, u64, EventKind)]) -> Vec<String> {
        let (mut parking, mut found) = (Parking::default(), Findings::default());
        for (thread, at, kind) in events {
            let (at, thread) = (Nanos(*at), ThreadId(*thread));
            parking.observe(
                &Event { at, process: ProcessId::MAIN, thread, kind: kind.clone() },
                thread.0 != 9,
                &mut found,
            );
        }
        [found.broken, found.unfinished].concat()
    }

    fn wait(asked: Option<u64>, ends: u64) -> Vec<(u32, u64, EventKind)> {
        vec![
            (1, 10, EventKind::LockContended { holder: Some(ThreadId(2)) }),
            (1, 10, EventKind::BlockBegun { call: BlockingCall::Lock, asked: asked.map(Nanos) }),
            (1, ends, EventKind::BlockEnded),
        ]
    }

    #[test]
    fn a_wait_ends_by_a_wake_up_or_when_its_time_is_over() {
        let mut woken = wait(None, 90);
        woken.insert(2, (2, 50, EventKind::Wakes { thread: ThreadId(1) }));
        assert_eq!(findings(&woken), [""; 0]);
        assert_eq!(findings(&wait(Some(5), 15)), [""; 0]);
        let mut signalled = wait(None, 90);
        signalled.insert(2, (1, 90, EventKind::SignalArrived));
        assert_eq!(findings(&signalled), [""; 0]);
        let unwoken = "ended a wait for a lock though nobody had woken it and its time was not over";
        assert_eq!(findings(&wait(None, 90)), [unwoken]);
        assert_eq!(findings(&wait(Some(5), 14)), [unwoken]);
        let sleep = |kind| (1, 10, kind);
        let asked = Some(Nanos(80));
        assert_eq!(
            findings(&[
                sleep(EventKind::BlockBegun { call: BlockingCall::Sleep, asked }),
                sleep(EventKind::BlockEnded)
            ]),
            [""; 0]
        );
    }

    #[test]
    fn a_wake_up_on_the_way_to_a_wait_ends_that_one_and_no_other() {
        let mut early = wait(None, 90);
        early.insert(0, (2, 9, EventKind::Wakes { thread: ThreadId(1) }));
        assert_eq!(findings(&early), [""; 0]);
        early.extend(wait(None, 190));
        assert_eq!(findings(&early).len(), 1);
    }

    #[test]
    fn who_wakes_has_the_gil() {
        let wakes = EventKind::Wakes { thread: ThreadId(1) };
        assert_eq!(findings(&[(9, 1, wakes)]), ["woke thread 1 without the GIL"]);
    }
}
