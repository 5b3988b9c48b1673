//! Calls of a program that its processes meet in: pipes, semaphores, blocks of memory, ends of children. What need not wait
//! and lets go of no lock is done there and then; the rest is a blocking call in which the thread tries, sleeps where it
//! has to, and tries again when it is woken. What is shared, and who may go on, is [`Ipc`](super::super::ipc)'s to say.

use super::thread::{Block, Doing};
use super::{Machine, Program};
use crate::engine::simulated::body::Body;
use crate::engine::simulated::ipc::{Attempt, Caller};
use crate::engine::simulated::kernel::{Class, Slot};
use crate::engine::simulated::os::{Stretch, Tid};
use crate::time::Nanos;
use crate::trace::BlockingCall;
use crate::vm::Reply;
use crate::vm::sync::Standing;
use crate::vm::system::process::{MemoryCall, PipeCall, ProcessCall, SemaphoreCall, errno};

/// A thread's call that may have to wait.
#[derive(Debug)]
pub(super) struct Calling {
    pub call: ProcessCall,
    pub named: BlockingCall,
    timeout: Option<Nanos>,
    /// When its time is over, once it has begun to sleep.
    pub ends: Option<Nanos>,
    reply: Option<Reply>,
    /// It is in the system's call that lets it sleep, which looks once more before it does so.
    looks_again: bool,
}

