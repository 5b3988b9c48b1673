//! The network by hand: calls at chosen moments, and what comes of them.

use super::{Network, Progress};
use crate::engine::simulated::os::Tid;
use crate::ids::ProcessId;
use crate::net::{self, Behaviour, Failure};
use crate::time::Nanos;
use crate::vm::socket::{AGAIN, IN_PROGRESS, IN_USE, READABLE, REFUSED, RESET, WRITABLE};
use crate::vm::{Reply, SocketCall};

const LOOPBACK: Nanos = Nanos(1_000);

/// A network and the time.
struct Bench {
    network: Network,
    now: Nanos,
}

impl Bench {
    fn new(other: Behaviour) -> Bench {
        let plan = net::Network { other, addresses: Vec::new() };
        Bench { network: Network::new(plan, 1, LOOPBACK), now: Nanos::ZERO }
    }

    fn call(&mut self, mut call: SocketCall) -> Progress {
        self.network.call(self.now, (ProcessId(0), Tid(0)), &mut call)
    }

    /// Calls until it is done, letting time go on.
    fn done(&mut self, mut call: SocketCall) -> Reply {
        loop {
            match self.network.call(self.now, (ProcessId(0), Tid(0)), &mut call) {
                Progress::Done(reply) => return reply,
                Progress::Wait => {
                    self.now = self.network.next_at().expect("something will happen");
                    self.network.advance(self.now);
                    assert!(self.network.take_woken().iter().all(|thread| *thread == Tid(0)));
                }
            }
        }
    }

    fn number(&mut self, call: SocketCall) -> i64 {
        match self.done(call) {
            Reply::Int(number) => number,
            other => panic!("a number is wanted: {other:?}"),
        }
    }

    fn failure(&mut self, call: SocketCall) -> i32 {
        match self.done(call) {
            Reply::Failed(number, _) => number,
            other => panic!("a failure is wanted: {other:?}"),
        }
    }

    fn bytes(&mut self, socket: i64) -> Vec<u8> {
        match self.done(SocketCall::Receive { socket, most: 1 << 20, peek: false, wait: true }) {
            Reply::Bytes(bytes) => bytes,
            other => panic!("bytes are wanted: {other:?}"),
        }
    }

    fn send(&mut self, socket: i64, data: &[u8]) -> i64 {
        self.number(SocketCall::Send { socket, data: data.to_vec(), sent: 0, all: true, wait: true })
    }

    fn open(&mut self) -> i64 {
        self.number(SocketCall::Open { is_stream: true })
    }

    fn connect(&mut self, host: &str, port: u16) -> i64 {
        let socket = self.open();
        self.number(SocketCall::Connect { socket, host: host.to_owned(), port, wait: true });
        socket
    }

    fn listen(&mut self) -> (i64, u16) {
        let socket = self.open();
        let port = self.number(SocketCall::Bind { socket, host: String::new(), port: 0 });
        self.done(SocketCall::Listen { socket, backlog: 5 });
        (socket, port as u16)
    }

    fn accept(&mut self, socket: i64) -> i64 {
        match self.done(SocketCall::Accept { socket, wait: true }) {
            Reply::Many(parts) => match parts[0] {
                Reply::Int(number) => number,
                ref other => panic!("a number is wanted: {other:?}"),
            },
            other => panic!("a connection is wanted: {other:?}"),
        }
    }
}

#[test]
fn two_ends_talk_and_the_end_of_one_is_seen_by_the_other() {
    let mut bench = Bench::new(Behaviour::default());
    let (listener, port) = bench.listen();
    let client = bench.connect("localhost", port);
    assert_eq!(bench.now, Nanos(2_000), "there and back");
    let server = bench.accept(listener);
    bench.send(client, b"hello");
    assert_eq!(bench.bytes(server), b"hello");
    assert_eq!(bench.now, Nanos(3_000));
    bench.done(SocketCall::Close { socket: client });
    assert_eq!(bench.bytes(server), b"");
}

#[test]
fn nobody_listening_refuses_and_a_port_is_taken_once() {
    let mut bench = Bench::new(Behaviour::default());
    let socket = bench.open();
    assert_eq!(bench.failure(SocketCall::Connect { socket, host: "127.0.0.1".into(), port: 1, wait: true }), REFUSED);
    let (_, port) = bench.listen();
    let socket = bench.open();
    assert_eq!(bench.failure(SocketCall::Bind { socket, host: String::new(), port }), IN_USE);
}

