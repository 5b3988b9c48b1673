//! What a program's processes share, and how they come to be, by means of the operating system: named pipes, files in
//! memory, processes that are this program again. Knows no interpreter and no lock of one; what waits here ends with the
//! run.
//!
//! | of the program | of the system |
//! |---|---|
//! | a pipe | a named pipe; each process that has an end has it open |
//! | a semaphore | a named pipe with as many bytes as its value; beyond what fits, a number in a locked file |
//! | a block of memory | a file, in memory where there is such a folder, read and written at offsets |
//! | a process | this program, told by a line what to be |
//!
//! All of it has a name in the run's own folder, so that any process of the run can open it by its number.

mod bell;
mod children;
mod folder;
mod memory;
mod pipes;
mod semaphores;

pub use children::{Attendant, Begun, Family, leave_for_child, send};
use folder::{Folder, Resident};

use super::Stop;
use crate::ids::ProcessId;
use crate::time::Nanos;
use crate::trace::Outcome;
use crate::vm::system::process::errno::EINTR;
use crate::vm::system::process::{FIRST_END, PipeCall, SemaphoreCall};
use crate::vm::{ProcessCall, Reply, SystemCall};
use bell::Bell;
use memory::Blocks;
use parking_lot::Mutex;
use pipes::Ends;
use semaphores::Semaphores;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

/// The longest wait between two looks at signals.
const LOOK: Duration = Duration::from_millis(20);

/// This process's part of what the program's processes share.
pub struct Kernel {
    process: ProcessId,
    folder: OnceLock<Folder>,
    bell: OnceLock<Bell>,
    next: AtomicI64,
    ends: Mutex<Ends>,
    semaphores: Mutex<Semaphores>,
    blocks: Mutex<Blocks>,
    /// How the program has asked for the end of this process; minus a signal.
    ending: OnceLock<i32>,
    pub family: Family,
}

/// What a child has from its parent.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Inheritance {
    folder: PathBuf,
    /// Ends of pipes, and how often.
    ends: Vec<(i64, u32)>,
    semaphores: Vec<i64>,
    blocks: Vec<(i64, u32)>,
}

/// When a wait is over.
#[derive(Clone, Copy, Debug)]
pub struct Deadline(Option<Instant>);

impl Deadline {
    /// None: never.
    pub fn after(timeout: Option<Nanos>) -> Deadline {
        Deadline(timeout.and_then(|timeout| Instant::now().checked_add(Duration::from(timeout))))
    }

    /// None: there is no end.
    fn left(self) -> Option<Duration> {
        self.0.map(|end| end.saturating_duration_since(Instant::now()))
    }
}

impl Kernel {
    /// That of a process which nobody of the program has started.
    pub fn of_first(process: ProcessId, family: Family) -> Kernel {
        Kernel {
            process,
            folder: OnceLock::new(),
            bell: OnceLock::new(),
            // Each pipe has two ends.
            next: AtomicI64::new(FIRST_END / 2),
            ends: Mutex::default(),
            semaphores: Mutex::default(),
            blocks: Mutex::default(),
            ending: OnceLock::new(),
            family,
        }
    }

    /// That of a child: it has all that it inherits when this returns.
    pub fn inherited(process: ProcessId, inheritance: &Inheritance, family: Family) -> io::Result<Kernel> {
        let kernel = Kernel::of_first(process, family);
        let folder = kernel.folder.get_or_init(|| Folder::of_parent(inheritance.folder.clone()));
        let (mut ends, mut blocks) = (kernel.ends.lock(), kernel.blocks.lock());
        for (end, count) in &inheritance.ends {
            ends.adopt(folder, *end, *count)?;
        }
        for (block, count) in &inheritance.blocks {
            blocks.adopt(folder, *block, *count)?;
        }
        for semaphore in &inheritance.semaphores {
            kernel.semaphores.lock().open(folder, *semaphore)?;
        }
        drop((ends, blocks));
        Ok(kernel)
    }

    /// What a forked child has.
    pub fn all(&self) -> io::Result<Inheritance> {
        let ends = self.ends.lock().counts();
        Ok(Inheritance { ends, blocks: self.blocks.lock().counts(), ..self.some(&[])? })
    }

