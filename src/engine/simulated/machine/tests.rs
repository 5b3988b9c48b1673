//! The machine from outside: plans in, events out.

use super::*;
use crate::engine::simulated::body::{Op, Rhythm, Script};
use crate::engine::simulated::kernel::MOST_THREADS;
use crate::engine::simulated::profile::Profile;
use crate::gil::{Acquired, Freed, Next, Release, Step, Take};
use crate::ids::ThreadId;
use crate::model::Model;
use crate::scenario::StartMethod;
use crate::trace::{BlockingCall, Event, TaskInfo, Trace, check};

pub(super) const MS: Nanos = Nanos::from_millis(1);

pub(super) fn costs() -> Costs {
    let profile = Profile::find("cpython-3.11").expect("part of the program");
    Costs::new(&profile, Model::Threads, StartMethod::Fork)
}

pub(super) fn plan(cores: usize, threads: usize) -> Plan {
    Plan {
        script: false,
        model: Model::Threads,
        cores,
        lanes: (1..=threads).map(|worker| format!("worker-{worker}")).collect(),
        tasks: threads,
        names: Vec::new(),
        pool: threads,
        split: None,
        supposed: Default::default(),
        pins: Vec::new(),
        costs: costs(),
        seed: 1,
        time_limit: Nanos::from_millis(60_000),
        most_threads: MOST_THREADS,
        policy: Policy::CpythonInterval,
        switch_interval: 5 * MS,
        network: crate::net::Network::default(),
    }
}

pub(super) fn loops() -> Rhythm {
    Rhythm { checkpoint: Nanos(50), bytecode_ps: 8_000 }
}

pub(super) fn traced(plan: &Plan, scripts: Vec<Script>) -> (Report, Trace) {
    let (sink, batches) = Sink::collecting();
    let watch = Watch { stop: &|| false, print: &|_, _| true, complain: &|_, _| {} };
    let report = run(plan, scripts, Some(&sink), &watch);
    drop(sink);
    let info = |task: usize| TaskInfo { name: format!("task-{task}"), group: "task".to_string(), script: false };
    let mut outcomes = vec![Outcome::Stopped; plan.tasks];
    report.results.iter().for_each(|(task, outcome)| outcomes[task.0 as usize] = outcome.clone());
    let tasks = (0..plan.tasks).map(info).collect();
    (report, Trace::new(plan.model, batches.into_events(), tasks, outcomes))
}

pub(super) fn cpu(threads: usize, work: Nanos) -> Vec<Script> {
    (0..threads).map(|_| Script::new([Op::Cpu(work)], loops())).collect()
}

#[test]
fn two_cpu_bound_threads_hand_the_lock_to_and_fro() {
    let (report, trace) = traced(&plan(2, 2), cpu(2, 500 * MS));
    assert_eq!(report.ending, Ending::Finished);
    assert_eq!(check(&trace), []);
    assert!((180..220).contains(&report.acquisitions));
}

#[test]
fn a_thread_can_hold_the_lock_and_have_no_core() {
    // Calls into C keep the lock while the other threads' wake-ups and ticks take the core away.
    let scripts = vec![
        Script::new([Op::Held(40 * MS)], loops()),
        Script::new([Op::Native(40 * MS)], loops()),
        Script::new([Op::Native(40 * MS)], loops()),
    ];
    let (_, trace) = traced(&plan(1, 3), scripts);
    assert_eq!(check(&trace), []);
    let (mut holder, mut robbed) = (None, 0);
    for event in &trace.events {
        match event.kind {
            EventKind::GilAcquired { .. } => holder = Some(event.thread),
            EventKind::GilReleased { .. } => holder = None,
            EventKind::OffCore => robbed += usize::from(holder == Some(event.thread)),
            _ => {}
        }
    }
    assert!(robbed > 3, "{robbed}");
}

#[test]
fn a_request_is_seen_at_the_first_checkpoint_at_or_after_it() {
    let rhythm = Rhythm { checkpoint: Nanos(7_000), bytecode_ps: 8_000 };
    let scripts = (0..2).map(|_| Script::new([Op::Cpu(100 * MS)], rhythm)).collect();
    let mut plan = plan(2, 2);
    // Who finds the mutex taken sees the request as soon, but lets go later.
    plan.costs.lock.slow = 0;
    let (_, trace) = traced(&plan, scripts);
    let mut requested = None;
    let mut delays = Vec::new();
    for event in &trace.events {
        match event.kind {
            EventKind::DropRequested { .. } => requested = Some(event.at),
            EventKind::GilReleased { .. } => delays.extend(requested.take().map(|asked| event.at - asked)),
            _ => {}
        }
    }
    let longest = rhythm.checkpoint + costs().lock.mutex;
    assert!(delays.len() > 20 && delays.iter().all(|delay| *delay <= longest), "{delays:?}");
    assert!(delays.iter().any(|delay| *delay > Nanos(5_000)), "not at once, but where the checkpoint is");
}

