//! The network in virtual time: sockets, what is on its way between them, and the services that a scenario describes.
//!
//! A state machine: calls go in with the time, and say whether they are done; what is to happen later stands in a queue
//! that the machine empties as time comes. Who waits for a socket is remembered by number and told of when something
//! has changed there. Refuses to know cores, locks and what a thread is.

mod calls;
mod link;
mod poll;
mod socket;

use crate::engine::simulated::os::Tid;
use crate::net::{self, Service, Turn};
use crate::time::Nanos;
use crate::vm::Reply;
use crate::vm::socket::text_of;
use crate::work::Draws;
use link::Link;
use socket::{Far, Socket, State};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};

/// Where the ports begin that the network chooses.
const FIRST_PORT: u16 = 49_152;

/// What a network call has come to.
#[derive(Clone, Debug)]
#[must_use]
pub enum Progress {
    Done(Reply),
    /// It has to wait; the thread is told of each change that may matter to it.
    Wait,
}

/// The network of a machine, all its processes together.
pub struct Network {
    plan: net::Network,
    draws: Draws,
    /// How long bytes take from one part of the program to another.
    loopback: Nanos,
    /// By number; what is closed is gone.
    sockets: BTreeMap<i64, Socket>,
    next_socket: i64,
    next_port: u16,
    /// By port: who listens there, and whose datagrams arrive there.
    listeners: HashMap<u16, i64>,
    datagram_ports: HashMap<u16, i64>,
    services: Vec<Far>,
    /// The ways from services, by host.
    links: BTreeMap<String, Link>,
    queue: BinaryHeap<Reverse<(Nanos, u64, Happening)>>,
    sequence: u64,
    woken: Vec<Tid>,
}

/// What happens later.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Happening {
    /// Bytes arrive at a socket.
    Deliver {
        to: i64,
        data: Vec<u8>,
    },
    /// The end of a connection arrives.
    End {
        to: i64,
    },
    Reset {
        to: i64,
    },
    /// A connection is made, or refused.
    Connected {
        socket: i64,
        refused: bool,
    },
    Datagram {
        port: u16,
        from: u16,
        data: Vec<u8>,
    },
    /// A service has read what was sent to it.
    Asked {
        service: usize,
        data: Vec<u8>,
    },
    /// A service begins to send.
    Answer {
        service: usize,
        data: Vec<u8>,
        closes: bool,
    },
    /// The next piece may be through a link.
    Link {
        host: String,
    },
}

impl Network {
    pub fn new(plan: net::Network, seed: u64, loopback: Nanos) -> Network {
        Network {
            plan,
            draws: Draws::of_network(seed),
            loopback,
            sockets: BTreeMap::new(),
            next_socket: 3,
            next_port: FIRST_PORT,
            listeners: HashMap::new(),
            datagram_ports: HashMap::new(),
            services: Vec::new(),
            links: BTreeMap::new(),
            queue: BinaryHeap::new(),
            sequence: 0,
            woken: Vec::new(),
        }
    }

    /// When the next thing happens by itself.
    pub fn next_at(&self) -> Option<Nanos> {
        self.queue.peek().map(|Reverse((at, ..))| *at)
    }

    /// Lets everything happen whose time has come.
    pub fn advance(&mut self, now: Nanos) {
        while self.next_at().is_some_and(|at| at <= now) {
            if let Some(Reverse((_, _, happening))) = self.queue.pop() {
                self.happen(now, happening);
            }
        }
    }

    /// The threads for which something has changed since this was last asked.
    pub fn take_woken(&mut self) -> Vec<Tid> {
        std::mem::take(&mut self.woken)
    }

    /// The thread does not wait for what it has watched any more.
    pub fn end_poll(&mut self, thread: Tid, watched: &[(i64, u8)]) {
        for (number, _) in watched {
            if let Some(socket) = self.sockets.get_mut(number) {
                socket.waiters.retain(|waiter| *waiter != thread);
            }
        }
    }

    /// The thread waits for nothing any more.
    pub fn forget(&mut self, thread: Tid) {
        self.sockets.values_mut().for_each(|socket| socket.waiters.retain(|waiter| *waiter != thread));
    }

    fn later(&mut self, at: Nanos, happening: Happening) {
        self.sequence += 1;
        self.queue.push(Reverse((at, self.sequence, happening)));
    }

    fn touch(&mut self, socket: i64) {
        if let Some(socket) = self.sockets.get_mut(&socket) {
            self.woken.append(&mut socket.waiters);
        }
    }

