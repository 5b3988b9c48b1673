//! What a program asks of the system around it, and what it is told. Knows how to compute without an interpreter, but no
//! file, process or clock.

pub mod compute;
pub mod hashing;
pub mod packing;
pub mod process;
pub mod socket;

use super::eval::RECURSION_LIMIT;
use super::heap::{Heap, memory::DEFAULT_LIMIT};
use super::introspection::Look;
use super::listed::listed;
use super::value::{Object, Value};
use crate::source::SourceFile;
use crate::time::Nanos;
pub use compute::Computation;
pub use hashing::Hasher;
pub use packing::Stream;
pub use process::ProcessCall;
use process::{PipeCall, SemaphoreCall};
use serde::{Deserialize, Serialize};
pub use socket::SocketCall;
use std::path::{Component, Path, PathBuf};

/// What is wanted of the system.
#[derive(Clone, Debug)]
pub enum SystemCall {
    /// `sys.setswitchinterval`: from now on. Answered with `Reply::None`.
    SwitchInterval(Nanos),
    /// Text for standard error.
    WriteError(String),
    Ask(Question),
    /// In the run's own folder, with the lock let go.
    File(FileCall),
    /// To be run with the lock let go.
    Compute(Computation),
    /// The same of what is too short for that.
    ComputeHeld(Computation),
    /// On the network, with the lock let go.
    Socket(SocketCall),
    /// Answered by the machine itself: engines never see it.
    Look(Look),
    /// So many steps of a native search were made, with the lock held. Answered with `Reply::None`.
    Searched(u64),
    /// Of the text that carries out a model: what becomes of the run's tasks.
    Tasks(TaskCall),
    /// It is done, by the interpreter itself; it is told for the time that it takes, with the lock held.
    Pickled(Pickled),
    /// A task of an event loop begins a step, or ends one. Answered with `Reply::None`.
    Step(StepNote),
    /// A library does what CPython's takes longer for than our text of it; told for the time that it takes, with the
    /// lock held. Answered with `Reply::None`.
    Library {
        work: LibraryWork,
        times: u32,
    },
    /// Of processes, and what they share.
    Process(ProcessCall),
    /// Of signals, and the program's handlers.
    Signal(SignalCall),
}

impl SystemCall {
    /// How long it waits at most, where it has a limit.
    pub fn timeout_mut(&mut self) -> Option<&mut Nanos> {
        match self {
            SystemCall::Socket(SocketCall::Poll { timeout, .. })
            | SystemCall::Process(
                ProcessCall::Pipe(PipeCall::Poll { timeout, .. })
                | ProcessCall::Semaphore(SemaphoreCall::Acquire { timeout, .. })
                | ProcessCall::Wait { timeout, .. },
            ) => timeout.as_mut(),
            _ => None,
        }
    }

    /// A signal has cut a write short: how many bytes of it are written, which are not written again. False where the reply
    /// is of no such write.
    pub fn note_written(&mut self, reply: &Reply) -> bool {
        match (self, reply) {
            (SystemCall::Process(ProcessCall::Pipe(PipeCall::Write { written, .. })), Reply::Int(count)) => {
                *written = usize::try_from(*count).unwrap_or(*written);
                true
            }
            _ => false,
        }
    }
}

/// What a program wants of signals. Where none come, all but `Own` fail with ENOSYS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignalCall {
    /// The program has a handler of its own, or no longer. Answered with `Reply::None`.
    Own { number: i32, own: bool },
    /// For this process's main thread. Answered with `Reply::None`.
    Raise(i32),
    /// SIGALRM after that time, and then so often; None: no more. The reply is what the alarm before had left.
    Alarm { after: Option<Nanos>, every: Nanos },
    /// Until a signal has been handled. Answered with `Reply::None`.
    Pause,
    /// A handler that the engine has begun has returned. Not answered: what it has interrupted goes on.
    Handled,
}

/// What the standard module of a model asks for. Elsewhere there are no tasks, and the answer is `Reply::None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskCall {
    /// The names of all tasks, `Reply::Texts`.
    Names,
    /// How many threads the model's pool has, `Reply::Int`.
    Workers,
    /// The number of the next task that is this process's, if there is one: `Reply::Int`.
    Next,
    /// Does the task of this number.
    Run(u32),
    /// Does it until it ends, or has to wait. It is then to wait for so many nanoseconds: `Reply::Int`.
    Step(u32),
}

/// What an event loop tells of its tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepNote {
    Begun {
        task: u32,
        /// With its first step.
        name: Option<String>,
    },
    /// `awaits`: what it waits for then.
    Ended { task: u32, how: StepResult, awaits: String },
}

/// How a step of a task ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepResult {
    Awaits,
    Done,
    Failed,
    Cancelled,
}

