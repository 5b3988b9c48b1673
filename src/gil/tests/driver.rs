//! The smallest driver there can be: threads are lists of deeds, time is virtual, every thread has a core, condition
//! variables are queues. Steps from event to event and notes who had the lock when.
//!
//! Knows no protocol, and of scheduling only how long a woken thread takes to run.

use crate::gil::{Acquired, Cond, Freed, Next, Pace, Policy, Protocol, Release, Step, Take, Woken};
use crate::ids::ThreadId;
use crate::time::Nanos;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The distance between two checkpoints of a thread that computes.
pub const STEP: Nanos = Nanos::from_micros(20);
/// What stands for so many bytecodes and jumps is a single step, so that counted paces are up now and then.
const BYTECODES_IN_A_STEP: u32 = 100;
const BACK_JUMPS_IN_A_STEP: u32 = 8;
/// The switch interval.
pub const INTERVAL: Nanos = Nanos::from_millis(5);

/// What a thread does.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    /// Interprets for so long.
    Compute(Nanos),
    /// Lets the lock go for so long.
    Block(Nanos),
}

/// A thread's life.
#[derive(Clone, Debug)]
pub struct Life {
    pub starts: Nanos,
    pub deeds: Vec<Deed>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Note {
    Wants,
    Requests(ThreadId),
    Acquires(Acquired),
    Releases(Release),
    /// It may go on without the lock.
    Leaves,
    WokenInVain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Begin(ThreadId),
    BlockEnds(ThreadId),
    /// The thread has interpreted for another step.
    Stepped(ThreadId),
    TimedOut(ThreadId, u64),
    WokenUp(ThreadId),
}

#[derive(Clone, Debug)]
struct Thread {
    deeds: VecDeque<Deed>,
    /// It is on its way into the lock, or out of it.
    leaving: bool,
    /// For what it wants the lock next.
    forced: bool,
    holds: bool,
    /// What it sleeps on, and which sleep that is.
    asleep: Option<(Cond, u64)>,
    gone: bool,
}

/// A lock and its threads.
pub struct Driver {
    pub protocol: Box<dyn Protocol>,
    pub now: Nanos,
    pub notes: Vec<(Nanos, ThreadId, Note)>,
    /// How long a woken thread takes to run: one after the other, over and over.
    latencies: Vec<Nanos>,
    wakes: usize,
    threads: Vec<Thread>,
    sleepers: BTreeMap<u64, (Cond, ThreadId)>,
    sleeps: u64,
    events: BTreeSet<(Nanos, u64, Event)>,
    sequence: u64,
    counted: u32,
    excludes: bool,
}

impl Driver {
    /// Threads count from 1.
    pub fn new(policy: Policy, lives: &[Life], latencies: &[Nanos]) -> Driver {
        let mut driver = Driver {
            protocol: policy.protocol(INTERVAL),
            now: Nanos::ZERO,
            notes: Vec::new(),
            latencies: latencies.to_vec(),
            wakes: 0,
            threads: Vec::new(),
            sleepers: BTreeMap::new(),
            sleeps: 0,
            events: BTreeSet::new(),
            sequence: 0,
            counted: 0,
            excludes: policy != Policy::None,
        };
        for (index, life) in lives.iter().enumerate() {
            driver.threads.push(Thread {
                deeds: life.deeds.iter().copied().collect(),
                leaving: false,
                forced: false,
                holds: false,
                asleep: None,
                gone: false,
            });
            driver.at(life.starts, Event::Begin(ThreadId(index as u32 + 1)));
        }
        driver
    }

    /// Runs to the end of all threads. A thread that is left asleep is an error.
    pub fn run(&mut self) -> Result<(), String> {
        while self.step() {}
        match self.threads.iter().position(|thread| !thread.gone) {
            None => Ok(()),
            Some(index) => Err(format!("thread {} sleeps for ever: {:?}", index + 1, self.threads[index])),
        }
    }

    /// Runs up to and with a time.
    pub fn run_until(&mut self, end: Nanos) {
        while self.next_time().is_some_and(|next| next <= end) {
            self.step();
        }
    }

