//! What the processes begin with that a program starts: a copy of an interpreter and of one of its threads, or a fresh one
//! that is about to import the program. Each process draws its lengths of work and its random numbers for itself.

use super::{Execution, FIRST_NATIVE_ID, Interpreted, Then};
use crate::ids::{ProcessId, ThreadId};
use crate::trace::BlockingCall;
use crate::vm::system::process::{PipeCall, SemaphoreCall, SpawnMethod};
use crate::vm::{Answer, Interp, ProcessCall, Reply, ThreadState};
use crate::work::Draws;

/// Seeds of processes lie this far apart: an odd constant near 2^64 divided by the golden ratio.
const APART: u64 = 0x9E37_79B9_7F4A_7C15;

/// Native ids of a process's threads begin so many further on than those of the process before.
const NATIVE_IDS: u64 = 10_000;

impl Interpreted {
    /// The seed of all chance in a process.
    pub(super) fn seed_of(&self, process: ProcessId) -> u64 {
        self.seed.wrapping_add(APART.wrapping_mul(process.0.into()))
    }

    pub(super) fn parent_of(&self, process: ProcessId) -> ProcessId {
        self.parents.get(&process).copied().unwrap_or(process)
    }

    pub(super) fn fork(&mut self, world: &Interp, body: &Execution, child: ProcessId) -> (Interp, Execution) {
        self.parents.insert(child, body.process);
        let mut copy = world.forked(body.thread);
        copy.set_seed(self.seed_of(child));
        let execution = Execution {
            state: body.state.forked(),
            costs: body.costs.clone(),
            host: body.host.clone(),
            rhythm: body.rhythm,
            draws: Draws::of_module(self.seed_of(child)),
            carry: 0,
            collected: 0,
            all_clocks: body.all_clocks.clone(),
            clocks: body.all_clocks.of(child, (child, ThreadId::MAIN)),
            pace: body.pace,
            then: Then::RunOn,
            process: child,
            within: None,
            parent: body.process,
            thread: ThreadId::MAIN,
            handlers: Vec::new(),
        };
        (copy, execution)
    }

    /// What the program knows a process as: an interpreter among others is the process that it is in.
    pub(super) fn known_as(&self, process: ProcessId) -> ProcessId {
        self.interpreters.get(&process).copied().unwrap_or(process)
    }

    pub(super) fn spawn(
        &mut self,
        message: &[u8],
        method: SpawnMethod,
        (parent, child): (ProcessId, ProcessId),
    ) -> Option<(Interp, Execution)> {
        if method == SpawnMethod::Interpreter {
            self.parents.insert(child, self.parent_of(parent));
            self.interpreters.insert(child, self.known_as(parent));
        } else {
            self.parents.insert(child, self.known_as(parent));
        }
        let mut settings = self.settings.clone();
        (settings.seed, settings.start_message) = (self.seed_of(child), message.to_vec());
        let mut world = self.interpreter().told(settings);
        let state = ThreadState::of_spawned_process(&mut world, &self.main_again)?;
        let draws = Draws::of_module(self.seed_of(child));
        Some((world, self.body_of(state, draws, child)))
    }
}

impl Execution {
    pub(super) fn take_answer(&mut self, holds: bool) {
        self.state.answer(Answer::Bool(holds));
    }

    pub(super) fn take_reply(&mut self, reply: Reply) {
        self.then = Then::Reply(reply);
    }

    /// What the operating system calls the thread.
    pub(super) fn native_id(&self) -> u64 {
        FIRST_NATIVE_ID + u64::from(self.process.0) * NATIVE_IDS + u64::from(self.thread.0)
    }

    /// What the call is named where it blocks: as the program's own call, if that says something.
    pub(super) fn name_of(&self, world: &Interp, call: &ProcessCall) -> BlockingCall {
        let standing = self.state.standing(world);
        let parking = BlockingCall::parking(standing.as_ref().map_or("", |standing| &standing.call));
        match (call, parking) {
            (_, named) if named != BlockingCall::Lock => named,
            (ProcessCall::Pipe(PipeCall::Write { .. }), _) => BlockingCall::Send,
            (ProcessCall::Pipe(PipeCall::Poll { .. }), _) => BlockingCall::ConnectionWait,
            (ProcessCall::Wait { .. }, _) => BlockingCall::ProcessJoin,
            (ProcessCall::Semaphore(SemaphoreCall::Acquire { .. }), named) => named,
            _ => BlockingCall::Receive,
        }
    }
}
