//! The scheduler from outside: threads that wake and work, and who has which core when.

use super::super::kernel::Event;
use super::*;

const MS: u64 = 1_000_000;

#[derive(Debug, Default)]
struct Moves(Vec<(u64, u32, Option<u32>)>);

impl Witness for Moves {
    fn on_core(&mut self, at: Nanos, thread: Tid, core: u32) {
        self.0.push((at.0, thread.0, Some(core)));
    }

    fn off_core(&mut self, at: Nanos, thread: Tid) {
        self.0.push((at.0, thread.0, None));
    }
}

/// Without chance, so that moments are exact; ticks come from zero on.
fn os(cores: usize) -> Os<Moves> {
    let costs = OsCosts {
        wake_same_core: Nanos(1_000),
        wake_other_core: Nanos(25_000),
        wake_by_timer: Nanos(25_000),
        interrupt: Nanos::ZERO,
        brief: Nanos::ZERO,
        wake_jitter: 0,
        timer_slack: Nanos(50_000),
        slack_jitter: 0,
        context_switch: Nanos(1_100),
        tick: Nanos(4 * MS),
        slice: Nanos(1_400_000),
        cache_hot: Nanos(500_000),
        search_below: 1_000,
        leave_above: 0,
        threads_per_core: 1,
        shared_pace: 1_000,
    };
    let mut os = Os::new(cores, costs, 1, Moves::default());
    os.cores = (0..cores).map(|_| Core::new(Nanos::ZERO)).collect();
    os
}

/// Lets everything happen up to `end`; who comes to the end of its stretch sleeps.
fn run(os: &mut Os<Moves>, end: u64) {
    while os.next_at().is_some_and(|at| at.0 <= end) {
        let Some(Event { at, class, slot }) = os.next_event() else { return };
        os.now = at;
        match (slot, class) {
            (Slot::Core(core), _) => os.tick(core),
            (Slot::Thread(thread), Class::Wake) => os.arrive(Tid(thread)),
            (Slot::Thread(thread), _) => os.sleep(Tid(thread)),
            (Slot::Lock(_) | Slot::Crowd(_) | Slot::Network | Slot::Alarm(_), _) => {}
        }
    }
    os.now = Nanos(end);
}

fn start(os: &mut Os<Moves>, pin: Option<u32>, work: u64) -> Tid {
    let thread = os.add(pin);
    os.work(thread, Stretch::of(Nanos(work)));
    os.wake(thread, None);
    thread
}

#[test]
fn waking_is_not_running_and_an_idle_core_takes_longer_to_reach() {
    let mut os = os(2);
    start(&mut os, None, MS);
    run(&mut os, 10 * MS);
    assert_eq!(os.witness.0, [(25_000, 0, Some(0)), (25_000 + MS, 0, None)]);
}

#[test]
fn a_woken_thread_goes_to_an_idle_core_if_its_own_is_busy() {
    let mut os = os(2);
    start(&mut os, Some(0), 9 * MS);
    run(&mut os, MS);
    let second = os.add(None);
    os.entities[second.index()].core = 0;
    os.work(second, Stretch::of(Nanos(MS)));
    os.wake(second, Some(0));
    run(&mut os, 2 * MS);
    assert_eq!(os.core_of(second), Some(1));
}

/// A thread on core 0 that has run for `ran` on it and has slept since; then one that works there for long, from now on.
fn sleeper_and_runner(os: &mut Os<Moves>, ran: u64) -> (Tid, Tid) {
    let sleeper = start(os, Some(0), ran);
    run(os, 25_000 + ran);
    (sleeper, start(os, Some(0), 50 * MS))
}

/// Wakes it there for a little work, from core 0.
fn wake_again(os: &mut Os<Moves>, thread: Tid) {
    os.work(thread, Stretch::of(Nanos(10_000)));
    os.wake(thread, Some(0));
}

#[test]
fn who_slept_alone_comes_back_without_a_claim_and_waits_for_the_slice_of_who_runs() {
    let mut os = os(1);
    let (sleeper, runner) = sleeper_and_runner(&mut os, MS);
    run(&mut os, 1_500_000);
    wake_again(&mut os, sleeper);
    run(&mut os, 3 * MS);
    assert_eq!((os.core_of(sleeper), os.core_of(runner)), (None, Some(0)), "its slice is protected");
    run(&mut os, 4 * MS + 5_000);
    assert_eq!((os.core_of(sleeper), os.core_of(runner)), (Some(0), None), "and had by the tick");
}