    /// What a child has that gets these ends.
    pub fn some(&self, ends: &[i64]) -> io::Result<Inheritance> {
        let ends = ends.iter().map(|end| (*end, 1)).collect();
        let folder = self.folder()?.path().to_owned();
        Ok(Inheritance { folder, ends, semaphores: self.semaphores.lock().numbers(), blocks: Vec::new() })
    }

    /// Sends a process of the run a signal, or only looks whether there is one. What is for the first goes home from parent
    /// to parent, since that one has handlers of its own.
    pub fn kill(&self, pid: i64, signal: i32) -> Reply {
        let is_kin = self.family.knows(pid);
        match self.folder.get().filter(|_| !is_kin).map(|folder| folder.resident(pid)) {
            Some(Resident::First) => self.family.tell_parent(pid, signal),
            Some(Resident::Other) => children::send(pid, signal),
            Some(Resident::Nobody) | None => self.family.kill(pid, signal),
        }
    }

    /// This process, one that the program has started, can be found by its number.
    pub fn move_in(&self) -> io::Result<()> {
        self.folder()?.move_in()
    }

    /// A child has ended.
    pub fn move_out(&self, pid: i64) {
        self.folder.get().into_iter().for_each(|folder| folder.move_out(pid));
    }

    /// The run's folder, made when it is first wanted.
    pub fn folder(&self) -> io::Result<&Folder> {
        if let Some(folder) = self.folder.get() {
            return Ok(folder);
        }
        let made = Folder::make(self.process)?;
        Ok(self.folder.get_or_init(|| made))
    }

    fn bell(&self) -> io::Result<&Bell> {
        if let Some(bell) = self.bell.get() {
            return Ok(bell);
        }
        let made = Bell::new()?;
        Ok(self.bell.get_or_init(|| made))
    }

    /// Ends all waits, now and from now on.
    pub fn end(&self) {
        // Without one nobody waits, and who begins to will find that the run is over.
        if let Ok(bell) = self.bell() {
            bell.ring();
        }
        self.family.end();
    }

    /// This process is to end so: its exit status, or minus the signal.
    pub fn end_by(&self, status: i32) {
        // The first word counts.
        let _ = self.ending.set(status);
    }

    /// How the program wants this process to end, if it has said so.
    pub fn status(&self) -> Option<i32> {
        self.ending.get().copied()
    }

    /// The same as the end of a program, with the status that a shell would tell of a signal.
    pub fn ending(&self) -> Option<Outcome> {
        let status = self.status()?;
        let status = if status < 0 { 128 - status } else { status };
        Some(Outcome::Raised { error: format!("SystemExit: {status}"), traceback: String::new() })
    }