    fn happen(&mut self, now: Nanos, happening: Happening) {
        match happening {
            Happening::Deliver { to, data } => self.deliver(to, &data),
            Happening::End { to } => self.change(to, |stream| stream.ended = true),
            Happening::Reset { to } => self.change(to, |stream| stream.reset = true),
            Happening::Connected { socket, refused } => self.connected(socket, refused),
            Happening::Datagram { port, from, data } => self.datagram(port, from, data),
            Happening::Asked { service, data } => self.asked(now, service, &data),
            Happening::Answer { service, data, closes } => self.answer(now, service, data, closes),
            Happening::Link { host } => self.link_moves(now, &host),
        }
    }

    fn change(&mut self, socket: i64, change: impl FnOnce(&mut socket::Stream)) {
        // The other end may be quicker than the word that the connection is made.
        let state = self.sockets.get_mut(&socket).map(|socket| &mut socket.state);
        if let Some(State::Stream(stream) | State::Connecting(stream)) = state {
            change(stream);
        }
        self.touch(socket);
    }

    fn deliver(&mut self, to: i64, data: &[u8]) {
        self.change(to, |stream| stream.arrived.extend(data));
    }

    fn connected(&mut self, socket: i64, refused: bool) {
        let Some(found) = self.sockets.get_mut(&socket) else { return };
        let State::Connecting(stream) = std::mem::replace(&mut found.state, State::Fresh) else { return };
        match refused {
            true => found.error = crate::vm::socket::REFUSED,
            false => found.state = State::Stream(stream),
        }
        self.touch(socket);
    }

    fn datagram(&mut self, port: u16, from: u16, data: Vec<u8>) {
        let Some(to) = self.datagram_ports.get(&port).copied() else { return };
        if let Some(State::Datagrams(queue)) = self.sockets.get_mut(&to).map(|socket| &mut socket.state) {
            queue.push_back((data, from));
        }
        self.touch(to);
    }

    fn asked(&mut self, now: Nanos, service: usize, data: &[u8]) {
        let Network { services, plan, draws, .. } = self;
        let Some(far) = services.get_mut(service) else { return };
        let turns = far.service.feed(data, plan, draws);
        let near = far.near;
        // Answers come in the order of the requests.
        let mut at = far.free.max(now);
        for turn in turns {
            match turn {
                Turn::Answer { after, bytes, closes } => {
                    at = at.max(now + after);
                    self.later(at, Happening::Answer { service, data: bytes, closes });
                }
                Turn::Reset { after } => self.later(at.max(now + after), Happening::Reset { to: near }),
                Turn::Silence => {}
            }
        }
        self.services[service].free = at;
    }

    fn answer(&mut self, now: Nanos, service: usize, data: Vec<u8>, closes: bool) {
        let (host, to) = (self.services[service].host.clone(), self.services[service].near);
        if let Some(link) = self.links.get_mut(&host) {
            link.begin(now, to, data, closes);
        }
        self.watch_link(now, &host);
    }

    /// What is through the link arrives.
    fn link_moves(&mut self, now: Nanos, host: &str) {
        let Some(link) = self.links.get_mut(host) else { return };
        link.awaited = None;
        for piece in link.advance(now) {
            self.deliver(piece.to, &piece.data);
            if piece.ends {
                self.change(piece.to, |stream| stream.ended = true);
            }
        }
        self.watch_link(now, host);
    }

    fn watch_link(&mut self, now: Nanos, host: &str) {
        let Some(link) = self.links.get_mut(host) else { return };
        let Some(at) = link.next_at(now) else { return };
        if link.awaited.is_none_or(|awaited| at < awaited) {
            link.awaited = Some(at);
            self.later(at, Happening::Link { host: host.to_owned() });
        }
    }

    /// The far end of a new connection to a service.
    fn new_service(&mut self, host: &str, port: u16, near: i64) -> usize {
        let bandwidth = self.plan.of_host(host, port).bandwidth;
        self.links.entry(host.to_owned()).or_insert_with(|| Link::new(bandwidth));
        self.services.push(Far { service: Service::new(host, port), host: host.to_owned(), near, free: Nanos::ZERO });
        self.services.len() - 1
    }

    fn choose_port(&mut self) -> u16 {
        loop {
            let port = self.next_port;
            self.next_port = self.next_port.checked_add(1).unwrap_or(FIRST_PORT);
            if !self.listeners.contains_key(&port) && !self.datagram_ports.contains_key(&port) {
                return port;
            }
        }
    }
}

fn failed(number: i32) -> Progress {
    Progress::Done(Reply::Failed(number, text_of(number).to_owned()))
}

#[cfg(test)]
mod tests;
