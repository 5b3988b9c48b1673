//! What a program asks of the system, on the simulated machine: done at once, and paid for in virtual time. Knows no
//! thread.

use super::EPOCH;
use super::attributes::{Attributes, Kind};
use crate::engine::scratch::Scratch;
use crate::engine::simulated::body::Act;
use crate::engine::simulated::profile::{Field, Profile};
use crate::engine::system;
use crate::ids::ProcessId;
use crate::time::Nanos;
use crate::vm::system::compute::Computation;
use crate::vm::{Effort, FileCall, LibraryWork, Pickled, Reply, WriteHow};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;

/// What the system costs.
#[derive(Debug)]
pub struct Host {
    cores: usize,
    file_call: Nanos,
    file_look: Nanos,
    /// A call that the system answers at once.
    system_call: Nanos,
    /// Nanoseconds a byte.
    file_byte: f64,
    /// The same, by `Effort`, or nanoseconds a round.
    native: [f64; Effort::ALL.len()],
    /// The same for making pickles and for reading them: what is built, what is copied.
    pickle: [[f64; 2]; 2],
    /// What stands beside the bytes of a pickle.
    pickling: Pickling,
    /// Nanoseconds, by `LibraryWork`.
    libraries: [u64; LibraryWork::ALL.len()],
    /// Nanoseconds.
    search_step: f64,
    /// Where changes of files go, if they are not to last.
    scratch: Option<Scratch>,
    attributes: RefCell<Attributes>,
    /// Bytes of an interpreter without objects.
    empty_memory: usize,
    /// What was seen of a process's memory at most.
    most_memory: RefCell<HashMap<ProcessId, usize>>,
}

/// Nanoseconds, save for the bytes from which on memory is fresh, and what each of them then takes.
#[derive(Clone, Debug)]
struct Pickling {
    /// Of making and of reading.
    call: [u64; 2],
    object: u64,
    message: u64,
    fresh_from: usize,
    fresh: f64,
}

impl Pickling {
    fn new(profile: &Profile) -> Pickling {
        let time = |field| profile.time(field).0;
        Pickling {
            call: [Field::PickleDumpCall, Field::PickleLoadCall].map(time),
            object: time(Field::PickleObject),
            message: time(Field::PickleMessage),
            fresh_from: profile.value(Field::PickleFreshFrom) as usize,
            fresh: profile.value(Field::PickleFresh),
        }
    }

    fn time(&self, pickled: Pickled) -> Nanos {
        let message = if pickled.is_message { self.message } else { 0 };
        let objects = (pickled.objects as u64).saturating_mul(self.object);
        let fresh = if pickled.is_loaded { pickled.built.saturating_sub(self.fresh_from) } else { 0 };
        let call = self.call[usize::from(pickled.is_loaded)];
        Nanos((call + message).saturating_add(objects)) + per_byte(fresh, self.fresh)
    }
}

impl Host {
    pub fn new(profile: &Profile, cores: usize) -> Host {
        let pickle = [[Field::PickleDump, Field::PickleDumpCopy], [Field::PickleLoad, Field::PickleLoadCopy]];
        Host {
            cores,
            file_call: profile.time(Field::FileCall),
            file_look: profile.time(Field::FileLook),
            system_call: profile.time(Field::NativeSystemCall),
            file_byte: profile.value(Field::FileByte),
            native: Effort::ALL.map(|effort| profile.value(field_of_effort(effort))),
            libraries: LibraryWork::ALL.map(|work| profile.time(field_of_library(work)).0),
            search_step: profile.value(Field::NativeStep),
            pickle: pickle.map(|fields| fields.map(|field| profile.value(field))),
            pickling: Pickling::new(profile),
            scratch: None,
            attributes: RefCell::new(Attributes::new(EPOCH)),
            empty_memory: profile.value(Field::MemoryInterpreter) as usize,
            most_memory: RefCell::default(),
        }
    }

    /// The same, where nothing lasts of what is written.
    pub fn rehearsing(self) -> Host {
        Host { scratch: Some(Scratch::default()), ..self }
    }

    /// KiB that objects of so many bytes and the interpreter take, or took at an earlier question.
    pub fn peak_memory(&self, process: ProcessId, objects: usize) -> i64 {
        let mut all = self.most_memory.borrow_mut();
        let most = all.entry(process).or_default();
        *most = (*most).max(self.empty_memory + objects);
        (*most / 1024) as i64
    }

    pub fn cores(&self) -> usize {
        self.cores
    }

    /// Does it; also says what calls of the system the thread makes for it. `now`: nanoseconds since 1970.
    pub fn file(&self, call: FileCall, now: i64) -> (SystemCalls, Reply) {
        let outside = refused(&call);
        let call = below_root(call);
        let reply = self.attend(&call, now);
        let reply = match (reply, outside) {
            (Reply::Failed(..), Some(refused)) => refused,
            (reply, _) => reply,
        };
        (self.file_calls(&call, &reply), reply)
    }

