//! The calls on sockets, one by one.

use super::wait::{self, READ, WRITE};
use super::{Attempt, Entry, Sockets};
use crate::engine::Stop;
use crate::net::{Service, is_local};
use crate::vm::socket::{FAILED, HUNG_UP, IN_PROGRESS, NOT_SUPPORTED, READABLE, REFUSED, WRITABLE};
use crate::vm::{Reply, SocketCall};
use rustix::io::Errno;
use rustix::net::{
    AddressFamily, RecvFlags, SendFlags, Shutdown, SocketAddrAny, SocketFlags, SocketType, accept_with, bind, connect,
    getpeername, getsockname, listen, recv, recvfrom, send, sendto, shutdown, socket_with, socketpair, sockopt,
};
use std::net::{Ipv4Addr, SocketAddrV4};
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

type Result<T> = std::result::Result<T, Errno>;

const FLAGS: SocketFlags = SocketFlags::NONBLOCK.union(SocketFlags::CLOEXEC);

/// No call takes more bytes at once.
const MOST: usize = 1 << 26;

impl Sockets {
    pub(super) fn attend(&self, call: SocketCall, stop: &Stop) -> Result<Reply> {
        match call {
            SocketCall::Open { is_stream } => Ok(Reply::Int(self.open(is_stream)?)),
            SocketCall::Pair => self.pair(),
            SocketCall::Bind { socket, host, port } => self.bind(socket, &host, port),
            SocketCall::Listen { socket, backlog } => {
                let entry = self.entry(socket)?;
                listen(&entry.socket, backlog.clamp(0, 4_096) as i32)?;
                Ok(Reply::Int(port_of(&entry.socket).into()))
            }
            SocketCall::Accept { socket, wait } => self.accept(socket, wait, stop),
            SocketCall::Connect { socket, host, port, wait } => self.connect(socket, &host, port, wait, stop),
            SocketCall::Outcome { socket } => self.outcome(socket),
            SocketCall::Send { socket, data, sent, all, wait } => self.send(socket, &data, sent, (all, wait), stop),
            SocketCall::Receive { socket, most, peek, wait } => {
                let entry = self.entry(socket)?;
                let data = entry.patiently(READ, wait, stop, || received(&entry, most, how(peek)))?;
                Ok(Reply::Bytes(data))
            }
            SocketCall::SendTo { socket, data, host, port } => self.send_to(socket, &data, &host, port),
            SocketCall::ReceiveFrom { socket, most, peek, wait } => {
                let entry = self.entry(socket)?;
                let (data, from) = entry.patiently(READ, wait, stop, || received_from(&entry, most, how(peek)))?;
                let name = [Reply::Text(from.ip().to_string()), Reply::Int(from.port().into())];
                Ok(Reply::Many([vec![Reply::Bytes(data)], name.to_vec()].concat()))
            }
            SocketCall::Shutdown { socket, reading, writing } => {
                let how = match (reading, writing) {
                    (true, true) => Shutdown::Both,
                    (true, false) => Shutdown::Read,
                    _ => Shutdown::Write,
                };
                shutdown(&self.entry(socket)?.socket, how)?;
                Ok(Reply::None)
            }
            SocketCall::Close { socket } => {
                self.entry(socket)?;
                self.table.lock().sockets.remove(&socket);
                Ok(Reply::None)
            }
            SocketCall::Poll { watched, timeout } => self.poll(&watched, timeout, stop),
        }
    }

    fn open(&self, is_stream: bool) -> Result<i64> {
        let kind = if is_stream { SocketType::STREAM } else { SocketType::DGRAM };
        Ok(self.add(socket_with(AddressFamily::INET, kind, FLAGS, None)?, is_stream))
    }

    fn pair(&self) -> Result<Reply> {
        let (one, other) = socketpair(AddressFamily::UNIX, SocketType::STREAM, FLAGS, None)?;
        Ok(Reply::Many([one, other].map(|socket| Reply::Int(self.add(socket, true))).to_vec()))
    }

    /// Whatever address is asked for, it is loopback's: nobody from outside can come in.
    fn bind(&self, socket: i64, host: &str, port: u16) -> Result<Reply> {
        let entry = self.entry(socket)?;
        if !is_local(host) {
            return Err(Errno::ADDRNOTAVAIL);
        }
        if entry.is_stream {
            sockopt::set_socket_reuseaddr(&entry.socket, true)?;
        }
        bind(&entry.socket, &local(port))?;
        Ok(Reply::Int(port_of(&entry.socket).into()))
    }

    fn accept(&self, socket: i64, wait: bool, stop: &Stop) -> Result<Reply> {
        let entry = self.entry(socket)?;
        let accepted = entry.patiently(READ, wait, stop, || accept_with(&entry.socket, FLAGS))?;
        let from = v4(getpeername(&accepted)?);
        let number = self.add(accepted, true);
        Ok(Reply::Many(vec![Reply::Int(number), Reply::Text(from.ip().to_string()), Reply::Int(from.port().into())]))
    }

    fn connect(&self, socket: i64, host: &str, port: u16, wait: bool, stop: &Stop) -> Result<Reply> {
        let entry = self.entry(socket)?;
        if !entry.is_stream {
            return Err(Errno::from_raw_os_error(NOT_SUPPORTED));
        }
        let attempt = self.attempt(host, port)?;
        *entry.attempt.lock() = Some(attempt);
        if !wait {
            return Err(Errno::from_raw_os_error(IN_PROGRESS));
        }
        stop.sleep(attempt.at.saturating_duration_since(Instant::now()).into());
        entry.settle();
        match std::mem::take(&mut *entry.error.lock()) {
            0 => Ok(Reply::Int(port_of(&entry.socket).into())),
            number => Err(Errno::from_raw_os_error(number)),
        }
    }

