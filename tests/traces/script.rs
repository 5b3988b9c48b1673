//! Runs written as scripts, one event a line: time in milliseconds, lane, what it does.
//!
//! ```text
//! 0    1   starts crunch-1        (lane 1: thread 1 of process 0; lane p1: thread 0 of process 1, p1.2: its thread 2)
//! 0    1   wants
//! 0.1  1   takes                  (`from` and `waited` follow from the script unless given: from 2 waited 0.1 vain 3)
//! 5.1  2   asks 1
//! 5.2  1   drops forced           (or blocking, exit)
//! ```
//!
//! Others: `native MS`, `io MS`, `on CORE`, `off`, `ends`, `task N`, `done N`, `failed N`, `sleeps MS`, `wakes`, `born PID`, `ready`, `exits`, `fails`, `dies SIGNAL`, `over`, `free` (there is no GIL), `stands PLACE`,
//! and of the tasks of event loops `steps N`, `awaits N WHAT`, `returns N`.

use gilsim::ids::{ProcessId, TaskId, ThreadId};
use gilsim::model::Model;
use gilsim::time::Nanos;
use gilsim::trace::{BlockingCall, Event, EventKind, Outcome, Release, StepEnd, TaskInfo, Trace};
use std::collections::HashMap;

/// A trace of a script in which all tasks returned `None`. A task `short-1` is of the group `short`.
pub fn trace(model: Model, tasks: &[&str], script: &str) -> Trace {
    let outcomes = vec![returned("None"); tasks.len()];
    Trace::new(model, events(script), tasks.iter().map(|name| task(name)).collect(), outcomes)
}

/// A stopped run.
pub fn stopped(model: Model, tasks: &[&str], script: &str) -> Trace {
    Trace::new(model, events(script), tasks.iter().map(|name| task(name)).collect(), Vec::new())
}

pub fn returned(value: &str) -> Outcome {
    Outcome::Returned { value: value.to_string() }
}

pub fn task(name: &str) -> TaskInfo {
    let group = name.split('-').next().unwrap_or(name);
    TaskInfo { name: name.to_string(), group: group.to_string(), script: false }
}

pub fn ms(text: &str) -> Nanos {
    Nanos::from_secs_f64(text.parse::<f64>().expect("a time in milliseconds") / 1e3)
}

/// The events of a script, in its order.
pub fn events(script: &str) -> Vec<Event> {
    let mut known = Known::default();
    script.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| event(line, &mut known)).collect()
}

/// What lines may leave out: when lanes began to want the GIL, who had it last.
#[derive(Default)]
struct Known {
    wanted: HashMap<(ProcessId, ThreadId), Nanos>,
    last: HashMap<ProcessId, ThreadId>,
}

fn event(line: &str, known: &mut Known) -> Event {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (at, (process, thread)) = (ms(words[0]), lane(words[1]));
    let kind = match words[2] {
        "wants" => {
            known.wanted.insert((process, thread), at);
            EventKind::GilWanted
        }
        "takes" => takes(at, process, thread, &words[3..], known),
        verb => simple(verb, &words[3..]),
    };
    Event { at, process, thread, kind }
}

fn lane(word: &str) -> (ProcessId, ThreadId) {
    let of_process = word.strip_prefix('p').map(|process| process.split_once('.').unwrap_or((process, "0")));
    match of_process {
        Some((process, thread)) => (ProcessId(number(process)), ThreadId(number(thread))),
        None => (ProcessId(0), ThreadId(number(word))),
    }
}

fn number(word: &str) -> u32 {
    word.parse().expect("a number")
}

fn takes(at: Nanos, process: ProcessId, thread: ThreadId, words: &[&str], known: &mut Known) -> EventKind {
    let given = |name: &str| words.iter().position(|word| *word == name).map(|at| words[at + 1]);
    let last = known.last.insert(process, thread).filter(|last| *last != thread);
    let wanted = known.wanted.remove(&(process, thread)).unwrap_or(at);
    EventKind::GilAcquired {
        from: given("from").map(|word| ThreadId(number(word))).or(last),
        waited: given("waited").map_or(at.saturating_sub(wanted), ms),
        woken_in_vain: given("vain").map_or(0, number),
    }
}

