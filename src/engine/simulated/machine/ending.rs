//! How a run begins and ends: its first threads, and the report at its end.

use super::lock::Lock;
use super::thread::{Block, Doing, Role, Stage};
use super::{Machine, Program};
use crate::engine::deadlock::concerns;
use crate::engine::simulated::os::{Stretch, Tid};
use crate::gil::Policy;
use crate::ids::{ProcessId, TaskId};
use crate::model::Model;
use crate::time::Nanos;
use crate::trace::{EventKind, Outcome};

/// Why a run came to its end.
#[derive(Clone, Debug, PartialEq)]
pub enum Ending {
    /// All threads have ended.
    Finished,
    /// The module's body ended in an exception.
    ModuleRaised { traceback: String },
    /// The plan's limit in virtual time has come.
    TimeLimit,
    /// Somebody asked for it.
    Stopped,
    /// Nothing can happen any more: who waits for what.
    Deadlock(Vec<String>),
}

/// What is left of a run, besides its events.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub ending: Ending,
    /// When it came to its end or was broken off.
    pub end: Nanos,
    pub results: Vec<(TaskId, Outcome)>,
    /// How many events the machine has let happen, the ends of stretches among them.
    pub events: u64,
    /// How often a lock was taken.
    pub acquisitions: u64,
}

impl<P: Program> Machine<'_, P> {
    pub(super) fn set_up(&mut self) {
        match self.plan.model {
            _ if self.plan.script => self.set_up_main(Role::Sequential(Stage::Module)),
            Model::Sequential => self.set_up_main(Role::Sequential(Stage::Module)),
            Model::Threads | Model::FreeThreaded => self.set_up_main(Role::Main(Stage::Module)),
            Model::ThreadPool | Model::Asyncio => self.set_up_main(Role::Driver(Stage::Module)),
            Model::Processes | Model::ProcessPool | Model::SubInterpreters => {
                self.set_up_processes(Role::Process(Stage::Module));
            }
            Model::Hybrid => {
                if self.plan.split.as_ref().is_none_or(|split| !split.waiting.is_empty()) {
                    self.set_up_main(Role::Driver(Stage::Module));
                }
                self.set_up_processes(Role::Driver(Stage::Module));
            }
        }
    }

    fn make_lock(&mut self, process: ProcessId) -> usize {
        let world = self.program.world();
        let protocol = (self.new_protocol)();
        self.locks.push(Lock::new(process, protocol, world));
        self.locks.len() - 1
    }

    fn set_up_main(&mut self, role: Role) {
        let lock = self.make_lock(ProcessId::MAIN);
        let main = self.make_thread(lock, ProcessId::MAIN, "main", role, None);
        self.note_kind_of_lock(main);
        self.start_in(main, Nanos::ZERO);
    }

    fn set_up_processes(&mut self, role: Role) {
        let plan = self.plan;
        for (index, name) in plan.lanes.iter().enumerate() {
            let process = ProcessId(index as u32 + 1);
            let lock = self.make_lock(process);
            let thread = self.make_thread(lock, process, name, role, plan.pin(index));
            if matches!(role, Role::Process(_)) {
                self.give_first_task(thread, index);
            }
            self.note_kind_of_lock(thread);
            self.threads[thread.index()].doing = Doing::StartingProcess;
            self.start_in(thread, Nanos(self.costs.start.process_call.0 * index as u64));
        }
    }

    /// Says what is to be known of a process's lock in order to understand its events.
    pub(super) fn note_kind_of_lock(&mut self, first: Tid) {
        let policy = self.plan.lock_policy();
        if policy == Policy::None {
            self.os.witness.record(self.os.now, first, EventKind::NoGil);
        } else if policy.forces_unasked() {
            self.os.witness.record(self.os.now, first, EventKind::ForcedUnasked);
        }
    }

    /// The operating system makes a worker process, whose interpreter then starts.
    #[cold]
    pub(super) fn start_process(&mut self, thread: Tid) {
        self.start_process_with(thread, self.costs.start.process_work);
    }

    /// The same for one that takes so much CPU time to start.
    pub(super) fn start_process_with(&mut self, thread: Tid, work: Nanos) {
        let pid = self.threads[thread.index()].process.pid();
        self.os.witness.record(self.os.now, thread, EventKind::ProcessStarted { pid });
        self.threads[thread.index()].doing = Doing::Starting;
        let work = self.start.jitter(work, 100);
        self.os.work(thread, Stretch::of(work));
        self.os.wake(thread, None);
    }

    pub(super) fn end_module(&mut self, outcome: Outcome) {
        if let Outcome::Raised { traceback, .. } = outcome {
            self.ending = Some(Ending::ModuleRaised { traceback });
        }
    }

    pub(super) fn report(mut self) -> Report {
        self.note_break_off();
        self.os.witness.flush();
        Report {
            ending: self.ending.unwrap_or(Ending::Finished),
            end: self.os.now,
            results: self.results,
            events: self.events,
            acquisitions: self.acquisitions,
        }
    }

    /// What threads are at when a run is broken off has lasted until then, whenever its last event was.
    fn note_break_off(&mut self) {
        match self.ending {
            Some(Ending::TimeLimit) => self.os.now = self.os.now.max(self.plan.time_limit),
            Some(Ending::Stopped) => {}
            _ => return,
        }
        if let Some(alive) = self.threads.iter().position(|thread| !thread.has_ended()) {
            self.os.witness.record(self.os.now, Tid(alive as u32), EventKind::BrokenOff);
        }
    }

    /// In words, for each thread that has not ended: who waits for what.
    #[cold]
    pub(super) fn who_waits(&self) -> Vec<String> {
        let alive = self.threads.iter().filter(|thread| !thread.has_ended());
        let alive = alive.filter(|thread| concerns(thread.id, self.standing(thread).as_ref()));
        let told = |thread: &super::Thread<P::Body>| match &thread.affairs.parked {
            _ if self.is_stopped(thread.process) => format!("  {} is stopped by a signal", thread.name),
            Some(parked) => self.why_parked(thread, parked),
            None if let Some(calling) = &thread.affairs.calling => self.why_calling(thread, calling),
            None if let Some(waiting) = &thread.affairs.on_network => self.why_on_network(thread, waiting),
            None => format!("  {} {}", thread.name, self.what_it_waits_for(thread)),
        };
        alive.map(told).collect()
    }

    fn what_it_waits_for(&self, thread: &super::Thread<P::Body>) -> String {
        let holder = self.locks[thread.lock].protocol.holder();
        let holder = holder.and_then(|id| self.locks[thread.lock].member(id));
        let of = |tid: Tid| self.threads[tid.index()].name.as_str();
        match thread.doing {
            Doing::Asleep(super::thread::For::Lock) => match holder {
                Some(holder) => format!("waits for the GIL, which {} holds", of(holder)),
                None => "waits for the GIL, which nobody holds".to_string(),
            },
            Doing::Asleep(super::thread::For::Leave(_)) => "waits until another thread has had the GIL".to_string(),
            Doing::StoppingWorld => "waits until all other threads stand still".to_string(),
            Doing::Suspended => "waits until the world goes on".to_string(),
            Doing::Blocked => match thread.wait.block {
                Some(Block::FirstSlice(worker)) => format!("waits for the first slice of {}", of(worker)),
                Some(Block::End(worker)) => format!("waits for the end of {}", of(worker)),
                _ => "waits for something that will never happen".to_string(),
            },
            _ => "cannot go on".to_string(),
        }
    }
}
