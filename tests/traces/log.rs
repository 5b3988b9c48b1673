//! The log file: what goes in comes back, also where it was cut off or could not be written.

use crate::script::{APART, LOCKED, LOOP, NATIVE, ONE_CORE, TURNS, events, returned, task, trace};
use gilsim::ids::{ProcessId, ThreadId};
use gilsim::model::Model;
use gilsim::time::Nanos;
use gilsim::trace::{
    Event, EventKind, Header, LOG_FORMAT, LOG_NAME, LogWriter, PARTIAL_NAME, ReadError, Trace, read_log,
};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

fn header() -> Header {
    Header {
        format: LOG_FORMAT,
        version: "0.1.0".to_string(),
        seed: 1,
        scenario_hash: "c0ffee".to_string(),
        cores: 2,
        os: "linux".to_string(),
        started: 1_790_000_000,
        tasks: vec![task("crunch-1"), task("crunch-2")],
        config: serde_json::json!({"title": "Two tasks", "run": {"switch_interval": "5ms"}}),
    }
}

/// A folder of its own for a test, empty.
fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("log").join(name);
    let _ = fs::remove_dir_all(&dir);
    dir
}

/// Logs `run`, each thread with a recorder of its own.
fn log_run(log: &mut LogWriter, run: &Trace) -> Trace {
    let sink = log.begin(run.model);
    for thread in 0..3 {
        let mut recorder = sink.recorder(ProcessId(0), ThreadId(thread));
        for event in run.events.iter().filter(|event| event.thread == ThreadId(thread)) {
            recorder.record(event.at, event.kind.clone());
        }
    }
    log.end(run.model, run.outcomes.clone())
}

/// The run as it arrives when each thread delivers one batch.
fn turns() -> Trace {
    let mut run = trace(Model::Threads, &["crunch-1", "crunch-2"], TURNS);
    run.events.sort_by_key(|event| event.thread);
    Trace::new(run.model, run.events, run.tasks, run.outcomes)
}

/// A log of `TURNS`, as bytes.
fn written(name: &str) -> Vec<u8> {
    let dir = folder(name);
    let mut log = LogWriter::create(Some(&dir), &header()).expect("the folder can be made");
    log_run(&mut log, &turns());
    log.finish().expect("the log can be written");
    fs::read(dir.join(LOG_NAME)).expect("the log is there")
}

#[test]
fn what_goes_in_comes_back() {
    let dir = folder("round_trip");
    let mut log = LogWriter::create(Some(&dir), &header()).expect("the folder can be made");
    let gathered = log_run(&mut log, &turns());
    assert_eq!(gathered, turns());
    log.end(Model::Sequential, Vec::new());
    let mut alone = log.begin(Model::Sequential).recorder(ProcessId(0), ThreadId(0));
    alone.record(Nanos(7), EventKind::Printed { text: "zwei\n\"Zeilen\" \u{1F600}".to_string() });
    drop(alone);
    let second = log.end(Model::Sequential, vec![returned("1"), returned("2")]);
    log.finish().expect("the log can be written");
    let read = read_log(&fs::read(dir.join(LOG_NAME)).expect("the log is there")[..]).expect("the log can be read");
    assert_eq!((read.header, read.truncated), (header(), false));
    assert_eq!(read.traces, [turns(), second]);
    assert!(!dir.join(PARTIAL_NAME).exists());
}

#[test]
fn no_event_has_a_field_of_the_name_of_its_lanes() {
    let thread = ThreadId(3);
    let others = [EventKind::Spawned { thread }, EventKind::Wakes { thread }];
    let others = others.map(|kind| Event { at: Nanos(1), process: ProcessId(0), thread: ThreadId(1), kind });
    let scripts = [TURNS, APART, NATIVE, ONE_CORE, LOCKED, LOOP];
    for event in scripts.into_iter().flat_map(events).chain(others) {
        let text = serde_json::to_string(&event).expect("an event can be written");
        let read: Event = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(read, event, "{text}");
    }
}

