//! The calls on sockets, one by one.

use super::socket::{Peer, ROOM, Socket, State, Stream};
use super::{Happening, Network, Progress, failed};
use crate::engine::simulated::os::Tid;
use crate::ids::ProcessId;
use crate::net::{Service, is_local};
use crate::time::Nanos;
use crate::vm::socket::*;
use crate::vm::{Reply, SocketCall};
use std::collections::VecDeque;

const LOCALHOST: &str = "127.0.0.1";

fn done(reply: Reply) -> Progress {
    Progress::Done(reply)
}

fn number(number: impl Into<i64>) -> Progress {
    done(Reply::Int(number.into()))
}

impl Network {
    /// Does what can be done of the call at this moment.
    pub fn call(&mut self, now: Nanos, (process, thread): (ProcessId, Tid), call: &mut SocketCall) -> Progress {
        match call {
            SocketCall::Open { is_stream } => {
                let made = self.open(*is_stream);
                number(self.give(process, made))
            }
            SocketCall::Pair => self.pair(process),
            SocketCall::Bind { socket, host, port } => self.bind(*socket, host, *port),
            SocketCall::Listen { socket, backlog } => self.listen(*socket, *backlog),
            SocketCall::Accept { socket, wait } => self.accept((process, thread), *socket, *wait),
            SocketCall::Connect { socket, host, port, wait } => self.connect(now, thread, *socket, host, *port, *wait),
            SocketCall::Outcome { socket } => match self.sockets.get_mut(socket) {
                Some(socket) => {
                    let error = std::mem::take(&mut socket.error);
                    done(Reply::Many(vec![Reply::Int(error.into()), Reply::Int(socket.port.into())]))
                }
                None => failed(BAD_SOCKET),
            },
            SocketCall::Send { socket, data, sent, all, wait } => {
                self.send(now, thread, *socket, data, sent, (*all, *wait))
            }
            SocketCall::Receive { socket, most, peek, wait } => self.receive(thread, *socket, *most, (*peek, *wait)),
            SocketCall::SendTo { socket, data, host, port } => self.send_to(now, *socket, data, host, *port),
            SocketCall::ReceiveFrom { socket, most, peek, wait } => {
                self.receive_from(thread, *socket, *most, (*peek, *wait))
            }
            SocketCall::Shutdown { socket, reading, writing } => self.shutdown(now, *socket, *reading, *writing),
            SocketCall::Close { socket } => self.close(now, process, *socket),
            SocketCall::Poll { watched, .. } => self.poll(thread, watched),
        }
    }

    fn open(&mut self, is_stream: bool) -> i64 {
        let number = self.next_socket;
        self.next_socket += 1;
        self.sockets.insert(number, Socket::new(is_stream));
        number
    }

    /// The process has the socket.
    fn give(&mut self, process: ProcessId, socket: i64) -> i64 {
        self.sockets.get_mut(&socket).into_iter().for_each(|found| found.holders.add(process));
        socket
    }

    fn pair(&mut self, process: ProcessId) -> Progress {
        let (one, other) = (self.open(true), self.open(true));
        for (own, peer) in [(one, other), (other, one)] {
            self.give(process, own);
            if let Some(socket) = self.sockets.get_mut(&own) {
                let stream = Stream { is_pair: true, ..Stream::to(Peer::Socket(peer), "", 0) };
                socket.state = State::Stream(stream);
            }
        }
        done(Reply::Many(vec![Reply::Int(one), Reply::Int(other)]))
    }

    fn wait_for(&mut self, socket: i64, thread: Tid, wait: bool) -> Progress {
        if !wait {
            return failed(AGAIN);
        }
        self.await_change(socket, thread);
        Progress::Wait
    }

    fn bind(&mut self, socket: i64, host: &str, port: u16) -> Progress {
        if !is_local(host) {
            return Progress::Done(Reply::Failed(99, "Cannot assign requested address".to_owned()));
        }
        let port = if port == 0 { self.choose_port() } else { port };
        let Some(found) = self.sockets.get_mut(&socket) else { return failed(BAD_SOCKET) };
        if found.port != 0 {
            return failed(INVALID);
        }
        let bound = if found.is_stream { &mut self.listeners } else { &mut self.datagram_ports };
        if bound.contains_key(&port) {
            return failed(IN_USE);
        }
        found.port = port;
        bound.insert(port, socket);
        number(port)
    }

