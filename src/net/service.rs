//! The far end of one connection: bytes come in, turns come out. Knows neither time nor sockets.

use super::http::{self, Parsed};
use super::{Behaviour, Failure, Network};
use crate::time::Nanos;
use crate::work::Draws;

/// A service that a program has connected to.
#[derive(Clone, Debug)]
pub struct Service {
    host: String,
    port: u16,
    pending: Vec<u8>,
}

/// What a service does in answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Turn {
    /// Sends this, beginning after a time, and then perhaps ends the connection.
    Answer { after: Nanos, bytes: Vec<u8>, closes: bool },
    /// Breaks the connection after a time.
    Reset { after: Nanos },
    /// Nothing, ever.
    Silence,
}

impl Service {
    pub fn new(host: &str, port: u16) -> Service {
        Service { host: host.to_owned(), port, pending: Vec::new() }
    }

    /// How long a connection takes to be made; none is made where that is refused.
    ///
    /// # Errors
    /// How long it takes until it is refused.
    pub fn connect(host: &str, port: u16, network: &Network, draws: &mut Draws) -> Result<Nanos, Nanos> {
        let behaviour = network.of_host(host, port);
        let length = draws.draw(behaviour.connect.amount);
        match behaviour.failure {
            Failure::Refused if draws.happens(behaviour.failures) => Err(length),
            _ => Ok(length),
        }
    }

    /// Takes bytes, and says what comes of the requests that are whole with them. What is no HTTP is answered once for
    /// each delivery.
    pub fn feed(&mut self, bytes: &[u8], network: &Network, draws: &mut Draws) -> Vec<Turn> {
        self.pending.extend_from_slice(bytes);
        let mut turns = Vec::new();
        loop {
            match http::parse(&self.pending) {
                _ if self.pending.is_empty() => return turns,
                Parsed::Partial => return turns,
                Parsed::Other => {
                    self.pending.clear();
                    let behaviour = network.of_host(&self.host, self.port);
                    turns.push(turn(behaviour, draws, |_| http::body(behaviour), false));
                }
                Parsed::Whole(request, length) => {
                    self.pending.drain(..length);
                    let behaviour = network.of_path(&self.host, self.port, &request.path);
                    let answer = |status| http::answer(behaviour, status, &request);
                    turns.push(turn(behaviour, draws, answer, request.closes));
                }
            }
        }
    }
}

fn turn(behaviour: &Behaviour, draws: &mut Draws, answer: impl Fn(u16) -> Vec<u8>, closes: bool) -> Turn {
    let after = draws.draw(behaviour.latency.amount);
    let fails = behaviour.failure != Failure::Refused && draws.happens(behaviour.failures);
    match behaviour.failure {
        Failure::Reset if fails => Turn::Reset { after },
        Failure::Silence if fails => Turn::Silence,
        Failure::Status(status) if fails => Turn::Answer { after, bytes: answer(status), closes },
        _ => Turn::Answer { after, bytes: answer(behaviour.status), closes },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(behaviour: Behaviour, pieces: &[&[u8]]) -> Vec<Vec<Turn>> {
        let network = Network { other: behaviour, addresses: Vec::new() };
        let (mut service, mut draws) = (Service::new("example.com", 80), Draws::of_network(1));
        pieces.iter().map(|piece| service.feed(piece, &network, &mut draws)).collect()
    }

    #[test]
    fn each_whole_request_is_answered_after_the_latency() {
        let behaviour = Behaviour { size: 1, ..Behaviour::default() };
        let turns = feed(behaviour, &[b"GET / HTTP/1.1\r\n", b"\r\nGET /b HTTP/1.1\r\nConnection: close\r\n\r\n"]);
        assert_eq!(turns[0], []);
        let [Turn::Answer { after, bytes, closes: false }, Turn::Answer { closes: true, .. }] = &turns[1][..] else {
            panic!("two answers: {turns:?}")
        };
        assert_eq!(*after, Nanos::from_millis(50));
        assert!(bytes.starts_with(b"HTTP/1.1 200 OK\r\n") && bytes.ends_with(b"\r\n\r\n1"));
    }

    #[test]
    fn what_is_no_http_gets_an_answer_of_the_size() {
        let turns = feed(Behaviour { size: 5, ..Behaviour::default() }, &[b"ping"]);
        let after = Nanos::from_millis(50);
        assert_eq!(turns[0], [Turn::Answer { after, bytes: b"11111".to_vec(), closes: false }]);
    }

    #[test]
    fn failures_are_as_described() {
        let request = b"GET / HTTP/1.1\r\n\r\n";
        let of = |failure| feed(Behaviour { failures: 1.0, failure, ..Behaviour::default() }, &[request]).remove(0);
        assert_eq!(of(Failure::Silence), [Turn::Silence]);
        assert_eq!(of(Failure::Reset), [Turn::Reset { after: Nanos::from_millis(50) }]);
        let turns = of(Failure::Status(503));
        assert!(matches!(&turns[..], [Turn::Answer { bytes, .. }] if bytes.starts_with(b"HTTP/1.1 503 ")));
        let network = |failures| Network {
            other: Behaviour { failures, failure: Failure::Refused, ..Behaviour::default() },
            addresses: Vec::new(),
        };
        let connect = |failures| Service::connect("a", 80, &network(failures), &mut Draws::of_network(1));
        assert_eq!([connect(0.0), connect(1.0)], [Ok(Nanos::from_millis(20)), Err(Nanos::from_millis(20))]);
    }
}
