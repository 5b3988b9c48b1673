//! What the simulated machine's processes share: pipes, semaphores, blocks of memory, and the table of the processes
//! themselves. State only: an attempt is done or has to wait, and who may go on is named. Knows neither time nor how a
//! thread sleeps.

mod holders;
mod memory;
mod pipe;
mod semaphore;
mod table;

use super::os::Tid;
use crate::ids::ProcessId;
use crate::vm::Reply;
use crate::vm::system::process::{End, FIRST_END, PipeCall, ProcessCall, SemaphoreCall, errno};
pub use holders::Holders;
use memory::Memory;
use pipe::{Pipe, Written};
use semaphore::Semaphore;
use std::collections::BTreeMap;
use table::Table;

/// Who calls.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    pub process: ProcessId,
    pub thread: Tid,
}

/// What became of a call that was tried.
#[must_use = "who has to wait must sleep"]
#[derive(Debug)]
pub enum Attempt {
    Done(Reply),
    /// The thread stands in a queue and is named by [`Ipc::take_woken`] when it may try again.
    Wait,
}

#[derive(Debug, Default)]
pub struct Ipc {
    /// By number: its reading end is `FIRST_END + 2 * number`, its writing end the next.
    pipes: BTreeMap<i64, Pipe>,
    made: i64,
    semaphores: Vec<Semaphore>,
    memory: Memory,
    table: Table,
    woken: Vec<Tid>,
}

impl Ipc {
    /// How many bytes of a block of memory the call is the first to use.
    pub fn first_uses(&mut self, call: &ProcessCall) -> usize {
        if let ProcessCall::Memory(call) = call { self.memory.first_uses(call) } else { 0 }
    }

    /// Tries a call. A write keeps in `call` what is still to be written.
    pub fn attempt(&mut self, me: Caller, call: &mut ProcessCall) -> Attempt {
        match call {
            ProcessCall::Pipe(call) => self.pipe(me, call),
            ProcessCall::Semaphore(call) => self.semaphore(me, call),
            ProcessCall::Memory(call) => Attempt::Done(self.memory.attend(me.process, call)),
            ProcessCall::Wait { pid, .. } => self.table.wait(me, *pid),
            ProcessCall::Fork { .. } | ProcessCall::Spawn { .. } | ProcessCall::Kill { .. } | ProcessCall::Exit(_) => {
                Attempt::Done(Reply::failed(errno::ENOSYS))
            }
        }
    }

    /// Who may try again, in the order of their waits.
    #[must_use = "they sleep until somebody wakes them"]
    pub fn take_woken(&mut self) -> Vec<Tid> {
        std::mem::take(&mut self.woken)
    }

    fn pipe(&mut self, me: Caller, call: &mut PipeCall) -> Attempt {
        match call {
            PipeCall::Make => Attempt::Done(self.make_pipe(me.process)),
            PipeCall::Adopt(end) => Attempt::Done(self.adopt(me.process, *end)),
            PipeCall::Close(end) => Attempt::Done(self.close(me.process, *end)),
            PipeCall::Read { end, most } => match self.pipes.get_mut(&number_of(*end)) {
                Some(pipe) if is_reading(*end) && pipe.readers.has(me.process) => {
                    let read = pipe.read(me.thread, *most, &mut self.woken);
                    read.map_or(Attempt::Wait, |bytes| Attempt::Done(Reply::Bytes(bytes)))
                }
                _ => bad_end(),
            },
            PipeCall::Unread(end) => match self.pipes.get(&number_of(*end)) {
                Some(pipe) if is_reading(*end) && pipe.readers.has(me.process) => {
                    Attempt::Done(Reply::Int(pipe.unread() as i64))
                }
                _ => bad_end(),
            },
            PipeCall::Write { end, data, written } => self.write(me, *end, data, written),
            PipeCall::Poll { ends, .. } => self.poll(me, ends),
        }
    }

    fn make_pipe(&mut self, process: ProcessId) -> Reply {
        let end = FIRST_END + 2 * self.made;
        self.pipes.insert(self.made, Pipe::of(process));
        self.made += 1;
        Reply::Ints(vec![end, end + 1])
    }

    fn adopt(&mut self, process: ProcessId, end: End) -> Reply {
        let pipe = self.pipes.get_mut(&number_of(end));
        let holders = pipe.map(|pipe| if is_reading(end) { &mut pipe.readers } else { &mut pipe.writers });
        match holders.filter(|holders| !holders.is_empty()) {
            Some(holders) => {
                holders.add(process);
                Reply::None
            }
            None => Reply::failed(errno::EBADF),
        }
    }

