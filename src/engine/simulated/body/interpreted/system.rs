//! What a program asks of the system, on the simulated machine: done at once, and paid for in virtual time. What would
//! differ between two real machines is the same here: the process number, the environment, the folder's name.

use crate::engine::simulated::body::{Act, Rhythm};
use crate::engine::simulated::profile::{Field, Profile};
use crate::engine::system;
use crate::ids::ProcessId;
use crate::time::Nanos;
use crate::vm::system::process::errno::ENOSYS;
use crate::vm::{Effort, FileCall, Pickled, Question, Reply, SystemCall};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What the system costs, and what it says of itself.
#[derive(Clone, Debug)]
pub struct Host {
    /// Nanoseconds of CPU time that the process's instructions took.
    used: Arc<AtomicU64>,
    cores: usize,
    file_call: Nanos,
    /// Nanoseconds a byte.
    file_byte: f64,
    /// The same, by `Effort`.
    native: [f64; 7],
    /// The same for making pickles and for reading them: what is built, what is copied.
    pickle: [[f64; 2]; 2],
    /// What stands beside the bytes of a pickle.
    pickling: Pickling,
    /// Nanoseconds, by `LibraryWork`.
    libraries: [u64; 10],
    /// Nanoseconds.
    search_step: f64,
    /// Of Python code.
    rhythm: Rhythm,
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
        use Field::{Checksum, Compress, Decompress, HashMd5, HashSha1, HashSha256, HashSha512};
        let native = [HashMd5, HashSha1, HashSha256, HashSha512, Checksum, Compress, Decompress];
        let pickle = [[Field::PickleDump, Field::PickleDumpCopy], [Field::PickleLoad, Field::PickleLoadCopy]];
        let libraries = [
            Field::Transport,
            Field::HttpClient,
            Field::Urlopen,
            Field::Session,
            Field::OneSession,
            Field::Aiohttp,
            Field::LoopTimer,
            Field::LoopThreadFuture,
            Field::Selector,
            Field::ForkedPoolWorker,
        ];
        Host {
            used: Arc::default(),
            cores,
            file_call: profile.time(Field::FileCall),
            file_byte: profile.value(Field::FileByte),
            native: native.map(|field| profile.value(field)),
            libraries: libraries.map(|field| profile.time(field).0),
            search_step: profile.value(Field::NativeStep),
            rhythm: Rhythm::of(profile),
            pickle: pickle.map(|fields| fields.map(|field| profile.value(field))),
            pickling: Pickling::new(profile),
        }
    }

    /// A thread has interpreted so long.
    pub fn used(&self, time: Nanos) {
        self.used.fetch_add(time.0, Ordering::Relaxed);
    }

    pub fn all_used(&self) -> Nanos {
        Nanos(self.used.load(Ordering::Relaxed))
    }

    /// What the thread does for it, if it takes any time, and the reply. `of`: the process that asks, and its parent.
    pub fn attend(&self, call: SystemCall, of: (ProcessId, ProcessId)) -> (Option<Act>, Reply) {
        match call {
            SystemCall::SwitchInterval(interval) => (Some(Act::SetInterval(interval)), Reply::None),
            SystemCall::WriteError(text) => {
                system::write_error(&text);
                (None, Reply::None)
            }
            SystemCall::Ask(question) => (None, self.answer(question, of)),
            SystemCall::File(call) => {
                let call = below_root(call);
                let reply = system::attend(&call);
                (Some(Act::File(self.file_time(&call, &reply))), reply)
            }
            SystemCall::Step(note) => (Some(Act::Note(system::event_of(note))), Reply::None),
            // The machine has the network.
            SystemCall::Socket(call) => (Some(Act::Network(call)), Reply::None),
            SystemCall::Look(_) => (None, Reply::None),
            SystemCall::Searched(steps) => {
                let work = Nanos((steps as f64 * self.search_step).round() as u64);
                (Some(Act::Compute { work, rhythm: Rhythm::NONE }), Reply::None)
            }
            // The machine has tasks, the system none.
            SystemCall::Tasks(_) => (None, Reply::None),
            SystemCall::Pickled(pickled) => {
                let work = self.pickling_time(pickled);
                (Some(Act::Compute { work, rhythm: Rhythm::NONE }), Reply::None)
            }
            SystemCall::Library { work, times } => {
                let work = Nanos(self.libraries[work as usize].saturating_mul(u64::from(times)));
                (Some(Act::Compute { work, rhythm: self.rhythm }), Reply::None)
            }
            SystemCall::Process(_) | SystemCall::Signal(_) => (None, Reply::failed(ENOSYS)),
            SystemCall::Compute(work) => {
                let reply = work.run();
                let (effort, bytes) = work.effort(&reply);
                (Some(Act::Computation(per_byte(bytes, self.native[effort as usize]))), reply)
            }
        }
    }

    fn answer(&self, question: Question, (process, parent): (ProcessId, ProcessId)) -> Reply {
        match question {
            Question::ProcessId => Reply::Int(process.pid().into()),
            Question::CpuCount => Reply::Int(self.cores as i64),
            Question::ParentId if process == ProcessId::MAIN => Reply::Int(0),
            Question::ParentId => Reply::Int(parent.pid().into()),
            Question::Traceback(exception) => Reply::Traceback(exception),
            Question::Directory => Reply::Text("/".to_owned()),
            Question::Zone(_) => Reply::Zone(0, false, "UTC".to_owned()),
            // The body reads clocks itself.
            Question::Time(_) | Question::Seconds(_) | Question::Entropy(_) => Reply::None,
            Question::Variable(_) => Reply::None,
        }
    }

    fn pickling_time(&self, pickled: Pickled) -> Nanos {
        let [build, copy] = self.pickle[usize::from(pickled.is_loaded)];
        per_byte(pickled.built, build) + per_byte(pickled.copied, copy) + self.pickling.time(pickled)
    }

    fn file_time(&self, call: &FileCall, reply: &Reply) -> Nanos {
        let bytes = match (call, reply) {
            (FileCall::Write { data, .. }, _) => data.len(),
            (_, Reply::Bytes(bytes)) => bytes.len(),
            _ => 0,
        };
        self.file_call + per_byte(bytes, self.file_byte)
    }
}

/// On the simulated machine the run's folder is all there is: the root.
fn below_root(call: FileCall) -> FileCall {
    let below = |path: String| match path.strip_prefix('/') {
        Some(rest) => format!("./{}", rest.trim_start_matches('/')),
        None => path,
    };
    match call {
        FileCall::Read(path) => FileCall::Read(below(path)),
        FileCall::Input(number) => FileCall::Input(number),
        FileCall::Write { path, data, how } => FileCall::Write { path: below(path), data, how },
        FileCall::Kind(path) => FileCall::Kind(below(path)),
        FileCall::Size(path) => FileCall::Size(below(path)),
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

// The costs are looked up by number.
const _: () = assert!(Effort::Decompress as usize == 6, "an effort for each cost");
