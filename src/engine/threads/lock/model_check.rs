//! The driver under a model checker: thousands of schedules of a few threads each, with waits that never time out (so a
//! lost wake-up is a deadlock) and with waits that time out at any moment.

use super::*;
use crate::engine::threads::sync::modelled::{self, Timeouts, set_timeouts};
use crate::gil::{Freed, Policy};
use shuttle::thread;
use std::sync::Arc;

const SCHEDULES: usize = 500;
const INTERVAL: Nanos = Nanos::from_millis(5);

/// The policies that run on real threads, as eager as they can be.
const POLICIES: [&str; 4] =
    ["cpython-interval", "cpython-ticks:check_interval=1", "ruby-gvl:quantum=10ms,tick=10ms", "fifo"];

/// What the lock owns in these models: who did what while holding it, in order.
type Diary = Vec<Entry>;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Entry {
    /// The thread has reached a checkpoint.
    Has(ThreadId),
    /// The thread has the lock back after it was made to drop it.
    Took(ThreadId),
    /// The thread drops the lock because it was asked to.
    Gives(ThreadId),
}

/// A seat without a clock that counts what it is told.
#[derive(Default)]
struct Watcher {
    thread: u32,
    acquired: usize,
    released: usize,
}

impl Seat for Watcher {
    fn thread(&self) -> ThreadId {
        ThreadId(self.thread)
    }

    fn now(&self) -> Nanos {
        modelled::now()
    }

    fn record(&mut self, _at: Nanos, kind: EventKind) {
        self.acquired += usize::from(matches!(kind, EventKind::GilAcquired { .. }));
        self.released += usize::from(matches!(kind, EventKind::GilReleased { .. }));
    }
}

/// One thread of a model: holds the lock for `steps` checkpoints and makes a blocking call after every `calls`.
fn live(gil: &Gil<Diary>, thread: u32, steps: usize, calls: usize) {
    let mut seat = Watcher { thread, ..Watcher::default() };
    let mut held = gil.take(&mut seat, Take::Start);
    for step in 1..=steps {
        held.push(Entry::Has(ThreadId(thread)));
        thread::yield_now();
        held = if step % calls == 0 {
            held.release(&mut seat, Release::Blocking);
            thread::yield_now();
            gil.take(&mut seat, Take::AfterBlocking)
        } else {
            attend(gil, held, &mut seat)
        };
    }
    held.release(&mut seat, Release::Exit);
    assert_eq!(seat.acquired, seat.released, "every acquisition ends in a release");
}

/// What the eval loop does at a checkpoint; each step of a model counts as an instruction.
fn attend<'a>(gil: &'a Gil<Diary>, mut held: Held<'a, Diary>, seat: &mut Watcher) -> Held<'a, Diary> {
    let (_, left) = held.with_counter();
    *left = left.saturating_sub(1);
    let pace_is_up = gil.pace() != Pace::OnRequest && *left == 0;
    if !pace_is_up && !gil.breaker().load(Ordering::Relaxed) {
        return held;
    }
    let me = seat.thread();
    let released = seat.released;
    held.push(Entry::Gives(me));
    let mut held = gil.attend(held, seat);
    if seat.released == released {
        assert_eq!(held.pop(), Some(Entry::Gives(me)), "what is not logged nobody has seen");
    } else {
        held.push(Entry::Took(me));
    }
    held
}

/// A new lock, at time zero, and its timer where it has one.
fn lock(policy: Policy) -> (Arc<Gil<Diary>>, Option<Timekeeper<Diary>>) {
    modelled::reset_clock();
    let gil = Arc::new(Gil::new(policy.protocol(INTERVAL), Diary::new()));
    let timekeeper = policy.has_timer().then(|| Timekeeper::start(gil.clone(), modelled::now));
    (gil, timekeeper.map(|started| started.expect("the checker gives a thread")))
}

fn run_model(policy: Policy, threads: u32, steps: usize, calls: usize) -> Diary {
    let (gil, _timekeeper) = lock(policy);
    run_lives(gil, threads, steps, calls)
}

fn run_lives(gil: Arc<Gil<Diary>>, threads: u32, steps: usize, calls: usize) -> Diary {
    let lives: Vec<_> = (1..=threads)
        .map(|thread| {
            let gil = gil.clone();
            thread::spawn(move || live(&gil, thread, steps, calls))
        })
        .collect();
    lives.into_iter().for_each(|life| life.join().expect("no thread of a model panics"));
    let held = gil.take(&mut Watcher::default(), Take::Start);
    held.to_vec()
}

fn policies() -> impl Iterator<Item = Policy> {
    POLICIES.into_iter().map(|policy| Policy::parse(policy).expect("as policies are written"))
}

#[test]
fn every_policy_that_runs_on_real_threads_is_checked() {
    let checked: Vec<&str> = policies().map(|policy| policy.name()).collect();
    let real = Policy::ALL.into_iter().filter(Policy::runs_on_real_threads).map(|policy| policy.name());
    assert_eq!(checked, real.collect::<Vec<_>>());
}

