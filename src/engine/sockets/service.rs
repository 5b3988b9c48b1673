//! The services that stand for everything that a program asks on the network: a listener on loopback for each address,
//! a thread for each connection. They end with the sockets that they serve.

use crate::net::{Network, Service, Turn};
use crate::work::Draws;
use parking_lot::Mutex;
use std::collections::HashMap;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, SocketAddrV4, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::Builder;
use std::time::{Duration, Instant};

/// The longest sleep between two looks at whether it is over.
const LOOK: Duration = Duration::from_millis(20);

/// Transfers on one link take turns with pieces of so many bytes.
const PIECE: usize = 16 * 1024;

/// What all services of a process share.
struct Ground {
    plan: Arc<Network>,
    draws: Arc<Mutex<Draws>>,
    over: AtomicBool,
    /// By host: until when the way from there is taken.
    links: Mutex<HashMap<String, Instant>>,
}

/// The way from a host: who transfers over it at once shares it.
struct Way {
    host: String,
    /// Bytes a second.
    bandwidth: f64,
}

/// The services of a process, begun when first asked for.
pub struct Services {
    ground: Arc<Ground>,
    listening: Mutex<HashMap<(String, u16), SocketAddrV4>>,
}

impl Services {
    pub fn new(plan: Arc<Network>, draws: Arc<Mutex<Draws>>) -> Services {
        let ground = Ground { plan, draws, over: AtomicBool::new(false), links: Mutex::default() };
        Services { ground: Arc::new(ground), listening: Mutex::default() }
    }

    /// Where the service is found.
    pub fn address(&self, host: &str, port: u16) -> io::Result<SocketAddrV4> {
        let mut listening = self.listening.lock();
        if let Some(address) = listening.get(&(host.to_owned(), port)) {
            return Ok(*address);
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let SocketAddr::V4(address) = listener.local_addr()? else { return Err(ErrorKind::Unsupported.into()) };
        let (ground, name) = (self.ground.clone(), host.to_owned());
        Builder::new().name("network".to_owned()).spawn(move || ground.listen(&listener, &name, port))?;
        listening.insert((host.to_owned(), port), address);
        Ok(address)
    }
}

impl Drop for Services {
    fn drop(&mut self) {
        self.ground.over.store(true, Ordering::Relaxed);
    }
}

impl Ground {
    fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    fn listen(self: &Arc<Ground>, listener: &TcpListener, host: &str, port: u16) {
        while !self.is_over() {
            match listener.accept() {
                Ok((stream, _)) => {
                    let (ground, service) = (self.clone(), Service::new(host, port));
                    let bandwidth = self.plan.of_host(host, port).bandwidth.max(1) as f64;
                    let way = Way { host: host.to_owned(), bandwidth };
                    let serve = move || ground.serve(stream, service, &way);
                    // A connection for which there is no thread breaks, as on a server that is full.
                    drop(Builder::new().name("network".to_owned()).spawn(serve));
                }
                Err(_) => std::thread::sleep(Duration::from_millis(1)),
            }
        }
    }

    /// One connection, to its end.
    fn serve(&self, mut stream: TcpStream, mut service: Service, way: &Way) {
        let prepared = stream.set_nonblocking(false).and_then(|()| stream.set_read_timeout(Some(LOOK)));
        if prepared.is_err() {
            return;
        }
        let mut buffer = vec![0; 64 * 1024];
        while !self.is_over() {
            match stream.read(&mut buffer) {
                Ok(0) => return,
                Ok(count) => {
                    let begun = Instant::now();
                    let turns = service.feed(&buffer[..count], &self.plan, &mut self.draws.lock());
                    for turn in turns {
                        if !self.take(&mut stream, turn, begun, way) {
                            return;
                        }
                    }
                }
                Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
                Err(_) => return,
            }
        }
    }

    /// Takes one turn; false where the connection has ended with it.
    fn take(&self, stream: &mut TcpStream, turn: Turn, begun: Instant, at: &Way) -> bool {
        match turn {
            Turn::Answer { after, bytes, closes } => {
                self.sleep_until(begun + Duration::from(after));
                let sent = self.send(stream, &bytes, at).is_ok();
                if closes {
                    // The other end may be gone already.
                    let _ = stream.shutdown(Shutdown::Write);
                }
                sent && !closes
            }
            Turn::Reset { after } => {
                self.sleep_until(begun + Duration::from(after));
                // Without lingering, what is unread on either side is gone, and the other end is told so.
                let linger = rustix::net::sockopt::set_socket_linger(&*stream, Some(Duration::ZERO));
                debug_assert!(linger.is_ok(), "a socket can be told not to linger");
                false
            }
            Turn::Silence => true,
        }
    }

    fn send(&self, stream: &mut TcpStream, bytes: &[u8], at: &Way) -> io::Result<()> {
        let bandwidth = at.bandwidth;
        for piece in bytes.chunks(PIECE) {
            let length = Duration::from_secs_f64(piece.len() as f64 / bandwidth);
            let until = {
                let mut links = self.links.lock();
                let free = links.entry(at.host.clone()).or_insert_with(Instant::now);
                *free = (*free).max(Instant::now()) + length;
                *free
            };
            self.sleep_until(until);
            stream.write_all(piece)?;
        }
        Ok(())
    }

    fn sleep_until(&self, moment: Instant) {
        while !self.is_over() {
            match moment.saturating_duration_since(Instant::now()) {
                Duration::ZERO => return,
                left => std::thread::sleep(left.min(LOOK)),
            }
        }
    }
}
