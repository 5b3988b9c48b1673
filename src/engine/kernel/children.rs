//! The processes that this one has started for its program: each is this program again, which is told by a line what to be,
//! says that it has what it inherits, and sends home what happens in it.

use super::{Deadline, Inheritance};
use crate::engine::WorkerCommand;
use crate::engine::processes::wire::{self, Command, Job, Report, Role};
use crate::ids::ProcessId;
use crate::scenario::RunConfig;
use crate::time::Nanos;
use crate::vm::Reply;
use crate::vm::system::process::errno::{ECHILD, EINVAL, ESRCH};
use parking_lot::{Condvar, Mutex};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, test_kill_process, waitid};
use std::collections::BTreeMap;
use std::io::{self, BufReader};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, ChildStdin, ChildStdout, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a child has to end when the run does, before it is killed.
const GRACE: Duration = Duration::from_secs(2);

/// How long it takes at most to hear what a child that has ended has told before.
const SOON: Duration = Duration::from_secs(1);

/// Tells the parent of a signal for a process.
type ToParent = Arc<dyn Fn(i64, i32) + Send + Sync>;

/// The children of this process, and its parent where that is one of the program's.
pub struct Family {
    worker: WorkerCommand,
    job: Job,
    state: Arc<State>,
    parent: Option<ToParent>,
}

#[derive(Default)]
struct State {
    table: Mutex<Table>,
    changed: Condvar,
}

#[derive(Default)]
struct Table {
    children: BTreeMap<i64, Kin>,
    /// How often Ctrl-C was passed on.
    interrupts: u64,
    over: bool,
}

struct Kin {
    stdin: Arc<Mutex<ChildStdin>>,
    /// It has ended, and the system does not know its number any more.
    is_gone: bool,
    /// How it ended: its exit status, or minus the signal.
    status: Option<i64>,
}

/// A start of a child has begun: whatever Ctrl-C comes from then on is the child's, too.
#[derive(Clone, Copy)]
pub struct Begun(u64);

/// A child that has been asked for; its number is known.
pub struct Started {
    pub pid: u32,
    attendant: Attendant,
    stdin: ChildStdin,
    job: Job,
    /// How often Ctrl-C had been passed on before.
    interrupts: u64,
}

/// What this process has of a child.
pub struct Attendant {
    child: Child,
    reports: BufReader<ChildStdout>,
    state: Arc<State>,
}

impl Family {
    /// `job`: what the first child is told but for what is its own.
    pub fn new(worker: WorkerCommand, job: Job) -> Family {
        Family { worker, job, state: Arc::default(), parent: None }
    }

    /// The same, with a parent who is told of signals by this.
    pub fn with_parent(self, tell: impl Fn(i64, i32) + Send + Sync + 'static) -> Family {
        Family { parent: Some(Arc::new(tell)), ..self }
    }

    /// The family of another interpreter in this process.
    pub fn of_interpreter(&self, process: ProcessId, name: &str) -> Family {
        let job = self.job.of_child(process, name, Role::Tasks);
        Family { worker: self.worker.clone(), job, state: Arc::default(), parent: self.parent.clone() }
    }

    /// How the run is carried out.
    pub fn run(&self) -> &RunConfig {
        &self.job.run
    }

    /// Which of a process's code is the program's main module: a script's is its only task.
    pub fn main_code(&self) -> usize {
        usize::from(self.job.script)
    }

    /// Someone is about to start a child.
    pub fn begin(&self) -> Begun {
        Begun(self.state.table.lock().interrupts)
    }

