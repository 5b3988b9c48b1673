//! The targets one by one: what was set up, what was measured.
//!
//! Measured: real CPythons on two virtual cores, mostly one run of 1.5 to 2 s a cell. Not here: T13, an echo server
//! that shares its only core with its client, because scripts cannot talk to one another.
//!
//! Not met: the echo beside two threads under the old lock. On the machine whoever is woken finds the lock taken again more often
//! than there.

use super::measure::{Python, Setup, calls_per_second, makespan, percentile, slices, starts};
use super::{Band, Row};
use crate::engine::simulated::body::Op;
use crate::time::Nanos;
use crate::trace::BlockingCall;

const MS: Nanos = Nanos::from_millis(1);

/// The lock of 3.2 to today, and that of 2.x.
const NEW: Python = Python { profile: "targets", policy: "cpython-interval" };
const OLD: Python = Python { profile: "cpython-2.7", policy: "cpython-ticks" };

/// All targets, simulated now.
pub fn table() -> Vec<Row> {
    let mut rows = slices_of_cpu_bound_threads();
    rows.extend(sweep_of_the_interval());
    rows.extend(short_writes());
    rows.extend(echo());
    rows.extend(starts_of_threads());
    rows.extend(countdown());
    rows
}

fn row(
    id: &'static str,
    what: impl Into<String>,
    measured: f64,
    simulated: f64,
    unit: &'static str,
    band: Band,
) -> Row {
    Row { id, what: what.into(), unit, measured, simulated, band }
}

fn millis(time: Nanos) -> f64 {
    time.as_secs_f64() * 1e3
}

fn sorted_slices(python: Python, cores: usize, threads: usize, each: Nanos) -> Vec<Nanos> {
    slices(&Setup::new(python, cores, vec![vec![Op::Cpu(each)]; threads]).events(), threads)
}

fn slices_of_cpu_bound_threads() -> Vec<Row> {
    let new = |threads, cores| {
        (
            sorted_slices(NEW, cores, threads, 2_000 * MS),
            format!("new GIL, slice of {threads} threads on {cores} cores"),
        )
    };
    let old = |cores| (sorted_slices(OLD, cores, 2, 120 * MS), format!("old GIL, slice of 2 threads on {cores} cores"));
    let (t1, t2, t3, t4, t6, t7) = (new(2, 2), new(2, 1), new(4, 1), new(4, 2), old(1), old(2));
    let cell = |id, (slices, what): &(Vec<Nanos>, String), percent, measured, band| {
        row(id, format!("{what}, p{percent}"), measured, millis(percentile(slices, percent)), "ms", band)
    };
    vec![
        cell("T1", &t1, 50, 5.11, Band::Within(0.1)),
        cell("T2", &t2, 50, 7.96, Band::Within(0.1)),
        cell("T3", &t3, 50, 8.5, Band::Within(0.3)),
        cell("T4", &t4, 50, 5.11, Band::Within(0.3)),
        cell("T4", &t4, 90, 8.0, Band::Within(0.3)),
        cell("T6", &t6, 50, 4.0, Band::Within(0.1)),
        cell("T7", &t7, 50, 0.22, Band::Within(0.3)),
        // Two threads stacked on one core, which happens too seldom here.
        cell("T7", &t7, 90, 4.0, Band::Open),
    ]
}

fn sweep_of_the_interval() -> Vec<Row> {
    let measured = [(100_000, 103.9), (20_000, 20.16), (1_000, 1.101), (100, 0.198), (10, 0.100), (1, 0.098)];
    let rows = measured.map(|(micros, measured)| {
        let interval = Nanos::from_micros(micros);
        let each = (50 * interval).max(50 * MS);
        let setup = Setup { interval, ..Setup::new(NEW, 2, vec![vec![Op::Cpu(each)]; 2]) };
        let simulated = millis(percentile(&slices(&setup.events(), 2), 50));
        let what = format!("new GIL, the same as T1 at {interval}, p50");
        row("T5", what, measured, simulated, "ms", Band::Within(0.1))
    });
    rows.into()
}

/// One thread makes short calls for `length`, beside `hogs` that compute.
fn beside(python: Python, cores: usize, hogs: usize, length: Nanos, calls: &[Op]) -> Setup {
    let mut caller = calls.to_vec();
    caller.push(Op::RepeatFor { from: 0, length });
    let mut scripts = vec![caller];
    scripts.resize(hogs + 1, vec![Op::Cpu(2 * length)]);
    let mut pins = vec![Some(0)];
    pins.resize(hogs + 1, Some(1));
    Setup { pins, ..Setup::new(python, cores, scripts) }
}

