//! Real sockets: a service answers on loopback, and a stop ends whatever waits.

use super::Sockets;
use crate::engine::Stop;
use crate::ids::ProcessId;
use crate::net::{Behaviour, Failure, Network};
use crate::vm::socket::{REFUSED, RESET};
use crate::vm::{Reply, SocketCall};
use std::sync::Arc;

fn network(failures: f64, failure: Failure) -> Network {
    let quick = |text| crate::net::Length::parse(text).expect("right");
    let other = Behaviour {
        latency: quick("1ms"),
        connect: quick("1ms"),
        size: 100_000,
        failures,
        failure,
        ..Behaviour::default()
    };
    Network { other, addresses: Vec::new() }
}

fn connected(sockets: &Sockets, stop: &Stop) -> Reply {
    let Reply::Int(socket) = sockets.call(SocketCall::Open { is_stream: true }, stop) else { panic!("a socket") };
    let connect = SocketCall::Connect { socket, host: "example.com".into(), port: 80, wait: true };
    match sockets.call(connect, stop) {
        Reply::Int(_) => Reply::Int(socket),
        failed => failed,
    }
}

fn ask(sockets: &Sockets, stop: &Stop, socket: i64) -> Result<Vec<u8>, i32> {
    let data = b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n".to_vec();
    sockets.call(SocketCall::Send { socket, data, sent: 0, all: true, wait: true }, stop);
    let mut all = Vec::new();
    loop {
        match sockets.call(SocketCall::Receive { socket, most: 65_536, peek: false, wait: true }, stop) {
            Reply::Bytes(bytes) if bytes.is_empty() => return Ok(all),
            Reply::Bytes(bytes) => all.extend(bytes),
            Reply::Failed(number, _) => return Err(number),
            other => panic!("bytes are wanted: {other:?}"),
        }
    }
}

#[test]
fn a_service_answers_whole_and_fails_as_described() {
    let stop = Stop::new();
    let of = |failures, failure| {
        let sockets = Sockets::new(&network(failures, failure), 1, ProcessId::MAIN);
        match connected(&sockets, &stop) {
            Reply::Int(socket) => ask(&sockets, &stop, socket),
            Reply::Failed(number, _) => Err(number),
            other => panic!("a socket is wanted: {other:?}"),
        }
    };
    let answer = of(0.0, Failure::Reset).expect("an answer");
    assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n") && answer.len() > 100_000, "{}", answer.len());
    assert_eq!(of(1.0, Failure::Reset), Err(RESET));
    assert_eq!(of(1.0, Failure::Refused), Err(REFUSED));
}

#[test]
fn a_stop_ends_what_waits() {
    let stop = Arc::new(Stop::new());
    let sockets = Sockets::new(&network(1.0, Failure::Silence), 1, ProcessId::MAIN);
    let Reply::Int(socket) = connected(&sockets, &stop) else { panic!("a socket") };
    let other = stop.clone();
    let stopper = std::thread::spawn(move || {
        other.sleep(crate::time::Nanos::from_millis(20));
        other.request();
    });
    assert!(ask(&sockets, &stop, socket).is_err());
    stopper.join().expect("it has only slept");
}
