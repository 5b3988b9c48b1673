//! How fast the simulated machine is: `cargo bench --bench machine`. Prints a table; asserts nothing. With a word behind
//! `--`, only the cases whose names have it. Work cases are run at two lengths; the last column is what the longer one has
//! more of, without start and end. Beside it stands what the host's bare binary heap does, pop and push of an event with as many
//! pending: of what 100 pending ones allow, 29 million a second where the aims were set, 10 million events are 0.34 and 2 million
//! slices 0.07.

use gilsim::engine::simulated::body::{Interpreted, Op, Rhythm, Script};
use gilsim::engine::simulated::kernel::MOST_THREADS;
use gilsim::engine::simulated::machine::{Costs, Plan, Report, Watch, run};
use gilsim::engine::simulated::profile::{DEFAULT, Profile};
use gilsim::gil::Policy;
use gilsim::model::Model;
use gilsim::scenario::StartMethod;
use gilsim::time::Nanos;
use gilsim::vm::{self, Exit, Interp, Pulse, ThreadState};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::time::{Duration, Instant};

/// Runs of each case; the fastest counts.
const RUNS: usize = 15;

fn main() {
    let cases = [("cpython-interval", 2), ("fifo", 2), ("ruby-gvl", 2)];
    println!(
        "{:<34} {:>9} {:>10} {:>10} {:>9} {:>10} {:>13}",
        "case", "events", "GIL slices", "host", "M ev/s", "M slices/s", "M slices/s on"
    );
    for (policy, cores) in cases {
        for threads in [2, 16, 100, 1_000] {
            let work = Nanos(40_000_000_000 / threads as u64);
            show(&format!("{policy}, {threads} CPU threads"), &plan(policy, cores, threads), work);
        }
    }
    for threads in [16, 100] {
        let work = Nanos(40_000_000_000 / threads as u64);
        show(&format!("cpython-interval on 4 cores, {threads}"), &plan("cpython-interval", 4, threads), work);
    }
    for threads in [2, 16, 100] {
        let plan = Plan { switch_interval: Nanos::from_millis(1), ..plan("cpython-interval", 2, threads) };
        let work = Nanos(10_000_000_000 / threads as u64);
        show(&format!("cpython-interval at 1 ms, {threads}"), &plan, work);
    }
    for threads in [2, 16, 100, 1_000, 10_000] {
        let plan = plan("cpython-interval", 4, threads);
        let nap = [Op::Sleep(Nanos::from_millis(1)), Op::Repeat { from: 0, times: 2_000_000 / threads as u64 / 10 }];
        show_script(&format!("{threads} threads that sleep 1 ms"), &plan, &nap);
    }
    show_script("2 threads, 1 us calls without the GIL", &plan("cpython-interval", 2, 2), &calls());
    show("one second of 8 CPU threads", &plan("cpython-interval", 2, 8), Nanos(125_000_000));
    show_heaps();
    compare_with_bare_vm();
}

/// The queue that every simulator of events has at least: how often a second the first of so many events is taken out and
/// another one put in at some later time.
fn show_heaps() {
    if !is_wanted("heap") {
        return;
    }
    for pending in [2, 16, 100, 1_000] {
        let fastest = (0..RUNS).map(|_| time(&|| turn_heap(pending))).min().expect("at least one run");
        println!(
            "{:<34} {:>31.2}",
            format!("bare heap, {pending} pending"),
            HEAP_EVENTS as f64 / fastest.as_secs_f64() / 1e6
        );
    }
}

const HEAP_EVENTS: u64 = 200_000;

fn turn_heap(pending: u64) {
    let mut heap: BinaryHeap<Reverse<(u64, u64)>> =
        (0..pending).map(|event| Reverse((event * 37 % 1_000, event))).collect();
    let mut last = 0;
    for event in 0..HEAP_EVENTS {
        let Some(Reverse((at, _))) = heap.pop() else { break };
        last = at;
        // Times without a pattern: a step of a multiplicative generator.
        heap.push(Reverse((at + (event.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54), pending + event)));
    }
    std::hint::black_box(last);
}