fn short_writes() -> Vec<Row> {
    // A write is a system call of 110 ns, and 85 ns of bytecode around it.
    let write = [Op::Cpu(Nanos(85)), Op::Native(Nanos(110))];
    let rate = |python, cores, hogs, length| {
        calls_per_second(&beside(python, cores, hogs, length, &write).events(), 1, BlockingCall::Native) / 1e3
    };
    let what =
        |python: &str, hogs, cores| format!("{python} GIL, short writes beside {hogs} CPU threads, {cores} cores");
    vec![
        row("T8", "new GIL, short writes alone", 2_850.0, rate(NEW, 2, 0, 30 * MS), "k/s", Band::Magnitude),
        row("T8", what("new", 1, 2), 17.0, rate(NEW, 2, 1, 1_000 * MS), "k/s", Band::Magnitude),
        row("T8", what("old", 1, 2), 810.0, rate(OLD, 2, 1, 60 * MS), "k/s", Band::Magnitude),
        row("T9", what("new", 2, 2), 6.0, rate(NEW, 2, 2, 1_000 * MS), "k/s", Band::Magnitude),
        row("T10", what("new", 1, 1), 850.0, rate(NEW, 1, 1, 100 * MS), "k/s", Band::Magnitude),
        row("T10", what("old", 1, 1), 1_200.0, rate(OLD, 1, 1, 60 * MS), "k/s", Band::Magnitude),
    ]
}

fn echo() -> Vec<Row> {
    // Receiving and sending are a call each. The client has the server's core, and each works while the other waits: so
    // the server's wait for the next request is its core's work for the client, and two changes between them.
    let (us, ns) = (Nanos::from_micros, Nanos);
    let request = [Op::Native(us(4)), Op::Cpu(ns(700)), Op::Native(us(1)), Op::Cpu(ns(300))];
    let rate = |python, hogs, length| {
        calls_per_second(&beside(python, 2, hogs, length, &request).events(), 1, BlockingCall::Native) / 2.0
    };
    let what = |python: &str, hogs| format!("{python} GIL, echo beside {hogs} CPU threads");
    vec![
        row("T11", what("new", 1), 602.0, rate(NEW, 1, 2_000 * MS), "1/s", Band::Magnitude),
        row("T11", what("old", 1), 52_000.0, rate(OLD, 1, 100 * MS), "1/s", Band::Magnitude),
        row("T12", what("new", 2), 134.0, rate(NEW, 2, 2_000 * MS), "1/s", Band::Magnitude),
        row("T12", what("old", 2), 20_000.0, rate(OLD, 2, 100 * MS), "1/s", Band::Magnitude),
    ]
}

fn starts_of_threads() -> Vec<Row> {
    // What is started has nothing to do.
    let start = |beside: usize| {
        let of_seed = |seed| {
            let mut scripts = vec![vec![Op::Cpu(100 * MS)]; beside];
            scripts.push(vec![]);
            starts(&Setup { seed, ..Setup::new(NEW, 2, scripts) }.events()).get(beside).copied().unwrap_or_default()
        };
        let mut all: Vec<Nanos> = (1..=15).map(of_seed).collect();
        all.sort_unstable();
        millis(percentile(&all, 50))
    };
    let what = |beside| format!("new GIL, Thread.start beside {beside} CPU threads, p50");
    vec![
        row("T14", what(0), 0.08, start(0), "ms", Band::Magnitude),
        row("T14", what(1), 5.2, start(1), "ms", Band::Magnitude),
        row("T14", what(2), 12.5, start(2), "ms", Band::Magnitude),
    ]
}

fn countdown() -> Vec<Row> {
    let cell = |python, name: &str, threads: u64, one: f64, measured| {
        let each = Nanos::from_secs_f64(one / threads as f64);
        let setup = Setup::new(python, 2, vec![vec![Op::Cpu(each)]; threads as usize]);
        let what = format!("{name} GIL, countdown of 10 M split over {threads} threads");
        row("T15", what, measured, makespan(&setup.events()).as_secs_f64(), "s", Band::Within(0.3))
    };
    vec![
        cell(NEW, "new", 2, 0.320, 0.324),
        cell(NEW, "new", 4, 0.320, 0.329),
        cell(OLD, "old", 2, 0.230, 0.252),
        cell(OLD, "old", 4, 0.230, 0.263),
    ]
}