    /// When and where to a connection will be made.
    fn attempt(&self, host: &str, port: u16) -> Result<Attempt> {
        if is_local(host) && !self.plan.describes_local(host, port) {
            return Ok(Attempt { at: Instant::now(), to: Some(local(port)) });
        }
        let length = Service::connect(host, port, &self.plan, &mut self.draws.lock());
        let address = self.services.address(host, port).map_err(|_| Errno::NETUNREACH)?;
        let after = |length| Instant::now() + Duration::from(length);
        Ok(match length {
            Ok(length) => Attempt { at: after(length), to: Some(address) },
            Err(length) => Attempt { at: after(length), to: None },
        })
    }

    fn outcome(&self, socket: i64) -> Result<Reply> {
        let entry = self.entry(socket)?;
        entry.settle_if_due(Instant::now());
        let own = std::mem::take(&mut *entry.error.lock());
        let of_system = sockopt::socket_error(&entry.socket)?.err().map_or(0, Errno::raw_os_error);
        let error = if own != 0 { own } else { of_system };
        Ok(Reply::Many(vec![Reply::Int(error.into()), Reply::Int(port_of(&entry.socket).into())]))
    }

    /// A signal that comes in the middle ends it with what has been sent by then.
    fn send(&self, socket: i64, data: &[u8], before: usize, (all, wait): (bool, bool), stop: &Stop) -> Result<Reply> {
        let entry = self.entry(socket)?;
        let mut sent = before;
        loop {
            let rest = &data[sent..data.len().min(sent + MOST)];
            match entry.patiently(WRITE, wait, stop, || send(&entry.socket, rest, SendFlags::NOSIGNAL)) {
                Err(Errno::INTR) if sent > before => return Ok(Reply::Int(sent as i64)),
                more => sent += more?,
            }
            if !all || sent == data.len() {
                return Ok(Reply::Int(sent as i64));
            }
        }
    }

    fn send_to(&self, socket: i64, data: &[u8], host: &str, port: u16) -> Result<Reply> {
        let entry = self.entry(socket)?;
        if entry.is_stream {
            return Err(Errno::NOTCONN);
        }
        // What goes to another machine is lost on the way: nobody answers datagrams there.
        if is_local(host) {
            sendto(&entry.socket, data, SendFlags::NOSIGNAL, &local(port))?;
        }
        Ok(Reply::Int(data.len() as i64))
    }
}

impl Entry {
    /// Makes the connection that is due.
    pub(super) fn settle(&self) {
        let Some(attempt) = self.attempt.lock().take() else { return };
        let refused = Errno::from_raw_os_error(REFUSED);
        let made = attempt.to.ok_or(refused).and_then(|to| connect(&self.socket, &to));
        let made = match made {
            // On loopback this is over at once.
            Err(Errno::INPROGRESS) => self.finished(),
            other => other,
        };
        *self.error.lock() = made.err().map_or(0, Errno::raw_os_error);
    }

    pub(super) fn settle_if_due(&self, now: Instant) {
        if self.attempt.lock().is_some_and(|attempt| attempt.at <= now) {
            self.settle();
        }
    }

    fn finished(&self) -> Result<()> {
        let never = Stop::new();
        self.wait_for(WRITE, &never, Some(Instant::now() + Duration::from_secs(5)));
        sockopt::socket_error(&self.socket)?
    }

    /// Tries until it can be done, if that is to be waited for.
    fn patiently<T>(&self, what: u8, wait: bool, stop: &Stop, attempt: impl Fn() -> Result<T>) -> Result<T> {
        loop {
            match attempt() {
                Err(Errno::AGAIN) if wait && stop.signals.call_me() => return Err(Errno::INTR),
                Err(Errno::AGAIN) if wait && !stop.requested() => {
                    self.wait_for(what, stop, None);
                }
                Err(Errno::INTR) => {}
                done => return done,
            }
        }
    }
}

fn how(peek: bool) -> RecvFlags {
    if peek { RecvFlags::PEEK } else { RecvFlags::empty() }
}

fn received(entry: &Entry, most: usize, how: RecvFlags) -> Result<Vec<u8>> {
    let mut data = vec![0; most.min(MOST)];
    let (_, length) = recv(&entry.socket, &mut data[..], how)?;
    data.truncate(length);
    Ok(data)
}

fn received_from(entry: &Entry, most: usize, how: RecvFlags) -> Result<(Vec<u8>, SocketAddrV4)> {
    let mut data = vec![0; most.min(MOST)];
    let (_, length, from) = recvfrom(&entry.socket, &mut data[..], how)?;
    data.truncate(length);
    Ok((data, v4(from)))
}

fn local(port: u16) -> SocketAddrV4 {
    SocketAddrV4::new(Ipv4Addr::LOCALHOST, port)
}

/// A socket of a pair has no address.
fn v4(address: Option<SocketAddrAny>) -> SocketAddrV4 {
    address.and_then(|address| SocketAddrV4::try_from(address).ok()).unwrap_or(local(0))
}

fn port_of(socket: &OwnedFd) -> u16 {
    v4(getsockname(socket).ok()).port()
}

// The bits of a poll are those that the program's side counts with.
const _: () = assert!(READABLE == READ && WRITABLE == WRITE && HUNG_UP == wait::HUNG_UP && FAILED == wait::FAILED);