#[test]
fn a_call_into_c_that_keeps_the_lock_delays_a_request_by_its_length() {
    let scripts = vec![Script::new([Op::Held(30 * MS)], loops()), Script::new([Op::Cpu(MS)], loops())];
    let (_, trace) = traced(&plan(2, 2), scripts);
    let main_waited = trace.events.iter().find_map(|event| match event.kind {
        EventKind::GilAcquired { waited, .. } if waited > 20 * MS => Some(waited),
        _ => None,
    });
    assert!(main_waited.is_some());
}

#[test]
fn fixed_work_takes_its_cpu_time_and_a_deadline_loop_counts_waiting_as_work() {
    let end = |op: Op| traced(&plan(2, 4), vec![Script::new([op], loops()); 4]).0.end;
    assert!(end(Op::Cpu(50 * MS)) > 200 * MS);
    assert!(end(Op::Spin(50 * MS)) < 150 * MS);
}

#[test]
fn work_without_the_lock_runs_on_all_cores() {
    let end = |cores| traced(&plan(cores, 4), vec![Script::new([Op::Native(50 * MS)], loops()); 4]).0.end;
    assert!(end(4) < 52 * MS);
    assert!(end(1) > 200 * MS);
}

#[test]
fn without_a_lock_threads_compute_side_by_side_and_pay_for_it() {
    let plan = |model| {
        let profile = Profile::find("cpython-3.11").expect("part of the program");
        Plan { model, costs: Costs::new(&profile, model, StartMethod::Fork), ..plan(4, 4) }
    };
    let (free, trace) = traced(&plan(Model::FreeThreaded), cpu(4, 50 * MS));
    assert_eq!(check(&trace), []);
    let factor = free.end.as_secs_f64() / 0.05;
    assert!((1.31..1.36).contains(&factor), "{factor}");
    assert!(traced(&plan(Model::Threads), cpu(4, 50 * MS)).0.end > 200 * MS);
}

#[test]
fn processes_and_sub_interpreters_have_a_lock_each() {
    for (model, method, start) in [
        (Model::Processes, StartMethod::Fork, 1),
        (Model::Processes, StartMethod::Spawn, 60),
        (Model::Processes, StartMethod::Forkserver, 18),
        (Model::SubInterpreters, StartMethod::Fork, 8),
    ] {
        let profile = Profile::find("cpython-3.11").expect("part of the program");
        let plan = Plan { model, costs: Costs::new(&profile, model, method), ..plan(4, 4) };
        let (report, trace) = traced(&plan, cpu(4, 50 * MS));
        assert_eq!(check(&trace), []);
        let least = (50 + start) * MS;
        assert!(report.end > least && report.end < least + 40 * MS, "{model} {method:?}: {}", report.end);
    }
}

/// A task that returns a text of so many bytes at once.
#[derive(Clone)]
struct Returns(usize);

impl Body for Returns {
    type World = ();

    const STAYS_IN_ROOM: bool = false;

    fn advance(&mut self, _world: &mut (), _moment: &super::super::body::Moment) -> super::super::body::Act {
        super::super::body::Act::End(Outcome::Returned { value: "x".repeat(self.0) })
    }
}

impl Program for Returns {
    type Body = Returns;

    fn world(&mut self) {}

    fn module(&mut self, _world: &mut ()) -> Option<Returns> {
        None
    }

    fn task(&mut self, _world: &mut (), _task: TaskId) -> Returns {
        self.clone()
    }
}

#[test]
fn results_are_copied_out_of_processes_and_sub_interpreters_and_not_out_of_threads() {
    let profile = Profile::find("cpython-3.11").expect("part of the program");
    let watch = Watch { stop: &|| false, print: &|_, _| true, complain: &|_, _| {} };
    let end = |model, bytes| {
        let plan = Plan { model, costs: Costs::new(&profile, model, StartMethod::Fork), ..plan(2, 1) };
        run(&plan, Returns(bytes), None, &watch).end
    };
    let takes = |model| end(model, 1_000_000) - end(model, 0);
    let [dump, copy] = [1.25, 0.15].map(|ns: f64| Nanos((ns * 1e6) as u64));
    assert_eq!(takes(Model::Threads), Nanos::ZERO);
    assert_eq!(takes(Model::Processes), dump + copy);
    assert_eq!(takes(Model::SubInterpreters), dump);
}