/// A CPU-bound program on the virtual machine alone, and on the simulated machine.
fn compare_with_bare_vm() {
    if !is_wanted("bare") {
        return;
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/cpu_bound.toml");
    let scenario = gilsim::scenario::load(&path).unwrap_or_else(|_| panic!("a bundled scenario is sound"));
    let profile = Profile::find(DEFAULT).expect("part of the program");
    let fastest = |once: &dyn Fn()| (0..RUNS).map(|_| time(once)).min().expect("at least one run").as_secs_f64();
    let bare = fastest(&|| run_bare(&scenario));
    let plan = |model| Plan { model, lanes: vec![], tasks: 1, ..plan("cpython-interval", 2, 0) };
    let tasks = || vec![scenario.tasks[0].code.clone()];
    let simulated = fastest(&|| {
        let program = Interpreted::new(scenario.module.clone(), tasks(), &profile, 1);
        run(
            &plan(Model::Sequential),
            program,
            None,
            &Watch { stop: &|| false, print: &|_, _| true, complain: &|_, _| {} },
        );
    });
    println!(
        "one task of {}: {bare:.3} s bare, {simulated:.3} s simulated, ratio {:.3}",
        path.display(),
        simulated / bare
    );
}

fn time(once: &dyn Fn()) -> Duration {
    let began = Instant::now();
    once();
    began.elapsed()
}

fn run_bare(scenario: &gilsim::scenario::Scenario) {
    struct Undisturbed;
    impl Pulse for Undisturbed {
        fn pending(&mut self) -> bool {
            false
        }
    }
    let mut interp = Interp::new();
    for code in [&scenario.module, &scenario.tasks[0].code] {
        let mut state = ThreadState::new(&mut interp, code);
        assert!(matches!(vm::run(&mut interp, &mut state, &mut Undisturbed), Exit::Returned(_)));
    }
}

fn calls() -> [Op; 3] {
    let us = Nanos::from_micros(1);
    [Op::Cpu(us), Op::Native(us), Op::Repeat { from: 0, times: 200_000 }]
}

fn plan(policy: &str, cores: usize, threads: usize) -> Plan {
    let profile = Profile::find(DEFAULT).expect("part of the program");
    Plan {
        script: false,
        model: Model::Threads,
        cores,
        lanes: (1..=threads).map(|worker| format!("worker-{worker}")).collect(),
        tasks: threads,
        names: Vec::new(),
        pool: 1,
        split: None,
        supposed: Default::default(),
        pins: Vec::new(),
        costs: Costs::new(&profile, Model::Threads, StartMethod::Fork),
        seed: 1,
        time_limit: Nanos::from_millis(3_600_000),
        most_threads: MOST_THREADS,
        policy: Policy::parse(policy).expect("a policy of the program"),
        switch_interval: Nanos::from_millis(5),
        network: gilsim::net::Network::default(),
    }
}

/// Whether the command line asks for the case, or for none in particular.
fn is_wanted(name: &str) -> bool {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    words.is_empty() || words.iter().any(|word| name.contains(word.as_str()))
}

/// How many times as long the longer of two runs is.
const LONGER: u64 = 10;

fn show(name: &str, plan: &Plan, work: Nanos) {
    if !is_wanted(name) {
        return;
    }
    let (short, long) = (fastest(plan, &[Op::Cpu(work)]), fastest(plan, &[Op::Cpu(LONGER * work)]));
    let more = long.1.acquisitions.saturating_sub(short.1.acquisitions);
    let time = long.0.saturating_sub(short.0).as_secs_f64();
    print_row(name, &short, Some(more as f64 / time / 1e6));
}

fn show_script(name: &str, plan: &Plan, ops: &[Op]) {
    if is_wanted(name) {
        print_row(name, &fastest(plan, ops), None);
    }
}

fn fastest(plan: &Plan, ops: &[Op]) -> (Duration, Report) {
    let profile = Profile::find(DEFAULT).expect("part of the program");
    let once = || timed(plan, ops, Rhythm::of(&profile));
    (0..RUNS).map(|_| once()).min_by_key(|(host, _)| *host).expect("at least one run")
}

fn print_row(name: &str, (host, report): &(Duration, Report), on: Option<f64>) {
    let per_second = |count: u64| count as f64 / host.as_secs_f64() / 1e6;
    let (events, slices) = (report.events, report.acquisitions);
    println!(
        "{name:<34} {events:>9} {slices:>10} {:>10} {:>9.2} {:>10.3} {:>13}",
        format!("{:.3} ms", host.as_secs_f64() * 1e3),
        per_second(events),
        per_second(slices),
        on.map_or(String::new(), |on| format!("{on:.3}"))
    );
}

fn timed(plan: &Plan, ops: &[Op], rhythm: Rhythm) -> (Duration, Report) {
    let scripts: Vec<Script> = (0..plan.tasks).map(|_| Script::new(ops, rhythm)).collect();
    let watch = Watch { stop: &|| false, print: &|_, _| true, complain: &|_, _| {} };
    let began = Instant::now();
    let report = run(plan, scripts, None, &watch);
    (began.elapsed(), report)
}
