//! The operating system: which runnable thread has which core, and when a woken one arrives there.
//!
//! A simplified Linux fair scheduler. Every thread has a *virtual runtime*, the CPU time it has had; a core runs the
//! ready thread that has had least. A thread that wakes is placed on its last core if that is idle, else on any idle
//! core, else it queues at its last; it arrives after a latency, with at most `credit` of virtual runtime less than the
//! core's floor, and preempts who runs there if that one is ahead by more than the wake-up granularity. A thread that has
//! never run has no such credit and preempts nobody. Who would have to queue goes on to a core that idles by then. The periodic
//! tick preempts who has run a slice while somebody with less waits, and sends a waiting thread to a core that idles. A
//! core without work takes a ready thread from another. Where a core has several hardware threads, each is a core here, and
//! those that work at once slow each other down.
//!
//! A thread on a core works through a *stretch*: so much CPU time, or until a moment. The end of a stretch is a
//! [`Class::Step`] event. What threads do and why they sleep is none of this layer's business.

mod core;
mod ends;
mod entity;
mod placing;

pub use entity::{Stretch, Tid};

use self::core::Core;
use super::kernel::{Chance, Class, Event, Purpose, Queue, Slot};
use crate::time::Nanos;
use ends::Ends;
use entity::{Entity, State, WHOLE};

/// What the scheduler and the hardware beneath it take, see the profile's `[os]`.
#[derive(Clone, Debug)]
pub struct OsCosts {
    pub wake_same_core: Nanos,
    pub wake_other_core: Nanos,
    pub wake_by_timer: Nanos,
    /// What [`OsCosts::wake_other_core`] is for a core that has idled less than `brief`.
    pub wake_brief: Nanos,
    pub brief: Nanos,
    /// Thousandths of the latency up and down.
    pub wake_jitter: u32,
    pub timer_slack: Nanos,
    /// Thousandths of the slack up and down.
    pub slack_jitter: u32,
    pub context_switch: Nanos,
    pub tick: Nanos,
    pub slice: Nanos,
    pub wakeup_granularity: Nanos,
    pub credit: Nanos,
    /// Hardware threads that share a core; each counts as a core of its own.
    pub threads_per_core: u32,
    /// Thousandths of its speed that a hardware thread has while others of its core work.
    pub shared_pace: u32,
}

/// Who is told when a thread gets a core or loses it.
pub trait Witness {
    fn on_core(&mut self, at: Nanos, thread: Tid, core: u32);
    fn off_core(&mut self, at: Nanos, thread: Tid);
}

/// The scheduler, its cores and its threads, and the machine's clock.
#[derive(Debug)]
pub struct Os<W> {
    pub now: Nanos,
    pub queue: Queue,
    pub witness: W,
    costs: OsCosts,
    cores: Vec<Core>,
    entities: Vec<Entity>,
    /// Bit by bit, whether a core has nothing to do and nobody on the way.
    idle: Vec<u64>,
    /// Threads in all ready queues.
    ready: usize,
    /// When the stretches end that were set last.
    ends: Ends,
    sequence: u64,
    wake_latency: Chance,
    slack: Chance,
}

impl<W: Witness> Os<W> {
    /// `cores` idle cores at time zero.
    pub fn new(cores: usize, costs: OsCosts, seed: u64, witness: W) -> Os<W> {
        let mut phase = Chance::new(seed, Purpose::TickPhase);
        let mut idle = vec![0; cores.div_ceil(64)];
        (0..cores).for_each(|core| idle[core / 64] |= 1 << (core % 64));
        Os {
            now: Nanos::ZERO,
            queue: Queue::default(),
            witness,
            cores: (0..cores).map(|_| Core::new(phase.below(costs.tick))).collect(),
            costs,
            entities: Vec::new(),
            idle,
            ready: 0,
            ends: Ends::new(),
            sequence: 0,
            wake_latency: Chance::new(seed, Purpose::WakeLatency),
            slack: Chance::new(seed, Purpose::TimerSlack),
        }
    }

    /// A new thread, asleep. A pinned one runs on that core only.
    pub fn add(&mut self, pin: Option<u32>) -> Tid {
        let cores = self.cores.len() as u32;
        let pin = pin.map(|core| core % cores);
        let spread = self.entities.len() as u32 % cores;
        self.entities.push(Entity::asleep(pin.unwrap_or(spread), pin));
        Tid(self.entities.len() as u32 - 1)
    }