#[test]
fn tasks_beyond_the_workers_go_to_whoever_is_free() {
    for model in [Model::Threads, Model::Processes] {
        let plan = Plan { model, tasks: 5, ..plan(4, 2) };
        let (report, trace) = traced(&plan, cpu(5, MS));
        assert_eq!(check(&trace), []);
        assert_eq!(report.results.len(), 5, "{model}");
    }
    let plan = Plan { model: Model::Sequential, tasks: 3, lanes: vec![], ..plan(4, 0) };
    assert_eq!(traced(&plan, cpu(3, MS)).0.results.len(), 3);
}

#[test]
fn ten_thousand_threads_sleep_beside_one_another() {
    let nap = [Op::Sleep(500 * MS)];
    let (report, _) = traced(&plan(4, 10_000), vec![Script::new(nap, loops()); 10_000]);
    assert_eq!((report.ending, report.results.len()), (Ending::Finished, 10_000));
}

#[test]
fn a_run_ends_at_its_limit_with_what_had_happened_until_then() {
    let plan = Plan { time_limit: 100 * MS, ..plan(2, 2) };
    let scripts = vec![Script::new([Op::Cpu(MS)], loops()), Script::new([Op::Cpu(5_000 * MS)], loops())];
    let (report, trace) = traced(&plan, scripts);
    assert_eq!((report.ending, report.results.len()), (Ending::TimeLimit, 1));
    assert_eq!((report.end, trace.stopped), (100 * MS, true));
    assert_eq!(check(&trace), []);
}

#[test]
fn a_run_can_be_broken_off_from_outside() {
    let asked = std::cell::Cell::new(0);
    let stop = || asked.replace(asked.get() + 1) == 2;
    let watch = Watch { stop: &stop, print: &|_, _| true, complain: &|_, _| {} };
    let endless = vec![Script::new([Op::Sleep(MS), Op::RepeatFor { from: 0, length: Nanos::MAX }], loops()); 2];
    assert_eq!(run(&plan(2, 2), endless, None, &watch).ending, Ending::Stopped);
}

/// Of each hand-off that was asked for: from the request to the release, and from there to the next holder.
fn handoffs(trace: &Trace) -> Vec<[Nanos; 2]> {
    let (mut asked, mut freed, mut all) = (None, None, Vec::new());
    for event in &trace.events {
        match event.kind {
            EventKind::DropRequested { .. } => asked = Some(event.at),
            EventKind::GilReleased { .. } => freed = asked.take().map(|asked| (event.at - asked, event.at)),
            EventKind::GilAcquired { .. } => {
                all.extend(freed.take().map(|(until_release, freed)| [until_release, event.at - freed]));
            }
            _ => {}
        }
    }
    all
}

#[test]
fn a_hand_off_takes_a_wake_up_more_for_each_side_that_finds_the_mutex_taken() {
    let wakes = Nanos(20_000);
    for (collide, slow, slow_release, slow_gap) in
        [(0, 0, false, false), (1_000, 0, false, true), (0, 1_000, true, true)]
    {
        let mut plan = plan(2, 2);
        let lock = &mut plan.costs.lock;
        (lock.collide, lock.slow, lock.cools) = (collide, slow, Nanos::ZERO);
        let (_, trace) = traced(&plan, cpu(2, 200 * MS));
        assert_eq!(check(&trace), []);
        let handoffs = handoffs(&trace);
        // The first ones have the main thread in them.
        let later = &handoffs[handoffs.len() / 4..];
        let as_told = |[release, gap]: &&[Nanos; 2]| (*release > wakes, *gap > wakes) == (slow_release, slow_gap);
        let told = later.iter().filter(as_told).count();
        assert!(later.len() > 20 && told * 10 >= later.len() * 9, "{collide} {slow}: {handoffs:?}");
    }
}

#[test]
fn who_asked_for_the_lock_is_next_unless_it_was_slow() {
    // Three threads on three cores: the one that let go last asks first, and the third has waited longer.
    let back = |slow| {
        let mut plan = plan(3, 3);
        let lock = &mut plan.costs.lock;
        (lock.collide, lock.slow, lock.cools) = (0, slow, Nanos::ZERO);
        let (_, trace) = traced(&plan, cpu(3, 200 * MS));
        let holders: Vec<ThreadId> = trace
            .events
            .iter()
            .filter(|event| matches!(event.kind, EventKind::GilAcquired { from: Some(_), .. }))
            .map(|event| event.thread)
            .collect();
        let again = holders.windows(3).filter(|three| three[0] == three[2]).count();
        again as f64 / holders.len() as f64
    };
    let (quick, slow) = (back(0), back(1_000));
    assert!(quick > 0.7 && slow < 0.3, "{quick} {slow}");
}

