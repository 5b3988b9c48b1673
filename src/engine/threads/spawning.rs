//! What a thread wants of others: to sleep for them, to wake them, to start them. Knows no primitive of the program.

use super::driving::Ran;
use super::worker::{Lock, Shared, Worker};
use crate::engine::EngineError;
use crate::gil::{Pace, Take};
use crate::ids::ThreadId;
use crate::trace::{BlockingCall, EventKind};
use crate::vm::sync::{Park, Request, Spawn};
use crate::vm::{Answer, ThreadState};
use crate::work::Draws;
use std::thread::{Builder, Scope};

impl<'s, 'e> Worker<'s, 'e> {
    /// What ends otherwise than by an answer is an error: a handler of a signal has raised.
    pub(super) fn attend_to(
        &mut self,
        mut held: Lock<'e>,
        request: Request,
        state: &mut ThreadState,
        draws: &mut Draws,
    ) -> (Lock<'e>, Result<(), Ran>) {
        let answer = match request {
            Request::Park(park) => {
                let taken;
                (held, taken) = self.park(held, park, state, draws);
                match taken {
                    Ok(taken) => Answer::Bool(taken),
                    Err(ended) => return (held, Err(ended)),
                }
            }
            Request::Wake(thread) => {
                self.note(EventKind::Wakes { thread });
                self.woken = Some(thread);
                // Who has found the lock taken before is woken while it is free, as the system does it.
                if self.shared.gil.pace() != Pace::OnRequest || self.shared.lot.was_woken_in_vain(thread) {
                    self.rouse();
                }
                Answer::None
            }
            Request::Spawn(spawn) => Answer::Bool(self.spawn(&mut held, spawn)),
            Request::Complain(complaint) => {
                (self.shared.complain)(&self.name, &held.take_complaint(complaint));
                Answer::None
            }
        };
        state.answer(answer);
        (held, Ok(()))
    }

    pub(super) fn park_once(&mut self, held: Lock<'e>, park: &Park, state: &ThreadState) -> (Lock<'e>, bool) {
        let standing = state.standing(&held);
        let call = match &standing {
            _ if park.is_select => BlockingCall::Select,
            standing => BlockingCall::parking(standing.as_ref().map_or("", |standing| &standing.call)),
        };
        let contended = (!park.is_select).then_some(EventKind::LockContended { holder: park.holder });
        let begun = contended.into_iter().chain([EventKind::BlockBegun { call, asked: park.timeout }]);
        let (shared, me) = (self.shared, self.seat.thread);
        self.block_for(held, begun, || shared.lot.sleep(me, call, park, standing, shared.stop))
    }

    /// Starts a thread. False where the operating system gives none.
    fn spawn(&mut self, held: &mut Lock<'e>, spawn: Spawn) -> bool {
        let (shared, scope) = (self.shared, self.scope);
        let thread = shared.lot.new_thread();
        let state = ThreadState::spawned(held, &spawn);
        let name = spawn.name.clone();
        shared.lot.enter(thread, &name, false);
        self.note(EventKind::Spawned { thread });
        let started = Builder::new()
            .name(name.clone())
            .spawn_scoped(scope, move || live(shared, scope, thread, &name, state))
            .is_ok();
        if !started {
            shared.lot.leave(thread, false, shared.stop);
            held.refuse(&spawn);
        }
        started
    }

    /// What there is to be told where nothing can happen any more.
    pub fn deadlock(&self) -> Option<String> {
        let waiting = self.shared.lot.deadlock()?;
        Some(EngineError::Deadlock { waiting }.to_string())
    }

    /// Ends the program as Python does: the threads that are no daemons are joined, pools are shut down.
    pub fn shut_down(&mut self, mut held: Lock<'e>) -> Lock<'e> {
        self.shared.lot.tell_of_loops(|thread| held.waiting_tasks(thread));
        if !self.shared.stop.requested()
            && let Some(state) = ThreadState::ending(&mut held)
        {
            (held, _) = self.run(held, state, Draws::of_module(self.shared.seed));
        }
        if self.shared.lot.has_others() {
            self.note(EventKind::ProgramOver);
        }
        held
    }
}

/// The life of a thread that the program has started.
fn live<'s, 'e>(shared: Shared<'e>, scope: &'s Scope<'s, 'e>, thread: ThreadId, name: &str, state: ThreadState) {
    let recorder = shared.sink.recorder(shared.process, thread);
    let mut worker = Worker::begin(shared, scope, thread, recorder, name);
    let held = worker.take(Take::Start);
    let (held, _) = worker.run(held, state, Draws::of_thread(shared.seed, thread));
    worker.end(held);
    shared.lot.leave(thread, false, shared.stop);
}