    /// Asks the system for a process. Ctrl-C at a terminal goes to all of a group, so it gets one of its own.
    pub fn start(&self, begun: Begun, process: ProcessId, name: &str, role: Role) -> io::Result<Started> {
        let mut command = std::process::Command::new(&self.worker.program);
        command.args(&self.worker.args).stdin(Stdio::piped()).stdout(Stdio::piped()).process_group(0);
        let mut child = command.spawn()?;
        let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::Error::other("the process has no pipes"));
        };
        let attendant = Attendant { child, reports: BufReader::new(stdout), state: Arc::clone(&self.state) };
        let job = self.job.of_child(process, name, role);
        Ok(Started { pid: attendant.child.id(), attendant, stdin, job, interrupts: begun.0 })
    }

    /// Waits for a child's end; the reply is its status, None where it lives on or the run is over. One that has ended, as
    /// SIGCHLD may have told already, is waited for until it is told here how.
    pub fn wait(&self, pid: i64, deadline: Deadline) -> Reply {
        let patience = Instant::now() + SOON;
        let mut table = self.state.table.lock();
        loop {
            let over = table.over;
            let kin = table.children.get(&pid);
            let has_ended = kin.is_some_and(|kin| kin.is_gone || has_ended(pid));
            match kin {
                None => return Reply::failed(ECHILD),
                Some(Kin { status: Some(status), .. }) => {
                    let status = *status;
                    table.children.remove(&pid);
                    return Reply::Int(status);
                }
                Some(_) if over => return Reply::None,
                Some(_) => {}
            }
            match deadline.left() {
                None => self.state.changed.wait(&mut table),
                Some(left) if left.is_zero() && has_ended => {
                    if self.state.changed.wait_until(&mut table, patience).timed_out() {
                        return Reply::None;
                    }
                }
                Some(left) if left.is_zero() => return Reply::None,
                Some(left) => drop(self.state.changed.wait_for(&mut table, left)),
            }
        }
    }

    /// Ctrl-C, which at a terminal reaches all of a group, is passed on to all children.
    pub fn interrupt(&self) {
        let mut table = self.state.table.lock();
        table.interrupts += 1;
        for kin in table.children.values().filter(|kin| kin.status.is_none()) {
            // One that is dead hears nothing.
            let _ = wire::send(&mut *kin.stdin.lock(), &Command::Interrupt);
        }
    }

    /// Whether this is a child that nobody has waited for, or the parent.
    pub fn knows(&self, pid: i64) -> bool {
        self.parent.is_some() && is_parent(pid) || self.state.table.lock().children.contains_key(&pid)
    }

    /// Sends a child or the parent a signal, or only looks whether there is one.
    pub fn kill(&self, pid: i64, signal: i32) -> Reply {
        if self.parent.is_some() && is_parent(pid) {
            return self.tell_parent(pid, signal);
        }
        let table = self.state.table.lock();
        match table.children.get(&pid) {
            None => Reply::failed(ESRCH),
            Some(Kin { is_gone: false, .. }) => send(pid, signal),
            // Until somebody waits for it there is one, and it hears nothing.
            Some(_) => named(signal).map_or_else(|refused| refused, |_| Reply::None),
        }
    }

    /// The parent hears of a signal for this process: itself, or one of whom it knows where it is.
    pub fn tell_parent(&self, pid: i64, signal: i32) -> Reply {
        match (named(signal), &self.parent) {
            (Err(refused), _) => refused,
            (Ok(_), None) => Reply::failed(ESRCH),
            (Ok(None), Some(_)) => Reply::None,
            (Ok(Some(_)), Some(tell)) => {
                tell(pid, signal);
                Reply::None
            }
        }
    }

    /// The run is over: nobody waits any longer, children are asked to end, and those that do not are killed.
    pub fn end(&self) {
        let mut table = self.state.table.lock();
        table.over = true;
        for kin in table.children.values().filter(|kin| kin.status.is_none()) {
            // One that is dead hears nothing.
            let _ = wire::send(&mut *kin.stdin.lock(), &Command::Stop);
        }
        let is_quiet = table.children.values().all(|kin| kin.status.is_some());
        drop(table);
        self.state.changed.notify_all();
        if !is_quiet {
            let state = Arc::clone(&self.state);
            std::thread::spawn(move || state.kill_the_rest());
        }
    }
}

/// The system sends a process of the run a signal, or only looks whether there is one.
pub fn send(pid: i64, signal: i32) -> Reply {
    let signal = match named(signal) {
        Ok(signal) => signal,
        Err(refused) => return refused,
    };
    let sent = match (i32::try_from(pid).ok().and_then(Pid::from_raw), signal) {
        (None, _) => Err(Errno::SRCH),
        (Some(pid), None) => test_kill_process(pid),
        (Some(pid), Some(signal)) => kill_process(pid, signal),
    };
    sent.map_or_else(|error| Reply::failed(error.raw_os_error()), |()| Reply::None)
}

/// The signal of this number; 0 is none.
fn named(signal: i32) -> Result<Option<Signal>, Reply> {
    match Signal::from_named_raw(signal) {
        None if signal != 0 => Err(Reply::failed(EINVAL)),
        found => Ok(found),
    }
}