    fn close(&mut self, process: ProcessId, end: End) -> Reply {
        let Some(pipe) = self.pipes.get_mut(&number_of(end)) else { return Reply::failed(errno::EBADF) };
        let holders = if is_reading(end) { &mut pipe.readers } else { &mut pipe.writers };
        if !holders.remove(process) {
            return Reply::failed(errno::EBADF);
        }
        pipe.note_closed(&mut self.woken);
        if pipe.is_gone() {
            self.pipes.remove(&number_of(end));
        }
        Reply::None
    }

    fn write(&mut self, me: Caller, end: End, data: &[u8], written: &mut usize) -> Attempt {
        let pipe = self.pipes.get_mut(&number_of(end));
        let Some(pipe) = pipe.filter(|pipe| !is_reading(end) && pipe.writers.has(me.process)) else {
            return bad_end();
        };
        match pipe.write(me.thread, &data[*written..], &mut self.woken) {
            Written::All => Attempt::Done(Reply::None),
            Written::Broken => Attempt::Done(Reply::failed(errno::EPIPE)),
            Written::Part(count) => {
                *written += count;
                Attempt::Wait
            }
        }
    }

    /// How many bytes this call would write now.
    pub fn next_piece(&self, call: &ProcessCall) -> usize {
        let ProcessCall::Pipe(PipeCall::Write { end, data, written }) = call else { return 0 };
        self.pipes.get(&number_of(*end)).map_or(0, |pipe| pipe.piece(data.len() - written))
    }

    fn poll(&mut self, me: Caller, ends: &[End]) -> Attempt {
        let has = |end: &End| self.pipes.get(&number_of(*end)).is_some_and(|pipe| pipe.readers.has(me.process));
        if !ends.iter().all(|end| is_reading(*end) && has(end)) {
            return bad_end();
        }
        let can_read = |end: &End| self.pipes.get(&number_of(*end)).is_some_and(Pipe::can_read);
        let ready: Vec<End> = ends.iter().copied().filter(can_read).collect();
        if !ready.is_empty() {
            return Attempt::Done(Reply::Ints(ready));
        }
        for end in ends {
            self.pipes.get_mut(&number_of(*end)).into_iter().for_each(|pipe| pipe.poll(me.thread));
        }
        Attempt::Wait
    }

    fn semaphore(&mut self, me: Caller, call: &SemaphoreCall) -> Attempt {
        if let SemaphoreCall::Make { value, most } = *call {
            self.semaphores.push(Semaphore::new(value, most));
            return Attempt::Done(Reply::Int(self.semaphores.len() as i64));
        }
        let (SemaphoreCall::Acquire { semaphore: number, .. }
        | SemaphoreCall::Release(number)
        | SemaphoreCall::Value(number)) = *call
        else {
            return bad_end();
        };
        let Some(semaphore) = self.semaphore_of(number) else { return bad_end() };
        match call {
            SemaphoreCall::Value(_) => Attempt::Done(Reply::Int(semaphore.value)),
            SemaphoreCall::Release(_) => {
                let mut woken = Vec::new();
                let released = semaphore.release(&mut woken);
                self.woken.append(&mut woken);
                Attempt::Done(if released { Reply::None } else { Reply::failed(errno::EOVERFLOW) })
            }
            _ if semaphore.take(me.process, me.thread) => Attempt::Done(Reply::Bool(true)),
            _ => Attempt::Wait,
        }
    }

    fn semaphore_of(&mut self, number: i64) -> Option<&mut Semaphore> {
        usize::try_from(number - 1).ok().and_then(|at| self.semaphores.get_mut(at))
    }

    /// Takes a semaphore if that needs no waiting. None: there is no such semaphore.
    pub fn try_acquire(&mut self, me: Caller, semaphore: i64) -> Option<bool> {
        self.semaphore_of(semaphore).map(|semaphore| semaphore.try_take(me.process, me.thread))
    }

    /// The thread has found the semaphore taken and is about to sleep for it: it counts as waiting, but needs no waking yet.
    pub fn about_to_wait(&mut self, thread: Tid, semaphore: i64) {
        self.semaphore_of(semaphore).into_iter().for_each(|semaphore| semaphore.about_to_wait(thread));
    }

    /// Whether who gives this semaphore back has to ask the system to wake somebody.
    pub fn is_awaited(&self, semaphore: i64) -> bool {
        let found = usize::try_from(semaphore - 1).ok().and_then(|at| self.semaphores.get(at));
        found.is_some_and(Semaphore::is_awaited)
    }

    /// The thread has what it called for, and stands in no queue for it any longer.
    pub fn leave(&mut self, thread: Tid, call: &ProcessCall) {
        match call {
            ProcessCall::Pipe(PipeCall::Read { end, .. } | PipeCall::Write { end, .. }) => {
                self.leave_end(thread, *end);
            }
            ProcessCall::Pipe(PipeCall::Poll { ends, .. }) => ends.iter().for_each(|end| self.leave_end(thread, *end)),
            ProcessCall::Wait { pid, .. } => self.table.forget(thread, *pid),
            _ => {}
        }
    }

