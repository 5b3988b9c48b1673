//! Sockets of the operating system for the real engines, on loopback alone: between the program's own parts directly,
//! to any other address by way of a service inside this process that behaves as the scenario says.
//!
//! All sockets are non-blocking here; who waits looks up now and then whether the run is to stop. Knows no lock and no
//! interpreter.

mod calls;
mod handing;
mod service;
mod wait;

use super::Stop;
use crate::ids::ProcessId;
use crate::net;
use crate::vm::socket::{BAD_SOCKET, text_of};
use crate::vm::{Reply, SocketCall};
use crate::work::Draws;
pub use handing::Handed;
use parking_lot::Mutex;
use rustix::io::Errno;
use service::Services;
use std::collections::HashMap;
use std::net::SocketAddrV4;
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::time::Instant;

/// How many numbers of sockets a process has for itself.
const NUMBERS: i64 = 1 << 20;

/// The sockets of one process.
pub struct Sockets {
    plan: Arc<net::Network>,
    draws: Arc<Mutex<Draws>>,
    table: Mutex<Table>,
    services: Services,
}

struct Table {
    next: i64,
    sockets: HashMap<i64, Arc<Entry>>,
}

/// One socket.
struct Entry {
    socket: OwnedFd,
    is_stream: bool,
    /// An attempt to connect whose time has not come.
    attempt: Mutex<Option<Attempt>>,
    /// What the last attempt came to.
    error: Mutex<i32>,
}

/// A connection that is made by and by.
#[derive(Clone, Copy)]
struct Attempt {
    at: Instant,
    /// None: it will be refused.
    to: Option<SocketAddrV4>,
}

impl Sockets {
    /// `seed`: of what services draw. Numbers begin where they are not those of another process's sockets, of which a
    /// forked one still has the names.
    pub fn new(plan: &net::Network, seed: u64, process: ProcessId) -> Sockets {
        let plan = Arc::new(plan.clone());
        let draws = Arc::new(Mutex::new(Draws::of_network(seed)));
        let services = Services::new(plan.clone(), draws.clone());
        Sockets {
            plan,
            draws,
            table: Mutex::new(Table { next: 3 + NUMBERS * i64::from(process.0), sockets: HashMap::new() }),
            services,
        }
    }

    /// Does what is wanted, however long it takes, unless the run is stopped meanwhile.
    pub fn call(&self, call: SocketCall, stop: &Stop) -> Reply {
        self.attend(call, stop).unwrap_or_else(|error| {
            let number = error.raw_os_error();
            Reply::Failed(number, words(number))
        })
    }

    fn entry(&self, number: i64) -> Result<Arc<Entry>, Errno> {
        let found = self.table.lock().sockets.get(&number).cloned();
        found.ok_or(Errno::from_raw_os_error(BAD_SOCKET))
    }

    fn add(&self, socket: OwnedFd, is_stream: bool) -> i64 {
        let mut table = self.table.lock();
        let number = table.next;
        table.next += 1;
        let entry = Entry { socket, is_stream, attempt: Mutex::default(), error: Mutex::default() };
        table.sockets.insert(number, Arc::new(entry));
        number
    }
}

/// C's text for the number.
fn words(number: i32) -> String {
    match text_of(number) {
        "Unknown error" => {
            let text = std::io::Error::from_raw_os_error(number).to_string();
            text.split(" (os error").next().unwrap_or_default().to_owned()
        }
        known => known.to_owned(),
    }
}

#[cfg(test)]
mod tests;
