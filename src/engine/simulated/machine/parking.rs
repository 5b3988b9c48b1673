//! Threads that sleep for each other: what a program's locks ask of the machine. A wake-up is a token that waits for a
//! sleeper still on its way; whether the woken thread then has what it waited for is the semaphore's word, and it is
//! asked before the thread wants the interpreter's lock back. Knows no primitive of the program.

use super::thread::{Block, Doing, Role};
use super::{Machine, Program};
use crate::engine::deadlock::{Waits, tasks_in_words};
use crate::engine::simulated::body::Body;
use crate::engine::simulated::kernel::{Class, Slot};
use crate::engine::simulated::os::Tid;
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use crate::trace::{BlockingCall, EventKind};
use crate::vm::sync::{Park, Spawn, Standing};

/// A thread's wait for a semaphore.
#[derive(Debug)]
pub(super) struct Parked {
    pub park: Park,
    pub call: BlockingCall,
    /// When its time is over, once it has begun to sleep.
    pub ends: Option<Nanos>,
    /// It is in the system's call that lets it sleep on, which looks once more before it does so.
    looks_again: bool,
}

impl<P: Program> Machine<'_, P> {
    pub(super) fn park(&mut self, me: Tid, park: Park, call: BlockingCall) {
        let (holder, timeout) = (park.holder, park.timeout);
        if !park.is_select {
            self.os.witness.record(self.os.now, me, EventKind::LockContended { holder });
        }
        self.threads[me.index()].affairs.parked = Some(Parked { park, call, ends: None, looks_again: false });
        self.block(me, call, timeout, Block::Park);
    }

    /// The lock is released and the thread goes to sleep, unless it was woken on its way.
    pub(super) fn begin_park(&mut self, me: Tid) {
        let timeout = self.threads[me.index()].affairs.parked.as_ref().and_then(|parked| parked.park.timeout);
        // Who has no time to wait only looks, and sets no timer.
        let at_once = timeout == Some(Nanos::ZERO);
        let ends = timeout.map(|timeout| if at_once { self.os.now } else { self.os.timer_end(timeout) });
        if let Some(parked) = &mut self.threads[me.index()].affairs.parked {
            parked.ends = ends;
        }
        if at_once || self.threads[me.index()].woken { self.unblocked(me) } else { self.doze(me) }
    }

    fn doze(&mut self, me: Tid) {
        self.threads[me.index()].doing = Doing::Blocked;
        self.os.sleep(me);
        if let Some(ends) = self.threads[me.index()].affairs.parked.as_ref().and_then(|parked| parked.ends) {
            self.os.queue.set(Slot::Thread(me.0), ends.max(self.os.now), Class::Timer);
        }
        self.leave_wait(me);
    }

    /// The thread runs again after a sleep. False where it has to sleep on, since another was faster: the system, asked for
    /// that, looks once more before it lets it.
    pub(super) fn end_park(&mut self, me: Tid) -> bool {
        let now = self.os.now;
        let thread = &mut self.threads[me.index()];
        let (woken, id) = (std::mem::take(&mut thread.woken), thread.id);
        let Some(parked) = &mut thread.affairs.parked else { return true };
        let over = parked.ends.is_some_and(|ends| ends <= now);
        let semaphore = &parked.park.semaphore;
        let has_asked = std::mem::take(&mut parked.looks_again);
        let taken = if has_asked { semaphore.retry(id) } else { woken && semaphore.try_again(id) };
        if !taken && has_asked {
            self.doze(me);
            return false;
        }
        if !taken && woken && !over {
            parked.looks_again = true;
            self.go_on(me, Doing::InKernel, self.costs.lock.futex_call);
            return false;
        }
        let taken = taken || parked.park.semaphore.give_up(id);
        thread.affairs.parked = None;
        thread.body.iter_mut().for_each(|body| body.answer(taken));
        true
    }

    /// The thread, which has the lock, wakes another.
    pub(super) fn wake(&mut self, me: Tid, id: ThreadId) {
        self.os.witness.record(self.os.now, me, EventKind::Wakes { thread: id });
        let lock = self.threads[me.index()].lock;
        let sleeper = self.locks[lock].member(id).filter(|sleeper| !self.threads[sleeper.index()].has_ended());
        let Some(sleeper) = sleeper else { return self.hold_later(me) };
        let thread = &mut self.threads[sleeper.index()];
        thread.woken = true;
        let asleep = thread.doing == Doing::Blocked && thread.wait.block == Some(Block::Park);
        if !asleep {
            return self.hold_later(me);
        }
        self.os.queue.clear(Slot::Thread(sleeper.0));
        let by = self.os.core_of(me);
        self.unblock(sleeper, by);
        self.go_on(me, Doing::Holding, self.costs.lock.futex_wake);
    }

    /// The thread begins to make another.
    pub(super) fn spawn(&mut self, me: Tid, spawn: Spawn) {
        self.threads[me.index()].affairs.spawn = Some(spawn);
        self.go_on(me, Doing::Spawning, self.costs.start.thread_call);
    }

    /// The call that makes a thread has done its work.
    pub(super) fn spawned(&mut self, me: Tid) {
        let thread = &mut self.threads[me.index()];
        let (lock, process, spawn) = (thread.lock, thread.process, thread.affairs.spawn.take());
        let is_made = self.has_room_for_a_thread();
        if let Some(spawn) = spawn.as_ref().filter(|_| !is_made) {
            self.program.refused(&mut self.locks[lock].world, spawn);
        }
        let spawn = spawn.filter(|_| is_made);
        let body = spawn.as_ref().and_then(|spawn| {
            let id = ThreadId(self.locks[lock].members.len() as u32);
            self.program.spawned(&mut self.locks[lock].world, spawn, (process, id))
        });
        if let (Some(spawn), Some(body)) = (&spawn, body) {
            let name = self.lane_of(process, &spawn.name);
            let child = self.make_thread(lock, process, &name, Role::Spawned, None);
            let thread = self.threads[child.index()].id;
            self.os.witness.record(self.os.now, me, EventKind::Spawned { thread });
            self.threads[child.index()].body = Some(body);
            let latency = self.start.jitter(self.costs.start.thread_latency, 400);
            self.start_in(child, latency);
        }
        self.threads[me.index()].body.iter_mut().for_each(|body| body.answer(is_made));
        self.hold_later(me);
    }

    /// A process's main thread has no task left: what the program itself does at its end, and then the thread's own.
    pub(super) fn end_program(&mut self, me: Tid) {
        let thread = &mut self.threads[me.index()];
        let lock = thread.lock;
        if !std::mem::replace(&mut thread.shut_down, true)
            && let Some(body) = self.program.shutdown(&mut self.locks[lock].world)
        {
            return self.run_body(me, body);
        }
        if self.has_spawned(lock) {
            self.os.witness.record(self.os.now, me, EventKind::ProgramOver);
        }
        self.leave_program(me);
    }

    fn has_spawned(&self, lock: usize) -> bool {
        let mut members = self.locks[lock].members.iter().map(|member| &self.threads[member.index()]);
        members.any(|thread| thread.role == Role::Spawned && !thread.has_ended())
    }

    /// The main thread of a process is gone, and what is left of its program with it: what sleeps never wakes, and what
    /// runs ends where it is next looked at.
    pub(super) fn end_spawned(&mut self, lock: usize) {
        for member in self.locks[lock].members.clone() {
            let thread = &mut self.threads[member.index()];
            if thread.role != Role::Spawned || thread.has_ended() {
                continue;
            }
            thread.doomed = true;
            if matches!(thread.doing, Doing::Blocked | Doing::Starting) {
                self.bury(member);
            }
        }
    }

    /// What a thread waits for that sleeps for another.
    pub(super) fn why_parked(&self, thread: &super::Thread<P::Body>, parked: &Parked) -> String {
        let lock = &self.locks[thread.lock];
        let standing = self.standing(thread);
        let tasks = thread.body.as_ref().filter(|_| parked.park.is_select).map(|body| body.waiting_tasks(&lock.world));
        if let Some(tasks) = tasks.filter(|tasks| !tasks.is_empty()) {
            return tasks_in_words(&thread.name, &tasks);
        }
        let holder = parked.park.semaphore.holder();
        let name =
            |id| lock.member(id).map(|member| &self.threads[member.index()]).filter(|thread| !thread.has_ended());
        let waits = Waits {
            thread: &thread.name,
            call: parked.call,
            standing: standing.as_ref(),
            is_own: holder == Some(thread.id),
            holder: holder.map(|holder| name(holder).map(|thread| thread.name.as_str())),
        };
        waits.to_string()
    }

    pub(super) fn standing(&self, thread: &super::Thread<P::Body>) -> Option<Standing> {
        thread.body.as_ref().and_then(|body| body.standing(&self.locks[thread.lock].world))
    }

    pub(super) fn is_main_of(&self, me: Tid) -> Option<ProcessId> {
        let thread = &self.threads[me.index()];
        (thread.id == ThreadId::MAIN).then_some(thread.process)
    }
}