#[test]
fn a_line_names_model_time_lane_and_event() {
    let text = String::from_utf8(written("lines")).expect("a log is text");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[1], r#"{"event":"model-started","model":"threads"}"#);
    assert!(
        lines.contains(
            &r#"{"model":"threads","t":5000000,"process":0,"thread":2,"event":"drop-requested","against":1}"#
        )
    );
    assert!(
        lines.contains(
            &r#"{"model":"threads","t":5000000,"process":0,"thread":1,"event":"gil-released","why":"forced"}"#
        )
    );
    assert!(
        lines.last().is_some_and(|last| last.starts_with(r#"{"event":"model-ended","model":"threads","outcomes":["#))
    );
}

#[test]
fn a_log_cut_anywhere_is_read_to_its_last_whole_line() {
    let whole = written("cut");
    let header_end = whole.iter().position(|byte| *byte == b'\n').expect("lines") + 1;
    for cut in 0..whole.len() {
        match read_log(&whole[..cut]) {
            Ok(log) => {
                assert!(log.truncated || cut == header_end, "cut at {cut}");
                let lines = whole[..cut].iter().filter(|byte| **byte == b'\n').count();
                let events: usize = log.traces.iter().map(|trace| trace.events.len()).sum();
                assert_eq!(events, lines.saturating_sub(2), "cut at {cut}");
                assert!(log.traces.iter().all(|trace| trace.stopped && trace.outcomes.len() == 2));
            }
            Err(ReadError::Empty) => assert!(cut < header_end, "cut at {cut}"),
            Err(error) => panic!("cut at {cut}: {error}"),
        }
    }
}

#[test]
fn a_broken_line_in_the_middle_is_named() {
    let text = String::from_utf8(written("broken")).expect("a log is text");
    let broken = text.replacen("\"t\":5000000", "\"t\":x", 1);
    let line = 1 + broken.lines().position(|line| line.contains("\"t\":x")).expect("it was replaced");
    let error = read_log(broken.as_bytes()).expect_err("the line is broken");
    assert!(error.to_string().starts_with(&format!("line {line} of the log is broken: ")), "{error}");
}

#[test]
fn lines_in_a_wrong_order_and_newer_formats_are_refused() {
    let text = String::from_utf8(written("refused")).expect("a log is text");
    let refusal = |text: String| read_log(text.as_bytes()).expect_err("it is wrong").to_string();
    let lines: Vec<&str> = text.lines().collect();
    let other = |from: &str, to: &str| text.replacen(from, to, 1);
    assert_eq!(
        refusal(format!("{}\n{}\n", lines[0], lines[2])),
        "line 2 of the log is broken: threads is not running here"
    );
    assert_eq!(
        refusal(format!("{}\n{}\n{}\n", lines[0], lines[1], lines[1])),
        "line 3 of the log is broken: threads starts before threads has ended"
    );
    assert_eq!(
        refusal(other("{\"format\":1", "{\"format\":2")),
        "the log has format 2, this program knows formats up to 1"
    );
    assert!(refusal("{}\n".to_string()).starts_with("line 1 of the log is broken"));
}

/// A disk with room for `room` bytes.
#[derive(Clone)]
struct SmallDisk {
    room: usize,
    written: Arc<Mutex<Vec<u8>>>,
}

impl Write for SmallDisk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut written = self.written.lock().map_err(|_| io::Error::other("a test panicked"))?;
        if written.len() + bytes.len() > self.room {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        written.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_costs_the_log_and_not_the_run() {
    let disk = SmallDisk { room: 600, written: Arc::default() };
    let mut log = LogWriter::to(Some(disk.clone()), &header()).expect("the thread starts");
    assert_eq!(log_run(&mut log, &turns()), turns());
    assert_eq!(log.failed().as_deref(), Some("no storage space"));
    assert_eq!(log_run(&mut log, &turns()), turns());
    assert_eq!(log.finish().expect_err("the disk is full").kind(), io::ErrorKind::StorageFull);
    assert!(disk.written.lock().expect("nobody panicked").len() <= 600);
}

#[test]
fn a_log_in_memory_gathers_and_writes_nothing() {
    let mut log = LogWriter::create(None, &header()).expect("the thread starts");
    assert_eq!(log_run(&mut log, &turns()), turns());
    assert_eq!(log.failed(), None);
    log.finish().expect("there is nothing to fail");
}

#[test]
fn an_older_log_stays_until_the_new_one_is_whole() {
    let dir = folder("older");
    fs::create_dir_all(&dir).expect("the folder can be made");
    fs::write(dir.join(LOG_NAME), "older").expect("the file can be written");
    let mut log = LogWriter::create(Some(&dir), &header()).expect("the folder is there");
    log_run(&mut log, &turns());
    assert_eq!(fs::read_to_string(dir.join(LOG_NAME)).expect("the file is there"), "older");
    drop(log);
    let partial = fs::read(dir.join(PARTIAL_NAME)).expect("an unfinished log stays");
    assert_eq!(read_log(&partial[..]).expect("it is whole so far").traces, [turns()]);
    assert_eq!(fs::read_to_string(dir.join(LOG_NAME)).expect("the file is there"), "older");
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_at_once() {
    let dir = folder("blocked");
    fs::create_dir_all(&dir).expect("the folder can be made");
    fs::write(dir.join("file"), "").expect("the file can be written");
    assert!(LogWriter::create(Some(&dir.join("file")), &header()).is_err());
}

#[test]
fn what_a_thread_records_after_the_end_of_its_run_is_not_given_to_the_next() {
    let mut log = LogWriter::create(None, &header()).expect("the thread starts");
    let mut late = log.begin(Model::Threads).recorder(ProcessId(0), ThreadId(1));
    log.end(Model::Threads, Vec::new());
    log.begin(Model::Sequential);
    late.record(Nanos(1), EventKind::GilWanted);
    drop(late);
    assert_eq!(log.end(Model::Sequential, Vec::new()).events, []);
}

#[test]
fn events_of_a_child_join_those_of_the_parent() {
    let mut log = LogWriter::create(None, &header()).expect("the thread starts");
    let sink = log.begin(Model::Processes);
    let mut parent = sink.recorder(ProcessId(1), ThreadId(0));
    parent.record(Nanos(1), EventKind::ProcessStarted { pid: 9 });
    sink.forward(crate::script::events("0.1 p1 starts crunch"));
    parent.record(Nanos(500_000), EventKind::ProcessExited { status: "killed by SIGKILL".to_string(), clean: false });
    drop(parent);
    let times: Vec<u64> = log.end(Model::Processes, Vec::new()).events.iter().map(|event| event.at.0).collect();
    assert_eq!(times, [1, 100_000, 500_000]);
}
