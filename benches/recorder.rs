//! What one recorded event costs the thread that records it, beside a bare clock read and a bare push to a `Vec`.
//!
//! `cargo bench --bench recorder` prints a table. The recorder is the real one, with the real channel and the writer's
//! thread behind it, once without and once with a file. Recording itself reads no clock; an engine reads one for it.

use gilsim::ids::{ProcessId, ThreadId};
use gilsim::model::Model;
use gilsim::time::Nanos;
use gilsim::trace::{Event, EventKind, Header, LOG_FORMAT, LogWriter, Sink};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Events in a round. A second of a thread that hands the GIL over every 20 µs.
const EVENTS: u64 = 200_000;

/// Of so many rounds, the quickest counts: the others were disturbed by something else.
const ROUNDS: usize = 7;

fn main() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench_recorder");
    let rows = [
        ("clock read", best(clock_reads)),
        ("push to a Vec", best(pushes)),
        ("record, log in memory", best(|| recorded(None))),
        ("record, log to a file", best(|| recorded(Some(&dir)))),
        ("record until the trace is there", best(|| whole(None))),
        ("… and the log file is written", best(|| whole(Some(&dir)))),
    ];
    print_table(&rows);
    if let Err(error) = std::fs::remove_dir_all(&dir) {
        eprintln!("{} is left over: {error}", dir.display());
    }
}

fn print_table(rows: &[(&str, f64)]) {
    let (clock, push) = (rows[0].1, rows[1].1);
    println!("{:<32}{:>12}{:>16}{:>16}", "", "ns an event", "× clock read", "× Vec push");
    for (name, nanos) in rows {
        println!("{name:<32}{nanos:>12.1}{:>16.2}{:>16.2}", nanos / clock, nanos / push);
    }
}

/// The quickest of some rounds, in nanoseconds an event.
fn best(round: impl Fn() -> f64) -> f64 {
    (0..ROUNDS).map(|_| round()).fold(f64::INFINITY, f64::min) / EVENTS as f64
}

/// Nanoseconds that `work` takes.
fn timed(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_nanos() as f64
}

fn clock_reads() -> f64 {
    timed(|| {
        for _ in 0..EVENTS {
            black_box(Instant::now());
        }
    })
}

fn kind(n: u64) -> EventKind {
    let waited = Nanos(n);
    EventKind::GilAcquired { from: Some(ThreadId(2)), waited, woken_in_vain: 0 }
}

fn pushes() -> f64 {
    let mut events = Vec::with_capacity(EVENTS as usize);
    timed(|| {
        for n in 0..EVENTS {
            events.push(Event { at: Nanos(n), process: ProcessId(0), thread: ThreadId(1), kind: black_box(kind(n)) });
        }
        black_box(&events);
    })
}

fn record(sink: &Sink) -> f64 {
    let mut recorder = sink.recorder(ProcessId(0), ThreadId(1));
    timed(|| {
        (0..EVENTS).for_each(|n| recorder.record(Nanos(n), black_box(kind(n))));
        recorder.flush();
    })
}

/// What the recording thread spends, while the writer's thread does its part beside it.
fn recorded(dir: Option<&Path>) -> f64 {
    let mut log = create(dir);
    let spent = record(&log.begin(Model::Threads));
    finish(log);
    spent
}

/// What the whole takes, with all that the writer's thread does, until the log is with the operating system.
fn whole(dir: Option<&Path>) -> f64 {
    let mut log = create(dir);
    let sink = log.begin(Model::Threads);
    timed(|| {
        record(&sink);
        finish(log);
    })
}

fn create(dir: Option<&Path>) -> LogWriter {
    let header = Header {
        format: LOG_FORMAT,
        version: env!("CARGO_PKG_VERSION").to_string(),
        seed: 1,
        scenario_hash: String::new(),
        cores: 1,
        os: std::env::consts::OS.to_string(),
        started: 0,
        tasks: Vec::new(),
        config: serde_json::Value::Null,
    };
    LogWriter::create(dir, &header).expect("a benchmark without its log measures nothing")
}

fn finish(mut log: LogWriter) {
    log.end(Model::Threads, Vec::new());
    log.finish().expect("a log that failed was not measured");
}
