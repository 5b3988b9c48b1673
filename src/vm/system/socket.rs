//! What a program asks of the network: calls on sockets, which it names by numbers. Knows no address but as text.

use crate::time::Nanos;

/// A call of the program on its sockets. What cannot be done at once is waited for where `wait` says so; otherwise it
/// fails with [`AGAIN`].
#[derive(Clone, Debug, PartialEq)]
pub enum SocketCall {
    /// A new socket: its number.
    Open {
        is_stream: bool,
    },
    /// Two sockets that are connected to each other: their numbers.
    Pair,
    /// The port, which is chosen where it is 0.
    Bind {
        socket: i64,
        host: String,
        port: u16,
    },
    Listen {
        socket: i64,
        backlog: i64,
    },
    /// A connection that somebody has made: its number, then host and port of the other end.
    Accept {
        socket: i64,
        wait: bool,
    },
    /// The port of this end. Without waiting it fails with [`IN_PROGRESS`], and the socket can be written to once it
    /// is decided.
    Connect {
        socket: i64,
        host: String,
        port: u16,
        wait: bool,
    },
    /// C's number of what went wrong with the socket, or 0: `SO_ERROR`; then the port of this end.
    Outcome {
        socket: i64,
    },
    /// How many bytes were sent. With `all`, all of them, `sent` of which are on their way already.
    Send {
        socket: i64,
        data: Vec<u8>,
        sent: usize,
        all: bool,
        wait: bool,
    },
    /// Bytes; none at the end of the connection. What is peeked at stays there.
    Receive {
        socket: i64,
        most: usize,
        peek: bool,
        wait: bool,
    },
    SendTo {
        socket: i64,
        data: Vec<u8>,
        host: String,
        port: u16,
    },
    /// Bytes, host and port.
    ReceiveFrom {
        socket: i64,
        most: usize,
        peek: bool,
        wait: bool,
    },
    Shutdown {
        socket: i64,
        reading: bool,
        writing: bool,
    },
    Close {
        socket: i64,
    },
    /// Waits for one of them at least: number and bits of those that are ready, one after the other.
    Poll {
        watched: Vec<(i64, u8)>,
        timeout: Option<Nanos>,
    },
}

/// What of a socket is watched.
pub const READABLE: u8 = 1;
pub const WRITABLE: u8 = 2;
/// Neither direction is open any more.
pub const HUNG_UP: u8 = 4;
pub const FAILED: u8 = 8;

/// Linux's numbers of what calls fail with.
pub const BAD_SOCKET: i32 = 9;
pub const AGAIN: i32 = 11;
pub const INVALID: i32 = 22;
pub const BROKEN_PIPE: i32 = 32;
pub const NOT_SUPPORTED: i32 = 95;
pub const IN_USE: i32 = 98;
pub const RESET: i32 = 104;
pub const IS_CONNECTED: i32 = 106;
pub const NOT_CONNECTED: i32 = 107;
pub const REFUSED: i32 = 111;
pub const IN_PROGRESS: i32 = 115;

/// The text that C has for a number.
pub fn text_of(number: i32) -> &'static str {
    match number {
        BAD_SOCKET => "Bad file descriptor",
        AGAIN => "Resource temporarily unavailable",
        INVALID => "Invalid argument",
        BROKEN_PIPE => "Broken pipe",
        NOT_SUPPORTED => "Operation not supported",
        IN_USE => "Address already in use",
        RESET => "Connection reset by peer",
        IS_CONNECTED => "Transport endpoint is already connected",
        NOT_CONNECTED => "Transport endpoint is not connected",
        REFUSED => "Connection refused",
        IN_PROGRESS => "Operation now in progress",
        _ => "Unknown error",
    }
}

impl SocketCall {
    /// The bytes that it carries.
    pub fn bytes(&self) -> usize {
        match self {
            SocketCall::Send { data, .. } | SocketCall::SendTo { data, .. } => data.len(),
            _ => 0,
        }
    }
}
