//! Which of the threads that want a core has it: Linux's fair scheduler since 6.12, for threads of one weight and cores that
//! share a cache.
//!
//! A thread that sleeps keeps its *lag*: how far it was behind the mean of its core's threads; it comes back as far behind.
//! Who has had more than the mean *lingers*: asleep, it stays in the queue until it would be its turn, and who wakes it
//! before finds it there. The core is anybody's at a tick, or when somebody comes, unless who has it is protected. Who waits
//! is taken to another core when that one runs out of work, or idles at a tick, if its last run is longer ago than
//! [`cache_hot`]; who comes to a busy core, if it looks for an idle one and another has become idle meanwhile.
//!
//! [`cache_hot`]: super::OsCosts::cache_hot

use super::core::{Claim, Queued};
use super::entity::{Entity, State};
use super::{Os, Tid, Witness};
use crate::engine::simulated::kernel::{Class, Slot};
use crate::time::Nanos;
use std::cmp::Reverse;

impl<W: Witness> Os<W> {
    /// A woken thread has reached its core.
    #[inline]
    pub fn arrive(&mut self, thread: Tid) {
        let at = self.entities[thread.index()].core;
        self.cores[at as usize].coming -= 1;
        match self.cores[at as usize].running {
            None => {
                self.join(thread, at);
                self.dispatch(thread, at, Nanos::ZERO);
            }
            Some(current) => self.arrive_beside(thread, current, at),
        }
    }

    /// Who comes to a busy core goes on to one that has become idle meanwhile, else competes here.
    fn arrive_beside(&mut self, thread: Tid, current: Tid, at: u32) {
        let Entity { pin, lingers, .. } = self.entities[thread.index()];
        let idle = if pin.is_some() || lingers || !self.searches(at) { None } else { self.an_idle_core() };
        if let Some(idle) = idle {
            self.entities[thread.index()].go_to(idle);
            self.join(thread, idle);
            self.dispatch(thread, idle, self.costs.context_switch);
            return self.note_idleness(idle);
        }
        self.count(current);
        self.join(thread, at);
        self.enqueue(thread, at);
        self.compete(current, at);
    }

    /// The thread that has a core goes to sleep.
    #[inline]
    pub fn sleep(&mut self, thread: Tid) {
        let at = self.take_off(thread, State::Asleep);
        let claim = self.entities[thread.index()].claim;
        let core = &mut self.cores[at as usize];
        if core.is_uncontended() {
            self.entities[thread.index()].lag = 0;
        } else if claim.runtime > core.mean(None, Some(claim.runtime)) {
            self.entities[thread.index()].lingers = true;
            core.enqueue(Queued { thread, claim, lingers: true });
        } else {
            self.leave(thread, at);
        }
        self.cores[at as usize].raise_floor(claim.runtime);
        self.fill(at);
    }

    /// The periodic tick of a core that has threads in its queue.
    pub fn tick(&mut self, at: u32) {
        self.balance(at);
        let core = &mut self.cores[at as usize];
        let Some(current) = core.running.filter(|_| !core.is_uncontended()) else {
            core.ticks = false;
            return;
        };
        let tick = core.next_tick(self.now, self.costs.tick);
        self.queue.set(Slot::Core(at), tick, Class::Tick);
        self.count(current);
        self.compete(current, at);
    }

    /// Counts what the thread has had that runs. Where that is its slice, it has another one before it.
    #[inline]
    fn count(&mut self, current: Tid) {
        let entity = &mut self.entities[current.index()];
        entity.settle(self.now);
        let Claim { runtime, deadline } = &mut entity.claim;
        if *runtime >= *deadline {
            *deadline = *runtime + self.costs.slice;
        }
    }

    /// Who runs there keeps the core or loses it to one of the queue.
    fn compete(&mut self, current: Tid, at: u32) {
        loop {
            let claim = self.entities[current.index()].claim;
            match self.cores[at as usize].pick(Some((current, claim))) {
                Some(next) if next == current => return,
                Some(next) if self.entities[next.index()].lingers => self.let_go(next, at),
                Some(next) => {
                    self.take_off(current, State::Ready);
                    self.enqueue(current, at);
                    self.take_ready(next, at);
                    return self.dispatch(next, at, self.costs.context_switch);
                }
                None => return,
            }
        }
    }

    /// A core has lost its thread: the next of its own, else one of another core's, else it idles.
    #[inline]
    fn fill(&mut self, at: u32) {
        while let Some(next) = self.cores[at as usize].pick(None) {
            if !self.entities[next.index()].lingers {
                self.take_ready(next, at);
                return self.dispatch(next, at, self.costs.context_switch);
            }
            self.let_go(next, at);
        }
        match self.steal(at) {
            Some(next) => self.dispatch(next, at, self.costs.context_switch),
            None => self.note_idleness(at),
        }
    }