#[test]
fn one_seed_gives_one_list_of_events() {
    for policy in Policy::ALL {
        let plan = |seed| Plan { policy, seed, ..plan(2, 3) };
        let scripts = || vec![Script::new([Op::Cpu(3 * MS), Op::Sleep(MS), Op::Cpu(3 * MS)], loops()); 3];
        let once = traced(&plan(7), scripts());
        assert!(once == traced(&plan(7), scripts()), "{policy}");
        assert!(once != traced(&plan(8), scripts()), "{policy}");
        assert_eq!(check(&once.1).first(), None, "{policy}");
    }
}

/// How often each event of a kind happened.
fn count(trace: &Trace, is: impl Fn(&EventKind) -> bool) -> usize {
    trace.events.iter().filter(|event| is(&event.kind)).count()
}

#[test]
fn without_a_waiter_nobody_lets_go() {
    let (_, trace) = traced(&plan(2, 1), cpu(1, 400 * MS));
    // The main thread asks once, after its start of the worker; then it waits for the worker's end.
    assert_eq!(count(&trace, |kind| matches!(kind, EventKind::DropRequested { .. })), 1);
    assert_eq!(count(&trace, |kind| matches!(kind, EventKind::GilReleased { why: Release::Forced })), 1);
}

#[test]
fn a_call_shorter_than_a_wake_up_takes_its_own_lock_back() {
    let calls = [Op::Cpu(Nanos(1_000)), Op::Native(Nanos(200)), Op::RepeatFor { from: 0, length: 60 * MS }];
    let scripts = vec![Script::new([Op::Cpu(100 * MS)], loops()), Script::new(calls, loops())];
    let (_, trace) = traced(&plan(2, 2), scripts);
    let own = count(&trace, |kind| matches!(kind, EventKind::GilAcquired { from: None, .. }));
    let others = count(&trace, |kind| matches!(kind, EventKind::GilAcquired { from: Some(_), .. }));
    assert!(own > 10 * others, "{own} {others}");
    let in_vain = |kind: &EventKind| matches!(kind, EventKind::GilAcquired { woken_in_vain: 1.., .. });
    assert!(count(&trace, in_vain) > 0, "the other thread is woken and finds the lock taken");
}

#[test]
fn who_is_woken_to_watch_the_time_is_not_woken_in_vain() {
    let (_, trace) = traced(&Plan { policy: Policy::Fifo, ..plan(2, 3) }, cpu(3, 100 * MS));
    assert!(count(&trace, |kind| matches!(kind, EventKind::DropRequested { .. })) > 30);
    assert_eq!(count(&trace, |kind| matches!(kind, EventKind::GilAcquired { woken_in_vain: 1.., .. })), 0);
}

#[test]
fn thread_start_waits_for_the_new_threads_first_slice() {
    let (_, trace) = traced(&plan(2, 2), cpu(2, 100 * MS));
    let main: Vec<&Event> = trace.events.iter().filter(|event| event.thread.0 == 0).collect();
    let starts =
        main.iter().filter(|event| matches!(event.kind, EventKind::BlockBegun { call: BlockingCall::ThreadStart, .. }));
    let lengths: Vec<Nanos> = starts
        .filter_map(|start| {
            let back = |event: &&&Event| event.at > start.at && matches!(event.kind, EventKind::GilAcquired { .. });
            Some(main.iter().find(back)?.at - start.at)
        })
        .collect();
    assert_eq!(lengths.len(), 2);
    assert!(lengths.iter().all(|length| *length > 5 * MS), "{lengths:?}");
}

#[test]
fn a_voluntary_release_under_a_request_begins_its_call_after_the_switch() {
    // The request comes in the middle of a call that cannot be interrupted; then the thread sleeps.
    let scripts =
        vec![Script::new([Op::Held(30 * MS), Op::Sleep(MS)], loops()), Script::new([Op::Cpu(30 * MS)], loops())];
    let (_, trace) = traced(&plan(2, 2), scripts);
    let sleep =
        trace.events.iter().position(|event| matches!(event.kind, EventKind::BlockBegun { asked: Some(_), .. }));
    let rest = &trace.events[sleep.expect("one of them sleeps")..];
    let sleeper = rest[0].thread;
    let others_take = |event: &&Event| event.thread != sleeper && matches!(event.kind, EventKind::GilAcquired { .. });
    let wakes = |event: &&Event| event.thread == sleeper && event.kind == EventKind::BlockEnded;
    let taken = rest.iter().find(others_take).expect("somebody had asked for it").at;
    let ended = rest.iter().find(wakes).expect("it wakes").at;
    assert!(ended - taken >= MS);
}