#[test]
fn who_slept_behind_the_others_comes_back_behind_them_and_takes_the_core() {
    let mut os = os(1);
    let (sleeper, runner) = sleeper_and_runner(&mut os, MS);
    run(&mut os, 1_500_000);
    // Has the core from the first tick on, for little of its slice, and leaves who has had more.
    wake_again(&mut os, sleeper);
    run(&mut os, 5 * MS);
    assert!(os.entities[sleeper.index()].lag > 0);
    wake_again(&mut os, sleeper);
    run(&mut os, 5 * MS + 1_000);
    assert_eq!((os.core_of(sleeper), os.core_of(runner)), (Some(0), None));
}

#[test]
fn who_has_had_more_than_the_others_lingers_and_is_found_there() {
    let mut os = os(2);
    let hog = start(&mut os, Some(0), 4_900_000);
    run(&mut os, MS);
    let other = start(&mut os, Some(0), 9 * MS);
    run(&mut os, 2 * MS);
    assert_eq!(os.core_of(other), Some(0), "who is new has a short slice, which comes first");
    run(&mut os, 7_950_000);
    assert_eq!(os.core_of(other), Some(0), "since the other sleeps, after it had the core from the tick on");
    assert!(os.entities[hog.index()].lingers);
    os.entities[hog.index()].pin = None;
    wake_again(&mut os, hog);
    run(&mut os, 7_960_000);
    assert_eq!((os.entities[hog.index()].core, os.core_of(hog)), (0, None), "though the other core idles");
}

#[test]
fn who_wakes_a_thread_on_another_core_pays_for_it_unless_that_has_only_just_become_idle() {
    for (pin, idle, pays) in [(0, 4_000, 0), (1, 4_000, 12_000), (1, 2_000, 0)] {
        let mut os = os(2);
        (os.costs.interrupt, os.costs.brief) = (Nanos(12_000), Nanos(3_000));
        let sleeper = start(&mut os, Some(pin), 10_000);
        run(&mut os, 35_000);
        let waker = start(&mut os, Some(0), MS);
        os.cores[1].since = Nanos(500_000 - idle);
        run(&mut os, 500_000);
        os.work(sleeper, Stretch::of(Nanos(1_000)));
        os.wake(sleeper, os.core_of(waker));
        run(&mut os, 10 * MS);
        let ends = os.witness.0.iter().filter(|(_, thread, core)| (*thread, *core) == (waker.0, None));
        let end = ends.map(|(at, ..)| *at).next_back();
        assert_eq!(end, Some(60_000 + MS + pays), "core {pin}, {idle}");
    }
}

#[test]
fn who_has_run_just_now_waits_for_its_core_though_another_runs_out_of_work() {
    for (ran, moves) in [(100_000, false), (600_000, true)] {
        let mut os = os(2);
        let (waiter, _) = sleeper_and_runner(&mut os, MS);
        start(&mut os, Some(1), ran + 10_000);
        run(&mut os, 25_000 + MS + ran);
        wake_again(&mut os, waiter);
        run(&mut os, 25_000 + MS + ran + 1_000);
        assert_eq!(os.core_of(waiter), None, "both are busy");
        os.entities[waiter.index()].pin = None;
        run(&mut os, 25_000 + MS + ran + 42_000);
        assert_eq!(os.core_of(waiter).is_some(), moves, "{ran}");
    }
}

#[test]
fn who_comes_to_a_busy_core_goes_on_to_one_that_has_become_idle_meanwhile() {
    let mut os = os(2);
    start(&mut os, Some(0), 9 * MS);
    start(&mut os, Some(1), MS);
    let third = os.add(None);
    os.entities[third.index()].core = 0;
    os.work(third, Stretch::of(Nanos(MS)));
    run(&mut os, 25_000 + MS - 500);
    os.wake(third, Some(1));
    run(&mut os, 2 * MS - 1);
    assert_eq!(os.core_of(third), Some(1));
    assert!(!os.is_idle(1));
}

/// Two threads, each on a core of its own, take turns of 5 ms.
fn take_turns(os: &mut Os<Moves>, turns: u64) -> [Tid; 2] {
    let threads = [os.add(Some(0)), os.add(Some(1))];
    for turn in 0..turns {
        let thread = threads[turn as usize % 2];
        os.work(thread, Stretch::of(Nanos(5 * MS)));
        os.wake_after(thread, Nanos::ZERO);
        run(os, (turn + 1) * 5 * MS);
    }
    threads
}

#[test]
fn where_the_cores_are_much_in_use_a_thread_that_wakes_stays_with_its_own_until_a_tick() {
    let mut os = os(2);
    (os.costs.search_below, os.costs.leave_above) = (450, 620);
    let [first, _] = take_turns(&mut os, 40);
    os.work(first, Stretch::of(Nanos(20 * MS)));
    os.wake_after(first, Nanos::ZERO);
    run(&mut os, 201 * MS);
    let woken = sleeper(&mut os, 0);
    os.wake(woken, None);
    run(&mut os, 202 * MS);
    assert_eq!((os.core_of(first), os.core_of(woken)), (Some(0), None), "the other core idles");
    run(&mut os, 205 * MS);
    assert_eq!((os.core_of(first), os.core_of(woken)), (Some(0), Some(1)), "at the tick it is taken there");
}

