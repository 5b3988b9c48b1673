//! The bounds that no machine breaks: one thread a core, one core a thread, and no interpreting without a core.

use super::findings::Findings;
use crate::ids::{ProcessId, ThreadId};
use crate::trace::{Event, EventKind};
use std::collections::{BTreeMap, BTreeSet};

type Tid = (ProcessId, ThreadId);

/// Who has which core, as far as the trace tells.
#[derive(Debug, Default)]
pub(super) struct Cores {
    by_core: BTreeMap<u32, Tid>,
    by_thread: BTreeMap<Tid, u32>,
    /// The threads of whose cores the trace tells.
    told: BTreeSet<Tid>,
}

impl Cores {
    pub fn observe(&mut self, event: &Event, found: &mut Findings) {
        let thread = (event.process, event.thread);
        match event.kind {
            EventKind::OnCore { core } => self.on(thread, core, found),
            EventKind::OffCore | EventKind::ThreadEnded => self.off(thread),
            EventKind::GilAcquired { .. } if self.told.contains(&thread) && !self.by_thread.contains_key(&thread) => {
                found.broken("took the GIL without having a core");
            }
            _ => {}
        }
    }

    fn on(&mut self, thread: Tid, core: u32, found: &mut Findings) {
        self.told.insert(thread);
        if let Some(had) = self.by_thread.insert(thread, core) {
            found.broken(format!("got core {core} while it had core {had}"));
            self.by_core.remove(&had);
        }
        if let Some(other) = self.by_core.insert(core, thread) {
            found.broken(format!("got core {core} while thread {} of process {} had it", other.1.0, other.0.0));
            self.by_thread.remove(&other);
        }
    }

    fn off(&mut self, thread: Tid) {
        if let Some(core) = self.by_thread.remove(&thread) {
            self.by_core.remove(&core);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Nanos;

    fn broken(events: &[(u32, EventKind)]) -> Vec<String> {
        let (mut cores, mut found) = (Cores::default(), Findings::default());
        for (at, (thread, kind)) in events.iter().enumerate() {
            let (at, thread) = (Nanos(at as u64), ThreadId(*thread));
            cores.observe(&Event { at, process: ProcessId::MAIN, thread, kind: kind.clone() }, &mut found);
        }
        found.broken
    }

    #[test]
    fn one_thread_a_core_and_one_core_a_thread() {
        let on = |core| EventKind::OnCore { core };
        assert_eq!(
            broken(&[(1, on(0)), (2, on(1)), (1, EventKind::OffCore), (2, EventKind::OffCore), (2, on(0))]),
            [""; 0]
        );
        assert_eq!(broken(&[(1, on(0)), (2, on(0))]), ["got core 0 while thread 1 of process 0 had it"]);
        assert_eq!(broken(&[(1, on(0)), (1, on(1))]), ["got core 1 while it had core 0"]);
    }

    #[test]
    fn nobody_interprets_without_a_core_where_cores_are_told_of() {
        let acquired = EventKind::GilAcquired { from: None, waited: Nanos::ZERO, woken_in_vain: 0 };
        assert_eq!(broken(&[(1, acquired.clone())]), [""; 0]);
        let on = EventKind::OnCore { core: 0 };
        assert_eq!(broken(&[(1, on.clone()), (2, acquired.clone())]), [""; 0], "nothing is told of thread 2");
        let off = EventKind::OffCore;
        assert_eq!(broken(&[(1, on), (1, off), (1, acquired)]), ["took the GIL without having a core"]);
    }
}