fn simple(verb: &str, words: &[&str]) -> EventKind {
    let task = || TaskId(number(words[0]));
    match verb {
        "starts" => EventKind::ThreadStarted { name: words[0].to_string() },
        "ends" => EventKind::ThreadEnded,
        "spawns" => EventKind::Spawned { thread: ThreadId(number(words[0])) },
        "task" => EventKind::TaskStarted { task: task() },
        "done" => EventKind::TaskEnded { task: task(), ok: true },
        "failed" => EventKind::TaskEnded { task: task(), ok: false },
        "asks" => EventKind::DropRequested { against: ThreadId(number(words[0])) },
        "drops" => EventKind::GilReleased { why: release(words[0]) },
        "stands" => EventKind::GilKept { at: words[0].to_string() },
        "sleeps" => EventKind::BlockBegun { call: BlockingCall::Sleep, asked: Some(ms(words[0])) },
        "io" => EventKind::BlockBegun { call: BlockingCall::Io, asked: Some(ms(words[0])) },
        "native" => EventKind::BlockBegun { call: BlockingCall::Native, asked: Some(ms(words[0])) },
        "finds" => EventKind::LockContended { holder: Some(ThreadId(number(words[0]))) },
        "parks" => EventKind::BlockBegun { call: BlockingCall::Lock, asked: None },
        "joins" => EventKind::BlockBegun { call: BlockingCall::ThreadJoin, asked: None },
        "unlocks" => EventKind::Wakes { thread: ThreadId(number(words[0])) },
        "on" => EventKind::OnCore { core: number(words[0]) },
        "off" => EventKind::OffCore,
        "wakes" => EventKind::BlockEnded,
        "collects" => EventKind::Collected { objects: 1_000, took: ms(words[0]) },
        "steps" => EventKind::StepBegun { coroutine: number(words[0]), name: None },
        "awaits" => step_ended(words[0], StepEnd::Awaits { what: words[1].to_string() }),
        "returns" => step_ended(words[0], StepEnd::Done),
        "born" => EventKind::ProcessStarted { pid: number(words[0]) },
        "ready" => EventKind::ProcessReady,
        "exits" => EventKind::ProcessExited { status: "exit status 0".to_string(), clean: true },
        "fails" => EventKind::ProcessExited { status: "exit status 1".to_string(), clean: false },
        "dies" => EventKind::ProcessExited { status: format!("killed by {}", words[0]), clean: false },
        "over" => EventKind::ProgramOver,
        "free" => EventKind::NoGil,
        _ => panic!("no such verb: {verb}"),
    }
}

fn step_ended(coroutine: &str, then: StepEnd) -> EventKind {
    EventKind::StepEnded { coroutine: number(coroutine), then }
}

fn release(word: &str) -> Release {
    match word {
        "forced" => Release::Forced,
        "blocking" => Release::Blocking,
        "exit" => Release::Exit,
        _ => panic!("no such release: {word}"),
    }
}

/// Two CPU-bound threads that take turns, 5 ms each, for 20 ms; hand-overs take 0.1 ms.
pub const TURNS: &str = "
    0     1  starts crunch-1
    0     1  wants
    0     1  takes
    0     1  task 0
    0     2  starts crunch-2
    0     2  wants
    5     2  asks 1
    5     1  drops forced
    5.1   1  wants
    5.1   2  takes
    5.1   2  task 1
    10    1  asks 2
    10    2  drops forced
    10.1  1  takes
    10.1  2  wants
    15    2  asks 1
    15    1  drops forced
    15.1  2  takes
    15.1  1  wants
    18    2  done 1
    18    2  drops exit
    18    2  ends
    18.1  1  takes
    20    1  done 0
    20    1  drops exit
    20    1  ends";

/// The same work in one thread: 19.6 ms of interpreting, half for each task.
pub const ALONE: &str = "
    0     0  starts main
    0     0  wants
    0     0  takes
    0     0  task 0
    9.8   0  done 0
    9.8   0  task 1
    19.6  0  done 1
    19.6  0  drops exit
    19.6  0  ends";