listed! {
    /// What a library does, beyond the calls on sockets.
    pub enum LibraryWork {
        /// asyncio makes a connection's transport, and ends it.
        Transport,
        /// `http.client` sends a request and reads the head of its answer.
        HttpClient,
        /// `urllib.request.urlopen`.
        Urlopen,
        /// A request of a `requests.Session`.
        Session,
        /// A session for one request, as `requests.get` makes it.
        OneSession,
        /// A request of an `aiohttp.ClientSession`.
        Aiohttp,
        /// asyncio's loop is told to call something later.
        Timer,
        /// It finds that this is due, and calls it.
        Expiry,
        /// asyncio makes a future that somebody waits for, and tells its callbacks that it is done.
        Future,
        /// asyncio waits for the future of another thread's work.
        ThreadFuture,
        /// `threading` finds that a thread has ended.
        ThreadEnded,
        /// `multiprocessing` makes a selector, or lets it watch one thing.
        Selector,
        /// `enum` makes an enumeration, and a member of one.
        Enumeration,
        EnumerationMember,
        /// A pool's worker that is a copy of its parent gets ready.
        ForkedPoolWorker,
        /// `multiprocessing.shared_memory` makes a block, attaches to one, or removes one.
        SharedBlock,
        /// `multiprocessing.sharedctypes` makes a value or an array.
        SharedValue,
        /// A manager's server starts, or ends.
        Manager,
        /// A thread's connection to such a server, with the proof that both know the key.
        ManagerConnection,
    }
}

/// A pickle that was made or read.
#[derive(Clone, Copy, Debug)]
pub struct Pickled {
    pub is_loaded: bool,
    /// Bytes that were only copied: the contents of texts and byte strings.
    pub copied: usize,
    /// The other bytes.
    pub built: usize,
    /// Functions and classes, found by their names.
    pub objects: usize,
    /// For another process, by the pickler that is made for each message.
    pub is_message: bool,
}

/// What needs no work.
#[derive(Clone, Debug)]
pub enum Question {
    ProcessId,
    ParentId,
    CpuCount,
    /// The numbers of the user and of the group, each as it is and as it counts: `Reply::Ints`.
    User,
    /// How many KiB the process has taken at most, as far as anybody knows: `Reply::Int`.
    PeakMemory,
    /// How many threads wanted a core in the last minute, in the last five and fifteen, in hundredths: `Reply::Ints`;
    /// `Reply::None` where nobody counts.
    Load,
    Directory,
    /// What a clock shows: `Reply::Int` in nanoseconds.
    Time(Clock),
    /// The same as a `Reply::Seconds`.
    Seconds(Clock),
    /// How far local time was ahead of UTC at this time since 1970, in seconds: seconds, 1 in summer time, the zone's
    /// name, as a `Reply::Zone`.
    Zone(i64),
    /// The same in the zone of this name; `Reply::None` where there is none.
    NamedZone(String, i64),
    /// So many random bytes; `Reply::None` where all that is random comes from the run's seed.
    Entropy(usize),
    /// An environment variable; `Reply::None` where it is not set.
    Variable(String),
    /// The names of all that are set: `Reply::Texts`.
    Variables,
    /// The text of an exception's traceback. The interpreter itself knows: the reply is `Reply::Traceback`.
    Traceback(Value),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Nanoseconds since 1970.
    Wall,
    /// Since any moment.
    Monotonic,
    /// CPU time of the process, and of the thread.
    Process,
    Thread,
}

