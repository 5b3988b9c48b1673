//! Sub-interpreters that a program starts: each a thread of this process with a virtual machine, a lock and ends of pipes of
//! its own, so that they interpret at the same time. In the log each is a process of its own. Knows nothing of what they
//! are for.

use super::worker::{Shared, Worker};
use super::{Lot, first_settings, new_gil};
use crate::engine::Stop;
use crate::engine::kernel::Kernel;
use crate::gil::Take;
use crate::ids::{ProcessId, ThreadId};
use crate::scenario::RunConfig;
use crate::trace::{EventKind, Recorder};
use crate::vm::{Interp, Settings, ThreadState};
use std::io;
use std::sync::Arc;
use std::thread::Builder;

/// What an interpreter begins with.
struct Start {
    process: ProcessId,
    name: String,
    message: Vec<u8>,
    kernel: Kernel,
    run: RunConfig,
    recorder: Recorder,
}

impl<'e> Worker<'_, 'e> {
    /// Starts one that has these ends; the reply is its number in the run.
    pub(super) fn start_interpreter(&mut self, name: &str, message: &[u8], ends: &[i64]) -> io::Result<i64> {
        let shared = self.shared;
        let process = shared.kernel.folder()?.new_process()?;
        let family = shared.kernel.family.of_interpreter(process, name);
        let run = family.run().clone();
        let kernel = Kernel::inherited(process, &shared.kernel.some(ends)?, family)?;
        let mut recorder = shared.sink.recorder(process, ThreadId::MAIN);
        recorder.record(shared.clock.now(), EventKind::ProcessStarted { pid: std::process::id() });
        recorder.flush();
        let start = Start { process, name: name.to_string(), message: message.to_vec(), kernel, run, recorder };
        Builder::new().name(name.to_string()).spawn_scoped(self.scope, move || live(shared, start))?;
        Ok(process.0.into())
    }
}

/// The life of an interpreter, from its first thread's start to the end of its last.
fn live(parent: Shared, start: Start) {
    let Start { process, name, message, kernel, run, mut recorder } = start;
    let (over, lot, kernel) = (Arc::new(Stop::new()), Arc::new(Lot::new(1)), Arc::new(kernel));
    let (ended, sleepers, shut) = (over.clone(), lot.clone(), kernel.clone());
    let _stopped = parent.stop.watch(move || ended.request());
    let _roused = over.watch(move || sleepers.end());
    let _shut = over.watch(move || shut.end());
    let seed = parent.seed ^ u64::from(process.0) << 32;
    let mut interp = Interp::new().told(Settings { start_message: message, ..first_settings(&run, seed) });
    let main = parent.program.get(kernel.family.main_code());
    let state = main.and_then(|main| ThreadState::of_spawned_process(&mut interp, main));
    let made = state.map(|state| new_gil(&run, interp, &over, parent.clock).map(|made| (state, made)));
    let exited = |recorder: &mut Recorder, status: &str, clean| {
        recorder.record(parent.clock.now(), EventKind::ProcessExited { status: status.to_string(), clean });
        recorder.flush();
    };
    let Some(Ok((state, (gil, _attendants)))) = made else {
        return exited(&mut recorder, "no interpreter could be made", false);
    };
    recorder.record(parent.clock.now(), EventKind::ProcessReady);
    recorder.flush();
    let shared = Shared { gil: &gil, stop: &over, lot: &lot, process, kernel: &kernel, tasks: None, seed, ..parent };
    std::thread::scope(|scope| {
        let recorder = shared.sink.recorder(process, ThreadId::MAIN);
        let mut thread = Worker::begin_process(shared, scope, run.policy, recorder, &name);
        let held = thread.take(Take::Start);
        let (held, _) = thread.run_process(held, state);
        let held = thread.shut_down(held);
        thread.end(held);
        shared.stop.request();
    });
    exited(&mut recorder, "exit status 0", true);
    if let Some(status) = kernel.status() {
        // `os._exit` ends the process with all its interpreters.
        parent.kernel.end_by(status);
        parent.stop.request();
    }
}
