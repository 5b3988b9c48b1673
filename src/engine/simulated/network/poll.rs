//! What can be read and written at a moment.

use super::socket::{Socket, State};
use super::{Network, Progress};
use crate::engine::simulated::os::Tid;
use crate::vm::Reply;
use crate::vm::socket::{READABLE, WRITABLE};

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
            let bits = self.sockets.get(number).map_or(READABLE | WRITABLE, readiness) & wanted;
            if bits != 0 {
                ready.extend([Reply::Int(*number), Reply::Int(bits.into())]);
            }
        }
        ready
    }

    pub(super) fn await_change(&mut self, socket: i64, thread: Tid) {
        if let Some(socket) = self.sockets.get_mut(&socket)
            && !socket.waiters.contains(&thread)
        {
            socket.waiters.push(thread);
        }
    }
}

fn readiness(socket: &Socket) -> u8 {
    let bits = |readable, writable| if readable { READABLE } else { 0 } | if writable { WRITABLE } else { 0 };
    match &socket.state {
        State::Fresh => bits(socket.error != 0, true),
        State::Listening { queue, .. } => bits(!queue.is_empty(), false),
        State::Connecting(_) => 0,
        State::Stream(stream) => bits(stream.can_be_read(), stream.can_be_written()),
        State::Datagrams(queue) => bits(!queue.is_empty(), true),
    }
}
