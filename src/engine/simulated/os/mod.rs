//! The operating system: which runnable thread has which core, and when a woken one arrives there.
//!
//! A thread that wakes is placed on its last core if that is idle, else on any idle core, else it queues at its last; on a
//! machine whose cores are much in use it looks for no other than its last. It arrives after a latency. Which of those that
//! want a core has it is told in [`fair`]. Where a core has several hardware threads, each is a core here, and those that
//! work at once slow each other down.
//!
//! A thread on a core works through a *stretch*: so much CPU time, or until a moment. The end of a stretch is a
//! [`Class::Step`] event. What threads do and why they sleep is none of this layer's business.

mod core;
mod ends;
mod entity;
mod fair;
mod placing;
mod stopping;
mod usage;

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
    /// CPU time that it takes the waker, if the core is not its own and has not become idle within `brief`.
    pub interrupt: Nanos,
    pub brief: Nanos,
    /// Thousandths of the latency up and down.
    pub wake_jitter: u32,
    pub timer_slack: Nanos,
    /// Thousandths of the slack up and down.
    pub slack_jitter: u32,
    pub context_switch: Nanos,
    pub tick: Nanos,
    pub slice: Nanos,
    /// For so long after it ran, a thread that waits for its core is left there.
    pub cache_hot: Nanos,
    /// Thousandths of the cores' recent time in use from which on a thread that wakes looks for no core but its last, unless
    /// that was in use for more than `leave_above`.
    pub search_below: u32,
    /// Thousandths of a core's recent time.
    pub leave_above: u32,
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
    /// When was last looked how much the cores are used, and how much that was, in thousandths.
    mean_usage: (Nanos, u32),
    /// When the stretches end that were set last.
    ends: Ends,
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
            mean_usage: (Nanos::ZERO, 0),
            ends: Ends::new(),
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

    /// The core where a thread is or was last.
    #[inline]
    pub fn last_core_of(&self, thread: Tid) -> u32 {
        self.entities[thread.index()].core
    }

    /// Whether nobody has the core that the thread, which sleeps, had last.
    #[inline]
    pub fn has_left_its_core_idle(&self, thread: Tid) -> bool {
        self.cores[self.last_core_of(thread) as usize].running.is_none()
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

    /// A sleeping thread becomes runnable; `by`: the core of the thread that wakes it, if one does, which pays for it.
    #[inline]
    pub fn wake(&mut self, thread: Tid, by: Option<u32>) {
        if self.stays_stopped(thread) {
            return;
        }
        let target = self.place(thread);
        // A core that sleeps has to wake up first, which takes longer where another core tells it than by its own timer; one
        // that is busy is only interrupted.
        let mean = match (self.cores[target as usize].running, by) {
            (Some(_), _) => self.costs.wake_same_core,
            (None, Some(_)) => self.costs.wake_other_core,
            (None, None) => self.costs.wake_by_timer,
        };
        if let Some(waker) = by.filter(|by| self.interrupts(*by, target)).and_then(|by| self.cores[by as usize].running)
        {
            self.delay(waker, self.costs.interrupt);
        }
        let latency = self.wake_latency.jitter(mean, self.costs.wake_jitter);
        self.send(thread, target, latency);
    }

    /// The thread, which has a core, spends so much CPU time before it goes on.
    #[inline]
    fn delay(&mut self, thread: Tid, time: Nanos) {
        if time == Nanos::ZERO {
            return;
        }
        let entity = &mut self.entities[thread.index()];
        entity.settle(self.now);
        // Who is at the end of its stretch is about to be asked what comes next.
        let works = entity.ends_at() > self.now;
        entity.overhead += time;
        if works {
            let end = entity.ends_at();
            self.set_end(thread, end);
        }
    }

    /// The same for one that reaches its core after a known time.
    pub fn wake_after(&mut self, thread: Tid, latency: Nanos) {
        if self.stays_stopped(thread) {
            return;
        }
        let target = self.place(thread);
        self.send(thread, target, latency);
    }

    #[inline]
    fn send(&mut self, thread: Tid, target: u32, latency: Nanos) {
        let entity = &mut self.entities[thread.index()];
        debug_assert_eq!(entity.state, State::Asleep, "only who sleeps is woken");
        entity.state = State::Waking;
        entity.go_to(target);
        self.cores[target as usize].coming += 1;
        self.note_idleness(target);
        self.queue.set(Slot::Thread(thread.0), self.now + latency, Class::Wake);
    }

    pub fn cores(&self) -> usize {
        self.cores.len()
    }

    /// The thread is no more, wherever it is.
    pub fn remove(&mut self, thread: Tid) {
        let Entity { state, core: at, .. } = self.entities[thread.index()];
        match state {
            State::Running => return self.sleep(thread),
            State::Waking => self.cores[at as usize].coming -= 1,
            State::Ready => self.ready -= 1,
            State::Asleep | State::Stopped => {}
        }
        self.cores[at as usize].take(thread);
        let entity = &mut self.entities[thread.index()];
        (entity.state, entity.lingers) = (State::Asleep, false);
        self.queue.clear(Slot::Thread(thread.0));
        self.note_idleness(at);
    }

    /// The thread that has a core has it no longer.
    #[inline]
    fn take_off(&mut self, thread: Tid, state: State) -> u32 {
        let entity = &mut self.entities[thread.index()];
        entity.settle(self.now);
        (entity.state, entity.ran) = (state, Some(self.now));
        let at = entity.core;
        self.queue.clear(Slot::Thread(thread.0));
        self.ends.clear(thread);
        let core = &mut self.cores[at as usize];
        core.running = None;
        core.since = self.now;
        core.usage.advance(self.now, true);
        self.witness.off_core(self.now, thread);
        self.share_core(at);
        at
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
        core.usage.advance(self.now, false);
        core.protected = entity.claim.deadline;
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
}

#[cfg(test)]
mod tests;