    /// The core a thread has.
    #[inline]
    pub fn core_of(&self, thread: Tid) -> Option<u32> {
        let entity = &self.entities[thread.index()];
        (entity.state == State::Running).then_some(entity.core)
    }

    /// How many threads have a core.
    pub fn running(&self) -> usize {
        self.cores.iter().filter(|core| core.running.is_some()).count()
    }

    /// Sets what the thread works through next, also while it has no core.
    #[inline]
    pub fn work(&mut self, thread: Tid, stretch: Stretch) {
        let entity = &mut self.entities[thread.index()];
        entity.settle(self.now);
        entity.begin(stretch);
        if entity.state == State::Running {
            let end = entity.ends_at();
            self.set_end(thread, end);
        }
    }

    /// How much CPU time the present stretch has had.
    #[inline]
    pub fn done(&mut self, thread: Tid) -> Nanos {
        let entity = &mut self.entities[thread.index()];
        entity.settle(self.now);
        entity.done
    }

    /// The thread, which has a core, comes to the end of its stretch then.
    #[inline]
    fn set_end(&mut self, thread: Tid, end: Nanos) {
        self.queue.clear(Slot::Thread(thread.0));
        if let Some((at, other)) = self.ends.set(thread, end) {
            self.queue.set(Slot::Thread(other.0), at, Class::Step);
        }
    }

    /// The thread, on its core, has an event of this class now, in place of the end of its stretch.
    #[inline]
    pub fn set_now(&mut self, thread: Tid, class: Class) {
        self.ends.clear(thread);
        self.queue.set(Slot::Thread(thread.0), self.now, class);
    }

    /// Takes out the end of a stretch, if that is the earliest event and not in the queue.
    #[inline]
    pub fn next_step(&mut self) -> Option<(Nanos, Tid)> {
        self.ends.take_before(self.queue.next_at().unwrap_or(Nanos::MAX))
    }

    /// Takes out the earliest event, whatever it is.
    #[inline]
    pub fn next_event(&mut self) -> Option<Event> {
        // Of what happens at one moment, the queue knows the order.
        if self.ends.next_at() <= self.queue.next_at().unwrap_or(Nanos::MAX) {
            for (at, thread) in self.ends.take_all() {
                self.queue.set(Slot::Thread(thread.0), at, Class::Step);
            }
        }
        self.queue.pop()
    }

    /// When the earliest event is due.
    #[inline]
    pub fn next_at(&self) -> Option<Nanos> {
        let end = Some(self.ends.next_at()).filter(|end| *end < Nanos::MAX);
        end.into_iter().chain(self.queue.next_at()).min()
    }

    /// A timer that runs out `length` from now, and somewhat later, as timers do.
    #[inline]
    pub fn timer_end(&mut self, length: Nanos) -> Nanos {
        self.now + length + self.slack.jitter(self.costs.timer_slack, self.costs.slack_jitter)
    }

    /// A sleeping thread becomes runnable; `by`: the core of the thread that wakes it, if one does.
    #[inline]
    pub fn wake(&mut self, thread: Tid, by: Option<u32>) {
        let target = self.place(thread);
        // A core that sleeps has to wake up first, which takes longer where another core tells it than by its own timer; one
        // that is busy is only interrupted.
        let mean = match (self.cores[target as usize].running, by) {
            (Some(_), _) => self.costs.wake_same_core,
            (None, Some(_)) => self.rousing(target),
            (None, None) => self.costs.wake_by_timer,
        };
        let latency = self.wake_latency.jitter(mean, self.costs.wake_jitter);
        self.send(thread, target, latency);
    }

    /// The same for one that reaches its core after a known time.
    pub fn wake_after(&mut self, thread: Tid, latency: Nanos) {
        let target = self.place(thread);
        self.send(thread, target, latency);
    }

    #[inline]
    fn send(&mut self, thread: Tid, target: u32, latency: Nanos) {
        let entity = &mut self.entities[thread.index()];
        debug_assert_eq!(entity.state, State::Asleep, "only who sleeps is woken");
        entity.state = State::Waking;
        self.migrate(thread, target);
        self.cores[target as usize].coming += 1;
        self.note_idleness(target);
        self.queue.set(Slot::Thread(thread.0), self.now + latency, Class::Wake);
    }