    fn leave_end(&mut self, thread: Tid, end: End) {
        self.pipes.get_mut(&number_of(end)).into_iter().for_each(|pipe| pipe.leave_queues(thread));
    }

    /// The thread's wait for this call has ended without its having come: a wake-up that the thread has had meanwhile is the
    /// next one's, see [`Ipc::take_woken`].
    pub fn forget(&mut self, thread: Tid, call: &ProcessCall) {
        match call {
            ProcessCall::Pipe(PipeCall::Read { end, .. } | PipeCall::Write { end, .. }) => {
                if let Some(pipe) = self.pipes.get_mut(&number_of(*end)) {
                    pipe.forget(thread, &mut self.woken);
                }
            }
            ProcessCall::Semaphore(SemaphoreCall::Acquire { semaphore, .. }) => {
                let mut woken = Vec::new();
                self.semaphore_of(*semaphore).into_iter().for_each(|semaphore| semaphore.forget(thread, &mut woken));
                self.woken.append(&mut woken);
            }
            _ => self.leave(thread, call),
        }
    }

    /// A process of its own; of a fork, with everything that its parent has.
    pub fn begin(&mut self, process: ProcessId, parent: ProcessId, name: &str) {
        self.table.begin(process, parent, name);
    }

    pub fn copy_holdings(&mut self, parent: ProcessId, child: ProcessId) {
        for pipe in self.pipes.values_mut() {
            pipe.readers.copy(parent, child);
            pipe.writers.copy(parent, child);
        }
        self.memory.copy(parent, child);
    }

    /// The process has these ends from its start. False: one of them nobody has.
    #[must_use]
    pub fn give(&mut self, process: ProcessId, ends: &[End]) -> bool {
        ends.iter().all(|end| matches!(self.adopt(process, *end), Reply::None))
    }

    /// A process is gone, with this status.
    pub fn end(&mut self, process: ProcessId, status: i64) {
        for pipe in self.pipes.values_mut() {
            pipe.leave(process, &mut self.woken);
        }
        self.pipes.retain(|_, pipe| !pipe.is_gone());
        self.memory.leave(process);
        self.table.end(process, status, &mut self.woken);
    }

    pub fn is_unreaped(&self, process: ProcessId) -> bool {
        self.table.is_unreaped(process)
    }

    pub fn parent_of(&self, process: ProcessId) -> Option<ProcessId> {
        self.table.parent_of(process)
    }

    pub fn name_of(&self, process: ProcessId) -> &str {
        self.table.name_of(process)
    }

    /// In words: what a thread that tries this waits for, and who could bring it.
    pub fn what_is_missing(&self, call: &ProcessCall) -> String {
        let names = |processes: Vec<ProcessId>| -> String {
            let names: Vec<&str> = processes.into_iter().map(|process| self.name_of(process)).collect();
            names.join(", ")
        };
        match call {
            ProcessCall::Pipe(PipeCall::Read { end, .. }) => {
                let writers = self.pipes.get(&number_of(*end)).map(|pipe| pipe.writers.processes().collect());
                format!("for bytes from a pipe, which could come from {}", names(writers.unwrap_or_default()))
            }
            ProcessCall::Pipe(PipeCall::Write { end, .. }) => {
                let readers = self.pipes.get(&number_of(*end)).map(|pipe| pipe.readers.processes().collect());
                format!("for room in a full pipe, which could be read by {}", names(readers.unwrap_or_default()))
            }
            ProcessCall::Pipe(PipeCall::Poll { .. }) => "until one of several pipes has something to read".to_string(),
            ProcessCall::Semaphore(SemaphoreCall::Acquire { semaphore, .. }) => {
                let found = usize::try_from(semaphore - 1).ok().and_then(|at| self.semaphores.get(at));
                match found.and_then(|semaphore| semaphore.taken_by) {
                    Some(process) if self.table.is_over(process) => {
                        format!("for a lock between processes that {} had when it ended", self.name_of(process))
                    }
                    Some(process) => {
                        format!("for a lock between processes that {} took last", self.name_of(process))
                    }
                    None => "for a lock between processes that nobody has taken".to_string(),
                }
            }
            ProcessCall::Wait { pid, .. } => match ProcessId::of_pid(*pid) {
                Some(process) => format!("for the end of {}", self.name_of(process)),
                None => "for the end of a process".to_string(),
            },
            _ => "for something that will never happen".to_string(),
        }
    }
}

fn number_of(end: End) -> i64 {
    (end - FIRST_END).div_euclid(2)
}

fn is_reading(end: End) -> bool {
    (end - FIRST_END).rem_euclid(2) == 0
}

fn bad_end() -> Attempt {
    Attempt::Done(Reply::failed(errno::EBADF))
}
