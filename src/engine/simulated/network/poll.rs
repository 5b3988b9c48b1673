//! What can be read and written at a moment.

use super::socket::{Peer, Socket, State, Stream};
use super::{Network, Progress};
use crate::engine::simulated::os::Tid;
use crate::vm::Reply;
use crate::vm::socket::{FAILED, HUNG_UP, READABLE, WRITABLE};

impl Network {
    /// Those that are ready; where none is, the thread waits for a change of any of them.
    pub(super) fn poll(&mut self, thread: Tid, watched: &[(i64, u8)]) -> Progress {
        let ready = self.ready(watched);
        if !ready.is_empty() {
            return Progress::Done(Reply::Many(ready));
        }
        for (number, _) in watched {
            self.await_change(*number, thread);
        }
        Progress::Wait
    }

    fn ready(&self, watched: &[(i64, u8)]) -> Vec<Reply> {
        let mut ready = Vec::new();
        for (number, wanted) in watched {
            // A socket that is gone is told of as ready, so that the call on it fails.
            let bits = self.sockets.get(number).map_or(READABLE | WRITABLE | HUNG_UP, |socket| self.readiness(socket))
                & wanted;
            if bits != 0 {
                ready.extend([Reply::Int(*number), Reply::Int(bits.into())]);
            }
        }
        ready
    }

    fn readiness(&self, socket: &Socket) -> u8 {
        let bits = |readable, writable| if readable { READABLE } else { 0 } | if writable { WRITABLE } else { 0 };
        match &socket.state {
            State::Fresh if socket.error != 0 => READABLE | WRITABLE | HUNG_UP | FAILED,
            State::Fresh => bits(false, true) | HUNG_UP,
            State::Listening { queue, .. } => bits(!queue.is_empty(), false),
            State::Connecting(_) => 0,
            State::Stream(stream) => {
                let failed = if stream.reset { FAILED } else { 0 };
                let over = if stream.is_over() || self.is_alone(stream) { HUNG_UP } else { 0 };
                bits(stream.can_be_read(), stream.can_be_written()) | failed | over
            }
            State::Datagrams(queue) => bits(!queue.is_empty(), true),
        }
    }

    /// The other one of a pair is closed, and this one has heard of it.
    fn is_alone(&self, stream: &Stream) -> bool {
        let is_gone = matches!(stream.peer, Peer::Socket(peer) if !self.sockets.contains_key(&peer));
        stream.is_pair && stream.ended && is_gone
    }

    pub(super) fn await_change(&mut self, socket: i64, thread: Tid) {
        if let Some(socket) = self.sockets.get_mut(&socket)
            && !socket.waiters.contains(&thread)
        {
            socket.waiters.push(thread);
        }
    }
}