    /// Does the next thing; false where there is none.
    fn step(&mut self) -> bool {
        let Some(time) = self.next_time() else { return false };
        self.now = self.now.max(time);
        if self.protocol.next_timer().is_some_and(|timer| timer <= self.now) {
            self.protocol.on_timer(self.now);
            return true;
        }
        let Some((_, _, event)) = self.events.pop_first() else { return false };
        match event {
            Event::Begin(thread) => self.take(thread, Take::Start),
            Event::BlockEnds(thread) => self.take(thread, Take::AfterBlocking),
            Event::Stepped(thread) => self.stepped(thread),
            Event::WokenUp(thread) => self.woken(thread, Woken::Signalled),
            Event::TimedOut(thread, sleep) => {
                if self.thread(thread).asleep.is_some_and(|(_, asleep)| asleep == sleep) {
                    self.sleepers.remove(&sleep);
                    self.woken(thread, Woken::TimedOut);
                }
            }
        }
        true
    }

    /// A timer without anybody to run is not waited for.
    fn next_time(&self) -> Option<Nanos> {
        let event = self.events.first().map(|(at, ..)| *at)?;
        Some(self.protocol.next_timer().map_or(event, |timer| timer.min(event)))
    }

    /// Does away with a sleeping thread, as no real driver may.
    pub fn kill(&mut self, thread: ThreadId) {
        self.sleepers.retain(|_, (_, sleeper)| *sleeper != thread);
        self.events.retain(|(_, _, event)| !matches!(event, Event::TimedOut(other, _) if *other == thread));
        let killed = self.thread(thread);
        killed.asleep = None;
        killed.gone = true;
    }

    /// Signals that are on their way do not arrive.
    pub fn forget_wake_ups(&mut self) {
        self.events.retain(|(_, _, event)| !matches!(event, Event::WokenUp(_)));
    }

    pub fn holders(&self) -> usize {
        self.threads.iter().filter(|thread| thread.holds).count()
    }

    fn take(&mut self, me: ThreadId, why: Take) {
        self.note(me, Note::Wants);
        let step = self.protocol.take(me, why, self.now);
        self.carry_out_take(me, step);
    }

    fn carry_out_take(&mut self, me: ThreadId, step: Step<Acquired>) {
        self.signal(&step);
        if let Some(against) = step.drop_request {
            self.note(me, Note::Requests(against));
        }
        match step.next {
            Next::Wait { on, timeout } => self.sleep(me, on, timeout),
            Next::Done(acquired) => {
                self.note(me, Note::Acquires(acquired));
                self.thread(me).holds = true;
                assert!(!self.excludes || self.holders() == 1, "{me:?} got a lock that is held: {:?}", self.notes);
                if self.excludes {
                    assert_eq!(self.protocol.holder(), Some(me));
                }
                self.go_on(me);
            }
        }
    }

    /// The next deed of a thread that has the lock.
    fn go_on(&mut self, me: ThreadId) {
        match self.thread(me).deeds.front().copied() {
            Some(Deed::Compute(length)) => {
                let step = length.min(STEP);
                self.at(self.now + step, Event::Stepped(me));
            }
            Some(Deed::Block(_)) => self.release(me, Release::Blocking),
            None => self.release(me, Release::Exit),
        }
    }

    fn stepped(&mut self, me: ThreadId) {
        if let Some(Deed::Compute(length)) = self.thread(me).deeds.front_mut() {
            *length = length.saturating_sub(STEP);
            if *length == Nanos::ZERO {
                self.thread(me).deeds.pop_front();
            }
        }
        let pace_is_up = self.pace_is_up();
        let looks = pace_is_up || self.protocol.attention();
        if looks && self.protocol.checkpoint(me, self.now) {
            self.thread(me).forced = true;
            self.release(me, Release::Forced);
        } else {
            self.go_on(me);
        }
    }

    fn pace_is_up(&mut self) -> bool {
        let (in_a_step, pace) = match self.protocol.pace() {
            Pace::OnRequest => return false,
            Pace::EveryBytecodes(pace) => (BYTECODES_IN_A_STEP, pace),
            Pace::EveryBackJumps(pace) => (BACK_JUMPS_IN_A_STEP, pace),
        };
        self.counted += in_a_step;
        let up = self.counted >= pace;
        if up {
            self.counted = 0;
        }
        up
    }

    fn release(&mut self, me: ThreadId, why: Release) {
        self.note(me, Note::Releases(why));
        let thread = self.thread(me);
        thread.holds = false;
        thread.leaving = true;
        let step = self.protocol.release(me, why, self.now);
        self.carry_out_release(me, step);
    }

    fn carry_out_release(&mut self, me: ThreadId, step: Step<Freed>) {
        self.signal(&step);
        match step.next {
            Next::Wait { on, timeout } => self.sleep(me, on, timeout),
            Next::Done(Freed) => self.leave(me),
        }
    }

