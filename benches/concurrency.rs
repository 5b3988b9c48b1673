//! What large numbers of threads, tasks and items cost, and how fast locks and queues hand over, beside `python3` and the bare
//! crates: `cargo bench --bench concurrency [-- NAME]`. Prints tables; asserts nothing.
//!
//! Each program is run by the binary as a user would run it, with nothing but its own output. Its cost for one of many is
//! that of a run with many less that of a run with few; memory is the most that the process has ever held.

use parking_lot::{Condvar, Mutex};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Each run is timed this often; the fastest counts.
const TIMES: usize = 3;

/// How often a running program's memory is looked at.
const LOOK: Duration = Duration::from_millis(2);

/// A program that does something `N` times over.
struct Program {
    name: &'static str,
    text: &'static str,
    numbers: &'static [u64],
}

const MANY: &[Program] = &[
    Program {
        name: "threads that sleep 0.5 s",
        text: include_str!("concurrency/threads.py"),
        numbers: &[100, 1_000, 10_000],
    },
    Program {
        name: "asyncio tasks that sleep 0.5 s",
        text: include_str!("concurrency/tasks.py"),
        numbers: &[1_000, 10_000, 100_000],
    },
    Program {
        name: "items through a queue.Queue",
        text: include_str!("concurrency/queue.py"),
        numbers: &[10_000, 100_000, 1_000_000],
    },
    Program {
        name: "items through a queue.SimpleQueue",
        text: include_str!("concurrency/simple_queue.py"),
        numbers: &[10_000, 100_000, 1_000_000],
    },
];

const ROUND_TRIPS: u64 = 20_000;

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    for program in MANY.iter().filter(|program| program.name.contains(&wanted)) {
        many(program);
    }
    if "hand-over".contains(&wanted) {
        hand_over();
    }
}

/// One program's table: what each of its threads, tasks or items costs, for more and more of them.
fn many(program: &Program) {
    println!("\n{}", program.name);
    println!("{:>10} {:<11} {:>10} {:>12} {:>10} {:>12}", "number", "run by", "time", "each", "memory", "each");
    for runner in Runner::ALL {
        let few = runner.best(program.text, 1);
        for number in program.numbers {
            let Some((few, cost)) = few.zip(runner.best(program.text, *number)) else { continue };
            let each = (cost.seconds - few.seconds).max(0.0) * 1e6 / *number as f64;
            let bytes = cost.kilobytes.saturating_sub(few.kilobytes) * 1024 / number;
            println!(
                "{number:>10} {:<11} {:>8.3} s {each:>9.2} us {:>7} MB {bytes:>6} bytes",
                runner.name(),
                cost.seconds,
                cost.kilobytes / 1024,
            );
        }
    }
}

/// Two threads that wake each other in turn: a round trip is two hand-overs.
fn hand_over() {
    let locks = include_str!("concurrency/hand_over.py");
    let queues = include_str!("concurrency/through_queue.py");
    println!("\nround trips between two threads, {ROUND_TRIPS} of them");
    let bare = [("parking_lot", bare_locks as fn(u64)), ("crossbeam-channel", bare_channels)];
    for ((name, bare), text) in bare.into_iter().zip([locks, queues]) {
        let bare = (0..TIMES).map(|_| timed(|| bare(ROUND_TRIPS))).fold(f64::INFINITY, f64::min);
        let bare = bare * 1e6 / ROUND_TRIPS as f64;
        println!("{name:<18} {bare:>8.2} us");
        for runner in [Runner::Real, Runner::Python] {
            let ends = runner.best(text, 1).zip(runner.best(text, ROUND_TRIPS));
            let Some((few, all)) = ends else { continue };
            let each = (all.seconds - few.seconds) * 1e6 / ROUND_TRIPS as f64;
            println!("  {:<16} {each:>8.2} us, {:.2} of it", runner.name(), each / bare);
        }
    }
}

fn timed(once: impl FnOnce()) -> f64 {
    let began = Instant::now();
    once();
    began.elapsed().as_secs_f64()
}

/// Two threads that take turns by a flag, a mutex and two condition variables.
fn bare_locks(trips: u64) {
    let shared = Arc::new((Mutex::new(false), Condvar::new(), Condvar::new()));
    let other = Arc::clone(&shared);
    let answerer = std::thread::spawn(move || {
        let (is_asked, asked, answered) = &*other;
        for _ in 0..trips {
            let mut flag = is_asked.lock();
            asked.wait_while(&mut flag, |flag| !*flag);
            *flag = false;
            answered.notify_one();
        }
    });
    let (is_asked, asked, answered) = &*shared;
    for _ in 0..trips {
        let mut flag = is_asked.lock();
        *flag = true;
        asked.notify_one();
        answered.wait_while(&mut flag, |flag| *flag);
    }
    answerer.join().expect("it does not panic");
}

fn bare_channels(trips: u64) {
    let (ask, asked) = crossbeam_channel::unbounded();
    let (answer, answered) = crossbeam_channel::unbounded();
    let answerer =
        std::thread::spawn(move || asked.iter().for_each(|item: u64| answer.send(item).expect("it listens")));
    for item in 0..trips {
        ask.send(item).expect("it listens");
        answered.recv().expect("it answers");
    }
    drop(ask);
    answerer.join().expect("it does not panic");
}

#[derive(Clone, Copy)]
enum Runner {
    Real,
    Simulated,
    Python,
}

#[derive(Clone, Copy)]
struct Cost {
    seconds: f64,
    kilobytes: u64,
}

impl Runner {
    const ALL: [Runner; 3] = [Runner::Real, Runner::Simulated, Runner::Python];

    fn name(self) -> &'static str {
        match self {
            Runner::Real => "real",
            Runner::Simulated => "simulated",
            Runner::Python => "python3",
        }
    }

    /// The fastest of several runs; none where it fails, as where the host gives no such number of threads.
    fn best(self, text: &str, number: u64) -> Option<Cost> {
        let file = script(text, number);
        let costs = (0..TIMES).map_while(|_| self.cost(&file));
        costs.min_by(|a, b| a.seconds.total_cmp(&b.seconds))
    }

    fn cost(self, file: &Path) -> Option<Cost> {
        let began = Instant::now();
        let mut child = self.start(file).ok()?;
        let mut kilobytes = 0;
        let status = loop {
            if let Some(status) = child.try_wait().ok()? {
                break status;
            }
            kilobytes = kilobytes.max(most_memory(&child));
            std::thread::sleep(LOOK);
        };
        status.success().then(|| Cost { seconds: began.elapsed().as_secs_f64(), kilobytes })
    }

    fn start(self, file: &Path) -> std::io::Result<Child> {
        let mut command = match self {
            Runner::Python => Command::new("python3"),
            Runner::Real | Runner::Simulated => Command::new(env!("CARGO_BIN_EXE_gilsim")),
        };
        match self {
            Runner::Real => command.args(["run", "--quiet", "--no-chart"]),
            Runner::Simulated => command.args(["run", "--quiet", "--no-chart", "--simulated"]),
            Runner::Python => &mut command,
        };
        command.arg(file).current_dir(std::env::temp_dir()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
    }
}

/// The most that the process has held, where the system says so; else nothing.
fn most_memory(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

/// The program with its number, in a file.
fn script(text: &str, number: u64) -> PathBuf {
    let path = std::env::temp_dir().join(format!("gilsim-concurrency-{}.py", std::process::id()));
    std::fs::write(&path, format!("N = {number}\n{text}")).expect("the folder for temporary files can be written");
    path
}
