//! What a program asks of the system about processes, and what processes share: pipes, semaphores, blocks of memory. These
//! are a kernel's primitives; what Python makes of them stands in the standard modules. Knows no engine, and no module.
//!
//! | asked | reply |
//! |---|---|
//! | `Pipe::Make` | `Ints`: the reading end, the writing end; the process has each once |
//! | `Pipe::Adopt` | `None`: the process has the end once more; EBADF where no process has it |
//! | `Pipe::Close` | `None`; EBADF where the process does not have it |
//! | `Pipe::Read` | `Bytes`, at least one; none at the end of the file: nothing is left and nobody has a writing end |
//! | `Pipe::Write` | `None`, once every byte is in the pipe; EPIPE where nobody has a reading end |
//! | `Pipe::Unread` | `Int`: how many bytes a reading end has that nobody has read |
//! | `Pipe::Poll` | `Ints`: those of the reading ends that could be read at once, in the order given; none in time: empty |
//! | `Semaphore::Make` | `Int`: its number |
//! | `Semaphore::Acquire` | `Bool`: whether it was had in time |
//! | `Semaphore::Release` | `None`; EOVERFLOW where it has its greatest value |
//! | `Semaphore::Value` | `Int` |
//! | `Memory::Create`, `Attach` | `Ints`: number, size in bytes; EEXIST, ENOENT, ENOMEM |
//! | `Memory::Adopt`, `Detach` | `None`; EBADF |
//! | `Memory::Read` | `Bytes`; EFAULT where it goes beyond the end |
//! | `Memory::Write` | `None`; EFAULT |
//! | `Memory::Unlink` | `None`: no later `Attach` finds it; ENOENT |
//! | `Fork` | `Int`: in the parent the child's process number, in the child 0; EAGAIN |
//! | `Spawn` | `Int`: the child's process number; EAGAIN |
//! | `Wait` | `Int`: exit status, or minus the signal that ended the child; `None` where it still lives then; ECHILD |
//! | `Kill` | `None`; ESRCH |
//! | `Exit` | never |
//!
//! Errors are `Failed`, with C's number. Numbers of ends, semaphores and blocks are those of the whole run: the same in
//! each of its processes, and never given twice. A process that ends, however it does, closes its ends and leaves its
//! blocks; semaphores it does not release. In `Read`, `Write`, `Poll` and `Wait` the interpreter's lock is let go, also where
//! they need not wait; in `Acquire` only where it must.

use crate::time::Nanos;

/// One end of a pipe.
pub type End = i64;

/// The least number that an end can have: those below are the program's numbers of files.
pub const FIRST_END: End = 1 << 20;

/// How many bytes a pipe holds that nobody has read.
pub const PIPE_CAPACITY: usize = 65_536;

/// What is wanted.
#[derive(Clone, Debug, PartialEq)]
pub enum ProcessCall {
    Pipe(PipeCall),
    Semaphore(SemaphoreCall),
    Memory(MemoryCall),
    /// A copy of this process, in which of all threads the calling one alone goes on, as the first. It has all ends and
    /// blocks that this one has, each as often. `name`: of its lane.
    Fork {
        name: String,
    },
    /// A process with a fresh interpreter, whose first thread begins with the standard module
    /// [`FIRST_MODULE`]; there `_process.start_message()` gives `message`.
    Spawn {
        name: String,
        method: SpawnMethod,
        message: Vec<u8>,
        /// It has these ends, once each; before the reply comes.
        ends: Vec<End>,
    },
    /// Until the child has ended; it is forgotten when that has been told. None: for ever.
    Wait {
        pid: i64,
        timeout: Option<Nanos>,
    },
    /// No program handles signals, so any but 0 ends the process there and then; 0 only asks whether there is one.
    Kill {
        pid: i64,
        signal: i32,
    },
    /// `os._exit`: the process is gone, whatever its threads are at.
    Exit(i32),
}

/// The body of this module is what a spawned process executes. It imports the program by the name [`MAIN_AGAIN`].
pub const FIRST_MODULE: &str = "multiprocessing._spawned";

/// The program's main module in a process that was not forked.
pub const MAIN_AGAIN: &str = "__mp_main__";

/// How a process with a fresh interpreter comes to be. What the program sees is the same; what it costs is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpawnMethod {
    Spawn,
    /// Forked from a process that has imported nothing of the program.
    ForkServer,
    /// Another interpreter in this very process, with a lock of its own.
    Interpreter,
}

#[derive(Clone, Debug, PartialEq)]
pub enum PipeCall {
    Make,
    Adopt(End),
    Close(End),
    Read {
        end: End,
        most: usize,
    },
    /// `written`: how many of them have been, where an engine writes piece by piece.
    Write {
        end: End,
        data: Vec<u8>,
        written: usize,
    },
    Unread(End),
    /// None: for ever. Zero: only looks.
    Poll {
        ends: Vec<End>,
        timeout: Option<Nanos>,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub enum SemaphoreCall {
    Make {
        value: i64,
        most: i64,
    },
    /// None: for ever. Zero: only tries.
    Acquire {
        semaphore: i64,
        timeout: Option<Nanos>,
    },
    Release(i64),
    Value(i64),
}

#[derive(Clone, Debug, PartialEq)]
pub enum MemoryCall {
    /// Of zeros. One without a name is found by its number alone.
    Create {
        name: Option<String>,
        size: usize,
    },
    Attach(String),
    /// The process has the block once more, by its number.
    Adopt(i64),
    /// Once less; a block that nobody has and that has no name is gone.
    Detach(i64),
    Read {
        block: i64,
        at: usize,
        size: usize,
    },
    Write {
        block: i64,
        at: usize,
        data: Vec<u8>,
    },
    Unlink(String),
}

/// C's numbers of the errors of these calls.
pub mod errno {
    pub const ENOENT: i32 = 2;
    pub const ESRCH: i32 = 3;
    pub const EINTR: i32 = 4;
    pub const EBADF: i32 = 9;
    pub const ECHILD: i32 = 10;
    pub const EAGAIN: i32 = 11;
    pub const ENOMEM: i32 = 12;
    pub const EFAULT: i32 = 14;
    pub const EEXIST: i32 = 17;
    pub const EINVAL: i32 = 22;
    pub const EPIPE: i32 = 32;
    pub const ENOSYS: i32 = 38;
    pub const EOVERFLOW: i32 = 75;

    /// C's text of the error.
    pub fn text(number: i32) -> &'static str {
        match number {
            ENOENT => "No such file or directory",
            ESRCH => "No such process",
            EBADF => "Bad file descriptor",
            ECHILD => "No child processes",
            EAGAIN => "Resource temporarily unavailable",
            ENOMEM => "Cannot allocate memory",
            EFAULT => "Bad address",
            EEXIST => "File exists",
            EPIPE => "Broken pipe",
            EINVAL => "Invalid argument",
            ENOSYS => "Function not implemented",
            EOVERFLOW => "Value too large for defined data type",
            _ => "Unknown error",
        }
    }
}
