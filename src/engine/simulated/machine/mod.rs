//! The machine: threads with bodies, locks with protocols, an operating system beneath them, and the loop that lets one
//! event after the other happen.

mod calls;
mod collisions;
mod compute;
mod crowd;
mod driving;
mod ending;
mod life;
mod lines;
mod lock;
mod log;
mod network;
mod parking;
mod plan;
mod processes;
mod returning;
mod signals;
mod thread;
mod world;

pub use ending::{Ending, Report};
pub use plan::{Costs, IpcCosts, LockCosts, Plan, Split, StartCosts};

use super::body::{Body, Program};
use super::ipc::Ipc;
use super::kernel::{Chance, Class, Event, Purpose, Slot};
use super::network::Network;
use super::os::{Os, Stretch, Tid};
use crate::gil::{Policy, Protocol, Woken};
use crate::ids::{ProcessId, TaskId};
use crate::time::Nanos;
use crate::trace::{EventKind, Outcome, Sink};
use lines::Lines;
use lock::Lock;
use log::Log;
use signals::Signals;
use thread::{Doing, Thread};

/// How many events happen at most between two looks at whether the run shall go on.
const EVENTS_BETWEEN_LOOKS: u64 = 4_096;

/// How much virtual time passes between them, to within an event: one thread may compute for long in a few.
const TIME_BETWEEN_LOOKS: Nanos = Nanos::from_millis(50);

/// So that a run can be stopped in the middle of a computation.
const LONGEST_ROOM: Nanos = Nanos::from_millis(10);

/// Room that an interpreter with one thread has whatever other processes do: were they to stop at each other's ends, they
/// would soon stop at every instruction. A signal between processes may be noticed later by so much.
const ROOM_BESIDE_OTHERS: Nanos = Nanos::from_micros(100);

/// One run on the machine.
pub struct Machine<'a, P: Program> {
    os: Os<Log>,
    costs: &'a Costs,
    plan: &'a Plan,
    new_protocol: &'a dyn Fn() -> Box<dyn Protocol>,
    program: P,
    /// What processes of the program share.
    ipc: Ipc,
    signals: Signals,
    /// Where the memory is that they share.
    lines: Lines,
    /// The number of the process that was started last.
    last_process: u32,
    locks: Vec<Lock<<P::Body as Body>::World>>,
    threads: Vec<Thread<P::Body>>,
    results: Vec<(TaskId, Outcome)>,
    /// Tasks from this one on are for whoever is free.
    next_task: usize,
    /// The same among those that wait, where they are apart.
    next_waiting: usize,
    /// Threads that have not ended.
    alive: usize,
    ending: Option<Ending>,
    start: Chance,
    collisions: Chance,
    network: Network,
    events: u64,
    acquisitions: u64,
    /// When the run is broken off, or what the program has left behind is ended.
    limit: Nanos,
    print: &'a dyn Fn(&str, &str) -> bool,
    complain: &'a dyn Fn(&str, &str),
}

/// What the run is watched by: asked now and then in host time.
pub struct Watch<'a> {
    /// Whether the run shall be broken off.
    pub stop: &'a dyn Fn() -> bool,
    /// Shows what a task prints: the lane's name, the text.
    pub print: &'a dyn Fn(&str, &str) -> bool,
    /// The same for standard error.
    pub complain: &'a dyn Fn(&str, &str),
}

/// Runs `program` as planned. Events go to `sink`, if there is one.
pub fn run<P: Program>(plan: &Plan, program: P, sink: Option<&Sink>, watch: &Watch) -> Report {
    let policy = plan.lock_policy();
    let protocol = || {
        let mut protocol = policy.protocol(plan.switch_interval);
        protocol.seed(plan.seed);
        protocol
    };
    run_under(&protocol, plan, program, sink, watch)
}

