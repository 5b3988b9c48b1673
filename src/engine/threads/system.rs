//! What a program asks of the system, on a thread of the operating system.

use super::worker::{Lock, Worker};
use crate::engine::system;
use crate::time::Nanos;
use crate::trace::{BlockingCall, EventKind};
use crate::vm::system::process::errno::ENOSYS;
use crate::vm::{ProcessCall, Question, Reply, SocketCall, SystemCall};

impl<'e> Worker<'_, 'e> {
    /// Does what is wanted; with the lock let go where CPython lets it go.
    pub(super) fn system(&mut self, held: Lock<'e>, call: SystemCall) -> (Lock<'e>, Reply) {
        match call {
            SystemCall::SwitchInterval(interval) => {
                self.shared.gil.set_interval(interval);
                self.note(EventKind::SwitchIntervalSet { interval });
                (held, Reply::None)
            }
            SystemCall::WriteError(text) => {
                system::write_error(&text);
                (held, Reply::None)
            }
            SystemCall::Ask(question) => (held, answer(question)),
            SystemCall::File(call) => self.block(held, BlockingCall::File, None, || system::attend(&call)),
            SystemCall::Step(note) => {
                self.note(system::event_of(note));
                (held, Reply::None)
            }
            SystemCall::Socket(call) => {
                let (asked, name) = (asked_of(&call), system::name_of(&call));
                let (sockets, stop) = (self.shared.sockets, self.shared.stop);
                self.block(held, name, asked, || sockets.call(call, stop))
            }
            SystemCall::Tasks(call) => self.attend_to_tasks(held, call),
            SystemCall::Pickled(_) => (held, Reply::None),
            SystemCall::Process(call) => (held, process(&call)),
            SystemCall::Compute(work) => self.block(held, BlockingCall::Compute, None, || work.run()),
        }
    }
}

fn asked_of(call: &SocketCall) -> Option<Nanos> {
    match call {
        SocketCall::Poll { timeout, .. } => *timeout,
        _ => None,
    }
}

/// There are no processes of programs in real engines yet.
fn process(_: &ProcessCall) -> Reply {
    Reply::Failed(
        ENOSYS,
        "gilsim runs a program's own processes in the simulated engine only: add --simulated".to_owned(),
    )
}

#[cfg(unix)]
fn parent_id() -> Reply {
    Reply::Int(std::os::unix::process::parent_id().into())
}

#[cfg(not(unix))]
fn parent_id() -> Reply {
    Reply::Int(0)
}

fn answer(question: Question) -> Reply {
    match question {
        Question::ProcessId => Reply::Int(std::process::id().into()),
        Question::CpuCount => {
            std::thread::available_parallelism().map_or(Reply::None, |cores| Reply::Int(cores.get() as i64))
        }
        Question::Directory => match std::env::current_dir() {
            Ok(folder) => Reply::Text(folder.to_string_lossy().into_owned()),
            Err(error) => system::failed(&error),
        },
        Question::ParentId => parent_id(),
        Question::Traceback(exception) => Reply::Traceback(exception),
        Question::Variable(name) => std::env::var(name).map_or(Reply::None, Reply::Text),
    }
}