#[test]
fn one_thread_holds_the_lock_at_a_time_on_any_number_of_cores() {
    for cores in [1, 2, 3, 64, 4_096] {
        let (report, trace) = traced(&plan(cores, 5), cpu(5, 20 * MS));
        assert_eq!((check(&trace).first(), report.results.len()), (None, 5), "{cores} cores");
    }
}

#[test]
fn the_events_of_a_run_are_the_same_on_every_machine() {
    use sha2::{Digest, Sha256};
    let told = Policy::ALL.map(|policy| {
        let plan = Plan { policy, ..plan(2, 3) };
        let scripts = vec![Script::new([Op::Cpu(2 * MS), Op::Sleep(MS), Op::Spin(MS), Op::Native(MS)], loops()); 3];
        let events = serde_json::to_vec(&traced(&plan, scripts).1.events).expect("events are plain data");
        let hash: String = Sha256::digest(events).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        format!("{} {hash}", policy.name())
    });
    // A change of these lines is a change of what every simulated run gives: say so in the change's message.
    let known = [
        "cpython-interval b1cce4d34cd4",
        "cpython-ticks 6706c7187817",
        "ruby-gvl ba75719daf43",
        "ocaml-master f1d51abd9b15",
        "pypy da4cd374586f",
        "micropython 580356bc83d4",
        "priority 888a21b6265d",
        "bfs cb7dff2b7ea7",
        "fifo fcd38832876a",
        "random 81d3da0700b2",
        "none 3bf58e23fd83",
    ];
    assert_eq!(told, known);
}

/// A lock of which the machine knows no more than its steps: it takes no waiters for a crowd.
pub(super) struct Opaque {
    pub lock: Box<dyn Protocol>,
    /// Whether a release wakes somebody, and waits end by themselves.
    pub wakes: bool,
}

impl Protocol for Opaque {
    fn take(&mut self, me: ThreadId, why: Take, now: Nanos) -> Step<Acquired> {
        let step = self.lock.take(me, why, now);
        if self.wakes { step } else { without_timeout(step) }
    }

    fn woken_to_take(&mut self, me: ThreadId, how: Woken, now: Nanos) -> Step<Acquired> {
        let step = self.lock.woken_to_take(me, how, now);
        if self.wakes { step } else { without_timeout(step) }
    }

    fn release(&mut self, me: ThreadId, why: Release, now: Nanos) -> Step<Freed> {
        let step = self.lock.release(me, why, now);
        if self.wakes { step } else { Step { signal: None, ..step } }
    }

    fn woken_to_leave(&mut self, me: ThreadId, how: Woken, now: Nanos) -> Step<Freed> {
        self.lock.woken_to_leave(me, how, now)
    }

    fn attention(&self) -> bool {
        self.lock.attention()
    }

    fn checkpoint(&mut self, me: ThreadId, now: Nanos) -> bool {
        self.lock.checkpoint(me, now)
    }

    fn holder(&self) -> Option<ThreadId> {
        self.lock.holder()
    }
}

fn without_timeout(step: Step<Acquired>) -> Step<Acquired> {
    match step.next {
        Next::Wait { on, .. } => Step { next: Next::Wait { on, timeout: None }, ..step },
        Next::Done(_) => step,
    }
}

#[test]
fn a_standstill_of_all_threads_is_seen_at_once_and_explained() {
    let plan = plan(2, 2);
    let watch = Watch { stop: &|| false, print: &|_, _| true, complain: &|_, _| {} };
    let silent =
        || -> Box<dyn Protocol> { Box::new(Opaque { lock: Policy::CpythonInterval.protocol(5 * MS), wakes: false }) };
    let scripts = vec![Script::new([Op::Cpu(20 * MS), Op::Sleep(MS)], loops()); 2];
    let report = run_under(&silent, &plan, scripts, None, &watch);
    let waiting = ["  main waits for the GIL, which nobody holds"];
    assert_eq!(report.ending, Ending::Deadlock(waiting.map(str::to_string).to_vec()));
    assert!(report.end < 40 * MS);
}