    /// A number that no process of the run gives again.
    fn number(&self) -> i64 {
        i64::from(self.process.0) << 32 | self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// What can be done without waiting, if it can.
    pub fn at_once(&self, call: &SystemCall) -> Option<Reply> {
        use crate::vm::ProcessCall::{Memory, Pipe, Semaphore};
        let SystemCall::Process(call) = call else { return None };
        match call {
            Pipe(PipeCall::Make) => Some(replied(self.make_pipe())),
            Pipe(PipeCall::Adopt(end)) => Some(replied(self.adopt(*end))),
            Pipe(call @ PipeCall::Unread(_)) => Some(replied(self.pipe(call))),
            Semaphore(SemaphoreCall::Acquire { semaphore, timeout }) => self.try_acquire(*semaphore, *timeout),
            Semaphore(call) => Some(replied(self.semaphore(call))),
            Memory(call) => Some(replied(self.memory(call))),
            _ => None,
        }
    }

    /// Whether it will probably have to wait, so that it is worth while to tidy up before.
    pub fn is_long(&self, call: &ProcessCall) -> bool {
        match call {
            ProcessCall::Pipe(PipeCall::Read { end, .. }) => {
                matches!(self.poll(&[*end], Deadline::after(Some(Nanos::ZERO))), Ok(Reply::Ints(ready)) if ready.is_empty())
            }
            ProcessCall::Pipe(PipeCall::Write { .. } | PipeCall::Close(_)) => false,
            _ => true,
        }
    }

    /// The same as [`Kernel::wait_for`], where on the thread that handles signals one of them ends it with EINTR, or
    /// with how much is written. That thread looks now and then.
    pub fn wait_or_halt(&self, call: &SystemCall, stop: &Stop) -> Reply {
        let SystemCall::Process(asked) = call else { return Reply::None };
        if !stop.signals.is_mine() {
            return self.wait_for(call);
        }
        if let ProcessCall::Pipe(PipeCall::Write { end, data, written }) = asked {
            return replied(self.write(*end, data, *written, Some(stop)));
        }
        let Some(timeout) = timeout_of(asked) else { return self.wait_for(call) };
        let deadline = Deadline::after(timeout);
        loop {
            let left = deadline.left();
            let reply = self.wait_shortly(asked, left.map_or(LOOK, |left| left.min(LOOK)));
            let is_over = left.is_some_and(|left| left <= LOOK) || stop.requested();
            match reply {
                None if stop.signals.call_me() => return Reply::failed(EINTR),
                // Had just as the signal came: what its handler raises would leave it taken for ever.
                Some(Reply::Bool(true)) if stop.signals.call_me() => return self.give_back(asked),
                None if is_over => return self.wait_shortly(asked, Duration::ZERO).unwrap_or_else(|| nothing(asked)),
                None => {}
                Some(reply) => return reply,
            }
        }
    }

    fn give_back(&self, call: &ProcessCall) -> Reply {
        if let ProcessCall::Semaphore(SemaphoreCall::Acquire { semaphore, .. }) = call {
            // It was had a moment ago, so there is room for it.
            let _ = self.semaphore(&SemaphoreCall::Release(*semaphore));
        }
        Reply::failed(EINTR)
    }

    /// None: not in that time.
    fn wait_shortly(&self, call: &ProcessCall, at_most: Duration) -> Option<Reply> {
        use crate::vm::ProcessCall::{Pipe, Semaphore, Wait};
        let soon = Deadline::after(Some(Nanos::from(at_most)));
        let reply = match call {
            Pipe(PipeCall::Read { end, .. }) => match replied(self.poll(&[*end], soon)) {
                Reply::Ints(ready) if ready.is_empty() => return None,
                Reply::Ints(_) => self.wait_for(&SystemCall::Process(call.clone())),
                failed => failed,
            },
            Pipe(PipeCall::Poll { ends, .. }) => replied(self.poll(ends, soon)),
            Semaphore(SemaphoreCall::Acquire { semaphore, .. }) => {
                replied(self.acquire(*semaphore, Some(Nanos::from(at_most))))
            }
            Wait { pid, .. } => self.family.wait(*pid, soon),
            _ => Reply::None,
        };
        let in_vain = match &reply {
            Reply::Ints(ready) => ready.is_empty(),
            reply => matches!(reply, Reply::Bool(false) | Reply::None),
        };
        (!in_vain).then_some(reply)
    }

    /// What may have to wait. Ends with an unimportant reply where the run does.
    pub fn wait_for(&self, call: &SystemCall) -> Reply {
        use crate::vm::ProcessCall::{Pipe, Semaphore, Wait};
        let SystemCall::Process(call) = call else { return Reply::None };
        match call {
            Pipe(call) => replied(self.pipe(call)),
            Semaphore(SemaphoreCall::Acquire { semaphore, timeout }) => replied(self.acquire(*semaphore, *timeout)),
            Wait { pid, timeout } => self.family.wait(*pid, Deadline::after(*timeout)),
            _ => Reply::None,
        }
    }
}

/// The timeout of what the main thread waits for in short waits.
fn timeout_of(call: &ProcessCall) -> Option<Option<Nanos>> {
    match call {
        ProcessCall::Pipe(PipeCall::Read { .. }) => Some(None),
        ProcessCall::Pipe(PipeCall::Poll { timeout, .. })
        | ProcessCall::Semaphore(SemaphoreCall::Acquire { timeout, .. })
        | ProcessCall::Wait { timeout, .. } => Some(*timeout),
        _ => None,
    }
}

/// The reply to a wait in vain.
fn nothing(call: &ProcessCall) -> Reply {
    match call {
        ProcessCall::Pipe(PipeCall::Poll { .. }) => Reply::Ints(Vec::new()),
        ProcessCall::Semaphore(_) => Reply::Bool(false),
        _ => Reply::None,
    }
}

/// An error is a reply too.
fn replied(done: io::Result<Reply>) -> Reply {
    done.unwrap_or_else(|error| super::system::failed(&error))
}

/// An error by C's number.
fn errno(number: i32) -> io::Error {
    io::Error::from_raw_os_error(number)
}