fn count(diary: &Diary, wanted: Entry) -> usize {
    diary.iter().filter(|&&entry| entry == wanted).count()
}

fn nothing_is_lost(diary: &Diary, threads: u32, steps: usize) {
    for thread in 1..=threads {
        assert_eq!(count(diary, Entry::Has(ThreadId(thread))), steps);
    }
}

#[test]
fn no_wake_up_is_lost_and_nothing_deadlocks_where_waits_never_time_out() {
    let _turn = set_timeouts(Timeouts::Never);
    for policy in policies() {
        shuttle::check_random(move || nothing_is_lost(&run_model(policy, 3, 4, 2), 3, 4), SCHEDULES);
    }
}

#[test]
fn one_thread_holds_the_lock_at_a_time_and_all_finish_where_waits_time_out_at_any_moment() {
    let _turn = set_timeouts(Timeouts::AnyTime);
    for policy in policies() {
        shuttle::check_random(move || nothing_is_lost(&run_model(policy, 3, 4, 3), 3, 4), SCHEDULES);
    }
}

#[test]
fn priorities_that_starve_threads_deadlock_nothing() {
    let _turn = set_timeouts(Timeouts::Never);
    for policy in policies() {
        shuttle::check_pct(move || nothing_is_lost(&run_model(policy, 3, 3, 2), 3, 3), SCHEDULES, 3);
    }
}

#[test]
fn after_a_forced_drop_another_thread_has_the_lock_before_the_dropper_has_it_again() {
    let _turn = set_timeouts(Timeouts::AnyTime);
    for policy in policies().filter(|policy| policy.name() != "cpython-ticks") {
        static FORCED: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
        FORCED.store(0, Ordering::Relaxed);
        let model = move || {
            let diary = run_model(policy, 2, 6, usize::MAX);
            for pair in diary.windows(2) {
                if let (Entry::Gives(dropper), Entry::Has(next) | Entry::Took(next)) = (pair[0], pair[1]) {
                    FORCED.fetch_add(1, Ordering::Relaxed);
                    assert_ne!(dropper, next, "the switch was forced");
                }
            }
        };
        shuttle::check_random(model, SCHEDULES);
        assert!(FORCED.load(Ordering::Relaxed) > SCHEDULES / 10, "the models of {policy} do force switches");
    }
}

#[test]
fn a_holder_that_computes_for_ever_is_made_to_give_way() {
    let _turn = set_timeouts(Timeouts::AnyTime);
    let model = |policy| {
        let (gil, _timekeeper) = lock(policy);
        let other = gil.clone();
        let spinner = thread::spawn(move || {
            let mut seat = Watcher { thread: 1, ..Watcher::default() };
            let mut held = other.take(&mut seat, Take::Start);
            while count(&held, Entry::Has(ThreadId(2))) == 0 {
                thread::yield_now();
                held = attend(&other, held, &mut seat);
            }
        });
        live(&gil, 2, 1, usize::MAX);
        spinner.join().expect("the spinner ends once the other thread has been there");
    };
    for policy in policies() {
        shuttle::check_random(move || model(policy), SCHEDULES);
    }
}

#[test]
fn an_interrupt_reaches_the_holder_and_stays() {
    let _turn = set_timeouts(Timeouts::Never);
    let model = |policy| {
        let (gil, _timekeeper) = lock(policy);
        let other = gil.clone();
        let interrupter = thread::spawn(move || other.interrupt());
        let mut seat = Watcher { thread: 1, ..Watcher::default() };
        let held = gil.take(&mut seat, Take::Start);
        while !gil.breaker().load(Ordering::Relaxed) {
            thread::yield_now();
        }
        held.release(&mut seat, Release::Blocking);
        let held = gil.take(&mut seat, Take::AfterBlocking);
        let held = gil.attend(held, &mut seat);
        assert!(gil.breaker().load(Ordering::Relaxed));
        drop(held);
        interrupter.join().expect("the interrupter only sets a flag");
    };
    for policy in policies() {
        shuttle::check_random(move || model(policy), SCHEDULES);
    }
}

#[test]
fn the_counter_goes_on_where_the_last_holder_stopped_and_begins_anew_after_a_look() {
    let _turn = set_timeouts(Timeouts::Never);
    let model = || {
        let policy = Policy::parse("cpython-ticks").expect("as policies are written");
        let (gil, _timekeeper) = lock(policy);
        let [mut first, mut second] = [1, 2].map(|thread| Watcher { thread, ..Watcher::default() });
        let mut held = gil.take(&mut first, Take::Start);
        assert_eq!(*held.with_counter().1, 101);
        *held.with_counter().1 = 40;
        held.release(&mut first, Release::Blocking);
        let mut held = gil.take(&mut second, Take::Start);
        assert_eq!(*held.with_counter().1, 40);
        *held.with_counter().1 = 0;
        let mut held = gil.attend(held, &mut second);
        assert_eq!(*held.with_counter().1, 101);
        assert_eq!((second.acquired, second.released), (1, 0), "nobody had the lock in between");
    };
    shuttle::check_random(model, 10);
}