    fn attend(&self, call: &FileCall, now: i64) -> Reply {
        match call {
            FileCall::Status(path) => return self.status(path),
            FileCall::SetMask(mask) => return Reply::Int(self.attributes.borrow_mut().set_mask(*mask).into()),
            _ => {}
        }
        let is_new = matches!(call, FileCall::Write { path, .. } if self.kind(path).is_none());
        let reply = self.done(call);
        if !matches!(reply, Reply::Failed(..)) {
            self.note(call, is_new, now);
        }
        reply
    }

    fn done(&self, call: &FileCall) -> Reply {
        match &self.scratch {
            Some(scratch) => scratch.attend(call),
            None => system::attend(call),
        }
    }

    fn kind(&self, path: &str) -> Option<Kind> {
        let Reply::Text(kind) = self.done(&FileCall::Kind(path.to_owned())) else { return None };
        match kind.as_str() {
            "" => None,
            "folder" => Some(Kind::Folder),
            "file" => Some(Kind::File),
            _ => Some(Kind::Device),
        }
    }

    fn status(&self, path: &str) -> Reply {
        match (self.done(&FileCall::Size(path.to_owned())), self.kind(path)) {
            (Reply::Int(size), Some(kind)) => Reply::Ints(self.attributes.borrow_mut().status(path, kind, size)),
            (reply, _) => reply,
        }
    }

    /// The call has changed what is said of files.
    fn note(&self, call: &FileCall, is_new: bool, now: i64) {
        let mut attributes = self.attributes.borrow_mut();
        match call {
            FileCall::Write { path, .. } if is_new => attributes.made(path, Kind::File, now),
            // A file that is opened to go on at its end is as it was.
            FileCall::Write { data, how: WriteHow::Append, .. } if data.is_empty() => {}
            FileCall::Write { path, .. } => attributes.written(path, now),
            FileCall::MakeFolder(path) => attributes.made(path, Kind::Folder, now),
            FileCall::Remove(path) | FileCall::RemoveFolder(path) => attributes.removed(path, now),
            FileCall::Rename(from, to) => attributes.renamed(from, to, now),
            FileCall::SetTimes { path, accessed, modified } => attributes.set_times(path, *accessed, *modified, now),
            FileCall::SetMode(path, mode) => attributes.set_mode(path, *mode, now),
            _ => {}
        }
    }

    /// Does it; also says how long that takes.
    pub fn computation(&self, work: &Computation) -> (Nanos, Reply) {
        let reply = work.run();
        let time = |(effort, bytes)| per_byte(bytes, self.native[effort as usize]);
        let times = work.efforts(&reply).into_iter().map(time);
        (Nanos(times.map(|time| time.0).sum()), reply)
    }

    /// What so many steps of a native search take.
    pub fn searching(&self, steps: u64) -> Nanos {
        Nanos((steps as f64 * self.search_step).round() as u64)
    }

    pub fn library(&self, work: LibraryWork, times: u32) -> Nanos {
        Nanos(self.libraries[work as usize].saturating_mul(u64::from(times)))
    }

    pub fn pickling(&self, pickled: Pickled) -> Nanos {
        let [build, copy] = self.pickle[usize::from(pickled.is_loaded)];
        per_byte(pickled.built, build) + per_byte(pickled.copied, copy) + self.pickling.time(pickled)
    }

    fn file_calls(&self, call: &FileCall, reply: &Reply) -> SystemCalls {
        let share = |calls: u32, of: u32| Nanos(self.file_call.0 * u64::from(calls) / u64::from(of));
        let (calls, time) = match (call, reply) {
            (FileCall::Read(_), Reply::Bytes(bytes)) => {
                (READING, self.file_call + per_byte(bytes.len(), self.file_byte))
            }
            // What is written there goes nowhere.
            (FileCall::Write { path, data, .. }, _) if system::is_null(path) && !data.is_empty() => {
                (1, self.system_call)
            }
            // First it is opened, so that it is there and empty.
            (FileCall::Write { data, .. }, _) if data.is_empty() => (OPENING, share(OPENING, OPENING + WRITING)),
            (FileCall::Write { data, .. }, _) => {
                (WRITING, share(WRITING, OPENING + WRITING) + per_byte(data.len(), self.file_byte))
            }
            (FileCall::List(_), Reply::Texts(names)) => (LISTING + names.len() as u32, self.file_call),
            (FileCall::Input(_), Reply::Bytes(bytes)) => (1, self.file_look + per_byte(bytes.len(), self.file_byte)),
            _ => (1, self.file_look),
        };
        SystemCalls { left: calls, each: Nanos(time.0 / u64::from(calls)) }
    }
}

