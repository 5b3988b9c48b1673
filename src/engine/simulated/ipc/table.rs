//! The table of processes: who is whose child, who has ended and how, and who waits for that.

use super::{Attempt, Caller};
use crate::engine::simulated::os::Tid;
use crate::ids::ProcessId;
use crate::vm::Reply;
use crate::vm::system::process::errno;
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub(super) struct Table {
    processes: BTreeMap<ProcessId, Entry>,
}

#[derive(Debug)]
struct Entry {
    parent: ProcessId,
    name: String,
    /// Exit status, or minus a signal.
    status: Option<i64>,
    /// Its parent knows that it has ended.
    reaped: bool,
    waiters: Vec<Tid>,
}

impl Table {
    pub fn begin(&mut self, process: ProcessId, parent: ProcessId, name: &str) {
        let entry = Entry { parent, name: name.to_owned(), status: None, reaped: false, waiters: Vec::new() };
        self.processes.insert(process, entry);
    }

    /// The exit of a child.
    pub fn wait(&mut self, me: Caller, pid: i64) -> Attempt {
        let is_child = |entry: &&mut Entry| entry.parent == me.process && !entry.reaped;
        let Some(child) = self.of_pid(pid).filter(is_child) else {
            return Attempt::Done(Reply::failed(errno::ECHILD));
        };
        match child.status {
            Some(status) => {
                child.reaped = true;
                Attempt::Done(Reply::Int(status))
            }
            None => {
                if !child.waiters.contains(&me.thread) {
                    child.waiters.push(me.thread);
                }
                Attempt::Wait
            }
        }
    }

    pub fn forget(&mut self, thread: Tid, pid: i64) {
        let of_pid = self.of_pid(pid).into_iter();
        of_pid.for_each(|entry| entry.waiters.retain(|waiter| *waiter != thread));
    }

    fn of_pid(&mut self, pid: i64) -> Option<&mut Entry> {
        self.processes.get_mut(&ProcessId::of_pid(pid)?)
    }

    pub fn end(&mut self, process: ProcessId, status: i64, woken: &mut Vec<Tid>) {
        if let Some(entry) = self.processes.get_mut(&process) {
            entry.status = Some(status);
            woken.append(&mut entry.waiters);
        }
    }

    pub fn is_over(&self, process: ProcessId) -> bool {
        self.processes.get(&process).is_some_and(|entry| entry.status.is_some())
    }

    /// Whether it has ended, and its parent has yet to wait for it.
    pub fn is_unreaped(&self, process: ProcessId) -> bool {
        let entry = self.processes.get(&process);
        entry.is_some_and(|entry| entry.status.is_some() && !entry.reaped && !self.is_over(entry.parent))
    }

    /// Of a process that the program has started.
    pub fn parent_of(&self, process: ProcessId) -> Option<ProcessId> {
        self.processes.get(&process).map(|entry| entry.parent)
    }

    pub fn name_of(&self, process: ProcessId) -> &str {
        self.processes.get(&process).map_or("the main process", |entry| entry.name.as_str())
    }
}
