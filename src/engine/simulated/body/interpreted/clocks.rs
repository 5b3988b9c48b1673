//! The CPU time that processes and threads have had, as a program's clocks show it. Knows no cores: what is charged counts
//! when it begins.

use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

type Clock = Rc<Cell<Nanos>>;

/// All clocks of a run.
#[derive(Debug, Default)]
pub(super) struct CpuClocks {
    processes: RefCell<HashMap<ProcessId, Clock>>,
    threads: RefCell<HashMap<(ProcessId, ThreadId), Clock>>,
}

/// Those that go on while a thread computes.
#[derive(Clone, Debug)]
pub(super) struct ThreadClocks {
    process: Clock,
    thread: Clock,
}

impl CpuClocks {
    /// The clocks of a thread. `process`: that of the operating system that it is in, which an interpreter among others shares.
    pub fn of(&self, process: ProcessId, thread: (ProcessId, ThreadId)) -> ThreadClocks {
        let process = self.processes.borrow_mut().entry(process).or_default().clone();
        let thread = self.threads.borrow_mut().entry(thread).or_default().clone();
        ThreadClocks { process, thread }
    }
}

impl ThreadClocks {
    /// The thread computes for so long.
    pub fn pass(&self, time: Nanos) {
        self.process.set(self.process.get() + time);
        self.thread.set(self.thread.get() + time);
    }

    pub fn process(&self) -> Nanos {
        self.process.get()
    }

    pub fn thread(&self) -> Nanos {
        self.thread.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_of_a_process_share_its_clock_and_have_their_own() {
        let clocks = CpuClocks::default();
        let of = |process, thread| clocks.of(ProcessId(process), (ProcessId(process), ThreadId(thread)));
        of(0, 0).pass(Nanos(5));
        of(0, 1).pass(Nanos(7));
        let (first, second, child) = (of(0, 0), of(0, 1), of(1, 0));
        assert_eq!((first.process(), first.thread()), (Nanos(12), Nanos(5)));
        assert_eq!((second.process(), second.thread()), (Nanos(12), Nanos(7)));
        assert_eq!((child.process(), child.thread()), (Nanos::ZERO, Nanos::ZERO));
    }
}