    fn listen(&mut self, socket: i64, backlog: i64) -> Progress {
        let port = match self.sockets.get(&socket) {
            Some(Socket { is_stream: true, port, .. }) => *port,
            Some(_) => return failed(NOT_SUPPORTED),
            None => return failed(BAD_SOCKET),
        };
        let port = if port == 0 { self.choose_port() } else { port };
        self.listeners.insert(port, socket);
        if let Some(found) = self.sockets.get_mut(&socket) {
            found.port = port;
            let backlog = backlog.clamp(0, 4_096) as usize;
            match &mut found.state {
                State::Listening { backlog: old, .. } => *old = backlog,
                state => *state = State::Listening { backlog, queue: VecDeque::new() },
            }
        }
        number(port)
    }

    fn accept(&mut self, (process, thread): (ProcessId, Tid), socket: i64, wait: bool) -> Progress {
        let accepted = match self.sockets.get_mut(&socket).map(|socket| &mut socket.state) {
            Some(State::Listening { queue, .. }) => queue.pop_front(),
            Some(_) => return failed(INVALID),
            None => return failed(BAD_SOCKET),
        };
        let Some(accepted) = accepted else { return self.wait_for(socket, thread, wait) };
        self.give(process, accepted);
        let name = match self.sockets.get(&accepted).map(|socket| &socket.state) {
            Some(State::Stream(stream)) => stream.peer_name.clone(),
            _ => (LOCALHOST.to_owned(), 0),
        };
        done(Reply::Many(vec![Reply::Int(accepted), Reply::Text(name.0), Reply::Int(name.1.into())]))
    }

    fn connect(&mut self, now: Nanos, thread: Tid, socket: i64, host: &str, port: u16, wait: bool) -> Progress {
        let Some(found) = self.sockets.get_mut(&socket) else { return failed(BAD_SOCKET) };
        match &found.state {
            State::Fresh if found.error != 0 => {
                let error = std::mem::take(&mut found.error);
                return failed(error);
            }
            State::Fresh => {}
            State::Connecting(_) => return self.wait_for(socket, thread, wait),
            State::Stream(_) if wait => return number(found.port),
            State::Stream(_) => return failed(IS_CONNECTED),
            State::Datagrams(_) => return failed(NOT_SUPPORTED),
            State::Listening { .. } => return failed(INVALID),
        }
        let own = if found.port == 0 { self.choose_port() } else { found.port };
        let (after, peer) = match is_local(host) && !self.plan.describes_local(host, port) {
            true => (2 * self.loopback.0, self.meet(socket, own, port)),
            false => self.reach(socket, host, port),
        };
        let Some(found) = self.sockets.get_mut(&socket) else { return failed(BAD_SOCKET) };
        found.port = own;
        let refused = peer.is_none();
        found.state = State::Connecting(Stream::to(peer.unwrap_or(Peer::Socket(-1)), host, port));
        self.later(now + Nanos(after), Happening::Connected { socket, refused });
        if !wait {
            return failed(IN_PROGRESS);
        }
        self.wait_for(socket, thread, wait)
    }

    /// The other end of a connection to a part of the program, which can accept it then; None where nobody listens.
    fn meet(&mut self, socket: i64, own: u16, port: u16) -> Option<Peer> {
        let listener = *self.listeners.get(&port)?;
        match self.sockets.get(&listener).map(|socket| &socket.state) {
            Some(State::Listening { backlog, queue }) if queue.len() <= *backlog => {}
            _ => return None,
        }
        let other = self.open(true);
        if let Some(found) = self.sockets.get_mut(&other) {
            found.port = port;
            found.state = State::Stream(Stream::to(Peer::Socket(socket), LOCALHOST, own));
        }
        if let Some(State::Listening { queue, .. }) = self.sockets.get_mut(&listener).map(|socket| &mut socket.state) {
            queue.push_back(other);
        }
        self.touch(listener);
        Some(Peer::Socket(other))
    }

    /// How long it takes to connect to a service, and the service, unless it refuses.
    fn reach(&mut self, socket: i64, host: &str, port: u16) -> (u64, Option<Peer>) {
        match Service::connect(host, port, &self.plan, &mut self.draws) {
            Ok(after) => (after.0, Some(Peer::Service(self.new_service(host, port, socket)))),
            Err(after) => (after.0, None),
        }
    }

