//! What a program asks of the system, on a thread of the operating system.

use super::lock::Seat;
use super::worker::{Lock, Worker};
use crate::engine::{process_cpu_time, system, thread_cpu_time, zone};
use crate::trace::{BlockingCall, EventKind};
use crate::vm::{Clock, Question, Reply, SystemCall, ThreadState};
use std::time::SystemTime;

impl<'e> Worker<'_, 'e> {
    /// Does what is wanted; with the lock let go where CPython lets it go.
    pub(super) fn system(&mut self, held: Lock<'e>, call: SystemCall, state: &ThreadState) -> (Lock<'e>, Reply) {
        match call {
            SystemCall::SwitchInterval(interval) => {
                self.shared.gil.set_interval(interval);
                self.note(EventKind::SwitchIntervalSet { interval });
                (held, Reply::None)
            }
            SystemCall::WriteError(text) => {
                (self.shared.complain)(&self.name, &text);
                (held, Reply::None)
            }
            SystemCall::Ask(Question::Time(clock)) => (held, Reply::Int(self.read(clock))),
            SystemCall::Ask(Question::Seconds(clock)) => (held, Reply::Seconds(self.read(clock))),
            // The machine answers the first itself; the time of the others has passed.
            SystemCall::Look(_) | SystemCall::Searched(_) | SystemCall::Library { .. } => (held, Reply::None),
            SystemCall::Ask(question) => (held, answer(question)),
            SystemCall::File(call) => self.block(held, BlockingCall::File, None, || system::attend_in_view(&call)),
            SystemCall::Step(note) => {
                self.note(system::event_of(note));
                (held, Reply::None)
            }
            SystemCall::Socket(call) => {
                let (sockets, stop) = (self.shared.sockets, self.shared.stop);
                self.block(held, system::name_of(&call), None, || sockets.call(call, stop))
            }
            SystemCall::Tasks(call) => self.attend_to_tasks(held, call),
            SystemCall::Pickled(_) => (held, Reply::None),
            SystemCall::Process(_) => self.of_processes(held, call, state),
            SystemCall::Signal(call) => self.of_signals(held, call),
            SystemCall::ComputeHeld(work) => (held, work.run()),
            SystemCall::Compute(work) => self.block(held, BlockingCall::Compute, None, || work.run()),
        }
    }

    /// Nanoseconds.
    fn read(&self, clock: Clock) -> i64 {
        match clock {
            Clock::Wall => {
                let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
                since.map_or(0, |since| since.as_nanos() as i64)
            }
            Clock::Monotonic => self.seat.now().0 as i64,
            Clock::Process => process_cpu_time().0 as i64,
            Clock::Thread => thread_cpu_time().0 as i64,
        }
    }
}

#[cfg(unix)]
fn parent_id() -> Reply {
    Reply::Int(std::os::unix::process::parent_id().into())
}

#[cfg(not(unix))]
fn parent_id() -> Reply {
    Reply::Int(0)
}

#[cfg(unix)]
fn user() -> Reply {
    use rustix::process::{getegid, geteuid, getgid, getuid};
    let [uid, euid, gid, egid] = [getuid().as_raw(), geteuid().as_raw(), getgid().as_raw(), getegid().as_raw()];
    Reply::Ints([uid, euid, gid, egid].map(i64::from).to_vec())
}

#[cfg(not(unix))]
fn user() -> Reply {
    Reply::Ints(vec![0; 4])
}

/// In KiB, where the system has a file that says so.
fn peak_memory() -> Option<i64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

/// The system's load, where it has a file that says so.
fn load() -> Option<Vec<i64>> {
    let text = std::fs::read_to_string("/proc/loadavg").ok()?;
    let hundredths = |number: &str| number.parse::<f64>().ok().map(|load| (load * 100.0).round() as i64);
    text.split_whitespace().take(3).map(hundredths).collect()
}

fn answer(question: Question) -> Reply {
    match question {
        Question::ProcessId => Reply::Int(std::process::id().into()),
        Question::CpuCount => {
            std::thread::available_parallelism().map_or(Reply::None, |cores| Reply::Int(cores.get() as i64))
        }
        Question::User => user(),
        Question::PeakMemory => Reply::Int(peak_memory().unwrap_or(0)),
        Question::Load => load().map_or(Reply::None, Reply::Ints),
        Question::Directory => match std::env::current_dir() {
            Ok(folder) => Reply::Text(folder.to_string_lossy().into_owned()),
            Err(error) => system::failed(&error),
        },
        Question::Entropy(size) => system::entropy(size),
        Question::Zone(at) => zone::local(at),
        Question::NamedZone(name, at) => zone::named(&name, at),
        // The worker reads clocks itself.
        Question::Time(_) | Question::Seconds(_) => Reply::None,
        Question::ParentId => parent_id(),
        Question::Traceback(exception) => Reply::Traceback(exception),
        // What is no text cannot be asked for.
        Question::Variables => {
            Reply::Texts(std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()).collect())
        }
        Question::Variable(name) => std::env::var(name).map_or(Reply::None, Reply::Text),
    }
}
