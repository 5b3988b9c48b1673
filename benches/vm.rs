//! Speed of the eval loop beside CPython on the same source: nanoseconds per unit of work, and the ratio.
//!
//! Each program defines `work(n)`. It runs several times on either side and the fastest counts. An argument picks the
//! programs whose
//! name contains it.

use gilsim::lang::compile_module;
use gilsim::source::{Source, SourceFile};
use gilsim::vm::{Answer, Exit, Interp, Pulse, ThreadState, run};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

const REPEATS: usize = 5;

struct Program {
    name: &'static str,
    source: &'static str,
    n: u64,
    /// How many units of work `work(n)` does.
    units: u64,
}

const PROGRAMS: &[Program] = &[
    Program {
        name: "sum loop",
        source: "def work(n):\n    result = 0\n    for i in range(n):\n        result += i * i\n    return result\n",
        n: 2_000_000,
        units: 2_000_000,
    },
    Program {
        name: "power loop",
        source: "def work(n):\n    result = 0\n    for i in range(n):\n        result += i ** 2\n    return result\n",
        n: 1_000_000,
        units: 1_000_000,
    },
    Program {
        name: "fib",
        source: "def fib(n):\n    if n < 2:\n        return n\n    return fib(n - 1) + fib(n - 2)\ndef work(n):\n    return fib(n)\n",
        n: 27,
        units: 832_039,
    },
    Program {
        name: "sieve",
        source: "def work(n):\n    flags = [True] * (n + 1)\n    count = 0\n    for i in range(2, n + 1):\n        if flags[i]:\n            count += 1\n            for j in range(i * i, n + 1, i):\n                flags[j] = False\n    return count\n",
        n: 500_000,
        units: 500_000,
    },
    Program {
        name: "nested loops",
        source: "def work(n):\n    total = 0\n    i = 0\n    while i < n:\n        j = 0\n        while j < n:\n            if (i ^ j) & 1:\n                total += i\n            j += 1\n        i += 1\n    return total\n",
        n: 1000,
        units: 1_000_000,
    },
    Program {
        name: "float loop",
        source: "def work(n):\n    x = 0.0\n    for i in range(n):\n        x = x * 0.5 + 1.25\n    return x\n",
        n: 2_000_000,
        units: 2_000_000,
    },
];

/// A checkpoint as the real engines have it: one relaxed load.
struct Flag<'a>(&'a AtomicBool);

impl Pulse for Flag<'_> {
    fn pending(&mut self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

fn main() {
    println!("{:<14} {:>12} {:>12} {:>8}", "program", "gilsim ns", "python3 ns", "ratio");
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    for program in PROGRAMS.iter().filter(|program| program.name.contains(&wanted)) {
        let ours = gilsim_seconds(program) * 1e9 / program.units as f64;
        match python_seconds(program) {
            Some(seconds) => {
                let theirs = seconds * 1e9 / program.units as f64;
                println!("{:<14} {ours:>12.1} {theirs:>12.1} {:>8.2}", program.name, ours / theirs);
            }
            None => println!("{:<14} {ours:>12.1} {:>12} {:>8}", program.name, "-", "-"),
        }
    }
}

fn gilsim_seconds(program: &Program) -> f64 {
    let text = format!("{}work({})\n", program.source, program.n);
    let source = Arc::new(Source::whole(Arc::new(SourceFile::new(program.name, text))));
    let module = compile_module(&source).expect("the programs above are right");
    let flag = AtomicBool::new(false);
    let seconds = (0..REPEATS).map(|_| {
        let mut interp = Interp::new();
        let mut thread = ThreadState::new(&mut interp, &module.code);
        let begun = Instant::now();
        loop {
            match run(&mut interp, &mut thread, &mut Flag(&flag)) {
                Exit::Returned(_) => break,
                Exit::Raised(raised) => panic!("{}", raised.render()),
                _ => thread.answer(Answer::None),
            }
        }
        begun.elapsed().as_secs_f64()
    });
    seconds.fold(f64::INFINITY, f64::min)
}

fn python_seconds(program: &Program) -> Option<f64> {
    let timing = format!(
        "import time\nbest = 1e9\nfor _ in range({REPEATS}):\n    t = time.perf_counter()\n    work({})\n    best = min(best, time.perf_counter() - t)\nprint(best)\n",
        program.n
    );
    let output = Command::new("python3").arg("-c").arg(program.source.to_owned() + &timing).output().ok()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}