    fn stream(&mut self, socket: i64) -> Result<&mut Stream, Progress> {
        match self.sockets.get_mut(&socket).map(|socket| &mut socket.state) {
            Some(State::Stream(stream)) => Ok(stream),
            Some(_) => Err(failed(NOT_CONNECTED)),
            None => Err(failed(BAD_SOCKET)),
        }
    }

    fn send(
        &mut self,
        now: Nanos,
        thread: Tid,
        socket: i64,
        data: &[u8],
        sent: &mut usize,
        (all, wait): (bool, bool),
    ) -> Progress {
        let stream = match self.stream(socket) {
            Ok(stream) => stream,
            Err(wrong) => return wrong,
        };
        if stream.reset {
            return failed(RESET);
        }
        if stream.shut_writing {
            return failed(BROKEN_PIPE);
        }
        let peer = stream.peer;
        // A pair lies in one machine's memory: its end is known at once.
        if stream.is_pair && matches!(peer, Peer::Socket(to) if !self.sockets.contains_key(&to)) {
            return failed(BROKEN_PIPE);
        }
        let Ok(stream) = self.stream(socket) else { return failed(BAD_SOCKET) };
        let part = (data.len() - *sent).min(ROOM.saturating_sub(stream.unread));
        if part > 0 {
            let piece = data[*sent..*sent + part].to_vec();
            *sent += part;
            // What a service reads, it reads at once.
            stream.unread += if matches!(peer, Peer::Socket(_)) { part } else { 0 };
            self.carry(now, socket, peer, piece);
        }
        let over = *sent == data.len() || part > 0 && !all;
        if over { number(*sent as i64) } else { self.wait_for(socket, thread, wait) }
    }

    fn carry(&mut self, now: Nanos, sender: i64, peer: Peer, data: Vec<u8>) {
        match peer {
            Peer::Socket(to) if self.sockets.contains_key(&to) => {
                self.later(now + self.loopback, Happening::Deliver { to, data });
            }
            // Who sends to an end that is closed is told so.
            Peer::Socket(_) => self.later(now + self.loopback, Happening::Reset { to: sender }),
            Peer::Service(service) => self.later(now, Happening::Asked { service, data }),
        }
    }

    fn receive(&mut self, thread: Tid, socket: i64, most: usize, (peek, wait): (bool, bool)) -> Progress {
        let stream = match self.stream(socket) {
            Ok(stream) => stream,
            Err(wrong) => return wrong,
        };
        let count = most.min(stream.arrived.len());
        if count > 0 || most == 0 || stream.ended || stream.shut_reading {
            if peek {
                return done(Reply::Bytes(stream.arrived.iter().take(count).copied().collect()));
            }
            let data: Vec<u8> = stream.arrived.drain(..count).collect();
            let peer = stream.peer;
            self.make_room(peer, count);
            return done(Reply::Bytes(data));
        }
        if stream.reset { failed(RESET) } else { self.wait_for(socket, thread, wait) }
    }

    /// So many bytes have been read: their sender may send on.
    fn make_room(&mut self, peer: Peer, count: usize) {
        let Peer::Socket(sender) = peer else { return };
        let Ok(stream) = self.stream(sender) else { return };
        let was_full = stream.unread >= ROOM;
        stream.unread = stream.unread.saturating_sub(count);
        if was_full && stream.unread < ROOM {
            self.touch(sender);
        }
    }

    fn send_to(&mut self, now: Nanos, socket: i64, data: &[u8], host: &str, port: u16) -> Progress {
        match self.sockets.get(&socket) {
            None => return failed(BAD_SOCKET),
            Some(found) if found.is_stream => return failed(NOT_CONNECTED),
            Some(_) => {}
        }
        if data.len() > 65_507 {
            return Progress::Done(Reply::Failed(90, "Message too long".to_owned()));
        }
        let own = match self.sockets.get(&socket).map(|socket| socket.port) {
            Some(0) => self.choose_port(),
            port => port.unwrap_or_default(),
        };
        if let Some(found) = self.sockets.get_mut(&socket) {
            found.port = own;
        }
        self.datagram_ports.insert(own, socket);
        // What goes to another machine is lost on the way: nobody answers datagrams there.
        if is_local(host) {
            self.later(now + self.loopback, Happening::Datagram { port, from: own, data: data.to_vec() });
        }
        number(data.len() as i64)
    }

