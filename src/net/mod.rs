//! The network that a scenario describes: which addresses there are, how long answers take, how large they are and how
//! often they fail. Refuses to know sockets, clocks and engines; what is random is drawn from what it is given.

mod http;
mod pattern;
mod quantity;
mod service;

pub use http::Request;
pub use pattern::Pattern;
pub use quantity::{bandwidth, memory, size};
pub use service::{Service, Turn};

use crate::time::Nanos;
use crate::work::{Amount, Wrong};
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// All addresses: those that are described, first match first, and the behaviour of any other.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Network {
    #[serde(flatten)]
    pub other: Behaviour,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
}

/// Addresses that one pattern describes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Address {
    #[serde(rename = "match")]
    pub pattern: Pattern,
    #[serde(flatten)]
    pub behaviour: Behaviour,
}

/// How a service behaves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Behaviour {
    /// From the last byte of a request to the first of its answer.
    pub latency: Length,
    /// What it takes until a connection is made.
    pub connect: Length,
    /// Bytes a second that the way from the service carries, for all transfers together.
    pub bandwidth: u64,
    /// Bytes of an answer's body, where `body` says nothing.
    pub size: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    pub status: u16,
    /// The share of requests, or of connections, that fail.
    pub failures: f64,
    pub failure: Failure,
}

/// What becomes of a request that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No connection is made.
    Refused,
    /// The connection breaks in place of an answer.
    Reset,
    /// No answer ever comes.
    Silence,
    /// An answer of this status.
    Status(u16),
}

/// As it is written.
impl Serialize for Failure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Failure::Refused => serializer.serialize_str("refused"),
            Failure::Reset => serializer.serialize_str("reset"),
            Failure::Silence => serializer.serialize_str("silence"),
            Failure::Status(status) => serializer.serialize_u16(*status),
        }
    }
}

/// How long something takes, and how that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Length {
    pub amount: Amount,
    text: Arc<str>,
}

impl Length {
    /// Reads `20ms` or `lognormal(20ms, 0.5)`.
    ///
    /// # Errors
    /// What is wrong and what would be right.
    pub fn parse(text: &str) -> Result<Length, Wrong> {
        Amount::parse(text).map(|amount| Length { amount, text: text.trim().into() })
    }

    fn milliseconds(number: u64) -> Length {
        Length { amount: Amount::Fixed(Nanos::from_millis(number)), text: format!("{number}ms").into() }
    }
}

/// As it is written.
impl Serialize for Length {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

/// No answer is larger, in bytes: a GiB.
pub const LARGEST: u64 = 1 << 30;

impl Default for Behaviour {
    /// A service on the internet, seen from a home.
    fn default() -> Behaviour {
        Behaviour {
            latency: Length::milliseconds(50),
            connect: Length::milliseconds(20),
            bandwidth: 12_500_000,
            size: 10_000,
            body: None,
            status: 200,
            failures: 0.0,
            failure: Failure::Status(503),
        }
    }
}

impl Network {
    /// The behaviour of a connection, before it is known what is asked over it.
    pub fn of_host(&self, host: &str, port: u16) -> &Behaviour {
        let fits = |address: &&Address| address.pattern.fits_host(host, port);
        self.addresses.iter().find(fits).map_or(&self.other, |address| &address.behaviour)
    }

    /// The behaviour of a request for a path.
    pub fn of_path(&self, host: &str, port: u16, path: &str) -> &Behaviour {
        let fits = |address: &&Address| address.pattern.fits_path(host, port, path);
        self.addresses.iter().find(fits).map_or(&self.other, |address| &address.behaviour)
    }

    /// Whether a service is described on a port of this very machine, where a program may have its own.
    pub fn describes_local(&self, host: &str, port: u16) -> bool {
        self.addresses.iter().any(|address| address.pattern.names(host) && address.pattern.fits_host(host, port))
    }
}

/// Whether a host's name means the machine that the program runs on.
pub fn is_local(host: &str) -> bool {
    matches!(host, "" | "0.0.0.0" | "localhost" | "::1" | "gilsim") || host.starts_with("127.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network() -> Network {
        let address = |pattern: &str, size| Address {
            pattern: Pattern::parse(pattern).expect("right"),
            behaviour: Behaviour { size, ..Behaviour::default() },
        };
        let addresses = vec![address("api.example.com/big/*", 1), address("*.example.com", 2), address("db:5432", 3)];
        Network { other: Behaviour::default(), addresses }
    }

    #[test]
    fn the_first_pattern_that_fits_counts() {
        let network = network();
        assert_eq!(network.of_path("api.example.com", 80, "/big/file").size, 1);
        assert_eq!(network.of_path("api.example.com", 80, "/small").size, 2);
        assert_eq!(network.of_path("db", 5432, "/").size, 3);
        assert_eq!(network.of_path("db", 80, "/").size, 10_000);
        assert_eq!(network.of_host("api.example.com", 443).size, 1);
    }

    #[test]
    fn what_is_local_is_the_programs_own_unless_it_is_described() {
        assert!(is_local("127.0.0.1") && is_local("localhost") && !is_local("example.com"));
        let mut network = network();
        assert!(!network.describes_local("localhost", 8000));
        network.addresses[0].pattern = Pattern::parse("*").expect("right");
        assert!(!network.describes_local("localhost", 8000));
        network.addresses[0].pattern = Pattern::parse("localhost:8000").expect("right");
        assert!(network.describes_local("localhost", 8000) && !network.describes_local("localhost", 8001));
    }
}