/// A protocol with a mistake in it: what these models must find.
struct Broken {
    sound: Box<dyn Protocol>,
    mistake: Mistake,
}

#[derive(Clone, Copy, PartialEq)]
enum Mistake {
    /// A release wakes nobody.
    SilentRelease,
    /// A woken waiter takes the lock without a look at it.
    BlindTake,
    /// Who takes the lock does not tell the one who was forced to drop it.
    SilentTake,
}

impl Broken {
    /// Runs the models of a policy with a mistake.
    fn check(policy: &str, mistake: Mistake, threads: u32, steps: usize, calls: usize) {
        let policy = Policy::parse(policy).expect("as policies are written");
        let model = move || {
            modelled::reset_clock();
            let broken = Box::new(Broken { sound: policy.protocol(INTERVAL), mistake });
            drop(run_lives(Arc::new(Gil::new(broken, Diary::new())), threads, steps, calls));
        };
        shuttle::check_random(model, SCHEDULES);
    }

    fn taken(&self, step: Step<Acquired>) -> Step<Acquired> {
        let signal = step.signal.filter(|_| self.mistake != Mistake::SilentTake);
        Step { signal, ..step }
    }
}

impl Protocol for Broken {
    fn take(&mut self, me: ThreadId, why: Take, now: Nanos) -> Step<Acquired> {
        let step = self.sound.take(me, why, now);
        self.taken(step)
    }

    fn woken_to_take(&mut self, me: ThreadId, how: Woken, now: Nanos) -> Step<Acquired> {
        let step = self.sound.woken_to_take(me, how, now);
        if self.mistake == Mistake::BlindTake {
            return Step { next: Next::Done(Acquired { from: None }), ..step };
        }
        self.taken(step)
    }

    fn release(&mut self, me: ThreadId, why: Release, now: Nanos) -> Step<Freed> {
        let step = self.sound.release(me, why, now);
        let signal = step.signal.filter(|_| self.mistake != Mistake::SilentRelease);
        Step { signal, ..step }
    }

    fn woken_to_leave(&mut self, me: ThreadId, how: Woken, now: Nanos) -> Step<Freed> {
        self.sound.woken_to_leave(me, how, now)
    }

    fn attention(&self) -> bool {
        self.sound.attention()
    }

    fn checkpoint(&mut self, me: ThreadId, now: Nanos) -> bool {
        self.sound.checkpoint(me, now)
    }

    fn pace(&self) -> Pace {
        self.sound.pace()
    }

    fn holder(&self) -> Option<ThreadId> {
        self.sound.holder()
    }
}

#[test]
#[should_panic(expected = "deadlock")]
fn the_model_finds_a_release_that_wakes_nobody() {
    let _turn = set_timeouts(Timeouts::Never);
    Broken::check("cpython-interval", Mistake::SilentRelease, 3, 4, 2);
}

#[test]
#[should_panic(expected = "deadlock")]
fn the_model_finds_an_offer_that_wakes_nobody() {
    let _turn = set_timeouts(Timeouts::Never);
    Broken::check("cpython-ticks:check_interval=1", Mistake::SilentRelease, 3, 4, 2);
}

#[test]
#[should_panic(expected = "deadlock")]
fn the_model_finds_a_hand_over_that_wakes_nobody() {
    let _turn = set_timeouts(Timeouts::Never);
    Broken::check("ruby-gvl", Mistake::SilentRelease, 3, 4, 2);
}

#[test]
#[should_panic(expected = "granted a lock that is held")]
fn the_model_finds_a_second_holder() {
    let _turn = set_timeouts(Timeouts::AnyTime);
    Broken::check("cpython-interval", Mistake::BlindTake, 3, 4, 2);
}

#[test]
#[should_panic(expected = "granted a lock that is held")]
fn the_model_finds_a_second_holder_where_waiters_are_woken_in_vain() {
    let _turn = set_timeouts(Timeouts::Never);
    Broken::check("cpython-ticks:check_interval=1", Mistake::BlindTake, 3, 4, 2);
}

#[test]
#[should_panic(expected = "granted a lock that is held")]
fn the_model_finds_a_second_holder_under_hand_over() {
    let _turn = set_timeouts(Timeouts::AnyTime);
    Broken::check("fifo", Mistake::BlindTake, 3, 4, 2);
}

#[test]
#[should_panic(expected = "deadlock")]
fn the_model_finds_a_forced_dropper_that_is_never_told() {
    let _turn = set_timeouts(Timeouts::AnyTime);
    Broken::check("cpython-interval", Mistake::SilentTake, 2, 6, usize::MAX);
}
