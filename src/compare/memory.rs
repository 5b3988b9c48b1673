//! What a run needs in memory, estimated: interpreters, the modules of an executor or a loop, threads, processes and
//! coroutines, at what each takes on the profile's Python, times the most that lived at the same time. The data of the
//! program itself is not counted; what a forked process shares with its parent is counted once.

use crate::engine::simulated::profile::{Field, Profile};
use crate::ids::{ProcessId, ThreadId};
use crate::model::Model;
use crate::scenario::StartMethod;
use crate::trace::{EventKind, Trace};

/// Bytes.
pub fn memory(trace: &Trace, profile: &Profile, method: StartMethod) -> f64 {
    let most = Most::of(trace);
    let value = |field| profile.value(field);
    let child = match (trace.model, method) {
        (Model::SubInterpreters, _) => Field::MemorySubInterpreter,
        (_, StartMethod::Fork) => Field::MemoryForked,
        (_, StartMethod::Spawn) => Field::MemorySpawned,
        (_, StartMethod::Forkserver) => Field::MemoryForkserver,
    };
    let modules = match trace.model {
        Model::Sequential | Model::Threads | Model::FreeThreaded | Model::SubInterpreters => 0.0,
        Model::ThreadPool => value(Field::MemoryExecutor),
        Model::Processes | Model::ProcessPool => value(Field::MemoryMultiprocessing),
        Model::Hybrid => value(Field::MemoryExecutor) + value(Field::MemoryMultiprocessing),
        Model::Asyncio => value(Field::MemoryAsyncio) + trace.tasks.len() as f64 * value(Field::MemoryCoroutine),
    };
    value(Field::MemoryInterpreter)
        + modules
        + most.threads as f64 * value(Field::MemoryThread)
        + most.processes as f64 * value(child)
}

/// How many lived at the same time, first threads of processes not counted as threads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Most {
    threads: usize,
    processes: usize,
}

impl Most {
    fn of(trace: &Trace) -> Most {
        let (mut now, mut most) = (Most::default(), Most::default());
        for event in &trace.events {
            let is_first = event.thread == ThreadId::MAIN;
            match event.kind {
                EventKind::ThreadStarted { .. } if !is_first => now.threads += 1,
                EventKind::ThreadEnded if !is_first => now.threads = now.threads.saturating_sub(1),
                EventKind::ProcessStarted { .. } if event.process != ProcessId::MAIN => now.processes += 1,
                EventKind::ProcessExited { .. } => now.processes = now.processes.saturating_sub(1),
                _ => {}
            }
            most = Most { threads: most.threads.max(now.threads), processes: most.processes.max(now.processes) };
        }
        most
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Nanos;
    use crate::trace::Event;

    fn event(at: u64, process: u32, thread: u32, kind: EventKind) -> Event {
        Event { at: Nanos(at), process: ProcessId(process), thread: ThreadId(thread), kind }
    }

    fn started() -> EventKind {
        EventKind::ThreadStarted { name: String::new() }
    }

    #[test]
    fn who_has_ended_needs_no_memory_beside_who_begins_later() {
        let events = vec![
            event(0, 0, 0, started()),
            event(1, 0, 1, started()),
            event(2, 0, 2, started()),
            event(3, 0, 1, EventKind::ThreadEnded),
            event(4, 0, 3, started()),
            event(5, 1, 0, EventKind::ProcessStarted { pid: 7 }),
            event(6, 1, 0, started()),
        ];
        let trace = Trace::new(Model::Threads, events, Vec::new(), Vec::new());
        assert_eq!(Most::of(&trace), Most { threads: 2, processes: 1 });
        let profile = Profile::find("cpython-3.11").expect("part of the program");
        let (thread, child) = (profile.value(Field::MemoryThread), profile.value(Field::MemoryForked));
        let whole = profile.value(Field::MemoryInterpreter) + 2.0 * thread + child;
        assert_eq!(memory(&trace, &profile, StartMethod::Fork), whole);
    }
}