#[derive(Clone, Debug)]
pub enum FileCall {
    /// The whole of a file.
    Read(String),
    /// The line of standard input with this number, from zero; behind the last one no bytes.
    Input(usize),
    Write {
        path: String,
        data: Vec<u8>,
        how: WriteHow,
    },
    /// `Reply::Text`: `file`, `folder` or nothing.
    Kind(String),
    /// Bytes in the file.
    Size(String),
    /// What is known of it beside its contents, `Reply::Ints`: mode, number, device, links, user, group, bytes, the times of
    /// the last access, change of the contents and other change in nanoseconds since 1970, bytes in a block, blocks of 512
    /// bytes, and the device that it is.
    Status(String),
    /// Nanoseconds since 1970.
    SetTimes {
        path: String,
        accessed: i64,
        modified: i64,
    },
    SetMode(String, u32),
    /// The rights that new files are not given from now on. The reply is what they were, `Reply::Int`.
    SetMask(u32),
    List(String),
    Remove(String),
    MakeFolder(String),
    RemoveFolder(String),
    Rename(String, String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteHow {
    Replace,
    Append,
    /// Only where there is no file.
    Create,
}

/// What the system answers.
#[derive(Clone, Debug)]
pub enum Reply {
    None,
    Bool(bool),
    Int(i64),
    /// So many nanoseconds, told in seconds.
    Seconds(i64),
    Zone(i64, bool, String),
    Ints(Vec<i64>),
    Text(String),
    Texts(Vec<String>),
    Bytes(Vec<u8>),
    /// A list of them.
    Many(Vec<Reply>),
    Hasher(Box<Hasher>),
    Stream(Box<Stream>),
    /// What `Question::Traceback` gave.
    Traceback(Value),
    /// An error's number and text, as C has them.
    Failed(i32, String),
}

impl Reply {
    /// A failure with C's text.
    pub fn failed(number: i32) -> Reply {
        Reply::Failed(number, process::errno::text(number).to_owned())
    }
}

/// The reply as a value; a failure is a tuple, which nothing else is. Owned.
pub(super) fn value_of(heap: &mut Heap, reply: Reply) -> Value {
    match reply {
        Reply::None => Value::None,
        Reply::Bool(is) => Value::bool(is),
        Reply::Int(number) => Value::Int(number),
        Reply::Seconds(nanos) => Value::float(nanos as f64 / 1e9),
        Reply::Zone(ahead, is_summer, name) => {
            let name = heap.new_str(name);
            heap.take_tuple([Value::Int(ahead), Value::Int(is_summer.into()), name])
        }
        Reply::Ints(numbers) => heap.take_list(numbers.into_iter().map(Value::Int).collect()),
        Reply::Text(text) => heap.new_str(text),
        Reply::Texts(texts) => {
            let texts = texts.into_iter().map(|text| heap.new_str(text)).collect();
            heap.take_list(texts)
        }
        Reply::Bytes(bytes) => heap.new_bytes(bytes),
        Reply::Many(replies) => {
            let values = replies.into_iter().map(|reply| value_of(heap, reply)).collect();
            heap.take_list(values)
        }
        Reply::Hasher(hasher) => heap.take_object(Object::Hasher(hasher)),
        Reply::Stream(stream) => heap.take_object(Object::Stream(stream)),
        Reply::Traceback(exception) => exception,
        Reply::Failed(number, text) => {
            let text = heap.new_str(text);
            heap.take_tuple([Value::Int(number.into()), text])
        }
    }
}

/// No thread has more frames, whatever a program sets: they and what lies on their stack take some hundred megabytes.
const MOST_FRAMES: usize = 1_000_000;

/// What an interpreter is told of its run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// What random numbers begin with where a program does not say.
    pub seed: u64,
    pub switch_interval: Nanos,
    /// The modules in the folder of the program.
    pub neighbours: Box<[String]>,
    /// `sys.argv`.
    pub arguments: Vec<String>,
    /// The current folder as programs see it: what a script's relative name begins at.
    pub folder: String,
    /// The folder that the program is in, from the one in which it began: what relative names of files begin at.
    pub entered: String,
    /// What a spawned process is told at its start.
    pub start_message: Vec<u8>,
    /// How many bytes the objects may take.
    pub memory_limit: usize,
    /// How many frames a thread may have, if there is room for them: `sys.setrecursionlimit`.
    pub recursion_limit: usize,
}

impl Settings {
    /// How many frames a thread may have at most.
    #[inline(always)]
    pub fn most_frames(&self) -> usize {
        self.recursion_limit.min(MOST_FRAMES)
    }

    /// The file as programs see it: of the text of a script the whole way, from the folder that they see.
    pub fn path_of(&self, file: &SourceFile) -> String {
        if file.path == file.name {
            return file.path.clone();
        }
        Path::new(&self.folder).join(&file.name).to_string_lossy().into_owned()
    }

    /// The folder of a script, as a whole way; nothing where the program is none.
    pub fn script_folder(&self) -> String {
        let Some(script) = self.arguments.first().filter(|script| *script != "-") else { return String::new() };
        let mut folder = PathBuf::new();
        for part in Path::new(&self.folder).join(script).parent().into_iter().flat_map(Path::components) {
            match part {
                Component::CurDir => {}
                Component::ParentDir => _ = folder.pop(),
                part => folder.push(part),
            }
        }
        folder.to_string_lossy().into_owned()
    }

    /// `sys.argv`, of a script that has any.
    #[must_use]
    pub fn called_with(mut self, arguments: &[String]) -> Settings {
        if !arguments.is_empty() {
            self.arguments = arguments.to_vec();
        }
        self
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            seed: 0,
            switch_interval: Nanos::from_millis(5),
            neighbours: Box::default(),
            arguments: vec![String::new()],
            folder: "/".to_owned(),
            entered: String::new(),
            start_message: Vec::new(),
            memory_limit: DEFAULT_LIMIT,
            recursion_limit: RECURSION_LIMIT,
        }
    }
}