    /// Gives the thread, which comes to a core or lingers there, its claim.
    #[inline]
    fn join(&mut self, thread: Tid, at: u32) {
        let running = self.runtime_of_running(at);
        let (core, entity) = (&mut self.cores[at as usize], &mut self.entities[thread.index()]);
        let lingered = std::mem::take(&mut entity.lingers);
        if lingered {
            core.take(thread);
        }
        let (mean, others) = (core.mean(running, None), core.len() + usize::from(running.is_some()));
        if lingered && others > 0 && entity.claim.runtime > mean {
            return;
        }
        // It moves the mean itself, after which it shall be as far behind as it was.
        let behind = if lingered || others == 0 { 0 } else { entity.lag * (others as i64 + 1) / others as i64 };
        let runtime = Nanos(mean.0.saturating_add_signed(-behind));
        let slice = if std::mem::take(&mut entity.fresh) { Nanos(self.costs.slice.0 / 2) } else { self.costs.slice };
        entity.claim = Claim { runtime, deadline: runtime + slice };
    }

    /// Notes the lag of a thread that is in its core's queue, or on the core, no longer.
    pub(super) fn leave(&mut self, thread: Tid, at: u32) {
        let runtime = self.entities[thread.index()].claim.runtime;
        let mean = self.cores[at as usize].mean(self.runtime_of_running(at), Some(runtime));
        let most = self.costs.tick.0.max(2 * self.costs.slice.0) as i64;
        self.entities[thread.index()].lag = (mean.0 as i64 - runtime.0 as i64).clamp(-most, most);
    }

    /// It would be the turn of a thread that lingers, so it sleeps like any other from now on, and is owed nothing.
    fn let_go(&mut self, thread: Tid, at: u32) {
        self.cores[at as usize].take(thread);
        self.leave(thread, at);
        let entity = &mut self.entities[thread.index()];
        (entity.lingers, entity.lag) = (false, entity.lag.min(0));
    }

    #[inline]
    fn runtime_of_running(&self, at: u32) -> Option<Nanos> {
        self.cores[at as usize].running.map(|current| self.entities[current.index()].claim.runtime)
    }

    #[inline]
    fn enqueue(&mut self, thread: Tid, at: u32) {
        let entity = &mut self.entities[thread.index()];
        entity.state = State::Ready;
        self.ready += 1;
        let core = &mut self.cores[at as usize];
        core.enqueue(Queued { thread, claim: entity.claim, lingers: false });
        if !core.ticks {
            core.ticks = true;
            let tick = core.next_tick(self.now, self.costs.tick);
            self.queue.set(Slot::Core(at), tick, Class::Tick);
        }
        self.note_idleness(at);
    }

    /// Takes a ready thread out of its core's queue.
    pub(super) fn take_ready(&mut self, thread: Tid, from: u32) {
        self.ready -= 1;
        let taken = self.cores[from as usize].take(thread);
        debug_assert!(taken.is_some(), "who is ready is in its core's queue");
    }

    /// From the longest queue, the lowest core where several are as long.
    fn steal(&mut self, to: u32) -> Option<Tid> {
        if self.ready == 0 {
            return None;
        }
        // Mostly one core at most has any.
        let mut from = self.longest_queue(to, &[])?;
        let mut refused = Vec::new();
        loop {
            if let Some(thread) = self.move_one(from, to) {
                return Some(thread);
            }
            refused.push(from);
            from = self.longest_queue(to, &refused)?;
        }
    }

    /// The core where most wait for their turn, none of these.
    fn longest_queue(&self, but: u32, refused: &[u32]) -> Option<u32> {
        let waiting = |core: u32| self.cores[core as usize].waiting();
        let cores = (0..self.cores.len() as u32).filter(|&core| core != but && waiting(core) > 0);
        cores.filter(|core| !refused.contains(core)).min_by_key(|&core| Reverse(waiting(core)))
    }

    /// Sends a thread that waits here to a core that idles.
    fn balance(&mut self, from: u32) {
        if let Some(to) = self.an_idle_core()
            && let Some(thread) = self.move_one(from, to)
        {
            self.dispatch(thread, to, self.costs.context_switch);
            self.note_idleness(to);
        }
    }

    /// Of those that may go, who has waited longest.
    fn move_one(&mut self, from: u32, to: u32) -> Option<Tid> {
        let is_hot = |ran: Nanos| self.now < ran + self.costs.cache_hot;
        let may_go = |thread: &Tid| {
            let Entity { pin, ran, .. } = self.entities[thread.index()];
            pin.is_none() && !ran.is_some_and(is_hot)
        };
        let thread = self.cores[from as usize].waiters().find(may_go)?;
        self.take_ready(thread, from);
        self.leave(thread, from);
        let Claim { runtime, deadline } = self.entities[thread.index()].claim;
        let left = deadline.saturating_sub(runtime);
        self.entities[thread.index()].go_to(to);
        self.join(thread, to);
        let claim = &mut self.entities[thread.index()].claim;
        claim.deadline = claim.runtime + left;
        Some(thread)
    }
}