    pub fn cores(&self) -> usize {
        self.cores.len()
    }

    /// Virtual runtime counts from the floor of the core where the thread is.
    #[inline]
    fn migrate(&mut self, thread: Tid, to: u32) {
        let entity = &mut self.entities[thread.index()];
        let (from, to_floor) = (self.cores[entity.core as usize].floor, self.cores[to as usize].floor);
        if entity.core != to {
            entity.runtime = (entity.runtime + to_floor).saturating_sub(from);
            entity.core = to;
        }
    }

    /// A woken thread has reached its core.
    #[inline]
    pub fn arrive(&mut self, thread: Tid) {
        let at = self.entities[thread.index()].core;
        self.cores[at as usize].coming -= 1;
        let running = self.cores[at as usize].running;
        let ahead = running.map_or(Nanos::ZERO, |current| self.count(current, at));
        let entity = &mut self.entities[thread.index()];
        // Who is new has nothing to its credit.
        let fresh = std::mem::take(&mut entity.fresh);
        let credit = if fresh { Nanos::ZERO } else { self.costs.credit };
        entity.runtime = entity.runtime.max(self.cores[at as usize].floor.saturating_sub(credit));
        let preempts = !fresh && ahead > entity.runtime + self.costs.wakeup_granularity;
        match running {
            None => self.dispatch(thread, at, Nanos::ZERO),
            Some(current) if preempts => {
                self.preempt(current, at);
                self.dispatch(thread, at, self.costs.context_switch);
            }
            Some(_) => self.enqueue_or_send(thread, at),
        }
    }

    /// A core that has become idle while the thread was on its way takes it; else it waits here.
    fn enqueue_or_send(&mut self, thread: Tid, at: u32) {
        let idle = if self.entities[thread.index()].pin.is_some() { None } else { self.an_idle_core() };
        match idle {
            Some(idle) => {
                self.migrate(thread, idle);
                self.dispatch(thread, idle, self.costs.context_switch);
                self.note_idleness(idle);
            }
            None => self.enqueue(thread, at),
        }
    }

    /// Brings the virtual runtime of the thread on a core, and the core's floor, up to now.
    #[inline]
    fn count(&mut self, current: Tid, at: u32) -> Nanos {
        let entity = &mut self.entities[current.index()];
        entity.settle(self.now);
        self.cores[at as usize].raise_floor(entity.runtime);
        entity.runtime
    }

    /// The thread that has a core goes to sleep.
    #[inline]
    pub fn sleep(&mut self, thread: Tid) {
        let at = self.take_off(thread, State::Asleep);
        self.fill(at);
    }

    /// The thread is no more, wherever it is.
    pub fn remove(&mut self, thread: Tid) {
        let Entity { state, core: at, .. } = self.entities[thread.index()];
        match state {
            State::Running => return self.sleep(thread),
            State::Waking => self.cores[at as usize].coming -= 1,
            State::Ready => {
                self.cores[at as usize].take_away(thread);
                self.ready -= 1;
            }
            State::Asleep => {}
        }
        self.entities[thread.index()].state = State::Asleep;
        self.queue.clear(Slot::Thread(thread.0));
        self.note_idleness(at);
    }

    /// A thread loses its core and waits for its turn.
    fn preempt(&mut self, thread: Tid, at: u32) {
        self.take_off(thread, State::Ready);
        self.enqueue(thread, at);
    }

    #[inline]
    fn take_off(&mut self, thread: Tid, state: State) -> u32 {
        let entity = &mut self.entities[thread.index()];
        entity.settle(self.now);
        entity.state = state;
        let at = entity.core;
        self.queue.clear(Slot::Thread(thread.0));
        self.ends.clear(thread);
        let runtime = entity.runtime;
        let core = &mut self.cores[at as usize];
        core.running = None;
        core.since = self.now;
        core.raise_floor(runtime);
        self.witness.off_core(self.now, thread);
        self.share_core(at);
        at
    }

