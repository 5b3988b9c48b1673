//! Speed of the virtual machine: `cargo bench --bench vm [-- NAME]`. Prints tables; asserts nothing.
//!
//! Ten programs, each a function `work(n)`, on the same source: the machine alone, in both engines (one task, threads),
//! and under `python3` and `lua5.4` where these are installed. All take turns, and the fastest of several runs counts,
//! in the process's CPU time, so that a busy machine disturbs little.

use gilsim::engine::{Clock, Outcomes, Setup, Stop, WorkerCommand};
use gilsim::lang::compile_module;
use gilsim::model::Model;
use gilsim::scenario::{self, Scenario};
use gilsim::source::{Source, SourceFile};
use gilsim::trace::Sink;
use gilsim::vm::{Answer, Exit, Interp, Pulse, ThreadState, run};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const ROUNDS: usize = 7;

struct Program {
    name: &'static str,
    python: &'static str,
    lua: Option<&'static str>,
    n: u64,
}

macro_rules! program {
    ($name:literal, $file:literal, $n:literal) => {
        Program { name: $name, python: include_str!(concat!("vm/", $file, ".py")), lua: None, n: $n }
    };
    ($name:literal, $file:literal, $n:literal, lua) => {
        Program { lua: Some(include_str!(concat!("vm/", $file, ".lua"))), ..program!($name, $file, $n) }
    };
}

const PROGRAMS: &[Program] = &[
    program!("sum loop", "sum_loop", 30_000_000, lua),
    program!("fib", "fib", 30, lua),
    program!("sieve", "sieve", 2_000_000, lua),
    program!("nested loops", "nested", 3_000, lua),
    program!("string building", "strings", 300_000),
    program!("dict of counters", "counters", 500_000),
    program!("method calls", "methods", 1_500_000),
    program!("generator sum", "generator", 5_000_000),
    program!("float mandelbrot", "mandelbrot", 400),
    program!("sort", "sorting", 300_000),
];

/// What runs a program; seconds of CPU time, `None` where it is not installed.
type Runner = (&'static str, fn(&Program) -> Option<f64>);

const RUNNERS: [Runner; 5] =
    [("bare", bare), ("real", real), ("simulated", simulated), ("python3", python), ("lua5.4", lua)];

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let programs: Vec<&Program> = PROGRAMS.iter().filter(|program| program.name.contains(&wanted)).collect();
    println!(
        "milliseconds, and the bare machine's ratio to python3 and Lua, the simulated engine's to the bare machine"
    );
    println!(
        "{:<17} {:>8} {:>8} {:>9} {:>8} {:>8} {:>9} {:>8} {:>10}",
        "program", "bare", "real", "simulated", "python3", "lua5.4", "/python3", "/lua5.4", "sim./bare"
    );
    let ratios: Vec<f64> = programs.iter().filter_map(|program| compare(program)).collect();
    if !ratios.is_empty() {
        let mean = ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64;
        println!("geometric mean of the ratios to python3: {:.3}", mean.exp());
    }
}

/// Prints the program's row; the ratio to python3.
fn compare(program: &Program) -> Option<f64> {
    let mut best = [f64::INFINITY; RUNNERS.len()];
    for _ in 0..ROUNDS {
        for (best, (_, runner)) in best.iter_mut().zip(RUNNERS) {
            *best = best.min(runner(program).unwrap_or(f64::INFINITY));
        }
    }
    let [bare, real, simulated, python, lua] = best;
    let shown = |seconds: f64| if seconds.is_finite() { format!("{:.1}", seconds * 1e3) } else { "-".to_owned() };
    let ratio = |to: f64| if to.is_finite() { format!("{:.2}", bare / to) } else { "-".to_owned() };
    println!(
        "{:<17} {:>8} {:>8} {:>9} {:>8} {:>8} {:>9} {:>8} {:>10.2}",
        program.name,
        shown(bare),
        shown(real),
        shown(simulated),
        shown(python),
        shown(lua),
        ratio(python),
        ratio(lua),
        simulated / bare
    );
    python.is_finite().then_some(bare / python)
}

fn cpu_seconds() -> f64 {
    let used = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    used.tv_sec as f64 + used.tv_nsec as f64 / 1e9
}

fn source(name: &str, text: String) -> Arc<Source> {
    Arc::new(Source::whole(Arc::new(SourceFile::new(name, text))))
}

/// A checkpoint as the real engines have it: one relaxed load.
struct Flag<'a>(&'a AtomicBool);

impl Pulse for Flag<'_> {
    #[inline(always)]
    fn pending(&mut self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

fn bare(program: &Program) -> Option<f64> {
    let text = format!("{}work({})\n", program.python, program.n);
    let module = compile_module(&source(program.name, text)).expect("the programs are right");
    let flag = AtomicBool::new(false);
    let mut interp = Interp::new();
    let mut thread = ThreadState::new(&mut interp, &module.code);
    let begun = cpu_seconds();
    loop {
        match run(&mut interp, &mut thread, &mut Flag(&flag)) {
            Exit::Returned(_) => break,
            Exit::Raised(raised) => panic!("{}", raised.render()),
            _ => thread.answer(Answer::None),
        }
    }
    Some(cpu_seconds() - begun)
}

fn real(program: &Program) -> Option<f64> {
    in_engine(program, "real")
}

fn simulated(program: &Program) -> Option<f64> {
    in_engine(program, "simulated")
}

/// One task on one thread of an engine, whose log is thrown away.
fn in_engine(program: &Program, engine: &str) -> Option<f64> {
    let (python, n) = (program.python, program.n);
    let text = format!(
        "title = \"speed\"\nprogram = '''\n{python}'''\n[[tasks]]\nname = \"work\"\ncall = \"work({n})\"\n\
         [run]\nmodels = [\"threads\"]\nengine = \"{engine}\"\n"
    );
    let scenario = scenario::parse(SourceFile::new("speed.toml", text), &|_| unreachable!("it names no file"));
    let scenario = scenario.unwrap_or_else(|error| panic!("the scenario above is right: {error:?}"));
    let begun = cpu_seconds();
    run_threads(&scenario);
    Some(cpu_seconds() - begun)
}

fn run_threads(scenario: &Scenario) {
    let (sink, batches) = Sink::collecting();
    let setup = Setup {
        scenario,
        sink: &sink,
        stop: Arc::new(Stop::new()),
        clock: Clock::start(),
        print: &|_, _| true,
        complain: &|_, _| {},
        worker: &WorkerCommand { program: "gilsim".into(), args: vec![] },
        outcomes: Outcomes::of(scenario),
        keeps_files: true,
    };
    gilsim::engine::run(Model::Threads, &setup).unwrap_or_else(|error| panic!("{error}"));
    drop(batches);
}

fn python(program: &Program) -> Option<f64> {
    let timing = "import time\nbegun = time.process_time()\nwork(N)\nprint(time.process_time() - begun)\n";
    let text = program.python.to_owned() + &timing.replace('N', &program.n.to_string());
    seconds_printed(Command::new("python3").arg("-c").arg(text))
}

fn lua(program: &Program) -> Option<f64> {
    let timing = "local begun = os.clock()\nwork(N)\nprint(os.clock() - begun)\n";
    let text = program.lua?.to_owned() + &timing.replace('N', &program.n.to_string());
    seconds_printed(Command::new("lua5.4").arg("-e").arg(text))
}

fn seconds_printed(command: &mut Command) -> Option<f64> {
    let output = command.output().ok()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}