    fn leave(&mut self, me: ThreadId) {
        self.note(me, Note::Leaves);
        let thread = self.thread(me);
        thread.leaving = false;
        if std::mem::take(&mut thread.forced) {
            return self.take(me, Take::AfterForced);
        }
        match thread.deeds.pop_front() {
            Some(Deed::Block(length)) => self.at(self.now + length, Event::BlockEnds(me)),
            _ => thread.gone = true,
        }
    }

    fn woken(&mut self, me: ThreadId, how: Woken) {
        self.thread(me).asleep = None;
        if self.thread(me).leaving {
            let step = self.protocol.woken_to_leave(me, how, self.now);
            return self.carry_out_release(me, step);
        }
        let step = self.protocol.woken_to_take(me, how, self.now);
        if how == Woken::Signalled && matches!(step.next, Next::Wait { .. }) {
            self.note(me, Note::WokenInVain);
        }
        self.carry_out_take(me, step);
    }

    fn sleep(&mut self, me: ThreadId, on: Cond, timeout: Option<Nanos>) {
        assert!(on != Cond::Pause || timeout.is_some(), "nobody ends a pause without a timeout");
        self.sleeps += 1;
        let sleep = self.sleeps;
        self.thread(me).asleep = Some((on, sleep));
        self.sleepers.insert(sleep, (on, me));
        if let Some(timeout) = timeout {
            assert_ne!(timeout, Nanos::ZERO, "a wait takes time");
            self.at(self.now + timeout, Event::TimedOut(me, sleep));
        }
    }

    /// Wakes the sleeper whose sleep is the oldest; it runs a little later.
    fn signal<D>(&mut self, step: &Step<D>) {
        let Some(cond) = step.signal else { return };
        assert_ne!(cond, Cond::Pause, "nobody signals a pause");
        let oldest =
            self.sleepers.iter().find(|(_, (on, _))| *on == cond).map(|(sleep, (_, thread))| (*sleep, *thread));
        let Some((sleep, thread)) = oldest else { return };
        self.sleepers.remove(&sleep);
        self.thread(thread).asleep = None;
        let latency = self.latencies[self.wakes % self.latencies.len()];
        self.wakes += 1;
        self.at(self.now + latency, Event::WokenUp(thread));
    }

    fn at(&mut self, time: Nanos, event: Event) {
        self.sequence += 1;
        self.events.insert((time, self.sequence, event));
    }

    fn thread(&mut self, thread: ThreadId) -> &mut Thread {
        &mut self.threads[thread.0 as usize - 1]
    }

    fn note(&mut self, thread: ThreadId, note: Note) {
        self.notes.push((self.now, thread, note));
    }
}

/// The longest time between a wish and its fulfilment, of one thread or of all; unfulfilled wishes count up to the end.
pub fn longest_wait(driver: &Driver, of: Option<ThreadId>) -> Nanos {
    let mut wanted = BTreeMap::new();
    let mut longest = Nanos::ZERO;
    for (at, thread, note) in driver.notes.iter().filter(|(_, thread, _)| of.is_none_or(|of| of == *thread)) {
        match note {
            Note::Wants => drop(wanted.insert(*thread, *at)),
            Note::Acquires(_) => longest = longest.max(*at - wanted.remove(thread).expect("wanted before")),
            _ => {}
        }
    }
    let still = wanted.values().map(|since| driver.now - *since).max().unwrap_or_default();
    longest.max(still)
}

/// How often a thread noted what `wanted` accepts.
pub fn count(driver: &Driver, of: ThreadId, wanted: fn(&Note) -> bool) -> usize {
    driver.notes.iter().filter(|(_, thread, note)| *thread == of && wanted(note)).count()
}

pub fn acquires(note: &Note) -> bool {
    matches!(note, Note::Acquires(_))
}

/// Who acquired the lock, in order.
pub fn order(driver: &Driver) -> Vec<u32> {
    driver.notes.iter().filter(|(_, _, note)| acquires(note)).map(|(_, thread, _)| thread.0).collect()
}

/// A thread that interprets for so long without a break.
pub fn cpu_bound(length: Nanos) -> Life {
    Life { starts: Nanos::ZERO, deeds: vec![Deed::Compute(length)] }
}

/// A thread that computes and blocks in turns.
pub fn io_bound(computes: Nanos, blocks: Nanos, times: usize) -> Life {
    Life { starts: Nanos::ZERO, deeds: [Deed::Compute(computes), Deed::Block(blocks)].repeat(times) }
}