/// The same under locks that `new_protocol` makes.
fn run_under<P: Program>(
    new_protocol: &dyn Fn() -> Box<dyn Protocol>,
    plan: &Plan,
    program: P,
    sink: Option<&Sink>,
    watch: &Watch,
) -> Report {
    let os = Os::new(plan.cores, plan.costs.os.clone(), plan.seed, Log::new(sink));
    let mut machine = Machine {
        os,
        costs: &plan.costs,
        plan,
        new_protocol,
        program,
        ipc: Ipc::default(),
        signals: Signals::default(),
        lines: Lines::default(),
        last_process: plan.lanes.len() as u32,
        locks: Vec::new(),
        threads: Vec::new(),
        results: Vec::new(),
        next_task: if plan.split.is_some() { 0 } else { plan.lanes.len() },
        next_waiting: 0,
        alive: 0,
        ending: None,
        start: Chance::new(plan.seed, Purpose::Start),
        collisions: Chance::new(plan.seed, Purpose::Collisions),
        network: Network::new(plan.network.clone(), plan.seed, plan.costs.network.loopback),
        events: 0,
        acquisitions: 0,
        limit: plan.time_limit,
        print: watch.print,
        complain: watch.complain,
    };
    machine.set_up();
    machine.run(watch.stop);
    machine.report()
}