#[test]
fn a_core_that_is_nearly_always_in_use_is_left_by_who_wakes() {
    let mut os = os(2);
    (os.costs.search_below, os.costs.leave_above) = (450, 620);
    start(&mut os, Some(0), 300 * MS);
    run(&mut os, 200 * MS);
    let woken = sleeper(&mut os, 0);
    os.wake(woken, None);
    run(&mut os, 201 * MS);
    assert_eq!(os.core_of(woken), Some(1));
}

/// A thread that was on that core some time ago.
fn sleeper(os: &mut Os<Moves>, core: u32) -> Tid {
    let thread = os.add(None);
    let entity = &mut os.entities[thread.index()];
    (entity.core, entity.fresh) = (core, false);
    os.work(thread, Stretch::of(Nanos(50 * MS)));
    thread
}

#[test]
fn the_tick_takes_the_core_of_who_has_had_a_slice() {
    let mut os = os(1);
    let (first, second) = (start(&mut os, None, 50 * MS), start(&mut os, None, 50 * MS));
    run(&mut os, 3 * MS);
    assert_eq!((os.core_of(first), os.core_of(second)), (Some(0), None));
    run(&mut os, 4 * MS);
    assert_eq!((os.core_of(first), os.core_of(second)), (None, Some(0)));
}

#[test]
fn work_takes_its_cpu_time_however_often_it_loses_its_core() {
    let mut os = os(1);
    for _ in 0..3 {
        start(&mut os, None, 20 * MS);
    }
    run(&mut os, 100 * MS);
    let switches = os.witness.0.iter().filter(|(_, _, core)| core.is_some()).count() as u64 - 1;
    let end = os.witness.0.last().map(|(at, ..)| *at);
    assert_eq!(end, Some(25_000 + 60 * MS + 1_100 * switches));
}

#[test]
fn a_core_that_runs_out_of_work_takes_a_thread_from_another_but_not_a_pinned_one() {
    for (pin, moves) in [(None, true), (Some(0), false)] {
        let mut os = os(2);
        start(&mut os, Some(0), 3 * MS);
        start(&mut os, Some(1), MS);
        run(&mut os, 100_000);
        let third = os.add(pin);
        os.entities[third.index()].core = 0;
        os.work(third, Stretch::of(Nanos(MS)));
        os.wake(third, Some(0));
        run(&mut os, 2 * MS);
        assert_eq!(os.core_of(third) == Some(1), moves, "{pin:?}");
        run(&mut os, 20 * MS);
        assert_eq!(os.running(), 0);
    }
}

#[test]
fn a_stretch_can_last_until_a_moment_and_be_cut() {
    let mut os = os(1);
    let thread = os.add(None);
    os.work(thread, Stretch { left: Nanos(10), until: Nanos(7 * MS) });
    os.wake(thread, None);
    run(&mut os, 2 * MS);
    assert_eq!(os.done(thread), Nanos(2 * MS - 25_000));
    os.work(thread, Stretch::of(Nanos(MS)));
    run(&mut os, 9 * MS);
    assert_eq!(os.witness.0.last(), Some(&(3 * MS, 0, None)));
}

#[test]
fn hardware_threads_of_one_core_slow_each_other_down_while_both_work() {
    let mut os = os(4);
    (os.costs.threads_per_core, os.costs.shared_pace) = (2, 500);
    let (first, second) = (start(&mut os, Some(0), 10 * MS), start(&mut os, Some(1), 2 * MS));
    let apart = start(&mut os, Some(2), 10 * MS);
    run(&mut os, 100 * MS);
    let ends =
        |thread: Tid| os.witness.0.iter().rfind(|(_, who, on)| *who == thread.0 && on.is_none()).map(|end| end.0);
    let began = 25_000;
    assert_eq!(ends(second), Some(began + 4 * MS), "two milliseconds of work at half the speed");
    assert_eq!(ends(first), Some(began + 12 * MS), "two of the ten milliseconds took four");
    assert_eq!(ends(apart), Some(began + 10 * MS), "the other core is nobody else's");
}

#[test]
fn a_thread_that_wakes_prefers_a_core_that_is_wholly_idle() {
    let mut os = os(4);
    (os.costs.threads_per_core, os.costs.shared_pace) = (2, 500);
    let busy = start(&mut os, Some(0), 10 * MS);
    run(&mut os, MS);
    os.entities[busy.index()].pin = None;
    let other = os.add(None);
    os.entities[other.index()].core = 0;
    os.work(other, Stretch::of(Nanos(MS)));
    os.wake(other, None);
    run(&mut os, 2 * MS);
    assert_eq!(os.core_of(other), Some(2));
}