/// Calls of the system that a thread has to make, one after the other, each without the lock.
#[derive(Clone, Copy, Debug)]
pub struct SystemCalls {
    left: u32,
    each: Nanos,
}

impl SystemCalls {
    /// The next one, and those behind it.
    pub fn next(self) -> Option<(Act, SystemCalls)> {
        let left = self.left.checked_sub(1)?;
        Some((Act::File(self.each), SystemCalls { left, ..self }))
    }
}

/// How often CPython 3.11 asks the system to open, read and close a file (openat, fstat, ioctl, lseek twice, fstat, read twice,
/// close), to open one for writing (openat, fstat, ioctl, lseek twice), to write and close it, and to list a folder, without
/// its entries (openat, fstat, getdents at the end, close); seen by `strace`.
const READING: u32 = 9;
const OPENING: u32 = 5;
const WRITING: u32 = 2;
const LISTING: u32 = 4;

/// What is said of reading a file that there is outside of the run's folder only.
fn refused(call: &FileCall) -> Option<Reply> {
    match call {
        FileCall::Read(path) if system::in_folder(path).is_none() && Path::new(path).is_absolute() => {
            Path::new(path).exists().then(|| system::attend(call))
        }
        _ => None,
    }
}

/// On the simulated machine the run's folder is all there is: the root. A program that names it as it is called outside, as
/// one may that was started by its whole path, means the same.
fn below_root(call: FileCall) -> FileCall {
    let below = |path: String| match system::in_folder(&path).as_deref().unwrap_or(&path).strip_prefix('/') {
        Some(rest) => format!("./{}", rest.trim_start_matches('/')),
        None => path,
    };
    match call {
        FileCall::Read(path) => FileCall::Read(below(path)),
        FileCall::Input(_) | FileCall::SetMask(_) => call,
        FileCall::Write { path, data, how } => FileCall::Write { path: below(path), data, how },
        FileCall::Kind(path) => FileCall::Kind(below(path)),
        FileCall::Size(path) => FileCall::Size(below(path)),
        FileCall::Status(path) => FileCall::Status(below(path)),
        FileCall::SetTimes { path, accessed, modified } => FileCall::SetTimes { path: below(path), accessed, modified },
        FileCall::SetMode(path, mode) => FileCall::SetMode(below(path), mode),
        FileCall::List(path) => FileCall::List(below(path)),
        FileCall::Remove(path) => FileCall::Remove(below(path)),
        FileCall::MakeFolder(path) => FileCall::MakeFolder(below(path)),
        FileCall::RemoveFolder(path) => FileCall::RemoveFolder(below(path)),
        FileCall::Rename(from, to) => FileCall::Rename(below(from), below(to)),
    }
}

fn per_byte(bytes: usize, cost: f64) -> Nanos {
    Nanos((bytes as f64 * cost).round() as u64)
}

/// Where the cost of a byte, or a round, stands in a profile.
fn field_of_effort(effort: Effort) -> Field {
    match effort {
        Effort::Md5 => Field::HashMd5,
        Effort::Sha1 => Field::HashSha1,
        Effort::Sha256 => Field::HashSha256,
        Effort::Sha512 => Field::HashSha512,
        Effort::Sha3 => Field::HashSha3,
        Effort::Blake2b => Field::HashBlake2b,
        Effort::Blake2s => Field::HashBlake2s,
        Effort::Pbkdf2 => Field::Pbkdf2Round,
        Effort::Scrypt => Field::Scrypt,
        Effort::Checksum => Field::Checksum,
        Effort::Compress => Field::Compress,
        Effort::Decompress => Field::Decompress,
    }
}

/// Where the cost of one such work stands in a profile.
fn field_of_library(work: LibraryWork) -> Field {
    match work {
        LibraryWork::Transport => Field::Transport,
        LibraryWork::HttpClient => Field::HttpClient,
        LibraryWork::Urlopen => Field::Urlopen,
        LibraryWork::Session => Field::Session,
        LibraryWork::OneSession => Field::OneSession,
        LibraryWork::Aiohttp => Field::Aiohttp,
        LibraryWork::Timer => Field::LoopTimer,
        LibraryWork::Expiry => Field::LoopExpiry,
        LibraryWork::Future => Field::LoopFuture,
        LibraryWork::ThreadFuture => Field::LoopThreadFuture,
        LibraryWork::ThreadEnded => Field::ThreadEnded,
        LibraryWork::Selector => Field::Selector,
        LibraryWork::Enumeration => Field::Enumeration,
        LibraryWork::EnumerationMember => Field::EnumerationMember,
        LibraryWork::ForkedPoolWorker => Field::ForkedPoolWorker,
        LibraryWork::SharedBlock => Field::SharedBlock,
        LibraryWork::SharedValue => Field::SharedValue,
        LibraryWork::Manager => Field::Manager,
        LibraryWork::ManagerConnection => Field::ManagerConnection,
    }
}