/// The same work in two processes that are ready after 1 ms.
pub const APART: &str = "
    0     p1 born 11
    0     p2 born 12
    0.5   p1 starts crunch-1
    0.5   p2 starts crunch-2
    1     p1 ready
    1     p1 wants
    1     p1 takes
    1     p1 task 0
    1     p2 ready
    1     p2 wants
    1     p2 takes
    1     p2 task 1
    11    p1 done 0
    11    p1 drops exit
    11    p1 ends
    11    p2 done 1
    11    p2 drops exit
    11    p2 ends
    11.5  p1 exits
    11.5  p2 exits";

/// A thread that sleeps 1 ms and then has to ask a CPU-bound one for the GIL, twice.
pub const CONVOY: &str = "
    0     1  starts crunch
    0     1  wants
    0     1  takes
    0     1  task 0
    0     2  starts short
    0     2  wants
    5     2  asks 1
    5     1  drops forced
    5     1  wants
    5     2  takes
    5     2  task 1
    5     2  sleeps 1
    5     2  drops blocking
    5     1  takes
    6     2  wakes
    6     2  wants
    11    2  asks 1
    11    1  drops forced
    11    1  wants
    11    2  takes
    11    2  sleeps 1
    11    2  drops blocking
    11    1  takes
    12    2  wakes
    12    2  wants
    17    2  asks 1
    17    1  drops forced
    17    1  wants
    17    2  takes
    17    2  done 1
    17    2  drops exit
    17    2  ends
    17    1  takes
    20    1  done 0
    20    1  drops exit
    20    1  ends";

/// Two threads that interpret for 1 ms, compute without the GIL for 4 ms, and interpret for 1 ms.
pub const NATIVE: &str = "
    0     1  starts hash-1
    0     1  wants
    0     1  takes
    0     1  task 0
    0     2  starts hash-2
    0     2  wants
    1     1  native 4
    1     1  drops blocking
    1     2  takes
    1     2  task 1
    2     2  native 4
    2     2  drops blocking
    5     1  wakes
    5     1  wants
    5     1  takes
    6     1  done 0
    6     1  drops exit
    6     1  ends
    6     2  wakes
    6     2  wants
    6     2  takes
    7     2  done 1
    7     2  drops exit
    7     2  ends";

/// Two threads on one core: the second takes the GIL while the first has the core for native code, and then the first
/// has to wait for the core.
pub const ONE_CORE: &str = "
    0     1  on 0
    0     1  starts hash
    0     1  wants
    0     1  takes
    0     1  task 0
    0     2  off
    0     2  starts crunch
    0     2  wants
    1     1  native 5
    1     1  drops blocking
    1     2  takes
    3     1  off
    3     2  on 0
    3     2  task 1
    4     2  done 1
    4     2  drops exit
    4     2  ends
    4     2  off
    4     1  on 0
    7     1  wakes
    7     1  wants
    7     1  takes
    8     1  done 0
    8     1  drops exit
    8     1  ends";

/// The first thread sleeps while it has a lock of the program, which the second waits for.
pub const LOCKED: &str = "
    0     1  starts holder
    0     1  wants
    0     1  takes
    0     1  task 0
    0     2  starts waiter
    0     2  wants
    1     1  sleeps 3
    1     1  drops blocking
    1     2  takes
    1     2  task 1
    2     2  finds 1
    2     2  parks
    2     2  drops blocking
    4     1  wakes
    4     1  wants
    4     1  takes
    5     1  unlocks 2
    5     2  wakes
    5     2  wants
    6     1  done 0
    6     1  drops exit
    6     1  ends
    6     2  takes
    7     2  done 1
    7     2  drops exit
    7     2  ends";

/// An event loop with two tasks. The first waits for 3 ms in all, while the second takes a step; that one for 2 ms.
pub const LOOP: &str = "
    0     1  starts loop
    0     1  wants
    0     1  takes
    0     1  task 0
    1     1  steps 1
    2     1  awaits 1 sleep
    2     1  steps 2
    5     1  awaits 2 sleep
    5     1  steps 1
    6     1  returns 1
    7     1  steps 2
    8     1  returns 2
    8     1  done 0
    8     1  drops exit
    8     1  ends";

/// Twice the garbage collector looks at all objects.
pub const COLLECTED: &str = "
    0     1  starts maker
    0     1  wants
    0     1  takes
    0     1  task 0
    3     1  collects 2
    5     1  collects 1
    6     1  done 0
    6     1  drops exit
    6     1  ends";