fn is_parent(pid: i64) -> bool {
    rustix::process::getppid().is_some_and(|parent| i64::from(parent.as_raw_nonzero().get()) == pid)
}

impl State {
    fn kill_the_rest(&self) {
        let deadline = Deadline::after(Some(Nanos::from(GRACE)));
        let mut table = self.table.lock();
        while table.children.values().any(|kin| kin.status.is_none()) {
            match deadline.left() {
                Some(left) if !left.is_zero() => drop(self.changed.wait_for(&mut table, left)),
                _ => break,
            }
        }
        for (pid, _) in table.children.iter().filter(|(_, kin)| !kin.is_gone) {
            if let Some(pid) = i32::try_from(*pid).ok().and_then(Pid::from_raw) {
                // The number of one that has ended meanwhile is not another's before the table says so.
                let _ = kill_process(pid, Signal::KILL);
            }
        }
    }
}

impl Started {
    /// Tells the child what to be, and waits until it has what it inherits.
    pub fn settle(self) -> io::Result<Attendant> {
        let Started { pid, mut attendant, mut stdin, job, interrupts } = self;
        let told = wire::send(&mut stdin, &job);
        let answer = told.and_then(|()| wire::receive::<Report>(&mut attendant.reports));
        if !matches!(answer, Ok(Some(Report::Ready))) {
            // Whatever became of it, nobody will miss it.
            let _ = attendant.child.kill();
            let status = attendant.child.wait().map(super::super::processes::in_words);
            return Err(io::Error::other(format!("the new process did not begin: {}", status?)));
        }
        let mut table = attendant.state.table.lock();
        let kin = Kin { stdin: Arc::new(Mutex::new(stdin)), is_gone: false, status: None };
        if table.over {
            let _ = wire::send(&mut *kin.stdin.lock(), &Command::Stop);
        }
        if table.interrupts != interrupts {
            // Ctrl-C has come meanwhile, and it is one of those whom it reaches.
            let _ = wire::send(&mut *kin.stdin.lock(), &Command::Interrupt);
        }
        table.children.insert(pid.into(), kin);
        drop(table);
        Ok(attendant)
    }
}

impl Attendant {
    pub fn pid(&self) -> i64 {
        self.child.id().into()
    }

    /// What the child reports, until it ends.
    pub fn next_report(&mut self) -> Option<Report> {
        let report = wire::receive(&mut self.reports);
        if report.is_err() {
            // One that cannot be understood would fill its pipe and never end. It may be dead already.
            let _ = self.child.kill();
        }
        report.ok().flatten()
    }

    /// Lets the child go on that has printed: whether somebody reads its text.
    pub fn note_shown(&self, is_read: bool) {
        let stdin = self.state.table.lock().children.get(&self.pid()).map(|kin| Arc::clone(&kin.stdin));
        if let Some(stdin) = stdin {
            // One that is dead hears nothing.
            let _ = wire::send(&mut *stdin.lock(), &Command::Shown(is_read));
        }
    }

    /// The child has ended: how. Until nobody sends it signals any more it keeps its number.
    pub fn see_off(&mut self) -> io::Result<ExitStatus> {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        while let Err(Errno::INTR) = waitid(WaitId::Pid(Pid::from_child(&self.child)), options) {}
        let mut table = self.state.table.lock();
        if let Some(kin) = table.children.get_mut(&self.pid()) {
            kin.is_gone = true;
        }
        self.child.wait()
    }

    /// Lets those know who wait for it.
    pub fn tell(&self, status: Option<ExitStatus>) {
        let code = status.map_or(Some(255), |status| status.code().or(status.signal().map(|signal| -signal)));
        let mut table = self.state.table.lock();
        if let Some(kin) = table.children.get_mut(&self.pid()) {
            kin.status = Some(code.unwrap_or(255).into());
        }
        drop(table);
        self.state.changed.notify_all();
    }
}

/// A file of the run's folder for what is too long for a line.
pub fn leave_for_child(inheritance: &Inheritance, process: ProcessId, data: &[u8]) -> io::Result<std::path::PathBuf> {
    let path = inheritance.folder.join(format!("start{}", process.0));
    std::fs::write(&path, data)?;
    Ok(path)
}

/// Whether the child, whose number the system still knows, has come to its end.
fn has_ended(pid: i64) -> bool {
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw);
    pid.is_some_and(|pid| matches!(waitid(WaitId::Pid(pid), options), Ok(Some(_))))
}