impl<P: Program> Machine<'_, P> {
    fn run(&mut self, stop: &dyn Fn() -> bool) {
        let mut next_look = TIME_BETWEEN_LOOKS;
        while self.alive > 0 && self.ending.is_none() {
            match self.os.next_step() {
                Some((at, thread)) if at <= self.limit => {
                    self.os.now = at;
                    self.step(thread);
                }
                Some(_) => self.run_out_of_time(),
                None => self.take_event(),
            }
            self.events += 1;
            if self.events.is_multiple_of(EVENTS_BETWEEN_LOOKS) || self.os.now >= next_look {
                next_look = self.os.now + TIME_BETWEEN_LOOKS;
                if stop() {
                    self.ending = Some(Ending::Stopped);
                }
            }
        }
    }

    #[inline]
    fn take_event(&mut self) {
        match self.os.next_event() {
            None if self.end_orphans() => {}
            None => self.ending = Some(Ending::Deadlock(self.who_waits())),
            Some(event) if event.at > self.limit => self.run_out_of_time(),
            Some(event) => self.happen(event),
        }
    }

    fn is_over(&self) -> bool {
        self.ending.is_some()
    }

    #[inline]
    fn happen(&mut self, event: Event) {
        self.os.now = event.at;
        match (event.slot, event.class) {
            (Slot::Core(core), _) => self.os.tick(core),
            (Slot::Crowd(lock), _) => self.crowd_returns(lock as usize),
            (Slot::Thread(thread), Class::Step) => self.step(Tid(thread)),
            (Slot::Thread(thread), Class::Wake) => self.os.arrive(Tid(thread)),
            (Slot::Thread(thread), Class::Advance) => self.advance(Tid(thread)),
            (Slot::Thread(thread), _) => self.fall_due(Tid(thread)),
            (slot, _) => self.happen_beyond_threads(slot),
        }
    }

    /// The same for what happens to no thread.
    #[inline(never)]
    fn happen_beyond_threads(&mut self, slot: Slot) {
        match slot {
            Slot::Lock(lock) => self.lock_timer(lock as usize),
            Slot::Network => self.network_moves(),
            Slot::Alarm(process) => self.alarm_rings(ProcessId(process)),
            Slot::Thread(_) | Slot::Core(_) | Slot::Crowd(_) => {}
        }
    }

    /// What a thread without a core waited for has come.
    fn fall_due(&mut self, thread: Tid) {
        match self.threads[thread.index()].doing {
            Doing::Asleep(_) => self.time_out(thread),
            Doing::Starting => self.os.wake(thread, None),
            Doing::StartingProcess => self.start_process(thread),
            _ => self.unblock(thread, None),
        }
    }

    /// A thread on a core has come to the end of its stretch. What every switch of the lock is made of stands here alone, so that
    /// a host's instruction cache holds it.
    fn step(&mut self, me: Tid) {
        match self.threads[me.index()].doing {
            Doing::Taking(why) => self.take(me, why),
            Doing::FallingAsleep(what) => self.sleep_on(me, what),
            Doing::Woken(what, how) => self.woken(me, what, how),
            Doing::Holding => self.hold(me),
            Doing::Computing => self.end_compute(me),
            Doing::Releasing(why) => self.release(me, why),
            Doing::Leaving(why) => self.left(me, why),
            doing => self.step_beyond_the_lock(me, doing),
        }
    }

    /// The same for what is no part of taking the lock, having it and giving it up.
    #[inline(never)]
    fn step_beyond_the_lock(&mut self, me: Tid, doing: Doing) {
        match doing {
            Doing::Starting => self.begin_life(me),
            Doing::Pausing(what) => self.woken(me, what, Woken::TimedOut),
            Doing::Sending => self.sent(me),
            Doing::MakingThread => self.thread_made(me),
            Doing::Spawning => self.spawned(me),
            Doing::Forking => self.child_made(me),
            Doing::InKernel => self.try_call(me),
            Doing::Exiting => self.exited(me),
            Doing::AloneInWorld => self.start_the_world(me),
            Doing::Native | Doing::Unblocked => self.unblocked(me),
            Doing::Taking(_)
            | Doing::FallingAsleep(_)
            | Doing::Woken(..)
            | Doing::Holding
            | Doing::Computing
            | Doing::Releasing(_)
            | Doing::Leaving(_) => debug_assert!(false, "these are seen to before"),
            Doing::StartingProcess
            | Doing::Asleep(_)
            | Doing::Blocked
            | Doing::Ended
            | Doing::StoppingWorld
            | Doing::Suspended => {
                debug_assert!(false, "a thread that has no core comes to no end of a stretch");
            }
        }
    }

    /// The thread, on its core, does something that takes so much CPU time; what takes none is over at once.
    #[inline]
    fn go_on(&mut self, me: Tid, doing: Doing, cost: Nanos) {
        self.threads[me.index()].doing = doing;
        if cost > Nanos::ZERO {
            return self.os.work(me, Stretch::of(cost));
        }
        self.step(me);
    }

    /// CPU time that the thread may spend before anybody can want something of it. What an interpreter does that has one
    /// thread, nobody else sees, and it is disturbed by its alarm and by other processes only. Where it has several, up to
    /// the next event that is known; where they share it without a lock, so that what one does while another computes is not
    /// known beforehand, up to where all of them stop.
    fn room(&self, me: Tid) -> Nanos {
        let now = self.os.now;
        let lock = &self.locks[self.threads[me.index()].lock];
        let next = match lock.members.len() {
            1 => self.room_alone(lock),
            // Were they to stop at each other's ends, they would soon stop at every instruction.
            _ if self.plan.lock_policy() == Policy::None => {
                let grain = P::Body::grain(&lock.world, now).0;
                Nanos(grain - now.0 % grain)
            }
            _ if lock.living == 1 => self.room_alone(lock),
            _ => self.until_next_event(),
        };
        let room = next.min(LONGEST_ROOM);
        // What the body executes takes longer here than it thinks.
        if self.costs.pace == 1_000 { room } else { Nanos(room.0.saturating_mul(1_000) / self.costs.pace) }
    }

    /// That of an interpreter's only thread.
    fn room_alone(&self, lock: &Lock<<P::Body as Body>::World>) -> Nanos {
        let alarm = self.signals.alarm(lock.process).unwrap_or(self.limit);
        let room = alarm.min(self.limit).saturating_sub(self.os.now);
        let are_others = self.alive > lock.living;
        if are_others { room.min(self.until_next_event().max(ROOM_BESIDE_OTHERS)) } else { room }
    }

    fn until_next_event(&self) -> Nanos {
        let next = self.os.next_at().unwrap_or(self.limit);
        next.min(self.limit).saturating_sub(self.os.now)
    }

    fn set_interval(&mut self, me: Tid, interval: Nanos) {
        self.lock_of(me).protocol.set_interval(interval);
        self.os.witness.record(self.os.now, me, EventKind::SwitchIntervalSet { interval });
    }

    /// A text that nobody reads makes the call fail.
    fn print(&mut self, me: Tid, text: String) {
        let thread = &mut self.threads[me.index()];
        if !(self.print)(&thread.name, &text)
            && let Some(body) = &mut thread.body
        {
            body.refuse_print(&mut self.locks[thread.lock].world);
        }
        self.os.witness.record(self.os.now, me, EventKind::Printed { text });
    }
}

#[cfg(test)]
mod crowding;
#[cfg(test)]
mod pitfalls;
#[cfg(test)]
mod tests;