    fn receive_from(&mut self, thread: Tid, socket: i64, most: usize, (peek, wait): (bool, bool)) -> Progress {
        match self.sockets.get_mut(&socket).map(|socket| &mut socket.state) {
            None => failed(BAD_SOCKET),
            Some(State::Datagrams(queue)) => match if peek { queue.front().cloned() } else { queue.pop_front() } {
                Some((mut data, from)) => {
                    data.truncate(most);
                    let name = [Reply::Text(LOCALHOST.to_owned()), Reply::Int(from.into())];
                    done(Reply::Many([vec![Reply::Bytes(data)], name.to_vec()].concat()))
                }
                None => self.wait_for(socket, thread, wait),
            },
            Some(_) => match self.receive(thread, socket, most, (peek, wait)) {
                Progress::Done(Reply::Bytes(data)) => {
                    done(Reply::Many(vec![Reply::Bytes(data), Reply::None, Reply::None]))
                }
                other => other,
            },
        }
    }

    /// Nobody is listened to any more; who waits to accept is told so.
    fn stop_listening(&mut self, now: Nanos, socket: i64) -> Progress {
        let Some(found) = self.sockets.get_mut(&socket) else { return failed(BAD_SOCKET) };
        let port = found.port;
        if let State::Listening { queue, .. } = std::mem::replace(&mut found.state, State::Fresh) {
            queue.into_iter().for_each(|waiting| self.remove_if_unused(now, waiting));
        }
        self.listeners.remove(&port);
        self.touch(socket);
        done(Reply::None)
    }

    fn shutdown(&mut self, now: Nanos, socket: i64, reading: bool, writing: bool) -> Progress {
        let state = self.sockets.get(&socket).map(|socket| &socket.state);
        if reading && matches!(state, Some(State::Listening { .. })) {
            return self.stop_listening(now, socket);
        }
        let stream = match self.stream(socket) {
            Ok(stream) => stream,
            Err(wrong) => return wrong,
        };
        stream.shut_reading |= reading;
        let ends = writing && !stream.shut_writing;
        stream.shut_writing |= writing;
        let peer = stream.peer;
        if ends && let Peer::Socket(to) = peer {
            self.later(now + self.loopback, Happening::End { to });
        }
        self.touch(socket);
        done(Reply::None)
    }

    fn close(&mut self, now: Nanos, process: ProcessId, socket: i64) -> Progress {
        let had = self.sockets.get_mut(&socket).is_some_and(|found| found.holders.remove(process));
        if !had {
            return failed(BAD_SOCKET);
        }
        self.remove_if_unused(now, socket);
        done(Reply::None)
    }

    /// A process that is forked has what its parent has.
    pub fn copy_holdings(&mut self, parent: ProcessId, child: ProcessId) {
        self.sockets.values_mut().for_each(|socket| socket.holders.copy(parent, child));
    }

    /// A process is gone: what nobody else has is closed.
    pub fn leave(&mut self, now: Nanos, process: ProcessId) {
        let left: Vec<i64> =
            self.sockets.iter_mut().filter_map(|(at, socket)| socket.holders.leave(process).then_some(*at)).collect();
        left.into_iter().for_each(|socket| self.remove_if_unused(now, socket));
    }

    fn remove_if_unused(&mut self, now: Nanos, socket: i64) {
        self.touch(socket);
        if self.sockets.get(&socket).is_some_and(|found| !found.holders.is_empty()) {
            return;
        }
        let Some(found) = self.sockets.remove(&socket) else { return };
        for bound in [&mut self.listeners, &mut self.datagram_ports] {
            if bound.get(&found.port) == Some(&socket) {
                bound.remove(&found.port);
            }
        }
        match found.state {
            State::Stream(Stream { peer: Peer::Socket(to), shut_writing, arrived, .. }) => {
                // Who closes with bytes unread has not heard the other out.
                let how = if arrived.is_empty() { Happening::End { to } } else { Happening::Reset { to } };
                if !shut_writing || !arrived.is_empty() {
                    self.later(now + self.loopback, how);
                }
            }
            State::Listening { queue, .. } => {
                queue.into_iter().for_each(|waiting| self.remove_if_unused(now, waiting));
            }
            _ => {}
        }
    }
}