#[test]
fn what_does_not_wait_says_so() {
    let mut bench = Bench::new(Behaviour::default());
    let (listener, port) = bench.listen();
    assert_eq!(bench.failure(SocketCall::Accept { socket: listener, wait: false }), AGAIN);
    let socket = bench.open();
    let connect = SocketCall::Connect { socket, host: "localhost".into(), port, wait: false };
    assert_eq!(bench.failure(connect), IN_PROGRESS);
    let ready = bench.done(SocketCall::Poll { watched: vec![(socket, READABLE | WRITABLE)], timeout: None });
    assert!(matches!(&ready, Reply::Many(parts) if matches!(parts[..], [Reply::Int(_), Reply::Int(2)])), "{ready:?}");
    let outcome = bench.done(SocketCall::Outcome { socket });
    assert!(
        matches!(&outcome, Reply::Many(parts) if matches!(parts[..], [Reply::Int(0), Reply::Int(1..)])),
        "{outcome:?}"
    );
}

#[test]
fn a_sender_waits_for_room_until_the_other_end_reads() {
    let mut bench = Bench::new(Behaviour::default());
    let Reply::Many(pair) = bench.done(SocketCall::Pair) else { panic!("a pair") };
    let [Reply::Int(one), Reply::Int(other)] = pair[..] else { panic!("two numbers") };
    let mut send = SocketCall::Send { socket: one, data: vec![7; 300_000], sent: 0, all: true, wait: true };
    assert!(matches!(bench.network.call(Nanos::ZERO, (ProcessId(0), Tid(0)), &mut send), Progress::Wait));
    bench.now = LOOPBACK;
    bench.network.advance(LOOPBACK);
    assert_eq!(bench.bytes(other).len(), 256 * 1024);
    assert_eq!(bench.network.take_woken(), [Tid(0)]);
    assert!(matches!(
        bench.network.call(LOOPBACK, (ProcessId(0), Tid(0)), &mut send),
        Progress::Done(Reply::Int(300_000))
    ));
}

#[test]
fn a_service_answers_after_its_latency_at_its_bandwidth() {
    let mut bench = Bench::new(Behaviour { bandwidth: 1_000_000, size: 50_000, ..Behaviour::default() });
    let socket = bench.connect("example.com", 80);
    assert_eq!(bench.now, Nanos::from_millis(20));
    bench.send(socket, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
    let (mut received, mut begun) = (0, None);
    loop {
        let bytes = bench.bytes(socket);
        if bytes.is_empty() {
            break;
        }
        begun.get_or_insert(bench.now);
        received += bytes.len();
    }
    // 50 ms until it begins, and 50 kB and the head at a megabyte a second.
    assert!((50_100..50_300).contains(&received), "{received}");
    assert_eq!(bench.now.0, 70_000_000 + received as u64 * 1_000);
}

#[test]
fn a_service_can_refuse_and_break_off() {
    let failing = |failure| Behaviour { failures: 1.0, failure, ..Behaviour::default() };
    let mut bench = Bench::new(failing(Failure::Refused));
    let socket = bench.open();
    let connect = SocketCall::Connect { socket, host: "example.com".into(), port: 80, wait: true };
    assert_eq!(bench.failure(connect), REFUSED);
    let mut bench = Bench::new(failing(Failure::Reset));
    let socket = bench.connect("example.com", 80);
    bench.send(socket, b"GET / HTTP/1.1\r\n\r\n");
    assert_eq!(bench.failure(SocketCall::Receive { socket, most: 10, peek: false, wait: true }), RESET);
}

#[test]
fn datagrams_keep_their_bounds_and_what_leaves_the_machine_is_lost() {
    let mut bench = Bench::new(Behaviour::default());
    let [inbox, outbox] = [(); 2].map(|()| bench.number(SocketCall::Open { is_stream: false }));
    let port = bench.number(SocketCall::Bind { socket: inbox, host: "localhost".into(), port: 0 }) as u16;
    for data in [b"one".to_vec(), b"two".to_vec()] {
        bench.number(SocketCall::SendTo { socket: outbox, data, host: "localhost".into(), port });
    }
    bench.number(SocketCall::SendTo { socket: outbox, data: b"x".to_vec(), host: "example.com".into(), port });
    for expected in [b"one", b"two"] {
        let reply = bench.done(SocketCall::ReceiveFrom { socket: inbox, most: 100, peek: false, wait: true });
        assert!(matches!(&reply, Reply::Many(parts) if matches!(&parts[0], Reply::Bytes(data) if data == expected)));
    }
    let call = SocketCall::ReceiveFrom { socket: inbox, most: 100, peek: false, wait: true };
    assert!(matches!(bench.call(call), Progress::Wait));
    assert_eq!(bench.network.next_at(), None);
}
