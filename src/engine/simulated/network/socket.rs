//! What a socket is at, and what has arrived there.

use crate::engine::simulated::ipc::Holders;
use crate::engine::simulated::os::Tid;
use crate::net::Service;
use crate::time::Nanos;
use std::collections::VecDeque;

/// Bytes that may be on their way or unread in one direction before a sender has to wait.
pub const ROOM: usize = 256 * 1024;

/// One socket of the program.
#[derive(Debug)]
pub struct Socket {
    pub is_stream: bool,
    /// The processes that have it; none of a connection that waits to be accepted.
    pub holders: Holders,
    pub state: State,
    /// Of this end; 0 until it is known.
    pub port: u16,
    /// What the last attempt to connect came to.
    pub error: i32,
    /// The threads that wait for a change here.
    pub waiters: Vec<Tid>,
}

#[derive(Debug)]
pub enum State {
    /// Nothing yet, or an attempt to connect that failed.
    Fresh,
    Listening {
        backlog: usize,
        queue: VecDeque<i64>,
    },
    /// What it will be once the other end has answered.
    Connecting(Stream),
    Stream(Stream),
    /// What has arrived, and the port that it came from.
    Datagrams(VecDeque<(Vec<u8>, u16)>),
}

/// One end of a connection.
#[derive(Debug)]
pub struct Stream {
    pub peer: Peer,
    /// It was made together with its peer.
    pub is_pair: bool,
    /// Host and port of the other end.
    pub peer_name: (String, u16),
    pub arrived: VecDeque<u8>,
    /// The other end sends no more.
    pub ended: bool,
    pub reset: bool,
    /// This end reads, or sends, no more.
    pub shut_reading: bool,
    pub shut_writing: bool,
    /// Bytes sent from here that the other end has not read.
    pub unread: usize,
}

impl Stream {
    pub fn to(peer: Peer, host: &str, port: u16) -> Stream {
        Stream {
            peer,
            is_pair: false,
            peer_name: (host.to_owned(), port),
            arrived: VecDeque::new(),
            ended: false,
            reset: false,
            shut_reading: false,
            shut_writing: false,
            unread: 0,
        }
    }

    pub fn can_be_read(&self) -> bool {
        !self.arrived.is_empty() || self.ended || self.reset || self.shut_reading
    }

    /// Neither direction is open any more.
    pub fn is_over(&self) -> bool {
        self.reset || self.shut_writing && (self.ended || self.shut_reading)
    }

    pub fn can_be_written(&self) -> bool {
        self.unread < ROOM || self.reset || self.shut_writing
    }
}

/// The other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    /// A socket of the program.
    Socket(i64),
    /// A service, by number.
    Service(usize),
}

/// The far end of a connection to a service.
#[derive(Debug)]
pub struct Far {
    pub service: Service,
    pub host: String,
    /// The program's socket.
    pub near: i64,
    /// When the answers before have begun.
    pub free: Nanos,
}

impl Socket {
    pub fn new(is_stream: bool) -> Socket {
        let state = if is_stream { State::Fresh } else { State::Datagrams(VecDeque::new()) };
        Socket { is_stream, holders: Holders::default(), state, port: 0, error: 0, waiters: Vec::new() }
    }
}
