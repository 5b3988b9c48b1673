//! Timelines that no engine made: what a chart must cope with, built from a few rules and a fixed sequence of jitter.
//! Shared by the chart's tests, its benchmark and the gallery.
#![allow(dead_code)]

use gilsim::analysis::{Handoff, Lane, Slice, State, TaskSpan, Timeline};
use gilsim::ids::{ProcessId, TaskId, ThreadId};
use gilsim::model::Model;
use gilsim::time::Nanos;

pub const MS: u64 = 1_000_000;

/// A fixed sequence of numbers that look random (Knuth's MMIX constants).
pub struct Jitter(pub u64);

impl Jitter {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

pub fn lane(name: impl Into<String>, process: u32, thread: u32) -> Lane {
    Lane {
        name: name.into(),
        process: ProcessId(process),
        thread: ThreadId(thread),
        slices: vec![],
        tasks: vec![],
        joining: Nanos::ZERO,
    }
}

/// Appends a state that lasts until `to`, joined to the last slice where that has the same state.
pub fn until(lane: &mut Lane, to: u64, state: State) {
    let from = lane.slices.last().map_or(Nanos::ZERO, |slice| slice.to);
    match lane.slices.last_mut() {
        Some(last) if last.state == state => last.to = last.to.max(Nanos(to)),
        _ if from < Nanos(to) => lane.slices.push(Slice { from, to: Nanos(to), state }),
        _ => {}
    }
}

pub fn task(lane: &mut Lane, task: u32, from: u64, to: u64) {
    lane.tasks.push(TaskSpan { task: TaskId(task), from: Nanos(from), to: Nanos(to) });
}

pub fn timeline(model: Model, lanes: Vec<Lane>, handoffs: Vec<Handoff>) -> Timeline {
    let ends = lanes.iter().filter_map(|lane| lane.slices.last()).map(|slice| slice.to);
    Timeline { model, has_gil: true, end: ends.max().unwrap_or(Nanos::ZERO), lanes, handoffs }
}

pub fn names(tasks: u32, stem: &str) -> Vec<String> {
    (1..=tasks).map(|number| format!("{stem}-{number}")).collect()
}

/// Tasks of the given lengths one after the other in one lane, all in one state.
pub fn sequential(lengths: &[u64], state: State) -> Timeline {
    let mut only = lane("main", 0, 0);
    let mut now = 0;
    for (number, length) in (0..).zip(lengths) {
        task(&mut only, number, now, now + length);
        now += length;
        until(&mut only, now, state);
    }
    timeline(Model::Sequential, vec![only], vec![])
}

/// `threads` CPU-bound threads that take turns: each holds the lock for the interval and a little more, is asked to let
/// go, and another gets it a little later.
pub fn turns(threads: u32, work_each: u64, interval: u64) -> Timeline {
    let mut jitter = Jitter(7);
    let mut lanes: Vec<Lane> = (1..=threads).map(|n| lane(format!("worker-{n}"), 0, n)).collect();
    let mut left = vec![work_each; threads as usize];
    let mut handoffs = Vec::new();
    let (mut now, mut holder) = (0u64, 0usize);
    loop {
        let others: Vec<usize> = (0..left.len()).filter(|&at| at != holder && left[at] > 0).collect();
        let slice = interval + interval / 50 + jitter.below(interval / 20);
        let ran = if others.is_empty() { left[holder] } else { slice.min(left[holder]) };
        let (begin, end) = (now, now + ran);
        until(&mut lanes[holder], begin, State::WaitingForGil);
        until(&mut lanes[holder], end, State::Running);
        left[holder] -= ran;
        if left[holder] == 0 {
            task(&mut lanes[holder], holder as u32, 0, end);
        }
        let Some(&next) = others.get(jitter.below(others.len() as u64) as usize) else { break };
        let asker = others[jitter.below(others.len() as u64) as usize];
        now = end + interval / 300 + jitter.below(interval / 100);
        let forced = left[holder] > 0;
        handoffs.push(Handoff {
            released: Nanos(end),
            acquired: Nanos(now),
            process: ProcessId(0),
            from: lanes[holder].thread,
            to: lanes[next].thread,
            forced,
            requested: forced.then(|| (Nanos((begin + interval).min(end)), lanes[asker].thread)),
            found_free: false,
        });
        holder = next;
    }
    timeline(Model::Threads, lanes, handoffs)
}

/// A process per length, side by side after its start.
pub fn side_by_side(lengths: &[u64], start: u64, state: State) -> Timeline {
    let mut jitter = Jitter(11);
    let lane_of = |(number, &length): (u32, &u64)| {
        let mut one = lane(format!("process-{}", number + 1), number + 1, 0);
        let begin = start + jitter.below(start / 2) + u64::from(number) * start / 4;
        until(&mut one, begin, State::Starting);
        until(&mut one, begin + length, state);
        task(&mut one, number, begin, begin + length);
        one
    };
    timeline(Model::Processes, (0..).zip(lengths).map(lane_of).collect(), vec![])
}

/// Threads that interpret a little and compute in native code for long, on fewer cores than there are threads.
pub fn natives(threads: u32, length: u64) -> Timeline {
    let lane_of = |number: u32| {
        let mut one = lane(format!("worker-{}", number + 1), 0, number + 1);
        let begin = u64::from(number) * length / 8;
        let ready = begin + length / 8 + u64::from(number) * length / 4;
        until(&mut one, begin, State::WaitingForGil);
        until(&mut one, begin + length / 8, State::Running);
        until(&mut one, ready, State::Native);
        until(&mut one, ready + length / 4, State::Ready);
        until(&mut one, begin + length * 3 / 2, State::Native);
        task(&mut one, number, begin, begin + length * 3 / 2);
        one
    };
    timeline(Model::Threads, (0..threads).map(lane_of).collect(), vec![])
}

/// Threads that sleep at the same time; each needs the lock for a moment before and after.
pub fn sleepers(lengths: &[u64]) -> Timeline {
    let mut handoffs = Vec::new();
    let mut lanes = Vec::new();
    for (number, &length) in (0..).zip(lengths) {
        let mut one = lane(format!("worker-{}", number + 1), 0, number + 1);
        let begin = u64::from(number) * 60_000;
        until(&mut one, begin, State::WaitingForGil);
        until(&mut one, begin + 40_000, State::Running);
        until(&mut one, begin + 40_000 + length, State::Blocked);
        until(&mut one, begin + 80_000 + length, State::Running);
        task(&mut one, number, begin, begin + 80_000 + length);
        if number > 0 {
            handoffs.push(Handoff {
                released: Nanos(begin - 20_000),
                acquired: Nanos(begin),
                process: ProcessId(0),
                from: ThreadId(number),
                to: ThreadId(number + 1),
                forced: false,
                requested: None,
                found_free: false,
            });
        }
        lanes.push(one);
    }
    timeline(Model::Threads, lanes, handoffs)
}

/// One thread that waits shortly again and again beside CPU-bound ones: each short wait costs it a switch interval.
pub fn convoy(cpu_threads: u32, rounds: u32, interval: u64) -> Timeline {
    let mut jitter = Jitter(3);
    let mut lanes: Vec<Lane> = vec![lane("short-waits", 0, 1)];
    lanes.extend((2..2 + cpu_threads).map(|n| lane(format!("crunch-{}", n - 1), 0, n)));
    let mut handoffs = Vec::new();
    let (mut now, mut turn) = (0u64, 1usize);
    let hand = |released, acquired, from: u32, to: u32, requested: Option<u64>| Handoff {
        released: Nanos(released),
        acquired: Nanos(acquired),
        process: ProcessId(0),
        from: ThreadId(from),
        to: ThreadId(to),
        forced: requested.is_some(),
        requested: requested.map(|at| (Nanos(at), ThreadId(to))),
        found_free: false,
    };
    for _ in 0..rounds {
        let run = 100_000 + jitter.below(150_000);
        until(&mut lanes[0], now, State::WaitingForGil);
        until(&mut lanes[0], now + run, State::Running);
        let holder = lanes[turn].thread.0;
        handoffs.push(hand(now + run, now + run + 30_000, 1, holder, None));
        now += run + 30_000;
        until(&mut lanes[0], now + 90_000, State::Blocked);
        let asked = now + 90_000 + interval;
        let released = asked + 40_000;
        until(&mut lanes[turn], now, State::WaitingForGil);
        until(&mut lanes[turn], released, State::Running);
        let acquired = released + 30_000 + jitter.below(40_000);
        handoffs.push(hand(released, acquired, holder, 1, Some(asked)));
        now = acquired;
        turn = 1 + turn % cpu_threads as usize;
    }
    let end = now + MS;
    lanes.iter_mut().for_each(|lane| until(lane, end, State::Running));
    timeline(Model::Threads, lanes, handoffs)
}

/// `slices` slices of changing states, spread over `lanes` lanes.
pub fn noise(lanes: u32, slices: u64) -> Timeline {
    let mut jitter = Jitter(5);
    let states = [State::Running, State::WaitingForGil, State::Blocked];
    let lane_of = |n: u32| {
        let mut one = lane(format!("worker-{n}"), 0, n);
        let mut now = 0;
        for at in 0..slices / u64::from(lanes) {
            now += 2_000 + jitter.below(16_000) * (1 + at * 2 / (slices / u64::from(lanes)));
            one.slices.push(Slice {
                from: one.slices.last().map_or(Nanos::ZERO, |slice| slice.to),
                to: Nanos(now),
                state: states[(at % 3) as usize],
            });
        }
        one
    };
    timeline(Model::Threads, (1..=lanes).map(lane_of).collect(), vec![])
}