impl<P: Program> Machine<'_, P> {
    /// The thread, which has the lock, makes a call.
    pub(super) fn process_call(&mut self, me: Tid, call: ProcessCall, named: BlockingCall) {
        match call {
            ProcessCall::Fork { .. } | ProcessCall::Spawn { .. } => self.begin_child(me, call),
            ProcessCall::Exit(status) => self.exit(me, i64::from(status)),
            ProcessCall::Kill { pid, signal } => self.kill(me, pid, signal),
            ProcessCall::Semaphore(SemaphoreCall::Acquire { semaphore, timeout }) => {
                self.acquire(me, semaphore, timeout, call, named);
            }
            ProcessCall::Pipe(PipeCall::Poll { timeout, .. }) | ProcessCall::Wait { timeout, .. } => {
                self.call_and_wait(me, call, named, timeout);
            }
            ProcessCall::Pipe(PipeCall::Read { .. } | PipeCall::Write { .. }) => {
                self.call_and_wait(me, call, named, None);
            }
            ProcessCall::Pipe(_) | ProcessCall::Semaphore(_) | ProcessCall::Memory(_) => self.call_at_once(me, call),
        }
    }

    fn caller(&self, me: Tid) -> Caller {
        Caller { process: self.threads[me.index()].process, thread: me }
    }

    /// The lock is kept.
    fn call_at_once(&mut self, me: Tid, mut call: ProcessCall) {
        let asks =
            matches!(call, ProcessCall::Semaphore(SemaphoreCall::Release(number)) if self.ipc.is_awaited(number));
        let fetch = self.fetch(me, &call);
        let reply = match self.ipc.attempt(self.caller(me), &mut call) {
            Attempt::Done(reply) => reply,
            Attempt::Wait => Reply::failed(errno::EAGAIN),
        };
        let bytes = match (&call, &reply) {
            (ProcessCall::Memory(MemoryCall::Write { data, .. }), _) => data.len(),
            (_, Reply::Bytes(bytes)) => bytes.len(),
            _ => 0,
        };
        let wakes = match self.wake_callers(me) {
            0 if asks => self.costs.ipc.shared_futex,
            woken => self.waking(woken),
        };
        let cost = match &call {
            ProcessCall::Semaphore(SemaphoreCall::Make { .. }) => self.costs.ipc.semaphore_make,
            // Memory is memory: nothing but its bytes takes time.
            ProcessCall::Memory(MemoryCall::Read { .. } | MemoryCall::Write { .. }) => self.costs.ipc.copied(bytes),
            _ => self.costs.ipc.shared_call,
        };
        self.reply_and_go_on(me, reply, cost + wakes + fetch);
    }

    /// What it takes until the calling core has the memory that the call is about.
    fn fetch(&mut self, me: Tid, call: &ProcessCall) -> Nanos {
        let comes = self.lines.comes_over(call, self.os.core_of(me));
        let line = if comes { self.costs.ipc.line_transfer } else { Nanos::ZERO };
        line + self.costs.ipc.fresh(self.ipc.first_uses(call))
    }

    pub(super) fn reply_and_go_on(&mut self, me: Tid, reply: Reply, cost: Nanos) {
        self.threads[me.index()].body.iter_mut().for_each(|body| body.hear(reply.clone()));
        self.threads[me.index()].doing = Doing::Holding;
        self.os.work(me, Stretch::of(cost));
    }

    /// A semaphore that is free is taken with the lock in hand.
    fn acquire(&mut self, me: Tid, semaphore: i64, timeout: Option<Nanos>, call: ProcessCall, named: BlockingCall) {
        let cost = self.costs.ipc.shared_call + self.fetch(me, &call);
        match self.ipc.try_acquire(self.caller(me), semaphore) {
            None => self.reply_and_go_on(me, Reply::failed(errno::EBADF), cost),
            Some(false) if timeout != Some(Nanos::ZERO) => self.call_and_wait(me, call, named, timeout),
            Some(taken) => self.reply_and_go_on(me, Reply::Bool(taken), cost),
        }
    }

    pub(super) fn call_and_wait(&mut self, me: Tid, call: ProcessCall, named: BlockingCall, timeout: Option<Nanos>) {
        self.threads[me.index()].affairs.calling =
            Some(Calling { call, named, timeout, ends: None, reply: None, looks_again: false });
        self.block(me, named, timeout, Block::Call);
    }

    /// The lock is released: what the call itself takes.
    pub(super) fn begin_call(&mut self, me: Tid) {
        let calling = self.threads[me.index()].affairs.calling.as_ref();
        match calling.map(|calling| &calling.call) {
            Some(ProcessCall::Semaphore(SemaphoreCall::Acquire { semaphore, .. })) => {
                self.ask_for_sleep(me, *semaphore)
            }
            _ => self.go_on(me, Doing::InKernel, self.costs.ipc.pipe_call + self.copying(me)),
        }
    }

    /// The semaphore is taken: the thread asks the system to let it sleep, which looks once more before it does so.
    fn ask_for_sleep(&mut self, me: Tid, semaphore: i64) {
        self.threads[me.index()].affairs.calling.iter_mut().for_each(|calling| calling.looks_again = true);
        self.ipc.about_to_wait(me, semaphore);
        self.go_on(me, Doing::InKernel, self.costs.ipc.shared_futex);
    }

    /// What it takes to copy into a pipe what there is room for, before others can see it.
    fn copying(&self, me: Tid) -> Nanos {
        let calling = self.threads[me.index()].affairs.calling.as_ref();
        self.costs.ipc.bytes(calling.map_or(0, |calling| self.ipc.next_piece(&calling.call)))
    }

    /// The thread, on a core and in the kernel, tries its call.
    pub(super) fn try_call(&mut self, me: Tid) {
        if let Some(semaphore) = self.woken_for(me) {
            return self.take_after_sleep(me, semaphore);
        }
        let caller = self.caller(me);
        let Some(calling) = &mut self.threads[me.index()].affairs.calling else { return self.unblocked(me) };
        let attempt = self.ipc.attempt(caller, &mut calling.call);
        let woken = self.wake_callers(me);
        let wakes = self.waking(woken);
        match attempt {
            Attempt::Done(reply) => {
                let bytes = if let Reply::Bytes(bytes) = &reply { bytes.len() } else { 0 };
                self.put_reply(me, reply);
                self.go_on(me, Doing::Unblocked, self.costs.ipc.bytes(bytes) + wakes);
            }
            Attempt::Wait => self.sleep_in_call(me, wakes),
        }
    }

    /// The semaphore that the thread was woken for, and has not asked to sleep for once more.
    fn woken_for(&mut self, me: Tid) -> Option<i64> {
        match self.threads[me.index()].affairs.calling.as_mut()? {
            Calling { call: ProcessCall::Semaphore(SemaphoreCall::Acquire { semaphore, .. }), looks_again, .. } => {
                (!std::mem::take(looks_again)).then_some(*semaphore)
            }
            _ => None,
        }
    }

    fn take_after_sleep(&mut self, me: Tid, semaphore: i64) {
        if self.ipc.try_acquire(self.caller(me), semaphore) != Some(true) {
            return self.ask_for_sleep(me, semaphore);
        }
        self.put_reply(me, Reply::Bool(true));
        self.unblocked(me);
    }

    fn put_reply(&mut self, me: Tid, reply: Reply) {
        self.threads[me.index()].affairs.calling.iter_mut().for_each(|calling| calling.reply = Some(reply.clone()));
    }

    /// `wakes`: what it has cost to wake others.
    fn sleep_in_call(&mut self, me: Tid, wakes: Nanos) {
        if wakes > Nanos::ZERO {
            // Pays, and tries once more: somebody may have made room meanwhile.
            return self.go_on(me, Doing::InKernel, wakes);
        }
        let now = self.os.now;
        let (ends, timeout) = match &self.threads[me.index()].affairs.calling {
            Some(calling) => (calling.ends, calling.timeout),
            None => (None, None),
        };
        let ends = ends.or_else(|| match timeout? {
            Nanos::ZERO => Some(now),
            timeout => Some(self.os.timer_end(timeout)),
        });
        self.threads[me.index()].affairs.calling.iter_mut().for_each(|calling| calling.ends = ends);
        if ends.is_some_and(|ends| ends <= now) {
            return self.unblocked(me);
        }
        self.threads[me.index()].doing = Doing::Blocked;
        self.os.sleep(me);
        if let Some(ends) = ends {
            self.os.queue.set(Slot::Thread(me.0), ends, Class::Timer);
        }
        self.leave_wait(me);
    }

    /// What it costs the waker to wake so many.
    fn waking(&self, woken: u64) -> Nanos {
        woken * self.costs.lock.futex_wake
    }

    /// Wakes whom the last attempt has let go on. Returns how many these are.
    fn wake_callers(&mut self, me: Tid) -> u64 {
        let by = self.os.core_of(me);
        self.wake_callers_from(by)
    }

    pub(super) fn wake_callers_from(&mut self, by: Option<u32>) -> u64 {
        let mut woken = 0;
        for sleeper in self.ipc.take_woken() {
            let thread = &mut self.threads[sleeper.index()];
            if thread.doing != Doing::Blocked || thread.wait.block != Some(Block::Call) {
                continue;
            }
            thread.doing = Doing::InKernel;
            self.os.queue.clear(Slot::Thread(sleeper.0));
            self.os.work(sleeper, Stretch::of(self.costs.ipc.shared_call + self.copying(sleeper)));
            self.os.wake(sleeper, by);
            woken += 1;
        }
        woken
    }

    /// The call is over: with a reply, or because its time is. Returns what it costs to pass on a wake-up that came too
    /// late.
    #[must_use = "the thread pays for it"]
    pub(super) fn end_call(&mut self, me: Tid) -> Nanos {
        let calling = self.threads[me.index()].affairs.calling.take();
        let Some(Calling { call, reply, .. }) = calling else { return Nanos::ZERO };
        let (reply, woken) = match reply {
            Some(reply) => {
                self.ipc.leave(me, &call);
                (reply, 0)
            }
            None => {
                self.ipc.forget(me, &call);
                (reply_in_vain(&call), self.wake_callers(me))
            }
        };
        self.threads[me.index()].body.iter_mut().for_each(|body| body.hear(reply.clone()));
        self.waking(woken)
    }

    /// What a thread waits for that sleeps in a call.
    pub(super) fn why_calling(&self, thread: &super::Thread<P::Body>, calling: &Calling) -> String {
        let standing = self.standing(thread).filter(Standing::is_of_program);
        let at = standing.map(|standing| format!(", at {standing}")).unwrap_or_default();
        format!("  {} waits in {} {}{at}", thread.name, calling.named, self.ipc.what_is_missing(&calling.call))
    }
}

/// What a call comes to whose time is over.
fn reply_in_vain(call: &ProcessCall) -> Reply {
    match call {
        ProcessCall::Pipe(PipeCall::Poll { .. }) => Reply::Ints(Vec::new()),
        ProcessCall::Semaphore(_) => Reply::Bool(false),
        _ => Reply::None,
    }
}
