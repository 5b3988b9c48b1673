//! What large numbers of threads, tasks and items cost, and how fast locks and queues hand over, beside `python3` and the bare
//! crates: `cargo bench --bench concurrency [-- NAME]`. Prints tables; asserts nothing.
//!
//! Each program is run by the binary as a user would run it, with nothing but its own output. Its cost for one of many is
//! that of a run with many less that of a run with few; memory is the most that the process has ever held.

mod python;

use parking_lot::{Condvar, Mutex};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Each run is timed this often; the fastest counts.
const TIMES: usize = 3;

/// As often two threads are timed.
const TURNS: usize = 7;

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

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    for program in MANY.iter().filter(|program| program.name.contains(&wanted)) {
        many(program);
    }
    for each in EXCHANGES.iter().filter(|each| each.what.contains(&wanted)) {
        exchange(each);
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

/// What two threads do with each other, by themselves and as programs: each number is that of one round trip, or one item.
struct Exchange {
    what: &'static str,
    bare: &'static str,
    by_hand: fn(u64),
    text: &'static str,
    number: u64,
}

const EXCHANGES: &[Exchange] = &[
    Exchange {
        what: "round trips of two threads by locks",
        bare: "parking_lot",
        by_hand: bare_locks,
        text: include_str!("concurrency/hand_over.py"),
        number: 50_000,
    },
    Exchange {
        what: "round trips of two threads by queues",
        bare: "crossbeam-channel",
        by_hand: bare_channels,
        text: include_str!("concurrency/through_queue.py"),
        number: 50_000,
    },
    Exchange {
        what: "items from one thread to another",
        bare: "crossbeam-channel",
        by_hand: bare_items,
        text: include_str!("concurrency/simple_queue.py"),
        number: 1_000_000,
    },
];

/// All ways in turn, so that each has the same neighbours on this machine, each at its fastest. Programs take their time
/// themselves, as the bare threads do: starting and the report have no part in it.
fn exchange(exchange: &Exchange) {
    let Exchange { what, bare, by_hand, text, number } = *exchange;
    let mut best = [f64::INFINITY; 3];
    for _ in 0..TURNS {
        let program = |runner: Runner| runner.each(text, number).unwrap_or(f64::INFINITY);
        let times = [timed(|| by_hand(number)) * 1e6 / number as f64, program(Runner::Real), program(Runner::Python)];
        best.iter_mut().zip(times).for_each(|(best, time)| *best = best.min(time));
    }
    println!("\n{what}, {number} of them\n{bare:<18} {:>8.2} us", best[0]);
    for (runner, each) in [Runner::Real, Runner::Python].into_iter().zip(&best[1..]) {
        println!("  {:<16} {each:>8.2} us, {:.2} of it", runner.name(), each / best[0]);
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

fn bare_items(number: u64) {
    let (give, given) = crossbeam_channel::unbounded();
    let producer = std::thread::spawn(move || (0..number).for_each(|item| give.send(item).expect("it listens")));
    let total: u64 = given.iter().sum();
    producer.join().expect("it does not panic");
    assert_eq!(total, number * (number - 1) / 2);
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
        let mut child = self.start(file, Stdio::null()).ok()?;
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

    /// What one of many takes by the program's own clock, in microseconds.
    fn each(self, text: &str, number: u64) -> Option<f64> {
        let timed = format!(
            "import time\nBEGUN = time.perf_counter()\n{text}\nprint((time.perf_counter() - BEGUN) * 1e6 / N)\n"
        );
        let child = self.start(&script(&timed, number), Stdio::piped()).ok()?;
        String::from_utf8(child.wait_with_output().ok()?.stdout).ok()?.trim().parse().ok()
    }

    fn start(self, file: &Path, stdout: Stdio) -> std::io::Result<Child> {
        let mut command = match self {
            Runner::Python => python::command(),
            Runner::Real | Runner::Simulated => Command::new(env!("CARGO_BIN_EXE_gilsim")),
        };
        match self {
            Runner::Real => command.args(["run", "--quiet", "--no-chart"]),
            Runner::Simulated => command.args(["run", "--quiet", "--no-chart", "--simulated"]),
            Runner::Python => &mut command,
        };
        command.arg(file).current_dir(std::env::temp_dir()).stdout(stdout).stderr(Stdio::null()).spawn()
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