    #[inline]
    fn enqueue(&mut self, thread: Tid, at: u32) {
        let entity = &mut self.entities[thread.index()];
        entity.state = State::Ready;
        self.sequence += 1;
        self.ready += 1;
        let core = &mut self.cores[at as usize];
        core.enqueue(entity.runtime, self.sequence, thread);
        if !core.ticks {
            core.ticks = true;
            let tick = core.next_tick(self.now, self.costs.tick);
            self.queue.set(Slot::Core(at), tick, Class::Tick);
        }
        self.note_idleness(at);
    }

    /// The thread gets a core, which counts as busy already unless the caller says so.
    #[inline]
    fn dispatch(&mut self, thread: Tid, at: u32, overhead: Nanos) {
        let entity = &mut self.entities[thread.index()];
        entity.state = State::Running;
        entity.core = at;
        entity.overhead = overhead;
        entity.since = self.now;
        let end = entity.ends_at();
        let core = &mut self.cores[at as usize];
        core.running = Some(thread);
        core.picked = self.now;
        self.witness.on_core(self.now, thread, at);
        self.set_end(thread, end);
        self.share_core(at);
    }

    /// Who runs on the hardware threads of one core goes on at the pace that it has now.
    #[inline]
    fn share_core(&mut self, at: u32) {
        let width = self.costs.threads_per_core;
        if width > 1 {
            self.share_among(at, width);
        }
    }

    fn share_among(&mut self, at: u32, width: u32) {
        let first = at - at % width;
        let group = first as usize..(first + width).min(self.cores.len() as u32) as usize;
        let running: Vec<Tid> = self.cores[group].iter().filter_map(|core| core.running).collect();
        let pace = if running.len() > 1 { self.costs.shared_pace } else { WHOLE };
        for thread in running {
            let entity = &mut self.entities[thread.index()];
            entity.settle(self.now);
            let changes = std::mem::replace(&mut entity.pace, pace) != pace;
            let end = entity.ends_at();
            // Who has come to its end is about to be asked what comes next.
            if changes && end > self.now {
                self.set_end(thread, end);
            }
        }
    }

    /// A core has lost its thread: the next of its own, else one of another core's, else it idles.
    #[inline]
    fn fill(&mut self, at: u32) {
        if self.ready > 0
            && let Some(next) = self.take_ready(at, None).or_else(|| self.steal(at))
        {
            return self.dispatch(next, at, self.costs.context_switch);
        }
        self.note_idleness(at);
    }

    #[inline]
    fn take_ready(&mut self, from: u32, to: Option<u32>) -> Option<Tid> {
        let entities = &self.entities;
        let may_go = |thread: Tid| to.is_none() || entities[thread.index()].pin.is_none();
        let next = self.cores[from as usize].take_ready(may_go)?;
        self.ready -= 1;
        if let Some(to) = to {
            self.migrate(next, to);
        }
        Some(next)
    }

    /// From the longest queue, the lowest core where several are as long.
    fn steal(&mut self, to: u32) -> Option<Tid> {
        let mut victims: Vec<u32> = (0..self.cores.len() as u32).filter(|&core| core != to).collect();
        victims.retain(|&core| self.cores[core as usize].waiting() > 0);
        victims.sort_by_key(|&core| std::cmp::Reverse(self.cores[core as usize].waiting()));
        victims.into_iter().find_map(|victim| self.take_ready(victim, Some(to)))
    }

    /// The periodic tick of a core that has threads waiting.
    pub fn tick(&mut self, at: u32) {
        self.balance(at);
        let core = &self.cores[at as usize];
        let Some((current, least)) = core.running.zip(core.least()) else {
            self.cores[at as usize].ticks = false;
            return;
        };
        let had = self.now.saturating_sub(core.picked);
        let runtime = self.count(current, at);
        if had >= self.costs.slice && least < runtime {
            self.preempt(current, at);
            self.fill(at);
        }
        let tick = self.cores[at as usize].next_tick(self.now, self.costs.tick);
        self.queue.set(Slot::Core(at), tick, Class::Tick);
    }

    /// Sends a thread that waits here to a core that idles.
    fn balance(&mut self, from: u32) {
        if let Some(to) = self.an_idle_core()
            && let Some(thread) = self.take_ready(from, Some(to))
        {
            self.dispatch(thread, to, self.costs.context_switch);
            self.note_idleness(to);
        }
    }
}

#[cfg(test)]
mod tests;
